"""How long work reports itself and learns that it should stop."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Receives counted units; raises `app.errors.Cancelled` when the user pressed "Dừng lại"."""

    def step(self, done: int, total: int, label: str = "") -> None:
        """Report `done` of `total` units; `label` is a message key, never a sentence."""


class NoProgress:
    """Nobody is watching."""

    def step(self, done: int, total: int, label: str = "") -> None:
        """Ignore the report."""
