"""Runs the tests of the fault table and prints the scorecard with the figures they wrote.

    python3 packaging/dev.py bench --faults [--long]

``--long`` tries as often as the scorecard asks for. A figure that no test writes is printed with its reason.
"""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TABLE = ROOT / "tests" / "data" / "faults.toml"
NO_TEST = "no test writes it yet"


@dataclass(frozen=True)
class Line:
    """A figure of the scorecard: where its parts are written, or why there are none."""

    what: str
    target: str
    row: str = ""
    names: tuple[str, ...] = ()
    why: str = NO_TEST


SCORECARD = (
    Line("acknowledged saves lost / kills", "0 / 200", "A01", ("lost", "kills")),
    Line(
        "change of key killed: neither old nor new opens",
        "50 / 0",
        "A03",
        ("kills", "hot", "old", "new", "neither"),
    ),
    Line(
        "change of password killed: neither opens",
        "50 / 0",
        "A03 slots",
        ("kills", "acknowledged", "neither"),
    ),
    Line(
        "migrations killed: at no schema", "50 / 0", "A02", ("kills", "hot", "old", "stepped", "new", "other")
    ),
    Line("backups killed: wrongly good, left over", "50 / 0", "D05", ("kills", "false_good", "left_over")),
    Line("restores killed: neither state", "50 / 0", "D06", ("kills", "old", "restored", "neither")),
    Line("wizard killed: half a cell", "20 / 0", "C08", ("kills", "none", "whole", "half")),
    Line("steps of an action broken / partial states", "all / 0", "A18", ("steps", "partial")),
    Line("bit flips detected, closed database / flips", "all of 300", "A09", ("detected", "flips")),
    Line("bit flips told or harmless, side file / flips", "all of 100", "A14", ("told", "whole", "flips")),
    Line("silent wrong reads, closed / hot", "0", "A09", ("silent",)),
    Line("bit flips detected, backup sets / flips", "all of 300", "D03", ("detected", "flips")),
    Line("fewest verified sets after any jump of the clock", "10", "D04", ("fewest_kept",)),
    Line("trial restores passed / made", "all", "D10", ("passed", "drills")),
    Line(
        "second place: operations failed / wrongly whole",
        "all / 0",
        "second place",
        ("operations", "wrongly_whole"),
    ),
    Line("crash states of a package replayed / wrongly valid", "5000 / 0", "G07", ("states", "invalid")),
    Line("package writers killed / wrongly whole", "100 / 0", "G08", ("kills", "invalid")),
    Line(
        "letters lost / older than 3 s / kills while typing", "… / 0 / 50", "I05", ("lost", "late", "kills")
    ),
    Line("oldest letter lost by a kill", "3000 ms", "I05", ("longest_lost_ms",)),
    Line("error cases with the right sentence", "all", why="counted by the tests of each row, not summed"),
    Line("texts: data = Word = PDF", "2000", why="hypothesis counts its own examples"),
    Line("slowest document; window gap", "5 s; 100 ms", why="rows of the benchmark"),
    Line("canary hits outside the encrypted store / files searched", "0", "J01", ("hits", "files")),
    Line("network sockets opened / tests watched, with children", "0", "J03", ("opened", "tests")),
    Line("packages opened by 7-Zip", "all", why="the encrypted form is not built"),
    Line("known-vulnerable components", "0", why="no feed on an offline build"),
    Line("Windows list done", "all", why="to be done by hand"),
)


def figures_of(file: Path) -> dict[str, dict[str, int]]:
    """Return what the tests wrote, row by row; of a row written twice the one that tried more counts."""
    found: dict[str, dict[str, int]] = {}
    for line in file.read_text(encoding="utf-8").splitlines() if file.exists() else ():
        values = json.loads(line)
        row = values.pop("row")
        if sum(values.values()) >= sum(found.get(row, {}).values()):
            found[row] = values
    return found


def scorecard(figures: dict[str, dict[str, int]]) -> list[str]:
    """Return the lines of the scorecard: the figure, or why there is none."""
    lines = []
    for line in SCORECARD:
        values = figures.get(line.row, {})
        known = [f"{values[name]} {name}" for name in line.names if name in values]
        said = ", ".join(known) if known else f"— ({line.why})"
        lines.append(f"{line.what:<54} {line.target:<12} {said}")
    return lines


def nodes(table: dict[str, dict[str, object]]) -> list[str]:
    """Return the tests of the table, each once, and the controls that show that they can fail."""
    named = [node for entry in table.values() for node in _tests(entry)]
    return list(dict.fromkeys([*named, *CONTROLS]))


CONTROLS = (
    "tests/privacy/test_canaries.py::test_a_log_that_keeps_the_words_is_caught",
    "tests/ui/test_killed_typing.py::test_a_program_that_keeps_drafts_too_seldom_is_caught",
    "tests/test_no_network.py::test_a_socket_below_python_is_caught",
    "tests/test_no_network.py::test_a_module_to_reach_a_network_is_noticed",
    "tests/storage/test_killed.py::test_a_program_that_acknowledges_too_early_is_caught",
    "tests/kills/test_keys.py::test_slots_that_are_replaced_first_are_caught",
    "tests/kills/test_keys.py::test_slots_that_are_written_in_place_are_caught",
    "tests/kills/test_migration.py::test_a_step_that_commits_half_way_is_caught",
    "tests/kills/test_backing_up.py::test_a_copy_that_grows_under_its_name_is_caught",
    "tests/kills/test_restoring.py::test_a_set_copied_over_the_data_is_caught",
    "tests/kills/test_making.py::test_a_database_that_grows_under_its_name_is_caught",
    "tests/package/test_power_cut.py::test_the_replay_would_see_missing_flushes",
    "tests/package/test_power_cut.py::test_the_replay_would_see_a_name_given_too_early",
    "tests/services/test_second_places.py::test_a_stick_pulled_at_any_operation_leaves_no_set_that_is_not_whole",
)
"""Wrong programs that must be caught, and figures that belong to no row of the table."""


def _tests(entry: dict[str, object]) -> Sequence[str]:
    tests = entry.get("tests", ())
    return tests if isinstance(tests, list) else ()


def main(arguments: Sequence[str]) -> int:
    """Run the tests and print the scorecard; return what pytest returned."""
    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "figures.jsonl"
        environment = {**os.environ, "SOCHIBO_FIGURES": str(file)}
        command = [sys.executable, "-m", "pytest", "-q", "--timeout", "3600", *nodes(table)]
        if "--long" in arguments:
            environment["SOCHIBO_LONG"] = "1"
            command += ["-m", ""]
        code = subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode
        figures = figures_of(file)
    states = [entry["state"] for entry in table.values()]
    print(f"\n{time.strftime('%Y-%m-%d')}, {platform.platform()}, Python {platform.python_version()}")
    print("\n".join(scorecard(figures)))
    print(f"rows of the fault table with a test: {states.count('test')} of {len(states)}")
    for row, entry in table.items():
        if entry["state"] != "test":
            print(f"  {row} {entry['what']}: {entry['state']} ({entry['why']})")
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
