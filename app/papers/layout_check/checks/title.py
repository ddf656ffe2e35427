"""Name of type, subject and the five hyphens below them (1.2, 1.6)."""

from __future__ import annotations

from collections.abc import Iterator

from app.papers.layout_check.found import Found, ruled
from app.papers.layout_check.model import Line
from app.papers.layout_check.parts import Paper, Sort
from app.papers.layout_check.recognised import reads_as, words
from app.papers.styles import Profile

_SHORTEST_UNKNOWN = 10
"""A file of fewer lines may be anything."""


def check(paper: Paper, profile: Profile) -> Iterator[Found]:
    """Yield what the title lacks, or has too much."""
    title = paper.title
    if paper.sort is Sort.LETTER:
        yield from _of_letter(paper)
    elif paper.sort is Sort.UNKNOWN:
        if paper.head.title is not None and len(paper.file.lines) >= _SHORTEST_UNKNOWN:
            yield ruled("type_name", "missing")
    elif paper.sort in {Sort.TYPED, Sort.MINUTES} and title.type_name is not None:
        yield from _of_type(paper, title.type_name, profile)


def _of_letter(paper: Paper) -> Iterator[Found]:
    subject = paper.head.letter_subject
    if not subject:
        yield ruled("letter_subject", "missing", paper.head.number)
        return
    match = reads_as("letter_subject", subject[0].text)
    if match and match["prefix"]:
        yield ruled("letter_subject", "prefix", subject[0])


def _of_type(paper: Paper, line: Line, profile: Profile) -> Iterator[Found]:
    title = paper.title
    if title.kind in words()["kinds"]["not_of_a_cell"] and _of_cell(paper):
        yield ruled("type_name", "authority", line, kind=title.kind)
    if len(line.text) > len(title.kind):
        yield ruled("type_name", "joined", line, kind=title.kind)
    elif not title.subject:
        yield ruled("subject", "missing", line)
    if title.subject:
        yield from _subject(title.subject)
    if title.dashes is None:
        yield ruled("dashes", "missing", (*title.subject, line)[0], wanted=profile.words["dashes"])
    elif title.dashes.text != profile.words["dashes"]:
        yield ruled("dashes", "form", title.dashes, wanted=profile.words["dashes"])


def _subject(lines: tuple[Line, ...]) -> Iterator[Found]:
    text = " ".join(line.text for line in lines)
    if text.endswith("."):
        yield ruled("subject", "stop", lines[-1])
    if reads_as("quoted", text):
        yield ruled("subject", "quotes", lines[0])
    if text == text.upper():
        yield Found("subject", "small", "styles.subject.size_pt", lines[0])


def _of_cell(paper: Paper) -> bool:
    cell = words()["organisations"]["cell"]
    return any(line.text.upper().startswith(cell) for line in paper.head.issuer)
