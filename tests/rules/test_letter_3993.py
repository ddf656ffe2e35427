"""The five points of letter 3993-CV/BTCTW (2017), each by a year in which that one thing goes wrong."""

from __future__ import annotations

import datetime as dt

import pytest

from app.domain.cycles import ReReviewOrder, Round
from app.domain.remediation import RemediationItem
from app.domain.suggestions import SuggestionPoint
from app.domain.targets import COLLECTIVE
from app.rules.findings.engine import findings
from app.rules.outlook import Outlook
from app.rules.ruleset import RuleSet
from app.year.review_year import ReviewYear
from tests.rules.finding_cases import (
    HEAD,
    PLAIN,
    concluded_fault,
    corrected,
    levels,
    mute,
    opinions,
    shortcoming,
    uid_of,
)
from tests.rules.honest_years import Change, a, added, an_honest_year, both, changed, day, rules_of, without

YEAR = 2017


def told(year: ReviewYear, rules: RuleSet | None = None) -> dict[str, str]:
    """Return the sentences of the year's findings by id, as of its last day."""
    found = findings(Outlook(year, rules or rules_of(YEAR), dt.date(YEAR, 12, 31)))
    return {one.id: one.sentence for one in found if one.sentence}


weak_with_good_members = both(
    *(shortcoming(COLLECTIVE, text=f"Việc yếu {n}", origin="conference") for n in range(3)),
    corrected,
    levels("good", "good", "good"),
)
"""Point 4: a weak collective full of good members."""


def unexplained(year: ReviewYear) -> ReviewYear:
    """Point 2: one more suggested point, to a person, that nobody explained."""
    letter = year.suggestion_letters[0].uid
    point = a(SuggestionPoint, YEAR, letter=letter, target=uid_of(year, HEAD), position=2, text="Thu chậm")
    return added("suggestion_points", point)(year)


def ordered_again(year: ReviewYear) -> ReviewYear:
    """Point 5: the upper committee ordered a re-review, and nothing happened."""
    order = a(
        ReReviewOrder,
        YEAR,
        number="20-CV/ĐU",
        dated_on=day(YEAR, 12, 20),
        target=COLLECTIVE,
        reason="Chung chung",
    )
    return added("re_review_orders", order)(year)


def uncorrected(year: ReviewYear) -> ReviewYear:
    """Point 5: what was found last year is past its day and nobody corrected it."""
    item = a(
        RemediationItem, YEAR, target=COLLECTIVE, text="Họp muộn", owner="Bí thư", due_on=day(YEAR, 6, 30)
    )
    return both(added("remediation_items", item), changed("earlier_shortcomings", correction=""))(year)


POINTS: dict[str, tuple[Change, dict[str, str]]] = {
    "the weak collective with only good members": (
        weak_with_good_members,
        {"R4-02": "100% đảng viên", "R4-14": "bảo đảm thực chất"},
    ),
    "the concluded shortcoming with a good level": (
        concluded_fault,
        {"R4-03": "Nguyễn Văn Mẫu (“Nộp quỹ chậm”)"},
    ),
    "the silent member": (mute(PLAIN), {"R3-07": "Lê Văn Giả"}),
    "praise only": (opinions("strength"), {"R3-06": "100% trong 12 ý kiến chỉ nêu ưu điểm"}),
    "the missing explanation": (unexplained, {"R2-03": "1 nội dung", "R2-05": "“Thu chậm”"}),
    "the uncorrected shortcoming of last year": (
        uncorrected,
        {"R5-07": "quá hạn 184 ngày", "R5-08": "“Họp muộn”"},
    ),
    "the re-review": (ordered_again, {"R5-03": "20-CV/ĐU (“Chung chung”)"}),
}


@pytest.mark.parametrize("name", POINTS)
def test_what_the_letter_names_is_told_and_nothing_else(name: str) -> None:
    change, wanted = POINTS[name]
    found = told(change(an_honest_year(YEAR)))
    assert set(found) == set(wanted)
    assert all(words in found[id_] for id_, words in wanted.items()), found


def test_the_short_conference_is_told_once_a_least_was_entered() -> None:
    hurried = changed("sittings", ended_at="08:15")(an_honest_year(YEAR))
    assert told(hurried) == {}
    rules = rules_of(YEAR)
    entered = rules.model_copy(update={"time": rules.time.model_copy(update={"least_minutes": 180})})
    assert set(told(hurried, entered)) == {"R3-11"}
    assert "45 phút" in told(hurried, entered)["R3-11"]


def test_a_held_re_review_is_told_no_more() -> None:
    year = ordered_again(an_honest_year(YEAR))
    (order,) = year.re_review_orders
    held = a(Round, YEAR, number=2, opened_on=day(YEAR, 12, 22), opened_by=order.uid, lessons="Nêu việc thật")
    assert "R5-03" in told(added("rounds", held)(year))
    closed = held.model_copy(update={"closed_on": day(YEAR, 12, 27)})
    assert "R5-03" not in told(added("rounds", closed)(year))


def test_what_somebody_admits_himself_never_counts_against_him() -> None:
    """rulings.md 1.1: never punish frankness."""
    frank = both(
        *(
            shortcoming(HEAD, text=f"Tự nhận {n}", origin="self_admitted", degree="violation")
            for n in range(9)
        ),
        *(shortcoming(COLLECTIVE, text=f"Tập thể tự nhận {n}") for n in range(9)),
        levels("good", "good", "good"),
    )
    assert set(told(frank(an_honest_year(YEAR)))) == {"R4-14"}


def test_a_withdrawn_conclusion_counts_no_more_and_a_deleted_record_of_the_honest_is_not_asked_for() -> None:
    year = concluded_fault(an_honest_year(YEAR))
    withdrawn = changed("shortcomings", -1, withdrawn_on=day(YEAR, 12, 20), withdrawn_reason="Xác minh lại")
    assert told(withdrawn(year)) == {}


def test_it_goes_when_its_cause_is_gone() -> None:
    year = mute(PLAIN)(an_honest_year(YEAR))
    (conference,) = year.conferences
    said = {"conference": conference.uid, "speaker": uid_of(year, PLAIN), "target": COLLECTIVE}
    opinion = type(year.opinions[0]).model_validate(
        {**year.opinions[0].model_dump(), **said, "in_writing": True}
    )
    assert "R3-07" not in told(added("opinions", opinion)(year))


def test_nothing_about_votes_is_ever_a_gate() -> None:
    """rulings.md 1.2: whatever the cell voted is entered and printed."""
    worst = both(weak_with_good_members, concluded_fault, without("score_sheets"))(an_honest_year(YEAR))
    found = findings(Outlook(worst, rules_of(YEAR), dt.date(YEAR, 12, 31)))
    assert {one.severity for one in found} == {"answer", "note"}
