"""Chooses the line of the minutes that an answer of Bảng rà soát points to."""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import shorten

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.services.findings import MinuteLine
from ui.dialogs.sheet_dialog import SheetDialog
from ui.texts import findings as words
from ui.texts import shared
from ui.widgets.button import Button
from ui.widgets.choice_card import ChoiceCard

EXCERPT = 60
"""Letters of a conclusion that are shown: one line of a card at every font size."""


class TurnChoiceDialog(SheetDialog):
    """One card for each review turn in the order in which they were held; the first card is none."""

    chosen = Signal(str)
    """Uid of the turn; empty for none."""

    def __init__(self, turns: Mapping[str, MinuteLine], now: str, parent: QWidget | None) -> None:
        super().__init__(words.POINT, 720, parent)
        self.setObjectName("turnChoice")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._cards: dict[str, ChoiceCard] = {}
        facts = {uid: (one.title, _fact(one)) for uid, one in turns.items()}
        for uid, (title, fact) in {"": (words.POINT_NONE, ""), **facts}.items():
            card = ChoiceCard(title[:1].upper() + title[1:], fact, name=f"turn_{uid}")
            card.setChecked(uid == now)
            self._cards[uid] = card
            self.body.addWidget(card)
        self.body.addStretch(1)
        cancel = Button(shared.CANCEL, name="turnCancel")
        choose = Button(shared.CHOOSE, kind="primary", glyph="check", name="turnChoose")
        cancel.clicked.connect(self.reject)
        choose.clicked.connect(self._on_choose)
        choose.setDefault(True)
        self.add_buttons(cancel, choose)
        self._cards.get(now, self._cards[""]).setFocus()

    def _on_choose(self) -> None:
        self.chosen.emit(next((uid for uid, card in self._cards.items() if card.isChecked()), ""))
        self.accept()


def _fact(line: MinuteLine) -> str:
    begins = shorten(line.conclusion, EXCERPT, placeholder="...") or words.TURN_EMPTY
    return words.TURN_FACT.format(place=line.place, conclusion=begins)
