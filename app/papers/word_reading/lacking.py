"""What of a Word file cannot be set on our pages, or not as it was: counted while the file is read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from app.papers.layout_check.package import W
from app.papers.word_reading.model import NotShown

if TYPE_CHECKING:
    from lxml.etree import _Element

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_V = "{urn:schemas-microsoft-com:vml}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
_LINES = frozenset({"line", "straightConnector1"})
_CONNECTOR = "_x0000_t32"
_LOSES = frozenset(
    {"picture", "chart", "object", "equation", "footnote", "foreign", "symbol", "glyph", "old_font", "text"}
)
_PLAIN = {
    f"{W}object": "object",
    f"{_M}oMath": "equation",
    f"{W}footnoteReference": "footnote",
    f"{W}endnoteReference": "footnote",
    f"{W}altChunk": "foreign",
    f"{W}subDoc": "foreign",
    f"{W}framePr": "floating",
    f"{W}tblpPr": "floating",
    f"{W}highlight": "background",
}
_TRACKED = frozenset(
    f"{W}{name}"
    for name in (
        *("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge"),
        *(
            "rPrChange",
            "pPrChange",
            "tblPrChange",
            "trPrChange",
            "tcPrChange",
            "sectPrChange",
            "tblGridChange",
        ),
        *("numberingChange", "tblPrExChange"),
    )
)
_NO_FILL = frozenset({"auto", "ffffff", ""})


class Lacking:
    """Counts by code and what; the order is that of the first time."""

    def __init__(self) -> None:
        self._counts: Counter[tuple[str, str]] = Counter()
        self._hidden: list[str] = []

    def add(self, code: str, what: str = "", times: int = 1) -> None:
        """Count something; nothing for no times."""
        if times:
            self._counts[code, what] += times

    def hide(self, words: str) -> None:
        """Count the hidden words of a paragraph, and keep them."""
        self.add("hidden")
        self._hidden.append(words)

    @property
    def hidden(self) -> str:
        """Return the words that are hidden."""
        return " ".join(self._hidden)

    def all(self) -> tuple[NotShown, ...]:
        """Return what was counted."""
        return tuple(
            NotShown(code, times, what, code in _LOSES) for (code, what), times in self._counts.items()
        )

    def look(self, root: _Element) -> None:
        """Count what stands in a part beside its text: pictures, objects, notes, several columns."""
        for element in shown_elements(root):
            tag = str(element.tag)
            look = _OTHERS.get(tag)
            code = look(element) if look else _PLAIN.get(tag, "")
            if code:
                self.add(code)


def tracked(roots: Iterable[_Element]) -> int:
    """Return how many changes nobody accepted or refused yet."""
    return sum(1 for root in roots for element in root.iter() if element.tag in _TRACKED)


def shown_elements(root: _Element) -> Iterator[_Element]:
    """Yield the elements that Word shows, without the copies kept for older programs."""
    stack = [root]
    while stack:
        element = stack.pop()
        if isinstance(element.tag, str) and element.tag not in {f"{_MC}Fallback", f"{W}del", f"{W}moveFrom"}:
            yield element
            stack.extend(reversed(element))


def _drawing(drawing: _Element) -> str:
    """Return what is drawn: empty for a line and for a box, whose text is read."""
    kinds = {str(data.get("uri", "")).rpartition("/")[2] for data in drawing.iter(f"{_A}graphicData")}
    if any(True for _ in drawing.iter(f"{_A}blip")):
        return "picture"
    if "chart" in kinds or "diagram" in kinds:
        return "chart"
    if any(True for _ in drawing.iter(f"{W}txbxContent")):
        return "text_box"
    forms = [form.get("prst") for form in drawing.iter(f"{_A}prstGeom")]
    return "" if forms and all(form in _LINES for form in forms) else "shape"


def _pict(pict: _Element) -> str:
    if any(True for _ in pict.iter(f"{_V}imagedata")):
        return "picture"
    if any(True for _ in pict.iter(f"{_V}textpath")):
        return "watermark"
    if any(True for _ in pict.iter(f"{W}txbxContent")):
        return "text_box"
    shapes = [one for one in pict.iter() if one.tag in {f"{_V}shape", f"{_V}rect", f"{_V}oval"}]
    lines = all(str(one.get("type", "")).endswith(_CONNECTOR) for one in shapes)
    return "" if lines else "shape"


def _columns(columns: _Element) -> str:
    return "columns" if str(columns.get(f"{W}num", "1")) not in {"0", "1"} else ""


def _direction(direction: _Element) -> str:
    return "" if str(direction.get(f"{W}val", "lrTb")) in {"lrTb", "lr"} else "turned"


def _shading(shading: _Element) -> str:
    return "" if str(shading.get(f"{W}fill", "")).lower() in _NO_FILL else "background"


_OTHERS = {
    f"{W}drawing": _drawing,
    f"{W}pict": _pict,
    f"{W}cols": _columns,
    f"{W}textDirection": _direction,
    f"{W}shd": _shading,
}
