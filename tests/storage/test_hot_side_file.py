"""After a kill the last commits lie in the side file; if that is lost or bitten, it is told (A13, A14).

SQLite itself says nothing: both of its checks call the shortened database whole.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from app.domain.members import Member
from app.errors import EnvironmentFailed
from app.storage import audit, examining
from app.storage.opening import open_database
from tests.sizes import report, size
from tests.storage.cells import KEY, SteadyClock, a_member, reopened, stored

COMMITS = 12
PAGE = 4096
_CHILD = f"""
import os, sys
from pathlib import Path
from tests.storage.cells import a_member, reopened
database = reopened(Path(sys.argv[1]))
for _ in range({COMMITS}):
    with database.write("member.add") as work:
        work.add(a_member())
os._exit(0)
"""


@pytest.fixture(scope="module")
def hot(prepared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder as a killed program leaves it: one addition closed away, twelve in the side file."""
    folder = Path(shutil.copytree(prepared, tmp_path_factory.mktemp("hot") / "chi-bo"))
    database = reopened(folder)
    with database.write("member.add") as work:
        work.add(a_member())
    database.close()
    root = Path(__file__).resolve().parents[2]
    subprocess.run([sys.executable, "-c", _CHILD, str(folder)], check=True, cwd=root)
    assert (folder / "chi-bo.db-wal").stat().st_size > 0
    return folder


@pytest.fixture
def folder(hot: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(hot, tmp_path / "chi-bo"))


def test_an_unharmed_side_file_gives_everything_back(folder: Path) -> None:
    database = reopened(folder)
    with database.read() as reader:
        assert reader.count(Member) == 1 + COMMITS
    database.close()


@pytest.mark.parametrize("torn", ["page overwritten in part", "last page cut"])
def test_a_page_torn_while_the_side_file_was_taken_in_is_no_damage(folder: Path, torn: str) -> None:
    """A full disk or a power cut in a checkpoint: what is torn in the file stands whole beside it."""
    path, side_file = folder / "chi-bo.db", (folder / "chi-bo.db-wal").read_bytes()
    numbers = {int.from_bytes(side_file[at : at + 4]) for at in range(32, len(side_file), 24 + PAGE)}
    content = bytearray(path.read_bytes())
    last = len(content) // PAGE
    within = max(number for number in numbers if number <= last)
    if torn == "last page cut":
        content = content[: (within - 1) * PAGE + 100] if within == last else content + bytes(100)
    else:
        content[(within - 1) * PAGE : (within - 1) * PAGE + 2048] = bytes(2048)
    path.write_bytes(content)
    database = reopened(folder)
    with database.read() as reader:
        assert reader.count(Member) == 1 + COMMITS
        assert audit.first_wrong(reader.connection) is None
    database.close()


@pytest.mark.fault("A13")
def test_a_lost_side_file_is_told_with_the_number_of_changes(folder: Path) -> None:
    """A13."""
    (folder / "chi-bo.db-wal").unlink()
    with pytest.raises(EnvironmentFailed) as error:
        reopened(folder)
    assert (error.value.code, error.value.params) == ("L-203", {"missing": COMMITS})


def test_what_was_found_is_kept_before_sqlite_cuts_it(folder: Path) -> None:
    side_file = folder / "chi-bo.db-wal"
    bitten = bytearray(side_file.read_bytes())
    bitten[len(bitten) // 2] ^= 8
    side_file.write_bytes(bitten)
    with pytest.raises(EnvironmentFailed):
        reopened(folder)
    (aside,) = (folder / "sao-luu").glob("nguyen-trang_*")
    assert (aside / "chi-bo.db-wal").read_bytes() == bitten


def test_going_on_after_the_loss_works(folder: Path) -> None:
    (folder / "chi-bo.db-wal").unlink()
    database = open_database(folder, KEY, SteadyClock(), accept_loss=True)
    with database.write("member.add") as work:
        work.add(a_member())
    database.close()
    database = reopened(folder)
    assert len(stored(database)["member"]) == 2
    database.close()


@pytest.mark.fault("A14")
def test_a_flipped_bit_in_the_side_file_is_told_or_harmless(hot: Path, tmp_path: Path) -> None:
    """A14: 100 flips in the full run; silent loss none."""
    chance = random.Random(os.getpid())
    told = whole = silent = 0
    for number in range(size(20, 100)):
        folder = Path(shutil.copytree(hot, tmp_path / str(number)))
        side_file = folder / "chi-bo.db-wal"
        content = bytearray(side_file.read_bytes())
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        side_file.write_bytes(content)
        try:
            database = reopened(folder)
        except EnvironmentFailed as error:
            told += error.code in {"L-203", "L-201"}
            continue
        with database.read() as reader:
            complete = reader.count(Member) == 1 + COMMITS
        database.close()
        whole += complete
        silent += not complete
        shutil.rmtree(folder)
    report("A14", flips=size(20, 100), told=told, whole=whole, silent=silent)
    assert (told + whole, silent) == (size(20, 100), 0)
    assert told > 0


def test_without_the_mark_such_flips_would_be_silent(
    hot: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The test above can fail: SQLite alone shows fewer rows and calls the file whole."""
    monkeypatch.setattr(examining, "refuse_loss", lambda *_: None)
    chance, silent = random.Random(14), 0
    for number in range(5):
        folder = Path(shutil.copytree(hot, tmp_path / str(number)))
        side_file = folder / "chi-bo.db-wal"
        content = bytearray(side_file.read_bytes())
        content[chance.randrange(len(content) // 3, len(content) // 2)] ^= 1
        side_file.write_bytes(content)
        database = reopened(folder)
        with database.read() as reader:
            fewer = 0 < reader.count(Member) < 1 + COMMITS
            called_whole = reader.connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
            silent += fewer and called_whole and audit.first_wrong(reader.connection) is None
        database.close()
    report("A14 control", flips=5, silent=silent)
    assert silent == 5
