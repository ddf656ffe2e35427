"""The course of a year as its rule set names it: which steps are done, where one stands, what comes next.

A step is done when what it asks for is entered, or when the cell wrote the day on which it was done. Nothing
is guessed: a step that others have passed by without a trace is told as such.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from app.domain.conferences import ConferenceBody, TurnState
from app.domain.outside_opinions import OutsideBody
from app.domain.remediation import RemediationState
from app.domain.self_reviews import ReportVersion, WritingState
from app.domain.targets import COLLECTIVE
from app.rules.findings.places import Place
from app.rules.outlook import Outlook
from app.rules.ruleset_base import Mark
from app.rules.stages import PREPARING_DAYS, due_day, has_own_day

if TYPE_CHECKING:
    from app.rules.ruleset import Step

HANDED_IN = frozenset({WritingState.HANDED_IN, WritingState.FINAL})


class StepStanding(StrEnum):
    """How far a step is."""

    DONE = "done"
    PASSED = "passed"
    """The cell went on, and of this one nothing is entered, or not all of it."""
    CURRENT = "current"
    NEXT = "next"
    """The first that is open, while its time has not come."""
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class YearStep:
    """A step of the rule set: how far it is, when it was done or is due, and the place where it is done."""

    code: str
    name: str
    standing: StepStanding
    opens: Place
    is_begun: bool = False
    """Whether anything is entered of it."""
    done_on: dt.date | None = None
    due_on: dt.date | None = None
    due_is_fixed: bool = False
    """Whether a document or the cell itself fixed that day; else it is a default to go by."""
    begins_on: dt.date | None = None
    """From when it is prepared, where its time has not come."""


@dataclass(frozen=True, slots=True)
class Trace:
    """What is entered of a step: whether all of it, whether anything, and the day of the last of it."""

    is_done: bool = False
    is_begun: bool = False
    on: dt.date | None = None


def year_course(outlook: Outlook) -> tuple[YearStep, ...]:
    """Return the steps of the year in the order of its rule set; none before its review is begun."""
    if outlook.cycle is None:
        return ()
    steps = [one for one in outlook.ruleset.steps if outlook.has_collective or one.code not in _OF_COLLECTIVE]
    traces = [_trace(outlook, one.code) for one in steps]
    reached = _reached([one.code for one in steps], traces)
    dues = _dues(outlook, steps)
    found = []
    for at, (step, trace) in enumerate(zip(steps, traces, strict=True)):
        begins = due - dt.timedelta(days=PREPARING_DAYS) if (due := dues[at]) else None
        is_time = trace.is_begun or begins is None or outlook.today >= begins
        standing = _standing(at, reached, trace, is_time=is_time)
        one = _step(outlook, step, standing, trace)
        found.append(dataclasses.replace(one, begins_on=begins) if standing is StepStanding.NEXT else one)
    return tuple(found)


def _reached(codes: list[str], traces: list[Trace]) -> int:
    """Return where one stands: at the first step that others wait for, else at the last that was begun."""
    done = (at + 1 for at, one in enumerate(traces) if one.is_done)
    begun = (at for at, one in enumerate(traces) if one.is_begun)
    last = max([*done, *begun], default=0)
    finished = {code for code, one in zip(codes, traces, strict=True) if one.is_done}
    return next((at for at in range(last) if _is_waited_for(codes[at], traces[at], finished)), last)


def _is_waited_for(code: str, trace: Trace, finished: set[str]) -> bool:
    """Return whether the cell cannot go on before a step is done: the review before the levels, and so on."""
    until = _UNTIL.get(code)
    if until is None or trace.is_done or not (trace.is_begun or code in _NEVER_LEFT_OUT):
        return False
    return not finished & {until, *_SENT}


def _standing(at: int, reached: int, trace: Trace, *, is_time: bool) -> StepStanding:
    if trace.is_done:
        return StepStanding.DONE
    if at != reached:
        return StepStanding.PASSED if at < reached else StepStanding.AHEAD
    return StepStanding.CURRENT if is_time else StepStanding.NEXT


def _step(outlook: Outlook, step: Step, standing: StepStanding, trace: Trace) -> YearStep:
    deadline = next((one for one in outlook.ruleset.deadlines if one.code == step.code), None)
    verified = deadline is not None and deadline.source.mark is Mark.VERIFIED
    return YearStep(
        code=step.code,
        name=step.name,
        standing=standing,
        opens=_opens(outlook, step.code),
        is_begun=trace.is_begun,
        done_on=trace.on if standing is StepStanding.DONE else None,
        due_on=due_day(outlook.year, outlook.ruleset, step.code),
        due_is_fixed=verified or has_own_day(outlook.year, step.code),
    )


def _dues(outlook: Outlook, steps: Iterable[Step]) -> list[dt.date | None]:
    """Return by when each step is due: where it has no day of its own, before the next one that has.

    After the last day that is known nothing is waited for: the committee's decision comes when it comes.
    """
    own = [due_day(outlook.year, outlook.ruleset, one.code) for one in steps]
    return [next((day for day in own[at:] if day), None) for at in range(len(own))]


# What is entered of each step ------------------------------------------------------------------------------


def _trace(outlook: Outlook, code: str) -> Trace:
    told = next((one for one in outlook.year.milestones if one.code == code and one.done_on), None)
    if told and told.done_on and told.done_on <= outlook.today:
        return Trace(is_done=True, on=told.done_on)
    return _TRACES[code](outlook) if code in _TRACES else Trace()


def _plan(outlook: Outlook) -> Trace:
    plans = [one for one in outlook.year.papers if one.kind == "review_plan"]
    issued = [one.dated_on for one in plans if one.is_issued]
    return Trace(bool(issued), bool(plans), max(issued, default=None))


def _suggestions(outlook: Outlook) -> Trace:
    letters = outlook.year.suggestion_letters
    return Trace(bool(letters), bool(letters), _last(one.received_on for one in letters))


def _writing(outlook: Outlook) -> Trace:
    own = [outlook.self_reviews.get(uid) for uid in outlook.roster.reviewed]
    handed = [one for one in own if one and one.state in HANDED_IN]
    reports = outlook.year.collective_reports
    reported = any(one.state in HANDED_IN or one.version is ReportVersion.FINAL for one in reports)
    is_done = bool(own) and len(handed) == len(own) and (reported or not outlook.has_collective)
    return Trace(is_done, bool(handed or reports), _last(one.handed_in_on for one in handed))


def _review_collective(outlook: Outlook) -> Trace:
    return _reviewed(outlook, (COLLECTIVE,))


def _review_members(outlook: Outlook) -> Trace:
    return _reviewed(outlook, outlook.roster.reviewed)


def _reviewed(outlook: Outlook, targets: tuple[str, ...]) -> Trace:
    over = {TurnState.DONE, TurnState.POSTPONED}
    turned = [uid for uid in targets if any(one.state in over for one in outlook.turns.get(uid, ()))]
    over_ones = {one.uid for one in outlook.closed_conferences}
    closed = {one.uid for one in outlook.closed_conferences if one.body is ConferenceBody.CELL}
    is_closed = all(one.conference in over_ones for uid in targets for one in outlook.turns.get(uid, ()))
    days = (one.held_on for one in outlook.year.sittings if one.conference in closed)
    is_done = bool(targets) and len(turned) == len(targets) and is_closed
    return Trace(is_done, bool(turned), _last(days))


def _complete_report(outlook: Outlook) -> Trace:
    final = [one for one in outlook.year.collective_reports if one.version is ReportVersion.FINAL]
    done = [one for one in final if one.state is WritingState.FINAL]
    return Trace(bool(done), bool(final), _last(one.adopted_on for one in done))


def _self_rated(outlook: Outlook) -> Trace:
    """The own level stands in the self-review already: it is a step of its own once the cell has met."""
    told = [one for one in outlook.roster.rated if one in outlook.self_reviews]
    rated = all(outlook.self_reviews[one].self_level for one in told)
    return Trace(is_done=bool(told) and rated and _has_met(outlook))


def _rated_by_others(outlook: Outlook) -> Trace:
    """Until 2022 those who take part in the rating write their own first (21-HD/BTCTW)."""
    # An employer rates the official, not the member of the Party.
    given = [one for one in outlook.year.outside_ratings if one.body is not OutsideBody.EMPLOYER]
    return Trace(bool(given), bool(given), _last(one.dated_on for one in given))


def _proposed(outlook: Outlook) -> Trace:
    rated = outlook.roster.rated
    known = {one.target for one in outlook.year.proposed_levels}
    told = [uid for uid in rated if uid in known]
    return Trace(bool(rated) and len(told) == len(rated), bool(known))


def _sent(outlook: Outlook) -> Trace:
    days = [one.written_at.date() for one in outlook.year.submissions if one.written_at]
    return Trace(bool(days), bool(outlook.year.submissions), max(days, default=None))


def _decided(outlook: Outlook) -> Trace:
    given = outlook.year.recognised_levels
    known = {one.target for one in given}
    rated = outlook.roster.rated
    is_done = bool(rated) and all(uid in known for uid in rated)
    return Trace(is_done, bool(given), _last(one.dated_on for one in given))


def _announced(outlook: Outlook) -> Trace:
    day = outlook.cycle.announced_on if outlook.cycle else None
    return Trace(day is not None, on=day)


def _corrected(outlook: Outlook) -> Trace:
    items = outlook.year.remediation_items
    known = {one.shortcoming for one in items}
    concluded = [one for one in outlook.year.shortcomings if one.counts]
    planned = bool(concluded) and all(one.uid in known for one in concluded)
    is_done = bool(items) and planned and all(one.state is RemediationState.DONE for one in items)
    # What came over from last year is corrected all year long; the step follows the review.
    return Trace(is_done and _has_met(outlook), on=_last(one.finished_on for one in items))


def _has_met(outlook: Outlook) -> bool:
    return any(one.body is ConferenceBody.CELL for one in outlook.closed_conferences)


def _last(days: Iterable[dt.date | None]) -> dt.date | None:
    return max((day for day in days if day), default=None)


_TRACES: Mapping[str, Callable[[Outlook], Trace]] = {
    "plan": _plan,
    "suggestions": _suggestions,
    "writing": _writing,
    "review_collective": _review_collective,
    "review_members": _review_members,
    "complete_report": _complete_report,
    "self_rate": _self_rated,
    "subjects_rate": _rated_by_others,
    "vote": _proposed,
    "appraise": _proposed,
    "send": _sent,
    "decision": _decided,
    "announce": _announced,
    "correct": _corrected,
}
_UNTIL: Mapping[str, str] = {
    "writing": "review_members",
    "review_collective": "review_members",
    "review_members": "send",
    "complete_report": "send",
    "vote": "send",
    "appraise": "send",
}
"""Steps to go on with, whatever was begun after them, until that one is done or the dossier is sent."""
_SENT = frozenset({"send", "decision", "announce"})
"""Once one of them is done, nothing of the review is waited for."""
_NEVER_LEFT_OUT = frozenset({"review_members"})
"""Who was not reviewed is not rated (R4-01): without it nobody goes on, begun or not."""
_OF_COLLECTIVE = frozenset({"review_collective", "complete_report"})
"""Steps that a cell without a collective under review does not have (rulings.md 3.5)."""


# Where each step is done -----------------------------------------------------------------------------------

_PLACES: Mapping[str, Place] = {
    "plan": Place("papers", "review_plan"),
    "suggestions": Place("letters", field="suggestion_letter"),
    "writing": Place("review"),
    "complete_report": Place("writing", COLLECTIVE, "collective_report"),
    "self_rate": Place("review"),
    "subjects_rate": Place("levels", field="levels"),
    "vote": Place("levels", field="levels"),
    "appraise": Place("levels", field="levels"),
    "send": Place("packages"),
    "decision": Place("levels", "recognise"),
    "announce": Place("year", field="announced_on"),
    "correct": Place("remediation"),
}
_IN_CONFERENCE = frozenset({"review_collective", "review_members"})


def _opens(outlook: Outlook, code: str) -> Place:
    if code in _IN_CONFERENCE:
        # Before there is a conference, it is planned first.
        return Place("conference", field="turns" if outlook.year.conferences else "conference")
    return _PLACES.get(code, Place("year"))
