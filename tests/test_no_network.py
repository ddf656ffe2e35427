"""J03: there is no network, in Python or below it, in this process or in any that the program starts."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from app.common.progress import NoProgress
from app.worker.child_jobs import ChildJobs, JobBroken
from tests.conftest import SocketsTried
from tests.guard import LOADED, ROOT, kernel
from tests.worker.test_child_jobs import ODD_CHILD

SOCKET = "import socket; socket.socket()"
needs_linux = pytest.mark.skipif(not kernel.is_possible(), reason="the filter is for Linux on x86-64")


@pytest.mark.fault("J03")
def test_a_socket_is_refused(sockets_tried: SocketsTried) -> None:
    import socket  # noqa: TID251  the guard is under test

    with pytest.raises(AssertionError, match="no network"):
        socket.socket()
    assert sockets_tried.take() == ["socket.__new__"]


@pytest.mark.fault("J03")
@pytest.mark.parametrize(
    ("code", "noted"),
    [
        (SOCKET, "socket.__new__"),
        ("import socket; socket.getaddrinfo('localhost', 80)", "socket.getaddrinfo"),
        (f"import os\nif os.fork() == 0: {SOCKET}\nos.wait()", "socket.__new__"),
        (f"try:\n    {SOCKET}\nexcept AssertionError: pass", "socket.__new__"),
    ],
    ids=["child", "name", "forked", "swallowed"],
)
def test_a_socket_in_a_child_is_refused_and_noticed(
    code: str, noted: str, sockets_tried: SocketsTried
) -> None:
    subprocess.run([sys.executable, "-c", code], check=False, capture_output=True)
    assert sockets_tried.take() == [noted]


@pytest.mark.fault("J03")
def test_a_job_that_phones_home_is_noticed(sockets_tried: SocketsTried) -> None:
    with pytest.raises(JobBroken, match="AssertionError"):
        ChildJobs(ODD_CHILD).run("phone_home", b"", NoProgress())
    assert sockets_tried.take() == ["socket.__new__"]


def test_no_child_of_a_test_goes_unguarded() -> None:
    ways_out = ("PYTHON" + "PATH", '"-' + 'I"', '"-' + 'S"', '"-' + 'E"')
    tests = [path for path in (ROOT / "tests").rglob("*.py") if path.parent.name != "guard"]
    found = {path.name for path in tests for way in ways_out if way in path.read_text(encoding="utf-8")}
    assert found == {"conftest.py"}


FORKS = """
import ctypes, os
if os.fork() == 0: ctypes.CDLL(None).socket(2, 1, 0)
os.kill(os.getpid(), os.WTERMSIG(os.wait()[1]))
"""


def without_sockets(*arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run Python where the kernel ends whoever asks for a socket, if possible without any network at all."""
    own_network = ["unshare", "-n"]
    may = subprocess.run([*own_network, "true"], check=False, capture_output=True).returncode == 0
    command = [*(own_network if may else []), sys.executable, "-m", "tests.guard.kernel", *arguments]
    environment = {**os.environ, **more}
    return subprocess.run(command, check=False, capture_output=True, text=True, cwd=ROOT, env=environment)


@needs_linux
@pytest.mark.parametrize(
    "code",
    [
        "import ctypes; ctypes.CDLL(None).socket(2, 1, 0)",
        "import ctypes; ctypes.CDLL(None).socket(10, 2, 0)",
        FORKS,
    ],
    ids=["IPv4", "IPv6", "forked"],
)
def test_a_socket_below_python_is_caught(code: str) -> None:
    assert without_sockets("-c", code).returncode == -signal.SIGSYS


EVERY_PAGE = """
import sys
from ui.desktop import options
from ui.sitting import portrait
from ui.main import main

portrait._LOOK_AGAIN_MS, portrait._SETTLED_LOOKS = 20, 2
sys.exit(main(["SoChiBo", options.PICTURES, sys.argv[1]]))
"""
BROUGHT_ALONG = {
    ("asyncio", "sqlalchemy.util.compat"),
    ("socket", "asyncio.base_events"),
    ("ssl", "asyncio.base_events"),
    ("socket", "email.utils"),  # pydantic asks which packages are installed; their facts are e-mail headers
}
"""Network modules that libraries load and never use, each with who loads it."""


@pytest.mark.slow
@needs_linux
@pytest.mark.fault("J03")
def test_the_whole_way_is_gone_without_a_socket() -> None:
    """Wizard, list, papers, stick and checking, with the children that do the heavy work."""
    done = without_sockets("-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/ui/test_journey.py")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.slow
@needs_linux
@pytest.mark.fault("J03")
@pytest.mark.parametrize(
    "arguments",
    [("-c", EVERY_PAGE, "{}/anh"), ("-m", "app", "selftest")],
    ids=["every page", "every command"],
)
def test_a_started_program_opens_no_socket_and_loads_nothing_to_reach_a_network(
    arguments: tuple[str, ...], tmp_path: Path
) -> None:
    notes = tmp_path / "notes"
    done = without_sockets(*(one.format(tmp_path) for one in arguments), **{LOADED: str(notes)})
    assert done.returncode == 0, done.stdout + done.stderr
    asked = {tuple(line.split()) for line in notes.read_text(encoding="utf-8").splitlines()}
    assert asked <= BROUGHT_ALONG
    assert ("asyncio", "sqlalchemy.util.compat") in asked


def test_a_module_to_reach_a_network_is_noticed(tmp_path: Path) -> None:
    notes = tmp_path / "notes"
    command = [sys.executable, "-c", "def f():\n    from PySide6 import QtNetwork\nf()"]
    subprocess.run(command, check=True, env={**os.environ, LOADED: str(notes)})
    assert notes.read_text(encoding="utf-8").split() == ["PySide6.QtNetwork", "__main__"]
