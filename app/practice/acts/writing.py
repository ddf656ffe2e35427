"""November: self-reviews and the collective report, with the shortcomings they admit."""

from __future__ import annotations

import datetime as dt

from app.domain.self_reviews import CollectiveReport, ReportVersion, WritingState
from app.domain.shortcomings import ShortcomingDegree
from app.domain.targets import COLLECTIVE
from app.practice.acts.beginning import cell_level
from app.practice.cast import Role
from app.practice.stage import Stage, year_words
from app.rules.ruleset import Form
from app.year.review_year import ReviewYear

_HANDED_IN = (11, 24)
_SENT = (11, 26)
_ADOPTED = (12, 7)
_SHEETS = 3
_ADMITTED = 2
_RECORDED = frozenset({"level", "scores", "tasks", "units"})
"""What sections carry from records, beside what is written in them."""


def write_self_reviews(stage: Stage) -> None:
    """Have everybody hand in a self-review, two on paper, each with a shortcoming of the writer's own."""
    now = stage.now()
    for at, role in enumerate(stage.cast.reviewed):
        on = stage.day(*_HANDED_IN) + dt.timedelta(days=at % 5)
        facts = {"self_level": role.self_level, "handed_in_on": on, "state": WritingState.HANDED_IN}
        paper = {"on_paper": role.on_paper, "sheets": _SHEETS * role.on_paper}
        review = stage.review.self_reviews.put(stage.year, role.uid, {**facts, **paper})
        if not role.on_paper:
            for section, text in _texts(stage, now, role).items():
                stage.review.self_reviews.write(review, section, text)
        admit(stage, role.uid, stage.texts.shortcoming("member"))
    for role in stage.cast.plain()[:2]:
        words = year_words()["signs"]
        note = {"has_sign": False, "degree_note": words["note"], "measure": words["measure"]}
        for group in (1, 2, 3):
            stage.review.self_reviews.check_sign(stage.year, role.uid, (group, 1), note)


def write_report(stage: Stage) -> None:
    """Send the draft of the collective report a week before the conference, where there is a collective."""
    form = stage.form_of(COLLECTIVE)
    if form is None or not stage.has_collective:
        return
    facts = {"sent_on": stage.day(*_SENT), "self_level": cell_level(stage.ruleset)}
    handed = {**facts, "state": WritingState.HANDED_IN}
    draft = stage.review.collective_reports.put(stage.year, ReportVersion.DRAFT, handed)
    sections = _sections(form, {}, is_leader=True)
    for section, text in stage.texts.sections(sections).items():
        stage.review.collective_reports.write(draft, section, text)
    for _ in range(_ADMITTED):
        admit(stage, COLLECTIVE, stage.texts.shortcoming("collective"))


def complete_report(stage: Stage) -> CollectiveReport | None:
    """Complete the report after the persons were reviewed (R3-04) and have it adopted."""
    drafts = [one for one in stage.now().collective_reports if one.version is ReportVersion.DRAFT]
    if not drafts:
        return None
    reports = stage.review.collective_reports
    final = reports.complete(drafts[0])
    reports.write(final, "direction", stage.texts.sections(["direction"])["direction"])
    adopted = {"state": WritingState.FINAL, "adopted_on": stage.day(*_ADOPTED)}
    return reports.put(stage.year, ReportVersion.FINAL, adopted)


def admit(stage: Stage, target: str, text: str) -> None:
    """Enter a shortcoming as its author admits it, with what R2-08 asks for."""
    words, chance = year_words()["shortcomings"], stage.chance
    own = target != COLLECTIVE
    name = chance.choice(stage.cast.committee).name
    whose = words["own_responsibility"] if own else words["collective_responsibility"].format(name=name)
    facts = {"sign": chance.choice(words["signs"]), "cause": chance.choice(words["causes"])}
    outer = {"outer_cause": chance.choice(words["outer_causes"]) if chance.randrange(3) == 0 else ""}
    measure = {
        "measure": stage.texts.remediation(),
        "due_on": stage.day(3 + chance.randrange(4), 31 - 1, 1),
    }
    area = {"area": chance.choice(stage.ruleset.areas).code, "degree": ShortcomingDegree.LIMITATION}
    values = {"target": target, "text": text, "responsibility": whose}
    stage.review.shortcomings.add(stage.year, {**values, **facts, **outer, **measure, **area})


def _texts(stage: Stage, now: ReviewYear, role: Role) -> dict[str, str]:
    form = stage.form_of(role.object_type)
    if form is None:
        return {}
    asked = {
        "suggestions": any(one.target == role.uid for one in now.suggestion_points),
        "responsibility": role.in_committee,
        "earlier": any(one.target == role.uid for one in now.earlier_shortcomings),
    }
    sections = _sections(form, asked, is_leader=role.in_committee)
    return stage.texts.sections(sections)


def _sections(form: Form, asked: dict[str, bool], *, is_leader: bool) -> list[str]:
    return [
        one.code
        for one in form.sections
        if (is_leader or not one.of_leaders) and one.carries not in _RECORDED and asked.get(one.code, True)
    ]
