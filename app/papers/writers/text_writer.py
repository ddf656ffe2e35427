"""The text of a paper line by line, for search, comparison and the check of what was written."""

from __future__ import annotations

from typing import assert_never

from app.papers.content import Block, Document, Field, Leader, Paragraph, Rule, SideBySide, Table, plain


def lines(document: Document) -> list[str]:
    """Return every paragraph and every cell that has text, in reading order."""
    return [text for block in document.blocks for text in _lines(block) if text.strip()]


def _lines(block: Block) -> list[str]:
    match block:
        case Paragraph():
            return [plain(block)]
        case Leader():
            return [block.label]
        case Field():
            return [block.label, *block.text.split("\n")]
        case Rule():
            return []
        case Table():
            return [plain(one) for row in block.rows for cell in row for one in cell.paragraphs]
        case SideBySide():
            return [plain(one) for one in (*block.left, *block.right) if isinstance(one, Paragraph)]
        case _:
            assert_never(block)
