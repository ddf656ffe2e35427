"""Papers taken back from Word: looked at beside what the data give, kept as the official version, dropped."""

from __future__ import annotations

import base64
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from app.common.clock import Clock
from app.common.jobs import Jobs
from app.common.progress import NoProgress, Progress
from app.domain.outgoing_papers import OutgoingPaper
from app.domain.targets import CELL
from app.domain.word_editions import MOST_BYTES, WordEdition
from app.errors import Refused
from app.package import bundle
from app.papers import kind
from app.papers.abouts import named_in
from app.papers.review import review_of, rules_of
from app.papers.type_names import names_of_others, type_names
from app.papers.word_taking.compare import Piece, Row
from app.papers.word_taking.facts import Fact, Known
from app.papers.word_taking.identity import Persons, Types
from app.papers.word_taking.nearest import NONE
from app.papers.word_taking.pdf_words import PdfWords
from app.papers.word_taking.request import Asked, Compared, answered, request
from app.papers.wording import wording
from app.rules.ruleset_files import shipped
from app.services.files import read_chosen
from app.services.made import OURS
from app.services.open_years import OpenYears, added, refuse_finished, removed, saved
from app.services.paper_making import FILE, PaperMaking
from app.storage.database import Database
from app.storage.queries.review_year import review_year
from app.year.review_year import ReviewYear

__all__ = ["Fact", "LookedAt", "Piece", "ReadPdf", "Row", "WordEditionService"]

TAKE_JOB, PDF_JOB = "take_word", "take_pdf"
LEVEL_SUMMARY = "level_summary"
_MOST_ALIKE = 12


@dataclass(frozen=True, slots=True)
class LookedAt:
    """A Word file held against the paper it is for; nothing is stored yet."""

    paper: OutgoingPaper
    file_name: str
    found: Compared
    other: OutgoingPaper | None = None
    """Another paper of the register that the file is nearly surely of."""


@dataclass(frozen=True, slots=True)
class ReadPdf:
    """The PDF that Word made of a file that was taken in, still stored nowhere."""

    edition: WordEdition
    pdf: bytes
    words: PdfWords


class WordEditionService:
    """Bản đã chỉnh sửa trên Word of the open database: at most one for a paper."""

    def __init__(self, database: Database, making: PaperMaking, jobs: Jobs, clock: Clock) -> None:
        self._database = database
        self._making = making
        self._years = OpenYears(database)
        self._jobs = jobs
        self._clock = clock

    def of_year(self, year: int) -> dict[str, WordEdition]:
        """Return by paper the files taken back in `year`."""
        with self._database.read() as reader:
            return {one.paper: one for one in reader.rows(WordEdition, year=year)}

    def of(self, paper_uid: str) -> WordEdition | None:
        """Return the file taken back for a paper, None without."""
        with self._database.read() as reader:
            return next(iter(reader.rows(WordEdition, paper=paper_uid)), None)

    def look(self, paper_uid: str, path: Path, progress: Progress | None = None) -> LookedAt:
        """Return how the Word file at `path` differs from what the data give for the paper.

        Raises `Refused` or `EnvironmentFailed`: L-501 … L-513 for what is no whole Word file, L-314 and
        L-351 … L-358 for one that cannot be taken for the paper, L-361 where that is on a form of Excel,
        L-540 in a finished year.
        """
        with self._database.read() as reader:
            # Told before anybody reads pages of differences.
            refuse_finished(reader, reader.get(OutgoingPaper, paper_uid).year)
        data = read_chosen(path, MOST_BYTES)
        return self._looked(paper_uid, path.name, data, progress, is_new=True)

    def look_again(self, edition: WordEdition, progress: Progress | None = None) -> LookedAt:
        """Return how the file taken back differs from what the data give now."""
        data = base64.b85decode(edition.word)
        return self._looked(edition.paper, edition.file_name, data, progress, is_new=False)

    def take(self, looked: LookedAt) -> WordEdition:
        """Make the file the official version of its paper, in the place of an earlier one; one step.

        Raises `Refused` L-540 in a finished year, `NotFound`.
        """
        paper, found = looked.paper, looked.found
        own = {
            "taken_on": self._clock.today(),
            "file_name": looked.file_name,
            "word": base64.b85encode(found.data).decode("ascii"),
            "pdf": "",
            "is_whole": found.is_whole,
        }
        with self._years.write("paper.word_take", paper.year) as work:
            for present in work.rows(WordEdition, paper=paper.uid):
                return saved(work, WordEdition, present.uid, present.rev, own)
            return added(work, WordEdition, paper.year, {**own, "paper": paper.uid})

    def look_pdf(self, edition: WordEdition, path: Path, progress: Progress | None = None) -> ReadPdf:
        """Return the PDF at `path` and what of the file's words it lacks.

        Raises `Refused` L-359 for what is no PDF, L-360 and L-362 for one of another text, L-502 for one too
        large.
        """
        pdf = read_chosen(path, MOST_BYTES)
        pair = [("docx", base64.b85decode(edition.word)), ("pdf", pdf)]
        answer = self._jobs.run(PDF_JOB, bundle.pack(pair), progress or NoProgress())
        told, _, kept = answer.partition(b"\n")
        said = {name: tuple(lines) for name, lines in json.loads(told).items()}
        return ReadPdf(edition, kept, PdfWords(**said))

    def take_pdf(self, read: ReadPdf) -> WordEdition:
        """Keep the PDF that Word made of the file beside it, as one step. Raises `Refused` L-540."""
        edition, values = read.edition, {"pdf": base64.b85encode(read.pdf).decode("ascii")}
        with self._years.write("paper.word_pdf", edition.year) as work:
            return saved(work, WordEdition, edition.uid, edition.rev, values)

    def drop(self, edition: WordEdition) -> None:
        """Go back to what the data give: the file goes, and undo brings it back. Raises `Refused` L-540."""
        with self._years.write("paper.word_drop", edition.year) as work:
            removed(work, WordEdition, edition.uid)

    def _paper(self, uid: str) -> OutgoingPaper:
        with self._database.read() as reader:
            return reader.get(OutgoingPaper, uid)

    def _looked(
        self, paper_uid: str, name: str, data: bytes, progress: Progress | None, *, is_new: bool
    ) -> LookedAt:
        paper, watch = self._paper(paper_uid), progress or NoProgress()
        year = review_year(self._database, paper.year)
        alike = alike_in(year, paper) if is_new else ()
        made = self._making.from_data([paper, *alike], watch, (FILE,))
        ours = made.pop(paper.uid)
        if ours.ending != OURS:
            raise Refused("L-361")
        alike = tuple(one for one in alike if made[one.uid].ending == OURS)
        files = (data, ours.file, *(self._official(one, made[one.uid].file) for one in alike))
        found = compared_with(self._jobs, (year, paper), files, watch, is_new=is_new)
        return LookedAt(paper, name, found, alike[found.other] if found.other != NONE else None)

    def _official(self, paper: OutgoingPaper, made: bytes) -> bytes:
        edition = self.of(paper.uid)
        return base64.b85decode(edition.word) if edition else made


def alike_in(year: ReviewYear, paper: OutgoingPaper) -> tuple[OutgoingPaper, ...]:
    """Return the latest papers that a file could be of in place of `paper`: of its kind, about the same.

    A version that took the place of another is made from its file on purpose.
    """
    others = [one for one in year.papers if (one.kind, one.target) == (paper.kind, paper.target)]
    own = {paper.uid, paper.replaces}
    found = [one for one in others if one.uid not in own and one.replaces != paper.uid]
    return tuple(sorted(found, key=lambda one: one.dated_on)[-_MOST_ALIKE:])


def compared_with(
    jobs: Jobs,
    about: tuple[ReviewYear, OutgoingPaper],
    files: Sequence[bytes],
    progress: Progress,
    *,
    is_new: bool = False,
) -> Compared:
    """Return how a Word file differs from what the data give.

    `files` are that file, ours, and those of other papers that it could be of.

    Raises as `look` does.
    """
    year, paper = about
    own = rules_of(year).own_texts
    types = Types(type_names(paper.kind, own), names_of_others(paper.kind, own))
    data, ours, *others = files
    known, who = known_to(year, paper), _persons(year, paper)
    asked = Asked(data, ours, known, who, is_new, types, tuple(others))
    return answered(jobs.run(TAKE_JOB, request(asked), progress))


def known_to(year: ReviewYear, paper: OutgoingPaper) -> Known:
    """Return the names, levels and places by which facts in a paper are told."""
    cell, review = year.cell, review_of(year, paper.dated_on)
    names = [one.full_name for one in year.members]
    names += [cell.cell_secretary, cell.deputy_secretary, paper.signer_name]
    names += [one.name for one in year.guests]
    levels = [one.name for target in ("", CELL) for one in review.levels(target)]
    # A level of another year's rules is one as well, to whoever types it.
    levels += [one.name for rules in shipped().values() for one in (*rules.member_levels, *rules.cell_levels)]
    levels += [
        one.short for rules in shipped().values() for one in (*rules.member_levels, *rules.cell_levels)
    ]
    words = wording(LEVEL_SUMMARY, sets=(review.rules.parent, review.rules.id))
    # The list of all members gives each level by its first letters: "ĐTC, HTT".
    levels += words.values["short_levels"].values()
    places = (cell.name, cell.upper_organisation, cell.upper_committee, cell.place_name)
    return Known(tuple(filter(None, dict.fromkeys(names))), tuple(dict.fromkeys(levels)), places)


def _persons(year: ReviewYear, paper: OutgoingPaper) -> Persons:
    named = named_in(year, [(kind(paper.kind), paper)])[paper.uid]
    others = tuple(one.full_name for one in year.members)
    return Persons(named.name, others) if named.name in others else Persons()
