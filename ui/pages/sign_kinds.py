"""Checks of one under review against the signs of NQ 04-NQ/TW, for the secretary alone (rulings.md 2.6)."""

from __future__ import annotations

from app.bootstrap import Core
from app.domain.self_reviews import SignCheck, SignCheckFields
from app.errors import Invalid, Problem
from ui.forms.record_kind import Owner, RecordKind, refuse_another
from ui.forms.record_values import Values
from ui.texts import sign_checks as words
from ui.theme.signs import State
from ui.widgets.two_line_view import Lines

SIGN_CHECK = "sign_check"


def sign_kind(core: Core) -> RecordKind[SignCheck]:
    """Return the checks of a subject by group and number; the wording of the centre is not repeated."""

    def rows(owner: Owner) -> list[SignCheck]:
        own = [one for one in core.review.whole(owner.year).sign_checks if one.target == owner.uid]
        return sorted(own, key=_place)

    def add(owner: Owner, values: Values) -> SignCheck:
        sign = _sign(values)
        if any(_place(one) == sign for one in rows(owner)):
            raise Invalid([Problem("sign_number", "sign.there")])
        return core.review.self_reviews.check_sign(owner.year, owner.uid, sign, values)

    def save(one: SignCheck, values: Values) -> SignCheck:
        refuse_another(one, values, "sign_group", "sign_number")
        return core.review.self_reviews.check_sign(one.year, one.target, _place(one), values)

    return RecordKind(
        name=SIGN_CHECK,
        fields=SignCheckFields,
        texts=words.SIGN_CHECK,
        words=words.SIGN_CHECK_WORDS,
        say=_lines,
        rows=rows,
        add=add,
        save=save,
        remove=core.review.corrections.remove,
        choices={
            "sign_group": lambda _owner: tuple(words.GROUPS.items()),
            "sign_number": lambda _owner: [(at, words.NUMBER.format(number=at)) for at in words.NUMBERS],
        },
        begin=lambda _owner: {"sign_group": 1, "sign_number": 1, "has_sign": True},
        prefix="sign_",
    )


def _place(one: SignCheck) -> tuple[int, int]:
    return one.sign_group, one.sign_number


def _sign(values: Values) -> tuple[int, int]:
    return int(str(values["sign_group"])), int(str(values["sign_number"]))


def _lines(one: SignCheck) -> Lines:
    first = words.SIGN.format(number=one.sign_number, group=words.ROMAN[one.sign_group])
    if not one.has_sign:
        return Lines(first, "", words.NOT_FOUND, State.DONE)
    said = one.measure or words.NO_MEASURE
    state = State.PARTLY if one.measure else State.LACKING
    return Lines(first, "", " · ".join(filter(None, (words.FOUND, one.degree_note, said))), state)
