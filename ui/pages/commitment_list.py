"""The members of the year with their commitments and tasks, as a list."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from app.common.text import name_key
from app.domain.commitments import AssignedTask, Commitment, CommitmentItem, Degree
from app.domain.people import Person
from ui.lists.kind import ALL, ListKind, ReadyFilter
from ui.models.record_table import Column
from ui.pages.commitment_kinds import is_late, is_open
from ui.pages.due_words import said_day
from ui.pages.year_now import YearNow
from ui.texts import commitments as words
from ui.theme.signs import State

Today = Callable[[], dt.date]


@dataclass(frozen=True, slots=True)
class CommitmentLine:
    """A member with what he promised and what he was given to do."""

    person: Person
    own: Commitment | None
    items: tuple[CommitmentItem, ...]
    tasks: tuple[AssignedTask, ...]

    @property
    def is_lacking(self) -> bool:
        """Return whether there is no commitment, and no reason for that either."""
        return self.own is None

    @property
    def is_excused(self) -> bool:
        """Return whether it is said why there is none."""
        return bool(self.own and self.own.missing_reason and not self.own.received_on)

    @property
    def assessed(self) -> int:
        """Return of how many promises the result is known."""
        return sum(one.degree is not Degree.UNKNOWN for one in self.items)


def lines_of(now: YearNow, today: dt.date) -> list[CommitmentLine]:
    """Return a line for each member of the year."""
    year = now.year
    own = {one.member_uid: one for one in year.commitments}
    return [
        CommitmentLine(
            person,
            own.get(person.uid),
            tuple(one for one in year.commitment_items if _is_of(one, own.get(person.uid))),
            tuple(one for one in year.assigned_tasks if one.target == person.uid),
        )
        for person in now.people(today)
    ]


def commitment_list_kind(today: Today) -> ListKind[CommitmentLine]:
    """Return the list of the members of a year by name."""

    def late(line: CommitmentLine) -> int:
        return sum(is_late(one, today()) for one in line.tasks)

    def not_done(line: CommitmentLine) -> bool:
        return any(one.degree is Degree.NOT_DONE for one in line.items)

    told = words.FILTERS
    return ListKind(
        name="commitment",
        columns=_columns(late),
        filters=(
            ReadyFilter(ALL, told["all"], lambda _one: True),
            ReadyFilter("none", told["none"], lambda one: one.is_lacking),
            ReadyFilter("unassessed", told["unassessed"], lambda one: one.assessed < len(one.items)),
            ReadyFilter("not_done", told["not_done"], not_done, always=False),
            ReadyFilter("no_task", told["no_task"], lambda one: not one.tasks),
            ReadyFilter("late", told["late"], lambda one: late(one) > 0, always=False),
        ),
        identity=lambda one: one.person.uid,
        words=words.LIST_WORDS,
        first_to_go=("received_on", "tasks", "items"),
        empty_glyph="users",
        step_glyph="arrow-right",
    )


def _is_of(item: CommitmentItem, own: Commitment | None) -> bool:
    return own is not None and item.commitment == own.uid


def _columns(late: Callable[[CommitmentLine], int]) -> tuple[Column[CommitmentLine], ...]:
    return (
        Column(
            "full_name",
            words.NAME,
            lambda one: one.person.member.full_name,
            width=172,
            roomy=300,
            sort=lambda one: name_key(one.person.member.full_name),
            searched=True,
        ),
        Column("state", words.STATE, _said, width=150, roomy=200, state=_state),
        Column(
            "received_on",
            words.CAME_ON,
            lambda one: said_day(one.own.received_on) if one.own else "",
            width=96,
            sort=lambda one: (one.own.received_on if one.own else None) or dt.date.max,
            value=lambda one: (one.own.received_on if one.own else None) or "",
        ),
        Column("items", words.ITEMS, _said_items, width=120),
        Column(
            "tasks",
            words.TASKS,
            lambda one: _said_tasks(one, late(one)),
            width=150,
            state=lambda one: State.BLOCKED if late(one) else None,
        ),
    )


def _said(line: CommitmentLine) -> str:
    own = line.own
    if own is None:
        return words.NONE
    if line.is_excused:
        return words.EXCUSED
    if own.received_on is None:
        return words.BEGUN
    return words.HAS_PAPER if own.on_paper else words.HAS


def _state(line: CommitmentLine) -> State:
    if line.own is None:
        return State.LACKING
    if line.is_excused:
        return State.NOT_APPLICABLE
    return State.DONE if line.own.received_on else State.PARTLY


def _said_items(line: CommitmentLine) -> str:
    return words.ASSESSED.format(done=line.assessed, all=len(line.items)) if line.items else ""


def _said_tasks(line: CommitmentLine, late: int) -> str:
    if not line.tasks:
        return ""
    done = words.TASKS_DONE.format(done=sum(not is_open(one) for one in line.tasks), all=len(line.tasks))
    return f"{done}, {words.TASKS_LATE.format(count=late)}" if late else done
