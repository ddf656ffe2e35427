"""Dates as party papers write them (documents-and-meetings.md 1.12)."""

from __future__ import annotations

import datetime as dt

from app.papers.wording import wording

_MONTHS_WITH_ZERO = 2


def paper_date(day: dt.date) -> str:
    """Return "ngày 03 tháng 02 năm 2026": a zero before days 1–9 and months 1 and 2 only."""
    return wording("shared").text("date", day=f"{day:%d}", month=_month(day), year=str(day.year))


def blank_date(year: int) -> str:
    """Return the date of a paper whose day and month a pen will write."""
    return wording("shared").text("no_date", year=str(year))


def short_date(day: dt.date) -> str:
    """Return "09/6/2025", "18/01/2022", as running text writes a date."""
    return f"{day:%d}/{_month(day)}/{day.year}"


def _month(day: dt.date) -> str:
    return f"{day.month:02d}" if day.month <= _MONTHS_WITH_ZERO else str(day.month)
