"""What requirements say of a matter when an act asks them, outside their windows (R3-14, rulings.md 1.3)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.rules.fact_book import FactBook
from app.rules.findings.engine import clause_value, said_of
from app.rules.findings.requirement import Clause, Kind, Requirement, requirements
from app.rules.gates import gates
from app.rules.language import Truth
from app.rules.outlook import Outlook
from app.rules.subjects import SCOPES


def unmet(outlook: Outlook, ids: Iterable[str], subject: str = "") -> Iterator[str]:
    """Yield the sentences of those requirements among `ids` that are not met, as of now.

    Of a requirement about records of which `subject` is one, only that record counts: minutes wait for what
    their own conference lacks. What the year's rule set does not have, and unknown facts, hold nothing up.
    """
    wanted = set(ids)
    for one in requirements():
        if one.id in wanted and one.concerns(outlook.ruleset):
            yield from _of(one, outlook, subject)


def _of(requirement: Requirement, outlook: Outlook, subject: str) -> Iterator[str]:
    if requirement.kind is Kind.GATE:
        closed = (gate for gate in gates(outlook.year) if gate.rule == requirement.id and not gate.is_open)
        yield from (gate.sentence for gate in closed)
        return
    book = FactBook(outlook)
    for clause in requirement.clauses:
        asked = [one.uid for one in SCOPES[clause.scope](outlook)]
        uids = [subject] if subject in asked else asked
        if requirement.not_yet and any(_is_early(clause, book, uid) for uid in uids):
            yield requirement.not_yet
        elif sentence := said_of(clause, outlook, book, uids):
            yield sentence


def _is_early(clause: Clause, book: FactBook, uid: str) -> bool:
    return clause_value(clause, book.facts(uid)) is Truth.NOT_APPLICABLE
