"""What stands beside the lines of the home page: the conference at hand and the ledger of corrections."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from app.domain.conferences import Conference, ConferenceState
from app.domain.remediation import RemediationItem, RemediationState
from app.domain.targets import CELL, COLLECTIVE
from app.year.review_year import ReviewYear

SHOWN = 2
"""So many matters of the ledger stand beside the lines."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """The conference that is not closed yet, or the last one that is: when and where, who is convened."""

    uid: str
    is_closed: bool
    held_on: dt.date | None
    """Its next sitting; the last one where it is closed."""
    started_at: str
    place: str
    sittings: int
    days_left: int | None
    """Days until that sitting, 0 today; None where it is over or has no day."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A matter of the ledger that is open: its words, who answers for it, by when, how many days late."""

    uid: str
    text: str
    owner: str
    due_on: dt.date | None
    days_late: int


@dataclass(frozen=True, slots=True)
class Corrections:
    """The ledger of the year: how many matters, how many open and late, and those that are due first."""

    all: int
    open: int
    late: int
    first: tuple[Correction, ...]


def meeting_of(year: ReviewYear, today: dt.date) -> Meeting | None:
    """Return the conference to look at; None where none is planned."""
    if not year.conferences:
        return None
    chosen = min(year.conferences, key=lambda one: _order(year, one))
    sittings = sorted(
        (one for one in year.sittings if one.conference == chosen.uid), key=lambda one: one.position
    )
    dated = [one for one in sittings if one.held_on]
    ahead = [one for one in dated if one.held_on and one.held_on >= today]
    is_closed = chosen.state is ConferenceState.CLOSED
    next_one = ahead[0] if ahead and not is_closed else dated[-1] if dated else None
    held_on = next_one.held_on if next_one else None
    return Meeting(
        uid=chosen.uid,
        is_closed=is_closed,
        held_on=held_on,
        started_at=next_one.started_at if next_one else "",
        place=next_one.place if next_one else "",
        sittings=len(sittings),
        days_left=(held_on - today).days if held_on and ahead and not is_closed else None,
    )


def _order(year: ReviewYear, one: Conference) -> tuple[bool, int]:
    """The first that is open comes first; of those that are over the last one."""
    days = [sitting.held_on for sitting in year.sittings if sitting.conference == one.uid and sitting.held_on]
    first = min(days, default=dt.date.max).toordinal()
    is_closed = one.state is ConferenceState.CLOSED
    return is_closed, -first if is_closed else first


def corrections_of(year: ReviewYear, today: dt.date) -> Corrections | None:
    """Return the ledger in numbers, None where nothing stands in it."""
    items = year.remediation_items
    if not items:
        return None
    names = {one.uid: one.full_name for one in year.members}
    open_ones = [one for one in items if one.state is not RemediationState.DONE]
    open_ones.sort(key=lambda one: (one.due_on or dt.date.max, one.position))
    told = [_correction(one, names, today) for one in open_ones]
    return Corrections(
        all=len(items),
        open=len(open_ones),
        late=sum(one.days_late > 0 for one in told),
        first=tuple(told[:SHOWN]),
    )


def _correction(item: RemediationItem, names: dict[str, str], today: dt.date) -> Correction:
    late = (today - item.due_on).days if item.due_on else 0
    owner = item.owner or names.get(item.target, "")
    if item.target in {CELL, COLLECTIVE} and not item.owner:
        owner = ""
    return Correction(item.uid, item.text, owner, item.due_on, max(late, 0))
