"""Bảng chấm điểm: one subject's sheet by one side, criterion by criterion, its sum in sight."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.common.messages import decimal
from app.domain.review_checks import review_problems
from app.domain.scores import ScoreSheetFields
from app.errors import Problem
from app.services.score_forms import ScoreForm
from ui.forms.binder import Values
from ui.forms.grid_draft import GridBinder
from ui.forms.record_form import RecordForm
from ui.models.score_cells import GIVEN, MOST, REASON, TEXT, ScoreCells
from ui.models.score_grid import ScoreGrid
from ui.texts import scores as words
from ui.theme.look import look
from ui.theme.room import Room
from ui.theme.signs import State
from ui.widgets.button import Button
from ui.widgets.editors import ChoiceField
from ui.widgets.flow import FlowRow
from ui.widgets.grid_view import GridView
from ui.widgets.labels import StateLine, Text
from ui.widgets.sheet import Scroll, Sheet
from ui.widgets.styled import spaced
from ui.widgets.tips import plain

CELLS = "cells"
_PLACE = 40
_WIDTHS = {TEXT: 190, MOST: 104, GIVEN: 104, REASON: 150}
_FIELDS, _LEAST_FIELDS = 320, 210


class ScorePart(QWidget):
    """Whose sheet and whose score it is above; date, note and the whole criterion beside the grid."""

    chosen = Signal()
    """Another subject or another side was chosen."""
    saved = Signal()
    dropped = Signal()
    removed = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.who, self.side = ChoiceField(()), ChoiceField(list(words.SIDES.items()))
        self.form = RecordForm(ScoreSheetFields, words.FIELDS, review_problems, prefix="score_")
        self.grid = ScoreGrid(plain, self)
        self.view = GridView("scoreGrid", words.GRID, words.CORNER)
        self._how = Text(role="small", tone="soft", name="scoreHow")
        self._sum = StateLine(State.PARTLY)
        self._fault = StateLine(State.BLOCKED)
        self._minded = StateLine(State.LACKING)
        self._criterion = Text(name="scoreCriterion")
        self._back = Button(words.BACK, kind="link", glyph="caret-left", name="scoreBack")
        self._save = Button(words.SAVE, kind="primary", glyph="check", name="scoreSave", changes=True)
        self._drop = Button(words.DROP, glyph="x", name="scoreDrop", changes=True)
        self._remove = Button(words.REMOVE, kind="danger", glyph="trash", name="scoreRemove", changes=True)
        self.binder = GridBinder(self.values, self)
        self._loaded: Values = {}
        self._is_stored = False
        self._build()
        self._connect()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        spaced(column, look.px(8))
        across, right, acts = QHBoxLayout(), QVBoxLayout(), FlowRow(to_right=True)
        spaced(across, look.px(8))
        spaced(right, look.px(6))
        table = Sheet(padding=0, spacing=0)
        table.body.addWidget(self.view, 1)
        self.view.verticalHeader().setFixedWidth(look.px(_PLACE))
        self.view.cells.prose = frozenset({REASON})
        acts.add(self._remove, self._drop, self._save)
        right.addWidget(self._how)
        for line in (self._sum, self._minded):
            right.addWidget(line)
        right.addWidget(table, 1)
        right.addWidget(self._fault)
        right.addWidget(acts)
        across.addWidget(self._beside(), 2)
        across.addLayout(right, 5)
        column.addLayout(self._above())
        column.addLayout(across, 1)

    def _above(self) -> QHBoxLayout:
        above = QHBoxLayout()
        spaced(above, look.px(8))
        above.addWidget(self._back)
        for field, name, said in ((self.who, "target", words.WHO), (self.side, "side", words.SIDE)):
            field.setObjectName(f"score_{name}")
            field.setAccessibleName(said)
            above.addWidget(field, 1)
        return above

    def _beside(self) -> Sheet:
        beside, fields = Sheet(), Scroll()
        self.form.set_columns(1)
        fields.body.addWidget(Text(words.READING, role="small", tone="soft"))
        fields.body.addWidget(self._criterion)
        fields.body.addWidget(self.form)
        fields.body.addStretch(1)
        beside.body.addWidget(fields, 1)
        beside.setMinimumWidth(look.px(_LEAST_FIELDS))
        beside.setMaximumWidth(look.px(_FIELDS))
        return beside

    def _connect(self) -> None:
        self.view.has_steps = self.grid.has_steps
        self.view.taken_back.connect(self.grid.take_back)
        self.view.current_changed.connect(self._show_current)
        self.view.cleared.connect(self._on_clear)
        self.form.binder.left.connect(self.binder.left)
        for edited in (self.grid.edited, self.view.cells.typed, self.form.binder.edited):
            edited.connect(self.binder.edited)
        self.binder.edited.connect(self._show_sums)
        for field in (self.who, self.side):
            field.edited.connect(self.chosen)
        acts = {self._save: self.saved, self._drop: self.dropped, self._remove: self.removed}
        for button, signal in {**acts, self._back: self.left}.items():
            button.clicked.connect(signal)
        keys = QShortcut(
            QKeySequence("Ctrl+Return"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut
        )
        keys.activated.connect(self.saved)

    # What the desk asks -------------------------------------------------------------------------------------

    def offer(self, people: Sequence[tuple[str, str]], target: str, side: str) -> None:
        """Let one of `people` be chosen, and show who and whose score it is."""
        self.who.set_choices(people)
        self.who.set_value(target)
        self.side.set_value(side)

    def begin(self, year: int, form: ScoreForm, stored: Mapping[str, object], draft: Values) -> None:
        """Show a sheet as it is stored; what was typed and not saved stands over it."""
        here = self.grid.row(self.view.currentIndex())
        self.form.given = {"year": year}
        self.form.binder.load(stored)
        self.grid.show_sheet(ScoreCells(form, year, _cells(stored)))
        self._loaded = self.values()
        if draft:
            self.form.binder.offer({name: draft[name] for name in words.FIELDS if name in draft})
            self.grid.show_sheet(ScoreCells(form, year, _cells(draft)))
        widths = {at: width for at, width in _WIDTHS.items() if at != MOST or form.has_most}
        self.view.show_cells(self.grid, widths, {TEXT: 2, REASON: 1})
        self.view.setColumnHidden(MOST, not form.has_most)
        self.view.go_to(self.grid.index_of(here.code if here else ""))
        self._say_how(form)
        self._is_stored = bool(stored)
        self.allow(self.grid.can_edit)
        self._show_sums()

    def values(self) -> Values:
        """Return what stands in the fields and in the grid."""
        texts = dict(self.grid.sheet.texts)
        writing = self.view.cells.open_text()
        row = self.grid.row(writing[0]) if writing else None
        if writing and row:
            texts[row.code, writing[0].column()] = writing[1]
        cells = [[code, column, text] for (code, column), text in texts.items() if text.strip()]
        return {**self.form.binder.values(), CELLS: sorted(cells)}

    def is_changed(self) -> bool:
        """Return whether something stands here that is not stored."""
        return self.values() != self._loaded

    def go_to_fault(self) -> int:
        """Put the cursor into the first cell that cannot be stored; return how many there are."""
        self.view.settle()
        faults = self.grid.sheet.faults()
        if faults:
            self.view.go_to(self.grid.index_of(next(iter(faults))))
            self.view.setFocus()
        return len(faults)

    def problems(self) -> list[Problem]:
        """Return what is wrong with the fields beside the grid."""
        return self.form.problems()

    def allow(self, allowed: bool) -> None:  # noqa: FBT001  the one question
        """Let the sheet be typed into, or only be looked at."""
        self.grid.can_edit = allowed
        self.view.let_edit(allowed)
        self.form.fix(not allowed)
        self._save.setVisible(allowed)
        self._remove.setVisible(allowed and self._is_stored)

    def fit(self, room: Room) -> None:
        """Give way as the window gets smaller: how it is typed stands in the help as well."""
        self._how.setVisible(room >= Room.MEDIUM)

    # Showing and typing -------------------------------------------------------------------------------------

    def _say_how(self, form: ScoreForm) -> None:
        keys = ", ".join(words.KEY.format(at=at, name=name) for at, (_c, name) in enumerate(form.grades, 1))
        how = words.HOW_GRADES.format(keys=keys) if keys else words.HOW_POINTS
        self._how.setText(" ".join(filter(None, (how, form.note))))

    def _show_sums(self) -> None:
        sheet, waiting = self.grid.sheet, self.grid.sheet.waiting()
        every = len(sheet.form.items)
        given = words.WAITING.format(count=waiting) if waiting else words.WHOLE
        if sheet.form.grades:
            said = words.GRADED.format(count=every - waiting, all=every)
        else:
            total = decimal(sheet.form.total) if sheet.form.total is not None else ""
            whole = words.SUM_OF if total else words.SUM
            said = f"{whole.format(sum=decimal(sheet.sum_of()), total=total)}, {given}"
        self._sum.say(State.PARTLY if waiting else State.DONE, said)
        self._mind(sheet)
        changed = self.is_changed()
        self._save.setEnabled(changed)
        self._drop.setVisible(changed)
        self._show_current()

    def _mind(self, sheet: ScoreCells) -> None:
        told = [
            words.OVER.format(text=row.text, got=decimal(got), most=decimal(row.most or 0))
            for row, got in sheet.over()
        ]
        places = [row.place for row in sheet.unexplained()]
        told += [words.UNEXPLAINED.format(places=", ".join(places))] if places else []
        self._minded.say(State.LACKING, " ".join(told))
        self._minded.setVisible(bool(told))

    def _show_current(self) -> None:
        row = self.grid.row(self.view.currentIndex())
        self._criterion.setText(row.text if row else "")
        fault = self.grid.sheet.faults().get(row.code, "") if row else ""
        self._fault.say(State.BLOCKED, fault)
        self._fault.setVisible(bool(fault))

    def _on_clear(self) -> None:
        chosen = ((self.grid.row(one), one.column()) for one in self.view.chosen())
        self.grid.put({(row.code, at): "" for row, at in chosen if row and not row.parts and at >= GIVEN})


def _cells(values: Mapping[str, object]) -> dict[tuple[str, int], str]:
    """Return the texts of a sheet as a draft keeps them, by criterion and column."""
    kept = values.get(CELLS)
    return {(one[0], one[1]): one[2] for one in kept} if isinstance(kept, list) else {}
