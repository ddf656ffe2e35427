"""``check``: what a year's review should see to, and what must be complete before the next act."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from app.commands import FOUND, WHOLE
from app.commands.parser import Parser, path
from app.commands.terminal import Terminal
from app.commands.texts import text, texts

if TYPE_CHECKING:
    from app.rules.findings.engine import Finding


def run(arguments: Sequence[str], terminal: Terminal) -> int:
    """Return 0 when every gate is open, 1 when one is closed."""
    from app.commands.places import opened
    from app.services.repeated_texts import in_words

    parser = Parser("check", terminal)
    parser.value("db", type=path)
    parser.value("--year", type=int, required=True, metavar=text("parser.year"))
    parser.passwords()
    given = parser.read(arguments)
    if given is None:
        return WHOLE
    with opened(given.db, given.password_file, terminal) as core:
        whole = core.years.whole(given.year)
        gates = core.review.gates(given.year)
        repeated = in_words(core.repeated_texts.compare(given.year), whole)
        found = core.review.findings.of_whole(whole, repeated)
    closed = [gate for gate in gates if not gate.is_open]
    for gate in closed:
        terminal.say(f"{gate.rule}: {gate.sentence}")
    if not closed:
        terminal.say(text("check.open") if whole.cycles else text("check.not_begun", year=given.year))
    _say(found, {gate.rule for gate in closed}, terminal)
    by_subject: dict[str, str] = {}
    for gate in gates:
        by_subject[gate.subject] = by_subject.get(gate.subject) or gate.sentence
    terminal.give(
        {
            "findings": [_told(one) for one in found],
            "gates": {subject: reason or "open" for subject, reason in by_subject.items()},
        }
    )
    return FOUND if closed else WHOLE


def _say(found: Sequence[Finding], said_already: Collection[str], terminal: Terminal) -> None:
    """Say every finding with its weight, but those that a closed gate has said."""
    for one in found:
        if one.id not in said_already:
            terminal.say(
                text(
                    "check.finding",
                    id=one.id,
                    weight=texts("check.weights")[one.severity],
                    sentence=one.sentence or text("check.unknown", name=one.name),
                )
            )


def _told(one: Finding) -> dict[str, object]:
    """Return a finding as other programs read it (decisions.md 7.6)."""
    return {
        "id": one.id,
        "severity": one.severity,
        "subjects": list(one.subjects),
        "names": list(one.names),
        "params": {name: str(value) for name, value in one.params.items()},
        "sentence": one.sentence,
        "unknown": list(one.unknown),
        "source": " ".join(filter(None, (one.source.document, one.source.article))),
        "mark": one.source.mark.value,
    }
