"""The diagnostic file of data that do not open, asked for at the unlock window."""

from __future__ import annotations

from pathlib import Path

from app import bootstrap
from app.common.messages import sentence
from app.errors import AppError
from ui.desktop.dialogs import Dialogs
from ui.desktop.seat import Seat
from ui.desktop.seat_facts import seat_facts
from ui.dialogs.diagnosis import DiagnosisShowing
from ui.dialogs.unlock import UnlockWindow
from ui.texts import diagnosis as words


def show_closed(
    folder: Path, seams: bootstrap.Seams, seat: Seat, dialogs: Dialogs, window: UnlockWindow
) -> None:
    """Show what there is to say without opening the data; the unlock window says how saving it went."""

    def on_failed(error: AppError) -> None:
        window.show_refused(sentence(error))

    made = bootstrap.diagnose_closed(folder, seams, list(seat_facts(seat, window)))
    showing = DiagnosisShowing(dialogs, seams.clock.now(), window)
    showing.saved.connect(lambda _folder: window.show_note(words.SAVED))
    showing.failed.connect(on_failed)
    showing.show(made)
