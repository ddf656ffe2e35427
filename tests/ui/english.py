"""Finds what does not read as Vietnamese in the words a screen shows.

A word passes when it has the shape of a Vietnamese syllable with a possible tone, is written in capitals as
an abbreviation, or is one of the few foreign names that Vietnamese offices use. So an English word needs no
list to be found: "Save", "Close", "Cut" have no such shape.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QProgressBar,
    QTabWidget,
    QTextEdit,
    QWidget,
)

Words = tuple[str, str]
"""Where they stand, and what they say."""

KNOWN_NAMES = {
    "zip",  # 7-Zip
    "lênin",  # as the documents of the Party write him
    *("word", "excel", "pdf", "usb", "unikey", "windows", "laptop", "libreoffice", "email"),
    *("gb", "mb", "kb", "byte", "mm", "cm", "pt", "px", "pc", "sa", "ch"),
    *("ctrl", "alt", "shift", "enter", "esc", "tab", "del", "delete", "home", "end", "pgup", "pgdown"),
    *(
        "ins",
        "insert",
        "backspace",
        "caps",
        "lock",
        "num",
        "print",
        "screen",
        "scroll",
        "return",
        "meta",
        "pause",
    ),
}
"""Names of programs, units and keys; a keyboard sold in Vietnam has English on its keys."""

_TOP = QModelIndex()
_TONES = {"\u0300": "huyền", "\u0301": "sắc", "\u0303": "ngã", "\u0309": "hỏi", "\u0323": "nặng"}
_ONSET = "ngh|ng|gh|gi|ch|kh|nh|ph|qu|th|tr|[bcdđghklmnpqrstvx]"
_NUCLEUS = "[aăâeêioôơuưy]{1,3}"
_CODA = "ng|nh|ch|[cmnpt]"
_SYLLABLE = re.compile(f"({_ONSET})?({_NUCLEUS})({_CODA})?")
_STOPPED = frozenset({"c", "ch", "p", "t"})
_NO_WORDS = re.compile(r"<[^>]*>|%\d|(?<![^\s(])(?:[A-Za-z]:)?[\\/]\S+|[\w-]*\.[a-z]{2,5}\b|--[a-z-]+|\w*…")
"""Markup, places to fill in, paths, names of files, options of commands, a word cut off."""
_WORD = re.compile(r"[^\W\d_]+")


def foreign_words(text: str, allowed: Collection[str] = ()) -> list[str]:
    """Return the words of `text` that are neither Vietnamese in shape nor known names nor `allowed`."""
    spoken = re.sub(r"&(.)", r"\1", _NO_WORDS.sub(" ", text))
    return [
        word
        for word in _WORD.findall(spoken)
        if word.lower() not in KNOWN_NAMES and word not in allowed and not _passes(word)
    ]


def english(root: QWidget, allowed: Collection[str] = ()) -> list[str]:
    """Return a line for each text below `root` that holds a foreign word."""
    return [
        f"{where}: {text!r} ({', '.join(found)})"
        for where, text in texts_of(root)
        if (found := foreign_words(text, allowed))
    ]


def texts_of(root: QWidget) -> Iterator[Words]:
    """Yield every text that `root` and its children show, say to a screen reader or offer in a menu."""
    for widget in (root, *root.findChildren(QWidget)):
        where = f"{type(widget).__name__} {widget.objectName()}".strip()
        for text in _texts(widget):
            if text:
                yield where, text
    for action in root.findChildren(QAction):
        for text in (action.text(), action.toolTip(), _keys(action)):
            if text:
                yield f"action {action.objectName()}".strip(), text


def _keys(action: QAction) -> str:
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)


def _passes(word: str) -> bool:
    return len(word) == 1 or (word.isupper() and word != "OK") or _is_syllable(word)


def _is_syllable(word: str) -> bool:
    letters = unicodedata.normalize("NFD", word.lower())
    tone = "".join(_TONES.get(letter, "") for letter in letters)
    plain = unicodedata.normalize("NFC", "".join(letter for letter in letters if letter not in _TONES))
    shape = _SYLLABLE.fullmatch(plain)
    return bool(shape) and (shape is None or shape[3] not in _STOPPED or tone in {"sắc", "nặng"})


def _texts(widget: QWidget) -> Iterator[str]:
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
    yield from (widget.statusTip(), widget.whatsThis())
    if widget.isWindow():
        yield widget.windowTitle()
    if isinstance(widget, (QLabel, QAbstractButton)):
        yield widget.text()
    if isinstance(widget, (QMenu, QGroupBox)):
        yield widget.title()
    if isinstance(widget, (QLineEdit, QPlainTextEdit, QTextEdit)):
        yield from _texts_of_field(widget)
    if isinstance(widget, QTabWidget):
        yield from (widget.tabText(at) for at in range(widget.count()))
        yield from (widget.tabToolTip(at) for at in range(widget.count()))
    if isinstance(widget, QAbstractSpinBox):
        yield widget.text()
    if isinstance(widget, QProgressBar) and widget.isTextVisible():
        yield widget.text()
    yield from _texts_of_list(widget)


def _texts_of_field(field: QLineEdit | QPlainTextEdit | QTextEdit) -> Iterator[str]:
    yield field.placeholderText()
    yield from _menu(field)
    if isinstance(field, QTextEdit) and field.isReadOnly():
        yield field.toPlainText()


def _menu(field: QLineEdit | QPlainTextEdit | QTextEdit) -> Iterator[str]:
    menu = field.createStandardContextMenu()
    if menu is not None:
        yield from (action.text() for action in menu.actions())
        menu.deleteLater()


def _texts_of_list(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(at) for at in range(widget.count()))
    elif isinstance(widget, QHeaderView) and widget.model() is not None:
        yield from _heads(widget.model(), widget.orientation())
    elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from _cells(widget.model())


def _heads(model: QAbstractItemModel, orientation: Qt.Orientation) -> Iterator[str]:
    sideways = orientation == Qt.Orientation.Horizontal
    for at in range(model.columnCount(_TOP) if sideways else model.rowCount(_TOP)):
        yield str(model.headerData(at, orientation) or "")


def _cells(model: QAbstractItemModel) -> Iterator[str]:
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(_TOP)
    for row in range(model.rowCount(_TOP)):
        for column in range(columns):
            index = model.index(row, column)
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
                value = index.data(role)
                if isinstance(value, str):
                    yield value
