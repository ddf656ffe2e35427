"""Who has lain in the trash for the 30 days: proposed to be erased for good, never erased unasked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from app.domain.members import Member, days_left_in_trash
from app.rules.missing import Missing


def missing_trash(members: Iterable[Member], today: dt.date) -> tuple[Missing, ...]:
    """Return the line that names those of `members` whose days in the trash are over."""
    overdue = tuple(one for one in members if one.trashed_on and days_left_in_trash(one, today) <= 0)
    return (Missing("member.trash_overdue", "members", "note", overdue, subject="trash"),) if overdue else ()
