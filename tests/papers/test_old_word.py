"""Word files for old fonts put into Unicode: letters, fonts, split runs; Unicode stays byte for byte."""

import io
import zipfile
from collections.abc import Callable

import pytest

from app.papers.layout_check import look
from app.papers.old_word import convert
from app.papers.writers import docx_writer
from tests.common.test_old_fonts import in_vni
from tests.common.test_old_fonts_converted import typed_for_tcvn3
from tests.papers.layout_check import word_hands as hands
from tests.papers.layout_check.test_layout_check import TODAY, TYPED, data_of
from tests.papers.layout_check.word_xml import Made, p, packed, run, theme
from tests.papers.reading import word_lines
from tests.papers.samples import CASES, Case

ENCODED = {"TCVN3": typed_for_tcvn3, "VNI": in_vni}
FONT = {"TCVN3": ".VnTime", "VNI": "VNI-Times"}
kinds = pytest.mark.parametrize("kind", ENCODED)


def fonts(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}"/>'


def old_file(made: Made, kind: str) -> bytes:
    """Return the file as it would have been typed in those years, every letter and every font."""
    with zipfile.ZipFile(io.BytesIO(made.data())) as package:
        parts = {name: package.read(name).decode() for name in package.namelist()}
    for name in ("word/document.xml", "word/styles.xml", "word/theme/theme1.xml"):
        if name in parts:
            parts[name] = parts[name].replace("Times New Roman", FONT[kind])
    parts["word/document.xml"] = in_texts(parts["word/document.xml"], ENCODED[kind])
    return packed(parts)


def in_texts(xml: str, typed: Callable[[str], str]) -> str:
    """Return the XML with what stands between the marks of texts typed for an old font."""
    begin = '<w:t xml:space="preserve">'
    pieces = xml.split(begin)
    for at, piece in enumerate(pieces[1:], start=1):
        words, end, rest = piece.partition("</w:t>")
        pieces[at] = typed(words) + end + rest
    return begin.join(pieces)


@kinds
@pytest.mark.parametrize("make", [hands.report, hands.submission_word_2010, hands.letter, hands.minutes])
def test_a_whole_file_reads_again_and_is_set_right(make: Callable[[], Made], kind: str) -> None:
    made = make()

    found = convert(old_file(made, kind))

    assert found.kinds == (kind,)
    assert [text.casefold() for text in word_lines(found.data)] == [
        text.casefold() for text in word_lines(made.data())
    ]
    assert [one.code for one in look(found.data, None, TODAY).found] == []


@kinds
def test_a_letter_parted_among_two_runs_is_put_together(kind: str) -> None:
    typed = ENCODED[kind]("Chi bộ đã họp đủ")
    runs = [run(letter, more=fonts(FONT[kind])) for letter in typed]
    made = Made([p(*runs)])

    found = convert(made.data())

    assert word_lines(found.data) == ["Chi bộ đã họp đủ"]
    assert found.changes == [(typed, "Chi bộ đã họp đủ")]


def test_fonts_of_capitals_give_capitals_and_other_runs_stay() -> None:
    made = Made(
        [
            p(
                run(typed_for_tcvn3("báo cáo"), more=fonts(".VnTimeH")),
                run(" của Chi bộ thôn Đoài", more=fonts("Times New Roman")),
            )
        ]
    )

    found = convert(made.data())

    assert word_lines(found.data) == ["BÁO CÁO của Chi bộ thôn Đoài"]


def test_the_font_may_come_from_a_style_or_a_theme() -> None:
    made = Made([p(run(in_vni("Chi bộ đã họp"), size=0), style="Than")])
    made.styles += (
        '<w:style w:type="paragraph" w:styleId="Than"><w:name w:val="Than"/><w:rPr>'
        f"{fonts('VNI-Times')}</w:rPr></w:style>"
    )
    by_theme = Made(
        [p(run(in_vni("Chi bộ đã họp"), size=0))], defaults='<w:rFonts w:hAnsiTheme="minorHAnsi"/>'
    )
    by_theme.theme = theme("VNI-Times", "Arial")

    for one in (made, by_theme):
        assert word_lines(convert(one.data()).data) == ["Chi bộ đã họp"]
    assert b"VNI-Times" not in zipfile.ZipFile(io.BytesIO(convert(made.data()).data)).read("word/styles.xml")


@kinds
@pytest.mark.parametrize("words", ["Chi bộ đã họp", "có ý là nói cho hết", "Đảng ủy xã Mẫu"])
def test_unicode_typed_in_an_old_font_stays(kind: str, words: str) -> None:
    made = Made([p(run(words, more=fonts(FONT[kind])))])

    assert word_lines(convert(made.data()).data) == [words]


@kinds
def test_letters_whose_font_was_changed_are_known_by_how_they_read(kind: str) -> None:
    made = Made([p(run(ENCODED[kind]("Chi bộ đã rà soát danh sách đảng viên")))])

    assert word_lines(convert(made.data()).data) == ["Chi bộ đã rà soát danh sách đảng viên"]


@pytest.mark.parametrize("make", TYPED, ids=lambda make: make.__name__)
def test_a_file_in_unicode_is_given_back_as_it_was(make: Callable[[], Made | bytes]) -> None:
    data = data_of(make)

    found = convert(data)

    assert (found.data is data, found.kinds, found.changes) == (True, (), [])


@pytest.mark.parametrize("case", CASES[::3], ids=lambda case: case.name)
def test_a_paper_of_ours_is_given_back_as_it_was(case: Case) -> None:
    data = docx_writer.write(case.document())

    assert convert(data).data is data
