"""Layout profiles: their files, what they inherit, which day they belong to, and dates and tones on paper."""

import datetime as dt
import json
import tomllib
from pathlib import Path

import jsonschema
import pytest

from app.common.paths import RESOURCES
from app.papers import styles
from app.papers.dates import blank_date, paper_date, short_date
from app.papers.wording import toned, wording

FILES = sorted(styles.FOLDER.glob("*.toml"))
SCHEMA = json.loads((Path(RESOURCES) / "schemas" / "style.schema.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_file_keeps_to_the_schema(file: Path) -> None:
    raw = tomllib.loads(file.read_text(encoding="utf-8"))

    jsonschema.validate(raw, SCHEMA)
    assert raw["name"] == file.stem
    assert styles.profile(file.stem).page.width_mm == 210


def test_a_value_without_its_mark_is_refused() -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(
            {"name": "hd99", "title": "x", "valid_from": 0, "page": {"top_mm": [20, "hình như"]}}, SCHEMA
        )


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (dt.date(1998, 1, 1), "hd11"),
        (dt.date(2017, 12, 31), "hd11"),
        (dt.date(2018, 4, 2), "hd11"),
        (dt.date(2018, 4, 3), "hd36"),
        (dt.date(2026, 5, 26), "hd36"),
        (dt.date(2026, 5, 27), "hd05"),
        (dt.date(2040, 1, 1), "hd05"),
    ],
)
def test_a_paper_is_laid_out_by_its_date(day: dt.date, name: str) -> None:
    assert styles.profile_for(day).name == name


def test_what_hd11_does_not_know_is_marked_so() -> None:
    old, base = styles.profile("hd11"), styles.profile("hd36")

    assert (old.page.top_mm, old.page.bottom_mm, old.page.left_mm, old.page.right_mm) == (25, 25, 35, 15)
    assert old.marks["page.left_mm"] == "✔ 1.1"
    assert old.marks["styles.signer.bold"] == "chưa đối chiếu"
    assert old.marks.keys() == base.marks.keys()
    assert len([mark for mark in old.marks.values() if mark == "chưa đối chiếu"]) > 100


def test_hd05_differs_from_hd36_where_it_says_so() -> None:
    new, base = styles.profile("hd05"), styles.profile("hd36")

    differing = {key for key, word in new.words.items() if word != base.words[key]}
    assert differing == {"submission_address", "recipients_separator"}
    assert (new.page, new.styles) == (base.page, base.styles)


def test_sizes_are_those_of_the_component_table() -> None:
    sizes = {style.name: (style.size_pt, style.bold, style.italic) for style in styles.profile("hd36").styles}

    assert sizes["head_title"] == (15, True, False)
    assert sizes["upper_name"] == (14, False, False)
    assert sizes["issuer_name"] == (14, True, False)
    assert sizes["place_date"] == (14, False, True)
    assert sizes["type_name"] == (16, True, False)
    assert sizes["authority"] == (14, True, False)
    assert sizes["position"] == (14, False, False)
    assert sizes["signer"] == (14, True, False)
    assert sizes["recipient"] == (12, False, False)
    assert sizes["page_number"] == (14, False, False)


@pytest.mark.parametrize(
    ("day", "words", "short"),
    [
        (dt.date(2026, 2, 3), "ngày 03 tháng 02 năm 2026", "03/02/2026"),
        (dt.date(2026, 5, 9), "ngày 09 tháng 5 năm 2026", "09/5/2026"),
        (dt.date(2022, 1, 18), "ngày 18 tháng 01 năm 2022", "18/01/2022"),
        (dt.date(2017, 11, 10), "ngày 10 tháng 11 năm 2017", "10/11/2017"),
        (dt.date(2025, 3, 26), "ngày 26 tháng 3 năm 2025", "26/3/2025"),
    ],
)
def test_dates_have_a_zero_before_days_to_9_and_months_to_2(day: dt.date, words: str, short: str) -> None:
    assert (paper_date(day), short_date(day)) == (words, short)
    assert blank_date(2026) == "ngày …… tháng …… năm 2026"


@pytest.mark.parametrize(
    ("label", "other"),
    [
        ("Đảng ủy", "Đảng uỷ"),
        ("ĐẢNG ỦY", "ĐẢNG UỶ"),
        ("hòa, xóa, khỏe", "hoà, xoá, khoẻ"),
        ("kỷ luật, quý, hoàn thành, của, thuế", "kỷ luật, quý, hoàn thành, của, thuế"),
    ],
)
def test_labels_follow_one_fashion_of_tones(label: str, other: str) -> None:
    assert toned(label, "uỷ") == other
    assert toned(label, "ủy") == label


def test_wording_is_toned_but_what_the_user_typed_is_not() -> None:
    words = wording("submission", "uỷ")

    assert words.text("request", cell="Chi bộ Hòa Bình", committee="Đảng ủy xã Mẫu").startswith(
        "Chi bộ Hòa Bình"
    )
    assert "uỷ" not in words.text("request", cell="", committee="Đảng ủy")


def test_a_value_with_braces_stays_as_typed() -> None:
    assert "{{x}} {cell}" in wording("submission").text("attached", cell="{{x}} {cell}")


def test_a_placeholder_without_a_value_is_a_bug() -> None:
    with pytest.raises(KeyError):
        wording("submission").text("attached")
