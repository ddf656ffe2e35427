"""What a day was set for that is near: matters of the programme, of the tasks, of the year, from above.

Only days that somebody set count: the rule set's own are defaults. What of the year and from above is late,
findings tell (R5-02, R5-12); of the programme and the tasks it is told here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from app.domain.commitments import Outcome
from app.rules.missing import Missing
from app.year.review_year import ReviewYear

NEAR_DAYS = 14
"""So many days before its day a matter is told."""


class _Dated(Protocol):
    @property
    def uid(self) -> str: ...

    @property
    def due_on(self) -> dt.date | None: ...


def missing_due(year: ReviewYear, names: Mapping[str, str], today: dt.date) -> Iterator[Missing]:
    """Yield what is due within two weeks; `names` are those of the year's steps, by code."""
    yield from _milestones(year, names, today)
    asked = [one for one in year.guidance if one.done_on is None and _is_near(one, today)]
    yield from _together("due.guidance", "year", "done_on", asked, today)
    promised = [one for one in year.programme_items if not one.outcome and _is_due(one, today)]
    yield from _together("due.programme", "commitments", "outcome", promised, today)
    tasks = [one for one in year.assigned_tasks if one.outcome is Outcome.UNKNOWN and _is_due(one, today)]
    yield from _together("due.task", "commitments", "outcome", tasks, today)


def _milestones(year: ReviewYear, names: Mapping[str, str], today: dt.date) -> Iterator[Missing]:
    for one in year.milestones:
        if one.done_on is None and _is_near(one, today):
            params: dict[str, object] = {"name": names.get(one.code, one.note or one.code)}
            yield Missing(
                "due.milestone",
                "year",
                "todo",
                subject=one.uid,
                field_name="done_on",
                params=params,
                due_on=one.due_on,
                due_is_given=True,
            )


def _together(code: str, page: str, field: str, found: Sequence[_Dated], today: dt.date) -> Iterator[Missing]:
    """Yield one line for all matters of a kind; it opens the one that is due first."""
    if found:
        first = min(found, key=lambda one: one.due_on or today)
        late = first.due_on is not None and first.due_on < today
        yield Missing(
            code,
            page,
            "answer" if late else "todo",
            subject=first.uid,
            field_name=field,
            params={"count": len(found)},
            due_on=first.due_on,
            due_is_given=True,
        )


def _is_due(one: _Dated, today: dt.date) -> bool:
    return one.due_on is not None and one.due_on <= today + dt.timedelta(days=NEAR_DAYS)


def _is_near(one: _Dated, today: dt.date) -> bool:
    return _is_due(one, today) and one.due_on is not None and one.due_on >= today
