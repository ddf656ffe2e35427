"""What is written for the review, section by section: the form of the year's rules with what it takes over.

A member's self-review and the collective report are one thing to whoever writes: a `Piece`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from app.domain.self_reviews import CollectiveReport, ReportVersion, SelfReview, WritingState
from app.domain.targets import COLLECTIVE
from app.papers.carried import TYPED_NO_MORE
from app.papers.form_sections import headed
from app.papers.review import Review, review_of
from app.rules.ruleset import Form, Section
from app.services.writing_known import JUDGED, Known, known_of
from app.year.review_year import ReviewYear

FINAL_SUFFIX = "-final"
DRAFT_SUFFIX = "-draft"
_QUESTION = re.compile(r"[^?]+\?|[^?]+$")


@dataclass(frozen=True, slots=True)
class Piece:
    """A self-review of a member, or a version of the collective report, in one round."""

    year: int
    target: str
    version: ReportVersion = ReportVersion.DRAFT
    round_number: int = 1

    @property
    def is_report(self) -> bool:
        """Return whether it is the report of the collective."""
        return self.target == COLLECTIVE


class Written(Enum):
    """How far a section is: what was typed counts, and what its records say by themselves."""

    NOT_DUE = "not_due"
    """Nothing there, and the form does not ask for it ("nếu có")."""
    OPEN = "open"
    PARTLY = "partly"
    """Records are there of which the result or the explanation is still missing."""
    DONE = "done"


@dataclass(frozen=True, slots=True)
class SectionView:
    """One section as it is written: heading as on paper, questions that help, what is there already."""

    code: str
    heading: str
    under: tuple[str, ...]
    questions: tuple[str, ...]
    carries: str
    is_typed: bool
    """Whether what is typed here prints; where records tell everything, nothing is typed twice."""
    text: str
    last_year: str
    known: tuple[Known, ...]
    is_required: bool

    @property
    def written(self) -> Written:
        """Return how far the section is."""
        if self.carries in JUDGED and any(not one.state for one in self.known):
            return Written.PARTLY
        if self.known or self.text.strip():
            return Written.DONE
        return Written.OPEN if self.is_required else Written.NOT_DUE


@dataclass(frozen=True, slots=True)
class WritingSheet:
    """A piece with its form: whose it is, how far it is, and its sections in order."""

    piece: Piece
    name: str
    form: str
    """Name of the form with its number; empty where the year's rules have none."""
    record: SelfReview | CollectiveReport | None
    sections: tuple[SectionView, ...]
    levels: tuple[tuple[str, str], ...]
    """Codes and words of the levels, the highest first."""
    sub_reasons: Mapping[str, tuple[tuple[str, str], ...]]
    """Of a level that has several cases, their codes and words."""
    is_over: bool = False
    """Whether its year is finished."""

    @property
    def is_closed(self) -> bool:
        """Return whether its texts are only looked at: it is finished, or its year is."""
        return self.is_final or self.is_over

    @property
    def is_final(self) -> bool:
        """Return whether it is finished, so that its texts are only looked at."""
        return self.record is not None and self.record.state is WritingState.FINAL

    @property
    def on_paper(self) -> bool:
        """Return whether it was handed in on paper; its texts are not typed then (rulings.md 6)."""
        return isinstance(self.record, SelfReview) and self.record.on_paper


def piece_of(year: ReviewYear, subject: str) -> Piece:
    """Return the piece that a place of the window names: a member's uid, or the collective.

    Of the collective the completed version is meant once it was begun, unless the name says which.
    """
    number = max((one.number for one in year.rounds), default=1)
    if not subject.startswith(COLLECTIVE):
        return Piece(year.year, subject, round_number=number)
    versions = {one.version for one in year.collective_reports if one.round_number == number}
    is_final = ReportVersion.FINAL in versions and not subject.endswith(DRAFT_SUFFIX)
    if subject.endswith(FINAL_SUFFIX):
        is_final = True
    return Piece(year.year, COLLECTIVE, ReportVersion.FINAL if is_final else ReportVersion.DRAFT, number)


def record_of(year: ReviewYear, piece: Piece) -> SelfReview | CollectiveReport | None:
    """Return the record of a piece, None before anything of it was entered."""
    if piece.is_report:
        reports = (
            one
            for one in year.collective_reports
            if one.version is piece.version and one.round_number == piece.round_number
        )
        return next(reports, None)
    own = (one for one in year.self_reviews if one.member_uid == piece.target)
    return next((one for one in own if one.round_number == piece.round_number), None)


def writing_sheet(year: ReviewYear, piece: Piece, before: ReviewYear | None = None) -> WritingSheet:
    """Return a piece with its sections; `before` is the year before, whose texts stand beside."""
    review = review_of(year, None)
    record = record_of(year, piece)
    form = review.form(piece.target)
    levels = review.levels(piece.target)
    return WritingSheet(
        piece=piece,
        name=review.name(piece.target),
        form=" ".join(filter(None, (form.name, f"({form.number})" if form.number else ""))) if form else "",
        record=record,
        sections=tuple(_sections(review, form, record, piece, _texts_before(before, piece))) if form else (),
        levels=tuple((one.code, one.name) for one in levels),
        sub_reasons={
            one.code: tuple((reason.code, reason.name) for reason in one.sub_reasons)
            for one in levels
            if one.sub_reasons
        },
        is_over=any(one.finished_on for one in year.cycles),
    )


def is_leader(review: Review, target: str) -> bool:
    """Return whether the sections for leaders concern `target`, as its paper prints them."""
    settled = review.outlook.roster.population.get(target)
    return settled is None or settled.is_leader


def _sections(
    review: Review,
    form: Form,
    record: SelfReview | CollectiveReport | None,
    piece: Piece,
    before: Mapping[str, str],
) -> Iterator[SectionView]:
    texts = review.outlook.texts.get(record.uid, {}) if record else {}
    for section, heading in headed(form, is_leader=is_leader(review, piece.target)):
        known = tuple(known_of(review, piece.target, piece.round_number, section.carries))
        yield SectionView(
            code=section.code,
            heading=heading,
            under=section.under,
            questions=_questions(section),
            carries=section.carries,
            is_typed=section.carries not in TYPED_NO_MORE
            or (section.carries == "earlier" and not known)
            or (section.carries == "suggestions" and not known),
            text=texts.get(section.code, ""),
            last_year=before.get(section.code, ""),
            known=known,
            is_required=section.required,
        )


def _questions(section: Section) -> tuple[str, ...]:
    return tuple(one.strip() for one in _QUESTION.findall(section.help) if one.strip())


def _texts_before(before: ReviewYear | None, piece: Piece) -> Mapping[str, str]:
    """Return what the same one wrote a year ago, by section, in the last round and version."""
    if before is None:
        return {}
    owners: Sequence[str]
    if piece.is_report:
        reports = sorted(
            before.collective_reports, key=lambda one: (one.round_number, one.version is ReportVersion.FINAL)
        )
        owners = [one.uid for one in reports]
    else:
        own = [one for one in before.self_reviews if one.member_uid == piece.target]
        owners = [one.uid for one in sorted(own, key=lambda one: one.round_number)]
    last = owners[-1] if owners else ""
    return {one.section: one.text for one in before.section_texts if one.owner == last}
