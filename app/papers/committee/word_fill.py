"""A Word form filled in: values at their places, rows repeated, everything else byte for byte as it came."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from app.papers.committee.blanks import fitted
from app.papers.committee.matching import KEEP
from app.papers.committee.model import Marks
from app.papers.committee.word_form import BODY, WordForm
from app.papers.committee.word_tables import spare_below
from app.papers.committee.word_text import (
    Written,
    clean,
    copied,
    run_of,
    text_of,
    units_of,
    unwrapped,
    write,
)
from app.papers.committee.zip_parts import packed, xml_bytes
from app.papers.layout_check.package import W

if TYPE_CHECKING:
    from lxml.etree import _Element

ROW = "row"
UNKNOWN = "\u2026\u2026"
"""Stands where the form had a name in braces and the year has nothing to say, for a pen."""
_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
Values = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Place:
    """An address taken apart: the paragraph, the letters, and how many dotted lines below belong to it."""

    part: str
    paragraph: int
    start: int
    end: int
    more: int
    field: str


def fill(data: bytes, marks: Marks, values: Values, rows: Sequence[Values], band: str = "") -> bytes:
    """Return the form with `values` at their places, a repeated row for each of `rows`, `band` on top."""
    form = WordForm(data)
    places = [_place(at, name) for at, name in marks.places.items() if name != KEEP]
    changed = {one.part for one in places}
    repeated = [_row_of(form, at) for at in sorted(marks.rows)]
    inside: set[Place] = set()
    for row in repeated:
        if row is not None:
            inside |= _repeat(form, row, places, (values, rows))
    # From the end on, so that lines that are added or go do not move what is still to be written.
    for paragraph, own in _by_paragraph(form, [one for one in places if one not in inside]):
        _write(paragraph, own, values)
    if band:
        _mark(form, band)
        changed.add(BODY)
    parts = {form.names[part]: xml_bytes(form.roots[part]) for part in changed if part in form.roots}
    return packed(data, parts)


def _place(at: str, field: str) -> Place:
    part, paragraph, letters = at.rsplit("/", 2)
    span, _, more = letters.partition("+")
    start, _, end = span.partition("-")
    return Place(part, int(paragraph), int(start), int(end), int(more or 0), field)


def _row_of(form: WordForm, at: str) -> _Element | None:
    part, _, place = at.rsplit("/", 2)
    return form.row(part, int(place))


def _by_paragraph(form: WordForm, places: Iterable[Place]) -> list[tuple[_Element, list[Place]]]:
    found: dict[tuple[str, int], list[Place]] = {}
    for one in places:
        found.setdefault((one.part, one.paragraph), []).append(one)
    elements = ((form.paragraph(*key), own) for key, own in sorted(found.items(), reverse=True))
    return [(element, own) for element, own in elements if element is not None]


def _repeat(
    form: WordForm, row: _Element, places: Sequence[Place], told: tuple[Values, Sequence[Values]]
) -> set[Place]:
    """Fill a row once for each line, the empty rows below it go; return the places that stood in it."""
    values, lines = told
    originals = list(row.iter(f"{W}p"))
    order = {form.number_of(one): place for place, one in enumerate(originals)}
    own = [one for one in places if f"{one.part}/{one.paragraph}" in order]
    if not lines:
        return set(own)
    table = next(row.iterancestors(f"{W}tbl"))
    rows = [one for one in table.iter(f"{W}tr") if next(one.iterancestors(f"{W}tbl")) is table]
    at = rows.index(row)
    spare = rows[at + 1 : at + 1 + spare_below(rows, at)]
    copies = [row, *(copied(row) for _ in lines[1:])]
    for one, line in zip(copies, lines, strict=True):
        paragraphs = list(one.iter(f"{W}p"))
        grouped: dict[int, list[Place]] = {}
        for place in own:
            grouped.setdefault(order[f"{place.part}/{place.paragraph}"], []).append(place)
        for number in sorted(grouped, reverse=True):
            _write(paragraphs[number], grouped[number], {**values, **line})
    for one in reversed(copies[1:]):
        row.addnext(one)
    for one in spare:
        _take_away(one)
    return set(own)


def _write(paragraph: _Element, places: Sequence[Place], values: Values) -> None:
    for one in (paragraph, *_twins(paragraph)):
        text = text_of(one)
        unwrapped(one, [(place.start, place.end) for place in places])
        pieces = [piece for place in places if (piece := _piece(text, place, values))]
        below = _below(text, places, values)
        write(one, pieces)
        _add_below(one, below, max((place.more for place in places), default=0))


def _lines(place: Place, values: Values) -> list[str]:
    return [part.strip() for part in clean(values.get(place.field, "")).split("\n") if part.strip()]


def _ends_here(text: str, place: Place) -> bool:
    return not text[place.end :].strip()


def _piece(text: str, place: Place, values: Values) -> Written | None:
    lines = _lines(place, values)
    shown = text[place.start : place.end]
    if not lines:
        is_name = any(sign in shown for sign in "{}\u00ab\u00bb")
        return Written(place.start, place.end, UNKNOWN) if is_name else None
    first = lines[0] if _ends_here(text, place) else " ".join(lines)
    return Written(place.start, place.end, fitted(first, text[: place.start], text[place.end :]))


def _below(text: str, places: Sequence[Place], values: Values) -> list[str] | None:
    """Return the lines that stand below the paragraph; None where nothing is said and its dots stay."""
    last = max(places, key=lambda one: one.start)
    lines = _lines(last, values)
    return lines[1:] if lines and _ends_here(text, last) else None


def _add_below(paragraph: _Element, lines: list[str] | None, more: int) -> None:
    """Write each further line in a paragraph like the dotted one below, else like this one; dots go."""
    if lines is None:
        return
    dotted: list[_Element] = []
    follows = paragraph.getnext()
    while follows is not None and len(dotted) < more:
        dotted.append(follows)
        follows = follows.getnext()
    model = dotted[0] if dotted else paragraph
    made = [_like(model, line) for line in lines]
    for one in reversed(made):
        paragraph.addnext(one)
    for one in dotted:
        _take_away(one)


def _like(model: _Element, text: str) -> _Element:
    """Return a paragraph with the properties of `model` and the face of its last letters."""
    made = copied(model)
    units = units_of(model)
    run = run_of(units[-1].element) if units else None
    face = run.find(f"{W}rPr") if run is not None else None
    for child in [one for one in made if one.tag != f"{W}pPr"]:
        made.remove(child)
    written = etree.SubElement(made, f"{W}r")
    if face is not None:
        written.append(copied(face))
    letters = etree.SubElement(written, f"{W}t")
    letters.text = text
    return made


def _twins(paragraph: _Element) -> list[_Element]:
    """Return the same paragraph of the drawing that older programs are shown."""
    around = next(paragraph.iterancestors(_ALTERNATE), None)
    old = around.find(_FALLBACK) if around is not None else None
    if around is None or old is None:
        return []
    there = list(old.iter(f"{W}p"))
    here = [one for one in around.iter(f"{W}p") if next(one.iterancestors(_FALLBACK), None) is not old]
    if len(here) != len(there) or paragraph not in here:
        return []
    twin = there[here.index(paragraph)]
    return [twin] if text_of(twin) == text_of(paragraph) else []


def _mark(form: WordForm, band: str) -> None:
    """Say above the text that these are practice data."""
    body = form.roots[BODY].find(f"{W}body")
    if body is None:
        return
    paragraph = etree.Element(f"{W}p")
    align = etree.SubElement(etree.SubElement(paragraph, f"{W}pPr"), f"{W}jc")
    align.set(f"{W}val", "center")
    run = etree.SubElement(paragraph, f"{W}r")
    etree.SubElement(etree.SubElement(run, f"{W}rPr"), f"{W}b")
    etree.SubElement(run, f"{W}t").text = band
    body.insert(0, paragraph)


def _take_away(element: _Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
