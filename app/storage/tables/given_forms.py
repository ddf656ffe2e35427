"""The table of forms that were given to members."""

from __future__ import annotations

from typing import ClassVar

from app.domain.given_forms import GivenForm
from app.storage.tables.row import Row


class GivenFormRow(Row, GivenForm, table=True):
    """Mẫu đã phát cho đảng viên."""

    __tablename__ = "given_form"
    sorted_by: ClassVar[tuple[str, ...]] = ("year", "member_uid", "form")
