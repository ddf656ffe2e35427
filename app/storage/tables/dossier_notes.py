"""The table of what is said of parts of the dossier."""

from __future__ import annotations

from typing import ClassVar

from app.domain.dossier_notes import DossierNote
from app.storage.tables.row import Row


class DossierNoteRow(Row, DossierNote, table=True):
    """Ghi chú về một thành phần hồ sơ."""

    __tablename__ = "dossier_note"
    sorted_by: ClassVar[tuple[str, ...]] = ("year", "part")
