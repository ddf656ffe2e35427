"""The high-water mark: ahead of it is fine, behind it is told with the number of missing changes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.common import files
from app.domain.members import Member
from app.errors import EnvironmentFailed
from app.storage import mark
from app.storage.opening import open_database
from tests.conftest import LogWatch
from tests.storage.cells import KEY, SteadyClock, a_member, reopened


def add_members(folder: Path, count: int) -> None:
    database = reopened(folder)
    for _ in range(count):
        with database.write("member.add") as work:
            work.add(a_member())
    database.close()


def refusal(folder: Path) -> EnvironmentFailed:
    with pytest.raises(EnvironmentFailed) as error:
        reopened(folder)
    return error.value


def test_every_commit_raises_the_mark(cell_folder: Path) -> None:
    database = reopened(cell_folder)
    for seq in (1, 2, 3):
        with database.write("member.add") as work:
            work.add(a_member())
        assert mark.read(cell_folder, KEY) == mark.Mark(database.uid, database.head)
        assert database.head.seq == seq
    database.close()


def test_an_older_copy_put_back_by_hand_is_told_with_what_is_missing(cell_folder: Path) -> None:
    add_members(cell_folder, 2)
    older = (cell_folder / "chi-bo.db").read_bytes()
    add_members(cell_folder, 5)
    (cell_folder / "chi-bo.db").write_bytes(older)
    error = refusal(cell_folder)
    assert (error.code, error.params) == ("L-203", {"missing": 5})


def test_going_on_without_the_missing_changes_is_possible_and_leaves_an_entry(cell_folder: Path) -> None:
    older = (cell_folder / "chi-bo.db").read_bytes()
    add_members(cell_folder, 5)
    (cell_folder / "chi-bo.db").write_bytes(older)
    refusal(cell_folder)
    database = open_database(cell_folder, KEY, SteadyClock(), accept_loss=True)
    with database.read() as reader:
        last = reader.connection.exec_driver_sql("SELECT action FROM audit ORDER BY seq DESC").scalar()
        assert (last, reader.count(Member)) == ("database.accept_loss", 0)
    database.close()
    reopened(cell_folder).close()


def test_a_database_ahead_of_its_mark_opens(cell_folder: Path) -> None:
    """The program was killed between the commit and the mark."""
    add_members(cell_folder, 2)
    older = (cell_folder / "chi-bo.moc").read_bytes()
    add_members(cell_folder, 1)
    (cell_folder / "chi-bo.moc").write_bytes(older)
    database = reopened(cell_folder)
    assert mark.read(cell_folder, KEY) == mark.Mark(database.uid, database.head)
    database.close()


def test_another_history_of_the_same_length_is_told(cell_folder: Path) -> None:
    start = (cell_folder / "chi-bo.db").read_bytes(), (cell_folder / "chi-bo.moc").read_bytes()
    add_members(cell_folder, 3)
    marked = (cell_folder / "chi-bo.moc").read_bytes()
    (cell_folder / "chi-bo.db").write_bytes(start[0])
    (cell_folder / "chi-bo.moc").write_bytes(start[1])
    add_members(cell_folder, 4)
    (cell_folder / "chi-bo.moc").write_bytes(marked)
    assert refusal(cell_folder).code == "L-205"


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b"\xff", b"null", b'{"uid": 1}'])
def test_a_lost_mark_is_told(cell_folder: Path, content: bytes) -> None:
    add_members(cell_folder, 1)
    (cell_folder / "chi-bo.moc").write_bytes(content)
    assert refusal(cell_folder).code == "L-205"
    (cell_folder / "chi-bo.moc").unlink()
    assert refusal(cell_folder).code == "L-205"


def test_a_mark_lowered_by_hand_is_no_mark(cell_folder: Path) -> None:
    add_members(cell_folder, 3)
    fields = json.loads((cell_folder / "chi-bo.moc").read_bytes())
    (cell_folder / "chi-bo.moc").write_text(json.dumps({**fields, "seq": 1}))
    assert mark.read(cell_folder, KEY) is None


def test_a_mark_of_another_key_is_no_mark(cell_folder: Path) -> None:
    assert mark.read(cell_folder, bytes(32)) is None


def test_a_mark_that_cannot_be_written_does_not_undo_a_commit(
    cell_folder: Path, monkeypatch: pytest.MonkeyPatch, log_watch: LogWatch
) -> None:
    database = reopened(cell_folder)

    def full(*_: object) -> None:
        raise EnvironmentFailed(files.DISK_FULL)

    with monkeypatch.context() as broken:
        broken.setattr(mark, "write_whole", full)
        with database.write("member.add") as work:
            work.add(a_member())
    with database.read() as reader:
        assert reader.count(Member) == 1
    with database.write("member.add") as work:
        work.add(a_member())
    assert mark.read(cell_folder, KEY) == mark.Mark(database.uid, database.head)
    database.close()
    assert log_watch.take() == ["high-water mark not written: L-102"]
