"""Score sheets on the page of levels: whose sheet is open, what is kept as a draft, and what is stored."""

from __future__ import annotations

from collections.abc import Callable

from app.common.messages import decimal
from app.domain.scores import ScoredBy, ScoreItem, ScoreSheetFields
from app.domain.targets import CELL
from app.services.level_tables import LevelTable
from app.services.score_forms import ScoreForm, score_form, stored_sheet
from ui.forms.binder import DraftKeeper, Values
from ui.forms.record_drafts import RecordPlace
from ui.forms.record_values import shown_values, stored_values
from ui.models.score_cells import GIVEN, REASON
from ui.pages import level_said as said
from ui.pages.level_tools import LevelTools
from ui.pages.score_part import CELLS, ScorePart
from ui.texts import scores as words

FORM = "score_sheet"
"""Drafts: their subject is year, side and whose sheet it is."""


class ScoreDesk(ScorePart):
    """The sheet in sight, read from the table of the page and written by the service of scores."""

    def __init__(self, tools: LevelTools) -> None:
        super().__init__()
        self._tools = tools
        self._year = 0
        self._target, self._side = CELL, ScoredBy.SELF
        self.keeper = DraftKeeper(self._keep, self.binder)
        self.keeper.kept.connect(tools.page.draft_kept)
        self.keeper.failed.connect(tools.page.draft_failed)
        self.chosen.connect(self._on_chosen)
        self.saved.connect(self._on_save)
        self.dropped.connect(self._on_drop)
        self.removed.connect(self._on_remove)

    def open_sheet(self, target: str, side: str = "") -> None:
        """Show the sheet of a subject, the cell's where it has none."""
        table = self._tools.table()
        people = scored(table) if table else []
        if table is None or not people:
            return
        self._year = table.year
        codes = [uid for uid, _name in people]
        self._target = target if target in codes else codes[0]
        self._side = ScoredBy(side) if side else self._side
        self.offer(people, self._target, self._side)
        self._begin(table)
        self.view.setFocus()

    def refresh(self, table: LevelTable) -> None:
        """Show the sheet as it now is; what is being typed stays."""
        if table.year != self._year:
            return
        self.view.settle()
        self.keeper.flush()
        self._begin(table)

    def place(self) -> str:
        """Return the sheet in sight, as the page opens it."""
        return RecordPlace(FORM, self._side, self._target).text()

    def leave(self) -> None:
        """Write what is being typed away as a draft."""
        self.view.settle()
        self.keeper.flush()

    def _form(self, table: LevelTable) -> ScoreForm | None:
        return score_form(table, self._target)

    def _begin(self, table: LevelTable) -> None:
        form = self._form(table)
        if form is None:
            return
        sheet, lines = stored_sheet(table, self._target, self._side)
        stored: Values = {}
        if sheet:
            cells = [cell for one in lines.values() for cell in _cells_of(form, one)]
            stored = {**shown_values(sheet, words.FIELDS), CELLS: cells}
        draft = self._tools.core.drafts.find(FORM, self._subject()) or {}
        self.begin(table.year, form, stored, dict(draft))

    def _subject(self) -> str:
        return f"{self._year}-{self._side}-{self._target}"

    def _keep(self, values: Values) -> None:
        drafts = self._tools.core.drafts
        if self.is_changed():
            drafts.keep(FORM, self._subject(), {**values, "target": self._target})
        else:
            drafts.drop(FORM, self._subject())

    def _forget(self) -> None:
        self.keeper.forget()
        self._tools.core.drafts.drop(FORM, self._subject())

    def _on_chosen(self) -> None:
        self.leave()
        table = self._tools.table()
        if table:
            self._target, self._side = str(self.who.value()), ScoredBy(str(self.side.value()))
            self._begin(table)

    def _on_save(self) -> None:
        table, faults, problems = self._tools.table(), self.go_to_fault(), self.problems()
        if faults:
            self._tools.desk.notifier.mind(words.FIRST_FAULT.format(count=faults))
        elif problems:
            self.form.binder.show(problems)
        elif table and self.is_changed() and self._tools.tried(self._store(table), self._told(words.SAVED)):
            self._forget()
            self._refresh()

    def _store(self, table: LevelTable) -> Callable[[], object]:
        fields = stored_values(ScoreSheetFields, self.form.binder.values())
        values = {**fields, "round_number": table.round_number}
        _sheet, there = stored_sheet(table, self._target, self._side)
        items = {
            code: item for code, item in self.grid.sheet.items().items() if code in there or any(_said(item))
        }
        put = self._tools.core.review.scores.put
        return lambda: put(self._year, self._target, self._side, values, items)

    def _on_drop(self) -> None:
        typed = self.values()
        self._forget()
        self._refresh()
        subject = self._subject()

        def again() -> None:
            self._tools.core.drafts.keep(FORM, subject, typed)
            self._refresh()

        self._tools.desk.notifier.done(words.DROPPED, words.GET_BACK, again)

    def _on_remove(self) -> None:
        table = self._tools.table()
        sheet = stored_sheet(table, self._target, self._side)[0] if table else None
        if sheet is None:
            return
        remove = self._tools.core.review.scores.remove
        if self._tools.tried(lambda: remove(sheet), self._told(words.REMOVED)):
            self._forget()
            self._refresh()

    def _refresh(self) -> None:
        table = self._tools.table()
        if table:
            self._begin(table)

    def _told(self, sentence: str) -> str:
        return sentence.format(name=self.who.currentText())


def scored(table: LevelTable) -> list[tuple[str, str]]:
    """Return whom the year's rules score, the cell first."""
    return [
        (one.target, said.name_of(one)) for one in table.lines if score_form(table, one.target) is not None
    ]


def read_subject(subject: str) -> tuple[int, str, str]:
    """Return year, side and target of a draft's subject."""
    year, side, target = subject.split("-", 2)
    return int(year), side, target


def _cells_of(form: ScoreForm, one: ScoreItem) -> list[list[object]]:
    given = (
        form.grade_name(one.grade) if form.grades else decimal(one.points) if one.points is not None else ""
    )
    return [[one.item, at, text] for at, text in ((GIVEN, given), (REASON, one.reason)) if text]


def _said(item: dict[str, object]) -> list[bool]:
    return [value not in {None, ""} for value in item.values()]
