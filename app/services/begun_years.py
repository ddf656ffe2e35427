"""Years whose review is begun: their cycle holds the rules by which all else is done."""

from __future__ import annotations

from collections.abc import Iterable

from app.domain.cycles import Cycle
from app.errors import Refused
from app.rules.own_texts import OwnText
from app.rules.ruleset import RuleSet, kept_in
from app.rules.ruleset_library import Library
from app.storage.store import Reader


def begun(cycles: Iterable[Cycle], year: int) -> Cycle:
    """Return the cycle of `year`, the only one in `cycles`; raises `Refused` L-554 where none is begun."""
    for cycle in cycles:
        return cycle
    raise Refused("L-554", year=year)


def rules_for(library: Library, year: int, otherwise: RuleSet | None = None) -> RuleSet:
    """Return the rules by which `year` is begun; raises `Refused` L-553 where there are none."""
    rules = library.for_year(year) or otherwise
    if rules is None:
        raise Refused("L-553", year=year)
    return rules


def words_before(reader: Reader, year: int) -> tuple[OwnText, ...]:
    """Return the cell's own words of the last year with a review before `year`."""
    before = [one for one in reader.rows(Cycle) if one.year < year]
    last = max(before, key=lambda one: one.year, default=None)
    return last_words(last) if last else ()


def last_words(cycle: Cycle) -> tuple[OwnText, ...]:
    """Return the own words that a year hands on."""
    return tuple(one for one in kept_in(cycle.ruleset_snapshot).own_texts if one.kind and one.key)
