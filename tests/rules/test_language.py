"""Conditions have four values; what does not apply is skipped, what is unknown stays unknown."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules.language import (
    Absent,
    NotACondition,
    Truth,
    Value,
    all_of,
    any_of,
    evaluate,
    opposite,
    parse,
)

T, F, U, N = Truth.TRUE, Truth.FALSE, Truth.UNKNOWN, Truth.NOT_APPLICABLE
AND = {
    (T, T): T, (T, F): F, (T, U): U, (T, N): T,
    (F, T): F, (F, F): F, (F, U): F, (F, N): F,
    (U, T): U, (U, F): F, (U, U): U, (U, N): U,
    (N, T): T, (N, F): F, (N, U): U, (N, N): N,
}  # fmt: skip
OR = {
    (T, T): T, (T, F): T, (T, U): T, (T, N): T,
    (F, T): T, (F, F): F, (F, U): U, (F, N): F,
    (U, T): T, (U, F): U, (U, U): U, (U, N): U,
    (N, T): T, (N, F): F, (N, U): U, (N, N): N,
}  # fmt: skip
FACTS: dict[str, Value] = {
    "score.total": 75,
    "discipline": Absent.NOT_APPLICABLE,
    "post": "bi_thu",
    "late": False,
}


@pytest.mark.parametrize("pair", list(itertools.product(Truth, repeat=2)))
def test_the_truth_table(pair: tuple[Truth, Truth]) -> None:
    assert all_of(pair) is AND[pair]
    assert any_of(pair) is OR[pair]
    assert opposite(all_of(pair)) is any_of(map(opposite, pair))


@given(st.permutations([T, F, U, N, T, N]), st.integers(0, 6))
def test_the_order_of_the_parts_does_not_matter(parts: list[Truth], count: int) -> None:
    chosen = parts[:count]
    assert all_of(chosen) is all_of(chosen[::-1])
    assert any_of(chosen) is any_of(sorted(chosen, key=lambda one: one.value))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("score.total >= 70 and score.total < 90", T),
        ("score.total == 74", F),
        ("tasks.late_pct == 0", U),
        ("score.total >= 70 and tasks.late_pct == 0", U),
        ("score.total >= 90 and tasks.late_pct == 0", F),
        ("discipline == 'khien_trach'", N),
        ("not (discipline == 'khien_trach')", N),
        ("discipline == 'khien_trach' or score.total > 50", T),
        ("post in ('bi_thu', 'pho_bi_thu')", T),
        ("post in ['chi_uy_vien']", F),
        ("late", F),
        ("not late", T),
        ("unheard_of", U),
        ("True and not False", T),
    ],
)
def test_a_condition_over_facts(text: str, value: Truth) -> None:
    assert evaluate(parse(text), FACTS) is value


@pytest.mark.parametrize(
    "text",
    [
        "",
        "score.total >",
        "__import__('os').system('x')",
        "score.total + 1 > 2",
        "1 < score.total < 3",
        "score['total'] > 2",
        "(lambda: 1)()",
        "[x for x in (1,)]",
        "post in post",
        "post is None",
        "None == post",
        "f'{post}'",
        "-1 < score.total",
        "x" * 10 + "\0",
    ],
)
def test_nothing_else_is_a_condition(text: str) -> None:
    with pytest.raises(NotACondition):
        parse(text)


def test_a_name_that_is_no_fact_is_refused_when_the_facts_are_known() -> None:
    with pytest.raises(NotACondition, match=r"tasks\.lat_pct"):
        parse("tasks.lat_pct == 0", known={"tasks.late_pct"})
    assert parse("tasks.late_pct == 0", known={"tasks.late_pct"}).names == {"tasks.late_pct"}
