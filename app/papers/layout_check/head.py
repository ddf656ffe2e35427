"""Finds components 1 to 4 among the lines above the title."""

from __future__ import annotations

from collections.abc import Sequence

from app.common.text import fold
from app.papers.layout_check.model import Line
from app.papers.layout_check.parts import Head
from app.papers.layout_check.recognised import is_organisation, reads_as, shouts_as
from app.papers.styles import profile

_BASE = "hd36"
_LONGEST_DATE = 90


def is_title(line: Line) -> bool:
    """Return whether the line is "ĐẢNG CỘNG SẢN VIỆT NAM", in whatever letters."""
    return fold(line.text).strip(" .") == fold(profile(_BASE).words["head_title"])


def located(lines: Sequence[Line]) -> Head:
    """Return what stands above the title of a paper."""
    title = next((line for line in lines if is_title(line)), None)
    number_at = next((at for at, line in enumerate(lines) if _is_number(line)), None)
    number = lines[number_at] if number_at is not None else None
    place_date = next((line for line in lines if _is_date(line)), None)
    names = [line for line in lines if _is_name(line, title, number)]
    upper, issuer = _parted(names)
    return Head(
        title,
        _first("motto", lines),
        tuple(_rules(lines)),
        upper,
        issuer,
        next((line for line in lines if reads_as("star", line.text)), None),
        number,
        _letter_subject(lines, number_at),
        place_date,
        next((line for line in lines if reads_as("draft", line.text)), None),
        tuple(line for line in lines if reads_as("secrecy", line.text)),
    )


def _first(name: str, lines: Sequence[Line]) -> Line | None:
    return next((line for line in lines if shouts_as(name, line.text)), None)


def _is_number(line: Line) -> bool:
    return shouts_as("number", line.text) and len(line.text) < _LONGEST_DATE


def _is_date(line: Line) -> bool:
    if len(line.text) > _LONGEST_DATE or _is_number(line):
        return False
    return (reads_as("date", line.text) or reads_as("short_date", line.text)) is not None


def _is_name(line: Line, title: Line | None, number: Line | None) -> bool:
    if line.is_empty or line is title or _is_number(line) or _is_date(line) or _is_marking(line):
        return False
    if number is not None and (line.number > number.number and not line.shares):
        return False
    beside = line.place and title and title.place and line.place.table == title.place.table
    if beside and line.place and title and title.place:
        return line.place.column < title.place.column
    return is_organisation(line.text) or (
        line.text == line.text.upper() and not shouts_as("motto", line.text)
    )


def _is_marking(line: Line) -> bool:
    names = ("star", "draft", "secrecy", "form_number", "typed_rule", "like_dashes")
    return any(reads_as(name, line.text) for name in names) or shouts_as("motto", line.text)


def _parted(names: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Return the lines of the upper body and those of the body that issues: the last that begins anew."""
    begin = [at for at, line in enumerate(names) if at and is_organisation(line.text)]
    if len(names) > 1:
        at = begin[-1] if begin else len(names) - 1
        return tuple(names[:at]), tuple(names[at:])
    return (), tuple(names)


def _letter_subject(lines: Sequence[Line], number_at: int | None) -> tuple[Line, ...]:
    """Return what stands below the number in its column, as the subject of a công văn does."""
    if number_at is None:
        return ()
    number = lines[number_at]
    below = [line for line in lines[number_at + 1 :] if not line.is_empty]
    if number.place:
        where = number.place.table, number.place.column
        below = [line for line in below if line.place and (line.place.table, line.place.column) == where]
    return tuple(line for line in below if not (_is_date(line) or _is_marking(line) or is_title(line)))


def _rules(lines: Sequence[Line]) -> list[tuple[Line, float]]:
    """Return the drawn and typed lines of the head, each with the text it stands at or below."""
    found: list[tuple[Line, float]] = []
    above: dict[object, Line] = {}
    for line in lines:
        column = (line.place.table, line.place.column) if line.place else None
        if not line.is_empty and not reads_as("typed_rule", line.text):
            above[column] = line
        length = line.rule_mm
        if length is None and reads_as("typed_rule", line.text):
            length = 0
        if length is not None:
            found.append((above.get(column, line), length))
    return found
