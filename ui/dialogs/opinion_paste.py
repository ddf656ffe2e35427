"""Minutes typed elsewhere are pasted and cut into opinions; each is seen before all are recorded at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.conferences import OpinionKind
from app.services.opinion_cutting import Cut, CutOpinion, cut, named_lines
from ui.dialogs.sheet_dialog import SheetDialog
from ui.forms.binder import Values
from ui.texts import conference as words
from ui.texts import shared
from ui.texts.fields import CHOICES
from ui.theme.look import look
from ui.theme.signs import State
from ui.widgets.button import Button
from ui.widgets.editors import ChoiceField, ProseField
from ui.widgets.field_row import FieldRow
from ui.widgets.flow import FlowRow
from ui.widgets.labels import StateLine, Text
from ui.widgets.styled import emptied, hairline, spaced
from ui.widgets.tab_order import order_tabs

_WIDTH, _PEOPLE, _KIND = 760, 250, 200


class _Line(QWidget):
    """One opinion as cut: speaker and kind can be said otherwise."""

    changed = Signal()

    def __init__(
        self, at: int, one: CutOpinion, people: Sequence[tuple[str, str]], kind: OpinionKind
    ) -> None:
        super().__init__()
        self._text = one.text
        self.speaker = ChoiceField([("", words.CUT_NOBODY), *people])
        self.kind = ChoiceField(CHOICES[OpinionKind])
        self.speaker.setObjectName(f"cutSpeaker_{at}")
        self.kind.setObjectName(f"cutKind_{at}")
        self.speaker.setAccessibleName(words.SPEAKER)
        self.kind.setAccessibleName(words.KIND)
        self.speaker.set_value(one.speaker)
        self.kind.set_value(one.kind or kind)
        self.speaker.setFixedWidth(look.px(_PEOPLE))
        self.kind.setFixedWidth(look.px(_KIND))
        column = QVBoxLayout(self)
        spaced(column, look.px(4), (0, look.px(4), 0, 0))
        column.addWidget(Text(one.text))
        if one.said_by:
            column.addWidget(StateLine(State.ASKED, words.CUT_ASKED.format(name=one.said_by)))
        row = FlowRow()
        row.add(self.speaker, self.kind)
        column.addWidget(row)
        column.addWidget(hairline())
        self.speaker.edited.connect(self.changed)

    def values(self) -> Values:
        """Return the opinion as it is to be recorded."""
        return {"speaker": self.speaker.value(), "kind": self.kind.value(), "text": self._text}


class OpinionPasteDialog(SheetDialog):
    """`taken` tells the opinions to record."""

    taken = Signal(object)

    def __init__(self, name: str, people: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(words.CUT_TITLE.format(name=name), _WIDTH, parent)
        self.setObjectName("opinionPaste")
        self._people = people
        self._own: list[_Line] = []
        self._how_chosen = False
        self.text = ProseField(lines=4)
        self.row = FieldRow(words.CUT_TEXT, self.text, name="pastedText")
        self.how = ChoiceField(words.CUT_HOW)
        self._count = Text(role="strong", name="cutCount")
        self._lines = QVBoxLayout()
        self._take = Button(
            words.CUT_NOTHING, kind="primary", glyph="check", name="takeOpinions", changes=True
        )
        self._build()
        self._connect()
        self._show_lines()

    def _build(self) -> None:
        self.body.addWidget(self.row)
        self.body.addWidget(FieldRow(words.CUT_HOW_LABEL, self.how, name="cutHow"))
        self.body.addWidget(self._count)
        spaced(self._lines, look.px(4))
        self.body.addLayout(self._lines)
        self.body.addStretch(1)
        # Closed without taking anything: the text waits as a draft.
        cancel = Button(shared.CLOSE, name="cancelOpinions")
        cancel.clicked.connect(self.reject)
        self.add_buttons(cancel, self._take)

    def _connect(self) -> None:
        self.text.edited.connect(self._on_text)
        self.how.edited.connect(self._on_how)
        self._take.clicked.connect(self._on_take)

    def begin(self) -> None:
        """Cut what stands in the field already."""
        self._on_text()

    def _on_text(self) -> None:
        if not self._how_chosen:
            named = named_lines(str(self.text.value()), dict(self._people))
            self.how.set_value((Cut.BY_NAME if named else Cut.BY_LINE).value)
        self._show_lines()

    def _on_how(self) -> None:
        self._how_chosen = True
        self._show_lines()

    def _show_lines(self) -> None:
        emptied(self._lines)
        found = cut(str(self.text.value()), dict(self._people), Cut(str(self.how.value())))
        self._own = [_Line(at, one, self._people, OpinionKind.SHORTCOMING) for at, one in enumerate(found)]
        for line in self._own:
            line.changed.connect(self._show_count)
            self._lines.addWidget(line)
            line.show()
        self._show_count()
        order_tabs(self)

    def _show_count(self) -> None:
        count = len(self._own)
        open_ones = sum(not line.speaker.value() for line in self._own)
        self._count.setText(words.CUT_COUNT.format(count=count, open=open_ones) if count else "")
        self._take.say(words.CUT_TAKE.format(count=count) if count else words.CUT_NOTHING)
        self._take.setEnabled(bool(count) and not open_ones)
        self.say_why(words.CUT_WHY_NAMES if open_ones else "")

    def _on_take(self) -> None:
        self.accept()
        self.taken.emit([line.values() for line in self._own])
