"""The yearly cycle: begun with its rule set, held to its dates, closed round by round, finished."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from app.common.clock import Clock
from app.domain.cells import WorkYear
from app.domain.checking import checked, refuse_errors
from app.domain.cycles import (
    Cycle,
    CycleFields,
    Guidance,
    LegalBasis,
    Milestone,
    ReReviewOrder,
    Round,
    RoundFields,
)
from app.domain.review_checks import review_problems
from app.domain.types import new_uid
from app.errors import Refused
from app.services.open_years import OpenYears, added, removed, saved
from app.services.year_checks import refuse_closed_round
from app.storage.database import Database
from app.storage.store import Work


class Pinned(Protocol):
    """What a cycle keeps of its rule set, so that an old year reads as it did."""

    @property
    def id(self) -> str:
        """Return its identity."""

    @property
    def version(self) -> str:
        """Return its version."""

    @property
    def sha256(self) -> str:
        """Return the hash of its snapshot."""

    @property
    def snapshot(self) -> str:
        """Return the merged rule set as JSON text."""


class CycleService:
    """Đợt kiểm điểm of each year, with bases, milestones, rounds and orders to review again."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._years = OpenYears(database)

    def get(self, year: int) -> Cycle | None:
        """Return the year's cycle, or None where none was begun."""
        with self._database.read() as reader:
            return next(iter(reader.rows(Cycle, year=year)), None)

    def begin(self, year: int, ruleset: Pinned, values: Mapping[str, object]) -> Cycle:
        """Begin the review of a year, which is opened by it, with its first round.

        Raises `Invalid`, `Refused` L-547 where it was begun.
        """
        draft = checked(CycleFields, {**values, "year": year})
        refuse_errors(review_problems(draft))
        with self._years.write("cycle.begin", year) as work:
            if work.count(Cycle, year=year):
                raise Refused("L-547", year=year)
            cycle = Cycle(
                uid=new_uid(),
                ruleset=ruleset.id,
                ruleset_version=ruleset.version,
                ruleset_sha256=ruleset.sha256,
                ruleset_snapshot=ruleset.snapshot,
                **draft.model_dump(),
            )
            work.add(cycle)
            if not work.count(WorkYear, year=year):
                work.add(WorkYear(uid=new_uid(), year=year))
            work.add(Round(uid=new_uid(), year=year, number=1, opened_on=self._clock.today()))
            return cycle

    def save(self, cycle: Cycle, values: Mapping[str, object]) -> Cycle:
        """Store what was settled for the review; raises `Invalid`, `ChangedElsewhere`."""
        with self._years.write("cycle.edit", cycle.year) as work:
            return saved(work, Cycle, cycle.uid, cycle.rev, values)

    def finish(self, cycle: Cycle) -> Cycle:
        """Close the year for good: it is read-only from now on."""
        with self._years.write("cycle.finish", cycle.year) as work:
            for one in work.rows(Round, year=cycle.year, closed_on=None):
                work.change(Round, one.uid, one.rev, closed_on=self._clock.today())
            return work.change(Cycle, cycle.uid, cycle.rev, finished_on=self._clock.today())

    def add_basis(self, year: int, values: Mapping[str, object]) -> LegalBasis:
        """Record a document that the year's papers are based on (R0-02); raises `Invalid`."""
        with self._years.write("cycle.add_basis", year) as work:
            return added(work, LegalBasis, year, values)

    def remove_basis(self, basis: LegalBasis) -> None:
        """Remove a document from the bases."""
        with self._years.write("cycle.remove_basis", basis.year) as work:
            removed(work, LegalBasis, basis.uid)

    def put_milestone(self, year: int, code: str, values: Mapping[str, object]) -> Milestone:
        """Keep due date and completion of a milestone; raises `Invalid`."""
        with self._years.write("cycle.milestone", year) as work:
            for present in work.rows(Milestone, year=year, code=code):
                return saved(work, Milestone, present.uid, present.rev, values)
            return added(work, Milestone, year, {**values, "code": code})

    def add_guidance(self, year: int, values: Mapping[str, object]) -> Guidance:
        """Log what the upper committee asked for (R5-02); raises `Invalid`."""
        with self._years.write("cycle.add_guidance", year) as work:
            return added(work, Guidance, year, values)

    def save_guidance(self, one: Guidance, values: Mapping[str, object]) -> Guidance:
        """Store the edited entry; raises `Invalid`, `NotFound`, `ChangedElsewhere`."""
        with self._years.write("cycle.edit_guidance", one.year) as work:
            return saved(work, Guidance, one.uid, one.rev, values)


class RoundService:
    """Rounds of a review: one, and another for each order to review again (R5-03)."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._clock = clock
        self._years = OpenYears(database)

    def write_lessons(self, one: Round, lessons: str) -> Round:
        """Keep what was learnt of the round (R5-04); also of a closed one, whose facts stay as they are."""
        draft = checked(RoundFields, {"year": one.year, "number": one.number, "lessons": lessons})
        with self._years.write("round.lessons", one.year) as work:
            return work.change(Round, one.uid, one.rev, lessons=draft.lessons)

    def close(self, one: Round) -> Round:
        """Close a round: nothing in it changes any more; raises `Refused` L-541 for one that is closed."""
        with self._years.write("round.close", one.year) as work:
            refuse_closed_round(work.get(Round, one.uid))
            return work.change(Round, one.uid, one.rev, closed_on=self._clock.today())

    def order_again(self, year: int, values: Mapping[str, object]) -> ReReviewOrder:
        """Record the order to review again and open the next round; the last one closes as it is (R5-03)."""
        with self._years.write("round.order_again", year) as work:
            order = added(work, ReReviewOrder, year, values)
            last = self._closed_last(work, year)
            opened = self._clock.today()
            work.add(Round(uid=new_uid(), year=year, number=last + 1, opened_on=opened, opened_by=order.uid))
            return order

    def _closed_last(self, work: Work, year: int) -> int:
        rounds = work.rows(Round, year=year)
        for one in rounds:
            if one.closed_on is None:
                work.change(Round, one.uid, one.rev, closed_on=self._clock.today())
        return max((one.number for one in rounds), default=0)
