"""What was typed about somebody whose entry is merged away goes on in the form of the entry that stays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from app.domain.members import MemberFields
from app.domain.people import ENTRIES, Person
from app.domain.types import Owned, show_date
from app.services.drafts import DraftService

MERGED_FROM = "merged_from"
"""Beside the fields of such a draft: the name of whose entry it was begun in."""


def carry_draft(drafts: DraftService, form: str, before: tuple[Person, Person], kept: Person) -> None:
    """Hand the draft of the second of `before` on to `kept`, as the first of them is after the merge.

    Only what was typed goes on, so that nothing merged is covered by what merely stood in the form. Where
    both forms were begun and say one thing otherwise, the draft of the entry in the trash stays there too.
    """
    own, other = (drafts.find(form, one.uid) or {} for one in before)
    if not other:
        return
    mine, theirs = _typed(own, before[0]), _typed(other, before[1])
    lists = {name: list(_entries(name, kept, (own, before[0]), (other, before[1]))) for name in ENTRIES}
    lists = {
        name: lines for name, lines in lists.items() if any(_is_typed(one, name, before) for one in lines)
    }
    if mine or theirs or lists:
        drafts.keep(form, kept.uid, {**theirs, **mine, **lists, MERGED_FROM: before[1].member.full_name})
    if not any(name in mine and mine[name] != value for name, value in theirs.items()):
        drafts.drop(form, before[1].uid)


def _typed(draft: Mapping[str, object], stored: Person) -> dict[str, object]:
    """Return the plain fields that a draft says otherwise than what is stored."""
    return {
        name: value
        for name, value in draft.items()
        if name in MemberFields.model_fields and not _same(value, getattr(stored.member, name))
    }


def _entries(
    name: str, kept: Person, *drafts: tuple[Mapping[str, object], Person]
) -> Iterator[dict[str, Any]]:
    """Yield the lines of a list as they are stored, changed and added to as the drafts say."""
    lines = [line for draft, _stored in drafts for line in _lines(draft.get(name))]
    changed = {str(line.get("uid")): line for line in lines if line.get("uid")}
    for record in getattr(kept, name):
        line = changed.get(record.uid)
        yield line if line and not _says(line, record) else _as_line(name, record)
    yield from (line for line in lines if not line.get("uid"))


def _is_typed(line: Mapping[str, object], name: str, before: Iterable[Person]) -> bool:
    records = [record for one in before for record in getattr(one, name) if record.uid == line.get("uid")]
    return not records or not _says(line, records[0])


def _lines(value: object) -> list[dict[str, Any]]:
    return [line for line in value if isinstance(line, dict)] if isinstance(value, list) else []


def _as_line(name: str, record: Owned) -> dict[str, Any]:
    return record.model_dump(mode="json", include=set(ENTRIES[name].model_fields))


def _says(line: Mapping[str, object], record: Owned) -> bool:
    return all(_same(value, getattr(record, name, "")) for name, value in line.items())


def _same(typed: object, stored: object) -> bool:
    """Return whether a field holds what is stored; dates stand in a form as people write them."""
    said, kept = str(typed or ""), str(stored or "")
    return said in {kept, show_date(kept)}
