"""Work away from the window's thread ends on it, whole, stopped or failed."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from app.common.progress import Progress
from app.errors import AppError, Refused
from tests.conftest import LogWatch
from ui.tasks.runner import TaskRunner


@pytest.fixture
def runner(qapp: QApplication) -> Iterator[TaskRunner]:
    runner = TaskRunner(qapp)
    yield runner
    runner.close()


class Listener(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.heard: list[tuple[object, bool]] = []

    @Slot(object)
    def hear(self, value: object) -> None:
        self.heard.append((value, threading.current_thread() is threading.main_thread()))


def test_the_result_arrives_on_the_windows_thread(qtbot: QtBot, runner: TaskRunner) -> None:
    listener = Listener()
    task = runner.store(lambda _progress: threading.current_thread() is threading.main_thread())
    task.succeeded.connect(listener.hear)
    with qtbot.waitSignal(task.finished):
        pass
    assert listener.heard == [(False, True)]
    assert not runner.busy()


def test_storing_is_done_one_after_the_other(qtbot: QtBot, runner: TaskRunner) -> None:
    order: list[str] = []
    gate = threading.Event()

    def first(_progress: Progress) -> None:
        gate.wait(5)
        order.append("first")

    runner.store(first)
    second = runner.store(lambda _progress: order.append("second"))
    gate.set()
    with qtbot.waitSignal(second.finished):
        pass
    assert order == ["first", "second"]


def test_stopping_ends_the_work_at_its_next_step(qtbot: QtBot, runner: TaskRunner) -> None:
    begun = threading.Event()

    def endless(progress: Progress) -> None:
        while True:
            progress.step(1, 2)
            begun.set()

    task = runner.wait_for(endless)
    begun.wait(5)
    with qtbot.waitSignal(task.cancelled):
        task.cancel()


def test_a_refusal_is_told_as_one(qtbot: QtBot, runner: TaskRunner, log_watch: LogWatch) -> None:
    def refuse(_progress: Progress) -> None:
        raise Refused("L-001")

    task = runner.store(refuse)
    with qtbot.waitSignal(task.failed) as told:
        pass
    assert isinstance(told.args[0], AppError)
    assert log_watch.take() == ["task failed: L-001"]


def test_a_bug_reaches_the_crash_hook(qtbot: QtBot, runner: TaskRunner) -> None:
    def fail(_progress: Progress) -> None:
        raise KeyError

    with capture_exceptions() as caught:
        task = runner.store(fail)
        with qtbot.waitSignal(task.finished):
            pass
    assert [kind for kind, *_ in caught] == [KeyError]
