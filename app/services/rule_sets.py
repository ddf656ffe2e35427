"""The rules of a year as a page to read, and rule sets from files of one's own."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from app.domain.cycles import Cycle
from app.errors import Refused
from app.rules import ruleset_pages
from app.rules.ruleset import RuleSet, from_snapshot, kept_in
from app.rules.ruleset_library import Library, damage
from app.rules.ruleset_pages import PageBlock, PageLine
from app.services.begun_years import last_words
from app.services.open_years import OpenYears
from app.storage.database import Database

__all__ = [
    "Damaged",
    "Marked",
    "PageBlock",
    "PageLine",
    "RuleSetService",
    "SetFacts",
    "Standing",
    "YearRules",
]


class Standing(StrEnum):
    """How a year stands to its rules."""

    BEGUN = "begun"
    """The review is begun: the rules are kept whole in the year."""
    PLANNED = "planned"
    """Not begun yet; it would begin with these."""
    NONE = "none"
    """No rules are loaded for the year, and those of another year are not taken in their place."""


@dataclass(frozen=True, slots=True)
class Marked:
    """How many rules were checked whole, in part, and not at all."""

    verified: int = 0
    partly: int = 0
    unverified: int = 0


@dataclass(frozen=True, slots=True)
class SetFacts:
    """What a rule set is called and which years it is for."""

    id: str
    version: str
    title: str
    years: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Damaged:
    """An imported file that is not used any more, and why."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class YearRules:
    """The rules of a year: which set, and every rule in words."""

    year: int
    standing: Standing
    set: SetFacts | None = None
    marked: Marked = Marked()
    own: int = 0
    """How many values the cell set itself."""
    blocks: tuple[PageBlock, ...] = ()
    damaged: tuple[Damaged, ...] = ()
    other: SetFacts | None = None
    """A set that is there for the year beside the one that the begun review follows."""


class RuleSetService:
    """Quy định đang áp dụng: read year by year; files of one's own are copied in whole or not at all."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._years = OpenYears(database)
        self._library = Library(database.place.folder)

    def of_year(self, year: int) -> YearRules:
        """Return the rules of a year: those its review keeps, else those it would begin with.

        Raises `EnvironmentFailed` where the imported files cannot be read.
        """
        damaged = tuple(Damaged(one.path.name, damage(one)) for one in self._library.imported() if one.fault)
        there = self._library.for_year(year)
        cycle = self._cycle(year)
        rules = from_snapshot(cycle.ruleset_snapshot) if cycle else there
        base = kept_in(cycle.ruleset_snapshot).model_copy(update={"own": ()}) if cycle else there
        if rules is None:
            return YearRules(year, Standing.NONE, damaged=damaged)
        blocks = ruleset_pages.page(rules, base)
        other = there if there and cycle and _differs(there, cycle) else None
        return YearRules(
            year,
            Standing.BEGUN if cycle else Standing.PLANNED,
            _facts(rules),
            _marked(blocks),
            len(rules.own),
            blocks,
            damaged,
            _facts(other) if other else None,
        )

    def look(self, file: Path) -> SetFacts:
        """Return what the file of a rule set says it is; raises `Refused` L-551 with line and reason."""
        return _facts(self._library.look(file))

    def take_in(self, file: Path) -> SetFacts:
        """Copy the file of a rule set into the data folder, in place of an older one of the same set.

        Years already begun keep their rules. Raises `Refused` L-551, `EnvironmentFailed`.
        """
        return _facts(self._library.take_in(file))

    def adopt(self, year: int) -> SetFacts:
        """Let a begun review follow the set that is there for its year now, as one step.

        The cell's own values go, for they were set over other rules; its own words on papers stay. Raises
        `Refused` L-558 without such a set, L-540 for a finished year, L-557 where the year already uses words
        that the set does not have.
        """
        rules = self._library.for_year(year)
        if rules is None:
            raise Refused("L-558", year=year)
        with self._years.write("cycle.adopt_rules", year) as work:
            for cycle in work.rows(Cycle, year=year):
                if lost := _lost(from_snapshot(cycle.ruleset_snapshot), rules):
                    raise Refused("L-557", name=rules.title, words=", ".join(lost))
                kept = rules.model_copy(update={"own_texts": last_words(cycle)})
                work.change(
                    Cycle,
                    cycle.uid,
                    cycle.rev,
                    ruleset=rules.id,
                    ruleset_version=rules.version,
                    ruleset_sha256=kept.sha256,
                    ruleset_snapshot=kept.snapshot,
                )
        return _facts(rules)

    def _cycle(self, year: int) -> Cycle | None:
        with self._database.read() as reader:
            return next(iter(reader.rows(Cycle, year=year)), None)


def _marked(blocks: tuple[PageBlock, ...]) -> Marked:
    states = Counter(line.state for block in blocks for line in block.lines)
    return Marked(**{mark: states[mark] for mark in ("verified", "partly", "unverified")})


def _differs(there: RuleSet, cycle: Cycle) -> bool:
    return (there.id, there.version) != (cycle.ruleset, cycle.ruleset_version)


def _lost(old: RuleSet, new: RuleSet) -> list[str]:
    """Return the names of levels, reasons and object types that `old` has and `new` lacks."""
    names: list[str] = []
    for kind in ("member_levels", "cell_levels", "reasons", "object_types"):
        kept = {one.code for one in getattr(new, kind)}
        names += [one.name for one in getattr(old, kind) if one.code not in kept]
    return names


def _facts(rules: RuleSet) -> SetFacts:
    return SetFacts(rules.id, rules.version, rules.title, rules.years)
