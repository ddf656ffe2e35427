"""Every way in which a package can be wrong is called by its name, file by file."""

import logging
import random
import shutil
import warnings
from collections.abc import Iterator
from pathlib import Path

import bagit
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.common.progress import NoProgress
from app.errors import Refused
from app.package import bag, sign
from app.package.real_files import real_files
from app.package.verdict import Answer, Fault, SignatureState, Verdict, WrongFile
from app.package.verify import verify_package
from tests.package.packages import KNOWN, OTHER_SEED, SEED, a_package, put
from tests.sizes import report, size

PATHS = [file.path for file in a_package().files]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a written package."""
    return put(tmp_path / "usb").folder


@pytest.fixture
def quiet_bagit() -> Iterator[None]:
    """Keep the oracle's own log out of ours."""
    log = logging.getLogger("bagit")
    log.disabled = True
    yield
    log.disabled = False


def check(folder: Path, known: dict[str, str] | None = None) -> Verdict:
    return verify_package(real_files(), folder, KNOWN if known is None else known, NoProgress())


def test_a_written_package_is_whole_and_signed(folder: Path) -> None:
    verdict = check(folder)
    assert (verdict.answer, verdict.signature, verdict.wrong) == (Answer.WHOLE, SignatureState.KNOWN, ())
    assert verdict.info["Source-Organization"] == "Chi bộ thôn Đông"


def test_a_strangers_facts_are_shown_as_plain_lines(folder: Path) -> None:
    name = "Chi bộ\u202e\x1b[2J\x00 \u200bMẫu" + "x" * 100_000
    (folder / bag.INFO).write_text(f"Source-Organization: {name}\n", encoding="utf-8")
    shown = check(folder).info["Source-Organization"]
    assert shown.startswith("Chi bộ[2J Mẫuxxx")
    assert (len(shown), shown.isprintable()) == (300, True)


def test_a_key_that_nobody_knows_leaves_the_package_whole(folder: Path) -> None:
    verdict = check(folder, known={})
    assert (verdict.answer, verdict.signature) == (Answer.UNKNOWN_KEY, SignatureState.UNKNOWN)
    assert verdict.answer.is_whole


def test_a_known_cell_with_another_key_is_broken(tmp_path: Path) -> None:
    folder = put(tmp_path / "usb", a_package(seed=OTHER_SEED)).folder
    verdict = check(folder)
    assert (verdict.answer, verdict.signature) == (Answer.WRONG, SignatureState.OTHER_KEY)
    assert verdict.wrong == (WrongFile(bag.SIGNATURE, Fault.CHANGED),)


@pytest.mark.parametrize("known", [True, False])
@pytest.mark.parametrize("path", PATHS)
@pytest.mark.fault("G11")
def test_a_flipped_bit_names_the_file(folder: Path, path: str, known: bool) -> None:
    target = folder / path
    data = bytearray(target.read_bytes())
    # The sixth letter lies in a sum, a key, a word: never in a line end that a reader may forgive.
    data[min(5, len(data) - 1)] ^= 1
    target.write_bytes(data)
    verdict = check(folder, KNOWN if known else {})
    assert (verdict.answer, verdict.wrong) == (Answer.WRONG, (WrongFile(path, Fault.CHANGED),))


@given(path=st.sampled_from(PATHS), place=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
def test_any_flipped_bit_of_any_file_is_noticed(
    path: str, place: float, bit: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = put(tmp_path_factory.mktemp("usb")).folder
    content = bytearray((folder / path).read_bytes())
    at = int(place * len(content))
    content[at] ^= 1 << bit
    (folder / path).write_bytes(content)
    # The first line of a signature file is a remark that minisign itself does not sign.
    remark = path == bag.SIGNATURE and at < content.index(b"\n")
    answer = check(folder).answer
    assert answer is Answer.WRONG or (remark and answer is Answer.WHOLE)
    shutil.rmtree(folder.parent)


def bitten(folder: Path, count: int, dice: random.Random) -> Iterator[None]:
    """Flip one bit of the package, give it to be looked at, put it back; `count` times.

    The remark in the first line of a signature file is left out: minisign itself does not sign it.
    """
    contents = {path: (folder / path).read_bytes() for path in PATHS}
    remark = contents[bag.SIGNATURE].index(b"\n") + 1
    for _ in range(count):
        path = dice.choice(PATHS)
        content = bytearray(contents[path])
        content[dice.randrange(remark if path == bag.SIGNATURE else 0, len(content))] ^= 1 << dice.randrange(
            8
        )
        (folder / path).write_bytes(content)
        yield
        (folder / path).write_bytes(contents[path])


@pytest.mark.fault("G11")
def test_every_flipped_bit_of_a_package_is_detected(folder: Path) -> None:
    flips, seed = size(60, 300), random.randrange(10**9)
    dice = random.Random(seed)
    detected = sum(check(folder).answer is Answer.WRONG for _ in bitten(folder, flips, dice))
    report("G11", flips=flips, detected=detected)
    assert detected == flips, f"seed {seed}"
    assert check(folder).answer is Answer.WHOLE


def test_a_reader_of_names_and_sizes_would_believe_such_flips(folder: Path) -> None:
    """The test above can fail: what BagIt calls the quick check sees none of them."""
    oxum = bag.parse_info((folder / bag.INFO).read_bytes())["Payload-Oxum"]

    def seems_whole() -> bool:
        payload = [path for path in (folder / "data").rglob("*") if path.is_file()]
        return oxum == f"{sum(path.stat().st_size for path in payload)}.{len(payload)}"

    accepted = sum(seems_whole() for _ in bitten(folder, 60, random.Random(11)))
    report("G11 control", flips=60, accepted=accepted)
    assert accepted == 60


@pytest.mark.fault("G12")
@pytest.mark.parametrize("path", PATHS)
def test_a_missing_file_is_named(folder: Path, path: str) -> None:
    (folder / path).unlink()
    verdict = check(folder)
    expected = Answer.UNFINISHED if path == bag.SIGNATURE else Answer.WRONG
    assert (verdict.answer, verdict.wrong) == (expected, (WrongFile(path, Fault.MISSING),))


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("known", [True, False])
def test_a_renamed_file_is_named_with_both_names(folder: Path, path: str, known: bool) -> None:
    found_as = str(Path(path).with_name("ten-khac.bin"))
    (folder / path).rename(folder / found_as)
    verdict = check(folder, KNOWN if known else {})
    assert (verdict.answer, verdict.wrong) == (Answer.WRONG, (WrongFile(path, Fault.RENAMED, found_as),))


@pytest.mark.fault("G12")
@pytest.mark.parametrize("path", ["them.txt", "data/them.docx", "data/01_TapThe/a.pdf", "fetch.txt"])
def test_an_extra_file_is_named(folder: Path, path: str) -> None:
    (folder / path).write_bytes(b"x")
    verdict = check(folder)
    assert (verdict.answer, verdict.wrong) == (Answer.WRONG, (WrongFile(path, Fault.EXTRA),))


@pytest.mark.fault("G12")
def test_what_windows_and_word_leave_is_harmless(folder: Path) -> None:
    for name in ("Thumbs.db", "data/01_TapThe/~$ToTrinh.docx", "data/desktop.ini"):
        (folder / name).write_bytes(b"x")
    (folder / "System Volume Information").mkdir()
    (folder / "System Volume Information" / "IndexerVolumeGuid").write_bytes(b"x")
    verdict = check(folder)
    assert verdict.answer is Answer.WHOLE
    assert verdict.harmless == ("Thumbs.db", "data/01_TapThe/~$ToTrinh.docx", "data/desktop.ini")


def test_several_faults_are_all_named(folder: Path) -> None:
    first, second, third = PATHS[7:10]
    (folder / first).unlink()
    (folder / second).write_bytes(b"other")
    (folder / third).rename(folder / "lac.bin")
    assert set(check(folder).wrong) == {
        WrongFile(first, Fault.MISSING),
        WrongFile(second, Fault.CHANGED),
        WrongFile(third, Fault.RENAMED, "lac.bin"),
    }


@pytest.mark.fault("G13")
def test_data_edited_together_with_both_manifests_breaks_the_signature(folder: Path) -> None:
    edited = next(path for path in PATHS if path.startswith("data/"))
    (folder / edited).write_bytes((folder / edited).read_bytes().swapcase())
    rewritten(folder, bag.MANIFEST, edited)
    rewritten(folder, bag.TAG_MANIFEST, bag.MANIFEST)
    verdict = check(folder)
    assert verdict.signature is SignatureState.BAD
    assert verdict.wrong == (WrongFile(bag.TAG_MANIFEST, Fault.CHANGED),)
    assert bagit.Bag(str(folder)).is_valid()  # sums alone cannot see it


def test_an_unfinished_folder_says_so_under_any_name(folder: Path) -> None:
    (folder / bag.SIGNATURE).unlink()
    assert check(folder).answer is Answer.UNFINISHED
    staging = folder.rename(folder.with_name("~dang-ghi_7F3A"))
    (staging / bag.MANIFEST).unlink()
    assert check(staging).answer is Answer.UNFINISHED


def test_a_working_folder_is_unfinished_even_with_all_files(folder: Path) -> None:
    staging = folder.rename(folder.with_name("~dang-ghi_7F3A"))
    assert check(staging).answer is Answer.UNFINISHED


def test_a_foreign_folder_is_no_package(tmp_path: Path) -> None:
    (tmp_path / "anh.jpg").write_bytes(b"x")
    with pytest.raises(Refused, match="L-411"):
        check(tmp_path)


def test_a_folder_with_our_name_and_nothing_of_ours_was_not_finished(tmp_path: Path) -> None:
    folder = tmp_path / a_package().folder_name
    folder.mkdir()
    (folder / "00_DOC-TRUOC.txt").write_bytes(b"x")
    assert check(folder).answer is Answer.UNFINISHED


def test_a_folder_deeper_than_any_package_is_no_package(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*"abcdefghijk")
    deep.mkdir(parents=True)
    (tmp_path / bag.DECLARATION).write_bytes(bag.declaration())
    with pytest.raises(Refused, match="L-411"):
        check(tmp_path)


def test_a_link_in_place_of_a_file_is_not_followed(folder: Path, tmp_path: Path) -> None:
    path = next(path for path in PATHS if path.startswith("data/"))
    outside = (folder / path).rename(tmp_path / "outside")
    (folder / path).symlink_to(outside)
    verdict = check(folder)
    assert (verdict.answer, verdict.wrong) == (Answer.WRONG, (WrongFile(path, Fault.CHANGED),))


BAD_LINES = {
    "parent": "../../nguoi-khac.txt",
    "absolute": "/etc/passwd",
    "drive": "C:/tep.txt",
    "device": "\\\\?\\c:\\tep.txt",
    "home": "~nguoi/tep.txt",
    "outside data": "bagit.txt",
}


@pytest.mark.parametrize("path", BAD_LINES.values(), ids=BAD_LINES.keys())
@pytest.mark.fault("H05")
def test_a_signed_manifest_that_leads_outside_is_refused(folder: Path, path: str) -> None:
    with (folder / bag.MANIFEST).open("a", newline="") as manifest:
        manifest.write(f"{'0' * 64}  {path}\n")
    sealed(folder)
    assert check(folder).wrong == (WrongFile(bag.MANIFEST, Fault.CHANGED),)


@pytest.mark.usefixtures("quiet_bagit")
@pytest.mark.parametrize(
    "case", ["as written", "CR LF", "BOM", "blank lines", "reordered", "upper case", "twice", "cut"]
)
@pytest.mark.fault("G14")
def test_we_and_the_reference_validator_agree_on_manifests(folder: Path, case: str) -> None:
    lines = (folder / bag.MANIFEST).read_bytes().splitlines(keepends=True)
    made = {
        "as written": lines,
        "CR LF": [line.replace(b"\n", b"\r\n") for line in lines],
        "BOM": [b"\xef\xbb\xbf", *lines],
        "blank lines": [line for pair in zip(lines, [b"\n"] * len(lines), strict=True) for line in pair],
        "reordered": lines[::-1],
        "upper case": [line[:64].upper() + line[64:] for line in lines],
        "twice": [*lines, lines[0]],
        "cut": lines[:-1],
    }[case]
    (folder / bag.MANIFEST).write_bytes(b"".join(made))
    sealed(folder)
    assert check(folder).answer.is_whole is is_valid(folder)


def test_the_reference_validator_has_nothing_to_say(folder: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert bagit.Bag(str(folder)).validate()


def is_valid(folder: Path) -> bool:
    try:
        return bool(bagit.Bag(str(folder)).validate())
    except bagit.BagError:
        return False


def rewritten(folder: Path, manifest: str, path: str) -> None:
    """Put the present sum of `path` into a manifest."""
    sums = bag.parse_manifest((folder / manifest).read_bytes())
    sums[path] = bag.sha256((folder / path).read_bytes())
    (folder / manifest).write_bytes(bag.manifest(sums))


def sealed(folder: Path) -> None:
    """Sign the folder again, as if our program had made it so."""
    rewritten(folder, bag.TAG_MANIFEST, bag.MANIFEST)
    (folder / bag.SIGNATURE).write_bytes(sign.sign((folder / bag.TAG_MANIFEST).read_bytes(), SEED, "again"))
