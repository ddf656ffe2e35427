"""Answers of Bảng rà soát in the papers: which, where, with whom and which line of the minutes."""

from __future__ import annotations

import datetime as dt

import pytest

from app.domain.finding_answers import FindingAnswer
from app.domain.outgoing_papers import OutgoingPaper
from app.domain.suggestions import GateOverride
from app.domain.targets import CELL
from app.domain.types import new_uid
from app.papers import KINDS, Subject, build
from app.papers.answers import answer_lines
from app.papers.content import Paragraph, plain
from app.papers.wording import wording
from app.rules.findings.requirement import requirements
from app.year.review_year import ReviewYear
from tests.rules.finding_cases import CASES, DEPUTY, HEAD, PLAIN, uid_of
from tests.rules.honest_years import Change, a, added, an_honest_year, both, without

YEAR = 2017
DAY = dt.date(YEAR, 12, 31)
REASON = "Chi bộ thống nhất mức độ nhẹ, đã nhận trách nhiệm"


def said(year: ReviewYear, kind: str = "rating_submission") -> tuple[str, ...]:
    return answer_lines(year, kind, DAY, wording("answers"))


def answered(id_: str, target: int | str, **facts: object) -> Change:
    def change(year: ReviewYear) -> ReviewYear:
        subject = uid_of(year, target) if isinstance(target, int) else target
        words = {"text": REASON, **facts}
        return added("finding_answers", a(FindingAnswer, YEAR, finding=id_, target=subject, **words))(year)

    return change


def careless(id_: str, *changes: Change) -> ReviewYear:
    return both(CASES[id_][1], *changes)(an_honest_year(YEAR))


def test_a_year_where_nothing_was_kept_has_no_line() -> None:
    assert said(an_honest_year(YEAR)) == ()
    assert said(careless("R4-03")) == ()


@pytest.mark.parametrize("kind", ["rating_submission", "review_minutes"])
def test_an_answer_that_is_always_printed_stands_with_name_reason_and_line_of_the_minutes(kind: str) -> None:
    year = careless("R4-03")
    turn = next(one.uid for one in year.review_turns if one.target == uid_of(year, HEAD))
    (line,) = said(answered("R4-03", HEAD, review_turn=turn)(year), kind)
    assert line.startswith("Còn khuyết điểm đã kết luận hoặc cam kết không thực hiện")
    assert ": Nguyễn Văn Mẫu (“" in line
    assert f"Lý do: {REASON}." in line
    assert "(Biên bản: lượt kiểm điểm đồng chí Nguyễn Văn Mẫu, hội nghị chi bộ ngày" in line
    assert not said(answered("R4-03", HEAD)(year), "member_list")


def test_answers_with_the_same_words_are_one_line_and_an_exception_is_its_own() -> None:
    year = without("commitments")(an_honest_year(YEAR))
    both_named = both(answered("R1-05", PLAIN, is_printed=True), answered("R1-05", HEAD, is_printed=True))
    (line,) = said(both_named(year))
    assert "Nguyễn Văn Mẫu, Lê Văn Giả (" in line, "by post, not by given name"
    apart = answered("R1-05", DEPUTY, is_printed=True, text="Mới chuyển đến tháng 11")
    assert len(said(both(both_named, apart)(year))) == 2


def test_an_answer_to_another_matter_is_printed_only_where_it_was_chosen_and_in_the_submission() -> None:
    assert said(careless("R1-05", answered("R1-05", PLAIN))) == ()
    chosen = careless("R1-05", answered("R1-05", PLAIN, is_printed=True))
    assert REASON in said(chosen)[0]
    assert said(chosen, "minutes") == ()


def test_what_is_not_told_again_or_only_seen_stays_off_the_paper() -> None:
    hidden = {"is_printed": True, "kind": "not_again"}
    assert said(careless("R1-05", answered("R1-05", PLAIN, **hidden))) == ()
    assert said(careless("R3-15", answered("R3-15", CELL, kind="seen", text="", is_printed=True))) == ()


def test_an_answer_whose_cause_is_gone_is_not_printed() -> None:
    assert said(answered("R4-03", HEAD)(an_honest_year(YEAR))) == ()


def test_cases_for_the_lowest_level_are_printed_answered_or_not() -> None:
    """Rulings 1.2: R4-09 blocks nothing, its warning stands in the tờ trình."""
    (line,) = said(careless("R4-09"))
    assert line.startswith("Chi bộ đề nghị mức “")
    assert "cần đối chiếu với quy định: " in line
    assert said(careless("R4-09"), "minutes") == ()


def test_a_written_decision_to_review_without_an_explanation_is_printed_with_number_and_day() -> None:
    year = without("explanations")(an_honest_year(YEAR))
    target = year.suggestion_points[0].target
    decision = a(GateOverride, YEAR, target=target, number="15-CV/ĐU", dated_on=dt.date(YEAR, 11, 30))
    (line,) = said(added("gate_overrides", decision)(year))
    assert "theo văn bản số 15-CV/ĐU, ngày 30/11/2017 của Đảng ủy" in line
    # Where it was explained after all, the decision was not needed.
    assert said(added("gate_overrides", decision)(an_honest_year(YEAR))) == ()


def the_paper(year: ReviewYear, *, blank: bool = False) -> list[str]:
    paper = OutgoingPaper(
        uid=new_uid(), kind="rating_submission", year=YEAR, dated_on=DAY, signer_name="Nguyễn Văn Mẫu"
    )
    document = build("rating_submission", year, Subject() if blank else Subject(paper=paper))
    return [plain(one) for one in document.blocks if isinstance(one, Paragraph)]


def test_the_submission_carries_them_under_their_own_head() -> None:
    year = careless("R4-03", answered("R4-03", HEAD))
    printed, head = the_paper(year), wording("answers").text("heading")
    at = printed.index(head)
    assert REASON in printed[at + 1]
    assert printed[at + 1].startswith("- ")
    assert head not in the_paper(an_honest_year(YEAR))
    assert head not in the_paper(year, blank=True)


def test_every_place_of_printing_is_a_kind_of_paper() -> None:
    # The minutes of the conference come with their kind.
    known = {one.code for one in KINDS} | {"minutes"}
    for one in requirements():
        places = one.on_paper
        assert {*places.answered_in, *places.chosen_in, *places.told_in} <= known, one.id
    always = {one.id for one in requirements() if one.on_paper.answered_in}
    assert always == {"R2-03", "R4-02", "R4-03"}, "rulings.md 2.7"
