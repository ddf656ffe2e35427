"""Where the numbers of outgoing papers go on: after the last one given here or, before that, on paper."""

from __future__ import annotations

from dataclasses import dataclass

from app.common.clock import Clock
from app.domain.cells import Cell
from app.domain.checking import checked
from app.domain.number_starts import NumberStart, NumberStartFields
from app.domain.outgoing_papers import OutgoingPaper
from app.domain.types import new_uid
from app.papers import KINDS
from app.papers.register import next_number, number_and_symbol
from app.storage.database import Database
from app.storage.store import Reader


@dataclass(frozen=True, slots=True)
class NumberedType:
    """A type of paper in this term: the last number given on paper, by the program, and the next one."""

    type_code: str
    titles: tuple[str, ...]
    before: int
    given: int
    next_words: str
    """As it will be printed: "Số 06-TTr/CB"."""


class PaperNumberService:
    """Số văn bản đi of the running term."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def types(self) -> tuple[NumberedType, ...]:
        """Return every type of paper that bears a number, in the order of the kinds."""
        titles: dict[str, list[str]] = {}
        for kind in KINDS:
            if kind.type_code:
                titles.setdefault(kind.type_code, []).append(kind.title)
        with self._database.read() as reader:
            return tuple(_numbered(reader, code, tuple(names)) for code, names in titles.items())

    def begin_after(self, type_code: str, last_number: object) -> NumberStart | None:
        """Keep the last number given on paper in this term, an empty one for none; raises `Invalid`.

        A number that the program itself has given already is never given again, whatever is entered here.
        """
        with self._database.write("paper.number_start") as work:
            present = next(iter(work.rows(NumberStart, type_code=type_code)), None)
            if not str(last_number).strip():
                if present:
                    work.remove(NumberStart, present.uid)
                return None
            own = {"type_code": type_code, "known_on": self._clock.today()}
            draft = checked(NumberStartFields, {**own, "last_number": last_number})
            if present:
                return work.change(NumberStart, present.uid, present.rev, **draft.model_dump())
            record = NumberStart(uid=new_uid(), **draft.model_dump())
            work.add(record)
            return record


def _numbered(reader: Reader, type_code: str, titles: tuple[str, ...]) -> NumberedType:
    (cell,) = reader.rows(Cell)
    papers, starts = reader.rows(OutgoingPaper), reader.rows(NumberStart)
    given = next_number(papers, type_code, cell.term_started_on) - 1
    following = next_number(papers, type_code, cell.term_started_on, starts)
    before = next_number((), type_code, cell.term_started_on, starts) - 1
    return NumberedType(
        type_code, titles, before, given, number_and_symbol(following, type_code, cell.symbol)
    )
