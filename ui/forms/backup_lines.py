"""A backup set as a line of a list: when it was made, what is in it, why it was made, whether it is good."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from app.services.backups import BackupSet
from ui.models.record_table import Column, RecordTable
from ui.texts import key_change
from ui.texts import settings as words
from ui.theme.signs import State
from ui.widgets.two_line_view import Lines

MEGABYTE = 1_000_000


def table_of_sets(say: Callable[[BackupSet], Lines]) -> RecordTable[BackupSet]:
    """Return a list of sets, the newest first by their number, whatever the clock said then."""

    def read(one: BackupSet) -> str:
        said = say(one)
        return f"{said.first}, {said.second}"

    newest_first = Column[BackupSet](
        "set", words.BACKUPS, read, sort=lambda one: (-one.number, -made_at(one).timestamp())
    )
    return RecordTable([newest_first], lambda one: one.name)


def made_at(made: BackupSet) -> dt.datetime:
    """Return when a set was made, by the clock of the room."""
    return dt.datetime.fromisoformat(made.made_at).astimezone()


def content(chosen: BackupSet) -> str:
    """Return in words what is in a set."""
    counts = chosen.content.counts
    return words.CONTENT.format(members=counts.get("member", 0), papers=counts.get("outgoing_paper", 0))


def words_of(one: BackupSet) -> str:
    """Return when a set was made and what is in it, for a sentence."""
    return words.SET_WORDS.format(at=made_at(one), content=content(one))


def lines(one: BackupSet, *, is_former: bool = False, is_damaged: bool = False) -> Lines:
    """Return the two lines of a set; `is_former` is one from before Đổi khóa."""
    said = [content(one), words.REASONS.get(one.reason, words.OTHER_REASON)]
    if is_former:
        said.append(key_change.FORMER_SET)
    if is_damaged:
        said.insert(0, words.DAMAGED_SET)
    return Lines(
        first=words.MADE_AT.format(at=made_at(one)),
        aside=words.SIZE.format(size=f"{one.size / MEGABYTE:.1f}".replace(".", ",")),
        second=" · ".join(said),
        state=State.BLOCKED if is_damaged else State.DONE,
    )
