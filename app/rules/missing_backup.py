"""What is missing of the backups: belongs to the laptop and not to a year (reliability.md 7, D08)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from app.rules.missing import Missing

RED_DAYS = 7
"""After so many days without a good set the line is red."""
SECOND_DAYS = 7
"""The copy elsewhere is asked for every week."""


@dataclass(frozen=True, slots=True)
class BackupFacts:
    """How the backups stand."""

    verified_on: dt.date | None
    """Day of the newest good set."""
    failed: bool = False
    """Whether the newest attempt failed."""
    damaged: int = 0
    """How many sets were found damaged."""
    trial_failed: bool = False
    has_second: bool = False
    second_on: dt.date | None = None
    """Day of the newest copy in the second place."""

    def is_red(self, today: dt.date) -> bool:
        """Return whether there was no good set for a week, though there was one once."""
        return self.verified_on is not None and (today - self.verified_on).days >= RED_DAYS

    def second_is_old(self, today: dt.date) -> bool:
        """Return whether the copy elsewhere is a week old."""
        return self.second_on is not None and (today - self.second_on).days >= SECOND_DAYS


def missing_backup(facts: BackupFacts, today: dt.date) -> tuple[Missing, ...]:
    """Return what is to be seen to: a failure the same day, a week without a good set in red."""
    return tuple(_lines(facts, today))


def _lines(facts: BackupFacts, today: dt.date) -> Iterator[Missing]:
    if facts.verified_on is None:
        yield Missing("backup.failed_first" if facts.failed else "backup.none", "settings", subject="backup")
        return
    if facts.is_red(today):
        days = (today - facts.verified_on).days
        yield Missing("backup.old", "settings", "block", subject="backup", params={"days": days})
    elif facts.failed:
        yield Missing("backup.failed", "settings", subject="backup")
    if facts.trial_failed:
        yield Missing("backup.trial_failed", "settings", "block", subject="backup")
    if facts.damaged:
        yield Missing("backup.damaged", "settings", "note", subject="backup", params={"count": facts.damaged})
    yield from _second(facts, today)


def _second(facts: BackupFacts, today: dt.date) -> Iterator[Missing]:
    if not facts.has_second:
        yield Missing("backup.no_second", "settings", "note", subject="backup")
    elif facts.second_on is None:
        yield Missing("backup.second_none", "settings", "note", subject="backup")
    elif facts.second_is_old(today):
        days = (today - facts.second_on).days
        yield Missing("backup.second_old", "settings", "note", subject="backup", params={"days": days})
