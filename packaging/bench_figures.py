"""What a measurement is, and how one is taken."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

REPEATS = 7


@dataclass(frozen=True, slots=True)
class Figure:
    """Measured values of one thing, in one unit, and what we want to reach."""

    what: str
    values: tuple[float, ...]
    unit: str
    reach: str = ""

    @property
    def median(self) -> float:
        """Return the middle value."""
        return statistics.median(self.values)

    @property
    def p95(self) -> float:
        """Return the value that 95 of 100 stay under."""
        return sorted(self.values)[max(0, round(len(self.values) * 0.95) - 1)]

    def cells(self) -> tuple[str, ...]:
        """Return the row of the table."""
        shown = (self.median, self.p95, min(self.values), max(self.values))
        return (
            self.what,
            *(f"{value:.3g} {self.unit}" for value in shown),
            str(len(self.values)),
            self.reach,
        )

    def record(self) -> dict[str, object]:
        """Return the figure as JSON keeps it."""
        return {
            "what": self.what,
            "unit": self.unit,
            "median": self.median,
            "p95": self.p95,
            "values": list(self.values),
            "reach": self.reach,
        }


def ratio(what: str, over: Figure, under: Figure, reach: str) -> Figure:
    """Return how many times `under` fits into `over`."""
    return Figure(what, (over.median / under.median,), "×", reach)


def seconds(action: Callable[[], object]) -> float:
    """Return how long `action` takes."""
    started = time.perf_counter()
    action()
    return time.perf_counter() - started
