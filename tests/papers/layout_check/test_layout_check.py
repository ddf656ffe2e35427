"""Word files of every make held against the guidance: right ones differ nowhere, planted faults are told."""

import dataclasses
import datetime as dt
import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from app.common.progress import NoProgress
from app.errors import AppError, EnvironmentFailed, Refused
from app.papers import styles
from app.papers.fonts import WORD_FONT
from app.papers.layout_check import Weight, look
from app.papers.layout_check.checks import CHECKS
from app.papers.layout_check.found import weighed
from app.papers.layout_check.report import Asked, request
from app.papers.layout_check.sentences import told
from app.papers.writers import docx_writer
from app.worker.jobs import check_layout
from tests.papers.layout_check import word_hands as hands
from tests.papers.layout_check.plants import HARMLESS, PLANTS, SAVED, Plant
from tests.papers.layout_check.word_xml import Made, packed
from tests.papers.samples import CASES, Case
from tests.ui.english import foreign_words

TODAY = dt.date(2026, 11, 24)
SAVED_BY_LIBREOFFICE = sorted((Path(__file__).resolve().parents[2] / "data" / "layout").glob("*.docx"))
TYPED: tuple[Callable[[], Made | bytes], ...] = (
    hands.report,
    hands.submission_word_2010,
    hands.letter,
    hands.letter_to_several,
    hands.minutes,
    hands.decision_in_styles,
    hands.plan_without_table,
    hands.notice_in_boxes,
    hands.self_review,
    hands.programme_of_today,
    hands.roll_landscape,
    hands.old_report,
    hands.resolution_by_library,
    hands.plan_of_google,
)
SORTS = {
    "letter": "letter",
    "letter_to_several": "letter",
    "minutes": "minutes",
    "self_review": "form",
    "roll_landscape": "form",
}
NAMES_IN_WORD = re.compile(r"\([A-Z][A-Za-z ]+\)")
"""The names that an English Word has for its buttons, in brackets after the Vietnamese ones."""
plants = pytest.mark.parametrize("plant", PLANTS, ids=lambda plant: f"{plant.code}-{plant.base}")


def data_of(make: Callable[[], Made | bytes]) -> bytes:
    made = make()
    return made if isinstance(made, bytes) else made.data()


def codes(data: bytes, day: dt.date | None = None) -> list[str]:
    return [one.code for one in look(data, day, TODAY).found]


# Files that are right ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("make", TYPED, ids=lambda make: make.__name__)
def test_a_right_file_of_other_hands_differs_nowhere(make: Callable[[], Made | bytes]) -> None:
    looked = look(data_of(make), None, TODAY)

    assert looked.found == ()
    assert looked.sort == SORTS.get(make.__name__, "typed")
    assert looked.dated_on is not None


@pytest.mark.parametrize("file", SAVED_BY_LIBREOFFICE, ids=lambda file: file.stem)
def test_a_right_file_saved_again_by_libreoffice_differs_nowhere(file: Path) -> None:
    assert codes(file.read_bytes()) == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_our_own_papers_differ_nowhere(case: Case) -> None:
    assert codes(docx_writer.write(case.document())) == []


@pytest.mark.parametrize("name", HARMLESS)
def test_what_offices_do_otherwise_and_rightly_is_no_fault(name: str) -> None:
    base, old, new, part = HARMLESS[name]

    assert codes(Plant(name, base, old, new, part).data()) == []


def test_twenty_right_files_and_more_come_from_other_makes_than_ours() -> None:
    assert len(TYPED) + len(SAVED_BY_LIBREOFFICE) >= 20
    assert len(TYPED) >= 12
    assert len(SAVED_BY_LIBREOFFICE) >= 8


# Files with a fault -----------------------------------------------------------------------------------------


@plants
def test_a_planted_fault_is_told_and_nothing_else(plant: Plant) -> None:
    found = [one for one in look(plant.data(), None, TODAY).found if one.code not in plant.also]

    assert [one.code for one in found] == [plant.code]
    assert found[0].weight is (Weight.HINT if plant.hint else Weight.DEVIATION)


@pytest.mark.parametrize("code", SAVED)
def test_a_fault_in_a_file_of_libreoffice_is_told(code: str) -> None:
    stem, part, old, new = SAVED[code]
    file = next(one for one in SAVED_BY_LIBREOFFICE if one.stem == f"{stem}-libreoffice")
    with zipfile.ZipFile(file) as package:
        parts = {name: package.read(name).decode() for name in package.namelist()}
    assert old in parts[part]

    found = codes(packed(parts | {part: parts[part].replace(old, new, 1)}))

    assert found == [code]


@plants
def test_its_sentence_names_the_file_the_component_and_the_way_to_mend_it(plant: Plant) -> None:
    looked = look(plant.data(), None, TODAY)
    (found,) = (one for one in looked.found if one.code == plant.code)

    words = told(found, looked.profile, "van-ban.docx")

    assert words.sentence.startswith(f"“van-ban.docx”, {words.component}")
    assert looked.profile.title in words.source
    for text in words:
        own = NAMES_IN_WORD.sub("", text.replace(found.line.text if found.line else "", ""))
        quoted = {*found.params.values(), *words.words.split()}
        known = {"Unicode", "Arial", "Cambria", "Times", "New", "Roman", "docx", "VnTime", *quoted}
        assert [one for one in foreign_words(own.replace(".VnTime", ""), known) if one not in plant.new] == []
    assert words.mend.endswith((".", ".”"))


def test_forty_faults_and_more_are_planted_for_all_that_is_asked() -> None:
    asked = set(styles.profile("hd36").rules)
    planted = {code.replace(".", "_") for one in PLANTS for code in (one.code, *one.also)}

    assert len(PLANTS) >= 40
    assert asked <= planted


def test_a_check_that_is_left_out_misses_its_faults() -> None:
    """The control: without the check of a component the same files pass."""
    from app.papers.layout_check.checks import number
    from app.papers.layout_check.locate import located
    from app.papers.layout_check.reader import read

    others = [check for check in CHECKS if check is not number.check]
    profile = styles.profile("hd36")
    numbered = [plant for plant in PLANTS if plant.code in {"number.colon", "number.zero", "number.form"}]
    for plant in numbered:
        paper = located(read(plant.data()))
        assert weighed([one for check in others for one in check(paper, profile)], profile) == ()
    assert len(numbered) == 3


def test_one_fault_in_many_places_is_one_line_that_counts_them() -> None:
    made = hands.report()
    made.body = [part.replace('w:val="both"', 'w:val="left"') for part in made.body]

    (found,) = look(made.data(), None, TODAY).found

    assert found.code == "body.align"
    assert found.more >= 10
    assert "Còn" in told(found, styles.profile("hd36"), "x.docx").sentence


# Profiles ---------------------------------------------------------------------------------------------------


def test_a_file_is_held_against_the_guidance_of_its_date_or_of_the_day_asked_for() -> None:
    report = hands.report().data()

    assert look(report, None, TODAY).profile.name == "hd36"
    assert codes(report, dt.date(2016, 1, 1)) == ["page.top", "page.bottom", "page.left"]
    assert codes(report, dt.date(2026, 6, 1)) == ["recipient.separator"]


def test_what_is_not_verified_is_told_as_a_hint_that_says_so() -> None:
    looked = look(hands.report().data(), dt.date(2026, 6, 1), TODAY)

    (found,) = looked.found
    assert found.weight is Weight.HINT
    assert "chưa đối chiếu" in told(found, looked.profile, "x.docx").source


def test_the_font_asked_for_is_the_one_our_writer_uses() -> None:
    for name in ("hd11", "hd36", "hd05"):
        assert styles.profile(name).words["font"] == WORD_FONT


def test_what_we_inferred_stays_inferred_when_it_is_taken_over() -> None:
    assert styles.profile("hd11").marks["styles.type_name.line_pt"] == "✎"
    assert styles.profile("hd11").marks["styles.type_name.bold"] == "chưa đối chiếu"


# Files that cannot be looked at -----------------------------------------------------------------------------


def job(data: bytes) -> bytes:
    return check_layout.run(request(Asked("x.docx", None, TODAY, data)), NoProgress())


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "L-505"),
        (b"PK\x03\x04" + b"\0" * 40, "L-508"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600, "L-504"),
        (packed({"xl/workbook.xml": "<a/>"}), "L-505"),
        (packed({"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "L-513"),
        (packed({"word/document.xml": "<a><b></a>"}), "L-508"),
        (packed({"word/document.xml": "<a/>", "word/vbaProject.bin": "x"}), "L-506"),
    ],
)
def test_what_is_no_whole_word_file_is_refused(data: bytes, code: str) -> None:
    with pytest.raises((Refused, EnvironmentFailed)) as caught:
        job(data)
    assert caught.value.code == code


def test_an_empty_document_says_nothing_but_its_paper() -> None:
    made = dataclasses.replace(hands.report(), body=[])

    assert look(made.data(), None, TODAY).found == ()


@pytest.mark.parametrize("value", ["", "abc", "-5", "99999999999", "1e9", "0", "none"])
def test_numbers_that_are_none_are_damage_and_no_bug(value: str) -> None:
    with zipfile.ZipFile(io.BytesIO(hands.submission_word_2010().data())) as package:
        parts = {name: package.read(name).decode() for name in package.namelist()}
    for name in ("word/document.xml", "word/styles.xml"):
        names = sorted(set(re.findall(r' (w:[A-Za-z]+)="\d', parts[name])))
        for attribute in names:
            spoilt = re.sub(rf' {attribute}="\d+"', f' {attribute}="{value}"', parts[name])
            try:
                job(packed(parts | {name: spoilt}))
            except AppError as error:
                assert error.code == "L-508"  # noqa: PT017  either answer is right, a bug is not
