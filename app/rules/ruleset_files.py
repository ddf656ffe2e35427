"""Reads rule sets from their files, lays one over the other, and refuses a faulty one with line and reason.

A set is a folder ``resources/regulations/<id>/<version>/`` of TOML files that together make one `RuleSet`, or
one such file from elsewhere (`app.rules.ruleset_library`).
Layers go base, year letter, overlay, cell: the upper one adds, and replaces by code what is not locked.
"""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeAlias

from app.common.paths import RESOURCES
from app.errors import Problem, Refused
from app.rules.ruleset import RuleSet
from app.rules.ruleset_faults import Fault, Texts, faults, placed, refused, unreadable

FOLDER = RESOURCES / "regulations"
_COMMON = "common"
"""Forms of every year lie here; no rule set."""
_OWN = frozenset({"id", "version", "kind", "parent", "title", "years"})
"""What a layer says of itself and never takes from below."""
_OF_THE_CELL = ("own", "own_texts")
"""The cell's own layers lie in its year, never in a file."""
_LARGEST = 2_000_000
Beside: TypeAlias = "Mapping[str, Path]"
"""Sets from elsewhere that a layer may stand on, by id."""


class _Faulty(Exception):
    """A set cannot even be put together."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.problem.code)
        self.fault = fault


@functools.cache
def shipped() -> Mapping[str, RuleSet]:
    """Return the rule sets of the program by id, each in its newest version, laid over what it stands on."""
    return {folder.parent.name: read(folder) for folder in folders()}


def folders() -> list[Path]:
    """Return the folder of the newest version of every shipped set."""
    sets = sorted(folder for folder in FOLDER.iterdir() if folder.is_dir() and folder.name != _COMMON)
    return [max((one for one in folder.iterdir() if one.is_dir()), key=_natural) for folder in sets]


def for_year(year: int) -> RuleSet | None:
    """Return the rule set by which a year is reviewed; a letter of the year wins over its base."""
    fitting = [one for one in shipped().values() if year in one.years]
    return max(fitting, key=lambda one: one.kind != "base", default=None)


def read(place: Path, beside: Beside = MappingProxyType({})) -> RuleSet:
    """Return the set of a folder or of one file, laid over its parent; `beside` are parents from elsewhere.

    Raises `Refused` L-551 for the first fault.
    """
    try:
        merged, texts = _merged(place, beside)
    except _Faulty as faulty:
        raise refused(faulty.fault) from faulty
    for fault in faults(merged, texts):
        raise refused(fault)
    return RuleSet.model_validate(merged)


def faults_of(place: Path, beside: Beside = MappingProxyType({})) -> list[Fault]:
    """Return everything wrong with the set of a folder or of one file; empty for a good one."""
    try:
        merged, texts = _merged(place, beside)
    except _Faulty as faulty:
        return [faulty.fault]
    return list(faults(merged, texts))


def set_of(file: Path) -> Path:
    """Return the place of the set that `file` belongs to: its folder where that is one set, else the file."""
    ids = [one for one in file.parent.glob("*.toml") if _names_a_set(one)]
    return file if len(ids) > 1 else file.parent


def _names_a_set(file: Path) -> bool:
    try:
        return re.search(r"(?m)^id\s*=", file.read_text(encoding="utf-8")) is not None
    except (OSError, UnicodeDecodeError):
        return False


def _merged(place: Path, beside: Beside) -> tuple[dict[str, Any], Texts]:
    own, texts = _parts(place)
    parent = str(own.get("parent", ""))
    if parent and parent == own.get("id"):
        raise _Faulty(placed(texts, ("parent",), "rules.own_parent", name=parent))
    return _laid_over(_below(parent, texts, beside), own, texts), texts


def _parts(place: Path) -> tuple[dict[str, Any], Texts]:
    values: dict[str, Any] = {}
    texts: list[tuple[str, str]] = []
    for path in sorted(place.glob("*.toml")) if place.is_dir() else [place]:
        part = _part(path, texts)
        for key in sorted(values.keys() & part.keys()):
            raise _Faulty(placed(texts[-1:], (key,), "rules.twice", name=key))
        for key in (one for one in _OF_THE_CELL if one in part):
            raise _Faulty(placed(texts[-1:], (key,), "rules.unknown_key"))
        values.update(part)
    if not texts:
        raise _Faulty(Fault(place.name, 0, Problem("", "rules.no_file")))
    return values, texts


def _part(path: Path, texts: list[tuple[str, str]]) -> dict[str, Any]:
    try:
        if path.stat().st_size > _LARGEST:
            raise _Faulty(Fault(path.name, 0, Problem("", "rules.too_large")))
        text = path.read_text(encoding="utf-8")
        texts.append((path.name, text))
        return tomllib.loads(text)
    except (OSError, UnicodeDecodeError, RecursionError, tomllib.TOMLDecodeError) as error:
        raise _Faulty(unreadable(path, str(error))) from error


def _below(parent: str, texts: Texts, beside: Beside) -> Mapping[str, Any]:
    """Return the values of the set that a layer stands on; a base stands on nothing."""
    if not parent:
        return {}
    own = {folder.parent.name: folder for folder in folders()}
    place = own.get(parent) or beside.get(parent)
    if place is None:
        raise _Faulty(placed(texts, ("parent",), "rules.undeclared", name=parent))
    try:
        # A set never stands on itself, whichever way round: `beside` ends with the first step.
        return read(place, {}).model_dump(mode="json", exclude={*_OF_THE_CELL})
    except Refused as error:
        raise _Faulty(placed(texts, ("parent",), "rules.faulty_parent", name=parent)) from error


def _laid_over(below: Mapping[str, Any], own: Mapping[str, Any], texts: Texts) -> dict[str, Any]:
    merged = {key: value for key, value in below.items() if key not in _OWN}
    for key, value in own.items():
        under = merged.get(key)
        if under and _is_coded(value) and _is_coded(under):
            merged[key] = _by_code(key, under, value, texts)
        elif isinstance(value, dict) and isinstance(under, dict):
            merged[key] = {**under, **value}
        else:
            merged[key] = value
    return merged


def _by_code(key: str, below: Sequence[Any], own: Sequence[Any], texts: Texts) -> list[Any]:
    locked = {one["code"] for one in below if one.get("locked")}
    seen: set[object] = set()
    for at, one in enumerate(own):
        code = one["code"]
        if code in locked or code in seen:
            fault = "rules.locked" if code in locked else "rules.twice"
            raise _Faulty(placed(texts, (key, at, "code"), fault, name=code))
        seen.add(code)
    replacing = {one["code"]: one for one in own}
    kept = [replacing.pop(one["code"], one) for one in below]
    return [*kept, *replacing.values()]


def _is_coded(value: object) -> bool:
    return isinstance(value, list | tuple) and all(
        isinstance(one, dict) and isinstance(one.get("code"), str) for one in value
    )


def _natural(folder: Path) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", folder.name))
