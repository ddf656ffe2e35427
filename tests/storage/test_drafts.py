"""What was typed and not saved survives a crash, and never waits for anybody."""

from __future__ import annotations

import contextlib
import threading
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.members import Member
from app.errors import EnvironmentFailed
from app.storage import drafts
from app.storage.database import Database
from tests.storage.cells import a_member, reopened

VALUES = st.dictionaries(
    st.text(max_size=10), st.text() | st.none() | st.booleans() | st.integers(), max_size=5
)


def test_a_draft_is_there_after_a_restart(cell_folder: Path) -> None:
    database = reopened(cell_folder)
    drafts.keep(database, "member", "", {"full_name": "Nguyễn V"})
    database.close()
    database = reopened(cell_folder)
    assert drafts.find(database, "member", "") == {"full_name": "Nguyễn V"}
    assert drafts.find(database, "member", "a" * 32) is None
    database.close()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(VALUES)
def test_whatever_was_typed_comes_back(database: Database, values: dict[str, object]) -> None:
    drafts.keep(database, "member", "", values)
    assert drafts.find(database, "member", "") == values


def test_the_last_draft_counts_and_can_be_dropped(database: Database) -> None:
    drafts.keep(database, "member", "", {"full_name": "Nguyễn"})
    drafts.keep(database, "member", "", {"full_name": "Nguyễn Văn"})
    assert drafts.find(database, "member", "") == {"full_name": "Nguyễn Văn"}
    drafts.drop(database, "member", "")
    assert drafts.find(database, "member", "") is None


def test_saving_drops_the_draft_in_the_same_transaction(database: Database) -> None:
    drafts.keep(database, "member", "", {"full_name": "Nguyễn Văn A"})
    with pytest.raises(LookupError), database.write("member.add") as work:  # noqa: PT012  the block is the act
        work.add(a_member())
        drafts.drop_in(work, "member", "")
        raise LookupError
    assert drafts.find(database, "member", "") is not None
    with database.write("member.add") as work:
        work.add(a_member())
        drafts.drop_in(work, "member", "")
    assert drafts.find(database, "member", "") is None


def test_a_draft_is_no_action(database: Database) -> None:
    told: list[object] = []
    database.on_commit.append(told.append)
    drafts.keep(database, "member", "", {"full_name": "Nguyễn Văn A"})
    assert (database.head.seq, database.history.can_undo, told) == (0, False, [])


def test_a_draft_refuses_to_wait_for_a_long_write(database: Database) -> None:
    started, finish = threading.Event(), threading.Event()

    def import_slowly() -> None:
        with database.write("member.import") as work:
            work.add(a_member())
            started.set()
            finish.wait(20)

    writer = threading.Thread(target=import_slowly)
    writer.start()
    started.wait(20)
    try:
        with pytest.raises(EnvironmentFailed) as error:
            drafts.keep(database, "member", "", {"full_name": "Nguyễn"})
        assert error.value.code == "L-106"
        with database.read() as reader:
            assert reader.count(Member) == 0
    finally:
        finish.set()
        writer.join()
    drafts.keep(database, "member", "", {"full_name": "Nguyễn"})
    assert drafts.find(database, "member", "") == {"full_name": "Nguyễn"}


DAMAGE = {
    "no text": b'{"full_name": "Nguy\xff\xfe"}',
    "cut": b'{"full_name": "Nguy',
    "empty": b"",
    "another kind": b'["Nguy"]',
    "a number": b"5",
    "very deep": b"[" * 100_000,
}


@pytest.mark.fault("I06")
@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_draft_is_put_aside_once_and_kept(database: Database, damage: str) -> None:
    drafts.keep(database, "member", "", {"full_name": "Nguyễn"})
    drafts.keep(database, "member", "b", {"full_name": "Trần"})
    damaged(database, DAMAGE[damage])
    with pytest.raises(EnvironmentFailed, match="L-109"):
        drafts.find(database, "member", "")
    assert drafts.find(database, "member", "") is None
    assert drafts.find(database, "member", "b") == {"full_name": "Trần"}
    assert [one.subject for one in drafts.waiting(database)] == ["b"]
    with database.read() as reader:
        kept = reader.connection.exec_driver_sql(
            "SELECT CAST(json AS BLOB) FROM draft WHERE form LIKE 'hong:member:%'"
        ).scalar_one()
    assert kept == DAMAGE[damage]


def damaged(database: Database, content: bytes, subject: str = "") -> None:
    with database.idle() as connection, connection.begin():
        connection.exec_driver_sql(
            "UPDATE draft SET json = CAST(? AS TEXT) WHERE form = 'member' AND subject = ?",
            (content, subject),
        )


def test_two_damaged_drafts_of_one_form_are_both_kept(database: Database) -> None:
    for _ in range(2):
        drafts.keep(database, "member", "", {"full_name": "Nguyễn"})
        damaged(database, b"{")
        with pytest.raises(EnvironmentFailed):
            drafts.find(database, "member", "")
    with database.read() as reader:
        assert reader.connection.exec_driver_sql("SELECT count(*) FROM draft").scalar_one() == 2


@pytest.mark.fault("I06")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 200), st.integers(0, 7))
def test_a_flipped_bit_costs_no_more_than_its_draft(database: Database, byte: int, bit: int) -> None:
    drafts.keep(database, "member", "", {"full_name": "Nguyễn Văn A", "post": "Bí thư", "sex": "male"})
    with database.read() as reader:
        text = bytearray(
            reader.connection.exec_driver_sql(
                "SELECT CAST(json AS BLOB) FROM draft WHERE form = 'member' AND subject = ''"
            ).scalar_one()
        )
    text[byte % len(text)] ^= 1 << bit
    damaged(database, bytes(text))
    with contextlib.suppress(EnvironmentFailed):
        assert isinstance(drafts.find(database, "member", ""), dict)
    drafts.waiting(database)
    drafts.drop(database, "member", "")


def test_those_that_wait_come_the_last_kept_first(database: Database) -> None:
    drafts.keep(database, "member", "a", {})
    drafts.keep(database, "paper", "b", {})
    drafts.keep(database, "cell", "", {})
    with database.idle() as connection, connection.begin():
        for form, moment in (("member", "2017-12-05T08:00:00+00:00"), ("cell", "x"), ("paper", "2017-12-06")):
            connection.exec_driver_sql("UPDATE draft SET kept_at = ? WHERE form = ?", (moment, form))
    waiting = drafts.waiting(database)
    assert waiting[0].form == "member"
    assert {one.form for one in waiting[1:]} == {"cell", "paper"}
    assert all(one.kept_at is None for one in waiting[1:])
