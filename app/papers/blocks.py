"""The components that all papers share, in the order of HD 36: head, title, addressee, body, tables.

Component numbers are those of documents-and-meetings.md 1.2. What stands below the text is in
`app.papers.signatures`, sections and lines for a pen in `app.papers.prose`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from app.domain.cells import Cell
from app.papers import content, titles
from app.papers.content import Block, Document, PageSetup, Paragraph, Rule, Run, SideBySide, Table
from app.papers.dates import blank_date, paper_date
from app.papers.glyphs import drawable
from app.papers.kind import Subject
from app.papers.register import number_and_symbol
from app.papers.styles import Profile
from app.papers.wording import Wording, wording
from app.year.review_year import ReviewYear


def line(text: str, style: str) -> Paragraph:
    """Return one paragraph in the face of its style."""
    return Paragraph((Run(text),), style)


def landscape(page: PageSetup) -> PageSetup:
    """Return the same page laid on its side, for a wide table."""
    return replace(page, width_mm=page.height_mm, height_mm=page.width_mm, orientation="landscape")


def assembled(
    year: ReviewYear, heading: str, profile: Profile, page: PageSetup, blocks: Sequence[Block]
) -> Document:
    """Return the finished paper: its styles, drawable text, and the band of practice papers."""
    shared = wording("shared")
    band = shared.text("practice_band") if year.cell.is_practice else ""
    document = Document(heading, profile.name, page, profile.styles, tuple(blocks), band)
    return drawable(titles.balanced(document, shared.texts("breaks_before")))


def head(year: ReviewYear, subject: Subject, words: Wording, profile: Profile, page: PageSetup) -> SideBySide:
    """Return components 1 to 4: who issues, under which number, where and when."""
    cell, fixed = year.cell, profile.words
    left = (
        line(cell.upper_organisation.upper(), "upper_name"),
        line(cell.name.upper(), "issuer_name"),
        *_number(cell, subject, words.text("type_code"), fixed),
    )
    place_date = wording("shared").text("place_and_date", place=cell.place_name, date=day_text(year, subject))
    right = (
        line(fixed["head_title"], "head_title"),
        Rule(fixed["head_title"], "head_title"),
        line(place_date, "place_date"),
    )
    right_mm = _head_right_mm(profile, page, place_date)
    return SideBySide(left, right, page.text_width_mm - right_mm, right_mm)


def _head_right_mm(profile: Profile, page: PageSetup, place_date: str) -> float:
    """Return the width of the right half: its share of a page laid on its side, else what the date needs."""
    if page.text_width_mm > profile.page.text_width_mm:
        return profile.head_right_mm * page.text_width_mm / profile.page.text_width_mm
    needed = len(place_date) * profile.date_mm_a_letter
    return min(max(profile.head_right_mm, needed), profile.head_right_most_mm)


def day_text(year: ReviewYear, subject: Subject) -> str:
    """Return the date of the paper in words, or dots for day and month."""
    return paper_date(subject.day) if subject.day else blank_date(year.year)


def _number(cell: Cell, subject: Subject, type_code: str, fixed: Mapping[str, str]) -> tuple[Paragraph, ...]:
    """Return components 2c and 3, and 12 below them while a paper has no number; nothing without a type."""
    if not type_code:
        return ()
    paper, star = subject.paper, line(fixed["star"], "star")
    if paper and paper.number is not None:
        return (star, line(number_and_symbol(paper.number, paper.type_code, paper.symbol), "number"))
    dotted = line(number_and_symbol(None, type_code, cell.symbol), "number")
    return (star, dotted, line(fixed["draft"], "draft")) if paper else (star, dotted)


def title(type_name: str, subject_line: str, profile: Profile) -> tuple[Paragraph, ...]:
    """Return components 5a and 5b with their five hyphens."""
    return (
        line(type_name, "type_name"),
        line(subject_line, "subject"),
        line(profile.words["dashes"], "dashes"),
    )


def addressee(word: str, body: str) -> Paragraph:
    """Return component 8: the word in italics, the body after it upright."""
    return Paragraph((Run(word, italic=True), Run(" " + body)), "addressee")


def prose(text: str) -> tuple[Paragraph, ...]:
    """Return one body paragraph for each line the user typed; empty lines go."""
    return tuple(line(part.strip(), "body") for part in text.split("\n") if part.strip())


def bases(texts: Sequence[str], words: Wording) -> tuple[Paragraph, ...]:
    """Return the legal bases, each on its line; all but the last end with ";", the last with "," (1.6)."""
    keys = ["basis"] * (len(texts) - 1) + ["last_basis"]
    return tuple(line(words.text(key, text=text), "body") for key, text in zip(keys, texts, strict=False))


def table(words: Wording, rows: Sequence[Sequence[str]], page: PageSetup) -> Table:
    """Return the table of a kind under its own column heads; the form's widths are stretched to the page.

    Without rows it is the form's empty rows, high enough for a pen.
    """
    widths, heads = words.widths("widths_mm"), words.texts("columns")
    stretch = page.text_width_mm / sum(widths)
    blank = [[""] * len(heads)] * words.values["blank_rows"]
    styles = ["table_center" if centred else "table_text" for centred in words.values["centred"]]
    cells = (
        tuple(content.Cell((line(text, style),)) for text, style in zip(row, styles, strict=True))
        for row in rows or blank
    )
    return Table(
        tuple(width * stretch for width in widths),
        (tuple(content.Cell((line(text, "table_head"),)) for text in heads), *cells),
        least_row_mm=0 if rows else words.values["blank_row_mm"],
    )
