"""What the database keeps of one writing of a package, phase by phase (reliability.md 5.5 P2, P7)."""

from __future__ import annotations

from pathlib import Path

from app.common.clock import Clock
from app.domain.outgoing_papers import Submission
from app.domain.types import new_uid
from app.package.plan import Package
from app.package.port import Volume
from app.package.protocol import Written
from app.storage.database import Database


class StoredSubmission:
    """The record of one writing; `started` is the one to go on with."""

    def __init__(
        self, database: Database, clock: Clock, year: int, started: Submission | None = None
    ) -> None:
        self.year = year
        self._database = database
        self._clock = clock
        self._current = started

    @property
    def stored(self) -> Submission:
        """Return the record as last stored; only after writing began."""
        if self._current is None:
            raise LookupError("writing has not begun")
        return self._current

    def writing(self, package: Package, volume: Volume) -> None:
        """Keep that writing begins (P2)."""
        facts = {
            "package_id": package.package_id,
            "folder_name": package.folder_name,
            "volume": volume.serial,
            "manifest_sha256": package.manifest_sha256,
            "file_count": len(package.files),
        }
        with self._database.write("package.writing", undoable=False) as work:
            if self._current:
                self._current = work.change(Submission, self._current.uid, self._current.rev, **facts)
                return
            self._current = Submission(
                uid=new_uid(), year=self.year, state="writing", started_at=self._clock.utc(), **facts
            )
            work.add(self._current)

    def written(self, written: Written) -> None:
        """Keep that the package is on the medium (P7)."""
        self.finished(written.folder)

    def finished(self, folder: Path) -> None:
        """Keep that the package stands whole in `folder`, under the name it got there."""
        with self._database.write("package.written", undoable=False) as work:
            self._current = work.change(
                Submission,
                self.stored.uid,
                self.stored.rev,
                state="written",
                folder_name=folder.name,
                written_at=self._clock.utc(),
            )

    def abandoned(self, package: Package) -> None:  # noqa: ARG002  the port names it
        """Keep that the user gave up: nothing of it is left, so nothing of it is recorded."""
        with self._database.write("package.abandoned", undoable=False) as work:
            work.remove(Submission, self.stored.uid)
        self._current = None
