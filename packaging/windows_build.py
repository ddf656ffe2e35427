"""Makes `dist/SoChiBo`, the Windows program, on Debian under Wine, and has it test itself there.

    python3 packaging/dev.py build                  everything, from nothing
    python3 packaging/dev.py build --check-only     test again what was built last

What runs under Wine with CPython for Windows is evidence, not a test on Windows: `by-hand-windows.md` lists
what only a real machine shows.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import debian
import licences
import program_check
import version_info
import windows_python
from environment import ROOT
from wine_prefix import SYSTEM_PACKAGES, Failed, Wine

sys.path.insert(0, str(ROOT))  # the list is written by what reads it
from app.common import release_files

MADE = ROOT / "build" / "windows"
PROGRAM = ROOT / "dist" / "SoChiBo"
PICTURES = MADE / "pictures"
_FONTS = Path("/usr/share/fonts/truetype/liberation2")
_SHIPPED_FONTS = ("LiberationSerif-*.ttf", "LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf")
# Spaces and Vietnamese letters in both: where the program lies, and from where it is started.
_TRIAL = MADE / "Máy tính chi bộ" / "Sổ Chi bộ Đắk Glêi"
_STARTED_FROM = _TRIAL.with_name("Hồ sơ 2017")
# What a careless program would load from the folder it is started from (reliability.md, fault J05).
_PLANTED = {
    "sqlite3.py": "raise SystemExit(99)",
    "docx.py": "raise SystemExit(99)",
    "version.dll": "not a library",
}
_PART_OF_WINDOWS = "could not resolve 'api-ms-win-"  # PyInstaller looks for these in vain under Wine
_SMALLEST_PICTURE = 10_000  # bytes; an empty window stays below


def build() -> None:
    """Make the program folder."""
    wine = Wine(MADE / "wine")
    with step("system packages"):
        debian.require([*SYSTEM_PACKAGES, "fonts-liberation2"])
    with step(f"CPython {windows_python.VERSION} for Windows and the locked packages"):
        python = windows_python.ready()
    with step("Wine prefix with stand-ins"):
        MADE.mkdir(parents=True, exist_ok=True)
        wine.create()
    with step("fonts, version resources"):
        lay_ready()
    with step("PyInstaller"):
        shutil.rmtree(PROGRAM, ignore_errors=True)
        command: list[str | Path] = [
            python / "python.exe",
            "-m",
            "PyInstaller",
            "--noconfirm",
            "--log-level",
            "WARN",
        ]
        command += [
            "--workpath",
            MADE / "work",
            "--distpath",
            PROGRAM.parent,
            ROOT / "packaging/so_chi_bo.spec",
        ]
        said = wine.run(command, cwd=ROOT, timeout_s=900)
        print("\n".join(line for line in said.splitlines() if _PART_OF_WINDOWS not in line))
    with step("list of the program's own files"):
        release_files.write_list(PROGRAM / "_internal" / "resources")
    with step("licence texts"):
        licences.write_texts(PROGRAM / licences.FOLDER, python, windows_python.site_packages(python))


def lay_ready() -> None:
    """Write what the spec file takes from the build folder: fonts and version resources."""
    fonts = MADE / "fonts"
    shutil.rmtree(fonts, ignore_errors=True)
    fonts.mkdir()
    for pattern in _SHIPPED_FONTS:
        for font in sorted(_FONTS.glob(pattern)):
            shutil.copyfile(font, fonts / font.name)
    version = version_info.version_of(ROOT)
    for program in version_info.DESCRIPTIONS:
        text = version_info.resource(program, version)
        (MADE / f"{program}.version").write_text(text, encoding="utf-8")


def check() -> None:
    """Have the program folder looked over and the programs run. Raises `Failed`."""
    with step("contents"):
        faults = program_check.faults(PROGRAM)
        if faults:
            raise Failed("\n".join(faults))
        print(f"   {program_check.size_mb(PROGRAM):.1f} MB in {PROGRAM.relative_to(ROOT)}")
    wine = Wine(MADE / "wine")
    lay_out_trial()
    with step("sochibo-lenh.exe selftest, under Wine"):
        print(wine.run([_TRIAL / "sochibo-lenh.exe", "selftest"], cwd=_STARTED_FROM, timeout_s=300))
    with step("SoChiBo.exe, under Wine: pictures of its windows"):
        shutil.rmtree(PICTURES, ignore_errors=True)
        wine.run([_TRIAL / "SoChiBo.exe", "--anh", PICTURES], cwd=_STARTED_FROM, timeout_s=180)
        look_at_pictures()
        if wine.logged_errors():
            raise Failed("\n".join(wine.logged_errors()))


def look_at_pictures() -> None:
    """Say which pictures the windows left. Raises `Failed` when there is none or an empty one."""
    taken = sorted(PICTURES.glob("*.png"))
    empty = [path.name for path in taken if path.stat().st_size < _SMALLEST_PICTURE]
    if not taken or empty:
        raise Failed(f"empty pictures: {empty or PICTURES}")
    print(f"   {len(taken)} pictures in {PICTURES.relative_to(ROOT)}")


def lay_out_trial() -> None:
    """Lay the program into a folder such as users have, with traps beside it."""
    shutil.rmtree(_TRIAL.parent, ignore_errors=True)
    shutil.copytree(PROGRAM, _TRIAL, copy_function=os.link)
    _STARTED_FROM.mkdir()
    for name, content in _PLANTED.items():
        (_STARTED_FROM / name).write_text(content, encoding="utf-8")


@contextmanager
def step(name: str) -> Iterator[None]:
    """Say what is being done and how long it took."""
    print(f"== {name}", flush=True)
    started = time.monotonic()
    yield
    print(f"   {time.monotonic() - started:.1f} s", flush=True)


def main(arguments: Sequence[str]) -> int:
    """Build and check; return 0 when all went well, 1 when something failed, 2 when tools are missing."""
    steps: list[Callable[[], None]] = [check] if "--check-only" in arguments else [build, check]
    try:
        with step("Windows program"):
            for do in steps:
                do()
    except debian.Missing as error:
        print(error, file=sys.stderr)
        return 2
    except (Failed, subprocess.CalledProcessError) as error:
        print(error, file=sys.stderr)
        return 1
    finally:
        Wine(MADE / "wine").stop()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
