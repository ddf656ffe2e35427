"""Who handed in and who did not; whom a form is given to; files that came back are dropped here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget
from typing_extensions import override

from app.common.messages import shown
from app.services.member_forms import FormKind, FormLine
from ui.dialogs.help_dialog import help_on_f1
from ui.dialogs.sheet_dialog import SheetDialog
from ui.models.record_table import Column, RecordTable
from ui.texts import member_forms as words
from ui.texts import shared
from ui.theme.look import look
from ui.theme.signs import State
from ui.widgets.button import Button
from ui.widgets.chips import Chip, ChipRow
from ui.widgets.labels import Text
from ui.widgets.record_view import RecordView
from ui.widgets.styled import spaced

_WIDTH, _ALL_COLUMNS = 1080, 1000
"""Of the dialog, and from where on the posts have room beside the names."""
_POST_AT = 2
_LEAST_LIST = 35 + 36 * 3


class MemberFormsDialog(SheetDialog):
    """The members with their state; begins with forms for all who are waited for."""

    given = Signal(object, bool)
    """Uids of those who get a form, and whether one for a pen goes along."""
    folder_asked = Signal()
    file_asked = Signal()
    dropped = Signal(object)
    """Paths of files and folders that were dropped or pasted."""

    def __init__(
        self, kind: FormKind, year: int, lines: Sequence[FormLine], parent: QWidget | None = None
    ) -> None:
        super().__init__(words.TITLES[kind].format(year=year), _WIDTH, parent)
        self.setObjectName("memberForms")
        self.setAcceptDrops(True)
        self._lines = lines
        self._may_give = True
        self._chosen = {one.uid for one in lines if one.state.is_waited_for}
        columns = _columns(self._chosen)
        self._table: RecordTable[FormLine] = RecordTable(columns, lambda line: line.uid, self)
        self._view = RecordView("formLines", words.FORMS)
        self._pdf = QCheckBox(words.WITH_PDF)
        self._give = Button("", kind="primary", glyph="floppy-disk", name="giveForms", changes=True)
        self._folder = Button(words.TAKE, glyph="folder-open", name="takeFolder", changes=True)
        self._file = Button(words.TAKE_FILE, glyph="file-text", name="takeFile", changes=True)
        self._build([column.width for column in columns])
        self._connect()
        self._show_chosen()
        help_on_f1(self, "forms")

    def _build(self, widths: list[int]) -> None:
        came = sum(not one.state.is_waited_for for one in self._lines)
        waited = len(self._lines) - came
        facts = words.FACTS.format(came=came, all=len(self._lines), waited=waited)
        self.body.addWidget(Text(facts if self._lines else words.NOBODY, name="formFacts"))
        self.body.addWidget(Text(words.HOW, role="small", tone="soft"))
        chips = ChipRow()
        counts = {"all": len(self._lines), "waited": waited, "came": came}
        chips.set_chips([Chip(code, text, counts[code]) for code, text in words.CHIPS.items()], "all")
        chips.chosen.connect(lambda code: self._table.set_condition(_condition(code)))
        self.body.addWidget(chips)
        self._table.set_records(self._lines)
        self._view.show_rows(self._table, widths, 1)
        self.let_fill(self._view, _LEAST_LIST)
        self.body.addWidget(self._view, 1)
        self._pdf.setObjectName("withPdf")
        below = QHBoxLayout()
        spaced(below, look.px(16))
        below.addWidget(self._pdf)
        below.addWidget(Text(words.TURN, role="small", tone="soft"), 1)
        self.body.addLayout(below)
        close = Button(shared.CLOSE, name="closeForms")
        close.clicked.connect(self.reject)
        self.add_buttons(close, self._file, self._folder, self._give)

    def _connect(self) -> None:
        self._view.opened.connect(self._on_turn)
        self._give.clicked.connect(self._on_give)
        self._folder.clicked.connect(self._on_folder)
        self._file.clicked.connect(self._on_file)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self).activated.connect(self._on_paste)
        if self._lines:
            self._view.go_to(self._lines[0].uid)
        self._view.setFocus()

    def allow_changes(self, allowed: bool) -> None:  # noqa: FBT001  the one question
        """Let forms be given out and taken back, or only be looked who handed in."""
        self._may_give = allowed
        self._show_chosen()
        self._folder.setEnabled(allowed)
        self._file.setEnabled(allowed)
        self.setAcceptDrops(allowed)

    def _on_turn(self, uid: str) -> None:
        (self._chosen.discard if uid in self._chosen else self._chosen.add)(uid)
        self._show_chosen()

    def _show_chosen(self) -> None:
        self._view.viewport().update()
        count = len(self._chosen)
        self._give.setText(words.GIVE.format(count=count) if count else words.GIVE_NONE)
        self._give.setEnabled(bool(count) and self._may_give)

    def _on_give(self) -> None:
        self.accept()
        chosen = [one.uid for one in self._lines if one.uid in self._chosen]
        self.given.emit(chosen, self._pdf.isChecked())

    def _on_folder(self) -> None:
        self.accept()
        self.folder_asked.emit()

    def _on_file(self) -> None:
        self.accept()
        self.file_asked.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._view.setColumnHidden(_POST_AT, self.width() < look.px(_ALL_COLUMNS))

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _paths(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        if self._take_in(event.mimeData()):
            event.acceptProposedAction()

    def _on_paste(self) -> None:
        if self.acceptDrops():
            self._take_in(QGuiApplication.clipboard().mimeData())

    def _take_in(self, data: QMimeData) -> bool:
        """Give on the files that were dropped or pasted; return whether there were any."""
        paths = _paths(data)
        if paths:
            self.accept()
            self.dropped.emit(paths)
        return bool(paths)


def _paths(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def _day(day: dt.date | None) -> str:
    return shown(day) if day else ""


def _condition(code: str) -> Callable[[FormLine], bool]:
    conditions: dict[str, Callable[[FormLine], bool]] = {
        "all": lambda _line: True,
        "waited": lambda line: line.state.is_waited_for,
        "came": lambda line: not line.state.is_waited_for,
    }
    return conditions[code]


def _columns(chosen: set[str]) -> tuple[Column[FormLine], ...]:
    return (
        Column[FormLine](
            "give",
            words.GIVE_TO,
            lambda line: words.GIVEN if line.uid in chosen else words.NOT_GIVEN,
            width=110,
            state=lambda line: State.DONE if line.uid in chosen else State.NOT_APPLICABLE,
        ),
        Column[FormLine]("name", words.NAME, lambda line: line.name, width=220),
        Column[FormLine]("post", words.POST, lambda line: line.post, width=150),
        Column[FormLine]("given_on", words.GIVEN_ON, lambda line: _day(line.given_on), width=110),
        Column[FormLine](
            "state",
            words.STATE,
            lambda line: words.STATES[line.state],
            width=170,
            state=lambda line: State.LACKING if line.state.is_waited_for else State.DONE,
        ),
        Column[FormLine]("came_on", words.CAME_ON, lambda line: _day(line.came_on), width=110),
    )
