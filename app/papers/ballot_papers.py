"""Phiếu biểu quyết: what official members vote on, printed beforehand; it bears no name and no number (10.8).

The levels are the choices of the rule set; members stand by post and then by name (rulings.md 3.7).
"""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.ballots import BallotSubject
from app.papers import blocks, grids, prose
from app.papers.content import Block, Document
from app.papers.kind import Builder, Subject
from app.papers.meeting import Meeting, meeting
from app.papers.styles import Profile
from app.papers.votes import levels_of, to_vote_on
from app.papers.wording import Wording
from app.year.review_year import ReviewYear

_NAME_MM, _LEVEL_MM = 46.0, 27.0
_ROW_MM = 9.0


def ballot_of(about: BallotSubject) -> Builder:
    """Return what builds the ballot on `about`."""

    def build(year: ReviewYear, subject: Subject, words: Wording, profile: Profile) -> Document:
        held = meeting(year, subject, words)
        named = {"year": str(year.year), "cell": year.cell.name}
        return blocks.assembled(
            year,
            words.text("title"),
            profile,
            profile.page,
            (
                blocks.head(year, subject, words, profile, profile.page),
                *blocks.title(words.text("type_name"), words.text("subject", **named), profile),
                blocks.line(words.text("how"), "note"),
                *_table(held, about, words, profile),
                blocks.line(words.text("no_name"), "note"),
                prose.fact(words.text("mark"), "", lines=2),
            ),
        )

    return build


def _table(held: Meeting, about: BallotSubject, words: Wording, profile: Profile) -> Sequence[Block]:
    of_members = about is BallotSubject.MEMBERS
    levels = [grids.Column(one.short, _LEVEL_MM, is_centred=True) for one in levels_of(held.review, about)]
    fixed = [grids.Column("TT", 11, is_centred=True)] if of_members else []
    columns = [*fixed, grids.Column(words.text("whom"), _NAME_MM), *levels]
    people = to_vote_on(held) if of_members else ()
    names = [one.member.full_name for one in people] if of_members else [held.review.year.cell.name]
    rows = [
        [*([str(place)] if of_members else []), name, *[""] * len(levels)]
        for place, name in enumerate(names, start=1)
    ] or grids.blank_rows(columns, words.values["blank_rows"])
    return prose.below_text(grids.grid(columns, rows, profile.page, _ROW_MM))
