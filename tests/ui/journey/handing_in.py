"""The papers of the dossier are begun, issued in one act and written to the stick as a package."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton

from app.services.packages import Answer
from tests.ui.journey.hand import WAIT, Hand
from tests.ui.journey.words import Words
from ui.dialogs.new_paper import NewPaperDialog
from ui.dialogs.verdict import VerdictDialog
from ui.texts import packages as package_words
from ui.widgets.acts_menu import ActsMenu
from ui.widgets.two_line_view import TwoLineView


def issue_papers(hand: Hand, words: Words) -> None:
    """Begin every paper of the dossier by a few letters, then issue them all."""
    hand.begin("papers issued")
    hand.go("papers")
    for title in words["papers"]:
        hand.press("newPaper" if hand.seen(QPushButton, "newPaper") else "firstPaper")
        dialog = next(one for one in hand.window.findChildren(NewPaperDialog) if one.isVisible())
        hand.type(hand.find(QLineEdit, "kindSearch", dialog), title)
        hand.key(Qt.Key.Key_Return)
        hand.idle()
    view = hand.find(TwoLineView, "paperList")
    hand.reach(view)
    hand.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    hand.dialogs.answers = [True]
    _choose_act(hand, "paperTogether", "Phát hành")
    hand.idle()
    left = [one.kind for one in hand.core.papers.list(words["year"]) if not one.is_issued]
    assert not left, (left, hand.said())


def hand_in(hand: Hand, words: Words, stick: Path) -> Path:
    """Write the package to the stick and have the program check it; return its folder."""
    hand.begin("the package")
    hand.go("packages")
    for tick in hand.seen(QCheckBox, "openStick"):
        hand.put(tick, value=True)
    hand.press("writePackage")
    hand.idle()
    (written,) = hand.core.packages.history(words["year"])
    folder = stick / written.folder_name
    hand.dialogs.paths = [folder]
    hand.press("verifyPackage")
    hand.qtbot.waitUntil(lambda: bool(_verdicts(hand)), timeout=WAIT)
    (dialog,) = _verdicts(hand)
    assert dialog.answer.words() == package_words.ANSWERS[Answer.WHOLE.value][0]
    dialog.close()
    hand.idle()
    return folder


def _verdicts(hand: Hand) -> list[VerdictDialog]:
    return [one for one in hand.window.findChildren(VerdictDialog) if one.isVisible()]


def _choose_act(hand: Hand, menu_name: str, words: str) -> None:
    """Open a menu of acts and choose one; offscreen a menu that is open would keep the test."""
    menu = hand.find(ActsMenu, menu_name).menu_now()
    next(one for one in menu.actions() if one.text() == words).trigger()
    menu.deleteLater()
    hand.count_clicks(2)
