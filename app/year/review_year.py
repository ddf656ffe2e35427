"""`ReviewYear`: all records of a cell and a year as one frozen value.

Findings, papers, dump, package and home page read this and nothing else (decisions.md 2.2).
"""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.cells import Cell
from app.domain.members import Member
from app.domain.outgoing_papers import OutgoingPaper, Submission
from app.domain.people import Person, people
from app.domain.posts import Post
from app.domain.recognitions import Discipline, Reward
from app.domain.standings import Standing


@dataclass(frozen=True, slots=True)
class ReviewYear:
    """A cell in one year; members in the trash are not part of it, its papers are those of the year."""

    year: int
    cell: Cell
    members: tuple[Member, ...]
    papers: tuple[OutgoingPaper, ...]
    submissions: tuple[Submission, ...] = ()
    posts: tuple[Post, ...] = ()
    standings: tuple[Standing, ...] = ()
    rewards: tuple[Reward, ...] = ()
    disciplines: tuple[Discipline, ...] = ()

    def people(self) -> tuple[Person, ...]:
        """Return the members, each with posts, standings, rewards and discipline."""
        return people(self.members, self.posts, self.standings, self.rewards, self.disciplines)
