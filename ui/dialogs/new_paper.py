"""Which paper is to be written, and about whom: kinds by the steps of the year, one or several of each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.common.finding import Query
from app.services.offered_kinds import About, KindOffered
from ui.dialogs.sheet_dialog import SheetDialog
from ui.texts import paper_sets as words
from ui.texts import shared
from ui.theme.look import look
from ui.widgets.button import Button
from ui.widgets.labels import Text
from ui.widgets.search_field import SearchField
from ui.widgets.styled import spaced

WIDTH, HEIGHT, KINDS_WIDTH = 780, 380, 340
_KEY = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Offered:
    """One that a paper can be about, and what is there of it already."""

    about: About
    said: str
    is_there: bool = False


WhomOf = Callable[[KindOffered], Sequence[Offered]]


class NewPaperDialog(SheetDialog):
    """Kinds at the left, found by typing; at the right whom or what the papers are about."""

    chosen = Signal(str, object)
    """The code of the kind, and the tuple of `About`."""

    def __init__(self, kinds: Sequence[KindOffered], whom: WhomOf, parent: QWidget | None) -> None:
        super().__init__(words.CHOOSE_KIND, WIDTH, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._all = {kind.code: kind for kind in kinds}
        self._whom = whom
        self._offered: list[Offered] = []
        self.search = SearchField(words.SEARCH_KIND, name="kindSearch")
        self.kinds = _list("kindList", words.KINDS)
        self.people = _list("aboutList", words.ABOUT_OTHER)
        self._title = Text(role="strong", name="aboutTitle")
        self._note = Text(tone="soft", name="aboutNote")
        self._all_of = Button(words.ALL, name="aboutAll")
        self._none_of = Button(words.NONE, name="aboutNone")
        self._cancel = Button(shared.CANCEL, name="newPaperCancel")
        self._begin = Button(words.BEGIN_ONE, kind="primary", glyph="plus", name="newPaperBegin")
        self._build()
        self._connect()
        self._fill()
        self.search.setFocus()

    def choose(self, code: str) -> None:
        """Put the cursor on a kind."""
        for row in range(self.kinds.count()):
            if self.kinds.item(row).data(_KEY) == code:
                self.kinds.setCurrentRow(row)

    def _build(self) -> None:
        left, right, ticks = QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        for column in (left, right, ticks):
            spaced(column, look.px(8))
        self.kinds.setFixedWidth(look.px(KINDS_WIDTH))
        left.addWidget(self.search)
        left.addWidget(self.kinds, 1)
        ticks.addWidget(self._all_of)
        ticks.addWidget(self._none_of)
        ticks.addStretch(1)
        right.addWidget(self._title)
        right.addLayout(ticks)
        right.addWidget(self.people, 1)
        right.addWidget(self._note)
        right.addStretch(0)
        both = QHBoxLayout()
        spaced(both, look.px(16))
        both.addLayout(left)
        both.addLayout(right, 1)
        self.kinds.setMinimumHeight(look.px(HEIGHT // 2))
        self.body.addLayout(both, 1)
        self.add_buttons(self._cancel, self._begin)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._fill)
        self.search.left_down.connect(self.kinds.setFocus)
        self.search.returnPressed.connect(self._on_begin)
        self.kinds.currentItemChanged.connect(lambda *_: self._show_whom())
        self.kinds.itemActivated.connect(lambda _item: self._on_begin())
        self.people.itemChanged.connect(lambda _item: self._show_count())
        self._all_of.clicked.connect(lambda: self._tick(on=True))
        self._none_of.clicked.connect(lambda: self._tick(on=False))
        self._cancel.clicked.connect(self.reject)
        self._begin.clicked.connect(self._on_begin)

    def wanted(self, available: QSize) -> QSize:
        """Return a height in which the lists show some ten lines."""
        size = super().wanted(available)
        return QSize(size.width(), max(size.height(), min(look.px(560), round(available.height() * 0.9))))

    # Kinds --------------------------------------------------------------------------------------------------

    def _fill(self) -> None:
        """Show the kinds that fit what is typed, under the steps of the year."""
        query = Query(self.search.text())
        self.kinds.clear()
        for group, title in words.GROUPS.items():
            kinds = [one for one in self._all.values() if one.group == group and query.finds(one.title)]
            if kinds:
                _add(self.kinds, title, None)
            for one in kinds:
                said = words.NUMBERED.format(title=one.title, code=one.type_code)
                _add(self.kinds, said if one.type_code else one.title, one.code)
        first = next((row for row in range(self.kinds.count()) if self.kinds.item(row).data(_KEY)), -1)
        self.kinds.setCurrentRow(first)
        self._show_whom()

    def _kind(self) -> KindOffered | None:
        item = self.kinds.currentItem()
        return self._all.get(str(item.data(_KEY))) if item else None

    # Whom ---------------------------------------------------------------------------------------------------

    def _show_whom(self) -> None:
        kind = self._kind()
        many = kind is not None and kind.is_about_one
        self._offered = list(self._whom(kind)) if kind and many else []
        self.people.blockSignals(True)  # noqa: FBT003  Qt's signature
        self.people.clear()
        for at, one in enumerate(self._offered):
            item = _add(self.people, one.said, at)
            item.setCheckState(Qt.CheckState.Unchecked if one.is_there else Qt.CheckState.Checked)
        self.people.blockSignals(False)  # noqa: FBT003  Qt's signature
        self.people.setVisible(bool(self._offered))
        for button in (self._all_of, self._none_of):
            button.setVisible(len(self._offered) > 1)
        self._title.setText(words.ABOUT.get(kind.scope, words.ABOUT_OTHER) if kind and many else "")
        noted = self._noted(kind)
        self._note.setText(noted)
        self._note.setVisible(bool(noted))
        self._show_count()

    def _noted(self, kind: KindOffered | None) -> str:
        if kind is None:
            return words.NO_KIND
        if not kind.is_about_one:
            return words.WHOLE_CELL
        return "" if self._offered else words.NOBODY.get(kind.scope, words.NOBODY_OTHER)

    def _tick(self, *, on: bool) -> None:
        for row in range(self.people.count()):
            self.people.item(row).setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)

    def _ticked(self) -> tuple[About, ...]:
        kind = self._kind()
        if kind is None:
            return ()
        if not kind.is_about_one:
            return (About(),)
        rows = range(self.people.count())
        on = [row for row in rows if self.people.item(row).checkState() is Qt.CheckState.Checked]
        return tuple(self._offered[row].about for row in on)

    def _show_count(self) -> None:
        kind, count = self._kind(), len(self._ticked())
        said = words.BEGIN_ONE
        if count > 1:
            whole = kind is not None and kind.scope == "member" and count == len(self._offered)
            said = (words.BEGIN_WHOLE if whole else words.BEGIN_MANY).format(count=count)
        self._begin.say(said)
        self._begin.setEnabled(bool(count))

    def _on_begin(self) -> None:
        kind, ticked = self._kind(), self._ticked()
        if kind and ticked:
            self.chosen.emit(kind.code, ticked)
            self.accept()


def _list(name: str, label: str) -> QListWidget:
    made = QListWidget()
    made.setObjectName(name)
    made.setAccessibleName(label)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setTextElideMode(Qt.TextElideMode.ElideRight)
    return made


def _add(where: QListWidget, said: str, key: object) -> QListWidgetItem:
    """Add a line; without a key it is a head, on which nobody can stand."""
    item = QListWidgetItem(said)
    item.setData(_KEY, key)
    item.setToolTip(said)
    if key is None:
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        font = where.font()
        font.setBold(True)
        item.setFont(font)
    where.addItem(item)
    return item
