"""In trọn bộ: the whole dossier for the printer, each paper in as many copies as its kind has."""

from __future__ import annotations

from dataclasses import dataclass

from app.common.clock import Clock
from app.common.jobs import Jobs
from app.common.progress import NoProgress, Progress
from app.domain.outgoing_papers import OutgoingPaper, Submission
from app.package import names
from app.papers import build, kind
from app.papers.content import Document
from app.services.dossier import CONTENTS_LIST
from app.services.edited_dossier import EditedDossiers
from app.services.package_content import stored
from app.services.paper_making import PDF, PaperMaking
from app.services.rendering import render
from app.storage.database import Database

SLIP = "handover_slip"
_INDEX = "index"


@dataclass(frozen=True, slots=True)
class Printed:
    """One paper of the set: how it is called, its pages as PDF, how often it is printed."""

    title: str
    pdf: bytes
    copies: int


class PrintSets:
    """What is printed beside, or in place of, a package on a stick."""

    def __init__(self, database: Database, jobs: Jobs, clock: Clock) -> None:
        self._jobs = jobs
        self._edited = EditedDossiers(database, jobs)
        self._making = PaperMaking(database, jobs)
        self._clock = clock

    def whole(self, year: int, progress: Progress | None = None) -> tuple[Printed, ...]:
        """Return the contents list and every paper of the dossier, in its order.

        Raises `Refused` L-421 while no paper is issued, what rendering raises, `Cancelled`.
        """
        dossier = self._edited.of_year(year, progress or NoProgress())
        papers = dossier.papers()
        index = build(CONTENTS_LIST, dossier.year, dossier.contents(self._clock.today()))
        for paper in papers:
            stored(paper, dossier)  # a damaged one is told by its name
        titles = {paper.uid: dossier.bookmark(paper) for paper in papers}
        made = self._making.of_papers(papers, progress or NoProgress(), (PDF,), titles)
        files = self._rendered({_INDEX: index}, progress) | {uid: one.printed for uid, one in made.items()}
        whole = [Printed(kind(CONTENTS_LIST).title, files[_INDEX], kind(CONTENTS_LIST).copies)]
        whole += [Printed(dossier.bookmark(paper), files[paper.uid], copies_of(paper)) for paper in papers]
        return tuple(whole)

    def slip(
        self, year: int, submission: Submission | None = None, progress: Progress | None = None
    ) -> Printed:
        """Return the slip that both sides sign at the handing over; `submission` is what the stick has."""
        dossier = self._edited.of_year(year, progress or NoProgress())
        code = names.short_id(submission.package_id) if submission else ""
        subject = dossier.contents(self._clock.today(), code)
        files = self._rendered({_INDEX: build(SLIP, dossier.year, subject)}, progress)
        return Printed(kind(SLIP).title, files[_INDEX], kind(SLIP).copies)

    def _rendered(self, documents: dict[str, Document], progress: Progress | None) -> dict[str, bytes]:
        files = render(self._jobs, documents, progress or NoProgress(), ("pdf",))
        return {name.removesuffix(".pdf"): content for name, content in files.items()}


def copies_of(paper: OutgoingPaper) -> int:
    """Return how many copies of a paper are printed: its own number, else that of its kind."""
    return paper.copies or kind(paper.kind).copies
