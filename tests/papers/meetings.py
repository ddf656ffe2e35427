"""Years of a conference for the tests of its papers: a whole practice year with one record changed."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from app import papers
from app.domain.conferences import Conference, ConferenceBody
from app.domain.types import Record, new_uid
from app.papers import Subject
from app.papers.content import Document
from app.papers.writers import text_writer
from app.year.review_year import ReviewYear
from tests.papers.samples import PROFILE_DAYS, paper, whole_year

DAY = PROFILE_DAYS["hd11"]
MARK = "Dấu riêng bảy bảy một"
Wanted = Callable[[Any], bool]


def whole() -> ReviewYear:
    """Return the whole year 2017: one conference of the cell in two sittings, one for who was away."""
    return whole_year(2017)


def main_conference(year: ReviewYear) -> Conference:
    """Return the conference of the cell that sat twice."""
    return max(year.conferences, key=lambda one: sum(each.conference == one.uid for each in year.sittings))


def changed(
    year: ReviewYear, kind: str, facts: dict[str, Any], wanted: Wanted = lambda _: True
) -> ReviewYear:
    """Return the year with the first of those records of the main conference changed."""
    rows = list(getattr(year, kind))
    at = next(place for place, row in enumerate(rows) if wanted(row) and belongs(year, row))
    rows[at] = rows[at].model_copy(update=facts)
    values: dict[str, Any] = {kind: tuple(rows)}
    return replace(year, **values)


def belongs(year: ReviewYear, row: Any) -> bool:
    """Return whether a record is of the main conference, or of none."""
    conference = main_conference(year).uid
    return getattr(row, "conference", conference) in {conference, ""} or row.uid == conference


def with_record(year: ReviewYear, rows: str, record: type[Record], facts: dict[str, Any]) -> ReviewYear:
    """Return the year with one record more, of the main conference."""
    own = {"uid": new_uid(), "year": year.year, "conference": main_conference(year).uid}
    values: dict[str, Any] = {rows: (*getattr(year, rows), record.model_validate({**own, **facts}))}
    return replace(year, **values)


def built(code: str, year: ReviewYear, about: str) -> Document:
    """Return the paper of a kind about a record of the year."""
    kind = papers.kind(code)
    return papers.build(code, year, Subject(paper(DAY, kind=code, about=about, type_code=kind.type_code)))


def text(code: str, year: ReviewYear, about: str) -> str:
    """Return the text of the paper, a line for each paragraph."""
    return "\n".join(text_writer.lines(built(code, year, about)))


def minutes(year: ReviewYear) -> str:
    """Return the minutes of the main conference."""
    return text("review_minutes", year, main_conference(year).uid)


def of_body(year: ReviewYear, body: ConferenceBody, **facts: Any) -> ReviewYear:
    """Return the year whose main conference is one of another body."""
    own = main_conference(year).uid
    return changed(year, "conferences", {"body": body, **facts}, lambda row: row.uid == own)
