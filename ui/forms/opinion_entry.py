"""Who says what of which kind to the one under review: name by letters, kind by a key, text, Enter.

After it is recorded the cursor is back in the name and the kind stays (look, section 4).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from app.domain.conferences import OpinionKind
from ui.forms.binder import DraftKeeper, Values
from ui.forms.grid_draft import GridBinder
from ui.texts import conference as words
from ui.theme.look import look
from ui.widgets.button import Button
from ui.widgets.editors import CheckField, ProseField
from ui.widgets.field_row import FieldRow
from ui.widgets.flow import FlowRow
from ui.widgets.kind_choice import KindChoice
from ui.widgets.labels import KeyHint
from ui.widgets.name_field import NameField
from ui.widgets.sheet import Scroll, Sheet
from ui.widgets.styled import spaced

Keep = Callable[[Values], None]


class EntryText(ProseField):
    """Text that Enter records; Shift+Enter begins a new line."""

    entered = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if is_enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.entered.emit()
            return
        super().keyPressEvent(event)


class OpinionEntry(Sheet):
    """The fields of one opinion; what is typed waits as a draft until it is recorded."""

    recorded = Signal(object)
    """What to record: speaker, kind, text, whether in writing, whether into the conclusion."""
    paste_asked = Signal()
    speaker_changed = Signal(str)

    def __init__(self, keep: Keep) -> None:
        super().__init__(padding=12)
        self.speaker = NameField()
        self.kinds = KindChoice([(kind, told[0], told[1]) for kind, told in words.KINDS.items()])
        self.text = EntryText(lines=2)
        # Hints stand in the empty fields: below them they would push the text out of sight.
        self.speaker.setPlaceholderText(words.SPEAKER_HINT)
        self.text.setPlaceholderText(words.NEW_LINE)
        self._away: Set[str] = frozenset()
        self._speaking = ""
        self._speaker_row = FieldRow(words.SPEAKER, self.speaker, name="speaker")
        self._text_row = FieldRow(words.TEXT, self.text, name="text")
        self.into = CheckField(words.INTO_CONCLUSION)
        self.written = CheckField(words.IN_WRITING)
        self.record = Button(words.RECORD, kind="primary", name="recordOpinion", changes=True)
        self.paste = Button(words.PASTE, glyph="upload-simple", name="pasteOpinions", changes=True)
        self.into.setObjectName("intoConclusion")
        self.written.setObjectName("inWriting")
        self.binder = GridBinder(self.values, self)
        self.keeper = DraftKeeper(keep, self.binder)
        self._build()
        self._connect()

    def _build(self) -> None:
        scroll = Scroll(spacing=4)
        scroll.body.addWidget(self._speaker_row)
        scroll.body.addWidget(self.kinds)
        scroll.body.addWidget(self._text_row)
        ticks = FlowRow()
        ticks.add(self.into, KeyHint("F6"), self.written)
        scroll.body.addWidget(ticks)
        scroll.body.addStretch(1)
        acts = FlowRow()
        acts.add(self.record, KeyHint("Enter"), self.paste)
        row = QHBoxLayout()
        spaced(row, look.px(8))
        row.addWidget(acts, 1)
        self.body.addWidget(scroll, 1)
        self.body.addLayout(row)

    def _connect(self) -> None:
        for editor in (self.speaker, self.text, self.into, self.written):
            editor.edited.connect(self.binder.edited)
            editor.left.connect(self.binder.left)
        self.speaker.edited.connect(lambda: self._speaker_row.show_problem(""))
        self.speaker.edited.connect(self._on_speaker)
        self.text.edited.connect(lambda: self._text_row.show_problem(""))
        self.speaker.chosen.connect(self._text_row.focus)
        self.kinds.chosen.connect(self._on_kind)
        self.text.entered.connect(self._on_record)
        self.record.clicked.connect(self._on_record)
        self.paste.clicked.connect(self.paste_asked)

    def add_keys(self, root: QWidget) -> None:
        """Let the keys of the kinds work wherever the cursor is within `root`."""
        for kind, (_words, key, other) in words.KINDS.items():
            # F3 comes from the window, where it stands for the filter of a list.
            for one in (other,) if kind is OpinionKind.SHORTCOMING else (key, other):
                self._shortcut(root, one).activated.connect(lambda kind=kind: self.choose_kind(kind))
        for key in ("F6", "Alt+5"):
            self._shortcut(root, key).activated.connect(self.into.click)

    def _shortcut(self, root: QWidget, key: str) -> QShortcut:
        shortcut = QShortcut(QKeySequence(key), root)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        return shortcut

    def choose_kind(self, kind: OpinionKind) -> None:
        """Choose a kind; the cursor goes on in the text, or in the name while it is empty."""
        self.kinds.set_value(kind)
        self._on_kind()

    def _on_kind(self) -> None:
        self.binder.edited.emit()
        (self._text_row if self.speaker.settle() else self._speaker_row).focus()

    def shorten(self, short: bool) -> None:  # noqa: FBT001  the one question
        """Leave the labels out in a low window, so that the whole text stays in sight."""
        for row in (self._speaker_row, self._text_row):
            row.shorten(short)
        edge = look.px(8 if short else 12)
        self.body.setContentsMargins(edge, edge, edge, edge)

    def begin(self) -> None:
        """Put the cursor into the name, for the next opinion."""
        self._speaker_row.focus()

    def set_people(self, people: Sequence[tuple[str, str]], away: Set[str] = frozenset()) -> None:
        """Let these speak; who was away can have done so in writing only."""
        self._away = away
        before = self.speaker.value()
        self.speaker.set_people(people)
        if before:
            self.speaker.set_value(before)

    def values(self) -> Values:
        """Return what stands in the fields."""
        return {
            "speaker": self.speaker.value(),
            "kind": self.kinds.value(),
            "text": self.text.value(),
            "in_writing": self.written.value(),
            "into": self.into.value(),
        }

    def show_values(self, values: Mapping[str, object]) -> None:
        """Show a draft, or empty fields; the kind stays where nothing else is said."""
        self.speaker.set_value(values.get("speaker", ""))
        self.text.set_value(values.get("text", ""))
        self.written.set_value(values.get("in_writing", False))
        self.into.set_value(values.get("into", False))
        self.kinds.set_value(values.get("kind", self.kinds.value()))
        self._speaking = str(self.speaker.value())
        for row in (self._speaker_row, self._text_row):
            row.show_problem("")
        self.speaker_changed.emit(str(self.speaker.value()))

    def is_empty(self) -> bool:
        """Return whether nothing is typed that could be lost."""
        return not str(self.text.value()).strip()

    def put_speaker(self, uid: str) -> None:
        """Put somebody into the name, as a click into the matrix does."""
        self.speaker.set_value(uid)
        self.speaker.edited.emit()
        self._text_row.focus()

    def fix(self, fixed: bool) -> None:  # noqa: FBT001  the one question
        """Let nothing be entered."""
        for row in (self._speaker_row, self._text_row):
            row.set_read_only(fixed)
        self.kinds.setEnabled(not fixed)

    def _on_speaker(self) -> None:
        uid = str(self.speaker.value())
        if uid and uid != self._speaking:
            self.written.set_value(uid in self._away)
            self._speaking = uid
        self.speaker_changed.emit(uid)

    def _on_record(self) -> None:
        if not self.record.isEnabled():
            return
        if not self.speaker.settle():
            self._speaker_row.show_problem(words.NO_SPEAKER)
            self._speaker_row.focus()
        elif self.is_empty():
            self._text_row.show_problem(words.NO_TEXT)
            self._text_row.focus()
        else:
            self.recorded.emit(self.values())
