"""Phiếu giao nhận hồ sơ: what was handed over, in how many copies, and that it was received (rulings.md 6).

The ledger of the signed originals stands in it as columns for a pen: signed, handed over.
"""

from __future__ import annotations

from app.papers import blocks, prose, signatures
from app.papers.content import Document
from app.papers.contents_list import incomplete
from app.papers.counts import two_digits
from app.papers.kind import PartRow, Subject
from app.papers.styles import Profile
from app.papers.wording import Wording, wording
from app.year.review_year import ReviewYear


def build(year: ReviewYear, subject: Subject, words: Wording, profile: Profile) -> Document:
    """Return the slip for `subject.parts`; without parts a form with empty rows for a pen."""
    page = profile.page
    sheet = signatures.Sheet(profile, page)
    named = {"cell": year.cell.name, "committee": year.cell.upper_committee, "year": str(year.year)}
    there = [part for part in subject.parts if part.extent]
    rows = [_row(place, part) for place, part in enumerate(there, start=1)]
    gives = signatures.Below(words.text("gives"), hint=words.text("hint"))
    takes = signatures.Below(words.text("takes"), hint=words.text("hint"))
    return blocks.assembled(
        year,
        words.text("title"),
        profile,
        page,
        (
            blocks.head(year, subject, words, profile, page),
            *blocks.title(words.text("type_name"), words.text("subject", **named), profile),
            prose.fact(words.text("from", **named), ""),
            prose.fact(words.text("to", **named), ""),
            prose.fact(words.text("code"), subject.code),
            blocks.line(words.text("list"), "body"),
            *prose.below_text(blocks.table(words, rows, page)),
            blocks.line(words.text("total", count=two_digits(len(rows) or None)), "body"),
            *(blocks.line(one, "body") for one in incomplete(subject.missing, wording("contents_list"))),
            prose.fact(words.text("condition"), "", lines=2),
            blocks.line(words.text("copies_made"), "body"),
            signatures.pair(gives, takes, sheet),
            *signatures.addressed(year, subject, words, sheet),
        ),
    )


def _row(place: int, part: PartRow) -> list[str]:
    return [str(place), part.title, part.number, part.extent, "", "", part.note]
