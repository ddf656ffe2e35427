"""Two copies of the slots: one good copy is enough, and it heals the other (B06, B08)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from app.common import files
from app.errors import EnvironmentFailed
from app.keys import slot_files
from app.keys.slots import Slots, encode
from app.storage import passwords
from tests.keys.test_slots import CHEAP, KEY

OLD, NEW = "mật khẩu cũ", "mật khẩu mới"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    passwords.write_slots(tmp_path, Slots.create("a" * 32, KEY, OLD, CHEAP)[0])
    return tmp_path


def opens(folder: Path, password: str) -> bool:
    try:
        return slot_files.read(folder).slots.unlock_with_password(password) == KEY
    except EnvironmentFailed as error:
        if error.code != "L-206":
            raise
        return False


def _missing(path: Path) -> None:
    path.unlink()


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:200])


def _flipped(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 3] ^= 4
    path.write_bytes(content)


def _folder_in_its_place(path: Path) -> None:
    path.unlink()
    path.mkdir()


DAMAGES = [_missing, _empty, _cut, _flipped, _folder_in_its_place]


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("name", slot_files.FILE_NAMES)
@pytest.mark.fault("B06")
def test_one_bad_copy_does_not_keep_anyone_out(
    folder: Path, name: str, damage: Callable[[Path], None]
) -> None:
    damage(folder / name)
    assert slot_files.read(folder).to_heal == (name,)
    assert opens(folder, OLD)


@pytest.mark.parametrize("damage", DAMAGES[:-1])
@pytest.mark.parametrize("name", slot_files.FILE_NAMES)
def test_a_bad_copy_is_healed_from_the_good_one(
    folder: Path, name: str, damage: Callable[[Path], None]
) -> None:
    whole = (folder / name).read_bytes()
    damage(folder / name)
    passwords.heal_slots(folder)
    assert (folder / name).read_bytes() == whole
    assert slot_files.read(folder).to_heal == ()


def test_two_bad_copies_are_said_to_be_bad(folder: Path) -> None:
    for name in slot_files.FILE_NAMES:
        _flipped(folder / name)
    with pytest.raises(EnvironmentFailed) as refusal:
        slot_files.read(folder)
    assert refusal.value.code == "L-207"


def test_two_bad_copies_are_healed_from_a_backup_set(folder: Path) -> None:
    (folder / "sao-luu").mkdir()
    (folder / "sao-luu" / "sao-luu_20171205T123000Z_7.khoa").write_bytes(
        (folder / "chi-bo.khoa").read_bytes()
    )
    for name in slot_files.FILE_NAMES:
        _flipped(folder / name)
    passwords.heal_slots(folder)
    assert slot_files.read(folder).to_heal == ()
    assert opens(folder, OLD)


def test_no_copy_at_all_is_an_empty_folder(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFailed) as refusal:
        slot_files.read(tmp_path)
    assert refusal.value.code == "L-111"


@pytest.mark.parametrize("name", ["so", "so" * 200])
def test_a_folder_that_is_not_there_holds_no_copy(tmp_path: Path, name: str) -> None:
    with pytest.raises(EnvironmentFailed) as refusal:
        slot_files.read(tmp_path / name)
    assert refusal.value.code == "L-111"


def test_copies_that_may_not_be_read_are_not_said_to_be_bad(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbidden(*_: object) -> None:
        raise PermissionError(13, "")

    monkeypatch.setattr(Path, "open", forbidden)
    with pytest.raises(EnvironmentFailed) as refusal:
        slot_files.read(folder)
    assert refusal.value.code == "L-108"


def test_a_changed_password_stands_in_both_copies(folder: Path) -> None:
    passwords.change_password(folder, KEY, NEW, CHEAP)
    for name in slot_files.FILE_NAMES:
        other = folder / next(n for n in slot_files.FILE_NAMES if n != name)
        kept = other.read_bytes()
        other.unlink()
        assert (opens(folder, NEW), opens(folder, OLD)) == (True, False)
        other.write_bytes(kept)


@pytest.mark.fault("A03")
def test_a_program_killed_between_the_copies_leaves_one_sure_password(folder: Path) -> None:
    old = slot_files.read(folder).slots
    (folder / "chi-bo.khoa").write_bytes(encode(old.with_password(KEY, NEW, CHEAP)))
    assert (opens(folder, NEW), opens(folder, OLD)) == (True, False)
    passwords.heal_slots(folder)
    assert slot_files.read(folder).to_heal == ()


@pytest.mark.fault("B08")
def test_a_change_that_does_not_read_back_is_taken_back(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk says "written" and keeps the old bytes (B08)."""
    real = files.write_whole
    lies = iter([True, True, False, False])

    def lying(path: Path, content: bytes) -> None:
        if not next(lies):
            real(path, content)

    monkeypatch.setattr(passwords, "write_whole", lying)
    with pytest.raises(EnvironmentFailed) as refusal:
        passwords.change_password(folder, KEY, NEW, CHEAP)
    assert refusal.value.code == "L-210"
    assert (opens(folder, OLD), opens(folder, NEW)) == (True, False)


@pytest.mark.parametrize("failing", [0, 1])
def test_a_disk_that_fills_during_the_change_leaves_the_old_password(
    folder: Path, monkeypatch: pytest.MonkeyPatch, failing: int
) -> None:
    real = files.write_whole
    calls = iter(range(10))

    def filling(path: Path, content: bytes) -> None:
        if next(calls) == failing:
            raise EnvironmentFailed(files.DISK_FULL)
        real(path, content)

    monkeypatch.setattr(passwords, "write_whole", filling)
    with pytest.raises(EnvironmentFailed) as refusal:
        passwords.change_password(folder, KEY, NEW, CHEAP)
    assert refusal.value.code == "L-102"
    assert (opens(folder, OLD), opens(folder, NEW)) == (True, False)
