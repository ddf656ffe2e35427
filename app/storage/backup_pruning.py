"""Takes the sets away that need not be kept, and data that a restore set aside long ago."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Collection
from pathlib import Path

from app.common.files import told
from app.domain import backup_policy
from app.storage import backup_sets, restoring
from app.storage.backup_sets import BackupSet
from app.storage.opening import AS_FOUND

_STAMP = "%Y%m%dT%H%M%SZ"


def prune(
    folder: Path, uid: str, *, damaged: Collection[str] = (), failed_today: bool = False
) -> list[BackupSet]:
    """Remove from `folder` what need not be kept of the sets of database `uid`, and return them.

    Sets of other databases are neither counted nor touched. Raises `EnvironmentFailed`.
    """
    ours = {made.name: made for made in backup_sets.sets_in(folder) if made.content.uid == uid}
    facts = [made.facts(is_good=made.name not in damaged) for made in ours.values()]
    removed = backup_policy.to_remove(facts, newest_failed_today=failed_today)
    for name in removed:
        backup_sets.remove(folder, name)
    if not failed_today:
        for aside in _asides(folder):
            if backup_policy.aside_is_over(_made_on(aside), facts):
                with told():
                    shutil.rmtree(aside)
    return [ours[name] for name in removed]


def _asides(folder: Path) -> list[Path]:
    found = [path for name in (restoring.ASIDE, AS_FOUND) for path in folder.glob(f"{name}_*")]
    return [path for path in found if path.is_dir() and _stamp_of(path)]


def _made_on(aside: Path) -> dt.date:
    return dt.datetime.strptime(_stamp_of(aside), _STAMP).replace(tzinfo=dt.UTC).astimezone().date()


def _stamp_of(aside: Path) -> str:
    """Return the moment in the name of a folder of ours, or nothing when it has none."""
    stamp = aside.name.split("_")[1]
    try:
        dt.datetime.strptime(stamp, _STAMP).replace(tzinfo=dt.UTC)
    except ValueError:
        return ""
    return stamp
