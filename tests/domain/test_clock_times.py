"""Hours as people type them."""

import pytest
from pydantic import TypeAdapter, ValidationError

from app.domain.conferences import ClockTime

HOUR = TypeAdapter[str](ClockTime)


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("07:30", "07:30"),
        ("7:30", "07:30"),
        ("7h30", "07:30"),
        ("7 giờ 30", "07:30"),
        ("19 giờ 30 phút", "19:30"),
        ("19H", "19:00"),
        ("7g5", "07:05"),
        (" 8.15 ", "08:15"),
        ("", ""),
    ],
)
def test_hours_are_stored_one_way(typed: str, stored: str) -> None:
    assert HOUR.validate_python(typed) == stored


@pytest.mark.parametrize("typed", ["24:00", "7:60", "7", "sáng", "7h30 sáng"])
def test_what_is_no_hour_is_told_with_the_pattern(typed: str) -> None:
    with pytest.raises(ValidationError) as raised:
        HOUR.validate_python(typed)
    assert raised.value.errors()[0]["type"] == "clock.shape"
