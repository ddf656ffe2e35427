"""One way of placing tones in one paper: uỷ or ủy, hoá or hóa (1.12)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from app.papers.layout_check.found import Found, ruled
from app.papers.layout_check.model import Line
from app.papers.layout_check.parts import Paper
from app.papers.layout_check.recognised import words
from app.papers.styles import Profile

_WORD = re.compile(r"[^\W\d_]+")


def check(paper: Paper, _profile: Profile) -> Iterator[Found]:
    """Yield the words in the fashion that the paper uses less, when it uses both."""
    used: dict[bool, list[tuple[str, Line]]] = {True: [], False: []}
    for line in paper.file.lines:
        for word in _WORD.findall(line.text):
            fashion = _fashion(word)
            if fashion is not None and _counts(word):
                used[fashion].append((word, line))
    if used[True] and used[False]:
        fewer = used[len(used[True]) < len(used[False])]
        more = used[len(used[True]) >= len(used[False])]
        common = Counter(word.lower() for word, _ in more).most_common(1)[0][0]
        for word, line in fewer:
            yield ruled("tone", "mixed", line, found=word, other=common)


def _fashion(word: str) -> bool | None:
    """Return whether the syllable ends in the older fashion, False for the newer, None for neither."""
    low = word.lower()
    if low.startswith("qu"):
        return None
    older, newer = _endings()
    if low.endswith(older):
        return True
    return False if low.endswith(newer) else None


def _counts(word: str) -> bool:
    """Return whether the word is one of the language: names are written as their bearers do."""
    return word.islower() or word.isupper() or word.lower() in words()["tones"]["common"]


@lru_cache(maxsize=1)
def _endings() -> tuple[tuple[str, ...], tuple[str, ...]]:
    pairs = [pair.split() for pair in words()["tones"]["pairs"]]
    return tuple(old for old, _ in pairs), tuple(new for _, new in pairs)
