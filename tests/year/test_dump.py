"""A year leaves as JSON that its schema describes, and comes back the same."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.common.messages import sentence
from app.common.paths import RESOURCES
from app.errors import Refused
from app.year import dump as codec
from app.year.review_year import ReviewYear
from tests.builders import (
    a_discipline,
    a_member,
    a_paper,
    a_post,
    a_reward,
    a_standing,
    a_submission,
    a_year,
    an_issued_paper,
)
from tests.review_samples import a_full_review

OLD_YEARS = Path(__file__).resolve().parents[1] / "data" / "years"
SINCE_6: dict[str, Any] = {"committee_forms": [], "form_files": [], "issued_files": []}
SINCE_8: dict[str, Any] = {"word_editions": []}
SINCE_7: dict[str, Any] = {"given_forms": [], **SINCE_8}
SINCE_5 = {"target": "", "about": "", "replaces": "", "copies": 0}
SCHEMA = json.loads((RESOURCES / "schemas" / "year.schema.json").read_text(encoding="utf-8"))


def a_full_year() -> ReviewYear:
    members = [a_member(), a_member(full_name="Trần Thị B", sex="female", born_on="1970-02", official_on="")]
    owner = members[0]
    owned = [a_post(owner), a_standing(owner), a_reward(owner), a_discipline(owner)]
    papers = [a_paper(body="Dòng một\nDòng hai"), an_issued_paper()]
    year = a_year(members, papers, [a_submission()], owned)
    return replace(year, **a_full_review(codec.record_lists()))


def test_what_was_dumped_loads_the_same_and_dumps_the_same() -> None:
    year = a_full_year()

    text = codec.dump(year)

    assert codec.dump(codec.load(text)) == text
    loaded = codec.load(text)
    for name in codec.record_lists():
        assert sorted(getattr(loaded, name), key=lambda one: one.uid) == sorted(
            getattr(year, name), key=lambda one: one.uid
        )
    assert (loaded.cell, loaded.year) == (year.cell, year.year)


@given(st.text(max_size=60), st.text(max_size=200), st.sampled_from(["", "1970", "1970-02", "1970-02-28"]))
def test_any_text_survives(name: str, body: str, born_on: str) -> None:
    year = a_year([a_member(note=name, born_on=born_on)], [a_paper(body=body, subject_line=name)])

    text = codec.dump(year)

    assert codec.dump(codec.load(text)) == text
    assert (codec.load(text).members, codec.load(text).papers) == (year.members, year.papers)


def test_the_order_of_records_does_not_matter() -> None:
    year = a_full_year()
    turned = replace(year, **{name: getattr(year, name)[::-1] for name in codec.record_lists()})

    assert codec.dump(turned) == codec.dump(year)


def test_the_schema_takes_what_is_dumped() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(json.loads(codec.dump(a_full_year())), SCHEMA)


def test_the_schema_knows_every_field_and_no_other() -> None:
    lists = codec.record_lists()
    assert SCHEMA["properties"].keys() == {"format", "year", "cell", *lists}
    assert SCHEMA["properties"]["format"]["maximum"] == codec.FORMAT
    dumped = json.loads(codec.dump(a_full_year()))
    samples = {"cell": dumped["cell"], **{name: dumped[name][0] for name in lists}}
    for name, sample in samples.items():
        place = SCHEMA["properties"][name]
        definition = SCHEMA["$defs"][place.get("items", place)["$ref"].rpartition("/")[2]]
        assert definition["properties"].keys() == sample.keys(), name
        assert set(definition["required"]) == sample.keys(), name


def test_every_key_is_described_in_both_languages() -> None:
    for definition in (SCHEMA, *SCHEMA["$defs"].values()):
        for key, described in definition["properties"].items():
            if "$ref" not in described:
                assert described["title"].strip(), key
                assert described["description"].endswith("."), key
                assert described["title"] != described["description"]


@pytest.mark.parametrize(
    ("wreck", "place"),
    [
        (lambda year: year.pop("members"), "members"),
        (lambda year: year.update(extra=1), "extra"),
        (lambda year: year.update(format="1"), "format"),
        (lambda year: year.update(year="2017"), "year"),
        (lambda year: year.update(members={}), "members"),
        (lambda year: year.update(cell=[]), "cell"),
        (lambda year: year["cell"].update(term_started_on="2015-02-30"), "cell.term_started_on"),
        (lambda year: year["members"].append(year["members"][0]), "members.uid"),
        (lambda year: year["members"][1].update(born_on="30/02/1970"), "members[1].born_on"),
        (lambda year: year["members"][0].update(full_name=5), "members[0].full_name"),
        (lambda year: year["members"][0].update(rev=5), "members[0]"),
        (lambda year: year["members"][0].pop("note"), "members[0]"),
        (lambda year: year["posts"][0].update(member_uid="nobody"), "posts[0].member_uid"),
        (lambda year: year["standings"][0].update(kind=""), "standings[0].kind"),
        (lambda year: year.update(format=1), "members"),
        (lambda year: year["papers"][0].update(year=2018), "papers[0].year"),
        (lambda year: year["papers"].insert(0, "x"), "papers[0]"),
        (lambda year: year["word_editions"][0].update(word="~~~~~"), "word_editions[0].word"),
        (lambda year: year["word_editions"][0].update(pdf="~~~~~"), "word_editions[0].pdf"),
        (lambda year: year["form_files"][0].update(content="mẫu"), "form_files[0].content"),
        (lambda year: year["issued_files"][0].update(content='ab"c'), "issued_files[0].content"),
    ],
)
def test_what_is_no_year_is_refused_with_its_place(wreck: Any, place: str) -> None:
    value = json.loads(codec.dump(a_full_year()))
    wreck(value)

    with pytest.raises(Refused) as refused:
        codec.load(json.dumps(value))

    assert (refused.value.code, refused.value.params["place"]) == ("L-521", place)
    assert place in sentence(refused.value)


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", "null", "{", "[" * 100_000, '{"members": []}', "Họ và tên;Ngày sinh"]
)
def test_what_is_none_of_our_files_is_told_as_that(text: str) -> None:
    with pytest.raises(Refused) as refused:
        codec.load(text)

    assert (refused.value.code, refused.value.params) == ("L-527", {})


@pytest.mark.parametrize("text", ['{"format": 1e400}', '{"format": 0}', '{"format": true}'])
def test_a_format_that_is_none_is_told_with_its_place(text: str) -> None:
    with pytest.raises(Refused) as refused:
        codec.load(text)

    assert (refused.value.code, refused.value.params) == ("L-521", {"place": "format"})


@pytest.mark.parametrize("indent", [0, 1, 4])
def test_a_dump_that_was_cut_or_spoilt_is_told_with_the_line_where_it_ends(indent: int) -> None:
    text = json.dumps(json.loads(codec.dump(a_full_year())), ensure_ascii=False, indent=indent)
    half = text[: len(text) // 2].rsplit(",", 1)[0] + ","

    with pytest.raises(Refused) as refused:
        codec.load(half)

    assert refused.value.code == "L-528"
    assert abs(int(str(refused.value.params["line"])) - half.count("\n")) <= 1


def test_a_year_of_a_newer_program_is_refused_as_such() -> None:
    with pytest.raises(Refused) as refused:
        codec.load(json.dumps({"format": codec.FORMAT + 1}))

    assert (refused.value.code, refused.value.params) == ("L-522", {"format": codec.FORMAT + 1})


def test_a_year_of_format_1_comes_up_with_its_posts() -> None:
    text = (OLD_YEARS / "format-1.json").read_text(encoding="utf-8")

    year = codec.load(text)

    first, second = sorted(year.members, key=lambda member: member.full_name)
    assert (first.full_name, first.card_number, first.note) == ("Nguyễn Văn A", "000000000001", "")
    assert [(one.kind, one.title, one.started_on) for one in year.posts if one.member_uid == first.uid] == [
        ("cell_secretary", "", ""),
        ("", "Trưởng thôn", ""),
    ]
    assert not [one for one in year.posts if one.member_uid == second.uid]
    assert (year.standings, year.rewards, year.disciplines) == ((), (), ())
    assert len(year.papers) == 2
    assert codec.load(text) == year
    assert json.loads(codec.dump(year))["format"] == codec.FORMAT
    jsonschema.validate(json.loads(codec.dump(year)), SCHEMA)


def test_a_year_of_format_2_has_no_review_yet() -> None:
    year = codec.load((OLD_YEARS / "format-2.json").read_text(encoding="utf-8"))

    assert len(year.members) == 4
    assert year.posts
    assert {name for name in a_full_review(codec.record_lists()) if getattr(year, name)} == set()


def test_a_year_of_format_3_names_its_members_by_one_word() -> None:
    text = (OLD_YEARS / "format-3.json").read_text(encoding="utf-8")

    year = codec.load(text)

    expected = json.loads(text.replace('"member": ', '"member_uid": '))
    expected["format"] = codec.FORMAT
    for one in expected["population"]:
        one["supplement_received_on"] = None
    expected["finding_answers"] = []
    expected["papers"] = [{**one, **SINCE_5} for one in expected["papers"]]
    expected["incoming_papers"] = expected["dossier_notes"] = []
    expected |= SINCE_6 | SINCE_7
    expected["cell"]["handed_in_as"] = "open_folder"
    assert json.loads(codec.dump(year)) == expected
    assert {one.member_uid for one in year.attendance} == {"mau-member"}
    jsonschema.validate(json.loads(codec.dump(year)), SCHEMA)


def test_a_paper_of_format_4_is_about_the_whole_cell() -> None:
    text = (OLD_YEARS / "format-4.json").read_text(encoding="utf-8")

    year = codec.load(text)

    expected = json.loads(text)
    expected["format"] = codec.FORMAT
    expected["papers"] = [{**one, **SINCE_5} for one in expected["papers"]]
    expected["incoming_papers"] = expected["dossier_notes"] = []
    expected |= SINCE_6 | SINCE_7
    expected["cell"]["handed_in_as"] = "open_folder"
    assert json.loads(codec.dump(year)) == expected
    jsonschema.validate(json.loads(codec.dump(year)), SCHEMA)


def test_a_year_of_format_5_has_no_form_of_the_committee() -> None:
    text = (OLD_YEARS / "format-5.json").read_text(encoding="utf-8")

    year = codec.load(text)

    expected = {**json.loads(text), "format": codec.FORMAT, **SINCE_6, **SINCE_7}
    assert json.loads(codec.dump(year)) == expected
    jsonschema.validate(json.loads(codec.dump(year)), SCHEMA)


def test_a_year_of_format_6_gave_no_form_out() -> None:
    text = (OLD_YEARS / "format-6.json").read_text(encoding="utf-8")

    year = codec.load(text)

    expected = {**json.loads(text), "format": codec.FORMAT, **SINCE_7}
    assert json.loads(codec.dump(year)) == expected
    jsonschema.validate(json.loads(codec.dump(year)), SCHEMA)


def test_no_paper_of_format_7_was_taken_back_from_word() -> None:
    text = (OLD_YEARS / "format-7.json").read_text(encoding="utf-8")

    year = codec.load(text)

    assert json.loads(codec.dump(year)) == {**json.loads(text), "format": codec.FORMAT, **SINCE_8}
    jsonschema.validate(json.loads(codec.dump(year)), SCHEMA)
