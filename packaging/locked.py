"""What a lock file pins, and which of it a group of requirements needs.

A lock entry ends in comments that say who wanted the package; the program itself is among them.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

PROGRAM = "so-chi-bo (pyproject.toml)"
BUILD = "so-chi-bo (pyproject.toml:build)"
_PINNED = re.compile(r"([\w.-]+)==([^\s;]+)")
_WANTED_BY = re.compile(r"\s+#\s+(?:via )?(\S.*)")


@dataclass(frozen=True)
class Package:
    """One pinned package: `entry` is its text in the lock, hashes included."""

    name: str
    version: str
    entry: str
    wanted_by: frozenset[str]


def needed(lock: Path, wanters: Collection[str]) -> list[Package]:
    """Return the packages of the lock that `wanters` need, directly or through others."""
    packages, names = all_of(lock), set(wanters)
    while True:
        found = [package for package in packages if package.wanted_by & names]
        if {package.name for package in found} <= names:
            return found
        names.update(package.name for package in found)


def all_of(lock: Path) -> list[Package]:
    """Return every package of the lock."""
    packages: list[Package] = []
    for block in re.split(r"\n(?=[\w])", lock.read_text(encoding="utf-8")):
        pinned = _PINNED.match(block)
        if pinned:
            wanted_by = (_WANTED_BY.fullmatch(line) for line in block.splitlines())
            names = frozenset(match[1] for match in wanted_by if match)
            packages.append(Package(pinned[1], pinned[2], block.strip(), names))
    return packages
