"""The package of a year: its time, its growth, and what another program needs for the papers."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from functools import partial
from itertools import count
from pathlib import Path

from app import bootstrap
from app.bootstrap import Core
from app.practice.plan import PracticePlan
from app.practice.texts.grammar import YEARS
from bench_figures import REPEATS, Figure, ratio, seconds

MEMBERS = 30
RULES = "366"
OFFICE = "soffice"
CONVERSIONS = 2


def package_figures(folder: Path) -> list[Figure]:
    """Return how long the package of a cell takes, of one twice as large, and the reach of both."""
    usual = _written(folder, MEMBERS)
    double = _written(folder, 2 * MEMBERS)
    growth = ratio(f"package of {2 * MEMBERS} against {MEMBERS}", double, usual, "≤ 2.1")
    return [usual, double, growth, *_office(folder, usual)]


def _written(folder: Path, members: int) -> Figure:
    plan = PracticePlan(YEARS[RULES], members)
    core = bootstrap.create_practice_cell(folder / f"chi-bo-{members}", "x", plan=plan)
    sticks = (folder / f"usb-{members}-{number}" for number in count())
    times = [seconds(partial(_write, core, plan.year, next(sticks))) for _ in range(REPEATS)]
    core.close()
    reach = "≤ 5 s" if members == MEMBERS else ""
    return Figure(f"package of {members} members, read back", tuple(times), "s", reach)


def _write(core: Core, year: int, stick: Path) -> None:
    stick.mkdir()
    core.packages.write(year, stick)


def _office(folder: Path, usual: Figure) -> list[Figure]:
    """The same Word files made into PDF in one batch; without the office program there is no row."""
    program = shutil.which(OFFICE)
    if program is None:
        return []
    papers = sorted((folder / f"usb-{MEMBERS}-0").rglob("*.docx"))
    times = [seconds(partial(_convert, program, papers, folder / f"pdf-{at}")) for at in range(CONVERSIONS)]
    batch = Figure(f"{len(papers)} papers to PDF by the office program", tuple(times), "s")
    return [batch, ratio("the office program against the whole package", batch, usual, "≥ 5")]


def _convert(program: str, papers: Sequence[Path], into: Path) -> None:
    profile = f"-env:UserInstallation={(into / 'profile').as_uri()}"
    command = [
        program,
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(into),
        *map(str, papers),
    ]
    subprocess.run(command, check=True, capture_output=True)
