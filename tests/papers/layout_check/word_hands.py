"""Papers as typists make them in Word: right in every component, and each made in another way."""

import io

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import parse_xml
from docx.shared import Mm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from tests.papers.layout_check.word_xml import (
    BODY,
    CONNECTOR_2007,
    LINE_2007,
    LINE_2010,
    Made,
    centred,
    p,
    run,
    split,
    table,
    text,
    theme,
)

LONG = (
    "Trong năm, chi bộ đã tổ chức sinh hoạt đều đặn, nội dung thiết thực, gắn với công việc của thôn;"
    " đảng viên dự họp đông đủ, phát biểu thẳng thắn, tham gia xây dựng nghị quyết của chi bộ."
)
OTHER = (
    "Công tác kiểm tra, giám sát được thực hiện theo chương trình đã đề ra; qua kiểm tra chưa phát hiện"
    " đảng viên vi phạm kỷ luật, chi ủy đã nhắc nhở kịp thời những thiếu sót nhỏ trong sinh hoạt."
)
UPPER, ISSUER = "ĐẢNG BỘ XÃ TRĂNG KHUYẾT", "CHI BỘ THÔN MÂY TRẮNG"
PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM"
PLACE = "Trăng Khuyết"
GAP = "<w:p/>" * 4


def left_head(number: str = "Số 07-BC/CB", below: str = "") -> str:
    """Return the left half of a head."""
    return (
        centred(UPPER) + centred(ISSUER, "b") + centred("*")
        + (centred(number) if number else "") + below
    )  # fmt: skip


def right_head(date: str, rule: str = LINE_2007) -> str:
    """Return the right half of a head, with a line of some make below the title."""
    return centred(PARTY, "b", 15) + p(rule) + centred(date, "i")


def head(date: str, columns: tuple[int, int] = (3500, 5855), **left: str) -> str:
    """Return the head as a table of two columns."""
    return table(columns, (left_head(**left), right_head(date)))


def title(name: str, about: str) -> str:
    """Return name of type, subject and the five hyphens."""
    return centred(name, "b", 16, '<w:spacing w:before="240"/>') + centred(about, "b") + centred("-----")


def recipients(*names: str, end: str = ",") -> str:
    """Return the list of recipients."""
    lines = [f"- {name}{end}" for name in names] + ["- Lưu Chi bộ."]
    return p(run("Nơi nhận:", "u")) + "".join(p(run(line, "", 12)) for line in lines)


def signs(authority: str, position: str, name: str) -> str:
    """Return one who signs."""
    return centred(authority, "b") + (centred(position) if position else "") + GAP + centred(name, "b")


def foot(*names: str, end: str = ",") -> str:
    """Return recipients and signature side by side."""
    left, right = recipients(*names, end=end), signs("T/M CHI BỘ", "BÍ THƯ", "Lò Văn Sương")
    return table((4400, 4955), (left, right))


def report() -> Made:
    """A báo cáo of 2024 in the usual table head, drawn line of Word 2003."""
    return Made(
        [
            head("Trăng Khuyết, ngày 05 tháng 12 năm 2024"),
            title("BÁO CÁO", "kết quả công tác năm 2024"),
            text("Thực hiện chương trình công tác, chi bộ báo cáo kết quả như sau:"),
            p(run("I. KẾT QUẢ ĐẠT ĐƯỢC", "b"), more=BODY, align="both"),
            p(run("1. Về sinh hoạt chi bộ", "b"), more=BODY, align="both"),
            text(LONG),
            text(OTHER),
            text("a) Việc thứ nhất là giữ nền nếp sinh hoạt."),
            text("b) Việc thứ hai là phân công đảng viên giúp các hộ khó khăn."),
            text("c) Việc thứ ba là vận động xây dựng quỹ khuyến học của thôn."),
            text("d) Việc thứ tư là làm sạch đường làng vào ngày 26 hằng tháng."),
            text("đ) Việc thứ năm là họp mặt ngày 03 tháng 02 năm 2024 và ngày 19 tháng 5 năm 2024."),
            text("e) Việc thứ sáu là quản lý đảng viên đi làm xa."),
            *[text(LONG), text(OTHER)] * 6,
            foot("Đảng ủy xã Trăng Khuyết (để báo cáo)", "Các đồng chí đảng viên chi bộ"),
        ]
    )


def submission_word_2010() -> Made:
    """A tờ trình of 2019 as Word 2010 saves it: split runs, a drawing with its copy, 4366/4989, 850 twips."""
    made = report()
    party = p(split(PARTY, "b", 15), align="center") + p(LINE_2010)
    right = party + p(split("Trăng Khuyết, ngày 18 tháng 01 năm 2019", "i"), align="center")
    made.body = [
        table((4366, 4989), (left_head("Số 12-TTr/CB"), right)),
        title("TỜ TRÌNH", "về việc đề nghị khen thưởng chi bộ và đảng viên năm 2018"),
        p(run("Kính gửi: ", "i"), run("Đảng ủy xã Trăng Khuyết"), align="center"),
        p(
            split("- Căn cứ Hướng dẫn số 21-HD/BTCTW, ngày 18/10/2019 của Ban Tổ chức Trung ương;"),
            more=BODY,
            align="both",
        ),
        p(split("- Căn cứ kết quả đánh giá, xếp loại của chi bộ,"), more=BODY, align="both"),
        p(split(LONG), more=BODY, align="both"),
        p(split(OTHER), more=BODY, align="both"),
        foot("Như trên"),
    ]
    made.page = made.page.replace('w:right="851"', 'w:right="850"')
    made.page = made.page.replace('"11907" w:h="16840"', '"11906" w:h="16838"')
    return made


def letter() -> Made:
    """A công văn of 2022: no name of type, the subject in italics under the number."""
    below = centred("về việc cử đảng viên dự lớp bồi dưỡng", "i", 12)
    return Made(
        [
            head("Trăng Khuyết, ngày 07 tháng 9 năm 2022", number="Số 31-CV/CB", below=below),
            p(run("Kính gửi:", "i"), run(" Trung tâm Chính trị vùng Sao Hôm"), align="center"),
            text("Phúc đáp công văn của trung tâm, chi bộ cử ba đồng chí dự lớp như danh sách kèm theo."),
            text(LONG),
            foot("Như trên"),
        ]
    )


def letter_to_several() -> Made:
    """A công văn of 2023 to several bodies in a list below "Kính gửi:", signed by the deputy."""
    made = letter()
    made.body[1] = (
        p(run("Kính gửi:", "i"), align="center")
        + p(run("- Đảng ủy xã Trăng Khuyết,"), align="center")
        + p(run("- Ủy ban nhân dân xã Trăng Khuyết."), align="center")
    )
    made.body[0] = made.body[0].replace("ngày 07 tháng 9 năm 2022", "ngày 30 tháng 11 năm 2023")
    made.body[-1] = made.body[-1].replace("BÍ THƯ", "PHÓ BÍ THƯ")
    return made


def minutes() -> Made:
    """Minutes of 2021 without number, two who sign side by side, rows of the table between title and name."""
    signing = table(
        (4677, 4678),
        (centred("NGƯỜI GHI BIÊN BẢN", "b"), centred("CHỦ TRÌ HỘI NGHỊ", "b")),
        ("<w:p/>" * 4, "<w:p/>" * 4),
        (centred("Vàng Thị Suối", "b"), centred("Lò Văn Sương", "b")),
    )
    left = centred(UPPER) + centred(ISSUER, "b") + centred("*")
    return Made(
        [
            table(
                (3500, 5855), (left, right_head("Trăng Khuyết, ngày 10 tháng 10 năm 2021", CONNECTOR_2007))
            ),
            title("BIÊN BẢN", "họp chi bộ thường kỳ tháng 10 năm 2021"),
            text("Thời gian: 19 giờ 30 phút, ngày 10 tháng 10 năm 2021."),
            text(LONG),
            text(OTHER),
            signing,
        ]
    )


def decision_in_styles() -> Made:
    """A quyết định of 2020 whose look comes from styles based on styles, the font from the theme."""
    made = Made(
        [], defaults='<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/><w:sz w:val="22"/>'
    )
    made.theme = theme("Times New Roman", "Times New Roman")
    made.styles = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        '<w:rPr><w:sz w:val="28"/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Giua"><w:name w:val="Giua"/><w:basedOn w:val="Normal"/>'
        '<w:pPr><w:jc w:val="center"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="GiuaDam"><w:name w:val="GiuaDam"/><w:basedOn w:val="Giua"/>'
        "<w:rPr><w:b/></w:rPr></w:style>"
        '<w:style w:type="paragraph" w:styleId="Ten"><w:name w:val="Ten"/><w:basedOn w:val="GiuaDam"/>'
        '<w:rPr><w:sz w:val="32"/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="ThanBai"><w:name w:val="ThanBai"/>'
        '<w:basedOn w:val="Normal"/><w:pPr>'
        f'{BODY}<w:jc w:val="both"/></w:pPr></w:style>'
        '<w:style w:type="character" w:styleId="Nghieng"><w:name w:val="Nghieng"/>'
        '<w:rPr><w:i/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="KhongDam"><w:name w:val="KhongDam"/>'
        '<w:rPr><w:b/></w:rPr></w:style>'
    )  # fmt: skip
    italic, light = '<w:rStyle w:val="Nghieng"/>', '<w:rStyle w:val="KhongDam"/>'

    def styled(words: str, style: str, size: float = 0, more: str = "") -> str:
        return p(run(words, "", size, more), style=style)

    left = (
        styled(UPPER, "Giua")
        + styled(ISSUER, "GiuaDam")
        + styled("*", "Giua")
        + styled("Số 03-QĐ/CB", "Giua")
    )
    right = (
        styled(PARTY, "GiuaDam", 15)
        + p(LINE_2007)
        + styled(f"{PLACE}, ngày 26 tháng 3 năm 2020", "Giua", 0, italic)
    )
    # Bold of a character style inside a bold paragraph turns it upright.
    position = styled("BÍ THƯ", "GiuaDam", 0, light)
    signer = styled("T/M CHI BỘ", "GiuaDam") + position + GAP + styled("Lò Văn Sương", "GiuaDam")
    made.body = [
        table((3500, 5855), (left, right)),
        styled("QUYẾT ĐỊNH", "Ten"),
        styled("về việc phân công nhiệm vụ chi ủy viên", "GiuaDam"), styled("-----", "Giua"),
        styled("- Căn cứ Điều lệ Đảng Cộng sản Việt Nam;", "ThanBai"),
        styled("- Căn cứ Quy chế làm việc của chi bộ,", "ThanBai"),
        styled("CHI BỘ QUYẾT ĐỊNH", "GiuaDam"),
        p(run("Điều 1. ", "b", 0), run(LONG, "", 0), style="ThanBai"),
        p(run("Điều 2. ", "b", 0), run(OTHER, "", 0), style="ThanBai"),
        table((4400, 4955), (recipients("Như Điều 2"), signer)),
    ]  # fmt: skip
    return made


def plan_without_table() -> Made:
    """A kế hoạch of 2025 whose head and signature stand by tabs, with line breaks, no table anywhere."""
    tabs = '<w:tabs><w:tab w:val="center" w:pos="1900"/><w:tab w:val="center" w:pos="6700"/></w:tabs>'
    tab = "<w:r><w:tab/></w:r>"

    def row(left: str, right: str) -> str:
        return p(tab, left, tab, right, more=tabs)

    right_side = '<w:ind w:left="4820"/>'
    return Made(
        [
            row(run(UPPER), run(PARTY, "bu", 15)),
            row(run(ISSUER, "b"), run(f"{PLACE}, ngày 02 tháng 4 năm 2025", "i")),
            p(tab, run("*"), more=tabs),
            p(tab, run("Số 02-KH/CB"), more=tabs),
            p(run("KẾ HOẠCH", "b", 15), align="center"),
            p(
                run("học tập chuyên đề năm 2025", "b"),
                "<w:r><w:br/></w:r>",
                run("của chi bộ thôn Mây Trắng", "b"),
                align="center",
            ),
            centred("-----"),
            text(LONG),
            text(OTHER),
            p(run("Nơi nhận:", "u")),
            p(run("- Đảng ủy xã Trăng Khuyết,", "", 12)),
            p(run("- Lưu Chi bộ.", "", 12)),
            p(run("T/M CHI BỘ", "b"), align="center", more=right_side),
            p(run("BÍ THƯ"), align="center", more=right_side),
            GAP,
            p(run("Lò Văn Sương", "b"), align="center", more=right_side),
        ]
    )


def notice_in_boxes() -> Made:
    """A thông báo of 2019 whose head stands in two text boxes of Word 2010, each with its older copy."""

    def box(inner: str) -> str:
        content = f"<w:txbxContent>{inner}</w:txbxContent>"
        return (
            f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor>'
            f'<wp:extent cx="999999" cy="999999"/>'
            f"<a:graphic><a:graphicData><wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp></a:graphicData></a:graphic>"
            f"</wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{content}</v:textbox></w:pict>"
            "</mc:Fallback></mc:AlternateContent></w:r>"
        )

    boxes = p(
        box(left_head("Số 09-TB/CB")), box(right_head("Trăng Khuyết, ngày 20 tháng 11 năm 2019", LINE_2010))
    )
    return Made(
        [
            boxes,
            title("THÔNG BÁO", "kết quả họp chi bộ tháng 11 năm 2019"),
            centred("Phần thứ nhất", "b"),
            centred("KẾT QUẢ", "b"),
            text(LONG),
            text(OTHER),
            foot("Các đồng chí đảng viên"),
        ]
    )


def self_review() -> Made:
    """A bản kiểm điểm of 2023 as a member types it: a head, no number, no recipients, he signs."""
    left = centred(UPPER) + centred(ISSUER, "b")
    return Made(
        [
            table((3500, 5855), (left, right_head("Trăng Khuyết, ngày 01 tháng 12 năm 2023"))),
            title("BẢN KIỂM ĐIỂM CÁ NHÂN", "năm 2023"),
            text("Họ và tên: Vàng Thị Suối"),
            text("Ngày sinh: 05/03/1985"),
            text(LONG),
            text(OTHER),
            table((4400, 4955), ("<w:p/>", signs("NGƯỜI TỰ KIỂM ĐIỂM", "", "Vàng Thị Suối"))),
        ]
    )


def programme_of_today() -> Made:
    """A chương trình of 2026 under HD 05: semicolons in the recipients, whose dashes Word sets itself."""
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    names = [
        p(run(f"{name}", "", 12), more=listed)
        for name in ("Đảng ủy xã Trăng Khuyết;", "Đảng viên chi bộ;", "Lưu Chi bộ.")
    ]
    left = p(run("Nơi nhận:", "u")) + "".join(names)
    return Made(
        [
            head("Trăng Khuyết, ngày 09 tháng 6 năm 2026", number="Số 01-CTr/CB"),
            title("CHƯƠNG TRÌNH", "kiểm tra, giám sát của chi bộ năm 2026"),
            text(LONG),
            text(OTHER),
            table((4400, 4955), (left, signs("T/M CHI BỘ", "BÍ THƯ", "Lò Văn Sương"))),
        ]
    )


def roll_landscape() -> Made:
    """A danh sách of 2024 on its side, with the margins turned along, and nothing but a table."""
    made = Made(
        [
            table(
                (3500, 5855),
                (
                    centred(UPPER) + centred(ISSUER, "b"),
                    right_head("Trăng Khuyết, ngày 12 tháng 12 năm 2024"),
                ),
            ),
            title("DANH SÁCH", "đảng viên dự hội nghị"),
            table(
                (700, 4000),
                *[(p(run(str(n), "", 12)), p(run("Vàng Thị Suối", "", 12))) for n in range(1, 40)],
            ),
        ]
    )
    made.page = (
        '<w:pgSz w:w="16840" w:h="11907" w:orient="landscape"/>'
        '<w:pgMar w:top="1701" w:right="1134" w:bottom="851"'
        ' w:left="1134" w:header="567" w:footer="567" w:gutter="0"/><w:titlePg/>'
    )
    return made


def old_report() -> Made:
    """A báo cáo of 2016 under HD 11: wider margins, commas, the older tones throughout, mirrored pages."""
    made = report()
    made.body = [part.replace("2024", "2016").replace("ủy", "uỷ") for part in made.body]
    made.page = made.page.replace('w:top="1134"', 'w:top="1418"').replace(
        'w:bottom="1134"', 'w:bottom="1418"'
    )
    made.page = made.page.replace('w:left="1701"', 'w:left="1985"')
    return made


def resolution_by_library() -> bytes:
    """Return a nghị quyết of 2021 made with python-docx and its template, whose fonts are another theme's."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.header_distance = Mm(10)
    section.different_first_page_header_footer = True
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Times New Roman", Pt(14)
    _number_of_page(section.header.paragraphs[0])
    columns = document.add_table(rows=1, cols=2).rows[0].cells
    _cell(
        columns[0],
        (UPPER, False, False, 14),
        (ISSUER, True, False, 14),
        ("*", False, False, 14),
        ("Số 15-NQ/CB", False, False, 14),
    )
    _cell(columns[1], (PARTY, True, False, 15), (f"{PLACE}, ngày 15 tháng 02 năm 2021", False, True, 14))
    columns[1].paragraphs[0].runs[0].underline = True
    for words, size in (("NGHỊ QUYẾT", 16), ("họp chi bộ tháng 02 năm 2021", 14), ("-----", 14)):
        line = document.add_paragraph()
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER
        added = line.add_run(words)
        added.bold, added.font.size = words != "-----", Pt(size)
    for words in (LONG, OTHER, LONG):
        line = document.add_paragraph(words)
        line.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        line.paragraph_format.first_line_indent = Mm(10)
        line.paragraph_format.space_before, line.paragraph_format.space_after = Pt(6), Pt(0)
        line.paragraph_format.line_spacing_rule, line.paragraph_format.line_spacing = (
            WD_LINE_SPACING.EXACTLY,
            Pt(19),
        )
    left, right = document.add_table(rows=1, cols=2).rows[0].cells
    _list(left)
    gap = [("", False, False, 14)] * 4
    _cell(
        right,
        ("T/M CHI BỘ", True, False, 14),
        ("BÍ THƯ", False, False, 14),
        *gap,
        ("Lò Văn Sương", True, False, 14),
    )
    output = io.BytesIO()
    document.save(output)
    return output.getvalue()


def _cell(cell: _Cell, *lines: tuple[str, bool, bool, float]) -> None:
    for place, (words, bold, italic, size) in enumerate(lines):
        line = cell.paragraphs[0] if not place else cell.add_paragraph()
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER
        line.paragraph_format.space_after = Pt(0)
        added = line.add_run(words)
        added.bold, added.italic, added.font.size = bold, italic, Pt(size)


def _list(cell: _Cell) -> None:
    label = cell.paragraphs[0].add_run("Nơi nhận:")
    label.underline = True
    for words in ("- Đảng ủy xã Trăng Khuyết,", "- Lưu Chi bộ."):
        cell.add_paragraph().add_run(words).font.size = Pt(12)


def _number_of_page(paragraph: Paragraph) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    field = parse_xml(f'<w:fldSimple xmlns:w="{space}" w:instr="PAGE"><w:r><w:t>2</w:t></w:r></w:fldSimple>')
    paragraph.add_run().element.addnext(field)


def plan_of_google() -> Made:
    """A kế hoạch of 2024 as Google Docs writes Word files: every run says all of its face."""
    said = (
        '<w:rFonts w:ascii="Times New Roman" w:cs="Times New Roman" w:eastAsia="Times New Roman"'
        ' w:hAnsi="Times New Roman"/>'
    )
    plain = '<w:b w:val="0"/><w:i w:val="0"/><w:u w:val="none"/><w:color w:val="000000"/>'

    def full(words: str, face: str = "", size: float = 14) -> str:
        return run(words, face, size, said + (plain if not face else '<w:color w:val="000000"/>'))

    def middle(words: str, face: str = "", size: float = 14) -> str:
        return p(full(words, face, size), align="center", more='<w:pageBreakBefore w:val="0"/>')

    spacing = (
        '<w:spacing w:after="120" w:before="0" w:line="288" w:lineRule="auto"/><w:ind w:firstLine="566"/>'
    )
    left = middle(UPPER) + middle(ISSUER, "b") + middle("*") + middle("Số 21-KH/CB")
    right = middle(PARTY, "bu", 15) + middle(f"{PLACE}, ngày 11 tháng 3 năm 2024", "i")
    signer = middle("T/M CHI BỘ", "b") + middle("PHÓ BÍ THƯ") + GAP + middle("Vàng Thị Suối", "b")
    listed = (
        p(full("Nơi nhận:", "u"))
        + p(full("- Đảng ủy xã Trăng Khuyết,", "", 12))
        + p(full("- Lưu Chi bộ.", "", 12))
    )
    made = Made(
        [
            table((3500, 5855), (left, right)).replace('<w:tcW w:w="3500" w:type="dxa"/>', ""),
            middle("KẾ HOẠCH", "b", 16),
            middle("sinh hoạt chuyên đề năm 2024", "b"),
            middle("-----"),
            *(p(full(words), align="both", more=spacing) for words in (LONG, OTHER)),
            table((4400, 4955), (listed, signer)),
        ],
        defaults='<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:sz w:val="22"/>',
    )
    made.page = (
        '<w:pgSz w:h="16834" w:w="11909" w:orient="portrait"/>'
        '<w:pgMar w:bottom="1133.8582677165355" w:top="1133.858"'
        ' w:left="1700.787" w:right="850.393" w:header="566.9" w:footer="566.9"/><w:titlePg w:val="1"/>'
    )
    return made
