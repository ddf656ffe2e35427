"""A tooltip shows a name letter for letter, whatever it looks like (reliability.md E08)."""

import pytest
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from ui.widgets.labels import Elided
from ui.widgets.tips import plain


@pytest.mark.parametrize(
    "words",
    [
        "Nguyễn Văn A",
        "a < b & c",
        "<b>x</b>",
        "<img src='/etc/passwd'>",
        "&lt;b&gt;",
        "dòng một\ndòng hai <x>",
    ],
)
@pytest.mark.usefixtures("qapp")
def test_a_tip_is_what_it_says(words: str) -> None:
    tip, shown = plain(words), QTextDocument()
    if tip == words:  # Qt shows it as it is
        shown.setPlainText(tip)
    else:
        shown.setHtml(tip)
    assert shown.toPlainText().replace("\u2028", "\n") == words


def test_a_long_name_that_looks_like_markup_is_whole_in_the_tip(qtbot: QtBot) -> None:
    label = Elided()
    qtbot.addWidget(label)
    label.resize(60, 20)
    label.setText("<img src='/x.png'>" * 9)
    assert label.toolTip() == plain("<img src='/x.png'>" * 9) != label.whole()
