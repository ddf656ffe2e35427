"""What one paper of a year has to say, looked up piece by piece for a form that is not ours.

Everything comes from where the builders of our own papers take it; a form of the committee and a paper of the
program can therefore never contradict each other.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from app.domain.ballots import BallotSubject
from app.domain.outgoing_papers import OutgoingPaper
from app.domain.people import Person
from app.papers.content import Block, Paragraph, Table, plain
from app.papers.kind import PaperKind, Scope, Subject
from app.papers.meeting import Meeting, meeting_of
from app.papers.own_layer import words_of
from app.papers.result_words import ResultWords
from app.papers.review import Review, review_of
from app.papers.styles import Profile, profile_for
from app.papers.votes import Vote, vote_of
from app.papers.wording import Wording, wording
from app.year.review_year import ReviewYear

_BALLOTS = {Scope.MEMBERS_BALLOT: BallotSubject.MEMBERS, Scope.CELL_BALLOT: BallotSubject.CELL}
_BETWEEN = " \u2013 "


@dataclass(frozen=True)
class Told:
    """A paper of a kind in its year."""

    kind: PaperKind
    year: ReviewYear
    subject: Subject

    @property
    def paper(self) -> OutgoingPaper | None:
        """Return the record of the paper, None for a form that is about nothing yet."""
        return self.subject.paper

    @property
    def day(self) -> dt.date:
        """Return the day of the paper, else the last one of the year."""
        return self.subject.day or dt.date(self.year.year, 12, 31)

    @cached_property
    def profile(self) -> Profile:
        """Return the layout of the paper's day, which has the words of signatures."""
        return profile_for(self.day)

    @cached_property
    def words(self) -> Wording:
        """Return the wording of the kind, as our own paper has it."""
        return self.words_of(self.kind.code)

    def words_of(self, code: str) -> Wording:
        """Return the wording of another kind, for what that one says in words."""
        return words_of(code, self.year, self.profile)

    @cached_property
    def review(self) -> Review:
        """Return the review as the paper sees it."""
        return review_of(self.year, self.subject.day, self.profile.words["tone"])

    @cached_property
    def results(self) -> ResultWords:
        """Return what the rating came to, in words."""
        return ResultWords(self.review)

    @property
    def target(self) -> str:
        """Return whom the paper is about."""
        return self.paper.target if self.paper else ""

    @property
    def person(self) -> Person | None:
        """Return the member whom the paper is about."""
        return self.review.people.get(self.target)

    @cached_property
    def vote(self) -> Vote:
        """Return the vote that the paper states; of another kind one of which nothing is known."""
        about = _BALLOTS.get(self.kind.scope, BallotSubject.MEMBERS)
        return vote_of(self.review, about, self.paper.about if self.paper else "")

    @cached_property
    def meeting(self) -> Meeting:
        """Return the conference that the paper is about, that of its vote where it states one."""
        if self.kind.scope in _BALLOTS:
            return self.vote.meeting
        return meeting_of(self.review, self.paper.about if self.paper else "")


def said(blocks: Iterable[Block]) -> str:
    """Return what blocks of a paper say as lines of text; what waits for a pen says nothing."""
    return "\n".join(line for block in blocks for line in _lines(block))


def _lines(block: Block) -> list[str]:
    if isinstance(block, Paragraph):
        return [plain(block).strip()] if plain(block).strip() else []
    if isinstance(block, Table):
        rows = [["; ".join(map(plain, cell.paragraphs)).strip() for cell in row] for row in block.rows]
        head, body = rows[: block.header_rows], rows[block.header_rows :]
        if chosen := _ticked(head, body):
            return chosen
        return [told for row in body if (told := _BETWEEN.join(filter(None, row)))]
    return []


def _ticked(head: list[list[str]], body: list[list[str]]) -> list[str]:
    """Return what is ticked where a table is a choice of boxes, nothing of another table."""
    cross = wording("shared").text("chosen")
    if len(head) != 1 or len(body) != 1 or not set(body[0]) <= {cross, ""} or cross not in body[0]:
        return []
    return [name for name, mark in zip(head[0], body[0], strict=False) if mark == cross]
