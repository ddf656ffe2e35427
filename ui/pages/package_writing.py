"""Steps 2 and 3 in Nộp hồ sơ: write and read back, then hand over."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from app.domain.outgoing_papers import Submission
from ui.pages.package_parts import code_of, moment_of
from ui.pages.package_target import Place, size_words
from ui.texts import packages as words
from ui.texts import shared
from ui.theme.look import look
from ui.theme.signs import State
from ui.widgets.button import Button
from ui.widgets.flow import FlowRow
from ui.widgets.labels import Glyph, StateLine, Text
from ui.widgets.progress_line import ProgressLine
from ui.widgets.sheet import Sheet
from ui.widgets.styled import spaced, styled

PREPARING = {
    **dict.fromkeys(
        ("papers.writing", "word.reading", "package.merging", "package.closing"), words.PREPARING
    ),
    "package.comparing": words.COMPARING,
}
"""What is said of the work before anything is written, by its name."""
READING_BACK = "package.reading_back"


class WritingStep(Sheet):
    """Two lines of progress; what an earlier writing left is offered to be finished."""

    stopped = Signal()
    resume_asked = Signal()
    discard_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.head(f"2  {words.STEP_WRITE}")
        self._idle = Text(words.NOT_YET, role="small", tone="soft")
        self._write, self._read = ProgressLine("write"), ProgressLine("readBack")
        self._unfinished = StateLine(State.BLOCKED)
        self._warning = Text(words.DO_NOT_PULL, role="small", tone="soft")
        self._stop = Button(shared.STOP, name="stopWriting")
        self._resume = Button(words.RESUME, glyph="arrow-right", name="resumeWriting", changes=True)
        self._discard = Button(
            words.DISCARD, kind="danger", glyph="trash", name="discardWriting", changes=True
        )
        self._stop.clicked.connect(self._on_stop)
        self._resume.clicked.connect(self.resume_asked)
        self._discard.clicked.connect(self.discard_asked)
        foot = QHBoxLayout()
        spaced(foot, look.px(8))
        foot.addWidget(self._warning, 1)
        foot.addWidget(self._stop)
        left = FlowRow()
        left.add(self._resume, self._discard)
        for widget in (self._idle, self._unfinished, left, self._write, self._read):
            self.body.addWidget(widget)
        self.body.addLayout(foot)
        self._left = left
        self._place = ""
        self.rest()

    def rest(self, unfinished: Submission | None = None) -> None:
        """Show that nothing is being written; `unfinished` is a writing that stopped half-way."""
        self._show(busy=False, lines=False)
        self._idle.setVisible(unfinished is None)
        self._unfinished.setVisible(unfinished is not None)
        self._left.setVisible(unfinished is not None)
        if unfinished:
            self._unfinished.say(State.BLOCKED, words.UNFINISHED.format(at=moment_of(unfinished)))

    def begin(self, place: Place) -> None:
        """Show that writing begins."""
        self._place = words.USB if place.volume else words.A_FOLDER
        self._show(busy=True, lines=True)
        for widget in (self._idle, self._unfinished, self._left):
            widget.hide()
        self._stop.setEnabled(True)
        self._warning.setVisible(place.volume is not None)
        self._write.begin(words.WRITING.format(place=self._place))
        self._read.begin(words.READING.format(place=self._place))

    def step(self, done: int, total: int, label: str) -> None:
        """Show how far the work is; bytes are counted twice, written and read back."""
        writing, reading = (
            words.WRITING.format(place=self._place),
            words.READING.format(place=self._place),
        )
        if label in PREPARING:
            self._write.step(writing, (0, 1), "", PREPARING[label].format(done=done, total=total))
            return
        half = total // 2
        if label == READING_BACK:
            self._write.finish(writing, _amount(half, half))
            self._read.step(reading, (done - half, half), _amount(done - half, half))
        else:
            self._write.step(writing, (done, half), _amount(done, half))

    def finish(self, submission: Submission) -> None:
        """Show that everything was written and read back."""
        count = submission.file_count
        self._show(busy=False, lines=True)
        self._write.finish(words.WRITING.format(place=self._place), words.FILES.format(count=count))
        reading = words.READING.format(place=self._place)
        self._read.finish(reading, words.RIGHT_FILES.format(count=count), words.NO_WRONG)

    def _show(self, *, busy: bool, lines: bool) -> None:
        self._write.setVisible(lines)
        self._read.setVisible(lines)
        self._stop.setVisible(busy)
        self._warning.setVisible(busy)

    def _on_stop(self) -> None:
        self._stop.setEnabled(False)
        self.stopped.emit()


class HandOverStep(Sheet):
    """The only place that says "Có thể rút USB"."""

    release_asked = Signal()
    open_asked = Signal(object)
    slip_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._folder: Path | None = None
        self.head(f"3  {words.STEP_HAND_OVER}")
        self._waiting = Text(words.NOT_WRITTEN, role="small", tone="soft")
        self._warning = StateLine(State.LACKING)
        self._frame = QFrame()
        styled(self._frame, finished="true")
        self._title = Text(role="section", name="mayPull")
        self._detail = Text(role="small", tone="soft", name="readBackFact")
        self._code = Text(role="small", tone="soft")
        self._release = Button(words.RELEASE, glyph="usb", name="releaseUsb")
        self._open = Button(words.OPEN_FOLDER, glyph="folder-open", name="openPackage")
        self._slip = Button(words.PRINT_SLIP, glyph="printer", name="printSlip")
        self._slip.clicked.connect(self.slip_asked)
        self._release.clicked.connect(self.release_asked)
        self._open.clicked.connect(lambda: self.open_asked.emit(self._folder))
        self._build()
        self.rest()

    def _build(self) -> None:
        inside = QHBoxLayout(self._frame)
        spaced(inside, look.px(14), (look.px(18), look.px(10), look.px(14), look.px(10)))
        inside.addWidget(Glyph("check-circle", "done", 24, filled=True), 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout()
        spaced(column, 0)
        column.addWidget(self._title)
        column.addWidget(self._detail)
        inside.addLayout(column, 1)
        buttons = FlowRow()
        buttons.add(self._release, self._open, self._slip)
        for widget in (self._waiting, self._frame, self._warning, self._code, buttons):
            self.body.addWidget(widget)

    def rest(self) -> None:
        """Show that nothing has been written yet."""
        self._show()
        self._waiting.setText(words.NOT_WRITTEN)
        self._waiting.show()

    def releasing(self) -> None:
        """Show that the system was asked to let the stick go."""
        self._show()
        self._waiting.setText(words.RELEASING)
        self._waiting.show()

    def released(self, submission: Submission, time: int) -> None:
        """Say that the stick may be pulled out."""
        self._finish(words.MAY_PULL, submission, time)

    def in_folder(self, submission: Submission, time: int, folder: Path) -> None:
        """Say that the package stands in a folder of this computer."""
        self._folder = folder
        self._finish(words.IN_FOLDER, submission, time)
        self._open.show()

    def not_released(self, folder: Path) -> None:
        """Say that all is written, but the system does not let the stick go yet."""
        self._folder = folder
        self._show()
        self._warning.say(State.LACKING, words.NOT_RELEASED)
        for widget in (self._warning, self._release, self._open):
            widget.show()

    def _finish(self, title: str, submission: Submission, time: int) -> None:
        self._show()
        self._title.setText(title)
        moment = moment_of(submission)
        self._detail.setText(words.READ_BACK.format(count=submission.file_count, at=moment))
        self._code.setText(words.CODE.format(time=time, code=code_of(submission)))
        for widget in (self._frame, self._code, self._slip):
            widget.show()

    def _show(self) -> None:
        said = (self._waiting, self._frame, self._warning, self._code)
        for widget in (*said, self._release, self._open, self._slip):
            widget.hide()


def _amount(done: int, total: int) -> str:
    return words.AMOUNT.format(done=size_words(done), total=size_words(total))
