"""The list on screen as a value that can leave: what is shown, in words that say how it was chosen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.listing import ListedColumn, Listing, Value
from ui.lists.kind import ALL, ListKind, R
from ui.models.list_layout import ListLayout
from ui.models.record_table import Column, RecordTable
from ui.texts import lists as words


@dataclass(frozen=True, slots=True)
class Conditions:
    """How the records on screen were chosen."""

    chip: str
    """Code of the pressed filter, and how it is called."""
    chip_words: str
    query: str
    about: str = ""
    only_chosen: bool = False


def listing_of(
    kind: ListKind[R],
    table: RecordTable[R],
    layout: ListLayout,
    records: Sequence[R],
    how: Conditions,
    day: dt.date,
) -> Listing:
    """Return `records` under the columns of `layout`."""
    columns = [kind.column(key) for key in layout.shown]
    covered = bool(kind.words.covered) and not table.uncovered and any(column.covered for column in columns)
    total = kind.words.total.format(shown=len(records))
    notes = [
        *([how.about] if how.about else []),
        *([words.SENTENCE.format(first=conditions_said(how))] if conditions_said(how) else []),
        order_said(table),
        *([words.CHOSEN_ONLY] if how.only_chosen else []),
        words.MADE.format(total=total, day=day),
        *([kind.words.covered] if covered else []),
    ]
    return Listing(
        title=kind.words.label,
        columns=tuple(ListedColumn(one.title, one.width, one.to_right) for one in columns),
        rows=tuple(tuple(_value(table, record, column) for column in columns) for record in records),
        notes=tuple(notes),
    )


def conditions_said(how: Conditions) -> str:
    """Return filter and searched words in a sentence without its stop, nothing where everything is shown."""
    said = [] if how.chip == ALL else [words.FILTERED.format(filter=how.chip_words)]
    said += [words.SEARCHED.format(query=how.query)] if how.query else []
    text = "; ".join(said)
    return text[:1].upper() + text[1:]


def kept_said(chip_words: str, query: str, table: RecordTable[R], columns: int) -> str:
    """Return what a filter of one's own would keep."""
    searched = [words.SEARCHED.format(query=query)] if query else []
    return words.COMMA.join([chip_words, *searched, _order(table), words.COLUMN_COUNT.format(count=columns)])


def order_said(table: RecordTable[R]) -> str:
    """Return the order of a list as a sentence."""
    said = _order(table)
    return words.SENTENCE.format(first=said[:1].upper() + said[1:])


def _order(table: RecordTable[R]) -> str:
    key, turned = table.order
    column = next(column for column in table.columns if column.key == key)
    return (words.SORTED_BACK if turned else words.SORTED_BY).format(column=column.name)


def _value(table: RecordTable[R], record: R, column: Column[R]) -> Value:
    if column.value and (table.uncovered or not column.covered):
        return column.value(record)
    return table.words(record, column)
