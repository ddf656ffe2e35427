"""Named byte strings as one value, as they go to the child process and come back."""

from __future__ import annotations

import json
from collections.abc import Sequence

_LENGTH_BYTES = 8


def pack(parts: Sequence[tuple[str, bytes]]) -> bytes:
    """Return names and contents as one value."""
    head = json.dumps([[name, len(data)] for name, data in parts], ensure_ascii=False).encode()
    return b"".join([len(head).to_bytes(_LENGTH_BYTES), head, *(data for _, data in parts)])


def unpack(value: bytes) -> list[tuple[str, bytes]]:
    """Return the names and contents that `pack` was given."""
    start = _LENGTH_BYTES + int.from_bytes(value[:_LENGTH_BYTES])
    parts: list[tuple[str, bytes]] = []
    for name, length in json.loads(value[_LENGTH_BYTES:start]):
        parts.append((name, value[start : start + length]))
        start += length
    return parts
