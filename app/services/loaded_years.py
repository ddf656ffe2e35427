"""A dumped year as it may be stored: every record whole, and every code one of the year's rules."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import ValidationError

from app.common.messages import problem_sentence
from app.domain.contradictions import contradictions
from app.domain.types import Record
from app.errors import Refused
from app.rules.ruleset import RuleSet
from app.rules.year_codes import CHOICES, WHOLE_OF, code_problems, rules_of
from app.year import dump as codec
from app.year.review_year import ReviewYear


def read_year(text: str) -> ReviewYear:
    """Return the year that a dump holds.

    Raises `Refused`: L-521, L-522, L-527, L-528 as `app.year.dump.load`, L-559 for a code that the rules kept
    in the dump do not have, with line, place and reason.
    """
    year = codec.load(text)
    for at, cycle in enumerate(year.cycles):
        try:
            rules = rules_of(cycle.ruleset_snapshot)
        except ValidationError as error:
            raise codec.not_a_year(f"cycles[{at}].ruleset_snapshot") from error
        _refuse_unknown(text, year, rules)
    return year


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A spot of a dumped year that no form would have taken, with its line and why."""

    place: str
    line: int
    sentence: str


def told(text: str, year: ReviewYear) -> tuple[Contradiction, ...]:
    """Return what cannot be true in a year read from `text`: it is stored as it is, and told.

    A year that an older program stored must load again, whatever that program let pass (decisions.md 2.3).
    """
    return tuple(
        Contradiction(
            f"{name}[{at}].{problem.field}", _line(text, record.uid, problem.field), problem_sentence(problem)
        )
        for name in codec.record_lists()
        for at, record in enumerate(getattr(year, name))
        for problem in contradictions(record)
    )


def _refuse_unknown(text: str, year: ReviewYear, rules: RuleSet) -> None:
    lists = codec.record_lists()
    records: dict[str, Record] = {one.uid: one for name in lists for one in getattr(year, name)}
    for name in (name for name, kind in lists.items() if kind in CHOICES):
        for at, record in enumerate(getattr(year, name)):
            whole = records.get(getattr(record, WHOLE_OF.get(type(record), ""), ""))
            for problem in code_problems(rules, record, whole):
                raise Refused(
                    "L-559",
                    line=_line(text, record.uid, problem.field),
                    place=f"{name}[{at}].{problem.field}",
                    reason=problem_sentence(problem),
                )


def _line(text: str, uid: str, field: str) -> int:
    """Return the line of a field of a record in the dumped text; that of its `uid` where it is not found."""
    there = text.find(f'"uid": "{uid}"')
    begin, end = text.rfind("{", 0, there), text.find("}", there)
    found = text.find(f'"{field}": ', begin, end)
    return text.count("\n", 0, found if found >= 0 else max(there, 0)) + 1
