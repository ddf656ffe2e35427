"""How a matter with a day stands: overdue in words and by how many days, due, done."""

from __future__ import annotations

import datetime as dt

from ui.texts import commitments as words


def said_day(day: dt.date | None) -> str:
    """Return a day as lists show it; empty where it is not known."""
    return words.DAY.format(date=day) if day else ""


def said_due(day: dt.date | None) -> str:
    """Return until when a matter is to be done."""
    return words.DUE.format(day=said_day(day)) if day else ""


def said_overdue(day: dt.date | None, today: dt.date) -> str:
    """Return by how many days an open matter is late; empty where it is not."""
    return words.OVERDUE.format(count=(today - day).days) if day and day < today else ""
