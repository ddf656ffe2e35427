"""A Word file without what tells who wrote it, when and on which machine; its pages stay as they are.

Author, firm, times, revision marks, comments, persons, template, settings of printers, thumbnail, foreign
data and paths of the machine go, and who took a photograph. Files that lie within the file stay, and are
told. What the text shows stays byte for byte in its XML.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from typing import TYPE_CHECKING

from lxml import etree

from app.papers.layout_check.package import MAIN_PART, Package, W
from app.papers.word_taking.pictures import nameless

if TYPE_CHECKING:
    from lxml.etree import _Element

_TYPES = "[Content_Types].xml"
_MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_OF_WORD = "wordprocessingml"
_CT = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_REL = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_GOES = re.compile(
    r"docProps/.*|customXml/.*|word/(?:comments.*|people|vbaProject.*|vbaData)\.(?:xml|bin)"
    r"|word/glossary/.*|word/printerSettings.*|word/_rels/(?:comments|settings|vbaProject).*|_xmlsignatures/.*"
)
_MARKS = frozenset(
    f"{W}{name}"
    for name in (
        *("commentRangeStart", "commentRangeEnd", "commentReference", "proofErr", "docVars"),
        *("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd"),
        *("permStart", "permEnd", "rsid"),
    )
)
_SETTINGS = frozenset(
    f"{W}{name}"
    for name in (
        *("rsids", "attachedTemplate", "documentProtection", "writeProtection", "saveThroughXslt"),
        "mailMerge",
    )
)
_RSID = re.compile(rf"{re.escape(W)}rsid\w*|\{{[^}}]*\}}(?:paraId|textId)")
_LINK = "hyperlink"
_ALTERNATIVE = "descr"
"""What stands for a picture where it cannot be shown: some versions of Word put there where its file lay."""
_LOCAL = re.compile(r"file:|[a-z]:[\\/]|[\\/]", re.IGNORECASE)
_TEXT_PARTS = re.compile(
    r"word/(?:document|header\d*|footer\d*|footnotes|endnotes|settings|styles|numbering)\.xml"
)
_NO_TIME = (1980, 1, 1, 0, 0, 0)
_CORE = "docProps/core.xml"
_APP = "docProps/app.xml"


def cleaned(data: bytes) -> bytes:
    """Return the file without traces of its makers; the same file gives the same bytes.

    Raises `zipfile.BadZipFile` where it lacks what Word needs to open it, and what lxml raises.
    """
    package = Package(data)
    parts: dict[str, bytes] = {}
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        if _TYPES not in old.namelist() or "_rels/.rels" not in old.namelist():
            raise zipfile.BadZipFile
        for name in old.namelist():
            if not name.endswith("/") and not _GOES.fullmatch(name):
                parts[name] = old.read(name)
    for name in [name for name in parts if _TEXT_PARTS.fullmatch(name)]:
        parts[name] = _without_marks(package.part(name))
    for name in [name for name in parts if name.endswith(".rels")]:
        parts[name] = _relations(package.part(name), _base(name), parts)
    for name, content in parts.items():
        parts[name] = nameless(content)
    parts[_TYPES] = _types(package.part(_TYPES), parts)
    return _packed(parts)


def _without_marks(root: _Element) -> bytes:
    for element in list(root.iter()):
        if element.tag in _MARKS | _SETTINGS:
            _take(element)
            continue
        for name in [str(one) for one in element.attrib if _RSID.fullmatch(str(one))]:
            del element.attrib[name]
        if element.get(_ALTERNATIVE):
            element.set(_ALTERNATIVE, _without_path(str(element.get(_ALTERNATIVE))))
    return _written(root)


def _without_path(text: str) -> str:
    """Return the name alone of a file on somebody's machine: its path tells who is at home there."""
    return re.split(r"[\\/]", text)[-1] or "#" if _LOCAL.match(text) else text


def _take(element: _Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _relations(root: _Element, base: str, parts: dict[str, bytes]) -> bytes:
    """Return a list of relations without those that lead to what went, or out of the file but for links."""
    for one in list(root.iter(f"{_REL}Relationship")):
        kind = str(one.get("Type", "")).rpartition("/")[2]
        target = str(one.get("Target", ""))
        path = (
            target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(base, target))
        )
        outside = str(one.get("TargetMode", "")).casefold() == "external"
        if (outside and kind != _LINK) or (not outside and path not in parts):
            _take(one)
        elif outside:
            one.set("Target", _without_path(target))
    return _written(root)


def _base(name: str) -> str:
    """Return the folder from which a list of relations counts: that of the part it belongs to."""
    return posixpath.dirname(posixpath.dirname(name))


def _types(root: _Element, parts: dict[str, bytes]) -> bytes:
    """Return the list of types of what is left; the main part is a document without macros."""
    main = next((one for one in root.iter(f"{_CT}Override") if one.get("PartName") == f"/{MAIN_PART}"), None)
    if main is None or (
        _OF_WORD not in str(main.get("ContentType")).casefold()
        and "macroenabled" not in str(main.get("ContentType")).casefold()
    ):
        raise zipfile.BadZipFile
    main.set("ContentType", _MAIN_TYPE)
    for one in list(root.iter(f"{_CT}Override")):
        if str(one.get("PartName", "")).lstrip("/") not in parts:
            _take(one)
    return _written(root)


def _written(root: _Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _packed(parts: dict[str, bytes]) -> bytes:
    output = io.BytesIO()
    names = [_TYPES, *(name for name in parts if name != _TYPES)]
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as package:
        for name in names:
            member = zipfile.ZipInfo(name, _NO_TIME)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 0
            package.writestr(member, parts[name])
    return output.getvalue()


def bands_itself(data: bytes, band: str) -> bool:
    """Return whether the feet of its pages bear the words `band` already, as our own files do."""
    package = Package(data)
    feet = [package.part(name) for name in package.names(("footer",))]
    return any(band in "".join(text.text or "" for text in foot.iter(f"{W}t")) for foot in feet)


def banded(data: bytes, band: str) -> bytes:
    """Return the file with the words `band` at its head; as it is without any."""
    root = Package(data).part(MAIN_PART)
    body = root.find(f"{W}body")
    if not band or body is None:
        return data
    body.insert(0, _paragraph(band))
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    return _packed({**parts, MAIN_PART: _written(root)})


def _paragraph(text: str) -> _Element:
    para = etree.Element(f"{W}p")
    properties = etree.SubElement(para, f"{W}pPr")
    etree.SubElement(properties, f"{W}jc").set(f"{W}val", "center")
    run = etree.SubElement(para, f"{W}r")
    etree.SubElement(run, f"{W}t").text = text
    return para
