"""The page that stands for a paper whose Word file the program cannot set whole."""

from __future__ import annotations

from app.papers.blocks import line
from app.papers.content import Document
from app.papers.glyphs import drawable
from app.papers.styles import profile
from app.papers.wording import wording

_PROFILE = "hd36"


def slip(title: str, band: str) -> Document:
    """Return the page for the paper called `title`."""
    layout, words = profile(_PROFILE), wording("shared")
    blocks = (
        line(title.upper(), "type_name"),
        line(words.text("word_slip"), "subject"),
        line(words.text("word_slip_why"), "body"),
    )
    return drawable(Document(title, layout.name, layout.page, layout.styles, blocks, band))
