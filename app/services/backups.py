"""Sao lưu: sets made by themselves and by hand, before every risky act, thinned out, checked."""

from __future__ import annotations

import dataclasses
import datetime as dt
import logging
import random

from app.domain import backup_policy
from app.domain.backup_policy import FORCED, Reason
from app.domain.cells import Cell
from app.errors import EnvironmentFailed
from app.rules.missing_backup import BackupFacts
from app.services.backup_memory import BackupMemory
from app.storage import backup, backup_pruning, backup_sets, restoring
from app.storage.backup_sets import BackupSet
from app.storage.database import Database
from app.storage.restoring import Loss

__all__ = ["BackupFacts", "BackupService", "BackupSet", "Loss"]
_log = logging.getLogger(__name__)
_SOURCE_DAMAGED = "L-222"


@dataclasses.dataclass(frozen=True, slots=True)
class Health:
    """How the backups stand: day of the newest good set, why the newest attempt failed, damaged sets."""

    verified_on: dt.date | None
    failed_code: str
    damaged: tuple[str, ...]


class BackupService:
    """The backup sets of the open database."""

    def __init__(self, database: Database, memory: BackupMemory) -> None:
        self._database = database
        self._clock = database.place.clock
        self._folder = database.place.folder
        self._memory = memory
        database.before_first_write = self.make_daily

    def list(self) -> list[BackupSet]:
        """Return the sets in the data folder, newest first."""
        return backup_sets.sets(self._folder)

    def health(self) -> Health:
        """Return how the backups stand."""
        good = self._good()
        newest = _day(good[0]) if good else None
        return Health(newest, self._memory.state.failed_code, self._memory.state.damaged)

    def facts(self) -> BackupFacts:
        """Return what the home page needs to know of the backups."""
        state, health = self._memory.state, self.health()
        copied_at = state.second.copied_at if state.second else ""
        return BackupFacts(
            verified_on=health.verified_on,
            failed=bool(health.failed_code),
            damaged=len({made.name for made in self.list()} & set(health.damaged)),
            trial_failed=bool(state.trial and state.trial.failed_code),
            has_second=state.second is not None,
            second_on=dt.datetime.fromisoformat(copied_at).astimezone().date() if copied_at else None,
        )

    def make(self, reason: Reason) -> BackupSet:
        """Make and verify a set, then take away what need not be kept; raises `EnvironmentFailed`.

        The older sets stay when it fails, and the failure is remembered.
        """
        try:
            made = backup.make(self._database, reason)
        except EnvironmentFailed as error:
            today = self._clock.today().isoformat()
            self._memory.remember(
                dataclasses.replace(self._memory.state, failed_on=today, failed_code=error.code)
            )
            raise
        self._memory.remember(dataclasses.replace(self._memory.state, failed_code=""))
        if reason != "restore":
            self._prune()
        return made

    def before(self, reason: Reason) -> None:
        """Have a verified set of the data as they are; raises, and then the act must not begin.

        The newest set serves when nothing changed since and it reads back whole.
        """
        if reason not in FORCED:
            raise ValueError(f"{reason} needs no backup before it")
        self.current(reason)

    def current(self, reason: Reason) -> BackupSet:
        """Return a set of the data as they are, the newest one or a new one; raises as `make` does."""
        newest = self._newest()
        return newest if newest and self._serves(newest) else self.make(reason)

    def make_daily(self) -> BackupSet | None:
        """Make the set of the first unlock of the day and look at one older set; None when it was made.

        A failure is remembered and told by the home page; it keeps nobody from working.
        """
        newest = self._newest()
        today = self._clock.today()
        if self.is_practice() or not backup_policy.is_due_today(_day(newest) if newest else None, today):
            return None
        made = self._made_if_possible("daily")
        self._check_one_older()
        return made

    def make_due(self) -> BackupSet | None:
        """Make a set when data changed and the newest is half an hour old; a failure is remembered."""
        newest = self._newest()
        if not backup_policy.is_due_again(newest.moment if newest else None, self._clock.utc()):
            return None
        return self._made_if_changed("interval")

    def make_on_close(self) -> BackupSet | None:
        """Make a set when data changed since the newest; a failure is told at the next start."""
        return self._made_if_changed("close")

    def loss(self, chosen: BackupSet) -> Loss:
        """Return what restoring the set would take away; shown before anything is asked."""
        return restoring.loss(self._database, chosen)

    def restore(self, chosen: BackupSet) -> None:
        """Put the set in the place of the current data, which are set aside first; undo is forgotten.

        Raises `Refused` L-223 for another cell's set and L-227 for one from before Đổi khóa,
        `EnvironmentFailed` L-221 for one that is not whole or when the current data could not be copied;
        nothing has changed then.
        """
        restoring.refuse_foreign(self._database.uid, chosen)
        restoring.refuse_former_key(self._database, chosen)
        self._refuse_damaged(chosen)
        try:
            self.before("restore")
        except EnvironmentFailed as error:
            # Damaged data are what a restore is for: they are set aside as they are.
            if error.code != _SOURCE_DAMAGED:
                raise
        restoring.restore(self._database, chosen)

    def _made_if_changed(self, reason: Reason) -> BackupSet | None:
        newest = self._newest()
        if newest and newest.content.head == self._database.head.hash:
            return None
        return None if self.is_practice() else self._made_if_possible(reason)

    def _made_if_possible(self, reason: Reason) -> BackupSet | None:
        if not self._database.access.can_change:
            return None  # nothing was changed, and there is no place to write a set to
        try:
            return self.make(reason)
        except EnvironmentFailed as error:
            _log.info("backup failed: %s", error)
            return None

    def _serves(self, newest: BackupSet) -> bool:
        key = self._database.place.key
        if newest.content.head != self._database.head.hash or not newest.is_under(key):
            return False
        try:
            backup.verify(newest, key)
        except EnvironmentFailed:
            self._mark_damaged(newest)
            return False
        return True

    def _check_one_older(self) -> None:
        """Read one older set back, another one each day, and remember it when it is damaged (D03)."""
        older = self._good()[1:]
        if not older:
            return
        chosen = random.Random(self._clock.today().toordinal()).choice(older)  # noqa: S311  any will do
        try:
            backup.verify_older(chosen, self._database.place.key)
        except EnvironmentFailed:
            self._mark_damaged(chosen)

    def _refuse_damaged(self, chosen: BackupSet) -> None:
        try:
            backup.verify(chosen, self._database.place.key)
        except EnvironmentFailed as error:
            if error.code == backup.NOT_WHOLE:
                self._mark_damaged(chosen)
            raise

    def _mark_damaged(self, found: BackupSet) -> None:
        damaged = tuple(sorted({*self._memory.state.damaged, found.name}))
        self._memory.remember(dataclasses.replace(self._memory.state, damaged=damaged))

    def _prune(self) -> None:
        failed_today = self._memory.state.failed_on == self._clock.today().isoformat()
        folder = backup_sets.folder_of(self._folder)
        try:
            backup_pruning.prune(
                folder, self._database.uid, damaged=self._memory.state.damaged, failed_today=failed_today
            )
        except EnvironmentFailed as error:
            _log.info("old sets not removed: %s", error)  # too many sets hurt nobody

    def _good(self) -> tuple[BackupSet, ...]:
        uid, damaged = self._database.uid, self._memory.state.damaged
        return tuple(one for one in self.list() if one.content.uid == uid and one.name not in damaged)

    def _newest(self) -> BackupSet | None:
        return next(iter(self._good()), None)

    def is_practice(self) -> bool:
        """Return whether these are practice data, of which nothing is copied unasked."""
        with self._database.read() as reader:
            return any(cell.is_practice for cell in reader.rows(Cell))


def _day(made: BackupSet) -> dt.date:
    return made.facts().day
