"""Tab leads through a page as one reads it, also where parts were made later than others."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLayout, QLayoutItem, QScrollArea, QSplitter, QWidget

from ui.widgets.styled import styled

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
            yield from _laid_out(layout)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for item in _items(layout):
        inner, widget = item.layout(), item.widget()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _laid_out(inner)


def _items(layout: QLayout) -> list[QLayoutItem]:
    places = [at for at in range(layout.count()) if layout.itemAt(at) is not None]
    if isinstance(layout, QGridLayout):
        # By row, then by column, whatever the order in which they were put in.
        places.sort(key=lambda at: _place(layout, at))
    return [item for at in places if (item := layout.itemAt(at)) is not None]


def _place(layout: QGridLayout, at: int) -> tuple[int, int]:
    place: Any = layout.getItemPosition(at)  # the stubs promise nothing of it
    return place[0], place[1]
