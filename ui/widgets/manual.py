"""The help pages as one manual, read by the reader of Markdown that shows them on the screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtGui import QFont, QTextBlock, QTextDocument, QTextListFormat

from app.domain.manual import Chapter, Manual, Part, Span
from ui.texts import help as pages
from ui.texts import manual as words


def manual(pictures: Mapping[str, Sequence[str]] | None = None) -> Manual:
    """Return all help pages in their order; `pictures` are PNG files by the code of their page."""
    shown = pictures or {}
    chapters = tuple(_chapter(code, shown.get(code, ())) for code in pages.TOPICS)
    return Manual(words.TITLE, words.PROGRAM, words.NOTE, words.CONTENTS, words.SEE, chapters)


def _chapter(code: str, pictures: Sequence[str]) -> Chapter:
    document = QTextDocument()
    document.setMarkdown(pages.topic(code))
    parts = []
    block = document.begin().next()  # the first is the title
    while block.isValid():
        parts.append(_part(block))
        block = block.next()
    return Chapter(code, pages.title(code), tuple(parts), tuple(pictures))


def _part(block: QTextBlock) -> Part:
    listed, spans = block.textList(), tuple(_spans(block))
    if block.blockFormat().headingLevel():
        return Part("head", spans)
    if not listed:
        return Part("text", spans)
    if listed.format().style() == QTextListFormat.Style.ListDecimal:
        return Part("step", spans, listed.itemNumber(block) + 1)
    return Part("bullet", spans)


def _spans(block: QTextBlock) -> list[Span]:
    spans, at = [], block.begin()
    while not at.atEnd():
        piece = at.fragment()
        face = piece.charFormat()
        bold = face.fontWeight() > QFont.Weight.Medium
        spans.append(Span(piece.text(), bold=bold, target=face.anchorHref()))
        at += 1
    return spans
