"""How far a form of the committee is, in a sentence: usable, in use, or what is still wrong."""

from __future__ import annotations

from app.services.form_marks import KEEP, MarkedForm
from ui.texts import committee_forms as words
from ui.theme.signs import State


def standing(whole: MarkedForm, kind: str) -> tuple[State, str]:
    """Return the sign and the sentences on a form of a kind of paper."""
    found, count = whole.faults, sum(key != KEEP for key in whole.marks.places.values())
    lacking = [
        words.BLANK if found.is_blank else "",
        words.UNKNOWN.format(names=", ".join(found.unknown)) if found.unknown else "",
        words.NOT_IN_ROW.format(names=_labels(whole, found.not_in_row)) if found.not_in_row else "",
        words.EMPTY_ROW if found.empty_rows else "",
        words.USED_UP.format(names=_labels(whole, found.used_up)) if found.used_up else "",
    ]
    warned = [
        words.MISSING.format(names=needed_words(whole)) if found.missing and not found.is_blank else "",
        words.DOUBLED.format(names=_labels(whole, found.doubled)) if found.doubled else "",
    ]
    told = {"kind": kind, "year": whole.form.year, "count": count}
    if any(lacking):
        return State.LACKING, " ".join(filter(None, (*lacking, *warned)))
    first = (words.IN_USE if whole.form.in_use else words.READY).format(**told)
    return State.PARTLY if any(warned) else State.DONE, " ".join(filter(None, (first, *warned)))


def needed_words(whole: MarkedForm) -> str:
    """Return what the paper needs and the form has no place for."""
    return "; ".join(whole.needed(key) for key in whole.faults.missing)


def _labels(whole: MarkedForm, keys: tuple[str, ...]) -> str:
    return "; ".join(whole.label(key) for key in keys)
