"""What a power cut may leave on a stick, from the log of everything that was done to it (reliability.md 4.3).

The model trusts fsync: bytes written before a file's last fsync stay, later ones may be lost, halved, zeroed
or kept; a file never synced may be missing; a rename may not have happened before its folder was synced.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from app.package.port import OutFile
from tests.package.ports import WatchedFile, WatchedPort


@dataclass(frozen=True)
class Done:
    """One thing done to the stick."""

    kind: Literal["create", "write", "fsync", "sync_folder", "rename", "remove"]
    path: str
    data: bytes = b""
    target: str = ""


class LoggingPort(WatchedPort):
    """Keeps a log of what changes the stick."""

    def __init__(self) -> None:
        super().__init__()
        self.log: list[Done] = []

    def create(self, path: Path) -> OutFile:
        """Log and do."""
        self.log.append(Done("create", path.as_posix()))
        return LoggingFile(self, path, self.inner.create(path))

    def sync_folder(self, folder: Path) -> None:
        """Log and do."""
        self.log.append(Done("sync_folder", folder.as_posix()))
        self.inner.sync_folder(folder)

    def rename(self, source: Path, target: Path) -> None:
        """Log and do."""
        self.log.append(Done("rename", source.as_posix(), target=target.as_posix()))
        self.inner.rename(source, target)

    def remove(self, path: Path) -> None:
        """Log and do."""
        self.log.append(Done("remove", path.as_posix()))
        self.inner.remove(path)


class LoggingFile(WatchedFile):
    """Logs its bytes and its syncs."""

    port: LoggingPort

    def write(self, data: bytes | memoryview) -> int:
        """Log and do."""
        self.port.log.append(Done("write", self.path.as_posix(), bytes(data)))
        return self.inner.write(data)

    def fsync(self) -> None:
        """Log and do."""
        self.port.log.append(Done("fsync", self.path.as_posix()))
        self.inner.fsync()


@dataclass
class _File:
    kept: bytes = b""
    in_doubt: bytes = b""
    is_synced: bool = False

    def sync(self) -> None:
        self.kept, self.in_doubt, self.is_synced = self.kept + self.in_doubt, b"", True

    def survived(self, dice: random.Random) -> bytes:
        doubt = self.in_doubt
        fates = (b"", doubt[: len(doubt) // 2], bytes(len(doubt)), doubt)
        return self.kept + dice.choice(fates)


def left_after(log: Sequence[Done], dice: random.Random) -> dict[str, bytes]:
    """Return one state, path → bytes, that a cut after `log` may leave."""
    files: dict[str, _File] = {}
    unsure: list[Done] = []
    for done in log:
        if done.kind == "rename":
            unsure.append(done)
        elif done.kind == "sync_folder":
            certain = [move for move in unsure if Path(move.target).parent.as_posix() == done.path]
            unsure = [move for move in unsure if move not in certain]
            _move(files, certain)
        else:
            _apply(files, done)
    _move(files, [move for move in unsure if dice.random() < 0.5])
    survivors = {path: file for path, file in files.items() if file.is_synced or dice.random() < 0.5}
    return {path: file.survived(dice) for path, file in survivors.items()}


def _apply(files: dict[str, _File], done: Done) -> None:
    if done.kind == "create":
        files[done.path] = _File()
    elif done.kind == "write":
        files[done.path].in_doubt += done.data
    elif done.kind == "fsync":
        files[done.path].sync()
    else:
        del files[done.path]


def _move(files: dict[str, _File], moves: Sequence[Done]) -> None:
    for move in moves:
        for path in [path for path in files if path.startswith(f"{move.path}/")]:
            files[move.target + path.removeprefix(move.path)] = files.pop(path)
