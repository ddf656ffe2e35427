"""Recognises a person who is already in the list, in spite of spelling; merges nobody (fault row E18)."""

from __future__ import annotations

from collections.abc import Iterable

from app.common.text import clean_line, search_form
from app.domain.members import Member, MemberFields


class KnownMembers:
    """The members of the cell by card number and by name; grows while a file is looked through."""

    def __init__(self, members: Iterable[Member]) -> None:
        self._by_card: dict[str, Member] = {}
        self._by_name: dict[str, list[Member]] = {}
        for member in members:
            self.add(member)

    def add(self, member: Member) -> None:
        """Count `member` among the known from now on."""
        if member.card_number:
            self._by_card.setdefault(member.card_number, member)
        self._by_name.setdefault(_name(member), []).append(member)

    def with_card(self, card_number: str) -> Member | None:
        """Return the holder of the card number."""
        return self._by_card.get(card_number) if card_number else None

    def alike(self, draft: MemberFields) -> list[Member]:
        """Return the members of the same name whose date of birth may be the same.

        Different card numbers tell two persons apart; tones may sit on either letter ("Thuỷ", "Thủy").
        """
        return [one for one in self._by_name.get(_name(draft), ()) if _may_be_one(one, draft)]


def _name(person: MemberFields) -> str:
    return search_form(clean_line(person.full_name))


def _may_be_one(one: MemberFields, other: MemberFields) -> bool:
    if one.card_number and other.card_number and one.card_number != other.card_number:
        return False
    # "1968" and "1968-03-02" may be one birth; an unknown one may be any.
    return one.born_on.startswith(other.born_on) or other.born_on.startswith(one.born_on)
