"""What is to find out of a person: the facts not written, half written, overdue or doubtful."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from app.domain.gaps import Gap, GapKind, gaps_of
from app.domain.people import Person
from app.domain.standings import Standing, StandingKind
from app.domain.types import new_uid
from tests.builders import a_member

TODAY = dt.date(2017, 12, 4)
WHOLE: dict[str, Any] = {
    "admission_decided_on": "1985-01-10",
    "review_category": "outside",
    "fee_category": "pensioner",
}


def found(**facts: Any) -> list[tuple[str, str]]:
    return [(gap.field, gap.kind.value) for gap in gaps_of(Person(a_member(**{**WHOLE, **facts})), TODAY)]


def test_a_whole_person_lacks_nothing() -> None:
    assert found() == []


@pytest.mark.parametrize(
    ("facts", "gaps"),
    [
        ({"born_on": ""}, [("born_on", "lacking")]),
        ({"born_on": "1960"}, [("born_on", "year_only")]),
        ({"admitted_on": "1985-02"}, [("admitted_on", "month_only")]),
        ({"sex": "", "card_number": ""}, [("sex", "lacking"), ("card_number", "lacking")]),
        ({"official_on": ""}, [("official_on", "overdue")]),
        ({"official_on": "", "admitted_on": "2017-03-02", "admission_decided_on": "2017-02-20"}, []),
        ({"admission_decided_on": ""}, [("admission_decided_on", "useful")]),
        (
            {"fee_category": "", "review_category": ""},
            [("review_category", "useful"), ("fee_category", "useful")],
        ),
        ({"full_name": "Nguyễn Я"}, [("full_name", "doubtful")]),
        ({"trashed_on": TODAY, "born_on": ""}, []),
    ],
)
def test_each_fact_that_is_not_whole_is_named(facts: dict[str, Any], gaps: list[tuple[str, str]]) -> None:
    assert found(**facts) == gaps


def standing(kind: StandingKind) -> Standing:
    return Standing(uid=new_uid(), member_uid="x", kind=kind, started_on="2017-05-01")


def test_who_has_left_is_not_asked_about() -> None:
    member = a_member(born_on="")
    assert gaps_of(Person(member, standings=(standing(StandingKind.TRANSFERRED_OUT),)), TODAY) == ()


def test_of_a_guest_only_the_list_is_asked() -> None:
    member = a_member(born_on="")
    guest = Person(member, standings=(standing(StandingKind.TEMPORARY_HERE),))
    assert gaps_of(guest, TODAY) == (Gap("born_on", GapKind.LACKING),)
