"""Every kind of record that names a member follows a merge, goes with an erasure, is out with the trash."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.domain.members import Member
from app.domain.references import MEMBER, TOLD_APART, namings, parts, pointers
from app.domain.types import Record
from app.services.erasure import ErasureService
from app.services.members import MemberService
from app.services.merging import MergeService
from app.storage.database import Database
from app.storage.queries.review_year import review_year
from app.storage.tables import ROW_OF, ROWS, name_of, table_of
from app.year import dump
from tests.builders import SteadyClock, a_database, unprotected
from tests.review_samples import YEAR, a_filled
from tests.storage.old_databases import rows_of

NAMES_MEMBER = [kind for kind in ROW_OF if parts(kind, MEMBER) or pointers(kind, MEMBER)]
KNOWN_BY_EYE = {
    "post", "standing", "reward", "discipline", "population", "suggestion_point", "gate_override",
    "clarification", "commitment", "assigned_task", "self_review", "sign_check", "earlier_shortcoming",
    "shortcoming", "responsibility", "outside_opinion", "outside_rating", "conference", "attendance",
    "review_turn", "opinion", "reservation", "ballot_line", "score_sheet", "proposed_level",
    "recognised_level", "past_level", "objection", "reward_proposal", "remediation_item", "re_review_order",
    "distinct_pair", "finding_answer", "outgoing_paper", "given_form",
}  # fmt: skip
"""Read off the declarations by a person: whoever forgets a rule of `references` loses one of these."""


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = a_database(tmp_path / "chi-bo")
    yield database
    database.close()


def people(database: Database) -> tuple[Member, Member]:
    members = MemberService(database, SteadyClock())
    return members.add({"full_name": "Lê Thị Thủy"}), members.add({"full_name": "Lê Thị Thuỷ"})


def with_everything(database: Database, uid: str) -> list[Record]:
    """Store a record of every kind for each field by which it can name the member."""
    made: list[Record] = [
        a_filled(kind, **{field: uid})
        for kind in NAMES_MEMBER
        for field in (*parts(kind, MEMBER), *pointers(kind, MEMBER))
    ]
    with database.write("practice.fill") as work:
        work.add_all(made)
    return made


def uids_in_tables(database: Database, *but: str) -> str:
    with database.read() as reader:
        return str({name: rows for name, rows in rows_of(reader.connection).items() if name not in but})


def test_every_kind_that_names_a_member_is_known() -> None:
    assert {name_of(kind) for kind in NAMES_MEMBER} == KNOWN_BY_EYE


def test_whatever_names_a_record_is_a_part_of_it_or_points_at_it() -> None:
    tables = {table_of(row).name for row in ROWS}
    for kind in ROW_OF:
        for one in namings(kind):
            for table in one.names:
                if table in tables:
                    assert (one.field in parts(kind, table)) == one.is_part
                    assert (one.field in pointers(kind, table)) != one.is_part


def test_what_tells_records_apart_are_columns() -> None:
    columns = {table_of(row).name: set(table_of(row).columns.keys()) for row in ROWS}
    for table, names in TOLD_APART.items():
        assert set(names) <= columns[table], table


def test_all_of_it_follows_a_merge(database: Database) -> None:
    kept, other = people(database)
    made = with_everything(database, other.uid)

    MergeService(database, SteadyClock()).merge(kept, other, {})

    assert other.uid not in uids_in_tables(database, "member", "audit", "audit_detail")
    with database.read() as reader:
        for record in made:
            now = reader.get(type(record), record.uid)
            before = {name: kept.uid if value == other.uid else value for name, value in dict(record).items()}
            assert {**dict(now), "rev": 0} == {**before, "rev": 0}, type(record)
    database.history.undo()
    with database.read() as reader:
        for record in made:
            assert reader.get(type(record), record.uid) == record


def test_of_what_both_have_the_one_kept_stays(database: Database) -> None:
    kept, other = people(database)
    with_everything(database, kept.uid)
    made = with_everything(database, other.uid)
    doubled = MergeService(database, SteadyClock()).compare((kept, other)).doubled

    MergeService(database, SteadyClock()).merge(kept, other, {})

    with database.read() as reader:
        staying = [one for one in made if other.uid in dict(reader.get(type(one), one.uid)).values()]
    told = {name_of(type(one)) for one in staying} - {"distinct_pair"}
    assert told == set(doubled) == KNOWN_BY_EYE - {"conference", "distinct_pair", "outgoing_paper"}


def test_nothing_of_it_is_left_by_an_erasure(database: Database) -> None:
    member, other = people(database)
    with_everything(database, member.uid)
    MemberService(database, SteadyClock()).trash([member.uid])

    ErasureService(database, SteadyClock(), unprotected).erase([member.uid])

    assert member.uid not in uids_in_tables(database)
    assert other.uid in uids_in_tables(database)


def test_a_year_holds_nothing_of_who_lies_in_the_trash(database: Database) -> None:
    member, _ = people(database)
    with_everything(database, member.uid)
    before = review_year(database, YEAR)
    MemberService(database, SteadyClock()).trash([member.uid])

    year = review_year(database, YEAR)

    assert member.uid not in dump.dump(year)
    assert dump.load(dump.dump(year)).members == year.members
    assert [one.speaker for one in year.opinions if one.target == "collective"] == [""]
    MemberService(database, SteadyClock()).restore([member.uid])
    again: Any = review_year(database, YEAR)
    assert dataclasses.replace(again, members=before.members) == before
