"""Papers taken back from Word: official everywhere, undone in one step, never in a finished year."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from app.bootstrap import Core
from app.domain.outgoing_papers import OutgoingPaper
from app.errors import AppError, Refused
from app.package import names, plan
from app.package.verdict import Answer
from app.papers.readback import pdf_pages, text_of_word
from app.papers.word_reading import read_word
from app.papers.writers import word_pdf
from app.rules.ruleset_files import for_year
from app.services.word_editions import known_to
from app.storage.queries.review_year import review_year
from tests.builders import a_core
from tests.papers.reading import squeezed
from tests.papers.word_taking import hands
from tests.services.review_acts import rules_of_the_year
from tests.ui.english import foreign_words

YEAR = 2017
BODY = "Chi bộ có 03 đảng viên, tự xếp loại Hoàn thành tốt nhiệm vụ."
CHANGE = ("03 đảng viên", "04 đảng viên")


@pytest.fixture
def core(tmp_path: Path) -> Iterator[Core]:
    core = a_core(tmp_path / "so")
    core.members.add({"full_name": "Lê Văn Giả"})
    yield core
    core.close()


def a_paper(core: Core) -> OutgoingPaper:
    return core.papers.add("submission", YEAR, {"body": BODY, "dated_on": "2017-12-04"})


def file_of(core: Core, paper: OutgoingPaper, folder: Path) -> bytes:
    return core.papers.write(paper.uid, folder)[0].read_bytes()


def brought(core: Core, paper: OutgoingPaper, folder: Path, *changes: tuple[str, str]) -> Path:
    """Return the paper's Word file, changed as in Word."""
    path = folder / "sua.docx"
    path.write_bytes(hands.edited(*changes, data=file_of(core, paper, folder / "ra")))
    return path


def taken(core: Core, paper: OutgoingPaper, folder: Path, *changes: tuple[str, str]) -> None:
    core.papers.word.take(core.papers.word.look(paper.uid, brought(core, paper, folder, *changes)))


def shown(core: Core, paper: OutgoingPaper) -> str:
    return squeezed("".join(pdf_pages(core.papers.preview(paper.uid))))


def test_a_corrected_file_is_official_everywhere_and_one_step(core: Core, tmp_path: Path) -> None:
    paper = a_paper(core)

    looked = core.papers.word.look(paper.uid, brought(core, paper, tmp_path, CHANGE))
    assert [(one.ours, one.theirs) for one in looked.found.facts] == [("03", "04")]
    assert core.papers.word.of(paper.uid) is None
    core.papers.word.take(looked)

    assert "04đảngviên" in shown(core, paper)
    word, pdf = core.papers.write(paper.uid, tmp_path / "moi")
    assert "04 đảng viên" in text_of_word(word.read_bytes())
    assert "04đảngviên" in squeezed("".join(pdf_pages(pdf.read_bytes())))
    (printed,) = core.papers.sets.printed([paper.uid])
    assert "04đảngviên" in squeezed("".join(pdf_pages(printed.pdf)))

    assert core.history.undo_action == "paper.word_take"
    core.history.undo()
    assert "03đảngviên" in shown(core, paper)
    core.history.redo()
    assert "04đảngviên" in shown(core, paper)


@pytest.mark.parametrize("year", [2017, 2026])
def test_a_level_by_its_first_letters_is_known(core: Core, year: int) -> None:
    core.members.add({"full_name": "Trần Thị Thử"})
    rules = for_year(year)
    assert rules
    core.review.cycles.begin(year, rules, {})

    known = known_to(review_year(core.review.database, year), core.papers.add("submission", year, {}))

    wanted = {2017: "ĐTC, HTXS", 2026: "HTXS"}[year]
    assert {wanted, rules.member_levels[0].name, rules.member_levels[0].short} <= {*known.levels}


def test_facts_and_rebuilding_never_overwrite_it(core: Core, tmp_path: Path) -> None:
    paper = a_paper(core)
    taken(core, paper, tmp_path, CHANGE)

    core.papers.save(paper.uid, paper.rev, {"body": BODY.replace("03", "05")})

    assert "04đảngviên" in shown(core, paper)
    edition = core.papers.word.of(paper.uid)
    assert edition is not None
    found = core.papers.word.look_again(edition).found
    assert ("05", "04") in [(one.ours, one.theirs) for one in found.facts]
    core.papers.word.drop(edition)
    assert "05đảngviên" in shown(core, paper)
    core.history.undo()
    assert "04đảngviên" in shown(core, paper)


def test_a_second_file_takes_the_place_of_the_first(core: Core, tmp_path: Path) -> None:
    paper = a_paper(core)
    taken(core, paper, tmp_path, CHANGE)
    first = core.papers.word.of(paper.uid)

    taken(core, paper, tmp_path, ("04 đảng viên", "06 đảng viên"))

    second = core.papers.word.of(paper.uid)
    assert first is not None
    assert second is not None
    assert (second.uid, second.rev) == (first.uid, first.rev + 1)
    assert "06đảngviên" in shown(core, paper)


def test_a_draft_that_is_issued_keeps_it_and_the_lacking_number_is_a_fact(core: Core, tmp_path: Path) -> None:
    paper = a_paper(core)
    taken(core, paper, tmp_path, CHANGE)

    issued = core.papers.issue(paper.uid)

    edition = core.papers.word.of(paper.uid)
    assert edition is not None
    facts = core.papers.word.look_again(edition).found.facts
    assert "Số 01-TTr/CB" in [one.ours for one in facts if one.kind == "paper_number"]
    assert "Số01-TTr/CB" not in shown(core, issued)
    assert "04đảngviên" in shown(core, issued)
    (line,) = core.numbers.register()
    assert line.edited_in_word


def test_an_issued_paper_can_be_taken_back_and_a_finished_year_not(core: Core, tmp_path: Path) -> None:
    core.review.cycles.begin(YEAR, rules_of_the_year(), {})
    issued = core.papers.issue(a_paper(core).uid)
    path = brought(core, issued, tmp_path, CHANGE)
    looked = core.papers.word.look(issued.uid, path)
    core.papers.word.take(looked)
    edition = core.papers.word.of(issued.uid)
    assert edition is not None
    cycle = core.review.cycles.get(YEAR)
    assert cycle is not None
    core.review.cycles.finish(cycle)

    acts = (
        lambda: core.papers.word.look(issued.uid, path),
        lambda: core.papers.word.take(looked),
        lambda: core.papers.word.drop(edition),
    )
    for act in acts:
        with pytest.raises(Refused) as caught:
            act()
        assert caught.value.code == "L-540"
    assert "04đảngviên" in shown(core, issued)


def test_the_file_of_another_paper_of_the_kind_is_told_by_its_name(core: Core, tmp_path: Path) -> None:
    first = core.papers.issue(a_paper(core).uid)
    later = "Chi bộ gửi bổ sung 02 bản kiểm điểm."
    second = core.papers.add("submission", YEAR, {"body": later, "dated_on": "2017-12-20"})
    path = brought(core, second, tmp_path, ("02 bản", "03 bản"))

    assert core.papers.word.look(second.uid, path).other is None
    looked = core.papers.word.look(first.uid, path)
    assert looked.other is not None
    assert looked.other.uid == second.uid
    core.papers.word.take(looked)
    assert "03bảnkiểmđiểm" in shown(core, first)


def test_a_file_is_known_by_the_name_its_type_had_and_by_the_one_it_has(core: Core, tmp_path: Path) -> None:
    core.review.cycles.begin(YEAR, rules_of_the_year(), {})
    paper = core.papers.add("review_plan", YEAR, {"dated_on": "2017-11-04"})
    before = brought(core, paper, tmp_path)

    core.review.own_wording.put(YEAR, "review_plan", "type_name", "KẾ HOẠCH TỔ CHỨC")
    rows = core.papers.word.look(paper.uid, before).found.rows

    assert [(row.our_text, row.their_text) for row in rows if row.change != "same"] == [
        ("KẾ HOẠCH TỔ CHỨC", "KẾ HOẠCH")
    ]
    after = brought(core, paper, tmp_path)
    core.review.own_wording.put(YEAR, "review_plan", "type_name", "PHƯƠNG ÁN")
    assert not core.papers.word.look(paper.uid, after).found.is_same
    core.review.own_wording.take_back(YEAR, "review_plan", ["type_name"])
    assert not core.papers.word.look(paper.uid, after).found.is_same


def test_a_later_version_may_come_of_the_file_of_the_earlier_one(core: Core, tmp_path: Path) -> None:
    first = core.papers.issue(a_paper(core).uid)
    path = brought(core, first, tmp_path, CHANGE)

    assert core.papers.word.look(core.papers.renew(first.uid).uid, path).other is None


@pytest.mark.parametrize("name", ["truncated", "macros", "old doc", "inserted", "bomb", "rtf"])
def test_a_file_that_cannot_be_taken_changes_nothing(core: Core, tmp_path: Path, name: str) -> None:
    paper = a_paper(core)
    data, code = hands.REFUSED[name]
    path = tmp_path / "tep.docx"
    path.write_bytes(data)

    with pytest.raises(AppError) as caught:
        core.papers.word.look(paper.uid, path)

    assert caught.value.code == code
    assert core.papers.word.of(paper.uid) is None


def test_what_only_word_can_print_goes_as_word_alone_and_is_said(core: Core, tmp_path: Path) -> None:
    paper = core.papers.issue(a_paper(core).uid)
    path = tmp_path / "hinh.docx"
    path.write_bytes(hands.with_object(file_of(core, paper, tmp_path / "ra")))
    edition = core.papers.word.take(core.papers.word.look(paper.uid, path))

    assert not edition.has_pdf
    assert [one.suffix for one in core.papers.write(paper.uid, tmp_path / "moi")] == [".docx"]
    (printed,) = core.papers.sets.printed([paper.uid])
    assert "bảnđãchỉnhsửatrênWord" in squeezed("".join(pdf_pages(printed.pdf)))

    stick = tmp_path / "USB"
    stick.mkdir()
    written = core.packages.write(YEAR, stick)
    folder = stick / written.folder_name
    data = sorted(one.name for one in (folder / "data").rglob("*") if one.is_file())
    assert [name for name in data if "ToTrinh" in name and name.endswith(".pdf")] == []
    assert any("ToTrinh" in name and name.endswith(".docx") for name in data)
    said = next(folder.glob("*DOC-TRUOC.txt")).read_text("utf-8")
    assert "chỉ có tệp Word (.docx)" in said
    assert "khác dữ liệu" not in said
    (lacking,) = core.packages.edited.papers(YEAR)
    assert (lacking.uid, lacking.differences, lacking.has_pdf) == (paper.uid, 0, False)
    assert core.packages.verify(folder).answer is Answer.WHOLE

    pdf = tmp_path / "word.pdf"
    pdf.write_bytes(core.papers.preview(paper.uid))
    read = core.papers.word.look_pdf(edition, pdf)
    assert (read.words.lacking, read.words.foreign) == ((), ())
    edition = core.papers.word.take_pdf(read)
    assert edition.has_pdf
    assert [one.suffix for one in core.papers.write(paper.uid, tmp_path / "co-pdf")] == [".docx", ".pdf"]


def test_the_package_says_where_a_corrected_paper_contradicts_the_data(core: Core, tmp_path: Path) -> None:
    paper = core.papers.issue(a_paper(core).uid)
    assert not core.packages.edited.any_in(YEAR)
    level = ("Hoàn thành tốt nhiệm vụ", "Hoàn thành nhiệm vụ")
    taken(core, paper, tmp_path, CHANGE, level)

    (told,) = core.packages.edited.papers(YEAR)
    stick = tmp_path / "USB"
    stick.mkdir()
    folder = stick / core.packages.write(YEAR, stick).folder_name

    assert (told.uid, told.differences, told.has_pdf) == (paper.uid, 2, True)
    said = next(folder.glob("*DOC-TRUOC.txt")).read_text("utf-8")
    assert "Danh sách, bảng tổng hợp trong hồ sơ lập theo dữ liệu:" in said
    assert (
        f"  - {told.title}: dữ liệu ghi “03”, văn bản ghi “04”;"
        " dữ liệu ghi “Hoàn thành tốt nhiệm vụ”, văn bản ghi “Hoàn thành nhiệm vụ”" in said
    )
    index = next(folder.glob(f"{plan.INDEX}.docx")).read_bytes()
    assert "sửa trên Word, khác số liệu" in text_of_word(index)
    assert "Văn bản ghi chú “khác số liệu”" in text_of_word(index)
    (contents, _paper) = core.packages.prints.whole(YEAR)
    assert "khácsốliệu" in squeezed("".join(pdf_pages(contents.pdf)))
    assert core.packages.verify(folder).answer is Answer.WHOLE

    core.history.undo()
    assert core.papers.word.of(paper.uid) is None
    assert core.packages.edited.papers(YEAR) == ()


def test_a_corrected_paper_that_says_the_same_is_no_matter_of_the_package(core: Core, tmp_path: Path) -> None:
    paper = core.papers.issue(a_paper(core).uid)
    taken(core, paper, tmp_path, ("Kính gửi", "Kính trình"))

    assert core.packages.edited.any_in(YEAR)
    assert core.packages.edited.papers(YEAR) == ()


@pytest.mark.fault("F06")
def test_nothing_of_who_wrote_it_is_in_what_leaves(core: Core, tmp_path: Path) -> None:
    from tests.papers.word_taking.test_taking import TRACES

    paper = a_paper(core)
    data = file_of(core, paper, tmp_path / "ra")
    parts = hands.parts_of(data) | {"docProps/core.xml": "<x>Lò Văn Sương 2019-02-03</x>".encode()}
    path = tmp_path / "co-ten.docx"
    path.write_bytes(hands.packed(parts))
    core.papers.word.take(core.papers.word.look(paper.uid, path))

    word, pdf = core.papers.write(paper.uid, tmp_path / "moi")

    with zipfile.ZipFile(io.BytesIO(word.read_bytes())) as package:
        whole = b"".join(package.read(name) for name in package.namelist()).decode(errors="replace")
    assert [trace for trace in TRACES if trace in whole] == []
    assert pypdfium2.PdfDocument(pdf.read_bytes()).get_metadata_dict()["Author"] == ""


def test_practice_papers_bear_the_words_of_practice(tmp_path: Path) -> None:
    core = a_core(tmp_path / "tap", is_practice=True)
    paper = a_paper(core)
    data = file_of(core, paper, tmp_path / "ra")
    bare = hands.parts_of(data)
    for name in ("word/footer1.xml", "word/footer2.xml"):
        bare[name] = bare[name].replace("TÀI LIỆU LUYỆN TẬP".encode(), b"")
    path = tmp_path / "bo-dong-chan.docx"
    path.write_bytes(hands.packed(bare))

    core.papers.word.take(core.papers.word.look(paper.uid, path))
    word, pdf = core.papers.write(paper.uid, tmp_path / "moi")

    assert word.name.startswith(names.PRACTICE_PREFIX)
    assert "TÀI LIỆU LUYỆN TẬP" in text_of_word(word.read_bytes())
    assert all("TÀILIỆULUYỆNTẬP" in squeezed(one) for one in pdf_pages(pdf.read_bytes()))

    made = tmp_path / "word-in-ra.pdf"
    made.write_bytes(word_pdf.write(read_word(path.read_bytes())))
    assert "LUYỆNTẬP" not in squeezed("".join(pdf_pages(made.read_bytes())))
    edition = core.papers.word.of(paper.uid)
    assert edition is not None
    core.papers.word.take_pdf(core.papers.word.look_pdf(edition, made))
    own = core.papers.write(paper.uid, tmp_path / "sau")[1].read_bytes()
    assert all(squeezed(one).count("TÀILIỆULUYỆNTẬP") == 1 for one in pdf_pages(own))
    core.close()


def test_it_is_dumped_loaded_checked_and_goes_with_its_paper(core: Core, tmp_path: Path) -> None:
    paper = a_paper(core)
    taken(core, paper, tmp_path, CHANGE)
    dumped = core.years.dump(YEAR)

    edition = core.papers.word.of(paper.uid)
    assert edition is not None
    core.papers.word.drop(edition)
    core.years.load(dumped, replace=True)
    assert core.papers.word.of(paper.uid) == edition
    assert "04đảngviên" in shown(core, paper)

    core.papers.trash([paper.uid])
    assert '"word_editions": []' in core.years.dump(YEAR)
    assert core.data_check.look() == ()
    core.papers.restore([paper.uid])
    assert "04đảngviên" in shown(core, paper)


def test_what_is_told_is_vietnamese(core: Core, tmp_path: Path) -> None:
    paper = a_paper(core)
    path = tmp_path / "hinh.docx"
    path.write_bytes(hands.with_object(file_of(core, paper, tmp_path / "ra")))

    for said in core.papers.word.look(paper.uid, path).found.told:
        assert foreign_words(said) == []
