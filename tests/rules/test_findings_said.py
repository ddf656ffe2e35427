"""What findings say at the edges: nothing left open in a sentence, nothing false, and always of whom."""

import dataclasses
import datetime as dt

import pytest

from app.domain.posts import Post
from app.domain.self_reviews import EarlierShortcoming
from app.domain.targets import CELL, COLLECTIVE
from app.domain.types import new_uid
from app.rules.findings.engine import findings
from app.rules.outlook import Outlook
from app.year.review_year import ReviewYear
from tests.rules.finding_cases import (
    DEPUTY,
    HEAD,
    PLAIN,
    corrected,
    levels,
    shortcoming,
    silent_on_collective,
    uid_of,
)
from tests.rules.honest_years import Change, a, added, an_honest_year, both, changed, day, rules_of

LETTER, NOW = 2017, 2026


def said(year: ReviewYear) -> dict[str, str]:
    found = findings(Outlook(year, rules_of(year.year), dt.date(year.year, 12, 31)))
    return {one.id: one.sentence for one in found if one.sentence}


def unrated_cell(year: ReviewYear) -> ReviewYear:
    kept = tuple(one for one in year.proposed_levels if one.target != CELL)
    return dataclasses.replace(year, proposed_levels=kept)


weak: Change = both(
    *(shortcoming(COLLECTIVE, text=f"Việc yếu {n}", origin="conference") for n in range(3)),
    corrected,
    levels("good", "good", "good"),
)


@pytest.mark.parametrize("of_year", [LETTER, NOW])
def test_a_weak_collective_is_told_before_the_cell_has_its_level_without_a_gap_in_the_sentence(
    of_year: int,
) -> None:
    sentence = said(unrated_cell(weak(an_honest_year(of_year))))["R4-02"]
    assert sentence.startswith("Tập thể có 3 hạn chế, khuyết điểm đã kết luận, nhưng 100% đảng viên")


def test_a_lower_level_of_the_cell_is_told_without_counting_shortcomings_that_are_none() -> None:
    year = levels("good", "good", "good", "good")(an_honest_year(NOW))
    assert said(year)["R4-02"].startswith("Tập thể đề nghị mức “Hoàn thành tốt nhiệm vụ”, nhưng 100%")


@pytest.mark.parametrize(("of_year", "id_"), [(LETTER, "R4-06"), (NOW, "C-07")])
def test_no_share_is_named_of_a_level_that_nobody_has(of_year: int, id_: str) -> None:
    sentence = said(levels("excellent", "excellent", "fulfilled")(an_honest_year(of_year)))[id_]
    assert sentence.startswith("Đề nghị 2 đồng chí hoàn thành xuất sắc nhiệm vụ, không có đồng chí nào")
    assert "100%" not in sentence
    assert id_ not in said(levels("fulfilled", "fulfilled", "fulfilled")(an_honest_year(of_year)))


@pytest.mark.parametrize(("of_year", "word"), [(LETTER, "phân loại"), (NOW, "xếp loại")])
def test_the_rating_is_called_as_the_rules_of_the_year_call_it(of_year: int, word: str) -> None:
    sentence = said(levels("good", "good", "good")(an_honest_year(of_year)))["R4-14"]
    assert sentence.endswith(f"để kết quả {word} bảo đảm thực chất.")


def reviewed_last(member: int) -> Change:
    """Return the change after which this member was reviewed behind all others."""

    def change(year: ReviewYear) -> ReviewYear:
        last = len(year.review_turns) + 1
        uid = uid_of(year, member)
        moved = (
            one.model_copy(update={"position": last}) if one.target == uid else one
            for one in year.review_turns
        )
        return dataclasses.replace(year, review_turns=tuple(moved))

    return change


def was_of_the_committee(member: int, **facts: object) -> Change:
    def change(year: ReviewYear) -> ReviewYear:
        values = {"uid": new_uid(), "member_uid": uid_of(year, member), "kind": "committee_member", **facts}
        return added("posts", Post.model_validate(values))(year)

    return change


def extra_member_before(year: ReviewYear) -> ReviewYear:
    """Turn the deputy into a plain member, reviewed before the plain one."""
    return dataclasses.replace(year, posts=tuple(one for one in year.posts if one.kind != "deputy_secretary"))


@pytest.mark.parametrize(("of_year", "id_"), [(LETTER, "R3-03"), (NOW, "C-04")])
def test_whoever_left_the_committee_long_ago_is_reviewed_among_the_members(of_year: int, id_: str) -> None:
    year = extra_member_before(an_honest_year(of_year))
    former = was_of_the_committee(PLAIN, started_on="2005", ended_on="2012")
    assert id_ not in said(former(year))
    assert id_ in said(was_of_the_committee(PLAIN, started_on="2005")(year))


def test_from_2025_the_head_is_reviewed_before_the_deputy_and_in_2017_within_the_committee() -> None:
    """43-HD/BTCTW mục 2; the letter of 2017 puts the committee before the members, no more."""

    def head_after_deputy(year: ReviewYear) -> ReviewYear:
        last = both(reviewed_last(HEAD), reviewed_last(PLAIN))
        return last(year)

    assert "C-04" in said(head_after_deputy(an_honest_year(NOW)))
    assert "R3-03" not in said(head_after_deputy(an_honest_year(LETTER)))


def test_a_record_without_a_name_is_told_with_whom_it_is_about() -> None:
    year = an_honest_year()
    earlier = a(
        EarlierShortcoming, year.year, target=uid_of(year, PLAIN), from_year=2016, text="Nộp quỹ chậm"
    )
    sentence = said(added("earlier_shortcomings", earlier)(year))["R5-08"]
    assert sentence.endswith("kỳ trước: “Nộp quỹ chậm” của Lê Văn Giả.")
    of_collective = shortcoming(COLLECTIVE, text="Họp thưa", origin="conference")(year)
    assert "“Họp thưa” của tập thể" in said(of_collective)["R5-06"]
    overdue = changed("remediation_items", 0, due_on=day(year.year, 3, 1), state="under_way")(
        corrected(of_collective)
    )
    assert "của " in said(overdue)["R5-07"]


def test_who_was_of_the_committee_counts_and_not_who_is_when_the_year_is_looked_at() -> None:
    """A year looked at after a later congress, whose roster has no day of its own (R3-05)."""
    year = both(silent_on_collective(DEPUTY), changed("cycles", roster_fixed_on=None))(an_honest_year())
    left = dataclasses.replace(
        year, posts=tuple(one.model_copy(update={"ended_on": "2020-05-01"}) for one in year.posts)
    )
    later = findings(Outlook(left, rules_of(LETTER), dt.date(2026, 11, 28)))
    assert [one.names for one in later if one.id == "R3-05"] == [("Trần Thị Thử",)]


def test_an_explanation_called_finished_that_explains_nothing_is_told() -> None:
    """The gate asks for the day alone, so that what is on paper may count; R2-04 asks for the words."""
    sentence = said(changed("explanations", 0, text="")(an_honest_year()))["R2-04"]
    assert "(nội dung giải trình)" in sentence
