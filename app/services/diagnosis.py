"""Tệp chẩn đoán: what a helper needs to know, and nothing of what the user wrote.

Every line is made of sentences of ours and of numbers, codes and versions; the log and the traces are
already written so that they name nobody. It is read by the user before it goes anywhere.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import platform
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from app.common import fault_file, log_reading, logfile, machine, release_files
from app.common.clock import Clock
from app.domain.backup_policy import Reason
from app.storage import backup_sets, condition, layout
from app.storage.condition import Condition
from app.version import __version__

if TYPE_CHECKING:
    from app.storage.database import Database

LOG_LINES = 200
BUGS = 5
_MEGABYTE = 1 << 20
_OWN_FILES = (
    *layout.FILES,
    *(f"{logfile.FILE_NAME}{ending}" for ending in ("", ".1", ".2", ".3")),
    *(f"{fault_file.FILE_NAME}{ending}" for ending in ("", ".1", ".2", ".3")),
)


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """The text of the file, and whether every check of the data passed (None: they were not opened)."""

    text: str
    is_sound: bool | None


class DiagnosisService:
    """Makes the diagnostic file of an open cell."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def make(self, seat: Sequence[str] = ()) -> Diagnosis:
        """Return the file with the checks of the whole database; `seat` are lines about window and screen.

        Takes as long as reading the database. Raises `EnvironmentFailed` when the disk fails.
        """
        return diagnosed(self._database.place.folder, self._clock, condition.look(self._database), seat)


def diagnosed(
    folder: Path, clock: Clock, found: Condition | None = None, seat: Sequence[str] = ()
) -> Diagnosis:
    """Return the file about `folder`, also where its database does not open (`found` is None)."""
    sections = [
        ("program", _program(found)),
        ("machine", _machine(folder)),
        ("seat", seat),
        ("files", _files(folder, found)),
        ("backups", _backups(folder)),
        ("counts", [f"{name}: {count}" for name, count in found.counts.items()] if found else ()),
        ("checks", _checks(found)),
        ("faults", "\n\n".join(fault_file.kept(folder)).splitlines()),
        ("bugs", "\n\n".join(log_reading.last_bugs(folder, BUGS)).splitlines()),
        ("log", log_reading.last_lines(folder, LOG_LINES)),
    ]
    now = clock.now()
    offset = f"{now.astimezone():%z}"
    head = [_text("title"), _text("made_at", at=now, offset=offset), _text("promise")]
    lines = [*head, *(line for code, body in sections for line in _section(code, body))]
    return Diagnosis("\n".join(lines) + "\n", found.is_sound if found else None)


def _section(code: str, body: Iterable[str]) -> Iterator[str]:
    yield ""
    yield f"== {_text(f'sections.{code}', count=LOG_LINES)} =="
    yield from list(body) or [_text("nothing")]


def _program(found: Condition | None) -> Iterator[str]:
    yield _text("program.version", version=__version__)
    yield _text("program.frozen" if getattr(sys, "frozen", False) else "program.source")
    yield _text("program.python", version=platform.python_version())
    for name in release_files.changed():
        yield _text("program.changed", name=name)
    if found:
        yield _text("program.sqlite", version=found.sqlite, cipher=found.cipher)
        yield _text("program.schema", schema=found.schema, newest=found.newest_schema)


def _machine(folder: Path) -> Iterator[str]:
    yield _text("machine.system", system=machine.system())
    memory = machine.memory() // _MEGABYTE or _text("unknown")
    yield _text("machine.processors", count=machine.processors(), memory=memory)
    yield _text("machine.free", free=machine.free_space(folder) // _MEGABYTE)


def _files(folder: Path, found: Condition | None) -> Iterator[str]:
    known = 0
    for name in _OWN_FILES:
        with contextlib.suppress(OSError):
            facts = (folder / name).stat()
            written = dt.datetime.fromtimestamp(facts.st_mtime).astimezone()
            yield _text("files.line", name=name, size=facts.st_size, at=written)
            known += 1
    with contextlib.suppress(OSError):
        yield _text("files.others", count=sum(1 for _ in folder.iterdir()) - known)
    if found:
        yield _text("files.pages", pages=found.pages, free=found.free_pages)


def _backups(folder: Path) -> Iterator[str]:
    sets = backup_sets.sets(folder)
    # The record of a set is a plain file: only words of ours are taken from it.
    counted = Counter(one.reason if one.reason in get_args(Reason) else _text("unknown") for one in sets)
    for reason, count in sorted(counted.items()):
        yield _text("backups.reason", reason=reason, count=count)
    if sets:
        yield _text("backups.newest", at=sets[0].moment.astimezone(), size=sets[0].size)


def _checks(found: Condition | None) -> Iterator[str]:
    if found is None:
        yield _text("checks.closed")
        return
    for check, passed in found.passed.items():
        yield f"{_text(f'checks.{check.value}')}: {_text('checks.passed' if passed else 'checks.failed')}"


def _text(key: str, **values: object) -> str:
    found: Any = _texts()
    for part in key.split("."):
        found = found[part]
    return str(found).format_map(values)


@lru_cache(maxsize=1)
def _texts() -> dict[str, Any]:
    return release_files.read_toml("texts", "diagnosis.toml")
