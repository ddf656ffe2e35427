"""Whatever step of an action fails, nothing of it stays: no row, no entry, no undo step, no mark (A18)."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import event

from app.domain.cells import WorkYear
from app.domain.members import Member
from app.domain.types import new_uid
from app.storage import audit, drafts, mark
from app.storage.database import Database
from tests.sizes import report, size
from tests.storage.cells import KEY, a_member, reopened, stored


class Broken(Exception):
    """The step at which the test stops the world."""


@contextlib.contextmanager
def breaking_at(database: Database, step: int, at_commit: bool = False) -> Iterator[list[str]]:
    """Raise at the statement number `step` (from 0) of the write connection; collect the statements."""
    seen: list[str] = []
    with database.idle() as connection:
        engine = connection.engine

    def before(*arguments: Any) -> None:
        seen.append(arguments[2])
        if len(seen) == step + 1:
            raise Broken

    def commit(_: object) -> None:
        if at_commit:
            raise Broken

    event.listen(engine, "before_cursor_execute", before)
    event.listen(engine, "commit", commit)
    try:
        yield seen
    finally:
        event.remove(engine, "before_cursor_execute", before)
        event.remove(engine, "commit", commit)


def hand_over(database: Database, secretary: Member, deputy: Member) -> None:
    """Do an action of many steps over several tables, as a service does."""
    with database.write("member.hand_over") as work:
        work.add_all([a_member("Lê Thị C"), a_member("Phạm Văn D"), WorkYear(uid=new_uid(), year=2018)])
        work.change(Member, secretary.uid, secretary.rev, note="")
        work.change(Member, deputy.uid, deputy.rev, note="Bí thư")
        work.remove(WorkYear, work.rows(WorkYear, year=2016)[0].uid)
        drafts.drop_in(work, "member", "")


def picture(database: Database) -> tuple[object, ...]:
    return (
        stored(database),
        database.head,
        mark.read(database.place.folder, KEY),
        database.history.undo_action,
        database.history.redo_action,
        drafts.find(database, "member", ""),
    )


@pytest.fixture
def people(database: Database) -> tuple[Member, Member]:
    secretary, deputy = a_member("Nguyễn Văn A", note="Bí thư"), a_member("Trần Thị B")
    with database.write("cell.create") as work:
        work.add_all([secretary, deputy, WorkYear(uid=new_uid(), year=2016)])
    with database.write("member.add") as work:
        work.add(a_member())
    database.history.undo()
    drafts.keep(database, "member", "", {"full_name": "Dở"})
    return secretary, deputy


@pytest.mark.fault("A18")
def test_no_step_of_an_action_stays_when_a_later_one_fails(
    database: Database, people: tuple[Member, Member]
) -> None:
    before = picture(database)
    broken = 0
    while True:
        try:
            with breaking_at(database, broken) as seen:
                hand_over(database, *people)
        except Broken:
            assert picture(database) == before, seen[-1]
            broken += 1
        else:
            break
    report("A18", steps=broken, partial=0)
    assert broken > 10
    assert picture(database) != before
    assert database.history.undo_action == "member.hand_over"


def hand_over_piecemeal(database: Database, secretary: Member, deputy: Member) -> None:
    """Do the same with a commit after each step."""
    with database.write("member.add") as work:
        work.add_all([a_member("Lê Thị C"), a_member("Phạm Văn D")])
    with database.write("member.edit") as work:
        work.change(Member, secretary.uid, secretary.rev, note="")
    with database.write("member.edit") as work:
        work.change(Member, deputy.uid, deputy.rev, note="Bí thư")


def test_an_action_that_commits_step_by_step_is_caught(
    database: Database, people: tuple[Member, Member]
) -> None:
    """The control: broken in its second half, such an action leaves its first half behind."""
    before, broken = picture(database), 0
    while picture(database) == before:
        with pytest.raises(Broken), breaking_at(database, broken):
            hand_over_piecemeal(database, *people)
        broken += 1
    report("A18 control", steps=broken, partial=1)
    assert broken > 1
    assert database.history.undo_action != "member.hand_over"


def test_a_commit_that_fails_leaves_nothing(database: Database, people: tuple[Member, Member]) -> None:
    before = picture(database)
    with pytest.raises(Broken), breaking_at(database, step=-1, at_commit=True):
        hand_over(database, *people)
    assert picture(database) == before
    hand_over(database, *people)
    assert database.history.undo_action == "member.hand_over"


class Secretary(RuleBasedStateMachine):
    """A secretary works, undoes, is interrupted, restarts; a plain dictionary says what must be there."""

    prepared: Path

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        self.database = reopened(Path(shutil.copytree(self.prepared, Path(self._folder.name) / "chi-bo")))
        self.notes: dict[str, str] = {}
        self.done: list[dict[str, str]] = []
        self.undone: list[dict[str, str]] = []
        self.uids = (format(number, "032x") for number in range(10_000))

    def teardown(self) -> None:
        self.database.close()
        self._folder.cleanup()

    def _did(self, notes: dict[str, str]) -> None:
        self.done.append(self.notes)
        self.undone.clear()
        self.notes = notes

    @rule(count=st.integers(1, 4), note=st.sampled_from(["", "Bí thư", "Chi ủy viên"]))
    def imports(self, count: int, note: str) -> None:
        members = [a_member(uid=next(self.uids), note=note) for _ in range(count)]
        with self.database.write("member.import") as work:
            work.add_all(members)
        self._did({**self.notes, **{member.uid: note for member in members}})

    @precondition(lambda self: self.notes)
    @rule(data=st.data(), note=st.sampled_from(["Bí thư", "Phó bí thư"]))
    def edits(self, data: st.DataObject, note: str) -> None:
        uid = data.draw(st.sampled_from(sorted(self.notes)))
        with self.database.write("member.edit") as work:
            member = work.get(Member, uid)
            work.change(Member, uid, member.rev, note=note)
        if self.notes[uid] != note:
            self._did({**self.notes, uid: note})

    @precondition(lambda self: self.notes)
    @rule(step=st.integers(0, 12))
    def is_interrupted(self, step: int) -> None:
        uids = sorted(self.notes)
        with contextlib.suppress(Broken), breaking_at(self.database, step), self.database.write("x") as work:
            work.add_all([a_member(), WorkYear(uid=new_uid(), year=2017)])
            for uid in uids:
                work.remove(Member, uid)
            raise Broken

    @rule()
    def undoes(self) -> None:
        assert (self.database.history.undo() is not None) == bool(self.done)
        if self.done:
            self.undone.append(self.notes)
            self.notes = self.done.pop()

    @rule()
    def redoes(self) -> None:
        assert (self.database.history.redo() is not None) == bool(self.undone)
        if self.undone:
            self.done.append(self.notes)
            self.notes = self.undone.pop()

    @rule()
    def restarts(self) -> None:
        folder = self.database.place.folder
        self.database.close()
        self.database = reopened(folder)
        self.done.clear()
        self.undone.clear()

    @invariant()
    def holds_what_was_done_and_nothing_else(self) -> None:
        with self.database.read() as reader:
            assert {member.uid: member.note for member in reader.rows(Member)} == self.notes
            assert reader.count(WorkYear) == 0
            assert audit.first_wrong(reader.connection) is None


@pytest.mark.timeout(600)
def test_a_secretary_at_work_never_meets_half_an_action(prepared: Path) -> None:
    Secretary.prepared = prepared
    examples = settings(max_examples=size(10, 200), stateful_step_count=20, deadline=None)
    run_state_machine_as_test(Secretary, settings=examples)
