"""Whether a Word file is rather that of another paper of the same kind than of the one it is taken for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from app.papers.word_reading import WordReading, texts

NONE = -1
_SURER = 2
"""How many times as much must speak for the other paper as for this one."""


def nearest_other(ours: WordReading, theirs: WordReading, others: Sequence[WordReading]) -> int:
    """Return the place of the paper among `others` that the file is nearly surely of, `NONE` without one.

    What both papers say speaks for neither; what only one of them says does, line by line.
    """
    lines, mine = _lines(theirs), _lines(ours)
    found = [(_speaks(lines, _lines(other), mine), at) for at, other in enumerate(others)]
    surest, at = max(found, default=(0, NONE))
    return at if surest > 0 else NONE


def _speaks(lines: Counter[str], other: Counter[str], mine: Counter[str]) -> int:
    for_other, for_mine = ((lines & (one - two)).total() for one, two in ((other, mine), (mine, other)))
    return for_other - for_mine if for_other > _SURER * for_mine else 0


def _lines(reading: WordReading) -> Counter[str]:
    return Counter(para.text for para in texts(reading.sections) if para.text)
