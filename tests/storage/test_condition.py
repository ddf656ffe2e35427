"""What the checks of an open database find, and that they tell nothing of what is in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Connection, select

from app.storage import condition
from app.storage.audit import START, Entry
from app.storage.condition import Check
from app.storage.database import Database
from app.storage.tables.system import AUDIT, AUDIT_DETAIL
from tests.sizes import report
from tests.storage.cells import a_member, scratch

ALL_WELL = dict.fromkeys(Check, True)


@pytest.fixture
def worked(database: Database) -> Database:
    return with_entries(database)


def with_entries(database: Database) -> Database:
    """Return it with five entries."""
    for _ in range(5):
        with database.write("member.add") as work:
            work.add(a_member())
    return database


def test_a_sound_database_passes_every_check_and_is_counted(worked: Database) -> None:
    found = condition.look(worked)
    assert found.passed == ALL_WELL
    assert found.is_sound
    assert (found.counts["member"], found.counts["audit"], found.counts["draft"]) == (5, 5, 0)
    assert found.schema == found.newest_schema
    assert found.pages > 0
    assert not worked.in_transaction()


def edit(connection: Connection) -> None:
    connection.exec_driver_sql("UPDATE audit SET action = 'member.edit' WHERE seq = 2")


def delete(connection: Connection) -> None:
    connection.exec_driver_sql("DELETE FROM audit WHERE seq = 3")


def cut_the_tail(connection: Connection) -> None:
    connection.execute(AUDIT.delete().where(AUDIT.c.seq > 3))
    connection.execute(AUDIT_DETAIL.delete().where(AUDIT_DETAIL.c.seq > 3))


def rebuild(connection: Connection) -> None:
    """Take an entry out and number and hash all after it anew, as one who knows the program could."""
    connection.execute(AUDIT.delete().where(AUDIT.c.seq == 2))
    connection.execute(AUDIT_DETAIL.delete().where(AUDIT_DETAIL.c.seq == 2))
    entries = [Entry(*row) for row in connection.execute(select(AUDIT).order_by(AUDIT.c.seq))]
    before = START
    for seq, entry in enumerate(entries, start=1):
        connection.exec_driver_sql("UPDATE audit_detail SET seq = ? WHERE seq = ?", (seq, entry.seq))
        anew = Entry(seq, entry.utc, entry.action, entry.subjects, entry.detail_hash, before)
        connection.exec_driver_sql(
            "UPDATE audit SET seq = ?, prev_hash = ? WHERE seq = ?", (seq, before, entry.seq)
        )
        before = anew.hash()


TAMPERING: dict[Check, list[Callable[[Connection], None]]] = {
    Check.CHAIN: [edit, delete],
    Check.MARK: [cut_the_tail, rebuild],
}


@pytest.mark.fault("I13")
def test_every_way_to_tamper_with_the_audit_is_found(prepared: Path) -> None:
    """I13: an entry edited or deleted breaks the chain; a cut or rebuilt chain does not reach its mark."""
    found = 0
    ways = [(check, act) for check, acts in TAMPERING.items() for act in acts]
    for check, act in ways:
        with scratch(prepared) as database:
            with with_entries(database).idle() as connection, connection.begin():
                act(connection)
            found += not condition.look(database).passed[check]
    report("I13", ways=len(ways), found=found)
    assert found == len(ways)


def test_a_rebuilt_chain_is_whole_in_itself(worked: Database) -> None:
    """Only the mark outside the database shows it."""
    with worked.idle() as connection, connection.begin():
        rebuild(connection)
    assert condition.look(worked).passed == {**ALL_WELL, Check.MARK: False}


def test_a_missing_mark_is_found(worked: Database) -> None:
    (worked.place.folder / "chi-bo.moc").unlink()
    passed = condition.look(worked).passed
    assert passed == {**ALL_WELL, Check.MARK: False}
