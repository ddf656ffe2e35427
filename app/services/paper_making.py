"""Papers made into files: our own layout, or the form of the upper committee that stands in its place.

An issued paper keeps the file it was issued as; one being prepared follows the form that its year uses now.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from app.common.jobs import Jobs
from app.common.progress import NoProgress, Progress
from app.domain.cells import Cell
from app.domain.committee_forms import CommitteeForm, FormFile, IssuedFile
from app.domain.outgoing_papers import OutgoingPaper
from app.domain.types import new_uid
from app.errors import NotFound
from app.papers import Subject, kind
from app.papers.committee.catalogue import filling
from app.papers.committee.filling import FILL_JOB, Wanted, encode_wanted, stored
from app.papers.committee.model import marks_of
from app.papers.committee.told import Told
from app.papers.wording import wording
from app.services.edited_papers import editions_of, made_edited, titled
from app.services.made import OURS, Made
from app.services.paper_documents import document_of
from app.services.rendering import render
from app.storage.database import Database
from app.storage.queries.issued import issued_on
from app.storage.queries.review_year import review_year, review_year_in
from app.storage.store import GONE, Reader, Work
from app.year.review_year import ReviewYear

FILE, PDF = "file", "pdf"
BOTH = (FILE, PDF)


@dataclass(frozen=True, slots=True)
class FormUsed:
    """The form that a paper is made from: what it is called, which version."""

    name: str
    version: int


def form_of(reader: Reader, year: int, kind_code: str) -> CommitteeForm | None:
    """Return the form that papers of a kind are made from in a year, None for our own."""
    used = reader.rows(CommitteeForm, year=year, in_use=True)
    return next((one for one in used if one.kind == kind_code), None)


def forms_used(reader: Reader, papers: Collection[OutgoingPaper]) -> dict[str, FormUsed]:
    """Return by uid what papers are made from, or were issued as; of our own layout nothing."""
    found: dict[str, FormUsed] = {}
    for year in {one.year for one in papers}:
        forms = {one.kind: one for one in reader.rows(CommitteeForm, year=year, in_use=True)}
        issued = issued_on(reader, year)
        for paper in papers:
            if paper.year != year:
                continue
            if paper.uid in issued:
                found[paper.uid] = FormUsed(*issued[paper.uid])
            elif not paper.is_issued and paper.kind in forms:
                form = forms[paper.kind]
                found[paper.uid] = FormUsed(form.name, form.version)
    return found


def wanted_of(year: ReviewYear, paper: OutgoingPaper, form: CommitteeForm, title: str = "") -> Wanted:
    """Return the paper as it is to be written into a form."""
    told = Told(kind(paper.kind), year, Subject(paper=paper))
    marks = marks_of(form.marks)
    said = filling(told, list(marks.places.values()))
    band = wording("shared").text("practice_band") if year.cell.is_practice else ""
    return Wanted(
        name=paper.uid,
        format=form.format.value,
        form=form.uid,
        marks=form.marks,
        values=said.values,
        rows=said.rows,
        band=band,
        title=title or told.kind.title,
    )


class PaperMaking:
    """Makes the files of papers, all or nothing."""

    def __init__(self, database: Database, jobs: Jobs) -> None:
        self._database = database
        self._jobs = jobs
        self._lacking: dict[str, tuple[str, ...]] = {}

    def lacking(self, uid: str) -> tuple[str, ...]:
        """Return what the pages of a paper, as they were last made, do not show of its file."""
        return self._lacking.get(uid, ())

    def of_papers(
        self,
        papers: Sequence[OutgoingPaper],
        progress: Progress,
        formats: Sequence[str] = BOTH,
        titles: Mapping[str, str] | None = None,
    ) -> dict[str, Made]:
        """Return by uid the files of papers; `titles` says by uid how one is called where it fails.

        One corrected in Word is that file. Raises `EnvironmentFailed` (L-301 to L-305), `Refused` L-336,
        `Cancelled`.
        """
        with self._database.read() as reader:
            (cell,) = reader.rows(Cell)
            editions = editions_of(reader, papers)
        named = titled(papers, titles or {})
        edited = made_edited(self._jobs, editions, named, progress, is_practice=cell.is_practice)
        rest = [one for one in papers if one.uid not in edited]
        return edited | (self.from_data(rest, progress, formats, titles) if rest else {})

    def from_data(
        self,
        papers: Sequence[OutgoingPaper],
        progress: Progress,
        formats: Sequence[str] = BOTH,
        titles: Mapping[str, str] | None = None,
    ) -> dict[str, Made]:
        """Return by uid what the data give for papers, whatever was corrected in Word; as `of_papers`."""
        wanted, forms = self._wanted(papers, titles or {})
        there = {one.name for one in wanted}
        made = filled(self._jobs, wanted, forms, progress, formats) if wanted else {}
        for paper in papers:
            self._lacking.pop(paper.uid, None)
        self._lacking |= {uid: one.notes for uid, one in made.items() if one.lacks}
        ours = [one for one in papers if one.uid not in there]
        if ours:
            documents = {one.uid: document_of(self._database, one) for one in ours}
            asked = tuple({FILE: "docx", PDF: "pdf"}[one] for one in formats)
            files = render(self._jobs, documents, progress, asked, titles)
            made |= {
                uid: Made(files.get(f"{uid}.docx", b""), OURS, files.get(f"{uid}.pdf", b""))
                for uid in documents
            }
        return made

    def forms_of(self, papers: Collection[OutgoingPaper]) -> Mapping[str, FormUsed]:
        """Return by uid the form of the upper committee that papers are made from; ours have none."""
        with self._database.read() as reader:
            return forms_used(reader, papers)

    def on_form(self, year: ReviewYear, paper: OutgoingPaper, progress: Progress) -> bytes:
        """Return the PDF of a paper on the form that its kind has in the year; nothing where it has none."""
        with self._database.read() as reader:
            form = form_of(reader, year.year, paper.kind)
            contents = {form.uid: content_of(reader, form)} if form else {}
        if form is None:
            return b""
        wanted = wanted_of(year, paper, form)
        return filled(self._jobs, [wanted], contents, progress, (PDF,))[paper.uid].pdf

    def keep_as_issued(self, work: Work, paper: OutgoingPaper) -> None:
        """Keep the file that `paper`, with its number, leaves as where a form stands in place of ours.

        Raises as `of_papers` does.
        """
        form = form_of(work, paper.year, paper.kind)
        if form is None:
            return
        wanted = wanted_of(review_year_in(work, paper.year), paper, form)
        contents = {form.uid: content_of(work, form)}
        made = filled(self._jobs, [wanted], contents, NoProgress(), (FILE,))[paper.uid]
        work.add(
            IssuedFile(
                uid=new_uid(),
                year=paper.year,
                paper=paper.uid,
                form_name=form.name,
                form_version=form.version,
                format=form.format,
                content=stored(made.file),
            )
        )

    def _wanted(
        self, papers: Sequence[OutgoingPaper], titles: Mapping[str, str]
    ) -> tuple[list[Wanted], dict[str, str]]:
        found: list[Wanted] = []
        contents: dict[str, str] = {}
        years: dict[int, ReviewYear] = {}
        with self._database.read() as reader:
            (cell,) = reader.rows(Cell)
            band = wording("shared").text("practice_band") if cell.is_practice else ""
            issued = _issued(reader, papers)
            forms = {one.uid: form_of(reader, one.year, one.kind) for one in papers if not one.is_issued}
            for form in {one.uid: one for one in forms.values() if one}.values():
                contents[form.uid] = content_of(reader, form)
        for paper in papers:
            title = titles.get(paper.uid, "")
            used = forms.get(paper.uid)
            if paper.uid in issued:
                one = issued[paper.uid]
                title = title or kind(paper.kind).title
                found.append(Wanted(paper.uid, one.format.value, content=one.content, title=title, band=band))
            elif used:
                if paper.year not in years:
                    years[paper.year] = review_year(self._database, paper.year)
                found.append(wanted_of(years[paper.year], paper, used, title))
        return found, contents


def is_there(reader: Reader, form: CommitteeForm) -> bool:
    """Return whether a form has its file; one that was taken out is kept without, for its number alone."""
    return reader.count(FormFile, form=form.uid) > 0


def content_of(reader: Reader, form: CommitteeForm) -> str:
    """Return the stored file of a form; raises `NotFound` for one that was taken out."""
    file = next(iter(reader.rows(FormFile, form=form.uid)), None)
    if file is None:
        raise NotFound(GONE, kind="form_file", uid=form.uid)
    return file.content


def _issued(reader: Reader, papers: Sequence[OutgoingPaper]) -> dict[str, IssuedFile]:
    found = (next(iter(reader.rows(IssuedFile, paper=one.uid)), None) for one in papers if one.is_issued)
    return {one.paper: one for one in found if one}


def filled(
    jobs: Jobs,
    wanted: Sequence[Wanted],
    forms: Mapping[str, str],
    progress: Progress,
    formats: Sequence[str],
) -> dict[str, Made]:
    """Return the files of forms by name."""
    told = jobs.run(FILL_JOB, encode_wanted(wanted, forms, formats), progress)
    with zipfile.ZipFile(io.BytesIO(told)) as files:
        there = {name: files.read(name) for name in files.namelist()}
    return {
        one.name: Made(
            there.get(f"{one.name}.{one.format}", b""),
            one.format,
            there.get(f"{one.name}.pdf", b""),
            *_noted(there.get(f"{one.name}.notes", b"")),
        )
        for one in wanted
    }


def _noted(told: bytes) -> tuple[tuple[str, ...], bool]:
    notes, lacks = json.loads(told) if told else ([], False)
    return tuple(notes), lacks
