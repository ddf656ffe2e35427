"""Tờ trình đề nghị công nhận kết quả phân loại (xếp loại): the numbers, who stands highest and lowest, why.

It says to the upper committee what has to be said: a ceiling that is passed, what was kept with a reason
(rulings.md 1.2, 2.7). Of members the cell proposes or decides, by its authority (rulings.md 3.5).
"""

from __future__ import annotations

from collections.abc import Iterator

from app.papers import blocks, legal_bases, prose, signatures
from app.papers.answers import answer_lines
from app.papers.content import Block, Document, Leader
from app.papers.kind import Subject
from app.papers.own_layer import shared_words
from app.papers.result_words import ResultWords, reward_lines
from app.papers.review import Review, review_of
from app.papers.styles import Profile
from app.papers.wording import Wording
from app.rules.facts.correcting import dossier_parts
from app.year.review_year import ReviewYear

KIND = "rating_submission"


def build(year: ReviewYear, subject: Subject, words: Wording, profile: Profile) -> Document:
    """Return the paper; without `subject.paper` a form that a pen finishes."""
    paper, page = subject.paper, profile.page
    review = review_of(year, subject.day, words.tone)
    committee = (paper and paper.addressee) or year.cell.upper_committee
    subject_line = (paper and paper.subject_line) or words.text("subject", year=str(year.year))
    named = {"cell": year.cell.name, "committee": committee, "year": str(year.year)}
    sheet = signatures.Sheet(profile, page)
    return blocks.assembled(
        year,
        words.text("title"),
        profile,
        page,
        (
            blocks.head(year, subject, words, profile, page),
            *blocks.title(words.text("type_name"), subject_line, profile),
            blocks.addressee(profile.words["submission_address"], committee),
            *legal_bases.lines(review),
            blocks.line(words.text("report", **named), "body"),
            *_results(review, words, sheet),
            *_told(review, subject, words),
            *_rewards(review, subject, words),
            *_further(subject, words),
            blocks.line(words.text(_request(review), **named), "body"),
            *_attached(review, subject, words),
            signatures.issued(year, subject, words, sheet),
        ),
    )


def _results(review: Review, words: Wording, sheet: signatures.Sheet) -> Iterator[Block]:
    told, levels = ResultWords(review), review.levels()
    yield prose.heading(words.text("of_members"))
    yield blocks.line(told.sentence(), "body")
    yield from prose.bullets(told.reasons())
    yield from told.totals(sheet.page)
    for level in dict.fromkeys((*levels[:1], *levels[-1:])):
        yield from told.persons_at(level)
    yield prose.heading(words.text("of_cell"))
    yield from told.cell_lines()


def _told(review: Review, subject: Subject, words: Wording) -> Iterator[Block]:
    """Yield what the committee has to know: passed ceilings, and what the cell kept with its reason."""
    if subject.paper is None:
        return
    own = shared_words("answers", review)
    answers = answer_lines(review.year, KIND, subject.paper.dated_on, own)
    over = ResultWords(review).over_cap()
    if over or answers:
        yield prose.heading(words.text("to_consider"))
    yield from prose.bullets(over)
    if answers:
        yield blocks.line(own.text("heading"), "body")
        yield from (blocks.line(own.text("line", text=one), "body") for one in answers)


def _rewards(review: Review, subject: Subject, words: Wording) -> Iterator[Block]:
    told = reward_lines(ResultWords(review))
    if told or subject.paper is None:
        yield prose.heading(words.text("rewards"))
        yield from prose.bullets(told) or (Leader("", "body", lines=2),)


def _further(subject: Subject, words: Wording) -> Iterator[Block]:
    if subject.paper is None:
        yield Leader(words.text("further"), "body", lines=3)
    else:
        yield from blocks.prose(subject.paper.body)


def _request(review: Review) -> str:
    return "request_decided" if review.decides_members else "request"


def _attached(review: Review, subject: Subject, words: Wording) -> Iterator[Block]:
    """Yield what lies with the paper: the parts of the dossier that records say are there, but itself."""
    own = {one.name for one in review.rules.dossier if KIND in one.papers}
    parts = [name for name in dossier_parts(review.outlook) if name not in own] if review.cycle else []
    if parts and subject.paper is not None:
        yield blocks.line(words.text("attached"), "body")
        yield from prose.bullets([f"{name}." for name in parts])
    else:
        yield prose.fact(words.text("attached"), "", lines=3)
