"""A Word file on pages of ours, which are read again: what is not on them is told, whatever kept it away."""

from __future__ import annotations

from dataclasses import replace

from app.papers.readback import missing_in_pdf
from app.papers.word_reading import NotShown, WordReading, texts
from app.papers.writers import word_pdf


def on_pages(reading: WordReading, title: str = "", band: str = "") -> tuple[bytes, WordReading]:
    """Return the PDF, and the reading, which says too what its pages lack: a text may hang off the paper.

    Raises `EnvironmentFailed` ``L-301``.
    """
    pdf = word_pdf.write(reading, title, band)
    if missing_in_pdf("".join(para.text for para in texts(reading.sections)), pdf):
        return pdf, replace(reading, not_shown=(*reading.not_shown, NotShown("text", loses=True)))
    return pdf, reading
