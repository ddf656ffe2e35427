"""``check-layout``: a Word file of anybody's, its sentences and exit codes, without any data of a cell."""

from pathlib import Path

import pytest

from tests.commands.conftest import Run
from tests.papers.layout_check import word_hands as hands
from tests.papers.layout_check.plants import PLANTS


@pytest.fixture
def report(tmp_path: Path) -> Path:
    file = tmp_path / "bao-cao.docx"
    file.write_bytes(hands.report().data())
    return file


def test_a_right_file_is_called_right(command: Run, report: Path) -> None:
    said = command("check-layout", report)

    assert said.code == 0
    assert "“bao-cao.docx” không có chỗ nào khác Hướng dẫn 36-HD/VPTW" in said.out
    assert "Ngày trên văn bản: 05/12/2024" in said.out


def test_a_fault_is_told_with_the_way_to_mend_it(command: Run, report: Path) -> None:
    report.write_bytes(next(plant for plant in PLANTS if plant.code == "number.colon").data())

    said, told = command("check-layout", report), command("check-layout", report, "--json")

    assert (said.code, told.code) == (1, 1)
    assert "“bao-cao.docx”, Số và ký hiệu (dòng “Số: 07-BC/CB”)" in said.out
    assert "Xóa dấu hai chấm" in said.out
    (found,) = told.json["deviations"]
    assert (found["code"], told.json["hints"], told.json["profile"]) == ("number.colon", [], "hd36")


@pytest.mark.parametrize("day", ["01/6/2026", "2026-06-01"])
def test_another_day_brings_another_guidance(command: Run, report: Path, day: str) -> None:
    said = command("check-layout", report, "--date", day, "--json")

    assert said.code == 0
    assert (said.json["profile"], [one["code"] for one in said.json["hints"]]) == (
        "hd05",
        ["recipient.separator"],
    )


@pytest.mark.parametrize("day", ["31/6/2026", "hôm qua", "2026"])
def test_what_is_no_day_is_refused_in_vietnamese(command: Run, report: Path, day: str) -> None:
    said = command("check-layout", report, "--date", day)

    assert said.code == 2
    assert "--date cần một ngày" in said.err


def test_what_is_no_word_file_is_refused(command: Run, tmp_path: Path) -> None:
    file = tmp_path / "ghi-chu.docx"
    file.write_text("không phải tệp Word", encoding="utf-8")

    said = command("check-layout", file)

    assert (said.code, "(L-505)" in said.err) == (2, True)
