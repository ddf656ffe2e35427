"""``restore``: a backup set in the place of the current database, even of one that does not open."""

from __future__ import annotations

from collections.abc import Sequence

from app.commands import WHOLE
from app.commands.parser import Parser, path
from app.commands.terminal import Terminal
from app.commands.texts import text
from app.errors import Refused


def run(arguments: Sequence[str], terminal: Terminal) -> int:
    """Return 0 when the set is in place; what was there before is set aside."""
    from app import bootstrap

    parser = Parser("restore", terminal)
    parser.value("set", type=path)
    parser.passwords()
    given = parser.read(arguments)
    if given is None:
        return WHOLE
    folder = given.set.absolute().parent.parent
    chosen = next((one for one in bootstrap.backup_sets(folder) if one.name == given.set.stem), None)
    if chosen is None:
        raise Refused("L-533", name=given.set.name)
    bootstrap.restore_closed(folder, chosen, terminal.password(given.password_file, "parser.password"))
    terminal.say(text("restore.done", path=folder))
    terminal.give({"database": str(folder / bootstrap.DATABASE_NAME)})
    return WHOLE
