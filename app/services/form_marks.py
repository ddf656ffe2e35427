"""What is written where in a form of the committee: places marked one by one, rows repeated."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from app.common.clock import Clock
from app.common.jobs import Jobs
from app.common.progress import NoProgress, Progress
from app.domain.committee_forms import CommitteeForm
from app.domain.outgoing_papers import OutgoingPaper
from app.errors import Refused
from app.papers import Subject, kind
from app.papers.abouts import abouts
from app.papers.committee import catalogue
from app.papers.committee.catalogue import FormField
from app.papers.committee.filling import READ_JOB, FormRead, decode_read, unstored
from app.papers.committee.matching import KEEP, FormFaults, faults, placed_in
from app.papers.committee.model import (
    Block,
    FormView,
    Grid,
    Line,
    Marks,
    Part,
    Piece,
    Row,
    line_of,
    lines_in,
    lines_in_row,
    marks_of,
    rows_in,
    span_of,
    spare_lines,
    used_up,
)
from app.papers.committee.told import Told
from app.services.open_years import OpenYears, refuse_finished
from app.services.paper_making import content_of
from app.storage.database import Database
from app.storage.queries.review_year import review_year
from app.storage.store import Work
from app.year.review_year import ReviewYear

__all__ = [
    "KEEP",
    "Block",
    "FormFaults",
    "FormField",
    "FormMarkService",
    "FormView",
    "Grid",
    "Line",
    "MarkedForm",
    "Marks",
    "Part",
    "Piece",
    "Row",
    "line_of",
    "span_of",
]

_KEPT = 3
"""How many forms are kept read while they are being marked."""


@dataclass(frozen=True, slots=True)
class MarkedForm:
    """A form with everything its window shows."""

    form: CommitteeForm
    view: FormView
    marks: Marks
    fields: tuple[FormField, ...]
    faults: FormFaults
    row_title: str
    """For whom a row is repeated, empty where the kind of paper has no list."""

    def label(self, key: str) -> str:
        """Return how a field is called; of one that rules adopted meanwhile do not have, that it is gone."""
        return "" if key == KEEP else _label(self.fields, key)

    def needed(self, key: str) -> str:
        """Return how a field that the paper needs is called."""
        return catalogue.needed_words(key)


class FormMarkService:
    """Marks in the forms of the open database; each mark is one step that can be undone."""

    def __init__(self, database: Database, jobs: Jobs, clock: Clock) -> None:
        self._database = database
        self._years = OpenYears(database)
        self._jobs = jobs
        self._clock = clock
        self._read: OrderedDict[str, FormRead] = OrderedDict()
        self._lock = threading.Lock()

    def whole(self, uid: str, progress: Progress | None = None) -> MarkedForm:
        """Return the form as it looks, its marks, the fields to choose from and what is wrong with it.

        Raises `NotFound`, what reading a file raises.
        """
        with self._database.read() as reader:
            form = reader.get(CommitteeForm, uid)
        view = self._view(form, progress or NoProgress())
        marks = marks_of(form.marks)
        offered = self._fields(form)
        found = _faults(form, marks, _blocks(view))
        return MarkedForm(form, view, marks, offered, found, catalogue.row_title(form.kind))

    def faults(self, form: CommitteeForm) -> FormFaults:
        """Return what keeps a form from being used, and what should be looked at."""
        return _faults(form, marks_of(form.marks), _blocks(self._view(form, NoProgress())))

    def refuse_faulty(self, form: CommitteeForm) -> None:
        """Refuse a form that cannot be used: `Refused` L-333 to L-335 (`CommitteeFormService.use`)."""
        found = self.faults(form)
        if found.is_blank:
            raise Refused("L-334", name=form.name)
        if found.unknown:
            raise Refused("L-333", name=form.name, unknown=", ".join(found.unknown))
        if found.not_in_row or found.empty_rows:
            raise _wrong_rows(form, "outside" if found.not_in_row else "empty")
        if found.used_up:
            raise self._used_up(form, found.used_up)

    def mark(self, uid: str, at: str, key: str) -> CommitteeForm:
        """Write a field at a place, in place of what was marked where both overlap; "" takes a mark away.

        Raises `Refused` L-339 for a place that the form does not have, L-335 for one in an empty row that a
        repeated one uses up, L-540 in a finished year.
        """

        def marked(form: CommitteeForm, marks: Marks) -> Marks:
            if not key:
                return replace(marks, places={one: has for one, has in marks.places.items() if one != at})
            self._refuse_strange(form, at)
            kept = {one: has for one, has in marks.places.items() if not _overlap(one, at)}
            wanted = replace(marks, places={**kept, at: key})
            self._refuse_used_up(form, wanted, at)
            return wanted

        with self._database.write("form.mark") as work:
            return _changed(work, uid, marked)

    def repeat(self, uid: str, row: str, *, on: bool = True) -> CommitteeForm:
        """Let a row be repeated for each line of the paper's list, or be as it is again.

        Raises `Refused` L-339 for a row that the form does not have, L-335 for one that another repeated row
        uses up or contains, and for one that uses up a row with fields in it, L-540 in a finished year.
        """

        def repeated(form: CommitteeForm, marks: Marks) -> Marks:
            if on:
                self._refuse_crossing(form, marks, row)
            rows = {at: lines for at, lines in marks.rows.items() if at != row}
            wanted = replace(marks, rows={**rows, row: self._lines_in(form, row)} if on else rows)
            if on:
                self._refuse_used_up(form, wanted)
            return wanted

        with self._database.write("form.repeat") as work:
            return _changed(work, uid, repeated)

    def _view(self, form: CommitteeForm, progress: Progress) -> FormView:
        return self._reading(form, progress).view

    def _reading(self, form: CommitteeForm, progress: Progress) -> FormRead:
        with self._lock:
            if form.uid in self._read:
                return self._read[form.uid]
        with self._database.read() as reader:
            data = unstored(content_of(reader, form))
        found = read(self._jobs, form.name, data, progress)[1]
        with self._lock:
            self._read[form.uid] = found
            while len(self._read) > _KEPT:
                self._read.popitem(last=False)
        return found

    def _refuse_strange(self, form: CommitteeForm, at: str) -> None:
        view = self._view(form, NoProgress())
        lines = {line.at: line for part in view.parts for line in lines_in(part.blocks)}
        line = lines.get(line_of(at))
        length = sum(len(piece.text) for piece in line.pieces) if line else -1
        if not 0 <= span_of(at)[0] <= span_of(at)[1] <= length:
            raise _strange()

    def _refuse_crossing(self, form: CommitteeForm, marks: Marks, at: str) -> None:
        blocks = _blocks(self._view(form, NoProgress()))
        own = used_up(blocks, at)
        if any(one != at and (one in own or at in used_up(blocks, one)) for one in marks.rows):
            raise _wrong_rows(form, "crossing")

    def _refuse_used_up(self, form: CommitteeForm, marks: Marks, only: str = "") -> None:
        """Refuse fields in empty rows that a repeated one uses up, all of them or the one at a place."""
        spare = _spare(marks, _blocks(self._view(form, NoProgress())))
        lines = spare & {line_of(only)} if only else spare
        if keys := placed_in(marks, lines):
            raise self._used_up(form, keys)

    def _used_up(self, form: CommitteeForm, keys: Sequence[str]) -> Refused:
        offered = self._fields(form)
        return _wrong_rows(form, "used_up", fields="; ".join(_label(offered, key) for key in keys))

    def _fields(self, form: CommitteeForm) -> tuple[FormField, ...]:
        return fields(review_year(self._database, form.year), form.kind, self._clock)

    def _lines_in(self, form: CommitteeForm, at: str) -> tuple[str, ...]:
        view = self._view(form, NoProgress())
        found = [row for part in view.parts for row in rows_in(part.blocks) if row.at == at]
        if not at or not found:
            raise _strange()
        return tuple(line.at for line in lines_in_row(found[0]))


def read(jobs: Jobs, name: str, data: bytes, progress: Progress) -> tuple[str, FormRead]:
    """Return what the file of a form is ("docx", "xlsx") and how it looks.

    Raises `Refused` L-330 to L-332, `Refused` and `EnvironmentFailed` (L-503 … L-513) for what is no whole,
    harmless form.
    """
    format_, _, told = jobs.run(READ_JOB, name.encode() + b"\n" + data, progress).partition(b"\n")
    return format_.decode(), decode_read(told)


def _label(offered: Sequence[FormField], key: str) -> str:
    return next((one.label for one in offered if one.key == key), "") or catalogue.gone()


def _blocks(view: FormView) -> list[Block]:
    return [block for part in view.parts for block in part.blocks]


def _spare(marks: Marks, blocks: Sequence[Block]) -> frozenset[str]:
    return frozenset(line for row in marks.rows for line in spare_lines(blocks, row))


def _faults(form: CommitteeForm, marks: Marks, blocks: Sequence[Block]) -> FormFaults:
    missing = catalogue.missing(form.kind, list(marks.places.values()))
    return faults(marks, missing, _spare(marks, blocks))


def fields(year: ReviewYear, kind_code: str, clock: Clock) -> tuple[FormField, ...]:
    """Return the fields that papers of a kind have in a year."""
    return catalogue.fields(told_of(year, kind_code, clock))


def told_of(year: ReviewYear, kind_code: str, clock: Clock) -> Told:
    """Return the first paper that a kind can have in a year, as it would be begun today."""
    which = kind(kind_code)
    begun = [one for one in year.papers if one.kind == kind_code and not one.trashed_on]
    if begun:
        return Told(which, year, Subject(paper=begun[-1]))
    about = next(iter(abouts(which, year)), None)
    own = {"kind": kind_code, "year": year.year, "dated_on": clock.today()}
    whom = {"target": about.target, "about": about.about} if about else {}
    paper = OutgoingPaper(uid="0" * 32, signer_name=year.cell.cell_secretary, **own, **whom)
    return Told(which, year, Subject(paper=paper))


def _changed(work: Work, uid: str, change: Callable[[CommitteeForm, Marks], Marks]) -> CommitteeForm:
    form = _open_form(work, uid)
    wanted = change(form, marks_of(form.marks))
    return work.change(CommitteeForm, uid, form.rev, marks=wanted.encode())


def _open_form(work: Work, uid: str) -> CommitteeForm:
    form = work.get(CommitteeForm, uid)
    refuse_finished(work, form.year)
    return form


def _wrong_rows(form: CommitteeForm, which: str, **named: str) -> Refused:
    """Return the refusal (L-335) of a form whose repeated rows are wrong; `which` as in `row_fault`."""
    return Refused("L-335", name=form.name, why=catalogue.row_fault(which).format(**named))


def _strange() -> Refused:
    return Refused("L-339")


def _overlap(one: str, other: str) -> bool:
    if line_of(one) != line_of(other):
        return False
    (start, end), (from_, to) = span_of(one), span_of(other)
    return one == other or (start < to and from_ < end)
