"""Measures the program and prints a table; ``--json FILE`` keeps the figures, names after it choose rows.

A figure is a median of at least five; a ratio compares two figures of the same run, because the same machine
is twice as slow in a loud hour. What to reach stands in the last column. No test reads these figures.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_FONT_DPI", "96")

from bench_figures import Figure
from bench_rows import ROWS

COLUMNS = ("what", "median", "p95", "least", "most", "n", "reach")


def main(arguments: Sequence[str]) -> int:
    """Measure the chosen rows, all by default."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path, help="keep the figures in this file")
    parser.add_argument("rows", nargs="*", metavar="ROW", help=f"of: {', '.join(ROWS)}")
    chosen = parser.parse_args(arguments)
    figures: list[Figure] = []
    for name in chosen.rows or ROWS:
        print(f"… {name}", file=sys.stderr, flush=True)
        with tempfile.TemporaryDirectory() as folder:
            figures += ROWS[name](Path(folder))
    print(table(figures))
    if chosen.json:
        chosen.json.write_text(json.dumps(kept(figures), indent=1) + "\n", encoding="utf-8")
    return 0


def table(figures: Sequence[Figure]) -> str:
    """Return the figures as lines in columns."""
    rows = [COLUMNS, *(figure.cells() for figure in figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(COLUMNS))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if column in (0, 6) else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )


def kept(figures: Sequence[Figure]) -> dict[str, object]:
    """Return the figures with what is needed to compare them with another run's."""
    machine = {"system": platform.platform(), "python": platform.python_version(), "cores": os.cpu_count()}
    return {"machine": machine, "figures": [figure.record() for figure in figures]}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
