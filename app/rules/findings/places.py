"""Where a finding is put right: page, record and field, whichever window leads there."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.targets import CELL, COLLECTIVE
from app.rules.findings.engine import Told
from app.rules.findings.lines import Line
from app.rules.subjects import WHOLE_YEAR

_BY_PERSON = frozenset({"review", "writing", "conference", "levels", "commitments"})
"""Pages that show one under review at a time: of a record there, they are led to whose it is."""
_OF_MEMBERS = frozenset({"commitments"})
"""Those of them where the collective and the cell are no line of the list."""


@dataclass(frozen=True, slots=True)
class Place:
    """A page, the uid of a record or of whom it is about (empty: the whole year's), and a field."""

    page: str
    subject: str = ""
    field: str = ""


def place_of(line: Line) -> Place:
    """Return where a finding is put right, for the first of its subjects that nobody saw to."""
    opens = line.finding.opens
    first = next(iter(line.open_ones or line.finding.told), None)
    return Place(opens.page, _subject(opens.page, first) if first else "", opens.field)


def _subject(page: str, told: Told) -> str:
    found = (told.concerns or told.uid) if page in _BY_PERSON else told.opens or told.uid
    nobody = {WHOLE_YEAR, CELL, COLLECTIVE} if page in _OF_MEMBERS else {WHOLE_YEAR}
    return "" if found in nobody else found
