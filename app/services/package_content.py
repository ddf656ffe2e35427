"""Makes the package of a year in memory: papers, index, merged PDF, facts, planned and signed (P1, P2)."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from app.common import release_files
from app.common.jobs import Jobs
from app.common.progress import Progress
from app.domain.dossier_notes import HeldAs
from app.domain.outgoing_papers import OutgoingPaper
from app.domain.types import show_date
from app.errors import Refused
from app.package import bundle, names, plan, sign
from app.papers import PartRow, Subject, build, codec, contents_list, kind, member_list
from app.papers.abouts import named_in
from app.papers.committee.filling import Wanted
from app.papers.content import Document
from app.papers.naming import named
from app.papers.review import review_of
from app.papers.word_taking.facts import Fact
from app.papers.wording import Wording, wording
from app.services.dossier import CONTENTS_LIST, Part, lacks, number_of, parts_of, sheets_said
from app.services.edited_papers import made_edited
from app.services.made import OURS, Made
from app.services.package_numbers import SUMMARY, part_facts, ratings, workbook
from app.services.paper_making import BOTH, filled
from app.services.rendering import render
from app.year.handed_up import Submitted, handed_up
from app.year.review_year import ReviewYear

MERGE_JOB = "merge_pdfs"
_INDEX = "index"
_FACTS_TOLD = 4
_NONE: Mapping[str, Sequence[Fact]] = MappingProxyType({})
_BOM = "\ufeff"
"""Old Windows editors take a file without it for one in another code page."""


@dataclass(frozen=True, slots=True)
class Maker:
    """What a package needs beside its papers; `origin` decides identity, time and signature."""

    origin: plan.Origin
    jobs: Jobs
    progress: Progress


def make_package(dossier: DossierPapers, maker: Maker) -> plan.Package:
    """Return the whole package of a dossier, nothing written yet.

    Raises `Refused` L-421 while no paper of the dossier is issued; what else is missing never stops it.
    Raises `EnvironmentFailed` L-305, L-304 with the paper that cannot be made.
    """
    year, papers = dossier.year, dossier.papers()
    documents = {paper.uid: stored(paper, dossier) for paper in papers}
    documents[_INDEX] = build(CONTENTS_LIST, year, dossier.contents(maker.origin.made_at.date()))
    titles = {paper.uid: dossier.bookmark(paper) for paper in papers}
    files = _files(year, documents, titles, maker)
    ready = [
        plan.DossierPaper(
            dossier.kind_title(paper),
            plan.Part.PERSONS if paper.target in dossier.places else plan.Part.COLLECTIVE,
            files[paper.uid].file,
            files[paper.uid].kept_pdf,
            dossier.places.get(paper.target),
            files[paper.uid].ending,
        )
        for paper in papers
    ]
    root = plan.RootPapers(
        read_me=_read_me(dossier, maker.origin),
        index_docx=files[_INDEX].file,
        index_pdf=files[_INDEX].pdf,
        merged_pdf=_merged(dossier, papers, files, maker),
        year_facts=handed_up(year, _submitted(dossier, papers, documents, maker)).encode(),
        totals=_totals(dossier, papers, documents, maker),
    )
    origin = dataclasses.replace(maker.origin, missing=lacks(dossier.parts))
    return plan.build(origin, plan.place(ready, practice=year.cell.is_practice), root)


def _files(
    year: ReviewYear, documents: Mapping[str, Document], titles: Mapping[str, str], maker: Maker
) -> dict[str, Made]:
    """Return the files by uid: of papers issued on a form of the committee those they were issued as."""
    editions = {one.paper: one for one in year.word_editions if one.paper in documents}
    edited = made_edited(maker.jobs, editions, titles, maker.progress, is_practice=year.cell.is_practice)
    band = wording("shared").text("practice_band") if year.cell.is_practice else ""
    issued = [
        Wanted(one.paper, one.format.value, content=one.content, title=titles[one.paper], band=band)
        for one in year.issued_files
        if one.paper in documents and one.paper not in edited
    ]
    made = edited | (filled(maker.jobs, issued, {}, maker.progress, BOTH) if issued else {})
    ours = {uid: one for uid, one in documents.items() if uid not in made}
    files = render(maker.jobs, ours, maker.progress, titles=titles)
    return made | {uid: Made(files[f"{uid}.docx"], OURS, files[f"{uid}.pdf"]) for uid in ours}


class DossierPapers:
    """The parts of one dossier, and how its papers are called.

    `differences` says by paper where a file corrected in Word says otherwise than the data.
    """

    def __init__(self, year: ReviewYear, differences: Mapping[str, Sequence[Fact]] = _NONE) -> None:
        self.year = year
        self.parts = parts = parts_of(year)
        self.differences = differences
        review = review_of(year, None)
        self._terms = review.rules.terms
        self._names = named_in(year, [(kind(paper.kind), paper) for part in parts for paper in part.papers])
        self.editions = {one.paper: one for one in year.word_editions}
        """By paper the file that was corrected in Word."""
        ordered = review.in_order(member.uid for member in year.members)
        self.places = {
            person.uid: (place, person.member.full_name) for place, person in enumerate(ordered, start=1)
        }
        """By member the place in the list, and the name."""

    def papers(self) -> list[OutgoingPaper]:
        """Return what goes in, in order; raises `Refused` L-421 while no paper is issued."""
        papers = [paper for part in self.parts for paper in part.papers]
        if not papers:
            raise Refused("L-421", year=self.year.year)
        return papers

    def title(self, paper: OutgoingPaper) -> str:
        """Return how the contents list calls a paper: of a person, or of a conference, with its name."""
        words, title, name = wording(CONTENTS_LIST), self.kind_title(paper), self._names[paper.uid].name
        if paper.target in self.places:
            return words.text("of_person", title=title, name=self.places[paper.target][1])
        return (
            words.text("of_record", title=title, name=name[:1].lower() + name[1:])
            if paper.about and name
            else title
        )

    def kind_title(self, paper: OutgoingPaper) -> str:
        """Return how the rules of the year call such a paper."""
        return kind(paper.kind).title_in(self._terms)

    def bookmark(self, paper: OutgoingPaper) -> str:
        """Return how the merged PDF and sentences call a paper: "Tờ trình số 05-TTr/CB"."""
        number = number_of(paper)
        return " ".join(filter(None, (self.title(paper), number[:1].lower() + number[1:])))

    def contents(self, day: dt.date, code: str = "") -> Subject:
        """Return what the contents list of `day` says: papers, what is there on paper, what is missing."""
        rows = tuple(row for part in self.parts for row in self._rows(part))
        return Subject(dated_on=day, parts=rows, missing=lacks(self.parts), code=code)

    def _rows(self, part: Part) -> Iterator[PartRow]:
        words = wording(CONTENTS_LIST)
        for paper in part.papers:
            copies, differs = words.text("one_copy"), bool(self.differences.get(paper.uid))
            edition = self.editions.get(paper.uid)
            note = words.text("word_only") if edition and not edition.has_pdf else ""
            yield PartRow(self.title(paper), number_of(paper), paper.dated_on, copies, note, differs)
        for one in part.on_paper:
            title = words.text("of_person", title=part.title, name=one.name) if one.name else part.title
            yield PartRow(title, extent=sheets_said(one.sheets))
        if part.noted and part.noted.held_as is HeldAs.NOT_NEEDED:
            yield PartRow(part.title, note=words.text("not_needed", reason=part.noted.reason))


def stored(paper: OutgoingPaper, dossier: DossierPapers) -> Document:
    """Return a paper as it was issued; a damaged one is told by its name (L-302, L-303)."""
    with named(dossier.bookmark(paper)):
        return codec.unpack(paper.issued_content)


def _submitted(
    dossier: DossierPapers, papers: Sequence[OutgoingPaper], documents: Mapping[str, Document], maker: Maker
) -> Submitted:
    lists = [documents[paper.uid] for paper in papers if paper.kind == "member_list"]
    listed = member_list.listed(lists[-1]) if lists else None
    told = ratings(dossier.year, papers, documents)
    return Submitted(maker.origin.package_id, papers, listed, told, part_facts(dossier.parts))


def _totals(
    dossier: DossierPapers, papers: Sequence[OutgoingPaper], documents: Mapping[str, Document], maker: Maker
) -> bytes:
    """Return the workbook of the summary in the package, nothing without one."""
    summaries = [documents[paper.uid] for paper in papers if paper.kind == SUMMARY]
    return workbook(summaries[-1], dossier.parts, maker.jobs, maker.progress) if summaries else b""


def _totals_line(dossier: DossierPapers, prefix: str) -> str:
    """Return the line on the workbook of the totals, nothing where the package has none."""
    if not any(paper.kind == SUMMARY for part in dossier.parts for paper in part.papers):
        return ""
    return "  " + wording(CONTENTS_LIST).text("totals_file", file=prefix + plan.TOTALS) + "\n"


def _merged(
    dossier: DossierPapers, papers: Sequence[OutgoingPaper], files: Mapping[str, Made], maker: Maker
) -> bytes:
    index = (kind(CONTENTS_LIST).title, files[_INDEX].pdf)
    parts = [index, *((dossier.bookmark(paper), files[paper.uid].printed) for paper in papers)]
    return maker.jobs.run(MERGE_JOB, bundle.pack(parts), maker.progress)


def _without_pdf(dossier: DossierPapers) -> list[str]:
    """Return the lines of the read-me on papers that are there as Word files alone."""
    papers = [paper for part in dossier.parts for paper in part.papers]
    lacking = [one for one in papers if (edition := dossier.editions.get(one.uid)) and not edition.has_pdf]
    if not lacking:
        return []
    words = wording(CONTENTS_LIST)
    return [words.text("word_alone"), *(f"  - {dossier.bookmark(one)}" for one in lacking)]


def _edited(dossier: DossierPapers) -> list[str]:
    """Return the lines of the read-me on papers that say otherwise than the data, with what they say."""
    papers = [paper for part in dossier.parts for paper in part.papers if dossier.differences.get(paper.uid)]
    if not papers:
        return []
    lines = [f"  - {dossier.bookmark(one)}: {_facts_said(dossier.differences[one.uid])}" for one in papers]
    return [wording(CONTENTS_LIST).text("edited"), *lines]


def _facts_said(facts: Sequence[Fact]) -> str:
    words = wording(CONTENTS_LIST)
    said = [_fact_said(fact, words) for fact in facts[:_FACTS_TOLD]]
    if len(facts) > _FACTS_TOLD:
        said.append(words.text("more_facts", count=str(len(facts) - _FACTS_TOLD)))
    return "; ".join(said)


def _fact_said(fact: Fact, words: Wording) -> str:
    said = _change_said(fact, words)
    return words.text("fact_of_row", row=fact.whose, said=said) if fact.whose else said


def _change_said(fact: Fact, words: Wording) -> str:
    if fact.ours and fact.theirs:
        return words.text("fact_changed", ours=fact.ours, theirs=fact.theirs)
    if fact.theirs:
        return words.text("fact_added", theirs=fact.theirs)
    return words.text("fact_gone", ours=fact.ours)


def _read_me(dossier: DossierPapers, origin: plan.Origin) -> bytes:
    """Return the plain text that explains the folder, with the line ends of Windows."""
    year = dossier.year
    prefix = names.PRACTICE_PREFIX if year.cell.is_practice else ""
    text = release_files.read_text("package", "doc-truoc.txt")
    notes = [wording("shared").text("practice_band")] if year.cell.is_practice else []
    notes.extend(contents_list.incomplete(lacks(dossier.parts), wording(CONTENTS_LIST)))
    notes.extend(_edited(dossier))
    notes.extend(_without_pdf(dossier))
    filled = text.format(
        cell=year.cell.name.upper(),
        year=year.year,
        committee=year.cell.upper_committee,
        date=show_date(origin.made_at.date().isoformat()),
        package_id=names.short_id(origin.package_id),
        notes="".join(f"{note}\n" for note in notes),
        index=prefix + plan.INDEX,
        merged=prefix + plan.MERGED,
        totals=_totals_line(dossier, prefix),
        fingerprint=sign.public_key(origin.signing_seed).fingerprint,
        secretary=year.cell.cell_secretary,
    )
    return (_BOM + filled.replace("\n", "\r\n")).encode()
