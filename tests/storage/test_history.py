"""Undo goes back to exactly what was, redo to exactly what became of it, whatever the actions were."""

from __future__ import annotations

import datetime as dt
import itertools
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.common.files import DISK_FULL
from app.domain.cells import WorkYear
from app.domain.members import Member, Sex
from app.domain.outgoing_papers import OutgoingPaper
from app.domain.posts import Post
from app.domain.types import Record, new_uid
from app.errors import ChangedElsewhere, EnvironmentFailed
from app.storage import audit, history
from app.storage.database import Database
from app.storage.store import Work
from tests.storage.cells import a_member, scratch, stored

KINDS: list[type[Record]] = [Member, OutgoingPaper, Post, WorkYear]
WORDS = st.text(st.characters(categories=["L", "N", "P", "Z"]), max_size=8)


def a_paper(year: int, body: str) -> OutgoingPaper:
    return OutgoingPaper(
        uid=new_uid(),
        kind="submission",
        year=year,
        dated_on=dt.date(year, 12, 5),
        body=body,
        signer_name="Nguyễn Văn A",
        issued_at=dt.datetime(year, 12, 5, 8, 0, tzinfo=dt.UTC),
    )


class Acts:
    """Random acts on several tables at once, as hypothesis draws them."""

    def __init__(self, database: Database, data: st.DataObject) -> None:
        self.database = database
        self._data = data
        self._uids = (format(number, "032x") for number in itertools.count())

    def act(self, number: int) -> None:
        with self.database.write(f"test.act{number}") as work:
            for _ in range(self._data.draw(st.integers(1, 4))):
                kind = self._data.draw(st.sampled_from(KINDS))
                rows: list[Any] = work.rows(kind)
                if kind is Post and not work.count(Member):
                    continue
                verb = self._data.draw(st.sampled_from(["add", "change", "remove"])) if rows else "add"
                if verb == "add":
                    work.add(self._new(kind, work))
                    continue
                row = self._data.draw(st.sampled_from(rows))
                if verb == "remove":
                    self._forget_posts(work, row.uid)
                    work.remove(kind, row.uid)
                else:
                    work.change(kind, row.uid, row.rev, **self._values(kind))

    @staticmethod
    def _forget_posts(work: Work, member_uid: str) -> None:
        for post in work.rows(Post, member_uid=member_uid):
            work.remove(Post, post.uid)

    def _new(self, kind: type[Record], work: Work) -> Record:
        uid = next(self._uids)  # not random: hypothesis must be able to do it all again
        if kind is Member:
            return a_member(f"Nguyễn Văn {self._data.draw(st.sampled_from('ABCĐÊ'))}", sex=Sex.MALE, uid=uid)
        if kind is Post:
            owner = self._data.draw(st.sampled_from(work.rows(Member)))
            return Post(uid=uid, member_uid=owner.uid, title=self._data.draw(WORDS))
        year = self._data.draw(st.integers(2014, 2030))
        if kind is WorkYear:
            return WorkYear(uid=uid, year=year)
        return a_paper(year, self._data.draw(WORDS)).model_copy(update={"uid": uid})

    def _values(self, kind: type[Record]) -> dict[str, object]:
        if kind is Member:
            trashed = self._data.draw(st.sampled_from([None, dt.date(2017, 12, 5)]))
            return {"note": self._data.draw(WORDS), "trashed_on": trashed}
        if kind is Post:
            return {"title": self._data.draw(WORDS)}
        if kind is WorkYear:
            return {"year": self._data.draw(st.integers(2014, 2030))}
        return {"body": self._data.draw(WORDS), "number": self._data.draw(st.none() | st.integers(1, 99))}


@given(st.data())
def test_undoing_all_is_the_start_and_redoing_all_is_the_end(prepared: Path, data: st.DataObject) -> None:
    with scratch(prepared) as database:
        acts = Acts(database, data)
        pictures = [stored(database)]
        for number in range(data.draw(st.integers(1, 6))):
            acts.act(number)
            if stored(database) != pictures[-1]:
                pictures.append(stored(database))
        for picture in reversed(pictures[:-1]):
            assert database.history.undo() is not None
            assert stored(database) == picture
        assert database.history.undo() is None
        for picture in pictures[1:]:
            assert database.history.redo() is not None
            assert stored(database) == picture
        assert database.history.redo() is None


def test_raw_sql_is_undone_too(database: Database) -> None:
    with database.write("member.import") as work:
        work.add_all(a_member(f"Nguyễn Văn {number}") for number in range(5))
    before = stored(database)
    with database.write("member.tidy") as work:
        work.connection.exec_driver_sql("UPDATE member SET note = 'Đảng viên'")
        work.connection.exec_driver_sql("DELETE FROM member WHERE full_name LIKE '%3'")
    assert stored(database) != before
    assert database.history.undo() == "member.tidy"
    assert stored(database) == before


def test_the_menu_knows_what_comes_next(database: Database) -> None:
    history_ = database.history
    assert (history_.undo_action, history_.redo_action) == (None, None)
    assert (history_.undo(), history_.redo()) == (None, None)
    with database.write("member.add") as work:
        work.add(a_member())
    assert (history_.undo_action, history_.redo_action) == ("member.add", None)
    history_.undo()
    assert (history_.undo_action, history_.redo_action) == (None, "member.add")
    with database.write("member.import") as work:
        work.add(a_member())
    assert (history_.undo_action, history_.redo_action) == ("member.import", None)


def test_what_cannot_be_undone_leaves_no_step_and_makes_older_steps_stale(database: Database) -> None:
    paper = a_paper(2017, "Kính trình")
    with database.write("paper.add") as work:
        work.add(paper)
    with database.write("paper.issue", undoable=False) as work:
        work.change(OutgoingPaper, paper.uid, 1, number=5)
    issued = stored(database)
    assert database.history.undo_action == "paper.add"
    with pytest.raises(ChangedElsewhere):
        database.history.undo()
    assert stored(database) == issued
    assert not database.history.can_undo


def test_a_step_that_the_disk_refused_can_be_tried_again(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    with database.write("member.add") as work:
        work.add(a_member())
    full = stored(database)

    def disk_full(*_: object) -> None:
        raise EnvironmentFailed(DISK_FULL)

    with monkeypatch.context() as broken:
        broken.setattr(audit, "append", disk_full)
        with pytest.raises(EnvironmentFailed):
            database.history.undo()
    assert stored(database) == full
    assert database.history.undo() == "member.add"


def test_the_oldest_steps_fall_off(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "MAX_STEPS", 3)
    for number in range(5):
        with database.write(f"member.add{number}") as work:
            work.add(a_member())
    undone = [database.history.undo() for _ in range(4)]
    assert undone == ["member.add4", "member.add3", "member.add2", None]


def test_steps_that_would_eat_the_memory_fall_off(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(4):
        with database.write(f"member.add{number}") as work:
            work.add_all(a_member().model_copy(update={"note": "x" * 10_000}) for _ in range(2))
        monkeypatch.setattr(history, "MAX_BYTES", 50_000)
    undone = [database.history.undo() for _ in range(3)]
    assert undone == ["member.add3", "member.add2", None]


def test_an_action_that_comes_to_nothing_is_no_step(database: Database) -> None:
    member = a_member()
    with database.write("member.add") as work:
        work.add(member)
        work.remove(Member, member.uid)
    assert not database.history.can_undo


def test_locking_forgets_the_steps(database: Database) -> None:
    with database.write("member.add") as work:
        work.add(a_member())
    database.history.undo()
    database.history.clear()
    assert (database.history.can_undo, database.history.can_redo) == (False, False)


def test_an_import_of_5000_is_one_step(database: Database) -> None:
    before = stored(database)
    with database.write("member.import") as work:
        work.add_all(a_member(f"Nguyễn Văn {number}") for number in range(5000))
    with database.read() as reader:
        assert reader.count(Member) == 5000
    full = stored(database)
    assert database.history.undo() == "member.import"
    assert stored(database) == before
    database.history.redo()
    assert stored(database) == full
