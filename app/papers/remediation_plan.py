"""Kế hoạch khắc phục hạn chế, khuyết điểm: the ledger of what is to be put right (R5-06; 10.13).

The collective's matters first, then those of persons by post and name; below each its milestones. What an
inspection demanded names the inspection (R5-10). How far a matter is, is told as of the day of the paper.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count

from app.domain.remediation import Inspection, RemediationItem, RemediationState
from app.domain.targets import CELL, COLLECTIVE
from app.papers import blocks, prose, signatures, tables
from app.papers.content import Block, Document
from app.papers.dates import short_date
from app.papers.kind import Subject
from app.papers.review import Review, called, review_of
from app.papers.styles import Profile
from app.papers.wording import Wording
from app.year.review_year import ReviewYear


def build(year: ReviewYear, subject: Subject, words: Wording, profile: Profile) -> Document:
    """Return the plan on pages laid on their side; without matters a form with empty rows for a pen."""
    page = blocks.landscape(profile.page)
    review, sheet = review_of(year, subject.day, words.tone), signatures.Sheet(profile, page)
    named = {"cell": year.cell.name, "year": str(year.year)}
    body = subject.paper.body if subject.paper else ""
    return blocks.assembled(
        year,
        words.text("title"),
        profile,
        page,
        (
            blocks.head(year, subject, words, profile, page),
            *blocks.title(words.text("type_name"), words.text("subject", **named), profile),
            *_inspections(review, subject, words),
            blocks.line(words.text(_opening(review), **named), "body"),
            *prose.below_text(
                tables.table(tables.columns(words), tuple(rows_of(review, words)), page, words)
            ),
            *blocks.prose(body),
            blocks.line(words.text("closing", **named), "body"),
            signatures.issued(year, subject, words, sheet),
        ),
    )


def _opening(review: Review) -> str:
    return "opening_inspected" if review.year.inspections else "opening"


def _inspections(review: Review, subject: Subject, words: Wording) -> Iterator[Block]:
    found = sorted(review.year.inspections, key=lambda one: (one.dated_on or review.day, one.number))
    for one in found:
        text = prose.ended(one.conclusion)
        yield from prose.bullets([words.text("inspection", which=_which(one, words), text=text)])
    if not found and subject.paper is None:
        yield prose.fact(words.text("open_inspection"), "", lines=2)


def _which(one: Inspection, words: Wording) -> str:
    number = words.text("inspection_number", number=one.number) if one.number else ""
    date = words.text("inspection_date", date=short_date(one.dated_on)) if one.dated_on else ""
    issuer = words.text("inspection_issuer", issuer=one.issuer) if one.issuer else ""
    return " ".join(filter(None, [number + date, issuer]))


def rows_of(review: Review, words: Wording) -> Iterator[tables.Row]:
    """Yield whose matters follow, then each matter with its steps."""
    items = review.year.remediation_items
    persons = [person.uid for person in review.in_order({one.target for one in items})]
    places = count(1)
    for target in (COLLECTIVE, CELL, *persons):
        own = sorted((one for one in items if one.target == target), key=lambda one: (one.position, one.uid))
        if own:
            yield tables.Row(across=_whose(review, target), is_bold=True)
        for one in own:
            yield _item(next(places), one, review, words)
            yield from _steps(one, review, words)


def _whose(review: Review, target: str) -> str:
    return ", ".join(filter(None, [called(review, target), review.post(target)]))


def _item(place: int, one: RemediationItem, review: Review, words: Wording) -> tables.Row:
    demanded = next((each for each in review.year.inspections if each.uid == one.inspection), None)
    text = [one.text, words.text("demanded", which=_which(demanded, words)) if demanded else ""]
    return tables.Row(
        {
            "place": str(place),
            "text": "\n".join(filter(None, text)),
            "measure": one.measure,
            "owner": one.owner,
            "checker": one.checker,
            "due": short_date(one.due_on) if one.due_on else "",
            "state": "\n".join(_state(one, review, words)),
        }
    )


def _state(one: RemediationItem, review: Review, words: Wording) -> Sequence[str]:
    is_done = one.state is RemediationState.DONE
    is_late = not is_done and one.due_on is not None and one.due_on < review.day
    state = words.named("states", one.state)
    if is_done and one.finished_on:
        state = words.text("done_on", state=state, date=short_date(one.finished_on))
    signed = words.text("signed_off", name=one.signed_off_by) if one.signed_off_by else ""
    parts = [state, words.text("late") if is_late else "", one.result, one.evidence, signed]
    return [part for part in parts if part]


def _steps(one: RemediationItem, review: Review, words: Wording) -> Iterator[tables.Row]:
    steps = [step for step in review.year.remediation_steps if step.item == one.uid]
    for step in sorted(steps, key=lambda step: (step.position, step.uid)):
        done = words.text("step_done", date=short_date(step.done_on)) if step.done_on else ""
        due = short_date(step.due_on) if step.due_on else ""
        yield tables.Row({"measure": words.text("step", text=step.text), "due": due, "state": done})
