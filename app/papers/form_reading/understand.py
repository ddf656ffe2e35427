"""Finds the places of a form in the lines of a file: by their controls, else by the words around them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from app.common.text import clean_line, fold
from app.papers.form_reading.align import Candidate, aligned
from app.papers.form_reading.expected import Entry, Sort, entries_of, plain_words
from app.papers.form_reading.flow import Flow, Line
from app.papers.given_forms.places import GivenForm, Place
from app.papers.writers.docx_fields import control_number

WORDS_OWN = frozenset({"click or tap here to enter text", "click here to enter text", "choose an item"})
"""What Word itself shows in an emptied control."""
_WORD = re.compile(r"\w")
_LEAST_WORDS = 3
"""Of a heading that is known again wherever it stands."""
_GONE = "?"
"""Stands for a control of ours whose place the form has no more."""


@dataclass(slots=True)
class Understood:
    """What was found at the places of a form."""

    texts: dict[str, str] = field(default_factory=dict)
    """What stands in each place, by tag; empty where only the hint is left."""
    added: dict[str, str] = field(default_factory=dict)
    """What stands around a place, outside of its control."""
    recovered: set[str] = field(default_factory=set)
    """Places whose control is gone, found by the words around them."""
    loose: list[str] = field(default_factory=list)
    """Lines that belong to no place."""
    unknown: list[str] = field(default_factory=list)
    """What stands in controls of places that the form has no more."""
    facts: dict[str, str] = field(default_factory=dict)
    """Lines of the head that say something else than was printed, by label."""
    rows: list[dict[int, str]] = field(default_factory=list)
    """Rows that were added to a table of places: text by column."""
    rows_met: list[str] = field(default_factory=list)
    """The records of the rows of places, in the order of the file."""
    foreign: set[str] = field(default_factory=set)
    """Codes of other forms whose controls were copied into this one."""


def understood(flow: Flow, form: GivenForm) -> Understood:
    """Return what the lines of a file say at the places of `form`."""
    return _Walk(flow, form).result()


def choice_of(place: Place, text: str) -> str:
    """Return the code that the words of a choice mean, however they were typed; empty for none of them."""
    wanted = plain_words(text)
    return next((code for code, word in place.choices if plain_words(word) == wanted), "")


class _Walk:
    """Goes through the lines of one file."""

    def __init__(self, flow: Flow, form: GivenForm) -> None:
        self._form = form
        self._entries = entries_of(form)
        self._code = form.stamp.code.text
        self._hints = {clean_line(place.shown_hint) for place in form.places.values() if place.shown_hint}
        """Some programs take the control off a choice nobody made and leave its hint."""
        self._numbers = {control_number(f"{self._code}/{tag}"): tag for tag in form.places}
        self._inside: dict[str, list[str]] = {}
        self._outside: dict[str, list[str]] = {}
        self._taken: set[str] = set()
        """Places of rows that were met."""
        self._table_of_places = -1
        self._found = Understood()
        self._read(self._without_rows(flow.lines))

    def result(self) -> Understood:
        """Return what was found."""
        found = self._found
        for tag, lines in self._inside.items():
            found.texts[tag] = self._bare(tag, lines)
        for tag, lines in self._outside.items():
            text = self._bare(tag, lines)
            if tag not in self._inside:
                found.texts[tag] = text
                found.recovered.add(tag)
            elif text:
                found.added[tag] = text
        return found

    def _bare(self, tag: str, lines: Iterable[str]) -> str:
        """Return the text of a place without the hint that may be left in it."""
        text = "\n".join(lines).strip("\n ")
        hint = clean_line(self._form.places[tag].shown_hint)
        if fold(clean_line(text)).rstrip(". ") in WORDS_OWN:
            return ""
        return text.replace(hint, "").strip("\n ") if hint else text

    def _place_of(self, line: Line) -> str:
        """Return the place of a control: `_GONE` for one that the form has no more, empty for no control."""
        code, _, tag = line.tag.partition("/")
        if not tag:
            return self._numbers.get(line.number, "")
        if code != self._code:
            self._found.foreign.add(code)
        return tag if tag in self._form.places else _GONE

    # Lines --------------------------------------------------------------------------------------------------

    def _read(self, lines: list[Line]) -> None:
        marks = [self._place_of(line) for line in lines]
        candidates = [
            Candidate("" if mark else plain_words(line.text), mark if mark != _GONE else "")
            for line, mark in zip(lines, marks, strict=True)
        ]
        places = aligned(candidates, self._entries)
        moved = self._not_met(places)
        current = ""
        for line, mark, met in zip(lines, marks, places, strict=True):
            at = moved.get(plain_words(line.text)) if met is None and not mark else met
            if mark == _GONE:
                self._found.unknown += [line.text] if line.text and not line.is_hint else []
            elif mark:
                self._inside.setdefault(mark, []).extend([] if line.is_hint else [line.text])
                current = mark if not self._form.places[mark].choices else self._below(mark)
            elif at is not None:
                current = self._fixed(at, line)
            elif _WORD.search(line.text) and clean_line(line.text) not in self._hints:
                (self._outside.setdefault(current, []) if current else self._found.loose).append(line.text)

    def _not_met(self, places: Iterable[int | None]) -> dict[str, int]:
        """Return headings that stand at no place of their order, by their words: their section was moved."""
        met = set(places)
        return {
            entry.words: at
            for at, entry in enumerate(self._entries)
            if at not in met and entry.sort is Sort.LINE and len(entry.words.split()) >= _LEAST_WORDS
        }

    def _fixed(self, at: int, line: Line) -> str:
        """Take a fixed line and return the place to which what follows belongs."""
        entry = self._entries[at]
        said = clean_line(line.text.partition(":")[2])
        if entry.sort is Sort.FACT:
            told = said.strip(" ._…")
            if told and fold(told) != fold(clean_line(self._form.facts[entry.tag])):
                self._found.facts[entry.tag] = told
            return ""
        if entry.sort is Sort.CHOICE:
            if said:
                self._outside.setdefault(entry.tag, []).append(said)
            return self._below(entry.tag)
        return entry.tag if entry.sort is Sort.LABEL else self._next_place(at + 1)

    def _below(self, tag: str) -> str:
        """Return the place of running text below a choice, if one belongs to it."""
        return next((self._next_place(at + 1) for at, one in enumerate(self._entries) if one.tag == tag), "")

    def _next_place(self, at: int) -> str:
        for entry in self._entries[at:]:
            if entry.sort is Sort.FIELD:
                return entry.tag
            if entry.sort not in {Sort.LABEL, Sort.CHOICE}:
                return ""
        return ""

    # Tables -------------------------------------------------------------------------------------------------

    def _without_rows(self, lines: list[Line]) -> list[Line]:
        """Take the rows of places and return all other lines."""
        left: list[Line] = []
        for row, group in groupby(lines, key=lambda line: line.row[:2] if line.row else None):
            together = list(group)
            if row is None or not self._row(together, row[0]):
                left += together
        return left

    def _row(self, lines: list[Line], table: int) -> bool:
        """Take a row of places, or one that was added below such rows; return whether it was either."""
        cells: dict[int, list[Line]] = {}
        for line in lines:
            cells.setdefault(line.row[2] if line.row else 0, []).append(line)
        entry = self._row_entry(cells)
        if entry is not None:
            self._table_of_places = table if len(entry.cells) > 1 else -1
            self._take_cells(dict(entry.cells), cells)
            return True
        if table != self._table_of_places:
            return False
        kept = {column: _said(lines) for column, lines in cells.items()}
        if any(self._place_of(line) == _GONE for lines in cells.values() for line in lines):
            self._found.unknown += [text for column, text in kept.items() if column and text]
        elif any(text for column, text in kept.items() if column):
            self._found.rows.append(kept)
        return True

    def _row_entry(self, cells: Mapping[int, list[Line]]) -> Entry | None:
        """Return the row of places that these cells are: by their controls, else by their fixed words."""
        marks = {self._place_of(line) for lines in cells.values() for line in lines}
        free = [
            entry
            for entry in self._entries
            if entry.sort is Sort.ROW and not any(tag in self._taken for _, tag in entry.cells)
        ]
        for entry in free:
            if any(tag in marks for _, tag in entry.cells):
                return entry
        for entry in free:
            if _GONE in marks and entry.words.isdigit():
                continue  # a number alone does not say that a row whose record is gone is another one
            own = {column for column, _ in entry.cells}
            fixed = " ".join(_said(lines) for column, lines in cells.items() if column not in own)
            if plain_words(fixed) == entry.words:
                return entry
        return None

    def _take_cells(self, own: Mapping[int, str], cells: Mapping[int, list[Line]]) -> None:
        self._found.rows_met.append(next(iter(own.values())).partition(":")[2])
        for column, tag in own.items():
            self._taken.add(tag)
            lines = cells.get(column, [])
            marked = any(self._place_of(one) == tag for one in lines)
            (self._inside if marked else self._outside)[tag] = [one.text for one in lines if not one.is_hint]


def _said(lines: Iterable[Line]) -> str:
    return "\n".join(one.text for one in lines if not one.is_hint).strip("\n ")
