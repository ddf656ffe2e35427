"""Whether the open data can be changed right now: asked by windows before they offer an act."""

from __future__ import annotations

from collections.abc import Callable

from app.keys import slot_files
from app.storage.access import Standing
from app.storage.database import Database

__all__ = ["AccessService", "Standing"]


class AccessService:
    """The standing of the open database, and the way back to writing."""

    def __init__(self, database: Database, keep_waiting: Callable[[], None]) -> None:
        self._database = database
        self._keep_waiting = keep_waiting

    @property
    def standing(self) -> Standing:
        """Return how the data stand: writable, locked, failing or gone."""
        return self._database.access.standing

    @property
    def can_change(self) -> bool:
        """Return whether data can be changed."""
        return self._database.access.can_change

    def look(self) -> bool:
        """Look whether the disk of the data is still there; return it. Takes long on a disk that hangs."""
        return self._database.access.look()

    def lose(self) -> None:
        """Count the disk as gone: it has not answered for seconds."""
        self._database.access.lose()

    def check_password(self, password: str) -> None:
        """Return when `password` opens these data.

        Raises `EnvironmentFailed`: L-206 when it does not, L-116 while the disk is gone.
        """
        with self._database.access.reading():
            slot_files.read(self._database.place.folder).slots.unlock_with_password(password)

    def try_again(self) -> bool:
        """Open the data once more and return whether they can be changed now; drafts that waited are kept.

        Raises `EnvironmentFailed`: L-116 while the disk is not back, and as unlocking does.
        """
        can_change = self._database.reopen()
        if can_change:
            self._keep_waiting()
        return can_change
