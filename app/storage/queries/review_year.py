"""The whole year of a cell in one frozen value, read in one committed state."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from app.domain.cells import Cell
from app.domain.levels import PastLevel
from app.domain.members import Member
from app.domain.outgoing_papers import OutgoingPaper, Submission
from app.domain.targets import YearRecord
from app.errors import NotFound
from app.storage.database import Database
from app.storage.queries.about import without
from app.storage.queries.people import owned_by
from app.storage.store import GONE, Reader
from app.year.dump import record_lists
from app.year.review_year import FILES, ReviewYear


def review_year(database: Database, year: int, *, files: bool = False) -> ReviewYear:
    """Return all records of `year` outside the trash, whole files only when asked for.

    Raises `NotFound` while no cell is stored.
    """
    with database.read() as reader:
        return review_year_in(reader, year, files=files)


def review_year_in(
    reader: Reader, year: int, lists: Collection[str] | None = None, *, files: bool = False
) -> ReviewYear:
    """Return the year as an open read or write sees it; raises `NotFound` while no cell is stored.

    With `lists` only those of the review are read and the others are empty: a gate asks for a few of them.
    """
    cells = reader.rows(Cell)
    if not cells:
        raise NotFound(GONE, kind="cell", uid="")
    members = reader.rows(Member, trashed_on=None)
    trashed = [member.uid for member in reader.rows(Member) if member.trashed_on]
    review: dict[str, Any] = {
        name: tuple(reader.rows(kind, year=year))
        for name, kind in record_lists().items()
        if issubclass(kind, YearRecord) and (lists is None or name in lists) and (files or name not in FILES)
    }
    review["past_levels"] = tuple(reader.rows(PastLevel)) if lists is None else ()
    papers = _papers(reader, year, trashed)
    there = {paper.uid for paper in papers}
    review["word_editions"] = tuple(one for one in review.get("word_editions", ()) if one.paper in there)
    return ReviewYear(
        year=year,
        cell=cells[0],
        members=tuple(members),
        papers=papers,
        submissions=tuple(reader.rows(Submission, year=year)),
        **owned_by(reader, members),
        **(without(review, trashed) if trashed else review),
    )


def _papers(reader: Reader, year: int, trashed: Collection[str]) -> tuple[OutgoingPaper, ...]:
    """Return the papers of the year but for those about somebody in the trash."""
    papers = reader.rows(OutgoingPaper, year=year, trashed_on=None)
    return tuple(one for one in papers if one.target not in trashed)
