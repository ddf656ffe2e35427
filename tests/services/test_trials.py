"""The trial restore really restores, leaves nothing behind, and can fail."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app import bootstrap
from app.bootstrap import Core
from app.common import files
from app.domain.members import Member
from app.errors import AppError
from app.storage import backup
from app.storage.backup_sets import Content
from app.storage.connections import connect, disconnect, raw_of
from app.storage.store import Reader
from tests.builders import MEMBER, PASSWORD, SteadyClock, a_core, seams
from tests.sizes import report


@pytest.fixture
def clock() -> SteadyClock:
    return SteadyClock("2017-11-20T08:00")


@pytest.fixture
def core(tmp_path: Path, clock: SteadyClock, monkeypatch: pytest.MonkeyPatch) -> Iterator[Core]:
    (tmp_path / "tam").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tam"))
    core = a_core(tmp_path / "so", clock)
    for number in range(25):
        core.members.add({**MEMBER, "full_name": f"Trần Văn {number}", "card_number": ""})
    yield core
    core.close()
    assert list((tmp_path / "tam").iterdir()) == []


def refusal(act: Callable[[], object]) -> str:
    with pytest.raises(AppError) as error:
        act()
    return error.value.code


def test_ten_members_are_compared_and_the_outcome_is_remembered(core: Core, clock: SteadyClock) -> None:
    made = core.trials.make()
    assert (made.members, made.failed_code, made.at) == (10, "", "2017-11-20T08:00:00+00:00")
    assert made.seconds >= 0
    core.close()
    again = bootstrap.unlock(core.folder, PASSWORD, seams(clock))
    assert again.trials.last() == made
    again.close()


@pytest.mark.fault("D10")
def test_it_is_made_once_a_month(core: Core, clock: SteadyClock) -> None:
    months = passed = longest = 0
    for _ in range(120):
        clock.moment += dt.timedelta(days=1)
        made = core.trials.make_due()
        months += made is not None
        passed += made is not None and not made.failed_code
        longest = max(longest, round(1000 * made.seconds) if made else 0)
    report("D10", drills=months, passed=passed, longest_ms=longest)
    assert (months, passed) == (5, 5)


def test_what_is_restored_lies_in_a_folder_of_its_own_and_is_encrypted(
    core: Core, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    seen: list[tuple[int, bool]] = []
    real = backup.refuse_different

    def looking(path: Path, key: bytes, expected: Content) -> None:
        if path.is_relative_to(tmp_path / "tam"):
            content = path.read_bytes()
            plain = "Trần Văn".encode() in content or content.startswith(b"SQLite")
            seen.append((path.parent.stat().st_mode & 0o777, plain))
        real(path, key, expected)

    monkeypatch.setattr(backup, "refuse_different", looking)
    core.trials.make()
    assert seen == [(0o700, False)]


@pytest.mark.fault("D02")
def test_a_set_that_opens_as_empty_is_recognised(core: Core, monkeypatch: pytest.MonkeyPatch) -> None:
    """Negative control: a backup that nobody verified, with every integrity check clean and nobody in it."""
    monkeypatch.setattr(backup, "refuse_different", lambda *_: None)
    real = files.sync_file

    def emptied(path: Path) -> None:
        connection = connect(path, core_key(core), "make")
        raw_of(connection).execute("DELETE FROM member")
        disconnect(connection)
        real(path)

    with monkeypatch.context() as emptying:
        emptying.setattr(backup, "sync_file", emptied)
        made = core.backups.make("manual")
    assert refusal(core.trials.make) == "L-224"
    report("D10 control", drills=1, passed=0)
    last = core.trials.last()
    assert last is not None
    assert (last.failed_code, last.name) == ("L-224", made.name)
    assert core.backups.facts().trial_failed
    monkeypatch.undo()
    assert refusal(lambda: backup.verify(made, core_key(core))) == "L-221"
    core.backups.make("manual")
    assert core.trials.make().failed_code == ""
    assert not core.backups.facts().trial_failed


def core_key(core: Core) -> bytes:
    from app.keys import slot_files

    return slot_files.read(core.folder).slots.unlock_with_password(PASSWORD)


def test_a_member_that_differs_is_noticed(core: Core, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Reader.rows

    def other(reader: Reader, kind: type[Member], **equal: object) -> list[Member]:
        rows = real(reader, kind, **equal)
        return [one.model_copy(update={"note": "khác"}) for one in rows] if "uid" in equal else rows

    monkeypatch.setattr(Reader, "rows", other)
    assert refusal(core.trials.make) == "L-224"


def test_practice_data_are_not_tried(tmp_path: Path) -> None:
    core = a_core(tmp_path / "tap", is_practice=True)
    assert core.trials.make_due() is None
    core.close()
