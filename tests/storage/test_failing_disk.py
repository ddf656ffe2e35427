"""A full or failing disk: said as what it is, nothing half saved, and saving works again afterwards."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from app.domain.members import Member
from app.errors import EnvironmentFailed
from app.storage import audit
from app.storage.connections import pragma, raw_of
from app.storage.database import Database
from app.storage.failures import told
from tests.storage.cells import a_member, reopened

ROOT = Path(__file__).resolve().parents[2]


def leave_pages(database: Database, pages: int) -> None:
    """Let the file grow by so many pages and no more."""
    with database.idle() as connection:
        used = pragma(connection, "page_count")
        raw_of(connection).execute(f"PRAGMA max_page_count = {int(used or 0) + pages}")


def save_until_refused(database: Database) -> tuple[int, str]:
    """Return how many members were acknowledged, and with which code the next ones were refused."""
    saved = 0
    while True:
        try:
            with database.write("member.import") as work:
                work.add_all(a_member(note="x" * 200) for _ in range(20))
        except EnvironmentFailed as error:
            return saved, error.code
        saved += 20


@pytest.mark.fault("A04")
def test_a_full_disk_is_told_and_saving_works_once_there_is_room(database: Database) -> None:
    """A04, with SQLite's own limit in place of a small disk."""
    leave_pages(database, 30)
    saved, code = save_until_refused(database)
    assert code == "L-102"
    assert saved > 0
    with database.read() as reader:
        assert (reader.count(Member), audit.first_wrong(reader.connection)) == (saved, None)
    leave_pages(database, 100_000)
    with database.write("member.add") as work:
        work.add(a_member())
    while database.history.undo():
        pass
    with database.read() as reader:
        assert reader.count(Member) == 0


_FAILING = """
import resource, signal, sys
from pathlib import Path
from app.errors import EnvironmentFailed
from tests.storage.cells import a_member, reopened
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
database = reopened(Path(sys.argv[1]))
hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, hard))
saved, code = 0, ""
try:
    while True:
        with database.write("member.import") as work:
            work.add_all(a_member(note="x" * 200) for _ in range(20))
        saved += 20
except EnvironmentFailed as error:
    code = error.code
resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
with database.write("member.add") as work:
    work.add(a_member())
database.close()
print(code, saved + 1)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of a file")
@pytest.mark.fault("A05")
def test_a_failing_write_is_told_and_what_was_acknowledged_stays(cell_folder: Path) -> None:
    """A05."""
    done = subprocess.run(
        [sys.executable, "-c", _FAILING, str(cell_folder)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=True,
    )
    code, saved = done.stdout.split()
    assert code in {"L-102", "L-103"}
    assert int(saved) > 1
    database = reopened(cell_folder)
    with database.read() as reader:
        assert (reader.count(Member), audit.first_wrong(reader.connection)) == (int(saved), None)
    database.close()


def test_a_bug_is_not_called_a_failing_disk(database: Database) -> None:
    member = a_member()
    with pytest.raises(Exception, match="UNIQUE") as error, database.write("member.add") as work:
        work.add_all([member, member])
    assert not isinstance(error.value, EnvironmentFailed)
    with pytest.raises(ZeroDivisionError), told():
        raise ZeroDivisionError


def test_two_threads_write_and_read_without_getting_in_each_others_way(database: Database) -> None:
    """The window's thread saves while the storage thread imports."""
    failures: list[BaseException] = []

    def work_hard(post: str) -> None:
        try:
            for _ in range(25):
                with database.write("member.import") as work:
                    work.add_all(a_member(note=post) for _ in range(4))
                with database.read() as reader:
                    assert reader.count(Member) % 4 == 0
        except BaseException as error:  # noqa: BLE001  handed to the test below
            failures.append(error)

    threads = [threading.Thread(target=work_hard, args=(post,)) for post in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    with database.read() as reader:
        assert (reader.count(Member, note="a"), reader.count(Member, note="b")) == (100, 100)
        assert audit.first_wrong(reader.connection) is None
        assert database.head.seq == 50
