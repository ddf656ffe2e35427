"""One PDF of the whole dossier, in its order, with a bookmark for each paper (rulings.md 7)."""

from __future__ import annotations

import io
from collections.abc import Sequence

from app.common.progress import Progress


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
