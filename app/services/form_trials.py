"""Xem thử: a form filled with invented data, as it will look, and what its pages cannot show."""

from __future__ import annotations

from app.common.clock import Clock
from app.common.jobs import Jobs
from app.common.progress import NoProgress, Progress
from app.domain.committee_forms import CommitteeForm
from app.papers.committee import catalogue
from app.papers.committee.filling import Wanted
from app.papers.committee.model import marks_of
from app.papers.wording import wording
from app.services.form_marks import told_of
from app.services.made import Made
from app.services.paper_making import BOTH, content_of, filled
from app.storage.database import Database
from app.storage.queries.review_year import review_year


class FormTrials:
    """Tries forms; nothing is stored."""

    def __init__(self, database: Database, jobs: Jobs, clock: Clock) -> None:
        self._database = database
        self._jobs = jobs
        self._clock = clock

    def tried(self, uid: str, progress: Progress | None = None, *, longest: bool = False) -> Made:
        """Return the form filled with invented data, its pages, and what they cannot show.

        `longest` takes the longest names and texts there may be. Raises `NotFound`, what filling raises.
        """
        with self._database.read() as reader:
            form = reader.get(CommitteeForm, uid)
            content = content_of(reader, form)
        year = review_year(self._database, form.year)
        marks = marks_of(form.marks)
        fields = catalogue.fields(told_of(year, form.kind, self._clock))
        said = catalogue.invented(fields, longest=longest)
        wanted = Wanted(
            name=uid,
            format=form.format.value,
            form=uid,
            marks=marks.encode(),
            values=said.values,
            rows=said.rows,
            band=wording("shared").text("practice_band"),
            title=form.name,
        )
        return filled(self._jobs, [wanted], {uid: content}, progress or NoProgress(), BOTH)[uid]
