"""A Windows of our own under Wine: a fresh prefix with stand-ins for what Wine 8.0 lacks.

Programs under Wine get an empty input and a pipe for output: with a file for its output Python cannot start.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

SYSTEM_PACKAGES = ("wine", "wine64", "gcc-mingw-w64-x86-64-win32")
STAND_INS = Path(__file__).resolve().parent / "wine"

_COMPILER = "x86_64-w64-mingw32-gcc"
_COMPILE = ("-O2", "-Wall", "-Wextra", "-Werror", "-shared", "-nostdlib", "-e", "0")
# No menu entries for the person who builds, no offers to download Wine's browser or .NET.
_OVERRIDES = "winemenubuilder.exe=;mshtml=;mscoree="
# Without a display Wine paints into memory, alike on every machine.
_NOT_PASSED_ON = ("DISPLAY", "WAYLAND_DISPLAY", "XDG_CURRENT_DESKTOP", "VIRTUAL_ENV")


class Failed(Exception):
    """A program under Wine failed; the text holds the end of what it said."""


@dataclass(frozen=True)
class Wine:
    """One prefix: drive C: and registry lie in `prefix`, nothing of the user's folders is seen or changed."""

    prefix: Path

    def create(self) -> None:
        """Make the prefix anew."""
        shutil.rmtree(self.prefix, ignore_errors=True)
        self._home().mkdir(parents=True, exist_ok=True)
        self.run(["wineboot", "-i"], timeout_s=180)
        for source in sorted(STAND_INS.glob("*.c")):
            target = self.prefix / "drive_c" / "windows" / "system32" / f"{source.stem}.dll"
            compiled = [_COMPILER, *_COMPILE, "-o", str(target), str(source), "-lkernel32", "-ladvapi32"]
            subprocess.run(compiled, check=True)

    def run(self, command: Sequence[str | Path], *, cwd: Path | None = None, timeout_s: float) -> str:
        """Run a Windows program and return all it printed. Raises `Failed` with the end of that."""
        shown = " ".join(str(part) for part in command)
        try:
            done = subprocess.run(
                ["wine", *command],
                cwd=cwd or self._home(),
                env=self._environment(),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                timeout=timeout_s,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise Failed(f"no end after {timeout_s:.0f} s: {shown}\n{_end(error.stdout)}") from error
        if done.returncode:
            raise Failed(f"exit code {done.returncode}: {shown}\n{_end(done.stdout)}")
        return done.stdout.decode("utf-8", "replace").replace("\r\n", "\n")

    def logged_errors(self) -> list[str]:
        """Return what programs logged as an error into their data folders."""
        logs = (self.prefix / "drive_c" / "users").rglob("AppData/Local/SoChiBo/*.log")
        lines = [line for log in logs for line in log.read_text(encoding="utf-8").splitlines()]
        return [line for line in lines if " ERROR " in line or " CRITICAL " in line]

    def stop(self) -> None:
        """End whatever still runs in this prefix."""
        subprocess.run(["wineserver", "-k"], env=self._environment(), check=False)

    def _home(self) -> Path:
        return self.prefix.with_name(f"{self.prefix.name}-home")

    def _environment(self) -> dict[str, str]:
        passed = {
            name: value
            for name, value in os.environ.items()
            if name not in _NOT_PASSED_ON and not name.startswith(("PYTHON", "QT_", "SOCHIBO_", "XDG_"))
        }
        return {
            **passed,
            "HOME": str(self._home()),
            "WINEPREFIX": str(self.prefix),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": _OVERRIDES,
        }


def _end(output: bytes | None) -> str:
    return "\n".join((output or b"").decode("utf-8", "replace").splitlines()[-40:])
