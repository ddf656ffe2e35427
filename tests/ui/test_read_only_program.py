"""The program runs from a place that nobody can write to: a read-only disk, a folder of the administrator."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from app.common.paths import RESOURCES

ROOT = RESOURCES.parent
pytestmark = pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() != 0, reason="only root may mount a folder read-only"
)
WINDOWS = """
import sys
from ui.desktop import options
from ui.main import main
from ui.sitting import portrait

portrait._LOOK_AGAIN_MS, portrait._SETTLED_LOOKS = 20, 2
sys.exit(main(["SoChiBo", options.PICTURES, sys.argv[1]]))
"""


def run_read_only(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run a command of the program, whose own folder is read-only; its data lie in `folder`."""
    root = shlex.quote(str(ROOT))
    script = f'mount --bind {root} {root} && mount -o remount,bind,ro {root} && cd {root} && exec "$@"'
    in_own_mounts = ["unshare", "-m", "sh", "-c", script, "sh", *command]
    done = subprocess.run(
        in_own_mounts,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "SOCHIBO_DATA": str(folder), "QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8"},
    )
    if "unshare:" in done.stderr:
        pytest.skip(f"this machine allows no mount namespace of one's own: {done.stderr.strip()}")
    return done


def test_nothing_can_be_written_there(tmp_path: Path) -> None:
    """The tests below can fail."""
    done = run_read_only(tmp_path, "touch", str(ROOT / "app" / "written"))
    assert done.returncode != 0
    assert "Read-only" in done.stderr


@pytest.mark.slow
@pytest.mark.fault("I12")
def test_every_command_works_from_a_read_only_folder(tmp_path: Path) -> None:
    done = run_read_only(tmp_path, sys.executable, "-m", "app", "selftest")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.slow
@pytest.mark.fault("I12")
def test_every_window_works_from_a_read_only_folder(tmp_path: Path) -> None:
    pictures = tmp_path / "anh"
    done = run_read_only(tmp_path / "so", sys.executable, "-c", WINDOWS, str(pictures))
    assert done.returncode == 0, done.stderr
    assert len(list(pictures.iterdir())) > 5
