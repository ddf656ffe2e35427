"""``dump``: a whole year as JSON, not encrypted, and said so."""

from __future__ import annotations

from collections.abc import Sequence

from app.commands import WHOLE
from app.commands.parser import Parser, path
from app.commands.terminal import Terminal
from app.commands.texts import text
from app.common.files import write_whole


def run(arguments: Sequence[str], terminal: Terminal) -> int:
    """Return 0 when the year stands in the file."""
    from app.commands.places import folder_of, opened
    from app.services.files import refuse_foreign
    from app.year.dump import START

    parser = Parser("dump", terminal)
    parser.value("db", type=path)
    parser.value("out", type=path)
    parser.value("--year", type=int, required=True, metavar=text("parser.year"))
    parser.passwords()
    given = parser.read(arguments)
    if given is None:
        return WHOLE
    refuse_foreign(given.out, START, folder_of(given.db))
    with opened(given.db, given.password_file, terminal) as core:
        write_whole(given.out, core.years.dump(given.year).encode())
    terminal.warn(text("dump.not_encrypted", path=given.out))
    terminal.say(text("dump.done", year=given.year, path=given.out))
    terminal.give({"year": given.year, "file": str(given.out)})
    return WHOLE
