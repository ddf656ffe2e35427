"""Đổi khóa: at a hand-over, after a stick was lost, or when others know the password."""

from __future__ import annotations

import contextlib
import datetime as dt
import logging
import secrets
from dataclasses import dataclass

from app.common.progress import NoProgress, Progress
from app.domain import signing
from app.domain.signing import SigningKey
from app.domain.types import new_uid
from app.errors import AppError, Cancelled, EnvironmentFailed
from app.keys.password import KEY_BYTES, Cost, calibrated, checked, new_key
from app.keys.slots import Slots
from app.services.backups import BackupService, BackupSet
from app.services.passwords import PasswordService
from app.services.recovery import RecoveryService
from app.storage import key_change, passwords
from app.storage.database import Database

_STEPS = 4
_LABEL = "key.change"
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class KeyServices:
    """What there is to do with the keys of the cell."""

    passwords: PasswordService
    recovery: RecoveryService
    changing: KeyChangeService


@dataclass(frozen=True, slots=True)
class KeyChanged:
    """What came of it: the new recovery code, and what the old password still opens."""

    code: str
    former: tuple[dt.datetime, ...]
    """When the sets in the data folder were made that only the old password opens, newest first."""
    backup_failure: AppError | None = None
    """Why there is no set under the new key yet."""


class KeyChangeService:
    """Puts the open database under a new key, with a new password and a new recovery code."""

    def __init__(self, database: Database, backups: BackupService, cost: Cost | None) -> None:
        self._database = database
        self._backups = backups
        self._cost = cost

    def change(self, old: str, new: str, progress: Progress | None = None) -> KeyChanged:
        """Change the key; the old password and the old recovery code open only older backup sets afterwards.

        A verified backup comes first, another one last; undo is forgotten. It can be stopped until the
        backup is made. Raises `Invalid` for a password that cannot be one, `EnvironmentFailed` L-206 for a
        wrong `old`, L-217 when the key did not change, what the disk or the backup says: all is then as
        before.
        """
        progress = progress or NoProgress()
        checked(new)
        place = self._database.place
        slots = passwords.in_force(place.folder, place.key)
        slots.unlock_with_password(old)
        progress.step(0, _STEPS, _LABEL)
        self._backups.before("rekey")
        progress.step(1, _STEPS, _LABEL)
        key = new_key()
        cost = self._cost or calibrated()
        changed, code = Slots.create(self._database.uid, key, new, cost, serial=slots.serial + 1)
        key_change.change_key(self._database, key, changed)
        _tell(progress, 2)
        failure = self._renewed()
        _tell(progress, 3)
        failure = self._backed_up() or failure
        _tell(progress, _STEPS)
        return KeyChanged(code, tuple(made.moment for made in self.former_sets()), failure)

    def former_sets(self) -> tuple[BackupSet, ...]:
        """Return the sets in the data folder that only an older password opens, newest first."""
        key = self._database.place.key
        return tuple(made for made in self._backups.list() if not made.is_under(key))

    def _renewed(self) -> AppError | None:
        """Renew the key that signs packages (decisions.md 8.5); the key of the data has changed already."""
        now = self._database.place.clock.utc()
        try:
            with self._database.write("key.change", undoable=False) as work:
                seed = secrets.token_bytes(KEY_BYTES)
                work.add(signing.renewed(seed, new_uid(), now, work.rows(SigningKey)))
        except EnvironmentFailed as error:
            _log.warning("signing key not renewed: %s", error.code)
            return error
        return None

    def _backed_up(self) -> AppError | None:
        try:
            self._backups.make("rekeyed")
        except EnvironmentFailed as error:
            return error
        return None


def _tell(progress: Progress, done: int) -> None:
    """Report a step after which there is no way back: who wants to stop hears of the end."""
    with contextlib.suppress(Cancelled):
        progress.step(done, _STEPS, _LABEL)
