"""Number and symbol (1.4): "Số 05-BC/CB"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.papers.layout_check.found import Found, ruled
from app.papers.layout_check.model import Line
from app.papers.layout_check.parts import Paper, Sort
from app.papers.layout_check.recognised import reads_as, words
from app.papers.styles import Profile

_FEW = 10


def check(paper: Paper, _profile: Profile) -> Iterator[Found]:
    """Yield what is wrong with the number, or that there is none where the kind of paper bears one."""
    line = paper.head.number
    if line is None:
        if paper.sort in {Sort.TYPED, Sort.LETTER}:
            yield ruled("number", "missing")
        return
    if reads_as("number_with_year", line.text):
        yield ruled("number", "year", line)
        return
    match = reads_as("numbered", line.text)
    if match is None:
        yield ruled("number", "form", line, found=line.text)
        return
    if match["colon"]:
        yield ruled("number", "colon", line)
    yield from _parts(paper, line, match)


def _parts(paper: Paper, line: Line, match: re.Match[str]) -> Iterator[Found]:
    if match["join"] == "/" or match["slash"] != "/":
        yield ruled("number", "form", line, found=line.text)
    figures = match["number"].strip()
    if figures.isdigit() and len(figures) == 1 and int(figures) < _FEW:
        yield ruled("number", "zero", line, found=figures)
    codes = _codes(paper)
    if codes and match["code"] not in codes and match["join"] != "/":
        params = {"found": match["code"], "wanted": codes[0], "kind": paper.title.kind}
        yield ruled("number", "type_code", line, **params)


def _codes(paper: Paper) -> list[str]:
    if paper.sort is Sort.LETTER:
        return [words()["kinds"]["letter_code"]]
    return list(words()["types"].get(paper.title.kind, []))
