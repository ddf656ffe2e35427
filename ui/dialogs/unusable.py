"""What is said when there can be no window, because a file of the program is damaged: without our theme."""

from __future__ import annotations

from PySide6.QtWidgets import QMessageBox

from app.common.messages import sentence
from app.errors import AppError
from ui.texts import frame


def explain(error: AppError) -> None:
    """Say why there is no window."""
    QMessageBox.critical(None, frame.PROGRAM, sentence(error))
