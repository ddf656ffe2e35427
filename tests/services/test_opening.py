"""A cell is made, opened with its password, recovered with its code; what does not open changes nothing."""

import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from app import bootstrap
from app.errors import AppError, EnvironmentFailed, Invalid, Refused
from app.keys.password import new_key
from app.keys.slots import Slots
from app.storage.opening import create
from tests.builders import CELL, CHEAP, PASSWORD, SteadyClock, a_core, seams

ROOT = Path(__file__).resolve().parents[2]


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


_SMALL_DISKS = """
import resource, signal, sys
from pathlib import Path
from app import bootstrap
from app.errors import EnvironmentFailed
from app.practice.plan import PracticePlan
from tests.builders import PASSWORD, seams
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
folder = Path(sys.argv[1])
for limit in range(0, 1_000_000, 9_000):
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hard))
    try:
        core = bootstrap.create_practice_cell(folder, PASSWORD, seams(), PracticePlan(2040, 3))
        break
    except EnvironmentFailed as error:
        print(limit, error.code, [path.name for path in folder.iterdir()])
resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
core.close()
bootstrap.unlock(folder, PASSWORD, seams()).close()
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of a file")
def test_a_cell_that_finds_no_room_leaves_nothing_and_is_made_once_there_is(tmp_path: Path) -> None:
    """A04: the room grows step by step until a whole practice cell goes in, one without a review."""
    done = subprocess.run(
        [sys.executable, "-c", _SMALL_DISKS, str(tmp_path / "so")],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=True,
    )
    told = [line.split(maxsplit=2) for line in done.stdout.splitlines()]
    assert len(told) > 5
    assert {code for _, code, _ in told} <= {"L-102", "L-103"}
    assert {left for _, _, left in told} == {"[]"}


def test_what_a_lost_database_left_is_kept_for_the_day_it_is_found(tmp_path: Path) -> None:
    folder = tmp_path / "so"
    core = a_core(folder)
    core.members.add({"full_name": "Nguyễn Văn A"})
    shutil.copy(folder / "chi-bo.db-wal", tmp_path / "wal")
    core.close()
    (folder / "chi-bo.db").rename(tmp_path / "lost.db")
    (tmp_path / "wal").rename(folder / "chi-bo.db-wal")

    a_core(folder).close()

    new = bootstrap.unlock(folder, PASSWORD, seams())
    assert new.members.list() == ()
    new.close()
    (aside,) = (folder / "sao-luu").glob("con-lai_*")
    (tmp_path / "lost.db").rename(aside / "chi-bo.db")
    found = bootstrap.unlock(aside, PASSWORD, seams())
    assert [member.full_name for member in found.members.list()] == ["Nguyễn Văn A"]
    found.close()


def test_a_making_that_was_killed_before_its_first_commit_is_no_cell(tmp_path: Path) -> None:
    key = new_key()
    slots, _ = Slots.create("c" * 32, key, PASSWORD, CHEAP)
    create(tmp_path, key, "c" * 32, SteadyClock(), slots).close()

    with pytest.raises(EnvironmentFailed) as failed:
        bootstrap.unlock(tmp_path, PASSWORD, seams())

    assert failed.value.code == "L-119"
    a_core(tmp_path).close()


def test_two_that_make_a_cell_in_one_folder_make_one(tmp_path: Path) -> None:
    made, refused = [], []

    def make() -> None:
        try:
            made.append(a_core(tmp_path / "so"))
        except AppError as error:
            refused.append(error.code)

    makers = [threading.Thread(target=make) for _ in range(4)]
    for maker in makers:
        maker.start()
    for maker in makers:
        maker.join()

    assert (len(made), set(refused) <= {"L-105", "L-112", "L-114"}, len(refused)) == (1, True, 3)
    made[0].close()
    bootstrap.unlock(tmp_path / "so", PASSWORD, seams()).close()
