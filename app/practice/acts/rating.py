"""The vote, the scores, the levels: proposed by the cell, recognised from above (R4-01 … R4-14)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from app.domain.ballots import BallotSubject
from app.domain.conferences import Attendance, Conference, ConferenceBody, Presence
from app.domain.scores import ScoredBy
from app.domain.targets import CELL, COLLECTIVE
from app.errors import Refused
from app.practice.acts.beginning import cell_level
from app.practice.cast import EXCELLENT, FULFILLED, GOOD, Case, Role
from app.practice.stage import Stage, year_words
from app.rules.ruleset import RuleSet, ScoreFrame
from app.rules.subject_facts import codes_of
from app.year.review_year import ReviewYear

Lines: TypeAlias = "Mapping[str, Mapping[str, object]]"
"""A score sheet: what stands at each item, by its code."""

_DECIDED = (12, 28)
_SHARE = {EXCELLENT: 0.94, GOOD: 0.82, FULFILLED: 0.62}
"""What part of each group's points a subject of this level has."""
_INVALID_FROM = 14
"""Of so many ballots one is invalid."""


def vote(stage: Stage) -> None:
    """Vote at each conference of the cell on whom it reviewed, and on the cell itself at the first."""
    now = stage.now()
    first_days = {one.conference: one.held_on for one in now.sittings if one.position == 1}
    conferences = [one for one in now.conferences if one.body is ConferenceBody.CELL]
    conferences.sort(key=lambda one: str(first_days[one.uid]))
    absent = stage.cast.of(Case.ABSENT)
    first = [role for role in stage.cast.rated if role is not absent]
    _vote_members(stage, now, conferences[0], first)
    _vote_cell(stage, now, conferences[0])
    if absent and len(conferences) > 1:
        _vote_members(stage, now, conferences[1], [absent])


def _vote_members(stage: Stage, now: ReviewYear, conference: Conference, roles: Sequence[Role]) -> None:
    totals = voters(stage, now, conference)
    levels = [one.code for one in stage.ruleset.member_levels]
    lines = [_line(stage, role.uid, role.level, levels, totals) for role in roles]
    subject = {"subject": BallotSubject.MEMBERS}
    stage.review.ballots.add(conference, {**totals, **subject, **_concluded()}, lines)


def _vote_cell(stage: Stage, now: ReviewYear, conference: Conference) -> None:
    totals = voters(stage, now, conference)
    levels = [one.code for one in stage.ruleset.cell_levels]
    line = _line(stage, CELL, cell_level(stage.ruleset), levels, totals)
    subject = {"subject": BallotSubject.CELL, "held_at": "17:15"}
    stage.review.ballots.add(conference, {**totals, **subject, **_concluded()}, [line])


def _concluded() -> dict[str, str]:
    return {"conclusion": year_words()["votes"]["conclusion"]}


def voters(stage: Stage, now: ReviewYear, conference: Conference) -> dict[str, int | str]:
    """Return who could vote: official members there; the base leaves out who is away or exempt and absent."""
    sittings = [one for one in now.sittings if one.conference == conference.uid]
    last = max(sittings, key=lambda one: one.position)
    there = {one.member_uid for one in now.attendance if one.sitting == last.uid and _is_there(one)}
    official = [role for role in stage.cast.roles if role.is_official and role.case is not Case.GUEST]
    deducted = sum(role.case in {Case.EXEMPT, Case.AWAY} and role.uid not in there for role in official)
    present = sum(role.uid in there for role in official)
    invalid = int(present >= _INVALID_FROM)
    counted = {"returned": present, "valid": present - invalid, "invalid": invalid}
    held = {"held_on": str(last.held_on), "held_at": "17:00"}
    called = {"convened": len(official), "deducted": deducted, "official_present": present, "issued": present}
    return {**called, **counted, **held}


def _is_there(one: Attendance) -> bool:
    return one.presence in {Presence.PRESENT, Presence.LATE}


def _line(
    stage: Stage, target: str, level: str, levels: Sequence[str], totals: Mapping[str, int | str]
) -> dict[str, object]:
    """Return votes by level that add up: more than half of the base for `level`, the rest beside it."""
    valid = int(totals["valid"])
    base = int(totals["convened"]) - int(totals["deducted"])
    others = min(stage.chance.randrange(3), max(0, valid - base // 2 - 1))
    at = levels.index(level)
    beside = levels[at - 1] if at else levels[at + 1]
    blank = int(others > 1)
    return {"target": target, "votes": {level: valid - others, beside: others - blank}, "blank": blank}


def score(stage: Stage) -> None:
    """Keep the score sheets: of the cell, and of each member where the rule set scores members."""
    for scored_by in (ScoredBy.SELF, ScoredBy.APPRAISED):
        frame = stage.ruleset.frame_for(COLLECTIVE)
        if frame:
            _put_sheet(stage, CELL, scored_by, _lines(stage.ruleset, frame, GOOD))
        for role in stage.cast.rated:
            frame = stage.ruleset.frame_for(role.object_type)
            if frame:
                level = role.self_level if scored_by is ScoredBy.SELF else role.level
                _put_sheet(stage, role.uid, scored_by, _lines(stage.ruleset, frame, level))


def _put_sheet(stage: Stage, target: str, scored_by: ScoredBy, lines: Lines) -> None:
    on = stage.day(11, 27) if scored_by is ScoredBy.SELF else stage.conference_day
    stage.review.scores.put(stage.year, target, scored_by, {"scored_on": on}, lines)


def _lines(ruleset: RuleSet, frame: ScoreFrame, level: str) -> Lines:
    """Return a line for every item: a grade or points, as the rule set measures."""
    if ruleset.scoring.mode == "grades":
        grades = sorted(ruleset.scoring.grades, key=lambda one: -one.rank)
        grade = grades[list(_SHARE).index(level)].code
        return {code: {"grade": grade} for group in frame.groups for code in codes_of(group)}
    if all(group.max_points for group in frame.groups):
        points = _points(frame, _SHARE[level])
    else:
        # Such a frame is the cell's alone; the local table gives its points.
        given: Mapping[str, int] = year_words()["scores"]["cell"]
        points = {group.code: float(given[group.code]) for group in frame.groups}
    lost = {"reason": year_words()["scores"]["lost"]}
    return {
        code: {"points": one, **(lost if at == 0 else {})} for at, (code, one) in enumerate(points.items())
    }


def _points(frame: ScoreFrame, share: float) -> dict[str, float]:
    """Return points of every item: its even part of the group's maximum, in tenths."""
    points: dict[str, float] = {}
    for group in frame.groups:
        codes = codes_of(group)
        tenths = round((group.max_points or 0) * share * 10)
        each, rest = divmod(tenths, len(codes))
        points |= {code: (each + (at < rest)) / 10 for at, code in enumerate(codes)}
    return points


def propose(stage: Stage) -> None:
    """Propose the levels that were voted, and hand in the rewards; the gate of R4-01 keeps others out."""
    words, levels = year_words()["levels"], stage.review.levels
    for role in stage.cast.rated:
        answer = words["accepted"] if role.level != role.self_level else ""
        facts = {"level": role.level, "reason": words["reason"][role.level], "member_answer": answer}
        try:
            levels.propose(stage.year, role.uid, facts)
        except Refused:
            continue
        if role.level == EXCELLENT:
            reward = {"form": words["reward"], "reason": stage.said(words["reward_reason"])}
            levels.propose_reward(stage.year, role.uid, reward)
    own = {"level": cell_level(stage.ruleset), "reason": words["cell_reason"]}
    levels.propose(stage.year, CELL, own)


def recognise(stage: Stage) -> None:
    """Enter the decision of the upper committee, which recognises what was proposed."""
    number = year_words()["levels"]["number"]
    decision = {"number": number, "dated_on": stage.day(*_DECIDED), "issuer": stage.cell.upper_committee}
    for one in stage.now().proposed_levels:
        facts = {"level": one.level, "sub_reason": one.sub_reason}
        stage.review.levels.recognise(stage.year, one.target, {**facts, **decision})
