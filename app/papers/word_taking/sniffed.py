"""What a file that is no Word file is, so that it can be called by its name."""

from __future__ import annotations

import io
import zipfile

from app.common import release_files
from app.common.zip_faults import READ_FAULTS
from app.errors import Refused

_BEGINS = {
    b"{\\rtf": "rtf",
    b"%PDF": "pdf",
    b"\x89PNG": "picture",
    b"\xff\xd8\xff": "picture",
    b"7z\xbc\xaf": "archive",
    b"Rar!": "archive",
    b"<": "page",
}
_HOLDS = {"mimetype": "opendocument", "xl/workbook.xml": "excel", "ppt/presentation.xml": "slides"}
_BLANK = b"\xef\xbb\xbf \t\r\n\0"
_STRICT = b"purl.oclc.org/ooxml"
_MAIN_PART = "word/document.xml"
_LOOKED_AT = 4_096


def refuse_other_kinds(data: bytes) -> None:
    """Return when `data` may be a Word file; raises `Refused` L-358 with the name of another `kind`."""
    kind = _kind(data)
    if kind:
        words = release_files.read_toml("texts", "word_taking.toml")["kinds"]
        raise Refused("L-358", kind=words[kind])


def _kind(data: bytes) -> str:
    start = data[:_LOOKED_AT].lstrip(_BLANK)
    if not start:
        return "empty"
    found = next((kind for begin, kind in _BEGINS.items() if start.startswith(begin)), "")
    return found or (_in_zip(data) if data.startswith(b"PK\x03\x04") else "")


def _in_zip(data: bytes) -> str:
    """Return what a zip holds that is no Word file; a damaged one is told by whoever reads it."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = set(package.namelist())
            if _MAIN_PART in names:
                with package.open(_MAIN_PART) as part:
                    return "strict" if _STRICT in part.read(_LOOKED_AT) else ""
            return next((kind for name, kind in _HOLDS.items() if name in names), "no_document")
    except (*READ_FAULTS, OSError):
        return ""
