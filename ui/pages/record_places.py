"""Where the draft of a small record is gone on with: on the page that has its list, at its form."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import NamedTuple

from app.bootstrap import Core
from app.errors import NotFound
from app.services import year_frames
from ui.forms.record_drafts import NEW, read_draft
from ui.pages import letter_kinds
from ui.texts import start_notes as words
from ui.texts.record_book import RecordWords


class RecordDraftPlace(NamedTuple):
    """What a draft is of in words, the subject for its page, and its year."""

    title: str
    subject: str
    year: int


def record_place(form: str, told: RecordWords) -> Callable[[Core, str], RecordDraftPlace | None]:
    """Return what finds the place of a draft of the kind `form`; None where its record is gone."""

    def place(core: Core, subject: str) -> RecordDraftPlace | None:
        found = read_draft(form, subject, core.drafts.find(form, subject) or {})
        if found is None:
            return None
        at, year = found
        if at.record != NEW and not _is_there(core, at.record, year):
            return None
        what = told.new() if at.record == NEW else told.look()
        who = _name(core, at.owner)
        title = words.RECORD_OF.format(what=what, name=who) if who else what
        return RecordDraftPlace(title, at.text(), year)

    return place


def _is_there(core: Core, uid: str, year: int) -> bool:
    """Return whether the record can be gone on with, stored or standing there by rule."""
    whole = core.review.whole(year)
    if uid.startswith(year_frames.UNWRITTEN):
        return bool(whole.cycles)
    uid = uid.removeprefix(letter_kinds.UNWRITTEN)
    lists = (getattr(whole, field.name) for field in dataclasses.fields(whole))
    return any(one.uid == uid for records in lists if isinstance(records, tuple) for one in records)


def _name(core: Core, owner: str) -> str:
    """Return the name of the member that the records are about; empty where they are about something else."""
    try:
        return core.members.get(owner).full_name if owner else ""
    except NotFound:
        return ""
