"""Ports that fail as sticks and Windows do (reliability.md 4.1.6), and one in memory."""

import errno
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from app.package.port import PIECE_BYTES, Entry, FileOps, OutFile, Volume
from app.package.real_files import real_files


class WatchedPort:
    """Passes everything on; `before` hears of every operation first and may raise in its place."""

    path_limit = 4095

    def __init__(self, inner: FileOps | None = None) -> None:
        self.inner = inner or real_files()
        self.paused: list[float] = []
        self.opened_past_cache: list[bool] = []

    def before(self, operation: str, path: Path) -> None:
        """Hear of an operation."""

    def taken(self, data: bytes | memoryview) -> bytes | memoryview:
        """Return what the medium keeps of what it was given."""
        return data

    def create(self, path: Path) -> OutFile:
        """Pass on."""
        self.before("create", path)
        return WatchedFile(self, path, self.inner.create(path))

    def pieces(self, path: Path, *, past_cache: bool = False) -> Iterator[bytes]:
        """Pass on."""
        self.before("read", path)
        self.opened_past_cache.append(past_cache)
        yield from self.inner.pieces(path, past_cache=past_cache)

    def entries(self, folder: Path) -> list[Entry]:
        """Pass on."""
        self.before("entries", folder)
        return self.inner.entries(folder)

    def exists(self, path: Path) -> bool:
        """Pass on; asking for a name cannot fail, as in Python."""
        return self.inner.exists(path)

    def make_folder(self, folder: Path) -> None:
        """Pass on."""
        self.before("make_folder", folder)
        self.inner.make_folder(folder)

    def sync_folder(self, folder: Path) -> None:
        """Pass on."""
        self.before("sync_folder", folder)
        self.inner.sync_folder(folder)

    def rename(self, source: Path, target: Path) -> None:
        """Pass on."""
        self.before("rename", source)
        self.inner.rename(source, target)

    def remove(self, path: Path) -> None:
        """Pass on."""
        self.before("remove", path)
        self.inner.remove(path)

    def remove_folder(self, folder: Path) -> None:
        """Pass on."""
        self.before("remove_folder", folder)
        self.inner.remove_folder(folder)

    def volume(self, path: Path) -> Volume:
        """Pass on."""
        self.before("volume", path)
        return self.inner.volume(path)

    def drives(self) -> list[Volume]:
        """Pass on."""
        return self.inner.drives()

    def eject(self, volume: Volume) -> bool:
        """Pass on."""
        return self.inner.eject(volume)

    def pause(self, seconds: float) -> None:
        """Remember the wait instead of waiting."""
        self.paused.append(seconds)


class WatchedFile:
    """A file whose every call is watched too."""

    def __init__(self, port: WatchedPort, path: Path, inner: OutFile) -> None:
        self.port, self.path, self.inner = port, path, inner

    def write(self, data: bytes | memoryview) -> int:
        """Pass on what the medium takes."""
        self.port.before("write", self.path)
        kept = self.port.taken(data)
        self.inner.write(kept)
        return len(kept)

    def fsync(self) -> None:
        """Pass on."""
        self.port.before("fsync", self.path)
        self.inner.fsync()

    def close(self) -> None:
        """Pass on; a descriptor is given back even where the stick is gone."""
        self.inner.close()
        self.port.before("close", self.path)


class FailAtOp(WatchedPort):
    """The stick is pulled at operation `n`: that one and all later ones fail."""

    def __init__(self, n: int, code: int = errno.EIO) -> None:
        super().__init__()
        self.n, self.code, self.count = n, code, 0

    def before(self, operation: str, path: Path) -> None:
        """Count, and fail from `n` on."""
        self.count += 1
        if self.count >= self.n:
            raise OSError(self.code, f"pulled at {operation}", str(path))


class FailAfterBytes(WatchedPort):
    """A stick that is full after `room` bytes: the last write comes back short, then it takes nothing."""

    def __init__(self, room: int, *, silent: bool) -> None:
        super().__init__()
        self.room, self.silent = room, silent

    def taken(self, data: bytes | memoryview) -> bytes | memoryview:
        """Return what still fits."""
        if not self.room and not self.silent:
            raise OSError(errno.ENOSPC, "no space left")
        kept = data[: self.room]
        self.room -= len(kept)
        return kept


class ZerosBeyond(WatchedPort):
    """A stick that lies about its size: all is accepted, what lies beyond `honest` bytes reads as zeros."""

    def __init__(self, honest: int) -> None:
        super().__init__()
        self.honest = honest

    def taken(self, data: bytes | memoryview) -> bytes | memoryview:
        """Return what will be read later."""
        kept = bytes(data[: self.honest])
        self.honest -= len(kept)
        return kept + bytes(len(data) - len(kept))


class SlowPort(WatchedPort):
    """A stick that takes `at_once` bytes with each call and no more."""

    def __init__(self, at_once: int) -> None:
        super().__init__()
        self.at_once = at_once

    def taken(self, data: bytes | memoryview) -> bytes | memoryview:
        """Return a little of it."""
        return data[: self.at_once]


class WinErrors(WatchedPort):
    """Another program holds `operation` up `times` times with Windows error `code`."""

    def __init__(self, operation: str, code: int, times: int) -> None:
        super().__init__()
        self.operation, self.code, self.times = operation, code, times

    def before(self, operation: str, path: Path) -> None:
        """Fail while it is held."""
        if operation == self.operation and self.times:
            self.times -= 1
            raise HeldError(self.code, path)


class OtherStick(WatchedPort):
    """At the `n`th look another stick lies under the same letter."""

    def __init__(self, n: int) -> None:
        super().__init__()
        self.n = n

    def volume(self, path: Path) -> Volume:
        """Return the first stick, later the other."""
        self.n -= 1
        found = self.inner.volume(path)
        return found if self.n > 0 else replace(found, serial="OTHER")


class WithVolume(WatchedPort):
    """Says what the test wants of the volume, or only of what lies `under` a folder of it."""

    def __init__(
        self, change: Callable[[Volume], Volume], *, may_eject: bool = True, under: Path = Path("/")
    ) -> None:
        super().__init__()
        self.change, self.may_eject, self.under = change, may_eject, under

    def volume(self, path: Path) -> Volume:
        """Return the changed volume."""
        found = self.inner.volume(path)
        return self.change(found) if path.is_relative_to(self.under) else found

    def eject(self, volume: Volume) -> bool:
        """Return what the test wants."""
        assert volume.root
        return self.may_eject


class HeldError(OSError):
    """An error that carries the number Windows gives."""

    def __init__(self, code: int, path: Path) -> None:
        meaning = {112: errno.ENOSPC, 5: errno.EACCES, 19: errno.EACCES, 32: errno.EACCES, 33: errno.EACCES}
        super().__init__(meaning.get(code, errno.EIO), "held", str(path))
        self.winerror = code


class MemoryPort(WatchedPort):
    """Files in memory, for reading: what a crash left of a stick."""

    def __init__(self, held: Mapping[str, bytes]) -> None:
        super().__init__()
        self.held = held

    def pieces(self, path: Path, *, past_cache: bool = False) -> Iterator[bytes]:
        """Yield a file."""
        assert past_cache in {True, False}
        data = self.held[path.as_posix()]
        for start in range(0, len(data), PIECE_BYTES):
            yield data[start : start + PIECE_BYTES]

    def entries(self, folder: Path) -> list[Entry]:
        """Return what lies in a folder."""
        below = folder.as_posix() + "/"
        inside = {path[len(below) :]: data for path, data in self.held.items() if path.startswith(below)}
        names = sorted({path.split("/")[0] for path in inside})
        return [
            Entry(name, "file", len(inside[name])) if name in inside else Entry(name, "folder")
            for name in names
        ]
