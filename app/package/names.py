"""Names of folders and files of a package: ASCII, short, unique, the same on every system.

A component has at most 60 characters, a path from the package's own folder at most 150 (product.md 8). Full
Vietnamese names stand inside the papers and the index only. Practice papers say so in every file name.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from app.common.text import clean_line, fold

COMPONENT_LIMIT = 60
PATH_LIMIT = 150
STAGING_PREFIX = "~dang-ghi_"
PRACTICE_PREFIX = "LUYEN-TAP_"

_CELL_LENGTH = 16
_INCOMPLETE = "-CHUADU"
_INITIALS = 6
_COUNTER_ROOM = 4
_CELL_WORDS = re.compile(r"^chi bo\b\s*")
_PACKAGE = re.compile(rf"(?:{PRACTICE_PREFIX})?KiemDiem\d{{4}}(?:{_INCOMPLETE})?_.+_[0-9A-F]{{4}}(?:_\d+)?")
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)


def ascii_words(text: str) -> list[str]:
    """Return the words of a Vietnamese text in plain letters and digits ("Bản kiểm điểm" → Ban kiem diem)."""
    return re.findall(r"[a-z0-9]+", fold(clean_line(text)))


def camel(text: str) -> str:
    """Return a text as one ASCII word ("Tờ trình" → "ToTrinh")."""
    return "".join(word.capitalize() for word in ascii_words(text))


def initials(full_name: str) -> str:
    """Return a person's initials ("Nguyễn Văn Ất" → "NVA"); "X" where a name has no letter we can write."""
    return "".join(word[0] for word in ascii_words(full_name)).upper()[:_INITIALS] or "X"


def person_code(number: int, full_name: str) -> str:
    """Return how a person is called in file names: number in the list, then initials ("001_NVA")."""
    return f"{number:03d}_{initials(full_name)}"


def file_stem(*parts: str, practice: bool) -> str:
    """Return a file name without its ending, cut so that ending and counter still fit."""
    stem = "_".join(part for part in parts if part) or "X"
    prefix = PRACTICE_PREFIX if practice else ""
    if _RESERVED.fullmatch(stem):
        stem += "_"
    return (prefix + stem)[: COMPONENT_LIMIT - len(".docx") - _COUNTER_ROOM].rstrip("_- ") or "X"


def unique(stem: str, taken: Iterable[str]) -> str:
    """Return `stem`, numbered if that name is taken already in any spelling of capitals."""
    lowered = {name.lower() for name in taken}
    if stem.lower() not in lowered:
        return stem
    return next(name for i in range(2, 10_000) if (name := f"{stem}_{i}").lower() not in lowered)


def short_id(package_id: str) -> str:
    """Return the four digits of a package's id that people see in names."""
    return package_id[:4].upper()


def package_folder(
    year: int,
    cell_name: str,
    made_at: dt.datetime,
    package_id: str,
    *,
    practice: bool,
    incomplete: bool = False,
) -> str:
    """Return the final name of the folder: ``KiemDiem2017_CB-ThonDong_20171204-1530_7F3A``.

    An incomplete dossier says so: ``KiemDiem2017-CHUADU_…``; the name of the cell is cut where room is short.
    """
    head = (PRACTICE_PREFIX if practice else "") + f"KiemDiem{year}" + (_INCOMPLETE if incomplete else "")
    tail = f"{made_at:%Y%m%d-%H%M}_{short_id(package_id)}"
    bare = _CELL_WORDS.sub("", " ".join(ascii_words(cell_name)))
    room = min(_CELL_LENGTH, COMPONENT_LIMIT - len(head) - len(tail) - 2)
    return f"{head}_{f'CB-{camel(bare)}'[:room].rstrip('-')}_{tail}"


def is_package_folder(name: str) -> bool:
    """Return whether a folder bears the name of a package, whatever lies in it."""
    return _PACKAGE.fullmatch(name) is not None


def staging_folder(package_id: str) -> str:
    """Return the name of the folder while it is being written: ``~dang-ghi_7F3A``."""
    return STAGING_PREFIX + short_id(package_id)
