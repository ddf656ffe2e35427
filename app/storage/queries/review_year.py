"""The whole year of a cell in one frozen value, read in one committed state."""

from __future__ import annotations

from app.domain.cells import Cell
from app.domain.members import Member
from app.domain.outgoing_papers import OutgoingPaper, Submission
from app.errors import NotFound
from app.storage.database import Database
from app.storage.queries.people import owned_by
from app.storage.store import GONE
from app.year.review_year import ReviewYear


def review_year(database: Database, year: int) -> ReviewYear:
    """Return all records of `year` outside the trash; raises `NotFound` while no cell is stored."""
    with database.read() as reader:
        cells = reader.rows(Cell)
        if not cells:
            raise NotFound(GONE, kind="cell", uid="")
        members = reader.rows(Member, trashed_on=None)
        return ReviewYear(
            year=year,
            cell=cells[0],
            members=tuple(members),
            papers=tuple(reader.rows(OutgoingPaper, year=year, trashed_on=None)),
            submissions=tuple(reader.rows(Submission, year=year)),
            **owned_by(reader, members),
        )
