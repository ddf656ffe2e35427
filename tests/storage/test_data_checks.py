"""What contradicts itself in the data is found, class by class, and mended on a copy only."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Enum, insert, text
from sqlalchemy.types import Boolean, Date, Float, Integer, String
from sqlmodel.sql.sqltypes import AutoString

from app import bootstrap
from app.bootstrap import Core
from app.common.paths import RESOURCES
from app.domain.members import Member
from app.storage.connections import connect, disconnect, transaction
from app.storage.data_checks import damages
from app.storage.database import Database
from app.storage.references import references
from app.storage.tables import ROWS, table_of
from tests.builders import MEMBER, PASSWORD, a_core, a_database, an_issued_paper, seams
from tests.sizes import report

REFERENCES = {f"{one.child.name}.{one.column}": one for one in references()}
Plant = Callable[[Connection], object]


def a_row(name: str, **values: Any) -> dict[str, Any]:
    """Return a row of a table with something in every column."""
    table = next(table for table in map(table_of, ROWS) if table.name == name)
    row = {column.name: _something(column.type) for column in table.columns if not column.nullable}
    return {**row, "uid": f"planted-{len(values)}", **values}


def _something(kind: object) -> object:
    if isinstance(kind, Enum) and kind.enum_class is not None:
        return next(iter(kind.enum_class))
    if isinstance(kind, Boolean):
        return False
    if isinstance(kind, Integer | Float):
        return 2017
    if isinstance(kind, Date):
        return dt.date(2017, 12, 5)
    return "" if isinstance(kind, String | AutoString) else dt.datetime(2017, 12, 5, tzinfo=dt.UTC)


def planted(folder: Path, key: bytes, plant: Plant) -> None:
    """Change a closed database behind the program's back, references not being held."""
    connection = connect(folder / "chi-bo.db", key, "make")
    with transaction(connection):
        plant(connection)
    disconnect(connection)


def add(name: str, **values: Any) -> Plant:
    table = next(table for table in map(table_of, ROWS) if table.name == name)
    return lambda connection: connection.execute(insert(table), a_row(name, **values))


def twice(name: str, **values: Any) -> Plant:
    def plant(connection: Connection) -> None:
        for number in (1, 2):
            add(name, **{**values, "uid": f"planted-{number}"})(connection)

    return plant


def both(*plants: Plant) -> Plant:
    def plant(connection: Connection) -> None:
        for one in plants:
            one(connection)

    return plant


def sql(statement: str) -> Plant:
    return lambda connection: connection.execute(text(statement))


CLASSES: dict[str, tuple[Plant, str, str]] = {
    "two cells": (add("cell", uid="planted"), "cells", "cell"),
    "no cell": (sql("DELETE FROM cell"), "cells", "cell"),
    "no identity": (sql("DELETE FROM identity"), "cells", "identity"),
    "a post of nobody": (add("post", member_uid="nobody"), "orphan", "post"),
    "two cycles of a year": (twice("cycle", year=2017), "double", "cycle"),
    "two reviews of a member": (
        twice("self_review", year=2017, round_number=1, member_uid=""), "double", "self_review",
    ),
    "a member admitted before birth": (
        sql("UPDATE member SET born_on = '2001-01-01', admitted_on = '1999-01-01'"),
        "contradictory",
        "member",
    ),
    "a post that ends before it begins": (
        add("post", member_uid="nobody", started_on="2017-05", ended_on="2016"), "contradictory", "post",
    ),
    "two years alike": (twice("work_year", year=2020), "double", "work_year"),
    "one card for two": (
        sql("UPDATE member SET card_number = '000000000001'"), "double_card", "member",
    ),
    "one number for two papers": (
        sql("UPDATE outgoing_paper SET number = 1, type_code = 'TTr'"), "double_number", "outgoing_paper",
    ),
    "one number in two years of a term": (
        sql("UPDATE outgoing_paper SET year = 2015 + number, number = 1"),
        "double_number", "outgoing_paper",
    ),
    "issued without content": (
        sql("UPDATE outgoing_paper SET issued_content = ''"), "issued_empty", "outgoing_paper",
    ),
    "numbered and not issued": (
        sql("UPDATE outgoing_paper SET issued_at = NULL"), "numbered_unissued", "outgoing_paper",
    ),
    "issued and in the trash": (
        sql("UPDATE outgoing_paper SET trashed_on = '2017-12-05'"), "issued_trashed", "outgoing_paper",
    ),
    "written and never finished": (
        add("submission", state="written", written_at=None), "written_never", "submission",
    ),
    "more ballots than people": (add("ballot", issued=2018), "ballot_sums", "ballot"),
    "a line that does not add up": (
        both(add("ballot", uid="planted", valid=5), add("ballot_line", ballot="planted", blank=4)),
        "line_sums", "ballot_line",
    ),
    "a date that is none": (
        sql("UPDATE member SET born_on = '1985-77-99'"), "unreadable", "member",
    ),
    "a day that is none": (
        sql("UPDATE outgoing_paper SET dated_on = '2017-13-45'"), "unreadable", "outgoing_paper",
    ),
    "a wrong sorting key": (sql("UPDATE member SET name_key = 'zz'"), "stale", "member"),
    "an entry taken out": (sql("DELETE FROM audit WHERE seq = 2"), "chain", "audit"),
    "an entry changed": (sql("UPDATE audit SET action = 'member.add' WHERE seq = 1"), "chain", "audit"),
}  # fmt: skip


@pytest.fixture
def closed(tmp_path: Path) -> tuple[Path, bytes]:
    """A closed database with two members and two issued papers."""
    database = a_database(tmp_path / "so")
    with database.write("member.add") as work:
        for number, name in ((1, "Nguyễn Văn A"), (2, "Trần Thị B")):
            facts = {**MEMBER, "full_name": name, "card_number": f"{number:012d}", "uid": f"m{number}"}
            work.add(Member.model_validate({key: value for key, value in facts.items() if key != "post"}))
        work.add_all([an_issued_paper(number=1), an_issued_paper(number=2)])
    key = database.place.key
    database.close()
    return tmp_path / "so", key


def found_with(folder: Path, key: bytes, plants: dict[str, Plant]) -> dict[str, set[tuple[str, str]]]:
    """Return what is found with each of `plants` in the closed data, one after the other."""
    connection = connect(folder / "chi-bo.db", key, "make")
    found = {}
    for name, plant in plants.items():
        with connection.begin() as work:
            plant(connection)
            found[name] = {(damage.kind, damage.table) for damage in damages(connection)}
            work.rollback()
    disconnect(connection)
    return found


@pytest.mark.fault("A22")
def test_every_class_of_damage_that_is_planted_is_found(closed: tuple[Path, bytes]) -> None:
    """A22: planted with references not being held, each into a copy of its own."""
    nothing: Plant = lambda _connection: None  # noqa: E731  one of them among the others
    found = found_with(
        *closed, {"nothing": nothing, **{name: plant for name, (plant, *_) in CLASSES.items()}}
    )
    assert found["nothing"] == set()
    missed = [name for name, (_, kind, table) in CLASSES.items() if (kind, table) not in found[name]]
    report("A22", classes=len(CLASSES), found=len(CLASSES) - len(missed))
    assert missed == []
    assert {kind for _, kind, _ in CLASSES.values()} == set(_kinds())


def _kinds() -> list[str]:
    return list(tomllib.loads((RESOURCES / "texts" / "data_check.toml").read_text("utf-8"))["kinds"])


@pytest.mark.fault("A22")
def test_every_reference_that_leads_nowhere_is_found(closed: tuple[Path, bytes]) -> None:
    plants = {name: add(one.child.name, **{one.column: "nobody"}) for name, one in REFERENCES.items()}
    found = found_with(*closed, plants)
    missed = [name for name, one in REFERENCES.items() if ("orphan", one.child.name) not in found[name]]
    report("A22", references=len(REFERENCES), found=len(REFERENCES) - len(missed))
    assert len(REFERENCES) > 40
    assert missed == []


def test_numbers_begin_anew_with_a_term_in_the_middle_of_a_year(closed: tuple[Path, bytes]) -> None:
    new_term = "UPDATE cell SET term_started_on = '2017-12-04'"
    before = "UPDATE outgoing_paper SET number = 1, dated_on = '2017-12-03' WHERE number = 2"

    def plant(connection: Connection) -> None:
        for statement in (new_term, before):
            sql(statement)(connection)

    assert found_with(*closed, {"two terms": plant})["two terms"] == set()


def test_practice_data_contradict_themselves_nowhere(tmp_path: Path) -> None:
    core = bootstrap.create_practice_cell(tmp_path / "so", PASSWORD, seams())
    assert core.data_check.look() == ()
    core.close()


def test_the_words_are_those_of_tables_that_there_are() -> None:
    tables = {table_of(row).name for row in ROWS} | {"identity", "audit"}
    named = set(tomllib.loads((RESOURCES / "texts" / "records.toml").read_text("utf-8"))) - {"other"}
    assert named <= tables
    assert len(tables - named) < len(tables) // 10  # one that is newer is told as "Mục khác"


def opened(folder: Path) -> tuple[Core, Database]:
    core = bootstrap.unlock(folder, PASSWORD, seams())
    return core, core.access._database  # noqa: SLF001  to plant what no act of the program would


@pytest.fixture
def damaged(tmp_path: Path) -> Core:
    """An open cell with a post of nobody, an opinion whose shortcoming is gone, and a wrong sorting key."""
    a_core(tmp_path / "so").close()
    core, database = opened(tmp_path / "so")
    core.members.add({"full_name": "Nguyễn Văn A"})
    core.close()
    key = database.place.key
    planted(tmp_path / "so", key, add("post", member_uid="nobody"))
    planted(tmp_path / "so", key, add("opinion", uid="o", speaker="", target="cell", shortcoming="gone"))
    planted(tmp_path / "so", key, sql("UPDATE member SET name_key = 'zz'"))
    return bootstrap.unlock(tmp_path / "so", PASSWORD, seams())


@pytest.mark.fault("A22")
def test_mending_makes_a_copy_and_leaves_the_data_as_they_are(damaged: Core) -> None:
    before = damaged.data_check.look()
    assert {(one.kind, one.table) for one in before if one.can_mend} == {
        ("orphan", "post"), ("orphan", "opinion"), ("stale", "member"),
    }  # fmt: skip
    made = damaged.data_check.mend()
    assert damaged.data_check.look() == before
    assert (made.reason, made.content.counts["post"], made.content.counts["opinion"]) == ("mended", 0, 1)
    assert [path.name for path in made.folder.iterdir() if "dang-tao" in path.name] == []
    damaged.backups.restore(made)
    assert [one for one in damaged.data_check.look() if one.can_mend] == []
    assert damaged.backups.loss(made).changes == 1  # the restore itself
    damaged.close()


def test_findings_are_sentences_with_the_names_of_members(damaged: Core) -> None:
    sentences = {(one.kind, one.table): one.sentence for one in damaged.data_check.look()}
    assert sentences["orphan", "post"].startswith("Chức vụ của đảng viên: 1 mục")
    assert sentences["stale", "member"].startswith("Đảng viên: 1 mục xếp không đúng với tên")
    damaged.close()
