"""What `finding_cases` leaves open of the findings of QĐ 366: the cell, and each reason in words."""

from __future__ import annotations

import datetime as dt

import pytest

from app.domain.levels import Objection
from app.domain.scores import ScoredBy
from app.domain.targets import CELL
from tests.rules.finding_cases import NOW, PLAIN, of_member, scored, uid_of
from tests.rules.honest_years import Change, a, added, an_honest_year, both, changed, day, without
from tests.rules.test_findings import looked_over


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (changed("population", PLAIN, object_type=""), "chưa chọn mẫu"),
        (changed("population", PLAIN, object_type="collective_farm"), "chưa chọn mẫu"),
        (changed("population", PLAIN, object_type="leader"), "không giữ chức vụ"),
        (changed("population", PLAIN, is_leader=True), "không dùng mẫu của người giữ chức vụ"),
        (changed("members", PLAIN, review_category="outside"), "dùng mẫu khác"),
        (
            both(
                changed("members", PLAIN, review_category="staff"),
                changed("population", PLAIN, object_type="outside"),
            ),
            "mẫu của người ngoài hệ thống",
        ),
    ],
)
def test_a_form_of_another_kind_is_told_with_the_reason(change: Change, why: str) -> None:
    found = looked_over(change(an_honest_year(NOW)))["C-14"]
    assert found.names == ("Lê Văn Giả",)
    assert why in found.sentence


def test_a_form_that_fits_the_card_is_not_told() -> None:
    outside = both(
        changed("members", PLAIN, review_category="outside"),
        changed("population", PLAIN, object_type="outside"),
    )
    assert "C-14" not in looked_over(outside(an_honest_year(NOW)))


def test_the_points_of_the_cell_are_held_against_their_frame_too() -> None:
    year = without("score_sheets")(an_honest_year(NOW))
    over = looked_over(both(scored(CELL, ScoredBy.SELF, common=31))(year))["C-17"]
    assert "chi bộ" in over.sentence
    assert "31/30" in over.sentence
    assert "C-16" not in looked_over(both(scored(CELL, ScoredBy.SELF, common=20))(year))
    assert "C-16" in looked_over(scored(CELL, ScoredBy.APPRAISED, common=20)(year))


def test_a_self_score_after_the_appraisal_is_no_self_score_before_it() -> None:
    both_scored = both(scored(PLAIN, ScoredBy.APPRAISED, common=20), scored(PLAIN, ScoredBy.SELF, common=20))
    year = without("score_sheets")(an_honest_year(NOW))

    def dated(own: int) -> Change:
        return both(
            both_scored,
            changed("score_sheets", 0, scored_on=day(NOW, 12, 4)),
            changed("score_sheets", 1, scored_on=day(NOW, 12, own)),
        )

    assert "C-16" in looked_over(dated(5)(year))
    assert "C-16" not in looked_over(dated(3)(year))


def test_an_objection_that_was_sent_up_waits_until_the_level_is_decided() -> None:
    sent = of_member(
        Objection,
        "objections",
        PLAIN,
        received_on=day(NOW, 12, 10),
        text="Đề nghị xem lại",
        sent_up_on=day(NOW, 12, 12),
    )
    year = sent(an_honest_year(NOW))
    assert "C-24" in looked_over(year)
    assert "C-24" not in looked_over(without("recognised_levels")(year))


def test_an_objection_to_the_level_of_the_cell_is_told() -> None:
    objection = a(Objection, NOW, target=CELL, received_on=day(NOW, 12, 10), text="Đề nghị xem lại")
    year = added("objections", objection)(an_honest_year(NOW))
    assert looked_over(year)["C-24"].sentence.count("chi bộ") == 1
    assert uid_of(year, PLAIN) not in looked_over(year)["C-24"].subjects


@pytest.mark.parametrize(
    ("ahead", "said"),
    [
        (1, "gửi trước hội nghị 1 ngày làm việc, ít hơn 3 ngày."),
        (0, "gửi ngay trong ngày họp;"),
        (-2, "gửi sau ngày họp;"),
    ],
)
def test_a_draft_sent_too_late_is_told_in_words(ahead: int, said: str) -> None:
    year = an_honest_year(NOW)
    held = min(one.held_on for one in year.sittings if one.held_on)
    sent = held - dt.timedelta(days=ahead)

    (sentence,) = [looked_over(changed("collective_reports", 0, sent_on=sent)(year))["C-02"].sentence]

    assert said in sentence
    assert " 0 ngày" not in sentence


def test_a_draft_sent_on_the_free_day_before_is_told_in_words() -> None:
    year = changed("sittings", held_on=dt.date(NOW, 12, 7))(an_honest_year(NOW))
    sunday = changed("collective_reports", 0, sent_on=dt.date(NOW, 12, 6))
    assert "gửi vào ngày nghỉ ngay trước hội nghị" in looked_over(sunday(year))["C-02"].sentence
