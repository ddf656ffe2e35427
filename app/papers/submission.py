"""Tờ trình: the numbered paper that sends the member list to the upper committee."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from app.domain.people import strength_on
from app.papers import blocks, signatures
from app.papers.content import Block, Document, Leader
from app.papers.counts import count_texts
from app.papers.kind import Subject
from app.papers.styles import Profile
from app.papers.wording import Wording
from app.year.review_year import ReviewYear


def build(year: ReviewYear, subject: Subject, words: Wording, profile: Profile) -> Document:
    """Return the paper; without `subject.paper` a form whose reasons a pen writes."""
    paper, page = subject.paper, profile.page
    committee = (paper and paper.addressee) or year.cell.upper_committee
    subject_line = (paper and paper.subject_line) or words.text("subject", year=str(year.year))
    return blocks.assembled(
        year,
        words.text("title"),
        profile,
        page,
        (
            blocks.head(year, subject, words, profile, page),
            *blocks.title(words.text("type_name"), subject_line, profile),
            blocks.addressee(profile.words["submission_address"], committee),
            *_body(year, subject, words, committee),
            signatures.issued(year, subject, words, signatures.Sheet(profile, page)),
        ),
    )


def _body(year: ReviewYear, subject: Subject, words: Wording, committee: str) -> Sequence[Block]:
    day = subject.day or dt.date(year.year, 12, 31)
    named = {"cell": year.cell.name, "committee": committee}
    return (
        *blocks.bases(words.in_force("bases", day), words),
        blocks.line(words.text("report", date=blocks.day_text(year, subject), **named), "body"),
        blocks.line(words.text("total", **count_texts(strength_on(year.people(), day))), "body"),
        *_reasons(subject, words),
        blocks.line(words.text("attached", **named), "body"),
        blocks.line(words.text("request", **named), "body"),
    )


def _reasons(subject: Subject, words: Wording) -> Sequence[Block]:
    if subject.paper:
        return blocks.prose(subject.paper.body)
    return (Leader(words.text("further"), "body", lines=words.values["blank_lines"]),)
