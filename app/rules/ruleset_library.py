"""The rule sets there are: those of the program, and those that the cell was given as files.

A file from elsewhere is copied into the data folder under a name that carries its hash, so that one that was
edited or damaged since is told and never used.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from app.common.files import told, write_whole
from app.errors import Problem
from app.rules.ruleset import RuleSet
from app.rules.ruleset_faults import Fault
from app.rules.ruleset_files import faults_of, read, shipped
from app.rules.ruleset_files import for_year as shipped_for

FOLDER = "quy-dinh"
_HASH = 16


@dataclass(frozen=True, slots=True)
class Imported:
    """A set from elsewhere: its file, and the set or what is wrong with it."""

    path: Path
    ruleset: RuleSet | None
    fault: Fault | None = None


class Library:
    """The sets of the program and those in the data folder."""

    def __init__(self, data: Path) -> None:
        self._folder = data / FOLDER

    def imported(self) -> tuple[Imported, ...]:
        """Return the sets that were imported, damaged ones with what is wrong."""
        return tuple(self._held())

    def sets(self) -> Mapping[str, RuleSet]:
        """Return every whole set by id; an imported one of the same id takes the place of the program's."""
        return {**shipped(), **{one.ruleset.id: one.ruleset for one in self._held() if one.ruleset}}

    def for_year(self, year: int) -> RuleSet | None:
        """Return the set for a year: an imported one that names it, else the program's, never a near one."""
        own = [one.ruleset for one in self._held() if one.ruleset and year in one.ruleset.years]
        return max(own, key=lambda one: one.kind != "base", default=None) or shipped_for(year)

    def look(self, file: Path) -> RuleSet:
        """Return the set of a file from elsewhere; raises `Refused` L-551 with line and reason."""
        return read(file, self._beside())

    def take_in(self, file: Path) -> RuleSet:
        """Copy a good file into the data folder, in place of an older file of the same set.

        Raises `Refused` L-551, `EnvironmentFailed`; nothing is changed then.
        """
        ruleset = self.look(file)
        with told():
            content = file.read_bytes()
            self._folder.mkdir(exist_ok=True)
        target = self._folder / f"{ruleset.id}_{_hash_of(content)}.toml"
        write_whole(target, content)
        self._remove_older(ruleset.id, target)
        return ruleset

    def _remove_older(self, ruleset_id: str, kept: Path) -> None:
        with told():
            for path in self._folder.glob("*.toml"):
                if path.stem.rpartition("_")[0] == ruleset_id and path != kept:
                    path.unlink()

    def _held(self) -> Iterator[Imported]:
        beside = self._beside()
        for path in sorted(self._folder.glob("*.toml")):
            if _is_changed(path):
                yield Imported(path, None, Fault(path.name, 0, Problem("", "rules.changed")))
                continue
            found = faults_of(path, beside)
            yield Imported(path, None, found[0]) if found else Imported(path, read(path, beside))

    def _beside(self) -> Mapping[str, Path]:
        """Return the files that a layer may stand on, by id: those that are as they were taken in."""
        whole = (path for path in self._folder.glob("*.toml") if not _is_changed(path))
        return {path.stem.rpartition("_")[0]: path for path in whole}


def damage(one: Imported) -> str:
    """Return what is wrong with an imported set, in words; empty for a whole one."""
    return one.fault.reason if one.fault else ""


def _is_changed(path: Path) -> bool:
    return path.stem.rpartition("_")[2] != _hash_of(path.read_bytes())


def _hash_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:_HASH]
