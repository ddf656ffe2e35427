"""The recovery code (mã khôi phục) of the open database: a new one on demand, and whether anybody has it."""

from __future__ import annotations

from app.errors import EnvironmentFailed
from app.keys import recovery
from app.keys.password import Cost, calibrated
from app.keys.slots import Slots
from app.storage import passwords
from app.storage.database import Database


class RecoveryService:
    """Makes a new recovery code, which is in force only once it is known to be on paper."""

    def __init__(self, database: Database, cost: Cost | None) -> None:
        self._database = database
        self._cost = cost

    def is_on_paper(self) -> bool:
        """Return whether somebody said that the code in force was printed or written down.

        Slots that cannot be read raise no alarm about a code: that is told where they are needed.
        """
        try:
            return self._slots().has_seen_code
        except EnvironmentFailed:
            return True

    def keep_on_paper(self) -> None:
        """Remember that the code in force is on paper; raises `EnvironmentFailed` when the disk says no."""
        place = self._database.place
        passwords.keep_code_seen(place.folder, place.key)

    def new_code(self, password: str) -> str:
        """Return a new code that opens nothing yet; takes as long as a guess at the password.

        Raises `EnvironmentFailed` L-206 for a wrong password, `Invalid` for none.
        """
        self._slots().unlock_with_password(password)
        return recovery.new_code()

    def put_in_force(self, code: str) -> None:
        """Let `code` open the cell from now on; the one before opens it no more.

        Raises `EnvironmentFailed`: what the disk says, L-210 when the new code does not open what was
        written; the old one then still does.
        """
        place = self._database.place
        passwords.change_code(place.folder, place.key, code, self._cost or calibrated())
        self._database.note("recovery.renew")

    def _slots(self) -> Slots:
        place = self._database.place
        return passwords.in_force(place.folder, place.key)
