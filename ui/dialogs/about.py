"""Giới thiệu: what the program is, its version, every part of it with its licence."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.common import licences
from app.common.licences import Part
from app.version import __version__
from ui.desktop.opening import Opener
from ui.dialogs.sheet_dialog import SheetDialog
from ui.models.record_table import Column, RecordTable
from ui.texts import settings as words
from ui.texts import shared
from ui.theme.look import look
from ui.widgets.button import Button
from ui.widgets.labels import Text
from ui.widgets.record_view import RecordView

COLUMNS = (
    Column[Part]("name", words.PART, lambda part: part.name, 200, sort=lambda part: part.name.lower()),
    Column[Part]("version", words.PART_VERSION, lambda part: part.version, 100),
    Column[Part]("licence", words.LICENCE, lambda part: part.licence),
)
_LIST_HEIGHT = 260


class AboutDialog(SheetDialog):
    """The parts in a table that can be sorted."""

    def __init__(self, opener: Opener, parent: QWidget | None = None) -> None:
        super().__init__(words.ABOUT_TITLE, 640, parent)
        self.setObjectName("aboutDialog")
        self._table: RecordTable[Part] = RecordTable(COLUMNS, lambda part: part.name, self)
        self._view = RecordView("licenceList", words.PARTS)
        self._view.show_rows(self._table, [column.width for column in COLUMNS], len(COLUMNS) - 1)
        self._view.setMinimumHeight(look.px(_LIST_HEIGHT))
        self._table.set_records(licences.parts())
        self.body.addWidget(Text(words.VERSION.format(version=__version__), role="strong", name="version"))
        self.body.addWidget(Text(words.PURPOSE))
        self.body.addWidget(Text(words.PARTS, role="section"))
        self.body.addWidget(self._view, 1)
        self.body.addWidget(Text(words.LGPL, role="small", tone="soft"))
        close = Button(shared.CLOSE, name="closeAbout")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        texts = licences.texts_folder()
        if texts:
            button = Button(words.OPEN_TEXTS, glyph="folder-open", name="openLicences")
            button.clicked.connect(lambda: opener.open(texts))
            self.add_buttons(button)
        self.add_buttons(close)
        close.setFocus()
