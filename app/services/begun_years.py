"""Years whose review is begun: their cycle holds the rules by which all else is done."""

from __future__ import annotations

from collections.abc import Iterable

from app.domain.cycles import Cycle
from app.errors import Refused


def begun(cycles: Iterable[Cycle], year: int) -> Cycle:
    """Return the cycle of `year`, the only one in `cycles`; raises `Refused` L-554 where none is begun."""
    for cycle in cycles:
        return cycle
    raise Refused("L-554", year=year)
