"""Years whose review is begun: their cycle holds the rules by which all else is done."""

from __future__ import annotations

from collections.abc import Iterable

from app.domain.cycles import Cycle
from app.errors import Refused
from app.rules.ruleset import RuleSet
from app.rules.ruleset_library import Library


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
