"""A filled record of any kind of the review year, made from its declaration; for tests over all kinds."""

import datetime as dt
import types
import typing
from enum import StrEnum
from typing import Annotated, Any, get_args, get_origin

from app.domain.targets import YearRecord
from app.domain.types import Record, new_uid

YEAR = 2017
_SPECIAL: dict[str, Any] = {
    "uid": "",
    "year": YEAR,
    "rev": 1,
    "target": "collective",
    "of_year": 2016,
    "from_year": 2016,
    "held_at": "08:15",
    "said_at": "08:40",
    "started_at": "07:30",
    "ended_at": "11:15",
    "arrived_at": "07:45",
    "trashed_on": None,
}


def a_filled(kind: type[Record], **facts: Any) -> Any:
    """Return a record of `kind` with something in every field, plainly invented."""
    values = {name: _value(name, field.annotation) for name, field in kind.model_fields.items()}
    return kind.model_validate({**values, "uid": new_uid(), **facts})


def a_full_review(kinds: dict[str, type[Record]]) -> dict[str, Any]:
    """Return two records of each kind of the review year, by the name of its list."""
    return {
        name: (a_filled(kind), a_filled(kind))
        for name, kind in kinds.items()
        if issubclass(kind, YearRecord) or kind.__name__ == "PastLevel"
    }


def _value(name: str, annotation: Any) -> Any:
    if name in _SPECIAL:
        return _SPECIAL[name]
    kind = _bare(annotation)
    if issubclass(kind, StrEnum):
        return [one for one in kind if one.value][-1]
    if kind is str and name.endswith("_on"):
        return f"{YEAR - 1}-03"
    moment = dt.datetime(YEAR, 12, 4, 8, tzinfo=dt.UTC)
    samples = {
        bool: True,
        int: 1,
        float: 7.5,
        dt.date: dt.date(YEAR, 12, 4),
        dt.datetime: moment,
    }
    return samples.get(kind, f"mau-{name.replace('_', '-')}")


def _bare(annotation: Any) -> type:
    """Return the plain type of a field: without its constraints, and without None."""
    if get_origin(annotation) in {types.UnionType, typing.Union}:
        return _bare(next(one for one in get_args(annotation) if one is not types.NoneType))
    if get_origin(annotation) is Annotated:
        return _bare(get_args(annotation)[0])
    found: type = annotation
    return found
