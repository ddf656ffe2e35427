"""Every older schema comes up whole behind a verified backup; a step that fails has never happened."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy.schema import SchemaItem
from sqlalchemy.types import Integer
from sqlmodel import SQLModel

from app.errors import EnvironmentFailed
from app.keys import slot_files
from app.storage import audit, backup, backup_sets, migrate
from app.storage.connections import connect, disconnect, raw_of
from app.storage.database import Database
from app.storage.opening import open_database
from app.storage.tables import ROWS
from tests.storage import old_databases
from tests.storage.cells import SteadyClock

STORED = sorted(path for path in old_databases.FOLDER.iterdir() if path.is_dir())


@pytest.fixture(params=STORED, ids=lambda path: path.name)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Return a copy of a database as an older program left it."""
    return Path(shutil.copytree(request.param, tmp_path / "cu"))


def opened(folder: Path) -> Database:
    key = slot_files.read(folder).slots.unlock_with_password(old_databases.PASSWORD)
    return open_database(folder, key, SteadyClock())


def schema_in(folder: Path) -> int:
    key = slot_files.read(folder).slots.unlock_with_password(old_databases.PASSWORD)
    connection = connect(folder / "chi-bo.db", key, "read")
    schema = migrate.schema_of(connection)
    disconnect(connection)
    return schema


def rows(database: Database) -> dict[str, list[dict[str, Any]]]:
    with database.read() as reader:
        return old_databases.rows_of(reader.connection)


POSTS_CALLED = {"cell_secretary": "Bí thư", "committee_member": "Chi ủy viên", "": ""}


NAMED_MEMBER = {"population", "commitment", "self_review", "responsibility", "attendance", "reservation"}


def assert_kept(before: dict[str, list[dict[str, Any]]], now: dict[str, list[dict[str, Any]]]) -> None:
    """Every fact stands where it stood; the line of posts of a member became posts since an unknown day."""
    for table, old_rows in before.items():
        assert len(now[table]) == len(old_rows), table
        for then, row in zip(old_rows, now[table], strict=True):
            kept = {
                _called_now(table, name): value
                for name, value in then.items()
                if (table, name) != ("member", "post")
            }
            assert {name: row[name] for name in kept} == kept
    for then in before["member"]:
        if "post" in then:
            moved = [row for row in now["post"] if row["member_uid"] == then["uid"]]
            assert ", ".join(POSTS_CALLED[row["kind"]] + row["title"] for row in moved) == then["post"]
            assert {(row["started_on"], row["ended_on"], row["rev"]) for row in moved} <= {("", "", 1)}


def _called_now(table: str, column: str) -> str:
    """Return what a column of an older schema is called now."""
    return "member_uid" if table in NAMED_MEMBER and column == "member" else column


@pytest.fixture
def steps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the folder of steps, to which a test may add one of a later program."""
    folder = Path(shutil.copytree(migrate.FOLDER, tmp_path / "migrations"))
    monkeypatch.setattr(migrate, "FOLDER", folder)
    return folder / "versions"


def next_step(steps: Path, *acts: str) -> int:
    """Add a step that does `acts` (lines of Python); return its number."""
    number = migrate.schema_known() + 1
    lines = [
        '"""A step of a later program."""',
        "from alembic import op",
        f'revision, down_revision = "{number:04d}", "{number - 1:04d}"',
        "def upgrade():",
        *(f"    {act}" for act in acts),
    ]
    (steps / f"v{number:04d}_later.py").write_text("\n".join(lines), encoding="utf-8")
    return number


def test_every_schema_has_its_stored_database() -> None:
    assert [path.name for path in STORED] == [
        f"v{number:04d}" for number in range(1, migrate.schema_known() + 1)
    ]


@pytest.mark.fault("C02")
def test_an_old_database_opens_with_every_row(old: Path) -> None:
    """C02."""
    before = json.loads((old / old_databases.ROWS_NAME).read_text(encoding="utf-8"))
    database = opened(old)
    assert_kept(before, rows(database))
    with database.read() as reader:
        assert audit.first_wrong(reader.connection) is None
        for row_type in ROWS:
            is_newer = row_type.__tablename__ not in before
            assert is_newer or reader.rows(row_type.record_kind()) != [], row_type
    database.close()


def test_slots_from_before_the_question_count_their_code_as_seen() -> None:
    """What an older program stored says nothing of it, and keeps the code under which it was sealed."""
    slots = slot_files.read(STORED[0]).slots
    assert slots.has_seen_code
    assert slots.is_of(slots.unlock_with_password(old_databases.PASSWORD))


def differences(database: Database) -> list[Any]:
    """Return what Alembic would change to make the file as the program declares its tables."""

    def other_kind(_context: object, _column: object, _declared: object, there: Any, declared: Any) -> bool:
        return isinstance(there, Integer) != (declared.python_type in {int, bool})

    def ours(_item: SchemaItem, name: str | None, kind: str, _reflected: bool, _other: object) -> bool:
        return not (kind == "table" and name in {"alembic_version", "journal"})

    with database.idle() as connection, connection.begin():
        context = MigrationContext.configure(
            connection,
            opts={"compare_type": other_kind, "include_object": ours, "target_metadata": SQLModel.metadata},
        )
        return list(compare_metadata(context, SQLModel.metadata))


def test_the_steps_make_the_tables_that_the_program_declares(database: Database) -> None:
    assert differences(database) == []


@pytest.mark.parametrize(
    "drift",
    [
        "ALTER TABLE member ADD COLUMN stray TEXT",
        "ALTER TABLE member DROP COLUMN note",
        "ALTER TABLE draft RENAME TO stray",
        "DROP INDEX ix_member_name_key",
        "DROP TABLE work_year; CREATE TABLE work_year (uid TEXT NOT NULL PRIMARY KEY, rev INT, year INT)",
        "ALTER TABLE work_year DROP COLUMN rev; ALTER TABLE work_year ADD rev TEXT NOT NULL DEFAULT 1",
    ],
)
def test_a_drift_between_steps_and_tables_is_seen(database: Database, drift: str) -> None:
    with database.idle() as connection:
        for trigger in ("INSERT", "UPDATE", "DELETE"):
            for table in ("member", "work_year"):
                raw_of(connection).execute(f"DROP TRIGGER temp.journal_{table}_{trigger}")
        for statement in drift.split("; "):
            raw_of(connection).execute(statement)
    assert differences(database) != []


def test_each_step_has_the_number_of_its_file_and_follows_the_one_before() -> None:
    for path in sorted((migrate.FOLDER / "versions").glob("v*.py")):
        number = int(path.name[1:5])
        text = path.read_text(encoding="utf-8")
        assert f'revision = "{number:04d}"' in text
        before = "None" if number == 1 else f'"{number - 1:04d}"'
        assert f"down_revision = {before}" in text
        assert "import app" not in text
        assert "from app" not in text


def test_a_later_step_runs_behind_a_verified_backup(old: Path, steps: Path) -> None:
    next_step(steps, "op.execute(\"ALTER TABLE member ADD COLUMN email TEXT NOT NULL DEFAULT ''\")")
    schema = schema_in(old)
    database = opened(old)
    assert {row["email"] for row in rows(database)["member"]} == {""}
    (made,) = backup_sets.sets(old)
    assert (made.reason, made.content.schema) == ("migration", schema)
    backup.verify(made, database.place.key)
    database.close()
    database = opened(old)
    assert backup_sets.sets(old) == [made]
    database.close()


FAILURES = {
    "at once": ["raise LookupError"],
    "after changing the schema": ["op.execute('ALTER TABLE member ADD COLUMN x TEXT')", "raise LookupError"],
    "after changing rows": ["op.execute('DELETE FROM member')", "raise LookupError"],
    "by leaving references without a target": [
        "op.execute('CREATE TABLE parent (uid TEXT PRIMARY KEY)')",
        "op.execute('CREATE TABLE child (parent TEXT REFERENCES parent (uid))')",
        "op.execute(\"INSERT INTO child VALUES ('nobody')\")",
    ],
    "by wrong SQL": ["op.execute('UPDATE member SET nonsense = 1')"],
}


@pytest.mark.parametrize("acts", FAILURES.values(), ids=FAILURES)
@pytest.mark.fault("C03")
def test_a_failing_step_has_never_happened(old: Path, steps: Path, acts: list[str]) -> None:
    """C03."""
    good = next_step(steps, "op.execute('CREATE TABLE later (uid TEXT NOT NULL PRIMARY KEY)')")
    bad = next_step(steps, *acts)
    with pytest.raises(EnvironmentFailed) as error:
        opened(old)
    assert error.value.code == "L-215"
    (made,) = backup_sets.sets(old)
    key = slot_files.read(old).slots.unlock_with_password(old_databases.PASSWORD)
    backup.verify(made, key)

    (steps / f"v{bad:04d}_later.py").unlink()  # the program of the step before
    assert schema_in(old) == good
    database = opened(old)
    before = json.loads((old / old_databases.ROWS_NAME).read_text(encoding="utf-8"))
    now = rows(database)
    assert now.pop("later") == []
    assert_kept(before, now)
    assert not any(now[table] for table in now.keys() - before.keys() - {"post"})
    database.close()


@pytest.mark.fault("C04")
def test_no_backup_no_migration(old: Path, steps: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    next_step(steps, "op.execute('DELETE FROM member')")

    def full(*_: object) -> None:
        raise OSError(28, "ENOSPC")

    whole = (old / "chi-bo.db").read_bytes()
    monkeypatch.setattr(backup, "sync_file", full)
    with pytest.raises(EnvironmentFailed) as error:
        opened(old)
    assert error.value.code == "L-102"
    assert (old / "chi-bo.db").read_bytes() == whole
