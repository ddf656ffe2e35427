"""Looks a year over: every requirement against its facts; says what to see to, and says nothing twice.

One finding per requirement with the list of its subjects (rulings.md 2.1). What cannot be told yet is a
finding of its own kind, "chưa đủ dữ liệu", never a silent pass. A finding goes when its cause is gone.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from app.common.messages import shown
from app.rules.fact_book import FactBook
from app.rules.findings.requirement import (
    Clause,
    Kind,
    OnPaper,
    Opens,
    Requirement,
    Standing,
    Weight,
    requirements,
)
from app.rules.findings.windows import due_of, due_of_gates, weight_of, weight_of_gates
from app.rules.gates import WHOLE_YEAR, Gate, gates
from app.rules.language import Absent, Facts, Truth, evaluate, parse
from app.rules.outlook import Outlook
from app.rules.stages import has_own_day
from app.rules.subjects import SCOPES, Subject


@dataclass(frozen=True, slots=True)
class Told:
    """One subject that a finding speaks of, by uid, with its name and what is said of it alone."""

    uid: str
    name: str = ""
    detail: str = ""
    concerns: str = ""
    """The member, the collective, the cell or the conference that it belongs to, if it is not one itself."""
    opens: str = ""
    """The record where it is put right, if that is another one."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a requirement says of the year."""

    id: str
    severity: Weight
    sentence: str
    opens: Opens
    source: Standing
    told: tuple[Told, ...] = ()
    params: dict[str, object] = field(default_factory=dict)
    unknown: tuple[str, ...] = ()
    """Names of subjects of whom it cannot be told yet."""
    due: dt.date | None = None
    due_is_given: bool = False
    """Whether the cell or the upper committee set that day; the rule set's are only defaults."""
    on_paper: OnPaper = field(default_factory=OnPaper)
    secret: bool = False
    late: bool = False
    """Whether it tells of days that are over."""
    name: str = ""

    @property
    def printed(self) -> bool:
        """Return whether its answer stands in the papers unasked."""
        return bool(self.on_paper.answered_in)

    @property
    def subjects(self) -> tuple[str, ...]:
        """Return the uids of the subjects, each once."""
        return tuple(dict.fromkeys(one.uid for one in self.told))

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of the subjects that have one, each once."""
        return tuple(dict.fromkeys(one.name for one in self.told if one.name))

    @property
    def speaks(self) -> bool:
        """Return whether there is something to see to, beside what cannot be told yet."""
        return bool(self.sentence)


def findings(outlook: Outlook) -> tuple[Finding, ...]:
    """Return everything to see to in the year, what weighs more first, then by id."""
    if outlook.cycle is None:
        return ()
    book = FactBook(outlook)
    found = [one for requirement in requirements() for one in _of(requirement, outlook, book)]
    order = ("block", "answer", "note", "todo")
    return tuple(sorted(found, key=lambda one: (order.index(one.severity), one.id)))


def _of(requirement: Requirement, outlook: Outlook, book: FactBook) -> Iterator[Finding]:
    if not requirement.concerns(outlook.ruleset):
        return
    if requirement.kind is Kind.GATE:
        yield from _closed(requirement, outlook)
    elif requirement.kind is Kind.FINDING:
        yield from _spoken(requirement, outlook, book)


def _closed(requirement: Requirement, outlook: Outlook) -> Iterator[Finding]:
    """Yield one finding for all closed gates of a requirement, in its window."""
    closed = [gate for gate in gates(outlook.year) if gate.rule == requirement.id and not gate.is_open]
    due = due_of_gates(requirement, outlook, closed)
    weight = weight_of_gates(requirement, outlook, due)
    if closed and weight is not None:
        said = [_Said(tuple(_told(closed)), _sentences(closed))]
        given = any(gate.due_on for gate in closed)
        found = _finding(requirement, outlook, said, weight)
        yield dataclasses.replace(found, due=due, due_is_given=given or found.due_is_given)


def _told(closed: Iterable[Gate]) -> Iterator[Told]:
    for gate in closed:
        names = gate.names or ("",)
        uids = gate.opens if len(gate.opens) == len(names) else (gate.subject,) * len(names)
        concerns = "" if gate.subject == WHOLE_YEAR else gate.subject
        # Of a subject with several points the first one that waits is opened.
        opens = gate.opens if len(gate.opens) == len(names) else gate.opens[:1] * len(names)
        for uid, name, record in zip(uids, names, opens or uids, strict=True):
            yield Told(uid, name, concerns=concerns, opens=record)


def _sentences(closed: Iterable[Gate]) -> str:
    return " ".join(gate.sentence for gate in closed)


@dataclass(frozen=True, slots=True)
class _Said:
    """What one clause says."""

    told: tuple[Told, ...]
    sentence: str
    params: dict[str, object] = field(default_factory=dict)
    unknown: tuple[Subject, ...] = ()


def _spoken(requirement: Requirement, outlook: Outlook, book: FactBook) -> Iterator[Finding]:
    weight = weight_of(requirement, outlook)
    if weight is None:
        return
    said = [_clause(one, SCOPES[one.scope](outlook), book) for one in requirement.clauses]
    if any(one.sentence or one.unknown for one in said):
        yield _finding(requirement, outlook, said, weight)


def said_of(clause: Clause, outlook: Outlook, book: FactBook, uids: Collection[str]) -> str:
    """Return the sentence of a clause about the subjects with `uids`; empty where it is silent."""
    return _clause(clause, [one for one in SCOPES[clause.scope](outlook) if one.uid in uids], book).sentence


def _clause(clause: Clause, subjects: Iterable[Subject], book: FactBook) -> _Said:
    true, unknown = [], []
    for subject in subjects:
        value = clause_value(clause, book.facts(subject.uid))
        if value is Truth.TRUE:
            true.append(subject)
        elif value is Truth.UNKNOWN:
            unknown.append(subject)
    if not true:
        return _Said((), "", unknown=tuple(unknown))
    told = tuple(Told(one.uid, one.name, _detail(clause, one, book), one.concerns) for one in true)
    params = _params(clause, told, book)
    return _Said(told, clause.sentence.format_map(params), params, tuple(unknown))


def clause_value(clause: Clause, facts: Facts) -> Truth:
    """Return what the condition of a clause gives; where it does not concern the subject, not applicable."""
    if clause.applies and evaluate(parse(clause.applies), facts) is not Truth.TRUE:
        return Truth.NOT_APPLICABLE
    return evaluate(parse(clause.when), facts)


def _detail(clause: Clause, subject: Subject, book: FactBook) -> str:
    detail = book.facts(subject.uid)[clause.detail] if clause.detail else ""
    return "" if isinstance(detail, Absent) else str(detail)


def _params(clause: Clause, told: Sequence[Told], book: FactBook) -> dict[str, object]:
    facts = book.facts(told[0].uid)
    found = {name: _shown(facts[fact]) for name, fact in clause.params.items()}
    between = "; " if clause.detail else ", "
    names = between.join(f"{one.name} ({one.detail})" if one.detail else one.name for one in told)
    return {**found, "count": len(told), "names": names}


def _shown(value: object) -> str:
    return "…" if isinstance(value, Absent) else shown(value)


def _finding(requirement: Requirement, outlook: Outlook, said: list[_Said], weight: Weight) -> Finding:
    spoken = [one for one in said if one.sentence]
    return Finding(
        id=requirement.id,
        name=requirement.name,
        severity=weight,
        sentence=" ".join(one.sentence for one in spoken),
        opens=requirement.opens,
        source=requirement.source(outlook.ruleset),
        told=tuple(dict.fromkeys(subject for one in spoken for subject in one.told)),
        params={name: value for one in spoken for name, value in one.params.items()},
        unknown=tuple(dict.fromkeys(one.name for clause in said for one in clause.unknown)),
        due=due_of(requirement, outlook),
        due_is_given=has_own_day(outlook.year, requirement.window.due_under(outlook.ruleset)),
        on_paper=requirement.on_paper,
        secret=requirement.secret,
        late=requirement.late,
    )
