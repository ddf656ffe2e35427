"""Marking: the form as it looks, beside it the fields; a click on a place, a click on a field."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.services.form_marks import KEEP, MarkedForm, Part, Row
from ui.forms.field_panel import FieldPanel
from ui.texts import committee_forms as words
from ui.theme.look import look
from ui.theme.room import Room
from ui.widgets.form_paper import FormPaper, Shown
from ui.widgets.sheet import Sheet
from ui.widgets.styled import spaced
from ui.widgets.tabs import Tabs

PANEL = 320


class FormDesk(QWidget):
    """Shows one form; what is to be marked is told, nothing is stored here."""

    marked = Signal(str, str)
    """Place and field; an empty field takes the mark away."""
    repeated = Signal(str, bool)
    turned = Signal()
    """Form or fields came into sight, where there is no room for both."""

    def __init__(self) -> None:
        super().__init__()
        self._form: MarkedForm | None = None
        self._part = 0
        self.paper = FormPaper()
        self.panel = FieldPanel()
        self._sheet = Sheet(padding=0, spacing=0)
        self._parts = Tabs([], "formParts")
        self._views = Tabs([words.PLACES, words.MARKING], "formViews")
        column = QVBoxLayout(self)
        spaced(column, look.px(4))
        self._both = QHBoxLayout()
        spaced(self._both, look.px(12))
        self._sheet.body.addWidget(self._parts)
        self._sheet.body.addWidget(self.paper, 1)
        self._both.addWidget(self._sheet, 1)
        self._both.addWidget(self.panel)
        column.addWidget(self._views)
        column.addLayout(self._both, 1)
        self._alone = False
        self._connect()

    def _connect(self) -> None:
        self._parts.chosen.connect(self._on_part)
        self._views.chosen.connect(lambda _at: self._arrange())
        self._views.chosen.connect(lambda _at: self.turned.emit())
        self.paper.chosen.connect(self._on_place)
        self.paper.selectionChanged.connect(self._say)
        self.paper.entered.connect(self._to_fields)
        self.paper.taken.connect(self._on_unmark)
        self.panel.picked.connect(self._on_field)
        self.panel.unmarked.connect(self._on_unmark)
        self.panel.kept.connect(lambda: self._on_field(KEEP))
        self.panel.repeated.connect(self._on_repeat)

    def show_form(self, form: MarkedForm) -> None:
        """Show a form; of the same one the part and the place in sight stay."""
        same = self._form is not None and self._form.form.uid == form.form.uid
        self._form = form
        if not same:
            self._part = 0
            self._fill_parts(form)
        placed = frozenset(form.marks.places.values())
        self.panel.show_fields(form.fields, placed)
        self._show_part(self.paper.current() if same else "")
        self._say()

    def fit(self, room: Room) -> None:
        """Set the fields beside the form, or both under tabs."""
        self._alone = room < Room.SHARED
        self._arrange()

    def is_at_fields(self) -> bool:
        """Return whether the fields alone are in sight."""
        return self._alone and self._views.current() == 1

    def go_to_search(self) -> None:
        """Put the cursor into the search for fields."""
        self.panel.search.begin()

    # Showing ------------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        self._views.setVisible(self._alone)
        self._sheet.setVisible(not self._alone or self._views.current() == 0)
        self.panel.setVisible(not self._alone or self._views.current() == 1)
        if self._alone:
            self.panel.setMaximumWidth(16777215)
            self.panel.setMinimumWidth(0)
        else:
            self.panel.setFixedWidth(look.px(PANEL))

    def _fill_parts(self, form: MarkedForm) -> None:
        self._parts.blockSignals(True)  # noqa: FBT003  Qt's own
        while self._parts.count():
            self._parts.removeTab(0)
        for part in form.view.parts:
            self._parts.addTab(_part_name(part))
        self._parts.blockSignals(False)  # noqa: FBT003  Qt's own
        self._parts.setVisible(len(form.view.parts) > 1)

    def _show_part(self, current: str) -> None:
        if self._form is None or not self._form.view.parts:
            return
        part = self._form.view.parts[min(self._part, len(self._form.view.parts) - 1)]
        labels = {at: self._label(key) for at, key in self._form.marks.places.items()}
        self.paper.show_form(part.blocks, Shown(labels, frozenset(self._form.marks.rows)), current)

    def _label(self, key: str) -> str:
        if key == KEEP:
            return words.KEPT_CHIP
        return self._form.label(key) if self._form else key

    def _say(self) -> None:
        """Say which place is chosen, what stands there, and what can be done with it."""
        form, at = self._form, self.paper.current()
        key = form.marks.places.get(at, "") if form else ""
        row = self._row()
        repeats = form is not None and bool(form.row_title) and row is not None and bool(row.at)
        is_repeated = bool(form and row and row.at in form.marks.rows)
        self.panel.put_row_first(is_repeated or bool(repeats and row and row.spare))
        self.panel.unmark.setEnabled(bool(key))
        self.panel.keep.setVisible(bool(form and at in form.marks.named and key != KEEP))
        self.panel.repeat.setVisible(repeats)
        self.panel.repeat.say(words.REPEAT_END if is_repeated else words.REPEAT)
        self.panel.say(self._words(at, key, row if is_repeated else None))

    def _words(self, at: str, key: str, row: Row | None) -> str:
        form = self._form
        if not at or form is None:
            return words.NO_PLACE
        where = self.paper.text_at(at) or words.WHERE_EMPTY
        if key == KEEP:
            said = words.PLACE_KEPT.format(where=where)
        elif key:
            said = words.PLACE_MARKED.format(where=where, label=form.label(key))
        elif at in form.marks.named:
            said = words.PLACE_NAMED.format(name=form.marks.named[at])
        else:
            said = words.PLACE_FREE.format(where=where)
        if row is None:
            return said
        told = words.REPEATED_SPARE if row.spare else words.REPEATED
        return f"{said}\n{told.format(title=form.row_title, count=row.spare)}"

    def _row(self) -> Row | None:
        at = self.paper.current()
        return self.paper.row_at(at) if at else None

    # Acts ---------------------------------------------------------------------------------------------------

    def _on_part(self, at: int) -> None:
        self._part = at
        self._show_part("")
        self._say()

    def _on_place(self, _at: str) -> None:
        self._say()
        if self._alone:
            self._views.choose(1)

    def _to_fields(self) -> None:
        if self._alone:
            self._views.choose(1)
        self.panel.search.begin()

    def _on_field(self, key: str) -> None:
        at = self.paper.current()
        if not at:
            return
        following = self.paper.following(at)
        self.marked.emit(at, key)
        if self._form and at in self._form.marks.places and following:
            self.paper.choose(following)
        if self._alone:
            self._views.choose(0)

    def _on_unmark(self) -> None:
        at = self.paper.current()
        if self._form and at in self._form.marks.places:
            self.marked.emit(at, "")

    def _on_repeat(self) -> None:
        row = self._row()
        if row and self._form:
            self.repeated.emit(row.at, row.at not in self._form.marks.rows)


def _part_name(part: Part) -> str:
    bare = part.title.rstrip("0123456789")
    return words.PARTS.get(bare, part.title)
