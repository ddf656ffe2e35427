"""The menus of a list: its filters, its rows, and everything in one for narrow lists."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QMenu

from ui.lists.kind import TRASH
from ui.texts import lists as words

if TYPE_CHECKING:
    from ui.lists.frame import ListFrame


def filters(frame: ListFrame[Any]) -> QMenu:
    """Return what can be done with the secretary's own filters."""
    menu = _menu(frame)
    _add_filters(menu, frame)
    return menu


def everything(frame: ListFrame[Any]) -> QMenu:
    """Return all acts of a list whose buttons have no room."""
    menu = _menu(frame)
    _add_filters(menu, frame)
    menu.addSeparator()
    _add_order(menu, frame)
    menu.addAction(words.COLUMNS).triggered.connect(lambda: frame.columns.choose(frame))
    menu.addSeparator()
    menu.addAction(words.PRINT).triggered.connect(lambda: frame.leaving.print(frame.listing()))
    menu.addAction(words.EXCEL).triggered.connect(lambda: frame.leaving.excel(frame.listing()))
    return menu


def row(frame: ListFrame[Any]) -> QMenu:
    """Return what can be done with the chosen rows, and how they stand."""
    menu = _menu(frame)
    if frame.chip == TRASH:
        menu.addAction(words.TAKE_BACK).triggered.connect(frame.restore_asked)
        if frame.kind.can_erase:
            menu.addAction(words.ERASE).triggered.connect(frame.erase_asked)
    else:
        current = frame.view.current()
        menu.addAction(words.EDIT).triggered.connect(lambda: frame.edit_asked.emit(current))
        if frame.kind.has_trash:
            menu.addAction(words.TO_TRASH).triggered.connect(frame.trash_asked)
    menu.addSeparator()
    menu.addAction(words.CHOOSE_ALL).triggered.connect(frame.view.selectAll)
    _add_order(menu, frame)
    menu.addAction(words.COLUMNS).triggered.connect(lambda: frame.columns.choose(frame))
    return menu


def _menu(frame: ListFrame[Any]) -> QMenu:
    menu = QMenu(frame)
    menu.aboutToHide.connect(menu.deleteLater)
    return menu


def _add_filters(menu: QMenu, frame: ListFrame[Any]) -> None:
    own, conditions = frame.own, frame.conditions()
    keep = menu.addAction(words.KEEP_FILTER)
    keep.triggered.connect(lambda: own.keep(conditions, frame.said(), frame))
    one = own.find(frame.chip)
    if one:
        menu.addAction(words.UPDATE_FILTER.format(name=one.name)).triggered.connect(
            partial(own.update, one, conditions)
        )
        menu.addAction(words.RENAME_FILTER.format(name=one.name)).triggered.connect(
            lambda: own.rename(one, frame)
        )
        menu.addAction(words.REMOVE_FILTER.format(name=one.name)).triggered.connect(lambda: own.remove(one))


def _add_order(menu: QMenu, frame: ListFrame[Any]) -> None:
    below = menu.addMenu(words.SORT)
    key, turned = frame.table.order
    for column in frame.kind.columns:
        for back in (False, True):
            said = words.SORTED_FROM_END.format(column=column.title) if back else column.title
            action = below.addAction(said)
            action.setCheckable(True)
            action.setChecked((column.key, back) == (key, turned))
            action.triggered.connect(partial(frame.sort, column.key, back))
