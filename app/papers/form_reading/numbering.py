"""Numbers and bullets of lists, which Word keeps beside the text, as letters before it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from app.papers.layout_check.package import Package, W

if TYPE_CHECKING:
    from lxml.etree import _Element

_BULLET = "- "
_LEVEL = re.compile(r"%(\d)")
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_LETTERS = 26


class Numbering:
    """Counts the lists of one file as they come; without a package no paragraph is of a list."""

    def __init__(self, package: Package | None) -> None:
        self._levels: dict[tuple[str, int], tuple[str, str, int]] = {}
        self._styles: dict[str, tuple[str, int]] = {}
        self._counts: dict[str, list[int]] = {}
        if package is not None:
            self._read(package.part("word/numbering.xml"))
            self._read_styles(package.part("word/styles.xml"))

    def label(self, paragraph: _Element) -> str:
        """Return what stands before a paragraph of a list: "2. ", "- "; empty for any other."""
        found = self._of(paragraph.find(f"{W}pPr"))
        if found is None or found not in self._levels:
            return ""
        number, level = found
        counts = self._counts.setdefault(number, [])
        del counts[level + 1 :]
        while len(counts) < level:
            counts.append(1)
        if len(counts) == level:
            counts.append(self._levels[found][2] - 1)
        counts[level] += 1
        kind, pattern, _start = self._levels[found]
        if kind in {"bullet", "none"}:
            return _BULLET if kind == "bullet" else ""
        return _LEVEL.sub(lambda match: self._shown(number, int(match[1]) - 1, counts), pattern) + " "

    def _shown(self, number: str, level: int, counts: list[int]) -> str:
        kind = self._levels.get((number, level), ("decimal", "", 1))[0]
        return _written(counts[level] if level < len(counts) else 1, kind)

    def _of(self, properties: _Element | None) -> tuple[str, int] | None:
        if properties is None:
            return None
        own = properties.find(f"{W}numPr")
        if own is not None:
            return _number(own)
        style = properties.find(f"{W}pStyle")
        return self._styles.get(str(style.get(f"{W}val", ""))) if style is not None else None

    def _read(self, root: _Element) -> None:
        drawn = {
            one.get(f"{W}abstractNumId", ""): [_level(level) for level in one.findall(f"{W}lvl")]
            for one in root.findall(f"{W}abstractNum")
        }
        for one in root.findall(f"{W}num"):
            found = one.find(f"{W}abstractNumId")
            levels = drawn.get(found.get(f"{W}val", ""), []) if found is not None else []
            for place, (kind, pattern, start) in levels:
                self._levels[str(one.get(f"{W}numId", "")), place] = (kind, pattern, start)

    def _read_styles(self, root: _Element) -> None:
        for style in root.findall(f"{W}style"):
            own = style.find(f"{W}pPr/{W}numPr")
            if own is not None:
                self._styles[str(style.get(f"{W}styleId", ""))] = _number(own)


def _number(properties: _Element) -> tuple[str, int]:
    number, level = (properties.find(f"{W}{name}") for name in ("numId", "ilvl"))
    place = str(level.get(f"{W}val", "0")) if level is not None else "0"
    return (
        str(number.get(f"{W}val", "")) if number is not None else "",
        int(place) if place.isdigit() else 0,
    )


def _level(level: _Element) -> tuple[int, tuple[str, str, int]]:
    def value(name: str, default: str) -> str:
        found = level.find(f"{W}{name}")
        return str(found.get(f"{W}val", default)) if found is not None else default

    place, start = str(level.get(f"{W}ilvl", "0")), value("start", "1")
    return int(place) if place.isdigit() else 0, (
        value("numFmt", "decimal"),
        value("lvlText", "%1."),
        int(start) if start.isdigit() else 1,
    )


def _written(count: int, kind: str) -> str:
    if kind in {"lowerLetter", "upperLetter"}:
        letter = chr(ord("a") + (count - 1) % _LETTERS)
        return letter.upper() if kind == "upperLetter" else letter
    if kind in {"lowerRoman", "upperRoman"}:
        roman, rest = "", count
        for value, sign in _ROMAN:
            while rest >= value:
                roman, rest = roman + sign, rest - value
        return roman.upper() if kind == "upperRoman" else roman
    return str(count)
