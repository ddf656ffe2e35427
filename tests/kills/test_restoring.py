"""Killed while a set is brought back: the data from before or those of the set, never neither (D06)."""

from __future__ import annotations

import contextlib
import dataclasses
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.domain.members import Member
from app.errors import EnvironmentFailed
from app.services import opening
from app.storage import audit, backup, backup_sets, restoring
from app.storage.database import Database
from tests.builders import PASSWORD, SteadyClock
from tests.kills.conftest import MEMBERS
from tests.kills.killer import Killer
from tests.sizes import report, size
from tests.storage.cells import a_member

MISSING_CHANGES = "L-203"


@dataclass
class Tally:
    """What a loop of kills came to; `told` of the restored ones were first said to lack changes."""

    kills: int = 0
    old: int = 0
    restored: int = 0
    told: int = 0
    neither: int = 0
    without_former: int = 0


@pytest.fixture(scope="module")
def restorable(prepared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a closed cell with a set, and one member more than in the set."""
    folder = Path(shutil.copytree(prepared, tmp_path_factory.mktemp("restorable") / "so"))
    database = opening.unlock(folder, PASSWORD, SteadyClock())
    backup.make(database, "daily")
    with database.write("member.add") as work:
        work.add(a_member("Trần Thị Mới"))
    backup.make(database, "restore")
    database.close()
    return folder


def opened(folder: Path, tally: Tally) -> Database | None:
    """Open the cell as its user would, who goes on where changes are missing."""
    try:
        return opening.unlock(folder, PASSWORD, SteadyClock())
    except EnvironmentFailed as error:
        if error.code != MISSING_CHANGES:
            return None
    tally.told += 1
    with contextlib.suppress(EnvironmentFailed):
        return opening.unlock(folder, PASSWORD, SteadyClock(), accept_loss=True)
    return None


def look(folder: Path, tally: Tally) -> None:
    tally.kills += 1
    database = opened(folder, tally)
    if database is None:
        tally.neither += 1
        return
    with contextlib.closing(database), database.read() as reader:
        count, sound = reader.count(Member), audit.first_wrong(reader.connection) is None
    tally.old += sound and count == MEMBERS + 1
    tally.restored += sound and count == MEMBERS
    tally.neither += not sound or count not in {MEMBERS, MEMBERS + 1}
    tally.without_former += count == MEMBERS and not _former_is_whole(folder)


def _former_is_whole(folder: Path) -> bool:
    """Return whether the data that were replaced lie beside, and open."""
    found = sorted(backup_sets.folder_of(folder).glob(f"{restoring.ASIDE}_*"))
    for aside in found:
        database = opening.unlock(aside, PASSWORD, SteadyClock(), accept_loss=True)
        with contextlib.closing(database), database.read() as reader:
            if reader.count(Member) == MEMBERS + 1:
                return True
    return False


def aside(folder: Path) -> Path:
    """Return the file that says that the exchange itself begins soon."""
    made = backup_sets.folder_of(folder)
    return next(made.glob(f"{restoring.ASIDE}_*/chi-bo.db"), made / "not yet")


def loop(killer: Killer, act: str, prepared: Path, judge: Callable[[Path], bool]) -> None:
    """Kill half of the acts anywhere and half once the data are set aside, until `judge` has enough."""
    whole = killer.lasting(act, prepared)
    rest = killer.lasting(act, prepared, since=aside)
    number = 0
    while True:
        number += 1
        since = aside if number % 2 else None
        folder = killer.kill(act, prepared, rest if since else whole, since=since)
        done = judge(folder)
        shutil.rmtree(folder)
        if done:
            return


@pytest.mark.timeout(900)
@pytest.mark.fault("D06")
def test_killed_while_restoring_it_is_the_old_or_the_restored(killer: Killer, restorable: Path) -> None:
    tally, kills = Tally(), size(8, 60)

    def judge(folder: Path) -> bool:
        look(folder, tally)
        return tally.kills == kills

    loop(killer, "restore", restorable, judge)
    report("D06", **dataclasses.asdict(tally))
    assert (tally.neither, tally.without_former) == (0, 0)


def test_a_set_copied_over_the_data_is_caught(killer: Killer, restorable: Path) -> None:
    """The loop above can fail."""
    tally = Tally()

    def judge(folder: Path) -> bool:
        look(folder, tally)
        return bool(tally.neither) or tally.kills >= 60

    loop(killer, "restore over", restorable, judge)
    report("D06 control", kills=tally.kills, neither=tally.neither)
    assert tally.neither > 0
