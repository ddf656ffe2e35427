"""Keeps what is being typed over a crash, a power cut and a locked screen."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping

from app.errors import AppError, EnvironmentFailed
from app.storage import drafts
from app.storage.database import Database
from app.storage.drafts import Waiting

_log = logging.getLogger(__name__)


class DraftService:
    """One draft for each form and subject; `subject` is empty for a new record."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._unkept: dict[tuple[str, str], dict[str, object]] = {}
        """What the disk did not take: held in memory until it does (reliability.md A08)."""
        self.on_damaged: Callable[[AppError], object] = lambda _error: None
        """Tells the user of a draft that cannot be read."""

    def keep(self, form: str, subject: str, values: Mapping[str, object]) -> None:
        """Put what stands in the form on the disk; raises L-106 instead of waiting for another action.

        What cannot be put there is found again as long as the program runs, and kept by `keep_waiting`.
        """
        self._unkept[form, subject] = dict(values)
        drafts.keep(self._database, form, subject, values)
        del self._unkept[form, subject]

    def keep_waiting(self) -> None:
        """Put on the disk what it did not take before; what it still refuses goes on waiting."""
        for (form, subject), values in list(self._unkept.items()):
            self.keep(form, subject, values)

    def find(self, form: str, subject: str) -> Mapping[str, object] | None:
        """Return what was kept of the form, or None.

        A draft that cannot be read is kept aside and told by `on_damaged`; the form opens without it.
        """
        if (form, subject) in self._unkept:
            return self._unkept[form, subject]
        try:
            return drafts.find(self._database, form, subject)
        except EnvironmentFailed as error:
            if error.code != drafts.DAMAGED:
                raise
            _log.warning("draft put aside: %s", error)
            self.on_damaged(error)
            return None

    def waiting(self) -> list[Waiting]:
        """Return the drafts that wait, the one kept last first."""
        return drafts.waiting(self._database)

    def take_sudden_end(self) -> bool:
        """Return whether the program had not closed the cell before; true once for an opening."""
        ended, self._database.ended_suddenly = self._database.ended_suddenly, False
        return ended

    def drop(self, form: str, subject: str) -> None:
        """Forget the draft of a form that was closed without saving."""
        self._unkept.pop((form, subject), None)
        drafts.drop(self._database, form, subject)
