"""The first start: the cell, the password, the recovery code on paper; or the practice data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from app.common.clock import Clock
from app.domain.cells import CellDraft
from app.errors import Problem
from ui.desktop.printing import Printing
from ui.desktop.recovery_sheet import SheetFacts
from ui.forms.passwords import strength
from ui.forms.record_form import RecordForm
from ui.forms.recovery_code import RecoveryCodeForm
from ui.texts import first_start as words
from ui.texts import frame, shared, unlock
from ui.texts.fields import CELL
from ui.theme.look import look
from ui.theme.signs import State
from ui.widgets.button import Button
from ui.widgets.editors import LineField
from ui.widgets.field_row import FieldRow
from ui.widgets.flow import FlowRow
from ui.widgets.labels import Glyph, StateLine, Text
from ui.widgets.secret_field import SecretField
from ui.widgets.sheet import Scroll, Sheet
from ui.widgets.styled import spaced, styled

WELCOME, CELL_STEP, PASSWORD_STEP, RECOVERY_STEP = range(4)
FIRST_YEAR, LAST_YEAR = 2014, 2100
COLUMN_WIDTH = 760
_STRENGTH_STATES = (State.LACKING, State.LACKING, State.PARTLY, State.DONE)


class FirstStartWindow(QWidget):
    """Four pages in a row; nothing is made before the password is chosen."""

    create_asked = Signal(object, int, str)
    """Values of the cell, work year, password."""
    practice_asked = Signal()
    restore_asked = Signal()
    finished = Signal()

    def __init__(self, clock: Clock, printing: Printing) -> None:
        super().__init__()
        self._clock = clock
        self._printing = printing
        self._followed: dict[str, str] = {}
        self.setObjectName("firstStartWindow")
        self.setWindowTitle(words.TITLE)
        self.setWindowIcon(look.icon("book-bookmark", "accent", 32, filled=True))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        styled(self, ground="window")
        self._pages = QStackedWidget()
        for make in (self._welcome, self._cell, self._password, self._recovery):
            self._pages.addWidget(make())
        # However wide the window: fields that go from edge to edge are hard to read along.
        self._pages.setMaximumWidth(look.px(COLUMN_WIDTH))
        row = QHBoxLayout(self)
        spaced(row, 0, (look.px(24), look.px(16), look.px(24), look.px(16)))
        row.addStretch(1)
        row.addWidget(self._pages, 1000)
        row.addStretch(1)
        self.resize(look.px(760), look.px(600))
        self._new.setFocus()

    def show_step(self, step: int) -> None:
        """Go to a page and put the cursor into its first field."""
        self._pages.setCurrentIndex(step)
        if step == CELL_STEP:
            self._form.binder.focus()
        elif step == PASSWORD_STEP:
            self._first.focus()

    def show_code(self, code: str) -> None:
        """Show the recovery code of the database that was just made."""
        cell = self._form.binder.values()
        facts = SheetFacts(
            str(cell["name"]), str(cell["upper_organisation"]), self._clock.now(), is_first=True
        )
        self._recovery_form.show_code(code, facts)
        self.show_step(RECOVERY_STEP)

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Go back to the cell and show what was refused."""
        self.show_step(CELL_STEP)
        self._form.binder.show(problems)

    def show_unfit(self, sentence: str) -> None:
        """Say at once that no data may lie here, before anything is typed; nothing can be begun."""
        self._unfit.say(State.BLOCKED, sentence)
        self._unfit.show()
        for button in self._beginnings:
            button.setEnabled(False)

    def show_failure(self, sentence: str) -> None:
        """Say that the database could not be made; everything typed is still there."""
        self._failure.say(State.BLOCKED, sentence)
        self._failure.show()

    def set_busy(self, busy: bool) -> None:  # noqa: FBT001  the one question
        """Wait while the database is made."""
        self._pages.setEnabled(not busy)
        self._create.setText(words.CREATING if busy else words.CREATE)
        if not busy and self._pages.currentIndex() == RECOVERY_STEP:
            self._recovery_form.focus()  # what is disabled takes no cursor

    def wait_for_practice(self, *, waiting: bool) -> None:
        """Wait for the practice cell."""
        self._pages.setEnabled(not waiting)
        self._practice.say(unlock.PRACTICE_OPENS if waiting else words.PRACTICE)

    def fill(self, cell: Mapping[str, object]) -> None:
        """Show values of the cell."""
        self._form.binder.load(cell)

    def _welcome(self) -> QWidget:
        page = _Step(words.WELCOME)
        self._new = new = Button(words.NEW, kind="primary", glyph="arrow-right", name="newCell")
        self._practice = practice = Button(words.PRACTICE, glyph="notebook", name="practice")
        restore = Button(words.RESTORE, glyph="clock-counter-clockwise", name="restore")
        self._beginnings = (new, practice, restore)
        self._unfit = StateLine(State.BLOCKED)
        self._unfit.setObjectName("unfitPlace")
        self._unfit.hide()
        page.body.addWidget(Text(words.WELCOME_WORDS))
        page.body.addWidget(self._unfit)
        page.body.addSpacing(look.px(8))
        page.body.addWidget(Text(words.PRACTICE_HELP, role="small", tone="soft"))
        page.finish(restore, practice, new)
        new.clicked.connect(lambda: self.show_step(CELL_STEP))
        practice.clicked.connect(self.practice_asked)
        restore.clicked.connect(self.restore_asked)
        return page

    def _cell(self) -> QWidget:
        page = _Step(words.STEP.format(at=1, title=words.CELL))
        self._form = RecordForm(CellDraft, CELL)
        self._form.binder.load({"symbol": "CB"})
        self._form.binder.left.connect(self._on_left)
        self._year = FieldRow(words.YEAR, LineField(most=4), help_text=words.YEAR_HELP, name="year")
        self._year.editor.set_value(self._clock.today().year)
        page.body.addWidget(Text(words.CELL_WORDS, role="small", tone="soft"))
        page.body.addWidget(self._form)
        page.body.addWidget(self._year)
        back, forth = (
            Button(shared.BACK, name="cellBack"),
            Button(shared.NEXT, kind="primary", name="cellNext"),
        )
        page.finish(back, forth)
        back.clicked.connect(lambda: self.show_step(WELCOME))
        forth.clicked.connect(self._on_cell)
        return page

    def _password(self) -> QWidget:
        page = _Step(words.STEP.format(at=2, title=words.PASSWORD))
        first, second = (SecretField(unlock.SHOW_PASSWORD, name) for name in ("first", "second"))
        self._first = FieldRow(words.FIRST, first, name="first")
        self._second = FieldRow(words.SECOND, second, name="second")
        self._strength = StateLine(State.LACKING)
        self._failure = StateLine(State.BLOCKED)
        self._failure.hide()
        page.body.addWidget(Text(words.PASSWORD_WORDS))
        for widget in (self._first, self._strength, self._second, self._failure):
            page.body.addWidget(widget)
        back = Button(shared.BACK, name="passwordBack")
        self._create = Button(words.CREATE, kind="primary", name="create")
        page.finish(back, self._create)
        first.edited.connect(self._on_password_edited)
        second.edited.connect(lambda: self._second.show_problem(""))
        back.clicked.connect(lambda: self.show_step(CELL_STEP))
        self._create.clicked.connect(self._on_create)
        self._on_password_edited()
        return page

    def _recovery(self) -> QWidget:
        page = _Step(words.STEP.format(at=3, title=words.RECOVERY))
        self._recovery_form = RecoveryCodeForm(self._printing)
        page.body.addWidget(self._recovery_form)
        start = Button(words.START, kind="primary", name="start")
        page.finish(start)
        start.clicked.connect(self._on_start)
        return page

    def _on_left(self) -> None:
        """Fill in what the name of the organisation above says too, where nothing else was typed."""
        values = self._form.binder.values()
        follows = _follows(str(values["upper_organisation"]).strip())
        if follows != self._followed:
            before, self._followed = self._followed, follows
            empty = {field for field in follows if values[field] in {"", before.get(field)}}
            self._form.binder.offer({field: follows[field] for field in empty})

    def _on_cell(self) -> None:
        problems = self._form.problems()
        self._form.binder.show(problems)
        typed = str(self._year.editor.value()).strip()
        wrong = not (typed.isdecimal() and FIRST_YEAR <= int(typed) <= LAST_YEAR)
        self._year.show_problem(words.YEAR_WRONG if wrong else "")
        if wrong and not problems:
            self._year.focus()
        if not problems and not wrong:
            self.show_step(PASSWORD_STEP)

    def _on_password_edited(self) -> None:
        password = str(self._first.editor.value())
        level = strength(password)
        self._strength.setVisible(bool(password))
        said = unlock.STRENGTH_LABEL.format(words=unlock.STRENGTH[level])
        self._strength.say(_STRENGTH_STATES[level], said)
        self._first.show_problem("")

    def _on_create(self) -> None:
        password, again = str(self._first.editor.value()), str(self._second.editor.value())
        self._failure.hide()
        self._first.show_problem("" if strength(password) else unlock.TOO_SHORT)
        self._second.show_problem("" if password == again else unlock.DIFFERENT)
        wrong = next((row for row in (self._first, self._second) if row.problem()), None)
        if wrong:
            wrong.focus()
        else:
            self.create_asked.emit(self._form.binder.values(), int(str(self._year.editor.value())), password)

    def _on_start(self) -> None:
        if self._recovery_form.is_on_paper():
            self.finished.emit()


def _follows(organisation: str) -> dict[str, str]:
    """Return the committee and the place that the name of an organisation holds."""
    at = len(words.ORGANISATION)
    head, rest = organisation[:at].casefold(), organisation[at:].strip()
    if head != words.ORGANISATION.casefold() or not rest:
        return {}
    follows = {"upper_committee": words.COMMITTEE + rest}
    if rest.casefold().startswith(words.PLACES):
        follows["place_name"] = rest[:1].upper() + rest[1:]
    return follows


class _Step(QWidget):
    """One page of the wizard: name of the program, title, a sheet that scrolls, buttons below."""

    def __init__(self, title: str) -> None:
        super().__init__()
        head = QHBoxLayout()
        spaced(head, look.px(10))
        head.addWidget(Glyph("book-bookmark", "accent", 22, filled=True))
        head.addWidget(Text(frame.PROGRAM, role="section"), 1)
        sheet = Sheet(padding=20, spacing=12)
        self.body = sheet.body
        scroll = Scroll()
        scroll.body.addWidget(sheet)
        self._column = QVBoxLayout(self)
        spaced(self._column, look.px(12))
        self._column.addLayout(head)
        self._column.addWidget(Text(title, role="title"))
        self._column.addWidget(scroll, 1)

    def finish(self, *buttons: Button) -> None:
        """Close the page with its buttons, the act last."""
        self.body.addStretch(1)
        row = FlowRow(to_right=True)
        row.add(*buttons)
        self._act = buttons[-1]
        self._column.addWidget(row)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter in a field goes on, as the button does.
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._act.click()
        else:
            super().keyPressEvent(event)
