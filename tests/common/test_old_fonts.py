"""Text typed for a font of the years before Unicode is known, and clean text is never taken for it."""

import re
import tomllib
import unicodedata
from pathlib import Path

import pytest

from app.common.old_fonts import old_font
from tests.sizes import report

TEXTS = Path(__file__).resolve().parents[2] / "resources" / "practice" / "texts"
COUNT = 200
# Written down beside each other from TCVN 5712 (VN3), not taken from the program's own table.
TCVN3 = dict(
    zip(
        "aàảãáạăằẳẵắặâầẩẫấậđeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵĐ",
        "aµ¶·¸¹¨»¼½¾Æ©ÇÈÉÊË®eÌÎÏÐÑªÒÓÔÕÖi×ØÜÝÞoßáâãä«åæçèé¬êëìíîuïñòóô\u00adõö÷øùyúûüýþ§",
        strict=True,
    )
)
TONES = {"\u0301": "ù", "\u0300": "ø", "\u0309": "û", "\u0303": "õ", "\u0323": "ï", "": ""}
ROOF_TONES = {"\u0301": "á", "\u0300": "à", "\u0309": "å", "\u0303": "ã", "\u0323": "ä", "": "â"}
BREVE_TONES = {"\u0301": "é", "\u0300": "è", "\u0309": "ú", "\u0303": "ü", "\u0323": "ë", "": "ê"}
I_TONES = {"\u0301": "í", "\u0300": "ì", "\u0309": "æ", "\u0303": "ó", "\u0323": "ò", "": "i"}


def in_tcvn3(text: str) -> str:
    return "".join(TCVN3.get(char) or TCVN3.get(char.lower(), char) for char in text)


def in_vni(text: str) -> str:
    return "".join(_vni(char) for char in text)


def _vni(char: str) -> str:
    if char in "đĐ":
        return "ñ" if char == "đ" else "Ñ"
    parts = unicodedata.normalize("NFD", char)
    base, marks = parts[0], parts[1:]
    tone = next((mark for mark in marks if mark in TONES), "")
    if "\u0302" in marks:
        code = base + ROOF_TONES[tone]
    elif "\u0306" in marks:
        code = base + BREVE_TONES[tone]
    elif "\u031b" in marks:
        code = {"o": "ô", "u": "ö"}[base.lower()] + TONES[tone]
    elif base.lower() == "i":
        code = I_TONES[tone]
    elif (base.lower(), tone) == ("y", "\u0323"):
        code = "î"
    else:
        code = base + TONES[tone]
    return code.upper() if base.isupper() else code


def sentences() -> list[str]:
    """Return so many different sentences of the practice year, blanks taken out."""
    found: dict[str, None] = {}
    for file in sorted(TEXTS.glob("*.toml")):
        for value in tomllib.loads(file.read_text(encoding="utf-8")).values():
            for text in value if isinstance(value, list) else ():
                words = re.sub(r"\{.*?\}|^\d+~", "", str(text))
                found |= dict.fromkeys(one.strip() for one in words.split(";") if len(one.split()) > 5)
    every = max(1, len(found) // COUNT)
    return list(found)[::every][:COUNT]


@pytest.mark.fault("E15")
def test_sentences_for_old_fonts_are_known_and_clean_ones_are_left_in_peace() -> None:
    clean = sentences()
    assert len(clean) == COUNT
    tcvn3 = sum(old_font(in_tcvn3(text)) == "TCVN3" for text in clean)
    vni = sum(old_font(in_vni(text)) == "VNI" for text in clean)
    wrong = [text for text in clean if old_font(text)]
    report("E15", texts=2 * COUNT, known=tcvn3 + vni, clean=COUNT, wrong=len(wrong))
    assert tcvn3 >= 0.95 * COUNT
    assert vni >= 0.95 * COUNT
    assert len(wrong) <= 0.01 * COUNT


def test_a_reader_that_looks_for_letters_out_of_the_alphabet_is_caught() -> None:
    """The control: names typed for VNI may consist of our own letters, and such a reader passes them over."""
    ours = set("aăâbcdđeêghiklmnoôơpqrstuưvxyfjzw")
    odd = [text for text in map(in_vni, NAMES) if {_bare(char) for char in text if char.isalpha()} - ours]
    assert len(odd) < len(NAMES)
    assert all(old_font(in_vni(name)) for name in NAMES)


def _bare(char: str) -> str:
    kept = [c for c in unicodedata.normalize("NFD", char.lower()) if c not in TONES]
    return unicodedata.normalize("NFC", "".join(kept))


NAMES = (
    "Nguyễn Văn Mẫu",
    "Trần Thị Thử",
    "Lê Đức Giả",
    "Phạm Quốc Bịa",
    "Hoàng Ngọc Ví",
    "Vũ Xuân Đặt",
    "Đặng Thu Tạm",
    "Bùi Hữu Nháp",
)


@pytest.mark.fault("E15")
@pytest.mark.parametrize("name", NAMES)
def test_names_are_known_too(name: str) -> None:
    assert old_font(in_tcvn3(name)) == "TCVN3"
    assert old_font(in_vni(name)) == "VNI"
    assert old_font(name) is None


@pytest.mark.fault("E15")
@pytest.mark.parametrize(
    "name",
    [
        "",
        "Tran Van A",
        "Y Kpă Êban",
        "H'Hen Niê",
        "Đắk Lắk",
        "Trần Ж",
        "K'Ré",
        "Rơ Châm Hê",
        "José",
        "a · b",
        "Ô",
    ],
)
def test_what_is_only_unusual_is_none(name: str) -> None:
    assert old_font(name) is None
