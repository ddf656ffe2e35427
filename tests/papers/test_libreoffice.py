"""What another word processor makes of the Word files: it opens them, and they look like our PDF.

Slow: `dev.py test --long`. Needs ``soffice`` (package libreoffice-writer-nogui).
"""

import shutil
import subprocess
from pathlib import Path

import pytest

from app import papers
from app.papers import Subject, pages
from app.papers.readback import pdf_pages
from app.papers.writers import docx_writer, pdf_writer, text_writer
from tests.papers.reading import pdf_lines_boxes, squeezed
from tests.papers.samples import CASES, DAY, PRACTICE_CELL, paper, review_year

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]
LONG = {
    "danh-sach-60": papers.build("member_list", review_year(2026, 60, PRACTICE_CELL), Subject(dated_on=DAY)),
    "to-trinh-dai": papers.build(
        "submission", review_year(), Subject(paper(DAY, body="Chi bộ báo cáo thêm một đoạn dài. " * 150))
    ),
    "to-trinh-la": papers.build(
        "submission", review_year(), Subject(paper(DAY, body="a <b>c</b> & {{x}} 😀\n" + "x" * 5_000))
    ),
}
SHORTEST = 6
"""Letters of a line by which it is known again on the page."""
BEGINNING = 40
"""Letters by which two pages are known to begin alike."""
NEAR_PT = 1.5
LOWEST_PT = 570
"""Below it a line that breaks elsewhere may have moved what follows, and a signature takes rows along."""
Box = tuple[float, float, float, float]
DOCUMENTS = {case.name: case.document() for case in CASES} | LONG


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Convert every Word file to PDF in one run and return the PDFs by name."""
    program = shutil.which("soffice")
    assert program, "soffice is missing: install libreoffice-writer-nogui"
    folder: Path = tmp_path_factory.mktemp("word")
    for name, document in DOCUMENTS.items():
        (folder / f"{name}.docx").write_bytes(docx_writer.write(document))
    home = f"-env:UserInstallation=file://{folder}/profile"
    files = [str(file) for file in sorted(folder.glob("*.docx"))]
    command = [program, home, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    return {name: (folder / f"{name}.pdf").read_bytes() for name in DOCUMENTS}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_it_opens_with_all_its_text_and_as_many_pages(name: str, converted: dict[str, bytes]) -> None:
    document = DOCUMENTS[name]
    ours = pdf_writer.write(document)
    text = squeezed("".join(pdf_pages(converted[name])).replace("\ufffe", ""))

    assert pages.count(converted[name]) == pages.count(ours)
    missing = [line for line in text_writer.lines(document) if len(line) < 60 and squeezed(line) not in text]
    assert missing == []


LEFT_BEHIND = {"self_review-hd36"}
"""Here LibreOffice leaves a heading at the foot of a page, although it is kept with what follows."""


@pytest.mark.parametrize("name", [case.name for case in CASES])
def test_each_page_begins_with_the_same_words(name: str, converted: dict[str, bytes]) -> None:
    here, there = (
        [squeezed(page).replace(".", "")[:BEGINNING] for page in pdf_pages(data)]
        for data in (pdf_writer.write(DOCUMENTS[name]), converted[name])
    )

    assert (here == there) is (name not in LEFT_BEHIND)


@pytest.mark.parametrize("name", [case.name for case in CASES if case.full])
def test_lines_stand_where_they_stand_in_our_pdf(name: str, converted: dict[str, bytes]) -> None:
    ours, theirs = pdf_writer.write(DOCUMENTS[name]), converted[name]

    here, there = pdf_lines_boxes(ours), pdf_lines_boxes(theirs)
    known = [line for line, box in here.items() if len(line) >= SHORTEST and box[1] > LOWEST_PT]
    common = [line for line in known if line in there]
    # Words broken elsewhere in a narrow cell are other lines; most are the same.
    assert len(common) >= 0.6 * len(known)
    off = {line: (here[line], there[line]) for line in common if _is_off(here[line], there[line])}
    assert off == {}


def _is_off(here: Box, there: Box) -> bool:
    """Return whether a line begins elsewhere; where it ends is the matter of the letters between."""
    return abs(here[0] - there[0]) > NEAR_PT or abs(here[1] - there[1]) > NEAR_PT


def test_the_practice_band_and_numbers_are_on_the_pages(converted: dict[str, bytes]) -> None:
    texts = pdf_pages(converted["danh-sach-60"])

    assert all("TÀI LIỆU LUYỆN TẬP" in text for text in texts)
    assert [str(number) in text.split() for number, text in enumerate(texts, start=1)][1:] == [True] * 3
