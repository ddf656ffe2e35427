"""Biên bản kiểm phiếu, on the members or on the cell: the numbers of a vote, line by line (10.9; 7.7).

Every share is of the official members convened less the deductions, and both stand in it (rulings.md 3.3). No
level is called the winner; where none has more than half, the paper says what the conference may do (1.2).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.domain.ballots import Ballot, BallotSubject
from app.papers import blocks, grids, prose, signatures
from app.papers.attending import hour
from app.papers.content import Block, Document, Table
from app.papers.counts import two_digits
from app.papers.dates import blank_date, paper_date
from app.papers.kind import Builder, Subject
from app.papers.meeting import lines_of
from app.papers.review import review_of
from app.papers.styles import Profile
from app.papers.votes import Vote, VoteLine, percent, vote_of
from app.papers.wording import Wording
from app.year.review_year import ReviewYear

_SHARE_OF_NAMES = 0.27
_LEVEL_MM = 22.0
_COUNTED = ("convened", "official_present", "issued", "returned", "valid", "invalid")


def tally_of(about: BallotSubject) -> Builder:
    """Return what builds the minutes of a count of votes on `about`."""

    def build(year: ReviewYear, subject: Subject, words: Wording, profile: Profile) -> Document:
        review = review_of(year, subject.day, words.tone)
        vote = vote_of(review, about, subject.paper.about if subject.paper else "")
        sheet = signatures.Sheet(profile, profile.page)
        named = {"year": str(year.year), "cell": year.cell.name}
        return blocks.assembled(
            year,
            words.text("title"),
            profile,
            profile.page,
            (
                blocks.head(year, subject, words, profile, profile.page),
                *blocks.title(words.text("type_name"), words.text("subject", **named), profile),
                *when(vote, words),
                *_team(vote, words),
                *_numbers(vote, words),
                prose.heading(words.text("result")),
                *prose.below_text(_table(vote, words, sheet)),
                *no_majority(vote, words),
                *_conclusion(vote, words),
                blocks.line(words.text("copies_made"), "body"),
                _signed(vote, words, sheet),
                *signatures.addressed(year, subject, words, sheet),
            ),
        )

    return build


def when(vote: Vote, words: Wording) -> Iterator[Block]:
    """Yield when, where and how the vote was held."""
    ballot, year = vote.ballot, vote.review.year.year
    held_on = ballot.held_on if ballot else None
    day = paper_date(held_on) if held_on else blank_date(year)
    at = hour(vote.meeting, ballot.held_at if ballot else "")
    yield blocks.line(words.text("when", hour=at, date=day), "body")
    yield prose.fact(words.text("place"), vote.place)
    if ballot and ballot.repeats:
        yield blocks.line(words.text("repeated"), "body")
    if ballot is None:
        yield prose.fact(words.text("way_blank"), "")
    else:
        yield blocks.line(words.text("secret" if ballot.is_secret else "open"), "body")


def _team(vote: Vote, words: Wording) -> Iterator[Block]:
    names = lines_of(vote.meeting.conference.counting_team)
    if not names:
        yield prose.fact(words.text("team"), "", lines=2)
        return
    yield blocks.line(words.text("team"), "body")
    roles = [words.text("head"), *[words.text("member")] * (len(names) - 1)]
    yield from prose.bullets([f"{name}, {role}" for name, role in zip(names, roles, strict=True)])


def _numbers(vote: Vote, words: Wording) -> Iterator[Block]:
    """Yield who could vote and what became of the ballots; without numbers a line for each."""
    ballot = vote.ballot
    for name in _COUNTED:
        value = two_digits(getattr(ballot, name)) if ballot else ""
        yield prose.fact(words.named("numbers", name), value)
        if name == "official_present":
            yield from _base(vote, ballot, words)


def _base(vote: Vote, ballot: Ballot | None, words: Wording) -> Iterator[Block]:
    if ballot is None:
        yield prose.fact(words.text("base_blank"), "")
        yield prose.fact(words.text("left_out_blank"), "", lines=2)
        return
    if not ballot.deducted:
        yield blocks.line(words.text("base_whole", base=two_digits(vote.base)), "body")
        return
    names = "; ".join(
        words.text("left_out", name=person.member.full_name, why=words.named("standings", kind))
        for person, kind in vote.left_out()
    )
    told = {"deducted": two_digits(ballot.deducted), "base": two_digits(vote.base)}
    key = "base_less_named" if names else "base_less"
    yield blocks.line(words.text(key, **told, **({"names": names} if names else {})), "body")


def _table(vote: Vote, words: Wording, sheet: signatures.Sheet) -> Table:
    of_members = vote.subject is BallotSubject.MEMBERS
    fixed = [grids.Column("TT", 11, is_centred=True)] if of_members else []
    fixed.append(grids.Column(words.text("whom"), sheet.page.text_width_mm * _SHARE_OF_NAMES))
    levels = [grids.Column(one.short, _LEVEL_MM, is_centred=True) for one in vote.levels]
    columns = [*fixed, *levels, grids.Column(words.text("blank"), _LEVEL_MM, is_centred=True)]
    rows = [
        [*([str(place)] if of_members else []), name, *counted, blank]
        for place, (name, *counted, blank) in enumerate(rows_of(vote), start=1)
    ]
    if rows:
        return grids.grid(columns, rows, sheet.page)
    count, least = words.values["blank_rows"], words.values["blank_row_mm"]
    return grids.grid(columns, grids.blank_rows(columns, count), sheet.page, least)


def rows_of(vote: Vote) -> Iterator[list[str]]:
    """Yield of each who was voted on the name, the votes and share of each level, and the blank ones."""
    yield from (_row(one, vote) for one in vote.lines)


def _row(one: VoteLine, vote: Vote) -> list[str]:
    name = vote.review.name(one.target)
    counted = [
        "\n".join([str(one.votes.get(level.code, 0)), percent(one.shares.get(level.code))])
        for level in vote.levels
    ]
    return [name, *counted, str(one.blank)]


def no_majority(vote: Vote, words: Wording) -> Sequence[Block]:
    """Return whom no level has more than half of the base for; nothing where there is nobody."""
    open_ones = [vote.review.name(one.target) for one in vote.lines if not one.has_majority]
    return (blocks.line(words.text("no_majority", names="; ".join(open_ones)), "body"),) if open_ones else ()


def _conclusion(vote: Vote, words: Wording) -> Iterator[Block]:
    said = vote.ballot.conclusion if vote.ballot else ""
    yield prose.heading(words.text("conclusion"))
    yield from prose.written(said)


def _signed(vote: Vote, words: Wording, sheet: signatures.Sheet) -> Block:
    names = lines_of(vote.meeting.conference.counting_team)
    chair = vote.review.name(vote.meeting.conference.chair)
    return signatures.counters_and_chair(names[0] if names else "", chair, words, sheet)
