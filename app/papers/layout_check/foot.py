"""Finds components 7 and 9: who signs, and who receives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from app.papers.layout_check.model import Line
from app.papers.layout_check.parts import Foot, Signature, Sort
from app.papers.layout_check.recognised import reads_as, shouts_as

_LONGEST = 60
_NAME_WORDS = 8
_GAP_PT = 14.0
"""Room before a name that stands for a blank line."""


def located(lines: Sequence[Line], text_at: int, sort: Sort) -> tuple[Foot, int]:
    """Return the foot, and the place in `lines` where the first of it stands."""
    label_at = _recipients_at(lines, text_at)
    below = [at for at in range(text_at, len(lines)) if _signs(lines[at], sort)]
    begins = _begins(lines, below)
    if not begins and label_at is None:
        return Foot(), len(lines)
    recipients = _recipients(lines, label_at)
    taken = {id(line) for line in recipients} | ({id(lines[label_at])} if label_at is not None else set())
    signatures = tuple(_signature(lines, at, ends, taken) for at, ends in begins)
    first = min([at for at, _ in begins] + ([label_at] if label_at is not None else []))
    return Foot(signatures, lines[label_at] if label_at is not None else None, recipients), first


def _recipients_at(lines: Sequence[Line], text_at: int) -> int | None:
    found = [at for at in range(text_at, len(lines)) if reads_as("recipients", lines[at].text)]
    return found[-1] if found else None


def _signs(line: Line, sort: Sort) -> bool:
    if len(line.text) > _LONGEST or line.is_empty:
        return False
    if shouts_as("authority", line.text) and line.text[:1].isupper():
        return True
    # Who signs for himself, or beside another, is known by his title in capitals alone.
    shown = line.text == line.text.upper() and reads_as("signing", line.text) is not None
    return shown and sort not in {Sort.TYPED, Sort.LETTER}


def _begins(lines: Sequence[Line], found: Sequence[int]) -> list[tuple[int, int]]:
    """Return where each signature begins and ends: a title right below another belongs to it."""
    starts: list[int] = []
    for at in found:
        if starts and _is_below(lines, starts[-1], at):
            continue
        starts.append(at)
    return list(pairwise([*starts, len(lines)]))


def _is_below(lines: Sequence[Line], upper: int, lower: int) -> bool:
    """Return whether the lines between two titles are titles too, in the same column."""
    one, other = lines[upper].place, lines[lower].place
    if (one and (one.table, one.column)) != (other and (other.table, other.column)):
        return False
    return all(not line.is_empty and line.text == line.text.upper() for line in lines[upper:lower])


def _recipients(lines: Sequence[Line], label_at: int | None) -> tuple[Line, ...]:
    if label_at is None:
        return ()
    label = lines[label_at]
    found: list[Line] = []
    for line in lines[label_at + 1 :]:
        if reads_as("typist", line.text):
            break
        if label.place and line.place and line.place.table == label.place.table:
            if line.place.column == label.place.column and not line.is_empty:
                found.append(line)
        elif label.place:
            break
        elif reads_as("recipient", line.text) or (line.listed and line.text):
            found.append(line)
    return tuple(found)


def _signature(lines: Sequence[Line], at: int, end: int, taken: set[int]) -> Signature:
    column = [line for line in _column(lines, at, end) if id(line) not in taken]
    titles = _titles(column)
    rest = column[len(titles) :]
    name_at = next(
        (at for at, line in enumerate(rest) if line.text and not reads_as("hint", line.text)), None
    )
    name = rest[name_at] if name_at is not None and _is_name(rest[name_at]) else None
    authority = [line for line in titles[:1] if not reads_as("hint", line.text)]
    below = [line for line in titles[1:] if not reads_as("hint", line.text)]
    position = [line for line in below if reads_as("position", line.text.upper())]
    return Signature(
        (*authority, *(line for line in below if line not in position)),
        tuple(position),
        _gap(titles, rest[:name_at], name) if name is not None else None,
        name,
    )


def _column(lines: Sequence[Line], at: int, end: int) -> Iterator[Line]:
    """Yield the lines of one signature: its column of the table, or the lines up to the next."""
    first = lines[at]
    for line in lines[at:]:
        if first.place is None:
            if line is lines[min(end, len(lines) - 1)] and line is not first and end < len(lines):
                return
            if line.place is None:
                yield line
        elif line.place is None or line.place.table != first.place.table:
            return
        elif line.place.column == first.place.column and line.place.row >= first.place.row:
            if line is not first and _starts_anew(line, lines, end):
                return
            yield line


def _starts_anew(line: Line, lines: Sequence[Line], end: int) -> bool:
    return end < len(lines) and line is lines[end]


def _titles(column: Sequence[Line]) -> list[Line]:
    """Return the lines on top that are written in capitals, and the hint in brackets below them."""
    found: list[Line] = []
    for line in column:
        is_hint = reads_as("hint", line.text) is not None
        is_title = line.text == line.text.upper() or reads_as("position", line.text.upper()) is not None
        if line.is_empty or not (is_hint or is_title or not found):
            break
        found.append(line)
    return found


def _is_name(line: Line) -> bool:
    return len(line.text.split()) <= _NAME_WORDS and not any(char.isdigit() for char in line.text)


def _gap(titles: Sequence[Line], blank: Sequence[Line], name: Line) -> int | None:
    """Return how many lines are left for the signature; None where rows or a picture make the room."""
    rows = {line.place.row for line in (*titles[-1:], *blank, name) if line.place}
    if len(rows) > 1 or any(line.pictured for line in blank):
        return None
    around = [*titles[-1:], *blank, name]
    extra = sum(max(upper.after_pt, lower.before_pt) for upper, lower in pairwise(around))
    return len(blank) + int(extra // _GAP_PT)
