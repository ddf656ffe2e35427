"""The words of the practice year: other words for everybody, the same for the same seed."""

import random
from collections.abc import Iterator

import pytest

from app.domain.self_reviews import CorrectionState
from app.rules.facts.texts import Text, similar_paragraphs
from app.services.practice_grammar import Regime
from app.services.practice_texts import TextBank
from app.services.practice_written import CollectiveFacts, EarlierMatter, SelfReviewFacts, Work

LEVEL = "Hoàn thành tốt nhiệm vụ"
REGIMES: tuple[Regime, ...] = ("2017", "366")


def a_bank(regime: Regime = "2017", seed: int = 1, year: int | None = None) -> TextBank:
    return TextBank(regime, random.Random(seed), year)


def a_writer(bank: TextBank, number: int, count: int) -> SelfReviewFacts:
    """Return who writes: the first lead, the last is on probation, the others do all kinds of work."""
    work = list(Work)[number % len(Work)]
    leads = number < min(4, count // 3)
    earlier = EarlierMatter(bank.shortcoming(work.value).text, CorrectionState.CORRECTED, "Năm nay đã sửa.")
    return SelfReviewFacts(
        work=work,
        leads=leads,
        probationary=number == count - 1,
        level=LEVEL,
        shortcomings=[bank.shortcoming("leader" if leads else work.value)],
        earlier=[earlier] if number % 4 == 0 else [],
        explanations=[bank.explanation(bank.suggestion_letter(1, "person")[0])] if number == 2 else [],
    )


def papers(bank: TextBank, count: int) -> list[dict[str, str]]:
    """Return the self-reviews of a cell, and the report of its committee last."""
    written = [bank.self_review(a_writer(bank, number, count)) for number in range(count)]
    return [*written, bank.collective_report(CollectiveFacts(level=LEVEL))]


def texts(year: int, written: list[dict[str, str]]) -> Iterator[Text]:
    for number, sections in enumerate(written):
        yield from (Text(f"{number}", year, section, text) for section, text in sections.items())


@pytest.mark.parametrize("regime", REGIMES)
@pytest.mark.parametrize("count", [3, 18, 30, 60])
def test_nobody_writes_what_another_wrote_this_year_or_the_year_before(regime: Regime, count: int) -> None:
    year = 2017 if regime == "2017" else 2026
    before = papers(a_bank(regime, seed=count, year=year - 1), count)
    now = papers(a_bank(regime, seed=count + 1), count)

    assert similar_paragraphs([*texts(year - 1, before), *texts(year, now)]) == []


@pytest.mark.parametrize("regime", REGIMES)
def test_the_same_seed_writes_the_same(regime: Regime) -> None:
    first, again, other = (papers(a_bank(regime, seed), 6) for seed in (4, 4, 5))

    assert first == again
    assert first != other
