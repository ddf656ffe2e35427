"""A paper is not issued while what its kind waits for is not met; which that is, is data (R3-14)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.bootstrap import Core
from app.domain.conferences import Conference, ConferenceState
from app.errors import Refused
from app.papers import kind
from app.papers.wording import wording
from app.rules import ruleset_files
from app.rules.findings.asking import unmet
from app.rules.outlook import Outlook
from app.year.review_year import ReviewYear
from tests.rules.honest_years import a, added, an_honest_year, changed, rules_of, without
from tests.ui.a_program import a_core

YEAR = 2017
ID = "R3-14"


@pytest.fixture
def core(tmp_path: Path) -> Iterator[Core]:
    core = a_core(tmp_path / "so")
    core.review.cycles.begin(YEAR, ruleset_files.shipped()["cv3993"], {})
    yield core
    core.close()


@pytest.fixture
def gated(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the tờ trình wait for whole minutes, as the kind of the minutes does."""
    values = wording("submission").values
    assert isinstance(values, dict)
    monkeypatch.setitem(values, "gates", [ID])


def asked(year: ReviewYear, subject: str = "", ids: tuple[str, ...] = (ID,)) -> list[str]:
    rules = rules_of(YEAR)
    day = year.sittings[0].held_on
    assert day
    return list(unmet(Outlook(year, rules, day), ids, subject))


def test_whole_minutes_and_other_requirements_hold_nothing_up() -> None:
    year = an_honest_year(YEAR)
    assert asked(year, year.conferences[0].uid) == []
    assert asked(changed("conferences", read_back=False)(year), ids=()) == []


def test_what_the_minutes_lack_is_said() -> None:
    year = changed("conferences", read_back=False, recorder="")(an_honest_year(YEAR))
    (sentence,) = asked(year, year.conferences[0].uid)
    assert "thư ký hội nghị" in sentence
    assert "thông qua biên bản" in sentence


def test_only_its_own_conference_holds_the_minutes_up() -> None:
    other = a(Conference, YEAR, state=ConferenceState.CLOSED)
    year = added("conferences", other)(an_honest_year(YEAR))
    assert asked(year, year.conferences[0].uid) == []
    assert asked(year, other.uid)


def test_minutes_of_a_conference_that_is_not_over_are_not_issued() -> None:
    year = changed("conferences", state=ConferenceState.OPEN)(an_honest_year(YEAR))
    assert asked(year, year.conferences[0].uid) == [
        "Hội nghị chưa kết thúc nên chưa phát hành biên bản được."
    ]


def test_a_gate_can_be_asked_as_well() -> None:
    year = without("review_turns")(an_honest_year(YEAR))
    assert asked(year, ids=("R4-01",))
    assert asked(an_honest_year(YEAR), ids=("R4-01",)) == []


@pytest.mark.usefixtures("gated")
def test_issuing_is_refused_with_what_lacks_and_no_number_is_used_up(core: Core) -> None:
    conference = core.review.conferences.open(core.review.conferences.add(YEAR, {"body": "cell"}))
    paper = core.papers.add("submission", YEAR, {})
    with pytest.raises(Refused) as refused:
        core.papers.issue(paper.uid)
    assert refused.value.code == "L-313"
    assert "chưa kết thúc" in str(refused.value.params["lacking"])
    core.review.conferences.close(conference)
    with pytest.raises(Refused, match="L-313"):
        core.papers.issue(paper.uid)
    assert core.papers.get(paper.uid).number is None


def test_a_kind_without_gates_is_issued_whatever_lacks(core: Core) -> None:
    core.review.conferences.open(core.review.conferences.add(YEAR, {"body": "cell"}))
    assert kind("submission").gates == ()
    assert core.papers.issue(core.papers.add("submission", YEAR, {}).uid).number == 1


@pytest.mark.usefixtures("gated")
def test_a_year_without_a_review_waits_for_nothing(core: Core) -> None:
    paper = core.papers.add("submission", YEAR - 1, {})
    assert core.papers.issue(paper.uid).is_issued
