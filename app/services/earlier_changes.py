"""What texts in the first-year table would change: old and new, or what is wrong and expected."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from pydantic_core import PydanticCustomError

from app.common.text import clean_line
from app.domain.checking import checked
from app.domain.commitments import CommitmentItemFields
from app.domain.earlier_years import DUE, PROMISE, SHORTCOMING, as_cell, items_in
from app.domain.remediation import RemediationItemFields
from app.domain.self_reviews import EarlierShortcomingFields
from app.domain.targets import CELL
from app.domain.types import parse_date, show_date
from app.errors import Invalid, Problem
from app.rules.past_levels import level_names, past_word, says_nothing
from app.services.earlier_table import EarlierRow, EarlierTable, as_terms

Texts: TypeAlias = Mapping[str, str]
"""Texts of one row by column; an empty one takes away what stands there."""
Edits: TypeAlias = Mapping[str, Texts]
"""Texts of several rows, by target."""
_SHOWN_LETTERS = 60


@dataclass(frozen=True, slots=True)
class CellChange:
    """One cell: what is stored, what would be; `problem` says why it cannot be."""

    target: str
    column: str
    old: str
    new: str
    problem: Problem | None = None


def changes_in(table: EarlierTable, edits: Edits) -> tuple[CellChange, ...]:
    """Return what the texts change; a cell that says what is stored changes nothing."""
    rows = {row.target: row for row in table.rows}
    return tuple(
        change
        for target, texts in edits.items()
        if target in rows
        for change in row_changes(rows[target], texts)
    )


def row_changes(row: EarlierRow, texts: Texts) -> tuple[CellChange, ...]:
    """Return what the texts change in one row, in the order of its columns."""
    return tuple(_changes(row, {column: text for column, text in texts.items() if column.isdigit()})) + tuple(
        _matters(row, texts)
    )


def _changes(row: EarlierRow, texts: Texts) -> Iterator[CellChange]:
    for column, text in sorted(texts.items()):
        old = row.cells.get(column, "")
        word = past_word(text, int(column), of_cell=row.of_cell)
        new = "" if says_nothing(text) else word.name if word else clean_line(text)
        if new == old:
            continue
        problem = None
        if column in row.carried:
            problem = _problem(column, "earlier.carried", text)
        elif new and not word:
            problem = _no_level(row, column, text)
        yield CellChange(row.target, column, old, new, problem)


def _matters(row: EarlierRow, texts: Texts) -> Iterator[CellChange]:
    for column in (SHORTCOMING, PROMISE, DUE):
        if column not in texts:
            continue
        text, old = texts[column], row.cells.get(column, "")
        new = _terms(row, texts) if column == DUE else as_cell(named_in(text))
        if new != old:
            problem = _problem(column, "earlier.carried", text) if column in row.carried else None
            yield CellChange(row.target, column, old, new, problem or _wrong(row, column, texts))


def terms_of(promises: int, text: str) -> tuple[str, ...]:
    """Return the term of each promise: one for all, or one a line; a dash says that there is none."""
    lines = tuple("" if says_nothing(line) else clean_line(line) for line in text.split("\n") if line.strip())
    return lines * promises if len(lines) == 1 else lines or ("",) * promises


def _terms(row: EarlierRow, texts: Texts) -> str:
    """Return terms as they would be shown once stored."""
    terms = terms_of(len(promises_of(row, texts)), texts[DUE])
    if not terms:
        return "" if says_nothing(texts[DUE]) else texts[DUE]  # terms of nothing: said as a fault
    return as_terms([_as_date(term) for term in terms] if row.of_cell else terms)


def promises_of(row: EarlierRow, texts: Texts) -> tuple[str, ...]:
    """Return the promises of the row once the texts are stored."""
    return named_in(texts.get(PROMISE, row.cells.get(PROMISE, "")))


def named_in(text: str) -> tuple[str, ...]:
    """Return the matters of a cell; a dash names none."""
    return () if says_nothing(text) else items_in(text)


def _as_date(term: str) -> str:
    try:
        return show_date(parse_date(term))
    except PydanticCustomError:
        return term


def _wrong(row: EarlierRow, column: str, texts: Texts) -> Problem | None:
    text = texts[column]
    if column == DUE:
        return _wrong_term(row, texts)
    for item in items_in(text):
        found = _too_long(row, column, item)
        if found:
            return found
    return None


def _wrong_term(row: EarlierRow, texts: Texts) -> Problem | None:
    text = texts[DUE]
    promises = promises_of(row, texts)
    if says_nothing(text):
        return None
    if not promises:
        return _problem(DUE, "earlier.no_promise", text)
    terms = terms_of(len(promises), text)
    if len(terms) != len(promises):
        return _problem(DUE, "earlier.terms", text, terms=len(terms), promises=len(promises))
    for term in filter(None, terms):
        found = _too_long(row, DUE, term)
        if found:
            return found
    return None


def _too_long(row: EarlierRow, column: str, text: str) -> Problem | None:
    """Return what the declared field says against a text; of the cell's terms, that they are whole dates."""
    try:
        if column == SHORTCOMING:
            checked(EarlierShortcomingFields, {"year": 2017, "target": CELL, "from_year": 2016, "text": text})
        elif row.of_cell:
            name = "due_on" if column == DUE else "text"
            checked(RemediationItemFields, {"year": 2017, "target": CELL, "text": "-", name: text})
        else:
            name = "due" if column == DUE else "content"
            checked(CommitmentItemFields, {"year": 2017, "commitment": "", "content": "-", name: text})
    except Invalid as error:
        first = error.problems[0]
        return _problem(column, first.code, text, **first.params)
    return None


def _no_level(row: EarlierRow, column: str, text: str) -> Problem:
    levels = "; ".join(level_names(int(column), of_cell=row.of_cell))
    code = "earlier.no_level_of_cell" if row.of_cell else "earlier.no_level"
    return _problem(column, code, text, levels=levels, year=column)


def _problem(column: str, code: str, text: str, **params: object) -> Problem:
    shown = clean_line(text)
    shown = shown if len(shown) <= _SHOWN_LETTERS else f"{shown[:_SHOWN_LETTERS]}…"
    return Problem(column, code, {"value": shown, **params})
