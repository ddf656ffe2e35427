"""The services of the backups, which remember one state together."""

from __future__ import annotations

from app.package.port import FileOps
from app.services.backup_memory import BackupMemory
from app.services.backups import BackupService
from app.services.second_places import SecondPlaceService
from app.services.trials import TrialService
from app.storage.database import Database


def backup_services(
    database: Database, files: FileOps
) -> tuple[BackupService, SecondPlaceService, TrialService]:
    """Return the backups of the open database, their second place and their trial restores."""
    memory = BackupMemory(database.place.folder)
    backups = BackupService(database, memory)
    places = SecondPlaceService(database, memory, backups, files)
    return backups, places, TrialService(database, memory, backups)
