"""Danh sách of who was not reviewed, is exempt from the rating, or not rated yet, each with the reason.

To 2017 the exempt and the not rated stand apart; 366 has one column for both (regimes-2018-2026.md 7.6). A
reason is the one that lists may print: never health or a pending discipline by name (rulings.md 2.8).
"""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.population import RatingDisposition
from app.domain.types import show_date
from app.papers import blocks, signatures, tables
from app.papers.content import Document
from app.papers.counts import two_digits
from app.papers.kind import Subject
from app.papers.result_words import ResultWords, listed_title
from app.papers.review import review_of
from app.papers.styles import Profile
from app.papers.wording import Wording, wording
from app.rules.results import MemberResult
from app.year.review_year import ReviewYear


def build(year: ReviewYear, subject: Subject, words: Wording, profile: Profile) -> Document:
    """Return the list; before the population is settled a form with empty rows for a pen."""
    review = review_of(year, subject.day, words.tone)
    told = ResultWords(review)
    listed = _listed(told)
    rows = list(rows_of(told))
    is_settled = bool(told.results.lines)
    if is_settled and not rows:
        rows = [tables.Row(across=words.text("nobody"))]
    title = words.text("whole_title")
    return blocks.assembled(
        year,
        title,
        profile,
        profile.page,
        (
            blocks.head(year, subject, words, profile, profile.page),
            *listed_title(title, year, words, profile),
            tables.table(tables.columns(words), rows, profile.page, words),
            blocks.line(_total(listed, told, words, is_settled=is_settled), "body"),
            blocks.line(words.text("note", committee=year.cell.upper_committee), "body"),
            signatures.issued(year, subject, words, signatures.Sheet(profile, profile.page)),
        ),
    )


def rows_of(told: ResultWords) -> Iterator[tables.Row]:
    """Yield the line of each who was not reviewed or has no level."""
    for place, one in enumerate(_listed(told), start=1):
        yield _row(place, one, told)


def _listed(told: ResultWords) -> list[MemberResult]:
    return [one for one in told.ordered if not one.is_reviewed or not one.level]


def _row(place: int, one: MemberResult, told: ResultWords) -> tables.Row:
    member = told.review.people[one.uid].member
    cross = wording("shared").text("chosen")
    is_exempt = one.disposition is RatingDisposition.EXEMPT
    return tables.Row(
        {
            "place": str(place),
            "name": member.full_name,
            "admitted": show_date(member.admitted_on),
            "not_reviewed": "" if one.is_reviewed else cross,
            "exempt": cross if is_exempt else "",
            "not_yet": "" if is_exempt or one.level else cross,
            "not_rated": "" if one.level else cross,
            "reason": one.reason[:1].upper() + one.reason[1:],
        }
    )


def _total(listed: list[MemberResult], told: ResultWords, words: Wording, *, is_settled: bool) -> str:
    numbers = told.numbers
    given = {
        "count": two_digits(len(listed)) if is_settled else "",
        "not_reviewed": two_digits(sum(not one.is_reviewed for one in listed)) if is_settled else "",
        "not_rated": two_digits(sum(not one.level for one in listed)) if is_settled else "",
        "exempt": numbers["exempt"],
        "not_yet": numbers["not_yet"],
    }
    return words.text("total", **given)
