"""Data that cannot be written are looked at; a disk that fails or goes away costs nothing that was saved."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.domain.members import Member
from app.errors import EnvironmentFailed
from app.storage import audit, drafts
from app.storage.access import Access, Standing
from app.storage.connections import connect, disconnect, pragma
from app.storage.database import Database
from app.storage.opening import open_database
from tests.conftest import LogWatch
from tests.sizes import report, size
from tests.storage.cells import KEY, SteadyClock, a_member, reopened

ROOT = Path(__file__).resolve().parents[2]
as_root = pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() != 0, reason="only root can drop to a user without rights"
)


@pytest.fixture
def shared_folder(prepared: Path) -> Iterator[Path]:
    """Give a closed database where other users get at it; pytest's own folders are closed to them."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(shutil.copytree(prepared, Path(folder) / "chi-bo"))


def saved(database: Database, *names: str) -> None:
    for name in names:
        with database.write("member.add") as work:
            work.add(a_member(name))


def names_in(database: Database) -> list[str]:
    with database.read() as reader:
        return sorted(member.full_name for member in reader.rows(Member))


def code_of(act: object) -> str:
    assert callable(act)
    with pytest.raises(EnvironmentFailed) as refused:
        act()
    return refused.value.code


# Read-only folder or file (A07) ---------------------------------------------------------------------------

_LOOKS = """
import json, os, sys
from pathlib import Path
from app.domain.members import Member
from app.errors import EnvironmentFailed
from tests.storage.cells import a_member, reopened
os.setgid(65534)
os.setuid(65534)
said = {}
try:
    database = reopened(Path(sys.argv[1]))
except EnvironmentFailed as error:
    print(json.dumps({"refused": error.code}))
    sys.exit()
said["standing"] = database.access.standing
with database.read() as reader:
    said["members"] = [one.full_name for one in reader.rows(Member)]
for name, act in {"write": database.write("member.add"), "draft": database.aside()}.items():
    try:
        with act as work:
            pass
    except EnvironmentFailed as error:
        said[name] = error.code
said["again"] = database.reopen()
said["head"] = database.head.seq
database.close()
print(json.dumps(said))
"""


def contents(folder: Path) -> dict[str, bytes]:
    """Return what lies in the folder, but for who holds it."""
    paths = [path for path in folder.iterdir() if path.name != "chi-bo.lock"]
    return {path.name: path.read_bytes() for path in paths}


def looked_at(folder: Path) -> dict[str, object]:
    """Open the folder as a user without any right and return what happened; nothing in it may change."""
    before = contents(folder)
    done = subprocess.run(
        [sys.executable, "-c", _LOOKS, str(folder)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert contents(folder) == before
    said: dict[str, object] = json.loads(done.stdout)
    return said


@as_root
@pytest.mark.fault("A07")
@pytest.mark.parametrize("locked", ["folder", "folder without lock file", "file"])
def test_locked_data_open_to_be_looked_at(shared_folder: Path, locked: str) -> None:
    """A07: as a user whom the file modes bind."""
    database = reopened(shared_folder)
    saved(database, "Nguyễn Văn A")
    database.close()
    if locked == "folder without lock file":
        (shared_folder / "chi-bo.lock").unlink()
    for path in shared_folder.iterdir():
        path.chmod(0o666 if locked == "file" else 0o444)
    (shared_folder / "chi-bo.db").chmod(0o444)
    shared_folder.chmod(0o777 if locked == "file" else 0o555)
    said = looked_at(shared_folder)
    shared_folder.chmod(0o755)
    assert said == {
        "standing": "locked",
        "members": ["Nguyễn Văn A"],
        "write": "L-115",
        "draft": "L-115",
        "again": False,
        "head": 1,
    }


@as_root
@pytest.mark.fault("A07")
@pytest.mark.parametrize("left", ["chi-bo.db-wal", "chi-bo.db-journal", "older schema", "damage"])
def test_data_that_must_be_put_in_order_first_are_not_looked_at(shared_folder: Path, left: str) -> None:
    if left == "older schema":
        connection = connect(shared_folder / "chi-bo.db", KEY, "make")
        pragma(connection, "user_version=0")
        disconnect(connection)
    elif left == "damage":
        bytes_of = bytearray((shared_folder / "chi-bo.db").read_bytes())
        bytes_of[-100] ^= 1
        (shared_folder / "chi-bo.db").write_bytes(bytes_of)
    else:
        (shared_folder / left).write_bytes(b"left in the middle")
    shared_folder.chmod(0o555)
    for path in shared_folder.iterdir():
        path.chmod(0o444)
    said = looked_at(shared_folder)
    shared_folder.chmod(0o755)
    assert said == {"refused": "L-201" if left == "damage" else "L-117"}


@as_root
@pytest.mark.fault("A07")
def test_a_locked_database_that_lost_its_last_changes_says_so(shared_folder: Path) -> None:
    older = (shared_folder / "chi-bo.db").read_bytes()
    database = reopened(shared_folder)
    saved(database, "Nguyễn Văn A")
    database.close()
    (shared_folder / "chi-bo.db").write_bytes(older)
    shared_folder.chmod(0o555)
    for path in shared_folder.iterdir():
        path.chmod(0o444)
    said = looked_at(shared_folder)
    shared_folder.chmod(0o755)
    assert said == {"refused": "L-203"}


# A disk that refuses (A05) --------------------------------------------------------------------------------

_FAILS = """
import json, resource, signal, sys
from pathlib import Path
from app.errors import EnvironmentFailed
from app.storage import drafts
from tests.storage.cells import a_member, reopened
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
database = reopened(Path(sys.argv[1]))
drafts.keep(database, "member", "", {"full_name": "x"})
hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
soft = int(sys.argv[2])
resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
saved, codes, heard = 0, [], []
while len(codes) < 4:
    try:
        with database.write("member.import") as work:
            work.add_all(a_member(note="x" * 200) for _ in range(20))
        saved += 20
    except EnvironmentFailed as error:
        codes.append(error.code)
        heard.append(database.access.standing)
resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
try:
    with database.write("member.add") as work:
        work.add(a_member())
except EnvironmentFailed as error:
    codes.append(error.code)
draft = drafts.find(database, "member", "")
again = database.reopen()
heard.append(database.access.standing)
with database.write("member.add") as work:
    work.add(a_member())
database.close()
print(json.dumps({"codes": codes, "heard": heard, "saved": saved, "again": again, "draft": draft}))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of a file")
@pytest.mark.fault("A05")
def test_the_second_refusal_of_the_disk_makes_the_data_view_only(cell_folder: Path) -> None:
    """A05, with a limit on the size of a file in place of a failing disk."""
    done = subprocess.run(
        [sys.executable, "-c", _FAILS, str(cell_folder), "300000"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    said = json.loads(done.stdout)
    assert said["codes"] == ["L-103", "L-103", "L-115", "L-115", "L-115"]
    assert said["heard"] == ["writable", "failing", "failing", "failing", "writable"]
    assert said["draft"] == {"full_name": "x"}
    assert said["again"] is True
    database = reopened(cell_folder)
    with database.read() as reader:
        rows, wrong = reader.count(Member), audit.first_wrong(reader.connection)
    database.close()
    report("A05", acknowledged=said["saved"] + 1, rows=rows, lost=said["saved"] + 1 - rows)
    assert (rows, wrong) == (said["saved"] + 1, None)


def test_a_full_disk_and_one_refusal_alone_do_not_make_the_data_view_only(database: Database) -> None:
    access = database.access
    for code in ("L-103", "L-102", "L-106", "L-102"):
        with pytest.raises(EnvironmentFailed), access.writing():
            raise EnvironmentFailed(code)
    with access.writing():
        pass
    with pytest.raises(EnvironmentFailed), access.writing():
        raise EnvironmentFailed("L-103")
    assert access.can_change


# A disk that goes away (A08) ------------------------------------------------------------------------------


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not let an open file be moved away")
@pytest.mark.fault("A08")
def test_nothing_is_called_saved_on_a_disk_that_went_and_all_goes_on_when_it_is_back(
    database: Database,
) -> None:
    """A08: the folder is moved from under the open database, as the kernel does with a pulled disk."""
    folder = database.place.folder
    saved(database, "Nguyễn Văn A")
    away = folder.rename(folder.with_name("rút ra"))
    folder.mkdir()  # what lies below the place where a disk was mounted
    assert code_of(lambda: saved(database, "Nguyễn Văn B")) == "L-116"
    assert code_of(lambda: drafts.keep(database, "member", "", {"full_name": "B"})) == "L-116"
    assert code_of(database.history.undo) == "L-116"
    assert code_of(database.reopen) == "L-116"
    assert names_in(database) == ["Nguyễn Văn A"]
    assert list(folder.iterdir()) == []
    folder.rmdir()
    away.rename(folder)
    assert not database.access.can_change
    assert database.reopen()
    saved(database, "Nguyễn Văn B")
    assert names_in(database) == ["Nguyễn Văn A", "Nguyễn Văn B"]
    while database.history.undo():
        pass
    assert names_in(database) == []
    assert database.access.can_change


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not let an open file be moved away")
def test_another_database_in_its_place_is_not_written_to(database: Database, prepared: Path) -> None:
    folder = database.place.folder
    away = folder.rename(folder.with_name("rút ra"))
    folder.mkdir()
    for path in prepared.iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    before = (folder / "chi-bo.db").read_bytes()
    assert not database.access.look()
    assert code_of(lambda: saved(database, "Nguyễn Văn B")) == "L-116"
    assert (folder / "chi-bo.db").read_bytes() == before
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()
    away.rename(folder)
    assert database.reopen()


def test_closing_after_the_disk_went_is_no_failure(cell_folder: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("Windows does not let an open file be moved away")
    database = reopened(cell_folder)
    saved(database, "Nguyễn Văn A")
    away = cell_folder.rename(cell_folder.with_name("rút ra"))
    database.close()
    again = open_database(away, KEY, SteadyClock())
    assert names_in(again) == ["Nguyễn Văn A"]
    again.close()


_VANISHES = """
import json, random, subprocess, sys, time
from pathlib import Path
from app.domain.members import Member
from app.errors import EnvironmentFailed
from app.storage.access import Access
from tests.storage.cells import a_member, new_database, reopened

base, rounds = Path(sys.argv[1]), int(sys.argv[2])
if "careless" in sys.argv:
    Access.confirm = lambda access: None
disk, place = base / "disk", base / "place"

def mount(*arguments):
    subprocess.run(arguments, check=True)

for folder in (disk, place):
    folder.mkdir()
mount("mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", str(disk))
(disk / "so").mkdir()
mount("mount", "--bind", str(disk / "so"), str(place))
database = new_database(place)
acknowledged, false, codes, slowest = 0, 0, [], 0.0
dice = random.Random(8)
for _ in range(rounds):
    for _ in range(dice.randint(1, 3)):
        with database.write("member.add") as work:
            work.add(a_member())
        acknowledged += 1
    mount("umount", "-l", str(place))
    began = time.monotonic()
    try:
        with database.write("member.add") as work:
            work.add(a_member())
        false += 1
    except EnvironmentFailed as error:
        codes.append(error.code)
    slowest = max(slowest, time.monotonic() - began)
    mount("mount", "--bind", str(disk / "so"), str(place))
    assert database.reopen()
database.close()
database = reopened(place)
with database.read() as reader:
    rows = reader.count(Member)
database.close()
print(json.dumps({"codes": codes, "false": false, "acknowledged": acknowledged, "rows": rows,
                  "slowest_ms": round(slowest * 1000)}))
"""


def on_vanishing_disks(folder: Path, rounds: int, *manner: str) -> dict[str, Any]:
    code = ["unshare", "-m", sys.executable, "-c", _VANISHES, str(folder), str(rounds), *manner]
    done = subprocess.run(code, cwd=ROOT, capture_output=True, text=True, check=False)
    if "unshare:" in done.stderr:
        pytest.skip(f"this machine allows no mount namespace of one's own: {done.stderr.strip()}")
    assert done.returncode == 0, done.stderr
    said: dict[str, Any] = json.loads(done.stdout)
    return said


@as_root
def test_a_program_that_does_not_look_for_the_disk_is_caught(tmp_path: Path) -> None:
    """The test below can fail."""
    said = on_vanishing_disks(tmp_path, 3, "careless")
    report("A08 control", disks_gone=3, false_saved=said["false"])
    assert said["false"] > 0


@as_root
@pytest.mark.fault("A08")
def test_a_disk_unmounted_under_the_open_database(tmp_path: Path) -> None:
    """A08: a disk in memory, taken away lazily and brought back, in a mount namespace of its own."""
    rounds = size(5, 100)
    said = on_vanishing_disks(tmp_path, rounds)
    lost = said["acknowledged"] - said["rows"]
    report(
        "A08", disks_gone=rounds, false_saved=said["false"], lost=lost, slowest_answer_ms=said["slowest_ms"]
    )
    assert (said["false"], lost, set(said["codes"])) == (0, 0, {"L-116"})


def test_a_disk_that_hangs_counts_as_gone(tmp_path: Path, log_watch: LogWatch) -> None:
    (tmp_path / "chi-bo.db").write_bytes(b"x")
    access = Access(tmp_path)
    access.begin(Standing.WRITABLE)
    access.lose()
    assert not access.can_change
    with pytest.raises(EnvironmentFailed) as refused, access.writing():
        pass
    assert refused.value.code == "L-116"
    assert log_watch.take() == []
