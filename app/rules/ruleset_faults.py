"""What can be wrong with a rule set, found with file and line, so that its author can mend it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from pydantic import ValidationError

from app.common.messages import problem_sentence
from app.errors import Problem, Refused
from app.rules.facts.names import KNOWN_FACTS
from app.rules.language import NotACondition, parse
from app.rules.ruleset import RuleSet

Place: TypeAlias = "tuple[str | int, ...]"
Texts: TypeAlias = "Sequence[tuple[str, str]]"
"""The files of a set: name and text."""

_CHECKS = {
    "missing": "rules.missing",
    "extra_forbidden": "rules.unknown_key",
    "string_pattern_mismatch": "rules.not_a_code",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: the file, the line from 1 (0 where none can be told), and what is wrong."""

    file: str
    line: int
    problem: Problem

    @property
    def place(self) -> str:
        """Return the file, with its line where one can be told."""
        if not self.line:
            return self.file
        return problem_sentence(Problem("", "rules.at_line", {"file": self.file, "line": self.line}))

    @property
    def reason(self) -> str:
        """Return what is wrong, in words."""
        return problem_sentence(self.problem)


def refused(fault: Fault) -> Refused:
    """Return the error that says where a rule set is faulty and why."""
    return Refused("L-551", place=fault.place, reason=fault.reason)


def unreadable(file: Path, said: str) -> Fault:
    """Return the fault of a file that is no TOML; `said` is the reader's complaint, which names the line."""
    line = re.search(r"line (\d+)", said)
    return Fault(file.name, int(line.group(1)) if line else 0, Problem("", "rules.unreadable"))


def faults(merged: Mapping[str, Any], texts: Texts) -> Iterator[Fault]:
    """Yield everything wrong with the merged values of a set."""
    try:
        ruleset = RuleSet.model_validate(merged)
    except ValidationError as error:
        found = [
            placed(texts, one["loc"], _CHECKS.get(one["type"], "rules.wrong_value"))
            for one in error.errors(include_url=False)
        ]
        # A key written wrongly is missing as well: what has a line of its own says more.
        yield from sorted(found, key=lambda fault: fault.line == 0)
        return
    yield from _conditions(ruleset, texts)
    for place, code, known in _references(ruleset):
        if code not in known:
            yield placed(texts, place, "rules.undeclared", name=code)
    yield from _doubles(ruleset, texts)


def placed(texts: Texts, place: Place, code: str, **params: object) -> Fault:
    """Return a fault with the file and line where the value at `place` stands."""
    key = ".".join(str(part) for part in place if isinstance(part, str))
    problem = Problem(key, code, {"key": key, **params})
    for file, text in texts:
        if line := line_of(text, place):
            return Fault(file, line, problem)
    return Fault(texts[0][0] if texts else "", 0, problem)


def line_of(text: str, place: Place) -> int:
    """Return the line (from 1) of the value at `place`, as near as the text tells; 0 for nowhere."""
    lines = text.splitlines()
    key = str(place[0])
    if f"[[{key}]]" in lines and len(place) > 1 and isinstance(place[1], int):
        return _line_in_list(lines, key, place)
    pattern = re.compile(rf"\s*(?:\[+{re.escape(key)}[\].]|{re.escape(key)}\s*=)")
    return next((at + 1 for at, line in enumerate(lines) if pattern.match(line)), 0)


def _line_in_list(lines: Sequence[str], key: str, place: Place) -> int:
    starts = [at for at, line in enumerate(lines) if line.strip() == f"[[{key}]]"]
    index = int(place[1])
    if index >= len(starts):
        return 0
    inner = next((str(part) for part in place[2:] if isinstance(part, str)), "")
    for at in range(starts[index] + 1, len(lines)):
        if lines[at].startswith("[["):
            break
        if inner and re.match(rf"\s*{re.escape(inner)}\s*=", lines[at]):
            return at + 1
    return starts[index] + 1


def _conditions(ruleset: RuleSet, texts: Texts) -> Iterator[Fault]:
    places: list[tuple[Place, str]] = []
    for name in ("reasons", "special", "disqualifiers", "dossier"):
        places += [((name, at, "when"), rule.when) for at, rule in enumerate(getattr(ruleset, name))]
    for at, rule in enumerate(ruleset.level_rules):
        places += [(("level_rules", at, "conditions"), one.when) for one in rule.conditions]
    for place, text in places:
        try:
            if text:
                parse(text, KNOWN_FACTS)
        except NotACondition:
            yield placed(texts, place, "rules.not_a_condition", text=text)


def _references(ruleset: RuleSet) -> Iterator[tuple[Place, str, set[str]]]:
    """Yield each code that must be declared elsewhere, with where it stands and what is declared."""
    levels = {one.code for one in (*ruleset.member_levels, *ruleset.cell_levels)}
    forms = {one.code for one in ruleset.forms} | {""}
    frames = {one.code for one in ruleset.score_frames} | {""}
    for name, key in (("level_rules", "level"), ("caps", "level"), ("disqualifiers", "forces")):
        for at, rule in enumerate(getattr(ruleset, name)):
            yield (name, at, key), getattr(rule, key), levels
    for at, ballot in enumerate(ruleset.ballots):
        for choice in ballot.choices:
            yield ("ballots", at, "choices"), choice, levels
    for at, kind in enumerate(ruleset.object_types):
        yield ("object_types", at, "form"), kind.form, forms
        yield ("object_types", at, "sheet"), kind.sheet, frames


def _doubles(ruleset: RuleSet, texts: Texts) -> Iterator[Fault]:
    for name in RuleSet.model_fields:
        rules = getattr(ruleset, name)
        seen: set[str] = set()
        for at, rule in enumerate(rules if isinstance(rules, tuple) else ()):
            identity = getattr(rule, "id", getattr(rule, "code", None))
            if identity in seen:
                yield placed(texts, (name, at, "code"), "rules.twice", name=identity)
            if identity is not None:
                seen.add(str(identity))
