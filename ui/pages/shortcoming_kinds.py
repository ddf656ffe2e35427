"""The kinds of small records about shortcomings, the same wherever they are entered.

In the self-review and on the card of Kiểm điểm they are admitted, in the conference concluded; a concluded
one is not removed but withdrawn by a dated conclusion with its reason (rulings.md 1.1).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.bootstrap import Core
from app.domain.checking import checked
from app.domain.shortcomings import (
    CONCLUDED,
    Origin,
    Responsibility,
    ResponsibilityFields,
    Shortcoming,
    ShortcomingFields,
    WithdrawalFields,
)
from app.domain.targets import COLLECTIVE
from app.errors import Invalid, Problem
from app.services.shortcoming_choices import ShortcomingChoices, shortcoming_choices
from ui.forms.record_kind import Choices, Owner, RecordKind, refuse_another
from ui.forms.record_values import Values
from ui.texts import conference_fields as told
from ui.texts import shortcomings as words
from ui.texts.fields import chosen_words
from ui.theme.signs import State
from ui.widgets.two_line_view import Lines

OWN, WITHDRAWAL, BLAME = "own_shortcoming", "withdrawal", "own_responsibility"


@dataclass(frozen=True, slots=True)
class Place:
    """Where shortcomings are entered: the name of the kind there, whose finding they begin as."""

    name: str
    origin: Origin
    prefix: str = "shortcoming_"
    conference: Callable[[], str] = str
    """Where it is concluded; nothing outside a conference."""


WRITTEN = Place(OWN, Origin.SELF_ADMITTED)
"""The self-review, the report, the card."""


def shortcoming_kind(core: Core, place: Place = WRITTEN) -> RecordKind[Shortcoming]:
    """Return the shortcomings of a subject, whoever found them, but those withdrawn."""
    service = core.review.shortcomings

    def add(owner: Owner, values: Values) -> Shortcoming:
        own = {"target": owner.uid, "conference": place.conference()}
        return service.add(owner.year, {**values, **own})

    def note(one: Shortcoming) -> str:
        said = core.review.whole(one.year).opinions
        if any(other.shortcoming == one.uid for other in said):
            return told.FROM_OPINION
        return words.IS_CONCLUDED if one.origin in CONCLUDED and place is WRITTEN else ""

    return RecordKind(
        name=place.name,
        fields=ShortcomingFields,
        texts=told.SHORTCOMING,
        words=told.SHORTCOMING_WORDS,
        say=lambda one: Lines(one.text, "", _said(one), _sign(one)),
        rows=lambda owner: [one for one in _of(core, owner) if one.withdrawn_on is None],
        add=add,
        save=service.save,
        remove=service.remove,
        choices={
            "area": lambda owner: [("", told.NO_AREA), *_choices(core, owner).areas],
            "sub_reason": lambda owner: [("", told.NO_REASON), *_choices(core, owner).cases],
            "repeats": lambda owner: [("", told.NOT_REPEATED), *_choices(core, owner).earlier],
        },
        begin=lambda _owner: {"origin": place.origin},
        note=note,
        prefix=place.prefix,
    )


def withdrawal_kind(core: Core) -> RecordKind[Shortcoming]:
    """Return the concluded shortcomings of a subject, each with the conclusion that withdrew it."""

    def save(one: Shortcoming, values: Values) -> Shortcoming:
        draft = checked(WithdrawalFields, {"year": one.year, **values})
        return core.review.shortcomings.withdraw(one, draft.withdrawn_on, draft.withdrawn_reason)

    def say(one: Shortcoming) -> Lines:
        if one.withdrawn_on is None:
            return Lines(one.text, "", words.STANDS, State.NOTE)
        said = words.WITHDRAWN.format(date=one.withdrawn_on, reason=one.withdrawn_reason)
        return Lines(one.text, "", said, State.NOT_APPLICABLE)

    return RecordKind(
        name=WITHDRAWAL,
        fields=WithdrawalFields,
        texts=words.WITHDRAWAL,
        words=words.WITHDRAWAL_WORDS,
        say=say,
        rows=lambda owner: [one for one in _of(core, owner) if one.origin in CONCLUDED],
        add=None,
        save=save,
    )


def blame_kind(core: Core, name: str = BLAME) -> RecordKind[Responsibility]:
    """Return who answers for the shortcomings of the collective (R2-10)."""

    def rows(owner: Owner) -> list[Responsibility]:
        known = {one.uid for one in _of_collective(core, owner.year)}
        parts = core.review.whole(owner.year).responsibilities
        return [
            one for one in parts if one.shortcoming in known and owner.uid in {COLLECTIVE, one.member_uid}
        ]

    def say(one: Responsibility) -> Lines:
        matter = next(of for of in _of_collective(core, one.year) if of.uid == one.shortcoming)
        name = dict(_people(core, one.year)).get(one.member_uid, "")
        return Lines(name, "", one.text or matter.text, State.NOTE)

    def save(one: Responsibility, values: Values) -> Responsibility:
        refuse_another(one, values, "shortcoming", "member_uid")
        return _blame(core, Owner(one.year), values)

    return RecordKind(
        name=name,
        fields=ResponsibilityFields,
        texts=told.BLAME,
        words=told.BLAME_WORDS,
        say=say,
        rows=rows,
        add=lambda owner, values: _blame(core, owner, values),
        save=save,
        remove=core.review.shortcomings.unblame,
        choices={
            "member_uid": lambda owner: _people(core, owner.year),
            "shortcoming": lambda owner: [(one.uid, one.text) for one in _of_collective(core, owner.year)],
        },
        begin=lambda owner: {} if owner.uid == COLLECTIVE else {"member_uid": owner.uid},
        prefix="blame_",
    )


def _blame(core: Core, owner: Owner, values: Values) -> Responsibility:
    matters = {one.uid: one for one in _of_collective(core, owner.year)}
    chosen = matters.get(str(values["shortcoming"]))
    if chosen is None:
        raise Invalid([Problem("shortcoming", "field.empty")])
    return core.review.shortcomings.blame(chosen, str(values["member_uid"]), str(values["text"]))


def _of(core: Core, owner: Owner) -> list[Shortcoming]:
    own = [one for one in core.review.whole(owner.year).shortcomings if one.target == owner.uid]
    return sorted(own, key=lambda one: one.position)


def _of_collective(core: Core, year: int) -> list[Shortcoming]:
    return [one for one in _of(core, Owner(year, COLLECTIVE)) if one.withdrawn_on is None]


def _people(core: Core, year: int) -> Choices:
    found = core.review.whole(year).people()
    return [("", told.NOBODY), *((one.uid, one.member.full_name) for one in found)]


def _said(one: Shortcoming) -> str:
    return " · ".join((chosen_words(one.degree), chosen_words(one.origin)))


def _sign(one: Shortcoming) -> State:
    return State.DONE if one.origin in CONCLUDED else State.NOTE


def _choices(core: Core, owner: Owner) -> ShortcomingChoices:
    return shortcoming_choices(core.review.whole(owner.year), owner.uid)
