"""The kinds of small records on Khắc phục: a matter, its milestones, inspections; and the list of matters."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from app.domain.remediation import (
    Inspection,
    InspectionFields,
    RemediationItem,
    RemediationItemFields,
    RemediationState,
    RemediationStep,
    RemediationStepFields,
)
from app.domain.targets import CELL, COLLECTIVE
from app.services.review import ReviewServices
from ui.forms.record_kind import Choices, Owner, RecordKind
from ui.forms.record_values import Values
from ui.pages.due_words import said_day, said_due, said_overdue
from ui.pages.year_now import YearNow
from ui.texts import remediation as words
from ui.texts.fields import chosen_words
from ui.theme.signs import State
from ui.widgets.two_line_view import Lines

Today = Callable[[], dt.date]
STATES = {
    RemediationState.NOT_STARTED: State.OPEN,
    RemediationState.UNDER_WAY: State.PARTLY,
    RemediationState.PARTLY_DONE: State.PARTLY,
    RemediationState.DONE: State.DONE,
}


def name_of(now: YearNow, target: str) -> str:
    """Return whose matter it is."""
    if target in {COLLECTIVE, CELL}:
        return words.COLLECTIVE if target == COLLECTIVE else words.CELL
    return next((one.full_name for one in now.year.members if one.uid == target), words.GONE)


def overdue(item: RemediationItem, today: dt.date) -> str:
    """Return by how many days an unfinished matter is late; empty where it is not."""
    return "" if item.state is RemediationState.DONE else said_overdue(item.due_on, today)


def item_kind(
    review: ReviewServices,
    now: YearNow,
    today: Today,
    added: Callable[[str], object],
    follow: Callable[[], object],
) -> RecordKind[RemediationItem]:
    """Return one matter of the ledger; `added` hears of a new one by its uid, `follow` begins another."""

    def add(owner: Owner, values: Values) -> RemediationItem:
        made = review.remediation.add(owner.year, values)
        added(made.uid)
        return made

    return RecordKind(
        name="remediation_item",
        fields=RemediationItemFields,
        texts=words.ITEM,
        words=words.ITEM_WORDS,
        say=lambda one: _item_lines(one, today()),
        rows=lambda owner: [one for one in now.year.remediation_items if one.uid == owner.uid],
        add=add,
        save=review.remediation.save,
        remove=review.remediation.remove,
        choices={
            "target": lambda _owner: _targets(now, today()),
            "shortcoming": lambda _owner: _shortcomings(now),
            "inspection": lambda _owner: _inspections(now),
        },
        note=lambda one: origin(now, one),
        first="state",
        single=True,
        follow=follow,
    )


def step_kind(review: ReviewServices, now: YearNow, today: Today) -> RecordKind[RemediationStep]:
    """Return the milestones of a matter; the owner is that matter."""

    def rows(owner: Owner) -> list[RemediationStep]:
        found = [one for one in now.year.remediation_steps if one.item == owner.uid]
        return sorted(found, key=lambda one: one.position)

    def of(uid: str) -> RemediationItem:
        return next(one for one in now.year.remediation_items if one.uid == uid)

    def add(owner: Owner, values: Values) -> RemediationStep:
        place = max((one.position for one in rows(owner)), default=0) + 1
        return review.remediation.put_step(of(owner.uid), place, values)

    return RecordKind(
        name="remediation_step",
        fields=RemediationStepFields,
        texts=words.STEP,
        words=words.STEP_WORDS,
        say=lambda one: _step_lines(one, today()),
        rows=rows,
        add=add,
        save=lambda one, values: review.remediation.put_step(of(one.item), one.position, values),
        remove=review.corrections.remove,
        prefix="step_",
    )


def inspection_kind(review: ReviewServices, now: YearNow) -> RecordKind[Inspection]:
    """Return the inspections of the year."""

    def lines(one: Inspection) -> Lines:
        count = sum(item.inspection == one.uid for item in now.year.remediation_items)
        said = words.HAS_ITEMS.format(count=count) if count else words.NO_ITEMS
        first = " ".join(one.conclusion.split()) or words.NO_CONCLUSION
        aside = " · ".join(filter(None, (one.number, said_day(one.dated_on))))
        return Lines(first, aside, said, State.DONE if count else State.LACKING)

    return RecordKind(
        name="inspection",
        fields=InspectionFields,
        texts=words.INSPECTION,
        words=words.INSPECTION_WORDS,
        say=lines,
        rows=lambda _owner: now.year.inspections,
        add=lambda owner, values: review.remediation.add_inspection(owner.year, values),
        save=review.remediation.save_inspection,
        remove=review.corrections.remove,
        prefix="inspection_",
    )


def origin(now: YearNow, item: RemediationItem) -> str:
    """Return from what a matter comes: last year, a concluded shortcoming, an inspection."""
    earlier = next((one for one in now.year.earlier_shortcomings if one.uid == item.shortcoming), None)
    if item.carried_from or earlier:
        carried = words.FROM_LAST_YEAR if item.carried_from else ""
        answers = words.ANSWERS.format(year=earlier.from_year, text=earlier.text) if earlier else ""
        return " ".join(filter(None, (carried, answers)))
    found = next((one for one in now.year.shortcomings if one.uid == item.shortcoming), None)
    if found:
        return words.FROM_SHORTCOMING.format(text=found.text)
    inspected = next((one for one in now.year.inspections if one.uid == item.inspection), None)
    return words.FROM_INSPECTION.format(which=_which(inspected)) if inspected else ""


def _which(one: Inspection) -> str:
    said = (
        words.INSPECTED.format(number=one.number, day=said_day(one.dated_on)) if one.dated_on else one.number
    )
    return said or one.issuer


def _targets(now: YearNow, today: dt.date) -> Choices:
    people = [(one.uid, one.member.full_name) for one in now.people(today)]
    return [(COLLECTIVE, words.COLLECTIVE), (CELL, words.CELL), *people]


def _shortcomings(now: YearNow) -> Choices:
    found = [one for one in now.year.shortcomings if one.counts]
    said = [(one.uid, f"{name_of(now, one.target)}: {one.text}") for one in found]
    earlier = [
        (one.uid, words.OF_EARLIER.format(year=one.from_year, name=name_of(now, one.target), text=one.text))
        for one in now.year.earlier_shortcomings
    ]
    return [("", words.NOT_LINKED), *said, *earlier]


def _inspections(now: YearNow) -> Choices:
    return [("", words.NOT_LINKED), *((one.uid, one.number or _which(one)) for one in now.year.inspections)]


def _item_lines(item: RemediationItem, today: dt.date) -> Lines:
    late = overdue(item, today)
    said = [late or chosen_words(item.state), item.owner or words.NO_OWNER, item.result]
    if not item.due_on:
        said.insert(1, words.NO_DUE)
    state = State.BLOCKED if late else STATES[item.state]
    return Lines(item.text, said_due(item.due_on), " · ".join(filter(None, said)), state)


def _step_lines(step: RemediationStep, today: dt.date) -> Lines:
    if step.done_on:
        said = words.DONE_ON.format(day=said_day(step.done_on))
        return Lines(step.text, said_due(step.due_on), said, State.DONE)
    late = said_overdue(step.due_on, today)
    state = State.BLOCKED if late else State.OPEN
    return Lines(step.text, said_due(step.due_on), late or words.NO_STEP_DONE, state)
