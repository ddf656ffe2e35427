"""Votes are totals: no kind of record, no entry, draft, step or file joins a voter and a vote."""

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.bootstrap import Core
from app.domain.ballots import Ballot, BallotCount, BallotLine, TallyLine
from app.domain.conferences import Attendance
from app.domain.references import MEMBER, namings
from app.domain.types import Record
from app.papers import KINDS, Scope
from app.papers.abouts import abouts
from app.storage.tables import ROW_OF, name_of, table_of
from app.year.dump import record_lists
from tests.acts.stage import YEAR, Stage, a_stage
from tests.acts.table import SETTING
from tests.storage.old_databases import rows_of

VOTES = {"ballot", "ballot_line", "ballot_count"}
ABOUT = {("ballot_line", "target")}
"""The one reference from a tally to a member: whom the line is about, which is printed."""
PAPER = ("outgoing_paper", "target")
"""A paper names a member or states a ballot's totals; none does both (see below)."""
MOMENT = {"time", "at", "moment", "utc", "on"}


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    stage = a_stage(tmp_path / "so")
    for act in SETTING:
        stage.carry_out(act)
    yield stage
    stage.core.close()


def reached(kind: type[Record]) -> set[str]:
    """Return the kinds that a kind names, over any number of steps, ballots aside."""
    kinds = {name_of(one): one for one in ROW_OF}
    found: set[str] = set()
    waiting = {name for one in namings(kind) for name in one.names}
    while waiting:
        name = waiting.pop()
        if name in found or name not in kinds:
            continue
        found.add(name)
        if name != MEMBER:
            waiting |= {more for one in namings(kinds[name]) for more in one.names}
    return found


def test_a_vote_leads_to_a_member_only_as_its_subject() -> None:
    """Walks every field of every kind: who looks for a voter finds the line's subject and nobody else."""
    for vote in (Ballot, BallotLine, BallotCount):
        own = {one.field for one in namings(vote) if MEMBER in one.names}
        assert {(name_of(vote), field) for field in own} <= ABOUT
    for kind in ROW_OF:
        to_votes = {one.field for one in namings(kind) if VOTES & set(one.names)}
        to_members = {one.field for one in namings(kind) if MEMBER in one.names}
        if to_votes and to_members:
            assert {(name_of(kind), field) for field in to_members} - {PAPER} <= ABOUT


def test_a_paper_on_a_ballot_names_no_member(stage: Stage) -> None:
    kinds = [one for one in KINDS if one.scope in {Scope.MEMBERS_BALLOT, Scope.CELL_BALLOT, Scope.CONFERENCE}]
    whole = stage.core.years.whole(YEAR)

    assert {one.target for kind in kinds for one in abouts(kind, whole)} <= {""}


def test_only_a_conference_lies_between_a_vote_and_those_who_were_there() -> None:
    """A ballot knows its conference, and the conference who was called: all of them, for all its votes."""
    assert reached(BallotCount) - VOTES == {MEMBER, "conference"}
    assert reached(Attendance) & VOTES == set()


def test_a_tally_is_taken_as_totals_and_a_list_of_votes_is_not() -> None:
    assert set(TallyLine.model_fields) == {"target", "votes", "blank"}
    numbers = {name for name, field in BallotCount.model_fields.items() if field.annotation is int}
    assert numbers == {"votes", "year", "rev"}


def test_a_table_has_no_column_that_no_record_declares() -> None:
    for kind, row in ROW_OF.items():
        if name_of(kind) in VOTES | {"attendance"}:
            assert {column.name for column in table_of(row).columns} == set(kind.model_fields)


def test_no_place_holds_a_voter_beside_a_vote(stage: Stage) -> None:
    """The tally of the stage is about the cell, so no member may stand wherever a vote stands."""
    members = {stage.uid(name) for name in ("A", "B", "C")} | {"Mẫu", "Thử", "Giả"}
    seen: set[str] = set()
    for table, rows in tables(stage.core).items():
        for row in rows:
            text = json.dumps(row, ensure_ascii=False, default=str)
            if table in VOTES or any(f'"{name}\\"' in text for name in VOTES):
                seen.add(table)
                held = json.dumps(_of_votes(row), ensure_ascii=False, default=str)
                assert [one for one in members if one in held] == [], (table, held)
    assert seen == VOTES | {"audit_detail"}
    dumped = json.loads(stage.core.years.dump(YEAR))
    for name in ("ballots", "ballot_lines", "ballot_counts"):
        text = json.dumps(dumped[name], ensure_ascii=False)
        assert dumped[name]
        assert [one for one in members if one in text] == [], name


def test_undo_remembers_a_vote_without_its_voters(stage: Stage) -> None:
    members = {stage.uid(name) for name in ("A", "B", "C")}
    done = stage.core.history._done  # noqa: SLF001  no other window into memory
    steps = [step for step in done if step.action.startswith("ballot.")]
    assert steps
    for step in steps:
        for change in step.changes:
            assert change.table in VOTES
            assert [one for one in members if one in f"{change.before} {change.after}"] == []


def test_no_draft_belongs_to_a_ballot(stage: Stage) -> None:
    assert [draft for draft in stage.core.drafts.waiting() if "ballot" in draft.form] == []


def test_the_order_and_the_hour_of_a_vote_say_nothing_of_attendance(stage: Stage) -> None:
    """A tally has one moment and one entry; its rows bear random names and no serial number."""
    for kind in (BallotLine, BallotCount, Attendance):
        fields = set(kind.model_fields)
        moments = {name for name in fields if name.split("_")[-1] in MOMENT}
        assert moments <= {"arrived_at"}, kind
        assert "position" not in fields, kind
    counts = [{"target": stage.uid(name), "votes": {"good": 4}} for name in ("A", "B", "C")]
    sums = {"convened": 4, "official_present": 4, "issued": 4, "returned": 4, "valid": 4}
    conference = stage.review.conferences.add(YEAR, {"round_number": 2})
    ballot = stage.review.ballots.add(conference, {**sums, "held_on": dt.date(2017, 12, 4)}, counts)
    entries = [row for row in tables(stage.core)["audit"] if row["action"] == "ballot.add"]
    assert entries[-1]["seq"] == len(tables(stage.core)["audit"])
    year = stage.review.whole(YEAR)
    lines = [one for one in year.ballot_lines if one.ballot == ballot.uid]
    assert [one.uid for one in lines] == sorted(one.uid for one in lines)
    assert {one.rev for one in lines} == {1}


def tables(core: Core) -> dict[str, list[dict[str, Any]]]:
    """Return every table of the open database as it stands in the file, audit and journal with it."""
    with core.review.database.read() as reader:
        return rows_of(reader.connection)


def _of_votes(row: dict[str, Any]) -> dict[str, Any]:
    """Return a row, of an audit entry only what it says of votes."""
    if "json" not in row:
        return row
    changes = json.loads(row["json"])
    return {"json": [change for change in changes if change[0] in VOTES]} if "salt" in row else row


def test_every_list_of_votes_is_known_here() -> None:
    assert {name_of(kind) for name, kind in record_lists().items() if name.startswith("ballot")} == VOTES
