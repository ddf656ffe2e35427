"""A Word file that was read (`app.papers.word_reading`) as PDF: embedded font, copyable text, same bytes.

Set in the font of our papers, whatever the file asks for; `WordReading.not_shown` says so.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from reportlab.pdfgen.canvas import Canvas

from app.papers.fonts import MM_PER_POINT, typeface
from app.papers.word_reading.model import Block, NewPage, Para, WordReading, WordRow, WordSection, WordTable
from app.papers.writers.pdf_layout import Area, Grid, PageFiller, Placed, Stack, held
from app.papers.writers.pdf_pieces import Blank, Piece
from app.papers.writers.pdf_writer import LANGUAGE
from app.papers.writers.word_lines import numbered, para_piece
from app.papers.writers.word_pieces import Bound, Box, Shifted

_POINT = 1 / MM_PER_POINT
_BAND_PT = 11
_LEAST_AREA_PT = 72.0


def write(reading: WordReading, title: str = "", band: str = "") -> bytes:
    """Return the PDF; `band` stands at the foot of every page. Raises `EnvironmentFailed` ``L-301``."""
    pages = _written(reading, title, band, 0)[1]
    # How many pages there are is printed only by few, and known only after all are made.
    return _written(reading, title, band, pages)[0]


def _written(reading: WordReading, title: str, band: str, pages: int) -> tuple[bytes, int]:
    output = io.BytesIO()
    canvas = Canvas(
        output,
        invariant=1,
        lang=LANGUAGE,
        initialFontName=typeface().face(bold=False, italic=False),  # type: ignore[arg-type]  # stubs say float
    )
    canvas.setTitle(title)
    canvas.setAuthor("")
    canvas.setSubject("")
    canvas.setCreator("")
    number = 1
    for section in _joined(reading.sections):
        number = _Pages(canvas, section, band, pages).fill(section.first_number or number)
    canvas.save()
    return output.getvalue(), canvas.getPageNumber() - 1


def _joined(sections: Sequence[WordSection]) -> Iterator[WordSection]:
    """Yield the sections, each with those that go on on its last page."""
    waiting: WordSection | None = None
    for section in sections:
        if waiting and section.continues and section.text_width_mm == waiting.text_width_mm:
            waiting = replace(waiting, blocks=(*waiting.blocks, *section.blocks))
        else:
            if waiting:
                yield waiting
            waiting = section
    if waiting:
        yield waiting


class _Pages:
    """The pages of one section."""

    def __init__(self, canvas: Canvas, section: WordSection, band: str, pages: int) -> None:
        self._canvas, self._section, self._band, self._pages = canvas, section, band, pages
        self._number, self._is_first = 1, True
        self._width = section.text_width_mm * _POINT
        self._area = self._between_bands()

    def fill(self, number: int) -> int:
        """Draw the section from page `number` on and return the number of the page after it."""
        self._number = number - 1
        flow = _flow(self._section.blocks, self._area)
        PageFiller(self._canvas, self._area, self._start).fill(flow)
        return self._number + 1

    def _between_bands(self) -> Area:
        """Return what is left for the text: a head higher than its margin pushes the text down."""
        section = self._section
        head = max(self._band_height(section.header.first), self._band_height(section.header.other))
        foot = max(self._band_height(section.footer.first), self._band_height(section.footer.other))
        top = max(section.top_mm * _POINT, section.header_mm * _POINT + head if head else 0)
        bottom = max(section.bottom_mm * _POINT, section.footer_mm * _POINT + foot if foot else 0)
        height = section.height_mm * _POINT
        if height - top - bottom < _LEAST_AREA_PT:
            top, bottom = height / 10, height / 10
        return Area(height - top, bottom, section.left_mm * _POINT, self._width)

    def _band_height(self, blocks: Sequence[Block] | None) -> float:
        return self._stack(blocks).height if blocks and _is_written(blocks) else 0.0

    def _stack(self, blocks: Iterable[Block]) -> Stack:
        return _stack(numbered(blocks, self._number, self._pages), self._width, self._full)

    @property
    def _full(self) -> float:
        return self._section.height_mm * _POINT

    def _start(self) -> None:
        self._number += 1
        canvas, section = self._canvas, self._section
        canvas.setPageSize((section.width_mm * _POINT, self._full))
        left = section.left_mm * _POINT
        head, foot = (
            bands.on(self._number, first=self._is_first) for bands in (section.header, section.footer)
        )
        self._is_first = False
        self._stack(head).draw(canvas, left, self._full - section.header_mm * _POINT)
        stack = self._stack(foot)
        stack.draw(canvas, left, section.footer_mm * _POINT + stack.height)
        if self._band:
            canvas.setFont(typeface().face(bold=False, italic=False), _BAND_PT)
            canvas.drawCentredString(left + self._width / 2, _BAND_PT, self._band)


def _is_written(blocks: Sequence[Block]) -> bool:
    return any(not isinstance(block, Para) or block.text for block in blocks)


def _flow(blocks: Sequence[Block], area: Area) -> list[Placed]:
    flow: list[Placed] = []
    after = 0.0
    for block in blocks:
        if isinstance(block, NewPage):
            flow.append(Placed(Blank(0), need=area.height))
            after = 0.0
            continue
        before = block.before_pt if isinstance(block, Para) else 0.0
        # As word processors do: the larger of the two rooms, not their sum.
        gap, after = max(after, before), block.after_pt if isinstance(block, Para) else 0.0
        leads = isinstance(block, Para) and block.keep_with_next
        piece = _piece(block, area.width, area.height)
        flow.append(Placed(piece, gap, leads=leads, mark=_mark(block)))
    return held(flow or [Placed(Blank(0))])


def _mark(block: Block) -> Callable[[Canvas, float], None] | None:
    """Return what sets the bookmark of a heading; all are of one level, since files skip levels."""
    if not isinstance(block, Para) or not block.outline or not block.text:
        return None
    text = block.text

    def mark(canvas: Canvas, top: float) -> None:
        key = f"{canvas.getPageNumber()}-{top:.0f}-{text}"
        canvas.bookmarkHorizontal(key, 0, top)
        canvas.addOutlineEntry(text, key, 0)

    return mark


def _piece(block: Block, width: float, full: float) -> Piece:
    if isinstance(block, WordTable):
        return _grid(block, full)
    return para_piece(block, width) if isinstance(block, Para) else Blank(0)


def _stack(blocks: Iterable[Block], width: float, full: float) -> Stack:
    pieces: list[tuple[float, Piece]] = [(0.0, Blank(0))]  # the room before the first one stays in a cell
    after = 0.0
    for block in blocks:
        before = block.before_pt if isinstance(block, Para) else 0.0
        pieces.append((max(after, before), _piece(block, width, full)))
        after = block.after_pt if isinstance(block, Para) else 0.0
    return Stack(pieces)


def _grid(table: WordTable, full: float) -> Piece:
    head = 0
    while head < len(table.rows) - 1 and table.rows[head].is_head:
        head += 1
    bound = list(_bound(table, full))
    heads: list[Bound] = []
    covered = 0
    while bound and covered + len(bound[0].least) <= head:
        covered += len(bound[0].least)
        heads.append(bound.pop(0))
    if sum(one.height for one in heads) > full / 2:
        bound, heads = [*heads, *bound], []
    grid = Grid(heads, bound, full)
    return Shifted(grid, table.left_mm * _POINT) if table.left_mm else grid


def _bound(table: WordTable, full: float) -> Iterator[Bound]:
    """Yield the rows, those that merged cells hold together as one."""
    waiting: list[WordRow] = []
    reach = 0
    for place, row in enumerate(table.rows):
        waiting.append(row)
        reach = max([reach, *(place + cell.rows for _, cell in row.cells)])
        if place + 1 >= reach:
            yield _one_bound(waiting, table, full)
            waiting = []
    if waiting:
        yield _one_bound(waiting, table, full)


def _one_bound(rows: Sequence[WordRow], table: WordTable, full: float) -> Bound:
    starts = [sum(table.widths_mm[:place]) * _POINT for place in range(len(table.widths_mm) + 1)]
    side, edge = table.side_mm * _POINT, table.edge_mm * _POINT
    boxes = tuple(
        Box(
            place,
            min(cell.rows, len(rows) - place),
            starts[column],
            starts[column + cell.columns] - starts[column],
            _stack(cell.blocks, starts[column + cell.columns] - starts[column] - 2 * side, full),
            cell.edges,
            cell.stands,
            side,
            edge,
        )
        for place, row in enumerate(rows)
        for column, cell in row.cells
    )
    return Bound(boxes, tuple(row.least_mm * _POINT for row in rows))
