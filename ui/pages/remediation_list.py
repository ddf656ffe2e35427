"""The ledger of what is to be put right, as a list."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from app.common.text import name_key
from app.domain.remediation import RemediationItem, RemediationState, RemediationStep
from app.domain.targets import CELL, COLLECTIVE
from ui.lists.kind import ALL, ListKind, ReadyFilter
from ui.models.record_table import Column
from ui.pages.due_words import said_day
from ui.pages.remediation_kinds import STATES, name_of, overdue
from ui.pages.year_now import YearNow
from ui.texts import remediation as words
from ui.texts.fields import chosen_words
from ui.theme.signs import State

Today = Callable[[], dt.date]


@dataclass(frozen=True, slots=True)
class RemediationLine:
    """A matter with its milestones and whose it is."""

    item: RemediationItem
    whose: str
    steps: tuple[RemediationStep, ...]

    @property
    def is_collective(self) -> bool:
        """Return whether it is no single person's matter."""
        return self.item.target in {COLLECTIVE, CELL}

    @property
    def is_done(self) -> bool:
        """Return whether it was put right."""
        return self.item.state is RemediationState.DONE


def lines_of(now: YearNow) -> list[RemediationLine]:
    """Return a line for each matter of the year."""
    steps = now.year.remediation_steps
    return [
        RemediationLine(one, name_of(now, one.target), tuple(step for step in steps if step.item == one.uid))
        for one in now.year.remediation_items
    ]


def remediation_list_kind(today: Today) -> ListKind[RemediationLine]:
    """Return the ledger of a year: what is due first stands first."""

    def late(line: RemediationLine) -> bool:
        return bool(overdue(line.item, today()))

    told = words.FILTERS
    return ListKind(
        name="remediation",
        columns=_columns(today),
        filters=(
            ReadyFilter(ALL, told["all"], lambda _one: True),
            ReadyFilter("late", told["late"], late),
            ReadyFilter("lacking", told["lacking"], lambda one: not (one.item.owner and one.item.due_on)),
            ReadyFilter("no_step", told["no_step"], lambda one: not one.steps and not one.is_done),
            ReadyFilter("collective", told["collective"], lambda one: one.is_collective, always=False),
            ReadyFilter("done", told["done"], lambda one: one.is_done, always=False),
        ),
        identity=lambda one: one.item.uid,
        words=words.LIST_WORDS,
        first_to_go=("steps", "owner", "due_on", "whose"),
        empty_glyph="tray",
    )


def _columns(today: Today) -> tuple[Column[RemediationLine], ...]:
    def state(line: RemediationLine) -> State:
        return State.BLOCKED if overdue(line.item, today()) else STATES[line.item.state]

    return (
        Column(
            "due_on",
            words.DUE,
            lambda one: said_day(one.item.due_on),
            width=100,
            sort=lambda one: one.item.due_on or dt.date.max,
            value=lambda one: one.item.due_on or "",
        ),
        Column(
            "whose",
            words.WHOSE,
            lambda one: one.whose,
            width=130,
            roomy=200,
            sort=lambda one: (not one.is_collective, name_key(one.whose)),
            searched=True,
        ),
        Column("text", words.WHAT, lambda one: one.item.text, width=180, roomy=640, searched=True),
        Column(
            "state",
            words.HOW_FAR,
            lambda one: overdue(one.item, today()) or chosen_words(one.item.state),
            width=168,
            state=state,
        ),
        Column("owner", words.OWNER, lambda one: one.item.owner, width=150, searched=True),
        Column("steps", words.STEPS, _said_steps, width=70),
    )


def _said_steps(line: RemediationLine) -> str:
    done = sum(one.done_on is not None for one in line.steps)
    return words.STEPS_DONE.format(done=done, all=len(line.steps)) if line.steps else ""
