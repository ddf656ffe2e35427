"""One table per kind of record: a row is the record plus the columns that only storage needs.

The record's fields are not named again here. Values are stored in the words of the domain (``male``, not
``MALE``) and instants with their zone, so that a stored file explains itself.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Dialect, Table
from sqlalchemy.types import DateTime, Enum, TypeDecorator, TypeEngine, Unicode

from app.domain.types import Record
from app.storage.tables.cell import CellRow, WorkYearRow
from app.storage.tables.distinct_pair import DistinctPairRow
from app.storage.tables.import_column import ImportColumnRow
from app.storage.tables.member import MemberRow
from app.storage.tables.member_periods import DisciplineRow, PostRow, RewardRow, StandingRow
from app.storage.tables.number_gap import NumberGapRow
from app.storage.tables.number_start import NumberStartRow
from app.storage.tables.outgoing_paper import OutgoingPaperRow, SubmissionRow
from app.storage.tables.review import REVIEW_ROWS
from app.storage.tables.row import Row
from app.storage.tables.saved_filter import SavedFilterRow
from app.storage.tables.signing_key import SigningKeyRow

ROWS: tuple[type[Row], ...] = (
    CellRow,
    WorkYearRow,
    MemberRow,
    PostRow,
    StandingRow,
    RewardRow,
    DisciplineRow,
    OutgoingPaperRow,
    SubmissionRow,
    NumberStartRow,
    NumberGapRow,
    SigningKeyRow,
    SavedFilterRow,
    ImportColumnRow,
    DistinctPairRow,
    *REVIEW_ROWS,
)
"""Every kind of row; all of them are journalled and audited. A new one is listed here and nowhere else."""


class Instant(TypeDecorator[dt.datetime]):
    """A moment as ISO text with its zone; SQLAlchemy's own type for SQLite drops the zone."""

    impl = Unicode
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> str | None:  # noqa: ARG002  SQLAlchemy's
        """Return the text to store."""
        return value.isoformat() if value is not None else None

    def process_result_value(self, value: str | None, dialect: Dialect) -> dt.datetime | None:  # noqa: ARG002  SQLAlchemy's
        """Return the moment stored."""
        return dt.datetime.fromisoformat(value) if value is not None else None


def table_of(row: type[Row]) -> Table:
    """Return the table that SQLModel made of `row`."""
    table: Table = row.__table__  # type: ignore[attr-defined]  # set by SQLModel's metaclass, unknown to mypy
    return table


def _stored(type_: TypeEngine[Any]) -> TypeEngine[Any]:
    if isinstance(type_, Enum) and type_.enum_class is not None:
        return Enum(type_.enum_class, native_enum=False, values_callable=_values)
    return Instant() if isinstance(type_, DateTime) else type_


def _values(choices: type[Any]) -> list[str]:
    return [str(choice.value) for choice in choices]


def _kinds() -> Iterator[tuple[type[Record], type[Row]]]:
    for row in ROWS:
        for column in table_of(row).columns:
            column.type = _stored(column.type)
        yield row.record_kind(), row


ROW_OF: dict[type[Record], type[Row]] = dict(_kinds())
"""The row that keeps a kind of record."""


def name_of(kind: type[Record]) -> str:
    """Return the name of the table that keeps a kind of record."""
    return table_of(ROW_OF[kind]).name
