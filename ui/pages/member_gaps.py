""" "Thiếu gì" as a list: one line for each fact to find out, by person or by fact."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from app.common.text import name_key
from app.domain.gaps import URGENT, Gap, GapKind, gaps_of
from app.domain.members import Member
from app.domain.people import Person
from ui.lists.kind import ALL, ListKind, ReadyFilter
from ui.models.record_table import Column
from ui.texts import gaps as words
from ui.texts.fields import MEMBER
from ui.theme.signs import State

_FIELDS = list(Member.model_fields)
_STATES = {
    GapKind.OVERDUE: State.BLOCKED,
    GapKind.LACKING: State.LACKING,
    GapKind.DOUBTFUL: State.ASKED,
    GapKind.USEFUL: State.NOTE,
    GapKind.YEAR_ONLY: State.PARTLY,
    GapKind.MONTH_ONLY: State.PARTLY,
}


@dataclass(frozen=True, slots=True)
class PersonGap:
    """A fact to find out, and of whom."""

    person: Person
    gap: Gap

    @property
    def identity(self) -> str:
        """Return which line this is."""
        return f"{self.person.uid} {self.gap.field}"


def gaps_in(people: Iterable[Person], today: dt.date) -> list[PersonGap]:
    """Return every fact to find out of everybody who is here."""
    return [PersonGap(person, gap) for person in people for gap in gaps_of(person, today)]


def gap_kind() -> ListKind[PersonGap]:
    """Return the list; a filter for each field comes with the first person it is lacking of."""
    return ListKind(
        name="gap",
        columns=(
            Column(
                "name",
                words.NAME,
                lambda one: one.person.member.full_name,
                width=190,
                sort=lambda one: (*_by_name(one), _place(one)),
                searched=True,
                grouped=True,
                spoken=words.SPOKEN_NAME,
            ),
            Column(
                "what",
                words.WHAT,
                _what,
                width=230,
                sort=lambda one: (_place(one), one.gap.kind.value, *_by_name(one)),
                state=lambda one: _STATES[one.gap.kind],
                searched=True,
                grouped=True,
                spoken=words.SPOKEN_WHAT,
            ),
            Column("why", words.WHY, _why, width=220, roomy=300, tone=lambda _one: "soft"),
        ),
        filters=(
            ReadyFilter(ALL, words.ALL, lambda _one: True),
            ReadyFilter("urgent", words.URGENT, lambda one: one.gap.kind in URGENT, always=False),
            *(_of_field(name) for name in _FIELDS if name in MEMBER),
        ),
        identity=lambda one: one.identity,
        words=words.LIST_WORDS,
        first_to_go=("why",),
        empty_glyph="check-circle",
        step_glyph="caret-left",
    )


def _of_field(name: str) -> ReadyFilter[PersonGap]:
    return ReadyFilter(name, MEMBER[name].label, lambda one: one.gap.field == name, always=False)


def _by_name(one: PersonGap) -> tuple[str, str]:
    return name_key(one.person.member.full_name), one.person.uid


def _place(one: PersonGap) -> int:
    return _FIELDS.index(one.gap.field)


def _what(one: PersonGap) -> str:
    return words.SAID[one.gap.kind].format(label=MEMBER[one.gap.field].label)


def _why(one: PersonGap) -> str:
    return words.WHY_KIND.get(one.gap.kind) or words.WHY_FIELD[one.gap.field]
