"""Sao lưu and Khôi phục."""

from __future__ import annotations

import datetime as dt

from app.storage import backup
from app.storage.backup import BackupSet
from app.storage.database import Database

__all__ = ["BackupService", "BackupSet"]


class BackupService:
    """Makes backup sets, lists them and puts one back."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def list(self) -> list[BackupSet]:
        """Return the sets in the data folder, newest first."""
        return backup.sets(self._database.place.folder)

    def last_made_on(self) -> dt.date | None:
        """Return the day of the newest set, on the wall's calendar; None while there is none."""
        made = self.list()
        return dt.datetime.fromisoformat(made[0].made_at).astimezone().date() if made else None

    def make(self, reason: str) -> BackupSet:
        """Make and verify a set; raises `EnvironmentFailed`, and the older sets stay."""
        return backup.make(self._database, reason)

    def restore(self, chosen: BackupSet) -> None:
        """Put the set in the place of the current data, which are set aside first; undo is forgotten.

        Raises `EnvironmentFailed` (L-221) when the set is not whole; nothing has changed then.
        """
        backup.restore(self._database, chosen)
