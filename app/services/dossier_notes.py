"""What the secretary says of parts of the dossier: there on paper, or not needed and why."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.dossier_notes import DossierNote
from app.services.open_years import OpenYears, added, removed, saved
from app.storage.database import Database


class DossierNoteService:
    """Notes on parts of the dossier, one for each part of a year."""

    def __init__(self, database: Database) -> None:
        self._years = OpenYears(database)

    def put(self, year: int, part: str, values: Mapping[str, object]) -> DossierNote:
        """Keep what is said of a part, the first time and every later one; raises `Invalid`."""
        with self._years.write("dossier_note.put", year) as work:
            for present in work.rows(DossierNote, year=year, part=part):
                return saved(work, DossierNote, present.uid, present.rev, values)
            return added(work, DossierNote, year, {**values, "part": part})

    def remove(self, note: DossierNote) -> None:
        """Take back what was said: the part counts again as its papers stand."""
        with self._years.write("dossier_note.remove", note.year) as work:
            removed(work, DossierNote, note.uid)
