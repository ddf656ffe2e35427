"""What a stored record says that its form would not have taken: a file or an older program brought it in.

Nothing is refused for it here: what is stored stays readable, whoever looks tells it.
"""

from __future__ import annotations

import datetime as dt

from app.domain.members import Member, member_problems
from app.domain.periods import Period, end_problems
from app.domain.review_checks import review_problems
from app.domain.targets import YearRecord
from app.domain.types import Record, fields_of
from app.errors import Problem


def contradictions(record: Record) -> list[Problem]:
    """Return what cannot be true together in one record, by field; days ahead of the clock are none."""
    if isinstance(record, Member):
        return [one for one in member_problems(record, dt.date.max) if one.severity == "error"]
    if isinstance(record, Period):
        return list(end_problems(record))
    if isinstance(record, YearRecord):
        kind = fields_of(type(record))
        draft = kind.model_construct(**record.model_dump(include=set(kind.model_fields)))
        # What is empty may have been erased with the person it was about, and contradicts nothing.
        return [one for one in review_problems(draft) if one.code != "field.empty"]
    return []
