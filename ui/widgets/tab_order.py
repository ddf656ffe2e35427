"""Tab leads through a page as one reads it, also where parts were made later than others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLayout, QScrollArea, QSplitter, QWidget

from ui.widgets.styled import styled

_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly
AFTER_FORM = "afterForm"
"""Property of the acts of a form, which stand above it and come after its last field."""


def order_tabs(root: QWidget) -> None:
    """Set the order of Tab below `root` to the order of its layouts; the acts of a form come last."""
    stops = sorted(_stops(root), key=lambda stop: stop.property(AFTER_FORM) == "true")
    for one, other in pairwise(stops):
        QWidget.setTabOrder(one, other)


def comes_after_form(*acts: QWidget) -> None:
    """Let Tab reach `acts` from the last field of the form that they save or leave."""
    for act in acts:
        styled(act, **{AFTER_FORM: "true"})


def _stops(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value and widget.focusProxy() is None:
        yield widget
    for part in _parts(widget):
        yield from _stops(part)


def _parts(widget: QWidget) -> Iterator[QWidget]:
    if isinstance(widget, QScrollArea):
        inner = widget.widget()
        if inner is not None:
            yield inner
    elif isinstance(widget, QSplitter):
        yield from filter(None, (widget.widget(at) for at in range(widget.count())))
    else:
        layout = widget.layout()
        if layout is not None:
            children = widget.findChildren(QWidget, options=_DIRECT)
            yield from _laid_out(layout, children)


def _laid_out(layout: QLayout, children: Sequence[QWidget]) -> Iterator[QWidget]:
    """Yield those of `children` that lie in `layout` or in a layout within it, in its order.

    Widgets are asked where they lie, never items what they hold: Qt frees an item without telling Python, and
    what Qt makes next at its address would then be taken for that item.
    """
    places: list[tuple[int, QWidget | QLayout]] = [
        (at, widget) for widget in children if (at := layout.indexOf(widget)) >= 0
    ]
    inner_ones = layout.findChildren(QLayout, options=_DIRECT)
    places.extend((layout.indexOf(inner), inner) for inner in inner_ones)
    if isinstance(layout, QGridLayout):
        # By row, then by column, whatever the order in which they were put in.
        places.sort(key=lambda place: _place(layout, place[0]))
    else:
        places.sort(key=lambda place: place[0])
    for _at, part in places:
        if isinstance(part, QWidget):
            yield part
        else:
            yield from _laid_out(part, children)


def _place(layout: QGridLayout, at: int) -> tuple[int, int]:
    place: Any = layout.getItemPosition(at)  # the stubs promise nothing of it
    return place[0], place[1]
