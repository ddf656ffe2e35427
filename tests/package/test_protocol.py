"""Whatever happens to the stick, a folder under a package's name is whole, and nothing foreign is touched."""

import errno
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from app.common.progress import NoProgress
from app.errors import AppError, Cancelled, EnvironmentFailed, Refused
from app.package import bag, names
from app.package.plan import Package
from app.package.port import Volume
from app.package.protocol import Target, check_room, discard, leftovers, release, write_package
from app.package.real_files import real_files
from app.package.staging import RETRY_PAUSES_S
from app.package.verdict import Answer
from app.package.verify import verify_package
from tests.package.packages import KNOWN, Kept, a_package, put
from tests.package.ports import (
    FailAfterBytes,
    FailAtOp,
    OtherStick,
    SlowPort,
    WatchedPort,
    WinErrors,
    WithVolume,
    ZerosBeyond,
)
from tests.sizes import report

PACKAGE = a_package()
LEAST_OPERATIONS = 120
"""The sweep is worth its name only if it pulls the stick at all of these."""


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """Return a stick on which other things lie already."""
    folder = tmp_path / "usb"
    (folder / "Anh cuoi").mkdir(parents=True)
    (folder / "Anh cuoi" / "anh.jpg").write_bytes(b"picture")
    (folder / "ghi-chu.txt").write_bytes(b"note")
    return folder


@pytest.fixture(autouse=True)
def foreign_untouched(stick: Path) -> object:
    """Fail the test after which anything of the user's own is gone or changed."""
    yield
    assert (stick / "Anh cuoi" / "anh.jpg").read_bytes() == b"picture"
    assert (stick / "ghi-chu.txt").read_bytes() == b"note"


def write(
    stick: Path,
    files: WatchedPort | None = None,
    package: Package = PACKAGE,
    resumed: str = "",
    kept: Kept | None = None,
) -> Path:
    target = Target(stick, resumed)
    return write_package(files or WatchedPort(), package, target, kept or Kept(), NoProgress()).folder


def answer(folder: Path) -> Answer:
    return verify_package(real_files(), folder, KNOWN, NoProgress()).answer


def finished(stick: Path) -> list[Path]:
    """Return what looks like a finished package by its name."""
    return [path for path in stick.iterdir() if path.name.startswith("KiemDiem")]


def serial(stick: Path) -> str:
    return real_files().volume(stick).serial


def staging(stick: Path) -> Path:
    return stick / PACKAGE.staging_name


@pytest.mark.fault("G10")
def test_a_package_is_written_read_back_named_and_recorded(stick: Path) -> None:
    kept, files = Kept(), WatchedPort()
    folder = write(stick, files, kept=kept)
    assert folder.name == PACKAGE.folder_name == "KiemDiem2017_CB-ThonDong_20171204-1530_7F3A"
    assert kept.told == ["writing", "written"]
    assert answer(folder) is Answer.WHOLE
    assert {path.name for path in stick.iterdir()} == {"Anh cuoi", "ghi-chu.txt", folder.name}
    # Each file is read back once, and each time from the medium (G10).
    assert files.opened_past_cache == [True] * len(PACKAGE.files)


@pytest.mark.fault("G06")
def test_pulled_at_any_operation_a_package_is_never_wrongly_whole_and_can_be_resumed(
    tmp_path: Path, stick: Path
) -> None:
    counted = FailAtOp(10**9)
    write(stick, counted)
    whole_on_failure = 0
    for n in range(1, counted.count + 1):
        place = tmp_path / f"usb-{n}"
        place.mkdir()
        kept = Kept()
        with pytest.raises(EnvironmentFailed, match=r"L-40[15]"):
            write(place, FailAtOp(n), kept=kept)
        whole_on_failure += all_whole(place)
        folder = write(place, resumed=serial(place), kept=kept)
        assert answer(folder) is Answer.WHOLE
        assert [path.name for path in place.iterdir()] == [folder.name]
        assert kept.told[-1] == "written"
    report("G06", operations=counted.count, wrong=0)
    # Only the very last operation, making the new name durable, comes after the package is whole.
    assert whole_on_failure == 1
    assert counted.count >= LEAST_OPERATIONS


def test_a_writer_into_the_final_folder_is_caught(tmp_path: Path) -> None:
    """The sweep above can fail: this writer makes the final folder first, as a copying program does."""

    def copied(port: WatchedPort, stick: Path) -> None:
        folder = stick / PACKAGE.folder_name
        for file in PACKAGE.files:
            path = folder / file.path
            for parent in [*reversed(path.relative_to(stick).parents)][1:]:
                if not port.exists(stick / parent):
                    port.make_folder(stick / parent)
            out = port.create(path)
            out.write(file.data)
            out.fsync()
            out.close()

    counted = FailAtOp(10**9)
    copied(counted, tmp_path)
    wrong = 0
    for n in range(1, counted.count + 1):
        place = tmp_path / f"usb-{n}"
        place.mkdir()
        with pytest.raises(OSError, match="pulled"):
            copied(FailAtOp(n), place)
        wrong += sum(answer(folder) is not Answer.WHOLE for folder in finished(place))
    report("G06 control", operations=counted.count, wrong=wrong)
    assert wrong > counted.count // 2


class FlushFails(WatchedPort):
    """The `n`th flush fails once, of a file or of a folder; everything else works."""

    def __init__(self, n: int) -> None:
        super().__init__()
        self.n, self.flushes = n, 0

    def before(self, operation: str, path: Path) -> None:
        """Count the flushes and fail at one of them."""
        if operation in {"fsync", "sync_folder"}:
            self.flushes += 1
            if self.flushes == self.n:
                raise OSError(errno.EIO, "flush failed", str(path))


@pytest.mark.fault("A06")
def test_a_flush_that_fails_once_is_never_called_written(tmp_path: Path) -> None:
    counted = FlushFails(0)
    (tmp_path / "whole").mkdir()
    write(tmp_path / "whole", counted)
    false = 0
    for n in range(1, counted.flushes + 1):
        place = tmp_path / f"usb-{n}"
        place.mkdir()
        kept, port = Kept(), FlushFails(n)
        with pytest.raises(EnvironmentFailed, match="L-405"):
            write(place, port, kept=kept)
        false += kept.told[-1] == "written"
        assert port.flushes == n, "a failed flush was tried again"
        all_whole(place)
        assert answer(write(place, resumed=serial(place), kept=kept)) is Answer.WHOLE
    report("A06", flushes=counted.flushes, false=false)
    assert (false, counted.flushes > len(PACKAGE.files)) == (0, True)


def all_whole(stick: Path) -> int:
    """Return how many folders bear a final name; every one of them must be whole."""
    named = finished(stick)
    assert all(answer(folder) is Answer.WHOLE for folder in named)
    return len(named)


@pytest.mark.parametrize("silent", [False, True], ids=["says so", "takes nothing more"])
@pytest.mark.parametrize("room", [0, 1, 700, 2000])
@pytest.mark.fault("G05")
def test_a_stick_that_fills_leaves_no_finished_folder(stick: Path, room: int, silent: bool) -> None:
    with pytest.raises(EnvironmentFailed, match="L-404"):
        write(stick, FailAfterBytes(room, silent=silent))
    assert finished(stick) == []
    assert answer(staging(stick)) is Answer.UNFINISHED
    assert answer(write(stick, resumed=serial(stick))) is Answer.WHOLE


@pytest.mark.parametrize("honest", range(0, PACKAGE.byte_count, 997))
@pytest.mark.fault("G09")
def test_a_stick_that_lies_about_its_size_is_found_out(stick: Path, honest: int) -> None:
    with pytest.raises(EnvironmentFailed, match="L-407"):
        write(stick, ZerosBeyond(honest))
    assert finished(stick) == []


def test_a_stick_that_takes_little_at_a_time_gets_everything(stick: Path) -> None:
    assert answer(write(stick, SlowPort(at_once=7), a_package(filler=3))) is Answer.WHOLE


@pytest.mark.parametrize("operation", ["create", "make_folder", "rename", "read"])
@pytest.mark.parametrize("code", [5, 32, 33])
@pytest.mark.parametrize("times", [1, 3, len(RETRY_PAUSES_S)])
@pytest.mark.fault("G18")
def test_a_file_held_by_antivirus_is_waited_for(stick: Path, operation: str, code: int, times: int) -> None:
    files = WinErrors(operation, code, times)
    assert answer(write(stick, files)) is Answer.WHOLE
    assert files.paused == list(RETRY_PAUSES_S[:times])
    assert sum(RETRY_PAUSES_S) <= 5


@pytest.mark.parametrize("code", [5, 32, 33])
def test_a_folder_that_may_not_be_renamed_is_not_counted_and_can_be_finished_later(
    stick: Path, code: int
) -> None:
    kept = Kept()
    with pytest.raises(EnvironmentFailed, match="L-408") as caught:
        write(stick, WinErrors("rename", code, len(RETRY_PAUSES_S) + 1), kept=kept)
    assert caught.value.params == {"folder": "~dang-ghi_7F3A"}
    assert kept.told == ["writing"]
    assert answer(staging(stick)) is Answer.UNFINISHED
    again = WatchedPort()
    assert answer(write(stick, again, resumed=serial(stick))) is Answer.WHOLE


@pytest.mark.parametrize(
    ("code", "told"), [(32, "L-412"), (33, "L-412"), (5, "L-402"), (19, "L-402"), (112, "L-404")]
)
@pytest.mark.fault("G03")
def test_what_windows_refuses_for_good_is_called_by_its_name(stick: Path, code: int, told: str) -> None:
    with pytest.raises(EnvironmentFailed, match=told):
        write(stick, WinErrors("create", code, 10**6))
    assert finished(stick) == []


@pytest.mark.parametrize(
    ("code", "told"),
    [
        (errno.EROFS, "L-402"),
        (errno.EACCES, "L-402"),
        (errno.EPERM, "L-402"),
        (errno.ENODEV, "L-405"),
        (errno.ENOSPC, "L-404"),
    ],
)
def test_what_linux_refuses_is_called_by_its_name(stick: Path, code: int, told: str) -> None:
    with pytest.raises(EnvironmentFailed, match=told):
        write(stick, FailAtOp(5, code))


@pytest.mark.fault("G21")
def test_another_stick_under_the_same_letter_stops_the_writing(stick: Path) -> None:
    looks = OtherStick(10**9)
    write(stick, looks)
    for n in range(2, 10**9 - looks.n + 1):
        kept = Kept()
        with pytest.raises(EnvironmentFailed, match="L-406"):
            write(stick, OtherStick(n), kept=kept)
        assert kept.told == ["writing"]


class StopAt:
    """The user presses "Dừng lại" at step `n`."""

    def __init__(self, n: int) -> None:
        self.n = n
        self.steps: list[tuple[int, int, str]] = []

    def step(self, done: int, total: int, label: str = "") -> None:
        """Count, and stop."""
        self.steps.append((done, total, label))
        if len(self.steps) == self.n:
            raise Cancelled


@pytest.mark.fault("G23")
def test_cancelled_at_any_step_nothing_is_left(stick: Path) -> None:
    before = sorted(stick.iterdir())
    steps = 2 * len(PACKAGE.files)
    for n in range(1, steps + 1):
        kept = Kept()
        with pytest.raises(Cancelled):
            write_package(real_files(), PACKAGE, Target(stick), kept, StopAt(n))
        assert sorted(stick.iterdir()) == before
        assert kept.told == ["writing", "abandoned"]


def test_progress_counts_bytes_written_then_bytes_read_back(stick: Path) -> None:
    watch = StopAt(0)
    write_package(real_files(), a_package(filler=60_000), Target(stick), Kept(), watch)
    done = [step[0] for step in watch.steps]
    total = watch.steps[0][1]
    assert done == sorted(done)
    assert done[-1] == total == 2 * a_package(filler=60_000).byte_count
    assert list(dict.fromkeys(step[2] for step in watch.steps)) == ["package.writing", "package.reading_back"]


def test_what_is_right_already_is_not_written_again(stick: Path) -> None:
    with pytest.raises(EnvironmentFailed):
        write(stick, FailAtOp(60))
    before = {path: path.stat().st_mtime_ns for path in staging(stick).rglob("*") if path.is_file()}
    folder = write(stick, resumed=serial(stick))
    kept = [
        path
        for path, time in before.items()
        if (folder / path.relative_to(staging(stick))).stat().st_mtime_ns == time
    ]
    assert len(kept) >= len(before) - 1 > 3
    assert answer(folder) is Answer.WHOLE


def test_a_half_file_from_before_is_written_anew(stick: Path) -> None:
    with pytest.raises(EnvironmentFailed):
        write(stick, FailAtOp(60))
    damaged = staging(stick) / bag.INFO
    damaged.write_bytes(damaged.read_bytes()[:-9])
    assert answer(write(stick, resumed=serial(stick))) is Answer.WHOLE


def test_a_finished_folder_found_again_is_recorded_and_not_written_twice(stick: Path) -> None:
    write(stick)
    kept, files = Kept(), WatchedPort()
    folder = write(stick, files, resumed=serial(stick), kept=kept)
    assert finished(stick) == [folder]
    assert kept.told == ["writing", "written"]


@pytest.mark.fault("G20")
def test_a_name_that_is_taken_gets_a_number_and_overwrites_nothing(stick: Path) -> None:
    first = write(stick)
    (stick / PACKAGE.staging_name).mkdir()
    second = write(stick)
    assert second.name == f"{first.name}_2"
    assert (answer(first), answer(second)) == (Answer.WHOLE, Answer.WHOLE)
    assert list((stick / PACKAGE.staging_name).iterdir()) == []


def test_a_working_folder_with_foreign_files_is_left_alone(stick: Path) -> None:
    staging(stick).mkdir()
    (staging(stick) / "cua-nguoi-khac.docx").write_bytes(b"theirs")
    (staging(stick) / bag.INFO).write_bytes(b"theirs too")
    folder = write(stick, resumed=serial(stick))
    assert answer(folder) is Answer.WHOLE
    assert (staging(stick) / bag.INFO).read_bytes() == b"theirs too"


@pytest.mark.fault("G19")
def test_a_half_written_package_is_offered_and_thrown_away_without_what_is_not_ours(stick: Path) -> None:
    with pytest.raises(EnvironmentFailed):
        write(stick, FailAtOp(60))
    assert leftovers(real_files(), stick) == ["~dang-ghi_7F3A"]
    (staging(stick) / "data" / "cua-nguoi-khac.docx").write_bytes(b"theirs")
    discard(real_files(), staging(stick), [file.path for file in PACKAGE.files])
    left = [path.relative_to(stick).as_posix() for path in staging(stick).rglob("*") if path.is_file()]
    assert left == ["~dang-ghi_7F3A/data/cua-nguoi-khac.docx"]


@pytest.mark.fault("G01")
def test_no_stick_is_told(stick: Path) -> None:
    with pytest.raises(EnvironmentFailed, match="L-401"):
        write(stick / "khong-co")


REFUSED: dict[str, Callable[[Volume], Volume]] = {
    "L-402": lambda volume: replace(volume, is_read_only=True),
    "L-403": lambda volume: replace(volume, free_bytes=PACKAGE.byte_count),
}


@pytest.mark.parametrize("code", REFUSED)
def test_what_cannot_succeed_is_refused_before_anything_is_written(stick: Path, code: str) -> None:
    before = sorted(stick.rglob("*"))
    kept = Kept()
    with pytest.raises(AppError, match=code):
        write(stick, WithVolume(REFUSED[code]), kept=kept)
    assert sorted(stick.rglob("*")) == before
    assert kept.told == []


@pytest.mark.fault("G04")
def test_room_is_counted_in_clusters_with_a_tenth_to_spare() -> None:
    volume = Volume(Path("E:/"), "1", free_bytes=72_089)
    check_room(volume, [("a", 1), ("b", 32_768)])
    with pytest.raises(EnvironmentFailed, match="L-403") as caught:
        check_room(replace(volume, free_bytes=72_088), [("a", 1), ("b", 32_768)])
    assert caught.value.params == {"needed": 1, "free": 0}


@pytest.mark.parametrize(
    ("filesystem", "fits"), [("FAT32", False), ("vfat", False), ("exFAT", True), ("NTFS", True)]
)
@pytest.mark.fault("G22")
def test_a_file_of_four_gigabytes_does_not_go_onto_fat(filesystem: str, fits: bool) -> None:
    volume = Volume(Path("E:/"), "1", filesystem=filesystem, free_bytes=2**40)
    check_room(volume, [("a", 2**32 - 1)])
    if fits:
        check_room(volume, [("a", 2**32)])
        return
    with pytest.raises(Refused, match="L-409"):
        check_room(volume, [("a", 2**32)])


@pytest.mark.fault("G17")
def test_a_folder_too_deep_for_windows_is_refused(stick: Path) -> None:
    files = WatchedPort()
    files.path_limit = len(str(stick)) + 1 + len(PACKAGE.folder_name) + 20
    with pytest.raises(Refused, match="L-413"):
        write(stick, files)


@pytest.mark.fault("G25")
def test_only_a_released_stick_is_said_to_be_safe(stick: Path) -> None:
    volume = real_files().volume(stick)
    release(WithVolume(lambda same: same), volume)
    with pytest.raises(EnvironmentFailed, match="L-410"):
        release(WithVolume(lambda same: same, may_eject=False), volume)


def test_practice_says_so_in_every_file_name_for_people(stick: Path) -> None:
    folder = put(stick, a_package(practice=True)).folder
    papers = [path.name for path in folder.rglob("*") if path.suffix in {".docx", ".pdf"}]
    assert len(papers) == 11
    assert all(name.startswith(names.PRACTICE_PREFIX) for name in [folder.name, *papers])
    assert answer(folder) is Answer.WHOLE
