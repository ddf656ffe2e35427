"""Fills forms of the committee, and draws the pages of what was filled."""

from __future__ import annotations

import io
import json
import zipfile

from app.common.progress import Progress


def run(payload: bytes, progress: Progress) -> bytes:
    """Return the files as a stored zip: ``<name>.docx`` or ``.xlsx``, ``<name>.pdf``, ``<name>.notes``.

    `payload` is what `encode_wanted` returned. Notes are the words of what no page of ours can show. Raises
    L-305 with the title of a paper that cannot be made, L-301 without a font.
    """
    from app.papers.committee.filling import decode_wanted, filled, unstored
    from app.papers.committee.pages import pages_of
    from app.papers.naming import named

    wanted, forms, formats = decode_wanted(payload)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as files:
        for done, one in enumerate(wanted):
            progress.step(done, len(wanted), "papers.writing")
            with named(one.title):
                data = unstored(one.content) if one.content else filled(one, forms[one.form])
                if "file" in formats:
                    files.writestr(f"{one.name}.{one.format}", data)
                if "pdf" in formats:
                    pdf, notes, lacks = pages_of(data, one.format, one.title, one.band)
                    files.writestr(f"{one.name}.pdf", pdf)
                    files.writestr(f"{one.name}.notes", json.dumps([notes, lacks], ensure_ascii=False))
    progress.step(len(wanted), len(wanted), "papers.writing")
    return out.getvalue()
