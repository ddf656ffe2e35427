"""Word files of ours as people bring them back: corrected, damaged, and files that only look like them."""

import io
import re
import zipfile
from collections.abc import Callable

from app.papers.writers import docx_writer
from tests.papers.samples import CASES
from tests.papers.word_reading.test_reading import PICTURE

CASE = next(case for case in CASES if case.name == "result_report-hd36")
DOCUMENT = CASE.document()
OURS = docx_writer.write(DOCUMENT)
MAIN = "word/document.xml"
_ZIP_HEAD = 30
"""Bytes before the name of a part in a zip."""
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACES = {
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "v": "urn:schemas-microsoft-com:vml",
}


def parts_of(data: bytes) -> dict[str, bytes]:
    """Return the parts of a file by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return the parts as one file."""
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", method) as package:
        for name, content in parts.items():
            package.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), content, method)
    return output.getvalue()


def edited(*changes: tuple[str, str], data: bytes = OURS, part: str = MAIN) -> bytes:
    """Return the file with texts of its XML replaced; each must be there."""
    parts = parts_of(data)
    xml = parts[part].decode()
    for old, new in changes:
        assert old in xml, old
        xml = xml.replace(old, new, 1)
    return packed(parts | {part: xml.encode()})


def with_body(extra: str, data: bytes = OURS) -> bytes:
    """Return the file with more at the end of its text."""
    xml = parts_of(data)[MAIN].decode()
    spaces = "".join(f' xmlns:{name}="{uri}"' for name, uri in _SPACES.items() if f"xmlns:{name}=" not in xml)
    before, section, after = xml.rpartition("<w:sectPr")
    xml = f"{before}{extra}{section}{after}".replace("<w:document ", f"<w:document{spaces} ", 1)
    return packed(parts_of(data) | {MAIN: xml.encode()})


def with_object(data: bytes) -> bytes:
    """Return the file with an embedded object in it, which no page of ours shows."""
    return with_body("<w:p><w:r><w:object/></w:r></w:p>", data)


def paragraph(text: str) -> str:
    """Return a paragraph of text."""
    return f'<w:p><w:pPr><w:pStyle w:val="body"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'


def hidden(text: str) -> str:
    """Return a paragraph of text that Word neither shows nor prints."""
    return f"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>{text}</w:t></w:r></w:p>"


def without(name: str) -> bytes:
    """Return the file without a part."""
    parts = parts_of(OURS)
    del parts[name]
    return packed(parts)


def with_part(name: str, content: bytes) -> bytes:
    """Return the file with one part more."""
    return packed({**parts_of(OURS), name: content})


def garbled() -> bytes:
    """Return the file with a text that cannot be unpacked, as a bad stick leaves it; its list is whole."""
    with zipfile.ZipFile(io.BytesIO(OURS)) as package:
        text = package.getinfo(MAIN).header_offset + _ZIP_HEAD + len(MAIN)
    return OURS[:text] + b"\xff" * 20 + OURS[text + 20 :]


def another(name: str) -> bytes:
    """Return the Word file of another paper."""
    return docx_writer.write(next(case for case in CASES if case.name == name).document())


def split_runs() -> bytes:
    """Return the file with every text parted into runs of three letters, as Word leaves it."""
    xml = parts_of(OURS)[MAIN].decode()

    def parted(match: re.Match[str]) -> str:
        opened, words = match[1], match[2]
        pieces = [words[at : at + 3] for at in range(0, len(words), 3)]
        mark = '</w:t></w:r><w:proofErr w:type="spellStart"/>'
        return opened + f'{mark}<w:r w:rsidR="00AB12CD">{_face(opened)}<w:t xml:space="preserve">'.join(
            pieces
        )

    found = re.sub(r"(<w:r>(?:<w:rPr>.*?</w:rPr>)?<w:t[^>]*>)([^<&]*)(?=</w:t>)", parted, xml)
    return packed(parts_of(OURS) | {MAIN: found.encode()})


def _face(opened: str) -> str:
    found = re.search(r"<w:rPr>.*?</w:rPr>", opened)
    return found[0] if found else ""


def without_head() -> bytes:
    """Return the file without the table that holds issuer, number, title and day."""
    xml = parts_of(OURS)[MAIN].decode()
    return packed(parts_of(OURS) | {MAIN: re.sub(r"<w:tbl>.*?</w:tbl>", "", xml, count=1).encode()})


_DASHES = '</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="dashes"'
"""What stands between the subject and the hyphens below it."""
CFB = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600
ENCRYPTED = CFB + "EncryptedPackage".encode("utf-16-le")
BOMB = with_part("word/media/image1.bin", b"\0" * 70_000_000)
INSERTED = (
    '<w:p><w:ins w:author="Lò Văn Sương" w:date="2018-01-01T00:00:00Z"><w:r><w:t>thêm</w:t></w:r></w:ins>'
    "</w:p>"
)
DELETED = '<w:p><w:del w:author="Lò Văn Sương"><w:r><w:delText>bỏ</w:delText></w:r></w:del></w:p>'
_COMMENTED = '<w:p><w:commentRangeStart w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>'
_COMMENTS = (
    b'<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    b'<w:comment w:author="A"/></w:comments>'
)
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"

REFUSED: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "L-358"),
    "blank": (b" \r\n\t", "L-358"),
    "rtf": (b"{\\rtf1\\ansi Chi b\\'e9}", "L-358"),
    "pdf": (b"%PDF-1.7\n%", "L-358"),
    "page": (b"\xef\xbb\xbf<html><body>Chi b\xe1\xbb\x99</body></html>", "L-358"),
    "picture": (b"\x89PNG\r\n\x1a\n", "L-358"),
    "opendocument": (packed({"mimetype": b"application/vnd.oasis.opendocument.text"}), "L-358"),
    "excel": (packed({"xl/workbook.xml": b"<a/>"}), "L-358"),
    "no document": (without(MAIN), "L-358"),
    "strict": (
        edited((_W, "http://purl.oclc.org/ooxml/main")),
        "L-358",
    ),
    "old doc": (CFB, "L-504"),
    "encrypted": (ENCRYPTED, "L-503"),
    "text": (b"Chi bo thon Mau bao cao", "L-505"),
    "macros": (with_part("word/vbaProject.bin", b"\0"), "L-506"),
    "bomb": (BOMB, "L-507"),
    "leaves the file": (with_part("../../etc/passwd", b"x"), "L-507"),
    "truncated": (OURS[: len(OURS) // 2], "L-508"),
    "tail cut": (OURS[:-120], "L-508"),
    "garbled": (garbled(), "L-508"),
    "broken xml": (edited(("</w:body>", "")), "L-508"),
    "no content types": (without("[Content_Types].xml"), "L-508"),
    "no relations": (without("_rels/.rels"), "L-508"),
    "wrong content types": (edited((TYPE, "image/png"), part="[Content_Types].xml"), "L-508"),
    "entities": (
        edited(("<w:document", '<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]><w:document')),
        "L-513",
    ),
    "outside entity": (
        edited(("<w:document", '<!DOCTYPE a SYSTEM "file:///etc/passwd"><w:document')),
        "L-513",
    ),
    "too long": (with_body("<w:p/>" * 30_001), "L-314"),
    "inserted": (with_body(INSERTED), "L-351"),
    "deleted": (with_body(DELETED), "L-351"),
    "format changed": (with_body("<w:p><w:pPr><w:pPrChange/></w:pPr></w:p>"), "L-351"),
    "another type": (another("submission-hd36"), "L-352"),
    "another year": (edited(("năm 2017" + _DASHES, "năm 2016" + _DASHES)), "L-353"),
    "another cell": (edited(("CHI BỘ THÔN MẪU", "CHI BỘ TRƯỜNG SAO MAI")), "L-354"),
    "no text": (
        packed(parts_of(OURS) | {MAIN: re.sub(rb"<w:t[ >].*?</w:t>", b"", parts_of(OURS)[MAIN])}),
        "L-357",
    ),
}  # fmt: skip
"""Files that are not taken, with the code of the sentence that says why."""

TAKEN: dict[str, Callable[[], bytes]] = {
    "as it was": lambda: OURS,
    "split runs": split_runs,
    "stored": lambda: packed(parts_of(OURS), zipfile.ZIP_STORED),
    "no head": without_head,
    "picture": lambda: with_body(f"<w:p>{PICTURE}</w:p>"),
    "text box": lambda: with_body(
        "<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>Dự thảo lần hai</w:t></w:r>"
        "</w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
    ),
    "footnote": lambda: with_body('<w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p>'),
    "comments": lambda: packed(parts_of(with_body(_COMMENTED)) | {"word/comments.xml": _COMMENTS}),
    "merged cells": lambda: edited(("<w:tcPr><w:tcW", '<w:tcPr><w:vMerge w:val="restart"/><w:tcW')),
    "docm without macros": lambda: edited(
        (TYPE, "application/vnd.ms-word.document.macroEnabled.main+xml"), part="[Content_Types].xml"
    ),
    "hidden words": lambda: with_body(hidden("Bỏ câu này khi gửi lên trên.")),
    "embedded file": lambda: packed(parts_of(with_body("")) | {"word/embeddings/bang.xlsx": b"PK"}),
    "another number": lambda: edited(("Số 05-BC/CB", "Số 06-BC/CB")),
}  # fmt: skip
"""Files that are taken, whatever is told about them."""
