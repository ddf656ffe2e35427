"""A cell is made, opened with its password, recovered with its code; what does not open changes nothing."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from app import bootstrap
from app.errors import AppError, EnvironmentFailed, Invalid, Refused
from tests.builders import CELL, PASSWORD, a_core, seams


def test_a_new_cell_is_there_with_its_year_and_opens_again(tmp_path: Path) -> None:
    folder = tmp_path / "sâu" / "hơn"
    assert not bootstrap.exists(folder)

    core = a_core(folder)
    core.members.add({"full_name": "Nguyễn Văn A"})
    cell = core.cells.current()
    core.close()

    assert bootstrap.exists(folder)
    again = bootstrap.unlock(folder, PASSWORD, seams())
    assert (again.cells.current(), again.years.list(), again.folder) == (cell, (2017,), folder)
    assert [member.full_name for member in again.members.list()] == ["Nguyễn Văn A"]
    assert again.history.undo_action is None
    again.close()


def test_a_wrong_password_is_told_and_the_right_one_still_opens(tmp_path: Path) -> None:
    a_core(tmp_path).close()

    with pytest.raises(EnvironmentFailed) as failed:
        bootstrap.unlock(tmp_path, "sai", seams())

    assert failed.value.code == "L-206"
    bootstrap.unlock(tmp_path, PASSWORD, seams()).close()


def test_the_recovery_code_gives_a_new_password(tmp_path: Path) -> None:
    core, code = bootstrap.create_cell(tmp_path, PASSWORD, CELL, 2017, seams())
    core.close()

    bootstrap.recover(tmp_path, code.lower().replace("-", " "), "mật khẩu mới", seams()).close()

    bootstrap.unlock(tmp_path, "mật khẩu mới", seams()).close()
    with pytest.raises(EnvironmentFailed):
        bootstrap.unlock(tmp_path, PASSWORD, seams())


def test_a_second_cell_in_one_folder_is_refused_and_the_first_still_opens(tmp_path: Path) -> None:
    a_core(tmp_path).close()

    with pytest.raises(Refused) as refused:
        a_core(tmp_path)

    assert refused.value.code == "L-112"
    bootstrap.unlock(tmp_path, PASSWORD, seams()).close()


@pytest.mark.parametrize(
    ("password", "facts", "year", "field"),
    [("", {}, 2017, "password"), ("x", {"name": ""}, 2017, "name"), ("x", {}, 1999, "year")],
)
def test_what_cannot_be_a_cell_leaves_nothing_behind(
    tmp_path: Path, password: str, facts: dict[str, object], year: int, field: str
) -> None:
    with pytest.raises(Invalid) as refused:
        bootstrap.create_cell(tmp_path / "moi", password, {**CELL, **facts}, year, seams())

    assert [problem.field for problem in refused.value.problems] == [field]
    assert not (tmp_path / "moi").exists()


def test_one_lost_copy_of_the_slots_is_healed_by_opening(tmp_path: Path) -> None:
    a_core(tmp_path).close()
    (tmp_path / "chi-bo.khoa").unlink()

    bootstrap.unlock(tmp_path, PASSWORD, seams()).close()

    assert (tmp_path / "chi-bo.khoa").read_bytes() == (tmp_path / "chi-bo.khoa2").read_bytes()


def test_the_key_of_another_cell_does_not_open(tmp_path: Path) -> None:
    a_core(tmp_path / "a").close()
    a_core(tmp_path / "b").close()
    for name in ("chi-bo.khoa", "chi-bo.khoa2"):
        shutil.copy(tmp_path / "a" / name, tmp_path / "b" / name)

    with pytest.raises(AppError):
        bootstrap.unlock(tmp_path / "b", PASSWORD, seams())


def test_importing_bootstrap_is_light() -> None:
    heavy = {
        "sqlmodel",
        "sqlalchemy",
        "pydantic",
        "docx",
        "reportlab",
        "lxml",
        "openpyxl",
        "alembic",
        "PySide6",
    }
    asked = f"import sys, app.bootstrap, app.keys.slots; print([m for m in {heavy} if m in sys.modules])"

    said = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)

    assert said.stdout.strip() == "[]"
