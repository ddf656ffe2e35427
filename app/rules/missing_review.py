"""What the review of the year should see to, as lines of the home page: each leads to where it is mended."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from app.domain.members import Member
from app.rules.findings.lines import Line
from app.rules.findings.places import place_of
from app.rules.missing import Missing

MOST_NOTES = 2
"""So many notes stand as lines of their own; more are one line, which leads to Bảng rà soát."""


def missing_review(found: Iterable[Line], members: Sequence[Member]) -> Iterator[Missing]:
    """Yield what the review should see to: each matter that needs somebody a line, many notes one line."""
    open_ones = [line for line in found if line.is_open]
    quiet = [line for line in open_ones if line.finding.severity == "note" and not line.finding.late]
    for line in open_ones:
        if line not in quiet or len(quiet) <= MOST_NOTES:
            yield _of(line, members)
    if len(quiet) > MOST_NOTES:
        yield Missing("review.notes", "findings", "note", params={"count": len(quiet)})


def _of(line: Line, members: Sequence[Member]) -> Missing:
    one, place = line.finding, place_of(line)
    concerned = {uid for each in line.open_ones for uid in (each.uid, each.concerns)}
    persons = tuple(member for member in members if member.uid in concerned)
    code = "review.finding_of_persons" if persons else "review.finding"
    return Missing(
        code,
        place.page,
        one.severity,
        persons,
        subject=place.subject,
        field_name=place.field,
        params={"name": one.name},
        finding=one.id,
        is_late=one.late,
        due_on=one.due,
        due_is_given=one.due_is_given,
    )
