"""The list of members as data: columns, filters in words, and what the secretary should mind."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from app.common.text import name_key
from app.domain.members import Member, lacking_facts
from app.domain.types import show_date
from ui.models.record_table import Column
from ui.texts import members as words
from ui.theme.signs import State


def lacked(member: Member) -> str:
    """Return the unknown facts in words ("ngày sinh, số thẻ")."""
    return ", ".join(words.LACKED[name] for name in lacking_facts(member))


def _notice(member: Member) -> str:
    if member.trashed_on:
        return words.TRASHED_SINCE.format(date=f"{member.trashed_on:%d/%m}")
    facts = lacked(member)
    said = [] if member.is_official else [words.PROBATION]
    said += [words.LACKS.format(facts=facts)] if facts else []
    text = "; ".join(said)
    return text[:1].upper() + text[1:]


def _notice_state(member: Member) -> State | None:
    return State.LACKING if lacking_facts(member) and not member.trashed_on else None


COLUMNS: Final = (
    Column[Member](
        "full_name",
        words.NAME,
        lambda one: one.full_name,
        width=172,
        sort=lambda one: name_key(one.full_name),
        searched=True,
    ),
    Column[Member]("post", words.POST, lambda one: one.post, width=122, searched=True),
    Column[Member](
        "born_on", words.BORN, lambda one: show_date(one.born_on), width=100, sort=lambda one: one.born_on
    ),
    Column[Member](
        "admitted_on",
        words.ADMITTED,
        lambda one: show_date(one.admitted_on),
        width=116,
        sort=lambda one: one.admitted_on,
    ),
    Column[Member](
        "notice",
        words.NOTICE,
        _notice,
        state=_notice_state,
        tone=lambda one: "" if lacking_facts(one) and not one.trashed_on else "soft",
    ),
)
FIRST_TO_GO: Final = ("post", "admitted_on", "born_on")
"""The columns that give way on narrow windows, in this order."""

CONDITIONS: Final[dict[str, Callable[[Member], bool]]] = {
    "all": lambda one: one.trashed_on is None,
    "official": lambda one: one.trashed_on is None and one.is_official,
    "probation": lambda one: one.trashed_on is None and not one.is_official,
    "lacking": lambda one: one.trashed_on is None and bool(lacking_facts(one)),
    "trash": lambda one: one.trashed_on is not None,
}
