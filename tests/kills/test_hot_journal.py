"""A bit flipped in a hot rollback journal, as a killed Đổi khóa leaves it: told, or every row there (A15)."""

from __future__ import annotations

import contextlib
import dataclasses
import shutil
import sqlite3
from dataclasses import dataclass
from pathlib import Path

import pytest

from app import bootstrap
from app.errors import EnvironmentFailed
from app.services import opening
from app.storage import audit, backup_sets, layout
from tests.builders import PASSWORD, SteadyClock, seams
from tests.kills.acts import NEW
from tests.kills.conftest import MEMBERS
from tests.kills.killer import Killer
from tests.kills.test_keys import staged
from tests.sizes import report, size

JOURNAL = layout.SIDE_FILES[2]
CHANGED_PER_JOURNAL = 10


@dataclass
class Tally:
    """What the flips came to; `restored` of the told ones came back whole from their set."""

    flips: int = 0
    told: int = 0
    whole: int = 0
    wrong: int = 0
    restored: int = 0


def killed_among_pages(killer: Killer, prepared: Path) -> Path:
    """Return a folder whose journal is hot."""
    rest = killer.lasting("change key", prepared, since=staged)
    for _ in range(200):
        folder = killer.kill("change key", prepared, rest / 3, since=staged)
        if (folder / JOURNAL).exists() and (folder / JOURNAL).stat().st_size > 100_000:
            return folder
        shutil.rmtree(folder)
    raise AssertionError("no kill fell among the pages")


def flip(path: Path, killer: Killer) -> None:
    """Flip one bit, as often in the head of the journal as anywhere in it."""
    content = bytearray(path.read_bytes())
    at = killer.dice.randrange(killer.dice.choice((512, len(content))))
    content[at] ^= 1 << killer.dice.randrange(8)
    path.write_bytes(content)


def look(folder: Path, tally: Tally) -> None:
    tally.flips += 1
    for password in (PASSWORD, NEW):
        with contextlib.suppress(EnvironmentFailed):
            database = opening.unlock(folder, password, SteadyClock())
            with contextlib.closing(database), database.read() as reader:
                counted = reader.connection.exec_driver_sql("SELECT count(*) FROM member").scalar_one()
                whole = counted == MEMBERS and audit.first_wrong(reader.connection) is None
            tally.whole += whole
            tally.wrong += not whole
            return
    tally.told += 1
    chosen = next(one for one in backup_sets.sets(folder) if one.reason == "rekey")
    bootstrap.restore_closed(folder, chosen, PASSWORD, seams())
    core = bootstrap.unlock(folder, PASSWORD, seams())
    tally.restored += len(core.members.list()) == MEMBERS
    core.close()


@pytest.mark.timeout(900)
@pytest.mark.fault("A15")
def test_a_flipped_bit_in_a_hot_journal_is_told_or_harmless(killer: Killer, prepared: Path) -> None:
    tally = Tally()
    while tally.flips < size(10, 100):
        hot = killed_among_pages(killer, prepared)
        for _ in range(CHANGED_PER_JOURNAL):
            folder = killer.fresh(hot)
            flip(folder / JOURNAL, killer)
            look(folder, tally)
            shutil.rmtree(folder)
        shutil.rmtree(hot)
    report("A15", **dataclasses.asdict(tally))
    assert tally.wrong == 0
    assert tally.restored == tally.told


@pytest.mark.parametrize("bit", [12, 24, 30])
@pytest.mark.fault("A15")
def test_a_journal_that_would_swell_the_file_is_told_and_the_set_comes_back(
    killer: Killer, prepared: Path, bit: int
) -> None:
    content = bytearray()
    while not content.startswith(b"\xd9\xd5\x05\xf9"):  # one that had reached the disk
        folder = killed_among_pages(killer, prepared)
        journal, database = folder / JOURNAL, folder / layout.DATABASE
        content = bytearray(journal.read_bytes())
    pages = int.from_bytes(content[16:20], "big")
    content[16:20] = (pages ^ 1 << bit).to_bytes(4, "big")
    journal.write_bytes(content)
    before = database.stat().st_size
    with pytest.raises(EnvironmentFailed, match="L-201"):
        opening.unlock(folder, PASSWORD, SteadyClock())
    assert database.stat().st_size == before
    tally = Tally()
    look(folder, tally)
    assert (tally.told, tally.restored) == (1, 1)


def plain_hot_journal(folder: Path) -> bytes:
    """Leave in `folder` a plain database in the middle of a change, and return what it held before."""
    folder.mkdir()
    live = folder / "live.db"
    connection = sqlite3.connect(live, isolation_level=None)
    connection.executescript(
        "PRAGMA journal_mode = DELETE; PRAGMA cache_size = 2; CREATE TABLE t (line TEXT)"
    )
    connection.executemany("INSERT INTO t VALUES (?)", [(f"dòng {number} " * 40,) for number in range(400)])
    before = live.read_bytes()
    connection.execute("BEGIN")
    connection.execute("UPDATE t SET line = upper(line)")
    for name in ("live.db", "live.db-journal"):
        shutil.copyfile(folder / name, folder / name.replace("live", "hot"))
    connection.execute("ROLLBACK")
    connection.close()
    return before


def test_in_a_journal_without_codes_such_flips_would_be_silent(killer: Killer, tmp_path: Path) -> None:
    """The control: a plain database takes the flipped pages back and says nothing."""
    folder = tmp_path / "thường"
    before = plain_hot_journal(folder)
    flips = wrong = 0
    for place in range(20):
        one = folder / f"{place}.db"
        shutil.copyfile(folder / "hot.db", one)
        shutil.copyfile(folder / "hot.db-journal", journal := folder / f"{place}.db-journal")
        flip(journal, killer)
        flips += 1
        connection = sqlite3.connect(one)
        with contextlib.closing(connection), contextlib.suppress(sqlite3.DatabaseError):
            connection.execute("SELECT count(*) FROM t").fetchone()
            wrong += one.read_bytes() != before
    report("A15 control", flips=flips, wrong=wrong)
    assert wrong > 0
