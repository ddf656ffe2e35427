"""A closed package from the open database: written, resumed, checked, and no plain text left (G29)."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.bootstrap import Core
from app.domain.handing_in import HandedInAs
from app.errors import EnvironmentFailed, Refused
from app.package.closed import Closing, form_of
from app.package.real_files import real_files
from app.package.verdict import Answer
from tests.builders import a_core
from tests.package.ports import FailAtOp
from tests.sizes import report

PASSWORD = "trau-bien-lua-nui-sen-73915"
CANARY = "Quách Thị Chim Xanh"
FORMS = (HandedInAs.ENCRYPTED_7Z, HandedInAs.PROTECTED_PDF)


@pytest.fixture
def core(tmp_path: Path) -> Iterator[Core]:
    core = a_core(tmp_path / "so")
    core.members.add({"full_name": CANARY, "sex": "female", "admitted_on": "2017-05-01"})
    for kind in ("member_list", "submission"):
        core.papers.issue(core.papers.add(kind, 2017, {"dated_on": "2017-12-04"}).uid)
    yield core
    core.close()


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "USB"
    folder.mkdir()
    return folder


@pytest.mark.parametrize("form", FORMS)
def test_a_closed_package_is_written_recorded_and_opens_with_its_password_alone(
    core: Core, stick: Path, form: HandedInAs
) -> None:
    written = core.packages.write(2017, stick, closing=Closing(form, PASSWORD))

    folder = stick / written.folder_name
    assert [one.name for one in stick.iterdir()] == [written.folder_name]
    assert (written.state, written.file_count) == ("written", 4)
    verdict = core.packages.verify(folder, password=PASSWORD)
    assert (verdict.answer, verdict.listed_sha256) == (Answer.WHOLE, written.manifest_sha256)
    for password, code in (("", "L-425"), ("sai-mat-khau-khac", "L-426")):
        with pytest.raises(Refused) as refused:
            core.packages.verify(folder, password=password)
        assert refused.value.code == code


@pytest.mark.parametrize("form", FORMS)
def test_a_writing_that_stopped_is_made_anew_with_a_new_password(
    core: Core, stick: Path, form: HandedInAs
) -> None:
    core.packages._files = FailAtOp(20)  # noqa: SLF001  the stick is pulled half-way
    with pytest.raises(EnvironmentFailed):
        core.packages.write(2017, stick, closing=Closing(form, PASSWORD))
    core.packages._files = real_files()  # noqa: SLF001  and plugged in again
    stopped = core.packages.history(2017)[0]
    assert [one.name[:9] for one in stick.iterdir()] == ["~dang-ghi"]

    another = "khac-han-mat-khau-12345"
    written = core.packages.resume(stopped.uid, stick, closing=Closing(form, another))

    assert [one.name for one in stick.iterdir()] == [written.folder_name]
    assert core.packages.verify(stick / written.folder_name, password=another).answer is Answer.WHOLE


def test_what_an_open_writing_and_a_closed_one_left_is_taken_away(core: Core, stick: Path) -> None:
    core.packages._files = FailAtOp(20)  # noqa: SLF001  the stick is pulled half-way
    with pytest.raises(EnvironmentFailed):
        core.packages.write(2017, stick, closing=Closing(FORMS[0], PASSWORD))
    core.packages._files = real_files()  # noqa: SLF001  and plugged in again

    core.packages.discard(core.packages.history(2017)[0].uid, stick)

    assert (list(stick.iterdir()), core.packages.history(2017)) == ([], ())


def hits(*roots: Path) -> tuple[int, int]:
    """Return how many files were looked through and how many hold a name, a password or a readable paper."""
    marks = [
        *(CANARY.encode(code) for code in ("utf-8", "utf-16-le")),
        *(PASSWORD.encode(code) for code in ("utf-8", "utf-16-le")),
        b"nop-cap-tren",
        b"Payload-Oxum",
        b"word/document.xml",
    ]
    files = [one for root in roots for one in root.rglob("*") if one.is_file()]
    return len(files), sum(mark in one.read_bytes() for one in files for mark in marks)


@pytest.mark.fault("G29")
@pytest.mark.parametrize("form", FORMS)
def test_no_plain_text_is_left_anywhere(
    core: Core, stick: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: HandedInAs
) -> None:
    temporary = tmp_path / "tam"
    temporary.mkdir()
    for name in ("TMPDIR", "TEMP", "TMP", "HOME"):
        monkeypatch.setenv(name, str(temporary))

    written = core.packages.write(2017, stick, closing=Closing(form, PASSWORD))
    core.packages.verify(stick / written.folder_name, password=PASSWORD)

    files, found = hits(tmp_path)
    assert form_of(next(one.name for one in (stick / written.folder_name).iterdir() if form_of(one.name)))
    report("G29", files=files, hits=found)
    assert found == 0
    core.packages.write(2017, stick)
    files, found = hits(stick)
    report("G29 control", files=files, hits=found)
    assert found > 0
