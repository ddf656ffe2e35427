"""Quy định đang áp dụng in Cài đặt: which set the chosen year follows, and the way to read it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from typing_extensions import override

from app.bootstrap import Core
from app.services.rule_sets import Standing, YearRules
from ui.pages.year_sheet import YearSheet
from ui.texts import rules as words
from ui.theme.signs import State
from ui.widgets.button import Button
from ui.widgets.flow import FlowRow
from ui.widgets.labels import StateLine, Text


class RulesSheet(YearSheet):
    """A few lines; `read_asked` when the rules are to be read."""

    read_asked = Signal()

    def __init__(self, core: Core) -> None:
        super().__init__()
        self._core = core
        self.head(words.TITLE)
        self._set = Text(role="strong", name="rulesOfYear")
        self._counts = Text(role="small", tone="soft")
        self._standing = StateLine(State.NOTE)
        self._own = Text(role="small", tone="soft")
        read = Button(words.OPEN, glyph="file-text", name="readRules")
        read.clicked.connect(self.read_asked)
        row = FlowRow()
        row.add(read)
        for widget in (self._set, self._counts, self._standing, self._own, row):
            self.body.addWidget(widget)

    @override
    def _say(self, year: int) -> None:
        self._show(self._core.review.rule_sets.of_year(year))

    def _show(self, rules: YearRules) -> None:
        self._set.setHidden(rules.set is None)
        self._counts.setHidden(rules.set is None)
        self._own.setHidden(not rules.own)
        self._own.say(words.OWN.format(count=rules.own))
        if rules.set:
            self._set.say(words.SET.format(year=rules.year, title=without_year(rules.set.title, rules.year)))
            self._counts.say(counts(rules))
        self._standing.say(*standing(rules))


def counts(rules: YearRules) -> str:
    """Return how far the rules were checked, in words."""
    marked = rules.marked
    return words.COUNTS.format(verified=marked.verified, partly=marked.partly, unverified=marked.unverified)


def standing(rules: YearRules) -> tuple[State, str]:
    """Return how the year stands to its rules, with the sign of it; damage goes first."""
    for one in rules.damaged:
        return State.BLOCKED, words.DAMAGED.format(name=one.name, reason=one.reason)
    if rules.standing is Standing.NONE:
        return State.LACKING, words.NONE.format(year=rules.year)
    begun = rules.standing is Standing.BEGUN
    return State.NOTE, (words.BEGUN if begun else words.PLANNED).format(year=rules.year)


def without_year(title: str, year: int) -> str:
    """Return the title without "Năm 2017:" at its beginning, where the year is said anyway."""
    return title.removeprefix(words.SET.format(year=year, title=""))
