"""Finding typed words in Vietnamese text, letter by letter (decisions.md 2.9).

A letter typed without a mark stands for all its marked forms, a letter typed with a mark for itself alone:
"dat" and "đat" find "Đạt", "dạt" does too, "dát" does not. Words are found anywhere and in any order.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.common.text import fold, search_form


@dataclass(frozen=True, slots=True)
class Prepared:
    """A text made ready for many searches: lower case with one tone placement, and the same without marks."""

    marked: str
    folded: str


def prepared(text: str) -> Prepared:
    """Return `text` ready to be searched in."""
    marked = search_form(text)
    return Prepared(marked, fold(marked))


@dataclass(frozen=True, slots=True)
class _Word:
    marked: str
    folded: str
    marks: tuple[tuple[int, str], ...]
    """The letters typed with a mark, by their places."""

    def places(self, text: Prepared) -> list[int]:
        """Return where the word begins in `text`."""
        found: list[int] = []
        at = text.folded.find(self.folded)
        while at >= 0:
            if all(text.marked[at + place] == letter for place, letter in self.marks):
                found.append(at)
            at = text.folded.find(self.folded, at + 1)
        return found


class Query:
    """What was typed into a search field."""

    def __init__(self, typed: str) -> None:
        self.typed = typed
        self._words = tuple(_word(word) for word in search_form(typed).split())

    def __bool__(self) -> bool:
        return bool(self._words)

    def narrows(self, other: Query) -> bool:
        """Return whether this query can only find what `other` found: letters were added at its end."""
        mine, its = search_form(self.typed), search_form(other.typed)
        return mine.startswith(its)

    def keep(self, rows: list[int], texts: list[Prepared], folded: list[str]) -> list[int]:
        """Return the `rows` whose texts hold every word; `folded` are the same texts without marks."""
        for word in self._words:
            wanted = word.folded
            rows = [at for at in rows if wanted in folded[at]]
            if word.marks:
                rows = [at for at in rows if word.places(texts[at])]
        return rows

    def finds(self, text: str) -> bool:
        """Return whether every word occurs in `text`."""
        ready = prepared(text)
        return all(word.places(ready) for word in self._words)

    def hits(self, text: str) -> list[tuple[int, int]]:
        """Return where the words stand in `text` as (start, length), in order, without overlaps."""
        ready = prepared(text)
        if not self._words or len(ready.folded) != len(text):
            return []
        spots = sorted((at, at + len(word.folded)) for word in self._words for at in word.places(ready))
        joined: list[tuple[int, int]] = []
        for start, end in spots:
            if joined and start <= joined[-1][1]:
                joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
            else:
                joined.append((start, end))
        return [(start, end - start) for start, end in joined]


def _word(word: str) -> _Word:
    folded = fold(word)
    pairs = enumerate(zip(word, folded, strict=True))
    return _Word(word, folded, tuple((at, letter) for at, (letter, bare) in pairs if letter != bare))
