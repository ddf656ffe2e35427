"""The cell's own layer over a rule set: single values by the letter of the committee above, each with it.

A value is known by the path of what it sets: ``caps/excellent/percent``. Which paths there are, and how far
a value may go, stands in `app.rules.cell_layer`; here a value that was accepted is only laid over.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping, MutableMapping
from typing import Any, TypeAlias

from app.rules.ruleset_base import Mark, Part

Rules: TypeAlias = "MutableMapping[str, Any]"
NEXT = "next "
"""Before the month and day of a date in the year after: ``next 01-15``."""
_INSIDE = ("groups", "items")
"""What a score frame holds, and what its groups hold."""


class OwnValue(Part):
    """One value of the cell: what it sets, the value as text, and the letter that says so."""

    key: str
    value: str
    text: str = ""
    """Words of a criterion that only this cell has."""
    document: str = ""
    dated_on: str = ""


def laid(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the dumped values of a set with its own layer over them; the source of each tells the letter."""
    merged: dict[str, Any] = copy.deepcopy(dict(values))
    for own in merged.get("own", ()):
        place = place_of(merged, str(own["key"]), str(own["text"]))
        if place is not None:
            _set(place, own)
    return merged


def place_of(merged: Rules, key: str, new_text: str = "") -> Rules | None:
    """Return the rule whose field `key` names, None where there is none.

    With `new_text` a criterion that its group does not have is added to it.
    """
    part, *codes = key.split("/")[:-1]
    place: Any = merged.get(part)
    for depth, code in enumerate(codes):
        rules = place if depth == 0 else place.get(_INSIDE[depth - 1]) if depth <= len(_INSIDE) else None
        if not isinstance(rules, list):
            return None
        place = next((one for one in rules if one["code"] == code), None)
        if place is None and new_text and depth == len(_INSIDE):
            place = {"code": code, "text": new_text, "max_points": None}
            rules.append(place)
        if place is None:
            return None
    return place if isinstance(place, dict) else None


def _set(place: Rules, own: Mapping[str, Any]) -> None:
    field, value = str(own["key"]).rpartition("/")[2], str(own["value"])
    if field == "day":
        month, day = value.removeprefix(NEXT).split("-")
        place.update(month=int(month), day=int(day), next_year=value.startswith(NEXT))
    elif field == "required":
        place[field] = value == "yes"
    elif field == "secrecy":
        place[field] = value
    else:
        place[field] = float(value) if "." in value else int(value)
    source = "least_source" if field == "least_minutes" else "source"
    if source in place:
        place[source] = {"document": own["document"], "article": "", "quote": "", "mark": Mark.UNVERIFIED}
