"""The sentences of the command line, from ``resources/texts/commands.toml``."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from app.common import release_files


def text(key: str, **values: object) -> str:
    """Return the sentence at `key` ("demo.done") with `values` in place; `LookupError` if there is none."""
    return str(_at(key)).format_map(values)


def texts(key: str) -> dict[str, str]:
    """Return the table at `key`."""
    return dict(_at(key))


def _at(key: str) -> Any:  # noqa: ANN401  a sentence or a table of them
    found: Any = _all()
    for part in key.split("."):
        found = found[part]
    return found


@lru_cache(maxsize=1)
def _all() -> dict[str, Any]:
    return release_files.read_toml("texts", "commands.toml")
