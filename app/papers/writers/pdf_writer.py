"""A paper as PDF: embedded font, copyable text, bookmarks; the same value gives the same bytes.

Decides nothing: text, styles and measures stand in the content value.
"""

from __future__ import annotations

import html
import io
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Literal, assert_never

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from app.papers.content import (
    CELL_SIDE_MM,
    Align,
    Cell,
    Document,
    Leader,
    Paragraph,
    Rule,
    Run,
    SideBySide,
    Still,
    Style,
    Table,
    plain,
)
from app.papers.fields import on_paper
from app.papers.fonts import MM_PER_POINT, face_of, text_width_mm, typeface
from app.papers.writers.pdf_layout import GRID_PT, Area, Columns, Grid, PageFiller, Placed, Row, Stack, held
from app.papers.writers.pdf_pieces import Blank, Dots, Line, Piece, RuleLine, Text, WrappedText

LANGUAGE = "vi-VN"
_POINT = 1 / MM_PER_POINT
_ALIGN: dict[Align, Literal[0, 1, 2, 4]] = {"left": 0, "center": 1, "right": 2, "justify": 4}
_LINES_KEPT = 2
_PARAGRAPHS_KEPT = 2


def write(document: Document) -> bytes:
    """Return the PDF file; raises `EnvironmentFailed` ``L-301`` when no paper font is found."""
    output, page = io.BytesIO(), document.page
    face = typeface().face(bold=False, italic=False)
    canvas = Canvas(
        output,
        pagesize=(page.width_mm * _POINT, page.height_mm * _POINT),
        invariant=1,
        lang=LANGUAGE,
        initialFontName=face,  # type: ignore[arg-type]  # the stubs say float
    )
    canvas.setTitle(document.title)
    canvas.setAuthor("")
    canvas.setSubject("")
    canvas.setCreator("")
    area = Area(
        top=(page.height_mm - page.top_mm) * _POINT,
        bottom=page.bottom_mm * _POINT,
        left=page.left_mm * _POINT,
        width=page.text_width_mm * _POINT,
    )
    filler = PageFiller(canvas, area, lambda: _start_page(canvas, document, area))
    filler.fill(_Flow(document, area).placed())
    canvas.save()
    return output.getvalue()


def _start_page(canvas: Canvas, document: Document, area: Area) -> None:
    """Draw the number, from page 2, and the band."""
    page, number = document.page, canvas.getPageNumber()
    edge = page.number_from_top_mm * _POINT
    if number > 1:
        style = document.style("page_number")
        _line(str(number), style, area.width).draw(canvas, area.left, page.height_mm * _POINT - edge)
    if document.band:
        style = document.style("band")
        _line(document.band, style, area.width).draw(canvas, area.left, edge + style.line_pt)


class _Flow:
    """The blocks of one document as pieces, with what must stay together."""

    def __init__(self, document: Document, area: Area) -> None:
        self._document, self._full, self._width = document, area.height, area.width
        self._blocks = on_paper(document.blocks)
        self._level = 0

    def placed(self) -> list[Placed]:
        """Return the flow from the first block to the last."""
        flow: list[Placed] = []
        after = 0.0
        for block in self._blocks:
            style = self._leading_style(block)
            # As word processors do: the larger of the two rooms, not their sum.
            gap = max(after, style.before_pt if style else 0)
            after = style.after_pt if style and not isinstance(block, SideBySide) else 0
            leads = isinstance(block, Paragraph) and self._document.style(block.style).keep_with_next
            flow.append(Placed(self._piece(block), gap, mark=self._mark(block), leads=leads))
        return held(self._closed(flow))

    def _leading_style(self, block: Still) -> Style | None:
        """Return the style whose room before and after the block has."""
        if isinstance(block, SideBySide):
            first = block.right[0]
            return self._document.style(first.style) if isinstance(first, Paragraph) else None
        return self._document.style(block.style) if isinstance(block, Paragraph | Leader) else None

    def _closed(self, flow: list[Placed]) -> list[Placed]:
        """Return the flow with every signature block held to the text before it, and to dots right below."""
        closed: list[Placed] = []
        held: int | None = None
        for block, placed in zip(self._blocks, flow, strict=True):
            if isinstance(block, SideBySide) and block.keep_with_previous:
                closed, held = _keep(closed, placed)
                continue
            if held is not None and isinstance(block, Leader):
                need = closed[held].need + placed.gap + placed.piece.height
                closed[held] = replace(closed[held], need=need)
            held = None
            closed.append(placed)
        return closed

    def _piece(self, block: Still) -> Piece:
        match block:
            case Paragraph():
                return _paragraph(block, self._document.style(block.style), self._width)
            case Rule():
                return self._rule(block, self._width)
            case Leader():
                return self._leader(block)
            case Table():
                return self._grid(block)
            case SideBySide():
                return self._columns(block)
            case _:
                assert_never(block)

    def _rule(self, rule: Rule, width: float) -> Piece:
        return RuleLine(text_width_mm(rule.text, self._document.style(rule.style)) * _POINT, width)

    def _leader(self, leader: Leader) -> Piece:
        style = self._document.style(leader.style)
        label = _line(leader.label + " ", style, self._width)
        start = style.first_line_mm * _POINT + text_width_mm(leader.label + " ", style) * _POINT
        if start > self._width:
            # The label is wider than its line: it is set as text is, the dots whole below it.
            above = _paragraph(Paragraph((Run(leader.label),), leader.style), style, self._width)
            return Stack([(0, above), (0, Dots(label.without_text(), 0, self._width, leader.lines))])
        return Dots(label, start, self._width, leader.lines)

    def _columns(self, block: SideBySide) -> Piece:
        widths = (block.left_mm * _POINT, block.right_mm * _POINT)
        stacks = [
            self._stack(side, width) for side, width in zip((block.left, block.right), widths, strict=True)
        ]
        return Columns(stacks, widths, self._full)

    def _stack(self, side: Sequence[Paragraph | Rule], width: float) -> Stack:
        pieces: list[tuple[float, Piece]] = []
        after = 0.0
        for item in side:
            if isinstance(item, Rule):
                pieces.append((0, self._rule(item, width)))
                continue
            style = self._document.style(item.style)
            pieces.append((max(after, style.before_pt), _paragraph(item, style, width)))
            after = style.after_pt
        return Stack(pieces)

    def _grid(self, table: Table) -> Grid:
        widths = [width * _POINT for width in table.widths_mm]
        head = table.header_rows
        rows = [self._row(row, widths, middle=place < head) for place, row in enumerate(table.rows)]
        least = table.least_row_mm * _POINT
        return Grid(rows[:head], [replace(row, least=least) for row in rows[head:]], self._full)

    def _row(self, cells: Sequence[Cell], columns: Sequence[float], *, middle: bool) -> Row:
        inset, first = CELL_SIDE_MM * _POINT + GRID_PT / 2, 0
        stacks, widths = [], []
        for cell in cells:
            width = sum(columns[first : first + cell.colspan])
            stacks.append(self._stack(cell.paragraphs, width - 2 * inset))
            widths.append(width)
            first += cell.colspan
        return Row(tuple(stacks), tuple(widths), inset, middle)

    def _mark(self, block: Still) -> Callable[[Canvas, float], None] | None:
        """Return what sets the bookmark of a heading; a level is never skipped."""
        if not isinstance(block, Paragraph) or not self._document.style(block.style).level:
            return None
        level = self._level = min(self._document.style(block.style).level, self._level + 1)
        text = plain(block)

        def mark(canvas: Canvas, top: float) -> None:
            key = f"{canvas.getPageNumber()}-{top:.0f}-{text}"
            canvas.bookmarkHorizontal(key, 0, top)
            canvas.addOutlineEntry(text, key, level - 1)

        return mark


def _keep(flow: list[Placed], last: Placed) -> tuple[list[Placed], int]:
    """Return the flow with `last`, held to the two paragraphs, or the table row, before it, and their place.

    Of a long paragraph the last two lines are enough. A word processor keeps by paragraphs, not by lines.
    """
    before, tail, kept = list(flow), [last], 0
    while before and kept < _PARAGRAPHS_KEPT:
        placed = before.pop()
        first, rest = _tail(placed.piece)
        if first:
            before.append(replace(placed, piece=first))
            placed = Placed(rest)
        tail.insert(0, placed)
        kept = _PARAGRAPHS_KEPT if first or isinstance(rest, Grid) else kept + 1
    need = tail[0].piece.height + sum(one.gap + one.piece.height for one in tail[1:])
    return [*before, replace(tail[0], need=need), *tail[1:]], len(before)


def _tail(piece: Piece) -> tuple[Piece | None, Piece]:
    """Return what may stay behind and what must go along."""
    if isinstance(piece, Grid) and len(piece.rows) > 1:
        return piece.without_last_row()
    if isinstance(piece, Text):
        return piece.without_last_lines(_LINES_KEPT) or (None, piece)
    return None, piece


def _paragraph(paragraph: Paragraph, style: Style, width: float) -> Piece:
    text = plain(paragraph)
    if not text.strip():
        return Blank(style.line_pt)
    underlined = style.underline or any(run.underline for run in paragraph.runs)
    faces = {face_of(run, style) for run in paragraph.runs}
    room = width - (style.first_line_mm + style.indent_mm) * _POINT
    if len(faces) == 1 and not underlined and stringWidth(text, min(faces), style.size_pt) <= room:
        return _line(text, style, width, min(faces))
    markup = "".join(_marked(run, style) for run in paragraph.runs)
    wrapped = WrappedText(markup, _reportlab_style(style))
    return Text(wrapped, wrapped.break_lines(width), _fall(style) - style.size_pt)


def _marked(run: Run, style: Style) -> str:
    text = html.escape(run.text)
    text = f"<u>{text}</u>" if run.underline or style.underline else text
    return f'<font name="{face_of(run, style)}">{text}</font>'


def _line(text: str, style: Style, width: float, face: str = "") -> Line:
    face = face or face_of(Run(text), style)
    indent = (style.first_line_mm + style.indent_mm) * _POINT
    free = width - indent - stringWidth(text, face, style.size_pt)
    offset = indent + {"left": 0.0, "justify": 0.0, "center": free / 2, "right": free}[style.align]
    return Line(text, face, style.size_pt, (style.line_pt, _fall(style)), offset)


def _fall(style: Style) -> float:
    """Return how far the base line lies below the top of its line; what is left over is above, as in Word."""
    return style.line_pt + typeface().descent * style.size_pt


@lru_cache(maxsize=256)
def _reportlab_style(style: Style) -> ParagraphStyle:
    return ParagraphStyle(
        style.name,
        fontName=typeface().face(bold=style.bold, italic=style.italic),
        fontSize=style.size_pt,
        leading=style.line_pt,
        alignment=_ALIGN[style.align],
        firstLineIndent=style.first_line_mm * _POINT,
        leftIndent=style.indent_mm * _POINT,
        splitLongWords=1,
        spaceShrinkage=0,
    )
