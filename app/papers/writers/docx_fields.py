"""Content controls of a Word file, and what a given-out form says of itself inside it.

Block controls hold formatted text of several paragraphs, those of a choice a list. All are locked against
being deleted by a slip, not against being filled in. What Word shows in one that was emptied
again is a sentence of its own.
"""

from __future__ import annotations

import html
import zlib

from app.papers.content import Field

PROPERTY = "SoChiBoMau"
"""The document property that bears the stamp."""
PART_SPACE = "urn:so-chi-bo:mau"
"""The namespace of the part that bears it as well."""
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "application/vnd.openxmlformats-officedocument"
_HINT_FACE = '<w:rPr><w:color w:val="595959"/></w:rPr>'
_MOST_ID = 2**31 - 1


def block(field: Field) -> str:
    """Return the control with its paragraphs, below its label; a choice stands behind it on its line."""
    if field.choices:
        label = _run(f"{field.label} ") if field.label else ""
        return f"<w:p>{_style(field)}{label}{_control(field, _shown_run(field))}</w:p>"
    label = f"<w:p>{_style(field, '<w:keepNext/>')}{_run(field.label)}</w:p>" if field.label else ""
    if not field.text:
        return label + _control(field, f"<w:p>{_style(field)}{_shown_run(field)}</w:p>")
    inner = "".join(f"<w:p>{_style(field)}{_run(part)}</w:p>" for part in field.text.split("\n"))
    return label + _control(field, inner)


def cell(field: Field, properties: str) -> str:
    """Return a table cell in its control, as Word makes it of a cell that is filled in whole."""
    texts = field.text.split("\n") if field.text else [""]
    runs = [_run(one) for one in texts] if field.text else [_run(field.hint, _HINT_FACE)]
    inner = "".join(f"<w:p>{_style(field)}{one}</w:p>" for one in runs)
    return _control(field, f"<w:tc>{properties}{inner}</w:tc>")


def control_number(tag: str) -> int:
    """Return the number that a control bears beside its tag: LibreOffice drops tags and keeps numbers."""
    return zlib.crc32(tag.encode()) % _MOST_ID + 1


def stamped(parts: dict[str, str], stamp: str) -> dict[str, str]:
    """Return the parts of a file with the stamp as a property and as a part of its own."""
    types = (
        f'<Override PartName="/docProps/custom.xml" ContentType="{_PACKAGE}.custom-properties+xml"/>'
        f'<Override PartName="/customXml/itemProps1.xml" ContentType="{_PACKAGE}.customXmlProperties+xml"/>'
    )
    relations = {
        "_rels/.rels": ("rId4", "custom-properties", "docProps/custom.xml"),
        "word/_rels/document.xml.rels": ("rId7", "customXml", "../customXml/item1.xml"),
    }
    added = {
        "[Content_Types].xml": parts["[Content_Types].xml"].replace("</Types>", f"{types}</Types>"),
        "docProps/custom.xml": _property(stamp),
        "customXml/item1.xml": (f'{_DECLARATION}<mau xmlns="{PART_SPACE}">{html.escape(stamp)}</mau>'),
        "customXml/itemProps1.xml": (
            f'{_DECLARATION}<ds:datastoreItem ds:itemID="{{5D0C1B0A-3C0E-4B6F-9E57-50C41B0F0001}}"'
            f' xmlns:ds="{_OFFICE}/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="{PART_SPACE}"/>'
            "</ds:schemaRefs></ds:datastoreItem>"
        ),
        "customXml/_rels/item1.xml.rels": (
            f'{_DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f"{_relation('rId1', 'customXmlProps', 'itemProps1.xml')}</Relationships>"
        ),
    }
    for name, (identity, kind, target) in relations.items():
        one = _relation(identity, kind, target)
        added[name] = parts[name].replace("</Relationships>", f"{one}</Relationships>")
    return parts | added


def _relation(identity: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{identity}" Type="{_OFFICE}/relationships/{kind}" Target="{target}"/>'


def _property(stamp: str) -> str:
    return (
        f'{_DECLARATION}<Properties xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_OFFICE}/docPropsVTypes">'
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name="{PROPERTY}">'
        f"<vt:lpwstr>{html.escape(stamp)}</vt:lpwstr></property></Properties>"
    )


def _control(field: Field, inner: str) -> str:
    empty = "" if field.text else "<w:showingPlcHdr/>"
    items = "".join(
        f'<w:listItem w:displayText="{html.escape(one)}" w:value="{html.escape(one)}"/>'
        for one in field.choices
    )
    listed = f"<w:dropDownList>{items}</w:dropDownList>" if items else ""
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{html.escape(field.title)}"/>'
        f'<w:tag w:val="{html.escape(field.tag)}"/>'
        f'<w:id w:val="{control_number(field.tag)}"/><w:lock w:val="sdtLocked"/>'
        f"{empty}{listed}</w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"
    )


def _shown_run(field: Field) -> str:
    return _run(field.text) if field.text else _run(field.hint, _HINT_FACE)


def _run(text: str, face: str = "") -> str:
    return f'<w:r>{face}<w:t xml:space="preserve">{html.escape(text)}</w:t></w:r>'


def _style(field: Field, more: str = "") -> str:
    return f'<w:pPr><w:pStyle w:val="{html.escape(field.style)}"/>{more}</w:pPr>'
