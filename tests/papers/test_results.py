"""Papers of the results of a year: each field from its record, one set of numbers, nothing private."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from app import papers
from app.domain.cycles import CellKind
from app.domain.levels import Objection, RewardProposal
from app.domain.population import RatingDisposition, ReviewDisposition
from app.domain.remediation import RemediationState
from app.domain.scores import ScoredBy
from app.domain.targets import CELL, COLLECTIVE
from app.papers import Subject
from app.papers.content import Document, Table, plain
from app.papers.review import review_of
from app.papers.writers import text_writer
from app.rules.results import results_of
from app.year.review_year import ReviewYear
from tests.papers.samples import paper, subject_of, whole_year
from tests.review_samples import a_filled

OF_RESULTS = (
    "level_summary",
    "not_rated_list",
    "cell_scores",
    "rating_submission",
    "result_report",
    "review_plan",
    "remediation_plan",
)
DAY = dt.date(2026, 12, 20)
MARK = "DẤU VẾT 7"


def text(code: str, year: ReviewYear) -> str:
    return "\n".join(text_writer.lines(document(code, year)))


def document(code: str, year: ReviewYear) -> Document:
    return papers.build(code, year, subject_of(code, DAY.replace(year=year.year), year))


def changed(year: ReviewYear, name: str, at: int = 0, /, **facts: Any) -> ReviewYear:
    records = list(getattr(year, name))
    records[at] = records[at].model_copy(update=facts)
    lists: dict[str, Any] = {name: tuple(records)}
    return replace(year, **lists)


def place(year: ReviewYear, name: str, /, **facts: Any) -> int:
    """Return the place of the first record of a list that has these facts."""
    records = getattr(year, name)
    return next(
        at
        for at, one in enumerate(records)
        if all(getattr(one, key) == value for key, value in facts.items())
    )


def disposed(year: ReviewYear, **facts: Any) -> tuple[ReviewYear, str]:
    """Return the year with the facts of the last rated ordinary member's place in it changed, and his uid."""
    at = place(year, "population", rating=RatingDisposition.YES, is_leader=False)
    return changed(year, "population", at, **facts), year.population[at].member_uid


FED: list[tuple[str, str, dict[str, Any], dict[str, Any]]] = [
    ("level_summary", "members", {}, {"full_name": MARK}),
    ("level_summary", "members", {}, {"born_on": "1907-01-01"}),
    ("level_summary", "posts", {"kind": "cell_secretary"}, {"title": MARK}),
    ("level_summary", "outside_ratings", {"body": "employer", "level": "good"}, {"level": "excellent"}),
    ("level_summary", "self_reviews", {}, {"self_level": "not_fulfilled"}),
    ("level_summary", "proposed_levels", {"level": "excellent"}, {"level": "fulfilled"}),
    ("level_summary", "ballot_counts", {}, {"votes": 77}),
    ("level_summary", "score_items", {}, {"points": 25.5}),
    ("not_rated_list", "population", {"reason": "admitted_lately"}, {"reason": "being_checked"}),
    ("not_rated_list", "population", {"rating": "exempt"}, {"rating": "not_yet"}),
    ("not_rated_list", "members", {"admitted_on": "2026-09-07"}, {"admitted_on": "2026-08-08"}),
    ("rating_submission", "legal_bases", {}, {"number": MARK}),
    ("rating_submission", "legal_bases", {}, {"issuer": MARK}),
    ("rating_submission", "legal_bases", {}, {"subject_line": MARK}),
    ("rating_submission", "proposed_levels", {"level": "excellent"}, {"reason": MARK}),
    ("rating_submission", "proposed_levels", {"target": CELL}, {"level": "fulfilled"}),
    ("rating_submission", "proposed_levels", {"target": CELL}, {"reason": MARK}),
    ("rating_submission", "reward_proposals", {}, {"form": MARK}),
    ("rating_submission", "reward_proposals", {}, {"reason": MARK}),
    ("result_report", "milestones", {"code": "send"}, {"done_on": dt.date(2026, 12, 27)}),
    ("result_report", "sittings", {}, {"place": MARK}),
    ("result_report", "sittings", {}, {"ended_at": "11:59"}),
    ("result_report", "attendance", {"presence": "present"}, {"presence": "excused"}),
    ("result_report", "guests", {}, {"name": MARK}),
    ("result_report", "opinions", {}, {"withdrawn": True}),
    ("result_report", "shortcomings", {"origin": "conference"}, {"text": MARK}),
    ("result_report", "suggestion_points", {}, {"text": MARK}),
    ("result_report", "suggestion_conclusions", {}, {"text": MARK}),
    ("result_report", "remediation_items", {"state": "done"}, {"state": "under_way"}),
    ("result_report", "rounds", {}, {"lessons": MARK}),
    ("result_report", "cycles", {}, {"next_direction": MARK}),
    ("review_plan", "legal_bases", {}, {"number": MARK}),
    ("review_plan", "cycles", {}, {"focal_points": MARK}),
    ("review_plan", "cycles", {}, {"lessons_of_last_year": MARK}),
    ("review_plan", "suggestion_letters", {}, {"number": MARK}),
    ("review_plan", "suggestion_points", {}, {"text": MARK}),
    ("review_plan", "milestones", {"code": "send"}, {"due_on": dt.date(2026, 12, 29)}),
    ("review_plan", "milestones", {"code": "send"}, {"done_by": MARK}),
    ("review_plan", "conferences", {"body": "cell"}, {"counting_team": MARK}),
    ("remediation_plan", "remediation_items", {}, {"text": MARK}),
    ("remediation_plan", "remediation_items", {}, {"measure": MARK}),
    ("remediation_plan", "remediation_items", {}, {"owner": MARK}),
    ("remediation_plan", "remediation_items", {}, {"checker": MARK}),
    ("remediation_plan", "remediation_items", {}, {"due_on": dt.date(2027, 3, 3)}),
    ("remediation_plan", "remediation_items", {}, {"result": MARK}),
    ("remediation_plan", "remediation_items", {"state": "done"}, {"signed_off_by": MARK}),
    ("remediation_plan", "remediation_steps", {}, {"text": MARK}),
    ("remediation_plan", "remediation_steps", {}, {"done_on": dt.date(2027, 1, 5)}),
    ("remediation_plan", "inspections", {}, {"conclusion": MARK}),
    ("remediation_plan", "inspections", {}, {"number": MARK}),
]


@pytest.mark.parametrize(
    ("code", "name", "found", "facts"), FED, ids=lambda one: one if isinstance(one, str) else ""
)
def test_each_field_comes_from_its_record(
    code: str, name: str, found: dict[str, Any], facts: dict[str, Any]
) -> None:
    year = whole_year(2026)
    after = text(code, changed(year, name, place(year, name, **found), **facts))

    assert after != text(code, year)
    assert MARK in after or MARK not in facts.values()


def test_the_sheet_of_the_cell_says_points_reasons_and_what_was_found_above() -> None:
    year = whole_year(2026)
    own = place(year, "score_sheets", target=CELL, scored_by=ScoredBy.SELF)
    line = place(year, "score_items", sheet=year.score_sheets[own].uid)
    assert MARK in text("cell_scores", changed(year, "score_items", line, reason=MARK))
    assert "\n3,7\n" in text("cell_scores", changed(year, "score_items", line, points=3.7))

    above = year.score_sheets[own].model_copy(update={"uid": "9" * 32, "scored_by": ScoredBy.UPPER_COMMITTEE})
    item = year.score_items[line].model_copy(update={"uid": "8" * 32, "sheet": above.uid, "points": 2.6})
    looked = replace(year, score_sheets=(*year.score_sheets, above), score_items=(*year.score_items, item))
    assert "\n2,6\n" in text("cell_scores", looked)

    (table, cases, boxes) = [one for one in document("cell_scores", year).blocks if isinstance(one, Table)]
    assert len(table.widths_mm) == 6
    assert {plain(row[3].paragraphs[0]) for row in cases.rows[1:]} <= {"X", ""}
    assert [plain(cell.paragraphs[0]) for cell in boxes.rows[1]] == ["", "X", "", ""]


def test_rules_that_grade_ask_for_grades() -> None:
    lines = text_writer.lines(
        papers.build("cell_scores", ReviewYear(2023, whole_year(2026).cell, (), ()), Subject())
    )

    assert "Cấp độ tự đánh giá" in lines
    assert "Điểm chuẩn" not in lines


@pytest.mark.parametrize("of", [2017, 2026])
def test_every_paper_of_the_results_says_the_same_numbers(of: int) -> None:
    year = whole_year(of)
    told = {code: text(code, year) for code in ("level_summary", "rating_submission", "result_report")}
    results = results_of(review_of(year, DAY.replace(year=of)).outlook)
    sentences = {line for one in told.values() for line in one.split("\n") if line.startswith("Tổng số")}

    assert len(sentences) == 1
    assert results.total == len(results.rated) + len(results.exempt) + len(results.not_yet)
    assert sum(len(results.at(one.code)) for one in results.ruleset.member_levels) == len(results.rated)
    tables = [
        [
            [plain(cell.paragraphs[0]) for cell in row]
            for block in document(code, year).blocks
            if isinstance(block, Table) and "Mức chất lượng" in plain(block.rows[0][0].paragraphs[0])
            for row in block.rows
        ]
        for code in told
    ]
    assert tables[0] == tables[1] == tables[2]
    assert sum(int(row[1]) for row in tables[0][1:]) == len(results.rated)
    listed = next(one for one in document("not_rated_list", year).blocks if isinstance(one, Table))
    names = [plain(row[1].paragraphs[0]) for row in listed.rows[1:] if len(row) > 1]
    assert len(names) == len(results.exempt) + len(results.not_yet)


def test_who_left_before_the_list_was_fixed_or_is_a_guest_is_not_counted() -> None:
    year = whole_year(2026)
    before = results_of(review_of(year, DAY).outlook).total
    exempt = place(year, "standings", kind="exempt")
    for kind, counted in (("transferred_out", 1), ("temporary_here", 1), ("exempt", 0)):
        year = changed(year, "standings", exempt, kind=kind)
        assert results_of(review_of(year, DAY).outlook).total == before - counted


def test_health_discipline_phone_and_notes_stay_off_every_paper() -> None:
    year, uid = disposed(
        whole_year(2017),
        review=ReviewDisposition.LATER,
        rating=RatingDisposition.NOT_YET,
        reason="discipline_pending",
        reason_note=MARK,
    )
    other = place(year, "population", rating=RatingDisposition.YES, is_leader=False)
    year = changed(year, "population", other, rating=RatingDisposition.NOT_YET, reason="illness")
    member = place(year, "members", uid=uid)
    year = changed(year, "members", member, phone="0909 777 777", note=MARK)
    for name in ("attendance", "milestones", "ballots", "score_sheets", "guests"):
        private = {"attendance": "reason", "guests": "guidance"}.get(name, "note")
        year = changed(year, name, 0, **{private: MARK})

    for code in OF_RESULTS:
        told = text(code, year)
        assert MARK not in told, code
        assert "0909" not in told, code
        assert "kỷ luật, chưa" not in told, code
        assert "xem xét kỷ luật" not in told, code
        assert "Ốm đau" not in told, code
    assert "Lý do khác (đã báo cáo cấp ủy)" in text("not_rated_list", year)
    assert "Lý do sức khỏe" in text("not_rated_list", year)


def test_an_objection_is_told_without_its_words() -> None:
    year = whole_year(2026)
    uid = year.population[0].member_uid
    objection = a_filled(
        Objection,
        year=2026,
        target=uid,
        text=MARK,
        received_on=dt.date(2026, 12, 10),
        outcome="Giữ nguyên mức.",
    )
    told = text("result_report", replace(year, objections=(objection,)))

    assert "nhận ngày 10/12/2026" in told
    assert "kết quả: Giữ nguyên mức." in told
    assert MARK not in told


def test_a_passed_ceiling_is_said_and_blocks_nothing() -> None:
    year = whole_year(2026)
    assert "vượt tỷ lệ" not in text("rating_submission", year)
    for at, one in enumerate(year.proposed_levels):
        if one.target != CELL and at % 2:
            year = changed(year, "proposed_levels", at, level="excellent")
    for code in ("level_summary", "rating_submission", "result_report"):
        assert "vượt tỷ lệ 20% theo quy định" in text(code, year), code


def test_a_cell_with_the_authority_decides_on_its_members() -> None:
    year = whole_year(2026)
    base = changed(year, "cycles", cell_kind=CellKind.BASE)

    assert "Mức chi bộ đề nghị" in text("level_summary", year)
    assert "Mức chi bộ quyết định" in text("level_summary", base)
    assert "xem xét, công nhận kết quả" in text("rating_submission", year)
    assert "do chi bộ quyết định theo thẩm quyền" in text("rating_submission", base)


def test_who_is_not_rated_stands_apart_from_the_exempt_to_2017() -> None:
    assert "Miễn đánh giá" in text("not_rated_list", whole_year(2017))
    assert "Chưa đánh giá, xếp loại" in text("not_rated_list", whole_year(2026))
    assert "Miễn đánh giá\n" not in text("not_rated_list", whole_year(2026))


def test_posts_are_those_of_the_day_of_the_paper() -> None:
    year = whole_year(2026)
    at = place(year, "posts", kind="cell_secretary")
    ended = changed(year, "posts", at, ended_on="2026-12-10")

    def told(day: dt.date) -> list[str]:
        own = paper(day, kind="level_summary", number=None, type_code="")
        return text_writer.lines(papers.build("level_summary", ended, Subject(own)))

    assert "Bí thư" in told(dt.date(2026, 12, 9))
    assert "Bí thư" not in told(dt.date(2026, 12, 20))


def test_the_collective_comes_first_and_what_is_late_says_so() -> None:
    year = whole_year(2026)
    at = place(year, "remediation_items", target=COLLECTIVE, state=RemediationState.NOT_STARTED)
    late = changed(year, "remediation_items", at, due_on=dt.date(2026, 12, 1))
    table = next(one for one in document("remediation_plan", late).blocks if isinstance(one, Table))
    bands = [plain(row[0].paragraphs[0]) for row in table.rows if len(row) == 1]

    assert bands == ["Tập thể chi ủy", "Đồng chí Bùi Hữu Quế"]
    assert "Quá hạn" in text("remediation_plan", late)
    assert "Quá hạn" not in text("remediation_plan", year)


def test_rewards_name_the_cell_too() -> None:
    year = whole_year(2026)
    reward = a_filled(RewardProposal, year=2026, target=CELL, form="Giấy khen", reason="")

    assert f"- {year.cell.name}: Giấy khen." in text(
        "rating_submission", replace(year, reward_proposals=(reward,))
    )


def test_the_sums_below_the_list_are_the_crosses_in_it() -> None:
    own = document("not_rated_list", whole_year(2026))
    table = next(one for one in own.blocks if isinstance(one, Table))
    crosses = [sum(plain(row[at].paragraphs[0]) == "X" for row in table.rows[1:]) for at in (3, 4)]

    assert crosses == [2, 2]
    said = "trong đó: chưa kiểm điểm 02; chưa đánh giá, xếp loại 02, gồm được miễn 02, chưa có kết quả 0."
    assert said in text("not_rated_list", whole_year(2026))


def test_what_an_inspection_concluded_stands_before_what_is_done_about_it() -> None:
    told = text("remediation_plan", whole_year(2026))
    without = text("remediation_plan", replace(whole_year(2026), inspections=()))

    assert told.index("- Kết luận kiểm tra số") < told.index("và kết luận kiểm tra, Chi bộ thôn Mẫu xây dựng")
    assert "và kết luận kiểm tra" not in without


def test_a_record_printed_as_a_sentence_ends_as_one() -> None:
    year = whole_year(2026)
    year = changed(year, "earlier_shortcomings", 0, target=COLLECTIVE, result="làm được một phần")
    year = changed(year, "commitment_items", 0, content="Việc mẫu bảy", result="xong tháng tám")
    reports = text("collective_report", year)
    own = "\n".join(
        line
        for place in range(len(year.members) - 2)
        for line in text_writer.lines(
            papers.build("self_review", year, subject_of("self_review", DAY, year, place))
        )
    )

    assert "làm được một phần." in reports
    assert "xong tháng tám." in own
