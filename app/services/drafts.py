"""Keeps what is being typed over a crash, a power cut and a locked screen."""

from __future__ import annotations

from collections.abc import Mapping

from app.storage import drafts
from app.storage.database import Database


class DraftService:
    """One draft for each form and subject; `subject` is empty for a new record."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, form: str, subject: str, values: Mapping[str, object]) -> None:
        """Put what stands in the form on the disk; raises L-106 instead of waiting for another action."""
        drafts.keep(self._database, form, subject, values)

    def find(self, form: str, subject: str) -> Mapping[str, object] | None:
        """Return what was kept of the form, or None."""
        return drafts.find(self._database, form, subject)

    def drop(self, form: str, subject: str) -> None:
        """Forget the draft of a form that was closed without saving."""
        drafts.drop(self._database, form, subject)
