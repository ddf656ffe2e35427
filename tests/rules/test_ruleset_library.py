"""Rule sets from elsewhere: copied in whole or not at all, and never used once they were changed."""

from pathlib import Path

import pytest

from app.common.messages import sentence
from app.errors import Refused
from app.rules import ruleset_files
from app.rules.ruleset_library import FOLDER, Library, damage

LETTER = """id = "cv9999"
version = "2028.1"
kind = "year_letter"
parent = "qd366"
title = "Năm 2028: công văn mẫu để thử"
years = [2028]

[[requirements]]
code = "sample"
name = "Yêu cầu mẫu"
"""


@pytest.fixture
def library(tmp_path: Path) -> Library:
    (tmp_path / "so").mkdir()
    return Library(tmp_path / "so")


def a_file(tmp_path: Path, text: str = LETTER, name: str = "cong-van.toml") -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def copies(tmp_path: Path) -> list[Path]:
    return sorted((tmp_path / "so" / FOLDER).glob("*"))


def test_an_imported_letter_gives_its_year_rules(library: Library, tmp_path: Path) -> None:
    assert library.for_year(2028) is None

    library.take_in(a_file(tmp_path))

    found = library.for_year(2028)
    assert found is not None
    assert (found.id, found.parent) == ("cv9999", "qd366")
    assert found.member_levels == ruleset_files.shipped()["qd366"].member_levels
    assert library.for_year(2029) is None
    assert "cv9999" in library.sets()


def test_a_newer_file_of_the_same_set_takes_the_place_of_the_older(library: Library, tmp_path: Path) -> None:
    library.take_in(a_file(tmp_path))
    library.take_in(a_file(tmp_path, LETTER.replace("2028.1", "2028.2")))

    assert [one.ruleset.version for one in library.imported() if one.ruleset] == ["2028.2"]
    assert len(copies(tmp_path)) == 1


def test_a_newer_file_leaves_a_set_with_a_longer_name_alone(library: Library, tmp_path: Path) -> None:
    library.take_in(a_file(tmp_path, LETTER.replace('"cv9999"', '"cv9999_b"').replace("2028", "2029")))
    library.take_in(a_file(tmp_path))
    library.take_in(a_file(tmp_path, LETTER.replace("2028.1", "2028.2")))

    assert {one.ruleset.id for one in library.imported() if one.ruleset} == {"cv9999", "cv9999_b"}


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (lambda text: text.replace("years", "nam"), "không có mục tên “nam”"),
        (lambda text: text.replace('"qd366"', '"qd367"'), "“qd367” ở mục “parent” chưa được khai báo"),
        (lambda text: text + '\n[[own]]\nkey = "x"\nvalue = "1"\n', "không có mục tên “own”"),
        (lambda text: text + "x = " + "[" * 5000, "tệp không đúng cách viết TOML"),
        (lambda _text: "", "thiếu mục “id”"),
    ],
)
def test_a_faulty_file_is_refused_and_leaves_nothing_behind(
    library: Library, tmp_path: Path, spoil: object, reason: str
) -> None:
    assert callable(spoil)
    path = a_file(tmp_path, spoil(LETTER))

    with pytest.raises(Refused) as refused:
        library.take_in(path)

    assert refused.value.code == "L-551"
    assert reason in str(refused.value.params["reason"])
    assert copies(tmp_path) == []


@pytest.mark.parametrize("content", [b"\xff\xfe\x00x", b"PK\x03\x04" + bytes(200), b"\n" * 3_000_000])
def test_what_is_no_text_or_far_too_large_is_refused(
    library: Library, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "la.toml"
    path.write_bytes(content)

    with pytest.raises(Refused, match="L-551") as refused:
        library.take_in(path)

    assert "dòng 0" not in sentence(refused.value)


@pytest.mark.fault("C07")
@pytest.mark.parametrize("change", ["edited", "cut short", "emptied"])
def test_a_copy_that_was_changed_since_is_told_and_not_used(
    library: Library, tmp_path: Path, change: str
) -> None:
    library.take_in(a_file(tmp_path))
    (path,) = copies(tmp_path)
    text = path.read_text(encoding="utf-8")
    path.write_text({"edited": text.replace("mẫu", "khác"), "cut short": text[:80]}.get(change, ""), "utf-8")

    (held,) = library.imported()

    assert damage(held) == "tệp đã bị thay đổi so với lúc nhập"
    assert library.for_year(2028) is None
    assert "cv9999" not in library.sets()


def test_a_letter_may_stand_on_an_imported_base_and_is_told_when_that_is_gone(
    library: Library, tmp_path: Path
) -> None:
    base = LETTER.replace('"cv9999"', '"qdmau"').replace('parent = "qd366"\n', "")
    base = base.replace('kind = "year_letter"', 'kind = "base"').replace("[2028]", "[2029]")
    library.take_in(a_file(tmp_path, base, "goc.toml"))
    library.take_in(a_file(tmp_path, LETTER.replace('"qd366"', '"qdmau"')))
    assert library.for_year(2028) is not None

    next(path for path in copies(tmp_path) if path.name.startswith("qdmau")).unlink()

    (held,) = library.imported()
    assert "“qdmau” ở mục “parent” chưa được khai báo" in damage(held)
    assert library.for_year(2028) is None


def test_a_letter_does_not_stand_on_a_base_that_was_changed_since(library: Library, tmp_path: Path) -> None:
    base = LETTER.replace('"cv9999"', '"qdmau"').replace('parent = "qd366"\n', "")
    base = base.replace('kind = "year_letter"', 'kind = "base"').replace("[2028]", "[2029]")
    library.take_in(a_file(tmp_path, base, "goc.toml"))
    library.take_in(a_file(tmp_path, LETTER.replace('"qd366"', '"qdmau"')))

    held = next(path for path in copies(tmp_path) if path.name.startswith("qdmau"))
    held.write_text(base.replace("Yêu cầu mẫu", "Yêu cầu khác"), encoding="utf-8")

    assert library.for_year(2028) is None
    assert all(one.fault for one in library.imported())


def test_a_file_among_other_sets_is_looked_over_alone(tmp_path: Path) -> None:
    first, second = a_file(tmp_path), a_file(tmp_path, "id = 3\n", "khac.toml")

    assert ruleset_files.set_of(first) == first
    assert ruleset_files.faults_of(ruleset_files.set_of(first)) == []
    assert ruleset_files.faults_of(ruleset_files.set_of(second)) != []
    second.unlink()
    assert ruleset_files.set_of(first) == tmp_path
