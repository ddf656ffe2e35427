"""Where a dialog about passwords says what was refused: under its field, else in the last line."""

from __future__ import annotations

from app.common.messages import message, problem_sentence, sentence
from app.errors import AppError, Invalid
from ui.forms.new_password import NewPassword
from ui.theme.signs import State
from ui.widgets.field_row import FieldRow
from ui.widgets.labels import StateLine

NOT_THE_PASSWORD = "L-206"  # noqa: S105  a code of the register


def tell(error: AppError, old: FieldRow, failure: StateLine, new: NewPassword | None = None) -> None:
    """Say what was wrong: a new password that will not do, a wrong old one, or anything else."""
    if isinstance(error, Invalid) and new is not None:
        new.show_problem(problem_sentence(error.problems[0]))
    elif error.code == NOT_THE_PASSWORD:
        old.show_problem(message(error).what)
        old.focus()
    else:
        failure.say(State.BLOCKED, sentence(error))
        failure.show()
