"""A year leaves as JSON that its schema describes, and comes back the same."""

import json
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
from tests.builders import a_member, a_paper, a_submission, a_year, an_issued_paper

SCHEMA = json.loads((RESOURCES / "schemas" / "year.schema.json").read_text(encoding="utf-8"))


def a_full_year() -> ReviewYear:
    members = [a_member(), a_member(full_name="Trần Thị B", sex="female", born_on="1970-02", official_on="")]
    return a_year(members, [a_paper(body="Dòng một\nDòng hai"), an_issued_paper()], [a_submission()])


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
    year = a_year([a_member(post=name, born_on=born_on)], [a_paper(body=body, subject_line=name)])

    text = codec.dump(year)

    assert codec.dump(codec.load(text)) == text
    assert (codec.load(text).members, codec.load(text).papers) == (year.members, year.papers)


def test_the_order_of_records_does_not_matter() -> None:
    year = a_full_year()
    turned = ReviewYear(year.year, year.cell, year.members[::-1], year.papers[::-1], year.submissions[::-1])

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
        (lambda year: year["members"][0].pop("post"), "members[0]"),
        (lambda year: year["papers"][0].update(year=2018), "papers[0].year"),
        (lambda year: year["papers"].insert(0, "x"), "papers[0]"),
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
    "text", ["", "[]", "{}", "null", "{", "[" * 100_000, '{"format": 1e400}', '{"format": 0}']
)
def test_what_is_no_json_of_ours_is_refused(text: str) -> None:
    with pytest.raises(Refused) as refused:
        codec.load(text)

    assert refused.value.code == "L-521"


def test_a_year_of_a_newer_program_is_refused_as_such() -> None:
    with pytest.raises(Refused) as refused:
        codec.load(json.dumps({"format": codec.FORMAT + 1}))

    assert (refused.value.code, refused.value.params) == ("L-522", {"format": codec.FORMAT + 1})
