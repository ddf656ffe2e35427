"""A disk that is really full, wherever it is full: the old is kept, nothing half is called whole.

A small disk in memory, mounted in a namespace of its own; only root may do that.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.sizes import report, size

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() != 0, reason="only root may mount a small disk"
)


def on_a_small_disk(folder: Path, rounds: int, *manner: str) -> dict[str, int]:
    script = (
        f"mount -t tmpfs -o size=4m tmpfs {folder} && "
        f"exec {sys.executable} -m tests.storage.small_disk {folder} {rounds} {' '.join(manner)}"
    )
    command = ["unshare", "-m", "sh", "-c", script]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    if "unshare:" in done.stderr:
        pytest.skip(f"this machine allows no mount namespace of one's own: {done.stderr.strip()}")
    assert done.returncode == 0, done.stderr
    found: dict[str, int] = json.loads(done.stdout)
    return found


@pytest.mark.fault("A04", "C04", "D01", "D06", "G05")
def test_on_a_full_disk_the_old_is_kept_and_nothing_half_is_called_whole(tmp_path: Path) -> None:
    said = on_a_small_disk(tmp_path, size(4, 20))
    report("full disks", **said)
    assert said["kept"] == said["cases"] == 6 * size(4, 20)
    assert said["refused"] > said["cases"] // 2


def test_a_writer_over_the_old_file_is_caught(tmp_path: Path) -> None:
    """The test above can fail."""
    said = on_a_small_disk(tmp_path, 10, "careless")
    report("full disks control", cases=said["cases"], lost=said["cases"] - said["kept"])
    assert said["kept"] < said["cases"]
