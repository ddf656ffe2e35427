"""The numbers and marks that Word puts before paragraphs by itself: "1.", "a)", "II.", "-"."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from app.papers.layout_check.package import Package, W
from app.papers.layout_check.properties import Values, paragraph

if TYPE_CHECKING:
    from lxml.etree import _Element

_LEVELS = 9
_MOST = 100_000
_PLACE = re.compile(r"%([1-9])")
_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC")),
    *((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
_MARKS = {
    "\uf0b7": "•",
    "\uf0a7": "▪",
    "\uf02d": "-",
    "\uf06e": "■",
    "\uf06f": "□",
    "\uf071": "□",
    "\uf0a8": "□",
}
_OTHER_MARK = "•"
_PRIVATE = re.compile("[\ue000-\uf8ff]")


class Level(NamedTuple):
    """One level of a list."""

    start: int
    form: str
    pattern: str
    values: Values
    properties: _Element | None
    is_legal: bool


class Label(NamedTuple):
    """What stands before one paragraph: text, indents of the level, its face."""

    text: str
    values: Values
    properties: _Element | None


class Numbering:
    """Counts the paragraphs of every list of one file."""

    def __init__(self, package: Package) -> None:
        root = package.part("word/numbering.xml")
        self._abstract = {str(one.get(f"{W}abstractNumId", "")): one for one in root.iter(f"{W}abstractNum")}
        self._numbers = {str(one.get(f"{W}numId", "")): one for one in root.iter(f"{W}num")}
        self._levels: dict[tuple[str, int], Level | None] = {}
        self._counts: defaultdict[str, list[int | None]] = defaultdict(lambda: [None] * _LEVELS)
        self._begun: set[str] = set()

    def label(self, values: Values) -> Label | None:
        """Count a paragraph on and return its label; None where it is in no list."""
        number = str(values.get("num.id", "0"))
        place = _small(values.get("num.level", "0"))
        level = self._level(number, place)
        if not values.get("listed") or level is None:
            return None
        counts = self._counts[self._list_of(number)]
        if number not in self._begun and self._restarts(number):
            counts[place] = None
        self._begun.add(number)
        before = counts[place]
        counts[place] = level.start if before is None else min(before + 1, _MOST)
        counts[place + 1 :] = [None] * (_LEVELS - place - 1)
        return Label(self._text(number, level, counts), level.values, level.properties)

    def _text(self, number: str, level: Level, counts: list[int | None]) -> str:
        if level.form == "bullet":
            return _PRIVATE.sub(lambda found: _MARKS.get(found[0], _OTHER_MARK), level.pattern)

        def one(found: re.Match[str]) -> str:
            place = int(found[1]) - 1
            other = self._level(number, place)
            value = counts[place] if counts[place] is not None else (other.start if other else 1)
            form = "decimal" if level.is_legal or other is None else other.form
            return _figure(value or 0, form)

        return _PLACE.sub(one, level.pattern)

    def _list_of(self, number: str) -> str:
        named = self._numbers.get(number)
        link = named.find(f"{W}abstractNumId") if named is not None else None
        return str(link.get(f"{W}val", "")) if link is not None else ""

    def _restarts(self, number: str) -> bool:
        named = self._numbers.get(number)
        return named is not None and any(True for _ in named.iter(f"{W}startOverride"))

    def _level(self, number: str, place: int) -> Level | None:
        if (number, place) not in self._levels:
            self._levels[number, place] = self._read(number, place)
        return self._levels[number, place]

    def _read(self, number: str, place: int) -> Level | None:
        named, kind = self._numbers.get(number), self._abstract.get(self._list_of(number))
        if named is None or kind is None:
            return None
        over = next((one for one in named.iterfind(f"{W}lvlOverride") if _is_at(one, place)), None)
        own = over.find(f"{W}lvl") if over is not None else None
        level = (
            own if own is not None else next((o for o in kind.iterfind(f"{W}lvl") if _is_at(o, place)), None)
        )
        if level is None:
            return None
        begins = over.find(f"{W}startOverride") if over is not None else None
        start = _value(level, "start", "1") if begins is None else str(begins.get(f"{W}val", "1"))
        return Level(
            int(start) if start.isdigit() else 1,
            _value(level, "numFmt", "decimal"),
            _value(level, "lvlText", ""),
            paragraph(level.find(f"{W}pPr")),
            level.find(f"{W}rPr"),
            level.find(f"{W}isLgl") is not None,
        )


def _is_at(level: _Element, place: int) -> bool:
    return str(level.get(f"{W}ilvl", "")) == str(place)


def _value(parent: _Element, name: str, otherwise: str) -> str:
    found = parent.find(f"{W}{name}")
    return str(found.get(f"{W}val", otherwise)) if found is not None else otherwise


def _small(text: object) -> int:
    digits = str(text)
    return min(int(digits), _LEVELS - 1) if digits.isdigit() else 0


def _figure(value: int, form: str) -> str:
    if form in {"upperRoman", "lowerRoman"}:
        return _cased(_roman(value), form)
    if form in {"upperLetter", "lowerLetter"} and value > 0:
        return _cased(chr(ord("A") + (value - 1) % 26) * min((value - 1) // 26 + 1, 9), form)
    if form == "decimalZero":
        return f"{value:02d}"
    return "" if form == "none" else str(value)


def _cased(text: str, form: str) -> str:
    return text if form.startswith("upper") else text.lower()


def _roman(value: int) -> str:
    written = ""
    for worth, letters in _ROMAN:
        count, value = divmod(value, worth)
        written += letters * min(count, 9)
    return written
