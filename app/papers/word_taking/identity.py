"""Whether a Word file is a later version of the paper it is taken for, or of another one."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from app.common.text import fold
from app.errors import Refused
from app.papers.layout_check.locate import located
from app.papers.layout_check.reader import read
from app.papers.word_reading import WordReading, texts

_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_LEAST_SHARE = 0.35
"""Of the words of our paper so many at least stand in any corrected version of it."""
_LEAST_RENAMED = 0.6
"""So many where the type has a name that no paper is known by: a cell may have named it so before."""
_FEW_WORDS = 30
_SAME_NAME = 0.6
_TOP = 25
"""Paragraphs from the top among which a paper says whom it is about."""


@dataclass(frozen=True, slots=True)
class Persons:
    """Whom the paper is about, if anybody, and all others it could be about."""

    about: str = ""
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Types:
    """By which names of their type papers of this kind are known, and those of all other kinds."""

    mine: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()


NO_TYPES = Types()


@dataclass(frozen=True, slots=True)
class _Head:
    issuer: str
    type_name: str
    years: frozenset[str]


def refuse_another(
    ours: tuple[bytes, WordReading], theirs: tuple[bytes, WordReading], who: Persons, types: Types
) -> None:
    """Return when the file can be a later version of the paper.

    Raises `Refused` L-352 for another type of paper, L-353 for one of another year, L-354 of another cell,
    L-355 about another person, L-356 for a text that has little in common, L-357 for one without any text.
    """
    if not any(para.text for para in texts(theirs[1].sections)):
        raise Refused("L-357")
    mine, found = _head(ours[0]), _head(theirs[0])
    share = _share(ours[1], theirs[1])
    if mine.type_name and not _may_be_called(found.type_name, mine.type_name, types, share):
        raise Refused("L-352", found=found.type_name, wanted=mine.type_name)
    if mine.years and found.years and not mine.years & found.years:
        raise Refused("L-353", found=", ".join(sorted(found.years)), wanted=", ".join(sorted(mine.years)))
    if mine.issuer and found.issuer and _shared(mine.issuer, found.issuer) < _SAME_NAME:
        raise Refused("L-354", found=found.issuer, wanted=mine.issuer)
    _refuse_other_person(theirs[1], who)
    if share < _LEAST_SHARE:
        raise Refused("L-356", percent=round(100 * share))


def _may_be_called(found: str, mine: str, types: Types, share: float) -> bool:
    """Return whether a file of the type `found` may be of this kind: a cell changes the words for it."""
    name = fold(found)
    if not name or name in {fold(mine), *map(fold, types.mine)}:
        return True
    return name not in set(map(fold, types.others)) and share >= _LEAST_RENAMED


def _head(data: bytes) -> _Head:
    paper = located(read(data))
    title = paper.title
    lines = [title.type_name, *title.subject] if title.type_name else []
    words = " ".join(line.text for line in lines if line)
    issuer = " ".join(line.text for line in paper.head.issuer)
    kind = title.type_name.text if title.type_name else ""
    return _Head(issuer, kind, frozenset(_YEAR.findall(words)))


def _shared(one: str, other: str) -> float:
    words, others = Counter(fold(one).split()), Counter(fold(other).split())
    return (words & others).total() / max(words.total(), others.total(), 1)


def _refuse_other_person(theirs: WordReading, who: Persons) -> None:
    top = " ".join(para.text for para in list(texts(theirs.sections))[:_TOP]).casefold()
    if not who.about or who.about.casefold() in top:
        return
    other = next((name for name in who.others if name != who.about and name.casefold() in top), "")
    if other:
        raise Refused("L-355", found=other, wanted=who.about)


def _share(ours: WordReading, theirs: WordReading) -> float:
    """Return how much of the words of our paper stands in the file; all of it of a paper of few words."""
    mine, found = (
        Counter(word for para in texts(one.sections) for word in fold(para.text).split())
        for one in (ours, theirs)
    )
    return (mine & found).total() / mine.total() if mine.total() >= _FEW_WORDS else 1.0
