"""The Times-metric font of the PDF: found once, checked, embedded; lengths of text measured in it."""

from __future__ import annotations

import os
import struct
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from app.common.paths import RESOURCES
from app.errors import EnvironmentFailed
from app.papers.content import Run, Style
from app.papers.glyphs import COVERED

WORD_FONT = "Times New Roman"
MM_PER_POINT = 25.4 / 72
_LIBERATION = tuple(f"LiberationSerif-{face}.ttf" for face in ("Regular", "Bold", "Italic", "BoldItalic"))
_TIMES = ("times.ttf", "timesbd.ttf", "timesi.ttf", "timesbi.ttf")
_FACES = ("Paper", "Paper-Bold", "Paper-Italic", "Paper-BoldItalic")


@dataclass(frozen=True, slots=True)
class Typeface:
    """The four faces as the PDF library knows them: regular, bold, italic, bold italic."""

    folder: Path
    ascent: float
    """Height of the letters over the baseline, as a part of the size."""
    descent: float

    def face(self, *, bold: bool, italic: bool) -> str:
        """Return the name of one face."""
        return _FACES[bold + 2 * italic]


def places() -> list[tuple[Path, tuple[str, ...]]]:
    """Return where the font may lie, best first: Windows' own, the program's, the system's."""
    windows = Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts"
    system = Path("/usr/share/fonts/truetype")
    return [
        (windows, _TIMES),
        (RESOURCES / "fonts", _LIBERATION),
        (system / "liberation2", _LIBERATION),
        (system / "liberation", _LIBERATION),
    ]


@lru_cache(maxsize=1)
def typeface() -> Typeface:
    """Return the font of papers, ready to draw; raises `EnvironmentFailed` ``L-301`` when there is none."""
    for folder, files in places():
        fonts = _usable(folder, files)
        if fonts:
            return _registered(folder, fonts)
    raise EnvironmentFailed("L-301")


def text_width_mm(text: str, style: Style) -> float:
    """Return how long `text` is in the face of `style`, in millimetres."""
    face = typeface().face(bold=style.bold, italic=style.italic)
    return float(pdfmetrics.stringWidth(text, face, style.size_pt)) * MM_PER_POINT


def face_of(run: Run, style: Style) -> str:
    """Return the face that `run` has in `style`."""
    return typeface().face(bold=style.bold or run.bold, italic=style.italic or run.italic)


def _usable(folder: Path, files: tuple[str, ...]) -> list[TTFont]:
    """Return the four faces, or nothing when one is missing, damaged, or lacks a Vietnamese letter."""
    try:
        fonts = [_read(name, folder / file) for name, file in zip(_FACES, files, strict=True)]
    except (TTFError, OSError, struct.error, LookupError, ValueError):
        return []
    needed = {code for first, last in COVERED for code in range(first, last + 1)}
    return fonts if all(needed <= font.face.charToGlyph.keys() for font in fonts) else []


def _read(name: str, file: Path) -> TTFont:
    # Opened here: a path that the library cannot open it tries as an address of the network.
    with file.open("rb") as stream:
        # With `validate` the library adds up the font's own checksums.
        return TTFont(name, stream, validate=1)


def _registered(folder: Path, fonts: list[TTFont]) -> Typeface:
    for font in fonts:
        pdfmetrics.registerFont(font)
    pdfmetrics.registerFontFamily(_FACES[0], *_FACES)
    regular = fonts[0].face
    return Typeface(folder, regular.ascent / 1000, regular.descent / 1000)
