"""What slips, other programs and old versions do to a form: all that was written is found again, or named."""

from __future__ import annotations

import copy
import dataclasses
import datetime as dt
import functools
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from app.common.text import clean_text
from app.domain.given_forms import FormKind
from app.papers.form_reading import docx_flow, odt_flow
from app.papers.form_reading.flow import Flow, encoded, flows_in
from app.papers.form_reading.understand import Understood, understood
from app.papers.given_forms.forms import form_of
from app.papers.given_forms.places import GivenForm
from app.papers.given_forms.stamp import Stamp, codes_in, read_stamp
from app.papers.writers import docx_writer
from app.practice.plan import PracticePlan
from tests.papers.forms.hands import (
    W,
    changed,
    control,
    packed,
    paragraph,
    parts_of,
    replaced,
    run,
    typing,
)
from tests.practice.years import known

if TYPE_CHECKING:
    from lxml.etree import _Element

FIRST = "s:ethics"
WRITTEN = "Dự đủ 12 kỳ sinh hoạt.\nKhông vi phạm điều nào trong những điều đảng viên không được làm."
LAST = "s:direction"
PLAN = "Học xong lớp vi tính trước tháng 6."


@functools.cache
def form(year: int = 2026, kind: FormKind = FormKind.SELF_REVIEW) -> GivenForm:
    whole = known(PracticePlan(year=year, members=5))
    member = whole.members[0].uid
    emptied: dict[str, Any] = {
        name: tuple(one.model_copy(update=update) for one in getattr(whole, name))
        for name, update in (
            ("commitment_items", {"result": "", "degree": ""}),
            ("assigned_tasks", {"result": ""}),
            ("earlier_shortcomings", {"result": "", "correction": ""}),
        )
    }
    bare = dataclasses.replace(
        whole, self_reviews=(), section_texts=(), score_sheets=(), explanations=(), **emptied
    )
    return form_of(bare, Stamp(kind, year, whole.cell.uid, member, dt.date(year, 11, 20)))


@functools.cache
def file(year: int = 2026, kind: FormKind = FormKind.SELF_REVIEW) -> bytes:
    return docx_writer.write(form(year, kind).document)


def filled() -> bytes:
    return changed(file(), typing({FIRST: WRITTEN, LAST: PLAN}))


def flow_of(data: bytes) -> Flow:
    (flow,) = flows_in(encoded([docx_flow.read(data)]))
    assert flow
    return flow


def found(data: bytes, of: GivenForm | None = None) -> Understood:
    return understood(flow_of(data), of or form())


def texts(found: Understood) -> dict[str, str]:
    """Return what is found at places, with what stands around them."""
    whole = {
        tag: "\n".join(filter(None, (text, found.added.get(tag, "")))) for tag, text in found.texts.items()
    }
    return {tag: text for tag, text in whole.items() if text}


def unwrapped(root: _Element, place: str) -> None:
    """Delete a control as Word does: its content stays."""
    one = control(root, place)
    parent, content = one.getparent(), one.find(f"{W}sdtContent")
    assert parent is not None
    assert content is not None
    for child in list(content):
        one.addprevious(child)
    parent.remove(one)


def unwrapped_all(root: _Element) -> None:
    while (one := next(root.iter(f"{W}sdt"), None)) is not None:
        content = one.find(f"{W}sdtContent")
        for child in list(content if content is not None else ()):
            one.addprevious(child)
        parent = one.getparent()
        assert parent is not None
        parent.remove(one)


def split(root: _Element) -> None:
    """Part each run of a place into letters, with the marks that Word leaves between them."""
    for one in list(control(root, FIRST).iter(f"{W}r")):
        words = one.findtext(f"{W}t") or ""
        for letter in words:
            one.addprevious(run(letter))
            one.addprevious(etree.Element(f"{W}proofErr", {f"{W}type": "spellStart"}))
        parent = one.getparent()
        assert parent is not None
        parent.remove(one)


def without_tags(root: _Element) -> None:
    for name in ("tag", "alias"):
        for one in list(root.iter(f"{W}{name}")):
            parent = one.getparent()
            assert parent is not None
            parent.remove(one)


def tracked(root: _Element) -> None:
    """Put the text in as an insertion, with something struck out before it."""
    for one in list(control(root, FIRST).iter(f"{W}r")):
        inserted = etree.Element(f"{W}ins", {f"{W}author": "x"})
        struck = etree.Element(f"{W}del", {f"{W}author": "x"})
        gone = etree.SubElement(etree.SubElement(struck, f"{W}r"), f"{W}delText")
        gone.text = "chữ đã bỏ"
        one.addprevious(struck)
        one.addprevious(inserted)
        inserted.append(one)


def soft(root: _Element) -> None:
    """Write both lines in one paragraph, with a soft break and a tab."""
    content = control(root, FIRST).find(f"{W}sdtContent")
    assert content is not None
    words = content[0].find(f"{W}r")
    assert words is not None
    second = "".join(str(one) for one in content[1].itertext())
    del content[1:]
    etree.SubElement(words, f"{W}br")
    rest = etree.SubElement(words, f"{W}t")
    rest.text = second.replace("điều nào", "điều\u00a0nào")


def nested(root: _Element) -> None:
    """Put a control of somebody else's around a paragraph inside ours."""
    content = control(root, FIRST).find(f"{W}sdtContent")
    assert content is not None
    inner = etree.Element(f"{W}sdt")
    etree.SubElement(etree.SubElement(inner, f"{W}sdtPr"), f"{W}id", {f"{W}val": "77"})
    etree.SubElement(inner, f"{W}sdtContent").append(copy.deepcopy(content[1]))
    content.replace(content[1], inner)


def retitled(root: _Element) -> None:
    """Touch a heading, a letter lost, a number retyped, where the control is gone as well."""
    unwrapped(root, LAST)
    for text in root.iter(f"{W}t"):
        if text.text and text.text.startswith("VI. Phương hướng"):
            text.text = "6) Phương hướng biện pháp khắc phục hạn chế, khuyêt điểm:"


def turned(root: _Element) -> None:
    """Move the last section with its heading before the first one."""
    unwrapped(root, LAST)
    body = root[0]
    headings = [one for one in body if "VI. Phương hướng" in "".join(map(str, one.itertext()))]
    first = [one for one in body if "1. Về phẩm chất" in "".join(map(str, one.itertext()))]
    place = list(body).index(headings[0])
    moved = [body[place], body[place + 1]]
    for one in moved:
        first[0].addprevious(one)


def below(root: _Element) -> None:
    """Write the second line below the control."""
    one = control(root, FIRST)
    content = one.find(f"{W}sdtContent")
    assert content is not None
    one.addnext(content[1])
    one.addnext(etree.Element(f"{W}p"))


def listed(root: _Element) -> None:
    one = control(root, FIRST).find(f"{W}sdtContent")
    assert one is not None
    for line in one:
        properties = line.find(f"{W}pPr")
        assert properties is not None
        numbers = etree.SubElement(properties, f"{W}numPr")
        etree.SubElement(numbers, f"{W}ilvl", {f"{W}val": "0"})
        etree.SubElement(numbers, f"{W}numId", {f"{W}val": "1"})


def tabled(root: _Element) -> None:
    content = control(root, FIRST).find(f"{W}sdtContent")
    assert content is not None
    table = etree.Element(f"{W}tbl")
    for cells in (("Việc", "Kết quả"), ("Thu quỹ", "Đủ")):
        row = etree.SubElement(table, f"{W}tr")
        for text in cells:
            etree.SubElement(row, f"{W}tc").append(paragraph(text))
    content.append(table)


def rows_wrapped(root: _Element) -> None:
    """Put every row of a table into a control, and every cell."""
    for name in ("tr", "tc"):
        for one in list(root.iter(f"{W}{name}")):
            outer = etree.Element(f"{W}sdt")
            etree.SubElement(outer, f"{W}sdtPr")
            one.addprevious(outer)
            etree.SubElement(outer, f"{W}sdtContent").append(one)


def only_rows_wrapped(root: _Element) -> None:
    unwrapped_all(root)
    rows_wrapped(root)


def boxed(root: _Element) -> None:
    """Draw a text box as Word 2010 does, once for new and once for old programs."""
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    holder = etree.SubElement(root[0][3], f"{W}r")
    alternate = etree.SubElement(holder, f"{{{mc}}}AlternateContent")
    for name in ("Choice", "Fallback"):
        box = etree.SubElement(etree.SubElement(alternate, f"{{{mc}}}{name}"), f"{W}txbxContent")
        box.append(paragraph("Ghi chú trong khung"))


def hint_left(root: _Element) -> None:
    """Type behind the hint, which stays."""
    content = control(root, FIRST).find(f"{W}sdtContent")
    assert content is not None
    content[0].insert(1, run(form().places[FIRST].shown_hint))


WHOLE = {FIRST: WRITTEN, LAST: PLAN}
VARIANTS: dict[str, Callable[[_Element], None]] = {
    "split runs": split,
    "control deleted": lambda root: unwrapped(root, FIRST),
    "all controls deleted": unwrapped_all,
    "tags and titles lost": without_tags,
    "tracked changes": tracked,
    "soft breaks": soft,
    "a control inside": nested,
    "headings touched": retitled,
    "written below the control": below,
    "rows and cells in controls": rows_wrapped,
    "rows in controls, none of ours": only_rows_wrapped,
    "a text box": boxed,
    "the hint left": hint_left,
    "a section moved": turned,
}


@pytest.mark.parametrize("name", VARIANTS)
def test_what_was_written_is_found_again(name: str) -> None:
    here = texts(found(changed(filled(), VARIANTS[name])))

    assert {tag: text for tag, text in here.items() if tag in WHOLE} == WHOLE
    assert set(here) <= set(WHOLE) | {tag for tag in here if form().places[tag].now}


def test_nothing_is_found_in_a_form_that_nobody_filled_in() -> None:
    for data in (file(), changed(file(), unwrapped_all), changed(file(), without_tags)):
        here = found(data)
        assert texts(here) == {}
        assert (here.loose, here.unknown, here.facts) == ([], [], {})


def test_numbers_and_bullets_of_lists_become_letters() -> None:
    parts = parts_of(changed(filled(), listed))
    space = W.strip("{}")
    parts["word/numbering.xml"] = (
        f'<w:numbering xmlns:w="{space}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">'
        '<w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    ).encode()
    lines = WRITTEN.split("\n")

    assert texts(found(packed(parts)))[FIRST] == f"1. {lines[0]}\n2. {lines[1]}"
    marks = parts["word/numbering.xml"].replace(b"decimal", b"bullet").replace(b"%1.", "•".encode())
    bullets = {**parts, "word/numbering.xml": marks}
    assert texts(found(packed(bullets)))[FIRST] == f"- {lines[0]}\n- {lines[1]}"


def test_a_table_in_a_control_becomes_lines() -> None:
    here = texts(found(changed(filled(), tabled)))

    assert here[FIRST] == f"{WRITTEN}\nViệc; Kết quả\nThu quỹ; Đủ"


def test_tracked_changes_and_text_boxes_are_told() -> None:
    flow = flow_of(changed(filled(), tracked))

    assert (flow.inserted, flow.struck) == (2, 2)
    assert found(changed(filled(), boxed)).loose == ["Ghi chú trong khung"]


def test_text_outside_of_a_control_is_told_apart_and_its_deletion_too() -> None:
    here = found(changed(filled(), below))
    assert here.added == {FIRST: WRITTEN.split("\n")[1]}
    assert FIRST in found(changed(filled(), VARIANTS["control deleted"])).recovered


def test_a_choice_is_read_with_its_control_and_without() -> None:
    place = next(one for one in form().places.values() if one.part == "d")
    data = changed(
        file(), typing({place.tag: place.choices[1][1], "l:level": form().places["l:level"].choices[0][1]})
    )
    for one in (data, changed(data, unwrapped_all)):
        here = texts(found(one))
        assert here == {
            place.tag: place.choices[1][1],
            "l:level": form().places["l:level"].choices[0][1],
        }


def test_points_are_read_with_their_controls_and_without() -> None:
    places = [tag for tag in form().places if tag.startswith("p:")]
    data = changed(file(), typing({tag: f"{place},5" for place, tag in enumerate(places)}))
    for one in (data, changed(data, unwrapped_all), changed(data, without_tags)):
        assert texts(found(one)) == {tag: f"{place},5" for place, tag in enumerate(places)}


def test_changed_words_of_the_head_are_told_and_never_taken() -> None:
    here = found(replaced(filled(), "word/document.xml", "Chi bộ thôn Mẫu", "Chi bộ thôn Khác"))

    assert list(here.facts.values()) == ["Chi bộ thôn Khác"]


def test_rows_added_to_the_table_of_a_commitment_are_promises() -> None:
    of = form(2017, FormKind.COMMITMENT)
    data = changed(file(2017, FormKind.COMMITMENT), typing({"a:n1": "Điều một", "b:n1": "Cách làm"}))

    def one_more(root: _Element) -> None:
        last = list(root.iter(f"{W}tr"))[-2]
        made = copy.deepcopy(last)
        for one in list(made.iter(f"{W}sdt")):
            parent = one.getparent()
            assert parent is not None
            cell = etree.Element(f"{W}tc")
            cell.append(paragraph("Thêm"))
            parent.replace(one, cell)
        last.addnext(made)

    for one in (changed(data, one_more), changed(data, one_more, unwrapped_all)):
        here = found(one, of)
        assert texts(here)["a:n1"] == "Điều một"
        assert [list(row.values())[1:] for row in here.rows] == [["Thêm"] * 4]


def test_a_place_that_the_year_has_no_more_is_named() -> None:
    of = form()
    left = {tag: one for tag, one in of.places.items() if tag != FIRST}
    here = found(filled(), dataclasses.replace(of, places=left))
    assert here.unknown == WRITTEN.split("\n")


def test_the_code_at_the_foot_is_found_in_any_hand_and_a_slip_is_none() -> None:
    code = form().stamp.code.text
    assert [one.text for one in codes_in(f"(mã mẫu: {code.lower()})")] == [code]
    slip = code[:-1] + ("0" if code[-1] != "0" else "1")
    assert codes_in(slip) == ()
    assert read_stamp(form().stamp.text) == form().stamp
    assert read_stamp("2|self_review|2026|a|b|2026-11-20") is None


LETTERS = st.text(
    alphabet=st.characters(codec="utf-8", exclude_categories=("C", "Zl", "Zp")), min_size=1, max_size=40
)


@settings(max_examples=60, deadline=None)
@given(st.lists(LETTERS, min_size=1, max_size=4))
def test_any_text_typed_comes_back_letter_for_letter(lines: list[str]) -> None:
    wanted = "\n".join(part.strip(" ") for part in clean_text("\n".join(lines)).split("\n")).strip("\n ")
    data = changed(file(), typing({FIRST: "\n".join(lines)}))

    assert found(data).texts[FIRST] == wanted


def test_a_table_in_a_cell_of_an_opendocument_file_is_read_once() -> None:
    """A member pastes a table into a cell, and one into that, as deep as the reader lets them lie."""
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "text", "table")
    )
    before = "<table:table><table:table-row><table:table-cell>"
    after = "</table:table-cell></table:table-row></table:table>"
    head = "<table:table-header-rows><table:table-row><table:table-cell><text:p>Đầu bảng</text:p>"
    outer = f"<table:table>{head}</table:table-cell></table:table-row></table:table-header-rows>"
    inside = f"{before * 20}<text:p>Lớp bồi dưỡng</text:p>{after * 20}"
    outer += f"<table:table-row><table:table-cell>{inside}</table:table-cell></table:table-row></table:table>"
    body = f"<office:document-content {spaces}><office:body><office:text>{outer}</office:text></office:body>"

    read_ = odt_flow.read(packed({"content.xml": f"{body}</office:document-content>".encode()}))

    assert [(line.text, line.row) for line in read_.lines] == [
        ("Đầu bảng", (0, 0, 0)),
        ("Lớp bồi dưỡng", (0, 1, 0)),
    ]
