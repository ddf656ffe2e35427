"""A requirement as data: when it speaks, of whom, in which words, and where it stands in the documents.

The files are ``resources/findings/*.toml``; adding a finding adds an entry there and at most one fact
(decisions.md 6). Ids R0-01 … R5-12 are those of regime-2014-2017.md section 9 as corrected by rulings.md,
C-01 … those of QĐ 366-QĐ/TW, as the rule set lists them.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import Literal

from pydantic import BaseModel, Field

from app.common import release_files
from app.rules.ruleset import Mark, RuleSet, Text
from app.rules.stages import Stage

FOLDER = "findings"


class Severity(StrEnum):
    """How much a finding weighs, the heaviest first (rulings.md 2.7)."""

    BLOCK = "block"
    """Phải hoàn thành trước."""
    ANSWER = "answer"
    """Cần trả lời."""
    NOTE = "note"
    """Lưu ý."""


class Kind(StrEnum):
    """How a requirement is kept."""

    FINDING = "finding"
    GATE = "gate"
    """`app.rules.gates` holds the act back; the requirement carries its source only."""
    REFUSAL = "refusal"
    """A service refuses the act with one of `codes`."""
    TOLD_BY = "told_by"
    """The rule set lists it, the requirements of `told_by` tell the same; nothing is told twice."""


class Piece(BaseModel, extra="forbid", frozen=True):
    """A piece of a requirement."""


class SittingDay(StrEnum):
    """How the sittings that are planned move the day on which a gate is due."""

    NONE = ""
    EVE_OF_FIRST = "eve_of_first"
    """Not later than the day before the first of them."""
    LAST = "last"
    """Not earlier than the last of them."""


class Window(Piece):
    """When it is a finding, and before that, from when it is a line of what is to do (rulings.md 2.3)."""

    from_stage: Stage = Stage.PREPARING
    due: str = ""
    """A deadline of the rule set, or a day of the year as ``MM-DD``; empty: none."""
    due_in: dict[str, str] = Field(default_factory=dict)
    """By rule set, its id or that of a layer below: where it is due on another day."""
    todo_days: int = Field(default=0, ge=0, le=366)
    """So many days before `due` it stands among what is to do; 0: never before its stage."""
    todo_from: Stage | None = None
    """Of a gate: from this stage on it is to be done, and must be done first from the day after `due`."""
    sitting: SittingDay = SittingDay.NONE

    def due_under(self, ruleset: RuleSet) -> str:
        """Return the deadline, or the day as ``MM-DD``, under a rule set; empty where there is none."""
        known = layers(ruleset)
        return next((day for one, day in self.due_in.items() if one in known), self.due)


class Clause(Piece):
    """One condition with its sentence; a requirement may have several."""

    scope: str
    """Of what kind of subject the facts are asked: a name of `app.rules.subjects`."""
    applies: str = ""
    """Where this is false, the clause does not concern the subject."""
    when: Text
    """Where this is true, the clause speaks."""
    detail: str = ""
    """A fact with words about one subject, put behind its name."""
    params: dict[str, str] = Field(default_factory=dict)
    """Names in the sentence and the facts of the year or the first subject that fill them."""
    sentence: Text


class Opens(Piece):
    """Where it is put right."""

    page: str = ""
    """Empty only for what others tell."""
    field: str = ""


class Standing(Piece):
    """Where the requirement stands, for some rule sets."""

    sets: tuple[str, ...] = ()
    document: str = ""
    article: str = ""
    mark: Mark = Mark.UNVERIFIED


class OnPaper(Piece):
    """What of a requirement stands in which kinds of paper (rulings.md 1.2, 2.7)."""

    answered_in: tuple[str, ...] = ()
    """Kinds in which its answer stands unasked."""
    chosen_in: tuple[str, ...] = ("rating_submission",)
    """Kinds in which its answer stands where the secretary chose so."""
    told_in: tuple[str, ...] = ()
    """Kinds in which the matter stands itself, answered or not."""
    words: str = ""
    """How the matter is called there, with the names of the sentences; empty: by the requirement's name."""


class Requirement(Piece):
    """One requirement."""

    id: str = Field(pattern=r"^[RC]\d?-\d\d$")
    name: Text
    kind: Kind = Kind.FINDING
    severity: Severity = Severity.ANSWER
    sets: tuple[str, ...] = ()
    """Rule sets that it concerns, by id or by that of a layer below; empty: every one."""
    window: Window = Window()
    clauses: tuple[Clause, ...] = ()
    codes: tuple[str, ...] = ()
    """Of a refusal: codes of errors and problems; of a gate: codes of its sentences."""
    told_by: tuple[str, ...] = ()
    """Ids of the requirements that tell the same."""
    opens: Opens = Opens()
    not_yet: str = ""
    """Said to whoever asks it of a matter to which it does not apply yet."""
    on_paper: OnPaper = OnPaper()
    late: bool = False
    """Whether it tells of days that are over: such a line stands by itself, a note or not."""
    secret: bool = False
    """Whether it speaks to the secretary alone and is on no paper (rulings.md 2.6)."""
    sources: tuple[Standing, ...] = ()

    def concerns(self, ruleset: RuleSet) -> bool:
        """Return whether the requirement is one of this rule set."""
        return not self.sets or bool(layers(ruleset) & set(self.sets))

    def source(self, ruleset: RuleSet) -> Standing:
        """Return where the requirement stands for this rule set; an unverified one where nothing is known."""
        known = [one for one in self.sources if not one.sets or layers(ruleset) & set(one.sets)]
        return known[0] if known else Standing()


def layers(ruleset: RuleSet) -> set[str]:
    """Return the ids by which requirements know a rule set: its own and its parent's."""
    return {ruleset.id, ruleset.parent} - {""}


@cache
def requirements() -> tuple[Requirement, ...]:
    """Return every requirement, by id.

    Raises `EnvironmentFailed` L-016 for a damaged file, `LookupError` and pydantic's `ValidationError` for
    one that is not what it should be, which the tests hold.
    """
    found: dict[str, Requirement] = {}
    for path in sorted((release_files.FOLDER / FOLDER).glob("*.toml")):
        for entry in release_files.read_toml(FOLDER, path.name)["requirements"]:
            one = Requirement.model_validate(entry)
            if one.id in found:
                raise LookupError(f"{one.id} stands twice")
            found[one.id] = one
    return tuple(found[id_] for id_ in sorted(found))


Weight = Literal["block", "answer", "note", "todo"]
