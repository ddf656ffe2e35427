"""What a paper may say before it is issued: checked, completed, about somebody its kind can be about."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from app.domain.cells import Cell
from app.domain.checking import checked, refuse_errors
from app.domain.cycles import Cycle
from app.domain.outgoing_papers import OutgoingPaper, OutgoingPaperDraft, Signer
from app.domain.types import new_uid
from app.errors import Problem, Refused
from app.papers import KINDS, kind
from app.papers.abouts import READS, About, abouts
from app.papers.own_layer import signer_set
from app.rules.ruleset import kept_in
from app.services.offered_kinds import NOT_ENTERED
from app.services.open_years import refuse_finished
from app.storage.queries.review_year import review_year_in
from app.storage.store import Reader, Work


def begun(
    work: Work, kind_code: str, year: int, today: dt.date, each: Iterable[Mapping[str, object]]
) -> tuple[OutgoingPaper, ...]:
    """Store one paper of a kind for each of the values and return them; what is left out is filled in.

    Raises `Invalid`, `Refused` L-540 when `year` is finished.
    """
    refuse_finished(work, year)
    (cell,) = work.rows(Cell)
    own = [one for cycle in work.rows(Cycle, year=year) for one in kept_in(cycle.ruleset_snapshot).own_texts]
    signer = signer_set(own, kind_code)
    start = {"dated_on": today, "addressee": cell.upper_committee, "signer": signer}
    fixed = {"kind": kind_code, "year": year}
    drafts = [_checked({**start, **values, **fixed}, cell) for values in each]
    _refuse_unknown(work, drafts)
    papers = tuple(OutgoingPaper(uid=new_uid(), **draft.model_dump()) for draft in drafts)
    work.add_all(papers)
    return papers


def edited(reader: Reader, current: OutgoingPaper, values: Mapping[str, object]) -> OutgoingPaperDraft:
    """Return the paper's facts with `values` in their places; another signer brings his own name."""
    (cell,) = reader.rows(Cell)
    facts = {name: getattr(current, name) for name in OutgoingPaperDraft.model_fields}
    if "signer" in values and "signer_name" not in values and values["signer"] != current.signer:
        facts["signer_name"] = ""
    fixed = {name: getattr(current, name) for name in ("kind", "year", "target", "about", "replaces")}
    return _checked({**facts, **values, **fixed}, cell)


def unissued(work: Work, uid: str) -> OutgoingPaper:
    """Return a paper that may still change; raises `NotFound`, `Refused` L-311, L-540."""
    paper = work.get(OutgoingPaper, uid)
    if paper.is_issued:
        raise Refused("L-311")
    refuse_finished(work, paper.year)
    return paper


def _checked(values: Mapping[str, object], cell: Cell) -> OutgoingPaperDraft:
    """Check a paper's facts; without a name the post's own holder signs."""
    filled = dict(values)
    if not filled.get("signer_name"):
        is_deputy = filled.get("signer") == Signer.DEPUTY_SECRETARY
        filled["signer_name"] = cell.deputy_secretary if is_deputy else cell.cell_secretary
    if filled["kind"] not in {one.code for one in KINDS} - NOT_ENTERED:
        refuse_errors([Problem("kind", "field.choice")])
    return checked(OutgoingPaperDraft, filled)


def _refuse_unknown(work: Work, drafts: list[OutgoingPaperDraft]) -> None:
    """Refuse papers about nobody, or about somebody their kind has nothing to say of."""
    known: set[About] = set()
    for first in drafts[:1]:
        known.update(abouts(kind(first.kind), review_year_in(work, first.year, READS)))
    pairs = {(one.target, one.about) for one in known}
    if any((draft.target, draft.about) not in pairs for draft in drafts):
        refuse_errors([Problem("about", "paper.about_unknown")])
