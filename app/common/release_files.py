"""The files that come with the program (templates, sentences, rule sets), and what became of them since.

The built program carries a list of their hashes, which ``packaging/windows_build.py`` writes; where it runs
from its source there is no list, because there its files are being worked on.
"""

from __future__ import annotations

import hashlib
import json
import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

from app.common.paths import RESOURCES
from app.errors import EnvironmentFailed

FOLDER = RESOURCES
LIST = "ban-phat-hanh.json"


def read_toml(*parts: str) -> dict[str, Any]:
    """Return a TOML file of the program; raises `EnvironmentFailed` L-016, which names it, when damaged."""
    content = read_text(*parts)
    try:
        return tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        raise damaged(*parts) from error


def read_json(*parts: str) -> Any:  # noqa: ANN401  what is in it is the reader's matter
    """Return a JSON file of the program; raises as `read_toml` does."""
    content = read_text(*parts)
    try:
        return json.loads(content)
    except json.JSONDecodeError as error:
        raise damaged(*parts) from error


def read_text(*parts: str) -> str:
    """Return the words of a file of the program; raises as `read_toml` does, also for an empty file."""
    try:
        content = FOLDER.joinpath(*parts).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise damaged(*parts) from error
    if not content.strip():
        raise damaged(*parts)
    return content


def damaged(*parts: str) -> EnvironmentFailed:
    """Return the error of a file of the program that is missing or damaged."""
    return EnvironmentFailed("L-016", name="/".join(parts))


def hashes(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of every file below `folder` by its path there, the list itself left out."""
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    files.pop(LIST, None)
    return {name: hashlib.sha256(files[name].read_bytes()).hexdigest() for name in sorted(files)}


def write_list(folder: Path) -> None:
    """Write the list of a release into `folder`, the resources of a built program."""
    (folder / LIST).write_text(json.dumps(hashes(folder), indent=1) + "\n", encoding="utf-8")


@lru_cache(maxsize=1)
def changed() -> tuple[str, ...]:
    """Return the files that are no longer as released: edited, missing, or the list itself (C07).

    Empty for a program that runs from its source. Files added since do no harm: nothing reads them.
    """
    try:
        released = dict(json.loads((FOLDER / LIST).read_bytes()))
        found = {name: _hash(FOLDER / name) for name in released}
    except FileNotFoundError:
        return ()
    except (OSError, ValueError, TypeError):
        return (LIST,)
    return tuple(name for name, sha in found.items() if sha != released[name])


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


_told: list[bool] = []


def take_changed() -> tuple[str, ...]:
    """Return `changed` the first time it is asked for in this run, and nothing afterwards."""
    if _told:
        return ()
    _told.append(True)
    return changed()
