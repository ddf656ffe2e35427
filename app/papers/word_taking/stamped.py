"""The PDF that Word made, with the words of practice on each of its pages that does not bear them."""

from __future__ import annotations

import io

from app.papers.fonts import typeface
from app.papers.readback import pdf_pages

_BAND_PT = 11


def stamped(pdf: bytes, band: str) -> bytes:
    """Return the PDF with `band` at the foot of its pages; as it is where all bear it, or there is none.

    Raises `EnvironmentFailed` ``L-301``.
    """
    pages = enumerate(pdf_pages(pdf) if band else ())
    bare = [at for at, text in pages if _joined(band) not in _joined(text)]
    if not bare:
        return pdf
    import pypdf  # noqa: PLC0415  heavy, and needed in practice only

    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf))
    for at in bare:
        page = writer.pages[at]
        page.transfer_rotation_to_content()
        box = page.mediabox
        size = (float(box.width), float(box.height))
        foot = pypdf.PdfReader(io.BytesIO(_foot(band, *size))).pages[0]
        page.merge_translated_page(foot, float(box.left), float(box.bottom))
    output = io.BytesIO()
    writer.write(output)
    return output.getvalue()


def _foot(band: str, width: float, height: float) -> bytes:
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415  heavy, and needed in practice only

    face, output = typeface().face(bold=False, italic=False), io.BytesIO()
    canvas = Canvas(output, (width, height), invariant=1, initialFontName=face)  # type: ignore[arg-type]  # stubs say float
    canvas.setFont(face, _BAND_PT)
    canvas.drawCentredString(width / 2, _BAND_PT, band)
    canvas.save()
    return output.getvalue()


def _joined(text: str) -> str:
    return "".join(text.split()).casefold()
