"""Who plays which part in the practice year: who is reviewed, rated, absent, on paper, and how it ends."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from app.common.text import fold
from app.domain.members import FeeCategory, ReviewCategory
from app.domain.people import Person
from app.domain.population import RatingDisposition, ReviewDisposition
from app.domain.posts import RANKS, PostKind, rank_on
from app.domain.probation import is_official_on, months_later
from app.domain.standings import StandingKind
from app.domain.types import earliest_day
from app.practice.plan import CONFERENCE
from app.practice.texts.written import SelfReviewFacts, Work
from app.rules.ruleset import RuleSet

FEW, LARGE = 9, 30
"""From so many members on there is a chi ủy; from so many on tổ đảng meet by themselves (rulings.md 5)."""
_YOUNG = 40
_GROUP_SIZE = 20
_LATELY_MONTHS = 6
_SECOND_FULFILLED_FROM = 12
GOOD, FULFILLED, EXCELLENT = "good", "fulfilled", "excellent"


class Case(StrEnum):
    """What is special about a member this year."""

    NONE = ""
    REPEATS = "repeats"
    """A shortcoming of last year came again."""
    ABSENT = "absent"
    """Ill on the day of the conference, reviewed two weeks later."""
    AWAY = "away"
    EXEMPT = "exempt"
    GUEST = "guest"
    CAME = "came"
    LATELY = "lately"
    """Admitted less than six months before."""


_CASE_OF = {
    StandingKind.EXEMPT: Case.EXEMPT,
    StandingKind.TEMPORARY_AWAY: Case.AWAY,
    StandingKind.TEMPORARY_HERE: Case.GUEST,
    StandingKind.TRANSFERRED_IN: Case.CAME,
}
_REASONS = {
    Case.EXEMPT: "exempt_standing",
    Case.GUEST: "temporary_here",
    Case.LATELY: "admitted_lately",
    Case.ABSENT: "absent",
}
"""The reason of the rule set by which a case is not reviewed, or not like the others."""


@dataclass(frozen=True, slots=True)
class Role:
    """One member's part."""

    person: Person
    rank: int
    """Place of the post in the cell, the highest first; members without one stand last."""
    is_official: bool
    object_type: str
    case: Case = Case.NONE
    review: ReviewDisposition = ReviewDisposition.YES
    rating: RatingDisposition = RatingDisposition.YES
    reason: str = ""
    level: str = ""
    on_paper: bool = False
    is_young: bool = False
    """Has no grown children yet, as the texts go."""
    group: int = 0
    """Number of the tổ đảng, 0 where there is none."""
    is_charged: bool = False
    """Whether the conference concludes a shortcoming against the member."""

    @property
    def uid(self) -> str:
        """Return the identity of the member."""
        return self.person.uid

    @property
    def name(self) -> str:
        """Return the full name."""
        return self.person.member.full_name

    @property
    def work(self) -> Work:
        """Return what the member does for a living."""
        member = self.person.member
        if member.fee_category is FeeCategory.PENSIONER:
            return Work.PENSIONER
        if member.review_category is ReviewCategory.STAFF:
            return Work.TEACHER if int(member.card_number) % 2 else Work.OFFICIAL
        return Work.FARMER if member.fee_category is FeeCategory.UNINSURED else Work.WORKER

    @property
    def writer(self) -> SelfReviewFacts:
        """Return who writes, as the bank of texts wants to know it; what to write of is added."""
        return SelfReviewFacts(
            work=self.work,
            leads=self.in_committee,
            heads=self.rank == RANKS[PostKind.CELL_SECRETARY],
            probationary=not self.is_official,
            young=self.is_young,
        )

    @property
    def in_committee(self) -> bool:
        """Return whether the member holds a post in the cell."""
        return self.rank < RANKS[PostKind.NONE]

    @property
    def is_reviewed(self) -> bool:
        """Return whether the member reviews himself, now or later."""
        return self.review is not ReviewDisposition.NO

    @property
    def is_rated(self) -> bool:
        """Return whether the member is rated."""
        return self.rating is RatingDisposition.YES

    @property
    def is_plain(self) -> bool:
        """Return whether the member is official, without post and special case."""
        return self.case is Case.NONE and self.is_official and not self.in_committee

    @property
    def is_staff(self) -> bool:
        """Return whether somebody else rates the member as an official or employee."""
        return self.person.member.review_category is ReviewCategory.STAFF and self.is_reviewed

    @property
    def self_level(self) -> str:
        """Return what the member proposes for himself; who repeats a shortcoming thinks better of it."""
        return GOOD if self.case is Case.REPEATS else self.level


@dataclass(frozen=True, slots=True)
class Cast:
    """All parts, by post, then by name, as papers list them (rulings.md 3.7)."""

    roles: tuple[Role, ...]

    @property
    def has_committee(self) -> bool:
        """Return whether the cell has a chi ủy."""
        return len(self.roles) >= FEW

    @property
    def has_groups(self) -> bool:
        """Return whether tổ đảng review their members first."""
        return len(self.roles) >= LARGE

    @property
    def secretary(self) -> Role:
        """Return the bí thư, who chairs."""
        return self.roles[0]

    @property
    def recorder(self) -> Role:
        """Return who writes the minutes."""
        return self.roles[1]

    @property
    def committee(self) -> tuple[Role, ...]:
        """Return the holders of posts in the cell."""
        return tuple(role for role in self.roles if role.in_committee)

    @property
    def reviewed(self) -> tuple[Role, ...]:
        """Return who reviews himself, in the order of the conference."""
        return tuple(role for role in self.roles if role.is_reviewed)

    @property
    def rated(self) -> tuple[Role, ...]:
        """Return who is rated."""
        return tuple(role for role in self.roles if role.is_rated)

    def with_changed(self, *changed: Role) -> Cast:
        """Return the cast with other parts for some of its members."""
        by_uid = {role.uid: role for role in changed}
        return Cast(tuple(by_uid.get(role.uid, role) for role in self.roles))

    def of(self, case: Case) -> Role | None:
        """Return who has this case, if anybody."""
        return next((role for role in self.roles if role.case is case), None)

    def plain(self) -> tuple[Role, ...]:
        """Return the official members without post and special case, who are reviewed and rated."""
        return tuple(role for role in self.rated if role.is_plain)


def cast(people: Sequence[Person], ruleset: RuleSet, year: int) -> Cast:
    """Return the parts of `people`, the same for the same people."""
    day = dt.date(year, *CONFERENCE)
    roles = sorted((_role(person, ruleset, day) for person in people), key=_place)
    roles = [_disposed(role, ruleset) for role in _with_cases(roles)]
    roles = _levelled(roles, ruleset)
    return Cast(tuple(_with_paper(_grouped(roles))))


def _role(person: Person, ruleset: RuleSet, day: dt.date) -> Role:
    rank = rank_on(person.posts, day)
    case = next((_CASE_OF[one.kind] for one in person.standings if one.kind in _CASE_OF), Case.NONE)
    if earliest_day(months_later(person.member.admitted_on, _LATELY_MONTHS)) > day:
        case = Case.LATELY
    known = {one.code for one in ruleset.object_types}
    kind = "leader" if rank < RANKS[PostKind.NONE] else "member"
    if kind == "member" and person.member.review_category is ReviewCategory.OUTSIDE and "outside" in known:
        kind = "outside"
    is_young = earliest_day(person.member.born_on).year > day.year - _YOUNG
    return Role(person, rank, is_official_on(person.member, day), kind, case, is_young=is_young)


def _place(role: Role) -> tuple[int, str]:
    return role.rank, fold(role.name)


def _with_cases(roles: Sequence[Role]) -> Iterator[Role]:
    """Give one plain member a repeated shortcoming and another the illness, as far as there are any."""
    cases = dict(
        zip((role.uid for role in roles if role.is_plain), (Case.REPEATS, Case.ABSENT), strict=False)
    )
    for role in roles:
        yield replace(role, case=cases.get(role.uid, role.case))


def _disposed(role: Role, ruleset: RuleSet) -> Role:
    """Give the dispositions that the rule set proposes; who is ill is rated after the second sitting."""
    reasons = {one.code: one for one in ruleset.reasons}
    reason = reasons.get(_REASONS.get(role.case, ""))
    if reason is None:
        return role
    rating = RatingDisposition.YES if role.case is Case.ABSENT else RatingDisposition(reason.rating)
    return replace(role, review=ReviewDisposition(reason.review), rating=rating, reason=reason.code)


def _levelled(roles: Sequence[Role], ruleset: RuleSet) -> list[Role]:
    """Give the levels the conference will find: a few below, as few above as the ceiling allows."""
    rated = [role for role in roles if role.is_rated]
    plain = [role for role in rated if role.is_plain]
    below = {role.uid for role in rated if role.case is Case.REPEATS}
    if len(rated) >= _SECOND_FULFILLED_FROM:
        below |= {role.uid for role in plain[-1:]}
    best = [role.uid for role in plain if role.uid not in below]
    above = set(best[: allowed_excellent(ruleset, len(rated) - len(below))])
    levels: Mapping[str, str] = {**dict.fromkeys(below, FULFILLED), **dict.fromkeys(above, EXCELLENT)}
    return [_at_level(role, levels.get(role.uid, GOOD)) if role.is_rated else role for role in roles]


def _at_level(role: Role, level: str) -> Role:
    return replace(role, level=level, is_charged=level == FULFILLED)


def allowed_excellent(ruleset: RuleSet, good_or_better: int) -> int:
    """Return how many of them may be excellent under the ceiling of the rule set."""
    percent = _ceiling(ruleset)
    return max(n for n in range(good_or_better + 1) if n * 100 <= percent * (good_or_better - n))


def _ceiling(ruleset: RuleSet) -> float:
    caps = [one.percent for one in ruleset.caps if one.level == EXCELLENT and one.subject == "members"]
    return next((percent for percent in caps if percent), 0.0)


def _grouped(roles: Sequence[Role]) -> list[Role]:
    if len(roles) < LARGE:
        return list(roles)
    count = max(2, len(roles) // _GROUP_SIZE)
    return [replace(role, group=at % count + 1) for at, role in enumerate(roles)]


def _with_paper(roles: Sequence[Role]) -> list[Role]:
    """Let the two oldest plain members, no excellent ones, write on paper (rulings.md 6)."""
    able = [role for role in roles if role.is_plain and role.level == GOOD]
    chosen = {role.uid for role in sorted(able, key=lambda role: role.person.member.born_on)[:2]}
    return [replace(role, on_paper=role.uid in chosen) for role in roles]
