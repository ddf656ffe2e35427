"""What the review of the year should see to, as lines of the home page: they lead to Bảng rà soát."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from app.domain.members import Member
from app.rules.findings.lines import Line
from app.rules.missing import Missing, Weight


def missing_review(found: Iterable[Line], members: Sequence[Member]) -> Iterator[Missing]:
    """Yield what the review should see to: each matter that needs somebody a line, all the rest one line."""
    quiet = 0
    for line in found:
        if not line.is_open:
            continue
        one = line.finding
        if one.severity == "note":
            quiet += 1
            continue
        weight: Weight = "note" if one.severity == "todo" else one.severity
        persons = tuple(member for member in members if member.uid in {each.uid for each in line.open_ones})
        code = "review.finding_of_persons" if persons else "review.finding"
        yield Missing(code, "findings", weight, persons, subject=one.id, params={"name": one.name})
    if quiet:
        yield Missing("review.notes", "findings", "note", params={"count": quiet})
