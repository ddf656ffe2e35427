"""A line of small records is as high as its words, beside whatever stands at its right."""

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.theme.signs import State
from ui.widgets.record_line import RecordLine
from ui.widgets.two_line_view import Lines

LONG = "Chế độ sinh hoạt định kỳ có tháng chưa bảo đảm thời gian, nội dung"


@pytest.mark.parametrize("width", [240, 420])
def test_the_second_line_stands_whole_below_a_first_that_wraps_beside_an_aside(
    qtbot: QtBot, width: int
) -> None:
    column = QWidget()
    lines = [
        RecordLine(Lines(LONG, "trước 31/12/2017", "Quá hạn 4 ngày", State.BLOCKED), "short"),
        RecordLine(Lines(LONG, "trước 31/12/2017", LONG, State.BLOCKED), "long"),
        RecordLine(Lines(LONG, "trước 31/12/2017", LONG * 4, State.BLOCKED), "longest"),
    ]
    laid = QVBoxLayout(column)
    for line in lines:
        laid.addWidget(line)
    laid.addStretch(1)
    column.resize(width, 600)
    qtbot.addWidget(column)
    column.show()
    qtbot.waitUntil(lambda: all(line.height() == line.heightForWidth(line.width()) for line in lines))
    short, long, longest = (line.height() for line in lines)
    assert short < long
    for line in lines:
        line.grab()
    assert lines[0].toolTip() == ""
    assert LONG in lines[2].toolTip()
    assert long <= longest
