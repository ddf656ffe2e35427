"""Sets are made by themselves at the right moments, before risky acts, and thinned out by the policy."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from app import bootstrap
from app.bootstrap import Core
from app.common import files
from app.errors import AppError, EnvironmentFailed, Refused
from app.services.backups import BackupSet
from app.storage import backup, examining
from tests.builders import MEMBER, PASSWORD, SteadyClock, a_core, seams
from tests.sheets.workbooks import A_ROW, member_list

HOUR = dt.timedelta(hours=1)


@pytest.fixture
def clock() -> SteadyClock:
    return SteadyClock("2017-12-05T08:00")


@pytest.fixture
def folder(tmp_path: Path, clock: SteadyClock) -> Path:
    """Return the folder of a closed cell with one member."""
    core = a_core(tmp_path / "so", clock)
    core.members.add(MEMBER)
    core.close()
    shutil.rmtree(tmp_path / "so" / "sao-luu")
    return tmp_path / "so"


def opened(folder: Path, clock: SteadyClock) -> Core:
    return bootstrap.unlock(folder, PASSWORD, seams(clock))


def add(core: Core, number: int) -> None:
    core.members.add({"full_name": f"Trần Văn {number}"})


def reasons(core: Core) -> list[str]:
    return [one.reason for one in core.backups.list()]


def refusal(act: Callable[[], object]) -> str:
    with pytest.raises(AppError) as error:
        act()
    return error.value.code


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Return what makes every copy fail from now on."""

    def full(*_: object) -> None:
        raise OSError(28, "ENOSPC")

    return lambda: monkeypatch.setattr(backup, "sync_file", full)


def test_the_first_write_of_the_day_finds_yesterdays_state_copied(folder: Path, clock: SteadyClock) -> None:
    core = opened(folder, clock)
    assert reasons(core) == []
    add(core, 1)
    (daily,) = core.backups.list()
    assert (daily.reason, daily.content.counts["member"]) == ("daily", 1)
    add(core, 2)
    core.close()
    clock.moment += HOUR
    core = opened(folder, clock)
    add(core, 3)
    assert reasons(core) == ["close", "daily"]
    core.close()
    clock.moment += 24 * HOUR
    core = opened(folder, clock)
    assert core.backups.make_daily() is not None
    assert core.backups.make_daily() is None
    core.close()


def test_changed_data_are_copied_every_half_hour_and_unchanged_data_are_not(
    folder: Path, clock: SteadyClock
) -> None:
    core = opened(folder, clock)
    core.backups.make_daily()
    add(core, 1)
    clock.moment += HOUR / 3
    assert core.backups.make_due() is None
    clock.moment += HOUR / 3
    assert core.backups.make_due() is not None
    clock.moment += 5 * HOUR
    assert core.backups.make_due() is None
    add(core, 2)
    clock.moment -= 24 * HOUR * 365 * 30
    assert core.backups.make_due() is not None
    core.close()
    assert [one.reason for one in bootstrap.backup_sets(folder)] == ["interval", "interval", "daily"]


def test_closing_copies_what_changed_since_the_newest_set(folder: Path, clock: SteadyClock) -> None:
    core = opened(folder, clock)
    core.backups.make("manual")
    core.close()
    assert len(bootstrap.backup_sets(folder)) == 1
    core = opened(folder, clock)
    add(core, 1)
    core.close()
    assert [one.reason for one in bootstrap.backup_sets(folder)] == ["close", "manual"]


def test_practice_data_make_no_sets_by_themselves(tmp_path: Path) -> None:
    core = a_core(tmp_path, is_practice=True)
    add(core, 1)
    assert core.backups.make_daily() is None
    assert core.backups.make_due() is None
    core.close()
    assert bootstrap.backup_sets(tmp_path) == []


def a_dump(core: Core) -> str:
    return core.years.dump(2017)


@pytest.mark.parametrize("act", ["import", "load", "restore"])
def test_no_backup_no_risky_act(
    folder: Path, clock: SteadyClock, full_disk: Callable[[], None], act: str
) -> None:
    core = opened(folder, clock)
    chosen = core.backups.make("manual")
    (folder / "danh-sach.xlsx").write_bytes(member_list(A_ROW))
    preview = core.importing.read(folder / "danh-sach.xlsx")
    chosen_rows = [row.row for row in preview.rows]
    add(core, 1)
    dumped, people = a_dump(core), core.members.list()
    acts: dict[str, Callable[[], object]] = {
        "import": lambda: core.importing.apply(preview, chosen=chosen_rows),
        "load": lambda: core.years.load(dumped, replace=True),
        "restore": lambda: core.backups.restore(chosen),
    }
    full_disk()
    assert refusal(acts[act]) == "L-102"
    assert core.members.list() == people
    core.history.undo()
    assert refusal(acts[act]) == "L-102"
    core.close()


def test_before_a_risky_act_the_newest_set_serves_while_nothing_changed(
    folder: Path, clock: SteadyClock
) -> None:
    core = opened(folder, clock)
    core.backups.before("import")
    core.backups.before("load")
    assert reasons(core) == ["import"]
    add(core, 1)
    core.backups.before("erasure")
    assert reasons(core) == ["erasure", "import"]
    with pytest.raises(ValueError, match="daily"):
        core.backups.before("daily")
    core.close()


def spoil(one: BackupSet) -> None:
    content = bytearray(one.database.read_bytes())
    content[len(content) // 2] ^= 1
    one.database.write_bytes(content)


def test_a_newest_set_that_went_bad_does_not_serve_and_is_remembered(
    folder: Path, clock: SteadyClock
) -> None:
    core = opened(folder, clock)
    bad = core.backups.make("manual")
    spoil(bad)
    core.backups.before("import")
    assert reasons(core) == ["import", "manual"]
    assert core.backups.health().damaged == (bad.name,)
    core.close()
    core = opened(folder, clock)
    assert core.backups.health().damaged == (bad.name,)
    core.close()


@pytest.mark.fault("D03")
def test_a_set_that_went_bad_is_found_by_the_look_of_the_day(folder: Path, clock: SteadyClock) -> None:
    """One older set is read each day; with two of them it is found within a few days."""
    core = opened(folder, clock)
    bad = core.backups.make("manual")
    spoil(bad)
    for day in range(1, 15):
        clock.moment += 24 * HOUR
        add(core, day)
        core.backups.make_daily()
        if core.backups.health().damaged:
            break
    assert core.backups.health().damaged == (bad.name,)
    core.close()


def test_a_failed_backup_is_remembered_keeps_nobody_from_working_and_is_over_with_the_next(
    folder: Path, clock: SteadyClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(5, "EIO")

    core = opened(folder, clock)
    with monkeypatch.context() as failing:
        failing.setattr(backup, "sync_file", fail)
        add(core, 1)
        assert core.backups.health().failed_code == "L-103"
        assert core.backups.health().verified_on is None
        core.close()
    core = opened(folder, clock)
    assert core.backups.health().failed_code == "L-103"
    core.backups.make("manual")
    assert (core.backups.health().failed_code, core.backups.health().verified_on) == ("", clock.today())
    core.close()


def test_over_a_year_the_sets_are_thinned_out_and_none_on_a_day_of_failure(
    folder: Path, clock: SteadyClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    core = opened(folder, clock)
    for _ in range(25):
        clock.moment += 24 * HOUR
        core.backups.make("manual")
    kept = core.backups.list()
    # 12 days; 3 older weeks' ends; the month before may add one.
    assert 14 <= len(kept) <= 17
    clock.moment += 24 * HOUR
    with monkeypatch.context() as failing:
        failing.setattr(backup, "sync_folder", lambda _: (_ for _ in ()).throw(OSError(5, "EIO")))
        assert refusal(lambda: core.backups.make("manual")) == "L-103"
    made = [core.backups.make("manual") for _ in range(3)]
    assert [one.name for one in core.backups.list()] == [one.name for one in [*reversed(made), *kept]]
    core.close()


def test_a_damaged_database_is_not_copied_over_good_sets(
    folder: Path, clock: SteadyClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    core = opened(folder, clock)
    good = core.backups.make("manual")
    add(core, 1)
    damaged = EnvironmentFailed("L-222")

    def refuse(_: object) -> None:
        raise damaged

    with monkeypatch.context() as failing:
        failing.setattr(examining, "refuse_damaged_source", refuse)
        assert refusal(lambda: core.backups.make("manual")) == "L-222"
        assert refusal(lambda: core.backups.before("import")) == "L-222"
        core.backups.restore(good)
    assert [one.full_name for one in core.members.list()] == [MEMBER["full_name"]]
    core.close()


@pytest.mark.fault("D07")
def test_what_a_restore_would_take_away_is_counted_before(folder: Path, clock: SteadyClock) -> None:
    core = opened(folder, clock)
    chosen = core.backups.make("manual")
    assert core.backups.loss(chosen).changes == 0
    for number in range(3):
        add(core, number)
    (member, *_) = core.members.list()
    core.members.trash([member.uid])
    loss = core.backups.loss(chosen)
    assert (loss.changes, loss.actions) == (4, {"member.add": 3, "member.trash": 1})
    assert (loss.then["member"], loss.now["member"]) == (1, 4)

    core.backups.restore(chosen)

    assert reasons(core) == ["restore", "manual"]
    after = core.backups.loss(core.backups.list()[0])
    assert (after.changes, after.is_same_line, after.then["member"]) == (None, False, 4)
    core.backups.restore(core.backups.list()[0])
    assert len(core.members.list()) == 3
    core.close()


@pytest.mark.fault("D09")
def test_a_set_of_another_cell_is_refused_and_never_counted(
    folder: Path, clock: SteadyClock, tmp_path: Path
) -> None:
    other = a_core(tmp_path / "khac", clock)
    foreign = other.backups.make("manual")
    other.close()
    core = opened(folder, clock)
    core.backups.make("manual")
    for path in foreign.folder.iterdir():
        shutil.copy(path, folder / "sao-luu" / path.name.replace("Z_", "Z_9"))
    assert refusal(lambda: core.backups.restore(foreign)) == "L-223"
    with pytest.raises(Refused):
        core.backups.restore(foreign)
    assert core.backups.health().verified_on == clock.today()
    for _ in range(14):
        clock.moment += 24 * HOUR
        core.backups.make("manual")
    assert any(one.content.uid == foreign.content.uid for one in core.backups.list())
    core.close()


@pytest.mark.fault("D08")
def test_a_backup_folder_that_takes_nothing_is_told_at_once(folder: Path, clock: SteadyClock) -> None:
    (folder / "sao-luu").write_bytes(b"a file where the folder should be")
    core = opened(folder, clock)
    add(core, 1)
    assert core.backups.health().failed_code == "L-107"
    assert refusal(lambda: core.backups.make("manual")) == "L-107"
    assert core.backups.list() == []
    core.close()


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b"\xff", b'{"damaged": 7}', b'{"trial": {"x": 1}}'])
def test_a_damaged_memory_of_the_backups_costs_nothing(
    folder: Path, clock: SteadyClock, content: bytes
) -> None:
    (folder / "sao-luu").mkdir()
    (folder / "sao-luu" / "tinh-trang.json").write_bytes(content)
    core = opened(folder, clock)
    assert core.backups.health().damaged == ()
    core.backups.make("manual")
    core.close()


@pytest.mark.fault("D05")
def test_leftovers_of_a_crash_are_gone_after_opening(folder: Path, clock: SteadyClock) -> None:
    (folder / "sao-luu").mkdir()
    name = "sao-luu_20171204T080000Z_3"
    for path in (f"{name}.db{files.PARTIAL}", f"{name}.khoa", f"{name}.json"):
        (folder / "sao-luu" / path).write_bytes(b"half")
    (folder / f"chi-bo.db{files.PARTIAL}").write_bytes(b"half")
    opened(folder, clock).close()
    assert not list(folder.rglob(f"*{files.PARTIAL}"))
    assert not list((folder / "sao-luu").glob(f"{name}*"))


@pytest.mark.fault("D03")
def test_a_damaged_set_that_somebody_chose_is_known_as_damaged(folder: Path, clock: SteadyClock) -> None:
    core = opened(folder, clock)
    add(core, 1)
    made = core.backups.make("manual")
    made.database.write_bytes(made.database.read_bytes()[:-4096])
    sets = len(core.backups.list())
    assert refusal(lambda: core.backups.restore(made)) == "L-221"
    assert core.backups.health().damaged == (made.name,)
    assert len(core.backups.list()) == sets
    core.close()
