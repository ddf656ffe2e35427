"""What became of the backups so far: failures, sets found damaged, the trial restore, the second place.

It lies beside the sets and not in the database, so that it is known when that does not open and is not taken
back by a restore. It holds no facts of the cell. Losing it loses no set.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from app.common.files import told, write_whole
from app.common.outside import read_object
from app.errors import EnvironmentFailed
from app.storage import backup_sets

FILE_NAME = "tinh-trang.json"


@dataclass(frozen=True, slots=True)
class Trial:
    """A trial restore (khôi phục thử): when, of which set, how long it took, how much was compared."""

    at: str
    """UTC, ISO."""
    name: str
    seconds: float
    members: int
    failed_code: str = ""


@dataclass(frozen=True, slots=True)
class SecondPlace:
    """The folder elsewhere that gets a copy of the sets; `serial` tells two sticks under one letter apart."""

    folder: str
    serial: str
    below: str
    """The folder as seen from the root of its volume, to find it again under another letter."""
    label: str = ""
    copied_at: str = ""
    """UTC, ISO; empty before the first copy."""
    copied_name: str = ""


@dataclass(frozen=True, slots=True)
class BackupState:
    """Everything remembered about the backups of a data folder."""

    failed_on: str = ""
    """The last day on which a set could not be made, ISO."""
    failed_code: str = ""
    """Why the newest attempt failed; empty when it succeeded."""
    damaged: tuple[str, ...] = ()
    """Names of sets that were found damaged after they were made."""
    trial: Trial | None = None
    second: SecondPlace | None = None


def load(data_folder: Path) -> BackupState:
    """Return what is remembered; nothing where the file is missing or damaged."""
    try:
        fields = read_object(_path(data_folder))
        trial, second = fields.pop("trial", None), fields.pop("second", None)
        state = BackupState(
            str(fields.get("failed_on", "")),
            str(fields.get("failed_code", "")),
            tuple(str(name) for name in fields.get("damaged", ())),
            Trial(**trial) if trial else None,
            SecondPlace(**second) if second else None,
        )
    except (OSError, ValueError, TypeError, AttributeError):
        return BackupState()
    return state if _is_sane(state) else BackupState()


def save(data_folder: Path, state: BackupState) -> None:
    """Remember `state`; a folder that takes no file costs the memory of it and nothing else."""
    content = json.dumps(asdict(state), ensure_ascii=False, indent=1, sort_keys=True).encode()
    with contextlib.suppress(EnvironmentFailed):
        with told():
            _path(data_folder).parent.mkdir(exist_ok=True)
        write_whole(_path(data_folder), content)


def _path(data_folder: Path) -> Path:
    return backup_sets.folder_of(data_folder) / FILE_NAME


def _is_sane(state: BackupState) -> bool:
    moments = [state.trial.at] if state.trial else []
    if state.second and state.second.copied_at:
        moments.append(state.second.copied_at)
    try:
        aware = all(dt.datetime.fromisoformat(moment).tzinfo for moment in moments)
        return aware and bool(dt.date.fromisoformat(state.failed_on or "2000-01-01"))
    except (ValueError, TypeError):
        return False
