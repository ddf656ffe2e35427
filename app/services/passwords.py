"""The password that opens the cell."""

from __future__ import annotations

from app.keys.password import Cost, calibrated
from app.storage import passwords
from app.storage.database import Database


class PasswordService:
    """Changes the password of the open database; the recovery code stays good."""

    def __init__(self, database: Database, cost: Cost | None) -> None:
        self._database = database
        self._cost = cost

    def change(self, old: str, new: str) -> None:
        """Let `new` open the cell from now on; takes as long as two guesses at a password.

        Raises `EnvironmentFailed` L-206 for a wrong `old`, `Invalid` for a password that cannot be one, and
        L-210 when the new one does not open what was written: the old one then still does.
        """
        place = self._database.place
        key = passwords.in_force(place.folder, place.key).unlock_with_password(old)
        passwords.change_password(place.folder, key, new, self._cost or calibrated())
