"""Papers of ours that another word processor saved, also by way of other formats, differ nowhere.

Slow: `dev.py test --long`. Needs ``soffice`` (package libreoffice-writer-nogui).
"""

import shutil
import subprocess
from pathlib import Path

import pytest

from app.common.progress import NoProgress
from app.papers.readback import pdf_pages
from app.papers.word_reading import read_word
from app.papers.word_taking.facts import Known
from app.papers.word_taking.identity import Persons
from app.papers.word_taking.pdf_words import PdfWords, pdf_words
from app.papers.word_taking.request import Asked, answered, request
from app.papers.writers import docx_writer
from app.worker.jobs import take_word, word_pdf
from tests.papers.samples import CASES
from tests.papers.word_taking import hands

pytestmark = [pytest.mark.slow, pytest.mark.timeout(400)]
WORD = "docx:MS Word 2007 XML"
WAYS = {"docx": (), "odt": ("odt",), "doc": ("doc:MS Word 97",)}
NAMES = [case.name for case in CASES if case.name.endswith("-hd36")]
OURS = {case.name: docx_writer.write(case.document()) for case in CASES if case.name in NAMES}


def converted(files: list[Path], to: str, folder: Path) -> list[Path]:
    """Return the files in another format, all in one run."""
    program = shutil.which("soffice")
    assert program, "soffice is missing: install libreoffice-writer-nogui"
    folder.mkdir(parents=True)
    home = f"-env:UserInstallation=file://{folder.parent}/profile"
    command = [program, home, "--headless", "--convert-to", to, "--outdir", str(folder), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    return sorted(folder.glob(f"*.{to.partition(':')[0]}"))


@pytest.fixture(scope="module", params=WAYS)
def returned(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return every paper as it comes back by one way."""
    folder = tmp_path_factory.mktemp(request.param)
    files = []
    for name, data in {**OURS, "edited": hands.edited(("05/06 đảng viên", "06/06 đảng viên"))}.items():
        files.append(folder / f"{name}.docx")
        files[-1].write_bytes(data)
    for step, form in enumerate((*WAYS[request.param], WORD)):
        files = converted(files, form, folder / str(step))
    return {file.stem: file.read_bytes() for file in files}


def test_nothing_differs_and_all_of_it_is_on_the_pages(returned: dict[str, bytes]) -> None:
    for name, ours in OURS.items():
        asked = Asked(returned[name], ours, Known(), Persons())
        found = answered(take_word.run(request(asked), NoProgress()))

        assert (name, [row for row in found.rows if row.change != "same"]) == (name, [])
        assert (name, found.facts, found.told, found.is_whole) == (name, (), (), True)
        pdf = word_pdf.run(b'{"title": "", "band": ""}\n' + found.data, NoProgress()).partition(b"\n")[2]
        assert pdf.startswith(b"%PDF")


def test_a_pdf_that_another_program_makes_lacks_nothing(tmp_path: Path) -> None:
    files = []
    for name, data in OURS.items():
        files.append(tmp_path / f"{name}.docx")
        files[-1].write_bytes(data)

    for pdf in converted(files, "pdf", tmp_path / "pdf"):
        assert (pdf.stem, pdf_words(read_word(OURS[pdf.stem]), pdf_pages(pdf.read_bytes()))) == (
            pdf.stem,
            PdfWords(),
        )


def test_what_was_changed_is_found_after_any_way(returned: dict[str, bytes]) -> None:
    asked = Asked(returned["edited"], hands.OURS, Known(), Persons())

    found = answered(take_word.run(request(asked), NoProgress()))

    assert [(one.ours, one.theirs) for one in found.facts] == [("05/06", "06/06")]
    assert sum(row.change != "same" for row in found.rows) == 1
