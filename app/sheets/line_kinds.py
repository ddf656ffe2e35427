"""Tells the lines of a list that are persons from headings, totals, signatures and repeated heads."""

from __future__ import annotations

import re
from collections import defaultdict

from app.common.text import clean_line, fold, search_form
from app.sheets.headers import Header
from app.sheets.table import Span, Table, TableRow
from app.sheets.vocabulary import field_of, folded_word, names_people, words

_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_YEAR_DIGITS = 4
_COUNTING = re.compile(r"\(?(?:\d{1,2}|[A-Z])\)?")
_GROUP_NUMBER = re.compile(r"(?:[IVX]{1,5}|[A-H])[.)/]?")
_GROUP_LINE = re.compile(r"(?:[IVX]{1,5}|[A-H])[.)/]\s+\S.*|(?:[IVX]{1,5}|[A-H])\s*[-–:]\s*\S.*")
_AT_PLACE = re.compile(r"(?:[^,]{1,60}, *)?ngay\b.{0,12}\bthang\b.{0,12}\bnam\b.{0,12}")
"""The line over a signature: place, day, month and year, dots where a pen shall write."""
_AFTER_WORD = " :.,;(…0123456789"
_WIDE = 3
"""A heading inside the list is merged over so many columns at least."""


class LineKinds:
    """Looks at the lines under a head from the first to the last; what follows a signature is no list."""

    def __init__(self, table: Table, header: Header) -> None:
        self._header = header
        self._across: dict[int, list[Span]] = defaultdict(list)
        for span in table.spans:
            if span.right - span.left + 1 >= _WIDE:
                self._across[span.top].append(span)
        self._known = [tuple(one.column for one in columns) for columns in header.by_field.values()]
        dates = (columns for name, columns in header.by_field.items() if name.endswith("_on"))
        self._dates = [one.column for columns in dates for one in columns]
        self._names = [one.column for one in header.of("full_name")]
        self._name_alone_signs = False
        self._after_end = False

    def why_no_person(self, row: TableRow) -> str:
        """Return why the line is not meant to be a person; nothing where it is one.

        ``counting`` (column numbers or an empty line), ``header``, ``total``, ``signature``, ``heading``,
        ``remark``.
        """
        filled = [clean_line(row.cells[column].text) for column in row.filled()]
        facts = sum(1 for columns in self._known if any(row.cell(one).text.strip() for one in columns))
        if all(_COUNTING.fullmatch(text) for text in filled):
            return "counting"
        if self._is_header(row):
            return "header"
        return self._closing(row, filled) or self._inside(row, filled, facts)

    def _is_header(self, row: TableRow) -> bool:
        if not any(names_people(row.cell(column).text) for column in self._names):
            return False
        named = [
            one
            for one in self._header.columns
            if one.field and field_of(row.cell(one.column).text) == one.field
        ]
        return len(named) > 1

    def _closing(self, row: TableRow, filled: list[str]) -> str:
        counted = filled[0].isdigit()
        if counted or self._is_dated(row):
            return ""
        if _begins(filled[0], "total"):
            self._name_alone_signs = True
            return "total"
        if self._has_sure_fact(row):
            return ""
        if any(_begins(text, "signature") or _is_place_and_day(text) for text in filled):
            self._after_end = True
        if self._name_alone_signs and not self._after_end and any(map(_is_counted, filled)):
            return "total"  # "Nam | 12" under the sum
        # A name alone under the totals is who signs; with facts beside it the list goes on.
        return "signature" if self._after_end or self._name_alone_signs else ""

    def _has_sure_fact(self, row: TableRow) -> bool:
        """Return whether something stands beside the name that only a list has: a number, a sex."""
        places = {column for columns in self._known for column in columns}.difference(self._names)
        texts = (clean_line(row.cell(column).text) for column in places)
        return any(
            (_DIGIT.search(text) and not _is_place_and_day(text) and not _is_counted(text))
            or folded_word(text) in _sexes()
            for text in texts
        )

    def _is_dated(self, row: TableRow) -> bool:
        """Return whether a date stands where dates stand: such a line is a person, whatever the name."""
        texts = (row.cell(column).text for column in self._dates)
        return any(_YEAR.search(text) and not _is_place_and_day(text) for text in texts)

    def _inside(self, row: TableRow, filled: list[str], facts: int) -> str:
        if facts <= 1 and (row.number in self._across or self._is_heading(filled)):
            # Under a post that stands alone comes who signs for it, unless the list goes on.
            self._name_alone_signs |= len(self._known) > 1 and _begins(filled[0], "post")
            return "heading"
        named = any(row.cell(column).text.strip() for column in self._names)
        if named or facts > 1 or (facts == 1 and filled[0].isdigit()):
            return ""
        return "remark"

    def _is_heading(self, filled: list[str]) -> bool:
        first = filled[0]
        if len(filled) == 1:
            return bool(_GROUP_LINE.fullmatch(first)) or _begins(first, "heading")
        return len(filled) == 2 and bool(_GROUP_NUMBER.fullmatch(first))  # noqa: PLR2004  its number and its words


def _is_counted(text: str) -> bool:
    """Return whether this is a number of persons ("Nam | 12"), which is no fact of a person."""
    return text.isdigit() and len(text) < _YEAR_DIGITS


def _sexes() -> frozenset[str]:
    return words().male | words().female


def _begins(text: str, kind: str) -> bool:
    marked, plain = search_form(text), text.isascii()
    for word in words().lines[kind]:
        # Without any mark only several words are sure: "cong" may be a name.
        known = fold(word) if plain and " " in word else word
        if marked == known or (marked.startswith(known) and marked[len(known)] in _AFTER_WORD):
            return True
    return False


def _is_place_and_day(text: str) -> bool:
    return bool(_AT_PLACE.fullmatch(fold(text)))
