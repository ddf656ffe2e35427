"""The form of the chosen paper: each kind shows the fields it prints; an issued one is only read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from app.common.messages import problem_sentence
from app.domain.outgoing_papers import OutgoingPaper, OutgoingPaperDraft
from app.errors import Problem
from app.services.offered_kinds import KindOffered
from ui.forms.binder import Binder, DraftKeeper, Values
from ui.forms.record_form import RecordForm
from ui.texts import paper_sets, wording
from ui.texts import papers as words
from ui.texts.fields import PAPER, FieldText
from ui.theme.signs import State
from ui.widgets.button import Button
from ui.widgets.flow import FlowRow
from ui.widgets.labels import StateLine, Text
from ui.widgets.sheet import Scroll, Sheet

Keep = Callable[[str, Values], None]
"""Writes a draft of a paper away."""


class PaperEditor(Sheet):
    """Title, notes, the fields, and the way to the trash; what is left is told, so that it can be stored."""

    typed = Signal()
    left = Signal()
    draft_kept = Signal()
    draft_failed = Signal(object)
    trash_asked = Signal()
    restore_asked = Signal()
    renew_asked = Signal()

    def __init__(self, kinds: Mapping[str, KindOffered], keep: Keep) -> None:
        super().__init__(spacing=10)
        self.paper: OutgoingPaper | None = None
        self._fixed = False
        self._kinds = kinds
        self._forms: dict[str, RecordForm] = {}
        self._keepers: dict[str, DraftKeeper] = {}
        self._keep = keep
        self._title = Text(role="section", name="paperTitle")
        self._note = StateLine(State.NOTE)
        self._warning = StateLine(State.LACKING)
        self._stack = QStackedWidget()
        self._trash = Button(words.TO_TRASH, kind="danger", glyph="trash", name="trashPaper", changes=True)
        self._restore = Button(
            words.TAKE_BACK, glyph="arrow-counter-clockwise", name="restorePaper", changes=True
        )
        self._renew = Button(paper_sets.RENEW, glyph="files", name="renewPaper", changes=True)
        self._renew.clicked.connect(self.renew_asked)
        self.wording = Button(wording.OPEN_OF_PAPER, kind="link", glyph="pencil-simple", name="toWording")
        self._version = Text(tone="soft", name="paperVersion")
        self._trash.clicked.connect(self.trash_asked)
        self._restore.clicked.connect(self.restore_asked)
        self._build()

    def _build(self) -> None:
        self.body.addWidget(self._title)
        self.body.addWidget(self._version)
        self.body.addWidget(self._note)
        self.body.addWidget(self._warning)
        scroll = Scroll()
        scroll.body.addWidget(self._stack)
        scroll.body.addStretch(1)
        buttons = FlowRow()
        buttons.add(self._trash, self._restore, self._renew, self.wording)
        scroll.body.addWidget(buttons)
        self.body.addWidget(scroll, 1)

    def show_paper(self, paper: OutgoingPaper, draft: Mapping[str, object] | None) -> None:
        """Show a paper, and over it what was typed and could not be stored."""
        self.flush()
        self.paper = paper
        form = self._form(paper.kind)
        self._stack.setCurrentWidget(form)
        form.binder.load(paper.model_dump(include=set(self._asked(paper.kind))))
        if draft and self.is_in_preparation():
            form.binder.offer(draft)
        for field in self._asked(paper.kind):
            form.binder.row(field).set_read_only(not self.can_edit())
        self._title.setText(self._kinds[paper.kind].title)
        self._trash.setVisible(self.can_edit())
        self._restore.setVisible(paper.trashed_on is not None)
        self._renew.setVisible(paper.is_issued and not self._fixed)
        self._show_note(paper, has_draft=bool(draft) and self.is_in_preparation())
        self._show_counts("")

    def settle(self, paper: OutgoingPaper, at: dt.datetime) -> None:
        """Count what stands in the fields as stored `at` this moment: it is now `paper`."""
        self.paper = paper
        self.keeper.forget()
        self.binder.settle(paper.model_dump(include=set(self._asked(paper.kind))))
        self._show_note(paper, has_draft=False)
        self._show_counts(words.STORED_AT.format(at=at))

    def say_version(self, about: str, replaces: str, status: str) -> None:
        """Say whom the paper is about, what it stands for, and whether a later version stands for it."""
        replaced = status if self.paper and self.paper.is_issued and status != words.ISSUED else replaces
        said = " · ".join(part for part in (about, replaced) if part)
        self._version.setText(f"{said[:1].upper()}{said[1:]}")
        self._version.setVisible(bool(said))

    def show_warnings(self, problems: tuple[Problem, ...]) -> None:
        """Say what will print otherwise than it was typed."""
        self._warning.say(State.LACKING, " ".join(problem_sentence(one) for one in problems))
        self._warning.setVisible(bool(problems))

    def fix(self, fixed: bool) -> None:  # noqa: FBT001  the one question
        """Let papers only be read from now on; one that is being typed in stays open to be copied from."""
        self._fixed = fixed

    def is_in_preparation(self) -> bool:
        """Return whether the paper is still being prepared."""
        return bool(self.paper and not self.paper.is_issued and self.paper.trashed_on is None)

    def can_edit(self) -> bool:
        """Return whether what is typed can be stored."""
        return self.is_in_preparation() and not self._fixed

    @property
    def binder(self) -> Binder:
        """Return the binder of the form in sight."""
        return self._form(self._kind()).binder

    @property
    def keeper(self) -> DraftKeeper:
        """Return the keeper of drafts of the form in sight."""
        return self._keepers[self._kind()]

    def problems(self) -> list[Problem]:
        """Return what is wrong with what stands in the fields now."""
        return self._form(self._kind()).problems()

    def flush(self) -> None:
        """Write what is typed and not stored away as a draft."""
        if self.paper:
            self.keeper.flush()

    def set_columns(self, columns: int) -> None:
        """Set the fields in one or two columns."""
        self._columns = columns
        for form in self._forms.values():
            form.set_columns(columns)

    def _kind(self) -> str:
        return self.paper.kind if self.paper else next(iter(self._kinds))

    def _form(self, kind: str) -> RecordForm:
        if kind not in self._forms:
            form = RecordForm(OutgoingPaperDraft, self._asked(kind))
            form.set_columns(self._columns)
            keeper = DraftKeeper(self._on_keep, form.binder)
            keeper.kept.connect(self.draft_kept)
            keeper.failed.connect(self.draft_failed)
            form.binder.edited.connect(self.typed)
            form.binder.edited.connect(lambda: self._show_counts(""))
            form.binder.left.connect(self.left)
            self._forms[kind], self._keepers[kind] = form, keeper
            self._stack.addWidget(form)
        return self._forms[kind]

    _columns = 1

    def _asked(self, kind: str) -> dict[str, FieldText]:
        """Return the fields that a kind of paper prints; no other is asked for."""
        return {name: PAPER[name] for name in self._kinds[kind].fields}

    def _on_keep(self, values: Values) -> None:
        if self.paper:
            self._keep(self.paper.uid, values)

    def _show_counts(self, stored: str) -> None:
        """Say at each long field how long its text is, and when it was stored."""
        values = self.binder.values()
        for field in words.LONG_FIELDS & values.keys():
            text = str(values[field])
            counted = words.LENGTH.format(words=len(text.split()), letters=len(text)) if text else ""
            self.binder.row(field).say_aside(" · ".join(part for part in (counted, stored) if part))

    def _show_note(self, paper: OutgoingPaper, *, has_draft: bool) -> None:
        state, said = State.NOTE, words.NOTES.get(paper.kind, "")
        if paper.issued_at:
            state, said = State.DONE, words.ISSUED_NOTE.format(at=paper.issued_at.astimezone())
        elif paper.trashed_on:
            said = words.IN_TRASH.format(date=paper.trashed_on)
        elif has_draft:
            state, said = State.LACKING, words.DRAFT_SHOWN
        self._note.say(state, said)
        self._note.setVisible(bool(said))
