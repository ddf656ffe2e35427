"""The table of members."""

from __future__ import annotations

from typing import Any, ClassVar

from sqlmodel import Field

from app.common.text import name_key
from app.domain.members import Member
from app.domain.types import Record
from app.storage.tables.row import Row


class MemberRow(Row, Member, table=True):
    """A member, with the key that sorts it by given name in Vietnamese order."""

    __tablename__ = "member"
    sorted_by: ClassVar[tuple[str, ...]] = ("name_key",)

    name_key: str = Field(index=True)

    @classmethod
    def stored(cls, record: Record) -> dict[str, Any]:
        """Return the member's columns and its sorting key."""
        values = record.model_dump()
        return {**values, "name_key": name_key(values["full_name"])}
