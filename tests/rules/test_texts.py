"""Paragraphs that are equal or nearly so are found; texts that people wrote themselves are not."""

import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.practice.texts.bank import TextBank
from app.practice.texts.grammar import YEARS, Regime
from app.practice.texts.written import SelfReviewFacts, Work
from app.rules.similar_texts import (
    LEAST_WORDS,
    NEARLY,
    Pair,
    Text,
    likeness,
    paragraphs,
    similar_paragraphs,
    words_of,
)

PLANTED = 200
LONG = "Trong năm tôi dự đủ các kỳ sinh hoạt của chi bộ, đóng phí đúng ngày và giúp một hộ ở xóm Giữa."


def a_text(owner: str, text: str = LONG, year: int = 2017, place: str = "duties") -> Text:
    return Text(owner, year, place, text)


def owners(pairs: list[Pair]) -> set[tuple[str, int, str, int]]:
    return {
        (pair.one.source.owner, pair.one.source.year, pair.other.source.owner, pair.other.source.year)
        for pair in pairs
    }


def test_the_same_paragraph_of_two_members_is_a_pair_shown_with_its_places() -> None:
    (pair,) = similar_paragraphs([a_text("a", f"Mở đầu.\n{LONG}"), a_text("b", f"- {LONG}", place="ethics")])

    assert pair.likeness == 1
    assert (pair.one.text, pair.other.text) == (LONG, f"- {LONG}")
    assert (pair.one.source.place, pair.other.source.place) == ("duties", "ethics")


def test_what_one_copied_from_the_year_before_is_a_pair_with_the_earlier_year_first() -> None:
    found = similar_paragraphs([a_text("a", year=2017), a_text("a", year=2016)])

    assert owners(found) == {("a", 2016, "a", 2017)}


def test_a_paragraph_repeated_in_one_paper_is_no_pair() -> None:
    assert similar_paragraphs([a_text("a"), a_text("a", place="ethics")]) == []


def test_set_phrases_are_too_short_to_be_compared() -> None:
    words = LONG.split()
    short, enough = " ".join(words[: LEAST_WORDS - 1]), " ".join(words[:LEAST_WORDS])

    assert similar_paragraphs([a_text("a", short), a_text("b", short)]) == []
    assert len(similar_paragraphs([a_text("a", enough), a_text("b", enough)])) == 1


def test_three_members_with_one_paragraph_are_three_pairs() -> None:
    found = similar_paragraphs([a_text(owner) for owner in "cab"])

    assert owners(found) == {("a", 2017, "b", 2017), ("a", 2017, "c", 2017), ("b", 2017, "c", 2017)}


@pytest.mark.parametrize(
    "changed",
    [
        LONG.upper(),
        LONG.replace(",", ";").replace(".", "!"),
        unicodedata.normalize("NFC", LONG.replace("hoạt", "họat")),
        f"  12) {LONG}  ",
    ],
)
def test_case_marks_numbers_of_lists_and_places_of_tones_make_no_difference(changed: str) -> None:
    assert [pair.likeness for pair in similar_paragraphs([a_text("a"), a_text("b", changed)])] == [1]


def test_the_most_alike_stand_first() -> None:
    changed = LONG.replace("xóm Giữa", "xóm Trên").replace("đúng ngày", "đúng hạn")
    found = similar_paragraphs([a_text("a"), a_text("b", changed), a_text("c")])

    assert [pair.likeness for pair in found] == sorted((pair.likeness for pair in found), reverse=True)
    assert found[0].likeness == 1 > found[1].likeness >= NEARLY


@pytest.mark.parametrize("number", [0, 1])
def test_where_all_copied_one_model_everybody_is_named_without_all_pairs(number: int) -> None:
    # Word for word, or each with a word of his own.
    texts = [a_text(f"{at:02}", LONG.replace("xóm Giữa", f"xóm {at * number}")) for at in range(60)]
    found = similar_paragraphs(texts)

    assert {owner for one, _, other, _ in owners(found) for owner in (one, other)} == {
        f"{at:02}" for at in range(60)
    }
    assert len(found) < 60 * 11


def a_cell(regime: Regime, seed: int, count: int = 60) -> list[Text]:
    """Return what a cell wrote in its year and the year before: everybody's own words."""
    found = []
    for year in (YEARS[regime] - 1, YEARS[regime]):
        bank, works = TextBank(regime, random.Random(seed), year), list(Work)
        for number in range(count):
            facts = SelfReviewFacts(work=works[number % len(works)], level="Hoàn thành nhiệm vụ")
            found += [
                a_text(f"{number}", text, year, section) for section, text in bank.self_review(facts).items()
            ]
    return found


@pytest.mark.parametrize("regime", ["2017", "366"])
def test_two_hundred_planted_copies_are_found_and_nothing_else(regime: Regime) -> None:
    chance = random.Random(11)
    own = a_cell(regime, seed=11)
    long = sorted((one for one in paragraphs(own) if len(one.words) >= LEAST_WORDS), key=lambda one: one.text)
    sources = chance.sample(long, PLANTED)
    year = YEARS[regime]
    copies = [
        a_text(f"copy-{at}", slightly_changed(one.text, chance), year) for at, one in enumerate(sources)
    ]

    found = similar_paragraphs([*own, *copies])
    copied = {
        pair.other.source.owner if pair.other.source in copies else pair.one.source.owner for pair in found
    }

    assert similar_paragraphs(own) == []
    assert copied == {f"copy-{at}" for at in range(PLANTED)}


def slightly_changed(text: str, chance: random.Random) -> str:
    """Return a paragraph as somebody copies it: one or two words replaced, left out, put in, turned."""
    words = text.split()
    for _ in range(chance.randint(1, 2)):
        at = chance.randrange(1, len(words) - 1)
        match chance.randrange(4):
            case 0:
                words[at] = "khác"
            case 1:
                del words[at]
            case 2:
                words.insert(at, "cũng")
            case _:
                words[at - 1], words[at] = words[at], words[at - 1]
    return " ".join(words)


WORDS = st.lists(st.sampled_from(["a", "b", "c", "d", "e"]), max_size=12)


@given(WORDS, WORDS)
def test_likeness_is_what_both_have_in_the_same_order(one: list[str], other: list[str]) -> None:
    total = len(one) + len(other)

    assert likeness(one, other) == likeness(other, one)
    assert likeness(one, one) == 1
    assert likeness(one, other) == (pytest.approx(2 * common(one, other) / total) if total else 1)


def common(one: list[str], other: list[str]) -> int:
    """Return the length of the longest common subsequence, the slow way."""
    if not one or not other:
        return 0
    if one[-1] == other[-1]:
        return common(one[:-1], other[:-1]) + 1
    rows = [0] * (len(other) + 1)
    for word in one:
        before = rows[:]
        for at, met in enumerate(other, start=1):
            rows[at] = before[at - 1] + 1 if word == met else max(before[at], rows[at - 1])
    return rows[-1]


def test_words_have_no_marks_no_case_and_no_punctuation() -> None:
    assert words_of("Uỷ ban, ỦY BAN – 12/3.") == ("uy", "ban", "uy", "ban", "12", "3")
