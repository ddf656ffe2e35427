"""A paper as it came back from Word beside what the data give: taken as the official version, or not."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.word_editions import WordEdition
from app.services.word_editions import Fact, LookedAt
from ui.dialogs.help_dialog import help_on_f1
from ui.dialogs.sheet_dialog import SheetDialog
from ui.texts import shared
from ui.texts import word_taking as words
from ui.theme.look import look
from ui.theme.signs import State
from ui.widgets.button import Button
from ui.widgets.compared_view import ComparedView
from ui.widgets.labels import Glyph, StateLine, Text
from ui.widgets.styled import spaced

_WIDTH = 1080
_AROUND = 60
"""What the sides of the dialog take."""
_FACTS_SHOWN = 12
_WORDS_SHOWN = 70


class WordEditionDialog(SheetDialog):
    """The verdict, the facts that differ, what the pages lack, and every paragraph that differs.

    `taken` for a file that is to become official; `drop_asked` for one that is, to go back to the data.
    """

    taken = Signal()
    drop_asked = Signal()

    def __init__(
        self,
        looked: LookedAt,
        paper: str,
        present: WordEdition | None,
        parent: QWidget | None = None,
        other: str = "",
    ) -> None:
        is_new = bool(looked.found.data)
        super().__init__(words.TITLE if is_new else words.TITLE_THERE, _WIDTH, parent)
        self.setObjectName("wordEdition")
        self.looked = looked
        found = looked.found
        if other:
            rather = words.RATHER.format(other=other, paper=paper)
            self.body.addWidget(StateLine(State.BLOCKED, rather, role="strong", size=20))
        count = sum(row.change != "same" for row in found.rows)
        said = words.DIFFERS.format(count=count) if count else words.SAME
        self.body.addWidget(StateLine(State.NOTE if count else State.DONE, said, role="strong", size=20))
        self._small(words.OF_PAPER.format(file=looked.file_name, paper=paper), "wordOfPaper")
        if is_new and present:
            self._small(words.REPLACES.format(date=present.taken_on), "wordReplaces")
        self._add_facts()
        self._add_shown()
        self._add_carried()
        self._add_view(has_differences=bool(count))
        self._build_buttons(is_new=is_new)
        help_on_f1(self, "word")

    def _small(self, said: str, name: str) -> None:
        self.body.addWidget(Text(said, role="small", tone="soft", name=name))

    def _add_facts(self) -> None:
        found = self.looked.found
        if found.is_same:
            return
        if not found.facts:
            self._small(words.FACTS_NONE, "wordFactsNone")
            return
        self.body.addWidget(Text(words.FACTS, role="section"))
        self._small(words.FACTS_WHY, "wordFactsWhy")
        for fact in found.facts[:_FACTS_SHOWN]:
            self.body.addLayout(self._fact_row(fact))
        if len(found.facts) > _FACTS_SHOWN:
            self._small(words.MORE_FACTS.format(count=len(found.facts) - _FACTS_SHOWN), "wordFactsMore")

    def _fact_row(self, fact: Fact) -> QHBoxLayout:
        sign = Glyph(State.LACKING.value.glyph, State.LACKING.colour, 16, filled=State.LACKING.value.filled)
        column = QVBoxLayout()
        spaced(column, look.px(2))
        column.addWidget(Text(fact_said(fact)))
        column.addWidget(Text(self._place(fact), role="small", tone="soft"))
        line = QHBoxLayout()
        spaced(line, look.px(8))
        line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(column, 1)
        return line

    def _place(self, fact: Fact) -> str:
        row = self.looked.found.rows[fact.row]
        said = shortened(row.their_text or row.our_text)
        if not fact.whose:
            return words.FACT_PLACE.format(words=said)
        place = words.FACT_COLUMN if fact.column else words.FACT_ROW
        return place.format(row=fact.whose, column=fact.column, words=said)

    def _add_shown(self) -> None:
        found = self.looked.found
        if not found.told and found.is_whole:
            return
        self.body.addWidget(Text(words.SHOWN, role="section"))
        for said in found.told:
            self.body.addWidget(Text(said))
        if not found.is_whole:
            self.body.addWidget(StateLine(State.LACKING, words.NOT_WHOLE, role="base"))

    def _add_carried(self) -> None:
        if not self.looked.found.carried:
            return
        self.body.addWidget(Text(words.CARRIED, role="section"))
        for said in self.looked.found.carried:
            self.body.addWidget(StateLine(State.LACKING, said, role="base"))

    def _add_view(self, *, has_differences: bool) -> None:
        self.body.addWidget(Text(words.DIFFERENCES, role="section"))
        self.view = ComparedView(self.looked.found.rows)
        self.view.fit_to(look.px(_WIDTH - _AROUND))
        whole = QCheckBox(words.WHOLE_TEXT)
        whole.setObjectName("wordWhole")
        whole.toggled.connect(lambda on: self.view.show_rows(whole=on))
        whole.setChecked(not has_differences)
        row = QHBoxLayout()
        spaced(row, look.px(16))
        row.addWidget(Text(words.MARKS, role="small", tone="soft"), 1)
        row.addWidget(whole)
        self.body.addLayout(row)
        self.body.addWidget(self.view)
        self.body.addStretch(1)

    def _build_buttons(self, *, is_new: bool) -> None:
        close = Button(words.KEEP if is_new else shared.CLOSE, name="closeWord")
        close.clicked.connect(self.reject)
        close.setDefault(True)
        if is_new:
            act = Button(words.USE, kind="primary", glyph="seal-check", name="useWord")
            act.clicked.connect(self.taken)
        else:
            act = Button(words.DROP, glyph="arrows-clockwise", name="dropWordHere", changes=True)
            act.clicked.connect(self.drop_asked)
        act.clicked.connect(self.accept)
        self.add_buttons(close, act)
        close.setFocus()


def fact_said(fact: Fact) -> str:
    """Return a fact that differs in one sentence."""
    if fact.ours and fact.theirs:
        said = words.FACT_CHANGED
    else:
        said = words.FACT_ADDED if fact.theirs else words.FACT_GONE
    return said.format(kind=words.FACT_KINDS[fact.kind], ours=fact.ours, theirs=fact.theirs)


def shortened(text: str) -> str:
    """Return the beginning of a paragraph, enough to find it by."""
    return text if len(text) <= _WORDS_SHOWN else text[:_WORDS_SHOWN].rpartition(" ")[0] + "…"
