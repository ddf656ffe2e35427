"""The tables of the committee's forms, of their files, and of what issued papers were made into."""

from __future__ import annotations

from typing import ClassVar

from app.domain.committee_forms import CommitteeForm, FormFile, IssuedFile
from app.storage.tables.row import Row


class CommitteeFormRow(Row, CommitteeForm, table=True):
    """Mẫu của cấp trên."""

    __tablename__ = "committee_form"
    sorted_by: ClassVar[tuple[str, ...]] = ("year", "kind", "version")


class FormFileRow(Row, FormFile, table=True):
    """Its file, apart from it so that marking does not write the file again."""

    __tablename__ = "form_file"
    sorted_by: ClassVar[tuple[str, ...]] = ("year", "form")


class IssuedFileRow(Row, IssuedFile, table=True):
    """What an issued paper was made into."""

    __tablename__ = "issued_file"
    sorted_by: ClassVar[tuple[str, ...]] = ("year", "paper")
