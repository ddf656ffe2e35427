"""What others say of one under review: residence committee, authority, Front, unions, temporary cell."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from typing_extensions import override

from app.bootstrap import Core
from app.domain.outside_opinions import OutsideBody, OutsideOpinion, OutsideOpinionFields
from ui.forms.record_book import RecordBook
from ui.forms.record_drafts import NEW
from ui.forms.record_kind import Owner, RecordKind
from ui.forms.record_values import Values
from ui.pages.books_part import BooksPart
from ui.pages.page import Desk
from ui.texts import outside_opinions as words
from ui.theme.signs import State
from ui.widgets.two_line_view import Lines

if TYPE_CHECKING:
    from app.year.review_year import ReviewYear

OPINIONS = "outside_opinions"
"""What findings call the whole list."""


class OutsidePart(BooksPart):
    """The tab of the card with the comments; one that came after the conference is entered like any other."""

    def __init__(self, core: Core, desk: Desk) -> None:
        self.book: RecordBook[OutsideOpinion] = RecordBook(opinion_kind(core), core.drafts, desk.notifier)
        super().__init__(self.book, opens={})

    @override
    def open_field(self, field: str) -> None:
        """Open the first comment that is still waited for, or a new one."""
        if field != OPINIONS:
            super().open_field(field)
            return
        waited = next((one.uid for one in self.book.records() if not _is_there(one)), NEW)
        self.book.open_at(waited, "received_on" if waited != NEW else "body")


def opinion_kind(core: Core) -> RecordKind[OutsideOpinion]:
    """Return the comments on a subject, in the order of the bodies."""
    service = core.review.outside
    bodies = list(OutsideBody)

    def rows(owner: Owner) -> list[OutsideOpinion]:
        own = [one for one in core.review.whole(owner.year).outside_opinions if one.target == owner.uid]
        return sorted(own, key=lambda one: bodies.index(one.body))

    def begin(owner: Owner) -> Values:
        there = {one.body for one in rows(owner)}
        return {"body": next((one for one in bodies if one not in there), bodies[0]), "on_paper": True}

    return RecordKind(
        name="outside_opinion",
        fields=OutsideOpinionFields,
        texts=words.OPINION,
        words=words.OPINION_WORDS,
        say=lambda one: _lines(one, last_sitting(core.review.whole(one.year))),
        rows=rows,
        add=lambda owner, values: service.enter(owner.year, {**values, "target": owner.uid}),
        save=service.save,
        remove=service.remove,
        choices={
            "body": lambda _owner: tuple(words.BODY_NAMES.items()),
            "grade": lambda _owner: (("", words.NO_GRADE), *words.GRADE_NAMES.items()),
        },
        begin=begin,
        prefix="outside_",
    )


def last_sitting(year: ReviewYear) -> dt.date | None:
    """Return the day of the last sitting that the year has; None before there is one."""
    return max((one.held_on for one in year.sittings if one.held_on), default=None)


def _is_there(one: OutsideOpinion) -> bool:
    return bool(one.received_on or one.dated_on or one.excused_reason)


def _lines(one: OutsideOpinion, sitting: dt.date | None) -> Lines:
    name = words.BODY_NAMES[one.body]
    first = f"{name}: {one.body_name}" if one.body_name else name
    late = bool(sitting and one.received_on and one.received_on > sitting)
    said = [_said(one), words.AFTER_CONFERENCE if late else "", words.GRADE_NAMES.get(one.grade, "")]
    state = State.NOT_APPLICABLE if one.excused_reason else State.DONE if _is_there(one) else State.OPEN
    return Lines(first, "", " · ".join(filter(None, said)), state)


def _said(one: OutsideOpinion) -> str:
    if one.excused_reason:
        return words.EXCUSED.format(reason=one.excused_reason)
    if one.received_on:
        return words.RECEIVED_ON.format(date=one.received_on)
    if one.dated_on:
        return words.DATED_ON.format(date=one.dated_on)
    return words.ASKED_ON.format(date=one.asked_on) if one.asked_on else words.NOT_RECEIVED
