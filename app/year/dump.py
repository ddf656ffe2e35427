"""A cell's year as documented JSON and back, without loss (decisions.md 2.3).

``resources/schemas/year.schema.json`` describes every key. Records are sorted by `uid`; times of writing,
counts of saves, audit, drafts, trash, keys and settings of the seat are not facts of the year and stay out.
"""

from __future__ import annotations

import base64
import dataclasses
import functools
import json
import re
from collections.abc import Mapping, Sequence
from typing import Any, get_args, get_type_hints

from pydantic import ValidationError

from app.domain.checking import shape_problems
from app.domain.types import Owned, Record
from app.errors import Refused
from app.year.review_year import ReviewYear
from app.year.upgrades import UPGRADES

FORMAT = 8
"""Grows only; every older one is read through `UPGRADES`."""
START = b'{\n "format": '
"""How every dump begins, by which a file is known for one."""
_BEGUN = re.compile(r'\s*\{\s*"format"\s*:')
"""The same in a file that somebody laid out otherwise."""
_UID = re.compile(r"[0-9A-Za-z-]{1,64}")
_FILES_IN: Mapping[str, Sequence[str]] = {
    "form_files": ("content",),
    "issued_files": ("content",),
    "word_editions": ("word", "pdf"),
}
_LEFT_OUT = frozenset({"rev", "trashed_on"})


def dump(year: ReviewYear) -> str:
    """Return the year as JSON text; the same facts always give the same text."""
    value: dict[str, Any] = {"format": FORMAT, "year": year.year, "cell": _facts(year.cell)}
    for name in record_lists():
        records: tuple[Record, ...] = getattr(year, name)
        value[name] = [_facts(record) for record in sorted(records, key=lambda record: record.uid)]
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def load(text: str) -> ReviewYear:
    """Return the year that `dump` wrote, in this or an older format, every record checked again.

    Raises `Refused`: L-527 when the text is nothing of ours, L-528 when it is a dump that no longer reads,
    L-521 when it reads and is no such year (`place` names the spot), L-522 when a newer program wrote it.
    """
    value = _read(text)
    if not isinstance(value, dict) or "format" not in value:
        raise Refused("L-527")
    if type(value["format"]) is not int or value["format"] < 1:
        raise not_a_year("format")
    if value["format"] > FORMAT:
        raise Refused("L-522", format=value["format"])
    return _year(_upgraded(value))


def _read(text: str) -> object:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        if _BEGUN.match(text):
            raise Refused("L-528", line=error.lineno) from error
    except (ValueError, RecursionError):  # figures without end, brackets without end
        pass
    return None


def _upgraded(value: dict[str, Any]) -> dict[str, Any]:
    for upgrade in UPGRADES[value["format"] - 1 :]:
        try:
            value = upgrade(value)
        except (AttributeError, KeyError, TypeError) as error:
            raise not_a_year("members") from error
    return value


@functools.cache
def record_lists() -> dict[str, type[Record]]:
    """Return the lists of records of a year by name, with the kind of record each holds."""
    hints = get_type_hints(ReviewYear)
    lists = [field.name for field in dataclasses.fields(ReviewYear) if get_args(hints[field.name])]
    return {name: get_args(hints[name])[0] for name in lists}


def fact_names(kind: type[Record]) -> list[str]:
    """Return the fields of a record that are facts of the year, its identity aside."""
    return [name for name in kind.model_fields if name not in _LEFT_OUT | {"uid"}]


def _facts(record: Record) -> dict[str, Any]:
    return record.model_dump(mode="json", exclude=set(_LEFT_OUT))


def _year(value: dict[str, Any]) -> ReviewYear:
    kinds = record_lists()
    odd = value.keys() ^ {"format", "year", "cell", *kinds}
    if odd or type(value["year"]) is not int:  # JSON's true is no number
        raise not_a_year(min(odd, default="year"))
    cell = _record(get_type_hints(ReviewYear)["cell"], value["cell"], "cell")
    lists: dict[str, Any] = {name: _records(kind, value[name], name) for name, kind in kinds.items()}
    year = ReviewYear(year=value["year"], cell=cell, **lists)
    _refuse_strangers(year)
    _refuse_unreadable(year)
    return year


def _records(kind: type[Record], value: object, place: str) -> tuple[Record, ...]:
    if not isinstance(value, list):
        raise not_a_year(place)
    records = tuple(_record(kind, item, f"{place}[{at}]") for at, item in enumerate(value))
    if len({record.uid for record in records}) < len(records):
        raise not_a_year(f"{place}.uid")
    return records


def _record(kind: type[Any], value: object, place: str) -> Any:  # noqa: ANN401  the kind is only known at run time
    if not isinstance(value, dict) or value.keys() != kind.model_fields.keys() - _LEFT_OUT:
        raise not_a_year(place)
    if not _UID.fullmatch(str(value["uid"])):
        raise not_a_year(f"{place}.uid")
    try:
        return kind.model_validate(value)
    except ValidationError as error:
        raise not_a_year(f"{place}.{shape_problems(error)[0].field}") from error


def _refuse_strangers(year: ReviewYear) -> None:
    """Refuse records that say they belong to another year, or to a member who is not there."""
    members = {member.uid for member in year.members}
    for name in record_lists():
        for at, record in enumerate(getattr(year, name)):
            if getattr(record, "year", year.year) != year.year:
                raise not_a_year(f"{name}[{at}].year")
            if isinstance(record, Owned) and record.member_uid not in members:
                raise not_a_year(f"{name}[{at}].member_uid")


def _refuse_unreadable(year: ReviewYear) -> None:
    """Refuse whole files that are no base85: nothing looks at them again before they are opened."""
    for name, fields in _FILES_IN.items():
        for at, record in enumerate(getattr(year, name)):
            for field in fields:
                try:
                    base64.b85decode(getattr(record, field))
                except ValueError as error:
                    raise not_a_year(f"{name}[{at}].{field}") from error


def not_a_year(place: str) -> Refused:
    """Return the refusal (L-521) of a text that is no year; `place` names the spot."""
    return Refused("L-521", place=place)
