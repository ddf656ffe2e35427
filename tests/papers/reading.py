"""What stands in a written file, read back by other means than those that wrote it."""

import io
import re
import unicodedata
from collections.abc import Iterator

import docx
import pypdfium2
from docx.document import Document as WordDocument
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from app.papers import content
from app.papers.content import Document, plain
from app.papers.readback import pdf_pages
from app.papers.writers import pdf_writer


def word(data: bytes) -> WordDocument:
    """Return the Word file, opened."""
    return docx.Document(io.BytesIO(data))


def word_lines(data: bytes) -> list[str]:
    """Return the paragraphs and cells of the body that have text, in reading order."""
    return [text for text in _texts(word(data)) if text.strip()]


def _texts(parent: WordDocument | _Cell) -> Iterator[str]:
    for item in parent.iter_inner_content():
        if isinstance(item, Paragraph):
            yield item.text.replace("\t", "").replace("\n", "")
        elif isinstance(item, Table):
            for row in item.rows:
                # A cell over several columns is told once a column.
                for cell in {id(cell._tc): cell for cell in row.cells}.values():  # noqa: SLF001  its identity
                    yield from _texts(cell)


def pdf_lines_boxes(pdf: bytes, page: int = 0) -> dict[str, tuple[float, float, float, float]]:
    """Return the box (left, bottom, right, top in points) of the first occurrence of each piece of line."""
    document = pypdfium2.PdfDocument(pdf)
    text = document[page].get_textpage()
    boxes: dict[str, tuple[float, float, float, float]] = {}
    for place in range(text.count_rects()):
        box = text.get_rect(place)
        boxes.setdefault(text.get_text_bounded(*box).strip(), box)
    document.close()
    return boxes


def squeezed(text: str) -> str:
    """Return `text` without white space, for a comparison that line breaks do not disturb."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFC", text))


def pdf_text(document: Document) -> str:
    """Return the text of the PDF without page numbers, bands and the repeated heads of tables."""
    heads = [
        "".join(plain(one) for cell in row for one in cell.paragraphs)
        for block in document.blocks
        if isinstance(block, content.Table)
        for row in block.rows[: block.header_rows]
    ]
    pages = [squeezed(page) for page in pdf_pages(pdf_writer.write(document))]
    text = pages[0]
    for number, page in enumerate(pages[1:], start=2):
        rest = page.removeprefix(str(number))
        # A head stands again where its table goes on; one that begins at the top of a page stands once.
        again = next((head for head in map(squeezed, heads) if rest.startswith(head) and head in text), "")
        text += rest.removeprefix(again)
    return text
