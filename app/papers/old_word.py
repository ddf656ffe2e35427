"""A Word file typed for fonts of the years before Unicode, made into one that every computer reads.

Run by run: the font of a run says how its letters are coded, whatever style or theme gave it. Text whose font
was changed without its letters is known by how it reads. Everything else in the file stays byte for byte.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from app.common.old_fonts import has_capitals, is_old_font, kind_of, pieces_converted, reads_as_it_is
from app.papers.committee.zip_parts import packed, xml_bytes
from app.papers.fonts import WORD_FONT
from app.papers.layout_check.package import Package, W
from app.papers.layout_check.properties import Styles

if TYPE_CHECKING:
    from lxml.etree import _Element

_TEXTS = ("document", "header", "footer", "footnotes", "endnotes", "comments")
_FONT_PARTS = (*_TEXTS, "styles", "numbering")
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Change(NamedTuple):
    """A paragraph as it was typed, and as it reads."""

    before: str
    after: str


@dataclass(slots=True)
class Converted:
    """What became of a file; without changes `data` is the file as it was."""

    data: bytes
    kinds: tuple[str, ...] = ()
    changes: list[Change] = field(default_factory=list)


class _Coding(NamedTuple):
    kind: str
    capitals: bool


def convert(data: bytes) -> Converted:
    """Return the file in Unicode and what changed; raises what lxml and zipfile raise for damaged ones."""
    package = Package(data)
    styles = Styles(package)
    result = Converted(data)
    kinds: set[str] = set()
    parts: dict[str, bytes] = {}
    for name in package.names(_FONT_PARTS):
        root = package.part(name)
        changes = list(_in_part(root, styles, kinds)) if _is_of(name, _TEXTS) else []
        if _fonts_replaced(root) or changes:
            parts[name] = xml_bytes(root)
        result.changes += changes
    if result.changes:
        result.data, result.kinds = packed(data, parts), tuple(sorted(kinds))
    return result


def _is_of(name: str, beginnings: Sequence[str]) -> bool:
    return name.removeprefix("word/").startswith(tuple(beginnings))


def _in_part(root: _Element, styles: Styles, kinds: set[str]) -> Iterator[Change]:
    for paragraph in root.iter(f"{W}p"):
        texts = [(text, _coding(text, styles, paragraph)) for text in _own_texts(paragraph)]
        before = "".join(text.text or "" for text, _ in texts)
        if not any(coding for _, coding in texts):
            kind = kind_of(before)
            texts = [(text, _Coding(kind, capitals=False) if kind else None) for text, _ in texts]
        for coding, group in groupby(texts, key=lambda pair: pair[1]):
            if coding is not None:
                _replace([text for text, _ in group], coding)
        after = "".join(text.text or "" for text, _ in texts)
        if after != before:
            kinds |= {coding.kind for _, coding in texts if coding}
            yield Change(before, after)


def _own_texts(paragraph: _Element) -> Iterator[_Element]:
    """Yield the texts of a paragraph, not those of boxes that hang on it."""
    for text in paragraph.iter(f"{W}t"):
        if next(text.iterancestors(f"{W}p")) is paragraph:
            yield text


def _coding(text: _Element, styles: Styles, paragraph: _Element) -> _Coding | None:
    own = paragraph.find(f"{W}pPr/{W}pStyle")
    _, faces = styles.of_paragraph(str(own.get(f"{W}val", "")) if own is not None else "")
    run = next(text.iterancestors(f"{W}r"), None)
    values = styles.of_run(faces, run.find(f"{W}rPr") if run is not None else None)
    font = str(values.get("hAnsi") or values.get("ascii") or "")
    kind = is_old_font(font)
    return _Coding(kind, has_capitals(font)) if kind else None


def _replace(texts: Sequence[_Element], coding: _Coding) -> None:
    if reads_as_it_is("".join(text.text or "" for text in texts), coding.kind):
        return
    pieces = pieces_converted([text.text or "" for text in texts], coding.kind, capitals=coding.capitals)
    for text, piece in zip(texts, pieces, strict=True):
        text.text = piece
        if piece != piece.strip():
            text.set(_XML_SPACE, "preserve")


def _fonts_replaced(root: _Element) -> bool:
    found = False
    for fonts in root.iter(f"{W}rFonts"):
        for name, value in fonts.attrib.items():
            if is_old_font(str(value)):
                fonts.set(str(name), WORD_FONT)
                found = True
    return found
