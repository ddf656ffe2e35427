"""The codes that a record may hold: words of the year's rule set, and a few that no set changes (R0-01).

One table says for each coded field what may be chosen; whoever stores a record, and whoever reads a dumped
year, asks `code_problems`. A set's own values are part of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache

from app.domain.ballots import BallotCount
from app.domain.conferences import DefectTag
from app.domain.cycles import LegalBasis, Milestone
from app.domain.dossier_notes import DossierNote
from app.domain.finding_answers import FindingAnswer
from app.domain.levels import PastLevel, ProposedLevel, RecognisedLevel
from app.domain.outside_opinions import OutsideOpinion, OutsideRating
from app.domain.population import Population
from app.domain.scores import ScoreItem
from app.domain.self_reviews import CollectiveReport, SectionText, SelfReview
from app.domain.shortcomings import Shortcoming
from app.domain.targets import CELL, COLLECTIVE
from app.domain.types import Record
from app.errors import Problem
from app.rules import ruleset_files
from app.rules.findings.requirement import requirements
from app.rules.ruleset import RuleSet, from_snapshot
from app.rules.subject_facts import codes_of

Named = Mapping[str, str]
"""What may be chosen, by code, in words."""
Choice = Callable[[RuleSet, Record, Record | None], Named]
"""What may be chosen in a field of a record, which may be part of another one."""

BASIS_ROLES = ("regulation", "guidance", "year_letter", "plan")
"""What a document is to a year; bases belong to years, not to rule sets (rulings.md 3.9)."""
COMMENT_GRADES = ("good", "met", "not_met")
"""What the form of a residence committee's comment gives to choose from."""


def _named(pieces: Iterable[object]) -> Named:
    return {str(getattr(one, "code", one)): str(getattr(one, "name", "")) for one in pieces}


def _levels(rules: RuleSet, about: object) -> Named:
    return _named(rules.cell_levels if about in {CELL, COLLECTIVE} else rules.member_levels)


def _level_of_target(rules: RuleSet, record: Record, _whole: Record | None) -> Named:
    return _levels(rules, getattr(record, "target", ""))


def _level_of_line(rules: RuleSet, _record: Record, whole: Record | None) -> Named:
    return _levels(rules, getattr(whole, "target", ""))


def _past_level(rules: RuleSet, record: Record, whole: Record | None) -> Named:
    """A past level was mapped onto the rules of the year in which it was entered."""
    now = _level_of_target(rules, record, whole)
    before = [_level_of_target(one, record, whole) for one in ruleset_files.shipped().values()]
    return {code: name for named in (*before, now) for code, name in named.items()}


def _sub_reason(rules: RuleSet, *_: object) -> Named:
    return _named(one for level in (*rules.member_levels, *rules.cell_levels) for one in level.sub_reasons)


def _past_sub_reason(rules: RuleSet, *_: object) -> Named:
    sets = (*ruleset_files.shipped().values(), rules)
    return {code: name for one in sets for code, name in _sub_reason(one).items()}


def _section(rules: RuleSet, _record: Record, whole: Record | None) -> Named:
    paper = "collective_report" if isinstance(whole, CollectiveReport) else "self_review"
    return {one.code: one.heading for form in rules.forms if form.paper == paper for one in form.sections}


def _score_item(rules: RuleSet, *_: object) -> Named:
    return {
        code: group.name for frame in rules.score_frames for group in frame.groups for code in codes_of(group)
    }


def _finding(*_: object) -> Named:
    return _named(one.id for one in requirements())


CHOICES: Mapping[type[Record], Mapping[str, Choice]] = {
    LegalBasis: {"role": lambda rules, *_: _named([*(one.role for one in rules.bases), *BASIS_ROLES])},
    Milestone: {"code": lambda rules, *_: _named([*rules.deadlines, *rules.steps])},
    Population: {
        "reason": lambda rules, *_: _named(rules.reasons),
        "object_type": lambda rules, *_: _named(rules.object_types),
    },
    SelfReview: {
        "self_level": lambda rules, *_: _named(rules.member_levels),
        "self_sub_reason": _sub_reason,
    },
    CollectiveReport: {"self_level": lambda rules, *_: _named(rules.cell_levels)},
    SectionText: {"section": _section},
    Shortcoming: {"area": lambda rules, *_: _named(rules.areas), "sub_reason": _sub_reason},
    OutsideOpinion: {"grade": lambda *_: _named(COMMENT_GRADES)},
    OutsideRating: {"level": lambda rules, *_: _named(rules.member_levels)},
    DefectTag: {"tag": lambda rules, *_: _named(rules.defects)},
    BallotCount: {"level": _level_of_line},
    ScoreItem: {"item": _score_item, "grade": lambda rules, *_: _named(rules.scoring.grades)},
    ProposedLevel: {"level": _level_of_target, "sub_reason": _sub_reason},
    RecognisedLevel: {"level": _level_of_target, "sub_reason": _sub_reason},
    PastLevel: {"level": _past_level, "sub_reason": _past_sub_reason},
    FindingAnswer: {"finding": _finding},
    DossierNote: {"part": lambda rules, *_: {one.code: one.name for one in rules.dossier}},
}
"""What may be chosen, by kind of record and field."""

WHOLE_OF: Mapping[type[Record], str] = {SectionText: "owner", BallotCount: "line"}
"""By which field a record names what decides about its codes."""


def code_problems(
    rules: RuleSet, record: Record, whole: Record | None = None, before: Record | None = None
) -> list[Problem]:
    """Return a problem for each code of `record` that cannot be chosen by `rules`; empty ones are not chosen.

    `whole` is what `WHOLE_OF` names. What `before` says already is left alone: the rules may have changed.
    """
    return list(_problems(rules, record, whole, before))


def _problems(
    rules: RuleSet, record: Record, whole: Record | None, before: Record | None
) -> Iterator[Problem]:
    for field, choice in CHOICES.get(type(record), {}).items():
        code = getattr(record, field)
        if not code or (before is not None and getattr(before, field) == code):
            continue
        known = choice(rules, record, whole)
        if code not in known:
            yield _problem(field, record, known)


def _problem(field: str, record: Record, known: Named) -> Problem:
    year: object = getattr(record, "of_year" if isinstance(record, PastLevel) else "year", "")
    names = ", ".join(dict.fromkeys(filter(None, known.values())))
    if not names:
        return Problem(field, "code.none_of_year", {"year": year})
    code = "level.not_of_year" if "level" in field else "code.not_of_year"
    return Problem(field, code, {"year": year, "names": names})


@lru_cache(maxsize=4)
def rules_of(snapshot: str) -> RuleSet:
    """Return the rules that a cycle keeps, read once; raises as `from_snapshot` does."""
    return from_snapshot(snapshot)
