"""The turns of a conference: each subject presented, spoken on, answered, concluded (R3-05 … R3-10)."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.conferences import Conference, ConferenceBody, OpinionKind
from app.domain.targets import COLLECTIVE
from app.domain.types import minute_of_day
from app.errors import Refused
from app.practice.acts.turns import Turns
from app.practice.cast import Role
from app.practice.stage import Stage, year_words

_KINDS = (
    OpinionKind.SHORTCOMING,
    OpinionKind.STRENGTH,
    OpinionKind.PROPOSAL,
    OpinionKind.SHORTCOMING,
    OpinionKind.QUESTION,
    OpinionKind.STRENGTH,
)
_OFFSETS = (0, 3, 2)
"""In this order again and again, begun at one of these places: more is criticised than praised."""
_EACH, _CROWD = 2, 30
"""Opinions that everybody gives to other subjects; one where so many speak."""
_AT_END = 30
"""Minutes kept for the vote."""
_RESERVED_FROM = 14


@dataclass(frozen=True, slots=True)
class Agenda:
    """Whom a conference reviews, who speaks, and from when to when it sits."""

    targets: tuple[str, ...]
    speakers: tuple[Role, ...]
    times: tuple[tuple[str, str], ...]


def review(stage: Stage, conference: Conference, agenda: Agenda) -> None:
    """Hold every turn; the gate of R2-03 puts off who has not explained (rulings.md 1.4)."""
    wanted, turns = _wanted(stage, agenda), Turns(stage, conference, stage.now())
    for at, (target, (start, end)) in enumerate(zip(agenda.targets, _slots(stage, agenda), strict=True)):
        begun = {"started_at": _clock(agenda, start), "ended_at": _clock(agenda, end)}
        facts = {**begun, "minutes_spent": end - start, "bases_shown": True}
        try:
            turn = stage.review.turns.start(conference, target, facts)
        except Refused:
            stage.review.turns.postpone(conference, target)
            continue
        begin = 0 if turns.concludes(target) else _OFFSETS[at % len(_OFFSETS)]
        kinds = itertools.islice(itertools.cycle(_KINDS), begin, None)
        pace = (end - start) / (len(wanted[target]) + 1)
        hours = (_clock(agenda, start + round(pace * place)) for place in itertools.count(1))
        speaking = zip(wanted[target], kinds, hours, strict=False)
        said = [turns.say(target, role, kind, hour) for role, kind, hour in speaking]
        turns.conclude(turn, said)
    if conference.body is ConferenceBody.CELL and len(agenda.speakers) >= _RESERVED_FROM:
        who = agenda.speakers[-2].uid
        stage.review.conferences.reserve(conference, who, year_words()["conference"]["reservation"])


def _wanted(stage: Stage, agenda: Agenda) -> dict[str, list[Role]]:
    """Return who speaks on whom: the collective on itself and each other, everybody on two subjects more.

    The collective is chi ủy; in a cell without one everybody is.
    """
    wanted: dict[str, list[Role]] = {target: [] for target in agenda.targets}
    collective = [one for one in agenda.speakers if one.in_committee or not stage.cast.has_committee]
    among = {role.uid for role in collective} | {COLLECTIVE}
    everybody = itertools.cycle(agenda.targets)
    for role in agenda.speakers:
        own = [target for target in agenda.targets if target in among] if role in collective else []
        others = [target for target in agenda.targets if target != role.uid]
        each = min(_EACH if len(agenda.speakers) <= _CROWD else 1, len(others))
        chosen = dict.fromkeys(target for target in own if target != role.uid)
        more = 0
        while more < each and len(chosen) < len(others):
            target = next(everybody)
            if target != role.uid and target not in chosen:
                chosen[target] = None
                more += 1
        for target in chosen:
            wanted[target].append(role)
    return wanted


def _slots(stage: Stage, agenda: Agenda) -> Iterator[tuple[int, int]]:
    """Yield begin and end of each turn, in minutes of sitting: the collective has most, then chi ủy."""
    leaders = {role.uid for role in stage.cast.committee}
    weights = [3 if one == COLLECTIVE else 2 if one in leaders else 1 for one in agenda.targets]
    minutes = sum(minute_of_day(end) - minute_of_day(start) for start, end in agenda.times) - _AT_END
    begun = 0
    for weight in weights:
        ended = begun + max(1, minutes * weight // max(1, sum(weights)))
        yield begun, ended
        begun = ended


def _clock(agenda: Agenda, sat: int) -> str:
    """Return the hour after so many minutes of sitting."""
    for start, end in agenda.times:
        length = minute_of_day(end) - minute_of_day(start)
        if sat <= length:
            return f"{(minute_of_day(start) + sat) // 60:02d}:{(minute_of_day(start) + sat) % 60:02d}"
        sat -= length
    return agenda.times[-1][1]
