"""One field of two entries side by side: a card for each value, one of which is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.texts import clearing as words
from ui.theme.look import look
from ui.widgets.choice_card import ChoiceCard
from ui.widgets.labels import Text
from ui.widgets.styled import spaced

_LABEL = 150
_FOCUS = {True: Qt.FocusPolicy.StrongFocus, False: Qt.FocusPolicy.ClickFocus}
_SIDES = (words.FIRST, words.SECOND)


class SideRow(QWidget):
    """A label and what both sides say, in columns that are the same in every row."""

    def __init__(self, label: str, sides: Sequence[QWidget]) -> None:
        super().__init__()
        self.grid = QGridLayout(self)
        spaced(self.grid, look.px(8))
        self.grid.setColumnMinimumWidth(0, look.px(_LABEL))
        name = Text(label, role="small", tone="soft")
        name.setFixedWidth(look.px(_LABEL))
        self.grid.addWidget(name, 0, 0)
        for at, side in enumerate(sides, start=1):
            side.setMinimumWidth(look.px(120))
            self.grid.addWidget(side, 0, at)
            self.grid.setColumnStretch(at, 1)


class ChoiceRow(SideRow):
    """The arrows go from one value to the other; a third card stands for both where both can be kept."""

    def __init__(
        self, field: str, label: str, values: Sequence[str], chosen: int, *, offers_both: bool = False
    ) -> None:
        self._cards = [
            ChoiceCard(value or words.NOTHING, name=f"{field}_{at}") for at, value in enumerate(values)
        ]
        super().__init__(label, self._cards)
        self.setObjectName(f"choose_{field}")
        for side, card in zip(_SIDES, self._cards, strict=True):
            said = words.SIDE_SAID.format(side=side, field=label, value=card.title())
            card.setAccessibleName(said)
        if offers_both:
            both = ChoiceCard(words.KEEP_BOTH, name=f"{field}_both")
            self._cards.append(both)
            self.grid.addWidget(both, 1, 1, 1, 2)
        self._cards[chosen].setChecked(True)
        for card in self._cards:
            # Tab leads to what is chosen; Qt itself sees to that only after the first visit.
            card.setFocusPolicy(_FOCUS[card.isChecked()])
            card.toggled.connect(lambda on, card=card: card.setFocusPolicy(_FOCUS[on]))

    def chosen(self) -> int:
        """Return which card is chosen, from the left; the third is both."""
        return next(at for at, card in enumerate(self._cards) if card.isChecked())

    def focus(self) -> None:
        """Put the cursor on the chosen value."""
        self._cards[self.chosen()].setFocus()
