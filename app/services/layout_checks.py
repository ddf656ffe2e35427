"""Kiểm tra thể thức: a Word file, ours or not, held against the guidance in force on its date."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.common.clock import Clock
from app.common.jobs import Jobs
from app.common.progress import NoProgress, Progress
from app.domain.outgoing_papers import OutgoingPaper
from app.papers import kind
from app.papers.dates import short_date
from app.papers.layout_check.report import Asked, request
from app.papers.layout_check.sentences import report_words
from app.services.files import read_chosen
from app.services.made import OURS
from app.services.paper_making import FILE, PaperMaking
from app.sheets.safe_zip import another_kind
from app.storage.database import Database

CHECK_JOB = "check_layout"
MOST_BYTES = 20_000_000
"""A paper with pictures of a whole conference is smaller."""


@dataclass(frozen=True, slots=True)
class LayoutLine:
    """One difference: the component, where, the sentence, how to mend it in Word, after which source."""

    code: str
    weight: str
    """ "deviation", or "hint" where the source is not verified."""
    paragraph: int
    """Its place in the file, from 1; 0 for the whole file."""
    component: str
    words: str
    """The beginning of the line, empty for the whole file."""
    says: str
    sentence: str
    """What it says, with the file and the component before it."""
    mend: str
    source: str


@dataclass(frozen=True, slots=True)
class LayoutReport:
    """What was found in one file."""

    file_name: str
    profile: str
    title: str
    """The guidance, by its name and date."""
    sort: str
    taken: str
    """What the file was taken for, in a sentence."""
    found: tuple[LayoutLine, ...]

    @property
    def deviations(self) -> tuple[LayoutLine, ...]:
        """Return what is against a verified rule."""
        return tuple(one for one in self.found if one.weight == "deviation")

    @property
    def hints(self) -> tuple[LayoutLine, ...]:
        """Return what may be wrong, but the source is not verified."""
        return tuple(one for one in self.found if one.weight != "deviation")

    @property
    def verdict(self) -> str:
        """Return how many differences there are, in a sentence or two."""
        named = {"file": self.file_name, "title": self.title}
        if not self.found:
            return report_words("whole", **named)
        if not self.deviations:
            return report_words("only_hints", hints=len(self.hints), **named)
        counted = report_words("counted", deviations=len(self.deviations), **named)
        hints = report_words("counted_hints", hints=len(self.hints)) if self.hints else ""
        return " ".join(filter(None, (counted, hints)))


class LayoutCheckService:
    """Looks at files and at the cell's own papers; changes nothing in either."""

    def __init__(self, database: Database, jobs: Jobs, clock: Clock) -> None:
        self._database = database
        self._jobs = jobs
        self._making = PaperMaking(database, jobs)
        self._clock = clock

    def of_file(
        self, path: Path, progress: Progress | None = None, day: dt.date | None = None
    ) -> LayoutReport:
        """Return how the Word file at `path` differs from the layout of `day`, or of its own date.

        Raises `Refused` or `EnvironmentFailed` (L-501 … L-513) for what is no whole Word file, `Cancelled`.
        """
        return checked(path, self._jobs, self._clock.today(), progress, day)

    def of_paper(self, uid: str, progress: Progress | None = None) -> LayoutReport:
        """Return how the Word file of a paper of the cell differs; raises `NotFound`, as `render` does."""
        with self._database.read() as reader:
            paper = reader.get(OutgoingPaper, uid)
        watch = progress or NoProgress()
        made = self._making.of_papers([paper], watch, (FILE,))[uid]
        if made.ending != OURS:
            raise another_kind()
        word = made.file
        asked = Asked(kind(paper.kind).title, paper.dated_on, self._clock.today(), word)
        return report(asked, self._jobs, watch)


def checked(
    path: Path, jobs: Jobs, today: dt.date, progress: Progress | None = None, day: dt.date | None = None
) -> LayoutReport:
    """Return the report on the Word file at `path`; needs no open cell. Raises as `of_file` does."""
    asked = Asked(path.name, day, today, read_chosen(path, MOST_BYTES))
    return report(asked, jobs, progress or NoProgress())


def report(asked: Asked, jobs: Jobs, progress: Progress) -> LayoutReport:
    """Return the report on a file in memory; raises as `of_file` does."""
    told: Mapping[str, Any] = json.loads(jobs.run(CHECK_JOB, request(asked), progress))
    dated = told["dated_on"]
    day = short_date(dt.date.fromisoformat(dated)) if dated else report_words("no_day")
    sort = " – ".join(filter(None, (told["kind"], told["sort_words"])))
    return LayoutReport(
        file_name=asked.name,
        profile=told["profile"],
        title=told["title"],
        sort=told["sort"],
        taken=report_words("taken", sort=sort, day=day, title=told["title"]),
        found=tuple(LayoutLine(**one) for one in told["found"]),
    )
