"""A sheet in Cài đặt that says something of the chosen year."""

from __future__ import annotations

from abc import abstractmethod

from ui.widgets.sheet import Sheet


class YearSheet(Sheet):
    """Says nothing before a year is chosen."""

    def __init__(self) -> None:
        super().__init__()
        self._year = 0

    def show_year(self, year: int) -> None:
        """Show what another year has."""
        self._year = year
        self.refresh()

    def refresh(self) -> None:
        """Read again what the year has."""
        if self._year:
            self._say(self._year)

    @abstractmethod
    def _say(self, year: int) -> None:
        """Say what is known of `year`."""
