"""Which promise of the data a row of a commitment is, when it comes back again and was reworded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from app.papers.form_reading.expected import plain_words
from app.papers.form_reading.understand import Understood
from app.papers.given_forms.commitment_form import COLUMNS, NEW, row_places
from app.papers.given_forms.places import GivenForm
from app.services.form_files import Offer, same_lines

CONTENT = "a"
_ALIKE = 0.6
"""From this share of words in the same order on, a row is a promise that was reworded."""


def as_promised(form: GivenForm, found: Understood, offers: Sequence[Offer]) -> list[Offer]:
    """Return the offers with each row at the place of the promise that it says, again or in other words.

    A row is known by its control; else by the same words, by most of them, or, in a file of which another
    row is known, by where it stands. What is none of the promises stays a new one.
    """
    rows = _rows([*offers, *_added_rows(form, found)])
    order = [key for key in (*found.rows_met, *rows) if key in rows]
    said = [key for key in dict.fromkeys(order) if any(one.whole for one in rows[key])]
    kept = _kept(form, rows, said)
    return [offer for key, row in rows.items() for offer in _placed(form, key, row, kept)]


def _rows(offers: Sequence[Offer]) -> dict[str, list[Offer]]:
    rows: dict[str, list[Offer]] = {}
    for offer in offers:
        rows.setdefault(offer.place.of, []).append(offer)
    return rows


def _added_rows(form: GivenForm, found: Understood) -> Iterator[Offer]:
    """Yield the places of rows that the member added below those of the form."""
    rows = len(form.places) // len(COLUMNS)
    for number, row in enumerate(found.rows, start=1):
        for column, place in enumerate(row_places(f"{NEW}x{number}", rows + number), start=1):
            yield Offer(place, row.get(column, ""), is_recovered=True)


def _kept(form: GivenForm, rows: Mapping[str, list[Offer]], said: Sequence[str]) -> dict[str, str]:
    """Return the promise that each row with words is, by its key, as far as it is one of the data."""
    stored = {one.of: one.now for one in form.places.values() if one.part == CONTENT and one.now}
    kept = {key: key for key in said if key in stored and _has_control(rows[key])}
    shares = [
        (_share(_content(rows[key]), text), key, promise)
        for key in said
        if key not in kept
        for promise, text in stored.items()
    ]
    alike = sorted((one for one in shares if one[0] >= _ALIKE), key=lambda one: -one[0])
    _keep(kept, ((key, promise) for _, key, promise in alike))
    if kept:
        with_words = ((key, promise) for key, promise in zip(said, stored, strict=False))
        _keep(kept, ((key, promise) for key, promise in with_words if _content(rows[key])))
    return kept


def _keep(kept: dict[str, str], pairs: Iterable[tuple[str, str]]) -> None:
    """Add pairs of which neither side is known yet, the first one first."""
    for key, promise in pairs:
        if key not in kept and promise not in kept.values():
            kept[key] = promise


def _placed(form: GivenForm, key: str, row: list[Offer], kept: Mapping[str, str]) -> Iterator[Offer]:
    """Yield the offers of a row at the promise that it is; at the place of none where it is none."""
    if key in kept:
        own = {one.place.part: form.places[f"{one.place.part}:{kept[key]}"] for one in row}
        said = _content(row)
        is_change = bool(said) and not same_lines(said, own[CONTENT].now)
        yield from (replace(one, place=own[one.place.part], is_change=is_change) for one in row)
    elif any(one.whole for one in row):
        yield from _as_new(key, row)
    elif key not in kept.values():
        yield from row


def _as_new(key: str, row: list[Offer]) -> Iterator[Offer]:
    """Yield a row without its control, which its number led to a promise that it is not, as a new one."""
    for offer in row:
        if key.startswith(NEW):
            yield offer
        else:
            place = replace(offer.place, tag=f"{offer.place.part}:{NEW}{key}", now="")
            yield replace(offer, place=place)


def _has_control(row: list[Offer]) -> bool:
    return any(one.whole and not one.is_recovered for one in row)


def _content(row: list[Offer]) -> str:
    return next((one.whole for one in row if one.place.part == CONTENT), "")


def _share(one: str, other: str) -> float:
    """Return how much of two promises is the same words in the same order, to 1; 2 for the same text."""
    if same_lines(one, other):
        return 2.0
    return SequenceMatcher(None, plain_words(one).split(), plain_words(other).split(), autojunk=False).ratio()
