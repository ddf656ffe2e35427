"""A backup set counts only when it was read back; a restore puts back exactly what was in it."""

from __future__ import annotations

import contextlib
import itertools
import json
import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2 as driver

from app.common import files
from app.common.changes import Change
from app.domain.members import Member
from app.errors import EnvironmentFailed
from app.keys import slot_files
from app.keys.slots import Slots
from app.storage import backup, backup_sets, backup_state, layout, mark, passwords, restoring
from app.storage.backup_sets import BackupSet
from app.storage.connections import connect, disconnect, pragma, raw_of
from app.storage.database import Database, Place
from tests.common.test_outside import WRECKS
from tests.conftest import LogWatch
from tests.keys.test_slots import CHEAP
from tests.sizes import report, size
from tests.storage.cells import KEY, SteadyClock, a_member, reopened, stored

PASSWORD = "mật khẩu mẫu"


@pytest.fixture
def filled(database: Database) -> Database:
    """Return an open database with slots and twenty members."""
    passwords.write_slots(database.place.folder, Slots.create(database.uid, KEY, PASSWORD, CHEAP)[0])
    with database.write("member.import") as work:
        work.add_all(a_member(f"Nguyễn Văn {number}", note="x" * 200) for number in range(20))
    return database


def in_backups(database: Database) -> list[str]:
    return sorted(path.name for path in (database.place.folder / "sao-luu").iterdir())


def refusal(act: Callable[[], object]) -> str:
    with pytest.raises(EnvironmentFailed) as error:
        act()
    return error.value.code


ODD_FACTS: dict[str, dict[str, Any]] = {
    "size": {"size": "large"},
    "reason": {"reason": ["daily"]},
    "number": {"number": 1.5},
    "truth": {"number": True},
    "negative": {"size": -1},
    "moment": {"made_at": "yesterday"},
    "local": {"made_at": "2017-12-05T12:30:00"},
    "content": {"content": []},
    "unknown": {"path": "../../chi-bo.db"},
}


@pytest.mark.parametrize("odd", ODD_FACTS.values(), ids=ODD_FACTS)
def test_a_record_of_odd_facts_is_no_set(odd: dict[str, Any], filled: Database) -> None:
    record = backup.make(filled, "daily").record
    record.write_text(json.dumps({**json.loads(record.read_text("utf-8")), **odd}), "utf-8")
    assert backup_sets.sets(filled.place.folder) == []


@pytest.mark.parametrize("odd", [{"counts": 5}, {"counts": {"member": "20"}}, {"seq": None}, {"uid": 7}])
def test_a_record_of_odd_content_is_no_set(odd: dict[str, Any], filled: Database) -> None:
    record = backup.make(filled, "daily").record
    facts = json.loads(record.read_text("utf-8"))
    record.write_text(json.dumps({**facts, "content": {**facts["content"], **odd}}), "utf-8")
    assert backup_sets.sets(filled.place.folder) == []


@pytest.mark.parametrize("wreck", WRECKS.values(), ids=WRECKS)
def test_wrecked_records_mark_and_memory_stop_nobody(wreck: bytes, filled: Database) -> None:
    folder, made = filled.place.folder, backup.make(filled, "daily")
    for file in (made.record, folder / layout.MARK, folder / layout.BACKUPS / backup_state.FILE_NAME):
        file.write_bytes(wreck)
    assert backup_sets.sets(folder) == []
    assert mark.read(folder, KEY) is None
    assert backup_state.load(folder) == backup_state.BackupState()


def test_a_set_has_its_copy_its_slots_and_its_record(filled: Database) -> None:
    made = backup.make(filled, "daily")
    name = "sao-luu_20171205T123000Z_1"
    assert in_backups(filled) == [f"{name}.db", f"{name}.json", f"{name}.khoa"]
    assert backup_sets.sets(filled.place.folder) == [made]
    assert (made.reason, made.content.seq, made.content.head) == ("daily", 1, filled.head.hash)
    assert (made.content.counts["member"], made.content.counts["audit"]) == (20, 1)
    backup.verify(made, KEY)


def test_two_sets_of_one_second_do_not_meet(filled: Database) -> None:
    assert backup.make(filled, "daily").name != backup.make(filled, "import").name
    assert len(backup_sets.sets(filled.place.folder)) == 2


def test_a_set_opens_with_its_own_slots_on_another_machine(filled: Database, tmp_path: Path) -> None:
    made = backup.make(filled, "daily")
    picture = stored(filled)
    elsewhere = tmp_path / "may-khac"
    (elsewhere / "sao-luu").mkdir(parents=True)
    for path in made.folder.iterdir():
        (elsewhere / "sao-luu" / path.name).write_bytes(path.read_bytes())
    key = slot_files.read(elsewhere).slots.unlock_with_password(PASSWORD)
    restoring.restore_closed(Place(elsewhere, key, SteadyClock()), backup_sets.sets(elsewhere)[0])
    copied = reopened(elsewhere)
    assert stored(copied) == picture
    copied.close()


def test_drafts_and_audit_are_in_the_set(filled: Database) -> None:
    with filled.aside() as connection:
        connection.exec_driver_sql("INSERT INTO draft VALUES ('member', '', '{}', '')")
    assert backup.make(filled, "daily").content.counts["draft"] == 1


@pytest.mark.parametrize(
    "spoil",
    [
        lambda raw: raw.execute("DELETE FROM member"),
        lambda raw: raw.execute("DELETE FROM member WHERE rowid = 7"),
        lambda raw: raw.execute("DELETE FROM audit"),
        lambda raw: raw.execute("UPDATE audit SET action = 'khac'"),
        lambda raw: raw.execute("DROP TABLE draft"),
        lambda raw: raw.execute("PRAGMA user_version = 0"),
    ],
)
def test_a_clean_copy_with_other_content_is_caught(
    filled: Database, monkeypatch: pytest.MonkeyPatch, spoil: Callable[[driver.Connection], object]
) -> None:
    """Every integrity check of such a file says "ok": only comparing it with its source sees the loss."""
    real = files.sync_file

    def spoiling(path: Path) -> None:
        connection = connect(path, KEY, "make")
        spoil(raw_of(connection))
        assert pragma(connection, "integrity_check") == "ok"
        assert pragma(connection, "cipher_integrity_check") is None
        disconnect(connection)
        real(path)

    monkeypatch.setattr(backup, "sync_file", spoiling)
    assert refusal(lambda: backup.make(filled, "daily")) == "L-221"
    assert in_backups(filled) == []


@pytest.mark.fault("D02")
def test_an_empty_but_clean_copy_is_caught(filled: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a full disk can leave behind (reliability.md, finding 9)."""

    def emptied(path: Path) -> None:
        path.unlink()
        connection = connect(path, KEY, "make")
        raw_of(connection).execute("PRAGMA user_version = 1")
        disconnect(connection)

    monkeypatch.setattr(backup, "sync_file", emptied)
    assert refusal(lambda: backup.make(filled, "daily")) == "L-221"
    assert in_backups(filled) == []


@pytest.mark.parametrize(
    ("broken", "code"), [("sync_file", "L-103"), ("write_whole", "L-102"), ("sync_folder", "L-103")]
)
@pytest.mark.fault("D01")
def test_a_failing_disk_leaves_no_half_set(
    filled: Database, monkeypatch: pytest.MonkeyPatch, broken: str, code: str
) -> None:
    kept = backup.make(filled, "daily")
    errors = {"L-103": OSError(5, "EIO"), "L-102": OSError(28, "ENOSPC")}

    def fail(*_: object) -> None:
        with files.told():
            raise errors[code]

    with monkeypatch.context() as failing:
        failing.setattr(backup, broken, fail)
        assert refusal(lambda: backup.make(filled, "import")) == code
    assert backup_sets.sets(filled.place.folder) == [kept]
    assert not [name for name in in_backups(filled) if name.endswith(files.PARTIAL)]
    backup.verify(kept, KEY)


@pytest.mark.fault("D03")
def test_every_flip_in_a_set_is_caught(filled: Database) -> None:
    made = backup.make(filled, "daily")
    whole = made.database.read_bytes()
    chance = random.Random(4)
    flips = size(25, 300)
    for _ in range(flips):
        flipped = bytearray(whole)
        flipped[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
        made.database.write_bytes(flipped)
        assert refusal(lambda: backup.verify(made, KEY)) == "L-221"
    report("D03", flips=flips, detected=flips)
    made.database.unlink()
    assert refusal(lambda: backup.verify(made, KEY)) == "L-221"


def test_a_backup_taken_unread_would_be_believed(filled: Database) -> None:
    """The test above can fail: whoever only lists the files, as a backup without verification, sees none."""
    made = backup.make(filled, "daily")
    whole, chance, accepted = made.database.read_bytes(), random.Random(5), 0
    for _ in range(25):
        flipped = bytearray(whole)
        flipped[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
        made.database.write_bytes(flipped)
        accepted += made in backup_sets.sets(filled.place.folder)
    report("D03 control", flips=25, accepted=accepted)
    assert accepted == 25


def test_a_record_written_for_a_spoilt_file_does_not_make_it_good(filled: Database) -> None:
    """The SHA-256 alone is no proof: whoever made the file could have made the record."""
    made = backup.make(filled, "daily")
    made.database.write_bytes(made.database.read_bytes()[:-4096])
    record = json.loads((made.folder / f"{made.name}.json").read_bytes())
    record["sha256"] = backup.sum_of(made.database)
    (made.folder / f"{made.name}.json").write_text(json.dumps(record))
    (forged,) = backup_sets.sets(filled.place.folder)
    assert refusal(lambda: backup.verify(forged, KEY)) == "L-221"


@pytest.mark.parametrize("content", [b"", b"{}", b"[1]", b"\xff", b'{"content": {}}', b'{"content": 7}'])
def test_a_record_that_cannot_be_read_is_passed_over(filled: Database, content: bytes) -> None:
    made = backup.make(filled, "daily")
    (made.folder / "sao-luu_x.json").write_bytes(content)
    assert backup_sets.sets(filled.place.folder) == [made]


def test_a_restore_puts_back_what_was_and_sets_aside_what_is(filled: Database) -> None:
    made = backup.make(filled, "daily")
    then = stored(filled)
    with filled.write("member.import") as work:
        work.add_all(a_member() for _ in range(5))
    now = stored(filled)
    heard: list[Change] = []
    filled.on_commit.append(heard.append)

    restoring.restore(filled, made)

    assert stored(filled) == then
    assert heard[0].action == "database.restore"
    assert "member" in heard[0].subjects
    assert not filled.history.can_undo
    assert filled.head.seq == made.content.seq + 1
    with filled.write("member.add") as work:
        work.add(a_member())
    assert filled.history.undo() == "member.add"
    (aside,) = made.folder.glob("truoc-khoi-phuc_*")
    before = reopened(aside)
    assert stored(before) == now
    before.close()


def test_a_restored_database_opens_again(cell_folder: Path) -> None:
    database = reopened(cell_folder)
    passwords.write_slots(cell_folder, Slots.create(database.uid, KEY, PASSWORD, CHEAP)[0])
    made = backup.make(database, "daily")
    with database.write("member.add") as work:
        work.add(a_member())
    restoring.restore(database, made)
    database.close()
    database = reopened(cell_folder)
    with database.read() as reader:
        assert reader.count(Member) == 0
    database.close()


def _spoil(made: BackupSet) -> None:
    content = bytearray(made.database.read_bytes())
    content[5000] ^= 1
    made.database.write_bytes(content)


def test_a_spoilt_set_is_not_restored(filled: Database) -> None:
    made = backup.make(filled, "daily")
    with filled.write("member.add") as work:
        work.add(a_member())
    now = stored(filled)
    _spoil(made)
    assert refusal(lambda: restoring.restore(filled, made)) == "L-221"
    assert stored(filled) == now
    assert filled.history.can_undo


def test_a_restore_that_fails_half_way_leaves_the_current_data_open(
    filled: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = backup.make(filled, "daily")
    with filled.write("member.add") as work:
        work.add(a_member())
    now = stored(filled)

    def full(*_: object) -> None:
        raise OSError(28, "ENOSPC")

    with monkeypatch.context() as failing:
        failing.setattr(shutil, "copyfile", full)
        assert refusal(lambda: restoring.restore(filled, made)) == "L-102"
    assert stored(filled) == now


RESTORE_STEPS = [
    (layout, "set_aside"),
    (shutil, "copyfile"),
    (restoring, "sync_file"),
    (restoring, "refuse_different"),
    (Path, "unlink"),
    (Path, "replace"),
    (restoring, "sync_folder"),
    (mark, "write"),
]


@pytest.mark.parametrize(("owner", "step"), RESTORE_STEPS, ids=[step for _, step in RESTORE_STEPS])
@pytest.mark.parametrize("when", [1, 2])
def test_a_restore_broken_at_any_step_is_the_old_state_or_the_new_one(
    filled: Database,
    monkeypatch: pytest.MonkeyPatch,
    owner: object,
    step: str,
    when: int,
    log_watch: LogWatch,
) -> None:
    made = backup.make(filled, "daily")
    then = stored(filled)
    with filled.write("member.add") as work:
        work.add(a_member())
    now = stored(filled)
    real, calls = getattr(owner, step), itertools.count(1)

    def break_once(*arguments: Any, **options: Any) -> Any:
        if next(calls) == when:
            raise EnvironmentFailed("L-103")
        return real(*arguments, **options)

    with monkeypatch.context() as breaking:
        breaking.setattr(owner, step, break_once)
        with contextlib.suppress(EnvironmentFailed):
            restoring.restore(filled, made)
    log_watch.take()
    assert stored(filled) in (now, then)
    with filled.write("member.add") as work:
        work.add(a_member())
    filled.history.undo()
    assert stored(filled) in (now, then)


@pytest.mark.parametrize(("owner", "step"), RESTORE_STEPS, ids=[step for _, step in RESTORE_STEPS])
@pytest.mark.fault("D06")
def test_a_program_killed_while_restoring_loses_nothing_untold(
    filled: Database, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, owner: object, step: str
) -> None:
    made = backup.make(filled, "daily")
    then = stored(filled)
    with filled.write("member.add") as work:
        work.add(a_member())
    now = stored(filled)
    # As a killed program leaves it: the last commit is in the side file only.
    folder = Path(shutil.copytree(filled.place.folder, tmp_path / "bi-ngat"))

    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    place, (chosen,) = Place(folder, KEY, SteadyClock()), backup_sets.sets(folder)
    monkeypatch.setattr(owner, step, stop)
    with pytest.raises(KeyboardInterrupt):
        restoring.restore_closed(place, chosen)
    monkeypatch.undo()
    try:
        database = reopened(folder)
    except EnvironmentFailed as error:
        assert error.code == "L-203"  # noqa: PT017  told: one of the two outcomes
        return
    assert stored(database) in (now, then)
    database.close()
    backup.verify(made, KEY)


def test_a_damaged_database_is_restored_without_being_opened(cell_folder: Path) -> None:
    database = reopened(cell_folder)
    passwords.write_slots(cell_folder, Slots.create(database.uid, KEY, PASSWORD, CHEAP)[0])
    with database.write("member.add") as work:
        work.add(a_member())
    made = backup.make(database, "daily")
    database.close()
    (cell_folder / layout.DATABASE).write_bytes(b"")
    assert refusal(lambda: reopened(cell_folder)) == "L-201"

    restoring.restore_closed(Place(cell_folder, KEY, SteadyClock()), made)

    database = reopened(cell_folder)
    with database.read() as reader:
        assert reader.count(Member) == 1
    database.close()
