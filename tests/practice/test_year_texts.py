"""What people write in a practice year is their own: nobody copied, nothing is said twice to one subject."""

from collections import Counter
from collections.abc import Iterator

import pytest

from app.domain.conferences import ConferenceBody, OpinionKind
from app.practice.plan import PracticePlan
from app.rules.similar_texts import LEAST_WORDS, Text, similar_paragraphs, words_of
from app.year.review_year import ReviewYear
from tests.practice.years import known

YEARS = (2017, 2026)
SIZES = (3, 18, 30, pytest.param(60, marks=pytest.mark.slow))


def texts(whole: ReviewYear) -> Iterator[Text]:
    owners = {one.uid: one.member_uid for one in whole.self_reviews}
    owners |= dict.fromkeys((one.uid for one in whole.collective_reports), "collective")
    for one in whole.section_texts:
        yield Text(owners[one.owner], whole.year, one.section, one.text)


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("members", SIZES)
def test_no_paragraph_of_a_practice_year_is_called_a_copy(year: int, members: int) -> None:
    assert similar_paragraphs(list(texts(known(PracticePlan(year, members))))) == []


@pytest.mark.parametrize("year", YEARS)
def test_what_is_said_to_one_subject_is_said_once_and_criticism_has_its_facts(year: int) -> None:
    whole = known(PracticePlan(year, 18))
    held = {one.uid for one in whole.conferences if one.body is ConferenceBody.CELL}
    said = [one for one in whole.opinions if one.conference in held]
    criticism = [one.text for one in said if one.kind is OpinionKind.SHORTCOMING]

    assert [one for one, times in Counter((one.target, one.text) for one in said).items() if times > 1] == []
    assert len(criticism) >= 18
    assert [text for text in criticism if len(words_of(text)) < LEAST_WORDS] == []
