"""What a careless cell writes says nothing, and only copies look like copies."""

import random

from app.practice.texts.bank import TextBank
from app.practice.texts.careless import CarelessTexts
from app.practice.texts.written import SelfReviewFacts
from app.rules.similar_texts import LEAST_WORDS, Text, similar_paragraphs, words_of


def a_careless_one() -> CarelessTexts:
    return CarelessTexts("2017", random.Random(1))


def a_review() -> dict[str, str]:
    return TextBank("2017", random.Random(1)).self_review(
        SelfReviewFacts(style="thorough", level="Hoàn thành")
    )


def test_a_vague_review_has_its_sections_and_no_word_of_substance() -> None:
    review = a_review()
    careless = a_careless_one()
    vague, another = careless.vague(review), careless.vague(review)
    prose = vague.keys() - {"level", "earlier", "shortcomings", "suggestions", "scores"}

    assert vague.keys() == review.keys()
    assert all(len(words_of(vague[section])) < LEAST_WORDS for section in prose)
    assert vague["level"] == review["level"]
    assert vague["duties"] != another["duties"]


def test_a_copied_review_is_found_by_the_comparison() -> None:
    review = a_review()
    copy = a_careless_one().copied(review)
    texts = [
        Text(owner, 2017, section, text)
        for owner, one in (("a", review), ("b", copy))
        for section, text in one.items()
    ]
    found = similar_paragraphs(texts)

    assert copy != review
    assert len(found) >= 8
    assert {(pair.one.source.owner, pair.other.source.owner) for pair in found} == {("a", "b")}


def test_a_vague_shortcoming_has_no_sign_no_cause_and_nobody_who_answers() -> None:
    known = TextBank("2017", random.Random(1)).shortcoming("any")
    vague = a_careless_one().shortcoming(known)

    assert (vague.sign, vague.cause, vague.outer_cause, vague.responsibility) == ("", "", "", "")
    assert vague.text != known.text


def test_praise_answers_explanations_and_conclusions_are_there() -> None:
    careless = a_careless_one()

    assert len({careless.praise() for _ in range(8)}) == 8
    assert all((careless.answer(), careless.explanation(), careless.conclusion()))
