"""The chain of what was done breaks at the entry that somebody touched, and nowhere else."""

from __future__ import annotations

import pytest
from sqlalchemy import Connection

from app.domain.members import Member
from app.storage import audit
from app.storage.database import Database
from tests.storage.cells import a_member


@pytest.fixture
def worked(database: Database) -> Database:
    """Return a database with five entries: two additions, an edit, its undo, an import."""
    member = a_member("Nguyễn Thị Canary")
    with database.write("member.add") as work:
        work.add(member)
    with database.write("member.add") as work:
        work.add(a_member())
    with database.write("member.edit") as work:
        work.change(Member, member.uid, 1, note="Bí thư")
    database.history.undo()
    with database.write("member.import") as work:
        work.add_all(a_member() for _ in range(10))
    return database


def first_wrong(database: Database) -> int | None:
    with database.read() as reader:
        return audit.first_wrong(reader.connection)


def test_every_action_has_its_entry_and_the_chain_is_whole(worked: Database) -> None:
    with worked.read() as reader:
        actions = reader.connection.exec_driver_sql("SELECT seq, action, subjects FROM audit ORDER BY seq")
        assert actions.all() == [
            (1, "member.add", "member"),
            (2, "member.add", "member"),
            (3, "member.edit", "member"),
            (4, "undo:member.edit", "member"),
            (5, "member.import", "member"),
        ]
        assert audit.head_of(reader.connection) == worked.head
    assert first_wrong(worked) is None


@pytest.mark.fault("J04")
def test_the_chain_itself_holds_no_text_of_the_users(worked: Database) -> None:
    with worked.read() as reader:
        rows = reader.connection.exec_driver_sql("SELECT * FROM audit").all()
        details = reader.connection.exec_driver_sql(
            "SELECT json FROM audit_detail WHERE seq = 1"
        ).scalar_one()
    assert "Canary" not in str(rows)
    assert "Canary" in details


@pytest.mark.parametrize(
    ("tampering", "breaks_at"),
    [
        ("UPDATE audit SET action = 'member.edit' WHERE seq = 2", 3),
        ("UPDATE audit SET utc = '2016-01-01T00:00:00+00:00' WHERE seq = 1", 2),
        ("UPDATE audit SET subjects = '' WHERE seq = 4", 5),
        ("DELETE FROM audit WHERE seq = 3", 4),
        ("DELETE FROM audit WHERE seq = 1", 2),
        ("UPDATE audit_detail SET json = replace(json, 'Canary', 'Khac') WHERE seq = 1", 1),
        ("UPDATE audit_detail SET salt = 'x' WHERE seq = 5", 5),
        ("INSERT INTO audit_detail VALUES (9, '', '[]')", 9),
    ],
)
@pytest.mark.fault("I13")
def test_tampering_breaks_the_chain_there(worked: Database, tampering: str, breaks_at: int) -> None:
    with worked.idle() as connection, connection.begin():
        connection.exec_driver_sql(tampering)
    assert first_wrong(worked) == breaks_at


def test_erased_details_leave_the_chain_whole(worked: Database) -> None:
    with worked.idle() as connection, connection.begin():
        connection.exec_driver_sql("DELETE FROM audit_detail WHERE seq IN (1, 3)")
    assert first_wrong(worked) is None


def test_a_rolled_back_action_leaves_no_entry(worked: Database) -> None:
    head = worked.head
    with pytest.raises(LookupError), worked.write("member.add") as work:  # noqa: PT012  the block is the act
        work.add(a_member())
        raise LookupError
    assert worked.head == head
    assert first_wrong(worked) is None


def test_a_note_is_an_entry_without_rows(worked: Database) -> None:
    worked.note("database.restore")
    assert worked.head.seq == 6
    assert first_wrong(worked) is None


def test_the_very_first_head_is_empty(database: Database) -> None:
    def at(connection: Connection, seq: int) -> audit.Head:
        return audit.head_of(connection, at=seq)

    with database.read() as reader:
        assert audit.head_of(reader.connection) == audit.Head()
        assert at(reader.connection, 7) == audit.Head()
