"""What a second start says when it cannot bring the running window forward."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from ui.desktop.presence import Presence, Start
from ui.desktop.seat import Seat
from ui.dialogs.window_dialogs import WindowDialogs
from ui.texts import second_start as words
from ui.theme.look import BASE_SIZE, apply


def explain(app: QApplication, start: Start, presence: Presence, folder: Path) -> None:
    """Say why this start shows no window, unless the running window has come forward."""
    said = {
        Start.OTHER_DESK: words.OTHER_DESK.format(account=presence.holder.account),
        Start.NO_ANSWER: words.NO_ANSWER,
    }
    if start in said:
        apply(app, BASE_SIZE)
        seat = Seat(folder)
        WindowDialogs(lambda: seat, lambda: None).tell(words.TITLE, said[start])
