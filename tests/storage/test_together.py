"""Many acts as one transaction: one entry, nothing to undo; a failing act takes back its own alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.members import Member
from app.storage.database import Database
from app.storage.together import together
from tests.builders import a_database, a_member


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = a_database(tmp_path / "so")
    yield database
    assert not database.in_transaction()
    database.close()


def add(database: Database, number: int) -> None:
    with database.write("member.add") as work:
        work.add(a_member(card_number=f"{number:012d}"))


def fail(database: Database, number: int) -> None:
    with database.write("member.add") as work:
        work.add(a_member(card_number=f"{number:012d}"))
        raise RuntimeError


def cards(database: Database) -> list[str]:
    with database.read() as reader:
        return sorted(member.card_number for member in reader.rows(Member))


def test_acts_together_are_one_entry_that_nobody_undoes(database: Database) -> None:
    before = database.head.seq

    with together(database, "practice.fill"):
        add(database, 1)
        add(database, 2)
        assert cards(database) == []

    assert cards(database) == ["000000000001", "000000000002"]
    assert database.head.seq == before + 1
    assert database.history.undo_action is None


def test_a_failing_act_takes_back_its_own_and_no_other(database: Database) -> None:
    with together(database, "practice.fill"):
        add(database, 1)
        with pytest.raises(RuntimeError):
            fail(database, 2)
        add(database, 3)

    assert cards(database) == ["000000000001", "000000000003"]


def test_what_fails_around_them_takes_back_all(database: Database) -> None:
    with pytest.raises(RuntimeError), together(database, "practice.fill"):
        fail(database, 1)

    assert cards(database) == []
    add(database, 2)
    assert cards(database) == ["000000000002"]
