"""The backup sets in a folder: encrypted copy, slots, record; naming, listing, removing, tidying up.

A set counts from the moment its copy stands under its name, which comes last: slots and record without a
copy are rubbish of a crash.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from app.common.files import PARTIAL, told
from app.common.outside import read_object
from app.domain.backup_policy import SetFacts
from app.keys import slot_files
from app.storage import layout

PREFIX = "sao-luu_"
COPY, RECORD, SLOTS = ".db", ".json", slot_files.BACKUP_ENDING
_MADE_FIRST = (SLOTS, RECORD)


@dataclass(frozen=True, slots=True)
class Content:
    """What must be equal between a database and its copy."""

    uid: str
    schema: int
    seq: int
    head: str
    counts: dict[str, int]


@dataclass(frozen=True, slots=True)
class BackupSet:
    """A set as its record describes it; `name` is that of its files without ending."""

    folder: Path
    name: str
    made_at: str
    """UTC, ISO."""
    reason: str
    content: Content
    sha256: str
    size: int
    app_version: str
    number: int = 0
    """Its place in the order of the sets of a folder, whatever the clock said."""

    @property
    def database(self) -> Path:
        """Return the encrypted copy."""
        return self.folder / f"{self.name}{COPY}"

    @property
    def slots(self) -> Path:
        """Return the slots that open it."""
        return self.folder / f"{self.name}{SLOTS}"

    @property
    def record(self) -> Path:
        """Return the file that describes it."""
        return self.folder / f"{self.name}{RECORD}"

    @property
    def moment(self) -> dt.datetime:
        """Return when it was made, aware, in UTC."""
        return dt.datetime.fromisoformat(self.made_at)

    def is_under(self, key: bytes) -> bool:
        """Return whether `key` is the one of this set, as its slots say; False for one from before Đổi khóa.

        Where its slots are lost or damaged nobody can tell, and its copy has to speak for itself.
        """
        slots = slot_files.read_one(self.slots)
        return slots is None or slots.is_of(key)

    def facts(self, *, is_good: bool = True) -> SetFacts:
        """Return what the policy of keeping needs to know."""
        return SetFacts(self.name, self.number, self.moment.astimezone().date(), is_good)


def folder_of(data_folder: Path) -> Path:
    """Return the folder of the sets beside a database."""
    return data_folder / layout.BACKUPS


def sets(data_folder: Path) -> list[BackupSet]:
    """Return the sets beside a database, newest first."""
    return sets_in(folder_of(data_folder))


def sets_in(folder: Path) -> list[BackupSet]:
    """Return the sets in `folder`, newest first; what cannot be read is passed over."""
    try:
        records = sorted(folder.glob(f"{PREFIX}*{RECORD}"))
    except OSError:
        return []  # a stick that is gone holds nothing
    found = [made for path in records if (made := read(path)) is not None and made.database.is_file()]
    return sorted(found, key=lambda made: (made.number, made.made_at, made.name), reverse=True)


def read(record: Path) -> BackupSet | None:
    """Return the set that a record describes, or None when it is none of ours."""
    try:
        fields = read_object(record)
        content = Content(**fields.pop("content"))
        made = BackupSet(folder=record.parent, name=record.stem, content=content, **fields)
        return made if _is_sane(made) and made.moment.tzinfo else None
    except (OSError, ValueError, TypeError, KeyError):
        return None


def _is_sane(made: BackupSet) -> bool:
    content = made.content
    if not isinstance(content.counts, dict):
        return False
    words = (made.made_at, made.reason, made.sha256, made.app_version, content.uid, content.head)
    numbers = (made.size, made.number, content.schema, content.seq, *content.counts.values())
    return all(isinstance(word, str) for word in (*words, *content.counts)) and all(
        type(number) is int and number >= 0 for number in numbers
    )


def encoded(made: BackupSet) -> bytes:
    """Return the record of a set."""
    fields = {name: value for name, value in asdict(made).items() if name not in {"folder", "name"}}
    return json.dumps(fields, ensure_ascii=False, indent=1, sort_keys=True).encode()


def next_number(folder: Path) -> int:
    """Return the number of the next set of `folder`; the newest is never removed, so numbers only grow."""
    return max((made.number for made in sets_in(folder)), default=0) + 1


def remove(folder: Path, name: str) -> None:
    """Remove a set, its copy first, so that half of it never counts; raises `EnvironmentFailed`."""
    with told():
        for ending in (COPY, *_MADE_FIRST):
            (folder / f"{name}{ending}").unlink(missing_ok=True)


def tidy(data_folder: Path) -> None:
    """Remove what a crash left of files being made; nobody else may be working in the folder."""
    for folder in (data_folder, folder_of(data_folder)):
        with contextlib.suppress(OSError):
            _remove_unfinished(folder)


def _remove_unfinished(folder: Path) -> None:
    for path in folder.glob(f"*{PARTIAL}*"):
        path.unlink()
    for ending in _MADE_FIRST:
        for path in folder.glob(f"{PREFIX}*{ending}"):
            if not path.with_suffix(COPY).exists():
                path.unlink()
