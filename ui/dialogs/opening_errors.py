"""Says in the first windows why the data could not be made or opened, where it can be mended."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.common.messages import message, problem_sentence, sentence
from app.errors import AppError, Invalid
from ui.desktop.patience import WRONG_SECRET
from ui.dialogs.first_start import FirstStartWindow
from ui.dialogs.restore import RestoreDialog
from ui.dialogs.unlock import UnlockWindow
from ui.texts import locking

NEVER_WAS = "L-119"
"""There was a file and no cell in it yet: a wizard was ended before it had one. It is gone."""
DISK_GONE = "L-116"
"""The data are open behind the cover, and their disk went."""
MISSING_CHANGES = {"L-203", "L-205"}
"""The last changes are missing: a backup set, or going on knowingly."""
RESTORABLE = {"L-110", "L-201", "L-202", "L-213"}
"""The data are gone or damaged, which a backup set mends; a file in use or a full disk it does not."""


def tell_unlock(window: UnlockWindow, error: AppError) -> None:
    """Say under the field what was wrong with it, and above it what is wrong with the file."""
    if isinstance(error, Invalid):
        window.show_wrong(problem_sentence(error.problems[0]))
    elif error.code in WRONG_SECRET:
        said = message(error)
        window.show_wrong(f"{said.what} {said.remedy}")
    elif error.code == DISK_GONE:
        window.show_refused(locking.DISK_GONE.format(code=error.code))
    elif error.code in MISSING_CHANGES:
        window.show_loss(sentence(error))
    elif error.code in RESTORABLE:
        window.show_damaged(sentence(error))
    else:
        window.show_refused(sentence(error))


def tell_unfit(window: QWidget | None, error: AppError) -> None:
    """Say in the first window, as soon as it is known, that data may not lie where they do."""
    if isinstance(window, UnlockWindow):
        tell_unlock(window, error)
    elif isinstance(window, FirstStartWindow):
        window.show_unfit(sentence(error))


def tell_wizard(window: FirstStartWindow, error: AppError) -> None:
    """Go back to the field at fault, or say why the data could not be made."""
    if isinstance(error, Invalid):
        window.show_problems(error.problems)
    else:
        window.show_failure(sentence(error))


def tell_restore(dialog: RestoreDialog, error: AppError) -> None:
    """Say under the password why the set did not come back."""
    dialog.show_wrong(sentence(error))
