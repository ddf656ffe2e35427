"""The words of the lines of a list that is looked through: what becomes of each, what was noticed."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from app.common.messages import problem_sentence
from app.domain.members import PoliticalTheory, Sex
from app.domain.standings import StandingKind
from app.domain.types import show_date
from app.errors import Problem
from app.services.import_preview import FieldChange, ImportRow
from ui.dialogs.import_choice import ImportChoice
from ui.models.covering import covered
from ui.models.fact_words import fact_words
from ui.models.record_table import Column
from ui.texts import importing as words
from ui.theme.signs import State

NUMBER: Final = "card_number"
_STATES: Final = {
    "new": State.DONE,
    "known": State.NOT_APPLICABLE,
    "faulty": State.BLOCKED,
    "skipped": State.NOT_APPLICABLE,
}
_STORED_DATE: Final = re.compile(r"\d{4}(-\d{2}){0,2}")
_CHOICES: Final = {"sex": Sex, "political_theory": PoliticalTheory, "standing": StandingKind}


def value(field: str) -> Callable[[ImportRow], str]:
    """Return what shows a fact of a line."""
    return lambda row: row.values.get(field, "")


def date(field: str) -> Callable[[ImportRow], str]:
    """Return what shows a date of a line; one that was not understood stays as it stands in the file."""

    def shown(row: ImportRow) -> str:
        stored = row.values.get(field, "")
        return show_date(stored) if _STORED_DATE.fullmatch(stored) else stored

    return shown


def result(row: ImportRow, *, shown: bool = True) -> str:
    """Return what was noticed in a line and what it changes; numbers are covered unless `shown`."""
    changes = [change_words(change, shown=shown) for change in row.changes]
    return " ".join([*changes, *_noticed(row, shown=shown)])


def noticed(row: ImportRow, *, shown: bool) -> str:
    """Return what was noticed in a line besides the facts that it changes."""
    return " ".join(_noticed(row, shown=shown))


def _noticed(row: ImportRow, *, shown: bool) -> list[str]:
    problems = (*row.problems, *row.notes)
    said = [_placed(problem if shown else _with_covered_number(problem)) for problem in problems]
    if row.status == "known":
        text = words.IS_KNOWN_ROW if row.known_row else words.IS_KNOWN if row.sure else words.MAY_BE_KNOWN
        said.insert(0, text.format(name=row.known_as, row=row.known_row))
    elif row.status == "skipped":
        said.append(words.SKIPPED[row.why])
    elif row.status == "new" and not said:
        said.append(words.IS_NEW)
    return said


def change_words(change: FieldChange, *, shown: bool = True) -> str:
    """Return a changed fact as old and new."""
    hide = change.field == NUMBER and not shown
    old, new = (_fact(change.field, value) for value in (change.old, change.new))
    text = words.CHANGED if change.old else words.ADDED_FACT
    return text.format(
        field=words.FIELDS[change.field], old=covered(old) if hide else old, new=covered(new) if hide else new
    )


def names_number(row: ImportRow) -> bool:
    """Return whether the words of a line hold a number of the person."""
    fields = [one.field for one in (*row.problems, *row.notes)] + [one.field for one in row.changes]
    return NUMBER in fields


def columns(choice: ImportChoice) -> tuple[Column[ImportRow], ...]:
    """Return the columns of the list that is looked through, under what is chosen at the moment."""
    return (
        Column[ImportRow]("row", words.ROW, lambda row: str(row.row), width=72, sort=lambda row: row.row),
        Column[ImportRow]("full_name", words.NAME, value("full_name"), width=170),
        Column[ImportRow]("born_on", words.BORN, date("born_on"), width=100),
        Column[ImportRow]("admitted_on", words.ADMITTED, date("admitted_on"), width=116),
        Column[ImportRow](
            "act",
            words.ACT,
            lambda row: act(row, choice),
            width=156,
            state=lambda row: _state(row, choice),
        ),
        Column[ImportRow]("result", words.RESULT, result, covered=lambda row: result(row, shown=False)),
    )


def act(row: ImportRow, choice: ImportChoice) -> str:
    """Return what becomes of a line as it is chosen."""
    if row.status in {"faulty", "skipped"}:
        return words.ACTS[row.status]
    if choice.is_new(row):
        return words.ACTS["new"]
    if row.changes:
        taken = choice.taken(row)
        return words.TAKES.format(taken=taken, all=len(row.changes)) if taken else words.ACTS["kept"]
    return words.ACTS["left" if row.status == "new" else "same"]


def _state(row: ImportRow, choice: ImportChoice) -> State:
    if row.status == "new" and not choice.is_new(row):
        return State.NOT_APPLICABLE
    if row.changes and not choice.is_new(row):
        return State.DONE if choice.taken(row) == len(row.changes) else State.ASKED
    return State.DONE if choice.is_new(row) else _STATES[row.status]


def _fact(field: str, stored: str) -> str:
    return fact_words(field, _CHOICES[field](stored) if stored and field in _CHOICES else stored)


def _with_covered_number(problem: Problem) -> Problem:
    if problem.field != NUMBER:
        return problem
    params = {
        name: covered(value) if isinstance(value, str) else value for name, value in problem.params.items()
    }
    return Problem(problem.field, problem.code, params)


def _placed(problem: Problem) -> str:
    value = problem.params.get("value", "")
    return (words.AT_COLUMN if value else words.AT_EMPTY).format(
        column=problem.params.get("column", ""), value=value, sentence=problem_sentence(problem)
    )
