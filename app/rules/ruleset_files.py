"""Reads rule sets from their files, lays one over the other, and refuses a faulty file with line and reason.

A set is a folder ``resources/regulations/<id>/<version>/`` of TOML files that together make one `RuleSet`.
Layers go base, year letter, overlay, cell: the upper one adds, and replaces by code what is not locked.
"""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from app.common.paths import RESOURCES
from app.errors import Refused
from app.rules.language import NotACondition, parse
from app.rules.ruleset import RuleSet

FOLDER = RESOURCES / "regulations"
COMMON = "common"
"""Forms of every year lie here; no rule set."""
_CODED = "code"
_OWN = frozenset({"id", "version", "kind", "parent", "title", "years"})
"""What a layer says of itself and never takes from below."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault of a rule file: where, and what is wrong in the words of the check."""

    file: str
    line: int
    reason: str


@functools.cache
def shipped() -> Mapping[str, RuleSet]:
    """Return the rule sets of the program, each merged with what it stands on, by id; the newest version."""
    found: dict[str, RuleSet] = {}
    for folder in sorted(FOLDER.iterdir()):
        versions = [one for one in folder.iterdir() if one.is_dir() and any(one.glob("*.toml"))]
        if folder.name != COMMON and versions:
            found[folder.name] = read(max(versions, key=lambda one: _natural(one.name)))
    return found


def for_year(year: int) -> RuleSet | None:
    """Return the rule set by which a year is reviewed; a letter of the year wins over its base."""
    fitting = [one for one in shipped().values() if year in one.years]
    return max(fitting, key=lambda one: one.kind != "base", default=None)


def read(folder: Path) -> RuleSet:
    """Return the set in `folder`, laid over its parent; raises `Refused` L-551 for the first fault."""
    own, origins = _parts(folder)
    parent = own.get("parent")
    below = _raw_parent(str(parent)) if parent else {}
    merged = _laid_over(below, own, folder)
    faults = list(_faults(merged, origins))
    if faults:
        raise _refused(faults[0])
    return RuleSet.model_validate(merged)


def faults_of(folder: Path) -> list[Fault]:
    """Return everything wrong with the set in `folder`, in the order of its files; empty for a good one."""
    try:
        own, origins = _parts(folder)
        below = _raw_parent(str(own["parent"])) if own.get("parent") else {}
        merged = _laid_over(below, own, folder)
    except Refused as refused:
        place = refused.params
        return [Fault(str(place["file"]), int(str(place["line"])), str(place["reason"]))]
    return list(_faults(merged, origins))


def _parts(folder: Path) -> tuple[dict[str, Any], list[tuple[Path, str]]]:
    values: dict[str, Any] = {}
    origins: list[tuple[Path, str]] = []
    for path in sorted(folder.glob("*.toml")):
        text = path.read_text(encoding="utf-8")
        try:
            part = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            raise _refused(Fault(path.name, _line_said(str(error)), str(error))) from error
        twice = sorted(values.keys() & part.keys())
        if twice:
            raise _refused(Fault(path.name, _line_of(text, (twice[0],)), f"twice: {twice[0]}"))
        values.update(part)
        origins.append((path, text))
    if not origins:
        raise _refused(Fault(folder.name, 0, "no file"))
    return values, origins


def _raw_parent(parent: str) -> dict[str, Any]:
    """Return the merged values of the set that a layer stands on; raises `Refused` L-551."""
    known = shipped_bases().get(parent)
    if known is None:
        raise _refused(Fault(parent, 0, f"no such set: {parent}"))
    return known.model_dump(mode="json")


@functools.cache
def shipped_bases() -> Mapping[str, RuleSet]:
    """Return the sets that stand on none, by id."""
    found = {}
    for folder in sorted(FOLDER.iterdir()):
        for version in folder.iterdir() if folder.name != COMMON else ():
            own = _parts(version)[0] if any(version.glob("*.toml")) else {"parent": True}
            if not own.get("parent"):
                found[folder.name] = read(version)
    return found


def _laid_over(below: Mapping[str, Any], own: Mapping[str, Any], folder: Path) -> dict[str, Any]:
    merged = {key: value for key, value in below.items() if key not in _OWN}
    for key, value in own.items():
        under = merged.get(key)
        if _is_coded(value) and _is_coded(under):
            merged[key] = _by_code(under or [], value, folder)
        elif isinstance(value, dict) and isinstance(under, dict):
            merged[key] = {**under, **value}
        else:
            merged[key] = value
    return merged


def _by_code(below: Sequence[Any], own: Sequence[Any], folder: Path) -> list[Any]:
    replacing = {one[_CODED]: one for one in own}
    for one in below:
        if one.get("locked") and one[_CODED] in replacing:
            raise _refused(Fault(folder.name, 0, f"locked: {one[_CODED]}"))
    kept = [replacing.pop(one[_CODED], one) for one in below]
    return [*kept, *replacing.values()]


def _is_coded(value: object) -> bool:
    return isinstance(value, list | tuple) and all(isinstance(one, dict) and _CODED in one for one in value)


def _faults(merged: Mapping[str, Any], origins: Sequence[tuple[Path, str]]) -> Iterator[Fault]:
    try:
        ruleset = RuleSet.model_validate(merged)
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            yield _placed(origins, detail["loc"], detail["msg"])
        return
    yield from _condition_faults(ruleset, origins)
    yield from _reference_faults(ruleset, origins)


def _condition_faults(ruleset: RuleSet, origins: Sequence[tuple[Path, str]]) -> Iterator[Fault]:
    places: list[tuple[tuple[str | int, ...], str]] = []
    for name in ("reasons", "special", "disqualifiers", "dossier"):
        places += [((name, at, "when"), rule.when) for at, rule in enumerate(getattr(ruleset, name))]
    for at, rule in enumerate(ruleset.level_rules):
        places += [(("level_rules", at, "conditions"), one.when) for one in rule.conditions]
    for loc, text in places:
        try:
            if text:
                parse(text)
        except NotACondition as error:
            yield _placed(origins, loc, str(error))


def _reference_faults(ruleset: RuleSet, origins: Sequence[tuple[Path, str]]) -> Iterator[Fault]:
    """Find codes that nothing declares, and codes declared twice."""
    for loc, code, known, what in _references(ruleset):
        if code not in known:
            yield _placed(origins, loc, f"no such {what}: {code}")
    yield from _doubles(ruleset, origins)


def _references(ruleset: RuleSet) -> Iterator[tuple[tuple[str | int, ...], str, set[str], str]]:
    levels = {one.code for one in (*ruleset.member_levels, *ruleset.cell_levels)}
    forms = {one.code for one in ruleset.forms} | {""}
    frames = {one.code for one in ruleset.score_frames} | {""}
    for name, key in (("level_rules", "level"), ("caps", "level"), ("disqualifiers", "forces")):
        for at, rule in enumerate(getattr(ruleset, name)):
            yield (name, at, key), getattr(rule, key), levels, "level"
    for at, ballot in enumerate(ruleset.ballots):
        for choice in ballot.choices:
            yield ("ballots", at, "choices"), choice, levels, "level"
    for at, kind in enumerate(ruleset.object_types):
        yield ("object_types", at, "form"), kind.form, forms, "form"
        yield ("object_types", at, "sheet"), kind.sheet, frames, "sheet"


def _doubles(ruleset: RuleSet, origins: Sequence[tuple[Path, str]]) -> Iterator[Fault]:
    for name in RuleSet.model_fields:
        rules = getattr(ruleset, name)
        if not isinstance(rules, tuple):
            continue
        seen: set[str] = set()
        for at, rule in enumerate(rules):
            code = getattr(rule, _CODED, None)
            identity = getattr(rule, "id", code)
            if code is not None and identity in seen:
                yield _placed(origins, (name, at, _CODED), f"twice: {identity}")
            seen.add(str(identity))


def _placed(origins: Sequence[tuple[Path, str]], loc: tuple[str | int, ...], reason: str) -> Fault:
    for path, text in origins:
        line = _line_of(text, loc)
        if line:
            return Fault(path.name, line, f"{'.'.join(map(str, loc))}: {reason}")
    return Fault(origins[0][0].name, 0, f"{'.'.join(map(str, loc))}: {reason}")


def _line_of(text: str, loc: tuple[str | int, ...]) -> int:
    """Return the line (from 1) where the value at `loc` stands, as near as the text tells; 0 for nowhere."""
    lines = text.splitlines()
    start, key = 0, str(loc[0])
    tables = [at for at, line in enumerate(lines) if line.strip() == f"[[{key}]]"]
    if len(loc) > 1 and isinstance(loc[1], int) and loc[1] < len(tables):
        start = tables[loc[1]]
        inner = [str(part) for part in loc[2:] if isinstance(part, str)]
        for at in range(start + 1, len(lines)):
            if lines[at].startswith("[["):
                break
            if inner and re.match(rf"\s*{re.escape(inner[0])}\s*=", lines[at]):
                return at + 1
        return start + 1
    for at, line in enumerate(lines):
        if re.match(rf"\s*(?:\[+{re.escape(key)}[\].]|{re.escape(key)}\s*=)", line):
            return at + 1
    return 0


def _line_said(message: str) -> int:
    said = re.search(r"line (\d+)", message)
    return int(said.group(1)) if said else 0


def _natural(name: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", name))


def _refused(fault: Fault) -> Refused:
    return Refused("L-551", file=fault.file, line=fault.line, reason=fault.reason)
