"""A cell on which the acts of the table are carried out one after the other."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.bootstrap import Core
from app.domain.types import Record
from app.rules import ruleset_files
from app.rules.ruleset import RuleSet
from app.year.dump import record_lists
from tests.builders import a_core

YEAR = 2017
NAMES = {"A": "Nguyễn Văn Mẫu", "B": "Trần Thị Thử", "C": "Lê Văn Giả"}
LONG_THERE = {"admitted_on": "1990-02-03", "official_on": "1991-02-03"}
LIST_OF: dict[type[Record], str] = {kind: name for name, kind in record_lists().items()}


def rules() -> RuleSet:
    """Return the rule set of the stage."""
    return ruleset_files.shipped()["cv3993"]


@dataclass
class Stage:
    """An open core, and by list the record that the acts made last."""

    core: Core
    there: dict[str, Any] = field(default_factory=dict)

    @property
    def review(self) -> Any:
        """Return the services of the review."""
        return self.core.review

    def uid(self, name: str) -> str:
        """Return the uid of the record that `name` stands for."""
        uid: str = self.there[name].uid
        return uid

    def filled(self, value: Any) -> Any:
        """Return `value` with ``@name`` replaced by the uid of what is there; of what is not, it stays."""
        if isinstance(value, str) and value.startswith("@") and value[1:] in self.there:
            return self.uid(value[1:])
        if isinstance(value, Mapping):
            return {self.filled(key): self.filled(one) for key, one in value.items()}
        return [self.filled(one) for one in value] if isinstance(value, list) else value

    def carry_out(self, act: Act, **instead: Any) -> list[Record]:
        """Carry an act out, with other values if given, and return the records that it made or changed."""
        made = act.do(self, {**self.filled(act.sets), **instead})
        records: list[Record] = [one for one in (made if isinstance(made, list) else [made]) if one]
        self.there.update({LIST_OF[type(one)]: one for one in records if type(one) in LIST_OF})
        return records

    def dumped(self, year: int = YEAR) -> dict[str, Any]:
        """Return the dump of a year, read."""
        value: dict[str, Any] = json.loads(self.core.years.dump(year))
        return value


@dataclass(frozen=True)
class Act:
    """One call of a service: what it sets in a record of a list, as the dump says it."""

    method: str
    """``suggestions.add_letter`` of `core.review`, or of the core."""
    list: str
    sets: Mapping[str, Any]
    do: Callable[[Stage, dict[str, Any]], Any]
    """Returns the record or records that it made or changed."""
    year: int = YEAR
    also: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """What it sets in records of other lists, by list."""

    @property
    def fields(self) -> set[tuple[str, str]]:
        """Return list and field of everything it sets; a record's year is set with any of them."""
        lists = {self.list: self.sets, **self.also}
        found = {(name, key) for name, sets in lists.items() for key in sets}
        return found | {(name, "year") for name in lists if "year" in record_lists()[name].model_fields}


def a_stage(folder: Path) -> Stage:
    """Return a cell of three members whose review has not begun."""
    core = a_core(folder)
    return Stage(
        core, {key: core.members.add({"full_name": name, **LONG_THERE}) for key, name in NAMES.items()}
    )
