"""No person is taken for a total or a signature, and nothing under a list is taken for a person."""

from collections.abc import Sequence

import pytest

from app.common.progress import NoProgress
from app.sheets.member_list import MemberList
from app.sheets.member_sheet import read_members
from app.sheets.reading import read_book
from tests.sheets.workbooks import workbook

HEAD = ("Họ và tên", "Ngày sinh", "Ngày vào Đảng", "Ghi chú")
FACTS = ("03/02/1965", "19/05/1990", "")


def read(*rows: Sequence[object]) -> MemberList:
    return read_members(read_book(workbook(rows)), NoProgress())


def names(found: MemberList) -> list[str]:
    return [row.values["full_name"] for row in found.rows]


@pytest.mark.parametrize("name", ["Tổng Văn Mẫu", "Cộng Thị Thử", "Tổ Văn Giả"])
def test_whoever_has_a_date_is_a_person_whatever_the_name(name: str) -> None:
    found = read(HEAD, (name, *FACTS), ("Khối Thị Mẫu", *FACTS), ("Nguyễn Văn Thôn", *FACTS))

    assert names(found) == [name, "Khối Thị Mẫu", "Nguyễn Văn Thôn"]
    assert found.skipped == ()


def test_persons_counted_under_the_sum_are_no_persons() -> None:
    under = [("Tổng số", 3), ("Nam", 2), ("Nữ", 1), ("Trong đó: nam 2, nữ 1",)]
    found = read(HEAD, ("Nguyễn Văn Mẫu", *FACTS), *under)

    assert names(found) == ["Nguyễn Văn Mẫu"]
    assert [line.why for line in found.skipped] == ["total"] * 4


def test_a_post_alone_and_a_name_under_it_are_a_signature() -> None:
    signed = [("BÍ THƯ CHI BỘ",), (), ("Phạm Thị Ký",)]
    found = read(HEAD, ("Nguyễn Văn Mẫu", *FACTS), *signed)

    assert names(found) == ["Nguyễn Văn Mẫu"]
    assert [(line.row, line.why) for line in found.skipped] == [(3, "heading"), (5, "signature")]


def test_the_list_goes_on_under_a_post_that_is_a_heading() -> None:
    found = read(HEAD, ("Bí thư",), ("Nguyễn Văn Mẫu", *FACTS), ("Đảng viên",), ("Trần Thị Thử", *FACTS))

    assert names(found) == ["Nguyễn Văn Mẫu", "Trần Thị Thử"]
