"""A paper as it would print now, while what it tells is still being entered."""

from __future__ import annotations

from dataclasses import dataclass

from app.common.clock import Clock
from app.common.jobs import Jobs
from app.common.progress import NoProgress, Progress
from app.domain.outgoing_papers import OutgoingPaper
from app.domain.types import new_uid
from app.papers import Subject, build
from app.papers.own_layer import signer_set
from app.papers.review import rules_of
from app.papers.signatures import holder
from app.services.paper_making import PaperMaking
from app.services.rendering import render
from app.storage.database import Database
from app.storage.queries.review_year import review_year
from app.year.review_year import ReviewYear


@dataclass(frozen=True, slots=True)
class Asked:
    """Which paper of a year: its kind, whom it is about (`target`), or which record it states (`about`)."""

    kind: str
    year: int
    target: str = ""
    about: str = ""


class PresentPages:
    """Makes the pages of a paper; nothing is stored, and no paper is begun by looking at it."""

    def __init__(self, database: Database, jobs: Jobs, clock: Clock) -> None:
        self._database = database
        self._jobs = jobs
        self._clock = clock
        self._making = PaperMaking(database, jobs)

    def preview(self, asked: Asked, progress: Progress | None = None) -> bytes:
        """Return the PDF of the paper with what is stored."""
        return self.of(review_year(self._database, asked.year), asked, progress)

    def of(
        self, year: ReviewYear, asked: Asked, progress: Progress | None = None, *, ours: bool = False
    ) -> bytes:
        """Return the PDF of the paper with what `year` holds, on the form of the committee where one is used.

        `ours` asks for our own layout all the same.
        """
        paper = self._paper(year, asked)
        pdf = b"" if ours else self._making.on_form(year, paper, progress or NoProgress())
        if pdf:
            return pdf
        document = build(asked.kind, year, Subject(paper=paper))
        return render(self._jobs, {"x": document}, progress or NoProgress(), ("pdf",))["x.pdf"]

    def _paper(self, year: ReviewYear, asked: Asked) -> OutgoingPaper:
        """Return the paper being prepared, or one as it would be begun today."""
        begun = [
            one
            for one in year.papers
            if (one.kind, one.target, one.about) == (asked.kind, asked.target, asked.about)
            and not one.is_issued
            and not one.trashed_on
        ]
        if begun:
            return begun[-1]
        signer = signer_set(rules_of(year).own_texts, asked.kind)
        own = {"kind": asked.kind, "year": asked.year, "target": asked.target, "about": asked.about}
        signs = {"signer": signer, "signer_name": holder(year.cell, signer)}
        return OutgoingPaper(uid=new_uid(), dated_on=self._clock.today(), **signs, **own)
