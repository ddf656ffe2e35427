"""Keeps what is typed into a grid safe until it is saved, as a form does with its fields."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from typing_extensions import override

from ui.forms.binder import Binder, Values


class GridBinder(Binder):
    """Tells a `DraftKeeper` what stands in a grid; there are no rows of fields behind it."""

    def __init__(self, read: Callable[[], Values], parent: QObject) -> None:
        super().__init__(lambda _values: [], parent)
        self._read = read

    @override
    def values(self) -> Values:
        return self._read()
