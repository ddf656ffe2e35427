"""What is typed in a year: the invented texts of every year under what its rule set makes different."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

DATA = Path(__file__).parents[2] / "data" / "journey"
Words = dict[str, Any]


def words_of(year: int) -> Words:
    """Return what is typed in `year`."""
    both = [tomllib.loads((DATA / name).read_text("utf-8")) for name in ("common.toml", f"{year}.toml")]
    joined = _joined(*both)
    known = {"y": year, "last": year - 1, "next": year + 1, **joined["terms"]}
    told: Words = {**_said(joined, known), "year": year}
    return told


def _joined(under: Mapping[str, Any], over: Mapping[str, Any]) -> Words:
    """Return `under` with what `over` says; tables are joined, all else takes the place."""
    joined = dict(under)
    for name, value in over.items():
        before = joined.get(name)
        both_tables = isinstance(before, Mapping) and isinstance(value, Mapping)
        joined[name] = _joined(before, value) if both_tables else value  # type: ignore[arg-type]  # both are tables
    return joined


def _said(told: Any, known: Mapping[str, object]) -> Any:
    if isinstance(told, str):
        return told.format(**known)
    if isinstance(told, list):
        return [_said(one, known) for one in told]
    return {name: _said(one, known) for name, one in told.items()} if isinstance(told, dict) else told
