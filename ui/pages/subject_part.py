"""One under review after the other: the order at the left, beside it what is said to him and concluded."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.conferences import TurnState
from ui.desktop.tried import tried
from ui.forms.record_book import RecordBook
from ui.forms.record_kind import Owner
from ui.pages.conclusion_part import ConclusionPart
from ui.pages.conference_scene import Scene
from ui.pages.opinion_part import OpinionPart
from ui.pages.page import Desk
from ui.pages.turn_kinds import override_kind, sign_of
from ui.texts import conference as words
from ui.texts import shared
from ui.theme.look import look
from ui.theme.room import Room
from ui.theme.signs import State
from ui.widgets.button import Button
from ui.widgets.editors import ChoiceField
from ui.widgets.labels import StateLine, Text
from ui.widgets.order_list import OrderList, Turn
from ui.widgets.sheet import Scroll, Sheet
from ui.widgets.styled import spaced

_ORDER = 212


class Side(IntEnum):
    """What stands beside the order."""

    OPINIONS = 0
    CONCLUSION = 1
    GATE = 2


class SubjectPart(QWidget):
    """A subject without explanation shows why it waits, in place of the entry (rulings.md 1.4)."""

    undo_asked = Signal()
    shown = Signal()
    """Another subject is in sight."""

    def __init__(self, scene: Scene, desk: Desk) -> None:
        super().__init__()
        self._scene, self._desk = scene, desk
        self._side = Side.OPINIONS
        self.order = OrderList("reviewOrder", words.ORDER)
        self.choice = ChoiceField(())
        self.choice.setObjectName("subjectChoice")
        self.choice.setAccessibleName(words.ORDER)
        self.opinions = OpinionPart(scene, desk)
        self.conclusion = ConclusionPart(scene, desk)
        self.override: RecordBook[Any] = RecordBook(override_kind(scene), scene.core.drafts, desk.notifier)
        self._gate = StateLine(State.BLOCKED, words.GATE, role="section")
        self._why = Text(name="gateWhy")
        self._postpone = Button(words.POSTPONE, name="postponeSubject", changes=True)
        self._done = Text(role="small", tone="soft", wrap=False, name="orderDone")
        self._stack = QStackedWidget()
        self._build()
        self._connect()

    def _build(self) -> None:
        self.order.setFixedWidth(look.px(_ORDER))
        gate, scroll = Sheet(), Scroll(spacing=12)
        for part in (self._gate, self._why, Text(words.GATE_WORDS, role="small", tone="soft")):
            scroll.body.addWidget(part)
        scroll.body.addWidget(self.override)
        scroll.body.addWidget(self._postpone)
        scroll.body.addStretch(1)
        gate.body.addWidget(scroll, 1)
        for side in (self.opinions, self.conclusion, gate):
            self._stack.addWidget(side)
        right = QVBoxLayout()
        spaced(right, look.px(8))
        right.addWidget(self.choice)
        right.addWidget(self._stack, 1)
        left = QVBoxLayout()
        spaced(left, look.px(4))
        left.addWidget(self._done)
        left.addWidget(self.order, 1)
        across = QHBoxLayout(self)
        spaced(across, look.px(8))
        across.addLayout(left)
        across.addLayout(right, 1)

    def _connect(self) -> None:
        self.order.chosen.connect(self.go_to)
        self.choice.edited.connect(lambda: self.go_to(str(self.choice.value())))
        self.opinions.target_asked.connect(self.go_to)
        self.opinions.undo_asked.connect(self.undo_asked)
        self._postpone.clicked.connect(self._on_postpone)
        self.conclusion.postpone_asked.connect(self._on_postpone)
        self.conclusion.finish_asked.connect(self._on_finish)

    def books(self) -> tuple[RecordBook[Any], ...]:
        """Return its lists."""
        return (self.opinions.book, *self.conclusion.books(), self.override)

    def fit(self, room: Room) -> None:
        """Show the order as a list, or as a choice where there is no room for both."""
        narrow = room < Room.MEDIUM
        self.order.setVisible(not narrow)
        self._done.setVisible(not narrow)
        self.choice.setVisible(narrow)

    def show_side(self, side: Side) -> None:
        """Show what was said, or what was concluded."""
        self._side = side
        self.refresh()

    def go_to(self, target: str) -> None:
        """Go to another subject; what is being typed waits as its draft."""
        if target and target != self._scene.target:
            self.leave()
            self._scene.target = target
            self.refresh()
            self.shown.emit()

    def refresh(self) -> None:
        """Show the subject in sight."""
        view, line = self._scene.view, self._scene.line
        if view is None or line is None:
            return
        self.order.show_turns(self._turns(), line.target)
        self.choice.set_choices([(one.target, one.name) for one in view.subjects])
        self.choice.set_value(line.target)
        done = sum(one.state is TurnState.DONE for one in view.subjects)
        self._done.setText(words.ORDER_DONE.format(done=done, all=len(view.subjects)))
        waits = line.turn is None or line.state is TurnState.POSTPONED
        if waits and not line.gate.is_open:
            self._why.setText(line.gate.sentence)
            self.override.show_of(Owner(self._scene.year, line.target))
            self._postpone.setVisible(line.state is not TurnState.POSTPONED)
            self._stack.setCurrentIndex(Side.GATE)
            return
        if self._side is Side.OPINIONS:
            self.opinions.show_subject()
        else:
            self.conclusion.show_subject()
        self._stack.setCurrentIndex(self._side)

    def leave(self) -> None:
        """Write what is being typed away."""
        self.opinions.leave()
        for book in self.books():
            book.leave()

    def _turns(self) -> list[Turn]:
        view, before, found = self._scene.view, "", []
        for one in view.subjects if view else ():
            heading = words.GROUPS[one.group] if one.group != before else ""
            before = one.group
            said = words.GATE if sign_of(one) is State.BLOCKED else words.TURN_STATES[one.state]
            found.append(Turn(one.target, one.name, sign_of(one), said, heading))
        return found

    def _on_postpone(self) -> None:
        turns = self._scene.core.review.turns
        if tried(lambda: turns.postpone(self._scene.conference, self._scene.target), self._desk.notifier):
            self._tell(words.POSTPONED.format(name=self._named()))

    def _on_finish(self) -> None:
        turn = self._scene.turn
        if turn and tried(lambda: self._scene.core.review.turns.finish(turn), self._desk.notifier):
            self._tell(words.FINISHED.format(name=self._named()))

    def _named(self) -> str:
        name = self._scene.name(self._scene.target)
        return f"{name[:1].lower()}{name[1:]}"

    def _tell(self, said: str) -> None:
        self._desk.notifier.done(said, shared.UNDO, self.undo_asked.emit)
