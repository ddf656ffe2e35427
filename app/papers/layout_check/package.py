"""The XML parts of a Word file, opened without trusting them.

Whoever calls this has looked the file over first (`app.sheets.safe_zip.check_office_file`); here the XML
itself is read without entities, document types or anything outside the file.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Sequence
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from lxml.etree import _Element

MAIN_PART = "word/document.xml"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_EMPTY = b"<none/>"


class Package:
    """The parts of one file; a part that is missing reads as an empty element."""

    def __init__(self, data: bytes) -> None:
        self._zip = zipfile.ZipFile(io.BytesIO(data))
        self._names = set(self._zip.namelist())
        self._targets = self._relations()

    def part(self, name: str) -> _Element:
        """Return the root of the part called `name`; raises `lxml.etree.XMLSyntaxError` when damaged."""
        content = self._zip.read(name) if name in self._names else _EMPTY
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        return etree.fromstring(content, parser)

    def names_of_parts(self) -> frozenset[str]:
        """Return the names of all parts of the file."""
        return frozenset(self._names)

    def names(self, beginnings: Sequence[str]) -> list[str]:
        """Return the parts whose names begin with one of `beginnings`: "header" is all headers."""
        wanted = tuple(f"word/{one}" for one in beginnings)
        return sorted(one for one in self._names if one.startswith(wanted) and one.endswith(".xml"))

    def everything(self) -> list[str]:
        """Return the names of all parts."""
        return sorted(self._names)

    def referred(self, reference: _Element) -> _Element:
        """Return the root of the header or footer that `reference` names."""
        return self.part(self._targets.get(reference.get(_R_ID, ""), ""))

    def theme_fonts(self) -> dict[str, str]:
        """Return the fonts of the theme by the names styles call them: "minor", "major"."""
        name = next((one for one in sorted(self._names) if one.startswith("word/theme/theme")), "")
        fonts = self.part(name).find(f".//{_A}fontScheme")
        if fonts is None:
            return {}
        found = {kind: fonts.find(f"{_A}{kind}Font/{_A}latin") for kind in ("minor", "major")}
        return {kind: font.get("typeface", "") for kind, font in found.items() if font is not None}

    def _relations(self) -> dict[str, str]:
        targets = {}
        for one in self.part("word/_rels/document.xml.rels"):
            target = str(one.get("Target", ""))
            place = target.lstrip("/") if target.startswith("/") else posixpath.join("word", target)
            targets[str(one.get("Id", ""))] = posixpath.normpath(place)
        return targets
