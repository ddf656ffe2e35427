"""Bản cam kết tu dưỡng, rèn luyện, phấn đấu of a member (CV 2952; regime-2014-2017.md 5.2, 10.6).

Content, goal, measure and time of each item; the columns of the year's end fill once there is a result.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.domain.commitments import Commitment, CommitmentItem, Degree
from app.domain.posts import PostKind, posts_on
from app.domain.types import show_date
from app.papers import blocks, prose, signatures
from app.papers.content import Block, Document
from app.papers.kind import Subject
from app.papers.review import Review, review_of
from app.papers.styles import Profile
from app.papers.wording import Wording, wording
from app.year.review_year import ReviewYear


def build(year: ReviewYear, subject: Subject, words: Wording, profile: Profile) -> Document:
    """Return the commitment of the paper's member; without one a form with rows for a pen."""
    review = review_of(year, subject.day, words.tone)
    target = subject.paper.target if subject.paper else ""
    own = next((one for one in year.commitments if one.member_uid == target), None)
    page = blocks.landscape(profile.page)
    sheet = signatures.Sheet(profile, page)
    return blocks.assembled(
        year,
        words.text("title"),
        profile,
        page,
        (
            blocks.head(year, subject, words, profile, page),
            *blocks.title(words.text("type_name"), words.text("subject", year=str(year.year)), profile),
            *(prose.fact(label, value) for label, value in facts(review, target, words).items()),
            blocks.line(words.text("promise", year=str(year.year)), "body"),
            *_table(review, own, words, sheet),
            blocks.line(words.text("closing"), "body"),
            *_result(own, words),
            *_signed(review, target, subject, words, sheet),
        ),
    )


def facts(review: Review, target: str, words: Wording) -> dict[str, str]:
    """Return label and value of the lines at the head; a blank form has them all."""
    person = review.people.get(target)
    posts = posts_on(person.posts, review.day) if person else ()
    in_party = any(one.kind is not PostKind.NONE for one in posts)
    named = {
        "name": person.member.full_name if person else "",
        "born_on": show_date(person.member.born_on) if person else "",
        "party_post": review.post(target) if in_party else "",
    }
    return {words.named("facts", key): value for key, value in named.items() if value or person is None}


def _table(
    review: Review, own: Commitment | None, words: Wording, sheet: signatures.Sheet
) -> Sequence[Block]:
    return prose.below_text(blocks.table(words, list(rows_of(review, own)), sheet.page))


def rows_of(review: Review, own: Commitment | None) -> Iterator[list[str]]:
    """Yield the items of a commitment, a text for each column."""
    items = [one for one in review.year.commitment_items if own and one.commitment == own.uid]
    states = wording("carried", review.tone)
    for place, one in enumerate(sorted(items, key=lambda one: one.position), start=1):
        yield _row(place, one, states)


def _row(place: int, item: CommitmentItem, states: Wording) -> list[str]:
    state = "" if item.degree is Degree.UNKNOWN else states.named("states", item.degree)
    return [
        str(place),
        item.content,
        item.goal,
        item.measure,
        item.due,
        item.result,
        state[:1].upper() + state[1:],
    ]


def _result(own: Commitment | None, words: Wording) -> Iterator[Block]:
    if own and own.summary:
        yield blocks.line(words.text("summary", text=own.summary), "body")


def _signed(
    review: Review, target: str, subject: Subject, words: Wording, sheet: signatures.Sheet
) -> Iterator[Block]:
    """The member signs right, the cell confirms left (5.2)."""
    confirms = signatures.on_behalf(review.year, subject, words, sheet)
    own = signatures.Below(words.text("signs"), hint=words.text("hint"), name=review.name(target))
    yield signatures.pair(confirms, own, sheet)
    yield from signatures.addressed(review.year, subject, words, sheet)
