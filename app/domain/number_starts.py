"""The last number of each type of paper that a cell gave before it began with the program."""

from __future__ import annotations

from pydantic import Field

from app.domain.types import Fields, Line, Record, WholeDate


class NumberStartFields(Fields):
    """What the paper register of the term says; numbers go on after it (HD 36 1.3; rulings.md 5)."""

    type_code: Line = Field(min_length=1)
    known_on: WholeDate
    """Day on which it was entered; in a term that begins later numbers run from 01 again."""
    last_number: int = Field(ge=0, le=9_999)


class NumberStart(Record, NumberStartFields):
    """Số cuối cùng đã dùng của một loại văn bản."""
