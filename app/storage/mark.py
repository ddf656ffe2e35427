"""The high-water mark (``chi-bo.moc``): how far the data had come when "Đã lưu" was last said.

It is the only thing that sees a database that was silently shortened, since SQLite drops the end of a
damaged side file without a word (reliability.md, finding 7).
"""

from __future__ import annotations

import hashlib
import hmac
import json
from dataclasses import dataclass
from pathlib import Path

from app.common.files import told, write_whole
from app.common.outside import read_object
from app.storage import layout
from app.storage.audit import Head

_PURPOSE = b"so-chi-bo high-water mark 1"


@dataclass(frozen=True, slots=True)
class Mark:
    """The database that was written and the head of its audit chain."""

    database_uid: str
    head: Head


def write(folder: Path, key: bytes, mark: Mark) -> None:
    """Put `mark` on the disk; raises `EnvironmentFailed`, and the older mark then stays."""
    fields = {"uid": mark.database_uid, "seq": mark.head.seq, "head": mark.head.hash}
    content = json.dumps({**fields, "mac": _mac(key, mark)}, separators=(",", ":"))
    write_whole(folder / layout.MARK, content.encode())


def read(folder: Path, key: bytes) -> Mark | None:
    """Return the mark of `folder`, or None when it is missing, damaged or made under another key."""
    with told():
        try:
            fields = read_object(folder / layout.MARK)
        except FileNotFoundError:
            return None
    try:
        mark = Mark(str(fields["uid"]), Head(int(fields["seq"]), str(fields["head"])))
        given = str(fields["mac"])
    except (ValueError, KeyError, TypeError, OverflowError):
        return None
    return mark if hmac.compare_digest(given.encode(), _mac(key, mark).encode()) else None


def _mac(key: bytes, mark: Mark) -> str:
    own_key = hmac.digest(key, _PURPOSE, hashlib.sha256)
    text = f"{mark.database_uid}\n{mark.head.seq}\n{mark.head.hash}"
    return hmac.new(own_key, text.encode(), hashlib.sha256).hexdigest()
