"""What `tests/ui/tasks.md` says of a task: the counts of its steps are held against what the hands did."""

from __future__ import annotations

import re
from pathlib import Path

from tests.ui.tasks.newcomer import Newcomer

PAGE = Path(__file__).parents[1] / "tasks.md"
_HEAD = re.compile(r"^## (\d+)\. ", re.MULTILINE)
_COUNTS = re.compile(r"\|\s*(\d+)\s*\|\s*(\d+)\s*\|\s*(\d+)\s*\|\s*(\d+)\s*\|$")


def sections() -> dict[int, str]:
    """Return what is said of each task, by its number."""
    parts = _HEAD.split(PAGE.read_text(encoding="utf-8"))[1:]
    return {int(number): text for number, text in zip(parts[::2], parts[1::2], strict=True)}


def hold(newcomer: Newcomer, task: int) -> None:
    """Hold the sums of the columns against the counts of the hands."""
    rows = [found.groups() for line in sections()[task].splitlines() if (found := _COUNTS.search(line))]
    clicks, wheel, keys, letters = (sum(map(int, column)) for column in zip(*rows, strict=True))
    effort = newcomer.effort
    measured = (effort.clicks, effort.wheel, effort.keys, effort.letters)
    assert (clicks, wheel, keys, letters) == measured, "\n".join([effort.said(), *effort.steps])
