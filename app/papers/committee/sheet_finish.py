"""The end of filling an Excel form: what Excel has to compute anew, the mark of practice data, the file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree

from app.papers.committee.sheet_book import WORKBOOK, Book, S, Sheet
from app.papers.committee.sheet_heights import Heights
from app.papers.committee.zip_parts import packed, xml_bytes

Values = Mapping[str, str]
_CHAIN = "xl/calcChain.xml"
_TYPES, _RELS = "[Content_Types].xml", "xl/_rels/workbook.xml.rels"
_AFTER_FOOT = ("rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors", "smartTags",
               "drawing", "legacyDrawing", "legacyDrawingHF", "picture", "oleObjects", "controls",
               "webPublishItems", "tableParts", "extLst")  # fmt: skip
"""What stands behind the foot in a sheet (ECMA-376, part 1, 18.3.1.99)."""


@dataclass
class Filling:
    """A book being filled."""

    book: Book
    values: Values
    lines: Sequence[Values]
    heights: Heights
    parts: dict[str, bytes] = field(default_factory=dict)
    changed: set[str] = field(default_factory=set)
    has_moved: bool = False


def finished(data: bytes, work: Filling, band: str) -> bytes:
    """Return the file with what was filled in; parts that nothing changed stay byte for byte."""
    book, parts = work.book, dict(work.parts)
    if work.changed:
        _compute_anew(work)
    if band:
        for one in book.sheets:
            _mark(one, band)
            work.changed.add(one.part)
    roots = {one.part: one.root for one in book.sheets} | {WORKBOOK: book.workbook}
    parts |= {name: xml_bytes(roots[name]) for name in work.changed if name in roots}
    if work.heights.styles is not None:
        parts["xl/styles.xml"] = xml_bytes(work.heights.styles)
    without = _without_chain(work, parts) if work.has_moved else ()
    return packed(data, parts, without)


def _compute_anew(work: Filling) -> None:
    """Let Excel compute when it opens the file: what formulas gave before is no longer so."""
    computed = False
    for one in work.book.sheets:
        for cell in one.root.iter(f"{S}c"):
            value = cell.find(f"{S}v")
            if cell.find(f"{S}f") is not None:
                computed = True
                if value is not None:
                    cell.remove(value)
                    cell.attrib.pop("t", "")
                    work.changed.add(one.part)
    if computed:
        properties = work.book.workbook.find(f"{S}calcPr")
        if properties is None:
            properties = etree.Element(f"{S}calcPr", calcId="0")
            names = work.book.workbook.find(f"{S}definedNames")
            before = names if names is not None else work.book.workbook.find(f"{S}sheets")
            if before is not None:
                before.addnext(properties)
        properties.set("fullCalcOnLoad", "1")
        work.changed.add(WORKBOOK)


def _without_chain(work: Filling, parts: dict[str, bytes]) -> tuple[str, ...]:
    """Take out the order in which Excel computed; it names cells that have moved, and Excel makes it anew."""
    package = work.book.package
    if _CHAIN not in package.names_of_parts():
        return ()
    for name, key in ((_TYPES, "PartName"), (_RELS, "Target")):
        root = package.part(name)
        for one in [one for one in root if str(one.get(key, "")).endswith("calcChain.xml")]:
            root.remove(one)
        parts[name] = xml_bytes(root)
    return (_CHAIN,)


def _mark(sheet: Sheet, band: str) -> None:
    """Say at the foot of every printed page that these are practice data."""
    around = sheet.root.find(f"{S}headerFooter")
    if around is None:
        around = etree.Element(f"{S}headerFooter")
        after = next(
            (one for name in _AFTER_FOOT if (one := sheet.root.find(f"{S}{name}")) is not None), None
        )
        after.addprevious(around) if after is not None else sheet.root.append(around)
    foot = around.find(f"{S}oddFooter")
    if foot is None:
        foot = etree.SubElement(around, f"{S}oddFooter")
        head = around.find(f"{S}oddHeader")
        around.insert(1 if head is not None else 0, foot)
    foot.text = f"&C{band}" + (foot.text or "").replace("&C", " ")
