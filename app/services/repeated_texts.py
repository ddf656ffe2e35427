"""Whose text agrees with another's or last year's; for the secretary alone (rulings.md 2.6; R2-11)."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.common.jobs import Jobs
from app.common.progress import NoProgress, Progress
from app.domain.targets import COLLECTIVE
from app.rules.finding_words import listed, word
from app.storage.database import Database
from app.storage.queries.review_year import review_year
from app.year.review_year import ReviewYear

JOB = "compare_texts"
YEARS_BACK = 2
"""So many years before the one of the review are looked at as well."""
PAPERS_NAMED = 3
"""So many other papers are named beside a member; where all copied one model nobody reads sixty names."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of one paper: whose it is (a member or a target), the year, the section, its words."""

    owner: str
    year: int
    section: str
    text: str


@dataclass(frozen=True, slots=True)
class SharedPassage:
    """Two passages that are equal or nearly so; `likeness` from 0 to 1."""

    one: Passage
    other: Passage
    likeness: float


class RepeatedTextService:
    """Compares what was written in the year, and with the years before; keeps nothing."""

    def __init__(self, database: Database, jobs: Jobs) -> None:
        self._database = database
        self._jobs = jobs

    def compare(self, year: int, progress: Progress | None = None) -> tuple[SharedPassage, ...]:
        """Return the passages of `year` that another paper has as well, the most alike first.

        Raises what the job raises, and `Cancelled` when `progress` asked to stop.
        """
        texts = [one for back in range(YEARS_BACK + 1) for one in self._texts(year - back)]
        payload = json.dumps(texts, ensure_ascii=False).encode()
        told, pairs = json.loads(self._jobs.run(JOB, payload, progress or NoProgress()))
        passages = [Passage(*one) for one in told]
        shared = (SharedPassage(passages[one], passages[other], alike) for one, other, alike in pairs)
        return tuple(one for one in shared if year in {one.one.year, one.other.year})

    def _texts(self, year: int) -> Iterator[tuple[str, int, str, str]]:
        whole = review_year(self._database, year)
        owners = {one.uid: one.member_uid for one in whole.self_reviews}
        # The report stands there as draft and as final version: one paper, compared once.
        owners |= {one.uid: COLLECTIVE for one in whole.collective_reports}
        known = (one for one in whole.section_texts if one.owner in owners)
        return ((owners[one.owner], year, one.section, one.text) for one in known)


def in_words(shared: tuple[SharedPassage, ...], whole: ReviewYear) -> Mapping[str, str]:
    """Return by uid of the member, in words, with what his text of this year agrees (rulings.md 8, R2-11)."""
    names = {one.uid: one.full_name for one in whole.members}
    found: dict[str, Counter[tuple[str, int]]] = {}
    for pair in shared:
        for mine, other in ((pair.one, pair.other), (pair.other, pair.one)):
            if mine.year == whole.year and mine.owner in names:
                found.setdefault(mine.owner, Counter())[_paper(mine, other)] += 1
    return {uid: _listed(uid, counts, names) for uid, counts in found.items()}


def _paper(mine: Passage, other: Passage) -> tuple[str, int]:
    """Return whose paper the other is, and of which year where it is one's own."""
    return other.owner, other.year if other.owner == mine.owner else 0


def _listed(uid: str, counts: Counter[tuple[str, int]], names: Mapping[str, str]) -> str:
    """Return the papers with the most passages in words, and how many more there are."""
    said = [
        word("texts.shared", count=count, other=_called(uid, *paper, names))
        for paper, count in counts.most_common(PAPERS_NAMED)
    ]
    more = len(counts) - PAPERS_NAMED
    return listed([*said, word("texts.more", count=more) if more > 0 else ""])


def _called(uid: str, owner: str, year: int, names: Mapping[str, str]) -> str:
    if owner == uid:
        return word("texts.own_of_year", year=year)
    if owner == COLLECTIVE:
        return word("texts.of_collective")
    return word("texts.of_member", name=names.get(owner, ""))
