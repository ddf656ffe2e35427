"""Paragraphs of a Word file: spans in their faces, indents, stops, labels of lists, lines drawn below."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal, get_args

from app.common.old_fonts import is_old_font
from app.common.text import clean_text
from app.papers.fonts import WORD_FONT
from app.papers.glyphs import drawn as drawable
from app.papers.layout_check import drawn
from app.papers.layout_check.package import W
from app.papers.layout_check.properties import Styles, Values, paragraph
from app.papers.layout_check.reader import gap, mm, pitch, runs
from app.papers.word_reading.lacking import Lacking
from app.papers.word_reading.model import Align, Para, Span, Tab
from app.papers.word_reading.numbering import Label, Numbering

if TYPE_CHECKING:
    from lxml.etree import _Element

_BREAKS = {f"{W}noBreakHyphen": "-", f"{W}ptab": "\t", f"{W}tab": "\t", f"{W}cr": "\n"}
PAGE_BREAK = "\f"
"""A span of its own where a page begins."""
_SYMBOLS = {
    "f0b7": "•",
    "f0a7": "▪",
    "f0a8": "□",
    "f06f": "□",
    "f071": "□",
    "f02d": "-",
    "f06e": "■",
    "f0e0": "→",
    "f0df": "←",
}
_PAGE_FIELDS = {"PAGE": "page", "NUMPAGES": "pages", "SECTIONPAGES": "pages"}
_RAISED: dict[str, Literal["super", "sub"]] = {"superscript": "super", "subscript": "sub"}
_LEADERS: dict[str, Literal["dot", "line"]] = {
    "dot": "dot",
    "middleDot": "dot",
    "underscore": "line",
    "hyphen": "line",
    "heavy": "line",
}
_STOPS: dict[str, Literal["center", "right"]] = {"center": "center", "right": "right", "end": "right"}
_LONGEST_MM, _LARGEST_PT = 400.0, 200.0
_BREAK_LETTERS = frozenset({"\n", "\t", PAGE_BREAK})


class TextReader:
    """Reads the paragraphs of one file."""

    def __init__(self, styles: Styles, numbering: Numbering, lacking: Lacking) -> None:
        self._styles, self._numbering, self._lacking = styles, numbering, lacking
        self._lost: set[str] = set()
        self._fonts: set[str] = set()

    def tell(self) -> None:
        """Count the characters and fonts that our pages do not have."""
        if self._lost:
            self._lacking.add("glyph", "".join(sorted(self._lost)))
        for font in sorted(self._fonts):
            self._lacking.add("old_font" if is_old_font(font) else "font", font)

    def read(self, element: _Element, table_style: str, width_mm: float) -> Para:
        """Return a paragraph of a cell or page of `width_mm`."""
        own = element.find(f"{W}pPr")
        values, faces = self._styles.of_paragraph(_named(own), table_style)
        direct = paragraph(own)
        label = self._numbering.label(values | direct)
        levels = label.values if label else {}
        values = (values | levels if "num.id" in direct else levels | values) | direct
        spans = _joined(self._spans(element, faces))
        mark = self._styles.of_run(faces, own.find(f"{W}rPr") if own is not None else None)
        size = max((one.size_pt for one in spans if one.text.strip()), default=_size(mark))
        return self._para(values, spans, size, self._label(label, mark), element, width_mm)

    def _para(
        self,
        values: Values,
        spans: list[Span],
        size: float,
        label: tuple[Span, ...],
        element: _Element,
        width_mm: float,
    ) -> Para:
        hanging = length(values.get("ind.hanging"))
        align = str(values.get("align", "left"))
        return Para(
            tuple(spans),
            size,
            _within(pitch(values, size), 1, 2 * _LARGEST_PT),
            _align(align),
            _within(gap(values, "before"), 0, _LARGEST_PT),
            _within(gap(values, "after"), 0, _LARGEST_PT),
            length(values.get("ind.left", values.get("ind.start"))),
            length(values.get("ind.right", values.get("ind.end"))),
            -hanging if hanging else length(values.get("ind.firstLine")),
            label,
            _tabs(values),
            bool(values.get("keep_next")),
            bool(values.get("break_before")),
            _outline(values),
            drawn.rule_mm(element, values, width_mm),
        )

    def _label(self, label: Label | None, mark: Values) -> tuple[Span, ...]:
        if label is None or not label.text:
            return ()
        values = self._styles.of_run(mark, label.properties)
        return (_span(drawable(label.text, self._lost), values),)

    def _spans(self, element: _Element, faces: Values) -> list[Span]:
        found: list[Span] = []
        field, hidden = _Field(), ""
        for run in runs(element):
            values = self._styles.of_run(faces, run.find(f"{W}rPr"))
            simple = field.simple(run)
            for text in _words(run, field, self._lacking):
                if values.get("hidden"):
                    hidden += text
                    continue
                kind = simple or field.kind
                if kind and field.told(run, simple):
                    # Word parts a number over runs, too: all of them are the one number.
                    found[-1] = replace(found[-1], text=found[-1].text + clean_text(text))
                    continue
                found.append(self._one(text, values, kind))
        if hidden:
            self._lacking.hide(hidden)
        return found

    def _one(self, text: str, values: Values, kind: Any) -> Span:  # noqa: ANN401  a literal of the model
        if text in _BREAK_LETTERS:
            return _span(text, values)
        text = clean_text(text.upper() if values.get("caps") else text).replace("\n", " ")
        if text.strip():
            self._fonts |= _odd_font(text, values)
            if str(values.get("colour", "auto")).lower() not in {"auto", "000000"}:
                self._lacking.add("colour")
        return _span(drawable(text, self._lost), values, kind)


def _joined(spans: Iterable[Span]) -> list[Span]:
    """Return the spans with those of one face joined: Word parts a word after every correction."""
    found: list[Span] = []
    for span in spans:
        if (
            found
            and replace(found[-1], text=span.text) == span
            and not span.field
            and _is_text(found[-1], span)
        ):
            found[-1] = replace(span, text=found[-1].text + span.text)
        else:
            found.append(span)
    return found


def _is_text(*spans: Span) -> bool:
    return not any(span.text in _BREAK_LETTERS for span in spans)


class _Field:
    """Follows the marks of a field through the runs: what computes it is no text, its result is."""

    def __init__(self) -> None:
        self._code, self.kind = "", ""
        self._seen: object = None

    def take(self, element: _Element) -> None:
        """Take what computes the field, and its marks: "begin", "separate", "end"."""
        if element.tag == f"{W}instrText":
            self._code += element.text or ""
        elif element.tag == f"{W}fldChar":
            self._mark(str(element.get(f"{W}fldCharType", "")))

    def _mark(self, kind: str) -> None:
        if kind == "begin":
            self._code, self.kind = "", ""
        elif kind == "separate":
            self.kind = _PAGE_FIELDS.get((self._code.split() or [""])[0].upper(), "")
            self._seen = None
        elif kind == "end":
            self.kind = ""

    def simple(self, run: _Element) -> str:
        """Return the kind of a field that stands around the run as one element."""
        around = run.getparent()
        if around is None or around.tag != f"{W}fldSimple":
            return ""
        words = str(around.get(f"{W}instr", "")).split() or [""]
        return _PAGE_FIELDS.get(words[0].upper(), "")

    def told(self, run: _Element, simple: str) -> bool:
        """Return whether the number of this field was given out already, in an earlier run of it."""
        mark = run.getparent() if simple else self
        seen, self._seen = self._seen, mark
        return seen is mark


def _words(run: _Element, field: _Field, lacking: Lacking) -> Iterator[str]:
    for child in run:
        tag = str(child.tag)
        if tag == f"{W}t":
            yield child.text or ""
        elif tag in _BREAKS:
            yield _BREAKS[tag]
        elif tag == f"{W}br":
            yield PAGE_BREAK if child.get(f"{W}type") == "page" else "\n"
        elif tag == f"{W}sym":
            yield _symbol(child, lacking)
        else:
            field.take(child)


def _symbol(element: _Element, lacking: Lacking) -> str:
    code = str(element.get(f"{W}char", "")).lower()
    if code not in _SYMBOLS:
        lacking.add("symbol")
    return _SYMBOLS.get(code, "□")


def length(twips: Any) -> float:  # noqa: ANN401  an attribute of the file, or nothing
    """Return a length of the file in millimetres, within what a page has; 0 where it is none."""
    value = mm(str(twips)) if twips is not None else 0.0
    return _within(value, -_LONGEST_MM, _LONGEST_MM) if math.isfinite(value) else 0.0


def _within(value: float, least: float, most: float) -> float:
    return min(max(value, least), most) if math.isfinite(value) else least


def _named(own: _Element | None) -> str:
    style = own.find(f"{W}pStyle") if own is not None else None
    return str(style.get(f"{W}val", "")) if style is not None else ""


def _align(text: str) -> Align:
    return next(
        (one for one in get_args(Align) if one == text), "justify" if text == "distribute" else "left"
    )


def _size(values: Values) -> float:
    return _within(float(values.get("size", 10)), 1, _LARGEST_PT)


def _span(text: str, values: Values, kind: Any = "") -> Span:  # noqa: ANN401  a literal of the model
    return Span(
        text,
        _size(values),
        bool(values.get("bold")),
        bool(values.get("italic")),
        bool(values.get("underline")),
        bool(values.get("struck")),
        _RAISED.get(str(values.get("raised", "")), ""),
        kind,
    )


def _odd_font(text: str, values: Values) -> set[str]:
    script = "ascii" if text.isascii() else "hAnsi"
    font = str(values.get(script) or WORD_FONT)
    return set() if font == WORD_FONT else {font}


def _outline(values: Values) -> int:
    level = str(values.get("outline", ""))
    return int(level) + 1 if level.isdigit() and int(level) < 9 else 0  # noqa: PLR2004  9 means text


def _tabs(values: Values) -> tuple[Tab, ...]:
    stops = []
    for key, told in values.items():
        if not key.startswith("tab.") or told[0] in {"clear", "bar", "num"}:
            continue
        at = length(key.removeprefix("tab."))
        stops.append(Tab(at, _STOPS.get(told[0], "left"), _LEADERS.get(told[1], "")))
    return tuple(sorted(stops, key=lambda one: one.at_mm))
