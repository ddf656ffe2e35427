"""The lines of the minutes that an answer may point to (rulings.md 2.1): each told apart from every other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.domain.conferences import Conference, ReviewTurn, Sitting
from app.domain.targets import COLLECTIVE
from app.rules.finding_words import word
from app.year.review_year import ReviewYear


@dataclass(frozen=True, slots=True)
class MinuteLine:
    """One review turn: whose it was and in which conference, its place there, and what was concluded."""

    title: str
    place: str
    conclusion: str


def minute_lines(year: ReviewYear) -> Mapping[str, MinuteLine]:
    """Return the review turns by uid, in the order in which they were held."""
    conferences = {one.uid: one for one in year.conferences}
    names = {one.uid: one.full_name for one in year.members}
    found = [
        (_order(turn, sittings), turn, _line(turn, conferences[turn.conference], sittings, names))
        for turn in year.review_turns
        if turn.conference in conferences
        for sittings in [[one for one in year.sittings if one.conference == turn.conference]]
    ]
    return {turn.uid: line for _, turn, line in sorted(found, key=lambda one: one[0])}


def _order(turn: ReviewTurn, sittings: Sequence[Sitting]) -> tuple[object, ...]:
    days = [f"{one.held_on:%Y-%m-%d}" for one in sittings if one.held_on]
    return (min(days, default=""), turn.conference, turn.position, turn.uid)


def _line(
    turn: ReviewTurn, conference: Conference, sittings: Sequence[Sitting], names: Mapping[str, str]
) -> MinuteLine:
    whose = {COLLECTIVE: word("turn.of_collective")}
    if turn.target in names:
        whose[turn.target] = word("turn.of_member", name=names[turn.target])
    days = " – ".join(f"{one.held_on:%d/%m/%Y}" for one in _held(turn, sittings) if one.held_on)
    body = word(f"conference.{conference.body.value}")
    said = [whose.get(turn.target, word("turn.of_nobody")), word("turn.held", body=body, day=days or "…")]
    if conference.round_number > 1:
        said.append(word("turn.again", number=conference.round_number))
    return MinuteLine(", ".join(said), _place(turn, sittings), turn.conclusion.strip())


def _held(turn: ReviewTurn, sittings: Sequence[Sitting]) -> Sequence[Sitting]:
    """Return the sitting in whose hours the turn was, or every one where its hour does not tell."""
    within = [one for one in sittings if _is_within(turn.started_at, one)]
    return within if len(within) == 1 else sorted(sittings, key=lambda one: one.position)


def _is_within(hour: str, sitting: Sitting) -> bool:
    return bool(hour and sitting.started_at) and sitting.started_at <= hour <= (sitting.ended_at or "24:00")


def _place(turn: ReviewTurn, sittings: Sequence[Sitting]) -> str:
    said = [word("turn.place", number=turn.position)]
    held = _held(turn, sittings)
    if len(sittings) > len(held) == 1:
        said.append(word("sitting", number=held[0].position))
    if turn.started_at:
        said.append("–".join(filter(None, (turn.started_at, turn.ended_at))))
    return ", ".join(said)
