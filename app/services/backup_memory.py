"""What the services of the backups remember together: one state in memory, written beside the sets."""

from __future__ import annotations

from pathlib import Path

from app.storage import backup_state
from app.storage.backup_state import BackupState


class BackupMemory:
    """The state of the backups of a data folder; kept in memory also where the folder takes no file."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.state = backup_state.load(folder)

    def remember(self, state: BackupState) -> None:
        """Keep `state` from now on."""
        if state != self.state:
            self.state = state
            backup_state.save(self._folder, state)
