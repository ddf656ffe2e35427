"""The blank set of a conference: roll call, opinions, counting; printed beforehand, finished by a pen.

Names stand in them where they are known (rulings.md 6).
"""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.ballots import BallotSubject
from app.domain.people import Person
from app.domain.standings import takes_part_on
from app.papers import blocks, grids, prose, signatures
from app.papers.content import Block, Document, PageSetup
from app.papers.kind import Subject
from app.papers.meeting import Meeting, meeting
from app.papers.review import Review
from app.papers.styles import Profile
from app.papers.votes import levels_of, to_vote_on
from app.papers.wording import Wording
from app.year.review_year import ReviewYear

_LEVEL_MM = 38.0


def attendance(year: ReviewYear, subject: Subject, words: Wording, profile: Profile) -> Document:
    """Return the roll call: every member who is called, with room for a signature."""
    held, page = meeting(year, subject, words), profile.page
    people = held.called or _called(held.review)
    rows = [
        [str(place), one.member.full_name, held.review.post(one.uid), "", ""]
        for place, one in enumerate(people, start=1)
    ]
    columns = grids.columns_of(words)
    table = grids.grid(columns, rows or _blank(columns, words), page, words.values["blank_row_mm"])
    return _sheet(held, subject, words, profile, page, (*prose.below_text(table), *_sums(words)))


def opinions(year: ReviewYear, subject: Subject, words: Wording, profile: Profile) -> Document:
    """Return the sheet on which opinions are written down as they are said."""
    held, page = meeting(year, subject, words), blocks.landscape(profile.page)
    columns = grids.columns_of(words)
    table = grids.grid(columns, _blank(columns, words), page, words.values["blank_row_mm"])
    return _sheet(held, subject, words, profile, page, prose.below_text(table))


def counting(year: ReviewYear, subject: Subject, words: Wording, profile: Profile) -> Document:
    """Return the sheet of the counters: names by levels, with room for strokes of five."""
    held, page = meeting(year, subject, words), blocks.landscape(profile.page)
    review = held.review
    levels = levels_of(review, BallotSubject.MEMBERS)
    strokes = [grids.Column(one.short, _LEVEL_MM) for one in levels]
    columns = [*grids.columns_of(words), *strokes, grids.Column(words.text("blank"), _LEVEL_MM)]
    rows = [
        [str(place), one.member.full_name, *[""] * (len(columns) - 2)]
        for place, one in enumerate(to_vote_on(held), start=1)
    ]
    table = grids.grid(columns, rows or _blank(columns, words), page, words.values["blank_row_mm"])
    return _sheet(held, subject, words, profile, page, (*prose.below_text(table), *_sums(words)))


def _sheet(
    held: Meeting,
    subject: Subject,
    words: Wording,
    profile: Profile,
    page: PageSetup,
    body: Sequence[Block],
) -> Document:
    year = held.review.year
    sheet = signatures.Sheet(profile, page)
    left, right = (signatures.Below(words.text(key)) for key in ("signs_left", "signs_right"))
    return blocks.assembled(
        year,
        words.text("title"),
        profile,
        page,
        (
            blocks.head(year, subject, words, profile, page),
            *blocks.title(words.text("type_name"), words.text("subject", year=str(year.year)), profile),
            *(prose.fact(text, "") for text in words.texts("facts")),
            *body,
            signatures.pair(left, right, sheet),
            *signatures.addressed(year, subject, words, sheet),
        ),
    )


def _called(review: Review) -> tuple[Person, ...]:
    people = review.people.items()
    return review.in_order(uid for uid, one in people if takes_part_on(one.standings, review.day))


def _blank(columns: Sequence[grids.Column], words: Wording) -> list[list[str]]:
    return grids.blank_rows(columns, words.values["blank_rows"])


def _sums(words: Wording) -> Sequence[Block]:
    return tuple(prose.fact(text, "") for text in words.texts("sums"))
