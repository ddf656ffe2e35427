"""The form of a commitment: a row for each promise, those that are there already and empty ones."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from app.domain.commitments import CommitmentItem
from app.domain.given_forms import FormKind
from app.papers import blocks, commitment, prose, signatures
from app.papers.content import Block
from app.papers.given_forms.carried_places import items_of
from app.papers.given_forms.frame import RowOfPlaces, TableOfPlaces, assembled_form, frame_of, signed
from app.papers.given_forms.places import GivenForm, Place
from app.papers.given_forms.stamp import Stamp
from app.papers.kind import Subject
from app.papers.own_layer import words_of
from app.papers.review import Review, review_of
from app.papers.styles import profile_for
from app.papers.wording import Wording, wording
from app.year.review_year import ReviewYear

COLUMNS: Mapping[str, str] = {"a": "content", "g": "goal", "b": "measure", "h": "due"}
"""The letter of a place by the field of a promise, in the order of the columns."""
NEW = "n"
"""What the key of an empty row begins with; other keys are those of promises."""


def commitment_form(year: ReviewYear, member: str, day: dt.date, *, every_row: bool = False) -> GivenForm:
    """Return the form of a member, with the promises that are known, as it is given out on `day`.

    `every_row` adds as many empty rows as a form has of which no promise is known.
    """
    review = review_of(year, None)
    profile = profile_for(review.day)
    words = words_of("commitment", year, profile)
    page = blocks.landscape(profile.page)
    facts = commitment.facts(review, member, words)
    sheet = signatures.Sheet(profile, page)
    head: tuple[Block, ...] = (
        blocks.head(year, Subject(), words, profile, page),
        *blocks.title(words.text("type_name"), words.text("subject", year=str(year.year)), profile),
        *(prose.fact(label, value) for label, value in facts.items()),
        blocks.line(words.text("promise", year=str(year.year)), "body"),
    )
    stamp = Stamp(FormKind.COMMITMENT, year.year, year.cell.uid, member, day)
    return assembled_form(
        frame_of(review, stamp, words, facts, sheet),
        head,
        (_table(review, member, words, every_row=every_row),),
        (blocks.line(words.text("closing"), "body"), signed(review, member, words, sheet)),
    )


def row_places(key: str, number: int, item: CommitmentItem | None = None) -> tuple[Place, ...]:
    """Return the places of a row, the promise `item` or an empty one, which bears `number`."""
    words = wording("given_form")
    return tuple(
        Place(
            tag=f"{letter}:{key}",
            name=words.part("names").text(field, place=str(number)),
            heading=words.part("names").text("row", place=str(number)),
            now=str(getattr(item, field)) if item else "",
            hint=words.text(f"{field}_hint"),
            required=number == 1 and field == "content",
            lines=1,
        )
        for letter, field in COLUMNS.items()
    )


def _table(review: Review, member: str, words: Wording, *, every_row: bool) -> TableOfPlaces:
    items = items_of(review, member)
    sizes = wording("given_form").values
    most, least = int(sizes["rows"]), int(sizes["least_blank_rows"])
    blank = most if every_row else max(most - len(items), least)
    rows = [row_places(one.uid, number, one) for number, one in enumerate(items, start=1)]
    rows += [row_places(f"{NEW}{place}", len(items) + place) for place in range(1, blank + 1)]
    count = 1 + len(COLUMNS)
    return TableOfPlaces(
        widths_mm=words.widths("widths_mm")[:count],
        heads=words.texts("columns")[:count],
        rows=tuple(RowOfPlaces((str(number), *row)) for number, row in enumerate(rows, start=1)),
        centred=tuple(words.values["centred"][:count]),
    )
