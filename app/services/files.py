"""Files that the user chose: read, never more of them than makes sense, and never written over blindly."""

from __future__ import annotations

from pathlib import Path

from app.common.files import told
from app.errors import EnvironmentFailed, Refused
from app.storage import layout

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


def refuse_foreign(path: Path, start: bytes, data_folder: Path) -> None:
    """Return if `path` may be written: free, or a file that begins with `start` and so is an older of ours.

    A file of the user's, a device and the cell's own files in `data_folder` are never written over. Raises
    `Refused` L-534, `EnvironmentFailed` when what lies there cannot be read.
    """
    with told():
        own = path.name in layout.FILES and path.parent.resolve() == data_folder.resolve()
        if own or (path.exists() and not _begins_with(path, start)):
            raise Refused("L-534", name=path.name)


def _begins_with(path: Path, start: bytes) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(start)) == start
