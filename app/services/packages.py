"""Handing in: the dossier of a year written to a stick or folder, read back, recorded, checked again."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from pathlib import Path

from app.common.clock import Clock
from app.common.jobs import Jobs
from app.common.progress import NoProgress, Progress
from app.domain import signing
from app.domain.handing_in import HandedInAs
from app.domain.outgoing_papers import Submission
from app.domain.signing import SigningKey
from app.errors import Refused
from app.package import closed, names, passwords, plan, protocol, sign
from app.package.check_closed import verify_any
from app.package.closed import Closing
from app.package.port import FileOps, Volume
from app.package.verdict import Answer, Fault, SignatureState, Verdict, WrongFile
from app.services.dossier import LACKING, Part, parts_of
from app.services.edited_dossier import EditedDossiers, EditedPaper
from app.services.package_content import Maker, make_package
from app.services.print_sets import Printed, PrintSets
from app.services.submission_record import StoredSubmission
from app.storage.database import Database
from app.storage.queries.review_year import review_year

__all__ = [
    "LACKING",
    "Answer",
    "Closing",
    "EditedPaper",
    "Fault",
    "HandedInAs",
    "PackageService",
    "Part",
    "Printed",
    "Verdict",
    "Volume",
    "WrongFile",
    "generated_password",
    "own_password",
]

generated_password = passwords.generated
own_password = passwords.own

WRITTEN = "written"


class PackageService:
    """The packages of the open database; `files` is every file operation they ask for."""

    def __init__(self, database: Database, jobs: Jobs, clock: Clock, files: FileOps) -> None:
        self._database = database
        self._jobs = jobs
        self._clock = clock
        self._files = files
        self.prints = PrintSets(database, jobs, clock)
        self.edited = EditedDossiers(database, jobs)

    def parts(self, year: int) -> tuple[Part, ...]:
        """Return the parts of the dossier and what is there of each; nothing missing ever stops writing."""
        return parts_of(review_year(self._database, year))

    def targets(self) -> tuple[Volume, ...]:
        """Return the sticks and external disks that are plugged in."""
        return tuple(self._files.drives())

    def write(
        self, year: int, folder: Path, progress: Progress | None = None, closing: Closing | None = None
    ) -> Submission:
        """Write the package of `year` into `folder` and return it as recorded, whole and read back.

        With `closing` it is one file with a password, which is kept nowhere.

        Raises `Refused` L-421 while no paper of the dossier is issued, and what
        `app.package.protocol.write_package` raises; a writing that stopped half-way can be resumed.
        """
        record = StoredSubmission(self._database, self._clock, year)
        target = protocol.Target(folder)
        return self._write(record, secrets.token_hex(16), target, progress or NoProgress(), closing)

    def resume(
        self, uid: str, folder: Path, progress: Progress | None = None, closing: Closing | None = None
    ) -> Submission:
        """Write the package of an interrupted writing to its end ("Ghi tiếp"); what is whole already is kept.

        A closed one is made anew with the password of `closing`, since the earlier one is kept nowhere.
        Raises as `write` does, and `Refused` L-422 when that writing is finished.
        """
        started = self._unfinished(uid)
        record = StoredSubmission(self._database, self._clock, started.year, started)
        finished = folder / started.folder_name
        if self._files.exists(finished) and self._is_whole(finished, started, closing):
            # The power went between the folder's name and the record: only the record was missing.
            record.finished(finished)
            return record.stored
        if closing or self._holds_closed(folder, started):
            self._discard(folder, started, ())
        target = protocol.Target(folder, resumed_serial=started.volume)
        return self._write(record, started.package_id, target, progress or NoProgress(), closing)

    def discard(self, uid: str, folder: Path, progress: Progress | None = None) -> None:
        """Forget an interrupted writing ("Xóa bản ghi dở") and take its own files off the stick."""
        started = self._unfinished(uid)
        package = self._package(started.year, started.package_id, progress or NoProgress())
        self._discard(folder, started, [file.path for file in package.files])
        with self._database.write("package.discard", undoable=False) as work:
            work.remove(Submission, uid)

    def verify(self, folder: Path, progress: Progress | None = None, password: str = "") -> Verdict:
        """Return what is true of the package in `folder`; this cell's own key is known.

        A closed one, its bytes as they were written, raises `Refused` L-425 without a password, L-426 with
        a wrong one.

        A former key is good for what the register says was handed in under it, and for nothing else.
        """
        progress = progress or NoProgress()
        opener = closed.opener(password, self._jobs, progress)
        verdict = self._verdict(folder, signing.in_force(self._keys()), progress, opener)
        if verdict.signature is SignatureState.OTHER_KEY and (ours := self._registered(verdict)):
            return self._verdict(folder, signing.in_force(self._keys(), ours.started_at), progress, opener)
        return verdict

    def release(self, volume: Volume) -> None:
        """Have the stick released; returns only when it may be pulled out, else raises L-410."""
        protocol.release(self._files, volume)

    def history(self, year: int) -> tuple[Submission, ...]:
        """Return the writings of `year`, the latest first."""
        with self._database.read() as reader:
            return tuple(reversed(reader.rows(Submission, year=year)))

    def _write(
        self,
        record: StoredSubmission,
        package_id: str,
        target: protocol.Target,
        progress: Progress,
        closing: Closing | None,
    ) -> Submission:
        package = self._package(record.year, package_id, progress)
        if closing:
            seed = signing.in_force(self._keys()).private
            package = closed.close(package, closing, seed, self._jobs, progress)
        protocol.write_package(self._files, package, target, record, progress)
        return record.stored

    def _package(self, year: int, package_id: str, progress: Progress) -> plan.Package:
        dossier = self.edited.of_year(year, progress)
        origin = plan.Origin(
            package_id=package_id,
            year=year,
            cell=dossier.year.cell,
            made_at=self._clock.now(),
            audit_head=self._database.head.hash,
            signing_seed=signing.in_force(self._keys()).private,
        )
        return make_package(dossier, Maker(origin, self._jobs, progress))

    def _discard(self, folder: Path, started: Submission, open_paths: Sequence[str]) -> None:
        """Take the own files of an interrupted writing off the stick, closed or open."""
        staging = names.staging_folder(started.package_id)
        if self._files.exists(folder) and staging in protocol.leftovers(self._files, folder):
            own = dict.fromkeys((*open_paths, *closed.own_paths(started.folder_name)))
            protocol.discard(self._files, folder / staging, own)

    def _holds_closed(self, folder: Path, started: Submission) -> bool:
        staging = folder / names.staging_folder(started.package_id)
        there = {one.name for one in self._files.entries(staging)} if self._files.exists(staging) else set()
        return any(closed.form_of(name) for name in there)

    def _keys(self) -> list[SigningKey]:
        with self._database.read() as reader:
            return reader.rows(SigningKey)

    def _verdict(self, folder: Path, key: SigningKey, progress: Progress, opener: closed.Opener) -> Verdict:
        known = {self._database.uid: sign.public_key(key.private).text}
        return verify_any(self._files, folder, known, progress, opener)

    def _registered(self, verdict: Verdict) -> Submission | None:
        """Return the writing that a checked package comes from: its list of files is the one kept."""
        with self._database.read() as reader:
            found = reader.rows(Submission, package_id=verdict.info.get("External-Identifier", ""))
        return next((one for one in found if one.manifest_sha256 == verdict.listed_sha256), None)

    def _is_whole(self, folder: Path, started: Submission, closing: Closing | None) -> bool:
        try:
            verdict = self.verify(folder, password=closing.password if closing else "")
        except Refused:
            # Closed with a password that nobody gave: no one could hand it in, so it is written anew.
            return False
        return verdict.answer.is_whole and verdict.info.get("External-Identifier") == started.package_id

    def _unfinished(self, uid: str) -> Submission:
        with self._database.read() as reader:
            started = reader.get(Submission, uid)
        if started.state == WRITTEN:
            raise Refused("L-422")
        return started
