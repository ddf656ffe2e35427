"""A short code for a bug, the same on every laptop, to be read out on the telephone."""

from __future__ import annotations

import hashlib

_LINE_NUMBER_AFTER = ":"
_DIGITS = 4


def bug_code(report: str) -> str:
    """Return the code of a bug whose `report` was made by `exception_report`: ``K-3F2A``.

    Line numbers do not count, so that the code outlives small changes of the program.
    """
    lines = (line.partition(_LINE_NUMBER_AFTER) for line in report.splitlines())
    where = "\n".join(f"{file} {rest.partition(' ')[2]}" for file, _, rest in lines)
    return f"K-{hashlib.sha256(where.encode()).hexdigest()[:_DIGITS].upper()}"
