"""``check``: what must be complete before the next act of a year's review."""

from __future__ import annotations

from collections.abc import Sequence

from app.commands import FOUND, WHOLE
from app.commands.parser import Parser, path
from app.commands.terminal import Terminal
from app.commands.texts import text


def run(arguments: Sequence[str], terminal: Terminal) -> int:
    """Return 0 when every gate is open, 1 when one is closed."""
    from app.commands.places import opened

    parser = Parser("check", terminal)
    parser.value("db", type=path)
    parser.value("--year", type=int, required=True, metavar=text("parser.year"))
    parser.passwords()
    given = parser.read(arguments)
    if given is None:
        return WHOLE
    with opened(given.db, given.password_file, terminal) as core:
        core.years.whole(given.year)
        gates = core.review.gates(given.year)
    closed = [gate for gate in gates if not gate.is_open]
    for gate in closed:
        terminal.say(f"{gate.rule}: {gate.sentence}")
    if not closed:
        terminal.say(text("check.open"))
    by_subject: dict[str, str] = {}
    for gate in gates:
        by_subject[gate.subject] = by_subject.get(gate.subject) or gate.sentence
    terminal.give(
        {
            "findings": [],
            "gates": {subject: reason or "open" for subject, reason in by_subject.items()},
        }
    )
    return FOUND if closed else WHOLE
