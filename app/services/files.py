"""Reads a file that the user chose, never more of it than makes sense."""

from __future__ import annotations

from pathlib import Path

from app.errors import EnvironmentFailed, Refused

_MB = 1_000_000


def read_chosen(path: Path, limit_bytes: int) -> bytes:
    """Return the bytes of `path`.

    Raises `EnvironmentFailed` L-501 when it cannot be read, `Refused` L-502 when it is larger than
    `limit_bytes`; nothing of it has been read then.
    """
    try:
        with path.open("rb") as file:
            size = path.stat().st_size
            data = b"" if size > limit_bytes else file.read(limit_bytes + 1)
    except OSError as error:
        raise EnvironmentFailed("L-501", name=path.name) from error
    # A file may grow while it is read, and a device has no size at all.
    size = max(size, len(data))
    if size > limit_bytes:
        raise Refused("L-502", name=path.name, size_mb=-(-size // _MB), limit_mb=limit_bytes // _MB)
    return data
