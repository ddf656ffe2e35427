"""Dates and numbers as people type them."""

from __future__ import annotations

import datetime as dt

import pytest
from pydantic import TypeAdapter, ValidationError

from app.domain.members import MemberDraft
from app.domain.types import WholeDate, earliest_day, latest_day, new_uid, show_date


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("3/2/1965", "1965-02-03"),
        ("03-02-1965", "1965-02-03"),
        ("3.2.1965", "1965-02-03"),
        ("2/1965", "1965-02"),
        ("1965", "1965"),
        ("29/02/2016", "2016-02-29"),
        ("1965-02-03", "1965-02-03"),
        ("  ", ""),
    ],
)
def test_dates_are_stored_one_way(typed: str, stored: str) -> None:
    assert MemberDraft(full_name="Nguyễn Văn A", born_on=typed).born_on == stored


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("30/02/1965", "date.no_such_day"),
        ("29/02/2017", "date.no_such_day"),
        ("13/1965", "date.no_such_day"),
        ("00/01/1965", "date.no_such_day"),
        ("hôm qua", "date.shape"),
        ("1/1/26", "date.shape"),
        ("01/01/0026", "date.shape"),
    ],
)
@pytest.mark.fault("E16")
def test_days_that_are_not_are_refused_by_name(typed: str, code: str) -> None:
    with pytest.raises(ValidationError) as caught:
        MemberDraft(full_name="Nguyễn Văn A", born_on=typed)
    assert caught.value.errors()[0]["type"] == code


def test_a_partial_date_spans_its_days() -> None:
    assert (earliest_day("2016-02"), latest_day("2016-02")) == (dt.date(2016, 2, 1), dt.date(2016, 2, 29))
    assert (earliest_day("1965"), latest_day("1965")) == (dt.date(1965, 1, 1), dt.date(1965, 12, 31))
    assert show_date("1965-02-03") == "03/02/1965"
    assert show_date("1965") == "1965"


@pytest.mark.parametrize("typed", ["012345678901", "0123 4567 8901", "12345678"])
def test_card_numbers_keep_their_zeros(typed: str) -> None:
    assert MemberDraft(full_name="Nguyễn Văn A", card_number=typed).card_number == typed.replace(" ", "")


def test_other_card_numbers_are_refused() -> None:
    with pytest.raises(ValidationError):
        MemberDraft(full_name="Nguyễn Văn A", card_number="1234")


def test_uids_do_not_repeat() -> None:
    assert len({new_uid() for _ in range(1000)}) == 1000


@pytest.mark.parametrize("typed", ["04/12/2017", "4.12.2017", "2017-12-04", dt.date(2017, 12, 4)])
def test_a_whole_date_is_read_as_it_is_typed_and_as_it_is_stored(typed: object) -> None:
    assert TypeAdapter(WholeDate).validate_python(typed) == dt.date(2017, 12, 4)


@pytest.mark.parametrize(
    ("typed", "code"),
    [("12/2017", "date.not_whole"), ("31/02/2017", "date.no_such_day"), ("mai", "date.shape")],
)
def test_a_whole_date_needs_its_day(typed: str, code: str) -> None:
    with pytest.raises(ValidationError) as refused:
        TypeAdapter(WholeDate).validate_python(typed)
    assert refused.value.errors()[0]["type"] == code


SHORT_MONTHS = {4: 30, 6: 30, 9: 30, 11: 30}
IMPOSSIBLE = (
    [
        f"{last + 1:02d}/{month:02d}/{year}"
        for month, last in SHORT_MONTHS.items()
        for year in (1950, 2016, 2026)
    ]
    + [f"{day}/02/{year}" for day in (30, 31) for year in (1900, 1960, 2000, 2017, 2024)]
    + [f"29/02/{year}" for year in (1900, 1950, 1970, 1985, 2017, 2026)]
    + [f"32/{month:02d}/1980" for month in (1, 3, 5, 7, 8, 10, 12)]
    + [f"{month}/1980" for month in ("00", "13", "19", "99")]
    + [f"01/{month}/1980" for month in ("00", "13", "20", "99")]
    + [f"00/{month:02d}/1980" for month in range(1, 13)]
    + ["1980-02-30", "1980-13-01", "1980-00-10", "1981-02-29", "1980-04-31"]
)


@pytest.mark.fault("E16")
def test_a_table_of_days_that_are_not_is_refused_line_by_line() -> None:
    assert len(IMPOSSIBLE) >= 60
    for typed in IMPOSSIBLE:
        with pytest.raises(ValidationError) as refused:
            MemberDraft(full_name="Nguyễn Văn A", born_on=typed)
        assert refused.value.errors()[0]["type"] == "date.no_such_day", typed
