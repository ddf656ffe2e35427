"""The kinds of small records on Năm kiểm điểm."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from app.domain.cycles import (
    Cycle,
    CycleFields,
    Guidance,
    GuidanceFields,
    LegalBasis,
    LegalBasisFields,
    Milestone,
    MilestoneFields,
    ReReviewOrder,
    ReReviewOrderFields,
    Round,
    RoundFields,
)
from app.services.review import ReviewServices
from app.services.year_frames import Due, YearFrame
from ui.forms.record_kind import Choices, Owner, RecordKind
from ui.pages.subject_choices import subject_choices, subject_name
from ui.texts import year as words
from ui.theme.signs import State
from ui.widgets.two_line_view import Lines

if TYPE_CHECKING:
    from app.year.review_year import ReviewYear


class FrameNow:
    """The year and what its rules give, read once for all lists of the page."""

    whole: ReviewYear
    frame: YearFrame | None = None

    def __init__(self, review: ReviewServices, today: Callable[[], dt.date]) -> None:
        self.review = review
        self.today = today

    def read(self, year: int) -> None:
        """Read the facts of `year` again."""
        self.whole = self.review.whole(year)
        self.frame = self.review.frames.of(self.whole)

    def due(self, code: str) -> Due:
        """Return what the rules say of a step."""
        return self.frame.due(code) if self.frame else Due(code, code)

    def registered(self, uid: str) -> str:
        """Return where a record that the register has comes from; empty for others."""
        found = next((one for one in self.whole.incoming_papers if one.entered_as == uid), None)
        return words.FROM_REGISTER.format(number=found.register_number) if found else ""


def cycle_kind(now: FrameNow) -> RecordKind[Cycle]:
    """Return what is settled for the review as a whole."""

    def lines(one: Cycle) -> Lines:
        fixed = one.roster_fixed_on
        roster = words.ROSTER_FIXED.format(date=fixed) if fixed else words.ROSTER_OPEN
        announced = words.ANNOUNCED.format(date=one.announced_on) if one.announced_on else ""
        told = " · ".join(filter(None, (words.COLLECTIVES[one.collective_subject], roster, announced)))
        state = State.DONE if fixed else State.OPEN
        return Lines(words.CELL_KINDS[one.cell_kind], "", told, state)

    def collectives(_owner: Owner) -> Choices:
        known = now.frame.collectives if now.frame else tuple(words.COLLECTIVES)
        set_already = [one.collective_subject for one in now.whole.cycles]
        return [(one, said) for one, said in words.COLLECTIVES.items() if one in {*known, *set_already}]

    return RecordKind(
        name="cycle",
        fields=CycleFields,
        texts=words.CYCLE,
        words=words.CYCLE_WORDS,
        say=lines,
        rows=lambda _owner: now.whole.cycles,
        add=None,
        save=now.review.cycles.save,
        choices={
            "cell_kind": lambda _owner: list(words.CELL_KINDS.items()),
            "collective_subject": collectives,
        },
    )


def basis_kind(now: FrameNow) -> RecordKind[LegalBasis]:
    """Return the documents that the year's papers are based on."""

    def lines(one: LegalBasis) -> Lines:
        dated = words.DATED.format(date=one.dated_on) if one.dated_on else words.NO_DATE
        told = " · ".join(filter(None, (words.ROLES.get(one.role) if one.role else "", one.issuer)))
        first = " ".join(filter(None, (one.number, one.subject_line)))
        return Lines(first, dated, told, State.DONE if one.dated_on else State.LACKING)

    def roles(_owner: Owner) -> Choices:
        known = ("", *(now.frame.roles if now.frame else ()))
        return [(code, words.ROLES.get(code, code)) for code in known]

    return RecordKind(
        name="legal_basis",
        fields=LegalBasisFields,
        texts=words.BASIS,
        words=words.BASIS_WORDS,
        say=lines,
        rows=lambda _owner: sorted(
            now.whole.legal_bases, key=lambda one: (one.dated_on or dt.date.max, one.number)
        ),
        add=lambda owner, values: now.review.cycles.add_basis(owner.year, values),
        save=now.review.corrections.save,
        remove=now.review.cycles.remove_basis,
        choices={"role": roles},
        note=lambda one: now.registered(one.uid),
        prefix="basis_",
    )


def milestone_kind(now: FrameNow) -> RecordKind[Milestone]:
    """Return the steps of the rules with the days of the cell."""
    return RecordKind(
        name="milestone",
        fields=MilestoneFields,
        texts=words.DUE,
        words=words.DUE_WORDS,
        say=lambda one: _due_lines(one, now.due(one.code), now.today()),
        rows=lambda _owner: now.frame.milestones(now.whole) if now.frame else (),
        add=None,
        save=lambda one, values: now.review.cycles.put_milestone(one.year, one.code, values),
        note=lambda one: _due_note(now.due(one.code)),
    )


def guidance_kind(now: FrameNow) -> RecordKind[Guidance]:
    """Return what the upper committee asked for."""

    def lines(one: Guidance) -> Lines:
        done = words.DONE_ON.format(date=one.done_on) if one.done_on else ""
        due = words.DUE_ON.format(date=one.due_on) if one.due_on else ""
        late = bool(one.due_on and not one.done_on and one.due_on < now.today())
        state = State.DONE if one.done_on else State.LACKING if late else State.OPEN
        said = [done or due, "" if done else _late(one.due_on, now.today())]
        return Lines(one.text, f"{one.dated_on:%d/%m/%Y}", " · ".join(filter(None, said)), state)

    return RecordKind(
        name="guidance",
        fields=GuidanceFields,
        texts=words.GUIDANCE,
        words=words.GUIDANCE_WORDS,
        say=lines,
        rows=lambda _owner: sorted(now.whole.guidance, key=lambda one: one.dated_on),
        add=lambda owner, values: now.review.cycles.add_guidance(owner.year, values),
        save=now.review.cycles.save_guidance,
        remove=now.review.corrections.remove,
        note=lambda one: now.registered(one.uid),
        prefix="guidance_",
    )


def round_kind(now: FrameNow) -> RecordKind[Round]:
    """Return the rounds of the review with what was learnt of each."""

    def lines(one: Round) -> Lines:
        closed = one.closed_on
        said = words.ROUND_CLOSED.format(date=closed) if closed else ""
        opened = words.ROUND_OPEN.format(date=one.opened_on)
        return Lines(
            words.ROUND_LINE.format(number=one.number),
            "",
            said or opened,
            State.DONE if closed else State.OPEN,
        )

    return RecordKind(
        name="round",
        fields=RoundFields,
        texts=words.ROUND,
        words=words.ROUND_WORDS,
        say=lines,
        rows=lambda _owner: sorted(now.whole.rounds, key=lambda one: one.number),
        add=None,
        save=lambda one, values: now.review.rounds.write_lessons(one, str(values["lessons"])),
    )


def order_kind(now: FrameNow) -> RecordKind[ReReviewOrder]:
    """Return the upper committee's demands to review again."""

    def lines(one: ReReviewOrder) -> Lines:
        due = words.DUE_ON.format(date=one.due_on) if one.due_on else ""
        who = subject_name(now.whole, one.target)
        said = " · ".join(filter(None, (one.issuer, due, one.reason)))
        return Lines(f"{one.number}: {who}", words.DATED.format(date=one.dated_on), said, State.NOTE)

    return RecordKind(
        name="re_review_order",
        fields=ReReviewOrderFields,
        texts=words.ORDER,
        words=words.ORDER_WORDS,
        say=lines,
        rows=lambda _owner: now.whole.re_review_orders,
        add=lambda owner, values: now.review.rounds.order_again(owner.year, values),
        save=now.review.corrections.save,
        choices={"target": lambda _owner: subject_choices(now.whole, with_cell=True)},
        prefix="order_",
    )


def _due_lines(one: Milestone, due: Due, today: dt.date) -> Lines:
    day = one.due_on or due.day
    if one.done_on:
        return Lines(due.name, "", words.DONE_ON.format(date=one.done_on), State.DONE)
    if day is None:
        return Lines(due.name, "", words.NO_DAY, State.OPEN)
    said = (words.DUE_ON if one.due_on else words.DUE_BY_RULES).format(date=day)
    # A day of the rules is a default: only the cell's own is called overdue.
    late = _late(one.due_on, today)
    told = " · ".join(filter(None, (said, late)))
    return Lines(due.name, "", told, State.LACKING if late else State.OPEN)


def _late(day: dt.date | None, today: dt.date) -> str:
    return words.LATE.format(days=(today - day).days) if day and day < today else ""


def _due_note(due: Due) -> str:
    if due.day is None:
        said = words.NO_DEFAULT
    elif due.is_verified:
        said = words.DUE_FROM.format(document=due.document, date=due.day)
    else:
        said = words.DUE_DEFAULT.format(date=due.day)
    return said + (words.DOER_FROM.format(actor=due.actor) if due.actor else "")
