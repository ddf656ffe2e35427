"""The facts of the cell in Cài đặt, with their draft."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from app.bootstrap import Core
from app.domain.cells import CellDraft
from app.errors import AppError, ChangedElsewhere, Invalid
from ui.forms.binder import DraftKeeper, Values
from ui.forms.record_form import RecordForm
from ui.pages.page import Desk
from ui.texts import settings as words
from ui.texts.fields import CELL
from ui.theme.look import look
from ui.theme.signs import State
from ui.widgets.button import Button
from ui.widgets.labels import StateLine, Text
from ui.widgets.sheet import Sheet
from ui.widgets.styled import spaced

FORM = "cell"


class CellSheet(Sheet):
    """The form of the cell's facts; what is typed and not saved is kept as a draft."""

    def __init__(self, core: Core, desk: Desk) -> None:
        super().__init__(spacing=10)
        self._core = core
        self._desk = desk
        self._rev = 0
        self._form = RecordForm(CellDraft, CELL)
        self._note = StateLine(State.LACKING, words.DRAFT_SHOWN)
        self._drop = Button(words.DROP_DRAFT, kind="link", name="dropCellDraft", changes=True)
        self.keeper = DraftKeeper(self._keep, self._form.binder)
        self._drop.clicked.connect(self._on_drop)
        self._form.binder.edited.connect(self._on_edited)
        self.head(words.CELL)
        self.body.addWidget(Text(words.CELL_WORDS, role="small", tone="soft"))
        note = QHBoxLayout()
        spaced(note, look.px(8))
        note.addWidget(self._note, 1, Qt.AlignmentFlag.AlignVCenter)
        note.addWidget(self._drop)
        self.body.addLayout(note)
        self.body.addWidget(self._form)

    def refresh(self) -> None:
        """Show the cell as stored, and over it what was typed and not saved."""
        if self._form.binder.dirty() and self._rev:
            return
        cell = self._core.cells.current()
        self._rev = cell.rev
        self._form.binder.load(cell.model_dump(include=set(CELL)))
        draft = self._core.drafts.find(FORM, "")
        if draft:
            self._form.binder.offer(draft)
        self._on_edited()

    def save(self) -> bool:
        """Store what stands in the fields; return whether it was taken."""
        try:
            cell = self._core.cells.save(self._rev, self._form.binder.values())
        except Invalid as error:
            self._form.binder.show(error.problems)
        except ChangedElsewhere:
            self.keeper.flush()
            self._desk.notifier.mind(words.CHANGED_ELSEWHERE)
        except AppError as error:
            self._desk.notifier.show(error)
        else:
            self.keeper.forget()
            self._core.drafts.drop(FORM, "")
            self._rev = cell.rev
            self._form.binder.load(cell.model_dump(include=set(CELL)))
            self._on_edited()
            return True
        return False

    def fix(self, fixed: bool) -> None:  # noqa: FBT001  the one question
        """Let the facts only be read; what is being typed stays open to be copied from."""
        if not (fixed and self.dirty()):
            for field in CELL:
                self._form.binder.row(field).set_read_only(fixed)

    def dirty(self) -> bool:
        """Return whether there is anything to save."""
        return self._form.binder.dirty()

    def set_columns(self, columns: int) -> None:
        """Set the fields in one or two columns."""
        self._form.set_columns(columns)

    def focus(self, field: str) -> None:
        """Put the cursor into a field."""
        self._form.binder.focus(field)

    def _keep(self, values: Values) -> None:
        self._core.drafts.keep(FORM, "", values)

    def _on_edited(self) -> None:
        dirty = self._form.binder.dirty()
        self._note.setVisible(dirty)
        self._drop.setVisible(dirty)

    def _on_drop(self) -> None:
        self.keeper.forget()
        self._core.drafts.drop(FORM, "")
        self._rev = 0
        self.refresh()
