"""One button for many acts, where a narrow list has no room for a row of buttons."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from ui.texts import lists as words
from ui.widgets.button import Button


class ActsMenu(Button):
    """Opens the menu of its acts; each is a button that stands nowhere else and decides what can be done."""

    def __init__(self, name: str) -> None:
        super().__init__(words.TOGETHER, glyph="caret-down", name=name)
        self.setAccessibleName(words.TOGETHER_LONG)
        self._hidden = QWidget(self)
        self._hidden.hide()
        self._groups: tuple[tuple[Button, ...], ...] = ()
        self.clicked.connect(lambda: self.menu_now().popup(self.mapToGlobal(QPoint(0, self.height()))))

    def offer(self, *groups: Sequence[Button]) -> None:
        """Set the acts, in groups that a line parts."""
        self._groups = tuple(tuple(group) for group in groups)
        for act in (act for group in self._groups for act in group):
            act.setParent(self._hidden)

    def menu_now(self) -> QMenu:
        """Return the menu of what can be done now, ready to be opened."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for group in self._groups:
            menu.addSeparator()
            for act in (act for act in group if act.isVisibleTo(self._hidden)):
                action = menu.addAction(act.icon(), act.text())
                action.setEnabled(act.isEnabled())
                action.triggered.connect(act.click)
        return menu
