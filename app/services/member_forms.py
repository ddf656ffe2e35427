"""Phát mẫu – nhận bản: forms given to members as Word files, and taken back filled in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from app.common.clock import Clock
from app.common.files import told
from app.common.jobs import Jobs
from app.common.messages import message
from app.common.progress import NoProgress, Progress
from app.domain.commitments import Commitment
from app.domain.given_forms import FormKind, GivenForm
from app.domain.members import Member
from app.domain.people import Person, is_listed_on
from app.domain.self_reviews import WritingState
from app.domain.targets import CELL
from app.errors import EnvironmentFailed
from app.package import names
from app.papers.given_forms.forms import form_of
from app.papers.given_forms.stamp import Stamp
from app.papers.review import Review, post_words, review_of
from app.services.form_files import Choice, Returned, in_order
from app.services.form_giving import FormFolder, FormToGive
from app.services.form_reading import ENDINGS, FormReader
from app.services.form_storing import FormStoring
from app.services.open_years import OpenYears, added, refuse_finished, saved
from app.services.rendering import render
from app.services.review_subjects import review_subjects
from app.storage.database import Database
from app.storage.queries.review_year import review_year
from app.year.review_year import ReviewYear

__all__ = ["FormKind", "FormLine", "HandedIn", "MemberFormService"]

_CALLED = {FormKind.SELF_REVIEW: "MauKiemDiem", FormKind.COMMITMENT: "MauCamKet"}


class HandedIn(StrEnum):
    """How far what a member owes has come."""

    NOTHING = "nothing"
    BEGUN = "begun"
    """Something is entered, but he has not handed it in."""
    RETURNED = "returned"
    HANDED_IN = "handed_in"
    ON_PAPER = "on_paper"
    FINAL = "final"
    EXCUSED = "excused"
    """It is said why there is none."""

    @property
    def is_waited_for(self) -> bool:
        """Return whether he still owes it."""
        return self in {HandedIn.NOTHING, HandedIn.BEGUN, HandedIn.RETURNED}


@dataclass(frozen=True, slots=True)
class FormLine:
    """A member, and whether what he owes was handed in."""

    uid: str
    name: str
    post: str
    state: HandedIn
    came_on: dt.date | None = None
    given_on: dt.date | None = None
    """When he got a form last; None where he got none."""


class MemberFormService:
    """Gives forms out and takes them back; nothing is stored before `take`."""

    def __init__(self, database: Database, jobs: Jobs, clock: Clock) -> None:
        self._database = database
        self._years = OpenYears(database)
        self._jobs = jobs
        self._clock = clock

    def lines(self, kind: FormKind, year: int) -> tuple[FormLine, ...]:
        """Return the members who owe such a paper in `year`, in the order of papers."""
        whole = review_year(self._database, year)
        review = review_of(whole, None)
        if kind is FormKind.COMMITMENT:
            day = min(self._clock.today(), dt.date(year, 12, 31))
            listed = [one for one in whole.people() if is_listed_on(one, day)]
            own = {one.member_uid: one for one in whole.commitments}
            ordered = review.in_order([one.uid for one in listed])
            lines = [_committed(one, own.get(one.uid), review) for one in ordered]
        else:
            lines = [
                FormLine(one.target, one.name, one.posts, *_written(whole, one.target))
                for one in review_subjects(whole)
                if not one.is_collective
            ]
        given = {one.member_uid: one.given_on for one in whole.given_forms if one.form is kind}
        return tuple(replace(one, given_on=given.get(one.uid)) for one in lines)

    def give(
        self,
        kind: FormKind,
        year: int,
        members: Sequence[str],
        folder: Path,
        progress: Progress | None = None,
        *,
        with_pdf: bool = False,
    ) -> tuple[Path, ...]:
        """Write a form for each member into `folder` and return the paths; nothing there is overwritten.

        `with_pdf` adds one to be filled in with a pen. Who got it today is kept as one step, of those who did
        also where it could not go on. Raises `EnvironmentFailed` (L-103, L-104, L-107, L-301 …, L-315,
        L-317), `Refused` L-316, L-540 in a finished year, `Cancelled`.
        """
        with self._database.read() as reader:
            refuse_finished(reader, year)
        watch, shelf = progress or NoProgress(), FormFolder(folder)
        shelf.open()
        forms = self._forms(kind, year, members, watch, ("docx", "pdf") if with_pdf else ("docx",))
        try:
            shelf.put_all(forms, watch)
        finally:
            self._note(kind, year, shelf.members)
        return tuple(shelf.paths)

    def _forms(
        self, kind: FormKind, year: int, members: Sequence[str], watch: Progress, formats: Sequence[str]
    ) -> list[FormToGive]:
        whole, today = review_year(self._database, year), self._clock.today()
        forms = {uid: form_of(whole, Stamp(kind, year, whole.cell.uid, uid, today)) for uid in members}
        made = render(self._jobs, {uid: one.document for uid, one in forms.items()}, watch, formats)
        order = {one.uid: place for place, one in enumerate(self.lines(kind, year), start=1)}
        given = []
        for uid, form in forms.items():
            called = (f"{_CALLED[kind]}{year}", f"{order.get(uid, 0):03d}", names.camel(form.name))
            stem = names.file_stem(*called, practice=whole.cell.is_practice)
            given.append(FormToGive(uid, stem, {one: made[f"{uid}.{one}"] for one in formats}))
        return given

    def _note(self, kind: FormKind, year: int, members: Sequence[str]) -> None:
        """Keep that these members got a form today; raises `EnvironmentFailed` L-317."""
        if not members:
            return
        try:
            self._noted(kind, year, members)
        except EnvironmentFailed as error:
            raise EnvironmentFailed("L-317", count=len(members), why=message(error).what) from error

    def _noted(self, kind: FormKind, year: int, members: Sequence[str]) -> None:
        given = {"given_on": self._clock.today()}
        with self._years.write("form.give", year) as work:
            for uid in members:
                own = {"member_uid": uid, "form": kind}
                present = work.rows(GivenForm, year=year, **own)
                if present:
                    saved(work, GivenForm, present[0].uid, present[0].rev, given)
                else:
                    added(work, GivenForm, year, {**own, **given})

    def read(self, year: int, paths: Iterable[Path], progress: Progress | None = None) -> Returned:
        """Return what stands in files, and in the files of folders, beside what is stored.

        Raises `EnvironmentFailed` where a folder cannot be read, `Cancelled`.
        """
        watch = progress or NoProgress()
        with self._database.read() as reader:
            everybody = reader.rows(Member)
        looking = FormReader(review_year(self._database, year), everybody, self._jobs)
        return Returned(year, in_order(looking.look(_files(paths), watch)))

    def take(self, year: int, choices: Collection[Choice]) -> int:
        """Store what was chosen of each file as one step and return of how many files something was stored.

        All or nothing: raises `Invalid`, `NotFound`, `ChangedElsewhere`, `Refused` L-327, L-540, L-541.
        """
        chosen = [one for one in choices if one.takes_anything]
        with self._years.write("form.take", year) as work:
            whole = review_year(self._database, year)
            number = max((one.number for one in whole.rounds), default=1)
            storing = FormStoring(work, year, number, self._clock.today())
            for choice in chosen:
                storing.take(choice)
        return len(chosen)


def _committed(person: Person, own: Commitment | None, review: Review) -> FormLine:
    post = post_words(person, review.day)
    if own is None:
        return FormLine(person.uid, person.member.full_name, post, HandedIn.NOTHING)
    state = HandedIn.HANDED_IN if own.received_on else HandedIn.BEGUN
    state = HandedIn.ON_PAPER if own.received_on and own.on_paper else state
    state = HandedIn.EXCUSED if own.missing_reason and not own.received_on else state
    return FormLine(person.uid, person.member.full_name, post, state, own.received_on)


def _written(year: ReviewYear, member: str) -> tuple[HandedIn, dt.date | None]:
    """Return how far his self-review has come: where he reviews himself again by order, the one of then."""
    again = {one.uid for one in year.re_review_orders if one.target in {CELL, member}}
    reached = max((one.number for one in year.rounds if one.opened_by in again), default=1)
    own = [one for one in year.self_reviews if one.member_uid == member and one.round_number >= reached]
    if not own:
        return HandedIn.NOTHING, None
    last = max(own, key=lambda one: one.round_number)
    if last.on_paper:
        return HandedIn.ON_PAPER, last.handed_in_on
    states = {
        WritingState.DRAFT: HandedIn.BEGUN,
        WritingState.HANDED_IN: HandedIn.HANDED_IN,
        WritingState.RETURNED: HandedIn.RETURNED,
        WritingState.FINAL: HandedIn.FINAL,
    }
    return states[last.state], last.handed_in_on


def _files(paths: Iterable[Path]) -> list[Path]:
    """Return the files that are meant: those named, and in folders those that a form may be in."""
    found: list[Path] = []
    with told():
        for path in paths:
            found += _inside(path) if path.is_dir() else [path]
    return list(dict.fromkeys(found))


def _inside(folder: Path) -> list[Path]:
    """Return the files of a folder that a form may be in; not the PDF that lies beside its own Word file."""
    inside = [one for one in sorted(folder.iterdir()) if _may_be_one(one)]
    in_word = {one.stem.lower() for one in inside if one.suffix.lower() != ".pdf"}
    return [one for one in inside if one.suffix.lower() != ".pdf" or one.stem.lower() not in in_word]


def _may_be_one(path: Path) -> bool:
    """Return whether a file of a folder is looked at; what Word leaves while a file is open is not."""
    return path.suffix.lower() in ENDINGS and not path.name.startswith(("~$", ".")) and path.is_file()
