"""Looks into a zip-based office file without trusting it, before any library reads it.

Everything is judged from the directory listing first (reliability.md H01–H05): sizes, number of parts, names,
macros. Nothing is written to disk and nothing outside the file is ever opened.
"""

from __future__ import annotations

import re
import stat
import zipfile
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePosixPath

from app.common.zip_faults import READ_FAULTS
from app.errors import EnvironmentFailed, Refused

MAX_FILE_BYTES = 20_000_000
"""A list of 20,000 members is about 1 MB; a larger file is not a list."""
_MAX_PARTS = 2_000
_MAX_PART_BYTES = 60_000_000
_MAX_TOTAL_BYTES = 90_000_000
_MAX_RATIO = 300
_RATIO_FREE_BYTES = 4_000_000
"""Below this size a part may be packed as tightly as it likes: a sheet of empty cells packs well."""
_OLE_MAGIC = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_CHUNK = 1 << 20
_LISTED = b"PK\x01\x02"
_ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
_ENTITY_MARKS = tuple("<!DOCTYPE".encode(code) for code in _ENCODINGS)
_ODD_ENCODING = re.compile(
    rb"""<\?xml[^>]{0,100}?encoding\s*=\s*["'](?!utf-8|utf-16|us-ascii)""", re.IGNORECASE
)
_EBCDIC_XML = bytes.fromhex("4c6fa794")
"""Office files are in UTF-8 or UTF-16; in another encoding a declaration could hide."""
_OUTSIDE = re.compile(rb"TargetMode\s*=\s*[\"']External", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Checked:
    """An office file that is safe to read: its main part, and whether it leads outside."""

    main_part: str
    has_links: bool


def check_office_file(data: bytes, main_parts: Collection[str], *, leave_macros: bool = False) -> Checked:
    """Return what `data` is if it is a whole office file with one of `main_parts` that is safe to read.

    With `leave_macros` one with macros is read too: by a reader that looks at no part but its own. Raises
    `Refused`: L-503 protected by a password, L-504 the format before 2007, L-505 another kind of file, L-506
    macros, L-507 too large inside or leading outside, L-513 declares entities. Raises `EnvironmentFailed`
    L-508: damaged.
    """
    if data.startswith(_OLE_MAGIC):
        raise Refused("L-503") if _ENCRYPTED_STREAM in data else Refused("L-504")
    if not data.startswith(b"PK\x03\x04"):
        raise another_kind()
    if data.count(_LISTED) > _MAX_PARTS:
        raise _oversized()  # the library would make an object of each, half a million of them
    with damage_told(READ_FAULTS), zipfile.ZipFile(BytesIO(data)) as archive:
        _check_listing(archive.infolist())
        if not leave_macros:
            _refuse_macros(archive.namelist())
        main_part = next((name for name in main_parts if name in archive.namelist()), "")
        if not main_part:
            raise another_kind()
        _refuse_entities(archive)
        return Checked(main_part, _has_links(archive))


def _has_links(archive: zipfile.ZipFile) -> bool:
    """Return whether any part refers to something outside the file: template, picture, address, object."""
    lists = (name for name in archive.namelist() if name.lower().endswith(".rels"))
    # Without zeros the wide encodings read like the narrow one.
    return any(_OUTSIDE.search(archive.read(name).replace(b"\0", b"")) for name in lists)


@contextmanager
def damage_told(faults: tuple[type[Exception], ...]) -> Iterator[None]:
    """Say that the file is damaged where reading it ends in one of `faults`: `EnvironmentFailed` L-508."""
    try:
        yield
    except faults as error:
        raise EnvironmentFailed("L-508") from error


def another_kind() -> Refused:
    """Return the refusal (L-505) of a file that is of another kind than is read."""
    return Refused("L-505")


def _oversized() -> Refused:
    return Refused("L-507")


def _check_listing(parts: list[zipfile.ZipInfo]) -> None:
    total = sum(part.file_size for part in parts)
    names = {part.filename for part in parts}
    if total > _MAX_TOTAL_BYTES or any(_is_bomb(part) or _leaves_the_file(part) for part in parts):
        raise _oversized()
    if len(names) < len(parts):  # which of two parts is read would be the reader's choice
        raise zipfile.BadZipFile


def _refuse_macros(names: list[str]) -> None:
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise Refused("L-506")


def _is_bomb(part: zipfile.ZipInfo) -> bool:
    if part.file_size > _MAX_PART_BYTES:
        return True
    return part.file_size > _RATIO_FREE_BYTES and part.file_size > _MAX_RATIO * max(part.compress_size, 1)


def _leaves_the_file(part: zipfile.ZipInfo) -> bool:
    path = PurePosixPath(part.filename.replace("\\", "/"))
    is_link = stat.S_ISLNK(part.external_attr >> 16)
    return is_link or path.is_absolute() or ".." in path.parts or ":" in part.filename


def _refuse_entities(archive: zipfile.ZipFile) -> None:
    # Every part: which of them are XML is told by the file itself, and not by their names.
    if any(_declares_entities(archive, part) for part in archive.infolist()):
        raise Refused("L-513")


def _declares_entities(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Return whether the part has a document type: office files never do, XML bombs always."""
    tail = b""
    with archive.open(part) as stream:
        # The stream ends at the size of the listing and checks the sum, so a lying listing is a damaged file.
        while chunk := stream.read(_CHUNK):
            window = tail + chunk
            if any(mark in window for mark in _ENTITY_MARKS) or _is_odd(window):
                return True
            tail = window[-128:]
    return False


def _is_odd(start: bytes) -> bool:
    return start.startswith(_EBCDIC_XML) or _ODD_ENCODING.search(start) is not None
