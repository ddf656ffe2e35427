"""Standings (trạng thái): how a member belongs to the cell and takes part in its life, each with its dates.

Sources: documents-and-meetings.md 5.5 (exemption, transfers, striking off), 2.3 (who is present).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from app.domain.periods import Period, clashes, covers, end_problems, has_begun
from app.domain.types import Entry, Line, Owned, PartialDate, earliest_day, latest_day
from app.errors import Problem


class StandingKind(StrEnum):
    """What a member's standing is, beside being an ordinary member of this cell."""

    EXEMPT = "exempt"
    SUSPENDED = "suspended"
    TEMPORARY_HERE = "temporary_here"
    TEMPORARY_AWAY = "temporary_away"
    INTERRUPTED = "interrupted"
    TRANSFERRED_IN = "transferred_in"
    TRANSFERRED_OUT = "transferred_out"
    STRUCK_OFF = "struck_off"
    LEFT = "left"
    DIED = "died"


class ExemptReason(StrEnum):
    """Why a member is exempt: for age or health the cell decides, otherwise the committee above (5.5)."""

    UNKNOWN = ""
    AGE_OR_HEALTH = "age_or_health"
    TREATMENT = "treatment"
    ABROAD = "abroad"
    MOBILE_WORK = "mobile_work"
    BEFORE_RETIREMENT = "before_retirement"
    MATERNITY = "maternity"
    OTHER = "other"


GONE = frozenset(
    {StandingKind.TRANSFERRED_OUT, StandingKind.STRUCK_OFF, StandingKind.LEFT, StandingKind.DIED}
)
"""Standings from whose first day the person is no member of this cell."""
EVENTS = GONE | {StandingKind.TRANSFERRED_IN}
"""Standings that begin and have no end of their own."""
_TELLING = EVENTS | {StandingKind.TEMPORARY_HERE}
FINAL = GONE - {StandingKind.TRANSFERRED_OUT}
"""Standings after which nothing begins in this cell; who is transferred out may come back."""
ABSENT = frozenset(
    {
        StandingKind.EXEMPT,
        StandingKind.SUSPENDED,
        StandingKind.TEMPORARY_AWAY,
        StandingKind.INTERRUPTED,
    }
)
"""Standings in which a member belongs to the cell without taking part in its meetings."""


class StandingFields(Period):
    """What is kept of a standing; `place` is where the member goes to or comes from."""

    kind: StandingKind
    reason: ExemptReason = ExemptReason.UNKNOWN
    place: Line = ""
    decision_number: Line = ""
    decided_on: PartialDate = ""


class StandingEntry(Entry, StandingFields):
    """A standing as it stands in a form."""


class Standing(Owned, StandingFields):
    """A standing as stored."""


def standings_on(standings: Iterable[Standing], day: dt.date) -> tuple[Standing, ...]:
    """Return the standings that hold on `day`, oldest first; of who is gone, that alone."""
    standings = tuple(standings)
    last = _last_event(standings, day)
    gone = last if last and last.kind in GONE else None
    lasting = [one for one in standings if one.kind not in EVENTS and covers(one, day)]
    if gone:
        lasting = [one for one in lasting if _order(one) > _order(gone)]
    return tuple(sorted(lasting, key=_order)) or ((gone,) if gone else ())


def holds_on(standings: Iterable[Standing], kind: StandingKind, day: dt.date) -> bool:
    """Return whether a standing of this kind holds on `day`."""
    return any(one.kind is kind for one in standings_on(standings, day))


def belongs_on(standings: Sequence[Standing], day: dt.date) -> bool:
    """Return whether the member counts to the strength of this cell on `day`.

    Not before the transfer in nor after leaving; who is here for a time only counts where the home is.
    """
    telling = _last_event(standings, day)
    if telling:
        return telling.kind is StandingKind.TRANSFERRED_IN
    # Nothing has happened yet: what comes first tells what the person was before it.
    first = min((one for one in standings if one.kind in _TELLING), key=_order, default=None)
    return first is None or first.kind in GONE


def takes_part_on(standings: Sequence[Standing], day: dt.date) -> bool:
    """Return whether the member is to be at the meetings of this cell on `day`."""
    kinds = {one.kind for one in standings_on(standings, day)}
    if StandingKind.TEMPORARY_HERE in kinds:
        return not kinds & ABSENT
    return belongs_on(standings, day) and not kinds & ABSENT


def standing_problems(standings: Sequence[StandingFields], today: dt.date) -> Iterator[tuple[int, Problem]]:
    """Yield what cannot be true of the standings of one person, with the place of the standing."""
    for place, one in enumerate(standings):
        yield from ((place, problem) for problem in _alone(one, today))
    for first, second in clashes(standings):
        if _exclude(standings[first], standings[second]):
            yield second, Problem("started_on", "standing.two_at_once")
    for place, one in enumerate(standings):
        if any(_surely_after(one, last) for last in standings if last.kind in FINAL and last is not one):
            yield place, Problem("started_on", "standing.after_the_end")


def _alone(one: StandingFields, today: dt.date) -> Iterator[Problem]:
    yield from end_problems(one)
    if one.kind in EVENTS and one.ended_on:
        yield Problem("ended_on", "standing.no_end")
    if one.reason and one.kind is not StandingKind.EXEMPT:
        yield Problem("reason", "standing.reason_of_exempt")
    if one.decided_on and earliest_day(one.decided_on) > today:
        yield Problem("decided_on", "date.future")


def _exclude(one: StandingFields, other: StandingFields) -> bool:
    if one.kind in EVENTS or other.kind in EVENTS:
        return False
    guest_and_away = {StandingKind.TEMPORARY_HERE, StandingKind.TEMPORARY_AWAY}
    return one.kind is other.kind or {one.kind, other.kind} == guest_and_away


def _surely_after(one: StandingFields, last: StandingFields) -> bool:
    if not one.started_on or not last.started_on:
        return False
    return earliest_day(one.started_on) > latest_day(last.started_on)


def _last_event(standings: Iterable[Standing], day: dt.date) -> Standing | None:
    happened = [one for one in standings if one.kind in EVENTS and has_begun(one, day)]
    return max(happened, key=_order, default=None)


def _order(one: Standing) -> tuple[dt.date, bool, str]:
    """Order by first day; what began at an unknown time comes first, and leaving follows coming."""
    day = earliest_day(one.started_on) if one.started_on else dt.date.min
    return day, one.kind in GONE, one.uid
