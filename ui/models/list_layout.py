"""Which columns of a list are shown, in which order and how wide: the user's choice as a value."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from ui.models.record_table import Column

_LEAST, _MOST = 40, 600


@dataclass(frozen=True, slots=True)
class ListLayout:
    """Keys of all columns in their order, those not shown, and widths other than the design's, at 14."""

    order: tuple[str, ...]
    hidden: frozenset[str] = frozenset()
    widths: Mapping[str, int] = field(default_factory=dict)

    @property
    def shown(self) -> tuple[str, ...]:
        """Return the keys of the columns shown, from the left."""
        return tuple(key for key in self.order if key not in self.hidden)

    def showing(self, keys: Sequence[str]) -> ListLayout:
        """Return the layout with exactly `keys` shown, in this order; unknown ones are passed over."""
        wanted = [key for key in dict.fromkeys(keys) if key in self.order]
        if not wanted:
            return self
        others = [key for key in self.order if key not in wanted]
        return replace(self, order=(*wanted, *others), hidden=frozenset(others))

    def widened(self, key: str, width: int) -> ListLayout:
        """Return the layout with another width of one column."""
        return replace(self, widths={**self.widths, key: min(max(width, _LEAST), _MOST)})


def first_layout(columns: Sequence[Column[Any]]) -> ListLayout:
    """Return the layout that a list has as long as nobody chose another."""
    hidden = frozenset(column.key for column in columns if column.optional)
    return ListLayout(tuple(column.key for column in columns), hidden)


def to_text(layout: ListLayout) -> str:
    """Return the layout as the laptop remembers it."""
    return json.dumps({"shown": layout.shown, "widths": dict(layout.widths)})


def from_text(text: str, columns: Sequence[Column[Any]]) -> ListLayout:
    """Return the remembered layout; whatever of it is no longer there or damaged is passed over."""
    layout = first_layout(columns)
    try:
        kept = json.loads(text)
        shown, widths = list(map(str, kept["shown"])), dict(kept["widths"])
    except (ValueError, TypeError, LookupError):
        return layout
    layout = layout.showing(shown)
    for key, width in widths.items():
        if key in layout.order and isinstance(width, int):
            layout = layout.widened(key, width)
    return layout
