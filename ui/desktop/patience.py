"""Remembers wrong passwords over a restart, so that closing the program is no way around the wait.

It is kept with the settings of the seat, never with the slots: guessing changes nothing of the data.
"""

from __future__ import annotations

import datetime as dt
import logging
from pathlib import Path

from app.common.clock import Clock
from app.keys.patience import wait_after
from ui.desktop.seat import settings_of

WRONG_SECRET = frozenset({"L-206", "L-209", "L-216", "L-226"})
"""Wrong password, wrong code, one not in force, one of no set; all else is about the file: no wait."""
_COUNT, _MOMENT = "wrong_passwords", "wrong_password_at"
_log = logging.getLogger(__name__)


class Patience:
    """Counts wrong passwords in a row and says how long to wait."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self._settings = settings_of(folder)
        self._clock = clock

    @property
    def wrong(self) -> int:
        """Return how many wrong passwords were given in a row."""
        kept = str(self._settings.value(_COUNT, 0))
        return int(kept) if kept.isdecimal() else 0

    def count_wrong(self) -> int:
        """Count one more wrong password and return the seconds to wait now."""
        wrong = self.wrong + 1
        self._remember(wrong)
        wait = wait_after(wrong)
        _log.info("wrong password, %d in a row, waiting %d s", wrong, wait)
        return wait

    def forget(self) -> None:
        """Begin anew: the right password was given."""
        if self.wrong:
            self._remember(0)

    def left(self) -> int:
        """Return the seconds still to wait; a clock that was moved makes it the whole wait, not more."""
        whole = wait_after(self.wrong)
        since = self._since()
        if not whole or since is None:
            return whole
        gone = (self._clock.utc() - since) // dt.timedelta(seconds=1)
        return max(0, whole - gone) if gone >= 0 else whole

    def _since(self) -> dt.datetime | None:
        try:
            moment = dt.datetime.fromisoformat(str(self._settings.value(_MOMENT, "")))
        except ValueError:
            return None
        return moment if moment.tzinfo else None

    def _remember(self, wrong: int) -> None:
        self._settings.setValue(_COUNT, wrong)
        self._settings.setValue(_MOMENT, self._clock.utc().isoformat())
        self._settings.sync()
