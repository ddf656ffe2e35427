"""Đổi khóa: afterwards only the new password and the new code open the cell, and what is old says so."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

from app import bootstrap
from app.bootstrap import Core
from app.common import files
from app.errors import AppError, Cancelled, EnvironmentFailed, Invalid
from app.keys import slot_files
from app.services.packages import Answer
from app.storage import audit, backup, key_change, mark
from tests.builders import CELL, MEMBER, PASSWORD, SteadyClock, seams
from tests.conftest import LogWatch

NEW = "câu mới của người nhận bàn giao"


@pytest.fixture
def clock() -> SteadyClock:
    return SteadyClock()


@pytest.fixture
def made(tmp_path: Path, clock: SteadyClock) -> tuple[Core, str]:
    core, code = bootstrap.create_cell(tmp_path / "so", PASSWORD, CELL, 2017, seams(clock))
    core.members.add(MEMBER)
    return core, code


@pytest.fixture
def core(made: tuple[Core, str]) -> Iterator[Core]:
    yield made[0]
    made[0].close()


def refusal(act: Callable[[], object]) -> str:
    with pytest.raises(AppError) as error:
        act()
    return error.value.code


def names(folder: Path, password: str) -> list[str]:
    core = bootstrap.unlock(folder, password, seams())
    try:
        return [member.full_name for member in core.members.list()]
    finally:
        core.close()


def as_before(core: Core, code: str) -> None:
    """Assert that the old password and the old code open, and that nothing is staged."""
    core.close()
    assert not (core.folder / "doi-khoa").exists()
    assert names(core.folder, PASSWORD) == [MEMBER["full_name"]]
    bootstrap.recover(core.folder, code, PASSWORD, seams()).close()


def test_only_the_new_password_and_the_new_code_open_afterwards(made: tuple[Core, str]) -> None:
    core, old_code = made
    done = core.keys.changing.change(PASSWORD, NEW)
    core.members.add({"full_name": "Trần Thị B"})
    core.close()
    assert names(core.folder, NEW) == [MEMBER["full_name"], "Trần Thị B"]
    assert refusal(lambda: bootstrap.unlock(core.folder, PASSWORD, seams())) == "L-206"
    assert refusal(lambda: bootstrap.recover(core.folder, old_code, NEW, seams())) == "L-209"
    bootstrap.recover(core.folder, done.code, NEW, seams()).close()
    assert (done.backup_failure, (core.folder / "doi-khoa").exists()) == (None, False)


def test_the_old_slots_beside_the_new_file_open_nothing(core: Core) -> None:
    """A copy of the slots that somebody kept is worth nothing; a new password alone does not do that."""
    kept = {name: (core.folder / name).read_bytes() for name in slot_files.FILE_NAMES}
    core.keys.changing.change(PASSWORD, NEW)
    core.close()
    for name, content in kept.items():
        (core.folder / name).write_bytes(content)
    assert refusal(lambda: bootstrap.unlock(core.folder, PASSWORD, seams())) == "L-213"


def test_a_backup_stands_before_and_after(core: Core) -> None:
    core.keys.changing.change(PASSWORD, NEW)
    assert [one.reason for one in core.backups.list()][:2] == ["rekeyed", "rekey"]
    assert [one.reason for one in core.keys.changing.former_sets()] == ["rekey", "daily"]


def test_what_was_done_before_cannot_be_undone_and_the_change_is_in_the_chain(core: Core) -> None:
    core.keys.changing.change(PASSWORD, NEW)
    assert (core.history.can_undo, core.history.can_redo) == (False, False)
    actions = core.backups.loss(core.keys.changing.former_sets()[0]).actions
    assert actions == {"key.change": 1}


def test_the_days_of_the_sets_that_the_old_password_opens_are_told(core: Core, clock: SteadyClock) -> None:
    clock.moment += dt.timedelta(days=3)
    core.members.add({"full_name": "Trần Thị B"})
    clock.moment += dt.timedelta(days=1)
    done = core.keys.changing.change(PASSWORD, NEW)
    assert [moment.date().isoformat() for moment in done.former] == ["2017-12-10", "2017-12-06"]


def test_an_old_set_is_no_damage_and_opens_with_the_password_of_its_time(
    core: Core, clock: SteadyClock
) -> None:
    core.keys.changing.change(PASSWORD, NEW)
    old = core.keys.changing.former_sets()[0]
    assert refusal(lambda: core.backups.restore(old)) == "L-227"
    for _ in range(8):
        clock.moment += dt.timedelta(days=1)
        core.backups.make_daily()
    assert core.backups.health().damaged == ()
    core.close()
    assert refusal(lambda: bootstrap.restore_closed(core.folder, old, NEW, seams())) == "L-225"
    bootstrap.restore_closed(core.folder, old, PASSWORD, seams())
    assert names(core.folder, PASSWORD) == [MEMBER["full_name"]]


def test_an_old_set_that_went_bad_is_still_found(core: Core) -> None:
    core.keys.changing.change(PASSWORD, NEW)
    old = core.keys.changing.former_sets()[0]
    with old.database.open("r+b") as file:
        file.write(b"\0" * 50)
    with pytest.raises(EnvironmentFailed, match="L-221"):
        backup.verify_older(old, bytes(32))


def test_the_trial_restore_and_a_second_change_work_afterwards(core: Core) -> None:
    core.keys.changing.change(PASSWORD, NEW)
    assert core.trials.make().members == 1
    core.keys.changing.change(NEW, PASSWORD)
    core.close()
    assert names(core.folder, PASSWORD) == [MEMBER["full_name"]]
    assert refusal(lambda: bootstrap.unlock(core.folder, NEW, seams())) == "L-206"


def test_packages_are_signed_anew_and_the_ones_handed_in_before_stay_the_cells_own(
    core: Core, tmp_path: Path, clock: SteadyClock
) -> None:
    draft = core.papers.add("submission", 2017, {"dated_on": "2017-12-04", "signer_name": "Nguyễn Văn A"})
    core.papers.issue(draft.uid)
    before, after = tmp_path / "usb-truoc", tmp_path / "usb-sau"
    before.mkdir()
    after.mkdir()
    first = before / core.packages.write(2017, before).folder_name
    clock.moment += dt.timedelta(hours=1)
    core.keys.changing.change(PASSWORD, NEW)
    second = after / core.packages.write(2017, after).folder_name
    key_of = [path.joinpath("bag-info.txt").read_text(encoding="utf-8") for path in (first, second)]
    signed_with = [text.split("X-Signing-Key: ")[1].splitlines()[0] for text in key_of]
    assert signed_with[0] != signed_with[1]
    assert [core.packages.verify(path).answer for path in (first, second)] == [Answer.WHOLE, Answer.WHOLE]
    # Under the former key only what the register knows is the cell's own.
    unknown = shutil.copytree(first, tmp_path / first.name)
    forged = (unknown / "manifest-sha256.txt").read_text(encoding="utf-8").replace("data/", "data//", 1)
    (unknown / "manifest-sha256.txt").write_text(forged, encoding="utf-8")
    assert core.packages.verify(unknown).answer is Answer.WRONG


def test_a_wrong_password_and_one_that_cannot_be_change_nothing(made: tuple[Core, str]) -> None:
    core, code = made
    assert refusal(lambda: core.keys.changing.change("sai", NEW)) == "L-206"
    with pytest.raises(Invalid):
        core.keys.changing.change(PASSWORD, "")
    assert [one.reason for one in core.backups.list()] == ["daily"]
    as_before(core, code)


def test_without_a_backup_it_does_not_begin(made: tuple[Core, str], monkeypatch: pytest.MonkeyPatch) -> None:
    core, code = made

    def full(*_: object) -> None:
        raise OSError(28, "ENOSPC")

    with monkeypatch.context() as patch:
        patch.setattr(backup, "sync_file", full)
        assert refusal(lambda: core.keys.changing.change(PASSWORD, NEW)) == "L-102"
    as_before(core, code)


class StopAt:
    """Somebody presses "Dừng lại" at a step."""

    def __init__(self, at: int) -> None:
        self.at = at

    def step(self, done: int, total: int, label: str = "") -> None:  # noqa: ARG002  the port's shape
        if done >= self.at:
            raise Cancelled


@pytest.mark.parametrize("at", [0, 1])
def test_it_can_be_stopped_until_the_backup_is_made(made: tuple[Core, str], at: int) -> None:
    core, code = made
    with pytest.raises(Cancelled):
        core.keys.changing.change(PASSWORD, NEW, StopAt(at))
    as_before(core, code)


def test_later_it_goes_to_its_end(core: Core) -> None:
    assert core.keys.changing.change(PASSWORD, NEW, StopAt(2)).code
    core.close()
    assert names(core.folder, NEW) == [MEMBER["full_name"]]


@pytest.mark.fault("B08")
def test_a_rekey_that_only_says_so_is_caught(made: tuple[Core, str], monkeypatch: pytest.MonkeyPatch) -> None:
    """B08: the library answers OK and the key is what it was (SQLCipher issue 616)."""
    core, code = made
    monkeypatch.setattr(key_change, "rekey", lambda *_: None)
    assert refusal(lambda: core.keys.changing.change(PASSWORD, NEW)) == "L-217"
    monkeypatch.undo()
    as_before(core, code)


def test_a_rekey_that_fails_is_told_and_work_goes_on(
    made: tuple[Core, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    core, code = made

    def full(*_: object) -> None:
        raise EnvironmentFailed(files.DISK_FULL)

    with monkeypatch.context() as patch:
        patch.setattr(key_change, "rekey", full)
        assert refusal(lambda: core.keys.changing.change(PASSWORD, NEW)) == "L-102"
    member = core.members.add({"full_name": "Trần Thị B"})
    core.members.trash([member.uid])
    as_before(core, code)


def test_a_failure_after_the_rekey_happened_counts_as_done(
    core: Core, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = key_change.rekey

    def late(path: Path, old: bytes, new: bytes) -> None:
        real(path, old, new)
        raise EnvironmentFailed(files.IO_FAILED)

    monkeypatch.setattr(key_change, "rekey", late)
    core.keys.changing.change(PASSWORD, NEW)
    core.close()
    assert names(core.folder, NEW) == [MEMBER["full_name"]]


def test_a_disk_that_refuses_the_staged_files_stops_it(
    made: tuple[Core, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    core, code = made

    def full(*_: object) -> None:
        raise EnvironmentFailed(files.DISK_FULL)

    with monkeypatch.context() as patch:
        patch.setattr(key_change, "write_slots", full)
        assert refusal(lambda: core.keys.changing.change(PASSWORD, NEW)) == "L-102"
    as_before(core, code)


def test_slots_that_cannot_be_put_in_place_now_are_put_there_later(
    core: Core, monkeypatch: pytest.MonkeyPatch, log_watch: LogWatch
) -> None:
    def refused(*_: object) -> None:
        raise EnvironmentFailed(files.READ_ONLY)

    with monkeypatch.context() as patch:
        patch.setattr(key_change, "_finish", refused)
        done = core.keys.changing.change(PASSWORD, NEW)
    assert log_watch.take() == ["change of key not put away: L-104"]
    # The set made meanwhile carries the slots that open it, and the password can be changed.
    newest = core.backups.list()[0]
    own = slot_files.read_one(newest.slots)
    assert own is not None
    assert backup.opens(newest, own.unlock_with_password(NEW))
    core.members.add({"full_name": "Trần Thị B"})
    core.close()
    assert (core.folder / "doi-khoa").is_dir()
    assert refusal(lambda: bootstrap.unlock(core.folder, PASSWORD, seams())) == "L-216"
    bootstrap.recover(core.folder, done.code, NEW, seams()).close()
    assert not (core.folder / "doi-khoa").exists()
    assert slot_files.read(core.folder).to_heal == ()
    assert len(names(core.folder, NEW)) == 2


def test_a_password_changed_while_old_slots_lay_in_place_is_in_force(
    core: Core, monkeypatch: pytest.MonkeyPatch, log_watch: LogWatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(key_change, "_finish", lambda *_: None)
        core.keys.changing.change(PASSWORD, NEW)
    core.keys.passwords.change(NEW, "lại một câu khác")
    core.close()
    assert log_watch.take() == []
    assert refusal(lambda: bootstrap.unlock(core.folder, NEW, seams())) == "L-206"
    assert names(core.folder, "lại một câu khác") == [MEMBER["full_name"]]
    assert not (core.folder / "doi-khoa").exists()


def test_a_file_that_neither_key_opens_is_told_with_a_way_out(core: Core) -> None:
    core.keys.changing.change(PASSWORD, NEW)
    core.close()
    shutil.copytree(core.folder, core.folder / "doi-khoa", ignore=shutil.ignore_patterns("sao-luu", "*.db"))
    path = core.folder / "chi-bo.db"
    path.write_bytes(path.read_bytes()[:4096][::-1] + path.read_bytes()[4096:])
    assert refusal(lambda: bootstrap.unlock(core.folder, NEW, seams())) == "L-216"
    bootstrap.restore_closed(core.folder, core.backups.list()[0], NEW, seams())
    assert names(core.folder, NEW) == [MEMBER["full_name"]]
    assert not (core.folder / "doi-khoa").exists()


def test_the_chain_is_whole_afterwards(core: Core) -> None:
    from app.services import opening

    core.keys.changing.change(PASSWORD, NEW)
    core.close()
    database = opening.unlock(core.folder, NEW, SteadyClock())
    with database.read() as reader:
        assert audit.first_wrong(reader.connection) is None
    database.close()


def test_nothing_old_goes_before_the_new_is_on_the_disk(core: Core, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a power cut needs: staged and synced, then the pages, their end synced, then mark and slots."""
    order: list[str] = []

    def noted(owner: ModuleType, name: str, said: Callable[[Path], str]) -> None:
        real = getattr(owner, name)

        def act(path: Path, *more: object) -> object:
            order.append(said(path))
            return real(path, *more)

        monkeypatch.setattr(owner, name, act)

    noted(key_change, "sync_folder", lambda _: "sync")
    noted(key_change, "rekey", lambda _: "rekey")
    noted(key_change, "write_slots", lambda home: f"slots {home.name}")
    noted(mark, "write", lambda home: f"mark {home.name}")
    core.keys.changing.change(PASSWORD, NEW)
    begin = order.index("mark doi-khoa")
    assert order[begin : begin + 7] == [
        "mark doi-khoa", "slots doi-khoa", "sync", "rekey", "sync", "mark so", "slots so",
    ]  # fmt: skip
