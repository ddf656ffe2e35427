"""The second place: written and read back, known again by its volume, whatever happens to the stick."""

from __future__ import annotations

import dataclasses
import datetime as dt
import errno
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app import bootstrap
from app.bootstrap import Core, Seams
from app.errors import AppError
from app.package.port import FileOps, Volume
from app.services.backups import BackupSet
from app.storage import backup, backup_sets
from app.worker.inline import InlineJobs
from tests.builders import CHEAP, MEMBER, PASSWORD, SteadyClock, a_core
from tests.package.ports import FailAfterBytes, FailAtOp, OtherStick, WatchedPort, WithVolume, ZerosBeyond
from tests.sizes import report


@pytest.fixture
def clock() -> SteadyClock:
    return SteadyClock("2017-11-20T08:00")


@pytest.fixture
def folder(tmp_path: Path, clock: SteadyClock) -> Path:
    core = a_core(tmp_path / "so", clock)
    core.members.add(MEMBER)
    core.close()
    return tmp_path / "so"


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    (tmp_path / "usb").mkdir()
    return tmp_path / "usb"


@pytest.fixture
def opened(folder: Path, clock: SteadyClock) -> Iterator[Callable[[FileOps], Core]]:
    """Return what opens the cell with file operations of a test's own."""
    cores: list[Core] = []

    def with_files(files: FileOps) -> Core:
        cores.append(bootstrap.unlock(folder, PASSWORD, Seams(clock, InlineJobs(), files, CHEAP)))
        return cores[-1]

    yield with_files
    for core in cores:
        core.close()


def refusal(act: Callable[[], object]) -> str:
    with pytest.raises(AppError) as error:
        act()
    return error.value.code


def test_a_set_is_written_read_back_and_remembered(
    opened: Callable[[FileOps], Core], stick: Path, clock: SteadyClock
) -> None:
    core = opened(WatchedPort())
    assert core.second_place.choose(stick).copied_at == ""
    assert core.backups.facts().second_on is None
    done = core.second_place.copy()
    (there,) = core.second_place.sets()
    assert done.copied_name == there.name == core.backups.list()[0].name
    assert there.folder == stick / "SaoLuu_SoChiBo"
    assert core.second_place.copied_on() == clock.today() == core.backups.facts().second_on
    core.backups.restore(there)
    assert sorted(path.name for path in there.folder.iterdir()) == [
        f"{there.name}{ending}" for ending in (".db", ".json", ".khoa")
    ]
    core.second_place.forget()
    assert core.second_place.current() is None
    assert refusal(core.second_place.copy) == "L-231"


def test_the_same_set_twice_writes_once_and_old_copies_are_thinned_out(
    opened: Callable[[FileOps], Core], stick: Path, clock: SteadyClock
) -> None:
    core = opened(WatchedPort())
    core.second_place.choose(stick)
    for number in range(25):
        clock.moment += dt.timedelta(days=1)
        core.members.add({"full_name": f"Trần Văn {number}"})
        core.second_place.copy()
        core.second_place.copy()
    assert 14 <= len(core.second_place.sets()) <= 17


def test_a_stick_pulled_at_any_operation_leaves_no_set_that_is_not_whole(
    opened: Callable[[FileOps], Core], stick: Path
) -> None:
    """As with packages: every operation once; what is listed afterwards reads back."""
    core = opened(WatchedPort())
    core.second_place.choose(stick)
    core.second_place.copy()
    key = core_key(core)
    core.close()
    steps = wrong = 0
    codes = set()
    while code := copied_with_the_stick_pulled_at(steps + 1, opened):
        steps += 1
        codes.add(code)
        wrong += sum(not is_whole(one, key) for one in backup_sets.sets_in(stick / "SaoLuu_SoChiBo"))
    report("second place", operations=steps, wrongly_whole=wrong)
    assert steps > 20
    assert (wrong, codes) == (0, {"L-235"})


def copied_with_the_stick_pulled_at(step: int, opened: Callable[[FileOps], Core]) -> str:
    """Change something and copy it to the stick; return the code of the refusal, if any."""
    port = FailAtOp(step, errno.EIO)
    core = opened(port)
    core.members.add({"full_name": f"Trần Văn {step}"})
    port.count = 0
    try:
        core.second_place.copy()
    except AppError as error:
        return error.code
    finally:
        core.close()
    return ""


def is_whole(one: BackupSet, key: bytes) -> bool:
    try:
        backup.verify(one, key)
    except AppError:
        return False
    return True


def core_key(core: Core) -> bytes:
    from app.keys import slot_files

    return slot_files.read(core.folder).slots.unlock_with_password(PASSWORD)


def small(volume: Volume) -> Volume:
    return dataclasses.replace(volume, free_bytes=1000)


def locked(volume: Volume) -> Volume:
    return dataclasses.replace(volume, is_read_only=True)


@pytest.mark.parametrize(
    ("port", "code"),
    [
        (lambda: FailAfterBytes(5000, silent=False), "L-234"),
        (lambda: FailAfterBytes(5000, silent=True), "L-234"),
        (lambda: ZerosBeyond(5000), "L-237"),
        (lambda: WithVolume(small), "L-233"),
        (lambda: WithVolume(locked), "L-232"),
    ],
    ids=["full", "silently full", "lying", "small", "locked"],
)
def test_what_goes_wrong_is_told_in_words_of_backups(
    opened: Callable[[FileOps], Core], stick: Path, port: Callable[[], FileOps], code: str
) -> None:
    core = opened(port())
    core.second_place.choose(stick)
    assert refusal(core.second_place.copy) == code
    assert core.second_place.sets() == []
    assert core.backups.list() != []


def test_another_stick_under_the_same_letter_is_not_written_to(
    opened: Callable[[FileOps], Core], stick: Path
) -> None:
    core = opened(OtherStick(6))
    core.second_place.choose(stick)
    assert refusal(core.second_place.copy) in {"L-236", "L-231"}
    assert core.second_place.sets() == []


class Moved(WatchedPort):
    """The stick is found under another letter."""

    def __init__(self, root: Path) -> None:
        super().__init__()
        self.root = root

    def drives(self) -> list[Volume]:
        return [Volume(self.root, "1A2B-3C4D", "USB BA", is_removable=True)]

    def volume(self, path: Path) -> Volume:
        found = super().volume(path)
        is_stick = path.is_relative_to(self.root)
        root = self.root if is_stick else found.root
        return dataclasses.replace(found, root=root, serial="1A2B-3C4D", is_removable=is_stick)


def test_the_stick_is_known_again_under_another_letter(
    opened: Callable[[FileOps], Core], tmp_path: Path
) -> None:
    first, second = tmp_path / "E", tmp_path / "F"
    (first / "chi bo").mkdir(parents=True)
    core = opened(Moved(first))
    core.second_place.choose(first / "chi bo")
    core.close()
    first.rename(second)
    core = opened(Moved(second))
    assert core.second_place.is_there()
    core.second_place.copy()
    assert (second / "chi bo" / "SaoLuu_SoChiBo").is_dir()
    core.close()
    second.rename(first)
    core = opened(Moved(second))
    assert core.second_place.is_there()


def test_a_stick_that_is_away_is_told(opened: Callable[[FileOps], Core], stick: Path, tmp_path: Path) -> None:
    core = opened(WatchedPort())
    assert refusal(lambda: core.second_place.choose(tmp_path / "khong-co")) == "L-231"
    assert refusal(lambda: core.second_place.choose(core.folder / "sao-luu")) == "L-230"
    core.second_place.choose(stick)
    stick.rmdir()
    assert not core.second_place.is_there()
    assert core.second_place.sets() == []
    assert refusal(core.second_place.copy) == "L-231"
    assert core.second_place.copy_due() is None


def test_another_disk_gets_its_copy_once_a_day_and_a_stick_never_unasked(
    opened: Callable[[FileOps], Core], stick: Path, clock: SteadyClock
) -> None:
    core = opened(WithVolume(lambda volume: dataclasses.replace(volume, is_removable=False)))
    core.second_place.choose(stick)
    assert core.second_place.copy_due() is not None
    assert core.second_place.copy_due() is None
    clock.moment += dt.timedelta(days=1)
    assert core.second_place.copy_due() is not None
    core.close()
    removable = WithVolume(lambda volume: dataclasses.replace(volume, is_removable=True), under=stick)
    core = opened(removable)
    clock.moment += dt.timedelta(days=1)
    assert core.second_place.copy_due() is None
