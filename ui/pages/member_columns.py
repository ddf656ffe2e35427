"""The list of members as data: columns, filters in words, and what the secretary should mind."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Final

from app.common.text import name_key
from app.domain.members import Member, lacking_facts
from app.domain.people import Person, has_standing, is_listed_on, is_on_probation
from app.domain.posts import post_text
from app.domain.probation import is_official_on
from app.domain.standings import StandingKind, standings_on
from app.domain.types import show_date
from ui.models.record_table import Column
from ui.texts import members as words
from ui.texts.fields import post_name
from ui.theme.signs import State

Condition = Callable[[Person], bool]
Today = Callable[[], dt.date]
FIRST_TO_GO: Final = ("post", "admitted_on", "born_on")
"""The columns that give way on narrow windows, in this order."""


def lacked(member: Member) -> str:
    """Return the unknown facts in words ("ngày sinh, số thẻ")."""
    return ", ".join(words.LACKED[name] for name in lacking_facts(member))


def columns(today: Today) -> tuple[Column[Person], ...]:
    """Return the columns of the list as of today."""
    return (
        Column[Person](
            "full_name",
            words.NAME,
            lambda one: one.member.full_name,
            width=172,
            sort=lambda one: name_key(one.member.full_name),
            searched=True,
        ),
        Column[Person](
            "post", words.POST, lambda one: post_text(one.posts, today(), post_name), width=122, searched=True
        ),
        Column[Person](
            "born_on",
            words.BORN,
            lambda one: show_date(one.member.born_on),
            width=100,
            sort=lambda one: one.member.born_on,
        ),
        Column[Person](
            "admitted_on",
            words.ADMITTED,
            lambda one: show_date(one.member.admitted_on),
            width=116,
            sort=lambda one: one.member.admitted_on,
        ),
        Column[Person](
            "notice",
            words.NOTICE,
            lambda one: _notice(one, today),
            state=lambda one: State.LACKING if _lacks(one, today) else None,
            tone=lambda one: "" if _lacks(one, today) else "soft",
        ),
    )


def conditions(today: Today) -> dict[str, Condition]:
    """Return the filters in words as of today; who has left stands under a filter of its own."""

    def here(one: Person) -> bool:
        return one.member.trashed_on is None and is_listed_on(one, today())

    return {
        "all": here,
        "official": lambda one: here(one) and is_official_on(one.member, today()),
        "probation": lambda one: here(one) and is_on_probation(one, today()),
        "exempt": lambda one: here(one) and has_standing(one, StandingKind.EXEMPT, today()),
        "lacking": lambda one: here(one) and _lacks(one, today),
        "gone": lambda one: one.member.trashed_on is None and not here(one),
        "trash": lambda one: one.member.trashed_on is not None,
    }


def _lacks(one: Person, today: Today) -> bool:
    """Return whether there are facts to find out: of who is here, not of who has left."""
    return one.member.trashed_on is None and is_listed_on(one, today()) and bool(lacking_facts(one.member))


def _notice(one: Person, today: Today) -> str:
    if one.member.trashed_on:
        return words.TRASHED_SINCE.format(date=f"{one.member.trashed_on:%d/%m}")
    said = [words.STANDINGS[standing.kind] for standing in standings_on(one.standings, today())]
    said += [words.PROBATION] if is_on_probation(one, today()) else []
    said += [words.LACKS.format(facts=lacked(one.member))] if _lacks(one, today) else []
    text = "; ".join(said)
    return text[:1].upper() + text[1:]
