"""Word files of every make as blocks and as PDF: nothing of the text is lost, what is not shown is named."""

import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import docx
import pypdfium2
import pytest
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_BREAK, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import parse_xml
from docx.shared import Mm, Pt
from hypothesis import given, settings
from hypothesis import strategies as st

from app.common.progress import NoProgress
from app.errors import AppError, EnvironmentFailed, Refused
from app.papers import pages
from app.papers.readback import missing_in_pdf, pdf_pages
from app.papers.word_reading import read_word, texts
from app.papers.word_reading.model import Para, WordReading, WordTable
from app.papers.word_reading.sentences import told
from app.papers.writers import docx_writer, pdf_writer, text_writer, word_pdf
from app.worker.jobs import word_pdf as job
from tests.papers.layout_check import word_hands as hands
from tests.papers.layout_check.test_layout_check import SAVED_BY_LIBREOFFICE, TYPED, data_of
from tests.papers.layout_check.word_xml import LINE_2010, Made, p, packed, run, table, text
from tests.papers.reading import pdf_lines_boxes, squeezed
from tests.papers.samples import CASES, Case
from tests.ui.english import foreign_words

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
NUMBERING = (
    f"<w:numbering {W}><w:abstractNum w:abstractNumId='1'>"
    "<w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='upperRoman'/><w:lvlText w:val='%1.'/></w:lvl>"
    "<w:lvl w:ilvl='1'><w:start w:val='4'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.%2.'/></w:lvl>"
    "<w:lvl w:ilvl='2'><w:numFmt w:val='lowerLetter'/><w:lvlText w:val='%3)'/></w:lvl>"
    "<w:lvl w:ilvl='3'><w:numFmt w:val='bullet'/><w:lvlText w:val='\uf0b7'/></w:lvl></w:abstractNum>"
    "<w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num>"
    "<w:num w:numId='2'><w:abstractNumId w:val='1'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='7'/>"
    "</w:lvlOverride></w:num></w:numbering>"
)
STOP = (WD_TAB_ALIGNMENT.CENTER, WD_TAB_LEADER.LINES)
PICTURE = (
    '<w:r><w:drawing><wp:inline><a:graphic><a:graphicData uri="x/picture"><a:blip/></a:graphicData>'
    "</a:graphic></wp:inline></w:drawing></w:r>"
)
ODD = {
    "picture": PICTURE,
    "chart": '<w:r><w:drawing><a:graphic><a:graphicData uri="http://x/chart"/></a:graphic></w:drawing></w:r>',
    "object": "<w:r><w:object/></w:r>",
    "equation": '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"/>',
    "footnote": '<w:r><w:footnoteReference w:id="1"/></w:r>',
    "symbol": '<w:r><w:sym w:font="Wingdings" w:char="F04A"/></w:r>',
    "glyph": run("chữ 漢"),
    "old_font": run("Chi bé", more='<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>'),
    "font": run("chữ", more='<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>'),
    "colour": run("đỏ", more='<w:color w:val="FF0000"/>'),
    "background": run("tô", more='<w:highlight w:val="yellow"/>'),
    "hidden": run("ẩn", more="<w:vanish/>"),
    "shape": '<w:r><w:pict><v:rect style="width:9pt"/></w:pict></w:r>',
    "watermark": '<w:r><w:pict><v:shape><v:textpath string="MẬT"/></v:shape></w:pict></w:r>',
    "text_box": "<w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>trong khung</w:t></w:r></w:p>"
    "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>",
    "foreign": "",
}
LOSES = {"picture", "chart", "object", "equation", "footnote", "symbol", "glyph", "old_font", "foreign"}


def shown(reading: WordReading) -> list[str]:
    return [para.text for para in texts(reading.sections) if para.text]


def codes(data: bytes) -> list[str]:
    return [one.code for one in read_word(data).not_shown]


def made(*blocks: str) -> bytes:
    return Made(list(blocks)).data()


def words_of(pdf: bytes) -> str:
    return squeezed("".join(pdf_pages(pdf)))


@pytest.fixture
def opened() -> docx.document.Document:
    """Return a file that Word's own template begins."""
    document = docx.Document()
    document.styles["Normal"].font.name, document.styles["Normal"].font.size = "Times New Roman", Pt(13)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    return document


def saved(document: docx.document.Document) -> bytes:
    output = io.BytesIO()
    document.save(output)
    return output.getvalue()


# Files as they come -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_our_own_word_file_gives_the_pages_of_our_own_pdf(case: Case) -> None:
    document = case.document()

    reading = read_word(docx_writer.write(document))
    pdf = word_pdf.write(reading, document.title)

    assert reading.not_shown == ()
    assert [squeezed(one) for one in shown(reading)] == [squeezed(one) for one in text_writer.lines(document)]
    assert abs(pages.count(pdf) - pages.count(pdf_writer.write(document))) <= (
        case.name == "member_list-hd11"
    )
    assert missing_in_pdf("".join(shown(reading)), pdf) == ""


@pytest.mark.parametrize("make", TYPED, ids=lambda make: make.__name__)
def test_a_file_of_other_hands_is_read_whole(make: Callable[[], Made | bytes]) -> None:
    reading = read_word(data_of(make))
    pdf = word_pdf.write(reading)

    assert reading.is_whole
    assert missing_in_pdf("".join(shown(reading)), pdf) == ""
    assert any("ĐẢNG CỘNG SẢN VIỆT NAM" in one for one in shown(reading))


@pytest.mark.parametrize("file", SAVED_BY_LIBREOFFICE, ids=lambda file: file.stem)
def test_a_file_saved_by_libreoffice_is_read_whole(file: Path) -> None:
    reading = read_word(file.read_bytes())

    assert reading.is_whole
    assert missing_in_pdf("".join(shown(reading)), word_pdf.write(reading)) == ""


def test_the_same_file_gives_the_same_bytes_and_nobody_s_name() -> None:
    data = hands.report().data()
    one, other = (word_pdf.write(read_word(data), "Báo cáo") for _ in range(2))

    assert one == other
    told_of = pypdfium2.PdfDocument(one).get_metadata_dict()
    assert (told_of["Title"], told_of["Author"], told_of["Creator"]) == ("Báo cáo", "", "")


# Setting ----------------------------------------------------------------------------------------------------


def test_numbers_of_lists_are_those_of_word() -> None:
    def item(words: str, level: int, number: int = 1) -> str:
        return p(run(words), more=f"<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{number}'/></w:numPr>")

    levels = [("một", 0), ("hai", 1), ("ba", 1), ("bốn", 2), ("năm", 2), ("sáu", 0), ("bảy", 1), ("tám", 3)]
    file = Made([item(*one) for one in levels] + [item("chín", 0, 2), item("mười", 0, 2)])
    file.parts["word/numbering.xml"] = NUMBERING

    assert shown(read_word(file.data())) == [
        "I. một",
        "I.4. hai",
        "I.5. ba",
        "a) bốn",
        "b) năm",
        "II. sáu",
        "II.4. bảy",
        "• tám",
        "VII. chín",
        "VIII. mười",
    ]


def test_merged_cells_heads_and_edges_come_as_they_are(opened: docx.document.Document) -> None:
    grid = opened.add_table(rows=4, cols=3)
    grid.style = "Table Grid"
    for at, row in enumerate(grid.rows):
        for column, cell in enumerate(row.cells):
            cell.text = f"ô {at}{column}"
    grid.cell(0, 0).merge(grid.cell(1, 0)).text = "gộp dọc"
    grid.cell(2, 1).merge(grid.cell(3, 2)).text = "gộp khối"
    grid.rows[0]._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {W}/>"))  # noqa: SLF001  its element

    reading = read_word(saved(opened))
    (read,) = (one for one in reading.sections[0].blocks if isinstance(one, WordTable))

    assert [[(at, cell.columns, cell.rows) for at, cell in row.cells] for row in read.rows] == [
        [(0, 1, 2), (1, 1, 1), (2, 1, 1)],
        [(1, 1, 1), (2, 1, 1)],
        [(0, 1, 1), (1, 2, 2)],
        [(0, 1, 1)],
    ]
    assert [row.is_head for row in read.rows] == [True, False, False, False]
    assert all(cell.edges.top and cell.edges.left for row in read.rows for _, cell in row.cells)
    assert missing_in_pdf("".join(shown(reading)), word_pdf.write(reading)) == ""


def test_a_long_table_goes_over_pages_under_its_head_with_cells_held_together(
    opened: docx.document.Document,
) -> None:
    grid = opened.add_table(rows=121, cols=2)
    for at, row in enumerate(grid.rows):
        row.cells[0].text, row.cells[1].text = f"dòng {at}", "chữ " * 20
    grid.cell(1, 0).merge(grid.cell(120, 0))
    grid.rows[0]._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {W}/>"))  # noqa: SLF001  its element

    reading = read_word(saved(opened))
    pdf = word_pdf.write(reading)

    assert pages.count(pdf) > 3
    assert all("dòng 0" in one for one in pdf_pages(pdf))
    assert missing_in_pdf("".join(shown(reading)), pdf) == ""


def test_tabs_stand_at_their_stops_and_go_on_where_they_are_long() -> None:
    stops = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="20000"/></w:tabs>'
    tab = "<w:r><w:tab/></w:r>"
    data = made(
        p(run("Họ và tên:"), tab, run("phải"), more=stops),
        p(run("Lý do:"), tab, run("vì đường xa và việc nhà " * 12)),
        p(tab, run("thụt vào")),
        p(tab, tab, tab, *[run("x" * 60), tab] * 3),
    )
    reading = read_word(data)
    boxes = pdf_lines_boxes(word_pdf.write(reading))

    left, right = 30 / 25.4 * 72, (210 - 15) / 25.4 * 72
    assert boxes["phải"][2] == pytest.approx(right, abs=3)
    assert boxes["thụt vào"][0] == pytest.approx(left + 36, abs=3)
    assert missing_in_pdf("".join(shown(reading)), word_pdf.write(reading)) == ""


def test_pages_begin_where_the_file_says_and_change_their_side(opened: docx.document.Document) -> None:
    opened.add_paragraph("trước").add_run().add_break(WD_BREAK.PAGE)
    opened.paragraphs[-1].add_run("sau")
    opened.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    opened.add_paragraph("trang ba")
    opened.add_paragraph("trang bốn").paragraph_format.page_break_before = True
    side = opened.add_section()
    side.orientation, side.page_width, side.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)
    opened.add_paragraph("trang ngang")

    pdf = word_pdf.write(read_word(saved(opened)))

    assert [squeezed(one) for one in pdf_pages(pdf)] == ["trước", "sau", "trangba", "trangbốn", "trangngang"]
    last = pypdfium2.PdfDocument(pdf)[4]
    assert (round(last.get_width()), round(last.get_height())) == (842, 595)


def test_heads_and_feet_bear_numbers_and_the_band(opened: docx.document.Document) -> None:
    section = opened.sections[0]
    section.different_first_page_header_footer = True
    section.header.paragraphs[0].text = "đầu trang"
    section.first_page_footer.paragraphs[0].text = "chân trang đầu"
    foot = section.footer.paragraphs[0]._p  # noqa: SLF001  its element
    for code, between in (("PAGE", "/"), ("NUMPAGES", "")):
        foot.append(parse_xml(f'<w:fldSimple {W} w:instr=" {code} "><w:r><w:t>9</w:t></w:r></w:fldSimple>'))
        foot.append(parse_xml(f"<w:r {W}><w:t>{between}</w:t></w:r>"))
    for _ in range(3):
        opened.add_paragraph("chữ").add_run().add_break(WD_BREAK.PAGE)

    found = [squeezed(one) for one in pdf_pages(word_pdf.write(read_word(saved(opened)), "", "LUYỆN TẬP"))]

    assert "chântrangđầu" in found[0]
    assert "đầutrang" not in found[0]
    assert all("đầutrang" in one and f"{at}/4" in one for at, one in enumerate(found[1:], start=2))
    assert all("LUYỆNTẬP" in one for one in found)


def test_a_number_of_a_page_that_word_parted_over_runs_is_one_number_and_nothing_is_lost() -> None:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = "<w:r><w:instrText> PA</w:instrText></w:r><w:r><w:instrText>GE </w:instrText></w:r>"
    whole = p(
        run("Trang "), mark("begin"), code, mark("separate"), run("1"), run("2"), mark("end"), run(" hết")
    )
    simple = p(f'<w:fldSimple w:instr="PAGE">{run("4")}{run("5")}</w:fldSimple>')

    reading = read_word(made(whole, simple))

    assert [one.code for one in reading.not_shown] == []
    assert shown(reading) == ["Trang 12 hết", "45"]
    assert words_of(word_pdf.write(reading)) == "Trang12hết45"


def test_a_section_that_ends_within_a_content_control_keeps_its_page() -> None:
    def setup(width: int, height: int, more: str = "") -> str:
        return f'<w:sectPr><w:pgSz w:w="{width}" w:h="{height}"/>{more}</w:sectPr>'

    # The page before a change that nobody accepted is no page of the file.
    changed = f'<w:sectPrChange w:id="1" w:author="a">{setup(9000, 9000)}</w:sectPrChange>'
    lying = p(run("bảng ngang"), more=setup(16838, 11906, changed))
    control = f"<w:sdt><w:sdtContent>{text('trong ô')}{lying}</w:sdtContent></w:sdt>"

    pdf = word_pdf.write(read_word(made(control, text("trang đứng"))))

    sizes = [(round(page.get_width()), round(page.get_height())) for page in pypdfium2.PdfDocument(pdf)]
    assert [squeezed(one) for one in pdf_pages(pdf)] == ["trongôbảngngang", "trangđứng"]
    assert sizes == [(842, 595), (595, 842)]


def test_faces_sizes_and_raised_letters_come_through(opened: docx.document.Document) -> None:
    para = opened.add_paragraph()
    faces = {
        "đậm": ("bold", True),
        "to": ("size", Pt(20)),
        "gạch": ("strike", True),
        "2": ("superscript", True),
    }
    for words, (face, value) in faces.items():
        setattr(para.add_run(words).font, face, value)
    opened.add_paragraph("a\tb").paragraph_format.tab_stops.add_tab_stop(Mm(60), *STOP)

    first, second = texts(read_word(saved(opened)).sections)
    spans = first.spans
    assert [(round(stop.at_mm), stop.align, stop.leader) for stop in second.tabs] == [(60, "center", "line")]
    assert [(one.text, one.bold, one.size_pt, one.struck, one.raised) for one in spans] == [
        ("đậm", True, 13, False, ""),
        ("to", False, 20, False, ""),
        ("gạch", False, 13, True, ""),
        ("2", False, 13, False, "super"),
    ]


def test_a_word_that_word_parted_is_one_again() -> None:
    (para,) = (one for one in texts(read_word(made(p(*(run(one) for one in "Đồng chí")))).sections))

    assert [span.text for span in para.spans] == ["Đồng chí"]


def test_lines_that_are_drawn_stand_under_their_text() -> None:
    reading = read_word(made(p(run("ĐẢNG CỘNG SẢN VIỆT NAM"), LINE_2010, align="center")))

    (para,) = texts(reading.sections)
    assert para.rule_mm == pytest.approx(70)
    assert reading.not_shown == ()


# What is not shown ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", [code for code in ODD if code != "foreign"])
def test_what_our_pages_cannot_show_is_named(code: str) -> None:
    reading = read_word(made(p(run("chữ"), ODD[code]), text("Sau.")))

    assert [one.code for one in reading.not_shown] == [code]
    assert reading.is_whole is (code not in LOSES)
    (sentence,) = told(reading.not_shown)
    assert set(foreign_words(sentence)) <= {"Word", "Times", "New", "Roman", "Arial", "Unicode", "VnTime"}
    assert word_pdf.write(reading).startswith(b"%PDF")


@pytest.mark.parametrize(
    ("xml", "code"),
    [
        ('<w:altChunk r:id="rId9"/>', "foreign"),
        (
            table((4000,), ("<w:p/>",)).replace("<w:tcPr>", '<w:tcPr><w:textDirection w:val="btLr"/>'),
            "turned",
        ),
        (table((4000,), ("<w:p/>",)).replace("<w:tblPr>", "<w:tblPr><w:tblpPr/>"), "floating"),
        ("<w:future><w:p><w:r><w:t>mai sau</w:t></w:r></w:p></w:future>", "text"),
    ],
)
def test_parts_of_other_kinds_are_named(xml: str, code: str) -> None:
    assert codes(made(text("Trước."), xml, text("Sau."))) == [code]


def test_several_columns_are_named_and_the_text_is_there() -> None:
    file = Made([text("Hai cột.")])
    file.page = file.page.replace("<w:titlePg/>", '<w:cols w:num="2"/>')
    reading = read_word(file.data())

    assert [one.code for one in reading.not_shown] == ["columns"]
    assert "Haicột." in words_of(word_pdf.write(reading))


def test_changes_nobody_accepted_and_comments_are_counted() -> None:
    file = Made(
        [
            p(
                run("Giữ "),
                f'<w:ins w:author="Lò Văn Sương">{run("thêm")}</w:ins>',
                '<w:del w:author="Lò Văn Sương"><w:r><w:delText>bỏ</w:delText></w:r></w:del>',
            )
        ]
    )
    file.parts["word/comments.xml"] = f"<w:comments {W}><w:comment/><w:comment/></w:comments>"
    reading = read_word(file.data())

    assert shown(reading) == ["Giữ thêm"]
    assert (reading.found.tracked, reading.found.comments) == (2, 2)


# Hostile files ----------------------------------------------------------------------------------------------


def test_more_paragraphs_than_any_paper_has_are_refused() -> None:
    with pytest.raises(Refused) as caught:
        read_word(made("<w:p/>" * 30_001))

    assert caught.value.code == "L-314"


def test_tables_in_tables_without_end_are_refused() -> None:
    inner = "<w:p/>"
    for _ in range(12):
        inner = table((4000,), (inner + "<w:p/>",))

    with pytest.raises(Refused) as caught:
        read_word(made(inner))

    assert caught.value.code == "L-314"


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(["nan", "inf", "-1", "1e999", "99999999", "", "x", "0"]), st.integers(0, 11))
def test_measures_of_madmen_end_in_pages_or_in_a_sentence(value: str, at: int) -> None:
    attributes = (
        'w:w="11907"', 'w:h="16840"', 'w:top="1134"', 'w:right="851"', 'w:left="1701"', 'w:header="567"',
        'w:line="360"', 'w:before="120"', 'w:firstLine="567"', 'w:sz w:val="28"', 'w:w="3500"', 'w:w="5855"',
    )  # fmt: skip
    file = hands.report()
    old = attributes[at]
    new = re.sub(r'"[^"]*"$', f'"{value}"', old)
    file.body = [part.replace(old, new) for part in file.body]
    file.page, file.defaults = file.page.replace(old, new), file.defaults.replace(old, new)

    try:
        answer = job.run(b'{"title": "", "band": ""}\n' + file.data(), NoProgress())
    except AppError as error:
        answer = error.code.encode()

    assert answer == b"L-508" or answer.partition(b"\n")[2].startswith(b"%PDF")


def test_a_table_without_a_cell_is_passed_over() -> None:
    assert shown(read_word(made("<w:tbl><w:tr/></w:tbl>", p(run("Sau bảng"))))) == ["Sau bảng"]


def test_words_in_a_column_narrower_than_the_room_at_its_sides_are_printed() -> None:
    """Dragged together by hand: Word prints a letter a line there, and so do we."""
    narrow = "".join(f'<w:gridCol w:w="{width}"/>' for width in (120, 9_000))
    cells = "".join(f"<w:tc><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>" for words in ("Số", "Nội dung"))
    file = made(f"<w:tbl><w:tblGrid>{narrow}</w:tblGrid><w:tr>{cells}</w:tr></w:tbl>")

    assert words_of(word_pdf.write(read_word(file))) == "SốNộidung"


def test_the_job_gives_the_pdf_and_says_what_it_lacks() -> None:
    asked = json.dumps({"title": "Báo cáo", "band": "LUYỆN TẬP"}).encode()

    line, _, pdf = job.run(asked + b"\n" + made(text("Chữ."), p(PICTURE)), NoProgress()).partition(b"\n")

    answer = json.loads(line)
    assert answer["is_whole"] is False
    assert answer["told"] == ["1 hình ảnh không có trên trang in của chương trình."]
    assert "LUYỆNTẬP" in words_of(pdf)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "L-505"),
        (b"%PDF-1.4", "L-505"),
        (packed({"word/other.xml": "<a/>"}), "L-505"),
        (packed({"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "L-513"),
        (packed({"word/document.xml": "<w:document"}), "L-508"),
        (hands.report().data()[:-200], "L-508"),
    ],
)
def test_the_job_refuses_what_is_no_whole_word_file(data: bytes, code: str) -> None:
    with pytest.raises((Refused, EnvironmentFailed)) as caught:
        job.run(b'{"title": "", "band": ""}\n' + data, NoProgress())

    assert caught.value.code == code


def test_paragraph_without_text_has_no_words() -> None:
    assert Para(()).text == ""
