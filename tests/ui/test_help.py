"""Every screen has its help, every error code is described there, and both read as plain Vietnamese."""

import ast
import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QTextBrowser
from pytestqt.qtbot import QtBot

from app.common.messages import register
from app.common.paths import RESOURCES
from tests.ui.english import english, foreign_words
from ui.dialogs.help_dialog import HelpDialog, help_on_f1
from ui.pages.help_page import HelpPage
from ui.texts import frame
from ui.texts import help as words

MOST_WORDS = 350
FONTS = {"Times", "New", "Roman", "Liberation", "Serif"}
FILE_WORDS = {"xls", "xlsx", "doc", "docx", "macro", "Macro", "dump", "Unicode", "VnTime"} | FONTS
FILE_WORDS |= {"Track", "Changes", "Review", "Accept", "All", "and", "Stop", "Tracking", "Save", "As"}
FILE_WORDS |= {"File", "Word", "Document"}
BOLD = re.compile(r"\*\*([^*]+)\*\*")
LINKS = re.compile(r"\]\(([^)]*)\)")


def test_every_place_of_the_navigation_has_its_help() -> None:
    assert set(frame.PLACES) <= set(words.TOPICS)


def test_every_file_is_in_the_list() -> None:
    files = {path.stem for path in (RESOURCES / words.FOLDER).glob("*.md")}
    assert files == set(words.TOPICS) - {words.ERRORS}


@pytest.mark.parametrize("topic", [topic for topic in words.TOPICS if topic != words.ERRORS])
def test_a_page_is_short_begins_with_its_title_and_has_no_english(topic: str) -> None:
    text = words.topic(topic)
    assert text.startswith(f"# {words.title(topic)}\n")
    assert len(text.split()) <= MOST_WORDS
    assert foreign_words(LINKS.sub("]", text), FILE_WORDS) == []
    assert set(LINKS.findall(text)) <= set(words.TOPICS)


def test_a_page_of_the_navigation_has_the_title_of_its_screen() -> None:
    assert {code: words.title(code) for code in frame.PLACES} == {
        code: names[0] for code, names in frame.PLACES.items()
    }


@pytest.mark.parametrize("code", register())
def test_every_error_code_is_described(code: str) -> None:
    said = register()[code]
    text = words.topic(words.ERRORS)
    assert f"## {code}\n" in text
    assert all(sentence in text for sentence in (said.what, said.data, said.remedy))
    assert not re.search(r"[{}]", f"{said.what}{said.data}{said.remedy}")


def test_the_page_opens_at_the_screen_it_was_asked_from(qtbot: QtBot) -> None:
    page = HelpPage()
    qtbot.addWidget(page)
    page.open_at("packages", "")

    reader = page.findChild(QTextBrowser, "helpText")
    assert reader is not None
    assert reader.toPlainText().startswith("Nộp hồ sơ\n")
    page.open_at("no-such-page", "")
    assert page.topic() == "packages"


def test_a_link_leads_to_its_page(qtbot: QtBot) -> None:
    page = HelpPage()
    qtbot.addWidget(page)
    reader = page.findChild(QTextBrowser, "helpText")
    assert reader is not None

    reader.anchorClicked.emit(QUrl("errors"))

    assert page.topic() == "errors"
    assert "L-102" in reader.toPlainText()


def test_the_help_has_no_english(qtbot: QtBot) -> None:
    page = HelpPage()
    qtbot.addWidget(page)
    found: list[str] = []
    for topic in words.TOPICS:
        page.open_at(topic, "")
        found += english(page, FILE_WORDS)
    assert found == []


def test_a_dialog_has_its_help_too(qtbot: QtBot) -> None:
    dialog = HelpDialog("unlock")
    qtbot.addWidget(dialog)
    assert dialog.windowTitle() == "Trợ giúp: Mở khóa"
    dialog.show_topic("errors")
    assert dialog.windowTitle() == "Trợ giúp: Mã lỗi"
    assert english(dialog, FILE_WORDS) == []


def test_f1_opens_the_help_above_the_dialog(qtbot: QtBot) -> None:
    window = QDialog()
    qtbot.addWidget(window)
    help_on_f1(window, "wizard")
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    titles: list[str] = []

    def read_and_close() -> None:
        above = QApplication.activeModalWidget()
        assert isinstance(above, QDialog)
        titles.append(above.windowTitle())
        above.reject()

    QTimer.singleShot(50, read_and_close)
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert titles == ["Trợ giúp: Bắt đầu"]


def words_on_screen() -> str:
    """Return every sentence of the windows' texts."""
    texts = Path(frame.__file__).parent
    trees = [ast.parse(path.read_text("utf-8")) for path in texts.glob("*.py")]
    found = (node.value for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return "\n".join(text for text in found if isinstance(text, str))


@pytest.mark.parametrize("topic", [topic for topic in words.TOPICS if topic != words.ERRORS])
def test_what_the_help_names_in_bold_stands_on_a_screen(topic: str) -> None:
    shown = words_on_screen()
    assert [name for name in BOLD.findall(words.topic(topic)) if name not in shown] == []
