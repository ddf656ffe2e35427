"""What the card says of a person as of a day: the matters to mind, and the lines of each tab."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

from app.domain.levels import PastLevel
from app.domain.members import Member, MemberFields, lacking_facts
from app.domain.party_age import Badge, badge_soon, next_badge, party_age_on
from app.domain.people import Person, is_listed_on, strength_on
from app.domain.periods import Period, covers
from app.domain.posts import Post, post_text
from app.domain.probation import PREPARE_DAYS, is_official_on, is_probationary_on, probation_on
from app.domain.recognitions import Decided, Discipline, Reward
from app.domain.standings import EVENTS, Standing, standings_on
from app.domain.types import show_date
from ui.texts import earlier
from ui.texts import members as words
from ui.texts import person as says
from ui.texts.fields import MEMBER, chosen_words, post_name
from ui.theme.signs import State

_DAYS_SAID = 366
R = TypeVar("R")
Fact: TypeAlias = tuple[str, str]
"""A label and its value."""


@dataclass(frozen=True, slots=True)
class Minded:
    """A matter to mind, with its sign."""

    state: State
    words: str


@dataclass(frozen=True, slots=True)
class Event:
    """One line of a life: what it is, and since when or by which decision; `is_over` for what has ended."""

    what: str
    when: str
    is_over: bool = False


def strength_said(people: Sequence[Person], today: dt.date) -> str:
    """Return the line of facts of the cell: who counts here, guests, how many are not known well enough."""
    there = [one for one in people if one.member.trashed_on is None and is_listed_on(one, today)]
    if not there:
        return words.NOBODY
    own = strength_on(there, today)
    facts = words.FACTS.format(
        total=len(own),
        official=sum(member.is_official for member in own),
        probation=sum(is_probationary_on(member, today) for member in own),
    )
    if guests := len(there) - len(own):
        facts = words.FACTS_GUESTS.format(facts=facts, guests=guests)
    lacking = sum(bool(lacking_facts(one.member)) for one in there)
    return words.FACTS_LACKING.format(facts=facts, lacking=lacking) if lacking else facts


def subtitle(person: Person, today: dt.date) -> str:
    """Return the line under the name: posts held, and official since when."""
    member = person.member
    if member.trashed_on:
        return words.TRASHED_SINCE.format(date=f"{member.trashed_on:%d/%m/%Y}")
    said = [post_text(person.posts, today, post_name)]
    if is_official_on(member, today):
        said.append(words.OFFICIAL_SINCE.format(date=show_date(member.official_on)))
    elif is_probationary_on(member, today):
        said.append(words.ON_PROBATION)
    text = " · ".join(filter(None, said))
    return text[:1].upper() + text[1:]


def minded(person: Person, today: dt.date) -> Iterator[Minded]:
    """Yield what stands at the head of the card: standings, probation, badge, unknown facts."""
    for standing in standings_on(person.standings, today):
        yield Minded(State.NOTE, _joined(chosen_words(standing.kind), _span(standing), standing.place))
    if not is_listed_on(person, today):
        return
    yield from _probation(person.member, today)
    if badge := badge_soon(person.member, today):
        yield Minded(State.LACKING, says.BADGE_SOON.format(**_badge_words(badge)))
    if lacking_facts(person.member):
        facts = ", ".join(words.LACKED[name] for name in lacking_facts(person.member))
        yield Minded(State.LACKING, words.STILL_LACKS.format(facts=facts))


def party_facts(person: Person, today: dt.date) -> list[Fact]:
    """Return the lines on the Party that stand before the card number, which is covered."""
    member = person.member
    return [
        *_dates(member, "admission_decided_on", "admitted_on", "official_on"),
        (says.PARTY_AGE, _party_age(member, today)),
        (says.NEXT_BADGE, _next_badge(member, today)),
    ]


def personal_facts(member: Member) -> list[Fact]:
    """Return the lines that stand after it."""
    return [
        *_dates(member, "born_on"),
        *_choices(member, "sex", "political_theory", "review_category", "fee_category"),
    ]


def contact_facts(member: Member) -> list[Fact]:
    """Return the lines of the tab on reaching the member."""
    return [
        (MEMBER[name].label, getattr(member, name))
        for name in ("phone", "residence_cell", "residence_contact", "note")
    ]


def life(person: Person, today: dt.date, past: Sequence[PastLevel] = ()) -> list[tuple[str, list[Event]]]:
    """Return the sections of the tab on the member's life, the newest first in each."""
    return [
        (earlier.PAST, [_past(one) for one in past]),
        (MEMBER["posts"].label, [_post(one, today) for one in _newest(person.posts)]),
        (MEMBER["standings"].label, [_standing(one, today) for one in _newest(person.standings)]),
        (MEMBER["rewards"].label, [_reward(one) for one in _newest(person.rewards)]),
        (MEMBER["disciplines"].label, [_discipline(one) for one in _newest(person.disciplines)]),
    ]


def _probation(member: Member, today: dt.date) -> Iterator[Minded]:
    probation = probation_on(member, today)
    if probation is None:
        return
    due, days = show_date(probation.due_on), probation.days_left
    if days is None:
        yield Minded(State.NOTE, says.PROBATION_UNTIL.format(due=due))
    elif days < 0:
        # After years the date was forgotten in the list, and not the member: days say nothing then.
        over = says.PROBATION_OVER if -days <= _DAYS_SAID else says.PROBATION_LONG_OVER
        yield Minded(State.BLOCKED, over.format(due=due, days=-days))
    elif days == 0:
        yield Minded(State.LACKING, says.PROBATION_TODAY)
    elif days <= PREPARE_DAYS:
        yield Minded(State.LACKING, says.PROBATION_LEFT.format(due=due, days=days))
    else:
        yield Minded(State.NOTE, says.PROBATION_LEFT.format(due=due, days=days))


def _party_age(member: Member, today: dt.date) -> str:
    age = party_age_on(member, today)
    if age is None:
        return ""
    said = says.YEARS.format(years=age.years) if age.years else says.UNDER_A_YEAR
    return says.FROM_CEREMONY.format(age=said) if age.from_ceremony else said


def _next_badge(member: Member, today: dt.date) -> str:
    badge = next_badge(member, today)
    if badge is None:
        return ""
    return (says.BADGE if badge.awarded_on else says.BADGE_YEAR).format(**_badge_words(badge))


def _badge_words(badge: Badge) -> dict[str, object]:
    awarded = badge.awarded_on.strftime("%d/%m/%Y") if badge.awarded_on else ""
    return {"years": badge.years, "reached": show_date(badge.reached_on), "awarded": awarded}


def _dates(member: MemberFields, *names: str) -> list[Fact]:
    return [(says.LABELS.get(name, MEMBER[name].label), show_date(getattr(member, name))) for name in names]


def _choices(member: MemberFields, *names: str) -> list[Fact]:
    return [(MEMBER[name].label, chosen_words(getattr(member, name))) for name in names]


def _post(post: Post, today: dt.date) -> Event:
    what = " ".join(filter(None, (post_name(post.kind), post.title)))
    return Event(what, _span(post) or says.SINCE_UNKNOWN, not covers(post, today))


def _standing(standing: Standing, today: dt.date) -> Event:
    reason = chosen_words(standing.reason)
    when = _joined(_span(standing), standing.place, reason, _decision(standing))
    return Event(chosen_words(standing.kind), when, not covers(standing, today))


def _reward(reward: Reward) -> Event:
    return Event(reward.what, _decision(reward))


def _discipline(discipline: Discipline) -> Event:
    return Event(chosen_words(discipline.form), _decision(discipline))


def _past(level: PastLevel) -> Event:
    said = earlier.PAST_NUMBER if level.number else earlier.PAST_YEAR
    return Event(level.level_name, said.format(year=level.of_year, number=level.number))


def _span(period: Period) -> str:
    """Return from when until when ("từ 01/03/2015 đến 28/02/2020"); empty where neither is known."""
    start, end = show_date(period.started_on), show_date(period.ended_on)
    if isinstance(period, Standing) and period.kind in EVENTS:
        return says.ON.format(date=start) if start else ""
    said = [says.SINCE.format(date=start)] if start else []
    said += [says.UNTIL.format(date=end)] if end else []
    return " ".join(said)


def _decision(decided: Decided | Standing) -> str:
    number = says.NUMBER.format(number=decided.decision_number) if decided.decision_number else ""
    date = says.DATED.format(date=show_date(decided.decided_on)) if decided.decided_on else ""
    return " ".join(filter(None, (number, date)))


def _newest(records: Sequence[R]) -> list[R]:
    """Return the records with the newest first, which are stored in the order of their dates."""
    return list(reversed(records))


def _joined(*parts: str) -> str:
    return ", ".join(filter(None, parts))
