"""Nơi cất thứ hai: the newest set on a stick or folder elsewhere, written and read back."""

from __future__ import annotations

import dataclasses
import datetime as dt
import logging
from pathlib import Path

from app.common.progress import NoProgress, Progress
from app.errors import AppError, EnvironmentFailed
from app.package.port import FileOps
from app.services.backup_memory import BackupMemory
from app.services.backups import BackupService
from app.storage import backup_pruning, backup_sets, second_place
from app.storage.backup_sets import BackupSet
from app.storage.backup_state import SecondPlace
from app.storage.database import Database

__all__ = ["SecondPlace", "SecondPlaceService"]
_log = logging.getLogger(__name__)


class SecondPlaceService:
    """The place elsewhere that keeps copies of the sets; remembered by its volume, not by its letter."""

    def __init__(
        self, database: Database, memory: BackupMemory, backups: BackupService, files: FileOps
    ) -> None:
        self._database = database
        self._memory = memory
        self._backups = backups
        self._files = files

    def current(self) -> SecondPlace | None:
        """Return the place that was chosen."""
        return self._memory.state.second

    def copied_on(self) -> dt.date | None:
        """Return the day of the last copy."""
        place = self.current()
        if place is None or not place.copied_at:
            return None
        return dt.datetime.fromisoformat(place.copied_at).astimezone().date()

    def is_there(self) -> bool:
        """Return whether the place is plugged in."""
        return self._folder() is not None

    def choose(self, folder: Path) -> SecondPlace:
        """Make `folder` the second place; raises L-230 and L-231."""
        place = second_place.chosen(self._files, folder, self._database.place.folder)
        before = self.current()
        if before and (before.folder, before.serial) == (place.folder, place.serial):
            return before
        self._remember(place)
        return place

    def forget(self) -> None:
        """Have no second place any more; the copies there stay."""
        self._remember(None)

    def copy(self, progress: Progress | None = None) -> SecondPlace:
        """Copy a set of the data as they are to the second place and read it back there.

        Raises `EnvironmentFailed` L-231 … L-238; the copies that were there stay.
        """
        place = self.current()
        if place is None:
            raise second_place.missing()
        one = self._backups.current("manual")
        copy = second_place.copy(self._files, one, place, progress or NoProgress())
        self._prune(copy.parent)
        at = self._database.place.clock.utc().isoformat(timespec="seconds")
        done = dataclasses.replace(place, copied_at=at, copied_name=one.name)
        self._remember(done)
        return done

    def copy_due(self) -> SecondPlace | None:
        """Copy once a day to a place that is always there, as another disk; never unasked to a stick."""
        folder = self._folder()
        today = self._database.place.clock.today()
        if folder is None or self.copied_on() == today or self._files.volume(folder).is_removable:
            return None
        try:
            return self.copy()
        except AppError as error:
            _log.info("no copy in the second place: %s", error)
            return None

    def sets(self) -> list[BackupSet]:
        """Return the sets in the second place, newest first; none while it is not plugged in."""
        folder = self._folder()
        return backup_sets.sets_in(folder / second_place.FOLDER) if folder else []

    def _folder(self) -> Path | None:
        place = self.current()
        try:
            return second_place.folder_of(self._files, place) if place else None
        except OSError:
            return None

    def _prune(self, folder: Path) -> None:
        try:
            backup_pruning.prune(folder, self._database.uid)
        except EnvironmentFailed as error:
            _log.info("old copies not removed: %s", error)

    def _remember(self, place: SecondPlace | None) -> None:
        self._memory.remember(dataclasses.replace(self._memory.state, second=place))
