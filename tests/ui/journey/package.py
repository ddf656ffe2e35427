"""The package on the stick, looked at by those who know nothing of the program: bag, verdict, sheets."""

from __future__ import annotations

import io
from pathlib import Path

import bagit

from app.commands import WHOLE, verify
from app.commands.terminal import Terminal


def is_whole(folder: Path) -> None:
    """Check a package as a computer without the book would: as a bag, and by the command."""
    bag = bagit.Bag(str(folder))
    assert bag.validate()
    assert "X-Missing-Parts" not in bag.info
    said = io.StringIO()
    assert verify.run([str(folder)], Terminal(said, said)) == WHOLE, said.getvalue()
