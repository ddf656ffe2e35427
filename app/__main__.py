"""`python -m app <command>`: the program without windows."""

from __future__ import annotations

import sys
from collections.abc import Sequence

WORKER = "worker"
"""The program started by itself for heavy work; it is no command for people and stands in no help."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Return the exit code of the command line; nothing heavy is imported before the command is known."""
    given = sys.argv[1:] if arguments is None else arguments
    if list(given) == [WORKER]:
        from app.worker.child import serve

        return serve()
    from app.commands.running import run
    from app.commands.terminal import Terminal

    return run(given, Terminal())


if __name__ == "__main__":
    sys.exit(main())
