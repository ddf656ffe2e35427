"""The kinds of paper that a secretary can prepare, and whom and what each can be about in a year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.domain.outgoing_papers import OutgoingPaper
from app.papers import KINDS, Scope, kind
from app.papers.abouts import About, Named, abouts, named_in
from app.papers.kind import Group
from app.papers.review import rules_of
from app.storage.database import Database
from app.storage.queries.review_year import review_year

__all__ = ["NOT_ENTERED", "About", "KindOffered", "Named", "OfferedKinds"]

NOT_ENTERED = frozenset({"contents_list", "handover_slip"})
"""Kinds that the package makes by itself."""


@dataclass(frozen=True, slots=True)
class KindOffered:
    """A kind of paper as windows offer it; `type_code` is empty for papers without a number."""

    code: str
    title: str
    type_code: str
    scope: Scope
    fields: tuple[str, ...]
    """Which fields of a paper it prints; no other is asked for."""
    group: Group = Group.WRITE
    """The step of the year in which it is written."""

    @property
    def is_about_one(self) -> bool:
        """Return whether each paper is about somebody or something, so that it has to be said of whom."""
        return self.scope is not Scope.YEAR


class OfferedKinds:
    """What can be prepared in the open database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def kinds(self, year: int | None = None) -> tuple[KindOffered, ...]:
        """Return the kinds that a secretary can prepare, called as the rules of `year` call them."""
        terms = rules_of(review_year(self._database, year)).terms if year else {}
        offered = (one for one in KINDS if one.code not in NOT_ENTERED)
        return tuple(
            KindOffered(
                one.code,
                one.title_in(terms) if terms else one.title,
                one.type_code,
                one.scope,
                one.fields,
                one.group,
            )
            for one in offered
        )

    def abouts(self, kind_code: str, year: int) -> tuple[About, ...]:
        """Return whom and what papers of a kind can be about in `year`; none is named for the whole cell."""
        return abouts(kind(kind_code), review_year(self._database, year))

    def named(self, year: int, papers: Iterable[OutgoingPaper]) -> Mapping[str, Named]:
        """Return by uid whom or what papers of `year` are about, as a list calls it."""
        return named_in(review_year(self._database, year), [(kind(one.kind), one) for one in papers])
