"""A form of the upper committee is taken in, marked, used in place of ours, and ours is used again."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdf
import pytest
from docx import Document
from openpyxl import load_workbook
from sqlalchemy import event

from app.bootstrap import Core, load_cell
from app.domain.committee_forms import CommitteeForm
from app.errors import Invalid, NotFound, Refused
from app.papers.committee.model import lines_in, lines_in_row, marks_of
from app.services.paper_making import forms_used
from app.year.dump import dump
from tests.builders import PASSWORD, SteadyClock, seams
from tests.papers.committee import finding, samples
from tests.papers.samples import whole_year

YEAR = 2017
SENT = {"sender": "Ban Tổ chức Huyện ủy Mẫu", "received_on": "01/12/2017"}


@pytest.fixture
def core(tmp_path: Path) -> Iterator[Core]:
    opened, _ = load_cell(tmp_path / "so", PASSWORD, dump(whole_year(YEAR)), seams(SteadyClock()))
    yield opened
    opened.close()


def taken(core: Core, folder: Path, kind: str, data: bytes, name: str = "Mẫu.docx") -> CommitteeForm:
    path = folder / name
    path.write_bytes(data)
    return core.forms.take_in(kind, YEAR, core.forms.look(path), SENT)


def marked_levels(core: Core, folder: Path) -> CommitteeForm:
    form = taken(core, folder, "level_summary", samples.levels_form(), "Mẫu danh sách xếp loại.docx")
    view = core.forms.marking.whole(form.uid).view
    row = finding.table(view, "Họ và tên").rows[2]
    core.forms.marking.repeat(form.uid, row.at)
    columns = ("row.place", "row.name", "row.born", "row.self_level", "row.level")
    for place, key in enumerate(columns):
        core.forms.marking.mark(form.uid, finding.cell(row, place), key)
    core.forms.marking.mark(form.uid, finding.behind(view, "ĐẢNG VIÊN NĂM "), "year.this")
    core.forms.marking.mark(form.uid, finding.behind(view, "Chi bộ: "), "cell.name")
    core.forms.marking.mark(form.uid, finding.behind(view, "Tổng số: "), "strength.total")
    return form


def word(data: bytes) -> Any:
    return Document(io.BytesIO(data))


def test_the_list_of_the_committee_is_filled_row_by_row(core: Core, tmp_path: Path) -> None:
    form = marked_levels(core, tmp_path)

    core.forms.use(form.uid)

    paper = core.papers.add("level_summary", YEAR, {})
    written, pdf = core.papers.write(paper.uid, tmp_path / "ra")
    made = word(written.read_bytes())
    rows = [[cell.text for cell in row.cells] for row in made.tables[0].rows[2:]]
    names = [one.full_name for one in core.review.whole(YEAR).members]
    assert written.suffix == ".docx"
    assert sorted(row[1] for row in rows) == sorted(names)
    assert [row[0] for row in rows] == [str(place) for place in range(1, len(names) + 1)]
    assert all(row.cells[0].paragraphs[0].runs[0].bold for row in made.tables[0].rows[2:])
    said = [paragraph.text for paragraph in made.paragraphs]
    assert said[0] == "DANH SÁCH ĐỀ NGHỊ XẾP LOẠI ĐẢNG VIÊN NĂM 2017"
    assert said[1] == f"Chi bộ: {core.review.whole(YEAR).cell.name}"
    assert said[2].startswith(f"Tổng số: {len(names):02d} đảng viên")
    assert "trong đó chính thức …… đồng chí" in said[2]
    pages = "".join(page.extract_text() for page in pypdf.PdfReader(pdf).pages)
    assert all(name in " ".join(pages.split()) for name in names)


def test_minutes_are_written_on_the_dotted_lines(core: Core, tmp_path: Path) -> None:
    form = taken(core, tmp_path, "review_minutes", samples.minutes_form())
    view = core.forms.marking.whole(form.uid).view
    mark = core.forms.marking.mark
    mark(form.uid, finding.behind(view, "bắt đầu: "), "meeting.start_hour")
    mark(form.uid, finding.behind(view, "giờ "), "meeting.start_minute")
    mark(form.uid, finding.behind(view, "phút, ngày "), "meeting.short_date")
    mark(form.uid, finding.behind(view, "Địa điểm:"), "meeting.place")
    mark(form.uid, finding.behind(view, "Chủ trì: "), "meeting.chair")
    mark(form.uid, finding.behind(view, "Thư ký hội nghị:"), "meeting.recorder")
    mark(form.uid, finding.below(view, "I. Kết luận"), "meeting.conclusions")
    mark(form.uid, finding.behind(view, "năm 20"), "paper.year")
    core.forms.use(form.uid)
    about = next(one for one in core.papers.offered.abouts("review_minutes", YEAR))

    paper = core.papers.add("review_minutes", YEAR, {"about": about.about, "dated_on": "06/12/2017"})
    written, _ = core.papers.write(paper.uid, tmp_path / "ra")

    made = word(written.read_bytes())
    said = [paragraph.text for paragraph in made.paragraphs]
    whole = "\n".join(said)
    assert made.tables[0].rows[0].cells[1].text.endswith("năm 2017")
    assert "{nam}" not in whole
    assert "kiểm điểm, xếp loại năm 2017" in whole
    chair = next(paragraph for paragraph in made.paragraphs if paragraph.text.startswith("Chủ trì: "))
    assert chair.text.startswith("Chủ trì: đồng chí ")
    assert chair.runs[-1].italic
    assert next(one for one in said if one.startswith("Địa điểm:")).startswith("Địa điểm: ")
    assert "\t" not in whole
    assert samples.DOTS * 5 not in whole
    assert said[-1] == "Hội nghị kết thúc lúc ………… cùng ngày."


def test_what_is_not_marked_stays_byte_for_byte(core: Core, tmp_path: Path) -> None:
    form = marked_levels(core, tmp_path)
    core.forms.use(form.uid)

    paper = core.papers.add("level_summary", YEAR, {})
    written, _ = core.papers.write(paper.uid, tmp_path / "ra")

    with zipfile.ZipFile(io.BytesIO(samples.levels_form())) as old, zipfile.ZipFile(written) as new:
        assert old.namelist() == new.namelist()
        changed = [name for name in old.namelist() if old.read(name) != new.read(name)]
    assert changed == ["word/document.xml"]


def test_an_issued_paper_stays_as_issued_when_the_form_goes(core: Core, tmp_path: Path) -> None:
    form = marked_levels(core, tmp_path)
    core.forms.use(form.uid)
    paper = core.papers.issue(core.papers.add("level_summary", YEAR, {}).uid)

    core.forms.back_to_ours(YEAR, "level_summary")
    core.forms.remove(form.uid)
    later = core.papers.add("level_summary", YEAR, {})

    (issued, _), (ours, _) = core.papers.sets.write([paper.uid, later.uid], tmp_path / "ra")
    assert word(issued.read_bytes()).paragraphs[0].text.startswith("DANH SÁCH ĐỀ NGHỊ XẾP LOẠI")
    assert "DANH SÁCH ĐỀ NGHỊ" not in word(ours.read_bytes()).paragraphs[0].text
    used = core.papers.making.forms_of(core.papers.list(YEAR))
    assert {uid: (one.name, one.version) for uid, one in used.items()} == {
        paper.uid: ("Mẫu danh sách xếp loại", 1)
    }


def test_versions_of_a_kind_take_turns_and_undo_goes_back(core: Core, tmp_path: Path) -> None:
    first = marked_levels(core, tmp_path)
    core.forms.use(first.uid)
    second = marked_levels(core, tmp_path)

    core.forms.use(second.uid)

    assert [(one.version, one.in_use) for one in core.forms.list(YEAR)] == [(1, False), (2, True)]
    core.history.undo()
    assert [(one.version, one.in_use) for one in core.forms.list(YEAR)] == [(1, True), (2, False)]


def test_a_mark_that_the_rules_adopted_meanwhile_do_not_have_is_told_in_words(
    core: Core, tmp_path: Path
) -> None:
    form = core.forms.marking.whole(marked_levels(core, tmp_path).uid).form
    marks = marks_of(form.marks)
    at = next(iter(marks.places))
    gone = replace(marks, places={**marks.places, at: "level.count.cua_bo_cu"})
    with core.review.database.write("form.mark") as work:
        work.change(CommitteeForm, form.uid, form.rev, marks=gone.encode())

    whole = core.forms.marking.whole(form.uid)
    assert whole.label(whole.marks.places[at]) == "trường không còn trong bộ quy định"
    assert whole.label("keep") == ""


def test_a_name_of_the_form_is_matched_and_a_strange_one_is_named(core: Core, tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("Chi bộ: {ten_chi_bo}; năm «Nam»; mã ${ma_ho_so}")
    form = taken(core, tmp_path, "level_summary", samples.saved(document))

    assert sorted(marks_of(form.marks).places.values()) == ["cell.name", "year.this"]
    assert core.forms.faults(form).unknown == ("ma_ho_so",)
    with pytest.raises(Refused) as refused:
        core.forms.use(form.uid)
    assert (refused.value.code, refused.value.params["unknown"]) == ("L-333", "ma_ho_so")

    view = core.forms.marking.whole(form.uid).view
    core.forms.marking.mark(form.uid, finding.behind(view, "mã "), "keep")
    core.forms.use(form.uid)

    written, _ = core.papers.write(core.papers.add("level_summary", YEAR, {}).uid, tmp_path / "ra")
    text = word(written.read_bytes()).paragraphs[0].text
    assert text == f"Chi bộ: {core.review.whole(YEAR).cell.name}; năm 2017; mã ${{ma_ho_so}}"


def test_a_form_without_marks_or_with_a_broken_row_is_not_used(core: Core, tmp_path: Path) -> None:
    form = taken(core, tmp_path, "level_summary", samples.levels_form())
    with pytest.raises(Refused, match="L-334"):
        core.forms.use(form.uid)
    view = core.forms.marking.whole(form.uid).view
    core.forms.marking.mark(form.uid, finding.behind(view, "Chi bộ: "), "row.name")
    with pytest.raises(Refused, match="L-335"):
        core.forms.use(form.uid)
    core.forms.marking.mark(form.uid, finding.behind(view, "Chi bộ: "), "cell.name")
    core.forms.marking.repeat(form.uid, finding.table(view, "Họ và tên").rows[2].at)
    with pytest.raises(Refused, match="L-335"):
        core.forms.use(form.uid)
    assert core.forms.faults(core.forms.list(YEAR)[0]).missing == ("row.name", "row.level")


def test_a_place_that_the_form_does_not_have_is_refused(core: Core, tmp_path: Path) -> None:
    form = taken(core, tmp_path, "level_summary", samples.levels_form())
    for at in ("document/999/0-3", "document/0/0-999", "header9/0/0-1"):
        with pytest.raises(Refused, match="L-339"):
            core.forms.marking.mark(form.uid, at, "cell.name")
    with pytest.raises(Refused, match="L-339"):
        core.forms.marking.repeat(form.uid, "document/row/99")


def test_who_sent_the_form_is_asked_for(core: Core, tmp_path: Path) -> None:
    path = tmp_path / "Mẫu.docx"
    path.write_bytes(samples.levels_form())
    seen = core.forms.look(path)

    assert seen.place_count > 10
    with pytest.raises(Invalid) as invalid:
        core.forms.take_in("level_summary", YEAR, seen, {"sender": "", "received_on": "hôm qua"})
    assert {problem.field for problem in invalid.value.problems} == {"sender", "received_on"}
    with pytest.raises(Refused, match="L-338"):
        core.forms.take_in("contents_list", YEAR, seen, SENT)
    assert core.forms.list(YEAR) == ()


def test_the_form_is_tried_with_invented_data(core: Core, tmp_path: Path) -> None:
    form = marked_levels(core, tmp_path)
    before = core.years.dump(YEAR)

    tried = core.forms.trials.tried(form.uid)
    longest = core.forms.trials.tried(form.uid, longest=True)

    assert "Nguyễn Thị Mẫu" in "".join(row.cells[1].text for row in word(tried.file).tables[0].rows)
    assert len(word(longest.file).tables[0].rows) == 2 + 12
    assert word(tried.file).paragraphs[0].text == "TÀI LIỆU LUYỆN TẬP"
    assert tried.pdf.startswith(b"%PDF")
    assert core.years.dump(YEAR) == before


def test_a_year_with_forms_is_dumped_and_loaded_whole(core: Core, tmp_path: Path) -> None:
    form = marked_levels(core, tmp_path)
    core.forms.use(form.uid)
    core.papers.issue(core.papers.add("level_summary", YEAR, {}).uid)

    dumped = core.years.dump(YEAR)
    other, _ = load_cell(tmp_path / "khac", PASSWORD, dumped, seams(SteadyClock()))

    assert [one.name for one in other.forms.list(YEAR)] == ["Mẫu danh sách xếp loại"]
    assert other.years.dump(YEAR) == dumped
    other.close()


def test_the_next_year_takes_over_the_marks_that_its_rules_know(core: Core, tmp_path: Path) -> None:
    """The form of 2017 has a section on ideology, that of 2018 none: a paper must not lack it unseen."""
    form = taken(core, tmp_path, "self_review", samples.minutes_form())
    places = [
        piece.at
        for part in core.forms.marking.whole(form.uid).view.parts
        for line in lines_in(part.blocks)
        for piece in line.pieces
        if piece.at
    ]
    for at, key in zip(places, ("person.name", "section.ideology", "section.shortcomings"), strict=False):
        core.forms.marking.mark(form.uid, at, key)
    core.forms.use(form.uid)
    core.years.open(YEAR + 1)

    (later,) = core.forms.take_over(YEAR + 1)

    marks = core.forms.marks(later)
    assert sorted(marks.places.values()) == ["person.name", "section.shortcomings", "year.this"]
    whole = core.forms.marking.whole(later.uid)
    assert all(whole.label(key) != key for key in marks.places.values())


def test_a_finished_year_keeps_its_forms(core: Core, tmp_path: Path) -> None:
    form = marked_levels(core, tmp_path)
    cycle = core.review.cycles.get(YEAR)
    assert cycle
    core.review.cycles.finish(cycle)
    view = core.forms.marking.whole(form.uid).view

    for act in (
        lambda: core.forms.use(form.uid),
        lambda: core.forms.back_to_ours(YEAR, "level_summary"),
        lambda: core.forms.remove(form.uid),
        lambda: core.forms.marking.mark(form.uid, finding.behind(view, "Chi bộ: "), "year.this"),
        lambda: core.forms.marking.repeat(form.uid, finding.table(view, "TT").rows[2].at, on=False),
    ):
        with pytest.raises(Refused, match="L-540"):
            act()


def marked_book(core: Core, folder: Path) -> CommitteeForm:
    form = taken(core, folder, "level_summary", samples.levels_book(picture=True), "Mẫu xếp loại.xlsx")
    whole = core.forms.marking.whole(form.uid)
    rows = [row for row in finding.rows_in(whole.view.parts[0].blocks) if row.at == "0/row/7"]
    core.forms.marking.repeat(form.uid, "0/row/7")
    good, fulfilled = [key for key in (one.key for one in whole.fields) if key.startswith("row.votes.")][1:3]
    for place, key in enumerate(("row.place", "row.name", "row.born", good, fulfilled), start=1):
        core.forms.marking.mark(form.uid, finding.cell(rows[0], place), key)
    core.forms.marking.mark(form.uid, "0/B2/0-0", "cell.name")
    return core.forms.use(form.uid)


def test_a_sheet_of_the_committee_goes_into_the_package_as_excel(core: Core, tmp_path: Path) -> None:
    marked_book(core, tmp_path)
    paper = core.papers.issue(core.papers.add("level_summary", YEAR, {}).uid)

    stick = tmp_path / "USB"
    stick.mkdir()
    core.packages.write(YEAR, stick)

    books = [path for path in stick.rglob("*.xlsx") if "TONG-HOP" not in path.name or "01_" in str(path)]
    (made,) = [path for path in books if path.parent.name == "01_TapThe"]
    sheet = load_workbook(made)["Danh sách"]
    names = {one.full_name for one in core.review.whole(YEAR).members}
    count = len(names)
    assert {sheet.cell(row, 2).value for row in range(7, 7 + count)} == names
    assert sheet.cell(7 + max(count, 4), 2).value == "Tổng cộng"
    assert made.with_suffix(".pdf").read_bytes().startswith(b"%PDF")
    assert core.packages.verify(next(stick.iterdir())).answer.is_whole
    assert core.papers.making.forms_of([paper])[paper.uid].name == "Mẫu xếp loại"


def test_a_sheet_is_written_beside_its_pdf_and_printed(core: Core, tmp_path: Path) -> None:
    marked_book(core, tmp_path)
    paper = core.papers.add("level_summary", YEAR, {})

    written, pdf = core.papers.write(paper.uid, tmp_path / "ra")
    (printed,) = core.papers.sets.printed([paper.uid])

    assert (written.suffix, written.stem) == (".xlsx", pdf.stem)
    assert printed.pdf == pdf.read_bytes() == core.papers.preview(paper.uid)
    with pytest.raises(Refused, match="L-505"):
        core.papers.layout.of_paper(paper.uid)
    assert core.papers.making.lacking(paper.uid)[0] == "Hình vẽ trong trang tính không hiện."
    core.forms.back_to_ours(YEAR, "level_summary")
    core.papers.preview(paper.uid)
    assert core.papers.making.lacking(paper.uid) == ()


@pytest.mark.parametrize(
    ("data", "name", "rows"),
    [
        (samples.levels_form(), "Mẫu.docx", ("document/row/2", "document/row/3")),
        (samples.levels_book(), "Mẫu.xlsx", ("0/row/7", "0/row/9")),
    ],
)
def test_an_empty_row_that_a_repeated_one_uses_up_is_not_repeated_too(
    core: Core, tmp_path: Path, data: bytes, name: str, rows: tuple[str, str]
) -> None:
    form = taken(core, tmp_path, "level_summary", data, name)
    for first, second in (rows, rows[::-1]):
        core.forms.marking.repeat(form.uid, first)
        core.forms.marking.repeat(form.uid, first)
        with pytest.raises(Refused) as refused:
            core.forms.marking.repeat(form.uid, second)
        assert refused.value.code == "L-335"
        assert list(core.forms.marking.whole(form.uid).marks.rows) == [first]
        core.forms.marking.repeat(form.uid, first, on=False)


@pytest.mark.parametrize(
    ("data", "name", "at"),
    [
        (samples.levels_form(), "Mẫu.docx", "document/row/2"),
        (samples.levels_book(), "Mẫu.xlsx", "0/row/7"),
    ],
)
def test_a_field_in_an_empty_row_that_a_repeated_one_uses_up_is_refused_by_name(
    core: Core, tmp_path: Path, data: bytes, name: str, at: str
) -> None:
    form = taken(core, tmp_path, "level_summary", data, name)
    service = core.forms.marking
    rows = [row for part in service.whole(form.uid).view.parts for row in finding.rows_in(part.blocks)]
    place = next(n for n, row in enumerate(rows) if row.at == at)
    own, below = (next(p.at for b in row.boxes[1:] for line in b.lines for p in line.pieces if p.at)
                  for row in rows[place : place + 2])  # fmt: skip
    service.mark(form.uid, own, "row.name")
    service.mark(form.uid, below, "cell.name")

    with pytest.raises(Refused, match="L-335") as refused:
        service.repeat(form.uid, at)
    assert "Tên chi bộ" in str(refused.value.params["why"])
    assert set(service.whole(form.uid).marks.places.values()) == {"row.name", "cell.name"}

    service.mark(form.uid, below, "")
    service.repeat(form.uid, at)
    with pytest.raises(Refused, match="L-335"):
        service.mark(form.uid, below, "year.this")
    assert service.whole(form.uid).faults.used_up == ()
    core.forms.use(form.uid)
    assert core.forms.list(YEAR)[0].in_use


def test_a_field_that_stood_in_a_used_up_row_before_is_told_and_the_form_not_used(
    core: Core, tmp_path: Path
) -> None:
    form = taken(core, tmp_path, "level_summary", samples.levels_form())
    rows = finding.table(core.forms.marking.whole(form.uid).view, "Họ và tên").rows
    core.forms.marking.mark(form.uid, finding.cell(rows[2], 1), "row.name")
    core.forms.marking.mark(form.uid, finding.cell(rows[3], 1), "cell.name")
    stored = core.forms.list(YEAR)[0]
    before = marks_of(stored.marks)
    marked = replace(before, rows={rows[2].at: tuple(line.at for line in lines_in_row(rows[2]))})
    dumped = core.years.dump(YEAR).replace(
        json.dumps(stored.marks, ensure_ascii=False), json.dumps(marked.encode(), ensure_ascii=False)
    )
    other, _ = load_cell(tmp_path / "cu", PASSWORD, dumped, seams(SteadyClock()))

    assert other.forms.faults(other.forms.list(YEAR)[0]).used_up == ("cell.name",)
    with pytest.raises(Refused, match="L-335"):
        other.forms.use(form.uid)
    other.close()


def test_the_number_of_a_form_that_was_removed_is_never_given_again(core: Core, tmp_path: Path) -> None:
    first, second = (taken(core, tmp_path, "level_summary", samples.levels_form()) for _ in range(2))
    core.forms.remove(second.uid)

    third = taken(core, tmp_path, "level_summary", samples.levels_form())

    assert [one.version for one in core.forms.list(YEAR)] == [1, 3]
    for one in (first, third):
        core.forms.remove(one.uid)
    assert core.forms.list(YEAR) == ()
    with pytest.raises(NotFound):
        core.forms.marking.whole(third.uid)
    other, _ = load_cell(tmp_path / "khac", PASSWORD, core.years.dump(YEAR), seams(SteadyClock()))
    assert other.forms.list(YEAR) == ()
    assert taken(other, tmp_path, "level_summary", samples.levels_form()).version == 4
    other.close()
    for _ in range(2):
        core.history.undo()
    assert [one.version for one in core.forms.list(YEAR)] == [1, 3]


def test_an_issued_paper_keeps_its_number_for_itself_where_its_form_is_not_in_the_records(
    core: Core, tmp_path: Path
) -> None:
    form = marked_levels(core, tmp_path)
    core.forms.use(form.uid)
    core.papers.issue(core.papers.add("level_summary", YEAR, {}).uid)
    year = json.loads(core.years.dump(YEAR))
    without = json.dumps({**year, "committee_forms": [], "form_files": []}, ensure_ascii=False)
    other, _ = load_cell(tmp_path / "khac", PASSWORD, without, seams(SteadyClock()))

    assert taken(other, tmp_path, "level_summary", samples.levels_form()).version == 2
    other.close()


def test_each_correction_bears_whose_it_is_and_its_steps_where_the_form_has_no_rows_for_them(
    core: Core, tmp_path: Path
) -> None:
    document = Document()
    table = document.add_table(rows=2, cols=4)
    for cell, text in zip(table.rows[0].cells, ("TT", "Của ai", "Nội dung", "Biện pháp"), strict=True):
        cell.text = text
    form = taken(core, tmp_path, "remediation_plan", samples.saved(document))
    row = finding.table(core.forms.marking.whole(form.uid).view, "Của ai").rows[1]
    for place, key in enumerate(("row.place", "row.whose", "row.text", "row.measure")):
        core.forms.marking.mark(form.uid, finding.cell(row, place), key)
    core.forms.marking.repeat(form.uid, row.at)
    core.forms.use(form.uid)

    written, _ = core.papers.write(core.papers.add("remediation_plan", YEAR, {}).uid, tmp_path / "ra")

    lines = [[cell.text for cell in one.cells] for one in word(written.read_bytes()).tables[0].rows[1:]]
    year = core.review.whole(YEAR)
    assert [one[0] for one in lines] == [str(place) for place in range(1, len(year.remediation_items) + 1)]
    assert all(one[1] for one in lines)
    measures = "\n".join(one[3] for one in lines)
    assert year.remediation_steps
    assert all(step.text in measures for step in year.remediation_steps)


def test_what_papers_were_issued_on_is_told_without_reading_the_files(core: Core, tmp_path: Path) -> None:
    form = marked_levels(core, tmp_path)
    core.forms.use(form.uid)
    papers = [core.papers.issue(core.papers.add("level_summary", YEAR, {}).uid) for _ in range(2)]
    asked: list[str] = []
    with core.access._database.read() as reader:  # noqa: SLF001  to hear what is asked of it
        event.listen(reader.connection, "before_cursor_execute", lambda *told: asked.append(told[2]))

        told = forms_used(reader, papers)

    assert {one.name for one in told.values()} == {"Mẫu danh sách xếp loại"}
    assert len(told) == 2
    assert [one for one in asked if "issued_file" in one]
    assert not [one for one in asked if "content" in one]
