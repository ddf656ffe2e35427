"""Qt's own words: every one that our kind of window can show is Vietnamese, and its file is fresh."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import PySide6
import pytest
from lxml import etree
from PySide6.QtCore import QLocale, Qt, QTranslator
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAction, QKeySequence
from PySide6.QtPrintSupport import QPageSetupDialog, QPrintDialog, QPrintPreviewDialog
from PySide6.QtWidgets import (
    QApplication,
    QCalendarWidget,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QDateTimeEdit,
    QDialog,
    QDialogButtonBox,
    QErrorMessage,
    QFileDialog,
    QInputDialog,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QProgressDialog,
    QPushButton,
    QScrollBar,
    QSpinBox,
    QTableWidget,
    QTabWidget,
    QTextBrowser,
    QTextEdit,
    QWidget,
    QWizard,
    QWizardPage,
)
from pytestqt.qtbot import QtBot
from typing_extensions import override

from tests.ui.english import english, foreign_words, texts_of
from ui.desktop.translations import QT_TEXTS, install

Key = tuple[str, str]
SOURCE = QT_TEXTS.with_suffix(".ts")
KEYS_ON_THE_KEYBOARD = tuple(
    Qt.Key(code) for code in (*range(0x01000000, 0x01000008), *range(0x01000010, 0x0100003B))
)
PAPER_SIZES = {
    *("Legal", "Letter", "Tabloid", "Folio", "Quarto", "Monarch", "Chou", "Kaku", "You", "in", "x"),
    *("Sys", "Rq", "PostScript", "Secret", "Top", "Unicode", "K", "inch", "Inch", "Qt"),
}
"""Names that stay: paper sizes and banner sheets as printers print them."""


def translations() -> dict[Key, str]:
    found: dict[Key, str] = {}
    for context in etree.parse(str(SOURCE)).getroot().iter("context"):
        for message in context.iter("message"):
            key = (context.findtext("name", ""), message.findtext("source", ""))
            found[key] = message.findtext("translation", "")
    return found


no_printer = pytest.mark.qt_log_ignore("Cannot be used on non-native printers", extend=True)


class Recorder(QTranslator):
    """Hears every text that Qt asks a translation for; installed first, it is asked last."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.asked: set[Key] = set()

    @override
    def isEmpty(self) -> bool:
        return False

    @override
    def translate(self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1) -> str:
        self.asked.add((context, sourceText))
        return ""


@pytest.fixture
def recorder(qapp: QApplication) -> Iterator[Recorder]:
    """What was asked and found no translation ends here, because our own texts are asked before."""
    install(qapp)
    ours = qapp.findChild(QTranslator, "qtTexts")
    assert ours is not None
    qapp.removeTranslator(ours)
    recorder = Recorder(qapp)
    qapp.installTranslator(recorder)
    qapp.installTranslator(ours)
    yield recorder
    qapp.removeTranslator(recorder)


def file_dialogs() -> Iterator[QDialog]:
    for mode in (QFileDialog.FileMode.ExistingFile, QFileDialog.FileMode.Directory):
        for accept in QFileDialog.AcceptMode:
            dialog = QFileDialog()
            dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
            dialog.setFileMode(mode)
            dialog.setAcceptMode(accept)
            yield dialog


def all_buttons() -> QMessageBox.StandardButton:
    chosen = QMessageBox.StandardButton.NoButton
    for button in QMessageBox.StandardButton:
        if button.value & 0x0FFFFC00 and button.value.bit_count() == 1:
            chosen |= button
    return chosen


def dialogs() -> Iterator[QWidget]:
    box = QMessageBox(QMessageBox.Icon.Warning, "Tên", "Câu hỏi?", all_buttons())
    box.setDetailedText("Chi tiết")
    yield box
    yield from file_dialogs()
    wizard = QWizard()
    wizard.addPage(QWizardPage())
    wizard.addPage(QWizardPage())
    wizard.setOptions(QWizard.WizardOption.HaveHelpButton | QWizard.WizardOption.HaveFinishButtonOnEarlyPages)
    yield wizard
    error = QErrorMessage()
    error.showMessage("Có lỗi")
    yield error
    progress = QProgressDialog()
    progress.cancel()
    yield progress
    yield from (QPrintDialog(), QPageSetupDialog(), QPrintPreviewDialog(), QInputDialog())


def fields() -> Iterator[QWidget]:
    tabs = QTabWidget()
    tabs.setTabsClosable(True)
    for _ in range(20):
        tabs.addTab(QWidget(), "Một thẻ dài hơn một chút")
    link = QLabel('<a href="x">trang</a>')
    link.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
    browser = QTextBrowser()
    browser.setHtml('<a href="x">trang</a>')
    combo = QComboBox()
    combo.addItem("Một")
    line = QLineEdit("chữ")
    line.setClearButtonEnabled(True)
    yield from (line, QTextEdit("chữ"), QPlainTextEdit("chữ"), browser, link, tabs, combo)
    yield from (QSpinBox(), QDateEdit(), QDateTimeEdit(), QCalendarWidget(), QScrollBar(), QCheckBox("Ô"))
    yield from (QPushButton("Nút"), QTableWidget(2, 2), QDialogButtonBox(all_dialog_buttons()), QMainWindow())


def all_dialog_buttons() -> QDialogButtonBox.StandardButton:
    chosen = QDialogButtonBox.StandardButton.NoButton
    for button in QDialogButtonBox.StandardButton:
        if button.value & 0x0FFFFC00 and button.value.bit_count() == 1:
            chosen |= button
    return chosen


def stepping_menu(box: QWidget) -> None:
    """Qt makes this menu only while it is shown, so it is asked for the texts as it asks itself."""
    for text in ("&Select All", "&Step up", "Step &down"):
        QApplication.translate("QAbstractSpinBox", text)
    box.setFocus()


def touch_everything(qtbot: QtBot) -> None:
    for widget in (*dialogs(), *fields()):
        qtbot.addWidget(widget)
        widget.show()
        list(texts_of(widget))
        say_to_screen_reader(widget)
        if isinstance(widget, QSpinBox):
            stepping_menu(widget)
        widget.close()


def say_to_screen_reader(widget: QWidget) -> None:
    interface = QAccessible.queryAccessibleInterface(widget)
    actions = interface.actionInterface() if interface else None
    if isinstance(actions, QAccessibleActionInterface):
        for name in actions.actionNames():
            actions.localizedActionName(name)
            actions.localizedActionDescription(name)


@no_printer
def test_qt_asks_for_nothing_that_is_not_translated(qtbot: QtBot, recorder: Recorder) -> None:
    touch_everything(qtbot)

    # A shortcut that is read makes Qt ask for the name of every key it knows; keys have a test of their own.
    widgets = {key for key in recorder.asked if key[0].startswith("Q") and key[0] != "QShortcut"}
    assert len(translations()) > 600
    assert sorted(widgets - set(translations())) == []


@pytest.mark.parametrize("key", KEYS_ON_THE_KEYBOARD, ids=lambda key: key.name)
def test_keys_are_named_as_on_the_keyboard_or_in_vietnamese(qapp: QApplication, key: Qt.Key) -> None:
    install(qapp)
    sequence = QKeySequence(Qt.KeyboardModifier.ControlModifier | key)
    shown = sequence.toString(QKeySequence.SequenceFormat.NativeText)
    assert foreign_words(shown, {"Sys", "Rq", "Backtab"}) == []


def test_the_recorder_hears_what_is_missing(recorder: Recorder) -> None:
    QApplication.translate("QMadeUp", "No such text")

    assert ("QMadeUp", "No such text") in recorder.asked


@no_printer
def test_dialogs_and_fields_show_no_english(qtbot: QtBot, qapp: QApplication) -> None:
    install(qapp)
    found: list[str] = []
    for widget in (*dialogs(), *fields()):
        qtbot.addWidget(widget)
        found += english(widget, PAPER_SIZES | folder_names(widget))
    assert found == []


def folder_names(widget: QWidget) -> set[str]:
    """A file dialog lists the machine's own folders, printers and users."""
    if not isinstance(widget, (QFileDialog, QPrintDialog)):
        return set()
    folders = {Path.cwd(), Path.home()}
    return set(
        foreign_words(
            " ".join(name for folder in folders for path in folder.iterdir() for name in path.parts[1:])
        )
    )


def test_an_english_button_is_found(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    QPushButton("Save", window)
    QMenu("Tệp", window).addAction(QAction("Cut", window))
    window.setWindowTitle("Sổ Chi bộ")

    assert {line.rpartition("(")[2] for line in english(window)} == {"Save)", "Cut)"}


@pytest.mark.parametrize(
    "word",
    [
        "Open",
        "Close",
        "Cancel",
        "Yes",
        "Undo",
        "Cut",
        "Copy",
        "Paste",
        "Select",
        "Next",
        "Back",
        "Help",
        "OK",
    ],
)
def test_english_words_are_told(word: str) -> None:
    assert foreign_words(word) == [word]


def test_vietnamese_words_pass() -> None:
    said = "Nghiêng khuya quyển giếng ướt hoạch uỷ ủy thuở Đắk rượu nghệch ngoằn khuỷu, gì, yêu, oanh, xoong"
    assert foreign_words(said) == ["Đắk"]


def test_every_translation_is_vietnamese() -> None:
    wrong = {key: foreign_words(text, PAPER_SIZES) for key, text in translations().items()}
    names = {("QGuiApplication", "QT_LAYOUT_DIRECTION"), ("QFileDialog", "Alt+Left")}
    names |= {("QFileDialog", "Alt+Right"), ("QFileDialog", "Alt+Up")}
    assert {key: words for key, words in wrong.items() if words and key not in names} == {}


def test_no_translation_is_empty_and_placeholders_are_kept() -> None:
    for (_, source), text in translations().items():
        assert text.strip()
        for mark in ("%1", "%2", "%3"):
            assert (mark in source) == (mark in text), source


def test_accelerators_are_single_and_differ_within_a_menu() -> None:
    groups: dict[str, list[str]] = {}
    for (context, source), text in translations().items():
        assert text.count("&") == source.count("&"), source
        if (
            context in {"QLineEdit", "QWidgetTextControl", "QAbstractSpinBox", "QPlatformTheme"}
            and "&" in text
        ):
            groups.setdefault(context, []).append(text[text.index("&") + 1].lower())
    assert groups
    assert all(len(letters) == len(set(letters)) for letters in groups.values()), groups


def test_the_compiled_texts_are_those_of_the_source(tmp_path: Path) -> None:
    tool = Path(PySide6.__file__).parent / ("lrelease.exe" if sys.platform == "win32" else "lrelease")
    compiled = tmp_path / "qt_vi.qm"

    subprocess.run([tool, "-silent", SOURCE, "-qm", compiled], check=True, capture_output=True)

    assert compiled.read_bytes() == QT_TEXTS.read_bytes()


def test_months_days_and_numbers_are_vietnamese(qapp: QApplication) -> None:
    install(qapp)
    locale = QLocale()
    assert (locale.dayName(1), locale.monthName(3), locale.toString(1234567)) == (
        "Thứ Hai",
        "tháng 3",
        "1.234.567",
    )
