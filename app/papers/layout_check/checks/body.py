"""The text: size, pitch, spacing, alignment, indent, legal bases, dates, order of letters (1.1, 1.6)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from app.papers.layout_check.checks.date import zeros
from app.papers.layout_check.found import Found, number, ruled
from app.papers.layout_check.model import Line
from app.papers.layout_check.parts import Paper
from app.papers.layout_check.recognised import pattern, reads_as, words
from app.papers.styles import Profile

_LONG = 95
"""Letters that fill more than a line: only then are alignment and indent seen."""
_SOME = 25
"""Letters from which a line is text and no label."""
_SIZE_PT, _PITCH_PT, _GAP_PT, _INDENT_MM = 0.25, 0.2, 0.3, 0.1


def check(paper: Paper, profile: Profile) -> Iterator[Found]:
    """Yield what differs in the text between the title and the signature."""
    text = [line for line in paper.body if line.place is None and not line.shares]
    written = [line for line in text if len(line.text) >= _SOME]
    for line in written:
        yield from _size(line, profile)
        yield from _pitch(line, profile)
    for line in (one for one in written if len(one.text) >= _LONG and not one.all("italic")):
        yield from _shape(line, profile)
    yield from _gaps(text, profile)
    yield from _bases(paper.body)
    yield from _words(paper)
    yield from _points(paper.body)


def _size(line: Line, profile: Profile) -> Iterator[Found]:
    if line.all("italic"):
        return  # a note to a form or below a table
    least = next(style.size_pt for style in profile.styles if style.name == "body")
    most = profile.allowed["body_most_pt"]
    wrong = [size for size in line.sizes() if not least - _SIZE_PT <= size <= most + _SIZE_PT]
    if wrong:
        params = {"found": number(wrong[0]), "wanted": f"{number(least)}-{number(most)}"}
        yield Found("body", "size", "styles.body.size_pt", line, params)


def _pitch(line: Line, profile: Profile) -> Iterator[Found]:
    least = next(style.line_pt for style in profile.styles if style.name == "body")
    if len(line.text) >= _LONG and line.line_pt < least - _PITCH_PT:
        params = {"found": number(line.line_pt), "wanted": number(least)}
        yield Found("body", "line", "styles.body.line_pt", line, params)


def _shape(line: Line, profile: Profile) -> Iterator[Found]:
    if line.align != "justify":
        yield Found("body", "align", "styles.body.align", line)
    least, most = (profile.allowed[f"first_line_{side}_mm"] for side in ("least", "most"))
    set_in = line.first_line_mm + line.left_mm
    begins_in = any(piece.text.startswith("   ") for piece in line.pieces[:1])
    if line.listed or begins_in or line.left_mm > _INDENT_MM:
        return
    if not least - _INDENT_MM <= set_in <= most + _INDENT_MM:
        params = {"found": number(set_in)}
        yield Found("body", "indent", "allowed.first_line_least_mm", line, params)


def _gaps(text: Sequence[Line], profile: Profile) -> Iterator[Found]:
    least = next(style.before_pt for style in profile.styles if style.name == "body")
    for upper, lower in pairwise(text):
        touching = lower.number == upper.number + 1
        if touching and min(len(upper.text), len(lower.text)) >= _LONG:
            gap = upper.after_pt + lower.before_pt
            if gap < least - _GAP_PT:
                params = {"found": number(gap), "wanted": number(least)}
                yield Found("body", "gap", "styles.body.before_pt", lower, params)


def _bases(lines: Sequence[Line]) -> Iterator[Found]:
    """Check the legal bases: upright; ";" after each but the last, "," after that (1.6)."""
    listed: list[Line] = []
    for line in lines:
        name = "basis_further" if listed else "basis"
        if reads_as(name, line.text) and line.text[-1:] in ";,.":
            listed.append(line)
        elif listed or not line.is_empty:
            break
    for line in listed:
        if line.any("italic"):
            yield ruled("body", "basis_italic", line)
    dashed = [line for line in listed if reads_as("recipient", line.text) or line.listed or len(listed) > 1]
    for line in dashed:
        wanted = "," if line is dashed[-1] else ";"
        if line.text[-1] != wanted:
            yield ruled("body", "basis_end", line, wanted=wanted)


def _words(paper: Paper) -> Iterator[Found]:
    for line in paper.body:
        for match in pattern("text_date").finditer(line.text):
            yield from zeros(match, line, "body", "date_zero")
        if reads_as("slashes", line.text):
            yield ruled("body", "slashes", line)
        if reads_as("article", line.text) and line.pieces and not line.written()[0].bold:
            yield ruled("article", "bold", line)
        if reads_as("part", line.text) and line.align == "center" and not line.all("bold"):
            yield ruled("part", "bold", line)


def _points(lines: Sequence[Line]) -> Iterator[Found]:
    """Check that points run a, b, c, d, đ, e, g …"""
    order = words()["letters"]["points"]
    before = ""
    for line in lines:
        match = reads_as("point", line.text)
        if match is None:
            continue
        letter = match["letter"]
        expected = order[order.index(before) + 1 : order.index(before) + 2] if before in order else ""
        if before and letter not in {expected, order[0]} and _comes_next_abroad(before, letter):
            yield ruled("body", "letters", line, found=letter, wanted=expected)
        before = letter


def _comes_next_abroad(before: str, letter: str) -> bool:
    """Return whether `letter` follows in the alphabet of other languages, where ours has another."""
    plain = "d" if before not in "abcdefghijklmnopqrstuvwxyz" else before
    return ord(letter) == ord(plain) + 1
