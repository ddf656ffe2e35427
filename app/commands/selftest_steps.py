"""The steps of ``selftest``: each does what a user would do and looks at what came of it."""

from __future__ import annotations

import shutil
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

from app import bootstrap
from app.bootstrap import Core
from app.commands.texts import text, texts
from app.common import release_files
from app.common.paths import RESOURCES
from app.errors import EnvironmentFailed

STORED = RESOURCES / "selftest"
"""Databases as older programs left them, one folder a schema, and the password of them all."""
_PLAIN_HEADER = b"SQLite format 3"
_YEAR, _MEMBERS = 2017, 5


class Unexpected(Exception):
    """A step ended without an error and yet not as it should."""


class Trial:
    """What the steps hand on: the folder they work in, the open cell, the package and backup set made."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.password = bootstrap.practice_password()
        self.data = folder / "du-lieu"
        self.package = folder
        self.dumped = ""
        self._core: Core | None = None

    @property
    def core(self) -> Core:
        """Return the open cell, opening it if need be."""
        if self._core is None:
            self._core = bootstrap.unlock(self.data, self.password)
        return self._core

    def close(self) -> None:
        """Close the cell."""
        if self._core is not None:
            self._core.close()
            self._core = None


def expect(what: str, *, true: bool) -> None:
    """Raise `Unexpected` naming `what`, unless it is true."""
    if not true:
        raise Unexpected(text("selftest.found", what=what))


def released(_trial: Trial) -> None:
    """The files that came with the program are as they were released."""
    changed = release_files.changed()
    expect(", ".join(changed), true=not changed)


def create(trial: Trial) -> None:
    """A new encrypted cell with an invented year opens with its password and with no other."""
    from app.practice.plan import PracticePlan

    bootstrap.create_practice_cell(trial.data, trial.password, plan=PracticePlan(_YEAR, _MEMBERS)).close()
    try:
        bootstrap.unlock(trial.data, trial.password + "x").close()
    except EnvironmentFailed as error:
        expect(error.code, true=error.code == "L-206")
    else:
        expect("password", true=False)
    expect("members", true=len(trial.core.members.list()) > 0)


def encrypted(trial: Trial) -> None:
    """Nothing of what was entered can be read from the files."""
    trial.core.members.add({"full_name": text("selftest.invented.name")})
    trial.close()
    files = [path for path in trial.data.iterdir() if path.is_file()]
    content, mark = [path.read_bytes() for path in files], text("selftest.invented.name").encode()
    expect("plain", true=not any(_PLAIN_HEADER in one or mark in one for one in content))


def migrate(trial: Trial) -> None:
    """The stored database of the oldest schema opens in this program."""
    oldest = min(path for path in STORED.iterdir() if path.is_dir())
    copy = Path(shutil.copytree(oldest, trial.folder / "cu"))
    core = bootstrap.unlock(copy, (STORED / "mat-khau.txt").read_text(encoding="utf-8").strip())
    try:
        expect(oldest.name, true=bool(core.members.list()) and bool(core.years.list()))
    finally:
        core.close()


def save(trial: Trial) -> None:
    """A member is added, edited and found again after closing."""
    (member,) = [one for one in trial.core.members.list() if one.full_name == text("selftest.invented.name")]
    post = text("selftest.invented.post")
    trial.core.members.save(member.uid, member.rev, {"born_on": "02/03/1968", "posts": [{"title": post}]})
    trial.close()
    stored = trial.core.members.person(member.uid)
    found = (stored.member.born_on, [one.title for one in stored.posts])
    expect("saved", true=found == ("1968-03-02", [post]))


def undo(trial: Trial) -> None:
    """What was done is taken back, and done again."""
    members, history = trial.core.members, trial.core.history
    before = members.list()
    members.trash([before[0].uid])
    after = members.list()
    expect("undo", true=history.undo() == "member.trash" and members.list() == before)
    expect("redo", true=history.redo() == "member.trash" and members.list() == after)
    history.undo()


def import_list(trial: Trial) -> None:
    """A workbook is read in the child process, taken in, and taken back in one step."""
    import openpyxl

    book = openpyxl.Workbook()
    listed = texts("selftest.invented.list")
    for row in (list(listed), list(listed.values())):
        book.worksheets[0].append(row)
    file = trial.folder / "danh-sach.xlsx"
    book.save(file)
    before = trial.core.members.list()
    preview = trial.core.importing.read(file)
    expect("import", true=trial.core.importing.apply(preview).added == 1)
    expect("import", true=len(trial.core.members.list()) == len(before) + 1)
    trial.core.history.undo()
    expect("undo", true=trial.core.members.list() == before)


def lists(trial: Trial) -> None:
    """A list leaves as an Excel workbook and on pages, with what it says."""
    import openpyxl

    from app.domain.listing import ListedColumn, Listing

    output, names = trial.core.lists.output, [one.full_name for one in trial.core.members.list()]
    column = ListedColumn(next(iter(texts("selftest.invented.list"))), 200)
    listing = Listing(text("selftest.invented.head"), (column,), tuple((name,) for name in names))
    file = output.write_excel(listing, trial.folder / "danh-sach-ra.xlsx")
    sheet = openpyxl.load_workbook(file).worksheets[0]
    expect(file.name, true=[cell.value for cell in sheet["A"]][-len(names) :] == names)
    expect("pdf", true=bool(trial.core.papers.pages(output.pdf(listing), 200)))


def papers(trial: Trial) -> None:
    """Every kind of paper comes out in both formats, with its text."""
    from pypdfium2 import PdfDocument

    for kind in trial.core.papers.offered.kinds():
        about = next(iter(trial.core.papers.offered.abouts(kind.code, _YEAR)), None)
        if about is None:
            continue  # the trial cell has no conference, no ballot and no suggestion
        own = {"target": about.target, "about": about.about}
        paper = trial.core.papers.issue(trial.core.papers.add(kind.code, _YEAR, own).uid)
        docx, pdf = trial.core.papers.write(paper.uid, trial.folder / "van-ban")
        with zipfile.ZipFile(docx) as archive:
            expect(docx.name, true=b"w:document" in archive.read("word/document.xml"))
        document = PdfDocument(pdf)
        try:
            head = document[0].get_textpage().get_text_range()
            expect(pdf.name, true=text("selftest.invented.head") in head)
        finally:
            document.close()
        expect(pdf.name, true=bool(trial.core.papers.pages(pdf.read_bytes(), 200)))


def package(trial: Trial) -> None:
    """The package is written and read back."""
    written = trial.core.packages.write(_YEAR, trial.folder)
    trial.package = trial.folder / written.folder_name
    expect(written.state, true=written.state == "written")


def verify(trial: Trial) -> None:
    """The package is whole; with one byte changed it is not, and the file is named."""
    verdict = trial.core.packages.verify(trial.package)
    expect(verdict.answer.value, true=verdict.answer.value == "whole")
    victim = next((trial.package / "data").rglob("*.pdf"))
    data = bytearray(victim.read_bytes())
    data[len(data) // 2] ^= 1
    victim.write_bytes(data)
    wrong = [
        (trial.package / one.path, one.kind.value) for one in trial.core.packages.verify(trial.package).wrong
    ]
    expect(victim.name, true=wrong == [(victim, "changed")])


def dump(trial: Trial) -> None:
    """The year goes out as JSON, into another database, and out again the same."""
    trial.dumped = trial.core.years.dump(_YEAR)
    core, _ = bootstrap.load_cell(trial.folder / "nap-lai", trial.password, trial.dumped)
    try:
        expect("dump", true=core.years.dump(_YEAR) == trial.dumped)
    finally:
        core.close()


def backup(trial: Trial) -> None:
    """A verified set is made, and listed."""
    made = trial.core.backups.make("command")
    expect(made.name, true=made.name in [one.name for one in trial.core.backups.list()])


def restore(trial: Trial) -> None:
    """What was lost since the set was made is back."""
    members = trial.core.members
    members.trash([one.uid for one in members.list()])
    expect("trash", true=not members.list())
    made = next(one for one in trial.core.backups.list() if one.reason == "command")
    trial.core.backups.restore(made)
    expect("restore", true=trial.core.years.dump(_YEAR) == trial.dumped)


def change_key(trial: Trial) -> None:
    """After Đổi khóa the data open with the new password and no longer with the old one."""
    old, new = trial.password, f"{trial.password} 2"
    members = len(trial.core.members.list())
    done = trial.core.keys.changing.change(old, new)
    expect("backup", true=done.backup_failure is None)
    trial.close()
    trial.password = new
    expect("members", true=len(trial.core.members.list()) == members)
    trial.close()
    try:
        bootstrap.unlock(trial.data, old).close()
    except EnvironmentFailed as error:
        expect(error.code, true=error.code == "L-206")
    else:
        expect("password", true=False)


def no_windows(_trial: Trial) -> None:
    """Nothing of all this needed Qt."""
    expect("PySide6", true="PySide6" not in sys.modules)


STEPS: dict[str, Callable[[Trial], None]] = {
    "released": released,
    "create": create,
    "encrypted": encrypted,
    "migrate": migrate,
    "save": save,
    "undo": undo,
    "import": import_list,
    "lists": lists,
    "papers": papers,
    "package": package,
    "verify": verify,
    "dump": dump,
    "backup": backup,
    "restore": restore,
    "change_key": change_key,
    "no_windows": no_windows,
}
"""In this order; the name of each is the key of its sentence."""
