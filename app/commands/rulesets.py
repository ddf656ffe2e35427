"""``rulesets``: the rule sets of the program, one of them to read, or a folder of rules looked over."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.commands import FOUND, WHOLE
from app.commands.parser import Parser, path
from app.commands.terminal import Terminal
from app.commands.texts import text
from app.errors import Refused

if TYPE_CHECKING:
    from app.rules.ruleset import RuleSet

_VALIDATE = "validate"


def run(arguments: Sequence[str], terminal: Terminal) -> int:
    """Return 0, or 1 when the rules looked over have faults."""
    parser = Parser("rulesets", terminal)
    parser.value("name", nargs="?", default="", metavar=text("rulesets.metavar"))
    parser.value("file", nargs="?", type=path, metavar=text("parser.file"))
    given = parser.read(arguments)
    if given is None:
        return WHOLE
    if given.name == _VALIDATE:
        return _validated(given, terminal)
    return _shown(given, terminal) if given.name else _listed(terminal)


def _listed(terminal: Terminal) -> int:
    from app.rules.ruleset_files import shipped

    rows = [_facts(ruleset) for ruleset in shipped().values()]
    for ruleset, row in zip(shipped().values(), rows, strict=True):
        years = ", ".join(str(year) for year in ruleset.years) or text("rulesets.no_years")
        terminal.say(text("rulesets.line", **{**row, "years": years}))
    terminal.give({"rulesets": rows})
    return WHOLE


def _shown(given: argparse.Namespace, terminal: Terminal) -> int:
    from app.rules.ruleset_files import shipped
    from app.rules.ruleset_pages import page

    ruleset = shipped().get(given.name)
    if ruleset is None:
        raise _no_such(given.name)
    for block in page(ruleset):
        terminal.say(f"\n{block.title}")
        for line in block.lines:
            where = "; ".join(filter(None, [line.source, line.mark]))
            said = text("rulesets.rule", words=line.words, where=where)
            terminal.say(said if where else text("rulesets.plain", words=line.words))
    terminal.give(ruleset.model_dump(mode="json"))
    return WHOLE


def _validated(given: argparse.Namespace, terminal: Terminal) -> int:
    from app.rules.ruleset_files import faults_of, set_of

    if given.file is None or not given.file.exists():
        raise _no_such(given.file.name if given.file else "")
    faults = faults_of(given.file if given.file.is_dir() else set_of(given.file))
    for fault in faults:
        terminal.say(text("rulesets.fault", place=fault.place, reason=fault.reason))
    if not faults:
        terminal.say(text("rulesets.good"))
    terminal.give({"faults": [{"file": one.file, "line": one.line, "reason": one.reason} for one in faults]})
    return FOUND if faults else WHOLE


def _no_such(name: str) -> Refused:
    return Refused("L-552", name=name)


def _facts(ruleset: RuleSet) -> dict[str, object]:
    from app.rules.ruleset_pages import marks

    counted = Counter(marks(ruleset))
    return {
        "id": ruleset.id,
        "version": ruleset.version,
        "title": ruleset.title,
        "years": list(ruleset.years),
        **{mark: counted[mark] for mark in ("verified", "partly", "unverified")},
        "sha256": ruleset.sha256,
    }
