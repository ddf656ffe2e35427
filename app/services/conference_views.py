"""A conference as it is entered and looked at: whose turn, who was there, who has spoken on whom, who votes.

Read from one frozen year and told in facts; no sentence is made here and nothing is stored. Times spent and
gaps are for the recorder's eye alone (rulings.md 3.2).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from app.common.text import given_name
from app.domain.conferences import (
    Attendance,
    Conference,
    ConferenceBody,
    Opinion,
    OpinionKind,
    Presence,
    ReviewTurn,
    Sitting,
    TurnState,
)
from app.domain.people import Person, is_guest_on, is_listed_on, is_present_on
from app.domain.population import ReviewDisposition
from app.domain.posts import RANKS, PostKind, rank_on
from app.domain.probation import is_official_on
from app.domain.targets import COLLECTIVE
from app.papers.meeting import HERE, Meeting, meeting_of
from app.papers.review import review_of
from app.rules.gates import Gate, review_gate
from app.year.review_year import ReviewYear


@dataclass(frozen=True, slots=True)
class SubjectLine:
    """One under review: how far its turn is, what was said to it, whether its gate is open."""

    target: str
    name: str
    group: str
    """``collective``, ``committee`` or ``members``."""
    turn: ReviewTurn | None
    opinions: int
    critical: int
    gate: Gate

    @property
    def state(self) -> TurnState:
        """Return how far the review has come."""
        return self.turn.state if self.turn else TurnState.WAITING


@dataclass(frozen=True, slots=True)
class Spoken:
    """What one member said to one subject."""

    count: int = 0
    critical: bool = False


@dataclass(frozen=True, slots=True)
class Counted:
    """Who was at a sitting, in numbers."""

    called: int
    present: int
    official_called: int
    official_present: int
    probationary_present: int
    late: int
    excused: int
    unexcused: int
    unknown: int
    """Expected and not called yet."""

    @property
    def has_majority(self) -> bool:
        """Return whether more than half of the official members called were there."""
        return 2 * self.official_present > self.official_called


@dataclass(frozen=True)
class ConferenceView:
    """One conference in its year."""

    year: ReviewYear
    conference: Conference

    @cached_property
    def meeting(self) -> Meeting:
        """Return the conference as its papers know it."""
        return meeting_of(review_of(self.year, None), self.conference.uid)

    @property
    def sittings(self) -> tuple[Sitting, ...]:
        """Return the sittings in order."""
        return self.meeting.sittings

    @property
    def day(self) -> dt.date:
        """Return the first day; the last one of the year while none is known."""
        return self.meeting.first_day

    @cached_property
    def listed(self) -> tuple[Person, ...]:
        """Return who can be called, by post and then by name: the body's members, and who was called."""
        rows = {uid for one in self.sittings for uid in self.meeting.attendance(one.uid)}
        uids = (
            uid for uid, one in self.meeting.review.people.items() if uid in rows or self._is_of_body(one)
        )
        return self.meeting.review.in_order(uids)

    def _is_of_body(self, person: Person) -> bool:
        if not is_listed_on(person, self.day):
            return False
        if self.conference.body is ConferenceBody.CELL_COMMITTEE:
            return rank_on(person.posts, self.day) < RANKS[PostKind.NONE]
        return True

    def is_expected(self, person: Person) -> bool:
        """Return whether the member is to be there; the exempt, suspended and lent are not."""
        return is_present_on(person, self.day)

    def attendance(self, sitting: str) -> Mapping[str, Attendance]:
        """Return the attendance at a sitting by uid of the member."""
        return self.meeting.attendance(sitting)

    def votes(self, person: Person) -> bool:
        """Return whether the member is official and counts here, so that he gets a ballot."""
        return is_official_on(person.member, self.day) and not is_guest_on(person, self.day)

    # The order ----------------------------------------------------------------------------------------------

    @cached_property
    def subjects(self) -> tuple[SubjectLine, ...]:
        """Return who is reviewed here: the collective, chi ủy, the other members, by post and name.

        Whom the same body reviewed at another conference of the round is not waited for again.
        """
        targets = [COLLECTIVE] if self._has_collective else []
        targets += [one.uid for one in self.meeting.review.in_order(self._reviewed())]
        return tuple(self._line(target) for target in targets)

    @property
    def _has_collective(self) -> bool:
        of_body = self.conference.body is not ConferenceBody.PARTY_GROUP
        is_due = self.meeting.review.outlook.has_collective and of_body
        return COLLECTIVE in self._begun or (is_due and COLLECTIVE not in self._met_elsewhere)

    @property
    def _begun(self) -> set[str]:
        return {one.target for one in self.meeting.turns} | {one.target for one in self.all_written}

    def _reviewed(self) -> set[str]:
        people = self.meeting.review.people
        settled = {one.member_uid: one.review for one in self.year.population}
        yes = {ReviewDisposition.YES, ReviewDisposition.LATER, ReviewDisposition.UNDECIDED}
        here = [one for one in self.listed if settled.get(one.uid, ReviewDisposition.UNDECIDED) in yes]
        if self.conference.body is ConferenceBody.PARTY_GROUP:
            called = {uid for one in self.sittings for uid in self.attendance(one.uid)}
            here = [one for one in here if one.uid in called] if called else here
        of_home = {one.uid for one in here if not is_guest_on(one, self.day)}
        return ((of_home - self._met_elsewhere) | self._begun) & set(people)

    @cached_property
    def _met_elsewhere(self) -> set[str]:
        own = _meets_as(self.conference)
        others = {
            one.uid
            for one in self.year.conferences
            if one.uid != self.conference.uid and _meets_as(one) == own
        }
        turns = (one for one in self.year.review_turns if one.conference in others)
        return {one.target for one in turns if one.state is TurnState.DONE}

    def _line(self, target: str) -> SubjectLine:
        said = self.said(target)
        turn = next((one for one in self.meeting.turns if one.target == target), None)
        name = self.meeting.review.name(target)
        critical = sum(one.kind is OpinionKind.SHORTCOMING for one in said)
        return SubjectLine(target, name, self._group(target), turn, len(said), critical, self.gate(target))

    def _group(self, target: str) -> str:
        if target == COLLECTIVE:
            return "collective"
        person = self.meeting.review.people[target]
        return "committee" if rank_on(person.posts, self.day) < RANKS[PostKind.NONE] else "members"

    def gate(self, target: str) -> Gate:
        """Return whether the subject may be reviewed on its day (R2-03): the collective first."""
        days = [one.held_on for one in self.sittings if one.held_on]
        pick = min if target == COLLECTIVE else max
        return review_gate(self.year, target, pick(days, default=None))

    # What was said ------------------------------------------------------------------------------------------

    @cached_property
    def all_written(self) -> tuple[Opinion, ...]:
        """Return every opinion of the conference in order."""
        own = [one for one in self.year.opinions if one.conference == self.conference.uid]
        return tuple(sorted(own, key=lambda one: (one.position, one.uid)))

    def written(self, target: str) -> tuple[Opinion, ...]:
        """Return every opinion on a subject, also what was taken back, in order."""
        return tuple(one for one in self.all_written if one.target == target)

    def said(self, target: str) -> tuple[Opinion, ...]:
        """Return what was said to a subject and not taken back."""
        return tuple(one for one in self.written(target) if not one.withdrawn)


@dataclass(frozen=True)
class Talk:
    """Who has spoken on whom in a conference."""

    view: ConferenceView

    @cached_property
    def speakers(self) -> tuple[Person, ...]:
        """Return who can speak: who was called and who has spoken; before the roll-call who is expected."""
        rows = {
            uid
            for one in self.view.sittings
            for uid, row in self.view.attendance(one.uid).items()
            if row.presence
        }
        spoke = {one.speaker for one in self.view.all_written}
        expected = {one.uid for one in self.view.listed if self.view.is_expected(one)}
        return self.view.meeting.review.in_order((rows or expected) | spoke)

    def is_away(self, uid: str) -> bool:
        """Return whether the member was called and at no sitting."""
        told = [
            row.presence
            for one in self.view.sittings
            for who, row in self.view.attendance(one.uid).items()
            if who == uid
        ]
        told = [one for one in told if one]
        return bool(told) and not any(one in HERE for one in told)

    @cached_property
    def _cells(self) -> Mapping[tuple[str, str], Spoken]:
        found: dict[tuple[str, str], Spoken] = {}
        for one in self.view.all_written:
            if one.withdrawn:
                continue
            before = found.get((one.target, one.speaker), Spoken())
            critical = before.critical or one.kind is OpinionKind.SHORTCOMING
            found[one.target, one.speaker] = Spoken(before.count + 1, critical)
        return found

    def spoken(self, target: str, speaker: str) -> Spoken:
        """Return what one said to another."""
        return self._cells.get((target, speaker), Spoken())

    def asked_of(self, target: str) -> tuple[Person, ...]:
        """Return who is to speak on a subject: who was there, without the subject."""
        return tuple(one for one in self.speakers if one.uid != target and not self.is_away(one.uid))

    def silent_on(self, target: str) -> tuple[Person, ...]:
        """Return who was there and said nothing to the subject."""
        return tuple(one for one in self.asked_of(target) if not self.spoken(target, one.uid).count)

    @cached_property
    def short_names(self) -> Mapping[str, str]:
        """Return given names by uid; of two alike the middle name goes along."""
        people = self.speakers
        given = [given_name(one.member.full_name) for one in people]
        return {
            one.uid: name if given.count(name) == 1 else " ".join(one.member.full_name.split()[-2:])
            for one, name in zip(people, given, strict=True)
        }


def _meets_as(one: Conference) -> tuple[ConferenceBody, str, int]:
    return one.body, one.party_group, one.round_number


def line_of(view: ConferenceView, target: str) -> SubjectLine | None:
    """Return the line of a subject; None for who is not reviewed there."""
    return next((one for one in view.subjects if one.target == target), None)


def counted_at(view: ConferenceView, sitting: str) -> Counted:
    """Return who was at a sitting in numbers; guests of other cells are called and do not vote."""
    rows = view.attendance(sitting)
    presence = {uid: one.presence for uid, one in rows.items() if one.presence}
    here = {uid for uid, one in presence.items() if one in HERE}
    official = {one.uid for one in view.listed if one.uid in presence and view.votes(one)}
    unknown = [one for one in view.listed if one.uid not in presence and view.is_expected(one)]
    told = list(presence.values())
    return Counted(
        called=len(presence),
        present=len(here),
        official_called=len(official),
        official_present=len(official & here),
        probationary_present=sum(
            one.uid in here and not is_official_on(one.member, view.day) for one in view.listed
        ),
        late=told.count(Presence.LATE),
        excused=told.count(Presence.EXCUSED),
        unexcused=told.count(Presence.UNEXCUSED),
        unknown=0 if view.conference.body is ConferenceBody.PARTY_GROUP else len(unknown),
    )


def conference_views(year: ReviewYear) -> tuple[ConferenceView, ...]:
    """Return the conferences of a year by their first day, those without a day last."""
    views = [ConferenceView(year, one) for one in year.conferences]

    def place(one: ConferenceView) -> tuple[str, int, str]:
        days = [f"{sitting.held_on:%Y-%m-%d}" for sitting in one.sittings if sitting.held_on]
        return min(days, default="9999"), _BODIES.index(one.conference.body), one.conference.uid

    return tuple(sorted(views, key=place))


_BODIES = (ConferenceBody.CELL_COMMITTEE, ConferenceBody.PARTY_GROUP, ConferenceBody.CELL)
