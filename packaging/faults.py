"""Runs the tests of the fault table and prints the scorecard with the figures they wrote.

    python3 packaging/dev.py bench --faults [--long] [--readme]

``--long`` tries as often as the scorecard asks for, ``--readme`` renews its section in README.md. A figure
that no test wrote is printed with its reason.
"""

from __future__ import annotations

import json
import os
import platform
import re
import subprocess
import sys
import tempfile
import time
import tomllib
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
TABLE = ROOT / "tests" / "data" / "faults.toml"
LINES = ROOT / "packaging" / "scorecard.toml"
README = ROOT / "README.md"
NO_TEST = "no test wrote it in this run"
_SECTION = re.compile(r"(<!-- scorecard -->\n).*?(<!-- /scorecard -->)", re.DOTALL)
_LARGEST, _LEAST = ("longest_", "slowest_", "peak_"), ("fewest_",)

Figures = dict[str, dict[str, int]]

CONTROLS = (
    "tests/storage/test_all_or_nothing.py::test_an_action_that_commits_step_by_step_is_caught",
    "tests/package/test_power_cut.py::test_a_writer_into_the_final_folder_would_be_seen",
    "tests/kills/test_hot_journal.py::test_in_a_journal_without_codes_such_flips_would_be_silent",
    "tests/common/test_release_files.py::test_a_look_at_names_and_sizes_would_believe_an_edited_file",
    "tests/domain/test_backup_policy.py::test_pruning_by_the_clock_alone_is_caught",
    "tests/services/test_trials.py::test_a_set_that_opens_as_empty_is_recognised",
    "tests/storage/test_lock.py::test_a_program_that_looks_for_a_file_first_is_caught",
    "tests/privacy/test_canaries.py::test_a_log_that_keeps_the_words_is_caught",
    "tests/ui/test_killed_typing.py::test_a_program_that_keeps_drafts_too_seldom_is_caught",
    "tests/kills/test_migration.py::test_a_step_that_commits_half_way_is_caught",
    "tests/kills/test_backing_up.py::test_a_copy_that_grows_under_its_name_is_caught",
    "tests/kills/test_restoring.py::test_a_set_copied_over_the_data_is_caught",
    "tests/kills/test_making.py::test_a_database_that_grows_under_its_name_is_caught",
    "tests/test_no_network.py::test_a_socket_below_python_is_caught",
    "tests/test_no_network.py::test_a_module_to_reach_a_network_is_noticed",
    "tests/storage/test_killed.py::test_a_program_that_acknowledges_too_early_is_caught",
    "tests/storage/test_opening.py::test_without_the_code_of_each_page_such_flips_would_be_silent",
    "tests/storage/test_hot_side_file.py::test_without_the_mark_such_flips_would_be_silent",
    "tests/storage/test_backup.py::test_a_backup_taken_unread_would_be_believed",
    "tests/storage/test_full_disks.py::test_a_writer_over_the_old_file_is_caught",
    "tests/storage/test_view_only.py::test_a_program_that_does_not_look_for_the_disk_is_caught",
    "tests/kills/test_keys.py::test_slots_that_are_replaced_first_are_caught",
    "tests/kills/test_keys.py::test_slots_that_are_written_in_place_are_caught",
    "tests/common/test_files.py::test_a_writer_that_takes_a_failed_flush_for_done_is_caught",
    "tests/package/test_power_cut.py::test_the_replay_would_see_missing_flushes",
    "tests/package/test_power_cut.py::test_the_replay_would_see_a_name_given_too_early",
    "tests/package/test_protocol.py::test_a_writer_into_the_final_folder_is_caught",
    "tests/package/test_verify.py::test_a_reader_of_names_and_sizes_would_believe_such_flips",
    "tests/package/test_bag.py::test_bagit_calls_every_package_valid_and_a_bitten_one_not",
    "tests/papers/test_texts.py::test_a_writer_that_loses_a_letter_is_caught",
    "tests/services/test_second_places.py::test_a_stick_pulled_at_any_operation_leaves_no_set_that_is_not_whole",
    "tests/common/test_messages.py::test_every_code_has_three_vietnamese_sentences",
)
"""Wrong programs that must be caught, and figures that belong to no row of the table."""


@dataclass(frozen=True)
class Line:
    """A line of the scorecard: its figures, the control that shows that they could be otherwise."""

    what: str
    target: str
    figures: Mapping[str, Sequence[str]] = field(default_factory=dict)
    control: str = ""
    caught: Mapping[str, Sequence[str]] = field(default_factory=dict)
    why: str = NO_TEST


def lines() -> list[Line]:
    """Return the lines of the scorecard, in order."""
    return [Line(**one) for one in tomllib.loads(LINES.read_text(encoding="utf-8"))["line"]]


def figures_of(file: Path) -> Figures:
    """Return what the tests wrote, row by row; what is written more than once is put together."""
    found: Figures = defaultdict(dict)
    for line in file.read_text(encoding="utf-8").splitlines() if file.exists() else ():
        values = json.loads(line)
        row = found[values.pop("row")]
        for name, value in values.items():
            row[name] = together(name)([row[name], value]) if name in row else value
    return found


def together(name: str) -> Callable[[list[int]], int]:
    """Return how several figures of this name make one."""
    if name.startswith(_LARGEST):
        return max
    return min if name.startswith(_LEAST) else sum


def scorecard(figures: Figures) -> list[tuple[str, str, str, str]]:
    """Return the lines of the scorecard: what, target, the figures or why there are none, the control."""
    rows = []
    for line in lines():
        said = _said(line.figures, figures) or f"— ({line.why})"
        caught = _said(line.caught, figures)
        rows.append((line.what, line.target, said, f"{line.control}: {caught}" if caught else ""))
    return rows


def _said(wanted: Mapping[str, Sequence[str]], figures: Figures) -> str:
    known = {}
    for name, sources in wanted.items():
        pairs = [source.rsplit(".", 1) for source in sources]
        values = [figures[row][key] for row, key in pairs if key in figures.get(row, {})]
        if values:
            known[name] = together(name)(values)
    return ", ".join(f"{value} {name.replace('_', ' ')}" for name, value in known.items())


def nodes(table: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """Return the tests of the table, each once, and the controls that show that they can fail."""
    named = [node for entry in table.values() for node in entry.get("tests", ())]
    return list(dict.fromkeys([*named, *CONTROLS]))


def section(figures: Figures, table: Mapping[str, Mapping[str, Any]], size: str) -> str:
    """Return the scorecard as README shows it."""
    said = [f"{time.strftime('%Y-%m-%d')}, {_machine()}, {size}.", ""]
    said += ["| figure | target | this run | control: caught |", "| --- | --- | --- | --- |"]
    said += [f"| {' | '.join(row)} |" for row in scorecard(figures)]
    return "\n".join([*said, "", _rows_of(table), ""])


def renewed(readme: str, new: str) -> str:
    """Return README with `new` between the marks of the scorecard."""
    text, times = _SECTION.subn(lambda match: f"{match[1]}{new}{match[2]}", readme)
    if times != 1:
        raise ValueError("README has no place for the scorecard")
    return text


def _rows_of(table: Mapping[str, Mapping[str, Any]]) -> str:
    states = [entry["state"] for entry in table.values()]
    counted = [f"{states.count(state)} {state}" for state in ("test", "by hand on Windows", "not yet")]
    in_part = sum("lacks" in entry for entry in table.values())
    return (
        f"Rows of the fault table: {', '.join(counted)}, {len(states)} in all; {in_part} tests in part only."
    )


def _machine() -> str:
    return f"{os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"


def main(arguments: Sequence[str]) -> int:
    """Run the tests and print the scorecard; return what pytest returned."""
    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    is_long, started = "--long" in arguments, time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "figures.jsonl"
        environment = {**os.environ, "SOCHIBO_FIGURES": str(file)}
        command = [sys.executable, "-m", "pytest", "-q", "--timeout", "3600", *nodes(table)]
        if is_long:
            environment["SOCHIBO_LONG"] = "1"
            command += ["-m", ""]
        code = subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode
        figures = figures_of(file)
    minutes = (time.monotonic() - started) / 60
    size = f"{'the long sizes' if is_long else 'the sizes of a push'}, {minutes:.0f} minutes"
    print(f"\n{time.strftime('%Y-%m-%d')}, {_machine()}, {size}")
    for what, target, said, control in scorecard(figures):
        print(f"{what:<60} {target:<12} {said}" + (f"\n{'':<6}control, {control}" if control else ""))
    print(_rows_of(table))
    for row, entry in table.items():
        if why := entry.get("why") or entry.get("lacks"):
            print(f"  {row} {entry['what']}: {entry['state']} ({why})")
    if "--readme" in arguments and not code:
        README.write_text(renewed(README.read_text(encoding="utf-8"), section(figures, table, size)), "utf-8")
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
