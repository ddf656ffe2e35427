"""A rule set: how a year is reviewed and rated, as data (regimes-2018-2026.md 9; product.md 6).

Every rule tells its source and how far that was checked. What no source gives is empty, or an editable
default marked unverified. Nothing here knows a regime by name.
"""

from __future__ import annotations

import hashlib
import json
from typing import Annotated, Literal

from pydantic import Field

from app.domain.types import PartialDate
from app.rules.own_texts import OwnTexts
from app.rules.own_values import OwnValue, laid
from app.rules.ruleset_base import Condition, Mark, NamedRule, Part, Rule, Source, Text, Word
from app.rules.ruleset_time import Deadline, Time

__all__ = [
    "Deadline",
    "Mark",
    "NamedRule",
    "Part",
    "Rule",
    "RuleSet",
    "Source",
    "Text",
    "Time",
    "Word",
    "from_snapshot",
]

Percent = Annotated[float | None, Field(ge=0, le=100)]
Points = Annotated[float | None, Field(ge=0)]
ScoringMode = Literal["none", "grades", "points"]
Phase = Literal["prepare", "review", "rate", "after"]
FileKind = Literal["base", "year_letter", "overlay", "cell"]


class SubReason(Part):
    """Why somebody has a level (rulings.md 1.5)."""

    code: Word
    name: Text


class Level(Rule):
    """A level of quality; `rank` 1 is the lowest."""

    name: Text
    short: Text
    rank: int = Field(ge=1, le=9)
    sub_reasons: tuple[SubReason, ...] = ()


class Reason(NamedRule):
    """Why a member is not reviewed or not rated; `when` proposes it, people decide."""

    review: Literal["yes", "no", "later"] = "no"
    rating: Literal["exempt", "not_yet"] = "not_yet"
    when: Condition = ""
    printed: str = ""
    """What lists print in its place (rulings.md 2.8); empty: the name."""


class Special(NamedRule):
    """A situation that needs attention (sinh hoạt tạm thời, ốm đau, thai sản …) and what it means."""

    when: Condition = ""
    effect: Text
    needs: Word | Literal[""] = ""
    """A paper that must be there: ``temporary_cell`` comment."""
    at_most: Word | Literal[""] = ""
    """The highest level that may be given; empty: any."""


class ObjectType(NamedRule):
    """A kind of subject: which form it writes, which sheet it is scored by."""

    form: Word | Literal[""] = ""
    sheet: Word | Literal[""] = ""


class ScoreLine(Part):
    """One criterion; `max_points` is empty where the centre leaves it open."""

    code: Word
    text: Text
    max_points: Points = None


class ScoreGroup(Part):
    """Criteria whose points are summed up to a maximum."""

    code: Word
    name: Text
    max_points: Points = None
    items: tuple[ScoreLine, ...] = ()


class ScoreFrame(Rule):
    """The score sheet of an object type."""

    name: Text
    groups: tuple[ScoreGroup, ...]


class Grade(NamedRule):
    """A grade of one criterion (cấp độ thực hiện); `rank` 1 is the lowest."""

    rank: int = Field(ge=1, le=9)


class Scoring(Part):
    """How quality is measured."""

    mode: ScoringMode = "none"
    total: Points = None
    grades: tuple[Grade, ...] = ()
    note: str = ""
    source: Source = Source()


class LevelRule(Rule):
    """When a level may be given: points in a band, and conditions, each with its words."""

    level: Word
    objects: tuple[Word, ...]
    score_min: float | None = None
    score_below: float | None = None
    conditions: tuple[Requirement, ...] = ()


class Requirement(Part):
    """A condition in words and, where a fact tells, in the language of `app.rules.language`."""

    when: Condition = ""
    text: Text


class Disqualifier(NamedRule):
    """A case that forces a level unless whoever decides weighs otherwise."""

    objects: tuple[Word, ...]
    when: Condition = ""
    forces: Word
    waivable: bool = True


class Cap(Rule):
    """A ceiling on a level: information, never a block (rulings.md 1.2)."""

    level: Word
    subject: Literal["members", "cells"] = "members"
    percent: Percent = None
    exception_percent: Percent = None
    base: Literal["next_level", "next_level_or_better"] = "next_level"
    rounding: Literal["floor", "half_up"] = "floor"
    text: Text


class Step(NamedRule):
    """A step of the year, done by somebody."""

    phase: Phase
    actor: str = ""


class BallotRule(Rule):
    """A vote: what is chosen from; `threshold_percent` is empty where the centre gives none."""

    subject: Literal["members", "cell"]
    choices: tuple[Word, ...]
    secrecy: Literal["yes", "no", "either"] = "either"
    threshold_percent: Percent = None
    note: str = ""


class Authority(Rule):
    """Who rates itself, proposes and decides, by kind of cell."""

    subject: Literal["cell", "member"]
    cell_kind: Literal["affiliated", "base"]
    self_rates: str = ""
    proposes: str = ""
    decides: str = ""
    decides_here: bool = False
    """Whether the cell's papers say "quyết định" instead of "đề nghị" (rulings.md 3.5)."""


class Section(Part):
    """A section of a form: heading, and the question that helps to write it."""

    code: Word
    heading: Text
    under: tuple[Text, ...] = ()
    """Headings of the parts that begin with this section: "A. NỘI DUNG KIỂM ĐIỂM"."""
    help: str = ""
    required: bool = True
    of_leaders: bool = False
    carries: Word | Literal[""] = ""
    """What the program knows beforehand: ``earlier``, ``suggestions``, ``commitment`` …"""


class Form(NamedRule):
    """A form of the regime: number, title, sections in order."""

    number: str = ""
    paper: Word
    """The kind of paper that prints it."""
    sections: tuple[Section, ...]


class DossierPart(NamedRule):
    """A part of what is sent up."""

    papers: tuple[Word, ...] = ()
    per_member: bool = False
    required: bool = True
    when: Condition = ""


class FindingId(NamedRule):
    """A requirement that the findings look at; the engine's data follow it by id."""

    id: str


class Conflict(Part):
    """A contradiction inside the documents, shown to the user with both sides."""

    topic: Text
    sides: tuple[Text, ...]
    source: Source = Source()


class Basis(Part):
    """A document that the set rests on."""

    number: Text
    dated_on: PartialDate = ""
    issuer: str = ""
    subject_line: str = ""
    role: Word
    mark: Mark = Mark.UNVERIFIED


class RuleSet(Part):
    """A merged, checked rule set; a cycle keeps it whole."""

    id: Word
    version: Text
    kind: FileKind = "base"
    parent: Word | Literal[""] = ""
    title: Text
    years: tuple[int, ...]
    terms: dict[str, str] = Field(default_factory=dict)
    bases: tuple[Basis, ...] = ()
    member_levels: tuple[Level, ...] = ()
    cell_levels: tuple[Level, ...] = ()
    cell_title: tuple[NamedRule, ...] = ()
    """A title above the highest level of a cell ("tiêu biểu"), given from above."""
    reasons: tuple[Reason, ...] = ()
    special: tuple[Special, ...] = ()
    object_types: tuple[ObjectType, ...] = ()
    collective_subjects: tuple[Literal["cell_committee", "cell", "none"], ...] = ("cell_committee", "cell")
    scoring: Scoring = Scoring()
    score_frames: tuple[ScoreFrame, ...] = ()
    level_rules: tuple[LevelRule, ...] = ()
    disqualifiers: tuple[Disqualifier, ...] = ()
    caps: tuple[Cap, ...] = ()
    order: tuple[NamedRule, ...] = ()
    steps: tuple[Step, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    time: Time = Time()
    ballots: tuple[BallotRule, ...] = ()
    authority: tuple[Authority, ...] = ()
    forms: tuple[Form, ...] = ()
    dossier: tuple[DossierPart, ...] = ()
    areas: tuple[NamedRule, ...] = ()
    """Content groups of the review, which a shortcoming belongs to."""
    defects: tuple[NamedRule, ...] = ()
    """Defects of a meeting that the chair may name (R3-13)."""
    requirements: tuple[NamedRule, ...] = ()
    """What a document demands of the review in words, beside all that has a place of its own."""
    awards: tuple[NamedRule, ...] = ()
    findings: tuple[FindingId, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    gaps: tuple[Text, ...] = ()
    """What could not be checked or was not found; people enter it by the guidance of the committee above."""
    own: tuple[OwnValue, ...] = ()
    """The cell's own layer; never part of a file."""
    own_texts: OwnTexts = ()
    """The cell's own words on its papers; never part of a file either."""

    @property
    def snapshot(self) -> str:
        """Return the whole set as JSON text; the same rules always give the same text.

        Without own words it is as it was before there were any: an older program reads it, its hash stays.
        """
        left_out = set() if self.own_texts else {"own_texts"}
        return json.dumps(self.model_dump(mode="json", exclude=left_out), ensure_ascii=False, sort_keys=True)

    @property
    def sha256(self) -> str:
        """Return the hash of the snapshot."""
        return hashlib.sha256(self.snapshot.encode()).hexdigest()

    def form_for(self, object_type: str) -> Form | None:
        """Return the form that an object type fills in; a member whose type is not settled: a member's."""
        codes = [one.form for one in self.object_types if one.code == (object_type or "member")]
        return next((one for one in self.forms if one.code in codes), None)

    def frame_for(self, object_type: str) -> ScoreFrame | None:
        """Return the frame that an object type is scored by; None for one that is not scored."""
        codes = [one.sheet for one in self.object_types if one.code == object_type]
        return next((one for one in self.score_frames if one.code in codes), None)


def from_snapshot(text: str) -> RuleSet:
    """Return the rules of a cycle: the set it keeps with the cell's own values laid over.

    Raises pydantic's `ValidationError` for anything else.
    """
    kept = kept_in(text)
    return RuleSet.model_validate(laid(kept.model_dump(mode="json"))) if kept.own else kept


def kept_in(text: str) -> RuleSet:
    """Return the set as the cycle keeps it, own values beside it; raises as `from_snapshot` does."""
    return RuleSet.model_validate_json(text)


LevelRule.model_rebuild()
