"""One action is one transaction: all of it or nothing, told to whoever listens, kept over a restart."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.common.changes import Change
from app.domain.members import Member, Sex
from app.domain.signing import SigningKey
from app.domain.types import new_uid
from app.errors import ChangedElsewhere, EnvironmentFailed, NotFound, Refused
from app.storage.database import Database
from tests.storage.cells import a_member, new_database, reopened, stored


def test_a_member_comes_back_after_a_restart_as_it_was_saved(cell_folder: Path) -> None:
    member = a_member("Đặng Thị Ẩn", sex=Sex.FEMALE, born_on="1985", card_number="012345678901")
    database = reopened(cell_folder)
    with database.write("member.add") as work:
        work.add(member)
    database.close()

    database = reopened(cell_folder)
    with database.read() as reader:
        assert reader.rows(Member) == [member]
    database.close()


def test_a_closed_database_is_one_file_without_side_files(cell_folder: Path) -> None:
    assert sorted(path.name for path in cell_folder.iterdir()) == ["chi-bo.db", "chi-bo.lock", "chi-bo.moc"]


@pytest.mark.fault("J01")
def test_nothing_readable_lies_in_any_file(database: Database) -> None:
    with database.write("member.add") as work:
        work.add(a_member("Nguyen Van Canary"))
    for path in database.place.folder.iterdir():
        assert b"Canary" not in path.read_bytes()


def test_members_are_listed_by_given_name_in_vietnamese_order(database: Database) -> None:
    names = ["Trần Văn Bình", "Lê Thị Ánh", "Nguyễn Văn An", "Phạm Đức Đạt", "Võ Văn Dũng"]
    with database.write("member.import") as work:
        work.add_all(a_member(name) for name in names)
    with database.read() as reader:
        listed = [member.full_name for member in reader.rows(Member)]
    assert listed == ["Nguyễn Văn An", "Lê Thị Ánh", "Trần Văn Bình", "Võ Văn Dũng", "Phạm Đức Đạt"]


def test_rows_and_count_choose_by_equal_values(database: Database) -> None:
    secretary = a_member("Nguyễn Văn B", note="Bí thư", sex=Sex.MALE)
    with database.write("member.import") as work:
        work.add_all([secretary, a_member("Nguyễn Thị C", sex=Sex.FEMALE)])
    with database.read() as reader:
        assert reader.rows(Member, sex=Sex.MALE, trashed_on=None) == [secretary]
        assert (reader.count(Member), reader.count(Member, note="Bí thư")) == (2, 1)


def test_an_error_in_the_middle_takes_everything_back(database: Database) -> None:
    heard: list[Change] = []
    database.on_commit.append(heard.append)
    before = stored(database), database.head
    with pytest.raises(ZeroDivisionError), database.write("member.add") as work:  # noqa: PT012  the block is the act
        work.add(a_member())
        raise ZeroDivisionError
    assert (stored(database), database.head) == before
    assert heard == []
    assert not database.history.can_undo


def test_a_change_names_its_action_and_the_kinds_it_touched(database: Database) -> None:
    heard: list[Change] = []
    database.on_commit.append(heard.append)
    with database.write("member.add") as work:
        work.add(a_member())
    assert heard == [Change("member.add", frozenset({"member"}))]


def test_saving_the_same_values_is_no_action(database: Database) -> None:
    member = a_member()
    with database.write("member.add") as work:
        work.add(member)
    head = database.head
    with database.write("member.edit") as work:
        assert work.change(Member, member.uid, 1, note=member.note) == member
    assert database.head == head
    assert database.history.undo_action == "member.add"


def test_a_form_opened_before_another_save_is_refused(database: Database) -> None:
    member = a_member()
    with database.write("member.add") as work:
        work.add(member)
    with database.write("member.edit") as work:
        assert work.change(Member, member.uid, 1, note="Bí thư").rev == 2
    with pytest.raises(ChangedElsewhere), database.write("member.edit") as work:
        work.change(Member, member.uid, 1, note="Phó bí thư")
    with database.read() as reader:
        assert reader.get(Member, member.uid).note == "Bí thư"


def test_a_missing_record_is_said_to_be_gone(database: Database) -> None:
    member = a_member()
    with database.read() as reader, pytest.raises(NotFound):
        reader.get(Member, member.uid)
    with database.write("member.remove") as work, pytest.raises(NotFound):
        work.remove(Member, member.uid)
    with database.write("member.edit") as work, pytest.raises(NotFound):
        work.replace(member)


def test_a_misspelt_field_is_a_bug(database: Database) -> None:
    member = a_member()
    with database.write("member.add") as work:
        work.add(member)
        with pytest.raises(TypeError):
            work.change(Member, member.uid, 1, pots="Bí thư")
        with pytest.raises(TypeError):
            work.change(Member, member.uid, 1, uid=new_uid())


@pytest.mark.fault("A16")
def test_a_second_program_is_kept_out_and_let_in_afterwards(database: Database) -> None:
    with pytest.raises(EnvironmentFailed) as refusal:
        reopened(database.place.folder)
    assert refusal.value.code == "L-114"  # no window holds it here


def test_a_folder_with_a_database_gets_no_second_one(cell_folder: Path) -> None:
    whole = (cell_folder / "chi-bo.db").read_bytes()
    with pytest.raises(Refused):
        new_database(cell_folder)
    assert (cell_folder / "chi-bo.db").read_bytes() == whole


def test_a_new_database_has_its_signing_key(database: Database) -> None:
    with database.read() as reader:
        (key,) = reader.rows(SigningKey)
    assert len(key.seed) == 44


def test_a_read_sees_one_state_while_another_action_commits(database: Database) -> None:
    with database.read() as reader:
        assert reader.count(Member) == 0
        with database.write("member.add") as work:
            work.add(a_member())
        assert reader.count(Member) == 0
    with database.read() as reader:
        assert reader.count(Member) == 1
