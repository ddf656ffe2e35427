"""The register of outgoing papers: one number each, per type and term, never used twice."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from app.domain.number_starts import NumberStart
from app.domain.outgoing_papers import OutgoingPaper
from app.papers.wording import wording


def next_number(
    papers: Iterable[OutgoingPaper],
    type_code: str,
    term_started_on: dt.date,
    starts: Iterable[NumberStart] = (),
) -> int:
    """Return the number of the next paper of this type in the term that began on `term_started_on`.

    Numbers run from 01 per type and term, not per year (HD 36 1.3). `papers` are all of the cell, those in
    the trash too: a number once given is never given again. `starts` are numbers given on paper before.
    """
    before = [
        one.last_number for one in starts if one.type_code == type_code and one.known_on >= term_started_on
    ]
    given = [
        paper.number
        for paper in papers
        if paper.number and paper.type_code == type_code and paper.dated_on >= term_started_on
    ]
    return max([*before, *given], default=0) + 1


def missing_numbers(
    papers: Iterable[OutgoingPaper],
    type_code: str,
    term_started_on: dt.date,
    starts: Iterable[NumberStart] = (),
) -> tuple[int, ...]:
    """Return the numbers of this type and term that no paper here bears, in order.

    Numbers given before the program was there are none, as far as the last of them was entered.
    """
    numbers = {
        paper.number
        for paper in papers
        if paper.number and paper.type_code == type_code and paper.dated_on >= term_started_on
    }
    if not numbers:
        return ()
    before = next_number((), type_code, term_started_on, starts) - 1
    first = min(before + 1, *numbers)
    return tuple(one for one in range(first, max(before, *numbers) + 1) if one not in numbers)


def number_and_symbol(number: int | None, type_code: str, symbol: str) -> str:
    """Return component 3, "Số 05-TTr/CB"; without a number the place for it is dotted."""
    shared = wording("shared")
    if number is None:
        return shared.text("no_number", type_code=type_code, symbol=symbol)
    return shared.text("number", number=f"{number:02d}", type_code=type_code, symbol=symbol)
