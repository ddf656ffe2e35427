"""The plan of a package: the same papers give the same bytes, in dossier order, in a bag others read."""

import logging
import random
from pathlib import Path

import bagit
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.package import bag, sign
from app.package.plan import Package
from tests.package.packages import CELL, SEED, a_package, put
from tests.sizes import report, size


def content(package: Package, path: str) -> bytes:
    return next(file.data for file in package.files if file.path == path)


def test_the_same_papers_give_the_same_bytes() -> None:
    first, second = a_package(), a_package()
    assert first.files == second.files
    assert first.folder_name == second.folder_name


def test_the_order_is_what_explains_then_the_papers_then_the_seal() -> None:
    assert [file.path for file in a_package(people=1).files] == [
        "bagit.txt",
        "bag-info.txt",
        "00_DOC-TRUOC.txt",
        "01_MUC-LUC.docx",
        "01_MUC-LUC.pdf",
        "02_HO-SO-IN-GOP.pdf",
        "nop-cap-tren.json",
        "data/01_TapThe/01_ToTrinh.docx",
        "data/01_TapThe/01_ToTrinh.pdf",
        "data/01_TapThe/02_DanhSachDangVien.docx",
        "data/01_TapThe/02_DanhSachDangVien.pdf",
        "data/02_CaNhan/001_NVA/001_NVA_BanKiemDiem.docx",
        "data/02_CaNhan/001_NVA/001_NVA_BanKiemDiem.pdf",
        "manifest-sha256.txt",
        "tagmanifest-sha256.txt",
        "tagmanifest-sha256.txt.minisig",
    ]


def test_the_declaration_has_the_two_lines_of_the_standard() -> None:
    declared = content(a_package(), bag.DECLARATION)
    assert declared == b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


def test_the_information_says_whose_package_it_is() -> None:
    package = a_package(people=0)
    payload = [file for file in package.files if file.path.startswith(bag.PAYLOAD)]
    info = bag.parse_info(content(package, bag.INFO))
    assert info["Source-Organization"] == "Chi bộ thôn Đông"
    assert info["Bagging-Date"] == "2017-12-04"
    assert info["External-Identifier"] == package.package_id
    assert info["X-Review-Year"] == "2017"
    assert info["X-Audit-Head"] == "ab" * 32
    assert info["X-Cell-Id"] == CELL.uid
    assert info["X-Signing-Key"] == sign.public_key(SEED).text
    assert info["Payload-Oxum"] == f"{sum(len(file.data) for file in payload)}.4"


def test_the_tag_manifest_covers_every_file_of_the_root_but_the_seal() -> None:
    package = a_package()
    listed = bag.parse_manifest(content(package, bag.TAG_MANIFEST))
    root = {file.path: file.sha256 for file in package.files if "/" not in file.path}
    assert listed == {
        path: total for path, total in root.items() if path not in {bag.TAG_MANIFEST, bag.SIGNATURE}
    }


def test_the_register_keeps_the_sum_of_the_payload_manifest() -> None:
    package = a_package()
    assert package.manifest_sha256 == bag.sha256(content(package, bag.MANIFEST))


SAFE = st.from_regex(r"[A-Za-z0-9_-]{1,20}(/[A-Za-z0-9_-]{1,20}){0,3}", fullmatch=True)
SUMS = st.binary(min_size=32, max_size=32).map(bytes.hex)


@given(st.dictionaries(SAFE, SUMS, max_size=20))
def test_a_manifest_reads_back_in_its_order(sums: dict[str, str]) -> None:
    assert list(bag.parse_manifest(bag.manifest(sums)).items()) == list(sums.items())


def test_the_three_coded_letters_of_a_path_are_read() -> None:
    assert bag.parse_manifest(f"{'0' * 64}  data/100%25.txt\n".encode()) == {"data/100%.txt": "0" * 64}


BAD = {
    "torn line": f"{'0' * 63}  data/a",
    "no path": "0" * 64,
    "twice": f"{'0' * 64}  data/a\n{'0' * 64}  data/a",
    "parent": f"{'0' * 64}  data/../a",
    "here": f"{'0' * 64}  ./data/a",
    "root": f"{'0' * 64}  /data/a",
    "drive": f"{'0' * 64}  c:/a",
    "backslash": f"{'0' * 64}  data\\a",
    "home": f"{'0' * 64}  ~root/a",
    "line break": f"{'0' * 64}  data/a%0Ab",
    "zero": f"{'0' * 64}  data/a\0b",
}


@pytest.mark.parametrize("text", BAD.values(), ids=BAD.keys())
def test_what_no_bag_may_have_is_refused(text: str) -> None:
    with pytest.raises(bag.BadManifest):
        bag.parse_manifest(text.encode())


def test_bytes_that_are_no_text_are_no_manifest() -> None:
    with pytest.raises(bag.BadManifest):
        bag.parse_manifest(b"\xff\xfe\x00")


@given(st.binary(max_size=300))
def test_damaged_information_gives_what_can_be_read(data: bytes) -> None:
    assert all(isinstance(value, str) for value in bag.parse_info(data).values())


def test_bagit_calls_every_package_valid_and_a_bitten_one_not(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """The Library of Congress' own program looks at packages of every size."""
    dice, valid, bitten_valid = random.Random(8493), 0, 0
    packages = size(6, 40)
    for number in range(packages):
        made = a_package(people=number % 5, filler=dice.randrange(1, 4000), practice=number % 2 == 0)
        folder = put(tmp_path / str(number), made).folder
        valid += bagit.Bag(str(folder)).is_valid()
        victim = dice.choice([path for path in (folder / "data").rglob("*") if path.is_file()])
        content = bytearray(victim.read_bytes())
        content[dice.randrange(len(content))] ^= 1 << dice.randrange(8)
        victim.write_bytes(content)
        with caplog.at_level(logging.CRITICAL, logger="bagit"):
            bitten_valid += bagit.Bag(str(folder)).is_valid()
    report("bagit", packages=packages, valid=valid)
    report("bagit control", packages=packages, valid=bitten_valid)
    assert (valid, bitten_valid) == (packages, 0)
