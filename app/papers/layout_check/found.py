"""What a check finds: which component, what about it, where, and how well the rule behind it is known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from app.papers.layout_check.model import Line
from app.papers.styles import Profile

_INFERRED = "✎"
_VERIFIED = "✔"


class Weight(StrEnum):
    """How a difference is told."""

    DEVIATION = "deviation"
    """Against a rule that was read in the guidance itself."""
    HINT = "hint"
    """Against what one source says, or what an older guidance says that this one may have taken over."""


@dataclass(frozen=True, slots=True)
class Found:
    """One difference; `what` names its sentence, `path` the value of the profile that it differs from."""

    component: str
    what: str
    path: str
    line: Line | None = None
    """Where it is; None for what concerns the whole file."""
    params: Mapping[str, str] = field(default_factory=dict)
    more: int = 0
    """In so many further places it is the same."""
    weight: Weight = Weight.DEVIATION

    @property
    def code(self) -> str:
        """Return how the command line and tests call it: "number.colon"."""
        return f"{self.component}.{self.what}"


def ruled(component: str, what: str, line: Line | None = None, **params: str) -> Found:
    """Return a difference from one of the profile's rules."""
    return Found(component, what, f"rules.{component}_{what}", line, params)


def weighed(found: Iterable[Found], profile: Profile) -> tuple[Found, ...]:
    """Return what is to be told: one of a kind, with its weight; what we only inferred is not told."""
    told: dict[str, Found] = {}
    for one in found:
        mark = profile.marks[one.path]
        off = not profile.rules.get(one.path.removeprefix("rules."), True)
        if mark.startswith(_INFERRED) or off:
            continue
        if one.code in told:
            told[one.code] = replace(told[one.code], more=told[one.code].more + 1)
        else:
            weight = Weight.DEVIATION if mark.startswith(_VERIFIED) else Weight.HINT
            told[one.code] = replace(one, weight=weight)
    return tuple(sorted(told.values(), key=_order))


def _order(one: Found) -> tuple[bool, int]:
    return one.weight is Weight.HINT, one.line.number if one.line else 0


def number(value: float) -> str:
    """Return a measure as a Vietnamese reader writes it: 12,5."""
    return f"{round(value, 1):g}".replace(".", ",")
