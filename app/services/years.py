"""The years that the cell works in; a whole year as JSON, out and in."""

from __future__ import annotations

from typing import Any

from app.common.clock import Clock
from app.domain.backup_policy import Protect
from app.domain.cells import Cell, WorkYear
from app.domain.checking import checked
from app.domain.members import Member
from app.domain.references import MEMBER, pointers
from app.domain.types import Record, new_uid
from app.errors import Refused
from app.services.loaded_years import read_year
from app.storage.database import Database
from app.storage.queries.about import about
from app.storage.queries.review_year import review_year
from app.storage.store import Work
from app.year import dump as codec
from app.year.review_year import ReviewYear


class YearService:
    """The work years of the open database."""

    def __init__(self, database: Database, clock: Clock, protect: Protect) -> None:
        self._database = database
        self._clock = clock
        self._protect = protect

    def list(self) -> tuple[int, ...]:
        """Return the years, the latest first."""
        with self._database.read() as reader:
            return tuple(sorted((one.year for one in reader.rows(WorkYear)), reverse=True))

    def open(self, year: int) -> None:
        """Make `year` one of the cell's years; does nothing when it is one already. Raises `Invalid`."""
        with self._database.write("year.open") as work:
            _open(work, year)

    def whole(self, year: int) -> ReviewYear:
        """Return everything of `year`; raises `Refused` L-525 when the cell has no such year."""
        if year not in self.list():
            raise Refused("L-525", year=year)
        return review_year(self._database, year, files=True)

    def dump(self, year: int) -> str:
        """Return the whole year as JSON text: not encrypted, for this laptop only (rulings.md 7)."""
        return codec.dump(self.whole(year))

    def load(self, text: str, *, replace: bool = False) -> int:
        """Store a dumped year as one step and return which year it is.

        `replace` makes the stored year equal to the dumped one: what is not in it goes into the trash. Raises
        `Refused`: L-521, L-522, L-527, L-528, L-559 for the text, L-523 when the year is there and `replace`
        is not asked for, L-524 when it belongs to another cell, L-526 when two members would share a card
        number; what the backup before it raises.
        """
        loaded = read_year(text)
        self._protect("load")
        with self._database.write("year.load") as work:
            (cell,) = work.rows(Cell)
            if cell.uid != loaded.cell.uid:
                raise Refused("L-524", name=loaded.cell.name)
            if work.count(WorkYear, year=loaded.year) and not replace:
                raise Refused("L-523", year=loaded.year)
            _open(work, loaded.year)
            _put(work, cell, loaded.cell)
            for name, kind in codec.record_lists().items():
                records: tuple[Record, ...] = getattr(loaded, name)
                _put_list(work, kind, records)
            if replace:
                self._make_equal(work, loaded)
            _refuse_shared_cards(work)
        return loaded.year

    def _make_equal(self, work: Work, loaded: ReviewYear) -> None:
        """Leave out what the loaded year does not hold; members in the trash keep what is about them."""
        self._leave_out(work, Member, {member.uid for member in loaded.members}, loaded.year)
        trashed = [member.uid for member in work.rows(Member) if member.trashed_on]
        waiting = {record.uid for uid in trashed for record in about(work, uid)}
        for name, kind in codec.record_lists().items():
            if kind is not Member:
                held = {record.uid for record in getattr(loaded, name)}
                self._leave_out(work, kind, held | waiting, loaded.year)

    def _leave_out(self, work: Work, kind: type[Record], kept: set[str], year: int) -> None:
        """Trash what is not to be kept of a year; what has no trash goes, and undo brings it back."""
        for record in work.rows(kind):
            if record.uid in kept or getattr(record, "year", year) != year:
                continue
            if not _has_trash(kind):
                work.remove(kind, record.uid)
            elif not dict(record)["trashed_on"]:
                work.change(kind, record.uid, record.rev, trashed_on=self._clock.today())


def _open(work: Work, year: int) -> None:
    if not work.count(WorkYear, year=year):
        work.add(checked(WorkYear, {"uid": new_uid(), "year": year}))


def _refuse_shared_cards(work: Work) -> None:
    """Two persons never share a card number, whether or not one lies in the trash."""
    holders: dict[str, Member] = {}
    for member in work.rows(Member):
        if not member.card_number:
            continue
        first = holders.setdefault(member.card_number, member)
        if first is not member:
            raise Refused("L-526", name=first.full_name, other=member.full_name)


def _put_list(work: Work, kind: type[Record], records: tuple[Record, ...]) -> None:
    present = {record.uid: record for record in work.rows(kind)}
    work.add_all(record for record in records if record.uid not in present)
    absent = {member.uid for member in work.rows(Member) if member.trashed_on}
    for record in records:
        if record.uid in present:
            _put(work, present[record.uid], _pointing_on(present[record.uid], record, absent))


def _pointing_on(current: Record, wanted: Record, absent: set[str]) -> Record:
    """Return `wanted` with what points at somebody in the trash, whom a dump does not name."""
    fields = [name for name in pointers(type(current), MEMBER) if not getattr(wanted, name)]
    kept = {name: getattr(current, name) for name in fields if getattr(current, name) in absent}
    return wanted.model_copy(update=kept) if kept else wanted


def _put(work: Work, current: Record, wanted: Record) -> None:
    """Give a stored record the facts of `wanted`; a record in the trash comes out of it."""
    facts: dict[str, Any] = {name: getattr(wanted, name) for name in codec.fact_names(type(wanted))}
    if _has_trash(type(current)):
        facts["trashed_on"] = None
    work.change(type(current), current.uid, current.rev, **facts)


def _has_trash(kind: type[Record]) -> bool:
    return "trashed_on" in kind.model_fields
