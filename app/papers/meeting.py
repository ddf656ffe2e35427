"""A conference as its papers know it: sittings, who was called and came, guests, turns, opinions.

A blank form is about a conference of which nothing is known yet. Hours of a turn, minutes spent and named
defects are not among what is told here (rulings.md 3.2).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from app.domain.ballots import Ballot
from app.domain.conferences import (
    Attendance,
    Conference,
    ConferenceState,
    Opinion,
    Presence,
    ReviewTurn,
    Sitting,
)
from app.domain.people import Person
from app.domain.posts import RANKS, PostKind, rank_on
from app.papers.kind import Subject
from app.papers.own_layer import shared_words
from app.papers.review import Review, in_order, review_of
from app.papers.wording import Wording
from app.year.review_year import ReviewYear

_NOBODY = "0" * 32
HERE = frozenset({Presence.PRESENT, Presence.LATE})
AWAY = frozenset({Presence.EXCUSED, Presence.UNEXCUSED})


@dataclass(frozen=True)
class Meeting:
    """One conference in its year, as a paper of `review.day` sees it."""

    review: Review
    conference: Conference

    @property
    def is_blank(self) -> bool:
        """Return whether it is the conference of a blank form."""
        return self.conference.uid == _NOBODY

    @property
    def is_over(self) -> bool:
        """Return whether it is over, so that what is not there was not."""
        return self.conference.state is ConferenceState.CLOSED

    @property
    def words(self) -> Wording:
        """Return the wording that papers of a conference share."""
        return shared_words("meeting", self.review)

    @cached_property
    def sittings(self) -> tuple[Sitting, ...]:
        """Return the sittings in order."""
        own = [one for one in self.review.year.sittings if one.conference == self.conference.uid]
        return tuple(sorted(own, key=lambda one: (one.position, one.uid)))

    @cached_property
    def first_day(self) -> dt.date:
        """Return the day of the first sitting; where none is known, that of the paper."""
        return min((one.held_on for one in self.sittings if one.held_on), default=self.review.day)

    def attendance(self, sitting: str) -> Mapping[str, Attendance]:
        """Return how members were at a sitting, by uid of the member."""
        return {one.member_uid: one for one in self.review.year.attendance if one.sitting == sitting}

    @cached_property
    def called(self) -> tuple[Person, ...]:
        """Return the members called at any sitting, by post and then by name."""
        uids = {uid for one in self.sittings for uid in self.attendance(one.uid)}
        return in_order((one for uid, one in self.review.people.items() if uid in uids), self.first_day)

    @cached_property
    def turns(self) -> tuple[ReviewTurn, ...]:
        """Return the turns in order."""
        own = [one for one in self.review.year.review_turns if one.conference == self.conference.uid]
        return tuple(sorted(own, key=lambda one: (one.position, one.uid)))

    def opinions(self, target: str) -> tuple[Opinion, ...]:
        """Return what was said to a subject, in order; what was taken back was never said."""
        own = [
            one
            for one in self.review.year.opinions
            if one.conference == self.conference.uid and one.target == target and not one.withdrawn
        ]
        return tuple(sorted(own, key=lambda one: (one.position, one.uid)))

    @cached_property
    def ballots(self) -> tuple[Ballot, ...]:
        """Return the votes in the order in which they were held."""
        own = [one for one in self.review.year.ballots if one.conference == self.conference.uid]
        return tuple(sorted(own, key=lambda one: (f"{one.held_on}", one.held_at, one.uid)))

    def person(self, uid: str) -> str:
        """Return a member with his post, as a sentence names him: "đồng chí Nguyễn Văn A, Bí thư"."""
        if uid not in self.review.people:
            return ""
        named = {"name": self.review.name(uid), "post": self.review.post(uid)}
        return self.words.text("person_with_post" if named["post"] else "person", **named)

    def comrade(self, uid: str) -> str:
        """Return a member as a sentence names him, without post: "đồng chí Nguyễn Văn A"."""
        return self.words.text("person", name=self.review.name(uid))


def is_secretary(held: Meeting, uid: str) -> bool:
    """Return whether the member was bí thư when the conference began."""
    person = held.review.people.get(uid)
    return person is not None and rank_on(person.posts, held.first_day) == RANKS[PostKind.CELL_SECRETARY]


def meeting(year: ReviewYear, subject: Subject, words: Wording) -> Meeting:
    """Return the conference that a paper is about; of a blank form one that nothing is known of."""
    return meeting_of(review_of(year, subject.day, words.tone), subject.paper.about if subject.paper else "")


def meeting_of(review: Review, uid: str) -> Meeting:
    """Return a conference by uid, a blank one where there is none."""
    found = next((one for one in review.year.conferences if one.uid == uid), None)
    return Meeting(review, found or Conference(uid=_NOBODY, year=review.year.year))


def lines_of(text: str) -> Sequence[str]:
    """Return the lines that somebody wrote, without the empty ones."""
    return [part.strip() for part in text.split("\n") if part.strip()]
