"""Step 1 in Nộp hồ sơ: which stick, or which folder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout

from app.bootstrap import Core
from app.services.packages import HandedInAs, Volume
from ui.pages.page import Desk
from ui.texts import packages as words
from ui.theme.look import look
from ui.widgets.button import Button
from ui.widgets.choice_card import ChoiceCard
from ui.widgets.flow import FlowRow
from ui.widgets.labels import Text
from ui.widgets.sheet import Sheet
from ui.widgets.styled import emptied, spaced
from ui.widgets.tab_order import order_tabs
from ui.widgets.wrapped_tick import WrappedTick

_GIGA, _MEGA, _KILO = 1_000_000_000, 1_000_000, 1_000


@dataclass(frozen=True, slots=True)
class Place:
    """Where the package goes; `volume` is empty for a plain folder."""

    folder: Path
    volume: Volume | None = None


def size_words(count: int) -> str:
    """Return a number of bytes as people speak of it: "14,2 GB", "350 KB"."""
    if count >= _GIGA:
        return words.GIGABYTES.format(size=f"{count / _GIGA:.1f}".replace(".", ","))
    if count >= _MEGA:
        return words.MEGABYTES.format(size=f"{count / _MEGA:.1f}".replace(".", ","))
    return words.KILOBYTES.format(size=-(-count // _KILO))


class TargetStep(Sheet):
    """The sticks that are plugged in, and a folder of one's own choice."""

    def __init__(self, core: Core, desk: Desk) -> None:
        super().__init__()
        self._core = core
        self._desk = desk
        self._folder: Path | None = None
        self._by_hand: Path | None = None
        self._places: dict[ChoiceCard, Place] = {}
        self._count = self.head(f"1  {words.STEP_TARGET}")
        self._cards = QVBoxLayout()
        spaced(self._cards, look.px(8))
        self._none = Text(words.NO_DRIVES, role="small", tone="soft", name="noDrives")
        self._again = Button(words.LOOK_AGAIN, glyph="arrows-clockwise", name="lookAgain")
        self._other = Button(words.OTHER_FOLDER, glyph="folder-open", name="otherFolder")
        self._again.clicked.connect(self.refresh)
        self._other.clicked.connect(self._on_other)
        buttons = FlowRow()
        buttons.add(self._again, self._other)
        self._consent = WrappedTick(words.OPEN_STICK, name="openStick")
        self.body.addLayout(self._cards)
        for widget in (self._none, buttons, self._consent):
            self.body.addWidget(widget)

    def refresh(self) -> None:
        """Look for sticks again; what was chosen by hand stays chosen while it is there."""
        drives = [Place(volume.root, volume) for volume in self._core.packages.targets()]
        self.show_places([*drives, *([Place(self._folder)] if self._folder else [])])

    def show_places(self, places: Sequence[Place]) -> None:
        """Offer `places`; the only usable one is chosen at once, but never one of several (G02)."""
        emptied(self._cards)
        self._places = {}
        for at, place in enumerate(places):
            card = ChoiceCard(*_card_words(place), name=f"target{at}")
            card.setEnabled(place.volume is None or not place.volume.is_read_only)
            self._places[card] = place
            self._cards.addWidget(card)
            card.setChecked(place.folder == self._by_hand)
        drives = sum(1 for place in places if place.volume)
        self._count.setText(words.DRIVES.format(count=drives) if drives else "")
        self._none.setVisible(not self._places)
        self._choose_only()
        for card in self._places:
            card.toggled.connect(self._on_toggled)
        self.ask_again()
        order_tabs(self)

    def focus(self) -> None:
        """Put the cursor where a place can be chosen."""
        first = next((card for card in self._places if card.isEnabled()), None)
        (first or self._other).setFocus()

    def place(self) -> Place | None:
        """Return what is chosen."""
        return next((place for card, place in self._places.items() if card.isChecked()), None)

    def ask_again(self) -> None:
        """Ask anew whether everybody may read it: a tick is for one stick and one writing."""
        self._consent.set_ticked(False)
        self._consent.setVisible(self._is_open_stick())

    def consented(self) -> bool:
        """Return whether the place may be written to; a stick without a password only with the tick.

        Source: reliability.md 5.2 (e).
        """
        return not self._is_open_stick() or self._consent.is_ticked()

    def ask_consent(self) -> None:
        """Put the cursor on the tick."""
        self._consent.show()
        self._consent.setFocus()

    def _is_open_stick(self) -> bool:
        place = self.place()
        is_open = self._core.cells.current().handed_in_as is HandedInAs.OPEN_FOLDER
        return bool(place and place.volume) and is_open

    def _choose_only(self) -> None:
        """Choose the only stick there is: one click less, and the words say which."""
        usable = [card for card in self._places if card.isEnabled()]
        if len(usable) == 1:
            usable[0].setChecked(True)

    def _on_toggled(self) -> None:
        place = self.place()
        self._by_hand = place.folder if place else None
        self.ask_again()

    def _on_other(self) -> None:
        folder = self._desk.dialogs.choose_folder(words.CHOOSE_FOLDER)
        if folder:
            self._folder = self._by_hand = folder
            self.refresh()


def _card_words(place: Place) -> tuple[str, str, str]:
    volume = place.volume
    if volume is None:
        return words.FOLDER.format(name=place.folder.name), str(place.folder), "folder-open"
    root = str(volume.root).rstrip("\\")
    said = words.DRIVE if volume.label else words.UNNAMED_DRIVE
    free = words.FREE.format(size=size_words(volume.free_bytes))
    return (
        said.format(label=volume.label, root=root),
        words.READ_ONLY if volume.is_read_only else free,
        "usb",
    )
