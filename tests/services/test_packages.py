"""The dossier of a year goes to a folder whole, is recorded, and every change to it is told."""

import io
import json
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import bagit
import jsonschema
import pypdf
import pytest

from app.bootstrap import Core
from app.common.messages import sentence
from app.common.paths import RESOURCES
from app.common.progress import NoProgress
from app.errors import AppError, Cancelled, EnvironmentFailed, Refused
from app.package.real_files import real_files
from app.package.verdict import Answer, Fault
from app.papers import fonts
from app.papers.content import Document
from app.papers.writers import docx_writer, pdf_writer
from tests.builders import MEMBER, a_core


@pytest.fixture
def core(tmp_path: Path) -> Core:
    core = a_core(tmp_path / "so")
    core.members.add(MEMBER)
    core.members.add({"full_name": "Trần Thị B", "sex": "female", "admitted_on": "2017-05-01"})
    return core


@pytest.fixture(autouse=True)
def closed(core: Core) -> Iterator[None]:
    yield
    core.close()


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "USB"
    folder.mkdir()
    return folder


def issued(core: Core, *kinds: str) -> None:
    for kind in kinds:
        core.papers.issue(core.papers.add(kind, 2017, {"dated_on": "2017-12-04"}).uid)


def test_parts_say_what_is_there_and_what_is_not(core: Core) -> None:
    paper = core.papers.add("submission", 2017, {})
    states = [(part.code, part.state, part.count, part.subject) for part in core.packages.parts(2017)]
    assert states == [
        ("contents_list", "made", 1, None),
        ("submission", "draft", 0, paper.uid),
        ("member_list", "missing", 0, None),
    ]

    core.papers.issue(paper.uid)

    part = core.packages.parts(2017)[1]
    assert (part.title, part.state, part.note) == ("Tờ trình", "present", "Số 01-TTr/CB")


def test_a_package_is_written_recorded_and_whole_for_everybody(core: Core, stick: Path) -> None:
    issued(core, "member_list", "submission")

    written = core.packages.write(2017, stick)

    folder = stick / written.folder_name
    assert [entry.name for entry in stick.iterdir()] == [written.folder_name]
    assert (written.state, written.year, written.file_count) == ("written", 2017, len(files_of(folder)))
    assert core.packages.history(2017) == (written,)
    assert "package.none" not in [line.code for line in core.home.lines(2017)]
    assert bagit.Bag(str(folder)).validate()
    assert core.packages.verify(folder).answer is Answer.WHOLE


def files_of(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_the_dossier_lies_in_its_order_and_explains_itself(core: Core, stick: Path) -> None:
    issued(core, "member_list", "submission")

    folder = stick / core.packages.write(2017, stick).folder_name

    assert [name for name in files_of(folder) if name.startswith("data/")] == [
        "data/01_TapThe/01_ToTrinh.docx",
        "data/01_TapThe/01_ToTrinh.pdf",
        "data/01_TapThe/02_DanhSachDangVien.docx",
        "data/01_TapThe/02_DanhSachDangVien.pdf",
    ]
    said = (folder / "00_DOC-TRUOC.txt").read_bytes()
    assert said.startswith("\ufeffHỒ SƠ CỦA CHI BỘ THÔN MẪU, NĂM 2017\r\n".encode())
    assert "LUYỆN TẬP" not in said.decode()
    assert "chưa đầy đủ" not in said.decode()
    merged = pypdf.PdfReader(folder / "02_HO-SO-IN-GOP.pdf")
    assert [item.title for item in merged.outline if not isinstance(item, list)] == [
        "Mục lục hồ sơ",
        "Tờ trình số 01-TTr/CB",
        "Danh sách đảng viên",
    ]
    index = " ".join(
        " ".join(page.extract_text() for page in pypdf.PdfReader(folder / "01_MUC-LUC.pdf").pages).split()
    )
    assert "Hồ sơ có 02 văn bản." in index
    assert "Số 01-TTr/CB" in index


def test_the_papers_in_the_package_are_those_that_were_issued(core: Core, stick: Path) -> None:
    issued(core, "submission")
    uid = core.papers.list(2017)[0].uid
    before = core.papers.preview(uid)
    core.cells.save(1, {"cell_secretary": "Lê Văn C"})

    folder = stick / core.packages.write(2017, stick).folder_name

    assert (folder / "data/01_TapThe/01_ToTrinh.pdf").read_bytes() == before


@pytest.mark.fault("G30")
def test_an_incomplete_dossier_is_written_but_an_empty_one_is_not(core: Core, stick: Path) -> None:
    core.papers.add("submission", 2017, {})

    with pytest.raises(Refused) as refused:
        core.packages.write(2017, stick)
    assert refused.value.code == "L-421"
    assert (list(stick.iterdir()), core.packages.history(2017)) == ([], ())

    issued(core, "member_list")
    written = core.packages.write(2017, stick)
    assert written.state == "written"
    said = "Hồ sơ chưa đầy đủ, còn thiếu: Tờ trình."
    folder = stick / written.folder_name
    assert said in (folder / "00_DOC-TRUOC.txt").read_text(encoding="utf-8")
    index = pypdf.PdfReader(folder / "01_MUC-LUC.pdf").pages[0].extract_text()
    assert said in " ".join(index.split())


class Broken:
    """A writer that fails at the paper with this heading."""

    def __init__(self, heading: str, write: Callable[[Document], bytes], failure: BaseException) -> None:
        self._heading, self._write, self._failure = heading, write, failure

    def __call__(self, document: Document) -> bytes:
        if document.title == self._heading:
            raise self._failure
        return self._write(document)


@pytest.mark.fault("F01")
@pytest.mark.parametrize("writer", [docx_writer, pdf_writer])
@pytest.mark.parametrize(
    ("failure", "code"),
    [
        (KeyError("Nguyễn Văn A"), "L-305"),
        (RecursionError(), "L-305"),
        (OSError(5, "Nguyễn Văn A"), "L-305"),
        (EnvironmentFailed("L-302"), "L-305"),
        (EnvironmentFailed("L-301"), "L-301"),
    ],
    ids=["bug", "too deep", "disk", "damaged", "font"],
)
def test_one_paper_that_cannot_be_made_is_named_and_nothing_reaches_the_stick(
    core: Core,
    stick: Path,
    monkeypatch: pytest.MonkeyPatch,
    writer: ModuleType,
    failure: Exception,
    code: str,
) -> None:
    issued(core, "member_list", "submission")
    monkeypatch.setattr(writer, "write", Broken("Danh sách đảng viên", writer.write, failure))

    with pytest.raises(EnvironmentFailed) as told:
        core.packages.write(2017, stick)

    assert told.value.code == code
    said = sentence(told.value)
    assert ("“Danh sách đảng viên”" in said) == (code == "L-305")
    assert "Nguyễn Văn A" not in said
    assert (list(stick.iterdir()), core.packages.history(2017)) == ([], ())


@pytest.mark.fault("F01")
def test_one_paper_whose_stored_content_is_damaged_is_named(core: Core, stick: Path) -> None:
    issued(core, "member_list", "submission")
    (paper,) = [one for one in core.papers.list(2017) if one.kind == "submission"]
    database = core.papers._database  # noqa: SLF001  damage has no way in but this
    with database.write("paper.issue", undoable=False) as work:
        work.replace(paper.model_copy(update={"issued_content": paper.issued_content[:-40]}))

    with pytest.raises(EnvironmentFailed) as told:
        core.packages.write(2017, stick)

    assert "“Tờ trình số 01-TTr/CB”" in sentence(told.value)
    assert (list(stick.iterdir()), core.packages.history(2017)) == ([], ())


@pytest.fixture
def no_font(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(fonts, "places", lambda: [(Path("/khong-co"), ("times.ttf",) * 4)])
    fonts.typeface.cache_clear()
    yield
    fonts.typeface.cache_clear()


@pytest.mark.fault("F04")
def test_without_its_font_nothing_is_written_and_the_font_is_named(
    core: Core, stick: Path, request: pytest.FixtureRequest
) -> None:
    issued(core, "member_list", "submission")
    uid = core.papers.list(2017)[0].uid
    request.getfixturevalue("no_font")

    acts: list[Callable[[], object]] = [
        lambda: core.packages.write(2017, stick),
        lambda: core.papers.write(uid, stick),
        lambda: core.papers.preview(uid),
    ]
    for act in acts:
        with pytest.raises(EnvironmentFailed) as told:
            act()
        assert (told.value.code, "Times New Roman" in sentence(told.value)) == ("L-301", True)
    assert (list(stick.iterdir()), core.packages.history(2017)) == ([], ())


def test_what_is_handed_up_holds_what_stands_on_papers_and_nothing_else(core: Core, stick: Path) -> None:
    issued(core, "member_list", "submission")
    core.members.trash([core.members.add({"full_name": "Phạm Văn CANARY1"}).uid])
    core.papers.add("submission", 2017, {"body": "CANARY2", "subject_line": "CANARY3"})
    core.drafts.keep("member", "", {"full_name": "CANARY4"})

    folder = stick / core.packages.write(2017, stick).folder_name
    text = (folder / "nop-cap-tren.json").read_text(encoding="utf-8")

    schema = json.loads((RESOURCES / "schemas" / "nop-cap-tren.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    facts = json.loads(text)
    jsonschema.validate(facts, schema)
    assert facts["totals"] == {"members": 2, "official": 1, "probationary": 1, "women": 1}
    assert {one["full_name"] for one in facts["members"]} == {"Nguyễn Văn A", "Trần Thị B"}
    assert [(one["kind"], one["number"]) for one in facts["papers"]] == [
        ("submission", 1),
        ("member_list", None),
    ]
    assert "CANARY" not in text
    assert MEMBER["card_number"] not in text
    assert all(b"CANARY" not in path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_what_is_kept_for_the_cell_alone_reaches_no_paper_and_no_fact(core: Core, stick: Path) -> None:
    first, _ = core.members.list()
    contact = ("phone", "residence_cell", "residence_contact", "note")
    decision = {"decision_number": "CANARY10", "decided_on": "2016-05"}
    lives = {
        "standings": [{"kind": "exempt", "reason": "treatment", "place": "CANARY11", **decision}],
        "rewards": [{"what": "CANARY12", **decision}],
        "disciplines": [{"form": "reprimand", **decision}],
    }
    core.members.save(first.uid, first.rev, {**dict.fromkeys(contact, "CANARY13"), **lives})
    issued(core, "member_list", "submission")

    folder = stick / core.packages.write(2017, stick).folder_name

    facts = (folder / "nop-cap-tren.json").read_text(encoding="utf-8")
    texts = [facts.encode()]
    for path in folder.rglob("*.docx"):
        with zipfile.ZipFile(path) as archive:
            texts += [archive.read(name) for name in archive.namelist()]
    assert len(texts) > 10
    assert not [one for one in texts if b"CANARY" in one or "Điều trị".encode() in one or b"treatment" in one]
    assert any("Miễn sinh hoạt".encode() in one for one in texts)


def test_what_changed_after_the_list_was_issued_is_not_handed_up(core: Core, stick: Path) -> None:
    issued(core, "member_list")
    first, second = core.members.list()
    core.members.save(first.uid, first.rev, {"posts": [{"title": "CANARY5"}], "born_on": "1961-01-01"})
    core.members.trash([second.uid])
    core.members.add({"full_name": "Phạm Văn CANARY6"})

    folder = stick / core.packages.write(2017, stick).folder_name

    text = (folder / "nop-cap-tren.json").read_text(encoding="utf-8")
    facts = json.loads(text)
    named = {one["full_name"]: one for one in facts["members"]}
    assert "CANARY" not in text
    assert set(named) == {first.full_name, second.full_name}
    assert named[MEMBER["full_name"]]["born_on"] == MEMBER["born_on"]
    assert named[first.full_name]["uid"] == first.uid
    assert "uid" not in named[second.full_name]
    assert facts["totals"]["members"] == 2


def test_a_total_that_the_list_does_not_give_is_unknown(core: Core, stick: Path) -> None:
    core.members.add({"full_name": "Lê Văn C"})
    issued(core, "submission")

    folder = stick / core.packages.write(2017, stick).folder_name

    facts = json.loads((folder / "nop-cap-tren.json").read_text(encoding="utf-8"))
    schema = json.loads((RESOURCES / "schemas" / "nop-cap-tren.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(facts, schema)
    assert facts["totals"] == {"members": 3, "official": None, "probationary": None, "women": None}


def test_without_the_member_list_nobody_is_named(core: Core, stick: Path) -> None:
    issued(core, "submission")

    folder = stick / core.packages.write(2017, stick).folder_name

    facts = json.loads((folder / "nop-cap-tren.json").read_text(encoding="utf-8"))
    assert (facts["members"], facts["totals"]["members"]) == ([], 2)


def flip(folder: Path) -> None:
    path = folder / "data/01_TapThe/01_ToTrinh.pdf"
    data = bytearray(path.read_bytes())
    data[100] ^= 1
    path.write_bytes(data)


WRECKS: dict[str, tuple[Callable[[Path], object], Fault]] = {
    "flipped": (flip, Fault.CHANGED),
    "missing": (lambda folder: (folder / "data/01_TapThe/01_ToTrinh.pdf").unlink(), Fault.MISSING),
    "extra": (lambda folder: (folder / "data/them.txt").write_text("x"), Fault.EXTRA),
    "renamed": (
        lambda folder: (folder / "data/01_TapThe/01_ToTrinh.pdf").rename(folder / "data/01_TapThe/khac.pdf"),
        Fault.RENAMED,
    ),
}


@pytest.mark.parametrize("name", WRECKS)
def test_each_change_to_a_package_is_told_apart(core: Core, stick: Path, name: str) -> None:
    issued(core, "submission")
    folder = stick / core.packages.write(2017, stick).folder_name
    wreck, fault = WRECKS[name]

    wreck(folder)

    verdict = core.packages.verify(folder)
    assert verdict.answer is Answer.WRONG
    assert [one.kind for one in verdict.wrong] == [fault]


@pytest.mark.fault("H10")
def test_a_package_of_another_cell_is_whole_with_an_unknown_key(
    core: Core, stick: Path, tmp_path: Path
) -> None:
    issued(core, "submission")
    folder = stick / core.packages.write(2017, stick).folder_name
    other = a_core(tmp_path / "khac")

    assert other.packages.verify(folder).answer is Answer.UNKNOWN_KEY
    other.close()


def test_practice_shows_on_every_page_and_in_every_file_name(core: Core, stick: Path) -> None:
    core.cells.save(1, {"is_practice": True})
    issued(core, "submission")

    folder = stick / core.packages.write(2017, stick).folder_name

    assert folder.name.startswith("LUYEN-TAP_")
    papers = [path for path in folder.rglob("*") if path.suffix in {".pdf", ".docx"}]
    assert papers
    assert all(path.name.startswith("LUYEN-TAP_") for path in papers)
    for path in papers:
        if path.suffix == ".pdf":
            pages = pypdf.PdfReader(io.BytesIO(path.read_bytes())).pages
            assert all("TÀI LIỆU LUYỆN TẬP" in page.extract_text() for page in pages)
    assert "TÀI LIỆU LUYỆN TẬP" in (folder / "00_DOC-TRUOC.txt").read_text(encoding="utf-8-sig")


class StopsAfter:
    """Says stop, or fails, once a label has come up."""

    def __init__(self, label: str, error: Exception) -> None:
        self.label = label
        self.error = error

    def step(self, done: int, total: int, label: str = "") -> None:
        assert 0 <= done <= total
        if label == self.label:
            raise self.error


@pytest.mark.parametrize(
    "label", ["papers.writing", "package.merging", "package.writing", "package.reading_back"]
)
def test_stopping_leaves_nothing_on_the_stick_and_nothing_in_the_record(
    core: Core, stick: Path, label: str
) -> None:
    issued(core, "submission")

    with pytest.raises(Cancelled):
        core.packages.write(2017, stick, StopsAfter(label, Cancelled()))

    assert (list(stick.iterdir()), core.packages.history(2017)) == ([], ())


def interrupted(core: Core, stick: Path) -> str:
    issued(core, "submission")
    with pytest.raises(EnvironmentFailed):
        core.packages.write(2017, stick, StopsAfter("package.reading_back", EnvironmentFailed("L-405")))
    (started,) = core.packages.history(2017)
    assert started.state == "writing"
    assert [entry.name[:9] for entry in stick.iterdir()] == ["~dang-ghi"]
    assert "package.unfinished" in [line.code for line in core.home.lines(2017)]
    return started.uid


def test_an_interrupted_writing_goes_on_to_its_end(core: Core, stick: Path) -> None:
    uid = interrupted(core, stick)

    written = core.packages.resume(uid, stick)

    assert (written.uid, written.state) == (uid, "written")
    assert core.packages.verify(stick / written.folder_name).answer is Answer.WHOLE
    with pytest.raises(Refused) as refused:
        core.packages.resume(uid, stick)
    assert refused.value.code == "L-422"


def test_an_interrupted_writing_is_given_up_and_only_its_own_files_go(core: Core, stick: Path) -> None:
    uid = interrupted(core, stick)
    (stick / "cua toi.txt").write_text("x", encoding="utf-8")

    core.packages.discard(uid, stick)

    assert [entry.name for entry in stick.iterdir()] == ["cua toi.txt"]
    assert core.packages.history(2017) == ()


def test_a_package_whose_record_was_lost_in_a_power_cut_is_only_recorded(
    core: Core, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    issued(core, "submission")
    with monkeypatch.context() as patched:
        patched.setattr("app.services.submission_record.StoredSubmission.written", power_cut)
        with pytest.raises(EnvironmentFailed):
            core.packages.write(2017, stick)
    (started,) = core.packages.history(2017)
    assert started.state == "writing"

    written = core.packages.resume(started.uid, stick)

    assert written.state == "written"
    assert [entry.name for entry in stick.iterdir()] == [written.folder_name]


def power_cut(*_: object) -> None:
    raise EnvironmentFailed("L-103")


def test_writing_is_not_undone(core: Core, stick: Path) -> None:
    issued(core, "submission")
    before = core.history.undo_action

    core.packages.write(2017, stick, NoProgress())

    assert core.history.undo_action == before


@pytest.mark.parametrize("what", ["gone", "file", "empty"])
def test_what_is_no_package_is_told(core: Core, stick: Path, what: str) -> None:
    place = stick / "x"
    if what == "file":
        place.write_text("x", encoding="utf-8")
    elif what == "empty":
        place.mkdir()

    with pytest.raises(AppError) as told:
        core.packages.verify(place)

    assert told.value.code in {"L-411", "L-414"}


@pytest.mark.fault("G02")
def test_targets_are_those_of_the_port(core: Core) -> None:
    assert core.packages.targets() == tuple(real_files().drives())
