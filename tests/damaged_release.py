"""The program's own files in a copy that a test may damage; what was read of them before is forgotten."""

from __future__ import annotations

import functools
import gc
import shutil
from pathlib import Path

import pytest

from app.common import release_files
from app.common.paths import RESOURCES
from app.rules import ruleset_files

_CACHE = type(functools.cache(lambda: None))


def use_copy(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the resources below `folder`, which this process reads until the test ends."""
    copy = Path(shutil.copytree(RESOURCES, folder / "resources"))
    monkeypatch.setattr(release_files, "FOLDER", copy)
    monkeypatch.setattr(ruleset_files, "FOLDER", copy / "regulations")
    monkeypatch.setattr(release_files, "_told", [])
    return copy


def forget_what_was_read() -> None:
    """Empty every cache of the program, as a start does."""
    for one in gc.get_objects():
        if isinstance(one, _CACHE) and str(one.__module__).startswith("app."):
            one.cache_clear()
