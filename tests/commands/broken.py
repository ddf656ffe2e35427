"""A command with a bug."""

from collections.abc import Sequence

from app.commands.terminal import Terminal


def run(arguments: Sequence[str], terminal: Terminal) -> int:
    return len(arguments) // len(repr(terminal)[:0])
