"""Whether the date of the computer can be right, by the last thing written before this sitting (I07).

Nothing is refused for it: what is written goes by its order in the journal, backups by their number.
"""

from __future__ import annotations

import datetime as dt

from app.rules.missing import Missing

_ZONES = dt.timedelta(days=1)
"""A journey or a changed time zone moves the date by so much without any fault."""
_LONG = dt.timedelta(days=400)
"""The work of a cell returns every year; who comes later has rather a wrong clock."""


def missing_clock(last_written: dt.date | None, today: dt.date) -> tuple[Missing, ...]:
    """Return the line that tells of a clock behind what was written, or far ahead of it."""
    if last_written is None:
        return ()
    apart = today - last_written
    if -apart > _ZONES:
        return (Missing("clock.behind", "settings", subject="backup", params={"days": -apart.days}),)
    if apart > _LONG:
        return (Missing("clock.ahead", "settings", "note", subject="backup", params={"days": apart.days}),)
    return ()
