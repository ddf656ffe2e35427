"""The dossier of a year with its papers that were corrected in Word, held against what the data give."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from dataclasses import dataclass

from app.common.jobs import Jobs
from app.common.progress import NoProgress, Progress
from app.domain.word_editions import WordEdition
from app.papers.word_taking.facts import Fact
from app.services.package_content import DossierPapers, stored
from app.services.paper_making import FILE, PaperMaking
from app.services.word_editions import compared_with
from app.storage.database import Database
from app.storage.queries.review_year import review_year

COMPARING = "package.comparing"


@dataclass(frozen=True, slots=True)
class EditedPaper:
    """A paper of the dossier that was corrected in Word: how often it contradicts the data, its PDF."""

    uid: str
    title: str
    differences: int
    has_pdf: bool

    @property
    def is_to_be_seen(self) -> bool:
        """Return whether whoever hands the dossier in has to know something of it."""
        return bool(self.differences) or not self.has_pdf


class EditedDossiers:
    """Reads dossiers of the open database."""

    def __init__(self, database: Database, jobs: Jobs) -> None:
        self._database = database
        self._jobs = jobs
        self._making = PaperMaking(database, jobs)

    def any_in(self, year: int) -> bool:
        """Return whether any paper of `year` was corrected in Word."""
        with self._database.read() as reader:
            return reader.count(WordEdition, year=year) > 0

    def papers(self, year: int, progress: Progress | None = None) -> tuple[EditedPaper, ...]:
        """Return the papers of the dossier that contradict the data or lack their PDF, in its order.

        Raises as `of_year` does.
        """
        dossier = self.of_year(year, progress or NoProgress())
        there = [paper for part in dossier.parts for paper in part.papers if paper.uid in dossier.editions]
        found = (
            EditedPaper(
                one.uid,
                dossier.bookmark(one),
                len(dossier.differences.get(one.uid, ())),
                dossier.editions[one.uid].has_pdf,
            )
            for one in there
        )
        return tuple(one for one in found if one.is_to_be_seen)

    def of_year(self, year: int, progress: Progress) -> DossierPapers:
        """Return the dossier of `year` with what its corrected papers say otherwise than the data.

        Raises `EnvironmentFailed` L-301 … L-305 for a damaged paper, `Cancelled`.
        """
        whole = review_year(self._database, year, files=True)
        dossier = DossierPapers(whole)
        papers = [paper for part in dossier.parts for paper in part.papers if paper.uid in dossier.editions]
        if not papers:
            return dossier
        for paper in papers:
            stored(paper, dossier)  # a damaged one is told by its name
        titles = {paper.uid: dossier.bookmark(paper) for paper in papers}
        ours = self._making.from_data(papers, progress, (FILE,), titles)
        differences: dict[str, Sequence[Fact]] = {}
        for at, paper in enumerate(papers):
            progress.step(at, len(papers), COMPARING)
            word = base64.b85decode(dossier.editions[paper.uid].word)
            found = compared_with(self._jobs, (whole, paper), (word, ours[paper.uid].file), NoProgress())
            differences[paper.uid] = found.facts
        return DossierPapers(whole, differences)
