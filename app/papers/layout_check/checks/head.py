"""Which components of the head are there, and the rule below the title (1.3)."""

from __future__ import annotations

from collections.abc import Iterator

from app.papers.content import Style
from app.papers.fonts import text_width_mm
from app.papers.layout_check.found import Found, ruled
from app.papers.layout_check.model import Line
from app.papers.layout_check.parts import Paper, Sort
from app.papers.layout_check.recognised import words
from app.papers.styles import Profile

_SHORTEST, _LONGEST = 0.75, 1.3
"""Of the length of the text: a line drawn by hand is never exactly as long."""


def check(paper: Paper, profile: Profile) -> Iterator[Found]:
    """Yield what the head lacks."""
    head = paper.head
    if head.motto is not None:
        yield ruled("head_title", "motto", head.motto)
    if paper.sort is Sort.UNKNOWN:
        return
    if head.title is None:
        if paper.title.form not in words()["kinds"]["bare_forms"] and head.motto is None:
            yield ruled("head_title", "missing", wanted=profile.words["head_title"])
    else:
        yield from _rule(paper, head.title, profile)
    if paper.sort is not Sort.FORM:
        yield from _names(paper)


def _names(paper: Paper) -> Iterator[Found]:
    if not paper.head.issuer:
        yield ruled("issuer_name", "missing")
    elif not paper.head.upper:
        yield ruled("upper_name", "missing", paper.head.issuer[0])
    if paper.head.star is None and paper.head.number is not None:
        yield ruled("star", "missing", paper.head.number)


def _rule(paper: Paper, title: Line, profile: Profile) -> Iterator[Found]:
    if title.all("underline"):
        return  # as long as the text by nature
    if not paper.head.rules:
        yield ruled("head_title", "rule", title)
        return
    style = next(one for one in profile.styles if one.name == "head_title")
    lengths = [length for line, length in paper.head.rules if line is title and length]
    text_mm = text_width_mm(title.text, _as_set(style, title))
    if lengths and not any(_SHORTEST * text_mm <= length <= _LONGEST * text_mm for length in lengths):
        yield ruled("head_title", "rule_length", title)


def _as_set(style: Style, title: Line) -> Style:
    """Return the style of the title in the size it has, so that its rule is held to its own length."""
    sizes = title.sizes()
    return Style(style.name, style.label, sizes[0] if sizes else style.size_pt, style.line_pt, bold=True)
