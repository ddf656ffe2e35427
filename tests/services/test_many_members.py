"""F11: a cell of hundreds: every step is told, can be stopped, and takes no more memory than it may."""

import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.bootstrap import Core, Seams, create_cell
from app.common.progress import NoProgress
from app.errors import Cancelled
from app.papers import codec
from app.services.rendering import render
from app.worker.child_jobs import ChildJobs
from app.worker.limits import MEMORY_LIMIT
from tests.builders import CELL, CHEAP, PASSWORD, SteadyClock
from tests.services.test_importing import people
from tests.sheets.workbooks import member_list
from tests.sizes import report, size

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the peak of a child is asked of the kernel")
MEMBERS = size(120, 500)


MEASURED = """
import resource, sys
from pathlib import Path
from app.worker import child, jobs

def measured(payload, progress, real=jobs.JOBS["render"]):
    made = real(payload, progress)
    Path(sys.argv[1]).write_text(str(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss))
    return made

jobs.JOBS = {**jobs.JOBS, "render": measured}
sys.exit(child.serve())
"""
"""The child process, which leaves the most memory that it ever had, in KB."""


class Steps:
    """Counts the steps told, and stops the work at one of them."""

    def __init__(self, stop_at: int = 0) -> None:
        self.told = 0
        self._stop_at = stop_at

    def step(self, done: int, total: int, label: str = "") -> None:
        """Count."""
        assert (0 <= done <= max(total, 1), bool(label)) in {(True, True), (True, False)}
        self.told += 1
        if self.told == self._stop_at:
            raise Cancelled


@pytest.fixture
def core(tmp_path: Path) -> Iterator[Core]:
    """Give a cell with all its members and two papers issued; heavy work goes to child processes."""
    seams = Seams(SteadyClock(), ChildJobs(), cost=CHEAP)
    core, _ = create_cell(tmp_path / "so", PASSWORD, CELL, 2017, seams)
    file = tmp_path / "danh-sach.xlsx"
    file.write_bytes(member_list(*people(MEMBERS)))
    core.importing.apply(core.importing.read(file))
    for kind in ("member_list", "submission"):
        core.papers.issue(core.papers.add(kind, 2017, {}).uid)
    yield core
    core.close()


@pytest.mark.slow
@pytest.mark.fault("F11")
def test_a_cell_of_hundreds_is_written_step_by_step_and_can_be_stopped(core: Core, tmp_path: Path) -> None:
    (tmp_path / "USB").mkdir()
    steps, started = Steps(), time.perf_counter()
    written = core.packages.write(2017, tmp_path / "USB", steps)
    seconds = time.perf_counter() - started
    assert (written.state, steps.told > 10) == ("written", True)

    with pytest.raises(Cancelled):
        core.packages.write(2017, tmp_path / "USB", Steps(stop_at=steps.told // 2))
    assert [path.name for path in (tmp_path / "USB").iterdir()] == [written.folder_name]

    one = codec.unpack(next(p for p in core.papers.list(2017) if p.kind == "submission").issued_content)
    started = time.perf_counter()
    child = ChildJobs((sys.executable, "-c", MEASURED, str(tmp_path / "peak")))
    made = render(child, {f"{at:03}": one for at in range(MEMBERS)}, NoProgress())
    each = (time.perf_counter() - started) / MEMBERS
    peak = int((tmp_path / "peak").read_text()) * 1024
    assert (len(made), peak < MEMORY_LIMIT) == (2 * MEMBERS, True)
    report(
        "F11",
        members=MEMBERS,
        package_ms=round(1000 * seconds),
        ms_a_paper=round(1000 * each),
        peak_mb=peak // 2**20,
    )
