"""``import-members`` shows the list and takes it in whole or not at all."""

from pathlib import Path

from app import bootstrap
from tests.builders import PASSWORD, a_core
from tests.commands.conftest import Run
from tests.sheets.workbooks import A_ROW, member_list


def stored(folder: Path) -> list[str]:
    core = bootstrap.unlock(folder, PASSWORD)
    try:
        return [member.full_name for member in core.members.list()]
    finally:
        core.close()


def a_list(folder: Path, *rows: tuple[object, ...]) -> Path:
    file = folder / "danh-sach.xlsx"
    file.write_bytes(member_list(*rows))
    return file


def test_a_preview_counts_and_stores_nobody(command: Run, password: Path, tmp_path: Path) -> None:
    a_core(tmp_path / "so").close()
    file = a_list(tmp_path, A_ROW, (2, "TRẦN THỊ B", "Nữ", "30/02/1970"), A_ROW)

    said = command(
        "import-members", tmp_path / "so", file, "--preview", "--password-file", password, "--json"
    )

    assert said.code == 1
    assert {name: said.json[name] for name in ("new", "known", "faulty")} == {
        "new": 1,
        "known": 1,
        "faulty": 1,
    }
    first, second, third = said.json["rows"]
    assert (first["row"], first["values"]["full_name"], first["problems"]) == (2, "Nguyễn Văn A", [])
    (problem,) = second["problems"]
    assert (problem["field"], problem["column"], problem["value"]) == ("born_on", "D", "30/02/1970")
    assert problem["sentence"] == "Không có ngày này trong lịch."
    assert [note["code"] for note in second["notes"]] == ["name.capitals"]
    assert third["known_as"] == "Nguyễn Văn A"
    assert stored(tmp_path / "so") == []


def test_a_good_list_goes_in_and_a_second_time_adds_nobody(
    command: Run, password: Path, tmp_path: Path
) -> None:
    a_core(tmp_path / "so").close()
    file = a_list(tmp_path, A_ROW, (2, "Trần Thị B", "Nữ", "1970"))

    first = command("import-members", tmp_path / "so", file, "--password-file", password)
    again = command("import-members", tmp_path / "so", file, "--password-file", password, "--json")

    assert (first.code, "Đã nhập 2 đồng chí, đã sửa 0 đồng chí." in first.out) == (0, True)
    assert (again.code, again.json["added"], again.json["known"]) == (0, 0, 2)
    assert stored(tmp_path / "so") == ["Nguyễn Văn A", "Trần Thị B"]


def test_one_faulty_line_keeps_all_out(command: Run, password: Path, tmp_path: Path) -> None:
    a_core(tmp_path / "so").close()
    file = a_list(tmp_path, A_ROW, (2, "Trần Thị B", "x"))

    said = command("import-members", tmp_path / "so", file, "--password-file", password)

    assert said.code == 1
    assert "Dòng 3, cột C, ghi “x”: Giới tính ghi là Nam hoặc Nữ." in said.out
    assert stored(tmp_path / "so") == []


def test_what_is_no_list_is_told(command: Run, password: Path, tmp_path: Path) -> None:
    a_core(tmp_path / "so").close()
    (tmp_path / "x.xlsx").write_bytes(b"%PDF")

    said = command("import-members", tmp_path / "so", tmp_path / "x.xlsx", "--password-file", password)

    assert (said.code, "(L-505)" in said.err) == (2, True)
