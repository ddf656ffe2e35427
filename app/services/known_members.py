"""Recognises a person who is already in the list, in spite of spelling; merges nobody (fault row E18)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from app.common.text import clean_line, fold, search_form
from app.domain.members import MemberFields

P = TypeVar("P", bound=MemberFields)
_YEAR_DIGITS = 4


class KnownMembers(Generic[P]):
    """Persons by card number and by name; grows while a file is looked through."""

    def __init__(self, people: Iterable[P] = ()) -> None:
        self._by_card: dict[str, P] = {}
        # Birth years tell most namesakes apart, so that a long list is not compared person by person.
        self._by_name: dict[str, dict[str, list[P]]] = {}
        self._by_plain: dict[tuple[str, str], list[P]] = {}
        for person in people:
            self.add(person)

    def add(self, person: P) -> None:
        """Count `person` among the known from now on."""
        if person.card_number:
            self._by_card.setdefault(person.card_number, person)
        years = self._by_name.setdefault(_name(person), {})
        years.setdefault(person.born_on[:_YEAR_DIGITS], []).append(person)
        if person.born_on:
            self._by_plain.setdefault(_plain(person), []).append(person)

    def with_card(self, card_number: str) -> P | None:
        """Return the holder of the card number."""
        return self._by_card.get(card_number) if card_number else None

    def alike(self, draft: MemberFields) -> list[P]:
        """Return the persons of the same name whose date of birth may be the same.

        Different card numbers tell two persons apart; tones may sit on either letter ("Thuỷ", "Thủy").
        """
        return [one for one in self._namesakes(draft) if _may_be_one(one, draft)]

    def resembling(self, draft: MemberFields) -> P | None:
        """Return a person to ask about where nobody is alike: the name without marks, or another card.

        "Nguyen Van A" of one birth may be Nguyễn Văn A; and of one name and one day of birth there are
        hardly two, so that another card number is rather a corrected one.
        """
        found = self._by_plain.get(_plain(draft), ()) if draft.born_on else ()
        return next((one for one in found if _to_be_asked(one, draft)), None)

    def _namesakes(self, draft: MemberFields) -> Iterator[P]:
        years = self._by_name.get(_name(draft), {})
        year = draft.born_on[:_YEAR_DIGITS]
        for known_year, people in years.items():
            if not year or known_year in {"", year}:
                yield from people


def _name(person: MemberFields) -> str:
    return search_form(clean_line(person.full_name))


def _plain(person: MemberFields) -> tuple[str, str]:
    return fold(_name(person)), person.born_on[:_YEAR_DIGITS]


def _to_be_asked(one: MemberFields, other: MemberFields) -> bool:
    if one.card_number and other.card_number:
        return _name(one) == _name(other) and one.born_on == other.born_on and len(one.born_on) > _YEAR_DIGITS
    return _births_agree(one, other)


def _may_be_one(one: MemberFields, other: MemberFields) -> bool:
    if one.card_number and other.card_number and one.card_number != other.card_number:
        return False
    return _births_agree(one, other)


def _births_agree(one: MemberFields, other: MemberFields) -> bool:
    # "1968" and "1968-03-02" may be one birth; an unknown one may be any.
    return one.born_on.startswith(other.born_on) or other.born_on.startswith(one.born_on)
