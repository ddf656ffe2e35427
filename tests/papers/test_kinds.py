"""Every kind: its golden content, the same text in both formats, its edges, its blank form."""

import datetime as dt
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app import papers
from app.domain.member_counts import counts
from app.domain.members import Member
from app.domain.posts import Post
from app.papers import Subject, codec, lint, member_list
from app.papers.blocks import line
from app.papers.content import Document, Leader, Paragraph, Table, plain
from app.papers.counts import count_texts
from app.papers.pages import count
from app.papers.readback import pdf_pages
from app.papers.writers import docx_writer, pdf_writer, text_writer
from app.year.review_year import ReviewYear
from tests.builders import a_post, a_standing
from tests.papers.reading import pdf_text, squeezed, word_lines
from tests.papers.samples import (
    CASES,
    DAY,
    LONGEST_NAME,
    OF_MEMBERS_ALONE,
    PRACTICE_CELL,
    Case,
    members,
    paper,
    review_year,
    subject_of,
    whole_year,
    year_of,
)

GOLDEN = Path(__file__).parent / "golden"
cases = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
kinds = pytest.mark.parametrize("code", [kind.code for kind in papers.KINDS])


def golden(document: Document) -> str:
    """Return the content as JSON, a line for each block and row; styles have a test of their own."""
    value = json.loads(codec.encode(replace(document, styles=())))["document"]
    blocks = [_shown({key: row for key, row in block.items() if key != "rows"}) for block in value["blocks"]]
    for place, block in enumerate(value["blocks"]):
        blocks[place] += "".join("\n  " + _shown(row) for row in block.get("rows", ()))
    return "\n".join([_shown({key: part for key, part in value.items() if key != "blocks"}), *blocks, ""])


def _shown(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


@cases
def test_content_is_as_reviewed(case: Case) -> None:
    assert golden(case.document()) == (GOLDEN / f"{case.name}.json").read_text(encoding="utf-8")


@cases
def test_nothing_is_wrong_with_it(case: Case) -> None:
    assert lint.problems(case.document()) == []


@cases
def test_word_text_is_pdf_text_is_content(case: Case) -> None:
    document = case.document()
    lines = text_writer.lines(document)

    assert [line.strip() for line in word_lines(docx_writer.write(document))] == [
        line.strip() for line in lines
    ]
    assert pdf_text(document) == squeezed("".join(lines))


@pytest.mark.fault("F10")
@cases
def test_the_same_value_gives_the_same_bytes(case: Case) -> None:
    document = case.document()

    assert docx_writer.write(document) == docx_writer.write(case.document())
    assert pdf_writer.write(document) == pdf_writer.write(case.document())


@cases
def test_a_stored_value_is_the_value(case: Case) -> None:
    document = case.document()

    assert codec.decode(codec.encode(document)) == document
    assert codec.unpack(codec.pack(document)) == document


@cases
def test_no_paper_prints_what_only_a_program_says(case: Case) -> None:
    text = " ".join(text_writer.lines(case.document()))

    assert not [word for word in ("None", "NaN", "{", "}", "Sex.", "member_", "datetime") if word in text]


@pytest.mark.parametrize("code", OF_MEMBERS_ALONE)
def test_no_row_one_row_three_pages(code: str) -> None:
    for size in (0, 1, 60):
        document = papers.build(code, review_year(2026, size), subject_of(code, DAY))
        files = docx_writer.write(document), pdf_writer.write(document)
        assert [line.strip() for line in word_lines(files[0])] == text_writer.lines(document)
    pages = count(files[1])
    assert pages == (4 if code == "member_list" else 1)


def test_a_table_head_stands_on_every_page() -> None:
    document = papers.build("member_list", review_year(2026, 60), Subject(dated_on=DAY))
    pages = pdf_pages(pdf_writer.write(document))

    assert all("Số thẻ đảng viên" in page for page in pages)
    assert [page.split()[0] for page in pages] == ["ĐẢNG", "2", "3", "4"]


@pytest.mark.parametrize("size", range(8, 24))
def test_a_signature_is_never_alone(size: int) -> None:
    document = papers.build("member_list", review_year(2026, size), Subject(dated_on=DAY))
    last = pdf_pages(pdf_writer.write(document))[-1]

    assert "T/M CHI BỘ" in last
    assert "Danh sách có" in last
    assert f"{12_345_678:012d}"[:6] in last  # a row of the table came along


@pytest.mark.parametrize("lines", range(24, 44))
def test_the_last_two_lines_of_prose_stay_with_the_signature(lines: int) -> None:
    body = "\n".join(["Dòng."] * (lines - 8) + ["chữ cuối " * 60])
    year = review_year()
    document = papers.build("submission", year, Subject(paper(DAY, body=body)))
    last = pdf_pages(pdf_writer.write(document))[-1]

    assert "T/M CHI BỘ" in last
    assert len(last[: last.index("Nơi nhận")].split("\r\n")) > 2


@pytest.mark.parametrize("lines", range(0, 24, 2))
def test_a_heading_goes_along_with_the_row_the_signature_takes(lines: int) -> None:
    document = papers.build("cell_scores", whole_year(2017), Subject(paper(DAY, kind="cell_scores")))
    table = max(place for place, block in enumerate(document.blocks) if isinstance(block, Table))
    heading = document.blocks[table - 2]  # a little room stands between
    assert isinstance(heading, Paragraph)
    filler = (line("Dòng.", "body"),) * lines
    blocks = (*document.blocks[: table - 2], *filler, *document.blocks[table - 2 :])
    last = pdf_pages(pdf_writer.write(replace(document, blocks=blocks)))[-1]

    assert "Nơi nhận" in last
    assert plain(heading) in last


@kinds
def test_the_longest_name_is_not_cut(code: str) -> None:
    year = replace(
        review_year(),
        members=(Member(uid="1" * 32, full_name=LONGEST_NAME),),
        posts=(Post(uid="2" * 32, member_uid="1" * 32, title=LONGEST_NAME),),
        cell=PRACTICE_CELL.model_copy(update={"name": LONGEST_NAME, "place_name": LONGEST_NAME}),
    )
    document = papers.build(code, year, subject_of(code, DAY))

    assert squeezed(LONGEST_NAME.upper()) in squeezed("".join(pdf_pages(pdf_writer.write(document))))
    assert squeezed("".join(text_writer.lines(document))) == squeezed(
        "".join(word_lines(docx_writer.write(document)))
    )


@kinds
def test_a_practice_paper_says_so_on_every_page(code: str) -> None:
    document = papers.build(code, review_year(2026, 60, PRACTICE_CELL), subject_of(code, DAY))
    pages = pdf_pages(pdf_writer.write(document))

    assert all("TÀI LIỆU LUYỆN TẬP" in page for page in pages)


@kinds
def test_a_blank_form_has_room_for_a_pen(code: str) -> None:
    document = papers.build(code, review_year(2026, 0), Subject())
    room_mm = sum(
        max(block.least_row_mm, 8)
        for block in document.blocks
        if isinstance(block, Table)
        for row in block.rows
        if not any(plain(one) for cell in row for one in cell.paragraphs)
    )

    assert room_mm >= 80 or any(isinstance(block, Leader) for block in document.blocks)
    assert "ngày …… tháng …… năm 2026" in " ".join(text_writer.lines(document))


def test_kinds_differ_by_more_than_the_title() -> None:
    bodies: dict[str, set[str]] = {}
    for kind in papers.KINDS:
        year = year_of(kind.code, DAY)
        lines = text_writer.lines(papers.build(kind.code, year, subject_of(kind.code, DAY)))
        bodies[kind.code] = set(lines)

    for code, own in bodies.items():
        for other, others in bodies.items():
            # Another name, subject and file alone make four lines.
            assert code == other or len(own ^ others) >= 8, (code, other)


def test_members_stand_by_post_then_name() -> None:
    document = papers.build("member_list", review_year(2026, 6), Subject(dated_on=DAY))
    table = next(block for block in document.blocks if isinstance(block, Table))
    names = [plain(row[1].paragraphs[0]) for row in table.rows[1:]]
    posts = [plain(row[7].paragraphs[0]) for row in table.rows[1:]]

    assert posts == ["Bí thư", "Phó bí thư", "Chi ủy viên, Trưởng thôn", "", "", ""]
    assert names[3:] == ["Nguyễn Văn A A", "Đặng Văn Ơ E", "Vũ Hoàng Ư F"]


def test_a_submission_states_the_numbers_of_the_year() -> None:
    text = " ".join(text_writer.lines(papers.build("submission", review_year(2026, 10), Subject(paper(DAY)))))

    assert "Tổng số đảng viên: 10, trong đó: chính thức 09, dự bị 01; nữ ………." in text
    assert "Hướng dẫn số 38-HD/BTCTW, ngày 29/9/2025" in text
    assert "Số 05-TTr/CB" in text


def test_numbers_that_the_list_does_not_give_are_left_to_a_pen() -> None:
    known = counts(members(6))
    no_dates = counts(
        [member.model_copy(update={"admitted_on": "", "official_on": ""}) for member in members(6)]
    )

    assert (known.official, known.probationary, known.women) == (6, 0, 3)
    assert (no_dates.official, no_dates.probationary, no_dates.women) == (None, None, 3)
    assert counts(members(7)).women is None
    assert set(count_texts(()).values()) == {""}


def test_a_finished_list_tells_again_whom_it_names() -> None:
    year = review_year(2026, 9)
    document = papers.build("member_list", year, Subject(dated_on=DAY))

    told = {one.full_name: one.model_dump(exclude={"post"}) for one in member_list.listed(document)}

    assert told == {
        one.full_name: one.model_dump(exclude={"uid", "rev", "trashed_on"}) for one in year.members
    }
    posts = {one.full_name: one.post for one in member_list.listed(document) if one.post}
    assert posts == {
        "Trần Thị B B": "Chi ủy viên, Trưởng thôn",
        "Lê Quý Đ C": "Phó bí thư",
        "Phạm Thị Thanh C D": "Bí thư",
    }
    assert member_list.listed(papers.build("member_list", review_year(2026, 0), Subject())) == ()


def test_words_of_the_layout_in_force() -> None:
    def lines(day: dt.date) -> list[str]:
        return text_writer.lines(papers.build("submission", review_year(day.year), Subject(paper(day))))

    assert "Kính gửi: Đảng ủy xã Mẫu" in lines(dt.date(2026, 5, 26))
    assert "- Như trên," in lines(dt.date(2026, 5, 26))
    assert "Kính trình: Đảng ủy xã Mẫu" in lines(dt.date(2026, 5, 27))
    assert "- Như trên;" in lines(dt.date(2026, 5, 27))
    assert "- Lưu Chi bộ." in lines(dt.date(2026, 5, 27))


def test_an_unnumbered_submission_is_a_draft() -> None:
    text = text_writer.lines(papers.build("submission", review_year(), Subject(paper(DAY, number=None))))

    assert "Số ……-TTr/CB" in text
    assert "Dự thảo" in text
    assert "Dự thảo" not in text_writer.lines(papers.build("submission", review_year(), Subject(paper(DAY))))


def test_a_deputy_signs_without_standing_in() -> None:
    document = papers.build(
        "submission",
        review_year(),
        Subject(paper(DAY, signer="deputy_secretary", signer_name="Trần Thị B")),
    )
    lines = text_writer.lines(document)

    assert lines[-3:] == ["T/M CHI BỘ", "PHÓ BÍ THƯ", "Trần Thị B"]


@pytest.mark.parametrize(
    ("year", "name"), [(2017, "MỤC LỤC HỒ SƠ"), (2024, "MỤC LỤC HỒ SƠ"), (2025, "DANH MỤC HỒ SƠ")]
)
def test_the_contents_list_has_the_name_of_its_years(year: int, name: str) -> None:
    document = papers.build("contents_list", review_year(year), Subject(dated_on=dt.date(year, 12, 1)))

    assert name in text_writer.lines(document)


def on(day: dt.date, year: ReviewYear) -> list[list[str]]:
    """Return the rows of the list of that day: name, official since, post, remark."""
    table = next(
        block
        for block in papers.build("member_list", year, Subject(dated_on=day)).blocks
        if isinstance(block, Table)
    )
    rows = [["".join(map(plain, cell.paragraphs)) for cell in row] for row in table.rows[1:]]
    return [[row[1], row[5], row[7], row[8]] for row in rows]


def test_a_list_says_what_held_on_its_own_date() -> None:
    first, second, third = members(3)
    lives: dict[str, Any] = {
        "posts": (
            a_post(first, "cell_secretary", started_on="2020-01-01", ended_on="2025-06-30"),
            a_post(second, "deputy_secretary", started_on="2020-01-01", ended_on="2025-06-30"),
            a_post(second, "cell_secretary", started_on="2025-07-01"),
        ),
        "standings": (
            a_standing(first, "exempt", started_on="2025-07-01"),
            a_standing(third, "transferred_out", started_on="2026-01-01"),
        ),
    }
    year = replace(review_year(2026, 3), **lives)
    names = [one.full_name for one in (first, second, third)]

    assert on(dt.date(2025, 6, 30), year) == [
        [names[0], "03/02/2002", "Bí thư", ""],
        [names[1], "03/02/2002", "Phó bí thư", ""],
        [names[2], "03/02/2002", "", ""],
    ]
    assert on(dt.date(2026, 11, 24), year) == [
        [names[1], "03/02/2002", "Bí thư", ""],
        [names[0], "03/02/2002", "", "Miễn sinh hoạt"],
    ]
    assert [row[1] for row in on(dt.date(2001, 12, 1), year)] == ["", "", ""]


def test_a_guest_stands_last_counts_elsewhere_and_is_no_fact_of_this_cell() -> None:
    first, second = members(2)
    standings = (a_standing(first, "temporary_here", started_on="2026-02-01"),)
    year = replace(review_year(2026, 2), posts=(), standings=standings)
    document = papers.build("member_list", year, Subject(dated_on=DAY))
    text = " ".join(text_writer.lines(document))

    assert [row[0] for row in on(DAY, year)] == [second.full_name, first.full_name]
    assert on(DAY, year)[1][3] == "Sinh hoạt tạm thời"
    assert "Danh sách có 01 đảng viên" in text
    assert "Đang sinh hoạt tạm thời tại chi bộ: 01 đảng viên." in text
    assert [one.full_name for one in member_list.listed(document)] == [second.full_name]


def test_a_list_of_an_older_program_is_read_without_remarks() -> None:
    document = papers.build("member_list", review_year(2026, 3), Subject(dated_on=DAY))
    older = [
        replace(block, rows=tuple(row[:8] for row in block.rows)) if isinstance(block, Table) else block
        for block in document.blocks
    ]

    assert member_list.listed(replace(document, blocks=tuple(older))) == member_list.listed(document)
