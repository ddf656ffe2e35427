"""The lines of a file of OpenDocument: controls are not in it, the words of the form and its stamp are."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

from lxml import etree

from app.common.text import clean_text
from app.papers.form_reading.flow import Flow, Line
from app.papers.writers.docx_fields import PROPERTY

if TYPE_CHECKING:
    from lxml.etree import _Element

MAIN_PART = "content.xml"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_SIGNS = {f"{_TEXT}tab": " ", f"{_TEXT}line-break": "\n"}
_LEFT_OUT = frozenset({f"{_TEXT}note", f"{_OFFICE}annotation", f"{_TEXT}tracked-changes"})
_AROUND_ROWS = frozenset(f"{_TABLE}{name}" for name in ("table-header-rows", "table-rows", "table-row-group"))
_MOST_SPACES = 100


def read(data: bytes) -> Flow:
    """Return the lines of a checked file; raises what lxml and zipfile raise for damaged ones."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        names = set(file.namelist())
        roots = {
            name: etree.fromstring(file.read(name), parser)
            for name in (MAIN_PART, "meta.xml", "styles.xml")
            if name in names
        }
    flow = Flow()
    if "meta.xml" in roots:
        own = (one for one in roots["meta.xml"].iter(f"{_META}user-defined"))
        flow.stamps = [one.text or "" for one in own if one.get(f"{_META}name") == PROPERTY]
    if "styles.xml" in roots:
        flow.foot = "\n".join(_words(one) for one in roots["styles.xml"].iter(f"{_TEXT}p"))
    reader = _Reader(flow)
    for body in roots[MAIN_PART].iter(f"{_OFFICE}text"):
        reader.blocks(body, None, "")
    return flow


class _Reader:
    """Walks the body once."""

    def __init__(self, flow: Flow) -> None:
        self._flow = flow
        self._tables = 0

    def blocks(self, parent: _Element, row: tuple[int, int, int] | None, label: str) -> None:
        """Add the lines below `parent`, which stands in the cell `row` and behind the bullet `label`."""
        for child in parent:
            if child.tag in {f"{_TEXT}p", f"{_TEXT}h"}:
                self._paragraph(child, row, label)
            elif child.tag == f"{_TEXT}tracked-changes":
                self._flow.struck += sum(1 for _ in child.iter(f"{_TEXT}deletion"))
            elif child.tag == f"{_TABLE}table":
                self._table(child, row)
            elif child.tag == f"{_TEXT}list":
                self.blocks(child, row, "- ")
            elif child.tag not in _LEFT_OUT:
                self.blocks(child, row, label)

    def _paragraph(self, paragraph: _Element, row: tuple[int, int, int] | None, label: str) -> None:
        for part in clean_text(_words(paragraph)).split("\n"):
            text = part.strip(" ")
            self._flow.lines.append(Line(label + text if text else text, row=row))

    def _table(self, table: _Element, inside: tuple[int, int, int] | None) -> None:
        number, self._tables = self._tables, self._tables + 1
        for at, row in enumerate(_rows(table)):
            for column, cell in enumerate(row.iterchildren(f"{_TABLE}table-cell")):
                self.blocks(cell, inside or (number, at, column), "")


def _rows(table: _Element) -> Iterator[_Element]:
    """Yield the rows of a table, those of its head and of groups too; tables in its cells have their own."""
    for child in table:
        if child.tag == f"{_TABLE}table-row":
            yield child
        elif child.tag in _AROUND_ROWS:
            yield from _rows(child)


def _words(element: _Element) -> str:
    pieces = [element.text or ""]
    for child in element:
        if child.tag == f"{_TEXT}s":
            count = child.get(f"{_TEXT}c", "1")
            pieces.append(" " * min(int(count) if count.isdigit() else 1, _MOST_SPACES))
        elif child.tag in _SIGNS:
            pieces.append(_SIGNS[str(child.tag)])
        elif child.tag not in _LEFT_OUT and isinstance(child.tag, str):
            pieces.append(_words(child))
        pieces.append(child.tail or "")
    return "".join(pieces)
