"""Who is reviewed and who is rated this year."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from app.domain.population import Population
from app.rules.population_proposal import Proposal, proposals, roster_day
from app.rules.ruleset import from_snapshot
from app.services.begun_years import begun
from app.services.open_years import OpenYears, added, saved
from app.storage.database import Database
from app.storage.queries.review_year import review_year, review_year_in
from app.storage.store import Work
from app.year.review_year import ReviewYear


class PopulationService:
    """Diện kiểm điểm, đánh giá: two dispositions per member (R0-04; rulings.md 3.4)."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._years = OpenYears(database)

    def proposed(self, year: int) -> tuple[Proposal, ...]:
        """Return what the year's rules propose for each member, with the reason and where it stands.

        Standings count as of the day on which the list was fixed, else the end of the year. Raises `Refused`
        L-554 before the review of the year is begun.
        """
        return _proposals(review_year(self._database, year))

    def settle(self, year: int, dispositions: Mapping[str, Mapping[str, object]]) -> None:
        """Keep the dispositions of members by uid, as one step; raises `Invalid`."""
        with self._years.write("population.settle", year) as work:
            _keep(work, year, dispositions)

    def settle_as_proposed(self, year: int, members: Collection[str] | None = None) -> int:
        """Keep the proposals for `members` as one step and return how many were kept.

        `None` stands for all of whom nothing is settled yet; what people settled is never replaced unasked.
        Left out are who is gone and who cannot be told of yet. Raises `Refused` L-554 as `proposed` does.
        """
        with self._years.write("population.settle", year) as work:
            whole = review_year_in(work, year)
            wanted = _unsettled(whole) if members is None else set(members)
            kept = {
                one.member_uid: one.values()
                for one in _proposals(whole)
                if one.member_uid in wanted and one.is_settled
            }
            _keep(work, year, kept)
        return len(kept)


def _proposals(year: ReviewYear) -> tuple[Proposal, ...]:
    cycle = begun(year.cycles, year.year)
    return proposals(year, from_snapshot(cycle.ruleset_snapshot), roster_day(year))


def _unsettled(year: ReviewYear) -> set[str]:
    settled = {one.member_uid for one in year.population if one.review and one.rating}
    return {member.uid for member in year.members} - settled


def _keep(work: Work, year: int, dispositions: Mapping[str, Mapping[str, object]]) -> None:
    present = {one.member_uid: one for one in work.rows(Population, year=year)}
    for member, values in dispositions.items():
        if member in present:
            saved(work, Population, present[member].uid, present[member].rev, values)
        else:
            added(work, Population, year, {**values, "member_uid": member})
