"""A Word file and the paper it is taken for, as they go into the child process, and what comes back."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Any

from app.common import release_files
from app.errors import Refused
from app.papers.word_pages import on_pages
from app.papers.word_reading import WordReading, read_word
from app.papers.word_reading.sentences import told
from app.papers.word_taking.cleaned import cleaned
from app.papers.word_taking.compare import Piece, Row, compared
from app.papers.word_taking.facts import Fact, Known, facts
from app.papers.word_taking.identity import NO_TYPES, Persons, Types, refuse_another
from app.papers.word_taking.nearest import NONE, nearest_other

_HIDDEN = "hidden"
_HIDDEN_TOLD = 160


@dataclass(frozen=True, slots=True)
class Asked:
    """A file, ours for the same paper, and the words of the data.

    `is_new` for a file that is about to be taken in: it is looked at whether it may be, and cleaned.
    """

    data: bytes
    ours: bytes
    """The Word file that the data give now."""
    known: Known
    who: Persons
    is_new: bool = True
    types: Types = NO_TYPES
    others: tuple[bytes, ...] = ()
    """The Word files of other papers that it could be of."""


@dataclass(frozen=True, slots=True)
class Compared:
    """What came of it: the rows, the facts that differ, what our pages do not show, the cleaned file."""

    rows: tuple[Row, ...]
    facts: tuple[Fact, ...]
    told: tuple[str, ...]
    """Sentences: what our pages do not show, what is left out at taking in."""
    is_whole: bool
    """Whether the program can make the PDF without losing anything."""
    data: bytes = b""
    carried: tuple[str, ...] = ()
    """Sentences: what nobody sees on the pages and the file takes along all the same."""
    other: int = NONE
    """The place of the paper, among those it could be of, that it nearly surely is of."""

    @property
    def is_same(self) -> bool:
        """Return whether both sides say the same everywhere."""
        return all(row.change == "same" for row in self.rows)


def request(asked: Asked) -> bytes:
    """Return it for the child process: a line of JSON, then both files."""
    facts_ = {
        "lengths": [len(one) for one in (asked.ours, *asked.others)],
        "types": [sorted(asked.types.mine), sorted(asked.types.others)],
        "known": [asked.known.names, asked.known.levels, asked.known.places],
        "who": [asked.who.about, asked.who.others],
        "is_new": asked.is_new,
    }
    return (
        json.dumps(facts_, ensure_ascii=False).encode()
        + b"\n"
        + b"".join((asked.ours, *asked.others, asked.data))
    )


def requested(payload: bytes) -> Asked:
    """Return what `request` was given."""
    head, _, files = payload.partition(b"\n")
    told_ = json.loads(head)
    ends = list(accumulate(told_["lengths"]))
    ours, *others = (files[start:end] for start, end in pairwise([0, *ends]))
    data = files[ends[-1] :]
    known = Known(*(tuple(one) for one in told_["known"]))
    about, names = told_["who"]
    types = Types(*(frozenset(one) for one in told_["types"]))
    return Asked(data, ours, known, Persons(about, tuple(names)), told_["is_new"], types, tuple(others))


def made(asked: Asked) -> bytes:
    """Return the comparison, and the file without traces of its makers.

    Raises `Refused` L-351 for changes nobody accepted, what `refuse_another` raises, and `EnvironmentFailed`
    L-301.
    """
    ours, theirs = read_word(asked.ours), read_word(asked.data)
    if asked.is_new:
        if theirs.found.tracked:
            raise Refused("L-351", count=theirs.found.tracked)
        refuse_another((asked.ours, ours), (asked.data, theirs), asked.who, asked.types)
    rows = compared(ours, theirs)
    # What hangs off the paper is known only from the pages.
    theirs = on_pages(theirs)[1]
    answer = {
        "rows": [_row(row) for row in rows],
        "facts": [dataclasses.astuple(one) for one in facts(rows, asked.known)],
        # What is hidden is told with its words, among what the file takes along.
        "told": [*told([one for one in theirs.not_shown if one.code != _HIDDEN]), *_comments(theirs)],
        "carried": _carried(theirs),
        "is_whole": theirs.is_whole,
        "other": nearest_other(ours, theirs, [read_word(one) for one in asked.others]),
    }
    data = cleaned(asked.data) if asked.is_new else b""
    return json.dumps(answer, ensure_ascii=False).encode() + b"\n" + data


def answered(answer: bytes) -> Compared:
    """Return what `made` gave."""
    head, _, data = answer.partition(b"\n")
    said: dict[str, Any] = json.loads(head)
    rows = tuple(
        Row(change, _read(ours), _read(theirs), *place) for change, ours, theirs, *place in said["rows"]
    )
    found = tuple(Fact(*one) for one in said["facts"])
    return Compared(
        rows, found, tuple(said["told"]), said["is_whole"], data, tuple(said["carried"]), said["other"]
    )


def _row(row: Row) -> list[Any]:
    return [row.change, _pieces(row.ours), _pieces(row.theirs), row.part, row.row, row.column]


def _pieces(pieces: Sequence[Piece]) -> list[tuple[str, bool]]:
    return [(piece.text, piece.differs) for piece in pieces]


def _read(pieces: Sequence[Any]) -> tuple[Piece, ...]:
    return tuple(Piece(text, differs) for text, differs in pieces)


def _carried(reading: WordReading) -> list[str]:
    words = release_files.read_toml("texts", "word_taking.toml")["said"]
    hidden, embedded = reading.found.hidden, reading.found.embedded
    if len(hidden) > _HIDDEN_TOLD:
        hidden = hidden[:_HIDDEN_TOLD].rpartition(" ")[0] + "…"
    said = [words["hidden"].format(words=hidden)] if hidden else []
    return said + ([words["embedded"].format(count=embedded)] if embedded else [])


def _comments(reading: WordReading) -> list[str]:
    words = release_files.read_toml("texts", "word_taking.toml")["said"]
    count = reading.found.comments
    return [words["comments"].format(count=count)] if count else []
