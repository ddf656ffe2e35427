"""How much a test tries (a little on a push, the scorecard's figures in the long run), and what came out."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

LONG = bool(os.environ.get("SOCHIBO_LONG"))


def size(push: int, long: int) -> int:
    """Return how often to try."""
    return long if LONG else push


def report(row: str, **figures: int) -> None:
    """Show the figures of a fault row; append them to the file that ``SOCHIBO_FIGURES`` names, if any."""
    line = json.dumps({"row": row, **figures})
    sys.stdout.write(line + "\n")
    if target := os.environ.get("SOCHIBO_FIGURES"):
        with Path(target).open("a", encoding="utf-8") as file:
            file.write(line + "\n")
