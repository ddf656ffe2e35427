"""The manual as PDF: title page, contents, one chapter a topic, bookmarks, links that name their page."""

from __future__ import annotations

import html
import io
from collections.abc import Mapping
from functools import partial
from typing import Any, Literal

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Image, PageBreak, Paragraph, SimpleDocTemplate, Spacer
from typing_extensions import override

from app.domain.manual import Chapter, Manual, Part, Span
from app.papers.fonts import MM_PER_POINT, typeface

_MM = 1 / MM_PER_POINT
_LEFT, _RIGHT, _TOP, _BOTTOM = 30 * _MM, 20 * _MM, 20 * _MM, 22 * _MM
_WIDTH = A4[0] - _LEFT - _RIGHT
_SIZE, _LINE = 13, 18
_NUMBER_AT = 12 * _MM
_TITLE_AT = 75 * _MM
_LINE_OF_CONTENTS = 20
_INDENT = 18
_DOTS_GAP = 6
_POINTS_A_PIXEL = 0.4
"""A small dialog is not blown up to the width of the page."""
_LANGUAGE = "vi-VN"


def write(manual: Manual) -> bytes:
    """Return the PDF file; raises `EnvironmentFailed` ``L-301`` when no paper font is found.

    It is set until the page numbers it names are those it has: the number of a page may move a line.
    """
    pages: dict[str, int] = {}
    while True:
        found: dict[str, int] = {}
        pdf = _set(manual, pages, found)
        if found == pages:
            return pdf
        pages = found


def _set(manual: Manual, pages: Mapping[str, int], found: dict[str, int]) -> bytes:
    output = io.BytesIO()
    template = SimpleDocTemplate(
        output,
        pagesize=A4,
        leftMargin=_LEFT,
        rightMargin=_RIGHT,
        topMargin=_TOP,
        bottomMargin=_BOTTOM,
        title=manual.title,
        author="",
        subject="",
        creator="",
        lang=_LANGUAGE,
        invariant=1,
        initialFontName=_face(),
    )
    flow = _Flow(manual, pages, found)
    template.build(flow.all(), onLaterPages=_number)
    return output.getvalue()


def _number(canvas: Canvas, _template: object) -> None:
    canvas.setFont(_face(), _SIZE)
    canvas.drawCentredString(A4[0] / 2, _NUMBER_AT, str(canvas.getPageNumber()))


class _Head(Paragraph):
    """The title of a chapter: a bookmark, the target of links; tells its page."""

    def __init__(self, code: str, title: str, found: dict[str, int]) -> None:
        super().__init__(html.escape(title), _style("chapter", 20, 26, bold=True, after=10))
        self._code, self._words, self._found = code, title, found

    @override
    def draw(self) -> None:
        canvas: Any = self.canv
        canvas.bookmarkPage(self._code)
        canvas.addOutlineEntry(self._words, self._code, 0)
        self._found[self._code] = canvas.getPageNumber()
        super().draw()


class _ContentsLine(Flowable):
    """A chapter and its page with dots between; a click leads there."""

    def __init__(self, code: str, title: str, page: int) -> None:
        super().__init__()
        self._code, self._title, self._page = code, title, str(page)
        self.width, self.height = _WIDTH, _LINE_OF_CONTENTS

    def draw(self) -> None:
        """Draw the line, and the place to click."""
        canvas: Any = self.canv
        canvas.setFont(_face(), _SIZE)
        canvas.drawString(0, 0, self._title)
        canvas.drawRightString(_WIDTH, 0, self._page)
        start = stringWidth(self._title, _face(), _SIZE) + _DOTS_GAP
        end = _WIDTH - stringWidth(self._page, _face(), _SIZE) - _DOTS_GAP
        canvas.saveState()
        canvas.setLineCap(1)
        canvas.setDash([0, 3])
        canvas.line(start, 1, end, 1)
        canvas.restoreState()
        canvas.linkRect("", self._code, (0, -4, _WIDTH, _SIZE), relative=1)


class _Flow:
    """The manual as the library's flowables, naming pages as they were found to be."""

    def __init__(self, manual: Manual, pages: Mapping[str, int], found: dict[str, int]) -> None:
        self._manual, self._pages, self._found = manual, pages, found
        self._numbers = {one.code: number for number, one in enumerate(manual.chapters, 1)}

    def all(self) -> list[Flowable]:
        """Return the flow from the title page to the last chapter."""
        manual = self._manual
        title = partial(_style, align=1)
        flow: list[Flowable] = [
            Spacer(0, _TITLE_AT),
            Paragraph(html.escape(manual.program), title("program", 18, 26)),
            Paragraph(html.escape(manual.title), title("title", 30, 46, bold=True, after=16)),
            Paragraph(html.escape(manual.note), title("note", _SIZE, _LINE)),
            PageBreak(),
            Paragraph(html.escape(manual.contents), _style("contents", 20, 26, bold=True, after=10)),
        ]
        flow += [
            _ContentsLine(one.code, self._titled(one), self._pages.get(one.code, 0))
            for one in manual.chapters
        ]
        return [*flow, *(piece for one in manual.chapters for piece in self._chapter(one))]

    def _chapter(self, chapter: Chapter) -> list[Flowable]:
        return [
            PageBreak(),
            _Head(chapter.code, self._titled(chapter), self._found),
            *(piece for path in chapter.pictures for piece in (_picture(path), Spacer(0, 10))),
            *map(self._part, chapter.parts),
        ]

    def _titled(self, chapter: Chapter) -> str:
        return f"{self._numbers[chapter.code]}. {chapter.title}"

    def _part(self, part: Part) -> Flowable:
        text = "".join(map(self._marked, part.spans))
        if part.kind == "head":
            style = _style("head", 15, 20, bold=True, before=12, after=4)
            style.keepWithNext = 1
            return Paragraph(text, style)
        if part.kind == "text":
            return Paragraph(text, _style("text", _SIZE, _LINE, after=6))
        mark = f"{part.number}." if part.kind == "step" else "–"
        return Paragraph(text, _style("item", _SIZE, _LINE, after=3, indent=_INDENT), bulletText=mark)

    def _marked(self, span: Span) -> str:
        text = html.escape(span.text)
        text = f"<b>{text}</b>" if span.bold else text
        if span.target not in self._numbers:
            return text
        page = self._pages.get(span.target, 0)
        where = self._manual.see.format(number=self._numbers[span.target], page=page)
        return f'<a href="#{span.target}">{text} {html.escape(where)}</a>'


def _picture(path: str) -> Image:
    width, height = ImageReader(path).getSize()
    scale = min(_WIDTH / width, _POINTS_A_PIXEL)
    return Image(path, width * scale, height * scale)


def _face(*, bold: bool = False) -> str:
    return typeface().face(bold=bold, italic=False)


def _style(  # noqa: PLR0913  the measures of one kind of paragraph
    name: str,
    size: float,
    line: float,
    *,
    bold: bool = False,
    before: float = 0,
    after: float = 0,
    indent: float = 0,
    align: Literal[0, 1] = 0,
) -> ParagraphStyle:
    return ParagraphStyle(
        name,
        fontName=_face(bold=bold),
        bulletFontName=_face(),
        bulletFontSize=size,
        fontSize=size,
        leading=line,
        spaceBefore=before,
        spaceAfter=after,
        leftIndent=indent,
        alignment=align,
        allowWidows=0,
        allowOrphans=0,
    )
