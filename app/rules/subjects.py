"""Of whom or of what a finding can speak: a scope gives its subjects, each with the name it is called by."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from app.domain.conferences import TurnState
from app.domain.members import Member
from app.domain.suggestions import SuggestionLetter
from app.domain.targets import CELL, COLLECTIVE
from app.rules.finding_words import brief, word
from app.rules.outlook import Outlook


@dataclass(frozen=True, slots=True)
class Subject:
    """One subject: the uid that its facts are asked by, and its name in a sentence."""

    uid: str
    name: str = ""
    concerns: str = ""
    """The member, the collective or the cell that it belongs to, where that is not the subject itself."""


WHOLE_YEAR = "year"


def _year(outlook: Outlook) -> Iterable[Subject]:
    del outlook
    return (Subject(WHOLE_YEAR),)


def _cell(outlook: Outlook) -> Iterable[Subject]:
    return (Subject(CELL, outlook.year.cell.name),)


def _collective(outlook: Outlook) -> Iterable[Subject]:
    return (Subject(COLLECTIVE, word("collective")),) if outlook.has_collective else ()


def _targets(outlook: Outlook) -> Iterable[Subject]:
    return (*_collective(outlook), *_named(outlook, outlook.roster.reviewed))


def _roster(outlook: Outlook) -> Iterable[Subject]:
    return _named(outlook, outlook.roster.members)


def _letters(outlook: Outlook) -> Iterable[Subject]:
    return (Subject(one.uid, letter_name(one)) for one in outlook.year.suggestion_letters)


def letter_name(letter: SuggestionLetter) -> str:
    """Return how a letter of suggestions is called."""
    return letter.number or word("letter_without_number")


def _points(outlook: Outlook) -> Iterable[Subject]:
    points = sorted(outlook.year.suggestion_points, key=lambda one: (one.letter, one.position))
    return (_of(outlook, one.uid, one.text, one.target, "matter.for") for one in points)


def _of(outlook: Outlook, uid: str, text: str, target: str, key: str = "matter.of") -> Subject:
    """Return a record that has no name, called by its text and by whom or what it is about."""
    who, what = target_name(outlook, target), brief(text)
    return Subject(uid, word(key, what=what, who=who) if who else what, target)


def _shortcomings(outlook: Outlook) -> Iterable[Subject]:
    kept = [one for one in outlook.year.shortcomings if one.withdrawn_on is None]
    return (_of(outlook, one.uid, one.text, one.target) for one in kept)


def _earlier(outlook: Outlook) -> Iterable[Subject]:
    return (_of(outlook, one.uid, one.text, one.target) for one in outlook.year.earlier_shortcomings)


def _sittings(outlook: Outlook) -> Iterable[Subject]:
    return (
        Subject(one.uid, word("sitting", number=one.position), one.conference)
        for one in outlook.year.sittings
    )


def _turns(outlook: Outlook) -> Iterable[Subject]:
    done = [one for one in outlook.year.review_turns if one.state is TurnState.DONE]
    return (Subject(one.uid, target_name(outlook, one.target), one.target) for one in done)


def target_name(outlook: Outlook, target: str) -> str:
    """Return how the subject of a review is called."""
    if target == COLLECTIVE:
        return word("collective")
    return outlook.year.cell.name if target == CELL else outlook.roster.name_of(target)


def _conferences(outlook: Outlook) -> Iterable[Subject]:
    return (Subject(one.uid, word(f"conference.{one.body.value}")) for one in outlook.year.conferences)


def _remediation(outlook: Outlook) -> Iterable[Subject]:
    return (_of(outlook, one.uid, one.text, one.target) for one in outlook.year.remediation_items)


def _inspections(outlook: Outlook) -> Iterable[Subject]:
    return (
        Subject(one.uid, one.number or word("inspection_without_number")) for one in outlook.year.inspections
    )


def _guidance(outlook: Outlook) -> Iterable[Subject]:
    return (Subject(one.uid, brief(one.text)) for one in outlook.year.guidance)


def _orders(outlook: Outlook) -> Iterable[Subject]:
    return (Subject(one.uid, one.number, one.target) for one in outlook.year.re_review_orders)


def _milestones(outlook: Outlook) -> Iterable[Subject]:
    names = {one.code: one.name for one in (*outlook.ruleset.steps, *outlook.ruleset.deadlines)}
    return (Subject(one.uid, names.get(one.code, one.note or one.code)) for one in outlook.year.milestones)


def _indicators(outlook: Outlook) -> Iterable[Subject]:
    return (Subject(one.uid, brief(one.task)) for one in outlook.year.programme_items)


def _named(outlook: Outlook, uids: Iterable[str]) -> Iterable[Subject]:
    members: list[Member] = [outlook.roster.members[uid] for uid in uids]
    return (Subject(one.uid, one.full_name) for one in members)


SCOPES: Mapping[str, Callable[[Outlook], Iterable[Subject]]] = {
    "year": _year,
    "cell": _cell,
    "collective": _collective,
    "target": _targets,
    "member": lambda outlook: _named(outlook, outlook.roster.reviewed),
    "collective_member": lambda outlook: _named(outlook, outlook.roster.collective),
    "rated": lambda outlook: _named(outlook, outlook.roster.rated),
    "roster": _roster,
    "letter": _letters,
    "point": _points,
    "shortcoming": _shortcomings,
    "earlier": _earlier,
    "conference": _conferences,
    "sitting": _sittings,
    "turn": _turns,
    "remediation": _remediation,
    "inspection": _inspections,
    "guidance": _guidance,
    "order": _orders,
    "milestone": _milestones,
    "indicator": _indicators,
}
"""By name; facts of a scope are asked by the uid of its subjects."""
