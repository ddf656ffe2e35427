"""A package closed with a password: 7-Zip opens it, wrong passwords and damage are told apart."""

import io
import shutil
import subprocess
from pathlib import Path

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.common.progress import NoProgress
from app.domain.handing_in import HandedInAs
from app.errors import EnvironmentFailed, Refused
from app.package import bag, closed, passwords
from app.package.check_closed import verify_any
from app.package.plan import READ_ME, Package
from app.package.protocol import discard, leftovers
from app.package.real_files import real_files
from app.package.verdict import Answer, Fault, Verdict
from app.worker.inline import InlineJobs
from tests.package.packages import (
    CLOSED_FORMS,
    KNOWN,
    OTHER_SEED,
    PASSWORD,
    Answers,
    a_closed_package,
    a_package,
    a_pdf,
    put,
)
from tests.package.ports import FailAtOp
from tests.sizes import report, size

_FIRST_CONTENT = 64
"""A place in the first files of an archive, behind its signature."""
SEVEN_ZIP = "7z"


def checked(place: Path, password: str = PASSWORD, known: dict[str, str] | None = None) -> Verdict:
    opener = closed.opener(password, InlineJobs(), NoProgress())
    return verify_any(real_files(), place, KNOWN if known is None else known, NoProgress(), opener)


def closed_file(folder: Path) -> Path:
    return next(one for one in folder.iterdir() if closed.form_of(one.name))


@pytest.fixture(scope="module")
def made() -> dict[HandedInAs, Package]:
    return {form: a_closed_package(form) for form in CLOSED_FORMS}


@pytest.fixture(params=CLOSED_FORMS, ids=lambda form: form.value)
def folder(request: pytest.FixtureRequest, made: dict[HandedInAs, Package], tmp_path: Path) -> Path:
    return put(tmp_path / "usb", made[request.param]).folder


def code_of(place: Path, password: str) -> str:
    with pytest.raises(Refused) as refused:
        checked(place, password)
    return refused.value.code


def test_the_folder_holds_the_file_its_sum_its_signature_and_the_text(folder: Path) -> None:
    file = closed_file(folder)
    assert {one.name for one in folder.iterdir()} == {
        READ_ME,
        file.name,
        f"{file.name}.sha256",
        f"{file.name}.minisig",
    }
    sums = bag.parse_manifest((folder / f"{file.name}.sha256").read_bytes())
    assert sums == {name: bag.sha256((folder / name).read_bytes()) for name in (file.name, READ_ME)}


def test_it_is_whole_with_the_cells_key_and_without(folder: Path) -> None:
    assert checked(folder).answer is Answer.WHOLE
    assert checked(closed_file(folder)).answer is Answer.WHOLE
    unknown = checked(folder, known={})
    assert (unknown.answer, unknown.info["X-Review-Year"]) == (Answer.UNKNOWN_KEY, "2017")


@pytest.mark.fault("G06")
@pytest.mark.parametrize("form", CLOSED_FORMS)
def test_pulled_at_any_operation_it_is_whole_or_unfinished_and_is_made_anew(
    form: HandedInAs, made: dict[HandedInAs, Package], tmp_path: Path
) -> None:
    first, again, answers = made[form], a_closed_package(form), Answers()
    counted = FailAtOp(10**9)
    put(tmp_path / "usb", first, counted)
    left: list[Answer] = []
    for n in range(1, counted.count + 1):
        stick = tmp_path / f"usb-{n}"
        with pytest.raises(EnvironmentFailed, match=r"L-40[15]"):
            put(stick, first, FailAtOp(n))
        left += [answers(real_files(), one) for one in stick.iterdir() if one.name == first.folder_name]
        for name in leftovers(real_files(), stick):
            discard(real_files(), stick / name, closed.own_paths(first.folder_name))
        assert answers(real_files(), put(stick, again).folder) is Answer.WHOLE
        assert leftovers(real_files(), stick) == []
    report("G06", operations=counted.count, wrong=0)
    # Only making the new name durable comes after the package is whole.
    assert left == [Answer.WHOLE]


@pytest.mark.parametrize("form", CLOSED_FORMS)
def test_another_key_is_no_signature_of_the_cell(form: HandedInAs, tmp_path: Path) -> None:
    verdict = checked(put(tmp_path / "usb", a_closed_package(form, seed=OTHER_SEED)).folder)
    assert verdict.answer is Answer.WRONG


@pytest.mark.fault("G26")
def test_every_wrong_password_is_told_as_one(folder: Path) -> None:
    wrong = [*(f"sai-mat-khau-so-{at}" for at in range(size(12, 300))), "x", PASSWORD + " ", PASSWORD[:-1]]
    codes = [code_of(folder, password) for password in wrong]
    report("G26", tried=len(codes), told=codes.count("L-426"))
    assert set(codes) == {"L-426"}
    assert code_of(folder, "") == "L-425"


@pytest.mark.fault("G27")
def test_damage_is_told_as_damage_whatever_the_password(folder: Path) -> None:
    file = closed_file(folder)
    whole = file.read_bytes()
    spots = [at * (len(whole) - 1) // (size(12, 300) - 1) for at in range(size(12, 300))]
    damaged = [whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :] for at in spots]
    damaged += [whole[:-1], whole[: len(whole) // 2], b"", whole + b"\0"]
    told = 0
    for data in damaged:
        file.write_bytes(data)
        for password in (PASSWORD, "sai-mat-khau-khac", ""):
            verdict = checked(folder, password)
            told += verdict.answer is Answer.WRONG and verdict.wrong[0].kind is Fault.CHANGED
    report("G27", damaged=len(damaged) * 3, told=told)
    assert told == len(damaged) * 3


@pytest.mark.fault("G27")
@pytest.mark.parametrize(
    ("ending", "answer"), [(".sha256", Answer.WRONG), (".minisig", Answer.UNFINISHED)], ids=["sum", "seal"]
)
def test_what_lies_beside_is_missed(folder: Path, ending: str, answer: Answer) -> None:
    (folder / (closed_file(folder).name + ending)).unlink()
    assert checked(folder, "").answer is answer


@pytest.mark.fault("G27")
def test_an_edited_text_or_a_file_more_is_told(folder: Path) -> None:
    (folder / READ_ME).write_bytes(b"khac")
    (folder / "la.txt").write_bytes(b"la")
    found = {(wrong.path, wrong.kind) for wrong in checked(folder).wrong}
    assert found == {(READ_ME, Fault.CHANGED), ("la.txt", Fault.EXTRA)}


@pytest.mark.fault("G27")
def test_a_signature_that_belongs_to_another_file_is_told(folder: Path) -> None:
    seal = folder / f"{closed_file(folder).name}.minisig"
    lines = seal.read_text(encoding="utf-8").splitlines()
    lines[1] = lines[1][:20] + ("A" if lines[1][20] != "A" else "B") + lines[1][21:]
    seal.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert [wrong.path for wrong in checked(folder).wrong] == [seal.name]


def run_7z(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([SEVEN_ZIP, *arguments], check=False, capture_output=True, text=True, timeout=60)


@pytest.mark.fault("G28")
def test_the_real_7_zip_lists_tests_and_extracts_it_equal(tmp_path: Path) -> None:
    assert shutil.which(SEVEN_ZIP), "p7zip-full is a package of the tests (packaging/environment.py)"
    opened = bitten_opened = 0
    for people in range(size(3, 12)):
        plain = a_package(people=people, merged_pdf=a_pdf())
        package = a_closed_package(people=people)
        file = closed_file(put(tmp_path / str(people), package).folder)
        out = tmp_path / f"ra{people}"
        listed = run_7z("l", "-slt", f"-p{PASSWORD}", str(file))
        tested = run_7z("t", f"-p{PASSWORD}", str(file))
        run_7z("x", f"-p{PASSWORD}", f"-o{out}", str(file))
        found = {one.relative_to(out).as_posix(): one.read_bytes() for one in out.rglob("*") if one.is_file()}
        meant = {f"{plain.folder_name}/{one.path}": one.data for one in plain.files}
        assert "7zAES" in listed.stdout
        assert "nop-cap-tren" in listed.stdout
        assert "nop-cap-tren" not in run_7z("l", "-psai", str(file)).stdout
        opened += tested.returncode == 0 and found == meant
        # 7-Zip looks at no checksum of the header; what is damaged there, verify tells (G29).
        data = bytearray(file.read_bytes())
        data[_FIRST_CONTENT + people * 32] ^= 4
        file.write_bytes(data)
        bitten_opened += run_7z("t", f"-p{PASSWORD}", str(file)).returncode == 0
    report("G28", packages=size(3, 12), opened=opened)
    report("G28 control", packages=size(3, 12), opened=bitten_opened)
    assert (opened, bitten_opened) == (size(3, 12), 0)


def test_a_reader_of_pdf_sees_every_page_with_the_password_alone(made: dict[HandedInAs, Package]) -> None:
    package = made[HandedInAs.PROTECTED_PDF]
    data = next(one.data for one in package.files if one.path.endswith(".pdf"))
    reader = pypdf.PdfReader(io.BytesIO(data))
    assert reader.is_encrypted
    assert reader.decrypt("sai-mat-khau-khac") == pypdf.PasswordType.NOT_DECRYPTED
    assert b"Payload-Oxum" not in data
    reader.decrypt(PASSWORD)
    assert len(reader.pages) == len(pypdf.PdfReader(io.BytesIO(a_pdf())).pages)


def test_generated_passwords_have_five_syllables_and_five_digits() -> None:
    words = passwords.syllables()
    assert len(set(words)) == len(words) >= 2048
    assert all(word.isascii() and word.isalpha() and word.islower() for word in words)
    many = {passwords.generated() for _ in range(200)}
    assert len(many) == 200
    assert all([*one.split("-")[:5]] == [w for w in one.split("-") if w in words] for one in many)
    assert all(len(one.split("-")[5]) == 5 and passwords.own(one) == one for one in many)


@given(st.text(max_size=30))
@settings(max_examples=100)
def test_a_password_of_ones_own_is_plain_and_long(typed: str) -> None:
    plain = typed.isascii() and typed.isprintable()
    if plain and len(typed) >= passwords.SHORTEST:
        assert passwords.own(typed) == typed
        return
    with pytest.raises(Refused) as refused:
        passwords.own(typed)
    assert refused.value.code in {"L-431", "L-432"}
