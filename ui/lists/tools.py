"""What stands over a list: search, buttons, filters in words, and the bar for several chosen records."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.texts import lists as words
from ui.texts import shared
from ui.texts.lists import ListWords
from ui.theme.look import look
from ui.theme.room import Room
from ui.widgets.acts_menu import ActsMenu
from ui.widgets.button import Button
from ui.widgets.chips import ChipRow
from ui.widgets.flow import FlowRow
from ui.widgets.labels import Text
from ui.widgets.search_field import SearchField
from ui.widgets.styled import spaced

SEARCH_WIDTH, SHORT_SEARCH = 360, 240
FEW_CHIPS = 4


class ListTools(QWidget):
    """The tools of a list; `compact` ones fit over a narrow list and keep their acts in menus."""

    columns_asked = Signal()
    filters_asked = Signal()
    more_asked = Signal()
    uncovered = Signal(bool)

    def __init__(self, name: str, told: ListWords, *, compact: bool) -> None:
        super().__init__()
        self._told = told
        self._compact = compact
        self.search = SearchField(told.prompt, key="F3", name=f"{name}Filter")
        self.filters = Button(words.FILTERS, glyph="funnel", name=f"{name}Filters")
        self.columns = Button(words.COLUMNS, glyph="columns", name=f"{name}Columns")
        self.more = Button(words.MORE, kind="icon", glyph="dots-three", name=f"{name}More")
        self.eye = Button(told.uncover, glyph="eye", name=f"{name}Uncover")
        self.eye.setCheckable(True)
        self.chips = ChipRow(shared.MORE_FILTERS)
        self._count = Text(role="small", tone="soft", wrap=False, name=f"{name}Count")
        self._several = FlowRow()
        self._chosen = Text(role="strong", wrap=False, name=f"{name}Chosen")
        self._chosen.setMinimumHeight(look.px(36))
        self._none = Button(words.CHOOSE_NONE, glyph="x", name=f"{name}ChooseNone")
        self._row = QHBoxLayout()
        self._own_acts: tuple[Button, ...] = ()
        self._acts: tuple[Button, ...] = ()
        self.together = ActsMenu(f"{name}Together")
        self._build()
        self.filters.clicked.connect(self.filters_asked)
        self.columns.clicked.connect(self.columns_asked)
        self.more.clicked.connect(self.more_asked)
        self.eye.toggled.connect(self._on_eye)

    @property
    def none(self) -> Button:
        """Return the button that lets all chosen records go but the one at the cursor."""
        return self._none

    def add(self, *widgets: QWidget) -> None:
        """Put a list's own tools behind the common ones."""
        for widget in widgets:
            self._row.insertWidget(self._row.count() - 2, widget)

    def set_acts(self, own: Sequence[Button], common: Sequence[Button]) -> None:
        """Set what can be done with several records at once; the `own` acts not with those in the trash."""
        self._own_acts, self._acts = tuple(own), (*own, *common, self._none)
        if self._compact:
            self.together.offer(own, common, [self._none])
            self._several.add(self._chosen, self.together)
        else:
            self._several.add(self._chosen, *self._acts)

    def say_count(self, shown: int, column: str) -> None:
        """Say how many records are shown, and in which order."""
        self._count.setText(self._told.count.format(shown=shown, column=column))

    def show_several(self, count: int, *, in_trash: bool) -> None:
        """Show the acts on several records in place of the chips, or the chips again."""
        for act in self._own_acts:
            act.setVisible(not in_trash)
        self._several.setVisible(count > 1)
        self.chips.setVisible(count <= 1)
        self._chosen.setText(self._told.chosen.format(count=count))

    def offer_cover(self, offered: bool) -> None:  # noqa: FBT001  the one question
        """Offer to show covered numbers, where such a column is shown."""
        self.eye.setVisible(offered and not self._compact)

    def show_numbers(self, *, shown: bool) -> None:
        """Show sensitive numbers, or cover them again."""
        self.eye.setChecked(shown)

    def fit(self, room: Room) -> None:
        """Give way as the window gets smaller."""
        roomy = room >= Room.MEDIUM
        self.search.show_hint(roomy and not self._compact)
        self.search.setPlaceholderText(
            self._told.prompt if roomy and not self._compact else self._told.short_prompt
        )
        if self._compact:
            self.chips.set_most(1)
            return
        self.search.setFixedWidth(look.px(SEARCH_WIDTH if roomy else SHORT_SEARCH))
        self.chips.set_most(0 if room >= Room.WIDE else FEW_CHIPS if room >= Room.NARROW else 1)
        for act in self._acts:
            act.shorten(room < Room.NARROW)
        for button in (self.filters, self.columns):
            button.shorten(room < Room.SHARED)
        self._count.setVisible(roomy)
        self.eye.shorten(not roomy)

    def _build(self) -> None:
        spaced(self._row, look.px(8))
        self._row.addWidget(self.search, 1 if self._compact else 0)
        for button in (self.filters, self.columns, self.eye):
            button.setVisible(not self._compact)
            self._row.addWidget(button)
        self.more.setVisible(self._compact)
        self._row.addWidget(self.more)
        if not self._compact:
            self._row.addStretch(1)
            self._row.addWidget(self._count)
        self._several.hide()
        column = QVBoxLayout(self)
        spaced(column, look.px(10 if not self._compact else 8))
        column.addLayout(self._row)
        if self._compact:
            column.addWidget(self._count)
        column.addWidget(self.chips)
        column.addWidget(self._several)

    def _on_eye(self, shown: bool) -> None:  # noqa: FBT001  Qt's signal
        said = self._told.cover if shown else self._told.uncover
        self.eye.setText(said if self.eye.text() else "")
        self.eye.setAccessibleName(said)
        self.uncovered.emit(shown)
