"""Khôi phục thử: once a month a set is restored into a folder of its own and compared."""

from __future__ import annotations

import dataclasses
import datetime as dt
import logging
import random
import time

from app.domain import backup_policy
from app.errors import EnvironmentFailed
from app.services.backup_memory import BackupMemory
from app.services.backups import BackupService
from app.storage import trial
from app.storage.backup_state import Trial
from app.storage.database import Database

__all__ = ["Trial", "TrialService"]
_log = logging.getLogger(__name__)


class TrialService:
    """Shows that what is backed up can be restored, and remembers when that was last seen."""

    def __init__(self, database: Database, memory: BackupMemory, backups: BackupService) -> None:
        self._database = database
        self._memory = memory
        self._backups = backups
        self._clock = database.place.clock

    def last(self) -> Trial | None:
        """Return the last trial, whether it went well or not."""
        return self._memory.state.trial

    def make(self) -> Trial:
        """Restore a set of the data as they are into a private folder, compare, and remember the outcome.

        Raises `EnvironmentFailed` when it did not go well: L-221, L-224, or what the disk says.
        """
        began = time.monotonic()
        chosen = self._backups.current("drill")
        failure: EnvironmentFailed | None = None
        members = 0
        try:
            members = trial.restore_on_trial(self._database, chosen, random.Random())  # noqa: S311  any will do
        except EnvironmentFailed as error:
            failure = error
        at = self._clock.utc().isoformat(timespec="seconds")
        seconds = round(time.monotonic() - began, 1)
        made = Trial(at, chosen.name, seconds, members, failure.code if failure else "")
        self._memory.remember(dataclasses.replace(self._memory.state, trial=made))
        if failure:
            raise failure
        return made

    def make_due(self) -> Trial | None:
        """Make the trial of this month, unless it was made; the home page tells a failure."""
        last = self.last()
        day = dt.datetime.fromisoformat(last.at).astimezone().date() if last else None
        if self._backups.is_practice() or not backup_policy.is_trial_due(day, self._clock.today()):
            return None
        try:
            return self.make()
        except EnvironmentFailed as error:
            _log.info("trial restore failed: %s", error)
            return self.last()
