"""The parts of the dossier and what is there of each, in the order in which the committee reads them.

Which parts there are is the rule set's matter (`RuleSet.dossier`); only papers that were issued and not
replaced leave. What members handed in on paper counts as there: the contents list says "bản giấy, 3 tờ"
(rulings.md 6).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from app.domain.dossier_notes import DossierNote, HeldAs
from app.domain.outgoing_papers import OutgoingPaper
from app.domain.outside_opinions import OutsideBody
from app.domain.self_reviews import ReportVersion
from app.domain.targets import CELL, COLLECTIVE
from app.papers import KINDS, kind
from app.papers.register import number_and_symbol
from app.papers.review import Review, review_of
from app.papers.wording import wording
from app.rules.language import Truth, any_of, evaluate, parse
from app.rules.ruleset import DossierPart
from app.year.review_year import ReviewYear

PartState: TypeAlias = Literal["present", "partly", "draft", "missing", "not_needed", "made"]

CONTENTS_LIST = "contents_list"
_FURTHER = "further_"
"""Before the code of a kind of paper that is also the code of a part of the rules."""
LACKING = frozenset({"partly", "draft", "missing"})
"""States of a part that make the dossier an incomplete one."""


@dataclass(frozen=True, slots=True)
class OnPaper:
    """A piece of a part that is there on paper alone: whose ("" for nobody's own), and how many sheets."""

    name: str
    sheets: int = 0


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the dossier.

    `state` is "present" (all of it goes in), "partly" (of some members only), "draft" (prepared only, stays
    out), "missing", "not_needed" with the reason in `note`, or "made" by the package itself. `subject` is the
    uid of the paper to open; `note` else its number and symbol.
    """

    code: str
    title: str
    state: PartState
    count: int = 0
    note: str = ""
    subject: str | None = None
    papers: tuple[OutgoingPaper, ...] = ()
    """What goes in, in order."""
    on_paper: tuple[OnPaper, ...] = ()
    lacking: tuple[str, ...] = ()
    """Names of the members of whom it is not there."""
    kind: str = ""
    """The kind of paper to prepare for it, empty where no paper of the program makes it."""
    can_be_noted: bool = False
    """Whether it may be said to be there on paper, or not needed: the rules of the year name it."""
    noted: DossierNote | None = None
    """What was said of it, where that counts."""

    @property
    def reason(self) -> str:
        """Return why it, or the rest of it, is not needed; empty where it is."""
        if self.noted and self.noted.held_as is HeldAs.NOT_NEEDED:
            return self.noted.reason
        return self.note if self.state == "not_needed" else ""

    @property
    def opens(self) -> str:
        """Return what Văn bản shows for it: its latest paper, else the kind to prepare."""
        return self.subject or self.kind


def parts_of(year: ReviewYear) -> tuple[Part, ...]:
    """Return every part of the dossier of `year`, the absent ones too."""
    review = review_of(year, None)
    made = Part(CONTENTS_LIST, kind(CONTENTS_LIST).title, "made", 1)
    rules = review.rules.dossier if year.cycles else ()
    named = [_noted(year, _named(review, one)) for one in rules]
    taken = {code for one in rules for code in one.papers}
    codes = {one.code for one in rules}
    further = [
        replace(one, code=f"{_FURTHER}{one.code}") if one.code in codes else one
        for one in _further(review, taken)
    ]
    return (made, *named, *further)


def _named(review: Review, rule: DossierPart) -> Part:
    return replace(_part(review, rule), kind=rule.papers[0] if rule.papers else "", can_be_noted=True)


def _noted(year: ReviewYear, part: Part) -> Part:
    """Return a part with what the secretary says of it: there on paper, or not needed and why.

    Its papers of the program go in all the same; of a part that is whole nothing is said.
    """
    note = next((one for one in year.dossier_notes if one.part == part.code), None)
    if note is None or part.state not in LACKING:
        return part
    if note.held_as is HeldAs.ON_PAPER:
        on_paper = (*part.on_paper, OnPaper("", note.sheets))
        return replace(
            part,
            state="present",
            count=len(part.papers) + len(on_paper),
            note=part.note if part.papers else sheets_said(note.sheets),
            on_paper=on_paper,
            lacking=(),
            noted=note,
        )
    state: PartState = "present" if part.papers or part.on_paper else "not_needed"
    return replace(part, state=state, note=note.reason, lacking=(), noted=note)


def lacks(parts: Sequence[Part]) -> tuple[str, ...]:
    """Return the titles of the parts that an incomplete dossier lacks."""
    return tuple(part.title for part in parts if part.state in LACKING)


def in_force(papers: Sequence[OutgoingPaper]) -> list[OutgoingPaper]:
    """Return the papers without those that an issued later version took the place of, by date and number."""
    replaced = {paper.replaces for paper in papers if paper.is_issued}
    kept = [paper for paper in papers if paper.uid not in replaced]
    return sorted(kept, key=lambda paper: (paper.dated_on, paper.number or 0))


def number_of(paper: OutgoingPaper) -> str:
    """Return "Số 05-TTr/CB", empty for a paper without number."""
    return number_and_symbol(paper.number, paper.type_code, paper.symbol) if paper.number else ""


def sheets_said(sheets: int) -> str:
    """Return "bản giấy, 3 tờ", or "bản giấy" where nobody counted them."""
    words = wording(CONTENTS_LIST)
    return words.text("on_paper_sheets", sheets=str(sheets)) if sheets else words.text("on_paper")


def _further(review: Review, taken: set[str]) -> Iterator[Part]:
    """Yield the kinds that go up without being named by the rules, each where there is such a paper.

    In a year without a review the list of members and its tờ trình are the whole dossier.
    """
    words = wording(CONTENTS_LIST)
    alone = () if review.year.cycles else words.texts("alone")
    order = [*alone, *(one.code for one in KINDS if one.is_handed_up and one.code not in {*taken, *alone})]
    for code in order:
        own = [paper for paper in in_force(review.year.papers) if paper.kind == code]
        if own or code in alone:
            yield replace(_of_papers(code, kind(code).title, own), kind=code)


def _part(review: Review, rule: DossierPart) -> Part:
    words = wording(CONTENTS_LIST)
    own = [paper for paper in in_force(review.year.papers) if _belongs(review, rule, paper)]
    if rule.per_member:
        return _of_members(review, rule, own)
    if own:
        return _of_papers(rule.code, rule.name, own)
    if not _applies(review, rule):
        return Part(rule.code, rule.name, "not_needed", note=words.text("does_not_apply"))
    if not rule.required:
        return Part(rule.code, rule.name, "not_needed", note=words.text("optional"))
    return Part(rule.code, rule.name, "missing")


def _belongs(review: Review, rule: DossierPart, paper: OutgoingPaper) -> bool:
    """Return whether a paper is of this part; the draft of the collective report never goes up."""
    drafts = {one.uid for one in review.year.collective_reports if one.version is ReportVersion.DRAFT}
    return paper.kind in rule.papers and paper.about not in drafts


def _of_papers(code: str, title: str, own: Sequence[OutgoingPaper]) -> Part:
    issued = tuple(paper for paper in own if paper.is_issued)
    if issued:
        return Part(code, title, "present", len(issued), number_of(issued[-1]), issued[-1].uid, issued)
    return Part(code, title, "draft", subject=own[-1].uid) if own else Part(code, title, "missing")


def _of_members(review: Review, rule: DossierPart, own: Sequence[OutgoingPaper]) -> Part:
    """Return the part of which every member under review has one, as a paper of the program or on paper."""
    people = [one for one in review.in_order(_wanted(review)) if _holds(review, rule, one.uid)]
    issued = {paper.target: paper for paper in own if paper.is_issued}
    kept = _kept_on_paper(review, rule.code)
    papers = tuple(issued[one.uid] for one in people if one.uid in issued)
    on_paper = tuple(kept[one.uid] for one in people if one.uid in kept and one.uid not in issued)
    lacking = tuple(one.member.full_name for one in people if one.uid not in issued and one.uid not in kept)
    words = wording(CONTENTS_LIST)
    if not people or (not rule.required and not papers and not on_paper):
        reason = "does_not_apply" if not people else "optional"
        return Part(rule.code, rule.name, "not_needed", note=words.text(reason))
    if not rule.required:
        lacking = ()  # some came, and nobody asked for the others
    state: PartState = "present" if not lacking else "partly" if papers or on_paper else "missing"
    if state == "missing" and own:
        state = "draft"
    return Part(
        rule.code,
        rule.name,
        state,
        len(papers) + len(on_paper),
        words.text("of_members", count=str(len(papers) + len(on_paper)), wanted=str(len(people))),
        own[-1].uid if own else None,
        papers,
        on_paper,
        lacking,
    )


def _wanted(review: Review) -> Sequence[str]:
    return review.outlook.roster.reviewed


def _kept_on_paper(review: Review, part: str) -> Mapping[str, OnPaper]:
    """Return by member what of a part lies in the cell's folder on paper (rulings.md 6)."""
    sheets = _SHEETS[part](review.year) if part in _SHEETS else ()
    return {uid: OnPaper(review.name(uid), count) for uid, count in sheets}


_SHEETS: Mapping[str, Callable[[ReviewYear], Iterable[tuple[str, int]]]] = {
    "self_reviews": lambda year: (
        (one.member_uid, one.sheets) for one in year.self_reviews if one.on_paper and one.handed_in_on
    ),
    "commitments": lambda year: ((one.member_uid, one.sheets) for one in year.commitments if one.on_paper),
    "residence": lambda year: (
        (one.target, 0)
        for one in year.outside_opinions
        if one.body is OutsideBody.RESIDENCE and (one.received_on or one.excused_reason)
    ),
    "supplement": lambda year: ((one.member_uid, 0) for one in year.population if one.supplement_received_on),
}
"""By part of the dossier, whose piece is there on paper and how many sheets it has."""


def _applies(review: Review, rule: DossierPart) -> bool:
    """Return whether a part is wanted of anybody; what cannot be told is wanted."""
    targets = (COLLECTIVE, CELL, *review.outlook.roster.reviewed)
    return any(_holds(review, rule, target) for target in targets)


def _holds(review: Review, rule: DossierPart, target: str) -> bool:
    if not rule.when:
        return True
    facts = review.outlook.year_facts.of(target)
    return any_of([evaluate(parse(rule.when), facts)]) is not Truth.FALSE
