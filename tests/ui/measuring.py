"""Measures a screen: what is cut off, covered, outside, too small to hit, pale, or out of order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QScrollArea,
    QScrollBar,
    QWidget,
)

from ui.theme.look import look
from ui.theme.palette import contrast
from ui.widgets.labels import Elided
from ui.widgets.tab_order import AFTER_FORM

LEAST_CONTRAST = 4.5
TARGET = 36
_MOSTLY = 0.8
"""A word of which less is in sight, because it is being scrolled, is not looked at."""
_SLACK = 1
"""Rounding of scaled lengths, in pixels."""


def clipped(root: QWidget) -> list[str]:
    """Return what does not fit into its own frame."""
    return [_told(widget, "clipped") for widget in _shown(root) if _is_clipped(widget)]


def outside(root: QWidget) -> list[str]:
    """Return what sticks out of its parent, where the parent does not scroll."""
    found = []
    for widget in _shown(root):
        parent = widget.parentWidget()
        if widget is root or parent is None or widget.isWindow() or _scrolls(widget):
            continue
        if widget.size().isEmpty():
            continue
        if not parent.rect().adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK).contains(widget.geometry()):
            found.append(_told(widget, f"outside {parent.rect()}"))
    return found


def overlapping(root: QWidget) -> list[str]:
    """Return pairs of neighbours that cover each other."""
    found = []
    for parent in [root, *_shown(root)]:
        if isinstance(parent, (QAbstractScrollArea, QLineEdit)):
            continue
        children = [child for child in _children(parent) if not child.isWindow()]
        for at, one in enumerate(children):
            for other in children[at + 1 :]:
                common = one.geometry().intersected(other.geometry())
                if common.width() > _SLACK and common.height() > _SLACK:
                    found.append(f"{_told(one, 'covers')} {_told(other, '')}")
    return found


def small_targets(root: QWidget) -> list[str]:
    """Return what one clicks or types into and is smaller than a finger's width."""
    least = look.px(TARGET) - _SLACK
    kinds = (QAbstractButton, QLineEdit, QComboBox)
    return [
        _told(widget, "small")
        for widget in _shown(root)
        if isinstance(widget, kinds) and (widget.height() < least or widget.width() < least)
    ]


def out_of_order(root: QWidget) -> list[str]:
    """Return neighbours in the order of Tab of which the second stands before the first."""
    chain = _tab_chain(root)
    return [
        f"{_told(one, 'then')} {_told(other, '')}"
        for one, other in pairwise(chain)
        if _stands_before(other, one) and not other.property(AFTER_FORM)
    ]


def pale(root: QWidget, image: QImage) -> list[str]:
    """Return words whose colour, as painted, is too close to their ground."""
    found = []
    for widget in _shown(root):
        words = widget.text() if isinstance(widget, (QLabel, QAbstractButton)) else ""
        rect = QRect(widget.mapTo(root, QPoint()), widget.size()).intersected(_seen(widget, root))
        whole = rect.height() > _MOSTLY * widget.height() and rect.width() > _MOSTLY * widget.width()
        if words and whole and not rect.isEmpty():
            ratio = _contrast_in(image, rect)
            if ratio < LEAST_CONTRAST:
                found.append(_told(widget, f"pale {ratio:.1f}"))
    return found


def _is_clipped(widget: QWidget) -> bool:
    if isinstance(widget, Elided):
        return False
    for kind, check in _CHECKS:
        if isinstance(widget, kind):
            return check(widget)
    return False


def _label_is_clipped(label: QWidget) -> bool:
    assert isinstance(label, QLabel)
    if not label.text():
        return False
    if label.wordWrap():
        words = max(label.text().split(), key=len, default="")
        needed = label.heightForWidth(label.width())
        too_narrow = label.fontMetrics().horizontalAdvance(words) > label.width() + _SLACK
        return needed > label.height() + _SLACK or too_narrow
    hint = label.sizeHint()
    return hint.width() > label.width() + _SLACK or hint.height() > label.height() + _SLACK


def _prompt_is_clipped(field: QWidget) -> bool:
    assert isinstance(field, QLineEdit)
    margins = field.textMargins()
    space = field.width() - margins.left() - margins.right() - look.px(18)
    return field.fontMetrics().horizontalAdvance(field.placeholderText()) > space + _SLACK


def _title_is_clipped(header: QWidget) -> bool:
    assert isinstance(header, QHeaderView)
    if header.orientation() != Qt.Orientation.Horizontal:
        return False
    model = header.model()
    for at in range(header.count()):
        title = str(model.headerData(at, Qt.Orientation.Horizontal) or "")
        wide = max(map(header.fontMetrics().horizontalAdvance, title.split("\n"))) + look.px(14)
        if not header.isSectionHidden(at) and wide > header.sectionSize(at) + _SLACK:
            return True
    return False


def _button_is_clipped(button: QWidget) -> bool:
    hint = button.sizeHint()
    return button.width() + _SLACK < hint.width() or button.height() + _SLACK < hint.height()


def _choice_is_clipped(box: QWidget) -> bool:
    assert isinstance(box, QComboBox)
    return box.fontMetrics().horizontalAdvance(box.currentText()) > box.width() - look.px(37)


_CHECKS: tuple[tuple[type[QWidget], Callable[[QWidget], bool]], ...] = (
    (QLabel, _label_is_clipped),
    (QAbstractButton, _button_is_clipped),
    (QLineEdit, _prompt_is_clipped),
    (QComboBox, _choice_is_clipped),
    (QHeaderView, _title_is_clipped),
)


def _shown(root: QWidget) -> Iterator[QWidget]:
    """Yield every widget of `root` that is on screen."""
    for widget in root.findChildren(QWidget):
        if widget.isVisible() and not _internal(widget) and widget.window() is root.window():
            yield widget


def _children(parent: QWidget) -> list[QWidget]:
    found = parent.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return [child for child in found if child.isVisible() and not _internal(child)]


def _internal(widget: QWidget) -> bool:
    """Return whether Qt made the widget for itself."""
    if widget.objectName().startswith("qt_") and not isinstance(widget.parentWidget(), QScrollArea):
        return True
    return isinstance(widget, QScrollBar) or type(widget).__name__ == "QSplitterHandle"


def _scrolls(widget: QWidget) -> bool:
    """Return whether the widget is the body of a scroll area, which may be larger than what is seen."""
    parent = widget.parentWidget()
    return parent is not None and isinstance(parent.parentWidget(), QAbstractScrollArea)


def _seen(widget: QWidget, root: QWidget) -> QRect:
    """Return the part of `root` in which the widget is not scrolled away."""
    seen = root.rect()
    parent = widget.parentWidget()
    while parent is not None and parent is not root:
        seen = seen.intersected(QRect(parent.mapTo(root, QPoint()), parent.size()))
        parent = parent.parentWidget()
    return seen


def _tab_chain(root: QWidget) -> list[QWidget]:
    chain: list[QWidget] = []
    widget = root.nextInFocusChain()
    while widget is not None and widget is not root:
        takes = bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
        usable = widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None
        if takes and usable and not _internal(widget):
            chain.append(widget)
        widget = widget.nextInFocusChain()
    return chain


def _stands_before(one: QWidget, other: QWidget) -> bool:
    """Return whether `one` is read before `other`: above it, or left of it in the same band."""
    first, second = _branches(one, other)
    a, b = (
        QRect(first.mapToGlobal(QPoint()), first.size()),
        QRect(second.mapToGlobal(QPoint()), second.size()),
    )
    if a.bottom() <= b.top():
        return True
    same_band = a.top() < b.bottom() and b.top() < a.bottom()
    return same_band and a.right() <= b.left()


def _on_screen(widget: QWidget) -> QRect:
    return QRect(widget.mapToGlobal(QPoint()), widget.size())


def _branches(one: QWidget, other: QWidget) -> tuple[QWidget, QWidget]:
    """Return the neighbours below the closest common parent of which these two are part."""
    upwards = [one]
    while (parent := upwards[-1].parentWidget()) is not None:
        upwards.append(parent)
    second = other
    while (parent := second.parentWidget()) is not None and parent not in upwards:
        second = parent
    if parent is None:
        return one, other
    return upwards[max(upwards.index(parent) - 1, 0)], second


def _contrast_in(image: QImage, rect: QRect) -> float:
    part = image.copy(rect).convertToFormat(QImage.Format.Format_RGB32)
    colours = Counter(memoryview(part.constBits()).cast("B").cast("I"))
    ground = f"#{colours.most_common(1)[0][0] & 0xFFFFFF:06X}"
    # Letters have few pixels of their full colour: the strongest of those that occur decides.
    return max(contrast(ground, f"#{colour & 0xFFFFFF:06X}") for colour in colours)


def _told(widget: QWidget, what: str) -> str:
    words = widget.text() if isinstance(widget, (QLabel, QAbstractButton, QLineEdit)) else ""
    place = widget.geometry()
    name = widget.objectName() or words[:30]
    where = f"{place.x()},{place.y()} {place.width()}x{place.height()}"
    return f"{type(widget).__name__}({name}) {where} {what}".strip()
