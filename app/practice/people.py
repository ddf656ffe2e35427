"""The invented members of the practice cell, each with a life in the Party that the year's lists show.

Names and words stand in ``resources/practice/cell.toml``. A well-run cell: every fact is there.
From nine members on one is exempt and one away; from eighteen on one came this year, one is here for a time
and one was disciplined once.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from app.common import release_files
from app.domain.members import FeeCategory, Member, PoliticalTheory, ReviewCategory, Sex
from app.domain.people import OWNED, Person, people
from app.domain.posts import Post, PostKind
from app.domain.recognitions import Discipline, DisciplineForm, Reward
from app.domain.standings import ExemptReason, Standing, StandingKind
from app.domain.types import Owned, Record

_CAREER = 40
"""Longest time in the Party of an invented member, in years."""
_LEAST_AGE, _EXTRA_AGE = 19, 16
"""Ages at admission: from 19, so that nobody is admitted before the eighteenth birthday."""
_PENSION_AGE = 60
_WORKS = (
    (ReviewCategory.OUTSIDE, FeeCategory.UNINSURED),
    (ReviewCategory.STAFF, FeeCategory.INSURED),
    (ReviewCategory.OUTSIDE, FeeCategory.INSURED),
    (ReviewCategory.STAFF, FeeCategory.INSURED),
    (ReviewCategory.STAFF, FeeCategory.INSURED),
)
"""What the members live on, in turn: the field, an office or school, a firm."""
_CEREMONY_AFTER = 20
"""Days from the decision of admission to the ceremony."""
_FEW, _MANY = 9, 18
_LEADERS, _LEADERS_SINCE = 5, 10
"""How many at the head of the list may hold posts, and their least years in the Party."""


def practice_people(year: int, count: int, chance: random.Random) -> tuple[Person, ...]:
    """Return invented members with every fact; the last is on probation, the first hold the posts."""
    members = [
        _member(practice_uid(chance), number, name, sex, year, _dates(year, number, count, chance))
        for number, (name, sex) in enumerate(_names(count, chance), start=1)
    ]
    lives = [
        *_posts(year, members, chance),
        *_standings(year, members, chance),
        *_honours(year, members, chance),
    ]
    owned: dict[str, Any] = {
        name: [one for one in lives if isinstance(one, kind)] for name, kind in OWNED.items()
    }
    return people(members, **owned)


def records_of(everybody: Sequence[Person]) -> Iterator[Record]:
    """Yield the members and what they own, to be stored."""
    yield from (person.member for person in everybody)
    for person in everybody:
        for name in OWNED:
            yield from getattr(person, name)


def term_start(year: int) -> dt.date:
    """Return the first day of the term of the practice year."""
    return dt.date(year - 2, 3, 1)


def practice_uid(chance: random.Random) -> str:
    """Return an identity that is the same for the same seed."""
    return f"{chance.getrandbits(128):032x}"


@lru_cache(maxsize=1)
def practice_words() -> dict[str, Any]:
    """Return the invented names and words."""
    return release_files.read_toml("practice", "cell.toml")


def _names(count: int, chance: random.Random) -> list[tuple[str, Sex]]:
    names = practice_words()["names"]
    found: dict[str, Sex] = {}
    while len(found) < count:
        sex = chance.choice((Sex.MALE, Sex.FEMALE))
        middle = chance.choice(names[sex.value])
        found[f"{chance.choice(names['family'])} {middle} {chance.choice(names['given'])}"] = sex
    return list(found.items())


def _dates(year: int, number: int, count: int, chance: random.Random) -> dict[str, Any]:
    is_probationary = number == count
    least = 0 if is_probationary else _LEADERS_SINCE if number <= _LEADERS else 2
    admitted_year = year if is_probationary else year - least - chance.randrange(_CAREER - least)
    admitted = dt.date(admitted_year, chance.choice((2, 5, 9)), chance.randrange(1, 28))
    age = _LEAST_AGE + chance.randrange(_EXTRA_AGE)
    born = dt.date(admitted_year - age, chance.randrange(1, 13), chance.randrange(1, 28))
    official = "" if is_probationary else admitted.replace(year=admitted.year + 1).isoformat()
    return {
        "born_on": born.isoformat(),
        "admission_decided_on": (admitted - dt.timedelta(days=_CEREMONY_AFTER)).isoformat(),
        "admitted_on": admitted.isoformat(),
        "official_on": official,
    }


def _member(uid: str, number: int, name: str, sex: Sex, year: int, dates: dict[str, Any]) -> Member:
    category, fee = _WORKS[number % len(_WORKS)]
    if year - int(dates["born_on"][:4]) >= _PENSION_AGE:
        category, fee = ReviewCategory.OUTSIDE, FeeCategory.PENSIONER
    return Member(
        uid=uid,
        full_name=name,
        sex=sex,
        card_number=f"{number:012d}",
        political_theory=PoliticalTheory.INTERMEDIATE if number <= _LEADERS else PoliticalTheory.PRIMARY,
        review_category=category,
        fee_category=fee,
        phone=f"000 000 {number:03d}",
        **dates,
    )


def _posts(year: int, members: list[Member], chance: random.Random) -> Iterator[Post]:
    """Yield the posts of the term; the bí thư was phó bí thư in the term before."""
    since = term_start(year)
    holders = [post for post in practice_words()["posts"] if len(members) >= post["from_members"]]
    for member, post in zip(members, holders, strict=False):
        what = {name: value for name, value in post.items() if name != "from_members"}
        yield _owned(Post, member, chance, **what, started_on=since.isoformat())
    if len(holders) > 1:
        before = {"started_on": f"{since.year - 5}", "ended_on": (since - dt.timedelta(days=1)).isoformat()}
        yield _owned(Post, members[0], chance, kind=PostKind.DEPUTY_SECRETARY, **before)


def _standings(year: int, members: list[Member], chance: random.Random) -> Iterator[Standing]:
    count, words = len(members), practice_words()["life"]
    if count >= _FEW:
        oldest = min(members[_LEADERS:-1], key=lambda member: member.born_on)
        decision = {"decision_number": words["exemption"], "decided_on": f"{year - 1}-10-05"}
        dates = {"started_on": f"{year - 1}-10-05", "reason": ExemptReason.AGE_OR_HEALTH}
        yield _owned(Standing, oldest, chance, kind=StandingKind.EXEMPT, **dates, **decision)
        others = [member for member in members[_LEADERS:-1] if member is not oldest]
        away = {"started_on": f"{year}-09-01", "ended_on": f"{year + 1}-05-31", "place": words["away"]}
        yield _owned(Standing, others[0], chance, kind=StandingKind.TEMPORARY_AWAY, **away)
        if count >= _MANY:
            came = {"started_on": f"{year}-03-01", "place": words["came_from"]}
            yield _owned(Standing, others[1], chance, kind=StandingKind.TRANSFERRED_IN, **came)
            guest = {"started_on": f"{year}-02-01", "place": words["guest_from"]}
            yield _owned(Standing, others[2], chance, kind=StandingKind.TEMPORARY_HERE, **guest)


def _honours(year: int, members: list[Member], chance: random.Random) -> Iterator[Owned]:
    words = practice_words()["life"]
    for member in members[:3]:
        facts = {"what": words["reward"], "decision_number": words["reward_number"]}
        yield _owned(Reward, member, chance, **facts, decided_on=f"{year - 1}-12-20")
    decided_on = f"{year - 3}-06-15"
    disciplined = [member for member in members[_LEADERS:-1] if member.admitted_on < decided_on]
    if len(members) >= _MANY and disciplined:
        yield _owned(
            Discipline,
            disciplined[0],
            chance,
            form=DisciplineForm.REPRIMAND,
            decision_number=words["discipline"],
            decided_on=decided_on,
        )


def _owned(owned: type[Any], member: Member, chance: random.Random, **facts: Any) -> Any:  # noqa: ANN401  of the kind asked for
    return owned(uid=practice_uid(chance), member_uid=member.uid, **facts)
