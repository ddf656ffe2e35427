"""The words of the rows of a pasted table: whom they are about, what they change, what is wrong with them."""

from __future__ import annotations

from typing import Final

from app.common.messages import problem_sentence
from app.errors import Problem
from app.services.earlier_changes import CellChange
from app.services.earlier_pasting import PastedRow
from app.services.earlier_table import EarlierTable
from app.services.earlier_words import short_text
from ui.dialogs.pasted_choice import PastedChoice
from ui.models.earlier_heads import column_title, subject_name
from ui.models.record_table import Column
from ui.texts import earlier as words
from ui.theme.signs import State

_STATES: Final = {
    "taken": State.DONE,
    "left": State.NOT_APPLICABLE,
    "same": State.NOT_APPLICABLE,
    "faulty": State.BLOCKED,
    "open": State.ASKED,
}


def change_words(table: EarlierTable, change: CellChange, *, short: bool = False) -> str:
    """Return a changed cell as old and new."""
    row = table.row(change.target)
    texts = [short_text(row, change.column, one) if short else one for one in (change.old, change.new)]
    old, new = (text or words.NOTHING for text in texts)
    return words.CHANGE.format(column=column_title(table, change.column), old=old, new=new)


def problem_words(choice: PastedChoice, problem: Problem) -> str:
    """Return what is wrong, with the column as the pasted table calls it."""
    title = choice.pasted.title_of(problem.field)
    why = problem_sentence(problem)
    return words.FAULT.format(column=title, why=why) if title else why


def columns(choice: PastedChoice) -> tuple[Column[PastedRow], ...]:
    """Return the columns of the list of rows, under what is chosen at the moment."""
    return (
        Column[PastedRow](
            "number", words.LINE, lambda row: str(row.number), width=72, sort=lambda row: row.number
        ),
        Column[PastedRow]("name", words.NAME_THERE, lambda row: row.name or words.NO_NAME, width=180),
        Column[PastedRow]("who", words.WHO, lambda row: _who(choice, row), width=180),
        Column[PastedRow](
            "act",
            words.ACT,
            lambda row: words.ACTS[choice.act(row)].format(count=len(choice.changes(row))),
            width=140,
            state=lambda row: _STATES[choice.act(row)],
        ),
        Column[PastedRow]("result", words.RESULT, lambda row: result(choice, row)),
    )


def result(choice: PastedChoice, row: PastedRow) -> str:
    """Return in one line what is wrong with a row or what it changes."""
    problems = choice.problems(row)
    if problems:
        return " ".join(problem_words(choice, one) for one in problems)
    if not choice.target(row):
        return asked(row)
    table = choice.pasted.table
    return "; ".join(change_words(table, one, short=True) for one in choice.changes(row))


def asked(row: PastedRow) -> str:
    """Return what is asked about a row whose subject is not sure."""
    return words.MANY_ALIKE.format(count=len(row.candidates)) if row.candidates else words.UNKNOWN


def _who(choice: PastedChoice, row: PastedRow) -> str:
    target = choice.target(row)
    return subject_name(choice.pasted.table.row(target)) if target else words.NOBODY
