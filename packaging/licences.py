"""The parts of the program and their licences: the list in the About window, the texts that are shipped.

Run as a script (with the interpreter that `dev.py env` prints) it renews `resources/licences.json` after the
lock or `licences.toml` changed; a test tells when that was forgotten.
"""

from __future__ import annotations

import json
import shutil
import tomllib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import Any

import environment
import locked

LIST = environment.ROOT / "resources" / "licences.json"
FOLDER = "giay-phep"  # beside the programs
NEEDS_NO_TEXT = "Public Domain"
_INDEX = "DANH-MUC.txt"
_HERE = Path(__file__).resolve().parent
_BY_HAND: dict[str, Any] = tomllib.loads((_HERE / "licences.toml").read_text(encoding="utf-8"))
_NAMED_LIKE_TEXTS = ("LICEN", "COPYING", "NOTICE", "AUTHORS")


def parts() -> list[dict[str, str]]:
    """Return name, version and licence of every part that the program carries, by name."""
    packages = locked.needed(environment.LOCKS["windows"], (locked.PROGRAM,))
    by_hand = [{key: part[key] for key in ("name", "version", "licence")} for part in _BY_HAND["part"]]
    named = by_hand + [_described(package) for package in packages]
    return sorted(named, key=lambda part: part["name"].lower())


def write_texts(folder: Path, python: Path, site_packages: Path) -> None:
    """Write the licence texts of every part into `folder`, one folder a part, and an index.

    Raises `FileNotFoundError` for a part without a text, unless it is in the public domain.
    """
    shutil.rmtree(folder, ignore_errors=True)
    installed = {
        folder_name(found.metadata["Name"]): found
        for found in metadata.distributions(path=[str(site_packages)])
    }
    for part in parts():
        sources = list(_texts_of(part["name"], python, installed))
        if not sources and part["licence"] != NEEDS_NO_TEXT:
            raise FileNotFoundError(f"no licence text for {part['name']}")
        for source in sources:
            target = folder / folder_name(part["name"]) / f"{source.name.removesuffix('.txt')}.txt"
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)
    head = (_HERE / "licence-texts" / _INDEX).read_text(encoding="utf-8")
    lines = [f"{part['name']} {part['version']}: {part['licence']}" for part in parts()]
    (folder / _INDEX).write_text(
        "\r\n".join([*head.splitlines(), *lines, ""]), encoding="utf-8-sig", newline=""
    )


def folder_name(name: str) -> str:
    """Return what the folder of a part's texts is called; also how Python packages are compared by name."""
    return name.lower().replace("_", "-").replace(" ", "-").replace(".", "-")


def _described(package: locked.Package) -> dict[str, str]:
    about = metadata.distribution(package.name).metadata
    said = _BY_HAND["called"].get(package.name) or about["License-Expression"] or about["License"]
    if not said:
        raise ValueError(f"{package.name} does not say its licence: name it in licences.toml")
    return {"name": about["Name"], "version": package.version, "licence": said}


def _texts_of(name: str, python: Path, installed: dict[str, metadata.Distribution]) -> Iterator[Path]:
    by_hand = next((part["texts"] for part in _BY_HAND["part"] if part["name"] == name), None)
    if by_hand is None:
        yield from _own_texts(installed[folder_name(name)])
        by_hand = _BY_HAND["texts"].get(folder_name(name), [])
    for kind, _, rest in (source.partition(":") for source in by_hand):
        if kind == "package":
            yield from _own_texts(installed[rest])
        else:
            yield _places(python)[kind] / (f"{rest}/copyright" if kind == "debian" else rest)


def _places(python: Path) -> dict[str, Path]:
    return {
        "system": Path("/usr/share/common-licenses"),
        "debian": Path("/usr/share/doc"),
        "part": _HERE / "licence-texts",
        "root": environment.ROOT,
        "python": python,
    }


def _own_texts(package: metadata.Distribution) -> Iterator[Path]:
    unwanted = _BY_HAND["not_ours"].get(folder_name(package.metadata["Name"]), [])
    for file in package.files or []:
        in_folder = any(part in ("licenses", "license_files") for part in file.parts)
        if ".dist-info" not in file.parts[0] or file.name in unwanted:
            continue
        if in_folder or file.name.upper().startswith(_NAMED_LIKE_TEXTS):
            yield Path(str(package.locate_file(file)))


def main() -> None:
    """Write the list for the About window."""
    text = json.dumps({"format": 1, "parts": parts()}, ensure_ascii=False, indent=1)
    LIST.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
