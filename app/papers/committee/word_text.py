"""The text of one paragraph of a Word file, letter by letter, and writing into a piece of it.

Letters keep the run they stand in, so that what is written looks like what it is written over.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from app.papers.layout_check.package import W

if TYPE_CHECKING:
    from lxml.etree import _Element

XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_AS_TEXT = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_LEADERS = frozenset({"dot", "underscore", "hyphen", "heavy", "middleDot"})
_UNIQUE = "{http://schemas.microsoft.com/office/word/2010/wordml}"


@dataclass(frozen=True, slots=True)
class Unit:
    """One element that bears letters, and the place of its first one."""

    element: _Element
    text: str
    start: int


@dataclass(frozen=True, slots=True)
class Written:
    """What is written over the letters from `start` to `end`."""

    start: int
    end: int
    text: str


def units_of(paragraph: _Element) -> list[Unit]:
    """Return the elements of a paragraph that bear its letters, without those of text boxes on it."""
    found: list[Unit] = []
    at = 0
    for element in _own(paragraph):
        text = (element.text or "") if element.tag == f"{W}t" else _as_text(element)
        if text:
            found.append(Unit(element, text, at))
            at += len(text)
    return found


def text_of(paragraph: _Element) -> str:
    """Return the letters of a paragraph."""
    return "".join(unit.text for unit in units_of(paragraph))


def _own(parent: _Element) -> Iterator[_Element]:
    for child in parent:
        if child.tag in {f"{W}p", f"{W}del", f"{W}pPr", f"{W}rPr", f"{W}tbl"} or not isinstance(
            child.tag, str
        ):
            continue
        if child.tag in {f"{W}t", *_AS_TEXT}:
            yield child
        else:
            yield from _own(child)


def _as_text(element: _Element) -> str:
    if element.tag == f"{W}br" and element.get(f"{W}type", "textWrapping") != "textWrapping":
        return ""
    return _AS_TEXT.get(str(element.tag), "")


def run_of(element: _Element) -> _Element | None:
    """Return the run that an element with letters stands in."""
    return next(element.iterancestors(f"{W}r"), None)


def has_leader_tabs(paragraph: _Element, tab_stops: Sequence[_Element] = ()) -> bool:
    """Return whether a tab of the paragraph draws a dotted line."""
    own = [*paragraph.iterfind(f"{W}pPr/{W}tabs/{W}tab"), *tab_stops]
    return any(str(one.get(f"{W}leader", "")) in _LEADERS for one in own)


def write(paragraph: _Element, pieces: Sequence[Written]) -> None:
    """Write over pieces of a paragraph; pieces do not overlap, each line break becomes one of Word."""
    for piece in sorted(pieces, key=lambda one: -one.start):
        _write_one(paragraph, piece)


def _write_one(paragraph: _Element, piece: Written) -> None:
    units = units_of(paragraph)
    touched = [one for one in units if one.start < piece.end and one.start + len(one.text) > piece.start]
    if not touched:
        _insert(paragraph, units, piece)
        return
    first = touched[0]
    before = first.text[: max(piece.start - first.start, 0)]
    last = touched[-1]
    after = last.text[piece.end - last.start :]
    if first is last:
        _set(first.element, before + piece.text + after)
        return
    _set(first.element, before + piece.text)
    for one in touched[1:-1]:
        _remove(one.element)
    _set(last.element, after) if after else _remove(last.element)


def _insert(paragraph: _Element, units: Sequence[Unit], piece: Written) -> None:
    """Write where there are no letters yet: behind those before, or as the only ones."""
    before = [one for one in units if one.start < piece.start]
    if before:
        last = before[-1]
        at = piece.start - last.start
        _set(last.element, last.text[:at] + piece.text + last.text[at:])
        return
    run = etree.SubElement(paragraph, f"{W}r")
    if units:
        first = run_of(units[0].element)
        if first is not None and first.getparent() is paragraph:
            paragraph.insert(paragraph.index(first), run)
    face = _face(paragraph, units)
    if face is not None:
        run.append(face)
    _set(etree.SubElement(run, f"{W}t"), piece.text)


def _face(paragraph: _Element, units: Sequence[Unit]) -> _Element | None:
    run = run_of(units[0].element) if units else None
    own = run.find(f"{W}rPr") if run is not None else paragraph.find(f"{W}pPr/{W}rPr")
    if own is None:
        return None
    face = copy.deepcopy(own)
    for mark in ("ins", "del", "moveFrom", "moveTo", "rPrChange"):
        for found in face.findall(f"{W}{mark}"):
            face.remove(found)
    return face


def _set(element: _Element, text: str) -> None:
    """Let an element bear `text`; one that is a tab or a break becomes text."""
    parent = element.getparent()
    if parent is None:
        return
    lines = clean(text).split("\n")
    first = element if element.tag == f"{W}t" else etree.Element(f"{W}t")
    if first is not element:
        parent.replace(element, first)
    _fill(first, lines[0])
    at = parent.index(first)
    for line in lines[1:]:
        follows = etree.Element(f"{W}t")
        _fill(follows, line)
        parent.insert(at + 1, etree.Element(f"{W}br"))
        parent.insert(at + 2, follows)
        at += 2


def _fill(element: _Element, text: str) -> None:
    element.text = text
    if text != text.strip() or "  " in text:
        element.set(XML_SPACE, "preserve")


def _remove(element: _Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def clean(text: str) -> str:
    """Return a text without what XML cannot hold."""
    return _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def copied(element: _Element) -> _Element:
    """Return a copy that may stand beside its original: without what has to be unique in a file."""
    made = copy.deepcopy(element)
    for mark in ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd"):
        for found in [*made.iter(f"{W}{mark}")]:
            _remove(found)
    for one in made.iter():
        for name in [key for key in one.attrib if str(key).startswith(_UNIQUE)]:
            del one.attrib[name]
    return made


def unwrapped(paragraph: _Element, spans: Sequence[tuple[int, int]]) -> None:
    """Take fields and controls off the letters of `spans`, so that Word does not put its own back."""
    for unit in units_of(paragraph):
        if not any(start < unit.start + len(unit.text) and unit.start < end for start, end in spans):
            continue
        _settle_controls(unit.element)
        simple = next(unit.element.iterancestors(f"{W}fldSimple"), None)
        if simple is not None:
            _replace_by_children(simple)
        _drop_field_around(paragraph, unit.element)


def _settle_controls(element: _Element) -> None:
    for control in element.iterancestors(f"{W}sdt"):
        own = control.find(f"{W}sdtPr")
        for name in ("showingPlcHdr", "dataBinding", "placeholder"):
            found = own.find(f"{W}{name}") if own is not None else None
            if found is not None:
                _remove(found)
    run = run_of(element)
    style = run.find(f"{W}rPr/{W}rStyle") if run is not None else None
    if style is not None and str(style.get(f"{W}val", "")).lower().startswith("placeholder"):
        _remove(style)


def _replace_by_children(element: _Element) -> None:
    parent = element.getparent()
    if parent is None:
        return
    at = parent.index(element)
    for child in list(element):
        parent.insert(at, child)
        at += 1
    parent.remove(element)


def _drop_field_around(paragraph: _Element, element: _Element) -> None:
    """Take the marks of the field away whose result `element` is part of."""
    marks: list[_Element] = []
    seen = False
    for one in [*paragraph.iter(f"{W}fldChar", f"{W}instrText", element.tag)]:
        kind = str(one.get(f"{W}fldCharType", ""))
        if kind == "begin":
            marks, seen = [one], False
        elif one is element:
            seen = bool(marks)
        elif one.tag in {f"{W}fldChar", f"{W}instrText"} and marks:
            marks.append(one)
        if kind == "end":
            if seen:
                for mark in marks:
                    _remove(mark)
                return
            marks = []
