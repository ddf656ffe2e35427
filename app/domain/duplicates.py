"""Finds pairs of members that may be one person in spite of spelling; people decide what to merge."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations, product

from app.common.text import clean_line, fold, search_form
from app.domain.members import Member

_YEAR = 4
_MOST_ALIKE = 300
"""What more people share than any cell has tells nothing, and comparing them all would take for ever."""
_LEAST_FOR_A_SLIP = 8
"""Names with fewer letters are too short for one wrong letter to mean little."""


def pairs(members: Sequence[Member]) -> tuple[tuple[Member, Member], ...]:
    """Return the pairs that may be one person, in the order of `members`.

    The same card number; or names that sound or read alike together with births that may be the same. Two
    different card numbers, two different births, or an unknown birth beside a name that only resembles, are
    two persons.
    """
    places = {member.uid: at for at, member in enumerate(members)}
    found = {
        tuple(sorted((one.uid, other.uid), key=places.__getitem__))
        for one, other in _candidates(members)
        if _may_be_one(one, other)
    }
    ordered = sorted(found, key=lambda pair: (places[pair[0]], places[pair[1]]))
    return tuple((members[places[first]], members[places[second]]) for first, second in ordered)


def is_fuller(value: str, than: str) -> bool:
    """Return whether a value surely tells more: something for nothing, a day for a year, marks for none."""
    if value == than:
        return False
    if value.startswith(than):
        return True
    return fold(value) == fold(than) and _marked(value) > _marked(than)


def _marked(text: str) -> int:
    return sum(1 for letter in text if not letter.isascii())


def _candidates(members: Sequence[Member]) -> Iterator[tuple[Member, Member]]:
    """Yield the pairs worth comparing, so that a long list is not compared person by person."""
    for group in _groups(members, _card):
        yield from combinations(group, 2)
    for key in (_plain, _birth):
        for group in _groups(members, key):
            # Two different card numbers are two persons: only who has none is compared with all.
            carded: list[Member] = []
            bare: list[Member] = []
            for member in group:
                (carded if member.card_number else bare).append(member)
            if len(bare) <= _MOST_ALIKE:
                yield from combinations(bare, 2)
                yield from product(bare, carded)


def _groups(members: Sequence[Member], key: Callable[[Member], str]) -> Iterable[list[Member]]:
    groups: dict[str, list[Member]] = defaultdict(list)
    for member in members:
        if value := key(member):
            groups[value].append(member)
    return groups.values()


def _card(member: Member) -> str:
    return member.card_number


def _plain(member: Member) -> str:
    return _plain_name(member.full_name)


def _birth(member: Member) -> str:
    return member.born_on if len(member.born_on) > _YEAR else ""


def _may_be_one(one: Member, other: Member) -> bool:
    if one.card_number and other.card_number:
        return one.card_number == other.card_number
    if search_form(clean_line(one.full_name)) == search_form(clean_line(other.full_name)):
        return _births_agree(one, other)
    surely_born_alike = bool(_birth(one)) and one.born_on == other.born_on
    return surely_born_alike and _resemble(one.full_name, other.full_name)


def _births_agree(one: Member, other: Member) -> bool:
    return one.born_on.startswith(other.born_on) or other.born_on.startswith(one.born_on)


def _resemble(one: str, other: str) -> bool:
    """Return whether two names are alike: but for marks, i and y, one letter, or a missing middle name."""
    first, second = _plain_name(one), _plain_name(other)
    if first == second or _lacks_middle(one, other):
        return True
    return min(len(first), len(second)) >= _LEAST_FOR_A_SLIP and _one_letter_apart(first, second)


def _plain_name(name: str) -> str:
    return fold(clean_line(name)).replace(" ", "").replace("y", "i")


def _lacks_middle(one: str, other: str) -> bool:
    """Return whether one name is the other without some middle names: same family name, same given name."""
    first, second = fold(clean_line(one)).split(), fold(clean_line(other)).split()
    shorter, longer = sorted((first, second), key=len)
    ends_agree = len(shorter) > 1 and (shorter[0], shorter[-1]) == (longer[0], longer[-1])
    return ends_agree and len(shorter) < len(longer) and set(shorter) <= set(longer)


def _one_letter_apart(one: str, other: str) -> bool:
    """Return whether one letter is wrong, missing, too many, or two neighbours have changed places."""
    if abs(len(one) - len(other)) > 1:
        return False
    at = next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    rest, other_rest = one[at:], other[at:]
    if len(one) == len(other):
        swapped = rest[1::-1] + rest[2:]
        return rest[1:] == other_rest[1:] or swapped == other_rest
    longer, shorter = (rest, other_rest) if len(one) > len(other) else (other_rest, rest)
    return longer[1:] == shorter
