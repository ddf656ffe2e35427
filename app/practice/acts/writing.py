"""November: self-reviews and the collective report, with the shortcomings they admit."""

from __future__ import annotations

import dataclasses
import datetime as dt

from app.domain.self_reviews import CollectiveReport, ReportVersion, WritingState
from app.domain.targets import COLLECTIVE
from app.practice.acts.beginning import cell_level
from app.practice.cast import GOOD, Role
from app.practice.stage import Stage, shortcoming_facts, year_words
from app.practice.texts.written import CollectiveFacts, EarlierMatter, WrittenShortcoming
from app.rules.ruleset import Form
from app.services.next_years import level_name
from app.year.review_year import ReviewYear

_HANDED_IN = (11, 24)
_SENT = (11, 26)
_ADOPTED = (12, 7)
_SHEETS = 3
_ADMITTED = 2
_UNRATED_LEVEL = GOOD
"""What those take for themselves who are not rated yet."""
_RECORDED = frozenset({"level", "scores"})
"""What sections carry that a choice or a sheet answers."""
_COMPLETED = "shortcomings"
"""The section that the conference adds to."""


def write_self_reviews(stage: Stage) -> None:
    """Have everybody hand in a self-review, two on paper, each with a shortcoming of the writer's own."""
    now = stage.now()
    for at, role in enumerate(stage.cast.reviewed):
        admit(stage, role.uid, stage.texts.shortcoming(role.writer.kind(), young=role.is_young))
        on = stage.day(*_HANDED_IN) + dt.timedelta(days=at % 5)
        facts = {"self_level": role.self_level, "handed_in_on": on, "state": WritingState.HANDED_IN}
        paper = {"on_paper": role.on_paper, "sheets": _SHEETS * role.on_paper}
        review = stage.review.self_reviews.put(stage.year, role.uid, {**facts, **paper})
        if not role.on_paper:
            for section, text in _self_review(stage, now, role).items():
                stage.review.self_reviews.write(review, section, text)
    for role in stage.cast.plain()[:2]:
        words = year_words()["signs"]
        note = {"has_sign": False, "degree_note": words["note"], "measure": words["measure"]}
        for group in (1, 2, 3):
            stage.review.self_reviews.check_sign(stage.year, role.uid, (group, 1), note)


def _self_review(stage: Stage, now: ReviewYear, role: Role) -> dict[str, str]:
    level = role.self_level or _UNRATED_LEVEL
    facts = dataclasses.replace(
        role.writer,
        level=level_name(stage.ruleset, level),
        shortcomings=stage.matters.admitted[role.uid],
        earlier=_earlier(now, role.uid),
        explanations=stage.matters.explanations.get(role.uid, ()),
    )
    return _of_form(stage.texts.self_review(facts), stage.ruleset.form_for(role.object_type))


def _earlier(now: ReviewYear, target: str) -> list[EarlierMatter]:
    mine = [one for one in now.earlier_shortcomings if one.target == target]
    return [EarlierMatter(one.text, one.correction, one.result) for one in mine]


def _of_form(texts: dict[str, str], form: Form | None) -> dict[str, str]:
    """Return the texts of sections that the form has and no record answers."""
    codes = {one.code for one in form.sections if one.carries not in _RECORDED} if form else set()
    return {section: text for section, text in texts.items() if section in codes}


def write_report(stage: Stage) -> None:
    """Send the draft of the collective report a week before the conference, where there is a collective."""
    form = stage.ruleset.form_for(COLLECTIVE)
    if form is None or not stage.has_collective:
        return
    for _ in range(_ADMITTED):
        admit(stage, COLLECTIVE, stage.texts.shortcoming(COLLECTIVE))
    level = cell_level(stage.ruleset)
    facts = {"sent_on": stage.day(*_SENT), "self_level": level, "state": WritingState.HANDED_IN}
    draft = stage.review.collective_reports.put(stage.year, ReportVersion.DRAFT, facts)
    known = CollectiveFacts(
        level=level_name(stage.ruleset, level),
        shortcomings=stage.matters.admitted[COLLECTIVE],
        earlier=_earlier(stage.now(), COLLECTIVE),
        explanations=stage.matters.explanations.get(COLLECTIVE, ()),
    )
    for section, text in _of_form(stage.texts.collective_report(known), form).items():
        stage.review.collective_reports.write(draft, section, text)


def complete_report(stage: Stage) -> CollectiveReport | None:
    """Complete the report by what the persons' review concluded (R3-04) and have it adopted."""
    now = stage.now()
    drafts = [one for one in now.collective_reports if one.version is ReportVersion.DRAFT]
    if not drafts:
        return None
    reports = stage.review.collective_reports
    final = reports.complete(drafts[0])
    texts = {one.section: one.text for one in now.section_texts if one.owner == drafts[0].uid}
    added = [one.text for one in now.shortcomings if one.target == COLLECTIVE and one.counts]
    reports.write(final, _COMPLETED, "\n".join([texts[_COMPLETED], *added]))
    adopted = {"state": WritingState.FINAL, "adopted_on": stage.day(*_ADOPTED)}
    return reports.put(stage.year, ReportVersion.FINAL, adopted)


def admit(stage: Stage, target: str, written: WrittenShortcoming) -> None:
    """Enter a shortcoming as its author admits it, with what R2-08 asks for."""
    stage.matters.admitted.setdefault(target, []).append(written)
    values = {"target": target, "area": stage.chance.choice(stage.ruleset.areas).code}
    stage.review.shortcomings.add(stage.year, {**values, **shortcoming_facts(written)})
