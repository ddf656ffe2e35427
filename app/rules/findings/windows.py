"""When a requirement speaks: too early, among what is to do, or with its full weight (rulings.md 2.3)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from app.domain.conferences import ConferenceState
from app.rules.findings.requirement import Requirement, SittingDay, Weight
from app.rules.gates import Gate
from app.rules.outlook import Outlook
from app.rules.stages import due_day


def weight_of(requirement: Requirement, outlook: Outlook) -> Weight | None:
    """Return the severity, "todo" before the stage of the requirement, None where that is too early."""
    window = requirement.window
    if outlook.stage.rank >= window.from_stage.rank:
        return requirement.severity.value
    due = due_of(requirement, outlook)
    if due is None or not window.todo_days:
        return None
    return "todo" if outlook.today >= due - dt.timedelta(days=window.todo_days) else None


def due_of(requirement: Requirement, outlook: Outlook) -> dt.date | None:
    """Return the day on which a requirement is due; None where it has none."""
    due = requirement.window.due_under(outlook.ruleset)
    return due_day(outlook.year, outlook.ruleset, due) if due else None


def weight_of_gates(requirement: Requirement, outlook: Outlook, due: dt.date | None) -> Weight | None:
    """Return how much closed gates weigh; the act itself they hold back at any time.

    Whoever is in time reads of it among what is to do: it must be done first once the act is at hand, or the
    day on which it was due is over.
    """
    window = requirement.window
    if outlook.stage.rank >= window.from_stage.rank:
        return "block"
    if window.todo_from is None or outlook.stage.rank < window.todo_from.rank:
        return None
    return "block" if due is not None and outlook.today > due else "todo"


def due_of_gates(requirement: Requirement, outlook: Outlook, closed: Iterable[Gate]) -> dt.date | None:
    """Return by when the closed gates are to be opened: their own days, the sittings, the window's day."""
    found = [gate.due_on for gate in closed if gate.due_on]
    if own := due_of(requirement, outlook):
        found.append(own)
    planned = _planned(outlook)
    if planned and requirement.window.sitting is SittingDay.EVE_OF_FIRST:
        found.append(min(planned) - dt.timedelta(days=1))
    first = min(found, default=None)
    if first and planned and requirement.window.sitting is SittingDay.LAST:
        return max(first, *planned)
    return first


def _planned(outlook: Outlook) -> list[dt.date]:
    """Return the days of the sittings of conferences that are not over."""
    open_ones = {one.uid for one in outlook.year.conferences if one.state is not ConferenceState.CLOSED}
    return [one.held_on for one in outlook.year.sittings if one.conference in open_ones and one.held_on]
