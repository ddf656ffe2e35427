"""Corrected Word files held against the paper they are for: differences, facts, refusals, nobody's name."""

import base64
import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import annotations, generic

from app.common.messages import message
from app.common.progress import NoProgress
from app.errors import AppError, Refused
from app.papers.blocks import line
from app.papers.readback import pdf_pages
from app.papers.word_reading import placed, read_word, texts
from app.papers.word_taking.beside import taken_pdf
from app.papers.word_taking.cleaned import banded, bands_itself, cleaned
from app.papers.word_taking.compare import Piece, Row, compared, word_differences
from app.papers.word_taking.facts import Known, facts
from app.papers.word_taking.identity import Persons, Types
from app.papers.word_taking.pdf_words import PdfWords, pdf_words
from app.papers.word_taking.request import Asked, Compared, answered, request, requested
from app.papers.writers import docx_writer, pdf_writer
from app.worker.jobs import edited_word, take_word
from tests.papers.samples import CASES, Case
from tests.papers.word_taking import hands
from tests.papers.word_taking.hands import DOCUMENT, OURS, edited, parts_of, with_body
from tests.ui.english import foreign_words

KNOWN = Known(
    ("Nguyễn Văn A", "Hoàng Văn Cúc", "Đặng Quang Sung"),
    ("Hoàn thành tốt nhiệm vụ", "Hoàn thành nhiệm vụ", "Hoàn thành xuất sắc nhiệm vụ"),
    ("Chi bộ thôn Mẫu", "Đảng ủy xã Mẫu", "Xã Mẫu"),
)
WORD_S_WORDS = {
    *("Review", "Accept", "Track", "Changes", "All", "Stop", "Tracking", "and", "Save", "As", "Document"),
    *("File", "RTF", "PDF", "XML", "Strict", "Open", "OpenDocument", "odt", "ods", "docx", "Word", "Comment"),
}
"""Names of buttons in an English Word, in brackets after the Vietnamese ones, and of kinds of files."""


def looked(data: bytes, known: Known = KNOWN, who: Persons | None = None) -> Compared:
    asked = Asked(data, OURS, known, who or Persons())
    return answered(take_word.run(request(asked), NoProgress()))


def changes(found: Compared) -> list[tuple[str, str, str]]:
    return [(row.change, row.our_text, row.their_text) for row in found.rows if row.change != "same"]


def marked(pieces: tuple[Piece, ...]) -> list[str]:
    return [piece.text for piece in pieces if piece.differs]


# What is taken ----------------------------------------------------------------------------------------------


def test_our_own_file_differs_nowhere() -> None:
    found = looked(OURS)

    assert found.is_same
    assert (found.facts, found.told, found.is_whole) == ((), (), True)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_paper_is_known_for_itself(case: Case) -> None:
    document = case.document()
    asked = Asked(docx_writer.write(document), docx_writer.write(document), KNOWN, Persons())

    assert answered(take_word.run(request(asked), NoProgress())).is_same


def test_words_that_hang_off_the_paper_are_not_passed_over() -> None:
    """Pulled out over the left edge by a slip: the pages lack them, and a PDF would be signed as whole."""
    off = '<w:p><w:pPr><w:ind w:left="-22000"/></w:pPr><w:r><w:t>Kính gửi</w:t></w:r></w:p>'

    found = looked(with_body(off))

    assert not found.is_whole
    assert found.told == ("Có chữ trong tệp không có trên trang in của chương trình.",)


@pytest.mark.parametrize("name", hands.TAKEN)
def test_what_can_be_taken_is_taken(name: str) -> None:
    found = looked(hands.TAKEN[name]())

    same = {"as it was", "split runs", "stored", "comments", "merged cells", "docm without macros"}
    carries = {"hidden words", "embedded file"}
    assert found.is_same is (name in {*same, *carries, "picture", "footnote"})
    assert bool(found.carried) is (name in carries)
    assert found.is_whole is (name not in {"picture", "footnote"})
    assert bool(found.told) is (name in {"picture", "footnote", "text box", "comments"})
    assert read_word(found.data).found.comments == 0


@pytest.mark.fault("H01", "H02", "H03")
@pytest.mark.parametrize("name", hands.REFUSED)
def test_what_cannot_be_taken_is_refused_with_its_sentence(name: str) -> None:
    data, code = hands.REFUSED[name]

    with pytest.raises(AppError) as caught:
        looked(data)

    assert caught.value.code == code
    said = message(caught.value)
    for sentence in (said.what, said.data, said.remedy):
        assert sentence
        assert set(foreign_words(sentence)) <= {
            *WORD_S_WORDS,
            "Excel",
            "doc",
            "docx",
            "xls",
            "xlsx",
            "macro",
            "Macro",
        }


def test_a_paper_about_another_person_is_refused() -> None:
    who = Persons("Hoàng Văn Cúc", ("Hoàng Văn Cúc", "Đặng Quang Sung"))
    mine = next(case for case in CASES if case.name == "self_review-hd36").document()
    other = edited(("Hoàng Văn Cúc", "Đặng Quang Sung"), data=docx_writer.write(mine))

    with pytest.raises(Refused) as caught:
        take_word.run(request(Asked(other, docx_writer.write(mine), KNOWN, who)), NoProgress())

    assert (caught.value.code, caught.value.params["found"]) == ("L-355", "Đặng Quang Sung")


def test_a_text_that_has_little_in_common_is_refused() -> None:
    mine = next(case for case in CASES if case.name == "self_review-hd36").document()
    title = "".join(hands.paragraph(one) for one in ("ĐẢNG CỘNG SẢN VIỆT NAM", "BẢN KIỂM ĐIỂM CÁ NHÂN"))
    xml = parts_of(docx_writer.write(mine))[hands.MAIN].decode()
    body = re.sub(
        r"<w:body>.*<w:sectPr>",
        f"<w:body>{title}{hands.paragraph('Gạo thóc ngô khoai ' * 30)}<w:sectPr>",
        xml,
    )
    data = hands.packed(parts_of(docx_writer.write(mine)) | {hands.MAIN: body.encode()})

    with pytest.raises(Refused) as caught:
        take_word.run(request(Asked(data, docx_writer.write(mine), KNOWN, Persons())), NoProgress())

    assert caught.value.code == "L-356"


@pytest.mark.parametrize(
    ("types", "code"),
    [
        (Types(frozenset({"BÁO CÁO"}), frozenset({"TỜ TRÌNH"})), ""),
        (Types(frozenset({"BÁO CÁO", "Báo cáo tổng hợp"}), frozenset({"BÁO CÁO TỔNG HỢP"})), ""),
        (Types(frozenset({"BÁO CÁO"}), frozenset({"Báo cáo tổng hợp"})), "L-352"),
    ],
)
def test_a_type_that_the_cell_once_named_otherwise_is_known(types: Types, code: str) -> None:
    data = edited((">BÁO CÁO<", ">BÁO CÁO TỔNG HỢP<"))
    asked = Asked(data, OURS, KNOWN, Persons(), types=types)

    if code:
        with pytest.raises(Refused, match=code):
            take_word.run(request(asked), NoProgress())
        return
    found = answered(take_word.run(request(asked), NoProgress()))
    assert [row[1:] for row in changes(found)] == [("BÁO CÁO", "BÁO CÁO TỔNG HỢP")]


def test_a_type_that_nobody_knows_is_refused_where_the_text_is_another() -> None:
    data = edited((">TỜ TRÌNH<", ">GIẤY ĐỀ NGHỊ<"), data=hands.another("submission-hd36"))

    with pytest.raises(Refused) as caught:
        looked(data)

    assert caught.value.code == "L-352"


BESIDE = edited(("Số 05-BC/CB", "Số 06-BC/CB"), ("có mặt 05/06 đảng viên", "có mặt 04/06 đảng viên"))
THIRD = edited(("Số 05-BC/CB", "Số 07-BC/CB"), ("có mặt 05/06 đảng viên", "có mặt 03/06 đảng viên"))


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (OURS, -1),
        (BESIDE, 1),
        (THIRD, 0),
        (edited(("Danh sách khớp với hồ sơ.", "Khớp."), data=BESIDE), 1),
        (edited(("Số 05-BC/CB", "Số 06-BC/CB")), -1),
        (edited(("có mặt 05/06 đảng viên", "có mặt 04/06 đảng viên")), -1),
        (edited(("Số 05-BC/CB", "Số 09-BC/CB"), ("có mặt 05/06", "có mặt 01/06")), -1),
    ],
    ids=["ours", "the other", "the third", "the other corrected", "its number", "its figure", "own figures"],
)
def test_a_file_of_another_paper_of_the_kind_is_known(data: bytes, place: int) -> None:
    asked = Asked(data, OURS, KNOWN, Persons(), others=(THIRD, BESIDE))

    assert answered(take_word.run(request(asked), NoProgress())).other == place


# Differences ------------------------------------------------------------------------------------------------


def test_paragraphs_that_changed_came_and_went_are_told_apart() -> None:
    data = edited(
        ("- Nhận văn bản gợi ý: ngày 18/11/2017.", "- Nhận văn bản gợi ý: ngày 19/11/2017."),
        ("Danh sách khớp với hồ sơ.", "Danh sách khớp với hồ sơ. Hết."),
    )
    data = with_body(hands.paragraph("Câu viết thêm trong Word."), data)

    found = looked(data)

    assert changes(found) == [
        ("changed", "- Nhận văn bản gợi ý: ngày 18/11/2017.", "- Nhận văn bản gợi ý: ngày 19/11/2017."),
        ("changed", "Danh sách khớp với hồ sơ.", "Danh sách khớp với hồ sơ. Hết."),
        ("added", "", "Câu viết thêm trong Word."),
    ]
    row = next(row for row in found.rows if row.change == "changed")
    assert (marked(row.ours), marked(row.theirs)) == (["18"], ["19"])


def test_a_paragraph_that_went_elsewhere_is_moved() -> None:
    xml = parts_of(OURS)[hands.MAIN].decode()
    para = next(one for one in re.findall(r"<w:p>.*?</w:p>", xml) if "Rút kinh nghiệm việc điều hành" in one)
    data = with_body(para, edited((para, "")))

    assert [row[0] for row in changes(looked(data))] == ["moved"]


def test_two_names_that_change_places_are_told_as_facts() -> None:
    """A person in the row of another has the other's level: that is no paragraph that moved."""
    mine = docx_writer.write(next(case for case in CASES if case.name == "level_summary-hd36").document())
    names = ("Hoàng Văn Cúc", "Đặng Quang Sung")
    data = edited((names[0], "\1"), (names[1], names[0]), ("\1", names[1]), data=mine)

    found = answered(take_word.run(request(Asked(data, mine, KNOWN, Persons())), NoProgress()))

    assert {row.change for row in found.rows} == {"same", "gone", "added"}
    told = {one.ours or one.theirs for one in found.facts if one.kind == "name"}
    assert told == {*names}


def test_heads_and_feet_and_boxes_are_compared() -> None:
    foot = edited(
        ('<w:t xml:space="preserve"></w:t>', "<w:t>Chân trang gõ tay</w:t>"), part="word/footer1.xml"
    )
    found = looked(foot)

    assert [(row.part, row.their_text) for row in found.rows if row.change == "added"] == [
        ("footer", "Chân trang gõ tay")
    ]
    assert ("added", "", "Dự thảo lần hai") in changes(looked(hands.TAKEN["text box"]()))


WORDS = st.lists(
    st.sampled_from(["chi", "bộ", "thôn", "Mẫu", "họp", "năm", "2017,", "đủ.", "số", "05"]), max_size=12
).map(" ".join)


@given(WORDS, WORDS)
def test_marked_words_leave_the_rest_equal(one: str, other: str) -> None:
    left, right = word_differences(one, other)

    assert ("".join(p.text for p in left), "".join(p.text for p in right)) == (one, other)
    assert "".join("".join(p.text for p in left if not p.differs).split()) == "".join(
        "".join(p.text for p in right if not p.differs).split()
    )
    assert all(a.differs != b.differs for side in (left, right) for a, b in pairwise(side))


@settings(max_examples=30, deadline=None)
@given(st.lists(WORDS.filter(str.strip), max_size=9), st.lists(WORDS.filter(str.strip), max_size=9))
def test_every_paragraph_stands_once_on_its_side(ours: list[str], theirs: list[str]) -> None:
    left, right = (
        read_word(hands.packed(parts_of(OURS) | {hands.MAIN: body_of(lines)})) for lines in (ours, theirs)
    )
    rows = compared(left, right)
    body = [row for row in rows if row.part == "body"]

    assert [row.their_text for row in body if row.theirs] == [one.text for one in texts(right.sections)]
    assert sorted(row.our_text for row in body if row.ours) == sorted(
        one.text for one in texts(left.sections)
    )


def body_of(lines: list[str]) -> bytes:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = "".join(hands.paragraph(line) for line in lines)
    return f'<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>'.encode()


# Facts ------------------------------------------------------------------------------------------------------


def of_texts(ours: str, theirs: str) -> list[tuple[str, str, str]]:
    row = Row("changed", *word_differences(ours, theirs))
    return [(one.kind, one.ours, one.theirs) for one in facts((row,), KNOWN)]


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        ("Xếp loại: Hoàn thành nhiệm vụ.", "Xếp loại: Hoàn thành tốt nhiệm vụ.",
         [("level", "Hoàn thành nhiệm vụ", "Hoàn thành tốt nhiệm vụ")]),
        ("có mặt 05/06 đảng viên", "có mặt 06/06 đảng viên", [("number", "05/06", "06/06")]),
        ("tỷ lệ 83,3%", "tỷ lệ 100%", [("number", "83,3%", "100%")]),
        ("họp ngày 04/12/2017 tại", "họp ngày 05/12/2017 tại", [("date", "04/12/2017", "05/12/2017")]),
        ("Xã Mẫu, ngày 03 tháng 02 năm 2018", "Xã Mẫu, ngày 04 tháng 02 năm 2018",
         [("date", "ngày 03 tháng 02 năm 2018", "ngày 04 tháng 02 năm 2018")]),
        ("Số 05-BC/CB", "Số 06-BC/CB", [("paper_number", "Số 05-BC/CB", "Số 06-BC/CB")]),
        ("đồng chí Hoàng Văn Cúc", "đồng chí Đặng Quang Sung",
         [("name", "Hoàng Văn Cúc", "Đặng Quang Sung")]),
        ("đồng chí Hoàng Văn Cúc nêu", "đồng chí Hoàng Văn Cút nêu",
         [("stranger", "Hoàng Văn Cúc", "Hoàng Văn Cút")]),
        ("do chi ủy phụ trách", "do ông Páo A Sình phụ trách", [("stranger", "", "Páo A Sình")]),
        ("NGUYỄN VĂN A", "Nguyễn Văn A", []),
        ("ngày 3/2/2017", "ngày 03/02/2017", []),
        ("có 5 đồng chí", "có 05 đồng chí", []),
        ("Chi bộ họp đủ.", "Chi bộ thôn Mẫu họp đủ, nghiêm túc.", []),
        ("có 03 việc, 02 xong", "có 03 việc", [("number", "02", "")]),
    ],
)  # fmt: skip
def test_a_fact_that_changed_is_told_by_its_kind(
    ours: str, theirs: str, expected: list[tuple[str, str, str]]
) -> None:
    assert of_texts(ours, theirs) == expected


def test_a_fact_in_a_table_says_whose_row_and_which_column_it_is() -> None:
    mine = docx_writer.write(next(case for case in CASES if case.name == "level_summary-hd36").document())
    levels = ("ĐTC, HTT", "ĐTC, HTXS")
    cells = (f">{levels[0]}<", f">{levels[1]}<")
    data = edited(cells, ("Bùi Thị Thu Táo", "Bùi Thị Thu Đào"), ("1967", "1968"), data=mine)
    known = Known(("Bùi Thị Thu Táo",), levels)

    found = answered(take_word.run(request(Asked(data, mine, known, Persons())), NoProgress()))

    assert [(one.theirs, one.whose, one.column) for one in found.facts] == [
        ("ĐTC, HTXS", "1. Hoàng Văn Cúc", "Mức tự nhận"),
        ("Bùi Thị Thu Đào", "2", "Họ và tên"),
        ("1968", "2. Bùi Thị Thu Đào", "Năm sinh"),
    ]
    assert {row.row for row in found.rows if row.change != "same"} == {one.whose for one in found.facts}


def test_what_stands_in_no_list_has_no_row() -> None:
    found = looked(
        edited(("Số 05-BC/CB", "Số 06-BC/CB"), ("có mặt 05/06 đảng viên", "có mặt 06/06 đảng viên"))
    )

    assert [(one.theirs, one.whose, one.column) for one in found.facts] == [
        ("Số 06-BC/CB", "", ""),
        ("06/06", "", ""),
    ]


def row_of(*cells: str, going_on: str = "") -> str:
    lines = "<w:tcBorders><w:top w:val='single'/><w:bottom w:val='single'/></w:tcBorders>"
    merged = ["" if cell else "<w:vMerge/>" for cell in cells]
    if going_on:
        merged[0] = f"<w:vMerge{going_on}/>"
    return "<w:tr>{}</w:tr>".format(
        "".join(
            f"<w:tc><w:tcPr>{merge}{lines}</w:tcPr>{hands.paragraph(cell) if cell else '<w:p/>'}</w:tc>"
            for cell, merge in zip(cells, merged, strict=True)
        )
    )


def test_a_name_over_several_rows_begins_each_of_them() -> None:
    begun = " w:val='restart'"
    rows = (
        row_of("Họ tên", "Việc", "Kết quả"),
        row_of("Lò Văn Giả", "Việc một", "Xong", going_on=begun),
        row_of("", "Việc hai", "Chưa xong"),
        row_of("Lý Thị Thử", "Việc ba", "X"),
        row_of("X", "Y", "7"),
    )
    data = with_body(f"<w:tbl>{''.join(rows)}</w:tbl>")

    found = {one.text: (one.row, one.column) for one in placed(read_word(data).sections)}

    assert found["Chưa xong"] == ("Lò Văn Giả", "Kết quả")
    assert found["Việc ba"] == ("Lý Thị Thử", "Việc")
    assert found["Lý Thị Thử"] == ("", "")
    assert found["7"] == ("X. Y", "Kết quả")
    assert found["Họ tên"] == ("", "")


def test_facts_lead_to_their_paragraph() -> None:
    found = looked(edited(("có mặt 05/06 đảng viên", "có mặt 06/06 đảng viên")))

    (fact,) = found.facts
    assert "06/06 đảng viên" in found.rows[fact.row].their_text


# What is kept -----------------------------------------------------------------------------------------------


OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TRACES = ("Lò Văn Sương", "Công ty Bịa", "2019-02-03", "rsid", "C:\\Users")


def traced() -> bytes:
    """Return the file with everything in it that Word writes of its user."""
    parts = parts_of(
        with_body('<w:p w:rsidR="00AB12CD"><w:r w:rsidRPr="00AB12CD"><w:t>Thêm.</w:t></w:r></w:p>')
    )
    settings_xml = parts["word/settings.xml"].decode()
    rsids = '<w:rsids><w:rsidRoot w:val="00AB12CD"/></w:rsids><w:attachedTemplate r:id="rId1"/>'
    settings_xml = re.sub(r"(<w:settings[^>]*>)", rf"\1{rsids}", settings_xml, count=1)
    parts["word/settings.xml"] = settings_xml.replace(
        "<w:settings",
        '<w:settings xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
        1,
    ).encode()
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Type="http://x/attachedTemplate"'
        ' Target="file:///C:\\Users\\Sương\\mau.dotx" TargetMode="External"/>'
        "</Relationships>"
    )
    core = "<a>Lò Văn Sương</a><b>2019-02-03T01:02:03Z</b>"
    more = {
        "docProps/core.xml": f"<x>{core}</x>",
        "docProps/app.xml": "<x>Công ty Bịa</x>",
        "docProps/custom.xml": "<x>Lò Văn Sương</x>",
        "customXml/item1.xml": "<x>Lò Văn Sương</x>",
        "word/people.xml": "<x>Lò Văn Sương</x>",
        "word/commentsExtended.xml": "<x>Lò Văn Sương</x>",
        "word/_rels/settings.xml.rels": relations,
    }
    return hands.packed(parts | {name: text.encode() for name, text in more.items()})


@pytest.mark.fault("F06", "H04")
def test_nothing_of_who_made_it_is_kept_and_all_of_the_text_is() -> None:
    before, after = traced(), cleaned(traced())

    whole = b"".join(parts_of(after).values()).decode(errors="replace")
    assert [one for one in TRACES if one in whole] == []
    lines = [[para.text for para in texts(read_word(one).sections)] for one in (before, after)]
    assert lines[0] == lines[1]
    assert cleaned(before) == after
    with zipfile.ZipFile(io.BytesIO(after)) as package:
        assert {one.date_time for one in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


_SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_INSERTED = '<w:ins w:author="Lò Văn Sương"><w:r><w:t>thêm</w:t></w:r></w:ins>'
_HIDDEN = {
    "word/glossary/document.xml": f"<w:glossaryDocument {_SPACE}>{_INSERTED}</w:glossaryDocument>",
    "word/settings.xml": (
        f'<w:settings {_SPACE}><w:mailMerge><w:query w:val="Lò Văn Sương"/></w:mailMerge></w:settings>'
    ),
    "word/styles.xml": f'<w:styles {_SPACE}><w:style><w:rsid w:val="00AB12CD"/></w:style></w:styles>',
}
_RANGES = (
    '<w:p><w:permStart w:id="7" w:ed="Lò Văn Sương"/><w:permEnd w:id="7"/>'
    '<w:moveFromRangeStart w:id="8" w:author="Lò Văn Sương"/><w:moveFromRangeEnd w:id="8"/></w:p>'
)


@pytest.mark.parametrize("part", [*_HIDDEN, hands.MAIN])
def test_who_made_it_is_kept_in_no_part_that_nobody_sees(part: str) -> None:
    hidden = {name: xml.encode() for name, xml in _HIDDEN.items() if name == part}
    data = hands.packed(parts_of(with_body(_RANGES) if part == hands.MAIN else OURS) | hidden)

    whole = b"".join(parts_of(cleaned(data)).values()).decode(errors="replace")

    assert [one for one in TRACES if one in whole] == []


def test_where_a_picture_or_a_linked_file_lay_is_not_kept() -> None:
    home = "C:\\Users\\Lò Văn Sương\\anh.jpg"
    picture = f'<wp:inline><wp:docPr id="1" name="A" descr="{home}"/></wp:inline>'
    parts = parts_of(with_body(f"<w:p><w:r><w:drawing>{picture}</w:drawing></w:r></w:p>"))
    link = f'<Relationship Id="rId{{}}" Type="{OFFICE}/hyperlink" Target="{{}}" TargetMode="External"/>'
    links = link.format(70, f"file:///{home}") + link.format(71, "https://so.bia/a?b=c")
    name = "word/_rels/document.xml.rels"
    parts[name] = parts[name].replace(b"</Relationships>", f"{links}</Relationships>".encode())

    after = parts_of(cleaned(hands.packed(parts)))

    assert "Lò Văn Sương" not in b"".join(after.values()).decode(errors="replace")
    assert b'descr="anh.jpg"' in after[hands.MAIN]
    targets = re.findall(r'Id="rId7\d"[^>]*Target="([^"]*)"', after[name].decode())
    assert targets == ["anh.jpg", "https://so.bia/a?b=c"]


def test_changes_in_a_footnote_that_nobody_accepted_are_refused() -> None:
    note = f'<w:footnotes {_SPACE}><w:footnote w:id="1"><w:p>{_INSERTED}</w:p></w:footnote></w:footnotes>'
    data = hands.packed(parts_of(hands.TAKEN["footnote"]()) | {"word/footnotes.xml": note.encode()})

    with pytest.raises(Refused) as caught:
        looked(data)

    assert caught.value.code == "L-351"


def test_what_is_named_in_lists_of_parts_is_there() -> None:
    parts = parts_of(cleaned(traced()))
    listed = re.findall(r'PartName="/([^"]+)"', parts["[Content_Types].xml"].decode())

    assert set(listed) <= parts.keys()
    targets = re.findall(r'Target="([^"]+)"', parts["_rels/.rels"].decode())
    assert set(targets) <= parts.keys()


def test_a_file_without_the_band_of_practice_leaves_with_it() -> None:
    band = "TÀI LIỆU LUYỆN TẬP"
    ours = docx_writer.write(replace(DOCUMENT, band=band))

    assert bands_itself(ours, band)
    assert not bands_itself(OURS, band)
    assert next(texts(read_word(banded(OURS, band)).sections)).text == band
    assert banded(OURS, "") == OURS


def test_the_job_makes_both_files() -> None:
    answer = edited_word.run(b'{"title": "B", "band": "LUYEN TAP"}\n' + OURS, NoProgress())

    from app.package import bundle

    files = dict(bundle.unpack(answer))
    assert files["pdf"].startswith(b"%PDF")
    assert next(texts(read_word(files["docx"]).sections)).text == "LUYEN TAP"


def test_words_that_nobody_sees_are_told_with_what_they_say() -> None:
    style = '<w:style w:type="character" w:styleId="an"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>'
    by_style = (
        '<w:p><w:r><w:rPr><w:rStyle w:val="an"/></w:rPr><w:t>Đồng chí A không xứng đáng.</w:t></w:r></w:p>'
    )
    data = edited(("</w:styles>", style), data=with_body(by_style), part="word/styles.xml")
    data = with_body(hands.hidden("Bỏ câu này khi gửi."), data)

    found = looked(data)

    (said,) = found.carried
    assert "“Đồng chí A không xứng đáng. Bỏ câu này khi gửi.”" in said
    assert (found.told, found.is_whole, found.is_same) == ((), True, True)
    assert set(foreign_words(said)) <= WORD_S_WORDS


def test_long_hidden_words_are_cut_and_blank_ones_are_none() -> None:
    (said,) = looked(with_body(hands.hidden("Chữ ẩn rất dài. " * 30))).carried

    assert "Chữ ẩn rất dài.…”" in said
    assert looked(with_body(hands.hidden("  "))).carried == ()


def test_files_within_the_file_are_told_and_kept() -> None:
    found = looked(hands.TAKEN["embedded file"]())

    assert found.carried[0].startswith("Tệp có 1 tệp nhúng bên trong")
    assert set(foreign_words(found.carried[0])) <= WORD_S_WORDS
    assert parts_of(found.data)["word/embeddings/bang.xlsx"] == b"PK"


def test_the_request_survives_the_way_into_the_child_process() -> None:
    asked = Asked(b"PK\nxyz\n", b"PK\nours", KNOWN, Persons("A", ("B", "C")), is_new=False)
    asked = replace(asked, types=Types(frozenset("D"), frozenset("EF")), others=(b"PK\n1", b"", b"PK2"))

    assert requested(request(asked)) == asked


# The PDF of Word --------------------------------------------------------------------------------------------


def test_a_pdf_of_the_same_text_is_kept_without_its_author() -> None:
    writer = pypdf.PdfWriter()
    writer.append(io.BytesIO(pdf_writer.write(DOCUMENT)))
    writer.add_metadata({"/Author": "Lò Văn Sương", "/Company": "Công ty Bịa"})
    out = io.BytesIO()
    writer.write(out)

    kept = taken_pdf(OURS, out.getvalue())

    metadata: Mapping[str, object] = pypdf.PdfReader(io.BytesIO(kept)).metadata or {}
    assert {key for key in metadata if key != "/Producer"} == set()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_pdf_of_any_paper_lacks_nothing_of_its_file(case: Case) -> None:
    document = case.document()

    assert of_pdf(docx_writer.write(document), pdf_writer.write(document)) == PdfWords()


def test_paragraphs_that_the_pdf_of_an_earlier_correction_lacks_are_told() -> None:
    pdf = pdf_writer.write(DOCUMENT)
    later = edited(
        ("Danh sách khớp với hồ sơ.", "Danh sách chưa khớp với hồ sơ."),
        (">BÁO CÁO<", ">TỔNG KẾT<"),
    )
    added = with_body(hands.paragraph("Câu viết thêm ở lần sửa sau."), later)

    told = of_pdf(added, pdf)

    assert told.lacking == ("TỔNG KẾT", "Danh sách chưa khớp với hồ sơ.", "Câu viết thêm ở lần sửa sau.")
    assert told.foreign == ()


def test_what_the_pdf_has_beyond_its_file_is_told_but_of_a_file_that_only_word_prints() -> None:
    more = replace(DOCUMENT, blocks=(*DOCUMENT.blocks, line("Mỗi đồng chí đóng góp thêm vịt ngan.", "body")))
    pdf = pdf_writer.write(more)

    assert of_pdf(OURS, pdf) == PdfWords(foreign=("Mỗi đồng chí đóng góp thêm vịt ngan.",))
    assert of_pdf(hands.TAKEN["footnote"](), pdf) == PdfWords()


def of_pdf(word: bytes, pdf: bytes) -> PdfWords:
    return pdf_words(read_word(word), pdf_pages(pdf))


def test_the_pdf_of_an_earlier_correction_is_refused() -> None:
    later = edited(("có mặt 05/06 đảng viên", "có mặt 03/06 đảng viên"))

    with pytest.raises(Refused) as caught:
        taken_pdf(later, pdf_writer.write(DOCUMENT))

    assert (caught.value.code, caught.value.params) == ("L-362", {"figures": "03"})


def test_a_note_on_the_pages_of_a_pdf_does_not_say_whose_it_is() -> None:
    writer = pypdf.PdfWriter()
    writer.append(io.BytesIO(pdf_writer.write(DOCUMENT)))
    note = annotations.Text(rect=(50, 50, 90, 90), text="xem")
    note[generic.NameObject("/T")] = generic.TextStringObject("Lo Van Suong")
    writer.add_annotation(0, note)
    out = io.BytesIO()
    writer.write(out)

    assert b"Lo Van Suong" not in taken_pdf(OURS, out.getvalue())


def test_a_pdf_keeps_its_addresses_and_nothing_that_runs_or_tells_of_its_program() -> None:
    """A page that runs a script, a link that starts a program, a script behind a link, and an address."""
    writer = pypdf.PdfWriter()
    writer.append(io.BytesIO(pdf_writer.write(DOCUMENT)))
    page = writer.pages[0]
    script = _entries(S="/JavaScript", JS="bao(1)")
    page[generic.NameObject("/AA")] = _entries(O=script)
    page[generic.NameObject("/PieceInfo")] = _entries(Bia=_entries(Private="Lo Van Suong"))
    acts = (
        _entries(S="/Launch", F="chay.exe"),
        script,
        _entries(S="/URI", URI="https://so.bia/", Next=writer._add_object(script)),  # noqa: SLF001  as a file has it
    )
    for act in acts:
        link = annotations.Link(rect=(50, 50, 90, 90), url="https://so.bia/")
        link[generic.NameObject("/A")] = act
        writer.add_annotation(0, link)
    out = io.BytesIO()
    writer.write(out)

    kept = taken_pdf(OURS, out.getvalue())

    for gone in (b"JavaScript", b"Launch", b"PieceInfo"):
        assert gone not in kept
    notes = pypdf.PdfReader(io.BytesIO(kept)).pages[0].annotations or ()
    links = [note.get_object().get("/A", {}) for note in notes]
    assert [dict(act).get("/URI", "") for act in links] == ["", "", "https://so.bia/"]


def _entries(**values: object) -> generic.DictionaryObject:
    """Return a dictionary of a PDF; a text that begins with a stroke is a name."""
    made = generic.DictionaryObject()
    for key, value in values.items():
        kind = generic.NameObject if str(value).startswith("/") else generic.TextStringObject
        made[generic.NameObject(f"/{key}")] = kind(value) if isinstance(value, str) else value
    return made


def may_be_read_only() -> bytes:
    """Return the PDF as a program leaves it that lets everybody read and nobody change it."""
    from app.package import locked_pdf

    writer = pypdf.PdfWriter()
    writer.append(io.BytesIO(pdf_writer.write(DOCUMENT)))
    locked_pdf._bind_ciphers()  # noqa: SLF001  to write the file
    writer.encrypt("", "khoa sua", algorithm="AES-256")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_a_pdf_that_nobody_may_change_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """The child process has not the ciphers that closing a package brings along."""
    from pypdf import _encryption

    pdf, ciphers = may_be_read_only(), pypdf._crypt_providers._fallback  # noqa: SLF001  a child begins with them
    for name in ("CryptAES", "aes_cbc_decrypt", "aes_ecb_decrypt"):
        monkeypatch.setattr(_encryption, name, getattr(ciphers, name))

    with pytest.raises(Refused) as caught:
        taken_pdf(OURS, pdf)

    assert caught.value.code == "L-359"


def locked() -> bytes:
    """Return the PDF under a password."""
    from app.package import locked_pdf

    return locked_pdf.seal(pdf_writer.write(DOCUMENT), b"", "mat khau")


@pytest.mark.parametrize(
    ("pdf", "code"),
    [
        (b"", "L-359"),
        (OURS, "L-359"),
        (b"%PDF-1.7\nkhong phai", "L-359"),
        (pdf_writer.write(DOCUMENT)[:900], "L-359"),
        (pdf_writer.write(CASES[0].document()), "L-360"),
    ],
)
def test_what_is_no_pdf_of_the_file_is_refused(pdf: bytes, code: str) -> None:
    with pytest.raises(Refused) as caught:
        taken_pdf(OURS, pdf)

    assert caught.value.code == code


def test_a_pdf_under_a_password_is_refused() -> None:
    with pytest.raises(Refused) as caught:
        taken_pdf(OURS, locked())

    assert caught.value.code == "L-359"


def test_base85_of_any_file_can_be_stored() -> None:
    from app.domain.word_editions import WordEditionFields

    kept = base64.b85encode(bytes(range(256))).decode()
    values = {"year": 2017, "paper": "a", "taken_on": "2017-12-04", "word": kept}

    assert WordEditionFields.model_validate(values).word == kept
