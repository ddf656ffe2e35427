"""Who is reviewed and who is rated, proposed from the rule set member by member; people decide (R0-04).

Every proposal says why, with the source of the rule. What cannot be told yet is left undecided and says what
is missing; who is no member of the cell any more has no place in the year's population.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from app.common.messages import problem_sentence
from app.domain.members import Member, ReviewCategory
from app.domain.people import Person
from app.domain.population import RatingDisposition, ReviewDisposition
from app.domain.posts import PostKind, posts_on
from app.domain.recognitions import DisciplineForm
from app.domain.standings import StandingKind, belongs_on, holds_on, standings_on
from app.domain.types import earliest_day
from app.errors import Problem
from app.rules.language import Facts, Truth, any_of, evaluate, parse
from app.rules.person_facts import person_facts, standing_kinds
from app.rules.ruleset import Reason, RuleSet, Special
from app.rules.ruleset_base import Source
from app.year.review_year import ReviewYear

LATER = "admitted_later"
"""Who was admitted after the year of the roster is not of it."""
EXPELLED = "expelled"
"""Why somebody is not of the cell any more, beside the kinds of standings of those who are gone."""
NO_SOURCE = Source()
_RESIDENCE = "residence"
_LEADING = frozenset({PostKind.CELL_SECRETARY, PostKind.DEPUTY_SECRETARY})
_TYPES: Mapping[ReviewCategory, str] = {
    ReviewCategory.LEADER: "leader",
    ReviewCategory.STAFF: "member",
    ReviewCategory.OUTSIDE: "outside",
}


@dataclass(frozen=True, slots=True)
class Attention:
    """A situation of a member that the rule set speaks of, and what follows from it."""

    name: str
    effect: str
    needs: str
    source: Source


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the rule set proposes for one member; empty dispositions: it cannot be told yet."""

    member_uid: str
    review: ReviewDisposition = ReviewDisposition.UNDECIDED
    rating: RatingDisposition = RatingDisposition.UNDECIDED
    reason: str = ""
    """Code of the reason; empty where the member is reviewed and rated."""
    why: str = ""
    """The reason in words."""
    source: Source = NO_SOURCE
    unclear: tuple[str, ...] = ()
    """Names of reasons of which it cannot be told yet whether they hold."""
    attention: tuple[Attention, ...] = ()
    object_type: str = ""
    is_leader: bool = False
    civil_rating_due: bool = False
    residence_comment_due: bool = False
    is_gone: bool = False
    """No member of this cell any more: not in the year's population, whatever a rule set says."""

    @property
    def is_settled(self) -> bool:
        """Return whether both dispositions are proposed."""
        return bool(self.review and self.rating)

    def values(self) -> dict[str, object]:
        """Return the fields of the population that the proposal fills in."""
        names = ("review", "rating", "reason", "object_type", "is_leader")
        return {
            **{name: getattr(self, name) for name in names},
            "civil_rating_due": self.civil_rating_due,
            "residence_comment_due": self.residence_comment_due,
        }


def roster_day(year: ReviewYear) -> dt.date:
    """Return the day whose standings count: the one on which the list was fixed, else the end of the year."""
    fixed = [one.roster_fixed_on for one in year.cycles if one.roster_fixed_on]
    return fixed[0] if fixed else dt.date(year.year, 12, 31)


def proposals(year: ReviewYear, ruleset: RuleSet, day: dt.date) -> tuple[Proposal, ...]:
    """Return a proposal for each member of the list, with standings and probation as of `day`."""
    return tuple(proposal(person, ruleset, year.year, day) for person in year.people())


def proposal(person: Person, ruleset: RuleSet, year: int, day: dt.date) -> Proposal:
    """Return what the rule set proposes for one person."""
    if gone := how_gone(person, day):
        said = problem_sentence(Problem(person.uid, f"population.{gone}"))
        return Proposal(person.uid, why=said, is_gone=True)
    every = tuple(_facts(person, year, day))
    found = [(one, _holds(one.when, every)) for one in ruleset.reasons if one.when]
    holding = [one for one, truth in found if truth is Truth.TRUE]
    open_ones = tuple(one.name for one, truth in found if truth is Truth.UNKNOWN)
    reason = max(holding, key=_strictness, default=None)
    review, rating = _dispositions(reason, is_unclear=bool(open_ones))
    takes_part = review in {ReviewDisposition.YES, ReviewDisposition.LATER}
    return Proposal(
        person.uid,
        review=review,
        rating=rating,
        reason=reason.code if reason else "",
        why=reason.name if reason else "",
        source=reason.source if reason else NO_SOURCE,
        unclear=() if reason else open_ones,
        attention=tuple(_attention(ruleset.special, every)),
        object_type=_object_type(person, ruleset, day),
        is_leader=_object_type(person, ruleset, day) == "leader",
        civil_rating_due=takes_part and _works(person.member),
        residence_comment_due=takes_part and _residence_due(person.member, ruleset),
    )


def how_gone(person: Person, day: dt.date) -> str:
    """Return how the person ceased to be of this cell by `day`; empty for its members and its guests.

    A code: `EXPELLED` where only the discipline says so, `LATER` for who was admitted after the
    year of `day`, else the kind of standing.
    """
    if holds_on(person.standings, StandingKind.TEMPORARY_HERE, day):
        return ""
    if not belongs_on(person.standings, day):
        kinds = [one.kind.value for one in standings_on(person.standings, day)]
        return kinds[0] if kinds else StandingKind.TRANSFERRED_IN.value
    if person.member.admitted_on and earliest_day(person.member.admitted_on).year > day.year:
        return LATER
    expelled = [one for one in person.disciplines if one.form is DisciplineForm.EXPULSION]
    return EXPELLED if any(_decided_by(one.decided_on, day) for one in expelled) else ""


def _decided_by(decided_on: str, day: dt.date) -> bool:
    return bool(decided_on) and earliest_day(decided_on) <= day


def _facts(person: Person, year: int, day: dt.date) -> Iterator[Facts]:
    """Yield the facts once for each standing that holds: an exempt member may be away as well."""
    facts = person_facts(person, year, day)
    for kind in standing_kinds(person, day):
        yield {**facts, "standing": kind}


def _holds(condition: str, every: Iterable[Facts]) -> Truth:
    parsed = parse(condition)
    return any_of([evaluate(parsed, facts) for facts in every])


def _strictness(reason: Reason) -> tuple[bool, bool]:
    return reason.review == "no", reason.rating == "exempt"


def _dispositions(reason: Reason | None, *, is_unclear: bool) -> tuple[ReviewDisposition, RatingDisposition]:
    if reason:
        return ReviewDisposition(reason.review), RatingDisposition(reason.rating)
    if is_unclear:
        return ReviewDisposition.UNDECIDED, RatingDisposition.UNDECIDED
    return ReviewDisposition.YES, RatingDisposition.YES


def _attention(situations: Iterable[Special], every: tuple[Facts, ...]) -> Iterator[Attention]:
    for one in situations:
        if one.when and _holds(one.when, every) is Truth.TRUE:
            yield Attention(one.name, one.effect, one.needs, one.source)


def _object_type(person: Person, ruleset: RuleSet, day: dt.date) -> str:
    """Return the object type that the card says, else that of the posts; only one the rule set has."""
    known = {one.code for one in ruleset.object_types}
    leads = any(post.kind in _LEADING for post in posts_on(person.posts, day))
    wanted = _TYPES.get(person.member.review_category) or ("leader" if leads else "member")
    return wanted if wanted in known else "member" if "member" in known else ""


def _works(member: Member) -> bool:
    return member.review_category in {ReviewCategory.LEADER, ReviewCategory.STAFF}


def _residence_due(member: Member, ruleset: RuleSet) -> bool:
    """Return whether the cell where the member lives is asked: whoever works, or has such a cell named."""
    if not any(one.code == _RESIDENCE for one in ruleset.dossier):
        return False
    return _works(member) or (
        bool(member.residence_cell) and member.review_category is not ReviewCategory.OUTSIDE
    )
