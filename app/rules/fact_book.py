"""Every fact by its name; a module of `app.rules.facts` adds its own, nothing here knows one."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import TypeAlias

from app.rules import facts
from app.rules.language import Absent, Value
from app.rules.outlook import Outlook

Fact: TypeAlias = Callable[[Outlook, str], Value]
"""A fact: what an outlook tells of the subject with a uid."""


@cache
def known_facts() -> Mapping[str, Fact]:
    """Return the facts of the findings by name; raises `LookupError` where two have one name."""
    found: dict[str, Fact] = {}
    for module in pkgutil.iter_modules(facts.__path__):
        own: Mapping[str, Fact] = getattr(
            importlib.import_module(f"{facts.__name__}.{module.name}"), "FACTS", {}
        )
        if twice := found.keys() & own.keys():
            raise LookupError(f"facts with one name: {sorted(twice)}")
        found |= own
    return found


class Facts(Mapping[str, Value]):
    """The facts about one subject, each found when it is first asked for."""

    def __init__(self, outlook: Outlook, uid: str) -> None:
        self._outlook = outlook
        self._uid = uid
        self._found: dict[str, Value] = {}
        self._of_rules: Mapping[str, Value] | None = None

    def __getitem__(self, name: str) -> Value:
        if name not in self._found:
            self._found[name] = self._find(name)
        return self._found[name]

    def __iter__(self) -> Iterator[str]:
        return iter(known_facts())

    def __len__(self) -> int:
        return len(known_facts())

    def _find(self, name: str) -> Value:
        fact = known_facts().get(name)
        if fact is not None:
            return fact(self._outlook, self._uid)
        if self._of_rules is None:
            self._of_rules = self._outlook.year_facts.of(self._uid)
        return self._of_rules.get(name, Absent.UNKNOWN)


class FactBook:
    """The facts of a year, kept while it is looked over."""

    def __init__(self, outlook: Outlook) -> None:
        self._outlook = outlook
        self._facts: dict[str, Facts] = {}

    def facts(self, uid: str) -> Facts:
        """Return the facts about one subject."""
        if uid not in self._facts:
            self._facts[uid] = Facts(self._outlook, uid)
        return self._facts[uid]
