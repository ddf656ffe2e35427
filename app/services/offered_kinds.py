"""The kinds of paper that a secretary can prepare, and whom and what each can be about in a year."""

from __future__ import annotations

from dataclasses import dataclass

from app.papers import KINDS, Scope, kind
from app.papers.abouts import About, abouts
from app.storage.database import Database
from app.storage.queries.review_year import review_year

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


class OfferedKinds:
    """What can be prepared in the open database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def kinds(self) -> tuple[KindOffered, ...]:
        """Return the kinds that a secretary can prepare."""
        offered = (one for one in KINDS if one.code not in NOT_ENTERED)
        return tuple(
            KindOffered(one.code, one.title, one.type_code, one.scope, one.fields) for one in offered
        )

    def abouts(self, kind_code: str, year: int) -> tuple[About, ...]:
        """Return whom and what papers of a kind can be about in `year`; none is named for the whole cell."""
        return abouts(kind(kind_code), review_year(self._database, year))
