"""The sentences of codes: whole for every code, filled in, and loud when one is missing."""

import datetime as dt
import string
import tomllib
from pathlib import Path

import pytest

from app.common import messages
from app.common.paths import RESOURCES
from app.errors import AppError, Cancelled, EnvironmentFailed, Invalid, Problem
from app.storage.tables import ROWS, table_of
from tests.sizes import report
from tests.ui.english import foreign_words

TEXTS = Path(RESOURCES) / "texts"
ERRORS = tomllib.loads((TEXTS / "errors.toml").read_text(encoding="utf-8"))
PROBLEMS = tomllib.loads((TEXTS / "problems.toml").read_text(encoding="utf-8"))


def test_sentence_says_what_happened_how_the_data_are_and_what_to_do() -> None:
    said = messages.sentence(Cancelled())

    parts = messages.message(Cancelled())
    assert said == f"{parts.what} {parts.data} {parts.remedy} (L-002)"
    assert parts.what == "Việc đang làm đã dừng theo yêu cầu của đồng chí."


def test_invalid_input_has_its_sentence() -> None:
    assert "chưa lưu được" in messages.sentence(Invalid([Problem("born_on", "date.future")]))


def test_problem_sentence_is_filled_with_its_params() -> None:
    problem = Problem("admitted_on", "member.admitted_too_young", {"age": 18})

    assert "chưa đủ 18 tuổi" in messages.problem_sentence(problem)


def test_dates_are_written_as_people_write_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(messages, "_texts", lambda _: {"x": "Ngày {day}."})

    assert messages.problem_sentence(Problem("f", "x", {"day": dt.date(2017, 3, 2)})) == "Ngày 02/03/2017."


@pytest.mark.parametrize("value", ["{age}", "%s", "{{x}}", "<b>"])
def test_a_value_is_never_read_as_a_pattern(value: str) -> None:
    said = messages.problem_sentence(Problem("f", "member.admitted_too_young", {"age": value}))

    assert f"chưa đủ {value} tuổi" in said


def test_a_code_without_sentence_is_a_bug() -> None:
    with pytest.raises(LookupError):
        messages.sentence(EnvironmentFailed("L-000"))


def test_a_missing_parameter_is_a_bug() -> None:
    with pytest.raises(LookupError):
        messages.problem_sentence(Problem("f", "member.admitted_too_young"))


@pytest.mark.parametrize("code", ERRORS)
def test_every_error_has_its_three_sentences(code: str) -> None:
    names = {
        name for text in ERRORS[code].values() for _, name, _, _ in string.Formatter().parse(text) if name
    }

    parts = messages.message(AppError(code, **dict.fromkeys(names, "…")))

    assert all(text.strip()[-1] in ".?!" for text in (parts.what, parts.data, parts.remedy))


NAMES = {"VnTime", "Unicode", "Times", "New", "Roman", "Liberation", "Serif", "macro", "Macro", "dump"}
"""Fonts, what Excel calls its own, and a command of ours."""
NAMES |= {"Track", "Changes", "Review", "Accept", "All", "and", "Stop", "Tracking", "Save", "As", "Document"}
NAMES |= {"Word", "File"}
"""Buttons of an English Word, in brackets after the Vietnamese ones."""


def test_every_code_has_three_vietnamese_sentences() -> None:
    """What a person reads when something fails: three parts, none of them in another language."""
    whole = english = 0
    for parts in messages.register().values():
        said = (parts.what, parts.data, parts.remedy)
        whole += all(text.strip()[-1] in ".?!" for text in said)
        english += bool(foreign_words(" ".join(said), NAMES))
    report("errors", codes=len(ERRORS), whole=whole, english=english)
    assert (whole, english) == (len(ERRORS), 0)


def test_codes_stand_in_order() -> None:
    assert list(ERRORS) == sorted(ERRORS)
    assert list(PROBLEMS) == sorted(PROBLEMS)


def test_every_kind_of_record_has_its_words() -> None:
    tables = {table_of(row).name for row in ROWS}

    assert (
        sorted(name for name in tables if messages.record_words(name) == messages.record_words("other")) == []
    )
