"""The wording files: the words that the rulings ask for, whole for every kind, no sign of a program."""

import re
import tomllib
import unicodedata
from pathlib import Path

import pytest

from app import papers
from app.common.paths import RESOURCES
from app.papers.wording import FORMS

FILES = sorted(RESOURCES.joinpath(*FORMS).glob("*.toml"))
# rulings.md 8: what must not stand on a paper; the other words there are names of screens.
FORBIDDEN = (
    "thư mục lục",
    "phát mẫu – thu bài",
    "danh sách chưa/không đánh giá",
    "bảng tự soi",
    "hành trình nội dung gợi ý",
    "biên bản kiểm điểm lại",
    "phiếu tự chấm kỳ sinh hoạt",
    "biên nhận",
    "bản chưa đủ",
    "bản đã sửa tay",
    "gói hồ sơ",
)


def texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for part in value.values() for text in texts(part)]
    if isinstance(value, list):
        return [text for part in value for text in texts(part)]
    return []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_words_are_those_of_the_rulings(file: Path) -> None:
    for text in texts(tomllib.loads(file.read_text(encoding="utf-8"))):
        assert not [word for word in FORBIDDEN if word in text.lower()]
        assert "V/v" not in text
        assert not text.endswith("./.")
        assert text == text.strip()
        assert "  " not in text


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_labels_are_written_in_one_fashion_of_tones(file: Path) -> None:
    for text in texts(tomllib.loads(file.read_text(encoding="utf-8"))):
        assert not re.search(r"uỷ|(oà|oá|oả|oã|oạ|uý)(?!\w)|UỶ|(OÀ|OÁ)(?!\w)", text.replace("quý", ""))


def test_every_kind_has_its_wording_and_no_wording_is_left_over() -> None:
    assert {file.stem for file in FILES} == {kind.code for kind in papers.KINDS} | {
        "shared",
        "meeting",
        "carried",
        "answers",
        "results",
        "given_form",
    }
    titles = [kind.title for kind in papers.KINDS]
    assert all(titles)
    assert len({*titles}) == len(titles)
    assert {kind.type_code for kind in papers.KINDS} <= {"", "TTr", "BC", "BB", "KH", "CTr", "NQ", "TB"}


TONE_LAST = re.compile(
    "o[ae][\u0300\u0309\u0303\u0301\u0323](?![\\w\u0300-\u036f])"
    "|(?<!q)uy[\u0300\u0309\u0303\u0301\u0323](?![\\w\u0300-\u036f])",
    re.IGNORECASE,
)


@pytest.mark.parametrize("file", sorted(RESOURCES.glob("regulations/**/*.toml")), ids=lambda file: file.name)
def test_every_label_is_written_in_one_fashion(file: Path) -> None:
    """ "chi ủy" and "cấp uỷ" in one paper would be two hands (documents-and-meetings.md 1.12)."""
    text = unicodedata.normalize("NFD", file.read_text(encoding="utf-8"))

    assert [text[found.start() - 8 : found.end()] for found in TONE_LAST.finditer(text)] == []
