"""Biên bản hội nghị kiểm điểm of chi ủy, tổ đảng or the cell.

Sources: regime-2014-2017.md 10.10, regimes-2018-2026.md 7.7. Sections that a conference did not have are left
out and the others counted on; a blank form has them all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.domain.conferences import ConferenceBody
from app.papers import attending, blocks, minutes_close, minutes_review, minutes_votes, prose, signatures
from app.papers.content import Block, Document
from app.papers.kind import Subject
from app.papers.meeting import Meeting, meeting
from app.papers.styles import Profile
from app.papers.wording import Wording
from app.year.review_year import ReviewYear

KIND = "review_minutes"


@dataclass(frozen=True, slots=True)
class _Section:
    key: str
    blocks: Sequence[Block]


def build(year: ReviewYear, subject: Subject, words: Wording, profile: Profile) -> Document:
    """Return the minutes of the paper's conference; without one a form for a pen."""
    held, page = meeting(year, subject, words), profile.page
    sheet = signatures.Sheet(profile, page)
    conference = held.conference
    return blocks.assembled(
        year,
        words.text("title"),
        profile,
        page,
        (
            blocks.head(year, subject, words, profile, page),
            *blocks.title(words.text("type_name"), subject_line(held, words), profile),
            *attending.time_and_place(held),
            *attending.composition(held),
            *_numbered(_sections(held, subject, words, sheet), words),
            *minutes_close.end(held, words),
            signatures.recorder_and_chair(
                held.review.name(conference.recorder), held.review.name(conference.chair), words, sheet
            ),
            *signatures.addressed(year, subject, words, sheet),
        ),
    )


def subject_line(held: Meeting, words: Wording) -> str:
    """Return what the minutes are of: "hội nghị chi bộ kiểm điểm …"; a later round says "lại"."""
    conference = held.conference
    review = words.terms["review"]
    again = conference.round_number > 1
    return words.text(
        f"subject_{conference.body.value}",
        review=words.text("again", review=review) if again else review,
        group=conference.party_group,
        year=str(held.review.year.year),
    )


def _sections(held: Meeting, subject: Subject, words: Wording, sheet: signatures.Sheet) -> Iterator[_Section]:
    has_collective = held.conference.body is not ConferenceBody.PARTY_GROUP
    if has_collective:
        yield _Section("collective", tuple(minutes_review.collective(held, words, sheet.page)))
    yield _Section("members", tuple(minutes_review.members(held, words, sheet.page)))
    yield _Section("votes", tuple(minutes_votes.votes(held, words)))
    yield _Section("guidance", tuple(minutes_close.guidance(held, words)))
    yield _Section("closing", tuple(minutes_close.conclusions(held, subject, words, KIND)))


def _numbered(sections: Iterator[_Section], words: Wording) -> Iterator[Block]:
    numbers = iter(words.texts("numbers"))
    for one in sections:
        if one.blocks:
            yield prose.heading(
                words.text("section", number=next(numbers), name=words.named("sections", one.key))
            )
            yield from one.blocks
