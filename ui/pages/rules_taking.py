"""Rule sets from files of one's own are looked over and copied in; a begun year follows another set."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.bootstrap import Core
from app.errors import AppError, Invalid
from app.services.rule_sets import SetFacts, YearRules
from ui.desktop.dialogs import FileKind, Question
from ui.dialogs.own_rules import Line, OwnRulesDialog
from ui.pages.page import Desk
from ui.texts import rules as words
from ui.texts import shared

ENDINGS = ("toml",)


class RulesTaking(QObject):
    """Asks before each act; what a file has wrong is told with its line, and nothing is copied then."""

    changed = Signal()

    def __init__(self, core: Core, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._rule_sets = core.review.rule_sets
        self._own_rules = core.review.own_rules
        self._desk = desk

    def take_file(self) -> None:
        """Ask for a file and copy its set in."""
        path = self._desk.dialogs.open_file(words.IMPORT_TITLE, FileKind(words.FILES, ENDINGS))
        if path is None:
            return
        try:
            found = self._rule_sets.look(path)
            if self._agreed(found):
                self._take(path)
        except AppError as error:
            self._desk.notifier.show(error)

    def adopt(self, rules: YearRules) -> None:
        """Ask, then let the year of `rules` follow the other set that is there for it."""
        if rules.other is None:
            return
        question = Question(
            words.ASK_ADOPT.format(title=rules.other.title, year=rules.year),
            words.ASK_ADOPT_WORDS.format(year=rules.year),
            words.ADOPT,
            shared.KEEP,
        )
        if not self._desk.dialogs.ask(question):
            return
        try:
            taken = self._rule_sets.adopt(rules.year)
        except AppError as error:
            self._desk.notifier.show(error)
            return
        self._desk.notifier.done(words.ADOPTED.format(year=rules.year, title=taken.title))
        self.changed.emit()

    def set_own(self, year: int, window: QWidget) -> None:
        """Let the cell's own values of a begun year be typed."""
        own_rules = self._own_rules

        def take(lines: Sequence[Line]) -> None:
            try:
                own_rules.put(year, lines)
            except Invalid:
                raise
            except AppError as error:
                self._desk.notifier.show(error)
            else:
                self._desk.notifier.done(words.OWN_SAVED)
                self.changed.emit()

        present = [one.model_dump(mode="json") for one in own_rules.list(year)]
        OwnRulesDialog(year, own_rules.offers(year), present, take, window).open()

    def _agreed(self, found: SetFacts) -> bool:
        years = ", ".join(str(year) for year in found.years) or words.NO_YEARS
        said = words.ASK_IMPORT_WORDS.format(title=found.title, version=found.version, years=years)
        return self._desk.dialogs.ask(Question(words.ASK_IMPORT, said, words.DO_IMPORT, shared.KEEP))

    def _take(self, path: Path) -> None:
        taken = self._rule_sets.take_in(path)
        self._desk.notifier.done(words.IMPORTED.format(title=taken.title))
        self.changed.emit()
