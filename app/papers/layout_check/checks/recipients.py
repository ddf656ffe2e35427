"""Nơi nhận (1.2, row 9; 1.9)."""

from __future__ import annotations

from collections.abc import Iterator

from app.papers.layout_check.found import Found, ruled
from app.papers.layout_check.model import Line
from app.papers.layout_check.parts import Paper, Sort
from app.papers.layout_check.recognised import reads_as
from app.papers.styles import Profile


def check(paper: Paper, profile: Profile) -> Iterator[Found]:
    """Yield what is wrong with the recipients."""
    label, lines = paper.foot.recipients_label, paper.foot.recipients
    if label is None:
        if paper.sort in {Sort.TYPED, Sort.LETTER}:
            yield ruled("recipients_label", "missing")
        return
    if not reads_as("recipients_colon", label.text):
        yield ruled("recipients_label", "colon", label)
    yield from _lines(lines)
    separator, end = profile.words["recipients_separator"], profile.words["recipients_end"]
    for line in lines[:-1]:
        if not line.text.endswith(separator):
            yield ruled("recipient", "separator", line, wanted=separator)
    if lines and not lines[-1].text.endswith(end):
        yield ruled("recipient", "end", lines[-1], wanted=end)


def _lines(lines: tuple[Line, ...]) -> Iterator[Found]:
    for line in lines:
        if not line.listed and not reads_as("recipient", line.text):
            yield ruled("recipient", "dash", line)
        if reads_as("archive", line.text) and reads_as("archive_colon", line.text):
            yield ruled("recipient", "archive", line)
