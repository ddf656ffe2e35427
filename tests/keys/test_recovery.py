"""The recovery code survives being copied by hand, and tells a slip of the pen at once."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import Invalid
from app.keys import recovery


def test_a_code_is_six_groups_of_four() -> None:
    assert re.fullmatch(r"([A-Z2-7]{4}-){5}[A-Z2-7]{4}", recovery.new_code())


def test_two_codes_differ() -> None:
    assert len({recovery.new_code() for _ in range(50)}) == 50


@pytest.mark.parametrize(
    "write", [str.lower, lambda code: code.replace("-", " "), lambda code: f"  {code.replace('-', '')}\n"]
)
def test_a_code_is_read_however_it_was_written_down(write: Callable[[str], str]) -> None:
    code = recovery.new_code()
    assert recovery.checked(write(code)) == code


def test_digits_that_the_code_never_has_are_read_as_the_letters_they_look_like() -> None:
    code = next(code for code in iter(recovery.new_code, "") if {"O", "I", "B"} <= set(code))
    assert recovery.checked(code.translate(str.maketrans("OIB", "018"))) == code


def test_one_wrong_letter_is_told_nearly_always() -> None:
    code = recovery.new_code().replace("-", "")
    places = [(at, other) for at in range(22) for other in "ABCDEFG" if other != code[at]]
    slips = [code[:at] + other + code[at + 1 :] for at, other in places]
    told = 0
    for slip in slips:
        try:
            recovery.checked(slip)
        except Invalid:
            told += 1
    assert told >= len(slips) - 5


@given(st.text(alphabet=st.characters()))
def test_whatever_else_is_typed_is_refused_as_no_code(typed: str) -> None:
    with pytest.raises(Invalid) as refusal:
        recovery.checked(typed)
    assert [problem.code for problem in refusal.value.problems] == ["recovery_code.shape"]
