"""Between what is stored in a record and what stands in the fields of its form."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.types import Fields, Record

Values = dict[str, object]


def shown_values(record: Record, fields: Mapping[str, object]) -> Values:
    """Return the facts of a record as fields show them: what is not known, or counts nothing, is empty."""
    stored = {name: getattr(record, name) for name in fields}
    return {name: "" if _is_nothing(value) else value for name, value in stored.items()}


def stored_values(kind: type[Fields], typed: Mapping[str, object]) -> Values:
    """Return what stands in the fields as the core takes it: an emptied day or number as never entered."""
    return {name: _stored(kind, name, value) for name, value in typed.items()}


def _stored(kind: type[Fields], name: str, value: object) -> object:
    info = kind.model_fields[name]
    if not isinstance(value, str) or value.strip() or info.is_required() or isinstance(info.default, str):
        return value
    return info.default


def _is_nothing(value: object) -> bool:
    return value is None or (isinstance(value, int) and not isinstance(value, bool) and value == 0)
