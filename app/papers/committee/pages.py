"""A filled form as pages of ours: what it shows goes through the writer of our PDF, what it cannot is named."""

from __future__ import annotations

from dataclasses import replace

from app.papers.committee import word_form
from app.papers.committee.model import Block, Box, FormView, Grid, Line, Part
from app.papers.content import Cell, Document, Paragraph, Run, Style, Table
from app.papers.content import Block as PaperBlock
from app.papers.content import PageSetup
from app.papers.glyphs import drawable
from app.papers.styles import profile

_PROFILE = "hd36"
_BODY_PT, _LINE_PT = 13.0, 17.0
_ALIGNS = ("left", "center", "right", "justify")


def pages_of(data: bytes, format_: str, title: str, band: str) -> tuple[Document, list[str]]:
    """Return the pages of a filled form and the words of what they cannot show."""
    view = word_form.view(data)
    return _document(view, title, band), []


def _document(view: FormView, title: str, band: str) -> Document:
    shape = profile(_PROFILE)
    kept = tuple(one for one in shape.styles if one.name in {"band", "page_number"})
    styles = (*kept, *(_style(align) for align in _ALIGNS))
    blocks = tuple(
        block for part in view.parts for one in part.blocks for block in _blocks(one, shape.page)
    )
    return drawable(Document(title, _PROFILE, shape.page, styles, blocks, band))


def _style(align: str) -> Style:
    return Style(align, align, _BODY_PT, _LINE_PT, align, after_pt=2)  # type: ignore[arg-type]  # one of the four


def _blocks(block: Block, page: PageSetup) -> tuple[PaperBlock, ...]:
    if isinstance(block, Line):
        return _paragraphs(block)
    widths = block.widths or (1.0,) * max(sum(box.across for box in row.boxes) for row in block.rows)
    stretch = page.text_width_mm / (sum(widths) or 1.0)
    rows = tuple(tuple(_cell(box) for box in row.boxes) for row in block.rows)
    return (Table(tuple(width * stretch for width in widths), rows, header_rows=0),)


def _cell(box: Box) -> Cell:
    return Cell(tuple(one for line in box.lines for one in _paragraphs(line)) or (Paragraph((), "left"),), box.across)


def _paragraphs(line: Line) -> tuple[Paragraph, ...]:
    found: list[list[Run]] = [[]]
    for piece in line.pieces:
        first, *rest = piece.text.split("\n")
        face = Run("", piece.bold, piece.italic, piece.underline)
        found[-1].append(replace(face, text=first))
        found += [[replace(face, text=one)] for one in rest]
    return tuple(Paragraph(tuple(runs), line.align) for runs in found)
