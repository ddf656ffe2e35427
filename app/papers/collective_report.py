"""Báo cáo kiểm điểm tập thể, the draft or the finished one: sections by the form of the year's rules.

2017: regime-2014-2017.md 10.3; 366: Mẫu 01 (regimes-2018-2026.md 7.1). The draft goes to the members before
the conference and says what it is; the finished one goes up with its number.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.domain.self_reviews import CollectiveReport, ReportVersion
from app.domain.targets import COLLECTIVE
from app.papers import blocks, signatures
from app.papers.carried import Writer
from app.papers.content import Block, Document, PageSetup
from app.papers.form_sections import sections
from app.papers.kind import Subject
from app.papers.review import Review, review_of
from app.papers.styles import Profile
from app.papers.wording import Wording
from app.rules.ruleset import Form
from app.year.review_year import ReviewYear


def build(year: ReviewYear, subject: Subject, words: Wording, profile: Profile) -> Document:
    """Return the version that the paper is about; without one a blank form."""
    review = review_of(year, subject.day, words.tone)
    sheet = signatures.Sheet(profile, profile.page)
    wanted = subject.paper.about if subject.paper else ""
    report = next((one for one in year.collective_reports if one.uid == wanted), None)
    form = review.form(COLLECTIVE)
    body = words.text(f"body_{review.collective}", cell=year.cell.name)
    named = {"body": body, "year": str(year.year)}
    return blocks.assembled(
        year,
        words.text("title"),
        profile,
        profile.page,
        (
            blocks.head(year, subject, words, profile, profile.page),
            *_marks(report, form, words),
            *blocks.title(words.text("type_name"), words.text("subject", **named), profile),
            blocks.line(words.text("opening", **named), "body"),
            *_sections(review, report, form, sheet),
            signatures.issued(year, subject, words, sheet),
        ),
    )


def _marks(report: CollectiveReport | None, form: Form | None, words: Wording) -> Sequence[Block]:
    number = [blocks.line(form.number, "form_number")] if form and form.number else []
    is_draft = report is not None and report.version is ReportVersion.DRAFT
    return (*number, *([blocks.line(words.text("draft_version"), "note")] if is_draft else []))


def _sections(
    review: Review, report: CollectiveReport | None, form: Form | None, sheet: signatures.Sheet
) -> Iterator[Block]:
    if form is None:
        return
    writer = writer_of(review, report, sheet.page)
    yield from sections(form, writer, report.uid if report else "", is_leader=True)


def writer_of(review: Review, report: CollectiveReport | None, page: PageSetup) -> Writer:
    """Return the collective as the writer of its form, with the level it gives itself."""
    round_number, level = (report.round_number, report.self_level) if report else (1, "")
    return Writer(review, COLLECTIVE, round_number, level, "", page)
