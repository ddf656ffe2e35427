"""Báo cáo giải trình nội dung gợi ý kiểm điểm, of the collective or of a member (regime-2014-2017.md 10.2).

It supports R2-03: the explanation is there before the review. Its sentences are those of the records, which
the self-review, the report and the minutes print as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.domain.suggestions import Explanation, SuggestionPoint
from app.domain.targets import COLLECTIVE
from app.papers import blocks, prose, signatures
from app.papers.carried import points_of
from app.papers.content import Block, Document
from app.papers.dates import short_date
from app.papers.kind import Subject
from app.papers.review import Review, review_of
from app.papers.styles import Profile
from app.papers.wording import Wording
from app.year.review_year import ReviewYear


def build(year: ReviewYear, subject: Subject, words: Wording, profile: Profile) -> Document:
    """Return the explanations of the paper's member or of the collective; without either a form with rows."""
    review = review_of(year, subject.day, words.tone)
    target = subject.paper.target if subject.paper else ""
    page = blocks.landscape(profile.page)
    sheet = signatures.Sheet(profile, page)
    whom = _whom(review, target, words)
    return blocks.assembled(
        year,
        words.text("title"),
        profile,
        page,
        (
            blocks.head(year, subject, _numbered(target, words), profile, page),
            *blocks.title(
                words.text("type_name"), words.text("subject", whom=whom, year=str(year.year)), profile
            ),
            blocks.addressee(profile.words["letter_address"], _addressee(review, subject, target)),
            *_letters(review, target, words),
            *_table(review, target, words, sheet),
            *_signed(review, target, subject, words, sheet),
        ),
    )


def _whom(review: Review, target: str, words: Wording) -> str:
    """Return whose explanation it is, for the title; a blank form leaves it open."""
    name = review.name(target)
    if target == COLLECTIVE:
        return words.text("whom_collective", name=name[:1].lower() + name[1:])
    return words.text("whom_member", name=name)


def _numbered(target: str, words: Wording) -> Wording:
    """Only the collective's paper bears a number of the cell; a member reports in his own name."""
    return words if target == COLLECTIVE else words.with_values(type_code="")


def _addressee(review: Review, subject: Subject, target: str) -> str:
    """Return whom it is sent to: who suggested, unless another addressee was named."""
    if subject.paper and subject.paper.addressee:
        return subject.paper.addressee
    asked = {point.letter for point, _ in points_of(review, target)}
    issuers = [one.issuer for one in review.year.suggestion_letters if one.uid in asked and one.issuer]
    return (issuers or [review.year.cell.upper_committee])[0]


def _letters(review: Review, target: str, words: Wording) -> Iterator[Block]:
    asked = {point.letter for point, _ in points_of(review, target)}
    for one in review.year.suggestion_letters:
        if one.uid in asked and one.number and one.dated_on:
            told = words.text("letter", number=one.number, date=short_date(one.dated_on), issuer=one.issuer)
            yield blocks.line(told, "body")


def _table(review: Review, target: str, words: Wording, sheet: signatures.Sheet) -> Sequence[Block]:
    return prose.below_text(blocks.table(words, list(rows_of(review, target)), sheet.page))


def rows_of(review: Review, target: str) -> Iterator[list[str]]:
    """Yield each suggested point with its explanation, a text for each column."""
    for place, pair in enumerate(points_of(review, target), start=1):
        yield _row(place, *pair)


def _row(place: int, point: SuggestionPoint, told: Explanation | None) -> list[str]:
    parts = (told.text, told.cause, told.responsibility, told.measures) if told else ("",) * 4
    return [str(place), point.text, *parts]


def _signed(
    review: Review, target: str, subject: Subject, words: Wording, sheet: signatures.Sheet
) -> Sequence[Block]:
    if target == COLLECTIVE:
        return (signatures.issued(review.year, subject, words, sheet),)
    below = signatures.Below(words.text("signs"), hint=words.text("hint"), name=review.name(target))
    return (signatures.own(below, sheet),)
