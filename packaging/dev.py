"""The one door for people and CI; needs nothing but Python's standard library.

    python3 packaging/dev.py run                        start the program
    python3 packaging/dev.py test [--long] [ARGS]       run the tests (ARGS go to pytest)
    python3 packaging/dev.py env                        make the environment, print its interpreter last
    python3 packaging/dev.py check                      format, lint, types, imports: up to the first failure
    python3 packaging/dev.py shots [FOLDER]             write pictures of every window
    python3 packaging/dev.py manual [FILE]              write the printable manual, with pictures
    python3 packaging/dev.py bench [--json FILE]        measure
    python3 packaging/dev.py bench --faults [--long]    run the fault table, print the scorecard
    python3 packaging/dev.py build [ARGS]               make the Windows program
    python3 packaging/dev.py lock [--upgrade]           renew the lock files

Every command makes the environment first where it is missing or older than the lock (`environment.py`).
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import environment
import lockfiles
from environment import ROOT

NO_DISPLAY = (
    "Máy này không có màn hình nên không mở được cửa sổ chương trình.\n"
    "Thay vào đó, chương trình tạo dữ liệu luyện tập và bộ hồ sơ mẫu trong thư mục:\n"
)


MOST_PROCESSES = 4
"""That share a whole run: each has a Qt, databases and files of its own."""
WHOLE_RUNS: Sequence[list[str]] = ([], ["-m", "slow"])
"""Arguments of `test` that mean very many tests, so that all processors take part."""
PATIENCE = ["--timeout", "3600"]
"""A slow test beside others on a small machine takes minutes; what hangs is still ended."""

CHECKS = {
    "format": ("-m", "ruff", "format", "--check", "."),
    "lint": ("-m", "ruff", "check", "."),
    "types": ("-m", "mypy"),
    "imports": ("-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"),
}


def run(arguments: Sequence[str]) -> int:
    """Start the program; without a display say so and make the practice data instead."""
    if environment.has_display():
        return _python("-m", "ui.main", *arguments, needs=environment.WINDOWS_NEED)
    folder = Path(tempfile.mkdtemp(prefix="so-chi-bo-")) / "luyen-tap"
    print(f"{NO_DISPLAY}{folder}", flush=True)
    return _python("-m", "app", "demo", str(folder), *arguments)


def test(arguments: Sequence[str]) -> int:
    """Run the tests; ``--long`` runs the slow ones too, in the full sizes of the scorecard."""
    given = [argument for argument in arguments if argument != "--long"]
    if given in WHOLE_RUNS:
        given += [*(PATIENCE if given else []), *_side_by_side()]
    needs = [*environment.TESTS_NEED, *environment.SLOW_TESTS_NEED]
    if "--long" not in arguments:
        return _python("-m", "pytest", *given, needs=needs if "slow" in given else environment.TESTS_NEED)
    os.environ["SOCHIBO_LONG"] = "1"
    return _python("-m", "pytest", "-m", "", *PATIENCE, *given, needs=needs)


def _side_by_side() -> list[str]:
    """Share a whole run among the processors; the tests of a file share what they prepare."""
    processors = min(os.cpu_count() or 1, MOST_PROCESSES)
    return ["-n", str(processors), "--dist", "loadfile"] if processors > 1 else []


def env(_arguments: Sequence[str]) -> int:
    """Make the environment and print the path of its interpreter as the last line."""
    print(environment.ready(environment.TESTS_NEED))
    return 0


def check(_arguments: Sequence[str]) -> int:
    """Check format, lint, types and imports, and stop at the first that fails."""
    for name, command in CHECKS.items():
        started = time.monotonic()
        print(f"== {name}", flush=True)
        if _python(*command):
            return 1
        print(f"   {time.monotonic() - started:.1f} s", flush=True)
    return 0


def shots(arguments: Sequence[str]) -> int:
    """Write pictures of every window, for eyes."""
    folder = arguments or [str(ROOT / "anh-man-hinh")]
    return _python("-m", "tests.shots", *folder, needs=environment.TESTS_NEED)


def manual(arguments: Sequence[str]) -> int:
    """Write the printable manual of the release, with pictures of the practice cell."""
    file = arguments or [str(ROOT / "build" / "so-tay-huong-dan.pdf")]
    return _python("-m", "tests.manual", *file, needs=environment.TESTS_NEED)


def bench(arguments: Sequence[str]) -> int:
    """Measure and print a table; a figure is read beside others of the same run."""
    if "--faults" in arguments:
        given = [argument for argument in arguments if argument != "--faults"]
        return _python("packaging/faults.py", *given, needs=environment.TESTS_NEED)
    return _python("packaging/bench.py", *arguments, needs=environment.TESTS_NEED)


def build(arguments: Sequence[str]) -> int:
    """Make the Windows program, by the script `windows_build.py` in the environment."""
    return _python("packaging/windows_build.py", *arguments)


def lock(arguments: Sequence[str]) -> int:
    """Renew the lock files from pyproject.toml."""
    return lockfiles.renew(list(arguments))


COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {
    command.__name__: command for command in (run, test, env, check, shots, manual, bench, build, lock)
}


def main(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code."""
    if not arguments or arguments[0] not in COMMANDS:
        print(__doc__, file=sys.stderr)
        return 0 if arguments[:1] in (["-h"], ["--help"]) else 2
    try:
        return COMMANDS[arguments[0]](arguments[1:])
    except environment.CannotPrepare as error:
        print(error, file=sys.stderr)
        return 2


def _python(*arguments: str, needs: Sequence[str] = ()) -> int:
    interpreter = environment.ready(needs)
    return subprocess.run([interpreter, *arguments], cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    if hasattr(sys.stdout, "reconfigure"):  # a Windows console of another code page must not stop a command
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    sys.exit(main(sys.argv[1:]))
