"""How much a test tries: a little on a push, the scorecard's figures in the long run."""

from __future__ import annotations

import os

LONG = bool(os.environ.get("SOCHIBO_LONG"))


def size(push: int, long: int) -> int:
    """Return how often to try."""
    return long if LONG else push
