"""The cell's own words on its papers, kept in the year beside its rules (``RuleSet.own_texts``).

A text is known by the kind of paper and the path of what it stands for: ``review_plan``, ``sections/votes``.
Which there are, and what such a text must keep, is for `app.papers` to say; here they are only read.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, TypeAlias

from pydantic import BeforeValidator

from app.rules.ruleset_base import Part


class OwnText(Part):
    """One text of the cell: of which kind of paper, in which place, and the words."""

    kind: str
    key: str
    text: str


def _read(value: object) -> object:
    """Read what is stored, however damaged: a line that is none stays known, as one that fits nowhere."""
    if not isinstance(value, list | tuple):
        return (OwnText(kind="", key="", text=""),)
    return tuple(one if isinstance(one, OwnText) else _line(one) for one in value)


def _line(value: object) -> OwnText:
    given = value if isinstance(value, dict) else {}
    kind, key, text = (given.get(name) for name in ("kind", "key", "text"))
    return OwnText(
        kind=kind if isinstance(kind, str) else "",
        key=key if isinstance(key, str) else "",
        text=text if isinstance(text, str) else "",
    )


OwnTexts: TypeAlias = Annotated[tuple[OwnText, ...], BeforeValidator(_read)]


def of_kind(own: Iterable[OwnText], kind: str) -> dict[str, str]:
    """Return the texts of a kind of paper by place."""
    return {one.key: one.text for one in own if one.kind == kind}
