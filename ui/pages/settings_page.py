"""Cài đặt: the cell, the size of letters, the password, backups, and what the program is made of."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget
from typing_extensions import override

from app.bootstrap import Core
from app.version import __version__
from ui.dialogs.about import AboutDialog
from ui.pages.backup_sheet import BackupSheet
from ui.pages.cell_sheet import CellSheet
from ui.pages.counted_sheets import forms_sheet, wording_sheet
from ui.pages.data_checking import DataChecking
from ui.pages.diagnosing import Diagnosing
from ui.pages.key_sheet import KeySheet
from ui.pages.lock_sheet import LockSheet
from ui.pages.number_sheet import NumberSheet
from ui.pages.page import Desk, Page
from ui.pages.practice_sheet import PracticeSheet
from ui.pages.rules_sheet import RulesSheet
from ui.pages.whereabouts import focus_first
from ui.texts import earlier, shared
from ui.texts import settings as words
from ui.texts.fields import CELL
from ui.theme.look import look
from ui.theme.room import Room
from ui.widgets.button import Button
from ui.widgets.flow import FlowRow
from ui.widgets.labels import Text
from ui.widgets.page_head import PageHead
from ui.widgets.sheet import Scroll, Sheet
from ui.widgets.styled import spaced

SIDE_WIDTH, SHORT_SIDE_WIDTH = 420, 360
RECOVERY = "recovery"
"""What the home page calls the recovery code."""
_ANY_WIDTH = 16_777_215


class SettingsPage(Page):
    """The cell at the left, all else at the right."""

    subjects: ClassVar[frozenset[str]] = frozenset(
        {"cell", "backup", "cycle", "number_start", "outgoing_paper", "committee_form"}
    )

    def __init__(self, core: Core, desk: Desk) -> None:
        super().__init__()
        self._core = core
        self._desk = desk
        self._save = Button(words.SAVE, kind="primary", glyph="check", name="saveCell", changes=True)
        self._head = PageHead(words.TITLE, [self._save])
        self._cell = CellSheet(core, desk)
        self._numbers = NumberSheet(core, desk)
        self._keys = KeySheet(core, desk)
        self._backups = BackupSheet(core, desk)
        self._rules = RulesSheet(core)
        self._own = (wording_sheet(core), forms_sheet(core))
        self._sizes = QButtonGroup(self)
        is_practice = core.cells.current().is_practice
        self._lock = LockSheet(desk.seat, is_practice=is_practice)
        self._practice = PracticeSheet()
        self._practice.setHidden(is_practice)
        self._build()
        self._connect()
        self._head.say(words.FACTS.format(folder=core.folder))
        self.refresh()

    @override
    def show_year(self, year: int) -> None:
        self._rules.show_year(year)
        for sheet in self._own:
            sheet.show_year(year)

    @override
    def refresh(self) -> None:
        self._cell.refresh()
        self._rules.refresh()
        for sheet in self._own:
            sheet.refresh()
        self._numbers.refresh()
        self._keys.refresh()
        self._backups.refresh()

    @override
    def open_at(self, subject: str, field: str) -> None:
        if field in CELL:
            self._cell.focus(field)
        elif subject == "backup":
            self._scroll.ensureWidgetVisible(self._backups)
            focus_first(self._backups)
        elif subject == RECOVERY:
            self._scroll.ensureWidgetVisible(self._keys)
            self._keys.renew_code()

    @override
    def fit(self, room: Room) -> None:
        below = room < Room.NARROW
        directions = QBoxLayout.Direction
        self._across.setDirection(directions.TopToBottom if below else directions.LeftToRight)
        width = look.px(SIDE_WIDTH if room >= Room.MEDIUM else SHORT_SIDE_WIDTH)
        self._side.setMinimumWidth(0 if below else width)
        self._side.setMaximumWidth(_ANY_WIDTH if below else width)
        self._cell.set_columns(2 if room >= Room.MEDIUM or Room.SHARED <= room < Room.NARROW else 1)

    @override
    def allow_changes(self, allowed: bool) -> None:
        super().allow_changes(allowed)
        self._cell.fix(not allowed)
        self._numbers.fix(not allowed)

    @override
    def leave(self) -> None:
        self._cell.keeper.flush()
        self._numbers.keep()

    def _build(self) -> None:
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        spaced(side, look.px(12))
        kept = (self._keys, self._backups)
        sheets = (self._font_sheet(), self._lock, *kept, self._practice, self._about_sheet())
        for sheet in sheets:
            side.addWidget(sheet)
        side.addStretch(1)
        left = QWidget()
        column = QVBoxLayout(left)
        spaced(column, look.px(12))
        for sheet in (self._cell, self._rules, *self._own, self._numbers, self._earlier_sheet()):
            column.addWidget(sheet)
        column.addStretch(1)
        self._across = QHBoxLayout()
        spaced(self._across, look.px(12))
        self._across.addWidget(left, 1)
        self._across.addWidget(self._side)
        self._scroll = Scroll()
        self._scroll.body.addLayout(self._across)
        self.column.addWidget(self._head)
        self.column.addWidget(self._scroll, 1)

    def _font_sheet(self) -> Sheet:
        sheet = Sheet()
        sheet.head(words.FONT)
        row = FlowRow()
        for size, said in words.FONT_SIZES.items():
            choice = QRadioButton(said)
            choice.setObjectName(f"font{size}")
            choice.setChecked(size == look.font_size)
            self._sizes.addButton(choice, size)
            row.add(choice)
        sheet.body.addWidget(row)
        sheet.body.addWidget(Text(words.FONT_WORDS, role="small", tone="soft"))
        return sheet

    def _earlier_sheet(self) -> Sheet:
        sheet = Sheet()
        sheet.head(earlier.TITLE)
        sheet.body.addWidget(Text(earlier.SHEET_WORDS, role="small", tone="soft"))
        self._earlier = Button(earlier.OPEN, glyph="arrow-right", name="openEarlier")
        row = FlowRow()
        row.add(self._earlier)
        sheet.body.addWidget(row)
        return sheet

    def _about_sheet(self) -> Sheet:
        sheet = Sheet()
        sheet.head(words.ABOUT)
        sheet.body.addWidget(Text(words.ABOUT_WORDS.format(version=__version__), role="small", tone="soft"))
        self._about = Button(words.OPEN_ABOUT, glyph="info", name="openAbout")
        row = FlowRow()
        self._checking = DataChecking(self._core, self._desk)
        row.add(self._about, self._checking.button, Diagnosing(self._core, self._desk).button)
        sheet.body.addWidget(row)
        return sheet

    def _connect(self) -> None:
        self._cell.keeper.kept.connect(self.draft_kept)
        self._cell.keeper.failed.connect(self.draft_failed)
        self._save.clicked.connect(self._on_save)
        self._numbers.undo_asked.connect(self.undo_asked)
        self._lock.lock_asked.connect(self.lock_asked)
        self._practice.asked.connect(self.practice_asked)
        self._sizes.idClicked.connect(self._on_size)
        self._keys.backed_up.connect(self._backups.refresh)
        self._checking.mended.connect(self._backups.refresh)
        self._about.clicked.connect(self._on_about)
        self._rules.read_asked.connect(lambda: self.opened.emit("rules", "", ""))
        for sheet, leads_to in zip(self._own, ("wording", "committee_forms"), strict=True):
            sheet.asked.connect(partial(self.opened.emit, leads_to, "", ""))
        self._earlier.clicked.connect(lambda: self.opened.emit("earlier", "", ""))
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self._on_save)

    def _on_save(self) -> None:
        if not self._cell.dirty():
            self._desk.notifier.mind(words.NOTHING_TO_SAVE)
        elif self._cell.save():
            self._desk.notifier.done(words.SAVED, shared.UNDO, self.undo_asked.emit)

    def _on_size(self, size: int) -> None:
        self.leave()
        self._desk.seat.font_size = size

    def _on_about(self) -> None:
        dialog = AboutDialog(self._desk.opener, self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
