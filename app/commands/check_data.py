"""``check-data``: what in the data contradicts itself, and a mended copy when asked for."""

from __future__ import annotations

from collections.abc import Sequence

from app.commands import FOUND, WHOLE
from app.commands.parser import Parser, path
from app.commands.terminal import Terminal
from app.commands.texts import text


def run(arguments: Sequence[str], terminal: Terminal) -> int:
    """Return 0 when nothing was found wrong, 1 when something was."""
    from app.commands.places import opened

    parser = Parser("check-data", terminal)
    parser.value("db", type=path)
    parser.flag("mend")
    parser.passwords()
    given = parser.read(arguments)
    if given is None:
        return WHOLE
    with opened(given.db, given.password_file, terminal) as core:
        findings = core.data_check.look()
        mendable = sum(1 for one in findings if one.can_mend)
        made = core.data_check.mend() if given.mend and mendable else None
    for one in findings:
        terminal.say(text("check-data.finding", sentence=one.sentence))
    terminal.say(text("check-data.found" if findings else "check-data.whole", count=len(findings)))
    if made:
        terminal.say(text("check-data.mended", count=mendable, path=made.database))
    elif mendable:
        terminal.say(text("check-data.can_mend", count=mendable))
    found = [
        {"kind": one.kind, "table": one.table, "count": one.count, "sentence": one.sentence}
        for one in findings
    ]
    terminal.give({"findings": found, "mended": str(made.database) if made else ""})
    return FOUND if findings else WHOLE
