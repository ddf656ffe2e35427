"""The file-operations port on Linux."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app.package.port import PIECE_BYTES, OutFile, Volume
from app.package.port_common import DescriptorFile, LocalFiles

_MOUNTS = Path("/proc/self/mountinfo")
_DEVICES = Path("/sys/dev/block")
_EJECT_TIMEOUT_S = 30


@dataclass(frozen=True, slots=True)
class _Mount:
    device_number: str
    root: Path
    filesystem: str
    device: str


class LinuxFiles(LocalFiles):
    """Files through plain system calls; sticks from the kernel's tables, not from a desktop service."""

    path_limit = 4095

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
        mount = next((m for m in _mounts() if m.device_number == wanted), None)
        return _volume(path, mount, number)

    def drives(self) -> list[Volume]:
        """Return mounted sticks and USB disks."""
        found = {mount.device_number: mount for mount in _mounts() if _is_removable(mount.device_number)}
        return [_volume(mount.root, mount, mount.root.stat().st_dev) for mount in found.values()]

    def eject(self, volume: Volume) -> bool:
        """Unmount a stick through udisks where it is installed."""
        tool = shutil.which("udisksctl")
        mount = next((m for m in _mounts() if m.root == volume.root), None)
        if tool is None or mount is None:
            return False
        command = [tool, "unmount", "--no-user-interaction", "-b", mount.device]
        asked = subprocess.run(command, capture_output=True, check=False, timeout=_EJECT_TIMEOUT_S)  # noqa: S603  fixed program, path from the kernel's table
        return asked.returncode == 0


def _mounts() -> list[_Mount]:
    try:
        lines = _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except FileNotFoundError:
        return []
    return [_parse_mount(line) for line in lines]


def _parse_mount(line: str) -> _Mount:
    before, _, after = line.partition(" - ")
    fields, (filesystem, device) = before.split(" "), after.split(" ")[:2]
    return _Mount(fields[2], Path(_unescaped(fields[4])), filesystem, _unescaped(device))


def _unescaped(text: str) -> str:
    return re.sub(r"\\([0-7]{3})", lambda match: chr(int(match.group(1), 8)), text)


def _volume(path: Path, mount: _Mount | None, number: int) -> Volume:
    room = os.statvfs(path)
    return Volume(
        root=mount.root if mount else path,
        serial=_named_by("by-uuid", number) or f"{number:x}-{room.f_fsid:x}",
        label=_named_by("by-label", number),
        filesystem=mount.filesystem if mount else "",
        total_bytes=room.f_blocks * room.f_frsize,
        free_bytes=room.f_bavail * room.f_frsize,
        is_removable=bool(mount and _is_removable(mount.device_number)),
        is_read_only=bool(room.f_flag & os.ST_RDONLY),
    )


def _named_by(scheme: str, number: int) -> str:
    """Return the volume serial (``by-uuid``) or label that udev gave to a block device, or nothing."""
    folder = Path("/dev/disk") / scheme
    if not folder.is_dir():
        return ""
    names = (link for link in folder.iterdir() if link.exists() and link.stat().st_rdev == number)
    return next((_unhexed(link.name) for link in names), "")


def _unhexed(name: str) -> str:
    plain = re.sub(
        rb"\\x([0-9a-f]{2})", lambda match: bytes.fromhex(match.group(1).decode()), os.fsencode(name)
    )
    return plain.decode("utf-8", "replace")


def _is_removable(device_number: str) -> bool:
    device = _DEVICES / device_number
    if not device.exists():
        return False
    real = device.resolve()
    flags = [folder / "removable" for folder in (real, real.parent)]
    if any(flag.is_file() and flag.read_text().strip() == "1" for flag in flags):
        return True
    return any(part.startswith("usb") for part in real.parts)  # USB disks call themselves fixed
