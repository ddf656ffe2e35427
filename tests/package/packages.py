"""Packages with invented content, as the year of a small cell gives them."""

import datetime as dt
import io
from pathlib import Path

import pypdf

from app.common.progress import NoProgress
from app.domain.cells import Cell
from app.domain.handing_in import HandedInAs
from app.package import closed, sign
from app.package.check_closed import verify_any
from app.package.closed import Closing
from app.package.plan import DossierPaper, Origin, Package, Part, RootPapers, build, place
from app.package.port import FileOps, Volume
from app.package.protocol import Target, Written, write_package
from app.package.real_files import real_files
from app.package.verdict import Answer
from app.worker.inline import InlineJobs

SEED = bytes(range(32))
OTHER_SEED = bytes(range(1, 33))
PACKAGE_ID = "7f3a" + "0" * 28
CELL = Cell(
    uid="c" * 32,
    name="Chi bộ thôn Đông",
    upper_organisation="Đảng bộ xã Mẫu",
    upper_committee="Đảng ủy xã Mẫu",
    place_name="Xã Mẫu",
    cell_secretary="Nguyễn Văn A",
    term_started_on=dt.date(2015, 6, 1),
)
KNOWN = {CELL.uid: sign.public_key(SEED).text}
MADE_AT = dt.datetime(2017, 12, 4, 15, 30)  # noqa: DTZ001  the wall clock of the room, as people write it
PASSWORD = "trau-bien-lua-nui-sen-73915"
CLOSED_FORMS = (HandedInAs.ENCRYPTED_7Z, HandedInAs.PROTECTED_PDF)
PEOPLE = ("Nguyễn Văn A", "Trần Thị Ước", "Đỗ Văn Ất")


def a_package(
    *,
    people: int = 2,
    seed: bytes = SEED,
    practice: bool = False,
    filler: int = 40,
    merged_pdf: bytes = b"",
) -> Package:
    """Return a package with a submission, a list, and one paper a person; `filler` bytes lengthen each."""
    papers = [
        _paper("Tờ trình", Part.COLLECTIVE, filler),
        _paper("Danh sách đảng viên", Part.COLLECTIVE, filler),
        *(
            _paper("Bản kiểm điểm", Part.PERSONS, filler, (number, PEOPLE[(number - 1) % len(PEOPLE)]))
            for number in range(1, people + 1)
        ),
    ]
    cell = CELL.model_copy(update={"is_practice": practice})
    origin = Origin(PACKAGE_ID, 2017, cell, MADE_AT, "ab" * 32, seed)
    root = RootPapers(
        read_me="Đọc trước\r\n".encode(),
        index_docx=b"index in Word",
        index_pdf=b"index as PDF",
        merged_pdf=merged_pdf or b"merged" * filler,
        year_facts=b'{"format": 1}',
    )
    return build(origin, place(papers, practice=practice), root)


def a_closed_package(
    form: HandedInAs = HandedInAs.ENCRYPTED_7Z, *, people: int = 2, seed: bytes = SEED, filler: bytes = b""
) -> Package:
    """Return such a package as one file with a password; `filler` are bytes that nothing can make fewer."""
    package = a_package(people=people, seed=seed, merged_pdf=a_pdf(filler=filler))
    return closed.close(package, Closing(form, PASSWORD), seed, InlineJobs(), NoProgress())


def a_pdf(pages: int = 2, filler: bytes = b"") -> bytes:
    """Return a PDF of empty pages, with an attachment where it shall be long."""
    writer, out = pypdf.PdfWriter(), io.BytesIO()
    for _ in range(pages):
        writer.add_blank_page(300, 400)
    if filler:
        writer.add_attachment("day-them", filler)
    writer.write(out)
    return out.getvalue()


def _paper(title: str, part: Part, filler: int, person: tuple[int, str] | None = None) -> DossierPaper:
    text = f"{title} {person}".encode()
    return DossierPaper(title, part, text + b" docx" * filler, text + b" pdf" * filler, person)


class Answers:
    """Checks packages in whichever form; the same closed bytes are opened once, so that many can be asked."""

    def __init__(self) -> None:
        self._opened: dict[bytes, list[tuple[str, bytes]]] = {}
        self._open = closed.opener(PASSWORD, InlineJobs(), NoProgress())

    def __call__(self, files: FileOps, folder: Path) -> Answer:
        """Return what is true of a folder."""
        return verify_any(files, folder, KNOWN, NoProgress(), self._remembered).answer

    def _remembered(self, form: HandedInAs, data: bytes) -> list[tuple[str, bytes]]:
        if data not in self._opened:
            self._opened[data] = self._open(form, data)
        return self._opened[data]


class Kept:
    """A record of submissions that remembers what it was told."""

    def __init__(self) -> None:
        self.told: list[str] = []
        self.volume: Volume | None = None

    def writing(self, package: Package, volume: Volume) -> None:
        """Keep that writing begins."""
        assert package.files
        self.volume = volume
        self.told.append("writing")

    def written(self, written: Written) -> None:
        """Keep that it is written."""
        assert written.file_count
        self.told.append("written")

    def abandoned(self, package: Package) -> None:
        """Keep that it was given up."""
        assert package.files
        self.told.append("abandoned")


def put(folder: Path, package: Package | None = None, files: FileOps | None = None) -> Written:
    """Write a package as the program does and return where it stands."""
    folder.mkdir(exist_ok=True)
    target = Target(folder)
    return write_package(files or real_files(), package or a_package(), target, Kept(), NoProgress())
