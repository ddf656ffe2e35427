"""A practice year as it stood on a day of it: what came later is not there yet.

Every record has the day on which it came into being: its own, or that of the matter it belongs to. What is
written into a record later (a result, an answer, a day on which something was done) is empty until then.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from app.domain.shortcomings import Origin
from app.domain.types import Record
from app.year.review_year import ReviewYear

CAME: Mapping[str, tuple[str, ...]] = {
    "papers": ("dated_on",),
    "rewards": ("awarded_on", "decided_on"),
    "disciplines": ("decided_on",),
    "legal_bases": ("dated_on",),
    "guidance": ("dated_on",),
    "suggestion_letters": ("received_on",),
    "explanations": ("finished_on",),
    "clarifications": ("asked_on",),
    "commitments": ("received_on",),
    "programmes": ("adopted_on",),
    "task_assignments": ("dated_on",),
    "self_reviews": ("handed_in_on",),
    "collective_reports": ("adopted_on", "sent_on"),
    "outside_opinions": ("received_on",),
    "outside_ratings": ("dated_on",),
    "sittings": ("held_on",),
    "ballots": ("held_on",),
    "score_sheets": ("scored_on",),
    "recognised_levels": ("dated_on",),
    "inspections": ("dated_on",),
}
"""By list: the first of these days that a record has is the one on which it came."""
WRITTEN_LATER: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "members": ("official_on", ("official_on",)),
    "milestones": ("done_on", ("done_on", "done_by")),
    "guidance": ("done_on", ("done_on",)),
    "population": ("supplement_received_on", ("supplement_received_on",)),
    "cycles": ("announced_on", ("announced_on", "announced_how", "next_direction")),
    "remediation_items": ("finished_on", ("finished_on", "state", "result", "evidence", "signed_off_by")),
    "programme_items": ("due_on", ("outcome", "result", "exceeded")),
    "assigned_tasks": ("due_on", ("outcome", "result", "exceeded")),
}
"""By list: until that day these fields are empty."""


def as_of(year: ReviewYear, day: dt.date, begun: dt.date) -> ReviewYear:
    """Return the year as it stood on the evening of `day`, the review having been begun on `begun`."""
    lists = {one.name: getattr(year, one.name) for one in dataclasses.fields(ReviewYear)}
    lists = {name: records for name, records in lists.items() if isinstance(records, tuple)}
    days = _Days(year, begun)
    kept = {
        name: tuple(one for one in records if days.of(name, one) <= day) for name, records in lists.items()
    }
    gone = {one.uid for name, records in lists.items() for one in records} - {
        one.uid for records in kept.values() for one in records
    }
    while dropped := _belonging(kept, gone):
        kept = {
            name: tuple(one for one in records if one.uid not in dropped) for name, records in kept.items()
        }
        gone |= dropped
    written: dict[str, Any] = {
        name: tuple(_unwritten(name, one, day, year) for one in records) for name, records in kept.items()
    }
    return dataclasses.replace(year, **written)


class _Days:
    """On which day each record of the year came."""

    def __init__(self, year: ReviewYear, begun: dt.date) -> None:
        self._january = dt.date(year.year, 1, 1)
        self._begun = begun
        self._held: dict[str, dt.date] = {}
        for one in sorted(year.sittings, key=lambda one: str(one.held_on), reverse=True):
            if one.held_on:
                self._held[one.conference] = one.held_on
        self._met = max(one.held_on for one in year.sittings if one.held_on)
        self._writes = {one.member_uid: one.handed_in_on for one in year.self_reviews}
        self._sent = next((one.sent_on for one in year.collective_reports if one.sent_on), self._met)

    def of(self, name: str, one: Any) -> dt.date:
        """Return the day on which a record of the list came."""
        if name in {"cycles", "rounds", "milestones", "population"}:
            return self._begun
        if name in {"shortcomings", "sign_checks"}:
            return self._written(one)
        if name in {"proposed_levels", "reward_proposals"}:
            return self._met
        if name == "remediation_items" and one.shortcoming:
            return self._met
        if name == "conferences":
            return self._held[one.uid]
        own = (getattr(one, field, None) for field in CAME.get(name, ()))
        return next((_day(value) for value in own if value), self._january)

    def _written(self, one: Any) -> dt.date:
        if getattr(one, "origin", Origin.SELF_ADMITTED) is not Origin.SELF_ADMITTED:
            return self._met
        return self._writes.get(one.target) or self._sent


def _day(value: dt.date | str) -> dt.date:
    """Return the day; the first of a month or year where only that is known."""
    return value if isinstance(value, dt.date) else dt.date.fromisoformat(f"{value}-01-01"[:10])


def _belonging(lists: Mapping[str, Iterable[Record]], gone: set[str]) -> set[str]:
    """Return who names a record that is not there."""
    return {
        one.uid
        for records in lists.values()
        for one in records
        if any(isinstance(value, str) and value in gone for name, value in one if name != "uid")
    }


def _unwritten(name: str, one: Any, day: dt.date, year: ReviewYear) -> Any:
    later = set[str]()
    if name in WRITTEN_LATER:
        field, fields = WRITTEN_LATER[name]
        when = getattr(one, field, None)
        if when and _day(when) > day:
            later |= set(fields)
    written = min(one.handed_in_on for one in year.self_reviews if one.handed_in_on)
    if name == "commitment_items" and written > day:
        later |= {"degree", "result"}
    if name == "earlier_shortcomings" and written > day:
        later |= {"correction", "result", "evidence"}
    if name == "rounds" and all(sitting.held_on and sitting.held_on > day for sitting in year.sittings):
        later |= {"lessons"}
    kept = {key: value for key, value in one.model_dump().items() if key not in later}
    return type(one).model_validate(kept) if later else one
