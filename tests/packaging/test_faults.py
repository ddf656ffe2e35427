"""The scorecard shows the figures that tests wrote, and a reason where there is none."""

from pathlib import Path

import faults


def test_figures_are_shown_and_missing_ones_explained(tmp_path: Path) -> None:
    file = tmp_path / "figures.jsonl"
    file.write_text('{"row": "A01", "kills": 9, "lost": 3}\n{"row": "A01", "kills": 200, "lost": 0}\n')
    lines = faults.scorecard(faults.figures_of(file))
    assert lines[0].endswith("0 lost, 200 kills")
    assert all("—" in line and "(" in line for line in lines[1:])
    assert faults.scorecard(faults.figures_of(tmp_path / "none"))[0].endswith(f"({faults.NO_TEST})")


def test_each_test_runs_once_and_controls_run_too() -> None:
    table: dict[str, dict[str, object]] = {"A01": {"tests": ["x", "y"]}, "A02": {"tests": ["x"]}, "A03": {}}
    assert faults.nodes(table) == ["x", "y", *faults.CONTROLS]
