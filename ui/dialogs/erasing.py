"""Xóa vĩnh viễn: what goes and what cannot go, then the plain question; Esc and Enter keep."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.common.messages import sentence
from app.errors import AppError
from app.services.erasure import Erasure
from ui.dialogs.busy_dialog import BusyDialog
from ui.dialogs.help_dialog import help_on_f1
from ui.models.fact_words import counted_words
from ui.texts import clearing as words
from ui.texts import shared
from ui.theme.look import look
from ui.theme.signs import State
from ui.widgets.button import Button
from ui.widgets.labels import StateLine, Text
from ui.widgets.styled import spaced

_NAMED = 5


class EraseDialog(BusyDialog):
    """Two steps: the facts, then the consequence; `confirmed` only after both."""

    confirmed = Signal()

    def __init__(self, told: Erasure, parent: QWidget | None = None) -> None:
        super().__init__(_title(told), 620, parent)
        self.setObjectName("eraseDialog")
        self._facts, self._question = QWidget(), QWidget()
        self._failure = StateLine(State.BLOCKED)
        self._keep = Button(shared.KEEP, name="keepMembers")
        self._go_on = Button(words.GO_ON, name="eraseGoOn")
        self._erase = Button(words.DO_ERASE, kind="danger", glyph="trash", name="eraseForGood", changes=True)
        self._show_facts(told)
        self._show_question(told)
        for part in (self._facts, self._question, self._failure):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self._question.hide()
        self._failure.hide()
        self._erase.hide()
        self.add_buttons(self._keep, self._go_on, self._erase)
        self._keep.setDefault(True)
        self._keep.clicked.connect(self.reject)
        self._go_on.clicked.connect(self._on_go_on)
        self._erase.clicked.connect(self._on_erase)
        self._keep.setFocus()
        help_on_f1(self, "clearing")

    def show_failure(self, error: AppError) -> None:
        """Say why nothing was erased; everything is as before."""
        self._be_busy(busy=False)
        self._failure.say(State.BLOCKED, sentence(error))
        self._failure.show()
        self.fit()

    def finish(self) -> None:
        """Close: it is done."""
        self._be_busy(busy=False)
        self.accept()

    def _show_facts(self, told: Erasure) -> None:
        column = QVBoxLayout(self._facts)
        spaced(column, look.px(8))
        if len(told.names) > 1:
            column.addWidget(Text(_names(told.names)))
        column.addWidget(Text(words.WILL_GO, role="strong"))
        going = [words.COUNTED.format(what=words.CARD, count=len(told.names)), counted_words(told.records)]
        column.addWidget(Text("; ".join(filter(None, going)) + ".", name="willGo"))
        if told.pointing:
            column.addWidget(Text(words.WILL_BLANK, role="strong"))
            column.addWidget(Text(_sentence(counted_words(told.pointing)), name="willBlank"))
        column.addWidget(Text(words.CANNOT, role="strong"))
        for said in _staying(told):
            column.addWidget(StateLine(State.NOTE, said, role="base"))

    def _show_question(self, told: Erasure) -> None:
        column = QVBoxLayout(self._question)
        spaced(column, look.px(12))
        count = sum(told.records.values())
        said = words.LAST_WORDS if count else words.LAST_WORDS_ALONE
        self._last = Text(said.format(who=_who(told.names), count=count), name="lastWords")
        self._working = StateLine(State.NOTE, words.BUSY, role="base")
        self._working.hide()
        column.addWidget(StateLine(State.BLOCKED, words.FOR_GOOD, role="section", size=20))
        column.addWidget(self._last)
        column.addWidget(Text(words.BACKUPS.format(day=told.backups_until), tone="soft"))
        column.addWidget(self._working)

    def _on_go_on(self) -> None:
        self._facts.hide()
        self._question.show()
        self._go_on.hide()
        self._erase.show()
        self.fit()
        self._keep.setFocus()

    def _on_erase(self) -> None:
        self._be_busy(busy=True)
        self.confirmed.emit()

    def _be_busy(self, *, busy: bool) -> None:
        self.be_busy((self._keep, self._erase), busy=busy)
        self._working.setVisible(busy)
        self._failure.hide()


def _title(told: Erasure) -> str:
    one, many = words.ERASE_ONE.format(name=told.names[0]), words.ERASE_MANY.format(count=len(told.names))
    return one if len(told.names) == 1 else many


def _who(names: tuple[str, ...]) -> str:
    one, many = words.WHO_ONE.format(name=names[0]), words.WHO_MANY.format(count=len(names))
    return one if len(names) == 1 else many


def _names(names: tuple[str, ...]) -> str:
    named, more = ", ".join(names[:_NAMED]), len(names) - _NAMED
    return words.NAMES_MORE.format(names=named, more=more) if more > 0 else f"{named}."


def _sentence(said: str) -> str:
    return f"{said[:1].upper()}{said[1:]}."


def _staying(told: Erasure) -> Iterator[str]:
    if told.issued:
        yield words.ISSUED.format(count=told.issued)
    if told.in_words:
        yield words.IN_WORDS.format(where=counted_words(told.in_words))
    yield words.PACKAGES.format(count=told.packages) if told.packages else words.PRINTED
    yield words.BACKUPS.format(day=told.backups_until)
