"""Trợ giúp: a short page for each screen, opened at the one that F1 was pressed on."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem
from typing_extensions import override

from ui.pages.page import Page
from ui.texts import help as words
from ui.theme.look import look
from ui.theme.room import Room
from ui.widgets.button import Button
from ui.widgets.page_head import PageHead
from ui.widgets.reader import Reader
from ui.widgets.record_view import ROW
from ui.widgets.sheet import Sheet
from ui.widgets.styled import spaced

_TOPIC = Qt.ItemDataRole.UserRole
_LIST_WIDTH = 240
_NARROW_LIST_WIDTH = 190


class HelpPage(Page):
    """The list of help pages at the left, the chosen one at the right."""

    def __init__(self, *acts: Button) -> None:
        super().__init__()
        self._head = PageHead(words.title("help"), [*acts])
        self._head.say(words.HOW)
        self._topics = QListWidget()
        self._topics.setObjectName("helpTopics")
        self._topics.setAccessibleName(words.LIST)
        self._topics.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._reader = Reader("helpText", words.READING)
        self._fill()
        self._build()
        self._topics.currentItemChanged.connect(lambda item, _before: self._show(item))
        self._reader.asked.connect(lambda topic: self.open_at(topic, ""))
        self._topics.setCurrentRow(0)

    def _fill(self) -> None:
        for code in words.TOPICS:
            item = QListWidgetItem(words.title(code), self._topics)
            item.setData(_TOPIC, code)
            item.setSizeHint(QSize(0, look.px(ROW)))

    def _build(self) -> None:
        left, right = Sheet(padding=2), Sheet(padding=0)
        left.body.addWidget(self._topics)
        right.body.addWidget(self._reader)
        self._left = left
        row = QHBoxLayout()
        spaced(row, look.px(12))
        row.addWidget(left)
        row.addWidget(right, 1)
        self.column.addWidget(self._head)
        self.column.addLayout(row, 1)

    @override
    def open_at(self, subject: str, field: str) -> None:
        if subject in words.TOPICS:
            self._topics.setCurrentRow(words.TOPICS.index(subject))

    @override
    def fit(self, room: Room) -> None:
        self._left.setFixedWidth(look.px(_NARROW_LIST_WIDTH if room < Room.MEDIUM else _LIST_WIDTH))

    def topic(self) -> str:
        """Return the code of the page that is read."""
        return str(self._topics.currentItem().data(_TOPIC))

    def _show(self, item: QListWidgetItem) -> None:
        code = item.data(_TOPIC)
        self._reader.read(words.topic(code))
