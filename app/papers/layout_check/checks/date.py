"""Place and date (1.3, 1.12): "Tiên Phong, ngày 03 tháng 02 năm 2026"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from app.papers.layout_check.found import Found, ruled
from app.papers.layout_check.model import Line
from app.papers.layout_check.parts import Paper, Sort
from app.papers.layout_check.recognised import reads_as
from app.papers.styles import Profile

_MONTHS_WITH_ZERO = 2
_FIGURES = 2
_LEAP = 2000


def check(paper: Paper, _profile: Profile) -> Iterator[Found]:
    """Yield what is wrong with place and date."""
    line = paper.head.place_date
    if line is None:
        if paper.sort in {Sort.TYPED, Sort.LETTER, Sort.MINUTES}:
            yield ruled("place_date", "missing")
        return
    match = reads_as("date", line.text)
    if match is None:
        yield ruled("place_date", "form", line, found=line.text)
        return
    if not match["place"].strip():
        yield ruled("place_date", "place", line)
    elif not match["comma"].strip():
        yield ruled("place_date", "comma", line)
    if _figures(match):
        yield from zeros(match, line, "place_date", "zero")


def zeros(match: re.Match[str], line: Line, component: str, what: str) -> Iterator[Found]:
    """Yield that a date has a zero too few or too many; that the date of the paper is impossible."""
    day, month = match["day"].strip(), match["month"].strip()
    year = match["year"].strip() if "year" in match.groupdict() else ""
    try:
        written = dt.date(int(year) if year.isdigit() and int(year) else _LEAP, int(month), int(day))
    except ValueError:
        if year:
            yield ruled(component, "impossible", line, found=f"{day}/{month}/{year}")
        return
    wanted_month = month.lstrip("0").zfill(_FIGURES if written.month <= _MONTHS_WITH_ZERO else 1)
    if len(day) != _FIGURES or month != wanted_month:
        yield ruled(component, what, line, day=f"{written.day:02d}", month=wanted_month)


def _figures(match: re.Match[str]) -> bool:
    return match["day"].strip().isdigit() and match["month"].strip().isdigit()
