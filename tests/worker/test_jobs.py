"""The program's own jobs give the same through the child process as in this one."""

import io

import pypdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from app.common.jobs import Jobs
from app.common.progress import NoProgress
from app.package import bundle, merged
from app.worker.child_jobs import ChildJobs
from app.worker.inline import InlineJobs


def a_pdf(*pages: str) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, invariant=True)
    for text in pages:
        canvas.drawString(100, 700, text)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


PARTS = [
    ("Tờ trình", a_pdf("A1", "A2")),
    ("Danh sách đảng viên", a_pdf("B1")),
    ("Bản kiểm điểm", a_pdf("C1")),
]


@pytest.mark.parametrize("jobs", [InlineJobs(), ChildJobs()], ids=["here", "in a child"])
def test_a_dossier_becomes_one_pdf_with_a_bookmark_for_each_paper(jobs: Jobs) -> None:
    made = pypdf.PdfReader(io.BytesIO(jobs.run("merge_pdfs", bundle.pack(PARTS), NoProgress())))
    assert [page.extract_text().strip() for page in made.pages] == ["A1", "A2", "B1", "C1"]
    marks = [mark for mark in made.outline if not isinstance(mark, list)]
    assert [(mark.title, made.get_destination_page_number(mark)) for mark in marks] == [
        ("Tờ trình", 0),
        ("Danh sách đảng viên", 2),
        ("Bản kiểm điểm", 3),
    ]


@pytest.mark.fault("F10")
def test_the_same_dossier_gives_the_same_bytes() -> None:
    first, second = (merged.merge(PARTS, NoProgress()) for _ in range(2))
    assert first == second


def test_what_is_asked_for_comes_back_as_it_was() -> None:
    assert bundle.unpack(bundle.pack(PARTS)) == PARTS
    assert bundle.unpack(bundle.pack([])) == []
