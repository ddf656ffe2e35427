"""Where a line of a form leaves room to be written: dots, a gap after a colon, names in braces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_DOTS = r"(?:[.\u2026]*(?:\u2026|\.{3})[.\u2026]*|_{3,}[_.\u2026]*)"
DOTTED = re.compile(rf"{_DOTS}(?:[ \t\u00a0]*{_DOTS})*")
_GAP = re.compile(r"(?<=:)[ \u00a0]{3,}")
_TABBED = re.compile(r"\t+")
_NAMED = re.compile(r"\$\{([^{}\n]{1,80})\}|\{\{?([^{}\n]{1,80})\}\}?|\u00ab([^\u00ab\u00bb\n]{1,80})\u00bb")
ONLY_DOTS = re.compile(r"[\s.\u2026_\u00a0-]*")
_ORDINAL = re.compile(r"\s*\d{0,3}[.)]?\s*")
_TWENTIETH = re.compile(r"20$")


@dataclass(frozen=True, slots=True)
class Blank:
    """A piece of a line to be written on; `name` is what the form calls it."""

    start: int
    end: int
    name: str = ""


def blanks_of(text: str, *, tabs_are_dotted: bool = False) -> tuple[Blank, ...]:
    """Return the blanks of a line in order; a line that ends with a colon has one behind it."""
    found = list(_of(text, tabs_are_dotted=tabs_are_dotted))
    found.sort(key=lambda one: (one.start, -one.end))
    kept: list[Blank] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    last = kept[-1].end if kept else 0
    stripped = text.rstrip()
    if stripped.endswith(":") and last < len(stripped):
        kept.append(Blank(len(stripped), len(text)))
    return tuple(kept)


def _of(text: str, *, tabs_are_dotted: bool) -> Iterator[Blank]:
    for match in _NAMED.finditer(text):
        name = next(group for group in match.groups() if group is not None)
        yield Blank(match.start(), match.end(), name.strip())
    patterns = (DOTTED, _GAP, _TABBED) if tabs_are_dotted else (DOTTED, _GAP)
    for pattern in patterns:
        yield from (Blank(match.start(), match.end()) for match in pattern.finditer(text))


def is_dotted(text: str) -> bool:
    """Return whether a line is nothing but dots to write on."""
    return bool(text.strip()) and ONLY_DOTS.fullmatch(text) is not None


def is_unwritten(text: str) -> bool:
    """Return whether a cell waits for a pen: empty, dotted, or only numbered."""
    return _ORDINAL.fullmatch(text) is not None or ONLY_DOTS.fullmatch(text) is not None


def fitted(value: str, before: str, after: str) -> str:
    """Return a value as it stands between its neighbours: a space where the dots stood for one.

    Of a year behind "20" only what is missing is written.
    """
    if _TWENTIETH.search(before) and re.fullmatch(r"20\d\d", value):
        return value[2:]
    left = " " if before and before[-1] not in ' \t\u00a0(\u201c"/-' else ""
    right = " " if after and after[0].isalnum() else ""
    return f"{left}{value}{right}"
