"""How the cells of the first-year table are shown: short in a column, with what may stand there."""

from __future__ import annotations

from app.common.text import clean_line
from app.domain.earlier_years import items_in
from app.rules.past_levels import level_names, past_word, says_nothing, short_name
from app.services.earlier_table import EarlierRow


def short_text(row: EarlierRow, column: str, text: str) -> str:
    """Return a cell's text as one line: a level in a few letters, several matters one after the other."""
    if says_nothing(text):
        return ""
    if column.isdigit():
        return short_name(clean_line(text), int(column), of_cell=row.of_cell)
    return " · ".join(items_in(text))


def whole_text(row: EarlierRow, column: str, text: str) -> str:
    """Return a cell's text in full: a level by the name of its year, matters as they stand."""
    word = past_word(text, int(column), of_cell=row.of_cell) if column.isdigit() else None
    return word.name if word else text.strip()


def expected_words(row: EarlierRow, column: str) -> tuple[str, ...]:
    """Return what a cell of levels may say, the highest first; nothing for columns of free words."""
    return level_names(int(column), of_cell=row.of_cell) if column.isdigit() else ()
