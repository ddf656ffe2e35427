"""A paper as a Word file: real styles, fields and header rows, nothing of this machine in it.

Decides nothing: text, styles and measures stand in the content value. The fixed parts lie in
``resources/word``; the body is written as XML at once, since one element at a time costs four times as much
(decisions.md 5.3). The same value gives the same bytes.
"""

from __future__ import annotations

import html
import io
import zipfile
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import assert_never

from app.common import release_files
from app.papers.content import (
    CELL_EDGE_PT,
    CELL_SIDE_MM,
    RULE_GAP_PT,
    RULE_PT,
    Block,
    Cell,
    Document,
    Field,
    Leader,
    Paragraph,
    Rule,
    Run,
    SideBySide,
    Style,
    Table,
)
from app.papers.fonts import WORD_FONT, text_width_mm
from app.papers.writers import docx_fields

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_FIXED = {
    "[Content_Types].xml": "content_types",
    "_rels/.rels": "package_rels",
    "word/_rels/document.xml.rels": "document_rels",
    "word/settings.xml": "settings",
    "docProps/app.xml": "app",
}
_JUSTIFICATION = {"left": "left", "center": "center", "right": "right", "justify": "both"}
_NO_TIME = (1980, 1, 1, 0, 0, 0)
_PARAGRAPHS_KEPT = 2
_PAGE_FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText>'
    '</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


def write(document: Document) -> bytes:
    """Return the .docx file; raises `EnvironmentFailed` ``L-301`` when no paper font can be measured."""
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in _parts(document).items():
            member = zipfile.ZipInfo(name, _NO_TIME)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 0
            package.writestr(member, text.encode())
    return output.getvalue()


def _parts(document: Document) -> dict[str, str]:
    number = f'<w:p><w:pPr><w:pStyle w:val="page_number"/></w:pPr>{_PAGE_FIELD}</w:p>'
    band = _paragraph(Paragraph((Run(document.band),), "band"))
    parts = {name: _fixed(file) for name, file in _FIXED.items()} | {
        "docProps/core.xml": _core(document.title),
        "word/styles.xml": _styles(document),
        "word/document.xml": _root("document", f"<w:body>{_body(document)}{_section(document)}</w:body>"),
        "word/header1.xml": _root("hdr", number),
        "word/header2.xml": _root("hdr", "<w:p/>"),
        "word/footer1.xml": _root("ftr", band),
        "word/footer2.xml": _root("ftr", band),
    }
    return docx_fields.stamped(parts, document.stamp) if document.stamp else parts


@lru_cache(maxsize=len(_FIXED))
def _fixed(file: str) -> str:
    return release_files.read_text("word", f"{file}.xml")


def _root(name: str, inner: str) -> str:
    return f'{_DECLARATION}<w:{name} xmlns:w="{_MAIN}" xmlns:r="{_RELATIONS}">{inner}</w:{name}>'


def _core(title: str) -> str:
    return (
        f"{_DECLARATION}<cp:coreProperties"
        ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{html.escape(title)}</dc:title><dc:language>vi-VN</dc:language></cp:coreProperties>"
    )


def _section(document: Document) -> str:
    page = document.page
    side = ' w:orient="landscape"' if page.orientation == "landscape" else ""
    edge = _twips(page.number_from_top_mm)
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/>'
        '<w:headerReference w:type="first" r:id="rId4"/><w:footerReference w:type="default" r:id="rId5"/>'
        '<w:footerReference w:type="first" r:id="rId6"/>'
        f'<w:pgSz w:w="{_twips(page.width_mm)}" w:h="{_twips(page.height_mm)}"{side}/>'
        f'<w:pgMar w:top="{_twips(page.top_mm)}" w:right="{_twips(page.right_mm)}"'
        f' w:bottom="{_twips(page.bottom_mm)}" w:left="{_twips(page.left_mm)}"'
        f' w:header="{edge}" w:footer="{edge}" w:gutter="0"/><w:titlePg/></w:sectPr>'
    )


def _styles(document: Document) -> str:
    face = " ".join(f'w:{script}="{WORD_FONT}"' for script in ("ascii", "hAnsi", "eastAsia", "cs"))
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {face}/>"
        '<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:widowControl/><w:spacing w:before="0" w:after="0"/></w:pPr></w:pPrDefault>'
        '</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
        '<w:name w:val="Normal"/></w:style>'
    )
    return _root("styles", defaults + "".join(_style(style) for style in document.styles))


def _style(style: Style) -> str:
    keep = "<w:keepNext/>" if style.keep_with_next else ""
    level = f'<w:outlineLvl w:val="{style.level - 1}"/>' if style.level else ""
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style.name}">'
        f'<w:name w:val="{html.escape(style.label)}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{keep}'
        f'<w:spacing w:before="{_twentieths(style.before_pt)}" w:after="{_twentieths(style.after_pt)}"'
        f' w:line="{_twentieths(style.line_pt)}" w:lineRule="exact"/>'
        f'<w:ind w:left="{_twips(style.indent_mm)}" w:firstLine="{_twips(style.first_line_mm)}"/>'
        f'<w:jc w:val="{_JUSTIFICATION[style.align]}"/>{level}</w:pPr>'
        f"<w:rPr>{_face(bold=style.bold, italic=style.italic)}"
        f'<w:sz w:val="{round(style.size_pt * 2)}"/><w:szCs w:val="{round(style.size_pt * 2)}"/>'
        f"{_underline(style.underline)}</w:rPr></w:style>"
    )


def _body(document: Document) -> str:
    keep = _kept(document.blocks)
    parts: list[str] = []
    after_table = False
    for place, block in enumerate(document.blocks):
        is_table = isinstance(block, Table | SideBySide)
        if is_table and after_table:
            parts.append(_hairline(keep=place - 1 in keep))
        parts.append(_block(block, document, keep=place in keep))
        after_table = is_table
    return "".join(parts) + (_hairline() if after_table else "")


def _hairline(*, keep: bool = False) -> str:
    """Return a paragraph of a point's height: Word joins tables that touch, and wants one after the last."""
    kept = "<w:keepNext/>" if keep else ""
    spacing = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    return f"<w:p><w:pPr>{kept}{spacing}</w:pPr></w:p>"


def _kept(blocks: Sequence[Block]) -> set[int]:
    """Return the places of blocks that stay with the next: those before a signature, and one above dots."""
    kept: set[int] = set()
    for place, block in enumerate(blocks):
        if not isinstance(block, SideBySide) or not block.keep_with_previous:
            continue
        if any(isinstance(below, Leader) for below in blocks[place + 1 : place + 2]):
            kept.add(place)
        for before in range(place - 1, max(place - 1 - _PARAGRAPHS_KEPT, -1), -1):
            kept.add(before)
            if isinstance(blocks[before], Table):
                break
    return kept


def _block(block: Block, document: Document, *, keep: bool) -> str:
    match block:
        case Paragraph():
            return _paragraph(block, keep=keep)
        case Rule():
            return _rule(block, document, document.page.text_width_mm)
        case Leader():
            return _leader(block, document.page.text_width_mm, keep=keep)
        case Field():
            return docx_fields.block(block)
        case Table():
            return _table(block, keep=keep)
        case SideBySide():
            return _side_by_side(block, document, keep=keep)
        case _:
            assert_never(block)


def _paragraph(paragraph: Paragraph, *, keep: bool = False) -> str:
    kept = "<w:keepNext/>" if keep else ""
    runs = "".join(_run(run) for run in paragraph.runs)
    return f'<w:p><w:pPr><w:pStyle w:val="{html.escape(paragraph.style)}"/>{kept}</w:pPr>{runs}</w:p>'


def _run(run: Run) -> str:
    face = _face(bold=run.bold, italic=run.italic) + _underline(run.underline)
    properties = f"<w:rPr>{face}</w:rPr>" if face else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{html.escape(run.text)}</w:t></w:r>'


def _face(*, bold: bool, italic: bool) -> str:
    return ("<w:b/><w:bCs/>" if bold else "") + ("<w:i/><w:iCs/>" if italic else "")


def _underline(underlined: bool) -> str:  # noqa: FBT001  one flag, one element
    return '<w:u w:val="single"/>' if underlined else ""


def _rule(rule: Rule, document: Document, width_mm: float) -> str:
    """Return a paragraph that is nothing but its upper border, drawn in to the length of the text."""
    side = _twips((width_mm - text_width_mm(rule.text, document.style(rule.style))) / 2)
    border = f'<w:top w:val="single" w:sz="{round(RULE_PT * 8)}" w:space="0" w:color="000000"/>'
    before = _twentieths(RULE_GAP_PT)
    return (
        f'<w:p><w:pPr><w:pBdr>{border}</w:pBdr><w:spacing w:before="{before}" w:after="0" w:line="20"'
        f' w:lineRule="exact"/><w:ind w:left="{side}" w:right="{side}"/></w:pPr></w:p>'
    )


def _leader(leader: Leader, width_mm: float, *, keep: bool = False) -> str:
    kept = "<w:keepNext/>" if keep else ""
    tab = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{_twips(width_mm)}"/></w:tabs>'
    label = f'<w:r><w:t xml:space="preserve">{html.escape(leader.label)} </w:t></w:r>'
    dots = "<w:r><w:br/></w:r>".join(["<w:r><w:tab/></w:r>"] * leader.lines)
    style = f'<w:pStyle w:val="{html.escape(leader.style)}"/>'
    return f'<w:p><w:pPr>{style}{kept}{tab}<w:jc w:val="left"/></w:pPr>{label}{dots}</w:p>'


def _table(table: Table, *, keep: bool) -> str:
    edge, side = _twentieths(CELL_EDGE_PT), _twips(CELL_SIDE_MM)
    borders = "".join(
        f'<w:{where} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for where in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    margins = (
        f'<w:top w:w="{edge}" w:type="dxa"/><w:left w:w="{side}" w:type="dxa"/>'
        f'<w:bottom w:w="{edge}" w:type="dxa"/><w:right w:w="{side}" w:type="dxa"/>'
    )
    widths = _columns(table.widths_mm)
    last = len(table.rows) - 1
    rows = (
        _row(
            row,
            widths,
            table if place >= table.header_rows else None,
            keep=place < table.header_rows or (keep and place == last),
        )
        for place, row in enumerate(table.rows)
    )
    return _grid(widths, f"<w:tblBorders>{borders}</w:tblBorders>", margins, "".join(rows))


def _row(row: Sequence[Cell], widths: Sequence[int], body_of: Table | None, *, keep: bool) -> str:
    """Return a row of the body of a table, or a head row when `body_of` is None."""
    first, cells = 0, []
    middle = "" if body_of else '<w:vAlign w:val="center"/>'
    for cell in row:
        span = f'<w:gridSpan w:val="{cell.colspan}"/>' if cell.colspan > 1 else ""
        width = sum(widths[first : first + cell.colspan])
        text = "".join(_paragraph(paragraph, keep=keep) for paragraph in cell.paragraphs) or "<w:p/>"
        properties = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{middle}</w:tcPr>'
        plain = f"<w:tc>{properties}{text}</w:tc>"
        cells.append(docx_fields.cell(cell.field, properties) if cell.field else plain)
        first += cell.colspan
    least = f'<w:trHeight w:val="{_twips(body_of.least_row_mm)}" w:hRule="atLeast"/>' if body_of else ""
    head = "" if body_of else "<w:tblHeader/>"
    return f"<w:tr><w:trPr><w:cantSplit/>{least}{head}</w:trPr>{''.join(cells)}</w:tr>"


def _side_by_side(block: SideBySide, document: Document, *, keep: bool) -> str:
    widths = _columns((block.left_mm, block.right_mm))
    left = _side(block.left, document, block.left_mm, keep=keep)
    right = _side(block.right, document, block.right_mm, keep=keep)
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{text}</w:tc>'
        for width, text in zip(widths, (left, right), strict=True)
    )
    margins = "".join(f'<w:{where} w:w="0" w:type="dxa"/>' for where in ("top", "left", "bottom", "right"))
    return _grid(widths, "", margins, f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>")


def _side(side: Sequence[Paragraph | Rule], document: Document, width_mm: float, *, keep: bool) -> str:
    parts = (
        _rule(item, document, width_mm) if isinstance(item, Rule) else _paragraph(item, keep=keep)
        for item in side
    )
    return "".join(parts) or "<w:p/>"


def _grid(widths: Sequence[int], borders: str, margins: str, rows: str) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>{borders}'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"
    )


def _columns(widths_mm: Sequence[float]) -> list[int]:
    """Return widths in twips whose sum is that of the page, however they are rounded."""
    edges = [_twips(sum(widths_mm[:count])) for count in range(len(widths_mm) + 1)]
    return [right - left for left, right in pairwise(edges)]


def _twips(mm: float) -> int:
    return round(mm * 1440 / 25.4)


def _twentieths(points: float) -> int:
    return round(points * 20)
