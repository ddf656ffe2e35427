"""Two readings of one paper side by side: which paragraphs changed, and which words in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal, TypeAlias

from app.papers.word_reading import Placed, WordReading, paragraphs, placed

Change: TypeAlias = Literal["same", "changed", "added", "gone", "moved"]
Part: TypeAlias = Literal["body", "header", "footer"]

_WORDS = re.compile(r"\s+|[^\W_]+|[^\w\s]|_+")
_LIKE = 0.5
"""From here on two paragraphs are one that was changed."""
_MOST_PAIRS = 4_000
_MOST_WORDS = 1_500
_LEAST_MOVED = 13
"""What has fewer words is a cell or a heading: a name or a level elsewhere says something else."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a paragraph; `differs` where the other side has other ones."""

    text: str
    differs: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One paragraph on both sides; the side that lacks it is empty. A moved one stands where it is now."""

    change: Change
    ours: tuple[Piece, ...] = ()
    theirs: tuple[Piece, ...] = ()
    part: Part = "body"
    row: str = ""
    """What the row of the table begins with in which it stands: "3. Hoàng Văn Cúc"."""
    column: str = ""

    @property
    def our_text(self) -> str:
        """Return what the paper of the data says."""
        return "".join(piece.text for piece in self.ours)

    @property
    def their_text(self) -> str:
        """Return what the Word file says."""
        return "".join(piece.text for piece in self.theirs)


def compared(ours: WordReading, theirs: WordReading) -> tuple[Row, ...]:
    """Return the rows: what stands at the heads of pages, the text, what stands at their feet."""
    rows: list[Row] = []
    for part in ("header", "body", "footer"):
        left, right = (_texts(reading, part) for reading in (ours, theirs))
        rows += _moved([*_aligned(left, right, part)])
    return tuple(rows)


def _texts(reading: WordReading, part: Part) -> list[Placed]:
    found = placed(reading.sections) if part == "body" else _bands(reading, part)
    return [one for one in found if one.text]


def _bands(reading: WordReading, part: Part) -> Iterator[Placed]:
    """Yield what stands at heads or feet, once where pages say the same; numbers of pages are no text."""
    seen: set[str] = set()
    for section in reading.sections:
        bands = section.header if part == "header" else section.footer
        for blocks in (bands.first, bands.other, bands.even):
            for para in paragraphs(blocks or ()):
                if para.text not in seen and not any(span.field for span in para.spans):
                    seen.add(para.text)
                    yield Placed(para)


def _aligned(ours: Sequence[Placed], theirs: Sequence[Placed], part: Part) -> Iterator[Row]:
    sides = [[one.text for one in side] for side in (ours, theirs)]
    matcher = SequenceMatcher(a=sides[0], b=sides[1], autojunk=False)
    for tag, a0, a1, b0, b1 in matcher.get_opcodes():
        if tag == "equal":
            for one in theirs[b0:b1]:
                yield Row("same", (Piece(one.text),), (Piece(one.text),), part, one.row, one.column)
        else:
            yield from _replaced(ours[a0:a1], theirs[b0:b1], part)


def _replaced(ours: Sequence[Placed], theirs: Sequence[Placed], part: Part) -> Iterator[Row]:
    """Yield the rows of a stretch that differs: what is alike is one paragraph that was changed."""
    at = bt = 0
    pairs = _pairs([one.text for one in ours], [one.text for one in theirs])
    for left, right in [*pairs, (len(ours), len(theirs))]:
        for one in ours[at:left]:
            yield Row("gone", (Piece(one.text, differs=True),), (), part, one.row, one.column)
        for one in theirs[bt:right]:
            yield Row("added", (), (Piece(one.text, differs=True),), part, one.row, one.column)
        if left < len(ours) and right < len(theirs):
            one, other = ours[left], theirs[right]
            place = other if other.row else one
            yield Row("changed", *word_differences(one.text, other.text), part, place.row, place.column)
        at, bt = left + 1, right + 1


def _pairs(ours: Sequence[str], theirs: Sequence[str]) -> list[tuple[int, int]]:
    """Return which paragraphs are one that was changed, in order: the pairs that are alike most in sum."""
    if len(ours) * len(theirs) > _MOST_PAIRS:
        return [(at, at) for at in range(min(len(ours), len(theirs)))]
    likes = [[_likeness(one, other) for other in theirs] for one in ours]
    best = [[0.0] * (len(theirs) + 1) for _ in range(len(ours) + 1)]
    for at in range(len(ours) - 1, -1, -1):
        for bt in range(len(theirs) - 1, -1, -1):
            like = likes[at][bt]
            paired = like + best[at + 1][bt + 1] if like >= _LIKE else 0.0
            best[at][bt] = max(paired, best[at + 1][bt], best[at][bt + 1])
    found, at, bt = [], 0, 0
    while at < len(ours) and bt < len(theirs):
        like = likes[at][bt]
        if like >= _LIKE and best[at][bt] == like + best[at + 1][bt + 1]:
            found.append((at, bt))
            at, bt = at + 1, bt + 1
        elif best[at][bt] == best[at + 1][bt]:
            at += 1
        else:
            bt += 1
    return found


def _likeness(one: str, other: str) -> float:
    words, others = one.casefold().split(), other.casefold().split()
    if not words or not others or min(len(words), len(others)) / max(len(words), len(others)) < _LIKE / 2:
        return 0.0
    matcher = SequenceMatcher(a=words[:_MOST_WORDS], b=others[:_MOST_WORDS], autojunk=False)
    if matcher.real_quick_ratio() < _LIKE:
        return _by_letters(one, other)
    return max(matcher.ratio(), _by_letters(one, other))


def _by_letters(one: str, other: str) -> float:
    """Return how alike two short texts are letter by letter: a number, a name of two words."""
    if max(len(one), len(other)) > 40:  # noqa: PLR2004  longer ones have words enough
        return 0.0
    return SequenceMatcher(a=one.casefold(), b=other.casefold(), autojunk=False).ratio()


def word_differences(one: str, other: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Return both texts in pieces, those marked that the other lacks."""
    words, others = _WORDS.findall(one), _WORDS.findall(other)
    if max(len(words), len(others)) > 2 * _MOST_WORDS:
        return (Piece(one, differs=True),), (Piece(other, differs=True),)
    left: list[Piece] = []
    right: list[Piece] = []
    for tag, a0, a1, b0, b1 in SequenceMatcher(a=words, b=others, autojunk=False).get_opcodes():
        _add(left, "".join(words[a0:a1]), differs=tag != "equal")
        _add(right, "".join(others[b0:b1]), differs=tag != "equal")
    return tuple(_whole(left)), tuple(_whole(right))


def _add(pieces: list[Piece], text: str, *, differs: bool) -> None:
    if text:
        pieces.append(Piece(text, differs))


def _whole(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Yield the pieces, spaces between two marked ones marked with them, so that marks are read as words."""
    merged: list[Piece] = []
    for place, piece in enumerate(pieces):
        between = (
            not piece.differs and piece.text.isspace() and 0 < place < len(pieces) - 1
            and pieces[place - 1].differs and pieces[place + 1].differs
        )  # fmt: skip
        piece = Piece(piece.text, piece.differs or between)  # noqa: PLW2901  the same, marked
        if merged and merged[-1].differs == piece.differs:
            merged[-1] = Piece(merged[-1].text + piece.text, piece.differs)
        else:
            merged.append(piece)
    yield from merged


def _moved(rows: list[Row]) -> list[Row]:
    """Return the rows in which what went at one place and came at another is moved."""
    gone: dict[str, list[int]] = {}
    for at, row in enumerate(rows):
        if row.change == "gone" and len(row.our_text.split()) >= _LEAST_MOVED:
            gone.setdefault(row.our_text, []).append(at)
    left: set[int] = set()
    kept = list(rows)
    for at, row in enumerate(rows):
        if row.change == "added" and gone.get(row.their_text):
            left.add(gone[row.their_text].pop(0))
            text = (Piece(row.their_text),)
            kept[at] = Row("moved", text, text, row.part, row.row, row.column)
    return [row for at, row in enumerate(kept) if at not in left]
