"""The parts of the dossier and what is there of each, in the order in which the committee reads them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from app.domain.outgoing_papers import OutgoingPaper
from app.papers import kind
from app.papers.register import number_and_symbol
from app.year.review_year import ReviewYear

PartState: TypeAlias = Literal["present", "draft", "missing", "made"]

CONTENTS_LIST = "contents_list"
ORDER = (CONTENTS_LIST, "submission", "member_list")
"""Order of proof (documents-and-meetings.md 4.3), as far as kinds of paper exist."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the dossier.

    `state` is "present" (issued, goes in), "draft" (prepared only, stays out), "missing", or "made" by the
    package itself; `subject` is the uid of the paper to open, `note` its number and symbol.
    """

    code: str
    title: str
    state: PartState
    count: int = 0
    note: str = ""
    subject: str | None = None


def parts_of(year: ReviewYear) -> tuple[Part, ...]:
    """Return every part of the dossier of `year`, the absent ones too."""
    return tuple(_part(code, year.papers) for code in ORDER)


def submitted(year: ReviewYear) -> tuple[OutgoingPaper, ...]:
    """Return the papers that go into the package, in dossier order; only what was issued leaves."""
    return tuple(
        paper
        for code in ORDER
        for paper in sorted(year.papers, key=lambda paper: (paper.dated_on, paper.number or 0))
        if paper.kind == code and paper.is_issued
    )


def _part(code: str, papers: Sequence[OutgoingPaper]) -> Part:
    title = kind(code).title
    if code == CONTENTS_LIST:
        return Part(code, title, "made", 1)
    own = [paper for paper in papers if paper.kind == code]
    issued = [paper for paper in own if paper.is_issued]
    if issued:
        return Part(code, title, "present", len(issued), number_of(issued[-1]), issued[-1].uid)
    return Part(code, title, "draft", 0, "", own[-1].uid) if own else Part(code, title, "missing")


def number_of(paper: OutgoingPaper) -> str:
    """Return "Số 05-TTr/CB", empty for a paper without number."""
    return number_and_symbol(paper.number, paper.type_code, paper.symbol) if paper.number else ""
