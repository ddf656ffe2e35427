"""States of Bảng rà soát, for pictures and measures."""

from __future__ import annotations

import datetime as dt

from PySide6.QtWidgets import QWidget

from app.bootstrap import Core
from app.domain.targets import CELL, COLLECTIVE
from app.services.findings import minute_lines
from app.services.repeated_pairs import Side, SideBySide, differing
from tests.ui.a_program import Room
from tests.ui.screen_data import LONG, YEAR, Maker, begun
from ui.dialogs.side_by_side import SideBySideDialog
from ui.dialogs.turn_choice import TurnChoiceDialog


def makers() -> dict[str, tuple[str, Maker]]:
    """Return each screen's data and maker by its name."""
    return {
        "findings": ("filled", _open("")),
        "findings-answering": ("filled", _open("R4-03")),
        "findings-answered": ("filled", _answered),
        "findings-finished": ("filled", _finished),
        "findings-in-time": ("long", _in_time),
        "findings-long": ("long", _open("R4-03")),
        "findings-pairs": ("long", _pairs),
        "findings-turns": ("long", _turns),
        "findings-no-review": ("empty", _none),
    }


def careless(core: Core, year: int = YEAR) -> None:
    """Have a year reviewed in a way that leaves much to answer."""
    review, members = core.review, core.members.list()
    begun(core, year)
    settled = {"review": "yes", "rating": "yes", "object_type": "member", "residence_comment_due": True}
    review.population.settle(year, {one.uid: settled for one in members})
    letter = review.suggestions.add_letter(year, {"number": "12-CV/ĐU", "dated_on": dt.date(year, 11, 1)})
    review.suggestions.add_point(letter, {"target": members[-1].uid, "text": "Chậm nộp báo cáo tháng"})
    reviewed = members[:-1][:6]
    conference = review.conferences.add(year, {"body": "cell"})
    sitting = {"held_on": dt.date(year, 12, 4), "started_at": "07:30", "ended_at": "08:15"}
    review.conferences.put_sitting(conference, 1, sitting)
    conference = review.conferences.open(conference)
    for member in reviewed:
        review.self_reviews.put(year, member.uid, {"self_level": "good"})
        review.shortcomings.add(
            year, {"target": member.uid, "text": LONG, "origin": "conference", "degree": "fault"}
        )
    review.shortcomings.add(year, {"target": COLLECTIVE, "text": LONG, "origin": "conference"})
    for member in reviewed:
        review.turns.finish(review.turns.start(conference, member.uid, {}))
    review.conferences.close(conference)
    for member in reviewed:
        review.levels.propose(year, member.uid, {"level": "good"})
    review.levels.propose(year, CELL, {"level": "cell_good"})


def _open(finding: str) -> Maker:
    def make(room: Room) -> QWidget:
        careless(room.core)
        return _opened(room, finding)

    return make


def _answered(room: Room) -> QWidget:
    careless(room.core)
    line = next(one for one in room.core.review.findings.lines(YEAR) if one.finding.id == "R4-03")
    some = line.finding.subjects[:2]
    text = "Hội nghị đã thảo luận từng đồng chí và thống nhất: hạn chế ở mức độ nhẹ, đã nhận trách nhiệm."
    room.core.review.findings.answer(YEAR, "R4-03", some, {"text": text})
    return _opened(room, "R4-03")


def _finished(room: Room) -> QWidget:
    _answered(room)
    cycle = room.core.review.cycles.get(YEAR)
    if cycle:
        room.core.review.cycles.finish(cycle)
    return _opened(room, "R4-03")


def _in_time(room: Room) -> QWidget:
    """A letter came whose explanation has two weeks: nothing must be done first."""
    review, members = room.core.review, room.core.members.list()
    begun(room.core, YEAR)
    settled = {"review": "yes", "rating": "yes", "object_type": "member"}
    review.population.settle(YEAR, {one.uid: settled for one in members})
    letter = review.suggestions.add_letter(YEAR, {"number": "12-CV/ĐU", "dated_on": dt.date(YEAR, 12, 1)})
    point = {"target": members[-1].uid, "text": "Chậm nộp báo cáo tháng", "due_on": dt.date(YEAR, 12, 14)}
    review.suggestions.add_point(letter, point)
    review.cycles.put_milestone(YEAR, "writing", {"due_on": dt.date(YEAR, 12, 16)})
    return _opened(room, "R2-03")


def _pairs(room: Room) -> QWidget:
    members = room.core.members.list()
    sides = [
        Side(one.full_name, YEAR - at, LONG, differing(f"{LONG}. " * 4, f"{LONG}, Thử. " * 4)[at])
        for at, one in enumerate(members[:2])
    ]
    return SideBySideDialog([SideBySide(sides[0], sides[1], is_equal=False)] * 3, room.window)


def _turns(room: Room) -> QWidget:
    careless(room.core)
    return TurnChoiceDialog(minute_lines(room.core.review.whole(YEAR)), "", room.window)


def _none(room: Room) -> QWidget:
    room.window.open("findings")
    return room.window


def _opened(room: Room, finding: str) -> QWidget:
    # A line is scrolled to where there is a window to scroll in.
    room.window.show()
    room.window.open("findings", finding)
    return room.window
