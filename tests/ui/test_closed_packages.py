"""A closed package as a secretary writes and checks it: the password seen once, then asked for."""

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap import Core, create_cell
from app.domain.handing_in import HandedInAs
from app.services.packages import generated_password
from tests.builders import CELL, MEMBER, PASSWORD, seams
from tests.conftest import LogWatch
from tests.ui.desks import dialogs_of, seen
from tests.ui.doubles import RecordedPrinting
from tests.ui.sticks import Sticks
from ui.desktop import clipboard
from ui.dialogs.closing import ClosingDialog
from ui.dialogs.package_password import PackagePasswordDialog
from ui.dialogs.verdict import VerdictDialog
from ui.pages.packages_page import PackagesPage
from ui.pages.page import Desk
from ui.texts import closing as words
from ui.widgets.secret_field import SecretField

FORMS = (HandedInAs.ENCRYPTED_7Z, HandedInAs.PROTECTED_PDF)


@pytest.fixture(params=FORMS, ids=lambda form: form.value)
def core(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Core]:
    (tmp_path / "USB").mkdir()
    chosen = dataclasses.replace(seams(), files=Sticks(tmp_path / "USB"))
    core, _code = create_cell(
        tmp_path / "so", PASSWORD, {**CELL, "handed_in_as": request.param}, 2017, chosen
    )
    core.members.add(MEMBER)
    core.papers.issue(core.papers.add("submission", 2017, {}).uid)
    yield core
    core.close()


@pytest.fixture
def page(qtbot: QtBot, core: Core, desk: Desk) -> Iterator[PackagesPage]:
    yield from seen(qtbot, PackagesPage(core, desk), core, desk)


def click(page: QWidget, name: str) -> None:
    found = page.findChild(QPushButton, name)
    assert found is not None
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)


def dialog(kind: type[QWidget]) -> QWidget:
    shown = [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]
    return shown[0]


def said(widget: QWidget) -> set[str]:
    return {label.text() for label in widget.findChildren(QLabel) if label.isVisible()}


def password_shown(closing: QWidget) -> str:
    label = closing.findChild(QLabel, "packagePassword")
    assert label is not None
    return label.text()


def type_secret(widget: QWidget, text: str) -> None:
    secret = next(one for one in widget.findChildren(SecretField) if one.isVisible())
    secret.field.clear()
    secret.field.insert(text)


def test_the_password_is_shown_once_and_opens_what_was_written(
    qtbot: QtBot, page: PackagesPage, core: Core, desk: Desk, tmp_path: Path, log_watch: LogWatch
) -> None:
    click(page, "writePackage")
    closing = dialog(ClosingDialog)
    password = password_shown(closing)

    click(closing, "closePackage")
    assert words.KEPT_FIRST in said(closing)
    click(closing, "copyPassword")
    assert QGuiApplication.clipboard().text() == password
    clipboard.clear()
    click(closing, "printPassword")
    assert isinstance(desk.printing, RecordedPrinting)
    kept = closing.findChild(QCheckBox, "passwordKept")
    assert kept is not None
    kept.setChecked(True)
    click(closing, "closePackage")
    qtbot.waitUntil(lambda: not desk.runner.busy(), timeout=30_000)
    check_with(qtbot, page, core, desk, (tmp_path / "USB", password))
    assert log_watch.take() == ["task failed: L-425", "task failed: L-426"]


def check_with(qtbot: QtBot, page: PackagesPage, core: Core, desk: Desk, told: tuple[Path, str]) -> None:
    stick, password = told
    (written,) = core.packages.history(2017)
    assert (written.state, written.file_count) == ("written", 4)
    folder = stick / written.folder_name
    assert core.packages.verify(folder, password=password).answer.is_whole

    dialogs_of(desk).paths.append(folder)
    click(page, "verifyPackage")
    qtbot.waitUntil(lambda: not desk.runner.busy(), timeout=30_000)
    type_secret(dialog(PackagePasswordDialog), generated_password())
    click(dialog(PackagePasswordDialog), "openPackage")
    qtbot.waitUntil(lambda: not desk.runner.busy(), timeout=30_000)
    qtbot.waitUntil(lambda: words.ASK_WRONG in said(dialog(PackagePasswordDialog)))
    type_secret(dialog(PackagePasswordDialog), password)
    click(dialog(PackagePasswordDialog), "openPackage")
    qtbot.waitUntil(lambda: not desk.runner.busy(), timeout=30_000)
    shown = dialog(VerdictDialog)
    assert any("Nguyên vẹn" in text for text in said(shown))
    shown.close()


def test_a_password_of_ones_own_is_looked_at_before_anything_is_written(
    page: PackagesPage, core: Core
) -> None:
    click(page, "writePackage")
    closing = dialog(ClosingDialog)
    own = closing.findChild(QRadioButton, "ownPassword")
    assert own is not None
    own.click()
    for typed, reason in (("ngan", "ít nhất 15 ký tự"), ("mật khẩu rất dài của tôi", "không dấu")):
        type_secret(closing, typed)
        click(closing, "closePackage")
        assert any(reason in text for text in said(closing))
    click(closing, "cancelClosing")
    assert core.packages.history(2017) == ()
