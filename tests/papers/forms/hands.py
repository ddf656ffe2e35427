"""What members do with a form: typing as Word stores it, and what other programs and slips make of a file."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BODY = "word/document.xml"
Change = Callable[["_Element"], None]


def parts_of(data: bytes) -> dict[str, bytes]:
    """Return the parts of a file by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Return the parts as one file."""
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return output.getvalue()


def changed(data: bytes, *changes: Change) -> bytes:
    """Return the file with its body changed."""
    parts = parts_of(data)
    root = etree.fromstring(parts[BODY])
    for change in changes:
        change(root)
    parts[BODY] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return packed(parts)


def replaced(data: bytes, name: str, old: str, new: str) -> bytes:
    """Return the file with text of a part replaced, as bytes."""
    parts = parts_of(data)
    assert old.encode() in parts[name]
    return packed({**parts, name: parts[name].replace(old.encode(), new.encode())})


def control(root: _Element, place: str) -> _Element:
    """Return the control of a place ("s:ethics")."""
    found = [
        one
        for one in root.iter(f"{W}sdt")
        for tag in one.findall(f"{W}sdtPr/{W}tag")
        if str(tag.get(f"{W}val")).endswith(f"/{place}")
    ]
    assert found, place
    return found[0]


def places(data: bytes) -> list[str]:
    """Return the places of a file in their order."""
    return re.findall(r'<w:tag w:val="[^"/]*/([^"]*)"', parts_of(data)[BODY].decode())


def typed(**texts: str) -> Change:
    """Return typing into the places, as Word stores it: a paragraph a line, no hint left."""
    return typing({name.replace("__", ":"): text for name, text in texts.items()})


def typing(texts: Mapping[str, str]) -> Change:
    """Return typing into the places by their names."""

    def change(root: _Element) -> None:
        for place, text in texts.items():
            _type(control(root, place), text)

    return change


def _type(one: _Element, text: str) -> None:
    hint = one.find(f"{W}sdtPr/{W}showingPlcHdr")
    if hint is not None:
        one[0].remove(hint)
    content = one.find(f"{W}sdtContent/{W}tc")
    content = one.find(f"{W}sdtContent") if content is None else content
    assert content is not None
    inline = content.find(f"{W}p") is None
    style = content.find(f"{W}p/{W}pPr")
    for child in list(content):
        if child.tag != f"{W}tcPr":
            content.remove(child)
    for line in text.split("\n"):
        if inline:
            content.append(run(line))
        else:
            content.append(paragraph(line, style))


def paragraph(text: str, properties: _Element | None = None) -> _Element:
    """Return a paragraph with one run."""
    made = etree.Element(f"{W}p")
    if properties is not None:
        made.append(etree.fromstring(etree.tostring(properties)))
    made.append(run(text))
    return made


def run(text: str) -> _Element:
    """Return a run."""
    made = etree.Element(f"{W}r")
    words = etree.SubElement(made, f"{W}t")
    words.text = text
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made
