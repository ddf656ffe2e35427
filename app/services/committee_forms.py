"""Mẫu của cấp trên: taken in, tried with invented data, used in place of ours, and ours again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from app.common.clock import Clock
from app.common.jobs import Jobs
from app.common.progress import NoProgress, Progress
from app.domain.committee_forms import CommitteeForm, FormFile
from app.domain.outgoing_papers import OutgoingPaper
from app.domain.types import new_uid
from app.errors import Refused
from app.papers.committee import catalogue
from app.papers.committee.filling import FormRead, stored
from app.papers.committee.matching import KEEP, matched
from app.papers.committee.model import Marks, lines_in, marks_of
from app.services.files import read_chosen
from app.services.form_marks import FormFaults, FormMarkService, fields, read
from app.services.form_trials import FormTrials
from app.services.offered_kinds import KindOffered, OfferedKinds
from app.services.open_years import OpenYears, added, removed
from app.services.paper_making import content_of, is_there
from app.storage.database import Database
from app.storage.queries.issued import issued_on
from app.storage.queries.review_year import review_year
from app.storage.store import Work
from app.year.review_year import ReviewYear

MOST_BYTES = 5_000_000
"""A form with the emblem as a picture is smaller; each is kept whole in the database and its backups."""


@dataclass(frozen=True, slots=True)
class FormSeen:
    """A file that can be taken in as a form."""

    name: str
    """As the committee called it, without its ending."""
    format: str
    data: bytes
    read: FormRead

    @property
    def place_count(self) -> int:
        """Return how many places to write on were found in it."""
        lines = (line for part in self.read.view.parts for line in lines_in(part.blocks))
        return sum(bool(piece.at) for line in lines for piece in line.pieces)


class CommitteeFormService:
    """The forms of the open database, by year, kind and version."""

    def __init__(self, database: Database, jobs: Jobs, clock: Clock) -> None:
        self._database = database
        self._years = OpenYears(database)
        self._jobs = jobs
        self._clock = clock
        self.marking = FormMarkService(database, jobs, clock)
        self.trials = FormTrials(database, jobs, clock)

    def kinds(self, year: int) -> tuple[KindOffered, ...]:
        """Return the kinds of paper in whose place a form can stand."""
        offered = OfferedKinds(self._database).kinds(year)
        return tuple(one for one in offered if catalogue.takes(one.code))

    def list(self, year: int) -> tuple[CommitteeForm, ...]:
        """Return the forms of a year by kind and version, without those that were taken out."""
        with self._database.read() as reader:
            return tuple(one for one in reader.rows(CommitteeForm, year=year) if is_there(reader, one))

    def faults(self, form: CommitteeForm) -> FormFaults:
        """Return what keeps a form from being used, and what should be looked at."""
        return self.marking.faults(form)

    def marks(self, form: CommitteeForm) -> Marks:
        """Return what is written where in a form."""
        return marks_of(form.marks)

    def look(self, path: Path, progress: Progress | None = None) -> FormSeen:
        """Return what the file at `path` is; nothing is stored.

        Raises `Refused` L-330 to L-332, `Refused` and `EnvironmentFailed` (L-501 … L-513) for what is no
        whole, harmless form, `Cancelled`.
        """
        data = read_chosen(path, MOST_BYTES)
        format_, found = read(self._jobs, path.name, data, progress or NoProgress())
        return FormSeen(path.stem, format_, data, found)

    def take_in(
        self, kind_code: str, year: int, seen: FormSeen, values: Mapping[str, object]
    ) -> CommitteeForm:
        """Keep a form as the latest version of its kind; places that it names itself are marked at once.

        `values` say who sent it (`sender`) and when it came (`received_on`). Raises `Invalid`, `Refused`
        L-338 for a kind that takes no form, L-540 in a finished year.
        """
        if not catalogue.takes(kind_code):
            raise Refused("L-338")
        named = {one.at: one.name for one in seen.read.named}
        offered = fields(review_year(self._database, year), kind_code, self._clock)
        marks = Marks(matched(named, offered), named=named)
        with self._years.write("form.take_in", year) as work:
            version = _next_version(work, year, kind_code)
            own = {"kind": kind_code, "version": version, "name": seen.name}
            form = added(work, CommitteeForm, year, {**values, **own, "format": seen.format})
            work.add(FormFile(uid=new_uid(), year=year, form=form.uid, content=stored(seen.data)))
            facts = {"marks": marks.encode(), "taken_at": self._clock.utc()}
            return work.change(CommitteeForm, form.uid, form.rev, **facts)

    def use(self, uid: str) -> CommitteeForm:
        """Make the papers of its kind from this form from now on; issued ones stay as they are.

        Raises `Refused` L-333 with names no field answers to, L-334 without any mark, L-335 with a row that
        is wrong, L-540 in a finished year.
        """
        with self._database.read() as reader:
            year = reader.get(CommitteeForm, uid).year
        with self._years.write("form.use", year) as work:
            form = work.get(CommitteeForm, uid)
            self.marking.refuse_faulty(form)
            _put_away(work, form.year, form.kind, but=uid)
            return work.change(CommitteeForm, uid, form.rev, in_use=True)

    def back_to_ours(self, year: int, kind_code: str) -> None:
        """Make the papers of a kind in the layout of the program again; raises `Refused` L-540."""
        with self._years.write("form.back_to_ours", year) as work:
            _put_away(work, year, kind_code)

    def remove(self, uid: str) -> CommitteeForm:
        """Take a form out; undo brings it back. Its number is given to no other form.

        Raises `Refused` L-337 while it is in use, L-540.
        """
        with self._database.read() as reader:
            year = reader.get(CommitteeForm, uid).year
        with self._years.write("form.remove", year) as work:
            form = work.get(CommitteeForm, uid)
            if form.in_use:
                raise Refused("L-337", name=form.name)
            for file in work.rows(FormFile, form=uid):
                removed(work, FormFile, file.uid)
            return work.change(CommitteeForm, uid, form.rev, marks="")

    def earlier(self, year: int) -> tuple[CommitteeForm, ...]:
        """Return the forms that the latest year before used, of kinds that have none in `year` yet."""
        with self._database.read() as reader:
            forms = [one for one in reader.rows(CommitteeForm) if is_there(reader, one)]
        there = {one.kind for one in forms if one.year == year}
        used = [one for one in forms if one.in_use and one.year < year and one.kind not in there]
        latest = max((one.year for one in used), default=0)
        return tuple(one for one in used if one.year == latest)

    def take_over(self, year: int) -> tuple[CommitteeForm, ...]:
        """Keep the forms of the latest year before, with their marks, as forms of `year`, none in use yet.

        A place loses its mark where the rules of `year` have nothing of the kind, as another section.
        Raises `Refused` L-540 when `year` is finished.
        """
        forms, whole = self.earlier(year), review_year(self._database, year)
        with self._years.write("form.take_over", year) as work:
            return tuple(self._taken_over(work, one, whole) for one in forms)

    def _taken_over(self, work: Work, old: CommitteeForm, whole: ReviewYear) -> CommitteeForm:
        content, year = content_of(work, old), whole.year
        known = {KEEP, *(one.key for one in fields(whole, old.kind, self._clock))}
        marks = marks_of(old.marks)
        places = {at: key for at, key in marks.places.items() if key in known}
        version = _next_version(work, year, old.kind)
        own = {"uid": new_uid(), "rev": 1, "year": year, "version": version, "in_use": False}
        told = {"marks": replace(marks, places=places).encode(), "taken_at": self._clock.utc()}
        form = old.model_copy(update={**own, **told})
        work.add(form)
        work.add(FormFile(uid=new_uid(), year=year, form=form.uid, content=content))
        return form


def _of_kind(work: Work, year: int, kind_code: str) -> list[CommitteeForm]:
    return [one for one in work.rows(CommitteeForm, year=year) if one.kind == kind_code]


def _next_version(work: Work, year: int, kind_code: str) -> int:
    """Return the number after all that were given: to forms taken out too, and to what was issued on them."""
    given = [one.version for one in _of_kind(work, year, kind_code)]
    papers = {one.uid for one in work.rows(OutgoingPaper, year=year) if one.kind == kind_code}
    issued = [version for paper, (_, version) in issued_on(work, year).items() if paper in papers]
    return max((*given, *issued), default=0) + 1


def _put_away(work: Work, year: int, kind_code: str, but: str = "") -> None:
    for one in _of_kind(work, year, kind_code):
        if one.in_use and one.uid != but:
            work.change(CommitteeForm, one.uid, one.rev, in_use=False)
