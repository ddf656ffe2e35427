"""Facts about one subject of a year: a member, the collective, or the cell.

A fact that is not entered yet is `Absent.UNKNOWN`, one that does not concern the subject `NOT_APPLICABLE`;
neither ever counts as a yes or a no.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property

from app.domain.commitments import AssignedTask, Outcome, ProgrammeItem
from app.domain.levels import ProposedLevel
from app.domain.outside_opinions import OutsideBody
from app.domain.people import Person
from app.domain.posts import posts_on
from app.domain.scores import ScoredBy, ScoreItem, ScoreSheet
from app.domain.self_reviews import CorrectionState
from app.domain.targets import CELL, COLLECTIVE
from app.rules.language import Absent, Value
from app.rules.person_facts import OF_PERSON, in_year, person_facts
from app.rules.ruleset import RuleSet, ScoreFrame, ScoreGroup
from app.year.review_year import ReviewYear

DEGRADATION = "degradation"
"""The sub-reason of a shortcoming that somebody competent concluded to be suy thoái."""
_HUNDRED = 100
_RESULTS = "results"
"""The group of a score frame that is about the results of the tasks."""


class YearFacts:
    """The facts about the subjects of a year: those of one subject, and what all share, found once each."""

    def __init__(self, year: ReviewYear, ruleset: RuleSet, day: dt.date) -> None:
        self._year = year
        self._ruleset = ruleset
        self._day = day
        self._found: dict[str, dict[str, Value]] = {}

    def of(self, target: str) -> dict[str, Value]:
        """Return every fact about `target`: standings and probation as of the day, all else of the year."""
        if target not in self._found:
            self._found[target] = self._find(target)
        return self._found[target]

    def lines_of(self, sheet: ScoreSheet) -> Sequence[ScoreItem]:
        """Return the lines of a score sheet."""
        return self._lines.get(sheet.uid, ())

    def _find(self, target: str) -> dict[str, Value]:
        year, ruleset = self._year, self._ruleset
        items = self._counting_items(target)
        return {
            **score_facts(items, frame_of(year, ruleset, target)),
            **_grade_facts(items, frame_of(year, ruleset, target), ruleset),
            **_task_facts(_tasks(year, target)),
            **_earlier_facts(year, target),
            **_concluded_facts(year, target),
            **self._shared,
            **_person_facts(year, self._people.get(target), self._day),
            "suggestions.count": sum(one.target == target for one in year.suggestion_points),
            "objections.count": sum(one.target == target for one in year.objections),
        }

    @cached_property
    def _shared(self) -> dict[str, Value]:
        collective = _collective_facts(self._year, self._people.values(), self._day)
        return {**_unit_facts(), **collective, **_cell_facts(self._year, self._ruleset)}

    @cached_property
    def _people(self) -> dict[str, Person]:
        return {one.uid: one for one in self._year.people()}

    @cached_property
    def _lines(self) -> dict[str, list[ScoreItem]]:
        found: dict[str, list[ScoreItem]] = defaultdict(list)
        for one in self._year.score_items:
            found[one.sheet].append(one)
        return found

    def _counting_items(self, target: str) -> Sequence[ScoreItem]:
        """Return the lines of the sheet that counts: appraised where there is one, else one's own."""
        sheets = {one.scored_by: one for one in self._year.score_sheets if one.target == target}
        sheet = sheets.get(ScoredBy.APPRAISED) or sheets.get(ScoredBy.SELF)
        return self.lines_of(sheet) if sheet else ()


def score_facts(items: Sequence[ScoreItem], frame: ScoreFrame | None) -> dict[str, Value]:
    """Return the points of a sheet, whole and by group; what is not scored whole is unknown."""
    groups = _group_points(items, frame)
    total: Value = Absent.UNKNOWN
    known = [points for points in groups.values() if isinstance(points, float)]
    if groups and len(known) == len(groups):
        total = sum(known)
    return {"score.total": total, **{f"score.{code}": points for code, points in groups.items()}}


def _grade_facts(items: Sequence[ScoreItem], frame: ScoreFrame | None, ruleset: RuleSet) -> dict[str, Value]:
    """Return the rank of the lowest grade of all criteria, and of those on the results of the tasks."""
    none = Absent.UNKNOWN if ruleset.scoring.grades else Absent.NOT_APPLICABLE
    facts: dict[str, Value] = {"grades.lowest": none, "grades.results_lowest": none}
    ranks = {one.code: one.rank for one in ruleset.scoring.grades}
    grades = {one.item: one.grade for one in items}
    if frame is None or not ranks:
        return facts
    for name, groups in (
        ("grades.lowest", frame.groups),
        ("grades.results_lowest", [one for one in frame.groups if one.code == _RESULTS]),
    ):
        given = [ranks.get(grades.get(code, "")) for group in groups for code in codes_of(group)]
        known = [rank for rank in given if rank is not None]
        if known and len(known) == len(given):
            facts[name] = min(known)
    return facts


def codes_of(group: ScoreGroup) -> list[str]:
    """Return the codes of the lines that a group is scored by; its own where it has none."""
    return [f"{group.code}.{item.code}" for item in group.items] or [group.code]


def _group_points(items: Sequence[ScoreItem], frame: ScoreFrame | None) -> dict[str, Value]:
    """Return the points by group of the sheet that counts; a group not scored whole is unknown."""
    if not items or frame is None:
        return {}
    points = {one.item: one.points for one in items}
    found: dict[str, Value] = {}
    for group in frame.groups:
        given = [points.get(code) for code in codes_of(group)]
        whole = [one for one in given if one is not None]
        found[group.code] = float(sum(whole)) if len(whole) == len(given) else Absent.UNKNOWN
    return found


def frame_of(year: ReviewYear, ruleset: RuleSet, target: str) -> ScoreFrame | None:
    """Return the score frame that applies to `target`; None while that is not settled."""
    return ruleset.frame_for(object_type_of(year, target))


def object_type_of(year: ReviewYear, target: str) -> str:
    """Return the object type whose form and standards apply to `target`; empty while not settled."""
    if target in {COLLECTIVE, CELL}:
        return COLLECTIVE
    return next((one.object_type for one in year.population if one.member_uid == target), "")


def _tasks(year: ReviewYear, target: str) -> Sequence[AssignedTask | ProgrammeItem]:
    if target in {COLLECTIVE, CELL}:
        return year.programme_items
    return [one for one in year.assigned_tasks if one.target == target]


def _task_facts(tasks: Sequence[AssignedTask | ProgrammeItem]) -> dict[str, Value]:
    names = ("done_pct", "late_pct", "exceeded_pct", "not_done_pct")
    if not tasks or any(one.outcome is Outcome.UNKNOWN for one in tasks):
        return {"tasks.count": len(tasks), **{f"tasks.{name}": Absent.UNKNOWN for name in names}}
    late = sum(one.outcome is Outcome.LATE for one in tasks)
    missed = sum(one.outcome is Outcome.NOT_DONE for one in tasks)
    exceeded = sum(one.exceeded for one in tasks)
    counts = (len(tasks) - missed, late, exceeded, missed)
    shares = {f"tasks.{name}": _percent(count, len(tasks)) for name, count in zip(names, counts, strict=True)}
    return {"tasks.count": len(tasks), **shares}


def _earlier_facts(year: ReviewYear, target: str) -> dict[str, Value]:
    earlier = [one for one in year.answered() if one.target == target]
    share: Value = Absent.NOT_APPLICABLE
    if earlier:
        done = sum(one.correction is CorrectionState.CORRECTED for one in earlier)
        unanswered = any(one.correction is CorrectionState.UNKNOWN for one in earlier)
        share = Absent.UNKNOWN if unanswered else _percent(done, len(earlier))
    return {"earlier.count": len(earlier), "earlier.corrected_pct": share}


def _concluded_facts(year: ReviewYear, target: str) -> dict[str, Value]:
    counting = [one for one in year.shortcomings if one.target == target and one.counts]
    return {
        "shortcomings.concluded": len(counting),
        "shortcomings.degradation_concluded": any(one.sub_reason == DEGRADATION for one in counting),
    }


def _unit_facts() -> dict[str, Value]:
    """Results of fields and units that a leader directs are not kept by a cell: nobody has entered them."""
    return {f"units.{name}_pct": Absent.UNKNOWN for name in ("done", "late", "exceeded")}


def _collective_facts(year: ReviewYear, people: Iterable[Person], day: dt.date) -> dict[str, Value]:
    """Return what concerns the members of the collective: chi ủy, or everybody where the cell is it."""
    # Who is of chi ủy in a later year is not of the collective that was reviewed.
    held = min(day, dt.date(year.year, 12, 31))
    members = {person.uid for person in people if _in_collective(year, person, held)}
    disciplined = any(
        in_year(one.decided_on, year.year) for one in year.disciplines if one.member_uid in members
    )
    degraded = any(
        one.sub_reason == DEGRADATION and one.counts for one in year.shortcomings if one.target in members
    )
    return {
        "collective.disciplined": disciplined,
        # Whether a discipline is tied to duty is not kept, so a discipline alone cannot tell.
        "collective.duty_disciplined": Absent.UNKNOWN if disciplined else False,
        "collective.degradation_concluded": degraded,
        "has_collective": any(one.collective_subject != "none" for one in year.cycles),
    }


def _in_collective(year: ReviewYear, person: Person, day: dt.date) -> bool:
    if any(one.collective_subject == "cell" for one in year.cycles):
        return True
    return any(post.kind for post in posts_on(person.posts, day))


def _cell_facts(year: ReviewYear, ruleset: RuleSet) -> dict[str, Value]:
    ratings = [one for one in year.outside_ratings if one.target == CELL and one.level]
    authority = [one.level for one in ratings if one.body is OutsideBody.AUTHORITY]
    unions = [one for one in ratings if one.body in {OutsideBody.FRONT, OutsideBody.UNION}]
    lowest = min(ruleset.member_levels, key=lambda one: one.rank, default=None)
    levels = list(latest_levels(year).values())
    share: Value = Absent.UNKNOWN
    if levels and lowest:
        share = _percent(sum(one.level == lowest.code for one in levels), len(levels))
    return {
        "cell.authority_level": authority[0] if authority else Absent.UNKNOWN,
        "cell.unions_lowest": sum(one.level == "not_fulfilled" for one in unions)
        if unions
        else Absent.UNKNOWN,
        "cell.members_lowest_pct": share,
    }


def latest_levels(year: ReviewYear) -> dict[str, ProposedLevel]:
    """Return the level proposed for each member in the last round it was proposed in."""
    members = {member.uid for member in year.members}
    ordered = sorted(year.proposed_levels, key=lambda one: one.round_number)
    return {one.target: one for one in ordered if one.target in members}


def _person_facts(year: ReviewYear, person: Person | None, day: dt.date) -> dict[str, Value]:
    if person is None:
        return dict.fromkeys((*OF_PERSON, "residence_comment_due"), Absent.NOT_APPLICABLE)
    settled = next((one for one in year.population if one.member_uid == person.uid), None)
    due: Value = settled.residence_comment_due if settled else Absent.UNKNOWN
    return {**person_facts(person, year.year, day), "residence_comment_due": due}


def _percent(part: int, whole: int) -> float:
    return part * _HUNDRED / whole
