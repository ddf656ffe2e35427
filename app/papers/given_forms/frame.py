"""What all given-out forms share: how to fill them in, the code at the foot, the unseen stamp."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from app.papers import blocks, content, fields, signatures
from app.papers.content import Block, Cell, Paragraph, Run, Table
from app.papers.given_forms.places import GivenForm, Place, field_of
from app.papers.given_forms.stamp import Stamp
from app.papers.review import Review
from app.papers.signatures import Sheet
from app.papers.wording import Wording, wording
from app.year.review_year import ReviewYear


@dataclass(frozen=True, slots=True)
class Frame:
    """Whose form it is, what it is called, and the page it is made for."""

    year: ReviewYear
    stamp: Stamp
    name: str
    title: str
    sheet: Sheet
    facts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class RowOfPlaces:
    """A row of a table whose cells are words or places."""

    cells: tuple[str | Place, ...]


@dataclass(frozen=True, slots=True)
class TableOfPlaces:
    """A table in which places stand: widths in millimetres, heads, and rows."""

    widths_mm: tuple[float, ...]
    heads: tuple[str, ...]
    rows: tuple[RowOfPlaces, ...]
    centred: tuple[bool, ...]


Item = Block | Place | TableOfPlaces


def frame_of(review: Review, stamp: Stamp, words: Wording, facts: Mapping[str, str], sheet: Sheet) -> Frame:
    """Return the frame of the form that `stamp` names, called as its paper is."""
    name = review.name(stamp.member)
    return Frame(review.year, stamp, name, words.text("title"), sheet, facts)


def signed(review: Review, member: str, words: Wording, sheet: Sheet) -> Block:
    """Return where the member signs."""
    below = signatures.Below(words.text("signs"), hint=words.text("hint"), name=review.name(member))
    return signatures.own(below, sheet)


def assembled_form(
    frame: Frame, head: Sequence[Block], body: Iterable[Item], foot: Sequence[Block]
) -> GivenForm:
    """Return the finished form: instruction, head, the places in their order, and who signs."""
    words = wording("given_form", frame.sheet.profile.words["tone"])
    code, places = frame.stamp.code.text, dict[str, Place]()
    made: list[Block] = []
    for item in body:
        for place in _places(item):
            places[place.tag] = place
        made += _blocks(item, code, frame.sheet)
    title = words.text("title", kind=frame.title, name=frame.name)
    document = blocks.assembled(
        frame.year,
        title,
        frame.sheet.profile,
        frame.sheet.page,
        (*_instruction(words.texts("instruction"), frame.sheet), *head, *made, *foot),
    )
    shown = words.text("file_code", code=code)
    if document.band:
        shown = words.text("practice_code", band=document.band, code=code)
    return GivenForm(
        stamp=frame.stamp,
        name=frame.name,
        document=replace(document, band=shown, stamp=frame.stamp.text),
        places=places,
        facts=frame.facts,
    )


def _instruction(lines: Sequence[str], sheet: Sheet) -> tuple[Block, ...]:
    """Return how to fill the form in, in a box above everything else."""
    told = tuple(Paragraph((Run(one, italic=True),), "table_text") for one in lines)
    box = Table((sheet.page.text_width_mm,), ((Cell(told),),), header_rows=0)
    return box, Paragraph((), "table_gap")


def _places(item: Item) -> tuple[Place, ...]:
    if isinstance(item, Place):
        return (item,)
    if isinstance(item, TableOfPlaces):
        return tuple(one for row in item.rows for one in row.cells if isinstance(one, Place))
    return ()


def _blocks(item: Item, code: str, sheet: Sheet) -> Sequence[Block]:
    if isinstance(item, Place):
        return (field_of(item, code),)
    if isinstance(item, TableOfPlaces):
        return (Paragraph((), "table_gap"), _table(item, code, sheet))
    return (item,)


def _table(table: TableOfPlaces, code: str, sheet: Sheet) -> Table:
    stretch = sheet.page.text_width_mm / sum(table.widths_mm)
    styles = ["table_center" if centred else "table_text" for centred in table.centred]
    rows = tuple(
        tuple(_cell(one, style, code) for one, style in zip(row.cells, styles, strict=True))
        for row in table.rows
    )
    heads = tuple(content.Cell((blocks.line(text, "table_head"),)) for text in table.heads)
    return Table(tuple(one * stretch for one in table.widths_mm), (heads, *rows), least_row_mm=8)


def _cell(one: str | Place, style: str, code: str) -> Cell:
    if isinstance(one, str):
        return Cell((blocks.line(one, style),))
    return Cell(fields.paragraphs(one.now, style), field=field_of(one, code, style))
