"""After the review: what is to be put right, by whom and until when; lessons; the announcement."""

from __future__ import annotations

from app.domain.remediation import RemediationState
from app.domain.targets import COLLECTIVE
from app.practice.stage import Stage, year_words

_BEGUN = (1, 31)
_ANNOUNCED = (1, 5)


def correct(stage: Stage) -> None:
    """Make the plan of correction, each matter with measure, owner, checker, date and milestones (R5-06)."""
    words, ledger = year_words()["remediation"], stage.review.remediation
    ledger.plan(stage.year)
    owners = stage.turns([role.name for role in stage.cast.committee])
    for item in stage.now().remediation_items:
        measure, due_on = stage.texts.remediation(stage.matters.known[item.shortcoming])
        plan = {"measure": measure, "due_on": due_on, "checker": words["checker"]}
        saved = ledger.save(item, {**plan, "owner": item.owner or next(owners)})
        for at, (text, due) in enumerate(
            zip(words["steps"], (stage.day(*_BEGUN, 1), due_on), strict=True), 1
        ):
            ledger.put_step(saved, at, {"text": text, "due_on": due})
    _done_this_year(stage)


def _done_this_year(stage: Stage) -> None:
    """Enter what was put right within the year: a matter of last year, and what an inspection asked for."""
    words, asked = year_words()["remediation"], year_words()["inspection"]
    ledger = stage.review.remediation
    subject = COLLECTIVE if stage.has_collective else stage.cast.secretary.uid
    made = {"number": asked["number"], "dated_on": stage.day(6, 12), "conclusion": asked["conclusion"]}
    inspection = ledger.add_inspection(stage.year, {**made, "issuer": stage.cell.upper_committee})
    done = {"state": RemediationState.DONE, "finished_on": stage.day(8, 30), "due_on": stage.day(9, 30)}
    who = {"target": subject, "owner": stage.cast.secretary.name, "checker": words["checker"]}
    shown = {**done, **who, "evidence": words["evidence"], "signed_off_by": stage.cast.recorder.name}
    last = {"text": stage.said(words["carried"]), "measure": words["carried_measure"]}
    ledger.add(stage.year, {**shown, **last, "result": words["carried_result"]})
    found = {"text": asked["item"], "measure": asked["measure"], "inspection": inspection.uid}
    ledger.add(stage.year, {**shown, **found, "result": asked["result"]})


def conclude(stage: Stage) -> None:
    """Write down what was learnt, and announce the levels (R5-04, R5-11)."""
    words, now = year_words()["cycle"], stage.now()
    stage.review.rounds.write_lessons(now.rounds[0], stage.texts.minutes("lesson"))
    told = {"announced_on": stage.day(*_ANNOUNCED, 1), "announced_how": words["announced_how"]}
    stage.review.cycles.save(now.cycles[0], {**told, "next_direction": words["next_direction"]})
