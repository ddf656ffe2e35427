"""Killed in the middle of a migration: the old schema or the new, and a verified set from before (A02)."""

from __future__ import annotations

import dataclasses
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import Connection

from app.keys import slot_files
from app.storage import audit, backup, backup_sets, layout, migrate
from app.storage.connections import connect, disconnect
from app.storage.opening import open_database
from tests.builders import SteadyClock
from tests.kills.killer import Killer
from tests.sizes import report, size
from tests.storage import old_databases
from tests.storage.test_migrate import next_step

OLDEST = min(path for path in old_databases.FOLDER.iterdir() if path.is_dir())
ROWS, PART = 1500, 50


@dataclass
class Tally:
    """What a loop of kills came to; `stepped` stand at a schema between, `other` at none at all."""

    kills: int = 0
    hot: int = 0
    old: int = 0
    stepped: int = 0
    new: int = 0
    other: int = 0
    without_backup: int = 0


@pytest.fixture
def steps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of the steps of a later program, which this process knows too."""
    folder = Path(shutil.copytree(migrate.FOLDER, tmp_path / "migrations"))
    monkeypatch.setattr(migrate, "FOLDER", folder)
    return folder


def add_steps(steps: Path, *between: str) -> range:
    """Add two steps that fill a table each, bit by bit; return their numbers."""
    first = migrate.schema_known() + 1
    for number in (first, first + 1):
        fill = (
            f"WITH RECURSIVE n(v) AS (SELECT 1 UNION ALL SELECT v + 1 FROM n WHERE v < {PART})"  # noqa: S608  a number of ours
            f" INSERT INTO later_{number} SELECT randomblob(400) FROM n"
        )
        parts = [f"op.execute('{fill}')", *between] * (ROWS // PART)
        assert next_step(steps / "versions", f"op.execute('CREATE TABLE later_{number} (pad BLOB)')", *parts)
    return range(first, first + 2)


def look(folder: Path, later: range, tally: Tally) -> None:
    """Look at the file as it lies there, then open it with the later program once more."""
    tally.kills += 1
    tally.hot += any((folder / name).exists() for name in layout.SIDE_FILES)
    key = slot_files.read(folder).slots.unlock_with_password(old_databases.PASSWORD)
    connection = connect(folder / layout.DATABASE, key, "make")
    schema, whole = _standing(connection, later)
    disconnect(connection)
    tally.old += whole and schema == int(OLDEST.name[1:])
    tally.new += whole and schema == later[-1]
    tally.stepped += whole and int(OLDEST.name[1:]) < schema < later[-1]
    tally.other += not whole
    made = [one for one in backup_sets.sets(folder) if one.reason == "migration"]
    tally.without_backup += schema > int(OLDEST.name[1:]) and not made
    for one in made:
        backup.verify(one, key)
    if whole:
        database = open_database(folder, key, SteadyClock())
        with database.read() as reader:
            assert audit.first_wrong(reader.connection) is None
            assert _standing(reader.connection, later) == (later[-1], True)
        database.close()


def _standing(connection: Connection, later: range) -> tuple[int, bool]:
    """Return the number of the schema, and whether exactly its tables are there, each with every row."""
    schema = migrate.schema_of(connection)
    names = set(connection.exec_driver_sql("SELECT name FROM sqlite_master").scalars())
    there = [number for number in later if f"later_{number}" in names]
    counts = [
        connection.exec_driver_sql(f"SELECT count(*) FROM later_{number}").scalar_one()  # noqa: S608  a number
        for number in there
    ]
    return schema, there == [number for number in later if number <= schema] and set(counts) <= {ROWS}


def backed_up(folder: Path) -> Path:
    """Return the copy after which the steps begin."""
    made = backup_sets.folder_of(folder)
    return next(made.glob(f"{backup_sets.PREFIX}*{backup_sets.COPY}"), made / "not yet")


@pytest.mark.timeout(900)
@pytest.mark.fault("A02")
def test_killed_while_migrated_it_is_one_schema_or_another(killer: Killer, steps: Path) -> None:
    tally, later = Tally(), add_steps(steps)
    whole = killer.lasting("migrate", OLDEST, str(steps))
    rest = killer.lasting("migrate", OLDEST, str(steps), since=backed_up)
    for number in range(size(8, 60)):
        since = backed_up if number % 2 else None
        folder = killer.kill("migrate", OLDEST, rest if since else whole, str(steps), since=since)
        look(folder, later, tally)
        shutil.rmtree(folder)
    report("A02", **dataclasses.asdict(tally))
    assert (tally.other, tally.without_backup) == (0, 0)


def test_a_step_that_commits_half_way_is_caught(killer: Killer, steps: Path) -> None:
    """The loop above can fail."""
    raw = "op.get_bind().connection.driver_connection"
    tally, later = Tally(), add_steps(steps, f"{raw}.execute('COMMIT')", f"{raw}.execute('BEGIN IMMEDIATE')")
    rest = killer.lasting("migrate", OLDEST, str(steps), since=backed_up)
    while not tally.other and tally.kills < 60:
        folder = killer.kill("migrate", OLDEST, rest, str(steps), since=backed_up)
        look(folder, later, tally)
        shutil.rmtree(folder)
    report("A02 control", kills=tally.kills, other=tally.other)
    assert tally.other > 0
