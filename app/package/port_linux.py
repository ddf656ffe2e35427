"""The file-operations port on Linux."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from app.package.port import PIECE_BYTES, OutFile, Volume
from app.package.port_common import DescriptorFile, LocalFiles

_EJECT_TIMEOUT_S = 30
_CODED_BYTE = re.compile(rb"\\x([0-9a-f]{2})")
_CODED_LETTER = re.compile(r"\\([0-7]{3})")


@dataclass(frozen=True, slots=True)
class _Mount:
    device_number: str
    root: Path
    filesystem: str
    device: str


class LinuxFiles(LocalFiles):
    """Files through plain system calls; sticks from the kernel's tables, not from a desktop service.

    `system` is the folder below which ``proc``, ``sys`` and ``dev`` lie.
    """

    path_limit = 4095

    def __init__(self, pause: Callable[[float], None] = time.sleep, system: Path = Path("/")) -> None:
        super().__init__(pause)
        self._system = system

    def create(self, path: Path) -> OutFile:
        """Open a new file; every piece is followed by fsync, so no write-through flag is needed."""
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC | os.O_NOFOLLOW
        return DescriptorFile(os.open(path, flags, 0o644))

    def pieces(self, path: Path, *, past_cache: bool = False) -> Iterator[bytes]:
        """Yield a file in pieces; `past_cache` makes the kernel forget its clean pages first."""
        descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW)
        try:
            if past_cache and sys.platform == "linux":
                os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
            while piece := os.read(descriptor, PIECE_BYTES):
                yield piece
        finally:
            os.close(descriptor)

    def sync_folder(self, folder: Path) -> None:
        """Bring the names in a folder to the medium."""
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    def volume(self, path: Path) -> Volume:
        """Return the volume of a folder; what the kernel does not tell stays empty."""
        number = path.stat().st_dev
        wanted = f"{os.major(number)}:{os.minor(number)}"
        mount = next((m for m in self._mounts() if m.device_number == wanted), None)
        return self._volume(mount or _Mount(wanted, path, "", ""), path)

    def drives(self) -> list[Volume]:
        """Return mounted sticks and USB disks, each once."""
        found = {m.device_number: m for m in reversed(self._mounts()) if self._is_removable(m.device_number)}
        return [self._volume(mount, mount.root) for mount in reversed(found.values())]

    def eject(self, volume: Volume) -> bool:
        """Unmount a stick through udisks where it is installed."""
        tool = shutil.which("udisksctl")
        mount = next((m for m in self._mounts() if m.root == volume.root), None)
        if tool is None or mount is None:
            return False
        command = [tool, "unmount", "--no-user-interaction", "-b", mount.device]
        asked = subprocess.run(command, capture_output=True, check=False, timeout=_EJECT_TIMEOUT_S)  # noqa: S603  fixed program, device from the kernel's table
        return asked.returncode == 0

    def _volume(self, mount: _Mount, path: Path) -> Volume:
        room = os.statvfs(path)
        return Volume(
            root=mount.root,
            serial=self._named("by-uuid", mount.device_number) or f"{mount.device_number}-{room.f_fsid:x}",
            label=self._named("by-label", mount.device_number),
            filesystem=mount.filesystem,
            total_bytes=room.f_blocks * room.f_frsize,
            free_bytes=room.f_bavail * room.f_frsize,
            is_removable=self._is_removable(mount.device_number),
            is_read_only=bool(room.f_flag & os.ST_RDONLY),
        )

    def _mounts(self) -> list[_Mount]:
        table = self._system / "proc/self/mountinfo"
        lines = table.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
        return [_parsed(line) for line in lines]

    def _named(self, scheme: str, device_number: str) -> str:
        """Return the volume serial (``by-uuid``) or label that udev gave to a block device, or nothing."""
        links, device = self._system / "dev/disk" / scheme, self._block_device(device_number)
        if not device.exists() or not links.is_dir():
            return ""
        names = (link.name for link in links.iterdir() if link.resolve().name == device.resolve().name)
        return next((_decoded(name) for name in names), "")

    def _is_removable(self, device_number: str) -> bool:
        device = self._block_device(device_number)
        if not device.exists():
            return False
        real = device.resolve()
        flags = [folder / "removable" for folder in (real, real.parent)]
        if any(flag.is_file() and flag.read_text(encoding="ascii").strip() == "1" for flag in flags):
            return True
        return any(part.startswith("usb") for part in real.parts)  # USB disks call themselves fixed

    def _block_device(self, device_number: str) -> Path:
        return self._system / "sys/dev/block" / device_number


def _parsed(line: str) -> _Mount:
    before, _, after = line.partition(" - ")
    fields, (filesystem, device) = before.split(" "), after.split(" ")[:2]
    return _Mount(fields[2], Path(_uncoded(fields[4])), filesystem, _uncoded(device))


def _uncoded(text: str) -> str:
    """Return a path of the mount table with its spaces back."""
    return _CODED_LETTER.sub(lambda match: chr(int(match[1], 8)), text)


def _decoded(name: str) -> str:
    """Return a label as it was given: udev writes some of its bytes in hexadecimal."""
    plain = _CODED_BYTE.sub(lambda match: bytes.fromhex(match[1].decode()), os.fsencode(name))
    return plain.decode("utf-8", "replace")
