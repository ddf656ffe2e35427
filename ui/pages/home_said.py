"""What Trang chính says of the steps of the year, of the lines of work, and of the one act that leads on."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from app.services.home import HomeFacts, StepStanding, ToDo, YearStep
from ui.texts import home as words
from ui.theme.signs import State
from ui.widgets.step_line import Standing, Step
from ui.widgets.work_row import Work

SOON_DAYS = 7
_LASTING = "correct"
Target = tuple[str, str, str]
_SUBJECTS = {"paper.no_submission": "submission"}
"""What a line opens on its page where it concerns no stored record."""
_STATES = {"block": State.BLOCKED, "late": State.BLOCKED, "answer": State.LACKING, "soon": State.LACKING}


# The steps -------------------------------------------------------------------------------------------------


def step_title(step: YearStep) -> str:
    """Return a step in two words; one that this program does not know keeps the name of its rules."""
    return words.STEP_TITLES.get(step.code, step.name)


def steps_of(facts: HomeFacts) -> list[Step]:
    """Return the steps of the year as the line shows them."""
    return [Step(step_title(one), _fact(one), Standing(one.standing.value)) for one in facts.course]


def _fact(step: YearStep) -> str:
    if step.standing is StepStanding.DONE:
        return words.STEP_DONE_ON.format(day=_day(step.done_on)) if step.done_on else words.STEP_DONE
    if step.standing is StepStanding.PASSED:
        return words.STEP_PARTLY if step.is_begun else words.STEP_PASSED
    if step.due_on:
        said = words.STEP_DUE if step.due_is_fixed else words.STEP_EXPECTED
        return said.format(day=_day(step.due_on))
    if step.begins_on:
        return words.STEP_FROM.format(day=_day(step.begins_on))
    return words.STEP_DOING if step.standing is StepStanding.CURRENT else ""


def _day(day: dt.date) -> str:
    """Return a day of the line: it runs on into January, which nobody takes for the one before."""
    return words.DAY.format(date=day)


def said_day(day: dt.date, year: int) -> str:
    """Return a day of the work year without its year, another one with it."""
    return (words.DAY if day.year == year else words.DAY_OF_OTHER_YEAR).format(date=day)


def step_at(facts: HomeFacts, standing: StepStanding) -> tuple[int, YearStep] | None:
    """Return the step of this standing with its number, None where there is none."""
    found = ((at, one) for at, one in enumerate(facts.course, 1) if one.standing is standing)
    return next(found, None)


# The lines -------------------------------------------------------------------------------------------------


def group_of(line: ToDo, facts: HomeFacts, today: dt.date) -> str:
    """Return the group a line stands in: by its weight, its day, or because the conference waits for it."""
    if line.severity == "block":
        return "block"
    if line.is_late:
        return "late"
    if line.due_on and line.due_is_given and 0 <= (line.due_on - today).days <= SOON_DAYS:
        return "soon"
    meeting = facts.meeting
    waits = line.finding and line.severity != "note" and (line.due_on is None or not line.due_is_given)
    if waits and meeting and meeting.days_left is not None:
        return "meeting"
    return line.severity


def work_of(line: ToDo, group: str, facts: HomeFacts, today: dt.date) -> Work:
    """Return what the row of a line says."""
    text = words.LINES[line.code]
    values = {"count": line.count, "members": facts.members, **line.params}
    status = text.status.format_map(values)
    if line.due_on and line.due_is_given and (group in {"late", "soon"} or not status):
        status = said_due(line.due_on, today, facts.year)
    return Work(_STATES.get(group, State.OPEN), text.matter.format_map(values), _names(line), status)


def said_due(day: dt.date, today: dt.date, year: int) -> str:
    """Return a day that was set, and how far it is or how long it is over."""
    days, said = (day - today).days, said_day(day, year)
    if days < 0:
        return words.OVERDUE.format(day=said, days=-days)
    if days == 0:
        return words.DUE_TODAY
    if days == 1:
        return words.DUE_TOMORROW.format(day=said)
    return (words.DUE_SOON if days <= SOON_DAYS else words.DUE).format(day=said, days=days)


def _names(line: ToDo) -> str:
    names = ", ".join(line.names)
    return words.AND_MORE.format(names=names, more=line.more) if line.more else names


def target_of(line: ToDo) -> Target:
    """Return page, record and field that a line opens."""
    page, subject, field = line.opens
    return page, subject or _SUBJECTS.get(line.code, ""), field or ""


# The act that leads on -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Act:
    """The primary button: what it says and where it leads; `year` where it is another one."""

    words: str
    target: Target = ("", "", "")
    year: int = 0
    opens_next: bool = False
    """Whether the dialog of the next year is to be shown."""


def act_of(facts: HomeFacts, lines: tuple[ToDo, ...], *, has_next: bool) -> Act:
    """Return the one act that brings the year forward now."""
    if facts.is_finished:
        return _after(facts.year + 1, is_there=has_next)
    if not facts.members:
        return Act(words.LINES["members.none"].act, ("members", "", ""))
    if not facts.is_reviewed:
        return Act(words.BEGIN.format(year=facts.year), ("year", "", ""))
    current = step_at(facts, StepStanding.CURRENT)
    first = lines[0] if lines else None
    # Shortcomings are corrected far into the next year: what is wanting now comes before that.
    waits = first is not None and first.severity in {"block", "answer"}
    if current and not (waits and current[1].code == _LASTING):
        number, step = current
        place = step.opens
        said = words.GO_ON.format(number=number, step=step_title(step))
        return Act(said, (place.page, place.subject, place.field))
    return _seen_to(first) if first else Act(words.LOOK_AT_PROMISES, ("commitments", "", ""))


def _after(following: int, *, is_there: bool) -> Act:
    if is_there:
        return Act(words.GO_TO_NEXT.format(year=following), year=following)
    return Act(words.OPEN_NEXT.format(year=following), opens_next=True)


def _seen_to(line: ToDo) -> Act:
    return Act(words.LINES[line.code].act, target_of(line))
