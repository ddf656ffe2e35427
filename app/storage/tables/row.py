"""What every stored row has in common."""

from __future__ import annotations

from typing import Any, ClassVar

from sqlmodel import Field, SQLModel

from app.domain.types import Record


class Row(SQLModel):
    """A stored record, known by its `uid`; subclasses name the record first among their other bases."""

    uid: str = Field(primary_key=True)
    rev: int = 1

    sorted_by: ClassVar[tuple[str, ...]] = ()
    """The columns in whose order rows are listed; `uid` decides last."""

    @classmethod
    def record_kind(cls) -> type[Record]:
        """Return the kind of record this row keeps."""
        return next(
            base for base in cls.__mro__ if issubclass(base, Record) and not issubclass(base, SQLModel)
        )

    @classmethod
    def stored(cls, record: Record) -> dict[str, Any]:
        """Return the columns that keep `record`, with those that storage derives from it."""
        return record.model_dump()
