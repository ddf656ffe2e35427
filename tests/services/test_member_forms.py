"""Forms are given to members and come back: new text is taken, what differs is asked, the rest refused."""

import copy
import datetime as dt
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from app.bootstrap import Core
from app.errors import AppError, Refused
from app.rules import ruleset_files
from app.services.form_files import Choice, FileState, FormFile, OfferState, chosen_unasked
from app.services.member_forms import FormKind, HandedIn
from tests.acts.stage import rules
from tests.builders import MEMBER, a_core
from tests.papers.forms.hands import (
    BODY,
    W,
    changed,
    control,
    packed,
    paragraph,
    parts_of,
    places,
    replaced,
    typing,
)
from tests.papers.forms.test_damaged import unwrapped_all

YEAR = 2017
NAMES = ("Lê Văn Mẫu", "Trần Thị Thử", "Phạm Bịa")


@pytest.fixture
def core(tmp_path: Path) -> Iterator[Core]:
    core = a_core(tmp_path / "so")
    core.review.cycles.begin(YEAR, rules(), {})
    for number, name in enumerate(NAMES, start=1):
        core.members.add({**MEMBER, "full_name": name, "card_number": f"00000000000{number}"})
    yield core
    core.close()


def uid(core: Core, name: str = NAMES[0]) -> str:
    return next(one.uid for one in core.members.list() if one.full_name == name)


def given(core: Core, folder: Path, name: str = NAMES[0], kind: FormKind = FormKind.SELF_REVIEW) -> Path:
    (path,) = core.papers.forms.give(kind, YEAR, [uid(core, name)], folder)
    return path


def filled(
    core: Core,
    folder: Path,
    texts: dict[str, str],
    name: str = NAMES[0],
    kind: FormKind = FormKind.SELF_REVIEW,
) -> Path:
    path = given(core, folder, name, kind)
    path.write_bytes(changed(path.read_bytes(), typing(texts)))
    return path


def read(core: Core, *paths: Path) -> tuple[FormFile, ...]:
    return core.papers.forms.read(YEAR, paths).files


def texts(core: Core) -> dict[str, str]:
    return {one.section: one.text for one in core.review.whole(YEAR).section_texts}


def refusal(file: FormFile) -> tuple[str, object]:
    """Return why a file is refused: the code, and what was found instead, if its sentence says so."""
    assert isinstance(file.refusal, AppError)
    return file.refusal.code, file.refusal.params.get("found")


def test_every_member_is_waited_for_and_gets_a_form_called_after_him(core: Core, tmp_path: Path) -> None:
    forms = core.papers.forms
    lines = forms.lines(FormKind.SELF_REVIEW, YEAR)

    assert {one.name for one in lines} == set(NAMES)
    assert {one.state for one in lines} == {HandedIn.NOTHING}
    paths = forms.give(
        FormKind.SELF_REVIEW, YEAR, [one.uid for one in lines], tmp_path / "mau", with_pdf=True
    )
    assert sorted(path.suffix for path in paths) == [".docx"] * 3 + [".pdf"] * 3
    assert any(path.name.endswith("_LeVanMau.docx") for path in paths)
    again = forms.give(FormKind.SELF_REVIEW, YEAR, [lines[0].uid], tmp_path / "mau")
    assert again[0] not in paths


def test_who_got_a_form_on_which_day_is_kept_and_goes_with_the_person(core: Core, tmp_path: Path) -> None:
    given(core, tmp_path)
    given(core, tmp_path)
    lines = {one.name: one.given_on for one in core.papers.forms.lines(FormKind.SELF_REVIEW, YEAR)}
    assert lines == {NAMES[0]: dt.date(2017, 12, 6), NAMES[1]: None, NAMES[2]: None}
    assert {one.given_on for one in core.papers.forms.lines(FormKind.COMMITMENT, YEAR)} == {None}
    assert len(core.review.whole(YEAR).given_forms) == 1
    member = uid(core)
    core.members.trash([member])
    core.clearing.erasure.erase([member])
    assert core.review.whole(YEAR).given_forms == ()


def test_no_form_is_given_out_in_a_finished_year(core: Core, tmp_path: Path) -> None:
    (cycle,) = core.review.whole(YEAR).cycles
    core.review.cycles.finish(cycle)
    with pytest.raises(Refused) as refused:
        given(core, tmp_path / "mau")
    assert refused.value.code == "L-540"
    assert not (tmp_path / "mau").exists()


def test_a_form_says_whose_it_is_without_a_number_of_the_person(core: Core, tmp_path: Path) -> None:
    everything = b"".join(parts_of(given(core, tmp_path).read_bytes()).values()).decode()

    assert uid(core) in everything
    assert "000000000001" not in everything


def test_what_was_written_is_taken_as_one_step_and_undone_as_one(core: Core, tmp_path: Path) -> None:
    written = {
        "s:ideology": "Dự đủ 12 kỳ sinh hoạt.\nĐọc nghị quyết hằng tháng.",
        "s:direction": "Học vi tính xong trước tháng 6.",
    }
    path = filled(core, tmp_path / "nhan", written)
    path = path.rename(path.with_name("Mau 02 (1) (sửa).docx"))
    (file,) = read(core, tmp_path / "nhan")

    assert (file.state, file.name, file.path) == (FileState.NEW, NAMES[0], path)
    assert core.papers.forms.take(YEAR, [chosen_unasked(file)]) == 1
    assert texts(core) == {tag.removeprefix("s:"): text for tag, text in written.items()}
    (line,) = [one for one in core.papers.forms.lines(FormKind.SELF_REVIEW, YEAR) if one.uid == uid(core)]
    assert (line.state, line.came_on) == (HandedIn.HANDED_IN, dt.date(2017, 12, 6))
    core.history.undo()
    assert texts(core) == {}
    assert core.review.whole(YEAR).self_reviews == ()


def test_what_the_data_have_is_replaced_only_where_it_is_ticked(core: Core, tmp_path: Path) -> None:
    review = core.review.self_reviews.put(YEAR, uid(core), {})
    core.review.self_reviews.write(review, "ideology", "Đã ghi tay.")
    path = filled(core, tmp_path / "nhan", {"s:ideology": "Ghi trong tệp.", "s:ethics": "Mới."})
    (file,) = read(core, path)

    assert file.state is FileState.DIFFERS
    unasked = chosen_unasked(file)
    assert unasked.taken == {"s:ethics"}
    core.papers.forms.take(YEAR, [unasked])
    assert texts(core) == {"ideology": "Đã ghi tay.", "ethics": "Mới."}
    core.papers.forms.take(YEAR, [Choice(file, frozenset({"s:ideology"}))])
    assert texts(core)["ideology"] == "Ghi trong tệp."
    (again,) = read(core, path)
    assert again.state is FileState.SAME


def test_results_of_promises_tasks_and_shortcomings_go_to_their_records(core: Core, tmp_path: Path) -> None:
    member, review = uid(core), core.review
    review.commitments.put(YEAR, member, {})
    promise = review.commitments.add_item_of(YEAR, member, {"content": "Trồng 5 sào rau an toàn"})
    task = review.tasks.add(YEAR, member, {"task": "Phụ trách tổ 1"})
    earlier = review.shortcomings.add_earlier(
        YEAR, {"target": member, "text": "Đi họp muộn", "from_year": YEAR - 1}
    )
    letter = review.suggestions.add_letter(YEAR, {"number": "12-CV/ĐU", "dated_on": "2017-11-10"})
    point = review.suggestions.add_point(letter, {"target": member, "text": "Làm rõ việc chi quỹ"})
    path = filled(
        core,
        tmp_path,
        {
            f"c:{promise.uid}": "Đã trồng 6 sào.",
            f"d:{promise.uid}": "Đã thực hiện",
            f"t:{task.uid}": "Tổ xếp loại khá.",
            f"e:{earlier.uid}": "Không muộn buổi nào.",
            f"k:{earlier.uid}": "Đang khắc phục",
            f"x:{point.uid}": "Chi đúng nghị quyết.",
            f"m:{point.uid}": "Công khai mỗi quý.",
            "l:level": rules().member_levels[0].name,
        },
    )
    (file,) = read(core, path)
    core.papers.forms.take(YEAR, [chosen_unasked(file)])

    year = review.whole(YEAR)
    assert [(one.result, one.degree) for one in year.commitment_items] == [("Đã trồng 6 sào.", "done")]
    assert [one.result for one in year.assigned_tasks] == ["Tổ xếp loại khá."]
    assert [(one.result, one.correction) for one in year.earlier_shortcomings] == [
        ("Không muộn buổi nào.", "correcting")
    ]
    assert [(one.text, one.measures) for one in year.explanations] == [
        ("Chi đúng nghị quyết.", "Công khai mỗi quý.")
    ]
    assert [one.self_level for one in year.self_reviews] == [rules().member_levels[0].code]


def test_of_two_files_of_one_person_the_newer_is_taken_unasked(core: Core, tmp_path: Path) -> None:
    first = filled(core, tmp_path / "nhan", {"s:ethics": "Bản đầu."})
    second = filled(core, tmp_path / "nhan", {"s:ethics": "Bản sửa."})
    os.utime(first, (1_500_000_000, 1_500_000_000))
    files = read(core, tmp_path / "nhan")

    assert {one.path: one.state for one in files} == {first: FileState.OLDER, second: FileState.NEW}
    core.papers.forms.take(YEAR, [chosen_unasked(one) for one in files])
    assert texts(core) == {"ethics": "Bản sửa."}


def test_forms_of_another_year_cell_and_person_are_refused_each_with_its_sentence(
    core: Core, tmp_path: Path
) -> None:
    path = filled(core, tmp_path / "a", {"s:ethics": "Chữ."})
    other = a_core(tmp_path / "khac", name="Chi bộ thôn Khác")
    try:
        other.review.cycles.begin(YEAR, rules(), {})
        (of_others,) = other.papers.forms.read(YEAR, [path]).files
        assert refusal(of_others)[0] == "L-321"
    finally:
        other.close()
    core.years.open(2018)
    (last_year,) = core.papers.forms.read(2018, [path]).files
    assert refusal(last_year) == ("L-322", YEAR)
    member = uid(core)
    core.members.trash([member])
    (gone,) = read(core, path)
    assert refusal(gone)[0] == "L-324"
    core.clearing.erasure.erase([member])
    (erased,) = read(core, path)
    assert refusal(erased)[0] == "L-323"


def test_a_name_typed_over_is_refused_and_a_finished_review_too(core: Core, tmp_path: Path) -> None:
    path = filled(core, tmp_path, {"s:ethics": "Chữ."})
    data = path.read_bytes()
    body = parts_of(data)["word/document.xml"].decode()
    assert NAMES[0] in body
    path.write_bytes(replaced(data, "word/document.xml", NAMES[0], NAMES[1]))
    (file,) = read(core, path)
    assert refusal(file) == ("L-325", NAMES[1])
    path.write_bytes(data)
    core.review.self_reviews.put(YEAR, uid(core), {"state": "final"})
    (final,) = read(core, path)
    assert refusal(final)[0] == "L-327"


def test_a_review_finished_while_it_was_looked_through_stays_and_nothing_is_taken(
    core: Core, tmp_path: Path
) -> None:
    one = filled(core, tmp_path / "nhan", {"s:ethics": "Một."}, name=NAMES[0])
    other = filled(core, tmp_path / "nhan", {"s:ethics": "Hai."}, name=NAMES[1])
    files = read(core, one, other)
    core.review.self_reviews.put(YEAR, uid(core, NAMES[1]), {"state": "final"})

    with pytest.raises(Refused) as refused:
        core.papers.forms.take(YEAR, [chosen_unasked(file) for file in files])
    assert refused.value.code == "L-327"
    assert texts(core) == {}


def test_a_commitment_comes_back_with_its_rows(core: Core, tmp_path: Path) -> None:
    path = filled(
        core,
        tmp_path,
        {
            "a:n1": "Mỗi tháng đọc một nghị quyết",
            "g:n1": "12 lần",
            "h:n1": "31/12",
            "a:n2": "Giúp hai hộ nghèo",
        },
        kind=FormKind.COMMITMENT,
    )
    (file,) = read(core, path)
    core.papers.forms.take(YEAR, [chosen_unasked(file)])

    year = core.review.whole(YEAR)
    assert [(one.content, one.goal, one.due) for one in year.commitment_items] == [
        ("Mỗi tháng đọc một nghị quyết", "12 lần", "31/12"),
        ("Giúp hai hộ nghèo", "", ""),
    ]
    assert [one.received_on for one in year.commitments] == [dt.date(2017, 12, 6)]
    (line,) = [one for one in core.papers.forms.lines(FormKind.COMMITMENT, YEAR) if one.uid == uid(core)]
    assert line.state is HandedIn.HANDED_IN


def test_a_commitment_that_is_read_again_is_known_and_no_promise_stands_twice(
    core: Core, tmp_path: Path
) -> None:
    rows = {f"a:n{number}": f"Việc thứ {number}" for number in range(1, 6)}
    path = filled(core, tmp_path, {**rows, "g:n2": "Xong 3 việc"}, kind=FormKind.COMMITMENT)
    core.papers.forms.take(YEAR, [chosen_unasked(read(core, path)[0])])
    promised = [one.content for one in core.review.whole(YEAR).commitment_items]
    (again,) = read(core, path)
    assert again.state is FileState.SAME
    core.papers.forms.take(YEAR, [chosen_unasked(again)])
    assert [one.content for one in core.review.whole(YEAR).commitment_items] == promised == [*rows.values()]

    path.write_bytes(changed(path.read_bytes(), typing({"g:n2": "Xong 4 việc", "h:n3": "Tháng 6"})))
    (later,) = read(core, path)
    assert [(one.text, one.place.now) for one in later.of(OfferState.DIFFERS)] == [
        ("Xong 4 việc", "Xong 3 việc")
    ]
    core.papers.forms.take(YEAR, [chosen_unasked(later)])
    own = {one.content: (one.goal, one.due) for one in core.review.whole(YEAR).commitment_items}
    assert len(own) == len(rows)
    assert own["Việc thứ 2"] == ("Xong 3 việc", "")
    assert own["Việc thứ 3"] == ("", "Tháng 6")


def test_a_goal_without_a_promise_is_told_and_not_taken(core: Core, tmp_path: Path) -> None:
    path = filled(core, tmp_path, {"g:n1": "12 lần"}, kind=FormKind.COMMITMENT)
    (file,) = read(core, path)

    (faulty,) = file.of(OfferState.FAULTY)
    assert (faulty.place.tag, faulty.note and faulty.note.code) == ("g:n1", "form.no_content")


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("anh.pdf", b"%PDF-1.4", "L-328"),
        ("cu.doc", bytes.fromhex("d0cf11e0a1b11ae1"), "L-329"),
        ("cu.docx", bytes.fromhex("d0cf11e0a1b11ae1"), "L-504"),
        ("hong.docx", b"PK\x03\x04 hong", "L-508"),
        ("la.odt", b"khong phai", "L-505"),
    ],
)
def test_what_is_no_form_is_named_with_its_reason(
    core: Core, tmp_path: Path, name: str, content: bytes, code: str
) -> None:
    (tmp_path / name).write_bytes(content)
    (tmp_path / "~$dang-mo.docx").write_bytes(b"x")
    (tmp_path / "bang.xlsx").write_bytes(b"x")
    (file,) = read(core, tmp_path)

    assert refusal(file)[0] == code


def test_a_file_with_macros_is_read_without_them(core: Core, tmp_path: Path) -> None:
    path = filled(core, tmp_path, {"s:ethics": "Giản dị."})
    parts = parts_of(path.read_bytes())
    types = parts["[Content_Types].xml"].replace(
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        b"application/vnd.ms-word.document.macroEnabled.main+xml",
    )
    path = path.rename(path.with_suffix(".docm"))
    path.write_bytes(packed({**parts, "[Content_Types].xml": types, "word/vbaProject.bin": b"\0" * 64}))
    (file,) = read(core, tmp_path)
    assert [one.text for one in file.of(OfferState.NEW)] == ["Giản dị."]


def test_a_form_of_a_second_round_is_about_that_round(core: Core, tmp_path: Path) -> None:
    """What was written in the first one stays there; a form begins as the page for writing does."""
    own = core.review.self_reviews.put(YEAR, uid(core), {"state": "handed_in", "handed_in_on": "2017-12-05"})
    core.review.self_reviews.write(own, "ethics", "Chữ của đợt đầu.")
    order = {"number": "20-CV/ĐU", "dated_on": "2017-12-06", "issuer": "Đảng ủy xã Mẫu", "target": uid(core)}
    core.review.rounds.order_again(YEAR, {**order, "reason": "Kiểm điểm lại"})
    assert state(core) == (HandedIn.NOTHING, None)

    (file,) = read(core, filled(core, tmp_path, {"s:ethics": "Chữ của đợt hai."}))
    assert [(one.place.tag, one.place.now) for one in file.of(OfferState.NEW)] == [("s:ethics", "")]
    core.papers.forms.take(YEAR, [chosen_unasked(file)])

    year = core.review.whole(YEAR)
    rounds = {one.uid: one.round_number for one in year.self_reviews}
    assert {rounds[one.owner]: one.text for one in year.section_texts} == {
        1: "Chữ của đợt đầu.",
        2: "Chữ của đợt hai.",
    }
    assert state(core)[0] is HandedIn.HANDED_IN


def test_a_second_round_of_another_member_leaves_him_as_he_was(core: Core) -> None:
    core.review.self_reviews.put(YEAR, uid(core), {"state": "handed_in", "handed_in_on": "2017-12-05"})
    order = {"number": "20-CV/ĐU", "dated_on": "2017-12-06", "issuer": "Đảng ủy xã Mẫu"}
    other = next(one.uid for one in core.members.list() if one.uid != uid(core))
    core.review.rounds.order_again(YEAR, {**order, "reason": "Kiểm điểm lại", "target": other})

    assert state(core) == (HandedIn.HANDED_IN, dt.date(2017, 12, 5))


def state(core: Core) -> tuple[HandedIn, dt.date | None]:
    lines = core.papers.forms.lines(FormKind.SELF_REVIEW, YEAR)
    return next((one.state, one.came_on) for one in lines if one.uid == uid(core))


def test_a_finished_year_and_a_closed_round_take_nothing(core: Core, tmp_path: Path) -> None:
    (file,) = read(core, filled(core, tmp_path, {"s:ethics": "Chữ."}))
    review = core.review.self_reviews.put(YEAR, uid(core), {})
    (opened,) = core.review.whole(YEAR).rounds
    core.review.rounds.close(opened)
    with pytest.raises(Refused) as closed:
        core.papers.forms.take(YEAR, [chosen_unasked(file)])
    (cycle,) = core.review.whole(YEAR).cycles
    core.review.cycles.finish(cycle)
    with pytest.raises(Refused) as over:
        core.papers.forms.take(YEAR, [chosen_unasked(file)])

    assert (closed.value.code, over.value.code) == ("L-541", "L-540")
    assert [one.uid for one in core.review.whole(YEAR).self_reviews] == [review.uid]
    assert texts(core) == {}


def test_places_of_another_form_in_a_file_are_refused(core: Core, tmp_path: Path) -> None:
    one = filled(core, tmp_path, {"s:ethics": "Chữ của người này."}, name=NAMES[0])
    other = filled(core, tmp_path, {"s:ethics": "Chữ của người kia."}, name=NAMES[1])

    def copied(root: Any) -> None:
        place = control(root, "s:ethics")
        foreign = control(etree.fromstring(parts_of(other.read_bytes())[BODY]), "s:ethics")
        place.addnext(copy.deepcopy(foreign))

    one.write_bytes(changed(one.read_bytes(), copied))
    (file,) = read(core, one)
    assert refusal(file)[0] == "L-326"


def test_text_typed_for_an_old_font_is_read_in_unicode_and_told(core: Core, tmp_path: Path) -> None:
    old = "§ång chÝ thùc hiÖn tèt nhiÖm vô ®­îc giao, kh«ng vi ph¹m kû luËt."

    def in_old_font(root: Any) -> None:
        for run in control(root, "s:ethics").iter(f"{W}r"):
            run.insert(
                0,
                etree.fromstring(
                    f'<w:rPr xmlns:w="{W[1:-1]}"><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr>'
                ),
            )

    path = filled(core, tmp_path, {"s:ethics": old})
    path.write_bytes(changed(path.read_bytes(), in_old_font))
    (file,) = read(core, path)
    (offer,) = file.of(OfferState.NEW)
    assert offer.text == "Đồng chí thực hiện tốt nhiệm vụ được giao, không vi phạm kỷ luật."
    assert file.kinds == ("TCVN3",)


@pytest.mark.parametrize("lost", [("docProps/custom.xml",), ("customXml/item1.xml",), ("both",)])
def test_one_mark_of_several_is_enough(core: Core, tmp_path: Path, lost: tuple[str, ...]) -> None:
    path = filled(core, tmp_path, {"s:ethics": "Chữ."})
    gone = {"docProps/custom.xml", "customXml/item1.xml"} if lost == ("both",) else set(lost)
    parts = {name: data for name, data in parts_of(path.read_bytes()).items() if name not in gone}
    path.write_bytes(packed(parts))
    (by_code,) = read(core, path)
    assert (by_code.name, by_code.state) == (NAMES[0], FileState.NEW)


def test_a_form_without_any_mark_is_nobodys(core: Core, tmp_path: Path) -> None:
    path = filled(core, tmp_path, {"s:ethics": "Chữ."})
    gone = {"docProps/custom.xml", "customXml/item1.xml", "word/footer1.xml", "word/footer2.xml"}
    parts = {name: data for name, data in parts_of(path.read_bytes()).items() if name not in gone}
    path.write_bytes(changed(packed(parts), unwrapped_all))
    (file,) = read(core, path)
    assert refusal(file)[0] == "L-320"


def test_a_part_that_declares_entities_is_refused_unread(core: Core, tmp_path: Path) -> None:
    path = given(core, tmp_path)
    parts = parts_of(path.read_bytes())
    bomb = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "x">]><mau>&b;</mau>'
    path.write_bytes(packed({**parts, "customXml/item1.xml": bomb}))
    (file,) = read(core, path)
    assert refusal(file)[0] == "L-513"


def test_points_that_are_none_and_text_too_long_are_told(core: Core, tmp_path: Path) -> None:
    core.years.open(2026)
    core.review.cycles.begin(2026, ruleset_files.shipped()["qd366"], {})
    (path,) = core.papers.forms.give(FormKind.SELF_REVIEW, 2026, [uid(core)], tmp_path)
    points = [tag for tag in places(path.read_bytes()) if tag.startswith("p:")]
    wrong = {points[0]: "khá", points[1]: "4,5", points[2]: "45000", "s:ethics": "x" * 20_001}
    path.write_bytes(changed(path.read_bytes(), typing(wrong)))
    (file,) = core.papers.forms.read(2026, [path]).files

    faulty = {one.place.tag: one.note.code for one in file.of(OfferState.FAULTY) if one.note}
    assert faulty == {
        points[0]: "form.no_points",
        points[2]: "form.no_points",
        "s:ethics": "form.too_long",
    }
    core.papers.forms.take(2026, [chosen_unasked(file)])
    assert [one.points for one in core.review.whole(2026).score_items] == [4.5]


def test_a_hint_that_lost_its_control_is_nobodys_words(core: Core, tmp_path: Path) -> None:
    def freed(root: Any) -> None:
        one: Any = control(root, "l:level")
        root.find(f"{W}body").insert(0, paragraph("".join(one.find(f"{W}sdtContent").itertext())))
        one.getparent().remove(one)

    path = filled(core, tmp_path, {"s:ethics": "Một."})
    path.write_bytes(changed(path.read_bytes(), freed))
    (file,) = read(core, path)
    assert (file.state, file.loose) == (FileState.NEW, ())
