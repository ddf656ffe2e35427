"""Correction of shortcomings: one ledger for the collective and for persons; inspections."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.members import Member
from app.domain.remediation import Inspection, RemediationItem, RemediationStep
from app.domain.shortcomings import Shortcoming
from app.services.open_years import OpenYears, added, added_last, next_place, removed, saved
from app.services.year_checks import refuse_carried
from app.storage.database import Database


class RemediationService:
    """Kế hoạch khắc phục and what became of it."""

    def __init__(self, database: Database) -> None:
        self._years = OpenYears(database)

    def plan(self, year: int) -> int:
        """Make an item for each concluded shortcoming that has none; return how many (R5-06).

        What was concluded on a member the member puts right; of the collective nobody is guessed.
        """
        with self._years.write("remediation.plan", year) as work:
            names = {one.uid: one.full_name for one in work.rows(Member)}
            known = {item.shortcoming for item in work.rows(RemediationItem, year=year)}
            wanted = [one for one in work.rows(Shortcoming, year=year) if one.counts and one.uid not in known]
            for position, one in enumerate(wanted, next_place(work, RemediationItem, year=year)):
                own = {"position": position, "shortcoming": one.uid, "target": one.target, "text": one.text}
                told = {"measure": one.measure, "due_on": one.due_on, "owner": names.get(one.target, "")}
                added(work, RemediationItem, year, {**own, **told})
            return len(wanted)

    def add(self, year: int, values: Mapping[str, object]) -> RemediationItem:
        """Add a matter to put right; it stands last. Raises `Invalid`."""
        with self._years.write("remediation.add", year) as work:
            return added_last(work, RemediationItem, year, values)

    def save(self, item: RemediationItem, values: Mapping[str, object]) -> RemediationItem:
        """Store the edited matter; raises `Invalid`, `NotFound`, `ChangedElsewhere`."""
        with self._years.write("remediation.edit", item.year) as work:
            return saved(work, RemediationItem, item.uid, item.rev, values)

    def remove(self, item: RemediationItem) -> None:
        """Remove a matter with its milestones, as one step; raises `Refused` L-544 for one carried over."""
        with self._years.write("remediation.remove", item.year) as work:
            refuse_carried(work.get(RemediationItem, item.uid).carried_from)
            removed(work, RemediationItem, item.uid)

    def put_step(self, item: RemediationItem, position: int, values: Mapping[str, object]) -> RemediationStep:
        """Keep the milestone at this place; raises `Invalid`."""
        own = {"item": item.uid, "position": position}
        with self._years.write("remediation.step", item.year) as work:
            for present in work.rows(RemediationStep, year=item.year, **own):
                return saved(work, RemediationStep, present.uid, present.rev, values)
            return added(work, RemediationStep, item.year, {**values, **own})

    def add_inspection(self, year: int, values: Mapping[str, object]) -> Inspection:
        """Record an inspection; raises `Invalid`."""
        with self._years.write("inspection.add", year) as work:
            return added(work, Inspection, year, values)

    def save_inspection(self, one: Inspection, values: Mapping[str, object]) -> Inspection:
        """Store the edited inspection; raises `Invalid`, `NotFound`, `ChangedElsewhere`."""
        with self._years.write("inspection.edit", one.year) as work:
            return saved(work, Inspection, one.uid, one.rev, values)
