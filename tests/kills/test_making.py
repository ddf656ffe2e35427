"""Killed while the wizard makes the cell: the next start finds a whole cell or none, and goes on (C08)."""

from __future__ import annotations

import dataclasses
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from app import bootstrap
from app.errors import AppError
from tests.builders import CELL, PASSWORD, seams
from tests.kills.killer import Killer
from tests.sizes import report, size

NEVER_WAS = "L-119"
"""There was a file, and no cell in it yet: it is gone, and the wizard comes."""


@dataclass
class Tally:
    """What a loop of kills came to; of the whole cells, `asked` are asked again for a code on paper."""

    kills: int = 0
    none: int = 0
    whole: int = 0
    asked: int = 0
    half: int = 0


def look(folder: Path, tally: Tally) -> None:
    """Start as the program does: unlock where there is a cell, make one where there is none."""
    tally.kills += 1
    try:
        if bootstrap.exists(folder) and _is_whole(folder, tally):
            return
        core, _ = bootstrap.create_cell(folder, PASSWORD, CELL, 2017, seams())
        core.close()
        bootstrap.unlock(folder, PASSWORD, seams()).close()
    except AppError:
        tally.half += 1
    else:
        tally.none += 1


def _is_whole(folder: Path, tally: Tally) -> bool:
    try:
        core = bootstrap.unlock(folder, PASSWORD, seams())
    except AppError as error:
        if error.code != NEVER_WAS:
            raise
        return False
    assert core.cells.current().name == CELL["name"]
    codes = {line.code for line in core.home.lines(2017)}
    assert ("recovery.not_on_paper" in codes) == (not core.keys.recovery.is_on_paper())
    tally.whole += 1
    tally.asked += "recovery.not_on_paper" in codes
    core.close()
    return True


@pytest.mark.timeout(900)
@pytest.mark.fault("C08")
def test_killed_while_made_there_is_a_whole_cell_or_none(killer: Killer) -> None:
    tally = Tally()
    lasting = killer.lasting("make cell", None)
    for _ in range(size(8, 40)):
        folder = killer.kill("make cell", None, lasting)
        look(folder, tally)
        shutil.rmtree(folder)
    report("C08", **dataclasses.asdict(tally))
    assert tally.half == 0
    assert tally.none + tally.whole == tally.kills


def test_a_database_that_grows_under_its_name_is_caught(killer: Killer) -> None:
    """The loop above can fail."""
    tally = Tally()
    lasting = killer.lasting("make cell under its name", None)
    while not tally.half and tally.kills < 60:
        folder = killer.kill("make cell under its name", None, lasting)
        look(folder, tally)
        shutil.rmtree(folder)
    report("C08 control", kills=tally.kills, half=tally.half)
    assert tally.half > 0
