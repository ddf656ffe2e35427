"""Mở năm mới: what would be brought over, matter by matter, before anything is opened."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from app.domain.targets import CELL
from app.services.next_year_preview import CarriedKind, CarriedLine, NextYear, NextYearState
from ui.dialogs.sheet_dialog import SheetDialog
from ui.texts import next_year as words
from ui.theme.look import look
from ui.theme.signs import State
from ui.widgets.button import Button
from ui.widgets.labels import StateLine, Text

_WIDTH = 680
_STATES = {
    NextYearState.THERE: (State.DONE, words.THERE),
    NextYearState.NO_REVIEW: (State.OPEN, words.NO_REVIEW),
    NextYearState.UNFINISHED: (State.LACKING, words.UNFINISHED),
    NextYearState.READY: (State.DONE, words.READY),
}


class NextYearDialog(SheetDialog):
    """Says how the year stands and what the next one would begin with; the act is the last button."""

    open_asked = Signal(bool)
    """The next year is wanted; whether with the rules of the year before."""
    finish_asked = Signal()
    go_asked = Signal()

    def __init__(self, preview: NextYear, *, can_change: bool, parent: QWidget | None = None) -> None:
        self._names = {"year": preview.year, "old": preview.year - 1}
        super().__init__(words.TITLE.format(**self._names), _WIDTH, parent)
        self.setObjectName("nextYear")
        self._preview = preview
        self._can_change = can_change
        state, said = _STATES[preview.state]
        self.body.addWidget(StateLine(state, said.format(**self._names), role="base"))
        self._keep = QCheckBox(words.KEEP_RULES.format(**self._names))
        self._keep.setObjectName("keepRules")
        self._keep.setVisible(False)
        if preview.state in {NextYearState.UNFINISHED, NextYearState.READY}:
            self._show_rules()
            self._show_carried()
        self.body.addStretch(1)
        later = Button(words.LATER, name="nextYearLater")
        later.clicked.connect(self.reject)
        later.setDefault(True)
        self._act = self._act_button()
        self.add_buttons(later, self._act)
        self._keep.toggled.connect(lambda _on: self._allow())
        self._allow()
        later.setFocus()

    def _show_rules(self) -> None:
        if self._preview.has_rules:
            return
        self.body.addWidget(StateLine(State.LACKING, words.NO_RULES.format(**self._names), role="base"))
        self.body.addWidget(self._keep)
        self._keep.setVisible(True)

    def _show_carried(self) -> None:
        for kind in CarriedKind:
            self._show_group(words.GROUPS[kind], self._preview.lines.get(kind, ()))
        counts = {words.LEVELS: self._preview.levels, words.POSTS: self._preview.posts}
        if self._preview.own_texts:
            counts[words.OWN_TEXTS] = self._preview.own_texts
        for title, count in counts.items():
            self.body.addWidget(_head(title.format(**self._names), count))
        if self._preview.lessons:
            self.body.addWidget(Text(words.LESSONS.format(**self._names), role="strong"))
            self.body.addWidget(_indented(Text(self._preview.lessons, tone="soft")))
        self.body.addWidget(Text(words.UNDO, role="small", tone="soft"))

    def _show_group(self, title: str, lines: Sequence[CarriedLine]) -> None:
        self.body.addWidget(_head(title, len(lines)))
        for line in lines:
            self.body.addWidget(_indented(Text(_line_words(line, self._names["old"]))))

    def _act_button(self) -> Button:
        said, glyph, signal = {
            NextYearState.THERE: (words.GO, "arrow-right", self.go_asked),
            NextYearState.UNFINISHED: (words.FINISH, "lock-simple", self.finish_asked),
        }.get(self._preview.state, (words.ACT, "check", None))
        name = {None: "openYear", self.go_asked: "goToYear"}.get(signal, "finishYear")
        act = Button(said.format(**self._names), kind="primary", glyph=glyph, name=name)
        if signal is None:
            act.clicked.connect(lambda: self.open_asked.emit(self._keep.isChecked()))
        else:
            act.clicked.connect(signal)
        act.clicked.connect(self.accept)
        return act

    def _allow(self) -> None:
        """Let nothing be opened without rules, and nothing while the data can only be looked at."""
        begins_nothing = self._preview.state is not NextYearState.READY
        has_rules = begins_nothing or self._preview.has_rules or self._keep.isChecked()
        is_harmless = self._preview.state is NextYearState.THERE
        self._act.setEnabled(has_rules and (self._can_change or is_harmless))
        waits = self._can_change and not has_rules
        self.say_why(words.KEEP_FIRST.format(**self._names) if waits else "")


def _line_words(line: CarriedLine, old: int) -> str:
    whose = line.name or (words.CELL if line.target == CELL else words.COLLECTIVE)
    said = words.LINE.format(whose=whose, text=line.text)
    return words.SINCE.format(line=said, year=line.since) if 0 < line.since < old else said


def _head(title: str, count: int) -> Text:
    said = words.COUNTED if count else words.NONE
    return Text(said.format(title=title, count=count), role="strong" if count else "base")


def _indented(text: Text) -> Text:
    text.setContentsMargins(look.px(16), 0, 0, 0)
    return text
