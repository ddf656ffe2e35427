"""The text of a letter of suggestions cut into its points, one a line, each with its subject."""

from __future__ import annotations

import re
from collections.abc import Iterable

from app.common.text import fold
from app.domain.members import Member
from app.domain.targets import COLLECTIVE

_MARK = re.compile(r"^\s*(?:[-+•*–]|\d{1,2}[.)/]|[^\W\d_][.)])\s*")


def cut_points(text: str, members: Iterable[Member]) -> list[dict[str, object]]:
    """Return the points of a pasted letter in order: `text` without its mark, and `target`.

    A line is about the one member whose whole name stands in it, written with its marks; where it names
    nobody or several it is about the collective, which the secretary can change.
    """
    names = [(one.uid, one.full_name) for one in members]
    lines = (_MARK.sub("", line).strip() for line in text.splitlines())
    return [{"text": line, "target": _subject(line, names)} for line in lines if line]


def _subject(line: str, names: list[tuple[str, str]]) -> str:
    said = f" {re.sub(r'[^0-9a-z]+', ' ', fold(line))} "
    found = [(uid, name) for uid, name in names if f" {fold(name)} " in said]
    if len(found) > 1:
        # Without marks two names can be alike: then only the one written as it is counts.
        found = [(uid, name) for uid, name in found if name.casefold() in line.casefold()]
    return found[0][0] if len(found) == 1 else COLLECTIVE
