"""Sections I and II of the minutes: the collective, then each member in the order of the turns."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.conferences import ConferenceBody, Presence, ReviewTurn, TurnState
from app.domain.self_reviews import ReportVersion
from app.domain.targets import COLLECTIVE
from app.papers import prose
from app.papers.blocks import line
from app.papers.content import Block, PageSetup
from app.papers.meeting import AWAY, Meeting, is_secretary, meeting_of
from app.papers.turn_account import concluded, explained, labelled, opinion_lines, opinion_table
from app.papers.wording import Wording
from app.rules.gates import review_gate


def collective(held: Meeting, words: Wording, page: PageSetup) -> Iterator[Block]:
    """Yield the review of the collective; nothing where this conference had none."""
    turn = _turn(held, COLLECTIVE)
    if turn is None and held.turns:
        return
    if turn is not None and turn.state is TurnState.POSTPONED:
        yield line(words.text("postponed_collective", reason=_reason(held, COLLECTIVE, words)), "body")
        return
    yield line(words.text("collective_presented", **_report(held, words)), "body")
    yield labelled(held.words.text("opinions"))
    yield from opinion_table(held, COLLECTIVE, words.part("opinions"), page)
    yield from explained(held, COLLECTIVE, page)
    yield from concluded(held, COLLECTIVE, turn)


def _report(held: Meeting, words: Wording) -> dict[str, str]:
    """Return which report was presented: the draft, where there was one."""
    name = held.review.name(COLLECTIVE)
    own = [
        one
        for one in held.review.year.collective_reports
        if one.round_number == held.conference.round_number and not held.is_blank
    ]
    version = min((one.version for one in own), key=list(ReportVersion).index, default=None)
    return {
        "whose": name[:1].lower() + name[1:],
        "year": str(held.review.year.year),
        "version": words.named("versions", version) if version else words.text("version_unknown"),
    }


def members(held: Meeting, words: Wording, page: PageSetup) -> Iterator[Block]:
    """Yield the review of each member in order, and last who was put off, with the reason."""
    if held.conference.order_reason.strip():
        yield line(words.text("order_reason", reason=held.conference.order_reason), "body")
    own = [one for one in held.turns if one.target in held.review.people]
    reviewed = [one for one in own if one.state is not TurnState.POSTPONED]
    for place, turn in enumerate(reviewed, start=1):
        yield from _member(held, place, turn, words, page)
    if held.is_blank:
        yield from _blank_member(held, words)
    yield from _put_off(held, reviewed, words)


def _member(held: Meeting, place: int, turn: ReviewTurn, words: Wording, page: PageSetup) -> Iterator[Block]:
    yield prose.subheading(words.text("member", number=str(place), who=held.person(turn.target)))
    if is_secretary(held, turn.target) and held.conference.chair_for_secretary:
        stands_in = held.person(held.conference.chair_for_secretary)
        yield line(words.text("chaired", who=stands_in), "body")
    yield line(_presented(held, turn.target, words), "body")
    yield from opinion_lines(held, turn.target)
    yield from explained(held, turn.target, page)
    yield from concluded(held, turn.target, turn)


def _presented(held: Meeting, target: str, words: Wording) -> str:
    own = held.review.outlook.self_reviews.get(target)
    level = held.review.level(own.self_level) if own else ""
    who = held.comrade(target)
    told = {"who": who[:1].upper() + who[1:], "level": level}
    return words.text("member_presented_level" if level else "member_presented", **told)


def _blank_member(held: Meeting, words: Wording) -> Iterator[Block]:
    """Yield room for three members, each with what is told of one."""
    for place in range(1, words.values["blank_members"] + 1):
        yield prose.fact(words.text("member_blank", number=str(place)), "")
        yield labelled(held.words.text("opinions"))
        yield from prose.written("", lines=words.values["blank_lines"])
        for key in ("answer", "role", "conclusion"):
            yield prose.fact(held.words.text(key), "", lines=2)


def _put_off(held: Meeting, reviewed: list[ReviewTurn], words: Wording) -> Iterator[Block]:
    """Yield who was to be reviewed and was not: put off in the conference, or never begun in the cell's."""
    done = {one.target for one in reviewed}
    waiting = [one.target for one in held.turns if one.state is TurnState.POSTPONED]
    if held.conference.body is ConferenceBody.CELL and held.is_over:
        waiting += held.review.outlook.roster.reviewed
    left = held.review.in_order(set(waiting) - done - _done_before(held))
    if not left:
        return
    yield labelled(words.text("put_off"))
    said = (
        words.text("put_off_one", name=one.member.full_name, reason=_reason(held, one.uid, words))
        for one in left
    )
    yield from prose.bullets(list(said))


def _reason(held: Meeting, target: str, words: Wording) -> str:
    """Return why somebody was not reviewed: away, unexplained points, or the settled reason."""
    rows = [row for one in held.sittings for uid, row in held.attendance(one.uid).items() if uid == target]
    if rows and all(one.presence in AWAY for one in rows):
        key = "away_unexcused" if rows[-1].presence is Presence.UNEXCUSED else "away"
        return words.text(f"{key}_why" if rows[-1].reason else key, reason=rows[-1].reason)
    if not review_gate(held.review.year, target).is_open:
        return words.text("not_explained")
    settled = held.review.outlook.roster.population.get(target)
    names = {one.code: one.printed or one.name for one in held.review.rules.reasons}
    return names.get(settled.reason, "") if settled else ""


def _turn(held: Meeting, target: str) -> ReviewTurn | None:
    return next((one for one in held.turns if one.target == target), None)


def _done_before(held: Meeting) -> frozenset[str]:
    """Return whom another conference of the same body and round had reviewed before this one began."""
    own = held.conference
    others = {
        one.uid
        for one in held.review.year.conferences
        if one.uid != own.uid
        and (one.body, one.round_number) == (own.body, own.round_number)
        and meeting_of(held.review, one.uid).first_day < held.first_day
    }
    turns = (one for one in held.review.year.review_turns if one.conference in others)
    return frozenset(one.target for one in turns if one.state is TurnState.DONE)
