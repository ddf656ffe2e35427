"""The two lists of the page of levels, each with the card of its subject beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from app.services.level_tables import LevelLine, LevelTable
from app.services.score_forms import score_form
from ui.forms.record_book import RecordBook
from ui.forms.record_drafts import RecordPlace
from ui.forms.record_kind import Owner
from ui.lists.frame import ListFrame, Parts
from ui.lists.kind import ListKind
from ui.lists.shape import WithCard
from ui.pages import level_said as said
from ui.pages.books import Books
from ui.pages.level_lists import is_rated, level_kind, population_kind
from ui.pages.level_said import Fact, Minded
from ui.pages.level_tools import LevelTools
from ui.pages.subject_card import SubjectCard
from ui.texts import levels as words
from ui.texts import scores
from ui.theme.room import Room
from ui.theme.signs import State
from ui.widgets.button import Button
from ui.widgets.styled import spaced


class SubjectDesk(QWidget):
    """A list of subjects and the card of the one in sight, whose records are entered there."""

    writing = Signal()
    """A form was opened or closed."""
    first_step = Signal()

    def __init__(
        self, tools: LevelTools, kind: ListKind[LevelLine], card: SubjectCard, acts: tuple[Button, ...]
    ) -> None:
        super().__init__()
        self.tools = tools
        self.card = card
        self.books = Books(tools.page, *card.books)
        self._shape = WithCard()
        self._reading = False
        self.list: ListFrame[LevelLine] = ListFrame(kind, tools.leaving, Parts(card, self._shape, acts=acts))
        column = QVBoxLayout(self)
        spaced(column, 0)
        column.addWidget(self.list)
        self.list.current_changed.connect(lambda _uid: self._on_current())
        self.list.first_step.connect(self.first_step)
        self.list.own.undo_asked.connect(tools.page.undo_asked)
        for book in card.books:
            book.begun.connect(self._on_writing)
            book.ended.connect(self._on_writing)

    def show_table(self, table: LevelTable) -> None:
        """Show the lines of a table; the subject in sight and what is typed stay."""
        self._reading = True
        self.list.about = words.OF_YEAR.format(year=table.year)
        self.list.show_records(self._lines_of(table))
        self._reading = False
        self._show_card()
        self.books.refresh()

    def open_at(self, subject: str, place: RecordPlace | None, field: str) -> bool:
        """Go to a subject, to one of its records, to a field; return whether the field is here."""
        target = place.owner if place else subject
        if target:
            self.list.go_to(target)
            self._show_card()
        if place:
            self.books.open_at(place, field)
            return True
        return self.books.open_field(field) if field else False

    def subject(self) -> str:
        """Return the record whose form is open, or the subject in sight, as `open_at` takes it."""
        place = self.books.place()
        line = self.list.current()
        return place.text() if place else line.target if line else ""

    def fit(self, room: Room) -> None:
        """Give way as the window gets smaller."""
        self.list.fit(room)

    def _lines_of(self, table: LevelTable) -> list[LevelLine]:
        """Return the lines that the list shows."""
        return list(table.members)

    def _facts(self, table: LevelTable, line: LevelLine) -> Iterator[Fact]:
        """Yield what is known of a subject from elsewhere."""
        raise NotImplementedError

    def _minded(self, table: LevelTable, line: LevelLine) -> Iterator[Minded]:
        """Yield what the rules say beside it."""
        raise NotImplementedError

    def _source(self) -> str:
        """Return where the facts come from."""
        return words.READ_FROM

    def _on_current(self) -> None:
        if not self._reading:
            self._show_card()

    def _show_card(self) -> None:
        table, line = self.tools.table(), self.list.current()
        if table is None or line is None:
            self.card.say_nothing()
            return
        told = list(self._minded(table, line))
        self.card.say(said.name_of(line), self._source(), self._facts(table, line), told)
        self.books.show_of(Owner(table.year, line.target))

    def _on_writing(self) -> None:
        self._shape.write(self.books.is_writing())
        self.writing.emit()


class PopulationDesk(SubjectDesk):
    """Who is reviewed and who is rated: the rules propose, people decide."""

    def __init__(self, tools: LevelTools) -> None:
        book: RecordBook[Any] = RecordBook(tools.kinds.population(), tools.core.drafts, tools.desk.notifier)
        self._chosen = Button(words.ACCEPT, glyph="check", name="acceptChosen", changes=True)
        card = SubjectCard("population", (book,), words.TOLD_POPULATION)
        self._supplemented = Button(
            words.SUPPLEMENTED, glyph="tray", name="supplementsReceived", changes=True
        )
        super().__init__(tools, population_kind(tools.table), card, (self._chosen, self._supplemented))
        self.accept = Button(
            words.ACCEPT, kind="primary", glyph="check", name="acceptProposals", changes=True
        )
        self._chosen.clicked.connect(lambda: self._accept([one.target for one in self.list.chosen()]))
        self.accept.clicked.connect(lambda: self._accept(None))
        self._supplemented.clicked.connect(self._on_supplemented)

    @override
    def show_table(self, table: LevelTable) -> None:
        super().show_table(table)
        waiting = sum(said.can_accept(one) for one in table.members)
        self.accept.say(words.ACCEPT_COUNT.format(count=waiting) if waiting else words.ACCEPT)
        self.accept.setEnabled(bool(waiting))

    @override
    def _facts(self, table: LevelTable, line: LevelLine) -> Iterator[Fact]:
        proposal = line.proposal
        yield Fact(words.PROPOSED, said.proposal_said(proposal))
        if proposal and said.source_said(proposal):
            yield Fact(words.SOURCE_LABEL, said.source_said(proposal))

    @override
    def _minded(self, table: LevelTable, line: LevelLine) -> Iterator[Minded]:
        if said.differs_from_proposal(line):
            yield Minded(State.ASKED, words.DIFFERS)
        for one in line.told:
            if one.kind == "attention":
                yield Minded(
                    State.NOTE,
                    words.SOURCE.format(text=one.text, source=one.source) if one.source else one.text,
                )

    @override
    def _source(self) -> str:
        return words.FROM_CARD

    def _on_supplemented(self) -> None:
        """Keep today as the day the supplements of the chosen came; a day kept before stays (R1-09)."""
        today = self.tools.desk.clock.today()
        kept = [one.population for one in self.list.chosen() if one.population and said.is_settled(one)]
        lacking = [one for one in kept if one.supplement_received_on is None]
        if not lacking:
            self.tools.desk.notifier.mind(words.SUPPLEMENTS_NONE)
            return
        received = {one.member_uid: {"supplement_received_on": today} for one in lacking}
        settle = self.tools.core.review.population.settle
        told = words.SUPPLEMENTS_KEPT.format(count=len(lacking))
        self.tools.tried(lambda: settle(lacking[0].year, received), told)

    def _accept(self, members: list[str] | None) -> None:
        table = self.tools.table()
        if table is None:
            return
        counted: list[int] = []
        settle = partial(self.tools.core.review.population.settle_as_proposed, table.year, members)
        wanted = [one for one in table.members if members is None or one.target in members]
        if not any(one.proposal and one.proposal.is_settled and not one.proposal.is_gone for one in wanted):
            self.tools.desk.notifier.mind(words.ACCEPTED_NONE)
            return
        count = (
            sum(bool(one.proposal and one.proposal.is_settled) for one in wanted)
            if members
            else sum(map(said.can_accept, wanted))
        )
        self.tools.tried(lambda: counted.append(settle()), words.ACCEPTED.format(count=count))


class LevelDesk(SubjectDesk):
    """The level of each subject: own, voted, proposed, recognised; what the rules say stands beside."""

    scores_asked = Signal(str)
    """The score sheet of a subject is wanted."""
    tally_asked = Signal(str)
    """A tally is to be put right: its place on the page of the conference."""

    def __init__(self, tools: LevelTools) -> None:
        kinds, drafts, notifier = tools.kinds, tools.core.drafts, tools.desk.notifier
        books: tuple[RecordBook[Any], ...] = tuple(
            RecordBook(kind, drafts, notifier)
            for kind in (
                kinds.proposed(),
                kinds.outside(),
                kinds.recognised(),
                kinds.objections(),
                kinds.rewards(),
            )
        )
        self._scores = Button(scores.OPEN_POINTS, kind="link", glyph="check-square", name="toScores")
        self._tally = Button(scores.OPEN_TALLY, kind="link", glyph="pencil-simple", name="toTally")
        card = SubjectCard("level", books, words.TOLD, (self._scores, self._tally))
        super().__init__(tools, level_kind(tools.table), card, ())
        self._scores.clicked.connect(lambda: self._on_line(self.scores_asked, lambda line: line.target))
        self._tally.clicked.connect(lambda: self._on_line(self.tally_asked, _tally_place))

    @override
    def _show_card(self) -> None:
        super()._show_card()
        table, line = self.tools.table(), self.list.current()
        form = score_form(table, line.target) if table and line else None
        self._scores.say(scores.OPEN_GRADES if form and form.grades else scores.OPEN_POINTS)
        self._scores.setVisible(form is not None)
        self._tally.setVisible(bool(line and line.tally))

    def _on_line(self, asked: SignalInstance, place: Callable[[LevelLine], str]) -> None:
        line = self.list.current()
        if line:
            asked.emit(place(line))

    @override
    def _lines_of(self, table: LevelTable) -> list[LevelLine]:
        return [one for one in table.lines if is_rated(one)]

    @override
    def _facts(self, table: LevelTable, line: LevelLine) -> Iterator[Fact]:
        yield from said.known_facts(table, line)
        past = [one for one in table.whole.past_levels if one.target == line.target]
        if past:
            years = sorted(past, key=lambda one: -one.of_year)
            lines = [words.PAST_YEAR.format(year=one.of_year, level=one.level_name) for one in years]
            yield Fact(words.PAST, "\n".join(lines))

    @override
    def _minded(self, table: LevelTable, line: LevelLine) -> Iterator[Minded]:
        yield from said.told_of(table, line)


def _tally_place(line: LevelLine) -> str:
    tally = line.tally
    return RecordPlace("ballot", tally.ballot, tally.conference).text() if tally else ""
