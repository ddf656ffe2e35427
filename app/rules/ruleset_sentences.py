"""Each kind of rule as a sentence; the words are data (``resources/texts/ruleset_pages.toml``)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias, TypeVar

from app.common.messages import decimal
from app.rules.ruleset import (
    Authority,
    BallotRule,
    Basis,
    Cap,
    Conflict,
    Deadline,
    Disqualifier,
    DossierPart,
    FindingId,
    Form,
    Level,
    LevelRule,
    ObjectType,
    Reason,
    RuleSet,
    ScoreFrame,
    Special,
    Step,
)
from app.rules.ruleset_base import NamedRule, Part

Words: TypeAlias = Mapping[str, Any]
P = TypeVar("P", bound=Part)
Sentence: TypeAlias = "Callable[[Any, RuleSet, Words], str]"


def sentence(rule: Part, ruleset: RuleSet, words: Words) -> str:
    """Return the rule in words; raises `LookupError` for a kind that has none."""
    return _SENTENCES[type(rule)](rule, ruleset, words)


def number(value: float | None, words: Words) -> str:
    """Return a number as people write it; what no source gives is said so."""
    return str(words["empty"]) if value is None else decimal(value)


def _basis(rule: Basis, _: RuleSet, words: Words) -> str:
    year, month, day = rule.dated_on.split("-") if rule.dated_on else ("", "", "")
    on = words["shapes"]["dated"].format(day=day, month=month, year=year) if year else ""
    parts = {"number": rule.number, "on": on, "issuer": rule.issuer, "subject": rule.subject_line}
    return str(words["shapes"]["basis"]).format(**parts)


def _reason(rule: Reason, _: RuleSet, words: Words) -> str:
    shapes = words["dispositions"]
    said = f"{rule.name}: {shapes[f'review_{rule.review}']}, {shapes[f'rating_{rule.rating}']}"
    return f"{said} {shapes['printed'].format(words=rule.printed)}" if rule.printed else said


def _special(rule: Special, ruleset: RuleSet, words: Words) -> str:
    said = f"{rule.name}: {rule.effect}"
    if rule.at_most:
        said += " " + words["shapes"]["at_most"].format(level=_level_names(ruleset)[rule.at_most])
    return said


def _object_type(rule: ObjectType, ruleset: RuleSet, words: Words) -> str:
    form = next((one for one in ruleset.forms if one.code == rule.form), None)
    frame = next((one.name for one in ruleset.score_frames if one.code == rule.sheet), "")
    parts = [rule.name]
    if form:
        parts.append(words["shapes"]["form"].format(form=form.number or form.name))
    if frame:
        parts.append(words["shapes"]["frame"].format(frame=frame))
    return "; ".join(parts)


def _step(rule: Step, _: RuleSet, words: Words) -> str:
    said = f"{words['phases'][rule.phase]}: {rule.name}"
    return f"{said} ({rule.actor})" if rule.actor else said


def _deadline(rule: Deadline, _: RuleSet, words: Words) -> str:
    shape = words["shapes"]["deadline_next" if rule.next_year else "deadline"]
    return str(shape).format(name=rule.name, day=rule.day, month=rule.month)


def _level(rule: Level, _: RuleSet, words: Words) -> str:
    if not rule.sub_reasons:
        return rule.name
    return f"{rule.name} ({words['either'].join(one.name for one in rule.sub_reasons)})"


def _level_rule(rule: LevelRule, ruleset: RuleSet, words: Words) -> str:
    low, high = rule.score_min, rule.score_below
    kind = {(False, False): "between", (False, True): "from", (True, False): "below", (True, True): "none"}
    band = words["bands"][kind[low is None, high is None]]
    level = _level_names(ruleset)[rule.level]
    head = band.format(level=level, low=number(low, words), high=number(high, words))
    about = _objects(rule.objects, ruleset, words)
    return "; ".join([f"{head} ({about})", *(one.text for one in rule.conditions)])


def _objects(codes: tuple[str, ...], ruleset: RuleSet, words: Words) -> str:
    names = {**words["objects"], **{one.code: one.name.lower() for one in ruleset.object_types}}
    return ", ".join(names.get(code, code) for code in codes)


def _disqualifier(rule: Disqualifier, ruleset: RuleSet, words: Words) -> str:
    about = _objects(rule.objects, ruleset, words)
    parts = {"name": rule.name, "objects": about, "level": _level_names(ruleset)[rule.forces]}
    return str(words["shapes"]["disqualifier"]).format(**parts)


def _cap(rule: Cap, ruleset: RuleSet, words: Words) -> str:
    shape = words["shapes"]["cap_exception" if rule.exception_percent else "cap"]
    level = _level_names(ruleset)[rule.level]
    return str(shape).format(
        level=level,
        percent=number(rule.percent, words),
        exception=number(rule.exception_percent, words),
        text=rule.text,
    )


def _ballot(rule: BallotRule, ruleset: RuleSet, words: Words) -> str:
    names = _level_names(ruleset)
    choices = ", ".join(names[choice] for choice in rule.choices)
    threshold = words["shapes"]["threshold"].format(percent=number(rule.threshold_percent, words))
    said = f"{words['ballots'][rule.subject]}: {choices}; {words['secrecy'][rule.secrecy]}; {threshold}."
    return f"{said} {rule.note}".strip()


def _authority(rule: Authority, _: RuleSet, words: Words) -> str:
    who = words["authority"][f"{rule.subject}_{rule.cell_kind}"]
    parts = [
        words["shapes"][name].format(who=value)
        for name, value in (
            ("self_rates", rule.self_rates),
            ("proposes", rule.proposes),
            ("decides", rule.decides),
        )
        if value
    ]
    return f"{who}: {'; '.join(parts)}"


def _form(rule: Form, _: RuleSet, words: Words) -> str:
    title = f"{rule.number}, {rule.name}" if rule.number else rule.name
    heads = "; ".join(one.heading for one in rule.sections)
    return str(words["shapes"]["sections"]).format(title=title, count=len(rule.sections), heads=heads)


def _frame(rule: ScoreFrame, ruleset: RuleSet, words: Words) -> str:
    groups = [
        f"{group.name} ({words['shapes']['points'].format(points=number(group.max_points, words))})"
        if ruleset.scoring.mode == "points"
        else group.name
        for group in rule.groups
    ]
    return f"{rule.name}: {'; '.join(groups)}"


def _dossier(rule: DossierPart, _: RuleSet, words: Words) -> str:
    notes = [words["dossier"]["per_member"]] if rule.per_member else []
    if rule.when:
        notes.append(words["dossier"]["when"])
    elif not rule.required:
        notes.append(words["dossier"]["optional"])
    return f"{rule.name} ({', '.join(notes)})" if notes else rule.name


def _finding(rule: FindingId, _: RuleSet, words: Words) -> str:  # noqa: ARG001  all sentences are asked alike
    return f"{rule.id}: {rule.name}"


def _conflict(rule: Conflict, _: RuleSet, words: Words) -> str:  # noqa: ARG001  likewise
    return f"{rule.topic}: {' / '.join(rule.sides)}"


def _named(rule: NamedRule, _: RuleSet, words: Words) -> str:  # noqa: ARG001  likewise
    return rule.name


def _level_names(ruleset: RuleSet) -> Mapping[str, str]:
    return {one.code: one.name for one in (*ruleset.cell_levels, *ruleset.member_levels)}


_SENTENCES: Mapping[type[Part], Sentence] = {
    Basis: _basis,
    Reason: _reason,
    Special: _special,
    ObjectType: _object_type,
    Step: _step,
    Deadline: _deadline,
    Level: _level,
    LevelRule: _level_rule,
    Disqualifier: _disqualifier,
    Cap: _cap,
    BallotRule: _ballot,
    Authority: _authority,
    Form: _form,
    ScoreFrame: _frame,
    DossierPart: _dossier,
    FindingId: _finding,
    Conflict: _conflict,
    NamedRule: _named,
}
