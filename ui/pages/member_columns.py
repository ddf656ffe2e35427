"""The list of members as data: columns, filters in words, and what the secretary should mind."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial
from typing import Final

from app.common.text import name_key
from app.domain.listing import Value, date_value
from app.domain.members import Member, days_left_in_trash, lacking_facts
from app.domain.party_age import next_badge, party_age_on
from app.domain.people import Person, has_standing, is_listed_on, is_on_probation
from app.domain.posts import post_text
from app.domain.probation import is_official_on, is_past_probation, probation_on
from app.domain.standings import StandingKind, standings_on
from app.domain.types import show_date
from ui.lists.kind import ALL, TRASH, ListKind, ReadyFilter
from ui.models.record_table import Column
from ui.texts import members as words
from ui.texts.fields import MEMBER, chosen_words, post_name
from ui.theme.signs import State

Today = Callable[[], dt.date]
LAST_DIGITS = 4
_FIRST_TO_GO: Final = ("post", "admitted_on", "born_on")
_OTHER_DATES: Final = ("admission_decided_on", "official_on")
_CHOICES: Final = (("political_theory", 110), ("review_category", 150), ("fee_category", 150))
_SHOWN_IN: Final = {TRASH: ("full_name", "trash_left", "trashed_on", "born_on")}
_LINES: Final = (("phone", 110), ("residence_cell", 150), ("residence_contact", 150))


def member_kind(today: Today) -> ListKind[Person]:
    """Return the list of members as of today; who has left stands under a filter of its own."""
    return ListKind(
        name="member",
        columns=(*_first_columns(today), *_optional_columns(today), *_trash_columns(today)),
        filters=_filters(today),
        identity=lambda one: one.uid,
        words=words.LIST_WORDS,
        first_to_go=_FIRST_TO_GO,
        can_erase=True,
        empty_glyph="users",
        step_glyph="upload-simple",
    )


def lacked(member: Member) -> str:
    """Return the unknown facts in words ("ngày sinh, số thẻ")."""
    return ", ".join(words.LACKED[name] for name in lacking_facts(member))


def covered_number(member: Member) -> str:
    """Return the card number with only its last digits to be seen, nothing where there is none."""
    last = member.card_number[-LAST_DIGITS:]
    return words.CARD_HIDDEN.format(last=last) if last else ""


def _first_columns(today: Today) -> tuple[Column[Person], ...]:
    return (
        Column(
            "full_name",
            words.NAME,
            lambda one: one.member.full_name,
            width=172,
            roomy=300,
            sort=lambda one: name_key(one.member.full_name),
            searched=True,
            spoken=words.SPOKEN_NAME,
        ),
        Column(
            "post",
            words.POST,
            lambda one: post_text(one.posts, today(), post_name),
            width=122,
            roomy=260,
            searched=True,
        ),
        _date("born_on", words.BORN, 100),
        _date("admitted_on", words.ADMITTED, 116),
        Column(
            "notice",
            words.NOTICE,
            lambda one: _notice(one, today),
            roomy=300,
            state=lambda one: State.LACKING if _lacks(one, today) else None,
            tone=lambda one: "" if _lacks(one, today) else "soft",
            spoken=words.SPOKEN_NOTICE,
        ),
    )


def _optional_columns(today: Today) -> tuple[Column[Person], ...]:
    return (
        Column("sex", MEMBER["sex"].label, lambda one: chosen_words(one.member.sex), width=92, optional=True),
        *(_date(name, MEMBER[name].label, 130, optional=True) for name in _OTHER_DATES),
        *_reckoned_columns(today),
        Column(
            "card_number",
            MEMBER["card_number"].label,
            lambda one: one.member.card_number,
            width=140,
            sort=lambda one: one.member.card_number,
            covered=lambda one: covered_number(one.member),
            optional=True,
        ),
        *(
            Column(name, MEMBER[name].label, partial(_choice, name), width=width, optional=True)
            for name, width in _CHOICES
        ),
        *(
            Column(name, MEMBER[name].label, partial(_line, name), width=width, optional=True)
            for name, width in _LINES
        ),
    )


def _reckoned_columns(today: Today) -> tuple[Column[Person], ...]:
    """Return the columns that nobody typed: they follow from the dates, as of today."""
    return (
        Column(
            "party_age",
            words.PARTY_AGE,
            lambda one: str(_years(one, today)),
            width=92,
            sort=lambda one: _years(one, today),
            value=lambda one: _years(one, today),
            to_right=True,
            optional=True,
        ),
        Column(
            "badge",
            words.BADGE,
            lambda one: _badge(one, today),
            width=140,
            sort=lambda one: _badge_key(one, today),
            optional=True,
        ),
        Column(
            "probation_ends",
            words.PROBATION_ENDS,
            lambda one: show_date(_probation_end(one, today)),
            width=110,
            sort=lambda one: _probation_end(one, today),
            value=lambda one: date_value(_probation_end(one, today)),
            optional=True,
        ),
        Column("standing", words.STANDING_TITLE, lambda one: _standing(one, today), width=150, optional=True),
    )


def _trash_columns(today: Today) -> tuple[Column[Person], ...]:
    """Return what is shown of those in the trash: since when, and how many days are left."""
    return (
        Column(
            "trashed_on",
            words.TRASHED_ON,
            lambda one: f"{one.member.trashed_on:%d/%m/%Y}" if one.member.trashed_on else "",
            width=130,
            sort=lambda one: str(one.member.trashed_on or ""),
            value=lambda one: one.member.trashed_on or "",
            optional=True,
        ),
        Column(
            "trash_left",
            words.TRASH_LEFT,
            lambda one: _left(one, today),
            width=156,
            sort=lambda one: days_left_in_trash(one.member, today()),
            state=lambda one: State.LACKING if is_overdue(one, today()) else None,
            optional=True,
        ),
    )


def is_overdue(one: Person, today: dt.date) -> bool:
    """Return whether the person has lain in the trash for the 30 days."""
    return one.member.trashed_on is not None and days_left_in_trash(one.member, today) <= 0


def _left(one: Person, today: Today) -> str:
    if one.member.trashed_on is None:
        return ""
    left = days_left_in_trash(one.member, today())
    if left == 0:
        return words.ENDS_TODAY
    return words.DAYS_LEFT.format(days=left) if left > 0 else words.DAYS_OVER.format(days=-left)


def _date(name: str, title: str, width: int, *, optional: bool = False) -> Column[Person]:
    def stored(one: Person) -> str:
        return str(getattr(one.member, name))

    return Column(
        name,
        title,
        lambda one: show_date(stored(one)),
        width=width,
        sort=stored,
        value=lambda one: date_value(stored(one)),
        optional=optional,
    )


def _choice(name: str, one: Person) -> str:
    return chosen_words(getattr(one.member, name))


def _line(name: str, one: Person) -> str:
    return str(getattr(one.member, name))


def _years(one: Person, today: Today) -> Value:
    age = party_age_on(one.member, today())
    return age.years if age else ""


def _badge(one: Person, today: Today) -> str:
    badge = next_badge(one.member, today())
    if badge is None:
        return ""
    when = f"{badge.awarded_on:%d/%m/%Y}" if badge.awarded_on else show_date(badge.reached_on)
    return words.BADGE_SAID.format(years=badge.years, when=when)


def _badge_key(one: Person, today: Today) -> str:
    badge = next_badge(one.member, today())
    return (badge.awarded_on.isoformat() if badge.awarded_on else badge.reached_on) if badge else ""


def _probation_end(one: Person, today: Today) -> str:
    probation = probation_on(one.member, today())
    return probation.due_on if probation else ""


def _reckoned(today: Today) -> Callable[[Person], tuple[bool, bool]]:
    """Return what tells whether a person is listed today, and whether on probation.

    Every filter asks it of everybody at each change: reckoned once a person and day.
    """
    known: dict[str, tuple[Person, dt.date, tuple[bool, bool]]] = {}

    def stand(one: Person) -> tuple[bool, bool]:
        day, last = today(), known.get(one.uid)
        if last is None or last[0] is not one or last[1] != day:
            is_here = one.member.trashed_on is None and is_listed_on(one, day)
            last = known[one.uid] = (one, day, (is_here, is_here and is_on_probation(one, day)))
        return last[2]

    return stand


def _filters(today: Today) -> tuple[ReadyFilter[Person], ...]:
    """Return the filters; one that lets nobody through is not offered, but the common ones."""

    stand = _reckoned(today)

    def here(one: Person) -> bool:
        return stand(one)[0]

    # What few have is asked first: of thousands each chip is counted at each change.
    def stands(kind: StandingKind) -> Callable[[Person], bool]:
        return lambda one: bool(one.standings) and here(one) and has_standing(one, kind, today())

    def on_probation(one: Person) -> bool:
        return stand(one)[1]

    keeps: dict[str, Callable[[Person], bool]] = {
        ALL: here,
        "official": lambda one: is_official_on(one.member, today()) and here(one),
        "probation": on_probation,
        "past_probation": lambda one: is_past_probation(one.member, today()) and on_probation(one),
        "exempt": stands(StandingKind.EXEMPT),
        "suspended": stands(StandingKind.SUSPENDED),
        "temporary_here": stands(StandingKind.TEMPORARY_HERE),
        "temporary_away": stands(StandingKind.TEMPORARY_AWAY),
        "disciplined": lambda one: bool(one.disciplines) and here(one),
        "lacking": lambda one: here(one) and bool(lacking_facts(one.member)),
        "gone": lambda one: one.member.trashed_on is None and not here(one),
        TRASH: lambda one: one.member.trashed_on is not None,
    }
    always = {ALL, "official"}
    return tuple(
        ReadyFilter(code, said, keeps[code], code in always, _SHOWN_IN.get(code, ()))
        for code, said in words.CHIPS.items()
    )


def _lacks(one: Person, today: Today) -> bool:
    """Return whether there are facts to find out: of who is here, not of who has left."""
    return one.member.trashed_on is None and is_listed_on(one, today()) and bool(lacking_facts(one.member))


def _standing(one: Person, today: Today) -> str:
    said = [words.STANDINGS[standing.kind] for standing in standings_on(one.standings, today())]
    said += [words.PROBATION] if is_on_probation(one, today()) else []
    if not said and is_official_on(one.member, today()):
        said = [words.OFFICIAL_STANDING]
    return _sentence(said)


def _notice(one: Person, today: Today) -> str:
    if one.member.trashed_on:
        return words.TRASHED_SINCE.format(date=f"{one.member.trashed_on:%d/%m}")
    said = [words.STANDINGS[standing.kind] for standing in standings_on(one.standings, today())]
    said += [words.PROBATION] if is_on_probation(one, today()) else []
    said += [words.LACKS.format(facts=lacked(one.member))] if _lacks(one, today) else []
    return _sentence(said)


def _sentence(said: list[str]) -> str:
    text = "; ".join(said)
    return text[:1].upper() + text[1:]
