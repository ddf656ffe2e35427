"""The package of a year: its time, its growth, and what another program needs for the same papers."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from functools import partial
from itertools import count
from pathlib import Path

from app import bootstrap
from app.bootstrap import Core
from app.common.progress import NoProgress
from app.domain.handing_in import HandedInAs
from app.package.closed import Closing
from app.package.passwords import generated as generated_password
from app.papers.codec import unpack
from app.papers.content import Document
from app.practice.plan import PracticePlan
from app.practice.texts.grammar import YEARS
from app.services.rendering import render
from app.worker.inline import InlineJobs
from bench_figures import REPEATS, Figure, ratio, seconds

MEMBERS = 30
OFFICE = "soffice"
CONVERSIONS = 2


def package_figures(folder: Path) -> list[Figure]:
    """Return how long the package of a cell takes, of one twice as large, and its papers alone."""
    core, year = _cell(folder, MEMBERS)
    usual = _packages(core, year, folder, MEMBERS)
    written = {paper.uid: unpack(paper.issued_content) for paper in core.papers.list(year) if paper.is_issued}
    core.close()
    core, year = _cell(folder, 2 * MEMBERS)
    double = _packages(core, year, folder, 2 * MEMBERS)
    core.close()
    growth = ratio(f"package of {2 * MEMBERS} against {MEMBERS}", double, usual, "≤ 2.1")
    return [usual, double, growth, *_papers(folder, written)]


def closing_figures(folder: Path) -> list[Figure]:
    """Return how long the same package takes as one file with a password, against the open one, by turns."""
    core, year = _cell(folder, MEMBERS)
    forms = {None: "open", HandedInAs.ENCRYPTED_7Z: "closed as 7z", HandedInAs.PROTECTED_PDF: "closed as PDF"}
    times: dict[HandedInAs | None, list[float]] = {form: [] for form in forms}
    for number in range(REPEATS):
        for form, taken in times.items():
            closing = Closing(form, generated_password()) if form else None
            taken.append(seconds(partial(_write, core, year, folder / f"usb-{form}-{number}", closing)))
    core.close()
    plain, *closed = (
        Figure(f"package of {MEMBERS} members {said}, read back", tuple(times[form]), "s")
        for form, said in forms.items()
    )
    return [plain, *closed, *(ratio(f"{one.what} against open", one, plain, "≤ 2.5") for one in closed)]


def _cell(folder: Path, members: int) -> tuple[Core, int]:
    plan = PracticePlan(YEARS["366"], members)
    core = bootstrap.create_practice_cell(folder / f"chi-bo-{members}", "x", plan=plan)
    return core, plan.year


def _packages(core: Core, year: int, folder: Path, members: int) -> Figure:
    sticks = (folder / f"usb-{members}-{number}" for number in count())
    times = [seconds(partial(_write, core, year, next(sticks))) for _ in range(REPEATS)]
    reach = "≤ 5 s" if members == MEMBERS else ""
    return Figure(f"package of {members} members, read back", tuple(times), "s", reach)


def _write(core: Core, year: int, stick: Path, closing: Closing | None = None) -> None:
    stick.mkdir()
    core.packages.write(year, stick, closing=closing)


def _papers(folder: Path, written: Mapping[str, Document]) -> list[Figure]:
    """Its papers as Word and PDF in this process; without the office program nothing to hold them against."""
    times = [seconds(partial(render, InlineJobs(), written, NoProgress())) for _ in range(REPEATS)]
    ours = Figure(f"its {len(written)} papers, Word and PDF", tuple(times), "s")
    program = shutil.which(OFFICE)
    if program is None:
        return [ours]
    words = folder / "word"
    words.mkdir()
    for name, data in render(InlineJobs(), written, NoProgress(), ("docx",)).items():
        (words / name).write_bytes(data)
    times = [seconds(partial(_convert, program, words, folder / f"pdf-{at}")) for at in range(CONVERSIONS)]
    theirs = Figure("the same, Word to PDF, by the office program in one batch", tuple(times), "s")
    return [ours, theirs, ratio("the office program against ours", theirs, ours, "≥ 5")]


def _convert(program: str, words: Path, into: Path) -> None:
    profile = f"-env:UserInstallation={(into / 'profile').as_uri()}"
    order = ["--headless", "--convert-to", "pdf", "--outdir"]
    papers = [str(file) for file in sorted(words.iterdir())]
    subprocess.run([program, profile, *order, str(into), *papers], check=True, capture_output=True)
