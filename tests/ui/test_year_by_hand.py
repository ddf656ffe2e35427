"""A year of five members, two on paper, typed through the windows: blank database to a verified package."""

import dataclasses
import datetime as dt
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.bootstrap import Seams
from tests.ui.a_program import CHEAP, RoomClock
from tests.ui.doubles import PreparedDialogs
from tests.ui.journey import (
    beginning,
    correcting,
    costs,
    handing_in,
    meeting,
    package,
    promising,
    rating,
    suggesting,
    writing,
)
from tests.ui.journey.hand import Hand
from tests.ui.journey.words import Words, words_of
from tests.ui.sticks import Sticks
from ui.main import Program

YEARS = (2017, 2026)
# The offscreen screen has no stack of windows and no keyboard to grab for a list that drops down.
pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(600),
    pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True),
]


@pytest.fixture
def clock() -> RoomClock:
    return RoomClock()


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    (tmp_path / "USB").mkdir()
    return tmp_path / "USB"


@pytest.fixture
def hand(qapp: QApplication, qtbot: QtBot, tmp_path: Path, clock: RoomClock, stick: Path) -> Iterator[Hand]:
    seams = dataclasses.replace(Seams(clock, cost=CHEAP), files=Sticks(stick))
    program = Program(qapp, tmp_path / "so", seams)
    program.dialogs = PreparedDialogs()
    yield Hand(qtbot, program)
    if program.window:
        program.window.close()
    program.close()
    program.deleteLater()


@pytest.mark.parametrize("year", YEARS)
def test_a_year_is_typed_from_a_blank_database_to_a_verified_package(
    hand: Hand, clock: RoomClock, tmp_path: Path, year: int
) -> None:
    words = words_of(year)

    def evening(month: int, day: int, of_year: int = year) -> None:
        beginning.come_back(hand, words, lambda: setattr(clock, "moment", _evening(of_year, month, day)))

    clock.moment = _evening(year, 1, 10)
    _begin(hand, words)
    evening(11, 28)
    _prepare(hand, words)
    evening(12, 4)
    _meet(hand, words)
    evening(12, 27)
    correcting.answer_findings(hand, words)
    handing_in.issue_papers(hand, words)
    sent = handing_in.hand_in(hand, words, tmp_path / "USB")
    package.is_whole(sent)
    package.sentences_are_on_paper(hand, words, sent, tmp_path / "papers")
    evening(1, 6, year + 1)
    rating.recognise(hand, words)
    correcting.announce(hand, words)
    _nothing_was_typed_twice(hand)
    costs.as_in_the_readme(year, hand.counted)


def _begin(hand: Hand, words: Words) -> None:
    beginning.found_cell(hand, words)
    beginning.enter_members(hand, words)
    beginning.begin_review(hand, words)
    promising.promise(hand, words)
    suggesting.answer_last_year(hand, words)


def _prepare(hand: Hand, words: Words) -> None:
    suggesting.explain(hand, words)
    writing.write_reviews(hand, words)
    meeting.settle_population(hand)
    meeting.receive(hand, words)


def _meet(hand: Hand, words: Words) -> None:
    meeting.meet(hand, words)
    meeting.vote(hand, words)
    meeting.close(hand, words)
    writing.complete_report(hand, words)
    rating.propose(hand, words)
    rating.score(hand, words)
    correcting.plan_corrections(hand, words)
    correcting.learn(hand, words)


def _evening(year: int, month: int, day: int) -> dt.datetime:
    """Return when the secretary sits down to type."""
    return dt.datetime(year, month, day, 19, 30)  # noqa: DTZ001  the wall clock has no zone


def _nothing_was_typed_twice(hand: Hand) -> None:
    twice = {text: count for text, count in Counter(one.text for one in hand.sentences).items() if count > 1}
    assert not twice
