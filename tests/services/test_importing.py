"""A member list comes in whole or not at all, is undone in one step, and adds nobody twice."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import AppError, EnvironmentFailed, Refused
from app.services.importing import ImportPreview, ImportService
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
    assert importing.apply(found) == len(members.list()) == 1


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
    assert importing.apply(found) == 30
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
    assert importing.apply(again) == 0
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
    assert importing.apply(found, chosen=found.numbers("new")) == 38


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
    assert importing.apply(found) == 0
    assert importing.apply(found, chosen=[2]) == 1
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

    assert importing.apply(found) == LARGE
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
    assert importing.apply(found, chosen=new) == len(new)
    assert len(members.list()) == len(new)
    assert importing.read(file).count("new") == 0
    cards = [member.card_number for member in members.list() if member.card_number]
    assert len(cards) == len(set(cards))

    if new:
        assert one_database.history.undo() == "member.import"
    assert members.list() == ()
