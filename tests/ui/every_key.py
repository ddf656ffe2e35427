"""Which keys of the year a person sets in which field of the really built pages."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from app.domain.cells import Cell
from app.domain.shortcomings import WithdrawalFields
from app.domain.types import Record
from app.year.dump import fact_names, record_lists
from ui.forms.record_form import RecordForm
from ui.texts.fields import MEMBER
from ui.widgets.field_row import FieldRow

DATA = Path(__file__).parents[1] / "data" / "every_key.toml"
Key = tuple[str, str]
"""A list of the year's schema and a key of its records."""
KINDS: dict[str, type[Record]] = {"cell": Cell, **record_lists()}


def told() -> dict[str, Any]:
    """Return what the data file says: keys computed, and keys set elsewhere on a page."""
    return tomllib.loads(DATA.read_text("utf-8"))


def all_keys() -> set[Key]:
    """Return every key of the year's schema but the identity and the year, which nobody types."""
    return {(name, key) for name, kind in KINDS.items() for key in fact_names(kind) if key != "year"}


def keys_of(page: QWidget) -> dict[Key, str]:
    """Return the keys that forms of a built page set, each with the name of its field."""
    found: dict[Key, str] = {}
    for form in page.findChildren(RecordForm):
        rows = {row.name() for row in form.findChildren(FieldRow)}
        for name, key, field in _in_form(form):
            if field in rows:
                found[name, key] = field
    return found


def _in_form(form: RecordForm) -> Iterator[tuple[str, str, str]]:
    prefix = form.prefix
    for name, kind in KINDS.items():
        if issubclass(kind, form.kind):
            yield from ((name, key, f"{prefix}{key}") for key in kind.model_fields)
        elif form.kind is WithdrawalFields and name == "shortcomings":
            # The act that withdraws a conclusion has a form of its own over the same record.
            yield from ((name, key, f"{prefix}{key}") for key in form.kind.model_fields)
        elif name in MEMBER and "posts" in form.kind.model_fields:
            # A line of what belongs to a member stands in the list of its kind.
            yield from ((name, key, name) for key in MEMBER[name].line)
        elif name == "members" and "full_name" in form.kind.model_fields:
            yield from ((name, key, f"{prefix}{key}") for key in kind.model_fields)


def as_keys(names: Iterable[str]) -> set[Key]:
    """Return ``list.key`` as keys."""
    return {(one.partition(".")[0], one.partition(".")[2]) for one in names}
