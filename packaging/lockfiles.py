"""Renews the lock of each system from pyproject.toml: versions and hashes, no addresses."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence

import environment

PYTHON = "3.11"
GROUPS = ("env", "test", "check", "build")
PLATFORMS = {"linux": "x86_64-manylinux_2_36", "windows": "x86_64-pc-windows-msvc"}
HEADER = "# Made by packaging/dev.py lock; do not edit. README.md says what each package is for.\n"


def renew(arguments: Sequence[str]) -> int:
    """Write both lock files; versions stay where they can unless ``--upgrade`` is given."""
    uv, settings = environment.uv_command(), environment.uv_settings()
    # A mirror of a few files would cut the hashes down to those it has: the main index alone is asked.
    for extra in ("UV_INDEX", "UV_FIND_LINKS"):
        settings.pop(extra, None)
    for name, platform in PLATFORMS.items():
        lock = environment.LOCKS[name]
        command = [*uv, "pip", "compile", "pyproject.toml", "-q", "-o", lock.relative_to(environment.ROOT)]
        command += ["--generate-hashes", "--no-emit-index-url", "--no-header", "--python-version", PYTHON]
        command += ["--python-platform", platform, *arguments]
        for group in GROUPS:
            command += ["--group", group]
        done = subprocess.run(
            command, cwd=environment.ROOT, env=settings, stdout=subprocess.DEVNULL, check=False
        )
        if done.returncode:
            return done.returncode
        lock.write_text(HEADER + lock.read_text(encoding="utf-8"), encoding="utf-8")
    return 0
