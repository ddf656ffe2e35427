"""Pages of a PDF as pictures, for the preview and for printing: what is seen is the real file."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import pypdfium2

from app.papers.marking import Box, boxes_below, boxes_of

_AMBER = (251, 226, 170)
"""What white becomes where a section is marked; black letters stay black."""
_SPACE_PT = 2.0


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the pages: which page, counted from 0, and how far down, as a share of its height."""

    page: int
    share: float


def pictures(pdf: bytes, width_px: int, heading: str = "") -> Iterator[bytes]:
    """Yield one PNG a page, `width_px` wide; what stands below `heading` is marked in amber.

    Not from two threads at once: the library has one state.
    """
    document = pypdfium2.PdfDocument(pdf)
    try:
        yield from _drawn(document, width_px, boxes_below(document, heading) if heading else {})
    finally:
        document.close()


def pictures_with(pdf: bytes, width_px: int, words: str) -> tuple[tuple[bytes, ...], Spot | None]:
    """Return one PNG a page with `words` marked in amber, and where they stand; None where they do not.

    Not from two threads at once: the library has one state.
    """
    document = pypdfium2.PdfDocument(pdf)
    try:
        marked = boxes_of(document, words)
        spot = None
        for number, boxes in marked.items():
            height = document.get_page_size(number)[1]
            spot = Spot(number, 1 - max(top for _, _, _, top in boxes) / height)
        return tuple(_drawn(document, width_px, marked)), spot
    finally:
        document.close()


def _drawn(
    document: pypdfium2.PdfDocument, width_px: int, marked: Mapping[int, Sequence[Box]]
) -> Iterator[bytes]:
    for number, page in enumerate(document):
        scale = width_px / page.get_width()
        bitmap = page.render(scale=scale, rev_byteorder=True)
        pixels = bytearray(bitmap.buffer)
        for box in marked.get(number, ()):
            _mark(pixels, bitmap, box, scale)
        yield _png(bitmap, bytes(pixels))
        page.close()


def count(pdf: bytes) -> int:
    """Return how many pages the PDF has."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()


def _mark(pixels: bytearray, bitmap: pypdfium2.PdfBitmap, box: Box, scale: float) -> None:
    """Lay amber over a box: every channel is darkened as ink on coloured paper would be."""
    left, bottom, right, top = box
    first = max(round(bitmap.height - (top + _SPACE_PT) * scale), 0)
    last = min(round(bitmap.height - (bottom - _SPACE_PT) * scale), bitmap.height)
    begin = max(round((left - _SPACE_PT) * scale), 0) * bitmap.n_channels
    end = min(round((right + _SPACE_PT) * scale), bitmap.width) * bitmap.n_channels
    for row in range(first, last):
        at = row * bitmap.stride
        for channel, table in enumerate(_TABLES):
            part = slice(at + begin + channel, at + end, bitmap.n_channels)
            pixels[part] = pixels[part].translate(table)


_TABLES = tuple(bytes(min(value, full) for value in range(256)) for full in _AMBER)


def _png(bitmap: pypdfium2.PdfBitmap, pixels: bytes) -> bytes:
    stride, used = bitmap.stride, bitmap.width * bitmap.n_channels
    # Every row of a PNG starts with its filter, here none.
    rows = b"".join(b"\0" + pixels[row * stride : row * stride + used] for row in range(bitmap.height))
    colour = {1: 0, 3: 2, 4: 6}[bitmap.n_channels]
    header = struct.pack(">IIBBBBB", bitmap.width, bitmap.height, 8, colour, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 1)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in parts)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
