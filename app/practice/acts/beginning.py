"""From January on: tasks, commitments, programme; in autumn the cycle with rules, dates and population."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from app.domain.commitments import Degree, Outcome
from app.domain.cycles import CollectiveSubject
from app.domain.outside_opinions import OutsideBody
from app.domain.self_reviews import CorrectionState
from app.domain.targets import CELL, COLLECTIVE
from app.practice.cast import EXCELLENT, FULFILLED, GOOD, Case, Role
from app.practice.stage import Stage, year_words
from app.rules.ruleset import RuleSet
from app.rules.ruleset_files import for_year
from app.services.next_years import level_name

_PAST_YEARS = 5
_TASKS = {FULFILLED: 5, EXCELLENT: 3}
"""One late task of five is within a fifth, one exceeded of three is a third (366-QĐ/TW, Điều 11)."""
_RESOLVED, _SIGNED, _BEGUN, _FIXED, _SUPPLEMENTED = (1, 10), (1, 20), (11, 1), (11, 25), (11, 29)
_SIGNED_FIRST = {2017: (7, 15)}
"""In 2017 commitments came with CV 2952-CV/BTCTW of June."""


def begin(stage: Stage) -> None:
    """Begin the review: rule set, bases, milestones, population."""
    stage.clock.move(stage.day(*_BEGUN))
    words, cycles = year_words()["cycle"], stage.review.cycles
    settled = ("focal_points", "lessons_of_last_year")
    values = {name: stage.said(words[name]) for name in settled}
    fixed = {"collective_subject": _collective(stage), "roster_fixed_on": stage.day(*_FIXED)}
    cycles.begin(stage.year, stage.ruleset, {**values, **fixed})
    for basis in stage.ruleset.bases:
        cycles.add_basis(stage.year, basis.model_dump(exclude={"mark"}))
    plan = {"number": words["plan_number"], "dated_on": stage.day(11, 12), "role": "plan"}
    cycles.add_basis(stage.year, {**plan, "subject_line": stage.said(words["plan_subject"])})
    for one in stage.ruleset.deadlines:
        due = stage.day(one.month, one.day, int(one.next_year))
        done = min(due, stage.day(12, 28)) - dt.timedelta(days=2)
        done_by = stage.cast.secretary.name
        cycles.put_milestone(stage.year, one.code, {"due_on": due, "done_on": done, "done_by": done_by})
    for at, text in enumerate(words["guidance"]):
        asked = {"dated_on": stage.day(11, 15 + 10 * at), "text": text}
        dates = {"due_on": stage.day(11 + at, 28), "done_on": stage.day(11 + at, 24 - 5 * at)}
        cycles.add_guidance(stage.year, {**asked, **dates})
    settle(stage)


def settle(stage: Stage) -> None:
    """Settle who is reviewed and who is rated."""
    supplemented = {"supplement_received_on": stage.day(*_SUPPLEMENTED)}
    settled = {
        role.uid: {**_disposition(role), **(supplemented if role.is_reviewed else {})}
        for role in stage.cast.roles
    }
    stage.review.population.settle(stage.year, settled)


def _disposition(role: Role) -> dict[str, object]:
    return {
        "review": role.review,
        "rating": role.rating,
        "reason": role.reason,
        "object_type": role.object_type,
        "is_leader": role.in_committee,
        "civil_rating_due": role.is_staff and role.is_rated,
        "residence_comment_due": role.is_staff and not role.in_committee,
    }


def _collective(stage: Stage) -> CollectiveSubject:
    """Return who writes the collective report: chi ủy, else the cell, else nobody where that is a rule."""
    if stage.cast.has_committee:
        return CollectiveSubject.CELL_COMMITTEE
    return CollectiveSubject.CELL if stage.has_collective else CollectiveSubject.NONE


def promise(stage: Stage) -> None:
    """Give everybody tasks, take the commitments, adopt the programme, each with what became of it."""
    words, review = year_words(), stage.review
    stage.clock.move(stage.day(*_RESOLVED))
    dated = {"number": words["assignment"]["number"], "dated_on": stage.day(*_RESOLVED)}
    review.tasks.put_assignment(stage.year, dated)
    _adopt(stage)
    tasks = stage.turns(words["tasks"])
    for role in stage.cast.reviewed:
        _assign(stage, role, tasks)
        _commit(stage, role)


def _adopt(stage: Stage) -> None:
    words, programme = year_words()["programme"], stage.review.programme
    texts = {name: stage.said(words[name]) for name in ("goals", "measures")}
    programme.put(stage.year, {"adopted_on": stage.day(*_RESOLVED), **texts})
    leads = stage.turns([role.name for role in stage.cast.committee])
    for item in words["items"]:
        facts = {**item, "due_on": stage.day(*item["due"]), "result": stage.said(item["result"])}
        del facts["due"]
        programme.add_item(stage.year, {**facts, "lead": next(leads), "outcome": Outcome.ON_TIME})


def _assign(stage: Stage, role: Role, tasks: Iterator[dict[str, str]]) -> None:
    for at in range(_TASKS.get(role.level, 2)):
        is_first = at == 0
        late = is_first and role.level == FULFILLED
        facts = {"outcome": Outcome.LATE if late else Outcome.ON_TIME}
        exceeded = {"exceeded": is_first and role.level == EXCELLENT}
        due = {"due_on": stage.day(6 + at, 30)}
        stage.review.tasks.add(stage.year, role.uid, {**next(tasks), **facts, **exceeded, **due})


def _commit(stage: Stage, role: Role) -> None:
    """Take the member's commitment with its result; who repeats a shortcoming kept one promise in part."""
    signed = stage.day(*_SIGNED_FIRST.get(stage.year, _SIGNED))
    commitments, paper = stage.review.commitments, {"on_paper": role.on_paper, "sheets": 2 * role.on_paper}
    facts = {"signed_on": signed, "received_on": signed + dt.timedelta(days=3), **paper}
    commitment = commitments.put(stage.year, role.uid, facts)
    degrees = [Degree.PARTLY if role.case is Case.REPEATS else Degree.DONE]
    for at, item in enumerate(stage.texts.commitment_items(2 + stage.chance.randrange(2))):
        degree = degrees[at] if at < len(degrees) else Degree.DONE
        promise = {"content": item.content, "goal": item.goal, "measure": item.measure, "due": item.due}
        result = item.partly if degree is Degree.PARTLY else item.done
        commitments.add_item(commitment, {**promise, "degree": degree, "result": result})


def remember(stage: Stage) -> None:
    """Enter the levels of past years and last year's shortcomings with what became of them."""
    _remember_levels(stage)
    repeats, words = stage.cast.of(Case.REPEATS), year_words()["shortcomings"]
    waiting = [(COLLECTIVE, CorrectionState.CORRECTED), (COLLECTIVE, CorrectionState.CORRECTING)]
    if not stage.has_collective:
        waiting = []
    if repeats:
        waiting.append((repeats.uid, CorrectionState.NOT_CORRECTED))
    waiting += [(role.uid, CorrectionState.CORRECTED) for role in stage.cast.plain()[-2:]]
    for target, state in waiting:
        written = stage.texts.shortcoming(COLLECTIVE if target == COLLECTIVE else "any")
        facts = {"target": target, "text": written.text, "from_year": stage.year - 1}
        result = stage.said(words["earlier_results"].get(state.value, written.result))
        answer = {"correction": state, "result": result, "evidence": stage.said(words["evidence"])}
        earlier = stage.review.shortcomings.add_earlier(stage.year, {**facts, **answer})
        stage.matters.known[earlier.uid] = written


def _remember_levels(stage: Stage) -> None:
    """Enter the levels of the years whose rules are known, in the words of each."""
    for of_year in range(stage.year - _PAST_YEARS, stage.year):
        ruleset = for_year(of_year)
        if ruleset is None:
            continue
        for role in stage.cast.roles:
            if role.person.member.admitted_on < f"{of_year}-06" and role.case is not Case.GUEST:
                level = FULFILLED if stage.chance.randrange(9) == 0 else GOOD
                facts = {"level": level, "level_name": level_name(ruleset, level)}
                stage.review.levels.put_past(role.uid, of_year, facts)
        code, then = cell_level(stage.ruleset), cell_level(ruleset)
        facts = {"level": code, "level_name": level_name(ruleset, then)}
        stage.review.levels.put_past(CELL, of_year, facts)


def cell_level(ruleset: RuleSet) -> str:
    """Return the level that the practice cell reaches: the second from above."""
    ranked = sorted(ruleset.cell_levels, key=lambda one: -one.rank)
    return ranked[1].code


def hear_others(stage: Stage) -> None:
    """Take what residence, employers, other cells, authority and unions say."""
    words, outside = year_words()["outside"], stage.review.outside
    dates = {"asked_on": stage.day(11, 8), "dated_on": stage.day(11, 18), "received_on": stage.day(11, 22)}
    for role in stage.cast.reviewed:
        if role.is_staff and not role.in_committee:
            said = {"text": stage.texts.residence_opinion(), "grade": "good", "body_name": words["residence"]}
            outside.put(stage.year, role.uid, OutsideBody.RESIDENCE, {**said, **dates})
        if role.is_staff and role.is_rated:
            level = {"level": role.level, "body_name": words["employer"], "dated_on": stage.day(11, 28)}
            outside.put_rating(
                stage.year, role.uid, OutsideBody.EMPLOYER, {**level, "number": words["number"]}
            )
    others = {
        Case.AWAY: (OutsideBody.TEMPORARY_CELL, "temporary"),
        Case.CAME: (OutsideBody.FORMER_CELL, "former"),
    }
    for case, (body, text) in others.items():
        member = stage.cast.of(case)
        if member:
            place = next((one.place for one in member.person.standings if one.place), "")
            outside.put(stage.year, member.uid, body, {"text": words[text], "body_name": place, **dates})
    for body in (OutsideBody.AUTHORITY, OutsideBody.FRONT, OutsideBody.UNION):
        rating = {"level": GOOD, "body_name": words[body.value], "dated_on": stage.day(11, 30)}
        outside.put_rating(stage.year, CELL, body, rating)
