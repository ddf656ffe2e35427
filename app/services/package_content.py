"""Makes the package of a year in memory: papers, index, merged PDF, facts, planned and signed (P1, P2)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.common import release_files
from app.common.jobs import Jobs
from app.common.progress import Progress
from app.domain.outgoing_papers import OutgoingPaper
from app.domain.types import show_date
from app.errors import Refused
from app.package import merged, names, plan, sign
from app.papers import PartRow, Subject, build, codec, contents_list, kind, member_list
from app.papers.content import Document
from app.papers.naming import named
from app.papers.wording import wording
from app.services.dossier import CONTENTS_LIST, number_of, parts_of, submitted
from app.services.rendering import render
from app.year.handed_up import Submitted, handed_up
from app.year.review_year import ReviewYear

MERGE_JOB = "merge_pdfs"
_INDEX = "index"
_BOM = "\ufeff"
"""Old Windows editors take a file without it for one in another code page."""


@dataclass(frozen=True, slots=True)
class Maker:
    """What a package needs beside its papers; `origin` decides identity, time and signature."""

    origin: plan.Origin
    jobs: Jobs
    progress: Progress


def make_package(year: ReviewYear, maker: Maker) -> plan.Package:
    """Return the whole package of `year`, nothing written yet.

    Raises `Refused` L-421 while no paper of the dossier is issued; what else is missing never stops it.
    Raises `EnvironmentFailed` L-305, L-304 with the paper that cannot be made.
    """
    papers = submitted(year)
    if not papers:
        raise Refused("L-421", year=year.year)
    documents = {paper.uid: _stored(paper) for paper in papers}
    documents[_INDEX] = build(CONTENTS_LIST, year, _contents(year, papers, maker))
    titles = {paper.uid: _bookmark(paper) for paper in papers}
    files = render(maker.jobs, documents, maker.progress, titles=titles)
    ready = [
        plan.DossierPaper(
            _title(paper), plan.Part.COLLECTIVE, files[f"{paper.uid}.docx"], files[f"{paper.uid}.pdf"]
        )
        for paper in papers
    ]
    root = plan.RootPapers(
        read_me=_read_me(year, maker.origin),
        index_docx=files[f"{_INDEX}.docx"],
        index_pdf=files[f"{_INDEX}.pdf"],
        merged_pdf=_merged(papers, files, maker),
        year_facts=handed_up(year, _submitted(papers, documents, maker)).encode(),
    )
    return plan.build(maker.origin, plan.place(ready, practice=year.cell.is_practice), root)


def _stored(paper: OutgoingPaper) -> Document:
    with named(_bookmark(paper)):
        return codec.unpack(paper.issued_content)


def _submitted(papers: Sequence[OutgoingPaper], documents: Mapping[str, Document], maker: Maker) -> Submitted:
    lists = [documents[paper.uid] for paper in papers if paper.kind == "member_list"]
    return Submitted(maker.origin.package_id, papers, member_list.listed(lists[-1]) if lists else None)


def _title(paper: OutgoingPaper) -> str:
    return kind(paper.kind).title


def _bookmark(paper: OutgoingPaper) -> str:
    return " ".join(filter(None, (_title(paper), number_of(paper))))


def _contents(year: ReviewYear, papers: Sequence[OutgoingPaper], maker: Maker) -> Subject:
    one_copy = wording(CONTENTS_LIST).text("one_copy")
    rows = tuple(PartRow(_title(paper), number_of(paper), paper.dated_on, one_copy) for paper in papers)
    return Subject(dated_on=maker.origin.made_at.date(), parts=rows, missing=_missing(year))


def _missing(year: ReviewYear) -> tuple[str, ...]:
    return tuple(part.title for part in parts_of(year) if part.state in {"missing", "draft"})


def _merged(papers: Sequence[OutgoingPaper], files: Mapping[str, bytes], maker: Maker) -> bytes:
    index = (kind(CONTENTS_LIST).title, files[f"{_INDEX}.pdf"])
    parts = [index, *((_bookmark(paper), files[f"{paper.uid}.pdf"]) for paper in papers)]
    return maker.jobs.run(MERGE_JOB, merged.request(parts), maker.progress)


def _read_me(year: ReviewYear, origin: plan.Origin) -> bytes:
    """Return the plain text that explains the folder, with the line ends of Windows."""
    prefix = names.PRACTICE_PREFIX if year.cell.is_practice else ""
    text = release_files.read_text("package", "doc-truoc.txt")
    notes = [wording("shared").text("practice_band")] if year.cell.is_practice else []
    notes.extend(contents_list.incomplete(_missing(year), wording(CONTENTS_LIST)))
    filled = text.format(
        cell=year.cell.name.upper(),
        year=year.year,
        committee=year.cell.upper_committee,
        date=show_date(origin.made_at.date().isoformat()),
        package_id=names.short_id(origin.package_id),
        notes="".join(f"{note}\n" for note in notes),
        index=prefix + plan.INDEX,
        merged=prefix + plan.MERGED,
        fingerprint=sign.public_key(origin.signing_seed).fingerprint,
        secretary=year.cell.cell_secretary,
    )
    return (_BOM + filled.replace("\n", "\r\n")).encode()
