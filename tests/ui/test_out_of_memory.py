"""Heavy work that gets too little memory is told as that, and nothing else changes (A19)."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app import bootstrap
from app.bootstrap import Core, Seams
from app.common.progress import Progress
from app.errors import AppError
from app.storage.database import OPEN
from app.worker.child_jobs import ChildJobs
from tests.builders import CELL, MEMBER, PASSWORD
from tests.conftest import LogWatch
from tests.sizes import LONG, report
from tests.ui.a_program import CHEAP, Room, RoomClock, a_room
from ui.widgets.button import Button

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the limit is RLIMIT_AS")
PLENTY = 1000
ENOUGH_FOR_NONE = 50
MEGABYTES = [*range(2, 100, 4)] if LONG else [2, 10, 30, 40, ENOUGH_FOR_NONE, 60]
TOLD = {"L-011", "L-012", "L-013"}


class TightJobs:
    """The program's own child and jobs, with so many megabytes more than it starts with."""

    def __init__(self) -> None:
        self.megabytes = PLENTY

    def run(self, job: str, payload: bytes, progress: Progress) -> bytes:
        command = (sys.executable, "-m", "tests.worker.tight_child", str(self.megabytes))
        return ChildJobs(command).run(job, payload, progress)


@pytest.fixture
def jobs() -> TightJobs:
    return TightJobs()


@pytest.fixture
def core(tmp_path: Path, jobs: TightJobs) -> Iterator[Core]:
    seams = Seams(RoomClock(), jobs, cost=CHEAP)
    core, _code = bootstrap.create_cell(tmp_path / "so", PASSWORD, CELL, 2017, seams)
    core.members.add(MEMBER)
    yield core
    core.close()


@pytest.mark.fault("A19")
def test_however_little_memory_there_is_it_is_told_and_the_data_stay(
    core: Core, jobs: TightJobs, tmp_path: Path, log_watch: LogWatch
) -> None:
    """A19."""
    paper = core.papers.add("submission", 2017, {"body": "Chi bộ đã kiểm điểm.\n" * 50})
    (database,) = OPEN
    head, codes = database.head, []
    for jobs.megabytes in MEGABYTES:
        try:
            core.papers.write(paper.uid, tmp_path)
        except AppError as error:
            codes.append(error.code)
        assert database.head == head
    report("A19", tried=len(MEGABYTES), told=len(codes), corrupt=int(not core.diagnosis.make().is_sound))
    assert len(codes) >= 3
    assert set(codes) <= TOLD
    assert core.diagnosis.make().is_sound
    jobs.megabytes = PLENTY
    assert all(path.is_file() for path in core.papers.write(paper.uid, tmp_path))
    assert all(line.startswith("child ended with ") for line in log_watch.take())


def test_the_window_says_so_and_works_on(
    qtbot: QtBot, core: Core, jobs: TightJobs, tmp_path: Path, log_watch: LogWatch
) -> None:
    paper = core.papers.add("submission", 2017, {"subject_line": "về việc thử"})
    room = a_room(tmp_path / "so", core)
    qtbot.addWidget(room.window)
    room.window.show()
    room.window.open("papers", paper.uid)
    rest(qtbot, room)
    jobs.megabytes = ENOUGH_FOR_NONE
    write(qtbot, room, tmp_path)
    assert "L-012" in room.notices[-1].words
    jobs.megabytes = PLENTY
    write(qtbot, room, tmp_path)
    assert "L-0" not in room.notices[-1].words
    assert list(tmp_path.glob("*.docx"))
    assert set(log_watch.take()) == {"task failed: L-012"}
    room.close()


def rest(qtbot: QtBot, room: Room) -> None:
    qtbot.waitUntil(lambda: not room.desk.runner.busy(), timeout=20_000)


def write(qtbot: QtBot, room: Room, folder: Path) -> None:
    room.dialogs.paths = [folder]
    button = room.window.page().findChild(Button, "writePaper")
    assert button is not None
    button.click()
    rest(qtbot, room)
