"""The write protocol of a package, phases P0 to P8 (reliability.md 5.5).

A folder gets its final name only after every byte was read back from the medium. Nothing on the stick is
touched but files of our own list inside our own working folder, whose name says that it is unfinished.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol

from app.common.progress import Progress
from app.errors import Cancelled
from app.package import failures, names
from app.package.plan import Package, PlannedFile
from app.package.port import FileOps, Volume
from app.package.staging import folders_of, patiently, remove_own, staged_paths, told, write_file
from app.package.tree import sum_of

_CLUSTER = 32 * 1024
_ROOM_TO_SPARE = 1.1
_FAT = frozenset({"fat", "fat16", "fat32", "vfat", "msdos"})
_FAT_FILE_LIMIT = 4 * 1024**3 - 1


@dataclass(frozen=True, slots=True)
class Written:
    """A package that stands on the medium, read back whole."""

    folder: Path
    volume: Volume
    manifest_sha256: str
    file_count: int
    byte_count: int


class SubmissionRecord(Protocol):
    """What the database keeps of one writing, so that a restart knows of it."""

    def writing(self, package: Package, volume: Volume) -> None:
        """Keep that writing begins (P2)."""

    def written(self, written: Written) -> None:
        """Keep that the package is on the medium (P7)."""

    def abandoned(self, package: Package) -> None:
        """Keep that the user gave up and nothing of it is left."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where to write; `resumed_serial` is the volume on which an earlier writing of this package stopped."""

    folder: Path
    resumed_serial: str = ""


def write_package(
    files: FileOps, package: Package, target: Target, record: SubmissionRecord, progress: Progress
) -> Written:
    """Write, read back and name a package; return it only when it is whole on the medium.

    Raises `Refused` or `EnvironmentFailed` (L-401 … L-413); what was written stays for "Ghi tiếp".
    `Cancelled` removes it. Progress counts bytes that reached the medium, twice: written, then read back.
    """
    return _Writing(files, package, target, progress).run(record)


def release(files: FileOps, volume: Volume) -> None:
    """Have the system release the stick (P8); returns only when it may be pulled out, else raises L-410."""
    if not files.eject(volume):
        raise failures.not_released()


def leftovers(files: FileOps, folder: Path) -> list[str]:
    """Return the names of working folders that an interrupted writing left (G19)."""
    with told():
        entries = files.entries(folder)
    return [e.name for e in entries if e.kind == "folder" and e.name.startswith(names.STAGING_PREFIX)]


def discard(files: FileOps, staging: Path, paths: Iterable[str]) -> None:
    """Remove our own files and the folders they leave empty; anything else in there stays."""
    with told():
        remove_own(files, staging, paths)


def check_room(volume: Volume, sizes: Iterable[tuple[str, int]]) -> None:
    """Refuse files that do not fit on a stick with a tenth to spare, or that FAT32 cannot hold.

    `sizes` are paths with bytes. Raises `EnvironmentFailed` (L-403) and `Refused` (L-409).
    """
    needed = 0
    for path, size in sizes:
        if volume.filesystem.lower() in _FAT and size > _FAT_FILE_LIMIT:
            raise failures.file_too_big(path)
        needed += -(-size // _CLUSTER) * _CLUSTER
    needed = int(needed * _ROOM_TO_SPARE)
    if needed > volume.free_bytes:
        raise failures.too_small(needed, volume.free_bytes)


class _Writing:
    """One run of the protocol."""

    def __init__(self, files: FileOps, package: Package, target: Target, progress: Progress) -> None:
        self._files = files
        self._package = package
        self._target = target
        self._progress = progress
        self._paths = [file.path for file in package.files]
        self._staging = target.folder / package.staging_name
        self._staged: set[str] = set()
        self._done = 0

    def run(self, record: SubmissionRecord) -> Written:
        with told():
            volume = self._checked_volume()
        record.writing(self._package, volume)
        try:
            with told():
                folder = self._put_on(volume)
        except Cancelled:
            self._roll_back(volume)
            record.abandoned(self._package)
            raise
        written = Written(
            folder=folder,
            volume=volume,
            manifest_sha256=self._package.manifest_sha256,
            file_count=len(self._package.files),
            byte_count=self._package.byte_count,
        )
        record.written(written)
        return written

    def _checked_volume(self) -> Volume:
        """P0: refuse what cannot succeed before anything is written."""
        folder = self._target.folder
        if not self._files.exists(folder):
            raise failures.no_target()
        volume = self._files.volume(folder)
        if volume.is_read_only:
            raise failures.write_protected()
        longest = max(len(path) for path in self._paths)
        if len(str(folder / self._package.folder_name)) + 1 + longest > self._files.path_limit:
            raise failures.path_too_long(self._files.path_limit)
        self._take_up_staging(volume)
        missing = (file for file in self._package.files if file.path not in self._staged)
        check_room(volume, ((file.path, len(file.data)) for file in missing))
        return volume

    def _take_up_staging(self, volume: Volume) -> None:
        """Resume in our working folder, or choose a new name when that one is not surely ours (G19)."""
        taken = [entry.name for entry in self._files.entries(self._target.folder)]
        if self._staging.name not in taken:
            return
        if self._resumes_on(volume):
            staged = staged_paths(self._files, self._staging)
            if staged is not None and staged <= set(self._paths):
                self._staged = staged
                return
        self._staging = self._target.folder / names.unique(self._package.staging_name, taken)

    def _resumes_on(self, volume: Volume) -> bool:
        return bool(volume.serial) and volume.serial == self._target.resumed_serial

    def _put_on(self, volume: Volume) -> Path:
        """P3 to P6; after a stop between P6 and P7 the finished folder is only read back."""
        finished = self._target.folder / self._package.folder_name
        if self._resumes_on(volume) and self._files.exists(finished) and self._is_whole(finished):
            return finished
        self._write_all(volume)
        self._expect(volume)
        self._read_back()
        self._expect(volume)
        return self._name()

    def _write_all(self, volume: Volume) -> None:
        """P3 and P4: payload first; manifest, tag manifest and signature once all names are on the medium."""
        folders = ["", *folders_of(self._paths)]
        self._expect(volume)
        for folder in folders:
            self._make_folder(self._staging / folder)
        self._files.sync_folder(self._target.folder)
        for file in self._package.files:
            # Path-based writing goes to whatever lies there now, so the stick is looked at each time (G21).
            self._expect(volume)
            if file.path == self._package.last_begins:
                self._sync(folders)
            self._write_or_keep(file)
        self._sync(folders[:1])

    def _make_folder(self, folder: Path) -> None:
        if not self._files.exists(folder):
            patiently(self._files, partial(self._files.make_folder, folder))

    def _sync(self, folders: Iterable[str]) -> None:
        for folder in folders:
            self._files.sync_folder(self._staging / folder)

    def _write_or_keep(self, file: PlannedFile) -> None:
        path = self._staging / file.path
        if file.path in self._staged:
            if self._sum(path) == file.sha256:
                self._advance("package.writing", len(file.data))
                return
            patiently(self._files, partial(self._files.remove, path))
        write_file(self._files, path, file.data, partial(self._advance, "package.writing"))

    def _read_back(self) -> None:
        """P5: compare what the medium holds with what was meant."""
        for file in self._package.files:
            if self._sum(self._staging / file.path) != file.sha256:
                raise failures.wrong_on_medium(file.path)
            self._advance("package.reading_back", len(file.data))

    def _name(self) -> Path:
        """P6: give the folder its final name, one that nothing else has; not counted as written before."""
        taken = [entry.name for entry in self._files.entries(self._target.folder)]
        final = self._target.folder / names.unique(self._package.folder_name, taken)
        try:
            patiently(self._files, partial(self._files.rename, self._staging, final))
        except OSError as error:
            if failures.windows_code(error) in failures.HELD_BY_OTHERS:
                raise failures.name_refused(self._staging) from error
            raise
        self._files.sync_folder(self._target.folder)
        return final

    def _roll_back(self, volume: Volume) -> None:
        with told():
            self._expect(volume)
            if self._files.exists(self._staging):
                remove_own(self._files, self._staging, self._paths)

    def _is_whole(self, folder: Path) -> bool:
        there = staged_paths(self._files, folder)
        return there == set(self._paths) and all(
            self._sum(folder / file.path) == file.sha256 for file in self._package.files
        )

    def _sum(self, path: Path) -> str:
        return patiently(self._files, lambda: sum_of(self._files, path, past_cache=True))

    def _expect(self, volume: Volume) -> None:
        if self._files.volume(self._target.folder).serial != volume.serial:
            raise failures.other_stick()

    def _advance(self, label: str, count: int) -> None:
        self._done += count
        self._progress.step(self._done, 2 * self._package.byte_count, label)
