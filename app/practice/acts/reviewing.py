"""The turns of a conference: each subject presented, spoken on, answered, concluded (R3-05 … R3-10)."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.domain.conferences import Conference, ConferenceBody, Opinion, OpinionKind, ReviewTurn
from app.domain.self_reviews import CorrectionState
from app.domain.shortcomings import Shortcoming, ShortcomingDegree
from app.domain.targets import COLLECTIVE
from app.errors import Refused
from app.practice.cast import FULFILLED, Case, Role
from app.practice.stage import Stage, year_words
from app.year.review_year import ReviewYear

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
_CONCLUDED = 2
"""Shortcomings of the collective that the conference concludes."""
_AT_END = 30
"""Minutes kept for the vote."""
_RESERVED_FROM = 18


@dataclass(frozen=True, slots=True)
class Agenda:
    """Whom a conference reviews, who speaks, and from when to when it sits."""

    targets: tuple[str, ...]
    speakers: tuple[Role, ...]
    times: tuple[tuple[str, str], ...]


def review(stage: Stage, conference: Conference, agenda: Agenda) -> None:
    """Hold every turn; the gate of R2-03 puts off who has not explained (rulings.md 1.4)."""
    now, wanted = stage.now(), _wanted(agenda)
    concluding = _Concluding(stage, conference, now)
    for at, (target, (start, end)) in enumerate(zip(agenda.targets, _slots(stage, agenda), strict=True)):
        begun = {"started_at": _clock(agenda, start), "ended_at": _clock(agenda, end)}
        facts = {**begun, "minutes_spent": end - start, "bases_shown": True}
        try:
            turn = stage.review.turns.start(conference, target, facts)
        except Refused:
            stage.review.turns.postpone(conference, target)
            continue
        kinds = itertools.islice(
            itertools.cycle(_KINDS), 0 if concluding.wants(target) else _OFFSETS[at % len(_OFFSETS)], None
        )
        hour = _clock(agenda, (start + end) // 2)
        speaking = zip(wanted[target], kinds, itertools.repeat(hour), strict=False)
        said = [_say(stage, conference, target, one) for one in speaking]
        concluding.conclude(turn, said)
    if conference.body is ConferenceBody.CELL and len(agenda.speakers) >= _RESERVED_FROM - 4:
        who = agenda.speakers[-2].uid
        stage.review.conferences.reserve(conference, who, year_words()["conference"]["reservation"])


def _say(
    stage: Stage, conference: Conference, target: str, speaker: tuple[Role, OpinionKind, str]
) -> Opinion:
    role, kind, hour = speaker
    in_writing = role.case in {Case.AWAY, Case.ABSENT}
    values = {"speaker": role.uid, "target": target, "kind": kind, "in_writing": in_writing}
    text = stage.texts.opinion(kind.value)
    said = {"text": text, "said_at": "" if in_writing else hour}
    return stage.review.turns.say(conference, {**values, **said})


class _Concluding:
    """Ends the turns of one conference."""

    def __init__(self, stage: Stage, conference: Conference, now: ReviewYear) -> None:
        self._stage, self._conference, self._now = stage, conference, now
        self._roles = {role.uid: role for role in stage.cast.roles}
        self._again: set[str] = set()

    def wants(self, target: str) -> bool:
        """Return whether a shortcoming of this subject is to be concluded here."""
        if target == COLLECTIVE:
            return self._conference.body is ConferenceBody.CELL
        return self._roles[target].level == FULFILLED

    def conclude(self, turn: ReviewTurn, said: Sequence[Opinion]) -> None:
        """Take the answer, conclude shortcomings and suggested points, finish the turn."""
        stage, words = self._stage, year_words()["conference"]
        wanted = (_CONCLUDED if turn.target == COLLECTIVE else 1) if self.wants(turn.target) else 0
        critical = [one for one in said if one.kind is OpinionKind.SHORTCOMING]
        for opinion in critical[:wanted]:
            self._conclude_one(opinion)
        if self._conference.body is ConferenceBody.CELL:
            points = [one for one in self._now.suggestion_points if one.target == turn.target]
            for point in points:
                text = words["point_conclusion"].format(n=point.position)
                stage.review.turns.conclude_point(self._conference, point, text)
        role = words["collective_role"] if turn.target == COLLECTIVE else ""
        if turn.target in self._roles and self._roles[turn.target].in_committee:
            role = words["role"]
        texts = {"answer": stage.texts.answer(), "conclusion": stage.texts.conclusion()}
        stage.review.turns.finish(stage.review.turns.save(turn, {**texts, "role_and_responsibility": role}))

    def _conclude_one(self, opinion: Opinion) -> Shortcoming:
        """Conclude a shortcoming; one of last year's that is not corrected comes again."""
        stage, words = self._stage, year_words()["shortcomings"]
        is_collective = opinion.target == COLLECTIVE
        name = stage.chance.choice(stage.cast.committee).name
        whose = words["collective_responsibility" if is_collective else "their_responsibility"]
        done = {"responsibility": whose.format(name=name), "cause": stage.chance.choice(words["causes"])}
        plan = {"measure": stage.texts.remediation(), "due_on": stage.day(6, 30, 1)}
        repeats = self._repeated(opinion.target)
        degree = ShortcomingDegree.FAULT if repeats and not is_collective else ShortcomingDegree.LIMITATION
        area = stage.chance.choice(stage.ruleset.areas).code
        more = {"sign": stage.chance.choice(words["signs"]), "area": area, "degree": degree}
        one = stage.review.turns.conclude_opinion(opinion, {**done, **plan, **more, "repeats": repeats})
        if is_collective:
            member = stage.chance.choice(stage.cast.committee)
            stage.review.shortcomings.blame(one, member.uid, words["blame"])
        return one

    def _repeated(self, target: str) -> str:
        """Return the earlier shortcoming that comes again, once each."""
        for one in self._now.earlier_shortcomings:
            is_open = one.correction is not CorrectionState.CORRECTED and one.uid not in self._again
            if one.target == target and is_open:
                self._again.add(one.uid)
                return one.uid
        return ""


def _wanted(agenda: Agenda) -> dict[str, list[Role]]:
    """Return who speaks on whom: chi ủy on the collective and each other, everybody on two subjects."""
    wanted: dict[str, list[Role]] = {target: [] for target in agenda.targets}
    among = {role.uid for role in agenda.speakers if role.in_committee} | {COLLECTIVE}
    everybody = itertools.cycle(agenda.targets)
    for role in agenda.speakers:
        own = [target for target in agenda.targets if target in among] if role.in_committee else []
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
    minutes = sum(_minute(end) - _minute(start) for start, end in agenda.times) - _AT_END
    begun = 0
    for weight in weights:
        ended = begun + max(1, minutes * weight // max(1, sum(weights)))
        yield begun, ended
        begun = ended


def _clock(agenda: Agenda, sat: int) -> str:
    """Return the hour after so many minutes of sitting."""
    for start, end in agenda.times:
        length = _minute(end) - _minute(start)
        if sat <= length:
            return f"{(_minute(start) + sat) // 60:02d}:{(_minute(start) + sat) % 60:02d}"
        sat -= length
    return agenda.times[-1][1]


def _minute(clock: str) -> int:
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)
