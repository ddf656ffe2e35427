"""Pages of a PDF as pictures, for the preview and for printing: what is seen is the real file."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

import pypdfium2


def pictures(pdf: bytes, width_px: int) -> Iterator[bytes]:
    """Yield one PNG a page, `width_px` wide. Not from two threads at once: the library has one state."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            bitmap = page.render(scale=width_px / page.get_width(), rev_byteorder=True)
            yield _png(bitmap)
            page.close()
    finally:
        document.close()


def count(pdf: bytes) -> int:
    """Return how many pages the PDF has."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()


def _png(bitmap: pypdfium2.PdfBitmap) -> bytes:
    pixels, stride, used = bytes(bitmap.buffer), bitmap.stride, bitmap.width * bitmap.n_channels
    # Every row of a PNG starts with its filter, here none.
    rows = b"".join(b"\0" + pixels[row * stride : row * stride + used] for row in range(bitmap.height))
    colour = {1: 0, 3: 2, 4: 6}[bitmap.n_channels]
    header = struct.pack(">IIBBBBB", bitmap.width, bitmap.height, 8, colour, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 1)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in parts)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
