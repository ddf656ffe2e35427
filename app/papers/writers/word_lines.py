"""One paragraph of a Word file as a piece: wrapped text in several sizes, labels of lists, tabs."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth

from app.papers.fonts import MM_PER_POINT, typeface
from app.papers.word_reading.model import Align, Block, Para, Span, Tab, WordTable
from app.papers.writers.pdf_layout import Stack
from app.papers.writers.pdf_pieces import Blank, Line, Piece, Text, WrappedText
from app.papers.writers.word_pieces import Filled, Ruled, TabbedText

_POINT = 1 / MM_PER_POINT
_ALIGN: dict[Align, Literal[0, 1, 2, 4]] = {"left": 0, "center": 1, "right": 2, "justify": 4}
_TAB_MM = 12.7
_NARROWEST = 20.0
"""Indents never leave less than this for the text."""
_LETTER = 4.0
"""A cell may be narrower than the room at its sides; its text is still there to be read."""
_RAISED = 0.65
"""Size of a raised letter, as a part of that beside it."""
_SPACES = re.compile(" {2,}")


def numbered(blocks: Iterable[Block], page: int, pages: int) -> Iterator[Block]:
    """Yield the blocks with the number of the page in the place of its field."""
    told = {"page": str(page), "pages": str(pages)}
    for block in blocks:
        if isinstance(block, Para):
            spans = (replace(one, text=told[one.field]) if one.field else one for one in block.spans)
            yield replace(block, spans=tuple(spans))
        elif isinstance(block, WordTable):
            rows = tuple(
                replace(
                    row,
                    cells=tuple(
                        (at, replace(cell, blocks=tuple(numbered(cell.blocks, page, pages))))
                        for at, cell in row.cells
                    ),
                )
                for row in block.rows
            )
            yield replace(block, rows=rows)
        else:
            yield block


def para_piece(para: Para, width: float) -> Piece:
    """Return the paragraph set into `width` points, or a letter a line where even that has no room."""
    width = max(width, _LETTER)
    para = _fitting(para, width)
    piece = _text(para, width)
    if para.rule_mm is None:
        return piece
    room = width - (para.left_mm + para.right_mm) * _POINT
    long = min(para.rule_mm * _POINT, room) if para.rule_mm else room
    start = para.left_mm * _POINT + (room - long) / 2
    return Ruled(piece, (start, start + long), below=bool(para.text))


def _text(para: Para, width: float) -> Piece:
    if not para.text:
        return Blank(para.line_pt)
    lines = list(_lines(para))
    if not any(span.text == "\t" for span in para.spans) or para.align == "center":
        return _wrapped(_spaced(para), width)
    pieces = [(0.0, _tabbed(line, width)) for line in lines]
    return pieces[0][1] if len(pieces) == 1 else Stack(pieces)


def _fitting(para: Para, width: float) -> Para:
    """Return the paragraph with indents that leave room for text."""
    room = width - (max(para.left_mm, 0) + max(para.right_mm, 0) + max(para.first_line_mm, 0)) * _POINT
    return para if room >= _NARROWEST else replace(para, left_mm=0, right_mm=0, first_line_mm=0)


def _lines(para: Para) -> Iterator[Para]:
    """Yield the paragraph's parts between its line breaks; only the first has label and first indent."""
    parts: list[list[Span]] = [[]]
    for span in para.spans:
        if span.text == "\n":
            parts.append([])
        else:
            parts[-1].append(span)
    for place, part in enumerate(parts):
        one = replace(para, spans=tuple(part))
        yield one if place == 0 else replace(one, label=(), first_line_mm=0)


def _spaced(para: Para) -> Para:
    spans = (replace(span, text="    ") if span.text == "\t" else span for span in para.spans)
    return replace(para, spans=tuple(spans))


def _wrapped(para: Para, width: float) -> Piece:
    if not para.text:
        return Blank(para.line_pt)
    label = "".join(span.text for span in para.label)
    hangs = bool(label) and para.first_line_mm < 0 and para.align in {"left", "justify"}
    spans = para.spans if hangs or not label else (*para.label, Span(" ", para.size_pt), *para.spans)
    markup = "".join(_marked(span) for span in spans)
    wrapped = WrappedText(markup or "\u00a0", _style(para, hangs=hangs), bulletText=label if hangs else None)
    return Text(wrapped, wrapped.break_lines(width), _fall(para) - para.size_pt)


def _style(para: Para, *, hangs: bool) -> ParagraphStyle:
    face = typeface().face(bold=False, italic=False)
    label = para.label[0] if para.label else Span("", para.size_pt)
    return ParagraphStyle(
        "word",
        fontName=face,
        fontSize=para.size_pt,
        leading=para.line_pt,
        alignment=_ALIGN[para.align],
        firstLineIndent=0 if hangs else para.first_line_mm * _POINT,
        leftIndent=para.left_mm * _POINT,
        rightIndent=para.right_mm * _POINT,
        bulletIndent=max(para.left_mm + para.first_line_mm, 0) * _POINT if hangs else 0,
        bulletFontName=typeface().face(bold=label.bold, italic=label.italic),
        bulletFontSize=label.size_pt,
        splitLongWords=1,
        spaceShrinkage=0,
    )


def _marked(span: Span) -> str:
    if span.text == "\n":
        return "<br/>"
    text = _SPACES.sub(lambda found: "\u00a0" * (len(found[0]) - 1) + " ", html.escape(span.text))
    for tag, on in (("u", span.underline), ("strike", span.struck)):
        text = f"<{tag}>{text}</{tag}>" if on else text
    if span.raised:
        text = f'<{span.raised} size="{span.size_pt * _RAISED:g}">{text}</{span.raised}>'
    return f'<font name="{_face(span)}" size="{span.size_pt:g}">{text}</font>'


def _face(span: Span) -> str:
    return typeface().face(bold=span.bold, italic=span.italic)


def _fall(para: Para) -> float:
    """Return how far the base line lies below the top of its line, as in our own papers."""
    return para.line_pt + typeface().descent * para.size_pt


def _wide(spans: Sequence[Span]) -> float:
    return sum(float(stringWidth(span.text, _face(span), span.size_pt)) for span in spans)


@dataclass
class _Drawn:
    """What stands on a line so far."""

    para: Para
    at: float
    lines: list[Line] = field(default_factory=list)
    filled: list[Filled] = field(default_factory=list)

    def write(self, part: Sequence[Span], at: float) -> None:
        """Put texts at `at` points."""
        drop = (self.para.line_pt, _fall(self.para))
        for span in part:
            wide = _wide([span])
            self.lines.append(Line(span.text, _face(span), span.size_pt, drop, at))
            for on, down in ((span.underline, 0.12), (span.struck, -0.25)):
                if on:
                    self.filled.append(Filled(at, at + wide, drop[1] + down * span.size_pt))
            at += wide
        self.at = at

    def fill(self, stop: Tab, start: float) -> None:
        """Fill the way to a stop as it asks."""
        if stop.leader and start > self.at:
            self.filled.append(Filled(self.at + 1, start - 1, _fall(self.para), stop.leader == "dot"))

    def piece(self, last: Piece | None = None) -> Piece:
        """Return the line, going on with `last`."""
        if not self.lines:
            self.write([Span("", self.para.size_pt)], 0)
        return TabbedText(self.lines, self.filled, last)


def _tabbed(para: Para, width: float) -> Piece:
    """Return a line with tabs: each text at its stop, the last one wrapped; spaces where they do not fit."""
    first, *parts = _parts(para)
    if not parts:
        return _wrapped(para, width)
    drawn = _Drawn(para, 0)
    drawn.write(first, (para.left_mm + para.first_line_mm) * _POINT)
    for place, part in enumerate(parts, start=1):
        stop = _stop(para, drawn.at, width * MM_PER_POINT)
        start = _start(stop, part, drawn.at)
        drawn.fill(stop, start)
        if place == len(parts) and stop.align == "left" and part and start + _wide(part) > width:
            return _going_on(drawn, part, start, width)
        drawn.write(part, start)
    if drawn.at > width - para.right_mm * _POINT + 1:
        return _wrapped(_spaced(para), width)
    return drawn.piece()


def _parts(para: Para) -> list[list[Span]]:
    """Return the texts between the tabs."""
    parts: list[list[Span]] = [[*para.label, *([Span(" ", para.size_pt)] if para.label else [])]]
    for span in para.spans:
        if span.text == "\t":
            parts.append([])
        else:
            parts[-1].append(span)
    return parts


def _going_on(drawn: _Drawn, part: list[Span], start: float, width: float) -> Piece:
    if width - start < _NARROWEST:
        return _wrapped(_spaced(drawn.para), width)
    indent = start * MM_PER_POINT - drawn.para.left_mm
    last = replace(drawn.para, spans=tuple(part), label=(), first_line_mm=indent)
    return drawn.piece(_wrapped(last, width))


def _stop(para: Para, at: float, width_mm: float) -> Tab:
    """Return the next stop after `at` points: one of the paragraph's, its hanging indent, or Word's own.

    One beyond the edge, where texts end or are centred, is at the edge.
    """
    here = at * MM_PER_POINT + 0.1
    stops = [
        replace(stop, at_mm=width_mm) if stop.align != "left" and stop.at_mm > width_mm else stop
        for stop in para.tabs
        if stop.at_mm > here
    ]
    if para.first_line_mm < 0 and para.left_mm > here:
        stops.append(Tab(para.left_mm))
    if stops:
        return min(stops, key=lambda stop: stop.at_mm)
    return Tab((here // _TAB_MM + 1) * _TAB_MM)


def _start(stop: Tab, part: Sequence[Span], at: float) -> float:
    back = {"left": 0.0, "center": 0.5, "right": 1.0}[stop.align] * _wide(part)
    return max(stop.at_mm * _POINT - back, at)
