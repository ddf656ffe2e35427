"""The real port: exact bytes, nothing overwritten, links seen as links, sticks known from the kernel."""

import os
import stat
import sys
from pathlib import Path

import pytest

from app.package.port import PIECE_BYTES, Entry, Volume
from app.package.port_linux import LinuxFiles
from app.package.real_files import real_files

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has its own port, run by the build")


@pytest.mark.parametrize("size", [0, 1, PIECE_BYTES, PIECE_BYTES + 1])
@pytest.mark.parametrize("past_cache", [False, True])
def test_what_is_written_is_read_in_pieces(tmp_path: Path, size: int, past_cache: bool) -> None:
    files, data = real_files(), os.urandom(size)
    out = files.create(tmp_path / "a")
    assert out.write(data) == size
    out.fsync()
    out.close()
    pieces = list(files.pieces(tmp_path / "a", past_cache=past_cache))
    assert b"".join(pieces) == data
    assert all(len(piece) <= PIECE_BYTES for piece in pieces)


def test_a_file_that_exists_is_never_opened_for_writing(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    for name in ("a", "link"):
        with pytest.raises(FileExistsError):
            real_files().create(tmp_path / name)
    assert (tmp_path / "a").read_bytes() == b"old"


def test_a_name_that_is_taken_is_not_taken_over(tmp_path: Path) -> None:
    for name in ("new", "empty folder"):
        (tmp_path / name).mkdir()
    with pytest.raises(FileExistsError):
        real_files().rename(tmp_path / "new", tmp_path / "empty folder")


def test_a_folder_is_listed_by_kind_and_links_are_links(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_bytes(b"four")
    (tmp_path / "a").mkdir()
    (tmp_path / "c").symlink_to(tmp_path / "b.txt")
    (tmp_path / "d").symlink_to(tmp_path / "a")
    os.mkfifo(tmp_path / "e")
    assert real_files().entries(tmp_path) == [
        Entry("a", "folder"),
        Entry("b.txt", "file", 4),
        Entry("c", "link"),
        Entry("d", "link"),
        Entry("e", "other"),
    ]


def test_a_link_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(b"x")
    (tmp_path / "link").symlink_to(tmp_path / "secret")
    with pytest.raises(OSError, match="symbolic links"):
        list(real_files().pieces(tmp_path / "link"))


def test_the_volume_of_a_folder_has_a_serial_and_room(tmp_path: Path) -> None:
    volume = real_files().volume(tmp_path)
    assert volume.serial
    assert 0 < volume.free_bytes <= volume.total_bytes
    assert not volume.is_read_only
    assert real_files().volume(tmp_path).serial == volume.serial


def test_waiting_is_done_by_the_clock_it_was_given() -> None:
    waits: list[float] = []
    LinuxFiles(waits.append).pause(0.2)
    assert waits == [0.2]


class Machine:
    """The tables of a kernel with the given block devices."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.lines = [
            "21 1 0:19 / /proc rw - proc proc rw",
            "30 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw",
        ]
        self.device("8:1", "pci0/ata1/sda/sda1", removable="0")

    def device(self, number: str, path: str, removable: str) -> None:
        real = self.folder / "sys/devices" / path
        real.mkdir(parents=True)
        (real.parent / "removable").write_text(f"{removable}\n", encoding="ascii")
        link = self.folder / "sys/dev/block" / number
        link.parent.mkdir(parents=True, exist_ok=True)
        link.symlink_to(real)

    def mount(self, number: str, name: str, at: Path, filesystem: str = "vfat") -> None:
        place = str(at).replace(" ", "\\040")
        self.lines.append(f"40 30 {number} / {place} rw,nosuid - {filesystem} /dev/{name} rw")

    def named(self, scheme: str, name: str, device: str) -> None:
        node = self.folder / "dev" / device
        link = self.folder / "dev/disk" / scheme / name
        link.parent.mkdir(parents=True, exist_ok=True)
        node.touch()
        link.symlink_to(node)

    def files(self) -> LinuxFiles:
        table = self.folder / "proc/self/mountinfo"
        table.parent.mkdir(parents=True, exist_ok=True)
        table.write_text("\n".join(self.lines) + "\n", encoding="utf-8")
        return LinuxFiles(system=self.folder)


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """Return a laptop with its own disk only."""
    return Machine(tmp_path / "system")


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """Return where a stick is mounted."""
    folder = tmp_path / "USB của chi bộ"
    folder.mkdir()
    return folder


def test_without_a_stick_nothing_is_offered(machine: Machine) -> None:
    assert machine.files().drives() == []


def test_a_stick_is_offered_with_its_label_and_serial(machine: Machine, stick: Path) -> None:
    machine.device("8:17", "pci0/usb2/2-1/sdb/sdb1", removable="1")
    machine.mount("8:17", "sdb1", stick)
    machine.named("by-uuid", "1A2B-3C4D", "sdb1")
    machine.named("by-label", "H\\xe1\\xbb\\x93\\x20s\\xc6\\xa1", "sdb1")
    (drive,) = machine.files().drives()
    assert (drive.root, drive.serial, drive.filesystem) == (stick, "1A2B-3C4D", "vfat")
    assert drive.label == "Hồ sơ"
    assert drive.is_removable


def test_an_external_disk_that_calls_itself_fixed_is_offered_too(machine: Machine, stick: Path) -> None:
    machine.device("8:33", "pci0/usb1/1-4/sdc/sdc1", removable="0")
    machine.mount("8:33", "sdc1", stick, "exfat")
    assert [drive.root for drive in machine.files().drives()] == [stick]


def test_a_stick_mounted_twice_is_offered_once(machine: Machine, stick: Path) -> None:
    machine.device("8:17", "pci0/usb2/2-1/sdb/sdb1", removable="1")
    machine.mount("8:17", "sdb1", stick)
    machine.mount("8:17", "sdb1", stick / "again")
    assert [drive.root for drive in machine.files().drives()] == [stick]


@pytest.mark.parametrize("code", [0, 1])
def test_a_stick_is_released_only_when_the_system_says_so(
    machine: Machine, stick: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    machine.device("8:17", "pci0/usb2/2-1/sdb/sdb1", removable="1")
    machine.mount("8:17", "sdb1", stick)
    tool = tmp_path / "bin" / "udisksctl"
    tool.parent.mkdir()
    tool.write_text(f'#!/bin/sh\necho "$@" > {tmp_path}/asked\nexit {code}\n', encoding="ascii")
    tool.chmod(tool.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", str(tool.parent))
    files = machine.files()
    assert files.eject(files.drives()[0]) is (code == 0)
    assert (tmp_path / "asked").read_text(encoding="ascii").split()[-2:] == ["-b", "/dev/sdb1"]


def test_without_the_tool_or_the_stick_nothing_is_called_safe(
    machine: Machine, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = machine.files()
    assert not files.eject(Volume(stick, "1"))
    monkeypatch.setenv("PATH", str(stick))
    assert not files.eject(Volume(Path("/"), "1"))
