"""Where the numbers of outgoing papers go on: after the last one given here or, before that, on paper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.common.clock import Clock
from app.domain.cells import Cell
from app.domain.checking import checked
from app.domain.number_gaps import NumberGap, NumberGapFields
from app.domain.number_starts import NumberStart, NumberStartFields
from app.domain.outgoing_papers import OutgoingPaper
from app.domain.types import new_uid
from app.papers import KINDS
from app.papers.register import missing_numbers, next_number, number_and_symbol
from app.services.edited_papers import editions_of
from app.services.paper_making import FormUsed, forms_used
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


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """One number of the register of outgoing papers: the paper that bears it, or why none does."""

    type_code: str
    number: int
    number_words: str
    """As it is printed: "Số 06-TTr/CB"."""
    paper: OutgoingPaper | None = None
    gap: NumberGap | None = None
    form: FormUsed | None = None
    """The form of the upper committee that it was issued on."""
    edited_in_word: bool = False
    """Whether a file corrected in Word is what is official of the paper."""

    @property
    def uid(self) -> str:
        """Return what tells the line apart from others."""
        return f"{self.type_code} {self.number}"

    @property
    def is_unexplained(self) -> bool:
        """Return whether nobody has said yet why no paper bears the number."""
        return self.paper is None and self.gap is None


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

    def register(self) -> tuple[RegisterLine, ...]:
        """Return every number given in this term, by type, those that no paper bears among them."""
        with self._database.read() as reader:
            (cell,) = reader.rows(Cell)
            codes = dict.fromkeys(kind.type_code for kind in KINDS if kind.type_code)
            return tuple(line for code in codes for line in _lines(reader, cell, code))

    def explain(self, type_code: str, number: int, values: Mapping[str, object]) -> NumberGap:
        """Keep why no paper bears a number, the first time and every later one; raises `Invalid`."""
        with self._database.write("paper.explain_gap") as work:
            (cell,) = work.rows(Cell)
            present = _gaps(work, cell, type_code).get(number)
            own = {"type_code": type_code, "number": number, "known_on": self._clock.today()}
            draft = checked(NumberGapFields, {**values, **own})
            if present:
                return work.change(NumberGap, present.uid, present.rev, **draft.model_dump())
            gap = NumberGap(uid=new_uid(), **draft.model_dump())
            work.add(gap)
            return gap

    def forget(self, gap: NumberGap) -> None:
        """Take an explanation back that was given by mistake."""
        with self._database.write("paper.forget_gap") as work:
            work.remove(NumberGap, gap.uid)


def _lines(reader: Reader, cell: Cell, code: str) -> Iterator[RegisterLine]:
    """Yield the numbers of one type in the order in which they were given."""
    term, symbol = cell.term_started_on, cell.symbol
    papers, starts = reader.rows(OutgoingPaper, type_code=code), reader.rows(NumberStart)
    gaps = _gaps(reader, cell, code)
    bearing = {one.number: one for one in papers if one.number and one.dated_on >= term}
    missing = missing_numbers(papers, code, term, starts)
    forms = forms_used(reader, list(bearing.values()))
    edited = editions_of(reader, list(bearing.values()))
    for number in sorted({*bearing, *missing}):
        paper, words = bearing.get(number), number_and_symbol(number, code, symbol)
        form = forms.get(paper.uid) if paper else None
        gap = None if paper else gaps.get(number)
        is_edited = paper is not None and paper.uid in edited
        yield RegisterLine(code, number, words, paper, gap, form, is_edited)


def _gaps(reader: Reader, cell: Cell, code: str) -> dict[int, NumberGap]:
    """Return what explains missing numbers of a type in the running term."""
    gaps = reader.rows(NumberGap, type_code=code)
    return {one.number: one for one in gaps if one.known_on >= cell.term_started_on}


def _numbered(reader: Reader, type_code: str, titles: tuple[str, ...]) -> NumberedType:
    (cell,) = reader.rows(Cell)
    papers, starts = reader.rows(OutgoingPaper), reader.rows(NumberStart)
    given = next_number(papers, type_code, cell.term_started_on) - 1
    following = next_number(papers, type_code, cell.term_started_on, starts)
    before = next_number((), type_code, cell.term_started_on, starts) - 1
    return NumberedType(
        type_code, titles, before, given, number_and_symbol(following, type_code, cell.symbol)
    )
