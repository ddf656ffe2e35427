"""The window that asks for the password; it imports nothing heavy, so that it is there at once."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from ui.desktop import clipboard
from ui.forms.passwords import LEAST_LETTERS
from ui.texts import frame, locking
from ui.texts import unlock as words
from ui.theme.look import look
from ui.theme.signs import State
from ui.widgets.button import Button
from ui.widgets.field_row import FieldRow
from ui.widgets.guarded import GuardedField
from ui.widgets.labels import Glyph, StateLine, Text
from ui.widgets.secret_field import SecretField
from ui.widgets.sheet import Scroll, Sheet
from ui.widgets.styled import spaced, styled
from ui.widgets.wait_line import WaitLine


class UnlockWindow(QWidget):
    """Password, or recovery code with a new password; what is wrong is said under the field."""

    password_given = Signal(str)
    recovery_given = Signal(str, str)
    """Recovery code and new password."""
    practice_asked = Signal()
    restore_asked = Signal()
    diagnosis_asked = Signal()
    loss_accepted = Signal(str)
    """The password, given again to go on without the changes that are missing."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("unlockWindow")
        self.setWindowTitle(words.TITLE)
        self.setWindowIcon(look.icon("book-bookmark", "accent", 32, filled=True))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        styled(self, ground="window")
        self._notice = StateLine(State.LACKING)
        self._notice.setObjectName("unlockNotice")
        self._notice.hide()
        self._open_words = words.OPEN
        self._entry, self._recovery = self._password_page(), self._recovery_page()
        self._recovery.hide()
        self._build()
        self.resize(look.px(560), look.px(480))

    def _build(self) -> None:
        sheet = Sheet(padding=24, spacing=16)
        head = QHBoxLayout()
        spaced(head, look.px(10))
        head.addWidget(Glyph("book-bookmark", "accent", 32, filled=True))
        head.addWidget(Text(frame.PROGRAM, role="title"), 1)
        sheet.body.addLayout(head)
        sheet.body.addWidget(self._notice)
        for page in (self._entry, self._recovery):
            sheet.body.addWidget(page)
        sheet.setFixedWidth(look.px(440))
        scroll = Scroll()
        scroll.body.addStretch(1)
        # Not by alignment: an aligned sheet gets the height of its hint, and wrapped sentences need more.
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(sheet)
        across.addStretch(1)
        scroll.body.addLayout(across)
        scroll.body.addStretch(1)
        column = QVBoxLayout(self)
        spaced(column, 0, (look.px(8), look.px(8), look.px(8), look.px(8)))
        column.addWidget(scroll)

    def _password_page(self) -> QWidget:
        page, column = _page()
        self._secret = SecretField(words.SHOW_PASSWORD, "password")
        self._row = FieldRow(words.PASSWORD, self._secret, name="password")
        self._open = Button(words.OPEN, kind="primary", name="open")
        forgotten = Button(words.FORGOTTEN, kind="link", name="forgotten")
        self._practice = Button(words.PRACTICE, kind="link", name="practice")
        self._restore = Button(words.RESTORE, name="restore")
        self._restore.hide()
        self._go_on = Button(words.GO_ON, name="goOn")
        self._go_on.hide()
        self._diagnosis = Button(words.DIAGNOSIS, kind="link", name="openDiagnosis")
        self._diagnosis.hide()
        column.addWidget(self._row)
        column.addWidget(self._open, 0, Qt.AlignmentFlag.AlignRight)
        self._wait_to_open = WaitLine(self._open, "waitToOpen")
        column.addWidget(self._wait_to_open)
        column.addStretch(1)
        for button in (self._restore, self._go_on, forgotten, self._practice, self._diagnosis):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._secret.entered.connect(self._on_open)
        self._secret.edited.connect(lambda: self._row.show_problem(""))
        self._open.clicked.connect(self._on_open)
        forgotten.clicked.connect(lambda: self._go(self._recovery))
        self._practice.clicked.connect(self.practice_asked)
        self._restore.clicked.connect(self.restore_asked)
        self._diagnosis.clicked.connect(self.diagnosis_asked)
        self._go_on.clicked.connect(lambda: self.loss_accepted.emit(self._secret.field.text()))
        return page

    def _recovery_page(self) -> QWidget:
        page, column = _page()
        code = GuardedField()
        code.copied.connect(clipboard.copy)
        self._code = FieldRow(words.RECOVERY_CODE, code, help_text=words.RECOVERY_HELP, name="recoveryCode")
        first, second = (SecretField(words.SHOW_PASSWORD, name) for name in ("newPassword", "repeatPassword"))
        self._new = FieldRow(words.NEW_PASSWORD, first, name="newPassword")
        self._again = FieldRow(words.REPEAT_PASSWORD, second, name="repeatPassword")
        self._reset = Button(words.RESET, kind="primary", name="reset")
        back = Button(words.BACK, name="back")
        column.addWidget(Text(words.RECOVERY_TITLE, role="section"))
        column.addWidget(Text(words.RECOVERY_WORDS, role="small", tone="soft"))
        for row in (self._code, self._new, self._again):
            column.addWidget(row)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(back)
        buttons.addWidget(self._reset)
        column.addLayout(buttons)
        self._wait_to_reset = WaitLine(self._reset, "waitToReset")
        column.addWidget(self._wait_to_reset)
        back.clicked.connect(lambda: self._go(self._entry))
        self._reset.clicked.connect(self._on_reset)
        second.entered.connect(self._on_reset)
        return page

    def show_wrong(self, sentence: str) -> None:
        """Say under the field of this page what is wrong, and put the cursor there."""
        row = self._row if self._recovery.isHidden() else self._code
        row.show_problem(sentence)
        self._secret.field.selectAll()
        row.focus()

    def show_refused(self, sentence: str) -> None:
        """Say why the data could not be opened this time."""
        self._notice.say(State.BLOCKED, sentence)
        self._notice.show()
        self._diagnosis.show()

    def show_damaged(self, sentence: str) -> None:
        """Say that the data cannot be opened and offer the backup sets."""
        self.show_refused(sentence)
        self._restore.show()

    def show_loss(self, sentence: str) -> None:
        """Say that the last changes are missing; the user chooses between a backup set and going on."""
        self.show_damaged(sentence)
        self._go_on.show()

    def show_note(self, sentence: str) -> None:
        """Say something to know before opening."""
        self._notice.say(State.NOTE, sentence)
        self._notice.show()

    def show_locked(self, sentence: str) -> None:
        """Stand as the cover of a locked program: say so, and lead nowhere but back."""
        self.setWindowTitle(locking.TITLE)
        self._open_words = locking.UNLOCK
        self._open.setText(locking.UNLOCK)
        self._practice.hide()
        self._notice.say(State.NOTE, sentence)
        self._notice.show()

    def hold(self, seconds: int) -> None:
        """Let nobody try again for so many seconds; what is typed stays."""
        for line in (self._wait_to_open, self._wait_to_reset):
            line.hold(seconds)

    def set_busy(self, busy: bool) -> None:  # noqa: FBT001  the one question
        """Wait for the key; the fields cannot be used meanwhile."""
        for page in (self._entry, self._recovery):
            page.setEnabled(not busy)
        self._open.setText(words.OPENING if busy else self._open_words)

    def wait_for_practice(self, *, waiting: bool) -> None:
        """Wait for the practice cell."""
        self._entry.setEnabled(not waiting)
        self._practice.say(words.PRACTICE_OPENS if waiting else words.PRACTICE)

    def begin(self) -> None:
        """Put the cursor into the password."""
        self._row.focus()

    def _go(self, page: QWidget) -> None:
        for one in (self._entry, self._recovery):
            one.setVisible(one is page)
        (self._code if page is self._recovery else self._row).focus()

    def _on_open(self) -> None:
        if self._open.isEnabled():
            self.password_given.emit(self._secret.field.text())

    def _on_reset(self) -> None:
        if not self._reset.isEnabled():
            return
        password, again = str(self._new.editor.value()), str(self._again.editor.value())
        self._new.show_problem(words.TOO_SHORT if len(password) < LEAST_LETTERS else "")
        self._again.show_problem(words.DIFFERENT if password != again else "")
        if not self._new.problem() and not self._again.problem():
            self.recovery_given.emit(str(self._code.editor.value()), password)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        for line in (self._wait_to_open, self._wait_to_reset):
            line.stop()
        super().closeEvent(event)


def _page() -> tuple[QWidget, QVBoxLayout]:
    page = QWidget()
    column = QVBoxLayout(page)
    spaced(column, look.px(12))
    return page, column
