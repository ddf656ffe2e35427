"""Whatever was typed comes out the same in Word and PDF: clean, literal, whole, never a silent box."""

import contextlib
import dataclasses
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app import papers
from app.papers import Subject, lint
from app.papers.content import Document, Leader, PageSetup, Paragraph, Rule, Run, SideBySide
from app.papers.glyphs import COVERED, MISSING, drawable
from app.papers.readback import pdf_pages
from app.papers.writers import docx_writer, pdf_writer, text_writer
from tests.papers.reading import pdf_text, squeezed, word_lines
from tests.papers.samples import CASES, DAY, Case, paper, review_year
from tests.sizes import report, size

HARD = [
    "a <b c </b> & <img src='file:///etc/passwd'> <font size=99>",
    "{{x}} {0} %s {cell} ]]> <!-- -->",
    "a\u0302\u0301 Nguye\u0302\u0303n Va\u0306n A\u0323",
    "\x00\x07\x1b[31m\u202e\u200b\ufeff\u00ad\ufffe",
    "😀 trăm lẻ một 漢字 \u0627\u0644",
    "-- ‑ ‐ – — … “ngoặc” ‘đơn’ 5 ≤ 6 ½ ₫ € № ™",
    "\tdòng\r\nhai\u2028ba\x0bbốn",
    "&amp; &lt; &#65; &nbsp;",
    "x" * 2_000,
]
# Words of Vietnamese and of everything else, so that both the common and the strange are met.
ANYTHING = st.one_of(st.sampled_from(HARD), st.text(min_size=1, max_size=300))


def documents(text: str) -> Document:
    """Return a submission whose body, recipient and addressee are `text`."""
    values = {"body": f"Đầu {text}\nCuối", "recipients": text[:150], "addressee": text[:150]}
    return papers.build("submission", review_year(), Subject(paper(DAY, **values)))


def assert_same(document: Document) -> None:
    """Assert that content, Word and PDF have one text."""
    lines = text_writer.lines(document)
    in_word = word_lines(docx_writer.write(document))
    assert [line.strip() for line in in_word] == [line.strip() for line in lines]
    assert pdf_text(document) == squeezed("".join(lines))


@pytest.mark.parametrize("text", HARD, ids=range(len(HARD)))
def test_hard_texts_come_out_the_same(text: str) -> None:
    assert_same(documents(text))


@dataclass
class Tally:
    """How many texts there were, how many came out the same, how long the slowest took."""

    texts: int = 0
    same: int = 0
    slowest_ms: int = 0


@pytest.fixture(scope="module")
def tally() -> Iterator[Tally]:
    tally = Tally()
    yield tally
    if tally.texts:
        report("E02", **dataclasses.asdict(tally))


@settings(
    max_examples=size(40, 2000), suppress_health_check=[HealthCheck.function_scoped_fixture], database=None
)
@given(text=ANYTHING)
@pytest.mark.fault("E02", "F03")
def test_any_text_comes_out_the_same(text: str, tally: Tally) -> None:
    started = time.perf_counter()
    tally.texts += 1
    assert_same(documents(text))
    tally.same += 1
    tally.slowest_ms = max(tally.slowest_ms, round(1000 * (time.perf_counter() - started)))


def test_a_writer_that_loses_a_letter_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """The test above can fail: here the last letter of every paper is lost in Word."""
    caught, real = 0, docx_writer.write

    def careless(document: Document) -> bytes:
        last = Paragraph((Run("Cuố"),), "body")
        return real(replace(document, blocks=(*document.blocks[:-1], last)))

    monkeypatch.setattr(docx_writer, "write", careless)
    for text in HARD:
        with contextlib.suppress(AssertionError):
            assert_same(documents(text))
            continue
        caught += 1
    report("E02 control", texts=len(HARD), caught=caught)
    assert caught == len(HARD)


@pytest.mark.fault("E08", "E09")
def test_markup_and_placeholders_are_literal() -> None:
    text = "".join(pdf_pages(pdf_writer.write(documents("a <b>c</b> &amp; {{x}} %s"))))

    assert "a <b>c</b> &amp; {{x}} %s" in text


@pytest.mark.fault("E08")
def test_no_file_is_opened_that_a_text_names(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    picture = tmp_path / "x.png"
    picture.write_bytes(b"picture")
    assert_same(documents("warm"))
    opened: list[str] = []
    monkeypatch.setattr("builtins.open", lambda name, *_, **__: opened.append(str(name)))
    monkeypatch.setattr("io.open", lambda name, *_, **__: opened.append(str(name)))
    for text in (
        f'<img src="{picture}"/>',
        f'<a href="file://{picture}">x</a>',
        f"<font name='{picture}'>x</font>",
    ):
        assert text in "".join(text_writer.lines(documents(text)))
        docx_writer.write(documents(text))
        pdf_writer.write(documents(text))
    assert [name for name in opened if "x.png" in name] == []


@pytest.mark.fault("F05")
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_nothing_unfilled_stands_in_a_paper(case: Case) -> None:
    lines = text_writer.lines(case.document())
    assert [line for line in lines if UNFILLED.search(line)] == []


UNFILLED = re.compile(r"[{}]|\b(?:None|nan|null|True|False|Invalid|undefined)\b|%[sd]|\d{4}-\d{2}-\d{2}")


@pytest.mark.fault("E05")
def test_a_character_without_a_letter_in_the_font_is_seen_and_told_once() -> None:
    document = documents("vui 😀 😀 漢")

    assert f"vui {MISSING} {MISSING} {MISSING}" in " ".join(text_writer.lines(document))
    assert [(one.code, one.params, one.severity) for one in lint.problems(document)] == [
        ("paper.characters_replaced", {"characters": "漢 😀"}, "warning")
    ]


def test_a_word_without_end_wraps_and_is_whole() -> None:
    body = "x" * 19_000
    pages = pdf_pages(pdf_writer.write(documents(body)))

    assert len(pages) > 5
    assert "".join(pages).count("x") >= 19_000


@pytest.mark.fault("E07")
def test_a_word_of_100_000_letters_is_whole_in_both_formats() -> None:
    word = Paragraph((Run("ờ" * 100_000),), "body")
    document = replace(documents("x"), blocks=(word,))

    started = time.perf_counter()
    assert len(word_lines(docx_writer.write(document))[0]) == 100_000
    assert pdf_text(document) == "ờ" * 100_000
    report("E07", slowest_ms=round(1000 * (time.perf_counter() - started)))


@pytest.mark.fault("F08")
def test_text_longer_than_a_page_in_a_cell_flows_on() -> None:
    year = review_year(2026, 3)
    long = year.posts[0].model_copy(update={"title": "chức vụ dài " * 1_500})
    document = papers.build("member_list", replace(year, posts=(long,)), Subject(dated_on=DAY))

    assert squeezed("".join(pdf_pages(pdf_writer.write(document)))).count("dài") == 1_500


def test_the_same_text_typed_decomposed_is_the_same_paper() -> None:
    assert documents("Nguye\u0302\u0303n") == documents("Nguyễn")


def test_every_covered_character_is_in_the_font() -> None:
    letters = "".join(chr(code) for first, last in COVERED for code in range(first, last + 1))
    page = PageSetup(210, 297, 20, 20, 30, 15, 10)
    styles = papers.build("submission", review_year(), Subject()).styles
    line = Paragraph((Run(letters),), "body")
    head = SideBySide((line, Rule("x", "body")), (line,), 80, 85)
    document = drawable(Document("x", "hd05", page, styles, (line, head, Leader(letters[:50], "body"))))

    assert document.replaced == ""
    assert_same(document)
