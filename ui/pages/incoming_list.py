"""The register of papers that came in, as a list."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from app.services.incoming_papers import IncomingLine
from ui.lists.kind import ALL, ListKind, ReadyFilter
from ui.models.record_table import Column
from ui.texts import registers as words
from ui.theme.signs import State

Today = Callable[[], dt.date]


def incoming_kind(today: Today) -> ListKind[IncomingLine]:
    """Return the register of a year by its numbers, as it is printed."""
    return ListKind(
        name="incoming",
        columns=_columns(),
        filters=(
            ReadyFilter(ALL, words.IN_FILTERS["all"], lambda _one: True),
            ReadyFilter("waiting", words.IN_FILTERS["waiting"], is_waiting),
            ReadyFilter("late", words.IN_FILTERS["late"], lambda one: _is_late(one, today()), always=False),
        ),
        identity=lambda one: one.uid,
        words=words.IN_WORDS,
        first_to_go=("assigned_to", "dated_on", "handled_on", "due_on", "number", "issuer"),
        empty_glyph="tray",
    )


def _columns() -> tuple[Column[IncomingLine], ...]:
    return (
        Column(
            "register_number",
            words.CAME_NUMBER,
            _number,
            width=136,
            sort=lambda one: (one.number is None, one.number or 0),
            value=lambda one: one.number or "",
            state=lambda one: State.LACKING if one.number is None else None,
        ),
        _day("received_on", words.CAME_ON),
        _text("number", words.NUMBER, 110),
        _day("dated_on", words.DATED),
        _text("issuer", words.CAME_FROM, 140),
        Column("subject_line", words.CAME_SUBJECT, subject_of, width=220, roomy=420, searched=True),
        _text("assigned_to", words.CAME_TO, 120),
        _day("due_on", words.CAME_DUE),
        _day("handled_on", words.CAME_DONE),
        Column(
            "entered_as",
            words.CAME_AS,
            lambda one: words.ENTERED.get(one.entered_as, ""),
            width=170,
            searched=True,
            optional=True,
        ),
        Column("note", words.NOTE, lambda one: one.said("note"), width=140, optional=True),
    )


def subject_of(line: IncomingLine) -> str:
    """Return what a paper is about; a letter of the review says what it is."""
    return line.said("subject_line") or (words.LETTER_SUBJECT if line.entered_as else "")


def is_waiting(line: IncomingLine) -> bool:
    """Return whether somebody has yet to deal with the paper, or to register it."""
    return line.number is None or line.day("handled_on") is None


def _is_late(line: IncomingLine, today: dt.date) -> bool:
    due = line.day("due_on")
    return line.day("handled_on") is None and due is not None and due < today


def _number(line: IncomingLine) -> str:
    return words.NOT_IN_REGISTER if line.number is None else f"{line.number:02d}"


def _text(field: str, title: str, width: int) -> Column[IncomingLine]:
    return Column(field, title, lambda one: one.said(field), width=width, searched=True)


def _day(field: str, title: str) -> Column[IncomingLine]:
    def said(line: IncomingLine) -> str:
        day = line.day(field)
        return words.DAY.format(date=day) if day else ""

    return Column(
        field,
        title,
        said,
        width=96,
        sort=lambda one: one.day(field) or dt.date.max,
        value=lambda one: one.day(field) or "",
        searched=True,
    )
