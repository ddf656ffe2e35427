"""The drafts of small records: one for each record and one for a new record of each owner."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from app.services.drafts import DraftService
from ui.forms.record_kind import Owner
from ui.forms.record_values import Values

NEW = "new"
"""Stands for a record that is not there yet."""
_OWNER, _YEAR = "draft_owner", "draft_year"
_BETWEEN = ":"


class RecordPlace(NamedTuple):
    """A record of a kind, or a new one (`NEW`), and whose it is."""

    kind: str
    record: str
    owner: str = ""

    def text(self) -> str:
        """Return the place as pages hand it on (`Page.open_at`, `Here.subject`)."""
        return _BETWEEN.join(self)


def read_place(text: str) -> RecordPlace | None:
    """Return the place that a page's subject stands for, or None where it is a uid or nothing."""
    parts = text.split(_BETWEEN)
    return RecordPlace(*parts) if len(parts) == len(RecordPlace._fields) else None


def read_draft(form: str, subject: str, draft: Mapping[str, object]) -> tuple[RecordPlace, int] | None:
    """Return whose draft it is and of which year; None where it does not say."""
    owner, year = draft.get(_OWNER), draft.get(_YEAR)
    if not isinstance(owner, str) or not isinstance(year, int):
        return None
    return RecordPlace(form, NEW if subject.startswith(NEW) else subject, owner), year


class RecordDrafts:
    """What was typed into the forms of one kind and is not saved."""

    def __init__(self, drafts: DraftService, form: str) -> None:
        self._drafts = drafts
        self._form = form

    def keep(self, owner: Owner, record: str, values: Values) -> None:
        """Put what stands in a form on the disk; raises as `DraftService.keep` does."""
        # The owner's uid is in the text, so that erasing him takes the draft along.
        said = {**values, _OWNER: owner.uid, _YEAR: owner.year}
        self._drafts.keep(self._form, _subject(owner, record), said)

    def find(self, owner: Owner, record: str) -> Values:
        """Return what was typed and not saved; empty where nothing was."""
        kept = self._drafts.find(self._form, _subject(owner, record)) or {}
        return {name: value for name, value in kept.items() if name not in {_OWNER, _YEAR}}

    def drop(self, owner: Owner, record: str) -> None:
        """Forget it: it is saved, or given up."""
        self._drafts.drop(self._form, _subject(owner, record))

    def waiting(self, owner: Owner) -> frozenset[str]:
        """Return the records with a draft; `NEW` where a new one of `owner` was begun."""
        subjects = {one.subject for one in self._drafts.waiting() if one.form == self._form}
        begun = {NEW} if _subject(owner, NEW) in subjects else set[str]()
        return frozenset(subjects | begun)


def _subject(owner: Owner, record: str) -> str:
    return f"{NEW}-{owner.year}-{owner.uid}" if record == NEW else record
