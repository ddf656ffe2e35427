"""What a form looked like when it was given out, as a list in which the lines of a file are found again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from app.common.text import clean_line, fold
from app.papers.content import Block, Cell, Field, Leader, Paragraph, SideBySide, Table, plain
from app.papers.given_forms.places import GivenForm

_NUMBER = re.compile(r"^\W*(?:(?:[ivx]+|\d+|[a-h])\s*[.):]\s*)+")
_WORDS = re.compile(r"\w+")


class Sort(Enum):
    """What an entry of the list is."""

    LINE = 1
    LABEL = 2
    """A short word before a place ("Kết quả:"), which may stand before many."""
    FIELD = 3
    CHOICE = 4
    """A label with its choice on the same line."""
    ROW = 5
    FACT = 6
    """A line of the head with its label: "Họ và tên: …"."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A fixed line by its plain words, or a place by its tag."""

    sort: Sort
    words: str = ""
    tag: str = ""
    """Of its place; of a fact the label as it was printed."""
    cells: tuple[tuple[int, str], ...] = ()
    """Of a row of a table: columns and tags of its places."""


def entries_of(form: GivenForm) -> list[Entry]:
    """Return the lines and places of a form from top to bottom."""
    facts = {plain_words(label): label for label in form.facts}
    return [_as_fact(entry, facts) for block in form.document.blocks for entry in _entries(block)]


def _as_fact(entry: Entry, facts: Mapping[str, str]) -> Entry:
    """Return a line of the head by its label alone: what stands behind it is compared, not looked for."""
    label = next((one for one in facts if f"{entry.words} ".startswith(f"{one} ")), "")
    if entry.sort is not Sort.LINE or not label:
        return entry
    return Entry(Sort.FACT, label, facts[label])


def plain_words(text: str) -> str:
    """Return the words of a line without marks, numbering and signs: what a re-save may change."""
    return " ".join(_WORDS.findall(_NUMBER.sub("", fold(clean_line(text)))))


def place_tag(tag: str) -> str:
    """Return which place a control is of: its tag without the code of the form."""
    return tag.partition("/")[2]


def _entries(block: Block) -> Iterator[Entry]:
    if isinstance(block, Field):
        yield from _of_field(block)
    elif isinstance(block, Table):
        for row in block.rows:
            yield from _of_row(row)
    else:
        lines = _lines(block)
        yield from (Entry(Sort.LINE, words) for words in map(plain_words, lines) if words)


def _lines(block: Paragraph | Leader | SideBySide | object) -> list[str]:
    if isinstance(block, Paragraph):
        return [plain(block)]
    if isinstance(block, Leader):
        return [block.label]
    if isinstance(block, SideBySide):
        return [plain(one) for one in (*block.left, *block.right) if isinstance(one, Paragraph)]
    return []


def _of_field(field: Field) -> Iterator[Entry]:
    tag = place_tag(field.tag)
    if field.choices:
        yield Entry(Sort.CHOICE, plain_words(field.label), tag)
        return
    if field.label:
        yield Entry(Sort.LABEL, plain_words(field.label), tag)
    yield Entry(Sort.FIELD, "", tag)


def _of_row(row: tuple[Cell, ...]) -> Iterator[Entry]:
    cells = tuple((column, place_tag(one.field.tag)) for column, one in enumerate(row) if one.field)
    if not cells:
        lines = (plain_words(plain(one)) for cell in row for one in cell.paragraphs)
        yield from (Entry(Sort.LINE, words) for words in lines if words)
        return
    fixed = " ".join(plain(one) for cell in row if not cell.field for one in cell.paragraphs)
    yield Entry(Sort.ROW, plain_words(fixed), cells=cells)
