"""The frame of a list: tools, table, what stands beside it, and the states of both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.domain.listing import Listing
from ui.lists import menus
from ui.lists.columns import ListColumns
from ui.lists.kind import ALL, TRASH, ListKind, R
from ui.lists.leaving import ListLeaving
from ui.lists.memory import ListMemory
from ui.lists.out import Conditions, kept_said, listing_of
from ui.lists.own_filters import PREFIX, OwnFilters
from ui.lists.shape import Shape
from ui.lists.tools import ListTools
from ui.models.record_table import RecordTable
from ui.texts import lists as words
from ui.theme.room import Room
from ui.widgets.button import Button
from ui.widgets.chips import Chip
from ui.widgets.empty_state import EmptyState
from ui.widgets.record_view import RecordView
from ui.widgets.sheet import Sheet
from ui.widgets.two_line_view import TwoLineView

COUNTED_AT_ONCE = 300
"""Of a longer list the filters are counted after it has been painted."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What a page gives a list: how it stands, the view, what stands beside it, acts on several records."""

    beside: QWidget
    shape: Shape
    view: TwoLineView | None = None
    acts: tuple[Button, ...] = ()


class ListFrame(QWidget, Generic[R]):
    """A whole list; pages hear of its signals and show beside it what they like."""

    current_changed = Signal(str)
    opened = Signal(str)
    edit_asked = Signal(str)
    clicked = Signal()
    trash_asked = Signal()
    restore_asked = Signal()
    erase_asked = Signal()
    first_step = Signal()
    left = Signal()
    """Esc was pressed, and there was neither a choice nor a filter to let go."""

    def __init__(self, kind: ListKind[R], leaving: ListLeaving, parts: Parts) -> None:
        super().__init__()
        self.kind, self.leaving = kind, leaving
        self._shape = parts.shape
        self._memory = ListMemory(leaving.desk.seat, kind.name)
        self._total = 0
        self._remembered = self._memory.current
        self.chip = ALL
        """Code of the pressed filter."""
        self.about = ""
        """What the records have in common, as paper says it: the year of a register."""
        self.table: RecordTable[R] = RecordTable(kind.columns, kind.identity, self)
        self.view = parts.view or _table_view(kind)
        self.tools = ListTools(kind.name, kind.words, compact=parts.shape.compact)
        self.own = OwnFilters(leaving.services.filters, leaving.desk.notifier, kind.name, self)
        self._nothing = EmptyState(
            kind.words.nothing,
            kind.words.first_step,
            glyph=kind.empty_glyph,
            step_glyph=kind.step_glyph,
            changes=True,
        )
        self._no_match = EmptyState(kind.words.no_match, glyph="magnifying-glass")
        self._acts = _acts(kind.name)
        self._chips_later = QTimer(self, singleShot=True, interval=0)
        self._build(parts)
        self.columns = ListColumns(kind, self.view, self._memory, self)
        self._connect()
        key, turned = self._memory.order
        self.table.set_order(key, turned=turned)
        self._set_condition()
        self._offer_cover()

    # What a page asks ---------------------------------------------------------------------------------------

    def show_records(self, records: Sequence[R]) -> None:
        """Show `records`, those in the trash included; the filter decides which are seen."""
        first, self._total = not self._total, len(records)
        self.own.read()
        self.table.set_records(records)
        if len(records) > COUNTED_AT_ONCE and self.tools.chips.codes():
            self._chips_later.start()
        else:
            self._show_chips()
        if first and records:
            self._go_back()

    def current(self) -> R | None:
        """Return the record the cursor is on."""
        row = self.table.row_of(self.view.current())
        return self.table.record(row) if row >= 0 else None

    def chosen(self) -> list[R]:
        """Return the chosen records, from the top."""
        return [self.table.record(self.table.row_of(identity)) for identity in self.view.chosen()]

    def go_to(self, identity: str) -> None:
        """Put the cursor on a record, taking the filter away where it hides that record."""
        if not self.view.go_to(identity):
            self.tools.search.clear()
            self.tools.chips.choose(ALL)
            self.view.go_to(identity)

    def fit(self, room: Room) -> None:
        """Give way as the window gets smaller."""
        self.tools.fit(room)
        self._shape.fit(room)
        self.columns.show()

    def show_sides(self, *, list_shown: bool, beside_shown: bool) -> None:
        """Show both sides, or one of them where there is no room for both."""
        self._shape.show(list_shown=list_shown, beside_shown=beside_shown)

    def count(self, code: str) -> int:
        """Return how many records a ready filter lets through."""
        return self.table.count(self.kind.filter(code).keep)

    def listing(self, *, only_chosen: bool = False) -> Listing:
        """Return the list as it is shown, or the chosen records of it, ready to leave."""
        records = self.chosen() if only_chosen else self.table.shown()
        how, day = self._how(only_chosen=only_chosen), self.leaving.desk.clock.today()
        return listing_of(self.kind, self.table, self.columns.layout, records, how, day)

    # What the menus ask -------------------------------------------------------------------------------------

    def conditions(self) -> dict[str, object]:
        """Return what a filter of one's own would keep."""
        key, turned = self.table.order
        return {
            "chip": self._base(),
            "query": self.tools.search.text(),
            "columns": " ".join(self.columns.layout.shown),
            "ordered_by": f"-{key}" if turned else key,
        }

    def said(self) -> str:
        """Return in words what a filter of one's own would keep."""
        base = self.kind.filter(self._base()).words
        columns = len(self.columns.layout.shown)
        return kept_said(base, self.tools.search.text().strip(), self.table, columns)

    def sort(self, key: str, turned: bool, *_checked: bool) -> None:  # noqa: FBT001  bound to a menu's signal
        """Sort by a column."""
        self.table.set_order(key, turned=turned)

    # Building -----------------------------------------------------------------------------------------------

    def _build(self, parts: Parts) -> None:
        self.tools.set_acts(parts.acts, list(self._acts.values()))
        sheet = Sheet(padding=0, spacing=0)
        for body in (self.view, self._nothing, self._no_match):
            sheet.body.addWidget(body, 1)
        if isinstance(self.view, TwoLineView):
            self.view.show_model(self.table)
        else:
            self.view.show_rows(self.table, [column.width for column in self.kind.columns], -1)
            self.view.be_adjustable()
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        parts.shape.place(self, self.tools, sheet, parts.beside)

    def _connect(self) -> None:
        self.table.modelReset.connect(self._after_filter)
        self._chips_later.timeout.connect(self._show_chips)
        self.tools.search.textChanged.connect(self.table.set_query)
        self.tools.search.left_down.connect(self.view.setFocus)
        self.tools.chips.chosen.connect(self._on_chip)
        self.tools.columns_asked.connect(lambda: self.columns.choose(self))
        self.tools.filters_asked.connect(lambda: menus.filters(self).popup(_below(self.tools.filters)))
        self.tools.more_asked.connect(lambda: menus.everything(self).popup(_below(self.tools.more)))
        self.tools.none.clicked.connect(self._choose_one)
        self.tools.uncovered.connect(self.table.uncover)
        self.columns.changed.connect(self._offer_cover)
        self.own.kept.connect(self._on_kept)
        self._nothing.chosen.connect(self.first_step)
        self._acts["trash"].clicked.connect(self.trash_asked)
        self._acts["restore"].clicked.connect(self.restore_asked)
        self._acts["erase"].clicked.connect(self.erase_asked)
        self._acts["print"].clicked.connect(lambda: self.leaving.print(self.listing(only_chosen=True)))
        self._acts["excel"].clicked.connect(lambda: self.leaving.excel(self.listing(only_chosen=True)))
        self._connect_view(self.view)

    def _connect_view(self, view: RecordView) -> None:
        view.current_changed.connect(self._on_current)
        view.opened.connect(self.opened)
        view.edit_asked.connect(self.edit_asked)
        view.clicked.connect(lambda _index: self.clicked.emit())
        view.trash_asked.connect(self.trash_asked)
        view.chosen_changed.connect(self._on_chosen)
        view.typed.connect(self._on_typed)
        view.left.connect(self._on_left)
        view.customContextMenuRequested.connect(self._on_menu)

    # Filters ------------------------------------------------------------------------------------------------

    def _show_chips(self) -> None:
        ready = [(one, self.table.count(one.keep)) for one in self.kind.filters]
        chips = [
            Chip(one.code, one.words, count)
            for one, count in ready
            if one.always or count or one.code == self.chip
        ]
        own = [
            Chip(PREFIX + one.uid, one.name, self.table.count(self.kind.filter(one.chip).keep, one.query))
            for one in self.own.filters
        ]
        before = next((at for at, chip in enumerate(chips) if chip.code == TRASH), len(chips))
        chips[before:before] = own
        codes = {chip.code for chip in chips}
        self.tools.chips.set_chips(chips, self.chip if self.chip in codes else ALL)

    def _go_back(self) -> None:
        """Return to the filter and the record that were left, where they still are there."""
        code = self._memory.chip
        if code in self.tools.chips.codes():
            self.tools.chips.choose(code)
        self.view.go_to(self._remembered)

    def _on_chip(self, code: str) -> None:
        if code == self.chip:
            return
        left, self.chip = self.own.find(self.chip), code
        one = self.own.find(code)
        self._memory.chip = code
        self.columns.lend(one.columns.split() if one else self.kind.filter(code).columns)
        if one or left:
            self.tools.search.setText(one.query if one else "")
        if one and one.ordered_by:
            self.table.set_order(one.ordered_by.removeprefix("-"), turned=one.ordered_by.startswith("-"))
        self._set_condition()
        self._offer_cover()

    def _on_kept(self, code: str) -> None:
        self.own.read()
        self._show_chips()
        self.tools.chips.choose(code)

    def _set_condition(self) -> None:
        self.table.set_condition(self.kind.filter(self._base()).keep)

    def _base(self) -> str:
        """Return the code of the ready filter that is pressed, or that the own one starts from."""
        one = self.own.find(self.chip)
        return one.chip if one else self.chip

    def _how(self, *, only_chosen: bool = False) -> Conditions:
        one = self.own.find(self.chip)
        called = one.name if one else self.kind.filter(self.chip).words
        return Conditions(self.chip, called, self.tools.search.text().strip(), self.about, only_chosen)

    def _after_filter(self) -> None:
        shown = self.table.rowCount()
        self._memory.order = self.table.order
        key, _ = self.table.order
        self.tools.say_count(shown, self.kind.column(key).name)
        in_trash = self.chip == TRASH
        told = self.kind.words
        self._no_match.say(told.trash_empty if in_trash and not self.table.query else told.no_match)
        self.view.setVisible(shown > 0)
        self._no_match.setVisible(not shown and self._total > 0)
        self._nothing.setVisible(not shown and not self._total)

    # Choice and keys ----------------------------------------------------------------------------------------

    def _on_current(self, identity: str) -> None:
        if identity:
            self._memory.current = identity
        self.current_changed.emit(identity)

    def _on_chosen(self) -> None:
        in_trash = self.chip == TRASH
        self._acts["trash"].setVisible(self.kind.has_trash and not in_trash)
        self._acts["restore"].setVisible(in_trash)
        self._acts["erase"].setVisible(in_trash and self.kind.can_erase)
        self.tools.show_several(len(self.view.chosen()), in_trash=in_trash)

    def _choose_one(self) -> None:
        self.view.go_to(self.view.current())
        self.view.setFocus()

    def _on_typed(self, letters: str) -> None:
        self.tools.search.setFocus()
        self.tools.search.setText(letters)

    def _on_left(self) -> None:
        if len(self.view.chosen()) > 1:
            self._choose_one()
        elif self.tools.search.text():
            self.tools.search.clear()
        else:
            self.left.emit()

    def _on_menu(self, at: QPoint) -> None:
        if self.view.current():
            menus.row(self).popup(self.view.viewport().mapToGlobal(at))

    def _offer_cover(self) -> None:
        shown = self.columns.layout.shown
        self.tools.offer_cover(offered=any(self.kind.column(key).covered for key in shown))


def _acts(name: str) -> dict[str, Button]:
    return {
        "print": Button(words.PRINT, glyph="printer", name=f"{name}PrintChosen"),
        "excel": Button(words.EXCEL, glyph="floppy-disk", name=f"{name}ExcelChosen"),
        "restore": Button(
            words.TAKE_BACK, glyph="arrow-counter-clockwise", name=f"{name}RestoreChosen", changes=True
        ),
        "trash": Button(
            words.TO_TRASH, kind="danger", glyph="trash", name=f"{name}TrashChosen", changes=True
        ),
        "erase": Button(words.ERASE, kind="danger", glyph="trash", name=f"{name}EraseChosen", changes=True),
    }


def _table_view(kind: ListKind[Any]) -> RecordView:
    return RecordView(f"{kind.name}List", kind.words.label)


def _below(button: QWidget) -> QPoint:
    return button.mapToGlobal(QPoint(0, button.height()))
