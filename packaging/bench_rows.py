"""The rows of the benchmark: each makes what it needs in an empty folder and returns its figures."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from itertools import cycle
from pathlib import Path

from app import bootstrap
from app.bootstrap import Core
from app.common.paths import data_folder
from app.practice.plan import PracticePlan
from app.practice.texts.bank import TextBank
from app.practice.texts.grammar import YEARS
from app.practice.texts.written import SelfReviewFacts, Work
from app.rules.similar_texts import Text, similar_paragraphs
from bench_figures import REPEATS, Figure, ratio, seconds
from bench_package import closing_figures, package_figures

STARTS = 15
SAVES = 200
LISTED = 10_000
IMPORTED = 5_000
COMPARED, COMPARED_YEARS = 60, 3
LOOKED = 20
_START = Path(__file__).with_name("bench_start.py")


def start(folder: Path) -> list[Figure]:
    """From the start of the process to a painted unlock window, against a bare window, by turns."""
    _cell(folder).close()
    times: dict[str, list[float]] = {"bare": [], "program": []}
    for which in ["bare", "program"] * (STARTS + 1):
        times[which].append(seconds(partial(_start, which, folder)))
    # The first pair warms the disk's cache.
    bare = Figure("bare window, whole process", tuple(times["bare"][1:]), "s")
    program = Figure("unlock window, whole process", tuple(times["program"][1:]), "s")
    return [bare, program, ratio("unlock window against a bare one", program, bare, "≤ 1.6")]


def unlock(folder: Path) -> list[Figure]:
    """The password is checked (Argon2id included) and the home page has its lines."""
    _cell(folder).close()
    bootstrap.preload()
    whole = [seconds(partial(_unlock_and_look, folder)) for _ in range(REPEATS)]
    return [Figure("unlock to the lines of the home page", tuple(whole), "s", "≤ 0.6 s")]


def save(folder: Path) -> list[Figure]:
    """A changed member is stored: journal, audit, mark and notice included."""
    core, times = _cell(folder), []
    members = cycle([one.uid for one in core.members.list()])
    for number in range(SAVES):
        member = core.members.get(next(members))
        action = partial(core.members.save, member.uid, member.rev, {"note": f"Lần {number}"})
        times.append(seconds(action) * 1000)
    core.close()
    return [Figure("Save", tuple(times), "ms", "p95 ≤ 8 ms")]


def member_filter(folder: Path) -> list[Figure]:
    """A key pressed in the filter over 10,000 members, to the list painted anew."""
    from bench_window import TYPED, keystrokes  # noqa: PLC0415  only this row loads Qt

    core = _cell(folder)
    figures = []
    for typed, called in zip(TYPED, ("without marks", "with marks"), strict=True):
        times = [value * 1000 for value in keystrokes(core, LISTED, typed)]
        what = f"keystroke in the filter, {LISTED} members, {called}"
        figures.append(Figure(what, tuple(times), "ms", "p95 ≤ 16 ms"))
    core.close()
    return figures


def import_list(folder: Path) -> list[Figure]:
    """A workbook is read in the child process, checked, and stored as one step."""
    core, file = _cell(folder), folder / "danh-sach.xlsx"
    _write_list(file)
    previews, stores, undos = [], [], []
    for _ in range(REPEATS):
        previews.append(seconds(partial(core.importing.read, file)))
        preview = core.importing.read(file)
        stores.append(seconds(partial(core.importing.apply, preview)))
        undos.append(seconds(core.history.undo))
    core.close()
    return [
        Figure(f"import of {IMPORTED}: read and checked", tuple(previews), "s", "both ≤ 3 s"),
        Figure(f"import of {IMPORTED}: stored", tuple(stores), "s", "≤ 0.3 s"),
        Figure(f"import of {IMPORTED}: taken back", tuple(undos), "s"),
    ]


def import_window(folder: Path) -> list[Figure]:
    """The same through the window: from the choice of the file to the list, and the longest standstill."""
    from bench_import import journeys  # noqa: PLC0415  only this row and the filter load Qt

    core, file = _cell(folder), folder / "danh-sach.xlsx"
    _write_list(file)
    found = journeys(core, file, REPEATS)
    core.close()
    whole = tuple(one.preview + one.stored for one in found)
    still = tuple(one.standstill * 1000 for one in found)
    undoing = tuple(one.undoing * 1000 for one in found)
    return [
        Figure(f"import of {IMPORTED} through the window", whole, "s", "≤ 3 s"),
        Figure("longest standstill of the window meanwhile", still, "ms", "≤ 100 ms"),
        Figure("longest standstill while it is taken back", undoing, "ms", "≤ 100 ms"),
    ]


def paper(folder: Path) -> list[Figure]:
    """One paper is written as Word and PDF by the child process, and previewed."""
    core = _cell(folder)
    made = core.papers.add("submission", core.years.list()[0], {})
    writes = [
        seconds(partial(core.papers.write, made.uid, folder / f"van-ban-{number}"))
        for number in range(REPEATS)
    ]
    previews = [seconds(partial(core.papers.preview, made.uid)) for _ in range(REPEATS)]
    core.close()
    return [
        Figure("one paper, Word and PDF", tuple(writes), "s"),
        Figure("one paper, preview", tuple(previews), "s"),
    ]


def package(folder: Path) -> list[Figure]:
    """The package of a year is written and read back, in two sizes, against another program's PDFs."""
    return package_figures(folder)


def closing(folder: Path) -> list[Figure]:
    """The package of a year is closed with a password, as 7z and as PDF, written and read back."""
    return closing_figures(folder)


def texts(folder: Path) -> list[Figure]:
    """The papers of a whole cell and of its two years before are compared, paragraph by paragraph."""
    del folder
    written = [one for back in range(COMPARED_YEARS) for one in _written(YEARS["2017"] - back)]
    times = [seconds(partial(similar_paragraphs, written)) for _ in range(REPEATS)]
    what = f"paragraphs of {COMPARED} members × {COMPARED_YEARS} years compared"
    return [Figure(what, tuple(times), "s", "≤ 2 s")]


def findings(folder: Path) -> list[Figure]:
    """After one change the year is read again, and every requirement is held against it."""
    found: list[Figure] = []
    for size, reach in ((30, ""), (60, "≤ 50 ms")):
        place, plan = folder / f"{size}", PracticePlan(YEARS["366"], size)
        core = bootstrap.create_practice_cell(place, "x", plan=plan)
        reads, looks = [], []
        for number in range(LOOKED):
            own = core.review.whole(plan.year).self_reviews[number]
            core.review.self_reviews.write(own, "duties", f"Việc mẫu lần {number}")
            reads.append(seconds(partial(core.review.whole, plan.year)) * 1000)
            whole = core.review.whole(plan.year)
            looks.append(seconds(partial(core.review.findings.of_whole, whole)) * 1000)
        core.close()
        read = Figure(f"year of {size} members read after a change", tuple(reads), "ms")
        look = Figure(f"findings of {size} members recomputed", tuple(looks), "ms", reach)
        found += [read, look, ratio(f"findings of {size} members against the reading", look, read, "≤ 1")]
    return found


def practice(folder: Path) -> list[Figure]:
    """A practice cell is made with its whole year, as the window makes it and in the largest usual size."""
    return [
        Figure(f"practice year of {size}", tuple(_practised(folder, size, at) for at in range(3)), "s")
        for size in (18, 60)
    ]


def _practised(folder: Path, size: int, at: int) -> float:
    place, plan = folder / f"{size}-{at}", PracticePlan(YEARS["366"], size)
    return seconds(lambda: bootstrap.create_practice_cell(place, "x", plan=plan).close())


ROWS: dict[str, Callable[[Path], list[Figure]]] = {
    "start": start,
    "unlock": unlock,
    "save": save,
    "filter": member_filter,
    "import": import_list,
    "import-window": import_window,
    "paper": paper,
    "package": package,
    "closing": closing,
    "texts": texts,
    "findings": findings,
    "practice": practice,
}


def _cell(folder: Path) -> Core:
    os.environ["SOCHIBO_DATA"] = str(folder / "du-lieu")
    return bootstrap.open_practice(data_folder())


def _written(year: int) -> list[Text]:
    bank, works = TextBank("2017", random.Random(year), year), list(Work)  # noqa: S311  invented words
    return [
        Text(f"{number}", year, section, text)
        for number in range(COMPARED)
        for section, text in bank.self_review(SelfReviewFacts(works[number % len(works)])).items()
    ]


def _start(which: str, folder: Path) -> None:
    environment = {
        **os.environ,
        "SOCHIBO_DATA": str(folder / "du-lieu"),
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    command = [sys.executable, str(_START), which]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    if done.stdout.strip() != "painted":
        raise RuntimeError(done.stderr)


def _unlock_and_look(folder: Path) -> None:
    core = bootstrap.unlock(folder / "du-lieu", bootstrap.practice_password())
    core.home.lines(core.years.list()[0])
    core.close()


def _write_list(file: Path) -> None:
    from openpyxl import Workbook  # noqa: PLC0415  only this row writes one

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Danh sách")
    sheet.append(["Họ và tên", "Giới tính", "Ngày sinh", "Số thẻ đảng viên"])
    for number in range(IMPORTED):
        letters = f"{chr(65 + number % 26)} {chr(65 + number // 26 % 26)}"
        born = f"{number % 28 + 1:02d}/{number % 12 + 1:02d}/{1940 + number % 59}"
        sheet.append([f"Nguyễn Văn {letters}", "Nam", born, f"{number + 9 * 10**11}"])
    book.save(file)
