"""A paper is prepared, looked at, issued with a number for ever, and written in both formats."""

import datetime as dt
import io
import zipfile
from pathlib import Path

import pypdf
import pytest

from app.common.progress import NoProgress
from app.errors import ChangedElsewhere, Invalid, NotFound, Refused
from app.services.cells import CellService
from app.services.members import MemberService
from app.services.papers import PaperService
from app.storage.database import Database
from app.worker.inline import InlineJobs
from tests.builders import MEMBER, SteadyClock
from tests.services.review_acts import begun


@pytest.fixture
def papers(database: Database, clock: SteadyClock, members: MemberService) -> PaperService:
    members.add(MEMBER)
    return PaperService(database, InlineJobs(), clock)


def text_of(pdf: bytes) -> str:
    pages = (page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)
    return " ".join(" ".join(pages).split())


def test_kinds_are_those_a_secretary_prepares(papers: PaperService) -> None:
    offered = {one.code: (one.title, one.type_code) for one in papers.offered.kinds()}

    assert offered["member_list"] == ("Danh sách đảng viên", "")
    assert offered["submission"] == ("Tờ trình", "TTr")
    assert "contents_list" not in offered


def test_kinds_are_called_as_the_rules_of_the_year_call_them(
    database: Database, papers: PaperService
) -> None:
    begun(database)

    def called(year: int) -> str:
        return next(one.title for one in papers.offered.kinds(year) if one.code == "member_ballot")

    assert called(2017) == "Phiếu biểu quyết phân loại đảng viên"
    assert called(2026) == "Phiếu biểu quyết xếp loại đảng viên"


def test_a_new_paper_starts_with_today_the_secretary_and_the_committee(papers: PaperService) -> None:
    paper = papers.add("submission", 2017, {})

    assert (paper.dated_on, paper.signer_name, paper.addressee) == (
        dt.date(2017, 12, 6),
        "Nguyễn Văn A",
        "Đảng ủy xã Mẫu",
    )
    assert papers.list(2017) == (paper,)
    assert papers.list(2018) == ()


def test_the_deputy_signs_with_the_deputys_name(papers: PaperService) -> None:
    paper = papers.add("submission", 2017, {"signer": "deputy_secretary"})
    assert paper.signer_name == "Trần Thị B"

    back = papers.save(paper.uid, 1, {"signer": "cell_secretary"})

    assert back.signer_name == "Nguyễn Văn A"
    assert papers.save(paper.uid, 2, {"signer_name": "Lê Văn C"}).signer_name == "Lê Văn C"


@pytest.mark.parametrize(
    ("values", "field", "code"),
    [
        ({"dated_on": "2017-02-30"}, "dated_on", "date.no_such_day"),
        ({"dated_on": None}, "dated_on", "field.empty"),
        ({"body": "x" * 20_001}, "body", "text.too_long"),
    ],
)
def test_what_cannot_stand_in_a_paper_is_named(
    papers: PaperService, values: dict[str, object], field: str, code: str
) -> None:
    with pytest.raises(Invalid) as refused:
        papers.add("submission", 2017, values)

    assert [(problem.field, problem.code) for problem in refused.value.problems] == [(field, code)]
    assert papers.list(2017) == ()


@pytest.mark.parametrize("code", ["contents_list", "no_such_kind"])
def test_only_offered_kinds_are_prepared(papers: PaperService, code: str) -> None:
    with pytest.raises(Invalid):
        papers.add(code, 2017, {})


def test_the_preview_is_the_real_pdf_and_says_that_it_is_a_draft(papers: PaperService) -> None:
    paper = papers.add("submission", 2017, {"body": "Chi bộ xin báo cáo thêm."})

    text = text_of(papers.preview(paper.uid))

    assert "CHI BỘ THÔN MẪU" in text
    assert "Chi bộ xin báo cáo thêm." in text
    assert "Số 01" not in text
    assert papers.problems(paper.uid) == ()


def test_pages_are_pictures(papers: PaperService) -> None:
    pdf = papers.preview(papers.add("member_list", 2017, {}).uid)

    pictures = papers.pages(pdf, 300)

    assert len(pictures) == len(pypdf.PdfReader(io.BytesIO(pdf)).pages)
    assert all(picture.startswith(b"\x89PNG") for picture in pictures)


def test_numbers_run_by_type_and_an_unnumbered_paper_is_closed_without_one(papers: PaperService) -> None:
    issued = [
        papers.issue(papers.add(kind, 2017, {}).uid) for kind in ("submission", "member_list", "submission")
    ]

    assert [(one.number, one.type_code, one.symbol) for one in issued] == [
        (1, "TTr", "CB"),
        (None, "", ""),
        (2, "TTr", "CB"),
    ]
    assert all(one.is_issued for one in issued)
    assert "Số 02-TTr/CB" in text_of(papers.preview(issued[2].uid))


def test_numbers_go_on_over_the_years_of_a_term_and_begin_anew_with_the_next(
    papers: PaperService, cells: CellService
) -> None:
    papers.issue(papers.add("submission", 2017, {"dated_on": "2017-12-04"}).uid)
    papers.issue(papers.add("submission", 2018, {"dated_on": "2018-01-04"}).uid)
    cells.save(1, {"term_started_on": "2018-03-01"})

    third = papers.issue(papers.add("submission", 2018, {"dated_on": "2018-04-04"}).uid)

    assert [paper.number for paper in (*papers.list(2017), *papers.list(2018))] == [1, 2, 1]
    assert third.number == 1


def test_an_issued_paper_prints_as_issued_whatever_changes(
    papers: PaperService, cells: CellService, members: MemberService
) -> None:
    paper = papers.issue(papers.add("member_list", 2017, {}).uid)
    before = papers.preview(paper.uid)

    cells.save(1, {"name": "Chi bộ thôn Khác", "symbol": "CBK"})
    members.add({"full_name": "Trần Thị B"})
    members.trash([members.list()[0].uid])

    assert papers.preview(paper.uid) == before
    assert papers.get(paper.uid) == paper


def test_an_issued_paper_is_neither_edited_nor_removed_nor_issued_again(papers: PaperService) -> None:
    paper = papers.issue(papers.add("submission", 2017, {}).uid)

    for act in (
        lambda: papers.save(paper.uid, paper.rev, {"body": "khác"}),
        lambda: papers.trash([paper.uid]),
        lambda: papers.issue(paper.uid),
    ):
        with pytest.raises(Refused) as refused:
            act()
        assert refused.value.code == "L-311"
    assert papers.list(2017) == (paper,)


def test_issuing_is_not_undone_and_a_number_is_never_given_again(
    papers: PaperService, database: Database
) -> None:
    first = papers.add("submission", 2017, {})
    papers.issue(first.uid)

    assert database.history.undo_action != "paper.issue"
    assert papers.issue(papers.add("submission", 2017, {}).uid).number == 2


def test_an_unissued_paper_goes_into_the_trash_and_back(papers: PaperService) -> None:
    paper = papers.add("submission", 2017, {})

    papers.trash([paper.uid])
    assert (papers.list(2017), [one.uid for one in papers.list(2017, in_trash=True)]) == ((), [paper.uid])

    papers.restore([paper.uid])
    assert papers.list(2017)[0].uid == paper.uid


def test_an_older_state_of_a_paper_is_refused(papers: PaperService) -> None:
    paper = papers.add("submission", 2017, {})
    papers.save(paper.uid, 1, {"body": "một"})

    with pytest.raises(ChangedElsewhere):
        papers.save(paper.uid, 1, {"body": "hai"})
    with pytest.raises(NotFound):
        papers.save("0" * 32, 1, {})


def test_both_files_are_written_under_one_name_and_nothing_is_overwritten(
    papers: PaperService, tmp_path: Path
) -> None:
    paper = papers.issue(papers.add("submission", 2017, {"dated_on": "2017-12-04"}).uid)
    folder = tmp_path / "USB của tôi"

    docx, pdf = papers.write(paper.uid, folder, NoProgress())
    again = papers.write(paper.uid, folder)

    assert (docx.name, pdf.name) == ("01-TTr-CB_ToTrinh_20171204.docx", "01-TTr-CB_ToTrinh_20171204.pdf")
    assert [path.name for path in again] == [
        "01-TTr-CB_ToTrinh_20171204_2.docx",
        "01-TTr-CB_ToTrinh_20171204_2.pdf",
    ]
    assert zipfile.is_zipfile(docx)
    assert "Số 01-TTr/CB" in text_of(pdf.read_bytes())
    assert pdf.read_bytes() == papers.preview(paper.uid)
    assert len(list(folder.iterdir())) == 4


def test_names_of_files_say_draft_and_practice(
    papers: PaperService, cells: CellService, tmp_path: Path
) -> None:
    cells.save(1, {"is_practice": True})
    paper = papers.add("member_list", 2017, {"dated_on": "2017-12-04"})

    docx, _ = papers.write(paper.uid, tmp_path / "ra")

    assert docx.name == "LUYEN-TAP_DU-THAO_DanhSachDangVien_20171204.docx"


def test_hostile_text_prints_as_typed(papers: PaperService) -> None:
    body = "<b>đậm</b> {{x}} {0} %s & “trích” \u202e=1+1"

    paper = papers.add("submission", 2017, {"body": body})

    assert "<b>đậm</b> {{x}} {0} %s & “trích” =1+1" in text_of(papers.preview(paper.uid))


def test_the_preview_follows_what_is_typed_and_stores_nothing(papers: PaperService) -> None:
    paper = papers.add("submission", 2017, {})

    text = text_of(papers.preview(paper.uid, typed={"body": "Chữ đang gõ dở", "dated_on": "05/12/2017"}))

    assert "Chữ đang gõ dở" in text
    assert "ngày 05 tháng 12 năm 2017" in text
    assert papers.get(paper.uid) == paper


def test_the_preview_of_what_cannot_be_stored_is_refused(papers: PaperService) -> None:
    paper = papers.add("submission", 2017, {})

    with pytest.raises(Invalid):
        papers.preview(paper.uid, typed={"dated_on": "mai"})


def test_an_issued_paper_previews_as_issued_whatever_is_typed(papers: PaperService) -> None:
    paper = papers.issue(papers.add("submission", 2017, {}).uid)

    assert "Chữ đang gõ" not in text_of(papers.preview(paper.uid, typed={"body": "Chữ đang gõ"}))
