"""Several sticks are never chosen among, and a slow one leaves the window alive and is told honestly."""

import dataclasses
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.bootstrap import Core, create_cell
from tests.builders import CELL, MEMBER, PASSWORD, seams
from tests.sizes import report
from tests.ui.desks import notices_of, put_on_screen
from tests.ui.sticks import Sticks
from tests.ui.test_packages_page import button, issue, said, write
from ui.pages.packages_page import PackagesPage
from ui.pages.page import Desk
from ui.texts import packages as words
from ui.widgets.choice_card import ChoiceCard

_RATE = 500_000
"""Bytes a second of a slow stick (reliability.md G24)."""
_BEAT_MS = 5


class SlowSticks(Sticks):
    """Takes its time with every byte, and knows how many are on the medium."""

    def __init__(self, *roots: Path) -> None:
        super().__init__(*roots)
        self.buffered = self.flushed = 0

    def taken(self, data: bytes | memoryview) -> bytes | memoryview:
        """Take it slowly."""
        time.sleep(len(data) / _RATE)
        self.buffered += len(data)
        return data

    def before(self, operation: str, path: Path) -> None:  # noqa: ARG002  the port's shape
        """Count what a flush brought to the medium."""
        if operation == "fsync":
            self.flushed = self.buffered


@pytest.fixture
def sticks(tmp_path: Path) -> SlowSticks:
    for name in ("USB", "KHAC"):
        (tmp_path / name).mkdir()
    return SlowSticks(tmp_path / "USB", tmp_path / "KHAC")


@pytest.fixture
def core(tmp_path: Path, sticks: SlowSticks) -> Iterator[Core]:
    core, _code = create_cell(
        tmp_path / "so", PASSWORD, CELL, 2017, dataclasses.replace(seams(), files=sticks)
    )
    core.members.add(MEMBER)
    issue(core, "submission", "member_list")
    yield core
    core.close()


@pytest.fixture
def page(qtbot: QtBot, core: Core, desk: Desk) -> Iterator[PackagesPage]:
    page = PackagesPage(core, desk)
    put_on_screen(qtbot, page, core)
    yield page
    qtbot.waitUntil(lambda: not desk.runner.busy())


def cards(page: PackagesPage) -> list[ChoiceCard]:
    return page.findChildren(ChoiceCard)


def chosen(page: PackagesPage) -> list[str]:
    return [card.title() for card in cards(page) if card.isChecked()]


@pytest.mark.fault("G02")
def test_of_two_sticks_the_user_chooses_one(
    qtbot: QtBot, page: PackagesPage, core: Core, desk: Desk, tmp_path: Path
) -> None:
    heard = notices_of(desk)
    assert chosen(page) == []
    write(qtbot, page, desk)
    assert heard[-1].words == words.CHOOSE_FIRST
    assert [list((tmp_path / name).iterdir()) for name in ("USB", "KHAC")] == [[], []]
    for card, name in zip(cards(page), ("USB", "KHAC"), strict=True):
        assert name in card.accessibleName()
        assert str(tmp_path / name) in card.accessibleName()
        assert "còn " in card.accessibleName()

    QTest.mouseClick(cards(page)[1], Qt.MouseButton.LeftButton)
    write(qtbot, page, desk)

    (written,) = core.packages.history(2017)
    assert [path.name for path in (tmp_path / "KHAC").iterdir()] == [written.folder_name]
    assert list((tmp_path / "USB").iterdir()) == []


@pytest.mark.fault("G02")
def test_a_stick_that_was_chosen_as_the_only_one_is_asked_about_beside_a_second(
    page: PackagesPage, sticks: SlowSticks, tmp_path: Path
) -> None:
    sticks.roots = [tmp_path / "USB"]
    button(page, "lookAgain").click()
    assert len(chosen(page)) == 1
    sticks.roots = [tmp_path / "KHAC", tmp_path / "USB"]
    button(page, "lookAgain").click()
    assert chosen(page) == []
    cards(page)[1].click()
    mine = chosen(page)
    sticks.roots = [tmp_path / "USB", tmp_path / "KHAC"]
    button(page, "lookAgain").click()
    assert chosen(page) == mine


class Heart:
    """Beats in the window's thread; the longest gap is how long the window stood still."""

    def __init__(self) -> None:
        self.beats, self.longest = 0, 0.0
        self._last = time.perf_counter()
        self._timer = QTimer(interval=_BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.beats, self.longest, self._last = self.beats + 1, max(self.longest, now - self._last), now

    def stop(self) -> None:
        """Beat no more."""
        self._timer.stop()


@pytest.mark.fault("G24")
def test_with_a_slow_stick_the_window_stays_alive(
    qtbot: QtBot, page: PackagesPage, core: Core, desk: Desk, sticks: SlowSticks
) -> None:
    cards(page)[0].click()
    heart, started = Heart(), time.perf_counter()
    write(qtbot, page, desk)
    seconds = time.perf_counter() - started
    heart.stop()

    (written,) = core.packages.history(2017)
    assert words.MAY_PULL in said(page)
    assert sticks.buffered == sticks.flushed > 10 * written.file_count
    assert heart.beats > 10
    report(
        "G24",
        kilobytes=sticks.buffered // 1000,
        ms=round(1000 * seconds),
        longest_gap_ms=round(1000 * heart.longest),
    )


@pytest.mark.fault("G24")
def test_progress_counts_what_is_on_the_medium_and_nothing_else(
    core: Core, sticks: SlowSticks, tmp_path: Path
) -> None:
    class Honest:
        def __init__(self) -> None:
            self.steps = 0

        def step(self, done: int, total: int, label: str = "") -> None:
            assert done <= total
            if label == "package.writing":
                assert done <= sticks.flushed
                self.steps += 1

    honest = Honest()
    written = core.packages.write(2017, tmp_path / "USB", honest)
    assert honest.steps >= written.file_count
