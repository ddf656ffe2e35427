"""`python -m app <command>`: the program without windows."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Return the exit code of the command line; nothing heavy is imported before the command is known."""
    from app.commands.running import run
    from app.commands.terminal import Terminal

    return run(sys.argv[1:] if arguments is None else arguments, Terminal())


if __name__ == "__main__":
    sys.exit(main())
