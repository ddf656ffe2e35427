"""What cannot be true of a member."""

from __future__ import annotations

import datetime as dt

import pytest

from app.domain.members import MemberDraft, member_problems

TODAY = dt.date(2017, 12, 4)


def problems(**facts: str) -> list[tuple[str, str]]:
    draft = MemberDraft(full_name="Nguyễn Văn A", **facts)
    return [(p.field, p.code) for p in member_problems(draft, TODAY)]


def test_unknown_dates_are_no_problem() -> None:
    assert problems() == []


@pytest.mark.parametrize("field", ["born_on", "admitted_on", "official_on"])
def test_a_day_to_come_is_a_problem(field: str) -> None:
    assert (field, "date.future") in problems(**{field: "05/12/2017"})
    assert problems(**{field: "2017"}) == []


def test_admission_comes_after_the_eighteenth_birthday() -> None:
    assert problems(born_on="03/02/1980", admitted_on="02/02/1998") == [
        ("admitted_on", "member.admitted_too_young")
    ]
    assert problems(born_on="03/02/1980", admitted_on="03/02/1998") == []
    assert problems(born_on="1980", admitted_on="1998") == []


def test_official_comes_after_admission() -> None:
    assert problems(admitted_on="03/02/2016", official_on="02/02/2016") == [
        ("official_on", "member.official_before_admission")
    ]
    assert problems(admitted_on="03/2016", official_on="2016") == []
