"""Writes papers: their content values in, the finished files out, each format as asked."""

from __future__ import annotations

import io
import json
import zipfile

from app.common.progress import Progress


def run(payload: bytes, progress: Progress) -> bytes:
    """Return the files as a stored zip.

    `payload` is JSON: a list of ``{"name", "title", "content", "formats"}``; the zip holds
    ``<name>.<format>`` for each, formats being ``docx`` and ``pdf``. Raises L-301 without a font,
    L-016 without a file of ours, L-304 for a file that lost a letter, L-305 with the title of a paper that
    cannot be made.
    """
    from app.papers.codec import decode
    from app.papers.naming import named
    from app.papers.readback import check
    from app.papers.writers import docx_writer, pdf_writer

    writers = {"docx": docx_writer.write, "pdf": pdf_writer.write}
    papers = json.loads(payload)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as files:
        for done, paper in enumerate(papers):
            progress.step(done, len(papers), "papers.writing")
            with named(paper["title"]):
                document = decode(paper["content"])
                made = {format_: writers[format_](document) for format_ in paper["formats"]}
                check(document, made, paper["title"])
            for format_, data in made.items():
                files.writestr(f"{paper['name']}.{format_}", data)
    progress.step(len(papers), len(papers), "papers.writing")
    return out.getvalue()
