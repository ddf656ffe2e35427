"""What was typed and not saved survives a crash, and never waits for anybody."""

from __future__ import annotations

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
