"""Names of a paper's files and putting them into a folder without touching what lies there."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app.common.files import told, write_whole
from app.domain.outgoing_papers import OutgoingPaper
from app.package import names
from app.services.made import Made

_DRAFT = "DU-THAO"
_ENDINGS = {".docx", ".xlsx", ".pdf"}


def put_papers(
    folder: Path, paper: OutgoingPaper, made: Made, *, called: Sequence[str], is_practice: bool
) -> tuple[Path, ...]:
    """Write the files of `paper` under one free name and return their paths; `called` as in `file_stem`.

    One that only Word can set whole has no PDF. Raises `EnvironmentFailed` (L-102 … L-104).
    """
    with told():
        folder.mkdir(parents=True, exist_ok=True)
        taken = {path.stem for path in folder.iterdir() if path.suffix.lower() in _ENDINGS}
        stem = names.unique(file_stem(paper, called, is_practice=is_practice), taken)
        parts = {folder / f"{stem}.{made.ending}": made.file, folder / f"{stem}.pdf": made.kept_pdf}
    for path, content in parts.items():
        if content:
            write_whole(path, content)
    return tuple(path for path, content in parts.items() if content)


def file_stem(paper: OutgoingPaper, called: Sequence[str], *, is_practice: bool) -> str:
    """Return ``05-TTr-CB_ToTrinh_20171204``; a paper not yet issued says so (``DU-THAO_…``).

    `called` are the words between number and day: whom it is about, if anybody, then what it is.
    """
    parts = [*called, f"{paper.dated_on:%Y%m%d}"]
    if not paper.is_issued:
        parts.insert(0, _DRAFT)
    elif paper.number:
        symbol = "".join(names.ascii_words(paper.symbol)).upper()
        parts.insert(0, f"{paper.number:02d}-{paper.type_code}-{symbol}")
    return names.file_stem(*parts, practice=is_practice)
