"""An act of a page is done, or the person is told why not; nothing typed is lost by a refusal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from app.common.messages import problem_sentence
from app.errors import AppError, Invalid, Problem
from ui.desktop.notifier import Notifier

Place = Callable[[Iterable[Problem]], Sequence[Problem]]
"""Puts problems under their fields; returns those that have none."""


def tried(act: Callable[[], object], notifier: Notifier, place: Place | None = None) -> bool:
    """Return whether `act` was done; what is wrong with fields goes to `place`, what is left is a notice."""
    try:
        act()
    except Invalid as error:
        homeless = place(error.problems) if place else error.problems
        if homeless:
            notifier.mind(" ".join(map(problem_sentence, homeless)))
    except AppError as error:
        notifier.show(error)
    else:
        return True
    return False
