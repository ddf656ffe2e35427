"""Killed while backing up: every set that counts is whole, and nothing half made is left (D05)."""

from __future__ import annotations

import dataclasses
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.errors import EnvironmentFailed
from app.services import opening
from app.storage import backup, backup_sets
from tests.builders import PASSWORD, SteadyClock
from tests.kills.killer import Killer
from tests.sizes import report, size


@dataclass
class Tally:
    """What a loop of kills came to; `unfinished` had something half made before the next start."""

    kills: int = 0
    sets: int = 0
    unfinished: int = 0
    false_good: int = 0
    left_over: int = 0


def look(folder: Path, tally: Tally) -> None:
    """Judge the sets as they lie there, then what the next start leaves."""
    tally.kills += 1
    sets = backup_sets.sets(folder)
    tally.sets += len(sets)
    tally.unfinished += len(_files(folder)) != 3 * len(sets)
    database = opening.unlock(folder, PASSWORD, SteadyClock())
    for one in sets:
        try:
            backup.verify(one, database.place.key)
        except EnvironmentFailed:
            tally.false_good += 1
    database.close()
    assert backup_sets.sets(folder) == sets
    tally.left_over += len(_files(folder)) != 3 * len(sets)


def _files(folder: Path) -> list[Path]:
    """Return every file of the sets, whole or half made; each set has three."""
    made = backup_sets.folder_of(folder)
    return [path for path in made.glob("*") if path.name.startswith(backup_sets.PREFIX)]


@pytest.mark.timeout(900)
@pytest.mark.fault("D05")
def test_killed_while_backing_up_no_set_counts_that_is_not_whole(killer: Killer, prepared: Path) -> None:
    tally = Tally()
    for _ in range(size(8, 60)):
        folder = killer.kill("back up", prepared, 0.25)
        look(folder, tally)
        shutil.rmtree(folder)
    report("D05", **dataclasses.asdict(tally))
    assert (tally.false_good, tally.left_over) == (0, 0)


def test_a_copy_that_grows_under_its_name_is_caught(killer: Killer, prepared: Path) -> None:
    """The loop above can fail."""
    tally = Tally()
    while not tally.false_good and tally.kills < 60:
        folder = killer.kill("back up under its name", prepared, 0.4)
        look(folder, tally)
        shutil.rmtree(folder)
    report("D05 control", kills=tally.kills, false_good=tally.false_good)
    assert tally.false_good > 0
