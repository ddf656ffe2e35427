"""`ReviewYear`: all records of a cell and a year as one frozen value.

Findings, papers, dump, package and home page read this and nothing else (decisions.md 2.2).
"""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.cells import Cell
from app.domain.members import Member
from app.domain.outgoing_papers import OutgoingPaper, Submission


@dataclass(frozen=True, slots=True)
class ReviewYear:
    """A cell in one year; members in the trash are not part of it, its papers are those of the year."""

    year: int
    cell: Cell
    members: tuple[Member, ...]
    papers: tuple[OutgoingPaper, ...]
    submissions: tuple[Submission, ...] = ()
