"""What a year costs in keys and clicks, held against the table of the README."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tests.ui.journey.hand import Counted

README = Path(__file__).parents[3] / "README.md"
_TITLE = "## A year by hand: what it costs"
_SUM = "sum"


def told(year: int) -> dict[str, Counted]:
    """Return keys and clicks of each step of a year as the README has them; a dash is nothing done."""
    table = README.read_text("utf-8").split(_TITLE)[1].split("\n## ")[0]
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines() if "|" in line
    ]
    head, body = rows[0], rows[2:]
    keys, clicks = head.index(f"keys {year}"), head.index(f"clicks {year}")
    return {row[0]: Counted(int(row[keys]), int(row[clicks])) for row in body if row[keys] != "–"}


def as_in_the_readme(year: int, counted: Mapping[str, Counted]) -> None:
    """Check the table of the README; the figures of this run stand in the failure."""
    found = {**counted, _SUM: _sum(counted)}
    rows = "\n".join(f"| {step} | {one.keys} | {one.clicks} |" for step, one in found.items())
    assert told(year) == found, f"README.md, {year}:\n{rows}"


def _sum(counted: Mapping[str, Counted]) -> Counted:
    return Counted(sum(one.keys for one in counted.values()), sum(one.clicks for one in counted.values()))
