"""A member list comes in whole or not at all, is undone in one step, and adds nobody twice."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import AppError, ChangedElsewhere, EnvironmentFailed, Refused
from app.services.import_preview import Change, FieldChange, ImportPreview, Taken
from app.services.importing import ImportService
from app.services.members import MemberService
from app.sheets.safe_zip import MAX_FILE_BYTES
from app.storage.database import Database
from app.worker.inline import InlineJobs
from tests.builders import SteadyClock, a_database, unprotected
from tests.sheets.workbooks import A_ROW, HEADER, member_list, workbook
from tests.sizes import size

LARGE = size(600, 5_000)


def people(count: int) -> Iterator[Sequence[object]]:
    for number in range(1, count + 1):
        letter = chr(ord("A") + number % 26)
        name = f"Nguyễn Văn {letter}"
        yield (
            number,
            name,
            "Nam",
            f"{1 + number % 28:02d}/11/19{50 + number % 40}",
            "2010",
            "2011",
            f"{number:012d}",
            "",
        )


def preview(importing: ImportService, folder: Path, *rows: Sequence[object]) -> ImportPreview:
    file = folder / "danh-sach.xlsx"
    file.write_bytes(member_list(*rows))
    return importing.read(file)


@pytest.mark.fault("E14")
def test_a_name_with_letters_of_another_alphabet_is_told_and_comes_in(
    importing: ImportService, members: MemberService, tmp_path: Path
) -> None:
    found = preview(importing, tmp_path, (1, "Trần Ж", "Nam", "", "", "", "", ""))

    (row,) = found.rows
    (note,) = row.notes
    assert (row.status, note.code, note.params["letters"], note.params["column"]) == (
        "new",
        "name.foreign_letters",
        "Ж",
        "B",
    )
    assert importing.apply(found).added == len(members.list()) == 1


def test_a_list_is_previewed_stored_and_undone_as_one_step(
    importing: ImportService, members: MemberService, database: Database, tmp_path: Path
) -> None:
    found = preview(importing, tmp_path, *people(30))

    assert (found.file_name, found.sheet, found.count("new"), members.list()) == (
        "danh-sach.xlsx",
        "Danh sách",
        30,
        (),
    )
    assert importing.apply(found).added == 30
    stored = {(one.full_name, one.born_on, one.card_number) for one in members.list()}
    assert ("Nguyễn Văn B", "1951-11-02", "000000000001") in stored
    assert len(stored) == 30

    assert database.history.undo() == "member.import"
    assert members.list() == ()
    assert database.history.redo() == "member.import"
    assert {(one.full_name, one.born_on, one.card_number) for one in members.list()} == stored


def test_the_same_list_twice_adds_nobody(
    importing: ImportService, members: MemberService, tmp_path: Path
) -> None:
    importing.apply(preview(importing, tmp_path, *people(30)))

    again = preview(importing, tmp_path, *people(30))

    assert (again.count("known"), again.count("new")) == (30, 0)
    assert importing.apply(again).added == 0
    assert len(members.list()) == 30


def test_a_preview_applied_twice_adds_nobody_the_second_time(
    importing: ImportService, members: MemberService, tmp_path: Path
) -> None:
    found = preview(importing, tmp_path, *people(5))
    importing.apply(found)

    with pytest.raises(Refused) as refused:
        importing.apply(found)

    assert (refused.value.code, refused.value.params["row"]) == ("L-515", 2)
    assert len(members.list()) == 5


@pytest.mark.fault("H08")
def test_one_faulty_line_keeps_all_out_and_every_faulty_line_is_named(
    importing: ImportService, members: MemberService, tmp_path: Path
) -> None:
    rows = [list(row) for row in people(40)]
    rows[20][3] = "30/02/1970"
    rows[31][6] = "12"

    found = preview(importing, tmp_path, *rows)

    assert found.numbers("faulty") == (22, 33)
    with pytest.raises(Refused) as refused:
        importing.apply(found)
    assert (refused.value.code, refused.value.params) == ("L-514", {"count": 2, "rows": "22, 33"})
    assert members.list() == ()
    assert importing.apply(found, chosen=found.numbers("new")).added == 38


def test_a_chosen_faulty_line_is_refused(importing: ImportService, tmp_path: Path) -> None:
    found = preview(importing, tmp_path, A_ROW, (2, "", "Nam"))

    with pytest.raises(Refused) as refused:
        importing.apply(found, chosen=[2, 3])

    assert refused.value.params == {"count": 1, "rows": "3"}


def test_facts_that_cannot_be_true_together_are_faults_in_their_column(
    importing: ImportService, tmp_path: Path
) -> None:
    (row,) = preview(importing, tmp_path, (1, "Nguyễn Văn A", "Nam", "2000", "2010", "2009", "", "")).rows

    assert [(p.field, p.code, p.params["column"]) for p in row.problems] == [
        ("admitted_on", "member.admitted_too_young", "E"),
        ("official_on", "member.official_before_admission", "F"),
    ]


@pytest.mark.fault("H09")
def test_a_person_already_there_is_told_and_taken_only_when_chosen(
    importing: ImportService, members: MemberService, tmp_path: Path
) -> None:
    members.add({"full_name": "Nguyễn Văn A", "born_on": "1985"})

    found = preview(importing, tmp_path, ("", "NGUYỄN VĂN A", "Nam", "05/11/1985"))

    assert [(row.status, row.known_as, row.known_row) for row in found.rows] == [("known", "Nguyễn Văn A", 0)]
    assert importing.apply(found).added == 0
    assert importing.apply(found, chosen=[2]).added == 1
    assert len(members.list()) == 2


def test_a_person_twice_in_the_file_is_told_with_the_first_line(
    importing: ImportService, tmp_path: Path
) -> None:
    found = preview(importing, tmp_path, A_ROW, ("", "Trần Thị B"), A_ROW)

    assert [(row.status, row.known_row) for row in found.rows] == [("new", 0), ("new", 0), ("known", 2)]


def test_a_person_in_the_trash_is_known(
    importing: ImportService, members: MemberService, tmp_path: Path
) -> None:
    importing.apply(preview(importing, tmp_path, A_ROW))
    members.trash([members.list()[0].uid])

    assert preview(importing, tmp_path, A_ROW).count("known") == 1


@pytest.mark.fault("E18")
def test_two_persons_of_one_name_with_different_cards_are_two(
    importing: ImportService, tmp_path: Path
) -> None:
    other = (2, *A_ROW[1:6], "000000000002", "")

    assert preview(importing, tmp_path, A_ROW, other).count("new") == 2


@pytest.mark.parametrize(
    ("changed", "row"),
    [
        ("card_number", (2, "Nguyễn Văn A", "Nam", "05/11/1985", "", "", "000000000099", "")),
        ("full_name", (2, "NGUYEN VAN A", "Nam", "1985", "", "", "", "")),
    ],
)
def test_a_person_with_a_corrected_card_or_without_marks_is_asked_about(
    importing: ImportService, members: MemberService, tmp_path: Path, changed: str, row: Sequence[object]
) -> None:
    importing.apply(preview(importing, tmp_path, A_ROW))

    found = preview(importing, tmp_path, row)

    (line,) = found.rows
    assert (line.status, line.sure, line.known_as) == ("known", False, "Nguyễn Văn A")
    assert [change.field for change in line.changes] == [changed]
    assert importing.apply(found) == Taken(0, 0)
    assert importing.apply(found, chosen=[2]).added == 1
    assert len(members.list()) == 2


def test_namesakes_with_cards_and_births_of_their_own_are_two(
    importing: ImportService, tmp_path: Path
) -> None:
    importing.apply(preview(importing, tmp_path, A_ROW))

    found = preview(
        importing,
        tmp_path,
        (2, "Nguyễn Văn A", "Nam", "1985", "", "", "000000000098", ""),
        (3, "Nguyễn Văn Á", "Nam", "05/11/1985", "", "", "000000000097", ""),
        (4, "Nguyen Van A", "Nam", "", "", "", "", ""),
    )

    assert [row.status for row in found.rows] == ["new"] * 3


@pytest.mark.parametrize(("size", "code"), [(MAX_FILE_BYTES + 1, "L-502"), (100_000_000, "L-502")])
def test_a_huge_file_is_refused_before_it_is_read(
    importing: ImportService, tmp_path: Path, size: int, code: str
) -> None:
    file = tmp_path / "lon.xlsx"
    with file.open("wb") as out:
        out.truncate(size)

    with pytest.raises(Refused) as refused:
        importing.read(file)

    assert refused.value.code == code
    assert refused.value.params["size_mb"] == -(-size // 1_000_000)


@pytest.mark.parametrize("what", ["gone", "folder"])
def test_a_file_that_cannot_be_read_is_told(importing: ImportService, tmp_path: Path, what: str) -> None:
    path = tmp_path / "danh-sach.xlsx"
    if what == "folder":
        path.mkdir()

    with pytest.raises(EnvironmentFailed) as failed:
        importing.read(path)

    assert (failed.value.code, failed.value.params) == ("L-501", {"name": "danh-sach.xlsx"})


def test_whatever_is_refused_leaves_the_members_alone(
    importing: ImportService, members: MemberService, tmp_path: Path
) -> None:
    importing.apply(preview(importing, tmp_path, A_ROW))
    for data in (b"", b"%PDF", workbook([["TT"]]), workbook([HEADER]), member_list(A_ROW)[:400]):
        file = tmp_path / "x.xlsx"
        file.write_bytes(data)
        with pytest.raises(AppError):
            importing.read(file)

    assert len(members.list()) == 1


def test_a_large_list_comes_in_and_goes_out_again(
    importing: ImportService, members: MemberService, database: Database, tmp_path: Path
) -> None:
    found = preview(importing, tmp_path, *people(LARGE))

    assert importing.apply(found).added == LARGE
    assert len(members.list()) == LARGE

    assert database.history.undo() == "member.import"
    assert members.list() == ()


@pytest.fixture(scope="module")
def one_database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """Give one database to all examples; each leaves it as empty as it found it."""
    database = a_database(tmp_path_factory.mktemp("nhieu") / "so")
    yield database
    database.close()


A_LIST = st.lists(
    st.tuples(
        st.just(""),
        st.sampled_from(["Nguyễn Văn A", "TRẦN THỊ B", "Lê Thuỷ", "Lê Thủy", "", "x1"]),
        st.sampled_from(["Nam", "nữ", "", "?"]),
        st.sampled_from(["1970", "02/03/1970", "", 25_000, "30/02/1970"]),
        st.sampled_from(["1990", ""]),
        st.sampled_from(["1991", "", "dự bị"]),
        st.sampled_from(["", "000000000001", 36085012345, "12"]),
    ),
    max_size=8,
)


@given(A_LIST)
def test_any_list_comes_in_once_and_goes_out_whole(
    one_database: Database, rows: list[tuple[object, ...]]
) -> None:
    importing = ImportService(one_database, InlineJobs(), SteadyClock(), unprotected)
    members = MemberService(one_database, SteadyClock())
    file = one_database.place.folder / "danh-sach.xlsx"
    file.write_bytes(member_list(*rows))
    try:
        found = importing.read(file)
    except Refused as refused:
        assert refused.code == "L-512"  # noqa: PT017  a list of nobody is one of the answers
        return

    new = found.numbers("new")
    assert len(found.rows) == sum(found.count(status) for status in ("new", "known", "faulty"))
    assert importing.apply(found, chosen=new).added == len(new)
    assert len(members.list()) == len(new)
    assert importing.read(file).count("new") == 0
    cards = [member.card_number for member in members.list() if member.card_number]
    assert len(cards) == len(set(cards))

    if new:
        assert one_database.history.undo() == "member.import"
    assert members.list() == ()


def known(importing: ImportService, folder: Path, facts: Sequence[object], *changed: object) -> ImportPreview:
    """Take a line in, then preview it as `changed`."""
    importing.apply(preview(importing, folder, facts))
    return preview(importing, folder, changed or facts)


def test_changed_facts_are_shown_old_and_new_and_taken_one_by_one(
    importing: ImportService, members: MemberService, database: Database, tmp_path: Path
) -> None:
    before = (1, "Nguyễn Văn A", "", "05/11/1985", "2010", "", "000000000001", "")
    after = (1, "NGUYỄN VĂN A", "Nam", "06/11/1985", "03/02/2010", "03/02/2011", "000000000001", "")
    found = known(importing, tmp_path, before, *after)

    (row,) = found.rows
    assert (row.status, row.sure) == ("known", True)
    assert row.changes == (
        FieldChange("sex", "", "male"),
        FieldChange("born_on", "1985-11-05", "1985-11-06"),
        FieldChange("admitted_on", "2010", "2010-02-03"),
        FieldChange("official_on", "", "2011-02-03"),
    )
    assert found.additions() == {Change(2, "sex"), Change(2, "official_on")}
    assert found.replacements() == {Change(2, "born_on"), Change(2, "admitted_on")}

    chosen = {Change(2, "sex"), Change(2, "admitted_on")}
    assert importing.apply(found, changes=chosen) == Taken(0, 1)
    (member,) = members.list()
    assert (member.sex, member.born_on, member.admitted_on, member.official_on) == (
        "male",
        "1985-11-05",
        "2010-02-03",
        "",
    )
    assert database.history.undo() == "member.import"
    assert members.list()[0].admitted_on == "2010"


@pytest.mark.parametrize(
    ("field", "stored", "typed"),
    [(3, "05/11/1985", "1985"), (3, "05/11/1985", ""), (1, "Lê Thuỷ", "LÊ THỦY"), (7, "Bí thư", "Bí thư")],
)
def test_what_says_no_more_than_the_list_is_no_change(
    importing: ImportService, tmp_path: Path, field: int, stored: str, typed: str
) -> None:
    before, after = [*A_ROW], [*A_ROW]
    before[field], after[field] = stored, typed

    (row,) = known(importing, tmp_path, before, *after).rows

    assert (row.status, row.changes) == ("known", ())


def test_a_person_known_by_name_alone_is_changed_only_when_somebody_says_so(
    importing: ImportService, members: MemberService, tmp_path: Path
) -> None:
    members.add({"full_name": "Nguyễn Văn A"})

    found = preview(importing, tmp_path, A_ROW)

    assert not found.rows[0].sure
    assert found.rows[0].changes
    assert found.additions() == found.replacements() == frozenset()


def test_the_same_card_with_another_name_is_asked_about(importing: ImportService, tmp_path: Path) -> None:
    (row,) = known(importing, tmp_path, A_ROW, 1, "Trần Thị B", *A_ROW[2:]).rows

    assert (row.status, row.sure, row.same_card) == ("known", False, True)
    assert row.changes == (FieldChange("full_name", "Nguyễn Văn A", "Trần Thị B"),)


def test_one_card_of_two_names_in_the_file_is_a_fault(importing: ImportService, tmp_path: Path) -> None:
    found = preview(importing, tmp_path, A_ROW, (2, "Trần Thị B", *A_ROW[2:]))

    (problem,) = found.rows[1].problems
    assert (problem.code, problem.params["row"], problem.params["column"]) == ("member.card_twice", 2, "G")


def test_changes_that_do_not_go_with_what_stays_are_refused(
    importing: ImportService, members: MemberService, tmp_path: Path
) -> None:
    before = (1, "Nguyễn Văn A", "Nam", "1960", "1990", "1991", "000000000001", "")
    found = known(importing, tmp_path, before, *before[:4], "1995", "1996", *before[6:])

    with pytest.raises(Refused) as refused:
        importing.apply(found, changes=[Change(2, "admitted_on")])

    assert (refused.value.code, refused.value.params["row"]) == ("L-516", 2)
    assert members.list()[0].admitted_on == "1990"
    assert importing.apply(found, changes=found.replacements()) == Taken(0, 1)


def test_a_member_changed_since_the_preview_is_not_overwritten(
    importing: ImportService, members: MemberService, tmp_path: Path
) -> None:
    found = known(importing, tmp_path, A_ROW, *A_ROW[:3], "06/11/1985", *A_ROW[4:])
    (member,) = members.list()
    members.save(member.uid, member.rev, {"phone": "0912000001"})

    with pytest.raises(ChangedElsewhere):
        importing.apply(found, changes=found.replacements())


def test_a_post_and_a_standing_are_added_and_never_ended(
    importing: ImportService, members: MemberService, tmp_path: Path
) -> None:
    importing.apply(preview(importing, tmp_path, A_ROW))
    head = ("Họ và tên", "Số thẻ", "Chức vụ", "Trạng thái hoạt động", "Ngày rời/mất/miễn")
    file = tmp_path / "them.xlsx"
    rows = ("Nguyễn Văn A", "000000000001", "Bí thư, Trưởng thôn", "Miễn sinh hoạt", "01/2016")
    file.write_bytes(workbook([head, rows]))

    found = importing.read(file)
    assert [change.field for change in found.rows[0].changes] == ["post", "standing"]
    importing.apply(found, changes=found.additions())

    person = members.person(members.list()[0].uid)
    assert {(post.kind, post.title) for post in person.posts} == {("cell_secretary", ""), ("", "Trưởng thôn")}
    assert [(one.kind, one.started_on) for one in person.standings] == [("exempt", "2016-01")]
    assert importing.read(file).rows[0].changes == ()


def test_a_post_that_excludes_the_one_held_is_told_and_left_to_the_card(
    importing: ImportService, tmp_path: Path
) -> None:
    (row,) = known(importing, tmp_path, A_ROW, *A_ROW[:7], "Phó bí thư").rows

    assert row.changes == ()
    assert [note.code for note in row.notes] == ["post.other_in_card"]


def test_who_lies_in_the_trash_is_told_and_not_changed(
    importing: ImportService, members: MemberService, tmp_path: Path
) -> None:
    importing.apply(preview(importing, tmp_path, A_ROW))
    members.trash([members.list()[0].uid])

    (row,) = preview(importing, tmp_path, (*A_ROW[:3], "06/11/1985", *A_ROW[4:])).rows

    assert (row.changes, [note.code for note in row.notes]) == ((), ["member.in_trash"])


def test_what_was_decided_about_a_column_holds_for_the_next_list(
    importing: ImportService, database: Database, tmp_path: Path
) -> None:
    file = tmp_path / "cot-la.xlsx"
    file.write_bytes(
        workbook([["Họ và tên", "Đứng trong hàng ngũ từ", "Màu áo"], ["Lê Văn Thử", "1990", "đỏ"]])
    )
    unknown = [column for column in importing.read(file).head if not column.field]
    assert [column.title for column in unknown] == ["Đứng trong hàng ngũ từ", "Màu áo"]

    importing.assign({unknown[0].key: "admitted_on", unknown[1].key: ""})

    found = importing.read(file)
    assert found.rows[0].values["admitted_on"] == "1990"
    assert [(one.field, one.assigned) for one in found.head[1:]] == [("admitted_on", True), ("", True)]
    assert database.history.undo_action is None
    importing.assign({unknown[0].key: "official_on"})
    assert importing.read(file).rows[0].values["official_on"] == "1990"
