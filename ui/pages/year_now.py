"""The facts of the year that a page shows, read once for all its lists."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from app.domain.people import Person, is_listed_on
from app.services.review import ReviewServices

if TYPE_CHECKING:
    from app.year.review_year import ReviewYear


class YearNow:
    """The year as it was read last; a page reads it again whenever it is refreshed."""

    year: ReviewYear

    def __init__(self, review: ReviewServices) -> None:
        self._review = review

    def read(self, year: int) -> None:
        """Read all facts of `year`."""
        self.year = self._review.whole(year)

    @property
    def has_begun(self) -> bool:
        """Return whether the review of the year was begun: before, nothing is entered."""
        return bool(self.year.cycles)

    @property
    def is_finished(self) -> bool:
        """Return whether the year is only looked at."""
        return any(cycle.finished_on for cycle in self.year.cycles)

    def people(self, today: dt.date) -> list[Person]:
        """Return the members of the cell in the year: today, or as it ended."""
        day = min(today, dt.date(self.year.year, 12, 31))
        return [one for one in self.year.people() if is_listed_on(one, day)]
