"""Quy định đang áp dụng: every rule of the chosen year in words, with source and mark; searched, printed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QStackedWidget, QWidget
from typing_extensions import override

from app.bootstrap import Core
from app.common.finding import Query
from app.domain.listing import ListedColumn, Listing
from app.services.rule_sets import PageBlock, Standing, YearRules
from ui.lists.leaving import ListLeaving
from ui.pages.page import Desk, Page
from ui.pages.rules_sheet import counts, standing
from ui.pages.rules_taking import RulesTaking
from ui.texts import rules as words
from ui.texts import shared
from ui.theme.look import look
from ui.theme.room import Room
from ui.theme.signs import State
from ui.widgets.button import Button
from ui.widgets.chips import Chip, ChipRow
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import StateLine
from ui.widgets.page_head import PageHead
from ui.widgets.record_view import ROW
from ui.widgets.rule_reader import RuleLine, RulePart, RuleReader
from ui.widgets.search_field import SearchField
from ui.widgets.sheet import Sheet
from ui.widgets.styled import spaced

ALL = "all"
_PARTS_WIDTH, _SEARCH_WIDTH, _SHORT_SEARCH_WIDTH = 250, 260, 190
_COLUMNS = (ListedColumn(words.COLUMN_RULE, 600), ListedColumn(words.COLUMN_SOURCE, 260))


class RulesPage(Page):
    """The parts at the left, the rules at the right; searched, narrowed to a mark, printed as shown."""

    subjects: ClassVar[frozenset[str]] = frozenset({"cycle"})

    def __init__(self, core: Core, desk: Desk) -> None:
        super().__init__()
        self._rule_sets = core.review.rule_sets
        self._year = 0
        self._is_roomy = True
        self._rules: YearRules | None = None
        self._shown: tuple[RulePart, ...] = ()
        self._taking = RulesTaking(core, desk, self)
        self._leaving = ListLeaving(core.lists, core.papers.pages, desk)
        self._back = Button(words.BACK, kind="link", glyph="caret-left", name="toSettings")
        self._import = Button(words.IMPORT, glyph="upload-simple", name="importRules", changes=True)
        self._own = Button(words.OWN_OPEN, glyph="pencil-simple", name="ownRules", changes=True)
        self._print = Button(words.PRINT, glyph="printer", name="printRules")
        self._head = PageHead(words.TITLE, [self._back, self._import, self._own, self._print])
        self._standing = StateLine(State.NOTE, role="base")
        self._other = StateLine(State.ASKED, role="base")
        self._adopt = Button(words.ADOPT, name="adoptRules", changes=True)
        self._search = SearchField(words.SEARCH, key="F3", name="searchRules")
        self._chips = ChipRow(shared.MORE_FILTERS)
        self._parts = QListWidget()
        self._reader = RuleReader("rulesText", words.READING)
        self._stack = QStackedWidget()
        self._empty = EmptyState("", words.IMPORT, step_glyph="upload-simple", changes=True)
        self._build()
        self._connect()

    @override
    def show_year(self, year: int) -> None:
        self._year = year
        self._search.clear()
        self.refresh()

    @override
    def refresh(self) -> None:
        if self._year:
            self._rules = self._rule_sets.of_year(self._year)
            self._show_standing(self._rules)
            self._fill_chips(self._rules)
            self._show_rules()

    @override
    def fit(self, room: Room) -> None:
        self._is_roomy = room >= Room.MEDIUM
        self._left.setVisible(self._is_roomy)
        if self._rules:
            self._show_standing(self._rules)
        self._back.shorten(room < Room.MEDIUM)
        self._chips.set_most(0 if room >= Room.NARROW else 1)
        for button in (self._import, self._own):
            button.shorten(room < Room.NARROW)
        self._search.show_hint(room >= Room.MEDIUM)
        self._search.setFixedWidth(look.px(_SEARCH_WIDTH if room >= Room.MEDIUM else _SHORT_SEARCH_WIDTH))

    @override
    def go_to_filter(self) -> None:
        self._search.begin()

    def _build(self) -> None:
        self._parts.setObjectName("ruleParts")
        self._parts.setAccessibleName(words.PARTS)
        self._parts.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._parts.setFixedWidth(look.px(_PARTS_WIDTH))
        self._left, right = Sheet(padding=2), Sheet(padding=0)
        self._left.body.addWidget(self._parts)
        right.body.addWidget(self._reader)
        asked = QHBoxLayout()
        spaced(asked, look.px(12))
        asked.addWidget(self._other, 1, Qt.AlignmentFlag.AlignVCenter)
        asked.addWidget(self._adopt)
        tools = QHBoxLayout()
        spaced(tools, look.px(12))
        tools.addWidget(self._search, 0, Qt.AlignmentFlag.AlignTop)
        tools.addWidget(self._chips, 1)
        read = QWidget()
        across = QHBoxLayout(read)
        spaced(across, look.px(12))
        across.addWidget(self._left)
        across.addWidget(right, 1)
        self.column.addWidget(self._head)
        self.column.addWidget(self._standing)
        self.column.addLayout(asked)
        self.column.addLayout(tools)
        self.column.addWidget(self._leaving)
        self._stack.addWidget(read)
        self._stack.addWidget(self._empty)
        self.column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self._back.clicked.connect(lambda: self.opened.emit("settings", "", ""))
        self._import.clicked.connect(self._taking.take_file)
        self._empty.chosen.connect(self._taking.take_file)
        self._adopt.clicked.connect(self._on_adopt)
        self._own.clicked.connect(self._on_own)
        self._taking.changed.connect(self.refresh)
        self._print.clicked.connect(self._on_print)
        self._search.textChanged.connect(lambda _typed: self._show_rules())
        self._search.left_down.connect(self._reader.setFocus)
        self._chips.chosen.connect(lambda _code: self._show_rules())
        self._parts.currentItemChanged.connect(self._on_part)

    def _show_standing(self, rules: YearRules) -> None:
        self._head.say(counts(rules) if rules.set and self._is_roomy else "")
        state, said = standing(rules)
        self._standing.say(state, f"{rules.set.title}. {said}" if rules.set else said)
        self._own.setVisible(rules.standing is Standing.BEGUN)
        self._standing.setHidden(rules.set is None and not rules.damaged)
        self._empty.say(words.NONE.format(year=rules.year))
        self._stack.setCurrentIndex(0 if rules.set else 1)
        self._import.setVisible(rules.set is not None)
        self._other.setVisible(rules.other is not None)
        self._adopt.setVisible(rules.other is not None)
        if rules.other:
            other = {"title": rules.other.title, "version": rules.other.version}
            self._other.say(State.ASKED, words.OTHER.format(**other))

    def _fill_chips(self, rules: YearRules) -> None:
        states = [line.state for block in rules.blocks for line in block.lines]
        named = [Chip(code, said, states.count(code)) for code, said in words.STATES.items()]
        chips = [Chip(ALL, words.ALL, len(states)), *(one for one in named if one.count)]
        current = self._chips.current() if self._chips.codes() else ALL
        self._chips.set_chips(chips, current if current in {one.code for one in chips} else ALL)
        for widget in (self._chips, self._search):
            widget.setVisible(bool(states))
        self._print.setEnabled(bool(states))

    def _show_rules(self) -> None:
        query = Query(self._search.text())
        self._shown = tuple(self._part(block, query) for block in (self._rules.blocks if self._rules else ()))
        self._shown = tuple(part for part in self._shown if part.lines)
        self._parts.blockSignals(True)  # noqa: FBT003  Qt's own
        self._parts.clear()
        for part in self._shown:
            item = QListWidgetItem(part.title, self._parts)
            item.setToolTip(part.title)
            item.setSizeHint(QSize(0, look.px(ROW)))
        self._parts.blockSignals(False)  # noqa: FBT003  Qt's own
        if self._shown:
            self._reader.show_parts(self._shown, query)
        else:
            self._reader.say(words.NOTHING if self._rules and self._rules.blocks else "")

    def _part(self, block: PageBlock, query: Query) -> RulePart:
        wanted = self._chips.current()
        lines = [RuleLine(one.words, one.source, one.mark, one.state) for one in block.lines]
        kept = [
            one
            for one in lines
            if wanted in {ALL, one.state}
            and query.finds(" ".join((block.title, one.words, one.source, one.mark)))
        ]
        return RulePart(block.title, tuple(kept))

    def _on_part(self, item: QListWidgetItem | None) -> None:
        if item:
            self._reader.go_to(item.text())

    def _on_adopt(self) -> None:
        if self._rules:
            self._taking.adopt(self._rules)

    def _on_own(self) -> None:
        self._taking.set_own(self._year, self.window())

    def _on_print(self) -> None:
        if self._rules and self._rules.set and self._shown:
            narrowed = bool(self._search.text().strip()) or self._chips.current() != ALL
            notes = (self._rules.set.title, *((words.FOUND_ONLY,) if narrowed else ()))
            title = words.PRINT_TITLE.format(year=self._rules.year)
            self._leaving.print(Listing(title, _COLUMNS, tuple(_rows(self._shown)), notes))


def _rows(parts: tuple[RulePart, ...]) -> Iterator[tuple[str, str]]:
    """Yield the rules as they are printed, each part under a line that names it."""
    for part in parts:
        yield part.title.upper(), ""
        for line in part.lines:
            yield line.words, "; ".join(filter(None, [line.source, line.mark]))
