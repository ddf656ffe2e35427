"""What a run and a paragraph look like in the end: defaults, styles one above the other, and their own.

Each source is read into a flat dictionary; the later ones win (ECMA-376, part 1, 17.7.2).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from app.papers.layout_check.package import Package, W

if TYPE_CHECKING:
    from lxml.etree import _Element

Values = dict[str, Any]
_OFF = frozenset({"0", "false", "off", "none"})
_TOGGLES = {"b": "bold", "i": "italic", "caps": "caps", "strike": "struck", "vanish": "hidden"}
_FLAGS = {"contextualSpacing": "contextual", "keepNext": "keep_next", "pageBreakBefore": "break_before"}
_MOST_STYLES = 30
"""Styles that name each other in a circle end here."""


class Styles:
    """The styles of one file: what the layout check and the conversion of old fonts ask."""

    def __init__(self, package: Package) -> None:
        root = package.part("word/styles.xml")
        self._theme = package.theme_fonts()
        self._styles = {str(one.get(f"{W}styleId", "")): one for one in root.iter(f"{W}style")}
        defaults = root.find(f"{W}docDefaults")
        self.run_defaults: Values = {"size": 10.0}
        self.paragraph_defaults: Values = {}
        if defaults is not None:
            self.run_defaults |= self.run(defaults.find(f"{W}rPrDefault/{W}rPr"))
            self.paragraph_defaults |= paragraph(defaults.find(f"{W}pPrDefault/{W}pPr"))
        self._known: dict[tuple[str, str], tuple[Values, Values]] = {}
        self._default = {
            str(one.get(f"{W}type")): key
            for key, one in self._styles.items()
            if one.get(f"{W}default") in {"1", "true", "on"}
        }

    def chain(self, style: str, kind: str) -> list[_Element]:
        """Return the style called `style`, or the default of its kind, after those it is based on."""
        name = style if style in self._styles else self._default.get(kind, "")
        found: list[_Element] = []
        while name in self._styles and len(found) < _MOST_STYLES:
            found.insert(0, self._styles[name])
            based = self._styles[name].find(f"{W}basedOn")
            name = based.get(f"{W}val", "") if based is not None else ""
        return found

    def of_paragraph(self, style: str, table_style: str = "") -> tuple[Values, Values]:
        """Return what a paragraph and its runs look like by styles alone; copies, for the caller to go on."""
        if (style, table_style) not in self._known:
            self._known[style, table_style] = self._by_styles(style, table_style)
        own, runs = self._known[style, table_style]
        return dict(own), dict(runs)

    def _by_styles(self, style: str, table_style: str) -> tuple[Values, Values]:
        own, runs = dict(self.paragraph_defaults), dict(self.run_defaults)
        chain = self.chain(table_style, "table") if table_style else []
        for one in (*chain, *self.chain(style, "paragraph")):
            own |= paragraph(one.find(f"{W}pPr"))
            runs |= self.run(one.find(f"{W}rPr"))
        return own, runs

    def of_run(self, below: Mapping[str, Any], properties: _Element | None) -> Values:
        """Return what a run looks like: the paragraph's, those of its own style, and its own."""
        values = dict(below)
        style = _value(properties, "rStyle")
        for one in self.chain(style, "character") if style else ():
            named = self.run(one.find(f"{W}rPr"))
            for face in _TOGGLES.values():
                if named.get(face) and values.get(face):
                    named[face] = False  # a style that is bold makes bold text upright
            values |= named
        return values | self.run(properties)

    def run(self, properties: _Element | None) -> Values:
        """Return what one ``rPr`` says, and nothing of what it leaves out."""
        if properties is None:
            return {}
        found: Values = {}
        for tag, name in _TOGGLES.items():
            flag = properties.find(f"{W}{tag}")
            if flag is not None:
                found[name] = flag.get(f"{W}val", "1") not in _OFF
        line = properties.find(f"{W}u")
        if line is not None:
            found["underline"] = line.get(f"{W}val", "single") not in _OFF
        size = _value(properties, "sz")
        if _is_number(size):
            found["size"] = float(size) / 2
        colour = properties.find(f"{W}color")
        if colour is not None:
            found["colour"] = colour.get(f"{W}val", "auto")
        raised = _value(properties, "vertAlign")
        if raised:
            found["raised"] = raised
        return found | self._fonts(properties.find(f"{W}rFonts"))

    def _fonts(self, fonts: _Element | None) -> Values:
        found: Values = {}
        if fonts is None:
            return found
        for script in ("ascii", "hAnsi"):
            theme = str(fonts.get(f"{W}{script}Theme", ""))
            named = self._theme.get(theme[:5]) or fonts.get(f"{W}{script}")
            if named:
                found[script] = named
        return found


def paragraph(properties: _Element | None) -> Values:
    """Return what one ``pPr`` says, and nothing of what it leaves out."""
    if properties is None:
        return {}
    found: Values = {}
    align = _value(properties, "jc")
    if align:
        found["align"] = {"both": "justify", "start": "left", "end": "right"}.get(align, align)
    frame = properties.find(f"{W}framePr")
    if frame is not None and frame.get(f"{W}xAlign"):
        found["align"] = frame.get(f"{W}xAlign")  # how Word sets a number of the page that it inserts
    for tag, name in _FLAGS.items():
        flag = properties.find(f"{W}{tag}")
        if flag is not None:
            found[name] = flag.get(f"{W}val", "1") not in _OFF
    level = _value(properties, "outlineLvl")
    if level:
        found["outline"] = level
    return found | _numbering(properties.find(f"{W}numPr")) | _measures(properties) | _tabs(properties)


def _numbering(numbering: _Element | None) -> Values:
    if numbering is None:
        return {}
    number, level = _value(numbering, "numId"), _value(numbering, "ilvl")
    found: Values = {"num.level": level} if level else {}
    return found | ({"listed": number != "0", "num.id": number} if number else {})


def _tabs(properties: _Element) -> Values:
    """Return the stops by their places, each with its kind and leader, so that a later source clears one."""
    stops = properties.iterfind(f"{W}tabs/{W}tab")
    return {
        f"tab.{one.get(f'{W}pos', '0')}": (one.get(f"{W}val", "left"), one.get(f"{W}leader", "none"))
        for one in stops
    }


def _measures(properties: _Element) -> Values:
    groups = {name: properties.find(f"{W}{name}") for name in ("spacing", "ind")}
    return {
        f"{name}.{str(key).removeprefix(W)}": value
        for name, group in groups.items()
        if group is not None
        for key, value in group.attrib.items()
    }


def _value(parent: _Element | None, name: str) -> str:
    found = parent.find(f"{W}{name}") if parent is not None else None
    return str(found.get(f"{W}val", "")) if found is not None else ""


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).isdigit()
