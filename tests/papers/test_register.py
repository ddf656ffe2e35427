"""Numbers of papers: from 01 per type and term, never twice."""

import datetime as dt

import pytest

from app.papers import register
from tests.papers.samples import paper

TERM = dt.date(2020, 6, 1)
IN_TERM = dt.date(2024, 3, 5)


def test_the_first_paper_of_a_term_is_number_one() -> None:
    earlier = paper(dt.date(2020, 5, 31), number=41)

    assert register.next_number([], "TTr", TERM) == 1
    assert register.next_number([earlier], "TTr", TERM) == 1


def test_numbers_go_on_over_the_years_of_a_term_and_by_type() -> None:
    issued = [
        paper(TERM, number=1),
        paper(IN_TERM, number=2),
        paper(dt.date(2025, 1, 1), number=3),
        paper(IN_TERM, number=9, type_code="BC"),
        paper(IN_TERM, number=None),
    ]

    assert register.next_number(issued, "TTr", TERM) == 4
    assert register.next_number(issued, "BC", TERM) == 10


def test_a_number_in_the_trash_is_not_given_again() -> None:
    trashed = paper(IN_TERM, number=7, trashed_on=IN_TERM)

    assert register.next_number([trashed, paper(IN_TERM, number=2)], "TTr", TERM) == 8


@pytest.mark.parametrize(
    ("number", "symbol", "printed"),
    [
        (5, "CB", "Số 05-TTr/CB"),
        (12, "CB3", "Số 12-TTr/CB3"),
        (110, "CB", "Số 110-TTr/CB"),
        (None, "CB", "Số ……-TTr/CB"),
    ],
)
def test_number_and_symbol_as_printed(number: int | None, symbol: str, printed: str) -> None:
    assert register.number_and_symbol(number, "TTr", symbol) == printed
