"""Killed while the key or the password is changed: one of the two passwords opens, never neither (A03)."""

from __future__ import annotations

import contextlib
import dataclasses
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from app import bootstrap
from app.bootstrap import Core
from app.errors import EnvironmentFailed
from app.keys import slot_files
from app.storage import backup, layout
from tests.builders import PASSWORD, seams
from tests.kills.acts import NEW, REPLACED, password_of
from tests.kills.conftest import MEMBERS
from tests.kills.killer import Killer
from tests.sizes import report, size

REFUSED = {"L-206", "L-216"}


@dataclass
class Tally:
    """What a loop of kills came to.

    `interrupted` fell inside the change, `hot` of them while pages were being written; `unhealed` are folders
    that still show it after they were opened.
    """

    kills: int = 0
    interrupted: int = 0
    hot: int = 0
    old: int = 0
    new: int = 0
    neither: int = 0
    damaged: int = 0
    unhealed: int = 0
    without_backup: int = 0


def opened(folder: Path, password: str) -> Core | None:
    """Return the cell, or None when it is said to be the wrong password."""
    try:
        return bootstrap.unlock(folder, password, seams())
    except EnvironmentFailed as error:
        if error.code not in REFUSED:
            raise
        return None


def judge(folder: Path, first: str, tally: Tally) -> None:
    """Open the cell as its users would, who try `first` and then the other password."""
    tally.kills += 1
    tally.interrupted += (folder / layout.STAGED).exists()
    tally.hot += (folder / layout.SIDE_FILES[2]).exists()
    for password in (first, NEW if first == PASSWORD else PASSWORD):
        with contextlib.suppress(EnvironmentFailed):
            if core := opened(folder, password):
                break
    else:
        tally.neither += 1
        return
    tally.old += password == PASSWORD
    tally.new += password == NEW
    tally.damaged += len(core.members.list()) != MEMBERS
    tally.without_backup += password == NEW and not core.keys.changing.former_sets()
    newest = core.backups.make("manual")
    core.close()
    tally.unhealed += (folder / layout.STAGED).exists() or slot_files.read(folder).to_heal != ()
    own = slot_files.read_one(newest.slots)
    assert own is not None
    backup.verify(newest, own.unlock_with_password(password))


def staged(folder: Path) -> Path:
    """Return the file that comes last before the database is touched."""
    return folder / layout.STAGED / slot_files.FILE_NAMES[1]


@pytest.mark.timeout(900)
@pytest.mark.fault("A03")
def test_killed_while_the_key_is_changed_one_password_opens(killer: Killer, prepared: Path) -> None:
    """Half of the kills fall anywhere, half between the first page under the new key and the end."""
    tally = Tally()
    whole = killer.lasting("change key", prepared)
    rest = killer.lasting("change key", prepared, since=staged)
    for number in range(size(8, 60)):
        since = staged if number % 2 else None
        folder = killer.kill("change key", prepared, rest / 2 if since else whole, since=since)
        judge(folder, killer.dice.choice((PASSWORD, NEW)), tally)
        shutil.rmtree(folder)
    report("A03", **dataclasses.asdict(tally))
    assert (tally.neither, tally.damaged, tally.unhealed, tally.without_backup) == (0, 0, 0, 0)


def replaced(folder: Path) -> Path:
    """Return the file by which the wrong program says that the old slots are gone."""
    return folder / REPLACED


def test_slots_that_are_replaced_first_are_caught(killer: Killer, prepared: Path) -> None:
    """The loop above can fail."""
    tally = Tally()
    rest = killer.lasting("change key in place", prepared, since=replaced)
    while not tally.neither and tally.kills < 60:
        folder = killer.kill("change key in place", prepared, rest / 3, since=replaced)
        judge(folder, PASSWORD, tally)
        shutil.rmtree(folder)
    report("A03 control", kills=tally.kills, neither=tally.neither)
    assert tally.neither > 0


@dataclass
class Changes:
    """What a loop of kills during changes of the password came to."""

    kills: int = 0
    acknowledged: int = 0
    old: int = 0
    new: int = 0
    neither: int = 0


def look(folder: Path, tally: Changes) -> None:
    """Ask for the password that was said to be changed last, and for the one being set."""
    said = folder / "said"
    last = len(said.read_text().splitlines()) if said.exists() else 0
    tally.kills += 1
    tally.acknowledged += last
    for number in (last, last + 1):
        with contextlib.suppress(EnvironmentFailed):
            if core := opened(folder, password_of(number)):
                core.close()
                tally.old += number == last
                tally.new += number > last
                return
    tally.neither += 1


@pytest.mark.timeout(900)
@pytest.mark.fault("A03")
def test_killed_while_the_password_is_changed_one_of_the_two_opens(killer: Killer, small: Path) -> None:
    tally = Changes()
    for _ in range(size(10, 60)):
        folder = killer.kill("change passwords", small, 0.1)
        look(folder, tally)
        shutil.rmtree(folder)
    report("A03 slots", **dataclasses.asdict(tally))
    assert tally.neither == 0
    assert tally.acknowledged > 0


def test_slots_that_are_written_in_place_are_caught(killer: Killer, small: Path) -> None:
    """The loop above can fail."""
    tally = Changes()
    while not tally.neither and tally.kills < 60:
        folder = killer.kill("change passwords in place", small, 0.1)
        look(folder, tally)
        shutil.rmtree(folder)
    report("A03 control", kills=tally.kills, neither=tally.neither)
    assert tally.neither > 0
