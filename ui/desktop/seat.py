"""What this laptop remembers and no backup needs: font size, place of the window, last folder.

Losing the file loses nothing but convenience.
"""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

from ui.desktop import last_folder
from ui.desktop.seat_file import set_damaged_aside
from ui.theme.look import BASE_SIZE, FONT_SIZES

FILE_NAME = "may-nay.ini"
LOCK_MINUTES = (5, 10, 15, 30, 60)
"""After how many minutes without a key or the mouse the program can lock itself; there is no "never"."""
USUAL_LOCK_MINUTES = 10


def settings_of(folder: Path) -> QSettings:
    """Return the file of the seat that belongs to the data in `folder`."""
    return QSettings(str(folder / FILE_NAME), QSettings.Format.IniFormat)


class Unkept:
    """Settings that end with their seat: nothing of them reaches the disk."""

    def __init__(self) -> None:
        self._values: dict[str, object] = {}

    def value(self, name: str, otherwise: object = None) -> object:
        """Return what was set under a name."""
        return self._values.get(name, otherwise)

    def setValue(self, name: str, value: object) -> None:  # noqa: N802  as QSettings has it
        """Set a value."""
        self._values[name] = value

    def remove(self, name: str) -> None:
        """Forget a value."""
        self._values.pop(name, None)


class Seat(QObject):
    """The settings of the seat, in one file of the data folder; without a folder nothing of them is kept."""

    font_size_changed = Signal(int)
    lock_minutes_changed = Signal(int)

    def __init__(self, folder: Path | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.was_damaged = folder is not None and set_damaged_aside(folder / FILE_NAME)
        """Whether the defaults are in force; who tells it takes it back."""
        self._settings: QSettings | Unkept = settings_of(folder) if folder else Unkept()
        self._last_folder: Path | None = None
        # Written by versions that kept the whole path.
        self._settings.remove("last_folder")

    @property
    def font_size(self) -> int:
        """Return the font size of everything, one of `FONT_SIZES`."""
        kept = self._number("font_size")
        return kept if kept in FONT_SIZES else BASE_SIZE

    @font_size.setter
    def font_size(self, size: int) -> None:
        if size != self.font_size:
            self._settings.setValue("font_size", size)
            self.font_size_changed.emit(size)

    @property
    def geometry(self) -> QByteArray:
        """Return where the window was, empty on the first day."""
        kept = self._settings.value("geometry", QByteArray())
        return kept if isinstance(kept, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._settings.setValue("geometry", geometry)

    @property
    def last_folder(self) -> Path:
        """Return the folder a file was last opened from or written to."""
        if self._last_folder and self._last_folder.is_dir():
            return self._last_folder
        return last_folder.found(str(self._settings.value("last_place", "")))

    @last_folder.setter
    def last_folder(self, folder: Path) -> None:
        self._last_folder = folder
        self._settings.setValue("last_place", last_folder.rough(folder))

    @property
    def chosen_year(self) -> int:
        """Return the year last worked in, or 0."""
        return self._number("chosen_year")

    @chosen_year.setter
    def chosen_year(self, year: int) -> None:
        self._settings.setValue("chosen_year", year)

    @property
    def lock_minutes(self) -> int:
        """Return after how many minutes of rest the program locks itself, one of `LOCK_MINUTES`."""
        kept = self._number("lock_minutes")
        return kept if kept in LOCK_MINUTES else USUAL_LOCK_MINUTES

    @lock_minutes.setter
    def lock_minutes(self, minutes: int) -> None:
        self._settings.setValue("lock_minutes", minutes)
        self.lock_minutes_changed.emit(minutes)

    def kept(self, group: str, name: str) -> str:
        """Return a setting of a part of the program, "" where it never was kept."""
        return str(self._settings.value(f"{group}/{name}", ""))

    def keep(self, group: str, name: str, value: str) -> None:
        """Keep a setting of a part of the program."""
        if value != self.kept(group, name):
            self._settings.setValue(f"{group}/{name}", value)

    def _number(self, name: str) -> int:
        """Return a small number as kept, or 0 for whatever else stands there."""
        kept = str(self._settings.value(name, ""))
        return int(kept) if re.fullmatch("[0-9]{1,6}", kept) else 0
