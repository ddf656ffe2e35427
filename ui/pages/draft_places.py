"""Where the draft of each form is gone on with; a new form adds its line to `PLACES`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from app.bootstrap import Core
from app.domain.targets import CELL
from app.errors import NotFound
from app.services.merged_drafts import MERGED_FROM
from ui.forms.record_drafts import RecordPlace
from ui.pages import (
    cell_sheet,
    earlier_page,
    findings_page,
    letters_page,
    level_entries,
    members_page,
    opinion_part,
    papers_page,
    registers_page,
    score_desk,
    wording_page,
    writing_page,
)
from ui.pages.record_places import record_place
from ui.texts import (
    commitments,
    conference_fields,
    earlier_record,
    letters,
    levels,
    outside_opinions,
    remediation,
    scores,
    shortcomings,
    sign_checks,
    wording,
    writing,
)
from ui.texts import start_notes as words
from ui.texts import year as year_words
from ui.texts.record_book import RecordWords


@dataclass(frozen=True, slots=True)
class DraftPlace:
    """What a draft is of, in words, and where its form is; `year` is 0 where it is the same in every year."""

    title: str
    page: str
    subject: str = ""
    field: str = ""
    year: int = 0
    kept_at: dt.datetime | None = None


Finds = Callable[[Core, str], DraftPlace | None]
"""Finds the place of a draft by its subject; None where nothing is left to go on with."""


def _member(core: Core, uid: str) -> DraftPlace:
    if not uid:
        return DraftPlace(words.NEW_MEMBER, "members", "new", "full_name")
    member = core.members.get(uid)
    field = "" if member.trashed_on else "full_name"
    merged = (core.drafts.find(members_page.FORM, uid) or {}).get(MERGED_FROM)
    said = words.MERGED_MEMBER if merged else words.MEMBER
    return DraftPlace(said.format(name=member.full_name, other=merged), "members", uid, field)


def _cell(core: Core, uid: str) -> DraftPlace:  # noqa: ARG001  the shape of every place
    return DraftPlace(words.CELL, "settings", "", "name")


def _paper(core: Core, uid: str) -> DraftPlace:
    paper = core.papers.get(uid)
    title = next(kind.title for kind in core.papers.offered.kinds() if kind.code == paper.kind)
    # Most subjects name their year themselves.
    words_of = words.PAPER_OF_YEAR if str(paper.year) in paper.subject_line else words.PAPER
    said = words_of.format(title=title, subject=paper.subject_line, year=paper.year)
    return DraftPlace(" ".join(said.split()), "papers", uid, year=paper.year)


def _earlier(core: Core, year: str) -> DraftPlace:  # noqa: ARG001  the shape of every place
    return DraftPlace(words.EARLIER, "earlier", year=int(year))


def _findings(core: Core, year: str) -> DraftPlace | None:
    begun = core.drafts.find(findings_page.FORM, year) or ()
    asked = {one.id for one in core.review.findings.of(int(year))}
    line = next((one for one in begun if one in asked), "")
    # Where nothing is left to answer nobody is led; should the cause come back, the words are there.
    return DraftPlace(words.FINDINGS, "findings", line, year=int(year)) if line else None


def _incoming(core: Core, subject: str) -> DraftPlace | None:
    new, _, year = subject.partition("-")
    if new == registers_page.NEW:
        return DraftPlace(words.NEW_INCOMING, "registers", new, "received_on", year=int(year))
    lines = ((of, line) for of in core.years.list() for line in core.review.incoming_papers.lines(of))
    for of, line in lines:
        if line.uid == subject:
            title = words.INCOMING.format(subject=line.said("subject_line") or line.said("number"))
            return DraftPlace(title, "registers", subject, "received_on", year=of)
    return None


def _conference(form: str, title: str) -> Finds:
    """Return the place of what was begun on the page of the conference outside its lists."""

    def place(core: Core, subject: str) -> DraftPlace | None:
        kept = core.drafts.find(form, subject) or {}
        year, conference, target = (kept.get(name) for name in ("year", "conference", "target"))
        if not isinstance(year, int) or not isinstance(conference, str):
            return None
        is_there = any(one.uid == conference for one in core.review.whole(year).conferences)
        at = RecordPlace(form, str(target or ""), conference).text()
        return DraftPlace(title, "conference", at, year=year) if is_there else None

    return place


def _letter_text(core: Core, year: str) -> DraftPlace:  # noqa: ARG001  the shape of every place
    return DraftPlace(words.LETTER_TEXT, "letters", "", letters_page.PASTED, year=int(year))


def _levels(core: Core, subject: str) -> DraftPlace:  # noqa: ARG001  the shape of every place
    mode, year = level_entries.read_subject(subject)
    return DraftPlace(levels.ENTRY_DRAFTS[mode].format(year=year), "levels", mode, year=year)


def _scores(core: Core, subject: str) -> DraftPlace:
    year, side, target = score_desk.read_subject(subject)
    name = levels.CELL if target == CELL else core.members.get(target).full_name
    at = RecordPlace(score_desk.FORM, side, target).text()
    return DraftPlace(scores.DRAFT.format(name=name, year=year), "levels", at, year=year)


def _small(page: str, kinds: Mapping[str, RecordWords]) -> dict[str, Finds]:
    """Return what finds the drafts of the small records of a page, by the name of their kind."""

    def finds(form: str, told: RecordWords) -> Finds:
        find = record_place(form, told)

        def place(core: Core, subject: str) -> DraftPlace | None:
            found = find(core, subject)
            return DraftPlace(found.title, page, found.subject, year=found.year) if found else None

        return place

    return {form: finds(form, told) for form, told in kinds.items()}


def _writing(core: Core, subject: str) -> DraftPlace:  # noqa: ARG001  the shape of every place
    year, _, whose = subject.partition("-")
    return DraftPlace(writing.DRAFT_OF, "writing", whose, year=int(year))


def _wording(core: Core, subject: str) -> DraftPlace | None:
    year, kind, key = wording_page.read_subject(subject)
    is_begun = year in core.years.list() and core.review.cycles.get(year)
    kinds = core.review.own_wording.kinds(year) if is_begun else ()
    for one in kinds:
        if one.code == kind:
            return DraftPlace(wording.DRAFT.format(title=one.title), "wording", kind, key, year)
    return None


PLACES: dict[str, Finds] = {
    wording_page.FORM: _wording,
    members_page.FORM: _member,
    cell_sheet.FORM: _cell,
    papers_page.FORM: _paper,
    earlier_page.FORM: _earlier,
    findings_page.FORM: _findings,
    registers_page.FORM: _incoming,
    writing_page.FORM: _writing,
    **_small(
        "year",
        {
            "cycle": year_words.CYCLE_WORDS,
            "legal_basis": year_words.BASIS_WORDS,
            "guidance": year_words.GUIDANCE_WORDS,
            "milestone": year_words.DUE_WORDS,
            "round": year_words.ROUND_WORDS,
            "re_review_order": year_words.ORDER_WORDS,
        },
    ),
    **_small("commitments", commitments.KINDS),
    **_small(
        "review",
        {
            "earlier_shortcoming": earlier_record.EARLIER_WORDS,
            "outside_opinion": outside_opinions.OPINION_WORDS,
            **shortcomings.KINDS,
        },
    ),
    **_small("writing", {"sign_check": sign_checks.SIGN_CHECK_WORDS}),
    **_small("remediation", remediation.KINDS),
    **_small("conference", conference_fields.DRAFTED),
    "opinion_entry": _conference("opinion_entry", words.OPINION),
    opinion_part.PASTED: _conference(opinion_part.PASTED, words.OPINION_PASTE),
    letters_page.PASTED: _letter_text,
    "attendance": _conference("attendance", words.ATTENDANCE),
    "ballot": _conference("ballot", words.BALLOT),
    **_small(
        "letters",
        {
            "suggestion_letter": letters.LETTER_WORDS,
            "suggestion_point": letters.POINT_WORDS,
            "explanation": letters.EXPLANATION_WORDS,
            "gate_override": letters.OVERRIDE_WORDS,
            "clarification": letters.QUESTION_WORDS,
        },
    ),
    **_small("levels", levels.KINDS),
    level_entries.FORM: _levels,
    score_desk.FORM: _scores,
}


def waiting_places(core: Core) -> list[DraftPlace]:
    """Return where each waiting draft is, the one kept last first; one whose record is gone has no place."""
    found = []
    for waiting in core.drafts.waiting():
        try:
            place = PLACES[waiting.form](core, waiting.subject) if waiting.form in PLACES else None
        except NotFound:
            continue
        if place:
            found.append(replace(place, kept_at=waiting.kept_at))
    return found
