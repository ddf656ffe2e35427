"""Whether the recovery code is on paper: belongs to the keys and not to a year."""

from __future__ import annotations

from app.rules.missing import Missing


def missing_code(*, is_on_paper: bool, is_practice: bool) -> tuple[Missing, ...]:
    """Return the line that asks for a code which is known to be on paper; practice data need none."""
    if is_on_paper or is_practice:
        return ()
    return (Missing("recovery.not_on_paper", "settings", "block", subject="recovery"),)
