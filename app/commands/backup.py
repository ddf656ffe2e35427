"""``backup``: a verified copy of the database beside it."""

from __future__ import annotations

from collections.abc import Sequence

from app.commands import WHOLE
from app.commands.parser import Parser, path
from app.commands.terminal import Terminal
from app.commands.texts import text


def run(arguments: Sequence[str], terminal: Terminal) -> int:
    """Return 0 when the copy was made and read back."""
    from app.commands.places import opened

    parser = Parser("backup", terminal)
    parser.value("db", type=path)
    parser.passwords()
    given = parser.read(arguments)
    if given is None:
        return WHOLE
    with opened(given.db, given.password_file, terminal) as core:
        made = core.backups.make("command")
    terminal.say(text("backup.done", path=made.database))
    terminal.give({"set": str(made.database), "sha256": made.sha256, "size": made.size})
    return WHOLE
