"""One button for many acts, where a narrow list has no room for a row of buttons."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget
from typing_extensions import override

from ui.texts import lists as words
from ui.widgets.button import Button


class ActsMenu(Button):
    """Opens the menu of its acts; each is a button that stands nowhere else and decides what can be done."""

    def __init__(
        self,
        name: str,
        said: str = words.TOGETHER,
        whole: str = words.TOGETHER_LONG,
        glyph: str = "caret-down",
    ) -> None:
        super().__init__(said, glyph=glyph, name=name)
        self.setAccessibleName(whole)
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


class WaysMenu(ActsMenu):
    """Stands for several buttons where there is no room for their words, which its menu says."""

    def __init__(self, name: str, said: str) -> None:
        super().__init__(name, said, said)
        self._ways: tuple[Button, ...] = ()

    def stand_for(self, *ways: Button) -> None:
        """Set the buttons that stand beside it where there is room."""
        self._ways = ways

    @override
    def menu_now(self) -> QMenu:
        """Return the menu of the buttons, ready to be opened."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for way in self._ways:
            action = menu.addAction(way.icon(), way.text())
            action.setEnabled(way.isEnabled())
            action.triggered.connect(way.click)
        return menu
