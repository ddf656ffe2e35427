"""Data lie on a disk of this computer and nowhere else, whichever way they are made or opened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from app import bootstrap
from app.bootstrap import Seams
from app.errors import Refused
from app.package.port import Volume
from app.storage.whereabouts import refuse_unfit
from tests.builders import CELL, PASSWORD, a_core, seams
from tests.package.ports import WatchedPort
from tests.sizes import report

HERE = Volume(Path("/"), "0A1B", filesystem="ext4")
UNFIT = {
    "a stick on Windows": (replace(HERE, filesystem="NTFS", is_removable=True), "L-121"),
    "a card with FAT32": (replace(HERE, filesystem="FAT32"), "L-121"),
    "a stick with vfat": (replace(HERE, filesystem="vfat", is_removable=True), "L-121"),
    "a stick with exFAT": (replace(HERE, filesystem="exFAT"), "L-121"),
    "a USB disk with ext4": (replace(HERE, is_removable=True), "L-121"),
    "a drive letter of the network": (replace(HERE, filesystem="NTFS", is_network=True), "L-122"),
    "cifs": (replace(HERE, filesystem="cifs"), "L-122"),
    "nfs": (replace(HERE, filesystem="nfs4"), "L-122"),
    "sshfs": (replace(HERE, filesystem="fuse.sshfs"), "L-122"),
    "a drive of a service": (replace(HERE, filesystem="fuse.rclone"), "L-122"),
}


class Elsewhere(WatchedPort):
    """Every folder lies on `told`."""

    def __init__(self, told: Volume) -> None:
        super().__init__()
        self.told = told

    def volume(self, path: Path) -> Volume:
        """Return the prepared volume of a folder that must be there."""
        assert path.exists()
        return self.told


class Silent(WatchedPort):
    """A system that does not tell."""

    def volume(self, path: Path) -> Volume:
        """Refuse to say."""
        raise PermissionError(str(path))


def contents(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def refusal(act: Callable[[], object]) -> Refused:
    with pytest.raises(Refused) as refused:
        act()
    return refused.value


@pytest.mark.fault("A17")
@pytest.mark.parametrize("kind", UNFIT)
def test_no_way_leads_to_data_on_an_unfit_disk(tmp_path: Path, kind: str) -> None:
    """A17: made, opened, recovered, loaded and restored; nothing is written there."""
    volume, code = UNFIT[kind]
    a_core(tmp_path / "so").close()
    elsewhere = Seams(seams().clock, seams().jobs, Elsewhere(volume), seams().cost)
    new, there = tmp_path / "moi" / "sau", tmp_path / "so"
    before = contents(there)
    ways: list[Callable[[], object]] = [
        lambda: bootstrap.create_cell(new, PASSWORD, CELL, 2017, elsewhere),
        lambda: bootstrap.create_practice_cell(new, PASSWORD, elsewhere),
        lambda: bootstrap.open_practice(new, elsewhere),
        lambda: bootstrap.load_cell(new, PASSWORD, "{}", elsewhere),
        lambda: bootstrap.unlock(there, PASSWORD, elsewhere),
        lambda: bootstrap.recover(there, "x", PASSWORD, elsewhere),
        lambda: bootstrap.restore_closed(there, bootstrap.backup_sets(there)[0], PASSWORD, elsewhere),
    ]
    codes = [refusal(way).code for way in ways]
    report("A17", ways=len(ways), refused=codes.count(code))
    assert codes == [code] * len(ways)
    assert not (tmp_path / "moi").exists()
    assert contents(there) == before


@pytest.mark.fault("A17")
@pytest.mark.parametrize(
    ("below", "service"),
    [
        ("OneDrive/Chi bo", "OneDrive"),
        ("OneDrive - Trường Mẫu/so", "OneDrive"),
        ("onedrive/a/b/c", "OneDrive"),
        ("Google Drive/so", "Google Drive"),
        ("GoogleDrive", "Google Drive"),
        ("My Drive/so", "Google Drive"),
        ("Dropbox (Cá nhân)/so", "Dropbox"),
        ("iCloudDrive/so", "iCloud"),
        ("MEGA/so", "MEGA"),
        ("Nextcloud/so", "Nextcloud"),
    ],
)
def test_a_folder_that_is_copied_elsewhere_is_known_by_its_name(
    tmp_path: Path, below: str, service: str
) -> None:
    refused = refusal(lambda: refuse_unfit(Elsewhere(HERE), tmp_path / below, {}))
    assert (refused.code, refused.params) == ("L-123", {"service": service})


@pytest.mark.fault("A17")
@pytest.mark.parametrize(
    ("mark", "service"),
    [(".dropbox", "Dropbox"), (".stfolder", "Syncthing"), (".tmp.driveupload", "Google Drive")],
)
def test_a_folder_that_is_copied_elsewhere_is_known_by_what_lies_in_it(
    tmp_path: Path, mark: str, service: str
) -> None:
    (tmp_path / "Cua toi").mkdir()
    (tmp_path / "Cua toi" / mark).mkdir()
    refused = refusal(lambda: refuse_unfit(Elsewhere(HERE), tmp_path / "Cua toi" / "so", {}))
    assert refused.params == {"service": service}


@pytest.mark.fault("A17")
def test_a_folder_that_is_copied_elsewhere_is_known_by_the_environment_and_behind_a_link(
    tmp_path: Path,
) -> None:
    there = tmp_path / "Tai lieu"
    there.mkdir()
    (tmp_path / "loi tat").symlink_to(there)
    for folder in (there / "so", tmp_path / "loi tat" / "so"):
        refused = refusal(partial(refuse_unfit, Elsewhere(HERE), folder, {"OneDrive": str(there)}))
        assert refused.code == "L-123"


def test_a_disk_of_this_computer_and_one_that_is_not_told_are_taken(tmp_path: Path) -> None:
    for files in (Elsewhere(HERE), Elsewhere(replace(HERE, filesystem="NTFS")), Silent()):
        refuse_unfit(files, tmp_path / "Hop drop" / "onedrive cu" / "so", {"OneDrive": ""})
