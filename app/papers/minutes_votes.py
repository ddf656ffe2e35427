"""Section III of the minutes: each vote with its numbers and tally minutes, and what was proposed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from app.domain.ballots import Ballot, BallotSubject
from app.domain.levels import ProposedLevel
from app.domain.targets import CELL
from app.papers import prose
from app.papers.blocks import line
from app.papers.content import Block
from app.papers.counts import two_digits
from app.papers.dates import short_date
from app.papers.meeting import Meeting, lines_of
from app.papers.register import number_and_symbol
from app.papers.turn_account import labelled
from app.papers.votes import levels_of
from app.papers.wording import Wording

TALLIES: Mapping[BallotSubject, str] = {
    BallotSubject.MEMBERS: "member_tally",
    BallotSubject.CELL: "cell_tally",
}
"""The kind of paper that states a vote in full."""


def votes(held: Meeting, words: Wording) -> Iterator[Block]:
    """Yield the counting team, each vote, and the levels that follow; nothing where nobody voted."""
    if held.is_blank:
        yield from (prose.fact(text, "") for text in words.texts("votes_blank"))
        return
    if not held.ballots:
        return
    if team := counting_team(held, words):
        yield line(words.text("counting_team", names=team), "body")
    for one in held.ballots:
        yield line(_vote(held, one, words), "body")
        yield from (line(text, "body") for text in lines_of(one.conclusion))
    yield from _proposed(held, words)


def counting_team(held: Meeting, words: Wording) -> str:
    """Return the counting team, its head first."""
    names = lines_of(held.conference.counting_team)
    named = [words.text("counting_head", name=names[0])] if names else []
    return "; ".join([*named, *(words.text("counting_member", name=one) for one in names[1:])])


def _vote(held: Meeting, one: Ballot, words: Wording) -> str:
    keys = ("convened", "deducted", "official_present", "issued", "returned", "valid", "invalid")
    numbers = {key: two_digits(getattr(one, key)) for key in keys}
    base = {"base": two_digits(one.convened - one.deducted), "deducted": numbers.pop("deducted")}
    return words.text(
        "vote",
        verb=words.text("votes_again" if one.repeats else "votes"),
        on=words.text(f"vote_on_{one.subject.value}", year=str(held.review.year.year)),
        how=words.text("secret" if one.is_secret else "open"),
        base=words.text("base_less" if one.deducted else "base_whole", **base),
        tally=_tally(held, one, words),
        **numbers,
    )


def _tally(held: Meeting, ballot: Ballot, words: Wording) -> str:
    """Return the minutes of the count by number and date, where they were issued."""
    issued = [
        one
        for one in held.review.year.papers
        if one.kind == TALLIES[ballot.subject] and one.about == ballot.uid and one.is_issued
    ]
    if not issued:
        return words.text("tally_attached")
    last = max(issued, key=lambda one: (one.dated_on, one.number or 0))
    number = number_and_symbol(last.number, last.type_code, last.symbol)
    return words.text("tally", number=number[:1].lower() + number[1:], date=short_date(last.dated_on))


def _proposed(held: Meeting, words: Wording) -> Iterator[Block]:
    """Yield the levels that the cell proposes, or decides, for whom this conference voted on."""
    ballots = {one.uid for one in held.ballots}
    targets = {one.target for one in held.review.year.ballot_lines if one.ballot in ballots}
    own = [
        one
        for one in held.review.year.proposed_levels
        if one.target in targets and one.round_number == held.conference.round_number
    ]
    key = "decided" if held.review.decides_members else "proposed"
    told = [
        text
        for level in levels_of(held.review, BallotSubject.MEMBERS)
        for text in _at(held, level.code, own, words)
    ]
    if told:
        yield labelled(words.text(f"{key}_members"))
        yield from prose.bullets(told)
    for one in own:
        if one.target == CELL:
            level = held.review.level(one.level, CELL)
            yield line(words.text("proposed_cell", level=level, year=str(held.review.year.year)), "body")


def _at(held: Meeting, level: str, own: list[ProposedLevel], words: Wording) -> Iterator[str]:
    by_target = {one.target: one for one in own if one.level == level and one.target != CELL}
    people = held.review.in_order(by_target)
    if people:
        names = "; ".join(_with_reason(held, by_target[one.uid], one.member.full_name) for one in people)
        told = {"level": held.review.level(level), "count": two_digits(len(people)), "names": names}
        yield words.text("at_level", **told)


def _with_reason(held: Meeting, one: ProposedLevel, name: str) -> str:
    reasons = {sub.code: sub.name for level in held.review.levels() for sub in level.sub_reasons}
    reason = reasons.get(one.sub_reason, "")
    return held.words.text("name_and_detail", name=name, detail=reason) if reason else name
