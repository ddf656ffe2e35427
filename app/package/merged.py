"""One PDF of the whole dossier, in its order, with a bookmark for each paper (rulings.md 7)."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence

from app.common.progress import Progress

_LENGTH_BYTES = 8


def request(parts: Sequence[tuple[str, bytes]]) -> bytes:
    """Return titles and PDFs as one value, which the job ``merge_pdfs`` takes."""
    head = json.dumps([[title, len(pdf)] for title, pdf in parts], ensure_ascii=False).encode()
    return b"".join([len(head).to_bytes(_LENGTH_BYTES), head, *(pdf for _, pdf in parts)])


def parts_of(payload: bytes) -> list[tuple[str, bytes]]:
    """Return the titles and PDFs that `request` was given."""
    start = _LENGTH_BYTES + int.from_bytes(payload[:_LENGTH_BYTES])
    parts: list[tuple[str, bytes]] = []
    for title, length in json.loads(payload[_LENGTH_BYTES:start]):
        parts.append((title, payload[start : start + length]))
        start += length
    return parts


def merge(parts: Sequence[tuple[str, bytes]], progress: Progress) -> bytes:
    """Return one PDF of `parts`, titles with PDFs, in their order; the same parts give the same bytes."""
    import pypdf  # noqa: PLC0415  heavy, and needed once a package

    writer = pypdf.PdfWriter()
    for done, (title, pdf) in enumerate(parts):
        progress.step(done, len(parts), "package.merging")
        writer.append(io.BytesIO(pdf), outline_item=title, import_outline=False)
    writer.page_mode = "/UseOutlines"
    out = io.BytesIO()
    writer.write(out)
    progress.step(len(parts), len(parts), "package.merging")
    return out.getvalue()
