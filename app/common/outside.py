"""Small JSON files that may be damaged, a stranger's, or made to do harm."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

_MOST_BYTES = 1_000_000
"""Ours have a few thousand; of a larger file nothing is believed."""


def read_object(path: Path) -> dict[str, Any]:
    """Return the JSON object in `path`, or nothing where it is no such file, however it was wrecked.

    Raises `OSError` when it cannot be read.
    """
    with path.open("rb") as file:
        return object_in(file.read(_MOST_BYTES + 1))


def object_in(content: bytes) -> dict[str, Any]:
    """Return the JSON object in `content`, or nothing; numbers that are none (Infinity, NaN) make it none."""
    try:
        value = json.loads(content, parse_constant=_refused) if len(content) <= _MOST_BYTES else None
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def _refused(constant: str) -> None:
    raise ValueError(constant)
