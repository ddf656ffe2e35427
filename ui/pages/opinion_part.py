"""Góp ý: what was said to the one under review, the quick entry, and who has spoken on whom."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.conferences import Opinion, OpinionKind
from app.services.conference_views import SubjectLine, Talk
from ui.desktop.tried import tried
from ui.dialogs.opinion_paste import OpinionPasteDialog
from ui.forms.binder import Values
from ui.forms.opinion_entry import OpinionEntry
from ui.forms.record_book import RecordBook
from ui.forms.record_kind import Owner
from ui.forms.text_draft import TextDraft
from ui.pages.conference_scene import Scene
from ui.pages.page import Desk
from ui.pages.turn_kinds import opinion_kind
from ui.texts import conference as words
from ui.texts import shared
from ui.theme.look import look
from ui.widgets.button import Button
from ui.widgets.flow import FlowRow
from ui.widgets.labels import KeyHint, Text
from ui.widgets.opinion_matrix import Mark, Matrix, MatrixCell, MatrixRow, OpinionMatrix
from ui.widgets.sheet import Scroll, Sheet
from ui.widgets.styled import spaced

FORM, PASTED = "opinion_entry", "opinion_paste"
_ENTRY, _MOST_ROWS, _HEAD = 360, 3, 48
_SHORT, _LOW, _LOWEST = 500, 430, 330
"""Heights below which the labels of the entry go, then rows of the matrix, then the matrix."""


class OpinionPart(QWidget):
    """Opinions of one subject; every Enter is on disk before the cursor moves."""

    undo_asked = Signal()
    draft_kept = Signal()
    draft_failed = Signal(object)
    target_asked = Signal(str)

    def __init__(self, scene: Scene, desk: Desk) -> None:
        super().__init__()
        self._scene, self._desk = scene, desk
        self._shown = ("", "")
        self._last = ""
        """The uid of the opinion recorded last."""
        self._all_rows = True
        self._on_matrix = False
        """Whether the matrix was asked for where the window is too low for it below the entry."""
        self.book: RecordBook[Opinion] = RecordBook(opinion_kind(scene), scene.core.drafts, desk.notifier)
        self.entry = OpinionEntry(self._keep)
        self.matrix = OpinionMatrix("opinionMatrix", words.MATRIX)
        self._facts = Text(role="small", tone="soft", name="opinionFacts")
        self._gap = Text(role="small", tone="warn", name="opinionGap")
        self._legend = Text(words.MATRIX_LEGEND, role="small", tone="soft")
        self.conclude = Button(words.CONCLUDE, glyph="check", name="concludeOpinion", changes=True)
        self.withdraw = Button(words.WITHDRAW, kind="link", name="withdrawOpinion", changes=True)
        self._acts = FlowRow()
        self._turn = Button(words.MATRIX_ONE, kind="link", name="turnMatrix")
        self._see = Button(words.MATRIX_SEE, kind="link", name="seeMatrix")
        self._see_key = KeyHint("F10")
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build()
        self._connect()

    def _build(self) -> None:
        self._centre = self._talk()
        spaced(self._across, look.px(8))
        self._across.addWidget(self._centre, 5)
        self.entry.setMinimumWidth(look.px(_ENTRY))
        self._across.addWidget(self.entry, 4)
        self._below = below = Sheet(padding=0, spacing=0)
        head = QHBoxLayout()
        spaced(head, look.px(8), (look.px(13), look.px(2), look.px(4), 0))
        head.addWidget(Text(words.MATRIX, role="strong", wrap=False))
        head.addWidget(self._legend, 1)
        head.addWidget(self._gap, 1)
        head.addWidget(self._turn)
        head.addWidget(KeyHint("F10"))
        below.body.addLayout(head)
        below.body.addWidget(self.matrix)
        below.body.addStretch(1)
        self._column = column = QVBoxLayout(self)
        spaced(column, look.px(8))
        column.addLayout(self._across, 1)
        column.addWidget(below)

    def _talk(self) -> Sheet:
        """Return the sheet of what was said."""
        sheet, scroll = Sheet(padding=12), Scroll(spacing=8)
        self._acts.add(self.conclude, self.withdraw)
        facts = QHBoxLayout()
        spaced(facts, look.px(8))
        facts.addWidget(self._facts, 1)
        facts.addWidget(self._see)
        facts.addWidget(self._see_key)
        scroll.body.addLayout(facts)
        scroll.body.addWidget(self.book)
        scroll.body.addStretch(1)
        sheet.body.addWidget(scroll, 1)
        # Outside of what scrolls: the form of the chosen one would push them out of sight.
        sheet.body.addWidget(self._acts)
        return sheet

    def _connect(self) -> None:
        self.entry.recorded.connect(self._on_record)
        self.entry.paste_asked.connect(self.paste)
        self.entry.speaker_changed.connect(self.matrix.show_speaker)
        self.entry.add_keys(self)
        self.matrix.asked.connect(self._on_cell)
        self.conclude.clicked.connect(self._on_conclude)
        self.withdraw.clicked.connect(self._on_withdraw)
        self._turn.clicked.connect(self._on_turn)
        self._see.clicked.connect(self._on_turn)
        self.book.begun.connect(self._show_acts)
        self.book.ended.connect(self._show_acts)
        turn = QShortcut(QKeySequence("F10"), self)
        turn.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        turn.activated.connect(self._on_turn)

    # Showing ------------------------------------------------------------------------------------------------

    def show_subject(self) -> None:
        """Show the subject in sight; what was typed for another waits as its draft."""
        view, line = self._scene.view, self._scene.line
        if view is None or line is None:
            return
        place = (self._scene.chosen, self._scene.target)
        talk = Talk(view)
        self.entry.set_people(
            self._scene.people(), {one.uid for one in talk.speakers if talk.is_away(one.uid)}
        )
        if place != self._shown:
            self.leave()
            self._shown, self._last = place, ""
            self.entry.show_values(self._scene.core.drafts.find(FORM, self._draft()) or {})
        self.book.show_of(Owner(self._scene.year, line.target))
        self._facts.setText(words.OPINIONS.format(count=line.opinions, critical=line.critical))
        self._show_matrix(line)
        self._show_acts()

    def _show_matrix(self, line: SubjectLine) -> None:
        view = self._scene.view
        if view is None:
            return
        talk = Talk(view)
        rows = [_row(talk, one) for one in view.subjects]
        speakers = [(one.uid, talk.short_names[one.uid]) for one in talk.speakers]
        self.matrix.show_matrix(Matrix(speakers, rows, words.MATRIX_AWAY), line.target)
        silent = len(talk.silent_on(line.target))
        said = words.MATRIX_GAP if silent else words.MATRIX_NO_GAP
        tone = "warn" if silent else "done"
        self._gap.say(said.format(name=self._scene.name(line.target), count=silent), tone)
        self._arrange()

    def _show_acts(self) -> None:
        one = self._opinion()
        can = one is not None and not one.withdrawn
        self.conclude.setVisible(can and one is not None and not one.shortcoming)
        self.withdraw.setVisible(can)
        self._acts.setVisible(can)

    def _opinion(self) -> Opinion | None:
        """Return the opinion whose form is open, else the one recorded last."""
        view, place = self._scene.view, self.book.place()
        uid = place.record if place else self._last
        written = view.written(self._scene.target) if view else ()
        return next((one for one in written if one.uid == uid), None)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        narrow = self.width() < look.px(620)
        way = QBoxLayout.Direction.BottomToTop if narrow else QBoxLayout.Direction.LeftToRight
        self.entry.setMinimumWidth(0 if narrow else look.px(_ENTRY))
        if self._across.direction() != way:
            self._across.setDirection(way)
        low, lowest = self.height() < look.px(_LOW), self.height() < look.px(_LOWEST)
        alone = lowest and self._on_matrix
        self._legend.setVisible((alone or not low) and self.width() >= look.px(860))
        rows = self.matrix.rows_in(self.height() - look.px(_HEAD)) if alone else _MOST_ROWS
        self.matrix.show_rows(only_one=not alone and (low or not self._all_rows), most=rows)
        self._turn.setVisible(alone or not low)
        said = words.MATRIX_ONE if self._all_rows else words.MATRIX_ALL
        self._turn.say(words.MATRIX_BACK if alone else said)
        self.entry.shorten(self.height() < look.px(_SHORT))
        # Name, kind, text and the act never go; where there is no room for both the matrix waits for F10.
        self._below.setVisible(alone or not lowest)
        self._column.setStretch(0, 0 if alone else 1)
        for part in (self._centre, self.entry):
            part.setVisible(not alone)
        self._see.setVisible(lowest)
        self._see_key.setVisible(lowest)

    def _on_turn(self) -> None:
        if self.height() < look.px(_LOWEST):
            self._on_matrix = not self._on_matrix
        else:
            self._all_rows = not self._all_rows
        self._arrange()

    def _on_cell(self, target: str, speaker: str) -> None:
        self._on_matrix = False
        self._arrange()
        if target != self._scene.target:
            self.target_asked.emit(target)
        if speaker:
            self.entry.put_speaker(speaker)

    # Acts ---------------------------------------------------------------------------------------------------

    def choose_shortcoming(self) -> None:
        """Choose the kind of F3, which the window hands on."""
        self.entry.choose_kind(OpinionKind.SHORTCOMING)

    def _on_record(self, values: Values) -> None:
        into = bool(values.pop("into"))
        made: list[Opinion] = []
        if tried(lambda: made.extend(self._record([values], concluded=into)), self._desk.notifier):
            self._last = made[0].uid
            self._forget()
            self.entry.show_values({})
            self.entry.begin()
            name = dict(self._scene.people()).get(made[0].speaker, "")
            self._tell(words.RECORDED.format(name=name))
            self._show_acts()

    def _record(self, opinions: list[Values], *, concluded: bool = False) -> tuple[Opinion, ...]:
        turns = self._scene.core.review.turns
        return turns.record(self._scene.conference, self._scene.target, opinions, concluded=concluded)

    def paste(self) -> None:
        """Open the sheet where minutes typed elsewhere are cut; what was pasted before stands in it again."""
        dialog = OpinionPasteDialog(self._scene.name(self._scene.target), self._scene.people(), self.window())
        draft = TextDraft(dialog.row, self._scene.core.drafts, PASTED)
        draft.on_kept(self.draft_kept.emit, self.draft_failed.emit)
        draft.show(self._draft(), self._scene.placed({}))
        dialog.begin()
        dialog.taken.connect(lambda opinions: self._on_taken(opinions, draft))
        dialog.finished.connect(lambda _result: draft.keeper.flush())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_taken(self, opinions: list[Values], draft: TextDraft) -> None:
        if tried(lambda: self._record(opinions), self._desk.notifier):
            draft.forget()
            self._tell(words.CUT_TAKEN.format(count=len(opinions)))

    def _on_conclude(self) -> None:
        one = self._opinion()
        if one and tried(
            lambda: self._scene.core.review.turns.conclude_opinion(one, {}), self._desk.notifier
        ):
            self._tell(words.CONCLUDED)

    def _on_withdraw(self) -> None:
        one = self._opinion()
        if one and tried(lambda: self._scene.core.review.turns.withdraw_opinion(one), self._desk.notifier):
            self._tell(words.WITHDRAWN)

    def _tell(self, said: str) -> None:
        self._desk.notifier.done(said, shared.UNDO, self.undo_asked.emit)

    # Keeping ------------------------------------------------------------------------------------------------

    def _draft(self) -> str:
        return "-".join(self._shown)

    def _keep(self, values: Values) -> None:
        if self.entry.is_empty():
            self._scene.core.drafts.drop(FORM, self._draft())
        else:
            self._scene.core.drafts.keep(FORM, self._draft(), self._scene.placed(values))

    def _forget(self) -> None:
        self.entry.keeper.forget()
        self._scene.core.drafts.drop(FORM, self._draft())

    def leave(self) -> None:
        """Write what is being typed away as a draft."""
        self.entry.keeper.flush()
        self.book.leave()


def _row(talk: Talk, line: SubjectLine) -> MatrixRow:
    asked, silent = talk.asked_of(line.target), talk.silent_on(line.target)
    cells = [_cell(talk, line.target, one.uid) for one in talk.speakers]
    total = words.MATRIX_TOTAL.format(spoken=len(asked) - len(silent), asked=len(asked))
    return MatrixRow(line.target, line.name, cells, total, not silent)


def _cell(talk: Talk, target: str, speaker: str) -> MatrixCell:
    said = talk.spoken(target, speaker)
    if said.count:
        return MatrixCell(Mark.SPOKEN, said.count, said.critical)
    if target == speaker:
        return MatrixCell(Mark.SELF)
    return MatrixCell(Mark.AWAY if talk.is_away(speaker) else Mark.GAP)
