"""Mục lục (danh mục) hồ sơ: what lies in a package, one row a paper, in the order of the dossier."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from app.papers import blocks, signatures
from app.papers.content import Document
from app.papers.counts import two_digits
from app.papers.dates import short_date
from app.papers.kind import PartRow, Subject
from app.papers.styles import Profile
from app.papers.wording import Wording
from app.year.review_year import ReviewYear


def build(year: ReviewYear, subject: Subject, words: Wording, profile: Profile) -> Document:
    """Return the list of `subject.parts`; without parts a form with empty rows for a pen."""
    page = profile.page
    (type_name,) = words.in_force("type_names", dt.date(year.year, 1, 1))
    subject_line = words.text("subject", committee=year.cell.upper_committee, year=str(year.year))
    rows = [_row(place, part, words) for place, part in enumerate(subject.parts, start=1)]
    return blocks.assembled(
        year,
        words.text("title"),
        profile,
        page,
        (
            blocks.head(year, subject, words, profile, page),
            *blocks.title(type_name, subject_line, profile),
            blocks.table(words, rows, page),
            blocks.line(words.text("total", count=two_digits(_there(subject) or None)), "body"),
            *(blocks.line(text, "body") for text in incomplete(subject.missing, words)),
            *(blocks.line(text, "body") for text in following(subject, words)),
            signatures.issued(year, subject, words, signatures.Sheet(profile, page)),
        ),
    )


def incomplete(missing: Sequence[str], words: Wording) -> tuple[str, ...]:
    """Return the sentence on what a dossier lacks, none for a complete one."""
    return (words.text("incomplete", parts="; ".join(missing)),) if missing else ()


def following(subject: Subject, words: Wording) -> tuple[str, ...]:
    """Return the sentence on what lists and totals follow, none where no paper says otherwise."""
    return (words.text("follows"),) if any(part.differs for part in subject.parts) else ()


def _there(subject: Subject) -> int:
    """Return how many of the rows lie in the dossier; what is not needed is only named."""
    return sum(bool(part.extent) for part in subject.parts)


def _row(place: int, part: PartRow, words: Wording) -> list[str]:
    told = [part.number, short_date(part.dated_on) if part.dated_on else ""]
    both = words.text("number_and_date", number=told[0], date=told[1]) if all(told) else "".join(told)
    note = "; ".join(filter(None, (words.text("word_differs") if part.differs else "", part.note)))
    return [str(place), part.title, both, part.extent, note]
