"""The list of members with its filter, its chips, and the bar for several chosen ones."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.common.messages import problem_sentence
from app.domain.people import Person
from app.errors import Invalid
from ui.models.record_table import RecordTable
from ui.pages.member_columns import FIRST_TO_GO, Today, columns, conditions
from ui.texts import members as words
from ui.texts import shared
from ui.theme.look import look
from ui.theme.room import Room
from ui.widgets.button import Button
from ui.widgets.chips import Chip, ChipRow
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import Text
from ui.widgets.record_view import RecordView
from ui.widgets.search_field import SearchField
from ui.widgets.sheet import Sheet
from ui.widgets.styled import spaced

FILTER_WIDTH, SHORT_FILTER_WIDTH = 360, 280
FEW_CHIPS = 3


class MemberList(QWidget):
    """What stands left of the card."""

    current_changed = Signal(str)
    opened = Signal(str)
    clicked = Signal()
    trash_asked = Signal()
    first_step = Signal()

    def __init__(self, today: Today) -> None:
        super().__init__()
        self._columns = columns(today)
        self._conditions = conditions(today)
        self._chip = "all"
        self._everybody = 0
        self._table: RecordTable[Person] = RecordTable(self._columns, lambda one: one.uid, self)
        self._table.set_condition(self._conditions[self._chip])
        self._filter = SearchField(words.FILTER, key="F3", name="memberFilter")
        self._count = Text(role="small", tone="soft", wrap=False, name="memberCount")
        self._chips = ChipRow(shared.MORE_FILTERS)
        self._view = RecordView("memberList", words.LIST)
        self._nobody = EmptyState(words.NOBODY, words.FIRST_STEP, glyph="users", step_glyph="upload-simple")
        self._no_match = EmptyState(words.NO_MATCH, glyph="magnifying-glass")
        self._build()
        self._connect()

    def show_members(self, members: list[Person]) -> None:
        """Show `members`, trashed ones included; the filter decides which are seen."""
        self._everybody = len(members)
        self._table.set_records(members)
        counts = self.counts(members)
        chips = [Chip(code, text, counts[code]) for code, text in words.CHIPS.items()]
        self._chips.set_chips(chips, self._chip)

    def counts(self, members: list[Person]) -> dict[str, int]:
        """Return how many members each chip lets through."""
        return {code: sum(1 for one in members if keep(one)) for code, keep in self._conditions.items()}

    @staticmethod
    def sentence(error: Invalid) -> str:
        """Return the first refusal in words."""
        return problem_sentence(error.problems[0])

    def current(self) -> Person | None:
        """Return the member the cursor is on."""
        row = self._table.row_of(self._view.current())
        return self._table.record(row) if row >= 0 else None

    def chosen(self) -> list[Person]:
        """Return the chosen members."""
        return [self._table.record(self._table.row_of(uid)) for uid in self._view.chosen()]

    def go_to(self, uid: str) -> None:
        """Put the cursor on a member, taking the filter away where it hides that member."""
        if self._view.go_to(uid):
            return
        self._filter.clear()
        self._chips.choose("all")
        self._view.go_to(uid)

    def go_to_filter(self) -> None:
        """Put the cursor into the filter."""
        self._filter.setFocus()
        self._filter.selectAll()

    def focus(self) -> None:
        """Put the cursor into the list."""
        self._view.setFocus()

    def fit(self, room: Room) -> None:
        """Let columns go as the window gets smaller: post first, then the dates."""
        wide = room >= Room.WIDE
        gone = 0 if wide else 1 if room >= Room.MEDIUM else 2 if room >= Room.NARROW else 3
        for at, column in enumerate(self._columns):
            self._view.setColumnHidden(at, column.key in FIRST_TO_GO[:gone])
        roomy = room >= Room.MEDIUM
        self._chips.set_most(0 if roomy else FEW_CHIPS if room >= Room.NARROW else FEW_CHIPS - 1)
        self._count.setVisible(roomy)
        self._filter.show_hint(roomy)
        self._filter.setPlaceholderText(words.FILTER if roomy else words.SHORT_FILTER)
        self._filter.setFixedWidth(look.px(FILTER_WIDTH if roomy else SHORT_FILTER_WIDTH))

    def _build(self) -> None:
        filters = QHBoxLayout()
        spaced(filters, look.px(8))
        filters.addWidget(self._filter)
        filters.addStretch(1)
        filters.addWidget(self._count)
        self._several = QWidget()
        several = QHBoxLayout(self._several)
        spaced(several, look.px(8))
        self._chosen_words = Text(role="strong", wrap=False, name="chosenWords")
        self._trash = Button(words.TO_TRASH, kind="danger", glyph="trash", name="trashChosen")
        self._none = Button(words.CHOOSE_NONE, name="chooseNone")
        for widget in (self._chosen_words, self._trash, self._none):
            several.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        several.addStretch(1)
        self._several.hide()
        sheet = Sheet(padding=0, spacing=0)
        for body in (self._view, self._nobody, self._no_match):
            sheet.body.addWidget(body, 1)
        self._view.show_rows(self._table, [column.width for column in self._columns], len(self._columns) - 1)
        column = QVBoxLayout(self)
        spaced(column, look.px(10))
        column.addLayout(filters)
        column.addWidget(self._chips)
        column.addWidget(self._several)
        column.addWidget(sheet, 1)

    def _connect(self) -> None:
        self._table.modelReset.connect(self._after_filter)
        self._filter.textChanged.connect(self._table.set_query)
        self._chips.chosen.connect(self._on_chip)
        self._view.current_changed.connect(self.current_changed)
        self._view.opened.connect(self.opened)
        self._view.clicked.connect(lambda _index: self.clicked.emit())
        self._view.trash_asked.connect(self.trash_asked)
        self._view.chosen_changed.connect(self._on_chosen)
        self._nobody.chosen.connect(self.first_step)
        self._trash.clicked.connect(self.trash_asked)
        self._none.clicked.connect(lambda: self._view.go_to(self._view.current()))

    def _on_chip(self, code: str) -> None:
        self._chip = code
        self._table.set_condition(self._conditions[code])

    def _after_filter(self) -> None:
        shown = self._table.rowCount()
        column = words.SORTED_BY[self._table.order[0]]
        self._count.setText(words.COUNT.format(shown=shown, column=column))
        self._no_match.say(words.TRASH_EMPTY if self._chip == "trash" else words.NO_MATCH)
        self._view.setVisible(shown > 0)
        self._no_match.setVisible(not shown and self._everybody > 0)
        self._nobody.setVisible(not shown and not self._everybody)

    def _on_chosen(self) -> None:
        count = len(self._view.chosen())
        in_trash = self._chip == "trash"
        self._several.setVisible(count > 1 and not in_trash)
        self._chips.setVisible(not self._several.isVisibleTo(self))
        self._chosen_words.setText(words.CHOSEN.format(count=count))
