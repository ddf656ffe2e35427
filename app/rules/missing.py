"""What is still missing in a year: facts of members, papers, the package.

One line per matter with the list of persons, never one line per person (rulings.md 2.1). A line appears only
in its time window and goes when its cause is gone. Codes have their sentences in the windows' texts.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from app.common.text import fold
from app.domain.members import WANTED_FACTS, Member
from app.domain.party_age import badge_soon
from app.domain.people import counts_on, is_listed_on
from app.domain.probation import ends_soon, is_past_probation
from app.year.review_year import ReviewYear

Weight: TypeAlias = Literal["block", "answer", "todo", "note"]
WEIGHTS: tuple[Weight, ...] = ("block", "answer", "todo", "note")
"""What weighs more stands first; "todo" is what comes in time."""

DOSSIER_FROM = (10, 1)
"""Day of the year from which the dossier of the review is prepared (product.md 2)."""
DOSSIER_WANTED_FROM = (12, 1)
"""Day from which it is wanting."""
_SUBMISSIONS = frozenset({"submission", "rating_submission"})
"""Kinds that are the tờ trình of a dossier: of the list of members alone, or of the whole review."""


@dataclass(frozen=True, slots=True)
class Missing:
    """One matter to see to: `code`, the members it concerns, and the page and field that it opens."""

    code: str
    page: str
    weight: Weight = "answer"
    members: tuple[Member, ...] = ()
    subject: str | None = None
    """Uid of the record to open; with several members the first of them."""
    field_name: str | None = None
    params: dict[str, object] = field(default_factory=dict)
    finding: str = ""
    """Id of the requirement that asks for it, where one does."""
    is_late: bool = False
    """Whether it tells of days that are over, whatever days they were."""
    due_on: dt.date | None = None
    due_is_given: bool = False
    """Whether that day was set by somebody; the rule set's days are only defaults and are never overdue."""


def missing(year: ReviewYear, today: dt.date) -> tuple[Missing, ...]:
    """Return everything missing in `year` as of `today`, what weighs more first."""
    if any(one.finished_on for one in year.cycles):
        # It is only looked at: whatever its papers lack, they are as they were handed in.
        return ()
    found = [*_members(year, today), *_earlier(year), *_papers(year, today), *_package(year, today)]
    return tuple(sorted(found, key=lambda one: WEIGHTS.index(one.weight)))


def _members(year: ReviewYear, today: dt.date) -> Iterator[Missing]:
    if not year.members:
        yield Missing("members.none", "members")
        return
    # Who has left is no longer asked about; who is here only for a time still stands on the list.
    people = [person for person in year.people() if is_listed_on(person, today)]
    here = [person.member for person in people]
    for name in WANTED_FACTS:
        yield from _about(f"member.no_{name}", name, [one for one in here if not getattr(one, name)])
    overdue = [one for one in here if is_past_probation(one, today)]
    yield from _about("member.no_official_on", "official_on", overdue)
    own = [person.member for person in people if counts_on(person, today)]
    ending = [one for one in own if ends_soon(one, today)]
    yield from _about("member.probation_ends", "official_on", ending, "note")
    honoured = [one for one in own if badge_soon(one, today)]
    yield from _about("member.badge_soon", "admission_decided_on", honoured, "note")
    names = {fold(one.full_name) for one in here}
    if fold(year.cell.cell_secretary) not in names:
        yield Missing(
            "cell.secretary_not_listed", "members", "note", params={"name": year.cell.cell_secretary}
        )


def _earlier(year: ReviewYear) -> Iterator[Missing]:
    """A first year knows nothing of those before it; later ones carry it.

    A dossier sent up ends the asking: there may be nothing to know.
    """
    known = year.past_levels or year.earlier_shortcomings
    if year.members and not known and not any(one.state == "written" for one in year.submissions):
        yield Missing("earlier.none", "earlier", "note")


def _about(code: str, field_name: str, members: list[Member], weight: Weight = "answer") -> Iterator[Missing]:
    if members:
        yield Missing(code, "members", weight, tuple(members), members[0].uid, field_name)


def _papers(year: ReviewYear, today: dt.date) -> Iterator[Missing]:
    submissions = [paper for paper in year.papers if paper.kind in _SUBMISSIONS]
    if _dossier_is_due(year, today) and not any(paper.is_issued for paper in submissions):
        waiting = next((paper.uid for paper in submissions), None)
        params: dict[str, object] = {"year": year.year}
        yield Missing("paper.no_submission", "papers", _dossier(year, today), subject=waiting, params=params)
    unissued = [paper for paper in year.papers if not paper.is_issued]
    if unissued:
        yield Missing(
            "paper.not_issued", "papers", "note", subject=unissued[0].uid, params={"count": len(unissued)}
        )


def _package(year: ReviewYear, today: dt.date) -> Iterator[Missing]:
    written = [one.written_at for one in year.submissions if one.state == "written" and one.written_at]
    if any(one.state == "writing" for one in year.submissions):
        yield Missing("package.unfinished", "packages")
    if not written:
        if _dossier_is_due(year, today):
            yield Missing("package.none", "packages", _dossier(year, today), params={"year": year.year})
        return
    later = [paper for paper in year.papers if paper.issued_at and paper.issued_at > max(written)]
    if later:
        yield Missing("package.older_than_papers", "packages", params={"count": len(later)})


def _dossier(year: ReviewYear, today: dt.date) -> Weight:
    """In autumn the dossier is on its way; in its month it is wanting."""
    return "answer" if today >= dt.date(year.year, *DOSSIER_WANTED_FROM) else "todo"


def _dossier_is_due(year: ReviewYear, today: dt.date) -> bool:
    # A list without anybody has one first step; there is nobody yet whose dossier could be due.
    return bool(year.members) and today >= dt.date(year.year, *DOSSIER_FROM)
