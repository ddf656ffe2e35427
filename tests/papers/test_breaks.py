"""Where pages and lines break: no signature and no heading alone, no line over its edge, titles in halves."""

import re
from dataclasses import replace

import pytest

from app import papers
from app.papers import Subject
from app.papers.blocks import line
from app.papers.content import Block, Cell, Document, Paragraph, SideBySide, Table, plain
from app.papers.fonts import text_width_mm
from app.papers.pages import count
from app.papers.readback import pdf_pages
from app.papers.writers import docx_writer, pdf_writer
from tests.papers.reading import pdf_lines_boxes, word
from tests.papers.samples import CASES, DAY, PROFILE_DAYS, Case, paper, review_year, whole_year

MM = 72 / 25.4
NAMESPACE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
cases = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)


def signed(document: Document) -> int:
    """Return how many signature blocks there are."""
    return sum(isinstance(block, SideBySide) and block.keep_with_previous for block in document.blocks)


@cases
def test_word_keeps_a_signature_to_what_stands_before_it(case: Case) -> None:
    document = case.document()
    body = word(docx_writer.write(document)).element.body
    signatures = [
        one for one in body.findall(f"{NAMESPACE}tbl") if one.find(f".//{NAMESPACE}tblBorders") is None
    ][1:]

    assert len(signatures) == signed(document)
    for one in signatures:
        before = one.getprevious()
        assert before.tag == f"{NAMESPACE}p"
        style = before.find(f".//{NAMESPACE}pStyle")
        kept = before.find(f".//{NAMESPACE}keepNext") is not None
        assert kept, style.get(f"{NAMESPACE}val") if style is not None else "the hairline between two tables"


def test_a_table_head_goes_along_with_its_first_row() -> None:
    document = papers.build("member_list", review_year(), Subject(dated_on=DAY))
    rows = re.findall(r"<w:tr>.*?</w:tr>", word(docx_writer.write(document)).element.body.xml, re.DOTALL)
    heads = [row for row in rows if "<w:tblHeader/>" in row]

    assert heads
    assert all("<w:keepNext/>" in row for row in heads)


def submission(*blocks: Block) -> Document:
    """Return a paper of these blocks alone."""
    return replace(papers.build("submission", review_year(), Subject(paper(DAY))), blocks=blocks)


@pytest.mark.parametrize("before", range(10, 17))
@pytest.mark.parametrize("lines", [1, 2, 3, 4])
def test_a_heading_never_ends_a_page(before: int, lines: int) -> None:
    """A paragraph of three lines is not parted, so that its heading goes along with all of it."""
    filler = (*[line("Dòng.", "body")] * 22, *[line("dòng nhỏ", "typist")] * before)
    text = "chữ " * (17 * lines - 3)
    pages = pdf_pages(pdf_writer.write(submission(*filler, line("Mục", "article"), line(text, "body"))))
    (headed,) = [page for page in pages if "Mục" in page]

    assert "chữ" in headed[headed.index("Mục") :]


@pytest.mark.parametrize("style", ["recipient", "body"])
def test_no_line_is_longer_than_its_room(style: str) -> None:
    texts = [
        f"{'chữ ' * first}một từ dài thêm vào dòng cho đầy rồi mới xuống dòng sau nữa" for first in range(20)
    ]
    for text in texts:
        document = submission(line(text * 3, style))
        right = max(box[2] for box in pdf_lines_boxes(pdf_writer.write(document)).values())
        assert right <= (document.page.width_mm - document.page.right_mm) * MM + 0.5
        # A justified line whose spaces were pressed together would hold a word more than Word puts there.
        words = pdf_pages(pdf_writer.write(document))[0].split("\r\n")
        room = document.page.text_width_mm - document.style(style).first_line_mm
        assert text_width_mm(words[0].strip(), document.style(style)) <= room


@pytest.mark.parametrize("before", range(50, 76))
def test_what_is_written_below_a_signature_stays_with_it(before: int) -> None:
    document = papers.build("cell_scores", whole_year(2017), Subject(paper(DAY, kind="cell_scores")))
    filler = (line("dòng nhỏ", "typist"),) * before
    pages = pdf_pages(pdf_writer.write(replace(document, blocks=(*filler, *document.blocks))))
    (below,) = [page for page in pages if "Ý kiến của cấp ủy cấp trên" in page]

    assert "T/M CHI" in below


def test_word_keeps_a_signature_to_the_dots_below_it() -> None:
    document = papers.build("cell_scores", whole_year(2017), Subject(paper(DAY, kind="cell_scores")))
    last = word(docx_writer.write(document)).element.body.findall(f"{NAMESPACE}tbl")[-1]
    paragraphs = last.findall(f".//{NAMESPACE}p")

    assert paragraphs
    assert all(one.find(f".//{NAMESPACE}keepNext") is not None for one in paragraphs)


def subjects(document: Document) -> list[str]:
    """Return the lines of the subject of a paper."""
    return [
        plain(block) for block in document.blocks if isinstance(block, Paragraph) and block.style == "subject"
    ]


def test_a_long_subject_is_broken_between_its_parts() -> None:
    year, day = whole_year(2017), PROFILE_DAYS["hd11"]
    found = subjects(papers.build("result_report", year, Subject(paper(day, kind="result_report"))))

    assert found == ["kết quả kiểm điểm, đánh giá,", "phân loại chất lượng chi bộ, đảng viên năm 2017"]


@cases
def test_halves_of_a_subject_fit_and_lose_nothing(case: Case) -> None:
    document = case.document()
    found = subjects(document)

    assert 1 <= len(found) <= 2
    if len(found) == 2:
        style, room = document.style("subject"), document.page.text_width_mm
        assert text_width_mm(" ".join(found), style) > room
        assert all(text_width_mm(one, style) <= room for one in found)


def test_a_subject_without_a_good_place_is_left_whole() -> None:
    text = "mot hai ba bon nam sau bay tam chin muoi " * 4
    document = papers.build("submission", review_year(), Subject(paper(DAY, subject_line=text.strip())))

    assert subjects(document) == [text.strip()]


BLANKS = {"opinion_sheet": 2, "member_list": 2, "level_summary": 2, "member_ballot": 1}


@pytest.mark.parametrize("profile", PROFILE_DAYS)
@pytest.mark.parametrize("code", BLANKS)
def test_a_blank_form_has_no_page_for_the_signature_alone(code: str, profile: str) -> None:
    day = PROFILE_DAYS[profile]
    blank = papers.build(code, review_year(day.year, 0), Subject())

    assert count(pdf_writer.write(blank)) == BLANKS[code]


def test_a_row_for_a_pen_is_as_high_as_word_makes_it() -> None:
    """Word counts the line into "at least": twenty rows may not be twenty lines longer in the PDF."""
    cell = Cell((line("", "table_text"),))
    rows = ((cell,),) * 20
    after = line("Dưới bảng", "body")

    def top(least_row_mm: float) -> float:
        document = submission(Table((165,), rows, header_rows=0, least_row_mm=least_row_mm), after)
        return pdf_lines_boxes(pdf_writer.write(document))["Dưới bảng"][3]

    assert top(8) - top(10) == pytest.approx(20 * 2 * MM, abs=0.2)
    first = pdf_lines_boxes(pdf_writer.write(submission(after)))["Dưới bảng"][3]
    # The paragraph stands as far below the table as a first one below the top, with its 6 pt before it.
    assert first - top(10) == pytest.approx(20 * 10 * MM + 6, abs=0.2)
