"""The register of outgoing papers as a list, each missing number in its place, and the card of a number."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Signal

from app.domain.listing import Value
from app.domain.outgoing_papers import OutgoingPaper
from app.services.paper_numbers import RegisterLine
from ui.lists.kind import ALL, ListKind, ReadyFilter
from ui.models.record_table import Column
from ui.texts import committee_forms as form_words
from ui.texts import registers as words
from ui.texts import word_taking
from ui.theme.signs import State
from ui.widgets.button import Button
from ui.widgets.editors import ChoiceField, LineField
from ui.widgets.facts import FactList
from ui.widgets.field_row import FieldRow
from ui.widgets.labels import Text
from ui.widgets.sheet import Scroll, Sheet

TitleOf = Callable[[OutgoingPaper], str]
"""How the rules of its own year call a paper: one term has papers of several years."""


def outgoing_kind(title_of: TitleOf) -> ListKind[RegisterLine]:
    """Return the register of the term: by type and number, as it is printed."""
    return ListKind(
        name="outgoing",
        columns=(
            Column(
                "number",
                words.NUMBER,
                lambda one: one.number_words,
                width=130,
                sort=lambda one: (one.type_code, one.number),
                state=lambda one: State.LACKING if one.is_unexplained else None,
                searched=True,
            ),
            Column("dated_on", words.DATED, _dated, width=96, sort=_day, value=_whole_day, searched=True),
            _subject_column(title_of),
            Column(
                "addressee",
                words.ADDRESSEE,
                lambda one: one.paper.addressee if one.paper else "",
                width=130,
                searched=True,
            ),
            Column("signer", words.SIGNER, lambda one: one.paper.signer_name if one.paper else "", width=130),
            Column("note", words.NOTE, gap_said, width=190, roomy=300, tone=lambda _one: "soft"),
        ),
        filters=(
            ReadyFilter(ALL, words.OUT_FILTERS["all"], lambda _one: True),
            ReadyFilter("gaps", words.OUT_FILTERS["gaps"], lambda one: one.paper is None, always=False),
            ReadyFilter("open", words.OUT_FILTERS["open"], lambda one: one.is_unexplained, always=False),
        ),
        identity=lambda one: one.uid,
        words=words.OUT_WORDS,
        first_to_go=("signer", "addressee"),
        empty_glyph="files",
        step_glyph="caret-left",
    )


def _subject_column(title_of: TitleOf) -> Column[RegisterLine]:
    return Column(
        "subject", words.KIND, lambda one: _subject(one, title_of), width=250, roomy=420, searched=True
    )


def gap_said(line: RegisterLine) -> str:
    """Return why no paper bears a number, and of a paper whether it was corrected in Word."""
    if line.paper:
        return word_taking.MARK if line.edited_in_word else ""
    if line.gap is None:
        return words.GAP_OPEN
    reason = dict(words.REASONS)[line.gap.reason]
    return ": ".join(part for part in (reason, line.gap.note) if part)


def _subject(line: RegisterLine, title_of: TitleOf) -> str:
    if line.paper is None:
        return words.GAP
    return " ".join(part for part in (title_of(line.paper), line.paper.subject_line) if part)


def _dated(line: RegisterLine) -> str:
    return words.DAY.format(date=line.paper.dated_on) if line.paper else ""


def _day(line: RegisterLine) -> dt.date:
    return line.paper.dated_on if line.paper else dt.date.max


def _whole_day(line: RegisterLine) -> Value:
    return line.paper.dated_on if line.paper else ""


class OutgoingCard(Sheet):
    """What stands under a number; for a missing one the reason, which is entered here."""

    explained = Signal()
    forgotten = Signal()
    paper_asked = Signal(str)

    def __init__(self, title_of: TitleOf) -> None:
        super().__init__(spacing=10)
        self.line: RegisterLine | None = None
        self._title_of = title_of
        self._title = Text(role="section", name="outgoingTitle")
        self._words = Text(tone="soft", name="outgoingWords")
        self._facts = FactList("")
        self._reason = ChoiceField(words.REASONS)
        self._note = LineField()
        self._reason_row = FieldRow(words.REASON, self._reason, name="gapReason")
        self._note_row = FieldRow(words.REASON_NOTE, self._note, name="gapNote")
        self._save = Button(words.EXPLAIN, kind="primary", glyph="check", name="explainGap", changes=True)
        self._forget = Button(words.FORGET, name="forgetGap", changes=True)
        self._open = Button(words.OPEN_PAPER, glyph="file-text", name="openPaper")
        scroll = Scroll()
        for part in (self._title, self._words, self._facts, self._reason_row, self._note_row):
            scroll.body.addWidget(part)
        for button in (self._save, self._forget, self._open):
            scroll.body.addWidget(button)
        scroll.body.addStretch(1)
        self.body.addWidget(scroll, 1)
        self._save.clicked.connect(self.explained)
        self._forget.clicked.connect(self.forgotten)
        self._open.clicked.connect(self._on_open)
        self._note.returnPressed.connect(self.explained)

    def values(self) -> dict[str, object]:
        """Return the reason as it stands in the fields."""
        return {"reason": self._reason.value(), "note": self._note.value()}

    def show_line(self, line: RegisterLine | None) -> None:
        """Show the paper of a number, or the reason why there is none."""
        self.line = line
        is_gap = line is not None and line.paper is None
        for part in (self._reason_row, self._note_row, self._save):
            part.setVisible(is_gap)
        self._forget.setVisible(bool(line and line.gap))
        self._open.setVisible(bool(line and line.paper))
        self._facts.clear()
        if line is None:
            self._title.setText("")
            self._words.setText(words.OUT_NOTHING_CHOSEN)
            return
        self._words.setText(words.GAP_WORDS if is_gap else "")
        self._words.setVisible(is_gap)
        self._title.setText(words.GAP_TITLE.format(number=line.number_words) if is_gap else line.number_words)
        if line.paper:
            self._facts.add(words.DATED, _dated(line))
            self._facts.add(words.KIND, _subject(line, self._title_of))
            self._facts.add(words.ADDRESSEE, line.paper.addressee)
            self._facts.add(words.SIGNER, line.paper.signer_name)
            if line.form:
                made = form_words.VERSION.format(name=line.form.name, version=line.form.version)
                self._facts.add(form_words.MADE_BY, made)
        self._reason.set_value(line.gap.reason if line.gap else words.REASONS[0][0])
        self._note.set_value(line.gap.note if line.gap else "")

    def _on_open(self) -> None:
        if self.line and self.line.paper:
            self.paper_asked.emit(self.line.paper.uid)
