"""The scorecard shows the figures that tests wrote, and a reason where there is none."""

import json
import re
from pathlib import Path

import pytest

import faults

TESTS = Path(__file__).resolve().parents[1]


def written(folder: Path, *lines: dict[str, object]) -> faults.Figures:
    file = folder / "figures.jsonl"
    file.write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
    return faults.figures_of(file)


def test_figures_of_several_tests_are_put_together(tmp_path: Path) -> None:
    figures = written(
        tmp_path,
        {"row": "A01", "kills": 9, "lost": 0, "longest_ms": 5, "fewest_kept": 12},
        {"row": "A01", "kills": 200, "lost": 1, "longest_ms": 3, "fewest_kept": 10},
        {"row": "D03", "flips": 7},
    )
    assert figures == {
        "A01": {"kills": 209, "lost": 1, "longest_ms": 5, "fewest_kept": 10},
        "D03": {"flips": 7},
    }


def test_figures_are_shown_with_their_control_and_missing_ones_explained(tmp_path: Path) -> None:
    rows = faults.scorecard(
        written(
            tmp_path, {"row": "A01", "kills": 200, "lost": 0}, {"row": "A01 control", "kills": 2, "lost": 5}
        )
    )
    assert rows[0][2:] == (
        "0 lost, 200 kills",
        "a writer that acknowledges before the commit: 2 kills, 5 lost",
    )
    assert all(said.startswith("— (") and not control for _, _, said, control in rows[1:])


def test_every_figure_of_the_scorecard_is_written_by_a_test() -> None:
    reported = "\n".join(path.read_text(encoding="utf-8") for path in TESTS.rglob("*.py"))
    named = re.findall(r'report\(\s*"([^"]+)"(?: if [^"]+ else "([^"]+)")?', reported)
    rows = {row for pair in named for row in pair}
    wanted = {
        source.rsplit(".", 1)[0]
        for line in faults.lines()
        for sources in (*line.figures.values(), *line.caught.values())
        for source in sources
    }
    assert wanted - rows == set()


@pytest.mark.parametrize("node", faults.CONTROLS)
def test_every_control_is_a_test(node: str) -> None:
    path, _, name = node.partition("::")
    assert f"\ndef {name}(" in (TESTS.parent / path).read_text(encoding="utf-8")


def test_each_test_runs_once_and_controls_run_too() -> None:
    table: dict[str, dict[str, object]] = {"A01": {"tests": ["x", "y"]}, "A02": {"tests": ["x"]}, "A03": {}}
    assert faults.nodes(table) == ["x", "y", *faults.CONTROLS]


def test_readme_is_renewed_between_its_marks_and_nowhere_else(tmp_path: Path) -> None:
    table = {"A01": {"state": "test"}, "A02": {"state": "not yet"}, "A03": {"state": "test", "lacks": "x"}}
    new = faults.section(written(tmp_path, {"row": "G08", "kills": 7, "invalid": 0}), table, "tried")
    text = faults.renewed("before\n<!-- scorecard -->\nold\n<!-- /scorecard -->\nafter\n", new)
    assert text.startswith("before\n<!-- scorecard -->\n")
    assert text.endswith("3 in all; 1 tests in part only.\n<!-- /scorecard -->\nafter\n")
    assert "7 kills, 0 invalid" in text
    assert "Rows of the fault table: 2 test, 0 by hand on Windows, 1 not yet" in text
    assert "old" not in text.split("after")[0].replace("kept", "").split("|")[0]
    with pytest.raises(ValueError, match="no place"):
        faults.renewed("before", new)


def test_readme_has_its_place() -> None:
    assert faults.renewed((TESTS.parent / "README.md").read_text(encoding="utf-8"), "x")
