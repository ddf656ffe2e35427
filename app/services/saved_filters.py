"""The secretary's own filters: kept under a name, renamed, deleted; each act is one undo step."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.checking import checked, refuse_errors
from app.domain.saved_filters import SavedFilter, SavedFilterDraft, name_problems
from app.domain.types import new_uid
from app.storage.database import Database


class SavedFilterService:
    """The filters kept in the open database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def list(self, list_name: str) -> tuple[SavedFilter, ...]:
        """Return the filters of a list by name, in Vietnamese order."""
        with self._database.read() as reader:
            return tuple(reader.rows(SavedFilter, list_name=list_name))

    def add(self, values: Mapping[str, object]) -> SavedFilter:
        """Keep a filter and return it; raises `Invalid` for a name that is empty or taken."""
        draft = checked(SavedFilterDraft, values)
        kept = SavedFilter(uid=new_uid(), **draft.model_dump())
        with self._database.write("saved_filter.add") as work:
            refuse_errors(name_problems(draft, work.rows(SavedFilter)))
            work.add(kept)
        return kept

    def change(self, uid: str, values: Mapping[str, object]) -> SavedFilter:
        """Give a filter other conditions or another name; raises `Invalid`, `NotFound`."""
        with self._database.write("saved_filter.edit") as work:
            current = work.get(SavedFilter, uid)
            facts = current.model_dump(exclude={"uid", "rev"})
            draft = checked(SavedFilterDraft, {**facts, **values})
            others = [one for one in work.rows(SavedFilter) if one.uid != uid]
            refuse_errors(name_problems(draft, others))
            return work.change(SavedFilter, uid, current.rev, **draft.model_dump())

    def remove(self, uid: str) -> None:
        """Delete a filter; undo brings it back. Raises `NotFound`."""
        with self._database.write("saved_filter.remove") as work:
            work.remove(SavedFilter, uid)
