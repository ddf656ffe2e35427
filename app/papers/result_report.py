"""Báo cáo kết quả kiểm điểm, đánh giá, phân loại (xếp loại) of the cell to the upper committee.

No central form is known: counts, shortcomings, correction, proposals as regimes-2018-2026.md 7.8 and
regime-2014-2017.md 10.13 name them, with the lessons of each round (R5-04). A part without records prints its
dotted lines on a blank form only, where it may be that there is nothing to say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.papers import blocks, course, legal_bases, prose, signatures
from app.papers.content import Block, Document, Leader
from app.papers.kind import Subject
from app.papers.result_words import ResultWords, reward_lines
from app.papers.review import Review, review_of
from app.papers.styles import Profile
from app.papers.wording import Wording
from app.year.review_year import ReviewYear


def build(year: ReviewYear, subject: Subject, words: Wording, profile: Profile) -> Document:
    """Return the report; without records a form that a pen finishes."""
    review, sheet = review_of(year, subject.day, words.tone), signatures.Sheet(profile, profile.page)
    named = {"cell": year.cell.name, "year": str(year.year)}
    subject_line = (subject.paper and subject.paper.subject_line) or words.text("subject", **named)
    return blocks.assembled(
        year,
        words.text("title"),
        profile,
        profile.page,
        (
            blocks.head(year, subject, words, profile, profile.page),
            *blocks.title(words.text("type_name"), subject_line, profile),
            blocks.line(words.text("opening", bases="; ".join(legal_bases.cited(review)), **named), "body"),
            *_course(review, words),
            *_review(review, subject, words),
            *_rating(review, words, sheet),
            *_after(review, subject, words),
            *_lessons(review, subject, words),
            signatures.issued(year, subject, words, sheet),
        ),
    )


def _bullets(texts: Sequence[str], lines: int = 2) -> Sequence[Block]:
    return prose.bullets(texts) or (Leader("", "body", lines=lines),)


def _course(review: Review, words: Wording) -> Iterator[Block]:
    yield prose.heading(words.text("course"))
    told = (*course.milestones(review, words), *course.meetings(review, words))
    yield from _bullets(told, 4)


def _review(review: Review, subject: Subject, words: Wording) -> Iterator[Block]:
    numbers, told = ResultWords(review).numbers, course.opinions(review, words)
    yield prose.heading(words.text("review"))
    yield blocks.line(words.text("reviewed", **numbers), "body")
    yield blocks.line(told, "body") if told else Leader(words.text("open_opinions"), "body")
    yield prose.subheading(words.text("concluded"))
    concluded = course.concluded(review)
    for whose, own in concluded:
        yield blocks.line(f"{whose}:", "body")
        yield from prose.bullets([prose.ended(one.text) for one in own])
    if not concluded:
        yield Leader("", "body", lines=3)
    results = course.suggestion_results(review, words)
    if results or subject.paper is None:
        yield prose.subheading(words.text("suggested"))
        yield from _bullets(results)


def _rating(review: Review, words: Wording, sheet: signatures.Sheet) -> Iterator[Block]:
    told, levels = ResultWords(review), review.levels()
    yield prose.heading(words.text("rating_head"))
    yield blocks.line(told.sentence(), "body")
    yield from prose.bullets(told.reasons())
    yield from told.totals(sheet.page)
    yield from (block for level in levels[-1:] for block in told.persons_at(level))
    yield from (blocks.line(text, "body") for text in told.over_cap())
    yield from told.cell_lines()


def _after(review: Review, subject: Subject, words: Wording) -> Iterator[Block]:
    corrections = course.corrections(review, words)
    yield prose.heading(words.text("after"))
    yield (
        blocks.line(corrections, "body") if corrections else Leader(words.text("open_plan"), "body", lines=2)
    )
    for key, told in (
        ("objections", course.objections(review, words)),
        ("rewards", reward_lines(ResultWords(review))),
    ):
        if told or subject.paper is None:
            yield prose.subheading(words.text(key))
            yield from _bullets(told)


def _lessons(review: Review, subject: Subject, words: Wording) -> Iterator[Block]:
    rounds = sorted(review.year.rounds, key=lambda one: one.number)
    lessons = "\n".join(one.lessons for one in rounds if one.lessons.strip())
    direction = review.cycle.next_direction if review.cycle else ""
    yield prose.heading(words.text("lessons"))
    yield from prose.written(lessons)
    if direction.strip() or subject.paper is None:
        yield prose.subheading(words.text("direction"))
        yield from prose.written(direction, 2)
    body = subject.paper.body if subject.paper else ""
    if body.strip() or subject.paper is None:
        yield prose.subheading(words.text("proposals"))
        yield from prose.written(body, 2)
