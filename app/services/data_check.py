"""Kiểm tra dữ liệu: what in the data contradicts itself, in sentences, and a mended copy of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from pydantic import ValidationError

from app.common import release_files
from app.common.messages import record_words
from app.domain.cycles import Cycle
from app.rules.ruleset import kept_in
from app.services.own_wording import OwnWordingService
from app.storage import data_checks, mending
from app.storage.backup_sets import BackupSet
from app.storage.data_checks import Damage
from app.storage.database import Database
from app.storage.store import Reader

_NAMED = 3
"""So many names stand in a sentence."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A contradiction in a sentence; `can_mend` says that a copy without it can be made."""

    kind: str
    table: str
    count: int
    sentence: str
    can_mend: bool


class DataCheckService:
    """Looks through the open data and mends them on a copy when asked; it changes nothing in them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def look(self) -> tuple[Finding, ...]:
        """Return everything that is wrong; takes about as long as reading all the data."""
        with self._database.read() as reader:
            found = [_finding(reader, damage) for damage in data_checks.damages(reader.connection)]
            years = [one.year for one in reader.rows(Cycle) if _has_own_texts(one)]
        return (*found, *(one for year in years for one in self._own_texts(year)))

    def _own_texts(self, year: int) -> Iterator[Finding]:
        """Yield that words of the cell cannot be printed in `year`, with the papers they are of."""
        lost = [one for one in OwnWordingService(self._database).kinds(year) if one.damaged]
        if lost:
            count, names = sum(one.damaged for one in lost), ", ".join(one.title for one in lost)
            sentence = _words()["years"]["own_text"].format(year=year, count=count, names=names)
            yield Finding("own_text", "cycle", count, sentence, can_mend=False)

    def mend(self) -> BackupSet:
        """Return a verified backup set with everything mended that needs no decision.

        The data in use stay as they are; restoring the set is the user's act. Raises `EnvironmentFailed`.
        """
        return mending.mended_copy(self._database)


def _has_own_texts(cycle: Cycle) -> bool:
    try:
        return bool(kept_in(cycle.ruleset_snapshot).own_texts)
    except ValidationError:  # rules that do not read are told as such
        return False


def _finding(reader: Reader, damage: Damage) -> Finding:
    words = _words()
    what, count = record_words(damage.table), len(damage.uids)
    sentence = words["kinds"][damage.kind].format(what=what, count=count, names=_names(reader, damage))
    return Finding(damage.kind, damage.table, count, sentence, damage.kind in mending.MENDABLE)


def _names(reader: Reader, damage: Damage) -> str:
    if damage.kind == "chain":
        return damage.uids[0]
    if damage.table != "member":
        return ""
    names = data_checks.names_of(reader.connection, damage.uids)
    named = ", ".join(names[:_NAMED])
    return f"{named} …" if len(names) > _NAMED else named


@lru_cache(maxsize=1)
def _words() -> dict[str, Any]:
    return release_files.read_toml("texts", "data_check.toml")
