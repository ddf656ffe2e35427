"""What a built program folder must be: complete, lean, and free of what belongs to the builder's machine."""

from __future__ import annotations

from pathlib import Path

import environment
import licences
import trim
import version_info
import wine_prefix

LARGEST_MB = 110
PROGRAMS = ("SoChiBo.exe", "sochibo-lenh.exe")
_INSIDE = "_internal"
_MUST_HAVE = (
    "PySide6/plugins/platforms/qwindows.dll",
    "PySide6/plugins/imageformats/qsvg.dll",
    "PySide6/Qt6PrintSupport.dll",
    "PySide6/Qt6Svg.dll",
    "resources/fonts/LiberationSerif-Regular.ttf",
    "resources/fonts/LiberationSans-Regular.ttf",
    "resources/licences.json",
    "py7zr/py7zr.py",
    "bcj/__init__.py",
    "inflate64/__init__.py",
    "multivolumefile/__init__.py",
    "pyppmd/__init__.py",
    "resources/ban-phat-hanh.json",
)


def size_mb(folder: Path) -> float:
    """Return what the files of a folder weigh together, in millions of bytes."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


def faults(program: Path) -> list[str]:
    """Return what is wrong with the program folder, one line each; nothing when it may be given away."""
    inside = program / _INSIDE
    files = [path.relative_to(inside).as_posix() for path in inside.rglob("*") if path.is_file()]
    return [
        *(f"missing: {name}" for name in PROGRAMS if not (program / name).is_file()),
        *(f"no version resource: {name}" for name in PROGRAMS if not _says_who_it_is(program / name)),
        *(f"missing: {name}" for name in (*_MUST_HAVE, *_migrations()) if name not in files),
        *(f"stand-in of the build shipped: {name}" for name in files if _is_stand_in(name)),
        *(f"should be left out: {name}" for name in files if trim.is_left_out(name)),
        *(f"no licence text: {name}" for name in _without_text(program / licences.FOLDER)),
        *_too_large(program),
    ]


def _migrations() -> list[str]:
    folder = environment.ROOT / "app" / "storage" / "migrations"
    return [path.relative_to(environment.ROOT).as_posix() for path in sorted(folder.rglob("versions/*.py"))]


def _says_who_it_is(file: Path) -> bool:
    return not file.exists() or version_info.PRODUCT.encode("utf-16-le") in file.read_bytes()


def _is_stand_in(name: str) -> bool:
    stand_ins = {path.stem for path in wine_prefix.STAND_INS.glob("*.c")}
    return Path(name).name.lower().removesuffix(".dll") in stand_ins


def _without_text(folder: Path) -> list[str]:
    named = [part["name"] for part in licences.parts() if part["licence"] != licences.NEEDS_NO_TEXT]
    return [name for name in named if not any((folder / licences.folder_name(name)).glob("*.txt"))]


def _too_large(program: Path) -> list[str]:
    size = size_mb(program)
    return [f"{size:.1f} MB, more than {LARGEST_MB}"] if size > LARGEST_MB else []
