"""Kết luận: answer and conclusion of the one under review, shortcomings, who answers for them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.conferences import TurnState
from app.domain.targets import COLLECTIVE
from ui.forms.record_book import RecordBook
from ui.forms.record_kind import Owner
from ui.pages.conference_scene import Scene
from ui.pages.page import Desk
from ui.pages.turn_kinds import blame_kind, point_kind, shortcoming_kind, turn_kind
from ui.texts import conference as words
from ui.theme.look import look
from ui.widgets.button import Button
from ui.widgets.flow import FlowRow
from ui.widgets.sheet import Scroll, Sheet
from ui.widgets.styled import spaced


class ConclusionPart(QWidget):
    """The lists of one subject's conclusion and the act that ends its turn."""

    finish_asked = Signal()
    postpone_asked = Signal()

    def __init__(self, scene: Scene, desk: Desk) -> None:
        super().__init__()
        self._scene = scene
        drafts, notifier = scene.core.drafts, desk.notifier
        self.turn = RecordBook(turn_kind(scene), drafts, notifier)
        self.points = RecordBook(point_kind(scene), drafts, notifier)
        self.shortcomings = RecordBook(shortcoming_kind(scene), drafts, notifier)
        self.blame = RecordBook(blame_kind(scene), drafts, notifier)
        self._finish = Button(words.FINISH, glyph="check", name="finishTurn", changes=True)
        self._postpone = Button(words.POSTPONE, kind="link", name="postponeTurn", changes=True)
        self._finish.clicked.connect(self.finish_asked)
        self._postpone.clicked.connect(self.postpone_asked)
        scroll, sheet, acts = Scroll(), Sheet(spacing=16), FlowRow()
        acts.add(self._finish, self._postpone)
        scroll.body.addWidget(acts)
        for book in self.books():
            scroll.body.addWidget(book)
        scroll.body.addStretch(1)
        sheet.body.addWidget(scroll, 1)
        column = QVBoxLayout(self)
        spaced(column, look.px(8))
        column.addWidget(sheet, 1)

    def books(self) -> tuple[RecordBook[Any], ...]:
        """Return its lists."""
        return (self.turn, self.points, self.shortcomings, self.blame)

    def show_subject(self) -> None:
        """Show the subject in sight."""
        line = self._scene.line
        if line is None:
            return
        owner = Owner(self._scene.year, line.target)
        for book in (self.turn, self.points, self.shortcomings, self.blame):
            book.show_of(owner)
        asked = self._scene.core.review.whole(self._scene.year).suggestion_points
        self.points.setVisible(any(one.target == line.target for one in asked))
        self.blame.setVisible(line.target == COLLECTIVE)
        begun = line.turn is not None and line.state is not TurnState.POSTPONED
        self._finish.setVisible(begun and line.state is not TurnState.DONE)
        self._postpone.setVisible(line.state is not TurnState.DONE)
