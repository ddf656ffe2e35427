"""Sets a list on pages."""

from __future__ import annotations

import datetime as dt
import json

from app.common.progress import Progress


def run(payload: bytes, progress: Progress) -> bytes:
    """Return the PDF; `payload` is JSON with the ``listing`` as encoded, the ``day`` and the ``band``."""
    from app.domain.listing import decode
    from app.papers import plain_list
    from app.papers.readback import check
    from app.papers.styles import profile_for
    from app.papers.writers import pdf_writer

    asked = json.loads(payload)
    progress.step(0, 2, "lists.writing")
    profile = profile_for(dt.date.fromisoformat(asked["day"]))
    document = plain_list.build(decode(asked["listing"].encode()), profile, asked["band"])
    pdf = pdf_writer.write(document)
    progress.step(1, 2, "lists.writing")
    check(document, {"pdf": pdf})
    return pdf
