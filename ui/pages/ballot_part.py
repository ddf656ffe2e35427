"""Biểu quyết: the totals of a vote and its tally, each sum checked beside what it must equal.

Who voted what is asked nowhere and kept nowhere (product.md 1).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.ballots import Ballot, BallotFields, BallotSubject, ballot_problems
from app.errors import Problem
from app.services.conference_voting import Voting
from ui.desktop.tried import tried
from ui.forms.binder import DraftKeeper, Values
from ui.forms.grid_draft import GridBinder
from ui.forms.record_form import RecordForm
from ui.forms.record_kind import refuse_blank
from ui.forms.record_values import shown_values, stored_values
from ui.models.ballot_grid import BLANK, BallotGrid, Tally
from ui.pages.conference_scene import Scene
from ui.pages.page import Desk
from ui.texts import conference as words
from ui.texts import conference_fields as told
from ui.texts import shared
from ui.theme.look import look
from ui.theme.signs import State
from ui.widgets.button import Button
from ui.widgets.editors import ChoiceField
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow import FlowRow
from ui.widgets.grid_view import GridView
from ui.widgets.labels import StateLine, Text
from ui.widgets.sheet import Scroll, Sheet
from ui.widgets.styled import spaced
from ui.widgets.tabs import Tabs
from ui.widgets.tips import plain

FORM = "ballot"
_NEW = "new"
_LOW, _NARROW = 330, 960
_SHORT_HEAD, _SHORT, _LONG, _SUM, _FIELDS = 5, 66, 96, 104, 232
_NAMED = 3
"""Lines with a wrong sum that are named above the tally."""
_TALLY, _FACTS = 0, 1


class BallotPart(QWidget):
    """The form of one vote beside its tally."""

    undo_asked = Signal()
    draft_kept = Signal()
    draft_failed = Signal(object)

    def __init__(self, scene: Scene, desk: Desk) -> None:
        super().__init__()
        self._scene, self._desk = scene, desk
        self._shown = ""
        self._which = ChoiceField(())
        self._which.setObjectName("ballotChoice")
        self._which.setAccessibleName(words.VOTE_WHICH)
        self.form = RecordForm(
            BallotFields,
            told.BALLOT,
            lambda draft: ballot_problems(draft, []),
            prefix="ballot_",
            chosen=("repeats",),
        )
        self.grid = BallotGrid(plain, self)
        self.view = GridView("ballotGrid", words.VOTE_GRID, words.VOTE_NAME)
        self._sums = StateLine(State.NOTE)
        self._sums.setObjectName("ballotSums")
        self._legend = Text(role="small", tone="soft")
        self._save = Button(words.VOTE_SAVE, kind="primary", glyph="check", name="saveBallot", changes=True)
        self._remove = Button(
            words.VOTE_REMOVE, kind="danger", glyph="trash", name="removeBallot", changes=True
        )
        self._tabs = Tabs(list(words.VOTE_PARTS), "ballotParts")
        self._note = Text(words.VOTE_NOTE, role="small", tone="soft")
        self._binder = GridBinder(self._typed, self)
        self.keeper = DraftKeeper(self._keep, self._binder)
        self._stack = QStackedWidget()
        self._build()
        self._connect()

    def _build(self) -> None:
        self.form.set_columns(1)
        fields = Scroll()
        for part in (Text(words.VOTE_FROM_ROLL, role="small", tone="soft"), self.form):
            fields.body.addWidget(part)
        fields.body.addStretch(1)
        self._fields = Sheet()
        self._fields.body.addWidget(fields, 1)
        self._count = self._tally()
        acts = FlowRow(to_right=True)
        acts.add(self._remove, self._save)
        across = QHBoxLayout()
        spaced(across, look.px(8))
        across.addWidget(self._fields)
        across.addWidget(self._count, 1)
        filled = QWidget()
        whole = QVBoxLayout(filled)
        spaced(whole, look.px(8))
        whole.addLayout(across, 1)
        whole.addWidget(acts)
        self._stack.addWidget(filled)
        self._stack.addWidget(EmptyState(words.VOTE_NOBODY, glyph="tray"))
        column = QVBoxLayout(self)
        spaced(column, look.px(8))
        column.addLayout(self._head())
        column.addWidget(self._stack, 1)

    def _tally(self) -> QWidget:
        tally, side = Sheet(padding=0, spacing=0), QWidget()
        tally.body.addWidget(self.view, 1)
        column = QVBoxLayout(side)
        spaced(column, look.px(6))
        column.addWidget(self._legend)
        column.addWidget(self._sums)
        column.addWidget(tally, 1)
        return side

    def _head(self) -> QVBoxLayout:
        head = QVBoxLayout()
        spaced(head, look.px(6))
        head.addWidget(self._which)
        head.addWidget(self._note)
        head.addWidget(self._tabs)
        return head

    def _connect(self) -> None:
        self._which.edited.connect(self._on_which)
        self._tabs.chosen.connect(lambda _at: self._arrange())
        self.form.binder.edited.connect(self._on_edited)
        self.form.binder.left.connect(self._binder.left)
        self.grid.edited.connect(self._on_edited)
        self.view.cells.typed.connect(self._binder.edited)
        self.view.cleared.connect(self._on_clear)
        self._save.clicked.connect(self._on_save)
        self._remove.clicked.connect(self._on_remove)
        self.keeper.kept.connect(self.draft_kept)
        self.keeper.failed.connect(self.draft_failed)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Show fields and tally side by side, or in turn where the sums would be pushed out of sight."""
        narrow = self.width() < look.px(_NARROW)
        on_tally = self._tabs.current() == _TALLY
        self._tabs.setVisible(narrow)
        self._note.setVisible(not narrow)
        self.form.set_columns(2 if narrow else 1)
        self._fields.setVisible(not (narrow and on_tally))
        self._count.setVisible(not narrow or on_tally)
        self._fields.setMinimumWidth(0 if narrow else look.px(_FIELDS))
        self._fields.setMaximumWidth(self.width() if narrow else look.px(_FIELDS))
        # The heads say the whole names as tips; where there is no room, the lines of the tally go before.
        self._show_legend()

    def _show_legend(self) -> None:
        self._legend.setVisible(self.height() >= look.px(_LOW) and bool(self._legend.text()))

    # Showing ------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the votes of the conference again; what is being typed stays."""
        view = self._scene.view
        if view is None:
            return
        stored = [(one.uid, self._name(one)) for one in view.meeting.ballots]
        begun = {one.subject.value for one in view.meeting.ballots}
        new = [(f"{_NEW}-{view.conference.uid}-{code}", name) for code, name in words.VOTES]
        new.sort(key=lambda one: one[0].rpartition("-")[2] in begun)
        self._which.set_choices([*stored, *new])
        if str(self._which.value()) != self._shown or not self._is_typing():
            self._begin()

    def go_to(self, ballot: str) -> bool:
        """Show a stored vote by its uid, to be looked at or put right; return whether there is one."""
        view = self._scene.view
        if view is None or all(one.uid != ballot for one in view.meeting.ballots):
            return False
        self.leave()
        self._which.set_value(ballot)
        self._begin()
        return True

    def _name(self, one: Ballot) -> str:
        day = words.DAY.format(date=one.held_on) if one.held_on else words.NO_DAY
        return " · ".join(filter(None, (dict(words.VOTES)[one.subject.value], day, one.held_at)))

    def _ballot(self) -> Ballot | None:
        view = self._scene.view
        ballots = view.meeting.ballots if view else ()
        return next((one for one in ballots if one.uid == self._shown), None)

    def _subject(self) -> BallotSubject:
        ballot = self._ballot()
        return ballot.subject if ballot else BallotSubject(self._shown.rpartition("-")[2])

    def _on_which(self) -> None:
        self.leave()
        self._begin()

    def _begin(self) -> None:
        view = self._scene.view
        if view is None:
            return
        self._shown = str(self._which.value())
        ballot, voting = self._ballot(), Voting(view)
        others = [(one.uid, self._name(one)) for one in view.meeting.ballots if one is not ballot]
        self.form.offer("repeats", [("", told.FIRST_VOTE), *others])
        self.form.binder.load(self._facts(ballot, voting))
        lines = self._stored_lines(ballot)
        targets = list(dict.fromkeys([*voting.to_vote_on(self._subject()), *(of for of, _level in lines)]))
        rows = [(one, view.meeting.review.name(one)) for one in targets]
        levels = voting.levels(self._subject())
        self.grid.show_tally(Tally(rows, levels), lines)
        told_short = [
            words.VOTE_SHORT.format(short=short, name=name) for _code, short, name in levels if short != name
        ]
        self._legend.setText("; ".join(told_short))
        self._show_legend()
        self._offer(self._scene.core.drafts.find(FORM, self._shown) or {})
        heads = [self.grid.head_lines(at) for at in range(self.grid.columnCount())]
        widths = [_SHORT if max(map(len, lines)) <= _SHORT_HEAD else _LONG for lines in heads]
        widths[-1] = _SUM
        self.view.show_head_lines(max(map(len, heads)))
        self.view.show_cells(self.grid, dict(enumerate(widths)), {len(widths) - 1: 1})
        self._remove.setVisible(ballot is not None)
        self._stack.setCurrentIndex(0 if rows else 1)
        self._show_sums()

    def _facts(self, ballot: Ballot | None, voting: Voting) -> Values:
        if ballot:
            return shown_values(ballot, told.BALLOT)
        sittings = voting.view.sittings
        day = sittings[-1].held_on if sittings else None
        numbers = {name: str(count or "") for name, count in voting.voters().items()}
        return {**numbers, "held_on": day or "", "is_secret": True}

    def _stored_lines(self, ballot: Ballot | None) -> dict[tuple[str, str], str]:
        year = self._scene.core.review.whole(self._scene.year)
        found: dict[tuple[str, str], str] = {}
        for line in year.ballot_lines if ballot else ():
            if ballot and line.ballot == ballot.uid:
                found[line.target, BLANK] = str(line.blank)
                counts = (one for one in year.ballot_counts if one.line == line.uid)
                found.update({(line.target, one.level): str(one.votes) for one in counts})
        return found

    def _offer(self, draft: Mapping[str, object]) -> None:
        cells = draft.get("cells")
        if not isinstance(cells, list):
            return
        self.form.binder.offer({name: value for name, value in draft.items() if name in told.BALLOT})
        self.grid.put({(one[0], one[1]): one[2] for one in cells})

    def _show_sums(self) -> None:
        typed = str(self.form.binder.values()["valid"]).strip()
        valid = int(typed) if typed.isdecimal() else 0
        self.grid.check_against(valid)
        faulty = self.grid.faulty()
        self._sums.setVisible(bool(self.grid.cells()))
        if not faulty:
            self._sums.say(State.DONE, words.VOTE_FITS.format(valid=valid))
            return
        names, more = ", ".join(faulty[:_NAMED]), len(faulty) - _NAMED
        if more > 0:
            names = words.VOTE_MORE.format(names=names, more=more)
        said = words.VOTE_FAULTS.format(count=len(faulty), valid=valid, names=names)
        self._sums.say(State.BLOCKED, said)

    # Typing -------------------------------------------------------------------------------------------------

    def _on_edited(self) -> None:
        self._binder.edited.emit()
        self._show_sums()

    def _on_clear(self) -> None:
        if self.grid.can_edit:
            self.grid.put({self.grid.place(one): "" for one in self.view.chosen()})

    def _is_typing(self) -> bool:
        return self.keeper.is_pending() or bool(self._scene.core.drafts.find(FORM, self._shown))

    def _typed(self) -> Values:
        cells = self.grid.cells()
        writing = self.view.cells.open_text()
        if writing and writing[0].isValid():
            cells[self.grid.place(writing[0])] = writing[1]
        own = {"cells": [[*place, text] for place, text in cells.items()]}
        return {**self.form.binder.values(), **own}

    def _keep(self, values: Values) -> None:
        self._scene.core.drafts.keep(FORM, self._shown, self._scene.placed(values))

    def leave(self) -> None:
        """Write what is being typed away as a draft."""
        self.view.settle()
        self.keeper.flush()

    def allow_changes(self, allowed: bool) -> None:  # noqa: FBT001  the one question
        """Let the vote be entered, or only be looked at."""
        self.grid.can_edit = allowed
        self.view.let_edit(allowed)
        self.form.fix(not allowed)

    # Acts ---------------------------------------------------------------------------------------------------

    def _on_save(self) -> None:
        self.view.settle()
        ballot, ballots = self._ballot(), self._scene.core.review.ballots
        values = {**stored_values(BallotFields, self.form.binder.values()), "subject": self._subject()}
        lines, stored = self.grid.lines(), []

        def store() -> None:
            if not lines:
                refuse_blank(values, "issued", "returned", "valid", "invalid", "conclusion", "note")
            if ballot:
                stored.append(ballots.save(ballot, values, lines))
            else:
                stored.append(ballots.add(self._scene.conference, values, lines))

        before = self._shown
        self.keeper.forget()
        if tried(store, self._desk.notifier, self._place):
            self._scene.core.drafts.drop(FORM, before)
            self._which.set_value(stored[0].uid)
            self._begin()
            self._desk.notifier.done(words.VOTE_SAVED, shared.UNDO, self.undo_asked.emit)

    def _on_remove(self) -> None:
        ballot = self._ballot()
        if ballot and tried(lambda: self._scene.core.review.ballots.remove(ballot), self._desk.notifier):
            self._scene.core.drafts.drop(FORM, ballot.uid)
            self._desk.notifier.done(words.VOTE_REMOVED, shared.UNDO, self.undo_asked.emit)

    def _place(self, problems: Iterable[Problem]) -> Sequence[Problem]:
        """Put problems under their fields; what was typed is a draft again."""
        asked = list(problems)
        homeless = self.form.binder.show(asked)
        self._tabs.choose(_FACTS if len(homeless) < len(asked) else _TALLY)
        self._binder.edited.emit()
        self._show_sums()
        # The lines that do not add up are named above the tally: once is enough for what is wrong with all.
        return list({(one.code, str(one.params)): one for one in homeless}.values())
