"""A practice cell in January after its year, made once and copied for every task."""

import datetime as dt
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app import bootstrap
from app.bootstrap import Core, Seams
from app.worker.inline import InlineJobs
from tests.ui.a_program import CHEAP, RoomClock, a_room
from tests.ui.tasks.newcomer import Newcomer

YEAR = 2017
Sit = Callable[[Callable[[Core], object] | None], Newcomer]


def _seams() -> Seams:
    clock = RoomClock()
    clock.moment = dt.datetime(2018, 1, 10, 8, 30)  # noqa: DTZ001  the wall clock has no zone
    return Seams(clock, jobs=InlineJobs(), cost=CHEAP)


@pytest.fixture(scope="session")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The practice cell as the first click makes it."""
    folder = tmp_path_factory.mktemp("practice") / "so"
    bootstrap.create_practice_cell(folder, bootstrap.practice_password(), _seams()).close()
    return folder


@pytest.fixture
def sit(practice: Path, qtbot: QtBot, tmp_path: Path) -> Iterator[Sit]:
    """Give what seats a new user before Trang chính, after `prepare` made the year as the task tells it."""
    rooms = []

    def seat(prepare: Callable[[Core], object] | None = None) -> Newcomer:
        folder = tmp_path / "so"
        shutil.copytree(practice, folder)
        seams = _seams()
        core = bootstrap.unlock(folder, bootstrap.practice_password(), seams)
        if prepare:
            prepare(core)
        room = a_room(folder, core)
        assert isinstance(room.desk.clock, RoomClock)
        room.desk.clock.moment = seams.clock.now()
        rooms.append(room)
        qtbot.addWidget(room.window)
        room.window.resize(1366, 697)
        room.window.show()
        room.window.open("home")
        room.window.activateWindow()
        qtbot.waitUntil(room.window.isActiveWindow)
        return Newcomer(room, qtbot)

    yield seat
    for room in rooms:
        room.close()


def member(core: Core, name: str) -> str:
    """Return the member of this name."""
    return next(one.uid for one in core.members.list() if one.full_name == name)
