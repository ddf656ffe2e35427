"""System packages on Debian and Ubuntu: installed when root runs us, else named in one line.

On other systems nothing is checked; a missing library then shows when Qt starts.
"""

from __future__ import annotations

import importlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

# python3-venv brings ca-certificates, which writes this anew and forgets an authority put there by hand.
_BUNDLE = Path("/etc/ssl/certs/ca-certificates.crt")


class Missing(Exception):
    """System packages are missing and cannot be installed by us; the text names the command that does."""


def require(packages: Sequence[str]) -> None:
    """Have `packages` installed, or raise `Missing`."""
    missing = [package for package in packages if not _is_installed(package)] if _is_debian() else []
    if missing:
        _install(missing)


def require_venv() -> None:
    """Have a Python that can make environments with pip in them, or raise `Missing`."""
    if _can_make_venv():
        return
    if not _is_debian():
        raise Missing("this Python lacks venv or ensurepip: install them for it and start again")
    _install(["python3-venv"])
    importlib.invalidate_caches()
    if not _can_make_venv():
        raise Missing(f"{sys.executable} lacks venv or ensurepip: start again with /usr/bin/python3")


def _can_make_venv() -> bool:
    return all(importlib.util.find_spec(module) for module in ("venv", "ensurepip"))


def _is_debian() -> bool:
    return shutil.which("dpkg-query") is not None and shutil.which("apt-get") is not None


def _is_installed(package: str) -> bool:
    # Since 2024 some libraries end in t64 (64-bit time); they stand for the old name.
    asked = ["dpkg-query", "-W", "-f", "${Status}\n", package, f"{package}t64"]
    answer = subprocess.run(asked, capture_output=True, text=True, check=False).stdout
    return "install ok installed" in answer


def _install(packages: Sequence[str]) -> None:
    command = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if sys.platform == "win32" or os.geteuid():
        raise Missing(f"missing system packages, as root: {' '.join(command)}")
    print(f"installing system packages: {' '.join(packages)}", file=sys.stderr, flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    bundle = None if _is_installed("ca-certificates") or not _BUNDLE.exists() else _BUNDLE.read_bytes()
    subprocess.run(["apt-get", "update", "-q"], env=quiet, stdout=sys.stderr, check=False)
    failed = subprocess.run(command, env=quiet, stdout=sys.stderr, check=False).returncode
    if bundle:
        _BUNDLE.write_bytes(bundle)
    if failed:
        raise Missing(f"this failed (see above): {' '.join(command)}")
