"""The templates of the practice texts: whole, in good Vietnamese letters, with nothing real in them."""

import random
import re
import unicodedata
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest

from app.practice.texts.grammar import YEARS, Grammar, Regime, templates
from app.rules.similar_texts import LEAST_WORDS, words_of

DATA = Path(__file__).parents[1] / "data"
NAMED_IN_TEXTS = {"name", "strength", "shortcoming", "text", "result", "level", "matter"}
FAMILY_NAMES = (
    "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Trương|Đinh|Tô|Lương|Mai"
)
PROVINCES = (DATA / "real_provinces.txt").read_text(encoding="utf-8").split("\n")[:-1]
# The house writes "ủy", "hóa", "hòa": the tone on the first of the two vowels.
NEW_PLACEMENT = re.compile(r"(?<![qQ])u[ỳýỷỹỵ]\b|o[àáảãạèéẻẽẹ]\b", re.IGNORECASE)
PROSE = ("ideology", "ethics", "following", "duties", "discipline", "signs", "commitments_told", "direction")


def strings(value: object, place: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, dict):
        yield from chain.from_iterable(strings(one, f"{place}.{key}") for key, one in value.items())
    elif isinstance(value, list):
        yield from chain.from_iterable(strings(one, place) for one in value)


ALL = [(place, text) for place, text in strings(templates()) if not place.startswith(".styles")]


def a_grammar(regime: Regime, seed: int = 1) -> Grammar:
    return Grammar(regime, random.Random(seed), YEARS[regime])


def broken(fault: re.Pattern[str]) -> list[str]:
    return [f"{place}: {text}" for place, text in ALL if fault.search(text)]


def test_letters_are_composed_and_tones_stand_where_the_house_puts_them() -> None:
    assert [text for _, text in ALL if not unicodedata.is_normalized("NFC", text)] == []
    assert broken(NEW_PLACEMENT) == []
    assert broken(re.compile(r"  |\s[,.;:]|^\s|\s$|\.\.|,,")) == []


def test_there_is_nobody_and_no_place_that_is_real() -> None:
    assert broken(re.compile("|".join(map(re.escape, PROVINCES)))) == []
    assert broken(re.compile(rf"\b(?:{FAMILY_NAMES}) [A-ZĐÂÊÔƠƯ]\w+(?<!Hồ Chí)")) == []


@pytest.mark.parametrize("regime", ["2017", "366"])
def test_every_template_can_be_filled(regime: Regime) -> None:
    grammar = a_grammar(regime)
    for place, text in ALL:
        if place.startswith(".words"):
            continue
        facts = dict.fromkeys(NAMED_IN_TEXTS, "x")
        filled = grammar.unit().bind(**facts).fill(text)
        assert not re.search(r"[{}\[\]|~]", filled), (place, filled)


@pytest.mark.parametrize("regime", ["2017", "366"])
def test_every_year_has_templates_in_every_pool(regime: Regime) -> None:
    grammar = a_grammar(regime)
    pools = [
        f"{file}.{key}"
        for file, keys in templates().items()
        if file not in {"words", "styles"}
        for key, found in keys.items()
        if isinstance(found, list)
    ]

    assert [pool for pool in pools if not grammar.size(pool)] == []


def test_short_sentences_are_too_short_to_be_compared() -> None:
    # Some name a task or a custom and may become longer; enough of each pool never do.
    for file in (*PROSE, "leadership", "collective"):
        texts = templates()[file]["short"]
        certain = [
            one for one in texts if len(words_of(re.sub(r"\{(follow|task)\}", "x " * 15, one))) < LEAST_WORDS
        ]
        assert len(certain) >= 2, file


def test_every_shortcoming_is_told_with_facts() -> None:
    kinds = {**templates()["shortcomings"], "collective": templates()["collective"]["shortcomings"]}
    records = [one for kind, found in kinds.items() if kind not in {"aftermath", "opener"} for one in found]

    assert len(records) >= 80
    assert len({one["text"] for one in records}) == len(records)
    assert [one["text"] for one in records if "{" not in one["sign"]] == []
    assert [one["criticism"] for one in records if len(words_of(one["criticism"])) < LEAST_WORDS] == []
    assert [one["text"] for one in records if len(words_of(one["text"])) >= LEAST_WORDS] == []


def test_the_bank_is_large() -> None:
    assert len([text for place, text in ALL if not place.startswith((".words", ".careless"))]) >= 1_500


def test_the_same_name_is_the_same_thing_and_a_number_after_it_another() -> None:
    unit = a_grammar("2017").unit()
    told = unit.fill("0; {street}; {street}; {street2}; {n=3-9}; {n}; [a|b]").split("; ")

    assert told[1] == told[2] != told[3]
    assert told[4] == told[5]
    assert told[6] in {"a", "b"}


def test_later_days_and_months_come_after_the_first_ones() -> None:
    for seed in range(60):
        unit = a_grammar("366", seed).unit()
        day, late, soon, month, month2 = unit.fill("{day};{late};{soon};{month};{month2}").split(";")
        assert day.split("/")[2] == late.split("/")[2] == "2026"
        assert int(day.split("/")[1]) < int(late.split("/")[1])
        assert soon.endswith("/2027")
        assert int(month) < int(month2) <= 10
