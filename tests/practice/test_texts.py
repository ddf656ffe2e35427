"""The words of the practice year: other words for everybody, the same for the same seed, nothing real."""

import random
import re
from collections.abc import Iterator
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.conferences import OpinionKind
from app.domain.self_reviews import CorrectionState
from app.practice.texts.bank import TextBank
from app.practice.texts.grammar import YEARS, Regime, templates
from app.practice.texts.records import COLLECTIVE_KIND
from app.practice.texts.written import CollectiveFacts, EarlierMatter, SelfReviewFacts, Work
from app.rules.ruleset import Form
from app.rules.ruleset_files import for_year
from app.rules.similar_texts import (
    LEAST_WORDS,
    Text,
    paragraphs,
    runs_of,
    similar_paragraphs,
    without_mark,
    words_of,
)

LEVEL = "Hoàn thành tốt nhiệm vụ"
REGIMES: tuple[Regime, ...] = ("2017", "366")
SIZES = (3, 18, 30, 60)
Papers = list[dict[str, str]]


def a_bank(regime: Regime = "2017", seed: int = 1, year: int | None = None) -> TextBank:
    return TextBank(regime, random.Random(seed), year)


def a_writer(bank: TextBank, number: int, count: int) -> SelfReviewFacts:
    """Return who writes: the first head and lead, the last is on probation, all do different work."""
    work = list(Work)[number % len(Work)]
    leads = number < min(4, count // 3)
    earlier = EarlierMatter(bank.shortcoming(work.value).text, CorrectionState.CORRECTED, "Năm nay đã sửa.")
    return SelfReviewFacts(
        work=work,
        leads=leads,
        heads=number == 0,
        probationary=number == count - 1,
        level=LEVEL,
        shortcomings=[bank.shortcoming("leader" if leads else work.value)],
        earlier=[earlier] if number % 4 == 0 else [],
        explanations=[bank.explanation(bank.suggestion_letter(1, "person")[0])] if number == 2 else [],
    )


def papers(bank: TextBank, count: int) -> Papers:
    """Return the self-reviews of a cell, and the report of its committee last."""
    written = [bank.self_review(a_writer(bank, number, count)) for number in range(count)]
    return [*written, bank.collective_report(CollectiveFacts(level=LEVEL))]


@cache
def a_cell(regime: Regime, count: int = 60, seed: int = 8, before: int = 0) -> Papers:
    return papers(a_bank(regime, seed, YEARS[regime] - before), count)


def texts(year: int, written: Papers) -> Iterator[Text]:
    for number, sections in enumerate(written):
        yield from (Text(f"{number}", year, section, text) for section, text in sections.items())


@pytest.mark.parametrize("regime", REGIMES)
@pytest.mark.parametrize("count", SIZES)
def test_nobody_writes_what_another_wrote_this_year_or_the_year_before(regime: Regime, count: int) -> None:
    # The same seed for both years: the words must differ all the same.
    now, before = a_cell(regime, count), a_cell(regime, count, before=1)

    assert similar_paragraphs([*texts(YEARS[regime] - 1, before), *texts(YEARS[regime], now)]) == []


@given(st.sampled_from(REGIMES), st.sampled_from(SIZES[1:3]), st.integers(0, 10_000))
@settings(max_examples=8, deadline=None)
def test_whatever_the_seed_nobody_writes_what_another_wrote(regime: Regime, count: int, seed: int) -> None:
    assert similar_paragraphs(list(texts(YEARS[regime], papers(a_bank(regime, seed), count)))) == []


@pytest.mark.parametrize("regime", REGIMES)
def test_no_two_paragraphs_share_half_of_their_runs_of_five_words(regime: Regime) -> None:
    # Another measure than the one the bank itself goes by.
    written = [
        one for one in paragraphs(texts(YEARS[regime], a_cell(regime))) if len(one.words) >= LEAST_WORDS
    ]
    rows = [
        (one.source.owner, frozenset(zip(*(one.words[at:] for at in range(5)), strict=False)))
        for one in written
    ]
    shared = [
        (one, other)
        for number, (one, runs) in enumerate(rows)
        for other, others in rows[:number]
        if one != other and 2 * len(runs & others) >= len(runs | others)
    ]

    assert len(rows) > 350
    assert shared == []


def test_texts_of_an_earlier_bank_do_not_come_again() -> None:
    first = papers(a_bank(seed=3), 18)
    earlier = [text for sections in first for text in sections.values()]
    again = papers(TextBank("2017", random.Random(3), earlier=earlier), 18)
    told = [Text("now", 2017, "", text) for sections in again[:-1] for text in sections.values()]

    assert similar_paragraphs([*(Text("before", 2017, "", text) for text in earlier), *told]) == []


@pytest.mark.parametrize("regime", REGIMES)
def test_eighteen_members_write_in_twelve_structures(regime: Regime) -> None:
    structures = {structure(sections) for sections in a_cell(regime, 18)[:-1]}

    assert len(structures) >= 12


def structure(sections: dict[str, str]) -> tuple[object, ...]:
    """Return how a paper is built: for each section its paragraphs, marked or not, long or short."""
    return tuple((section, tuple(map(shape, text.split("\n")))) for section, text in sections.items())


def shape(line: str) -> tuple[str, bool]:
    bare = without_mark(line)
    return (line[: len(line) - len(bare)].strip("0123456789 "), len(words_of(bare)) >= 15)


@pytest.mark.parametrize("regime", REGIMES)
def test_the_same_seed_writes_the_same(regime: Regime) -> None:
    first, again, other = (papers(a_bank(regime, seed), 6) for seed in (4, 4, 5))

    assert first == again
    assert first != other


@pytest.mark.parametrize(
    ("regime", "form", "facts"),
    [
        ("2017", "self_review", SelfReviewFacts(level=LEVEL)),
        ("2017", "self_review", SelfReviewFacts(level=LEVEL, leads=True)),
        ("366", "form_2a", SelfReviewFacts(level=LEVEL, heads=True)),
        ("366", "form_2b", SelfReviewFacts(level=LEVEL, work=Work.OFFICIAL)),
        ("366", "form_2c", SelfReviewFacts(level=LEVEL, work=Work.PENSIONER)),
    ],
)
def test_every_section_that_the_form_requires_is_written(
    regime: Regime, form: str, facts: SelfReviewFacts
) -> None:
    written = a_bank(regime).self_review(facts)

    assert required(a_form(regime, form), leads=facts.leads or facts.heads) <= written.keys()
    assert written.keys() <= {section.code for section in a_form(regime, form).sections}
    assert all(text.strip() for text in written.values())


@pytest.mark.parametrize(("regime", "form"), [("2017", "collective_report"), ("366", "form_01")])
def test_every_section_of_the_report_is_written(regime: Regime, form: str) -> None:
    written = a_bank(regime).collective_report(CollectiveFacts(level=LEVEL))

    assert required(a_form(regime, form), leads=True) <= written.keys()
    assert written.keys() <= {section.code for section in a_form(regime, form).sections}


def a_form(regime: Regime, code: str) -> Form:
    ruleset = for_year(YEARS[regime])
    assert ruleset is not None
    return next(form for form in ruleset.forms if form.code == code)


def required(form: Form, *, leads: bool) -> set[str]:
    return {one.code for one in form.sections if one.required and (leads or not one.of_leaders)}


def test_a_paper_tells_the_shortcoming_the_level_and_the_explanation_that_were_given() -> None:
    bank = a_bank()
    fault, point = bank.shortcoming("farmer"), bank.suggestion_letter(1, "person")[0]
    earlier = EarlierMatter("Nộp quỹ chậm", CorrectionState.NOT_CORRECTED)
    written = bank.self_review(
        SelfReviewFacts(
            level=LEVEL,
            shortcomings=[fault],
            earlier=[earlier],
            explanations=[bank.explanation(point)],
            style="thorough",
        )
    )

    assert f"{fault.text}. {fault.sign}" in written["shortcomings"]
    assert fault.measure in written["direction"]
    assert LEVEL in written["level"]
    assert point.explanation.text in written["suggestions"]
    assert "Nộp quỹ chậm" in written["earlier"]
    assert "chưa" in written["earlier"]


def test_who_is_on_probation_speaks_of_no_vote_and_no_grown_children() -> None:
    bank = a_bank(seed=6)
    writer = SelfReviewFacts(work=Work.TEACHER, probationary=True, level=LEVEL)
    told = " ".join(text for _ in range(20) for text in bank.self_review(writer).values())

    assert [word for word in ("biểu quyết", "giơ tay", "Con trai tôi", "Đám cưới con") if word in told] == []


def test_only_the_head_of_the_cell_says_that_he_chairs_it() -> None:
    bank = a_bank(seed=2)
    told = {
        heads: " ".join(
            bank.self_review(SelfReviewFacts(leads=True, heads=heads, style="thorough"))["duties"]
            for _ in range(20)
        )
        for heads in (True, False)
    }

    starts = [template[:12] for template in templates()["duties"]["secretary"]]

    assert [start for start in starts if start in told[True]] != []
    assert [start for start in starts if start in told[False]] == []


def test_criticism_and_its_answer_tell_of_the_shortcoming_that_is_criticised() -> None:
    bank = a_bank()
    fault = bank.shortcoming("worker")
    said = bank.opinion(OpinionKind.SHORTCOMING, fault)

    assert said == fault.criticism
    assert bank.answer(said) == fault.answer
    assert len(words_of(said)) >= 15
    assert bank.remediation(fault) == (fault.remedy, fault.due_on)
    assert fault.due_on.year == YEARS["2017"] + 1


@pytest.mark.parametrize("kind", list(OpinionKind))
@pytest.mark.parametrize("about", ["", COLLECTIVE_KIND])
def test_thirty_opinions_of_a_kind_are_thirty_different_ones(kind: OpinionKind, about: str) -> None:
    bank = a_bank(seed=9)
    said = [bank.opinion(kind, about) for _ in range(30)]

    assert len(set(said)) >= (30 if not about else 18)
    assert all(bank.answer(one) for one in said)


def test_criticism_begins_with_what_was_told_and_hardly_ever_comes_again() -> None:
    bank = a_bank(seed=4)
    faults = [bank.shortcoming("any") for _ in range(60)]
    days = {fault.criticism: re.findall(r"\d+/\d+/2017", fault.criticism) for fault in faults}

    assert len(days) >= 55
    assert [one for fault in faults for one in days[fault.criticism] if one not in fault.sign] == []


def test_conclusions_name_the_member_and_what_is_to_be_corrected() -> None:
    bank = a_bank()
    fault = bank.shortcoming("any")
    said = [bank.conclusion("Lê Thị Sen", fault) for _ in range(20)]

    assert len(set(said)) == 20
    assert all("Lê Thị Sen" in one and fault.text[1:] in one for one in said)
    assert "Lê Thị Sen" in bank.conclusion("Lê Thị Sen")
    assert bank.conclusion(COLLECTIVE_KIND) != bank.conclusion("suggestion")


def test_promises_of_one_member_are_different_ones() -> None:
    items = a_bank().commitment_items(5)

    assert len({one.content for one in items}) == 5
    assert all(one.goal and one.measure and one.due and one.done and one.partly for one in items)


def test_points_of_one_letter_are_different_ones_with_all_parts_of_an_explanation() -> None:
    points = a_bank().suggestion_letter(2)

    assert points[0].text != points[1].text
    assert all(one.explanation.cause and one.explanation.responsibility for one in points)
    assert all(len(runs_of(words_of(one.explanation.text))) > 10 for one in points)


def test_minutes_and_residence_comments_are_whole_sentences() -> None:
    bank = a_bank("366")

    assert "Trần Văn Tre" in bank.minutes("presenting", "Trần Văn Tre")
    assert bank.minutes("atmosphere").endswith(".")
    assert bank.residence_opinion().endswith(".")


def test_the_young_have_no_fault_of_grown_children() -> None:
    bank = a_bank(seed=5)
    faults = [bank.shortcoming("any", young=True) for _ in range(60)]

    assert [one.text for one in faults if "con trai tôi" in one.sign or "Đám cưới con" in one.sign] == []
