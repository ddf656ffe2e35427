"""One open finding: its sentence and source, whom it is about, what was answered, and the answer."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from app.domain.finding_answers import AnswerKind
from app.services.findings import Line
from ui.pages.finding_draft import AnswerDraft
from ui.pages.finding_said import Turns, answer_said, group_of, source_said
from ui.texts import findings as words
from ui.theme.look import look
from ui.theme.signs import State
from ui.widgets.button import Button
from ui.widgets.editors import ProseField
from ui.widgets.flow import FlowRow
from ui.widgets.labels import Badge, StateLine, Text
from ui.widgets.styled import spaced, styled

_MARKS = {"verified": State.DONE, "partly": State.PARTLY, "unverified": State.OPEN}
_ANSWERED = ("answer", "note")
ANSWER = "findingAnswer"
"""Name of the field of the answer."""


class FindingPanel(QWidget):
    """Stands under its line; `answered` gives the subjects and the words of an answer."""

    answered = Signal(list, dict)
    taken_back = Signal()
    gone_to = Signal()
    pairs_asked = Signal()
    turn_asked = Signal()
    edited = Signal()

    def __init__(self, line: Line, turns: Turns, *, can_go: bool, can_answer: bool) -> None:
        super().__init__()
        styled(self, ground="head", panel="true")
        self._line = line
        self._can_answer = can_answer and group_of(line) in _ANSWERED
        self._turns = turns
        self._turn = ""
        self._pointed = StateLine(State.NOTE, "")
        self.finding = line.finding.id
        """Id of the requirement."""
        self._ticks: dict[str, QCheckBox] = {}
        self._choices = QVBoxLayout()
        spaced(self._choices, 0)
        self._words = ProseField(lines=2)
        self._problem = StateLine(State.BLOCKED, "")
        self._printed = _printing()
        self._column = QVBoxLayout(self)
        spaced(self._column, look.px(8), (look.px(44), look.px(8), look.px(16), look.px(12)))
        self._say()
        self._name_subjects()
        acts = FlowRow()
        if self._can_answer:
            self._ask(acts)
        elif group_of(line) in _ANSWERED:
            self._column.addWidget(Text(words.NO_ANSWERS, role="small", tone="soft"))
        self._lead_on(acts, can_go=can_go)
        self._column.addWidget(acts)

    def _lead_on(self, acts: FlowRow, *, can_go: bool) -> None:
        line = self._line
        if line.finding.secret:
            pairs = Button(words.SIDE_BY_SIDE, glyph="files", name="findingPairs")
            pairs.clicked.connect(self.pairs_asked)
            acts.add(pairs)
        if can_go:
            go = Button(words.GO, glyph="arrow-right", name="findingGo")
            go.clicked.connect(self.gone_to)
            acts.add(go)

    def _say(self) -> None:
        finding = self._line.finding
        said = finding.sentence or words.UNKNOWN_ALL
        self._column.addWidget(Text(said, name="findingSentence"))
        source = FlowRow()
        source.add(Text(source_said(finding), role="small", tone="soft", wrap=False))
        mark = finding.source.mark.value
        source.add(Badge(_MARKS[mark], words.MARKS[mark]))
        self._column.addWidget(source)
        if finding.secret:
            self._column.addWidget(StateLine(State.NOTE, words.SECRET))
        names = ", ".join(name for name in finding.unknown if name)
        if names:
            self._column.addWidget(Text(words.UNKNOWN.format(names=names), role="small", tone="soft"))

    def _name_subjects(self) -> None:
        answers = {one.subject: one for one in self._line.answers}
        open_ones = {one.uid for one in self._line.open_ones}
        for told in self._line.finding.told:
            said = f"{told.name} – {told.detail}" if told.detail else told.name
            if told.uid in answers:
                given = answer_said(answers[told.uid], self._turns)
                self._column.addWidget(StateLine(State.DONE, f"{said}: {given}" if said else given))
            elif said and told.uid in open_ones and told.uid not in self._ticks:
                self._tick(told.uid, said)

    def _tick(self, uid: str, said: str) -> None:
        if not self._can_answer:
            self._column.addWidget(Text(said, role="small"))
            return
        tick = QCheckBox(said.replace("&", "&&"))
        tick.setChecked(True)
        tick.clicked.connect(self.edited)
        if not self._ticks:
            self._column.addLayout(self._choices)
        self._ticks[uid] = tick
        self._choices.addWidget(tick)

    def _ask(self, acts: FlowRow) -> None:
        open_ones = self._line.open_ones
        if open_ones:
            count = len(self._ticks)
            asked = words.ANSWER_LIST.format(count=count) if count > 1 else words.ANSWER_ONE
            self._column.addWidget(Text(asked, role="small", tone="soft"))
            self._words.setAccessibleName(words.ANSWER_ONE)
            self._words.setPlaceholderText(words.ANSWER_HINT)
            self._words.setObjectName(ANSWER)
            self._words.edited.connect(self.edited)
            self._column.addWidget(self._words)
            self._problem.hide()
            self._column.addWidget(self._problem)
            self._pointed.hide()
            self._column.addWidget(self._pointed)
            self._add_printing()
            self._add_act(acts, words.KEEP, "findingKeep", AnswerKind.KEPT)
            self._add_pointing(acts)
            if group_of(self._line) == "note":
                self._add_act(acts, words.SEEN, "findingSeen", AnswerKind.SEEN)
            self._add_act(acts, words.NOT_AGAIN, "findingNotAgain", AnswerKind.NOT_AGAIN)
        if self._line.answers:
            back = Button(words.TAKE_BACK, name="findingTakeBack", changes=True)
            back.clicked.connect(self.taken_back)
            acts.add(back)

    def _add_pointing(self, acts: FlowRow) -> None:
        if self._turns:
            point = Button(words.POINT, name="findingPoint", changes=True)
            point.clicked.connect(self.turn_asked)
            acts.add(point)

    def _point_to(self, turn: str) -> None:
        """Let the answer point to a review turn; to none for an empty uid or a turn that is gone."""
        self._turn = turn if turn in self._turns else ""
        if self._turn:
            self._pointed.say(State.NOTE, words.POINTED.format(turn=self._turns[turn].title))
        self._pointed.setVisible(bool(self._turn))

    def _add_printing(self) -> None:
        if self._line.finding.printed:
            self._column.addWidget(Text(words.ALWAYS_PRINTED, role="small", tone="soft"))
        elif not self._line.finding.secret:
            self._printed.clicked.connect(self.edited)
            self._column.addWidget(self._printed)

    def _add_act(self, acts: FlowRow, said: str, name: str, kind: AnswerKind) -> None:
        button = Button(said, name=name, changes=True)
        button.clicked.connect(lambda: self._answer(kind))
        acts.add(button)

    def _answer(self, kind: AnswerKind) -> None:
        open_ones = [one.uid for one in self._line.open_ones]
        chosen = [uid for uid, tick in self._ticks.items() if tick.isChecked()] if self._ticks else open_ones
        text = str(self._words.value()).strip()
        if not chosen:
            self._complain(words.CHOOSE_SOMEBODY)
        elif not text and kind is not AnswerKind.SEEN:
            self._complain(words.EMPTY_ANSWER)
            self._words.setFocus()
        else:
            values: Mapping[str, object] = {
                "kind": kind.value,
                "text": text,
                "review_turn": self._turn,
                "is_printed": self._printed.isChecked() or self._line.finding.printed,
            }
            self.answered.emit(chosen, dict(values))

    def _complain(self, said: str) -> None:
        self._problem.say(State.BLOCKED, said)
        self._problem.show()

    def said(self) -> str:
        """Return every word that stands in it."""
        texts = [one.text() for one in self.findChildren(Text)]
        return " ".join(texts)

    def draft(self) -> AnswerDraft:
        """Return what was begun and is not kept yet."""
        apart = tuple(uid for uid, tick in self._ticks.items() if not tick.isChecked())
        return AnswerDraft(str(self._words.value()), self._turn, apart, self._printed.isChecked())

    def set_draft(self, draft: AnswerDraft) -> None:
        """Show what was begun before."""
        if self._words.value() != draft.text:
            self._words.set_value(draft.text)
        self._printed.setChecked(draft.printed)
        for uid, tick in self._ticks.items():
            tick.setChecked(uid not in draft.apart)
        self._point_to(draft.turn)


def _printing() -> QCheckBox:
    box = QCheckBox(words.PRINTED)
    box.setObjectName("findingPrinted")
    return box
