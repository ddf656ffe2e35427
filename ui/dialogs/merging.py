"""Two entries that may be one person, side by side; field by field one side is kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.common.messages import problem_sentence
from app.domain.members import Member, MemberFields
from app.errors import Problem
from app.services.merging import Comparison, Difference, Side
from ui.dialogs.help_dialog import help_on_f1
from ui.dialogs.merge_rows import ChoiceRow, SideRow
from ui.dialogs.sheet_dialog import SheetDialog
from ui.models.covering import covered
from ui.models.fact_words import counted_words, fact_words
from ui.texts import clearing as words
from ui.texts import shared
from ui.texts.fields import MEMBER
from ui.theme.signs import State
from ui.widgets.button import Button
from ui.widgets.facts import FactList
from ui.widgets.labels import StateLine, Text
from ui.widgets.styled import hairline, spaced

_WIDTH = 860
_NUMBERS: Final = frozenset({"card_number"})
_BOTH_KEPT: Final = frozenset({"note"})
"""Of these both texts can be kept, one below the other."""
_BOTH = 2


@dataclass(frozen=True, slots=True)
class Merge:
    """What is to be done: the entry that stays, the one that goes, and the values where they differ."""

    kept: Member
    other: Member
    taken: Mapping[str, object]


class MergeDialog(SheetDialog):
    """`decided` tells the `Merge`; `set_apart` that they are two persons; `later` that nothing is decided."""

    decided = Signal(object)
    set_apart = Signal()
    later = Signal()

    def __init__(self, compared: Comparison, at: int, count: int, parent: QWidget | None = None) -> None:
        title = words.MERGE_TITLE_OF.format(at=at, count=count) if count > 1 else words.MERGE_TITLE
        super().__init__(title, _WIDTH, parent)
        self.setObjectName("mergeDialog")
        self.compared = compared
        self._rows = {one.field: _choice(one) for one in compared.differences}
        self._kept = self._doubled_row() if compared.doubled else None
        self._failure = StateLine(State.BLOCKED, role="base")
        self._build()
        first = next(iter([*self._rows.values(), *([self._kept] if self._kept else [])]), None)
        if first:
            first.focus()
        help_on_f1(self, "clearing")

    def show_problem(self, problem: Problem) -> None:
        """Say why the chosen facts cannot be true together; nothing was merged."""
        label = MEMBER[problem.field].label if problem.field in MEMBER else ""
        said = problem_sentence(problem)
        self._failure.say(State.BLOCKED, f"{label}: {said}" if label else said)
        self._failure.show()
        self.fit()

    def _build(self) -> None:
        compared = self.compared
        self.body.addWidget(Text(words.MERGE_NOTE, tone="soft"))
        heads = [
            _head(title, side)
            for title, side in zip((words.FIRST, words.SECOND), _sides(compared), strict=True)
        ]
        self.body.addWidget(SideRow("", heads))
        for row in self._rows.values():
            self.body.addWidget(row)
        self.body.addWidget(SideRow(words.HANGING, [Text(_hanging(side)) for side in _sides(compared)]))
        if self._kept:
            doubled = counted_words(compared.doubled)
            self.body.addWidget(StateLine(State.ASKED, words.DOUBLED.format(what=doubled), role="base"))
            self.body.addWidget(self._kept)
        else:
            self.body.addWidget(Text(words.HANGING_NOTE, role="small", tone="soft"))
        self._build_same()
        self.body.addWidget(self._failure)
        self._failure.hide()
        self.body.addStretch(1)
        self._build_buttons()

    def _build_same(self) -> None:
        same = list(_same(compared=self.compared))
        if not same:
            return
        self.body.addWidget(hairline())
        self.body.addWidget(Text(words.SAME, role="strong"))
        facts = FactList(shared.UNKNOWN, label_width=150)
        for label, value in same:
            facts.add(label, value)
        self.body.addWidget(facts)

    def _build_buttons(self) -> None:
        later = Button(words.LATER, name="mergeLater")
        apart = Button(words.NOT_ONE, name="notOnePerson", changes=True)
        merge = Button(words.MERGE, kind="primary", glyph="check", name="mergeNow", changes=True)
        later.setDefault(True)
        later.clicked.connect(self.later)
        apart.clicked.connect(self.set_apart)
        merge.clicked.connect(self._on_merge)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(merge.click)
        self.add_buttons(later, apart, merge)

    def _doubled_row(self) -> ChoiceRow:
        values = (words.KEEP_THESE, words.KEEP_THESE)
        return ChoiceRow("doubled", words.DOUBLED_FIELD, values, int(self.compared.keeps_second))

    def _on_merge(self) -> None:
        compared = self.compared
        keeps_second = bool(self._kept.chosen()) if self._kept else compared.keeps_second
        first, second = compared.first.member, compared.second.member
        kept, other = (second, first) if keeps_second else (first, second)
        taken = {one.field: _value(one, self._rows[one.field].chosen()) for one in compared.differences}
        self._failure.hide()
        self.decided.emit(Merge(kept, other, taken))


def _sides(compared: Comparison) -> tuple[Side, Side]:
    return compared.first, compared.second


def _choice(one: Difference) -> ChoiceRow:
    both = one.field in _BOTH_KEPT and bool(one.first) and bool(one.second)
    values = [_shown(one.field, value) for value in (one.first, one.second)]
    chosen = _BOTH if both else int(one.prefers_second)
    return ChoiceRow(one.field, MEMBER[one.field].label, values, chosen, offers_both=both)


def _value(one: Difference, chosen: int) -> object:
    return f"{one.first}\n{one.second}" if chosen == _BOTH else (one.first, one.second)[chosen]


def _shown(field: str, value: object) -> str:
    said = fact_words(field, value)
    return covered(said) if field in _NUMBERS else said


def _head(title: str, side: Side) -> QWidget:
    written = words.WRITTEN_ON.format(day=side.written_on) if side.written_on else words.NOT_WRITTEN
    head = QWidget()
    column = QVBoxLayout(head)
    spaced(column, 0)
    column.addWidget(Text(side.member.full_name, role="strong"))
    said = words.SIDE_FACTS.format(side=title, written=written)
    column.addWidget(Text(said, role="small", tone="soft"))
    return head


def _hanging(side: Side) -> str:
    return counted_words(side.hanging) or words.NO_HANGING


def _same(compared: Comparison) -> Iterator[tuple[str, str]]:
    """Yield what both say alike, field by field; what both leave open is left out."""
    differing = {one.field for one in compared.differences}
    for name in MemberFields.model_fields:
        said = _shown(name, getattr(compared.first.member, name))
        if name not in differing and said:
            yield MEMBER[name].label, said
