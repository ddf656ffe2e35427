"""Nộp hồ sơ: what goes in, three steps to a stick that may be pulled out, checking, earlier times."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.bootstrap import Core
from app.common.progress import Progress
from app.domain.outgoing_papers import Submission
from app.errors import AppError
from app.services.packages import Closing, HandedInAs, Volume
from ui.desktop.dialogs import Question
from ui.desktop.password_sheet import PasswordSheetFacts
from ui.dialogs.closing import ClosingDialog
from ui.pages.package_check import PackageCheck
from ui.pages.package_edited import EditedPapers
from ui.pages.package_parts import WRITTEN, PackageParts
from ui.pages.package_print import PackagePrint
from ui.pages.package_target import Place, TargetStep
from ui.pages.package_writing import HandOverStep, WritingStep
from ui.pages.page import Desk, Page
from ui.pages.part_notes import PartNotes
from ui.tasks.runner import Task
from ui.texts import packages as words
from ui.texts import shared
from ui.theme.look import look
from ui.theme.room import Room
from ui.widgets.button import Button
from ui.widgets.page_head import PageHead
from ui.widgets.sheet import Scroll
from ui.widgets.styled import spaced

STEPS_WIDTH, SHORT_STEPS_WIDTH = 420, 360
_ANY_WIDTH = 16_777_215
NOT_RELEASED = "L-410"
Work = Callable[[Progress], Submission]


class PackagesPage(Page):
    """The dossier of a year and its way to the upper committee."""

    subjects: ClassVar[frozenset[str]] = frozenset(
        {"outgoing_paper", "word_edition", "submission", "cell", "dossier_note"}
    )

    def __init__(self, core: Core, desk: Desk) -> None:
        super().__init__()
        self._core = core
        self._desk = desk
        self._year = 0
        self._task: Task[Submission] | None = None
        self._writing_to: Place | None = None
        self._written: Submission | None = None
        self._has_papers = False
        self._verify = Button(words.VERIFY, glyph="shield-check", name="verifyPackage")
        self._write = Button(words.WRITE, kind="primary", glyph="archive", name="writePackage", changes=True)
        self._print_whole = Button(words.PRINT_WHOLE, glyph="printer", name="printWhole")
        self._head = PageHead(words.TITLE, [self._verify, self._print_whole, self._write])
        self._check = PackageCheck(core, desk)
        self._print = PackagePrint(core, desk)
        self._edited = EditedPapers(core, desk)
        self._parts = PackageParts(self._edited)
        self._notes = PartNotes(core, desk, self)
        self.target = TargetStep(core, desk)
        self.writing = WritingStep()
        self.hand_over = HandOverStep()
        self._build()
        self._connect()

    @override
    def show_year(self, year: int) -> None:
        if year != self._year and self._task is None:
            self._written = None
            self.hand_over.rest()
        self._year = self._notes.year = year
        self.target.refresh()
        self.refresh()

    @override
    def refresh(self) -> None:
        committee = self._core.cells.current().upper_committee
        self._head.say(words.FACTS.format(year=self._year, committee=committee))
        parts = self._core.packages.parts(self._year)
        history = self._core.packages.history(self._year)
        self._parts.show_parts(parts)
        self._has_papers = any(part.papers for part in parts)
        self._parts.show_history(history, self._year)
        self._edited.show_year(self._year)
        if self._task is None and self._written is None:
            self.writing.rest(self._unfinished())
        self._show_buttons()

    @override
    def fit(self, room: Room) -> None:
        below = room < Room.NARROW
        directions = QBoxLayout.Direction
        self._across.setDirection(directions.TopToBottom if below else directions.LeftToRight)
        width = look.px(STEPS_WIDTH if room >= Room.MEDIUM else SHORT_STEPS_WIDTH)
        self._steps.setMinimumWidth(0 if below else width)
        self._steps.setMaximumWidth(_ANY_WIDTH if below else width)
        self._parts.fit(narrow=room < Room.WIDE)
        for button in (self._verify, self._print_whole):
            button.shorten(room < Room.SHARED)

    def _build(self) -> None:
        self._steps = QWidget()
        steps = QVBoxLayout(self._steps)
        spaced(steps, look.px(10))
        for step in (self.target, self.writing, self.hand_over):
            steps.addWidget(step)
        steps.addStretch(1)
        self._across = QHBoxLayout()
        spaced(self._across, look.px(12))
        self._across.addWidget(self._parts, 1)
        self._across.addWidget(self._steps)
        self._scroll = Scroll()
        self._scroll.body.addLayout(self._across)
        self.column.addWidget(self._head)
        self.column.addWidget(self._check)
        self.column.addWidget(self._print)
        self.column.addWidget(self._scroll, 1)

    def _connect(self) -> None:
        self._parts.note_asked.connect(self._notes.ask)
        for part in (self._parts, self._edited):
            part.opened.connect(lambda code: self.opened.emit("papers", code, ""))
        self._verify.clicked.connect(self._check.choose)
        self._write.clicked.connect(self._on_write)
        self._print_whole.clicked.connect(lambda: self._print.whole(self._year))
        self.hand_over.slip_asked.connect(lambda: self._print.slip(self._year))
        self.writing.stopped.connect(self._on_stop)
        self.writing.resume_asked.connect(self._on_resume)
        self.writing.discard_asked.connect(self._on_discard)
        self.hand_over.release_asked.connect(self._release)
        self.hand_over.open_asked.connect(self._desk.opener.open)

    def _show_buttons(self) -> None:
        self._write.setEnabled(self._task is None and self._has_papers)
        self._print_whole.setEnabled(self._has_papers)

    def _unfinished(self) -> Submission | None:
        """Return the writing that stopped half-way, if there is one."""
        history = self._core.packages.history(self._year)
        return next((one for one in history if one.state != WRITTEN), None)

    # Writing ------------------------------------------------------------------------------------------------

    def _on_write(self) -> None:
        place = self._place()
        if place:
            self._closed(lambda closing: self._begin_writing(place, closing))

    def _begin_writing(self, place: Place, closing: Closing | None) -> None:
        core, year = self._core, self._year
        self._begin(place, lambda progress: core.packages.write(year, place.folder, progress, closing))

    def _on_resume(self) -> None:
        place, unfinished = self._place(), self._unfinished()
        if place and unfinished:
            uid = unfinished.uid
            self._closed(lambda closing: self._begin_again(place, uid, closing))

    def _begin_again(self, place: Place, uid: str, closing: Closing | None) -> None:
        core = self._core
        self._begin(place, lambda progress: core.packages.resume(uid, place.folder, progress, closing))

    def _closed(self, begin: Callable[[Closing | None], None]) -> None:
        """Begin at once with an open folder; otherwise when the password is on paper."""
        cell = self._core.cells.current()
        form = cell.handed_in_as
        if form is HandedInAs.OPEN_FOLDER or self._task:
            begin(None)
            return
        facts = PasswordSheetFacts(
            cell.name, cell.upper_organisation, cell.upper_committee, self._year, self._desk.clock.now()
        )
        dialog = ClosingDialog(self._desk.printing, facts, self.window())
        dialog.chosen.connect(lambda password: begin(Closing(form, password)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _place(self) -> Place | None:
        """Return where to write; says what is still to be chosen or ticked otherwise."""
        place = self.target.place()
        if place is None:
            self._ask_for_target()
        elif not self.target.consented():
            self._desk.notifier.mind(words.CONSENT_FIRST)
            self.target.ask_consent()
            return None
        return place

    def _ask_for_target(self) -> None:
        self._desk.notifier.mind(words.CHOOSE_FIRST)
        self.target.focus()

    def _begin(self, place: Place, work: Work) -> None:
        if self._task:
            return
        self._desk.notifier.settled.emit()
        self._writing_to, self._written = place, None
        self.writing.begin(place)
        self.hand_over.rest()
        self.target.setEnabled(False)
        self._task = self._desk.runner.wait_for(work)
        self._task.progressed.connect(self.writing.step)
        self._task.succeeded.connect(self._on_written)
        self._task.failed.connect(self._desk.notifier.show)
        self._task.finished.connect(self._on_finished)
        self._show_buttons()

    def _on_written(self, submission: Submission) -> None:
        self._written = submission
        self.writing.finish(submission)

    def _on_finished(self) -> None:
        self._task = None
        self.target.setEnabled(True)
        self.target.ask_again()
        self.refresh()
        if self._written and self._writing_to:
            if self._writing_to.volume:
                self._release()
            else:
                self.hand_over.in_folder(self._written, self._times(), self._folder())
        self._scroll.ensureWidgetVisible(self.hand_over if self._written else self.writing)

    def _on_stop(self) -> None:
        if self._task:
            self._task.cancel()

    def _on_discard(self) -> None:
        place, unfinished = self.target.place(), self._unfinished()
        question = Question(
            words.ASK_DISCARD, words.ASK_DISCARD_WORDS, words.DISCARD, shared.KEEP, danger=True, glyph="trash"
        )
        if place is None:
            self._ask_for_target()
        elif unfinished and self._desk.dialogs.ask(question):
            core, uid, folder = self._core, unfinished.uid, place.folder
            task = self._desk.runner.wait_for(lambda progress: core.packages.discard(uid, folder, progress))
            task.succeeded.connect(lambda _none: self._desk.notifier.done(words.DISCARDED))
            task.failed.connect(self._desk.notifier.show)
            task.finished.connect(self.refresh)

    # Handing over -------------------------------------------------------------------------------------------

    def _release(self) -> None:
        volume = self._writing_to.volume if self._writing_to else None
        if volume is None:
            return
        core = self._core

        def work(_progress: Progress) -> bool:
            return _released(core, volume)

        self.hand_over.releasing()
        task = self._desk.runner.wait_for(work)
        task.succeeded.connect(self._on_released)
        task.failed.connect(self._on_not_released)

    def _on_released(self, released: bool) -> None:  # noqa: FBT001  the task's answer
        if released and self._written:
            self.hand_over.released(self._written, self._times())
        else:
            self.hand_over.not_released(self._folder())
        self._keep_in_sight()

    def _keep_in_sight(self) -> None:
        """Keep the last step in sight: what is said there made it higher, once its layout is done."""
        QTimer.singleShot(0, self, lambda: self._scroll.ensureWidgetVisible(self.hand_over))

    def _on_not_released(self, error: AppError) -> None:
        self.hand_over.not_released(self._folder())
        self._keep_in_sight()
        self._desk.notifier.show(error)

    def _folder(self) -> Path:
        base = self._writing_to.folder if self._writing_to else Path()
        return base / (self._written.folder_name if self._written else "")

    def _times(self) -> int:
        return len(self._core.packages.history(self._year))


def _released(core: Core, volume: Volume) -> bool:
    """Return whether the system lets the stick go; that it does not yet is an answer, not a failure."""
    try:
        core.packages.release(volume)
    except AppError as error:
        if error.code != NOT_RELEASED:
            raise
        return False
    return True
