"""The lines of a Word file, whoever saved it last: controls at every level, split runs, tracked changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.common.text import clean_text
from app.papers.form_reading.flow import Flow, Line
from app.papers.layout_check.package import MAIN_PART, Package, W
from app.papers.layout_check.properties import Styles, paragraph
from app.papers.word_reading.numbering import Numbering
from app.papers.writers.docx_fields import PART_SPACE, PROPERTY

if TYPE_CHECKING:
    from lxml.etree import _Element

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_PART_OF_CELLS, _BULLET = "; ", "- "
_INTO = frozenset(
    f"{W}{name}"
    for name in (
        "ins",
        "moveTo",
        "customXml",
        "smartTag",
        "hyperlink",
        "fldSimple",
        "bdo",
        "dir",
        "sdtContent",
    )
)
_GONE = frozenset({f"{W}del", f"{W}moveFrom"})
_SIGNS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}


@dataclass(frozen=True, slots=True)
class _Where:
    """What encloses an element."""

    tag: str = ""
    number: int = 0
    is_hint: bool = False
    row: tuple[int, int, int] | None = None
    is_inserted: bool = False

    @property
    def in_control(self) -> bool:
        return bool(self.tag or self.number)


def read(data: bytes) -> Flow:
    """Return the lines of a checked Word file; raises what lxml and zipfile raise for damaged ones."""
    package = Package(data)
    flow = Flow(stamps=_stamps(package), foot=_foot(package))
    _Reader(flow, _Labels(package)).body(package.part(MAIN_PART))
    return flow


def _stamps(package: Package) -> list[str]:
    found = [
        "".join(str(text) for text in one.itertext())
        for one in package.part("docProps/custom.xml")
        if one.get("name") == PROPERTY
    ]
    for name in package.everything():
        if name.startswith("customXml/item") and name.endswith(".xml"):
            root = package.part(name)
            if root.tag == f"{{{PART_SPACE}}}mau":
                found.append("".join(str(text) for text in root.itertext()))
    return list(dict.fromkeys(found))


def _foot(package: Package) -> str:
    parts = (package.part(name) for name in package.names(("footer", "header")))
    lines = (
        "".join(text.text or "" for text in one.iter(f"{W}t")) for part in parts for one in part.iter(f"{W}p")
    )
    return "\n".join(filter(None, lines))


class _Labels:
    """Numbers and bullets that Word keeps beside the text, as letters before it."""

    def __init__(self, package: Package) -> None:
        self._styles, self._numbering = Styles(package), Numbering(package)

    def of(self, element: _Element) -> str:
        """Count a paragraph on and return what stands before it: "2. ", "- "; empty outside of lists."""
        own = element.find(f"{W}pPr")
        style = own.find(f"{W}pStyle") if own is not None else None
        named = str(style.get(f"{W}val", "")) if style is not None else ""
        label = self._numbering.label(self._styles.of_paragraph(named)[0] | paragraph(own))
        if label is None or not label.text.strip():
            return ""
        return f"{label.text.strip()} " if any(map(str.isalnum, label.text)) else _BULLET


class _Reader:
    """Walks the body once."""

    def __init__(self, flow: Flow, labels: _Labels | None) -> None:
        self._flow, self._labels = flow, labels
        self._tables = 0

    def body(self, root: _Element) -> None:
        for body in root.iter(f"{W}body"):
            self._blocks(body, _Where())

    def _blocks(self, parent: _Element, where: _Where) -> None:
        for child in parent:
            if child.tag == f"{W}p":
                self._paragraph(child, where)
            elif child.tag == f"{W}tbl":
                self._table(child, where)
            elif child.tag == f"{W}sdt":
                self._blocks(_content(child), _inside(child, where))
            elif child.tag in _GONE:
                self._flow.struck += 1
            elif child.tag == f"{MC}AlternateContent":
                self._blocks(_choice(child), where)
            elif child.tag in _INTO:
                self._blocks(child, where)

    def _table(self, table: _Element, where: _Where) -> None:
        if where.in_control or where.row:
            for row in _own(table, "tr"):
                cells = [_joined(cell) for cell in _own(row, "tc")]
                self._add(_PART_OF_CELLS.join(filter(None, cells)), where)
            return
        number, self._tables = self._tables, self._tables + 1
        for at, (row, row_in) in enumerate(_placed(table, "tr", where)):
            for column, (cell, cell_in) in enumerate(_placed(row, "tc", row_in)):
                self._blocks(cell, replace(cell_in, row=(number, at, column)))

    def _paragraph(self, paragraph: _Element, where: _Where) -> None:
        pieces: list[tuple[str, _Where]] = []
        boxes: list[_Element] = []
        counts = _Counts()
        _inline(paragraph, where, pieces, boxes, counts)
        self._flow.inserted += counts.inserted
        self._flow.struck += counts.struck
        label = self._labels.of(paragraph) if self._labels else ""
        for text, place in _merged(pieces) or [("", where)]:
            self._add(label + text if text.strip() else text, place)
            label = "" if text.strip() else label
        for box in boxes:
            self._blocks(box, _Where())

    def _add(self, text: str, where: _Where) -> None:
        for part in clean_text(text).split("\n"):
            self._flow.lines.append(
                Line(part.strip(" "), where.tag, where.number, is_hint=where.is_hint, row=where.row)
            )


@dataclass(slots=True)
class _Counts:
    inserted: int = 0
    struck: int = 0


def _inline(
    parent: _Element, where: _Where, pieces: list[tuple[str, _Where]], boxes: list[_Element], counts: _Counts
) -> None:
    for child in parent:
        if child.tag == f"{W}r":
            _run(child, where, pieces, boxes)
        elif child.tag in _GONE:
            counts.struck = 1
        elif child.tag == f"{W}sdt":
            _inline(_content(child), _inside(child, where), pieces, boxes, counts)
        elif child.tag == f"{MC}AlternateContent":
            _inline(_choice(child), where, pieces, boxes, counts)
        elif child.tag in _INTO:
            if child.tag in {f"{W}ins", f"{W}moveTo"}:
                counts.inserted = 1
            _inline(child, where, pieces, boxes, counts)


def _run(run: _Element, where: _Where, pieces: list[tuple[str, _Where]], boxes: list[_Element]) -> None:
    for child in run:
        if child.tag == f"{W}t":
            pieces.append((child.text or "", where))
        elif child.tag in _SIGNS:
            pieces.append((_SIGNS[str(child.tag)], where))
        else:
            # What hangs on the run twice, for new and for old programs, is read once.
            shown = _choice(child) if child.tag == f"{MC}AlternateContent" else child
            boxes += shown.iter(f"{W}txbxContent")


def _merged(pieces: list[tuple[str, _Where]]) -> list[tuple[str, _Where]]:
    """Return the pieces with neighbours of one control as one."""
    merged: list[tuple[str, _Where]] = []
    for text, where in pieces:
        if merged and merged[-1][1] == where:
            merged[-1] = (merged[-1][0] + text, where)
        else:
            merged.append((text, where))
    return merged


def _inside(control: _Element, where: _Where) -> _Where:
    """Return where the content of a control stands; one that is not of ours belongs to what is around it."""
    properties = control.find(f"{W}sdtPr")
    if properties is None:
        return where
    tag, number = (_value(properties, name) for name in ("tag", "id"))
    is_hint = properties.find(f"{W}showingPlcHdr") is not None
    if where.in_control and "/" not in tag:
        return replace(where, is_hint=where.is_hint or is_hint)
    known = int(number) if number.lstrip("-").isdigit() else 0
    return replace(where, tag=tag if "/" in tag else "", number=known, is_hint=is_hint)


def _value(properties: _Element, name: str) -> str:
    found = properties.find(f"{W}{name}")
    return str(found.get(f"{W}val", "")) if found is not None else ""


def _content(control: _Element) -> _Element:
    found = control.find(f"{W}sdtContent")
    return control if found is None else found


def _choice(alternate: _Element) -> _Element:
    for name in ("Choice", "Fallback"):
        found = alternate.find(f"{MC}{name}")
        if found is not None:
            return found
    return alternate


def _placed(parent: _Element, name: str, where: _Where) -> Iterator[tuple[_Element, _Where]]:
    """Yield rows or cells with where they stand: controls may lie around them."""
    for child in parent:
        if child.tag == f"{W}{name}":
            yield child, where
        elif child.tag == f"{W}sdt":
            yield from _placed(_content(child), name, _inside(child, where))
        elif child.tag in _INTO:
            yield from _placed(child, name, where)


def _own(parent: _Element, name: str) -> Iterator[_Element]:
    return (one for one, _ in _placed(parent, name, _Where()))


def _joined(cell: _Element) -> str:
    """Return the text of a cell in one line."""
    flow = Flow()
    _Reader(flow, None)._blocks(cell, _Where())  # noqa: SLF001  a reader of its own for one cell
    return " ".join(one.text for one in flow.lines if one.text)
