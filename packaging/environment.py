"""Makes `.venv` from the hash-pinned lock, on a machine that has Python and nothing else.

It is kept under the lock's hash and remade when that changes. uv installs, because it is four times as fast;
pip brings uv, hash-checked, and takes over where uv does not run.
"""

from __future__ import annotations

import ast
import hashlib
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import debian

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
INSTALL_PINNED = ("install", "--require-hashes", "-r")
"""How pip and uv are told that a file with another hash than the lock's is not taken."""
STAMP = VENV / "made-from"
LOCKS = {name: ROOT / "packaging" / f"lock-{name}.txt" for name in ("linux", "windows")}
ON_WINDOWS = sys.platform == "win32"

# What Qt and the papers need of the system, also without a screen.
_ALWAYS_NEED = (
    "libglib2.0-0",
    "libegl1",
    "libgl1",
    "libdbus-1-3",
    "libfontconfig1",
    "libxkbcommon0",
    "libcups2",  # prints
    "fonts-liberation2",
)
WINDOWS_NEED = (
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-keysyms1",
    "libxcb-shape0",
    "libxkbcommon-x11-0",
    "libwayland-cursor0",
)
TESTS_NEED = ("p7zip-full",)  # opens the closed packages that the program wrote
SLOW_TESTS_NEED = ("libreoffice-writer-nogui",)  # opens the Word files the program wrote

# pip's settings, and how uv wants to be told the same. Read at run time, written nowhere.
_PIP_TO_UV = {
    "index-url": "UV_DEFAULT_INDEX",
    "extra-index-url": "UV_INDEX",
    "find-links": "UV_FIND_LINKS",
    "no-index": "UV_NO_INDEX",
    "trusted-host": "UV_INSECURE_HOST",
    "cert": "SSL_CERT_FILE",
    "proxy": "ALL_PROXY",
    "timeout": "UV_HTTP_TIMEOUT",
}


class CannotPrepare(Exception):
    """The environment cannot be made; the text says what is missing."""


def ready(system_packages: Sequence[str] = ()) -> Path:
    """Return the interpreter of an environment that holds what the lock says, made now if need be.

    Raises `CannotPrepare`.
    """
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # without bytecode every start is nine times slower
    try:
        debian.require([*_ALWAYS_NEED, *system_packages])
        if not _is_current():
            _make()
    except debian.Missing as error:
        raise CannotPrepare(str(error)) from error
    _run(interpreter(), "-m", "compileall", "-q", "app", "ui")
    return interpreter()


def interpreter() -> Path:
    """Return where the environment's interpreter stands."""
    return VENV / ("Scripts/python.exe" if ON_WINDOWS else "bin/python")


def has_display() -> bool:
    """Return whether a window can be shown here."""
    return ON_WINDOWS or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def uv_command() -> list[str | Path]:
    """Return how to call uv in the environment; the environment holds at least uv afterwards."""
    if not interpreter().exists():
        _make_empty()
    if _run(interpreter(), "-m", "uv", "--version", quiet=True):
        _bring_uv()
    return [interpreter(), "-m", "uv"]


def uv_settings() -> dict[str, str]:
    """Return the environment in which uv reaches the registries as this machine's pip does."""
    listed = subprocess.run(
        [interpreter(), "-m", "pip", "config", "list"], capture_output=True, text=True, check=True
    ).stdout
    return {**_translated(listed), **os.environ}


def _is_current() -> bool:
    return STAMP.exists() and STAMP.read_text(encoding="utf-8") == _key() and interpreter().exists()


def _key() -> str:
    made_from = LOCKS["windows" if ON_WINDOWS else "linux"].read_bytes()
    made_by = f"{platform.machine()} {sys.version_info[:2]} {ROOT}"  # a moved environment does not work
    return hashlib.sha256(made_from + made_by.encode()).hexdigest()


def _make() -> None:
    _make_empty()
    uv, lock = uv_command(), LOCKS["windows" if ON_WINDOWS else "linux"]
    pinned = (*INSTALL_PINNED, lock)
    # What is built from source is built by the pinned tools too.
    with_uv = (*uv, "pip", *pinned, "--build-constraints", lock, "--compile-bytecode")
    if _run(*with_uv, settings=uv_settings()) and _run(interpreter(), "-m", "pip", *pinned):
        raise CannotPrepare("the packages of the lock could not be installed (see above)")
    STAMP.write_text(_key(), encoding="utf-8")


def _make_empty() -> None:
    if Path(sys.prefix).resolve() == VENV.resolve():
        raise CannotPrepare(
            "the environment is out of date: start dev.py with the system's Python, not its own"
        )
    debian.require_venv()
    shutil.rmtree(VENV, ignore_errors=True)
    if _run(sys.executable, "-m", "venv", VENV):
        raise CannotPrepare("this Python cannot make an environment (python -m venv failed, see above)")


def _bring_uv() -> None:
    with tempfile.TemporaryDirectory() as folder:
        wanted = Path(folder) / "uv.txt"
        wanted.write_text(_lock_entry("uv"), encoding="utf-8")
        if _run(interpreter(), "-m", "pip", "install", "-q", "--require-hashes", "--no-deps", "-r", wanted):
            raise CannotPrepare("uv could not be installed (see above)")


def _lock_entry(name: str) -> str:
    lines = LOCKS["windows" if ON_WINDOWS else "linux"].read_text(encoding="utf-8").splitlines()
    first = next(number for number, line in enumerate(lines) if line.startswith(f"{name}=="))
    last = next(number for number in range(first, len(lines)) if not lines[number].endswith("\\"))
    return "\n".join(lines[first : last + 1]) + "\n"


def _translated(pip_settings: str) -> dict[str, str]:
    # pip takes the best version of all indexes; the hashes make that safe for uv too.
    settings = {"UV_INDEX_STRATEGY": "unsafe-best-match"}
    by_section: dict[str, dict[str, str]] = {"global": {}, "install": {}, ":env:": {}}
    for line in pip_settings.splitlines():
        key, _, value = line.partition("=")
        section, _, name = key.rpartition(".")
        if name in _PIP_TO_UV and section in by_section:
            by_section[section][name] = str(ast.literal_eval(value))
    for values in by_section.values():
        for name, value in values.items():
            settings[_PIP_TO_UV[name]] = " ".join(value.split())
    # Where pip warns of a folder that is not there, uv stops; and it wants commas.
    links = settings.pop("UV_FIND_LINKS", "").split()
    if there := [link for link in links if "://" in link or Path(link).exists()]:
        settings["UV_FIND_LINKS"] = ",".join(there)
    return settings


def _run(*command: str | Path, settings: dict[str, str] | None = None, quiet: bool = False) -> int:
    # Progress goes to the error stream: the last line of the output belongs to the command.
    stream = subprocess.DEVNULL if quiet else sys.stderr
    return subprocess.run(
        command, cwd=ROOT, env=settings, stdout=stream, stderr=stream, check=False
    ).returncode
