"""The years that the cell works in."""

from __future__ import annotations

from app.domain.cells import WorkYear
from app.domain.checking import checked
from app.domain.types import new_uid
from app.storage.database import Database
from app.storage.queries.review_year import review_year
from app.year.review_year import ReviewYear


class YearService:
    """The work years of the open database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def list(self) -> tuple[int, ...]:
        """Return the years, the latest first."""
        with self._database.read() as reader:
            return tuple(sorted((one.year for one in reader.rows(WorkYear)), reverse=True))

    def open(self, year: int) -> None:
        """Make `year` one of the cell's years; does nothing when it is one already. Raises `Invalid`."""
        with self._database.write("year.open") as work:
            if not work.count(WorkYear, year=year):
                work.add(checked(WorkYear, {"uid": new_uid(), "year": year}))

    def whole(self, year: int) -> ReviewYear:
        """Return the year with everything that belongs to it."""
        return review_year(self._database, year)
