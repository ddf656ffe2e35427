"""A form shows problems when a field is left, knows whether it was changed, and keeps its draft."""

from collections.abc import Mapping

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.errors import AppError, EnvironmentFailed, Problem
from tests.conftest import LogWatch
from tests.ui.typing_in import type_text
from ui.forms.binder import Binder, DraftKeeper, Values
from ui.widgets.editors import DateField, LineField
from ui.widgets.field_row import FieldRow


def check(values: Mapping[str, object]) -> list[Problem]:
    """A date without digits is wrong."""
    wrong = values["born_on"] and not str(values["born_on"])[0].isdigit()
    return [Problem("born_on", "date.shape")] if wrong else []


class Form(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.binder = Binder(check, self)
        self.name, self.born = LineField(), DateField("ngày/tháng/năm")
        column = QVBoxLayout(self)
        for field, editor in (("full_name", self.name), ("born_on", self.born)):
            row = FieldRow(field, editor, name=field)
            self.binder.bind(field, row)
            column.addWidget(row)


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    form = Form()
    qtbot.addWidget(form)
    form.show()
    qtbot.waitExposed(form)
    form.activateWindow()
    form.name.setFocus()
    form.binder.load({"full_name": "Nguyễn Văn A", "born_on": "1985-11-05"})
    return form


def test_loading_is_no_change(form: Form) -> None:
    assert not form.binder.dirty()
    assert form.binder.values() == {"full_name": "Nguyễn Văn A", "born_on": "05/11/1985"}


def test_typing_is_a_change(form: Form, qtbot: QtBot) -> None:
    with qtbot.waitSignal(form.binder.edited):
        type_text(form.name, "ấ")
    assert form.binder.dirty()


def test_a_problem_appears_on_leaving_and_goes_when_mended(form: Form) -> None:
    form.born.setFocus()
    form.born.selectAll()
    type_text(form.born, "mai")
    assert form.binder.row("born_on").problem() == ""
    QTest.keyClick(form.born, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert "05/11/1985" in form.binder.row("born_on").problem()
    form.born.setFocus()
    form.born.selectAll()
    type_text(form.born, "1985")
    form.name.setFocus()
    assert form.binder.row("born_on").problem() == ""


def test_saving_shows_every_problem_and_goes_to_the_first(form: Form) -> None:
    homeless = form.binder.show([Problem("born_on", "date.future"), Problem("other", "date.future")])
    assert form.binder.row("born_on").problem() == "Ngày này chưa tới."
    assert form.born.hasFocus()
    assert [problem.field for problem in homeless] == ["other"]


def test_leaving_a_field_keeps_the_draft(form: Form) -> None:
    kept: list[Values] = []
    DraftKeeper(kept.append, form.binder)
    type_text(form.name, "B")
    assert kept == []
    form.born.setFocus()
    assert len(kept) == 1
    assert "B" in str(kept[0]["full_name"])


def test_a_draft_that_cannot_be_kept_is_tried_again(form: Form, qtbot: QtBot, log_watch: LogWatch) -> None:
    answers: list[AppError | None] = [EnvironmentFailed("L-102"), None]

    def keep(_values: Values) -> None:
        error = answers.pop(0)
        if error:
            raise error

    keeper = DraftKeeper(keep, form.binder)
    type_text(form.name, "B")
    with qtbot.waitSignal(keeper.failed):
        keeper.flush()
    with qtbot.waitSignal(keeper.kept):
        keeper.flush()
    assert log_watch.take() == ["draft not kept: L-102"]
