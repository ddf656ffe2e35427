"""A disk that is really full, wherever it is full: the old is kept, nothing half is called whole.

A small disk in memory, mounted in a namespace of its own; only root may do that.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.sizes import report, size
from tests.storage import small_disk

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() != 0, reason="only root may mount a small disk"
)


LOOKS = """
import json, shutil, sys
from pathlib import Path
from app.domain.members import Member
from app.errors import EnvironmentFailed
from tests.storage.cells import a_member, new_database, reopened

folder = Path(sys.argv[1])
database = new_database(folder)
with database.write("member.add") as work:
    work.add(a_member("Nguyễn Văn A"))
database.close()
ballast = folder / "ballast"
with ballast.open("wb", buffering=0) as file:
    try:
        while file.write(bytes(4096)) == 4096:
            pass
    except OSError:
        pass

def look():
    with database.read() as reader:
        return [one.full_name for one in reader.rows(Member)]

def save(name):
    try:
        with database.write("member.add") as work:
            work.add(a_member(name))
    except EnvironmentFailed as error:
        return error.code
    return ""

database = reopened(folder)
said = [database.access.standing, look(), save("Nguyễn Văn B")]
database.reopen()
said += [database.access.standing]
ballast.unlink()
database.reopen()
said += [database.access.standing, save("Nguyễn Văn B"), look()]
database.close()
print(json.dumps(said))
"""


def on_a_small_disk(folder: Path, rounds: int, *manner: str) -> dict[str, int]:
    found: dict[str, int] = on_a_disk(
        folder, sys.executable, "-m", "tests.storage.small_disk", str(folder), str(rounds), *manner
    )
    return found


def on_a_disk(folder: Path, *command: str) -> Any:
    """Return what a program said where a disk of 4 MB is mounted at `folder`."""
    script = f'mount -t tmpfs -o size=4m tmpfs {folder} && exec "$@"'
    in_own_mounts = ["unshare", "-m", "sh", "-c", script, "sh", *command]
    done = subprocess.run(in_own_mounts, capture_output=True, text=True, cwd=ROOT, check=False)
    if "unshare:" in done.stderr:
        pytest.skip(f"this machine allows no mount namespace of one's own: {done.stderr.strip()}")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.fault("A04")
def test_data_on_a_disk_without_a_byte_left_open_to_be_looked_at(tmp_path: Path) -> None:
    said = on_a_disk(tmp_path, sys.executable, "-c", LOOKS, str(tmp_path))
    one, both = ["Nguyễn Văn A"], ["Nguyễn Văn A", "Nguyễn Văn B"]
    assert said == ["full", one, "L-115", "full", "writable", "", both]


@pytest.mark.fault("A04", "C04", "D01", "D06", "G05")
def test_on_a_full_disk_the_old_is_kept_and_nothing_half_is_called_whole(tmp_path: Path) -> None:
    said = on_a_small_disk(tmp_path, size(4, 20))
    report("full disks", **said)
    assert said["kept"] == said["cases"] == len(small_disk.CASES) * size(4, 20)
    assert said["refused"] > said["cases"] // 2


def test_a_writer_over_the_old_file_is_caught(tmp_path: Path) -> None:
    """The test above can fail."""
    said = on_a_small_disk(tmp_path, 10, "careless")
    report("full disks control", cases=said["cases"], lost=said["cases"] - said["kept"])
    assert said["kept"] < said["cases"]
