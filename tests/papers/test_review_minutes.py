"""Minutes of the review conference: each field comes from one record, and what must never print does not."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from app import papers
from app.domain.ballots import BallotSubject
from app.domain.conferences import (
    ConferenceBody,
    ConferenceState,
    DefectTag,
    Opinion,
    OpinionKind,
    Presence,
    Reservation,
    ReviewTurn,
    TurnState,
)
from app.domain.shortcomings import Origin, ShortcomingDegree
from app.domain.targets import COLLECTIVE
from app.papers import Subject
from app.papers.writers import text_writer
from tests.builders import a_post
from tests.papers.meetings import (
    DAY,
    MARK,
    Wanted,
    belongs,
    built,
    changed,
    main_conference,
    minutes,
    of_body,
    whole,
    with_record,
)
from tests.papers.samples import paper, review_year


def own_sitting(row: Any) -> bool:
    return bool(row.position == 1)


def of_first_sitting(row: Any) -> bool:
    year = whole()
    first = [one.uid for one in year.sittings if belongs(year, one) and one.position == 1]
    return bool(row.sitting == first[0])


def is_away(row: Any) -> bool:
    return of_first_sitting(row) and row.presence is Presence.EXCUSED


def is_here(row: Any) -> bool:
    return of_first_sitting(row) and row.presence is Presence.PRESENT


def of_collective(row: Any) -> bool:
    return bool(row.target == COLLECTIVE)


def of_member(row: Any) -> bool:
    return bool(row.target != COLLECTIVE)


def concluded(row: Any) -> bool:
    return bool(row.conference != "" and row.counts)


def anyone(row: Any) -> bool:
    del row
    return True


LATE = {"presence": Presence.LATE, "arrived_at": "08:11"}
FED: list[tuple[str, Wanted, dict[str, Any], str]] = [
    ("conferences", anyone, {"general_note": MARK}, MARK),
    ("conferences", anyone, {"general_conclusion": MARK}, MARK),
    ("conferences", anyone, {"order_reason": MARK}, MARK),
    ("conferences", anyone, {"counting_team": MARK}, f"{MARK} (tổ trưởng)"),
    ("conferences", anyone, {"read_back": False}, "Đọc lại và thông qua biên bản trước hội nghị:"),
    ("conferences", anyone, {"round_number": 2}, "hội nghị chi bộ kiểm điểm lại"),
    ("sittings", own_sitting, {"place": MARK}, f"tại {MARK}."),
    ("sittings", own_sitting, {"started_at": "06:17"}, "từ 06 giờ 17 phút đến"),
    ("sittings", own_sitting, {"ended_at": "12:41"}, "đến 12 giờ 41 phút"),
    ("sittings", own_sitting, {"held_on": dt.date(2017, 12, 1)}, "ngày 01 tháng 12 năm 2017"),
    ("sittings", lambda row: row.position == 2, {"ended_at": "18:43"}, "kết thúc lúc 18 giờ 43 phút"),
    ("attendance", is_away, {"reason": MARK}, f"Hoàng Quang Vải ({MARK})"),
    ("attendance", is_away, {"presence": Presence.UNEXCUSED}, "Vắng mặt không có lý do 01: Hoàng Quang Vải"),
    ("attendance", is_here, LATE, "(đến lúc 08 giờ 11 phút)"),
    ("attendance", is_here, {"presence": Presence.UNKNOWN}, "Chưa điểm danh 01:"),
    ("guests", anyone, {"name": MARK}, f"Đại diện cấp ủy cấp trên: {MARK}"),
    ("guests", anyone, {"post": MARK}, MARK),
    ("guests", anyone, {"duty": MARK}, f"(nhiệm vụ: {MARK})"),
    ("guests", anyone, {"guidance": MARK}, f"Ủy viên Ban Thường vụ Đảng ủy xã Mẫu: {MARK}"),
    ("guests", anyone, {"from_upper_committee": False}, "Khách mời: Lê Văn Bịa"),
    ("review_turns", of_collective, {"answer": MARK}, f"Tiếp thu, giải trình: {MARK}"),
    ("review_turns", of_collective, {"role_and_responsibility": MARK}, f"Về vai trò, trách nhiệm: {MARK}"),
    ("review_turns", of_member, {"answer": MARK}, f"Tiếp thu, giải trình: {MARK}"),
    ("review_turns", of_member, {"conclusion": MARK}, f"Kết luận của chủ trì hội nghị: {MARK}"),
    ("review_turns", of_member, {"role_and_responsibility": MARK}, f"Về vai trò, trách nhiệm: {MARK}"),
    ("opinions", of_collective, {"text": MARK}, MARK),
    ("opinions", of_member, {"text": MARK}, f"): {MARK}"),
    ("opinions", of_member, {"text": MARK, "in_writing": True}, f"góp ý bằng văn bản): {MARK}"),
    ("opinions", of_member, {"text": MARK, "kind": OpinionKind.QUESTION}, f"(yêu cầu làm rõ): {MARK}"),
    ("suggestion_conclusions", anyone, {"text": MARK}, f"nội dung gợi ý: {MARK}"),
    ("suggestion_points", anyone, {"text": MARK}, MARK),
    ("explanations", anyone, {"cause": MARK}, f"Nguyên nhân: {MARK}"),
    ("shortcomings", concluded, {"text": MARK}, f"Hạn chế: {MARK}."),
    ("shortcomings", concluded, {"sign": MARK}, f"Biểu hiện: {MARK}."),
    ("shortcomings", concluded, {"cause": MARK}, f"Nguyên nhân chủ quan: {MARK}."),
    ("shortcomings", concluded, {"outer_cause": MARK}, f"Nguyên nhân khách quan: {MARK}."),
    ("shortcomings", concluded, {"responsibility": MARK}, f"Trách nhiệm: {MARK}."),
    ("shortcomings", concluded, {"text": MARK, "degree": ShortcomingDegree.WEAKNESS}, f"Yếu kém: {MARK}."),
    ("ballots", anyone, {"issued": 21}, "Số phiếu phát ra: 21"),
    ("ballots", anyone, {"returned": 22}, "thu về: 22"),
    ("ballots", anyone, {"valid": 23}, "hợp lệ: 23"),
    ("ballots", anyone, {"invalid": 24}, "không hợp lệ: 24"),
    ("ballots", anyone, {"official_present": 25}, "có mặt: 25"),
    (
        "ballots",
        anyone,
        {"convened": 26, "deducted": 3},
        "tính trên 23 đảng viên chính thức được triệu tập (đã trừ 03)",
    ),
    ("ballots", anyone, {"conclusion": MARK}, MARK),
    ("ballots", anyone, {"is_secret": False}, "biểu quyết công khai"),
    ("ballots", anyone, {"repeats": "1" * 32}, "Hội nghị biểu quyết lại phân loại"),
    ("proposed_levels", of_member, {"level": "excellent"}, "hoàn thành xuất sắc nhiệm vụ: 01 đồng chí"),
]


@pytest.mark.parametrize(
    ("kind", "wanted", "facts", "said"), FED, ids=lambda one: one if isinstance(one, str) else ""
)
def test_what_is_recorded_is_what_is_printed(
    kind: str, wanted: Wanted, facts: dict[str, Any], said: str
) -> None:
    before, after = minutes(whole()), minutes(changed(whole(), kind, facts, wanted))

    assert said not in before, "the test would not see a change"
    assert said in after


@pytest.mark.parametrize("field", ["chair", "chair_for_secretary", "recorder"])
def test_who_leads_and_writes_is_named_with_the_post_of_the_day(field: str) -> None:
    year = whole()
    conference = main_conference(year)
    plain = next(one for one in year.members if one.full_name == "Trần Thị Quế")
    assert plain.uid != getattr(conference, field)
    labels = {
        "chair": "Chủ trì hội nghị: đồng chí Trần Thị Quế",
        "chair_for_secretary": "Chủ trì phần kiểm điểm đồng chí bí thư: đồng chí Trần Thị Quế",
        "recorder": "Người ghi biên bản (thư ký hội nghị): đồng chí Trần Thị Quế",
    }
    said = minutes(changed(year, "conferences", {field: plain.uid}, lambda one: one.uid == conference.uid))

    assert labels[field] in said.split("\n")


def test_a_post_is_the_one_held_on_the_date_of_the_paper() -> None:
    year = whole()
    plain = next(one for one in year.members if one.full_name == "Trần Thị Quế")
    later = a_post(plain, "committee_member", started_on="2018-01-01")
    year = changed(
        replace(year, posts=(*year.posts, later)),
        "conferences",
        {"recorder": plain.uid},
    )
    about = main_conference(year).uid

    def said(day: dt.date) -> list[str]:
        own = paper(day, kind="review_minutes", about=about, year=2017)
        return text_writer.lines(papers.build("review_minutes", year, Subject(own)))

    label = "Người ghi biên bản (thư ký hội nghị): đồng chí Trần Thị Quế"
    assert label in said(dt.date(2017, 12, 9))
    assert f"{label}, Chi ủy viên" in said(dt.date(2018, 1, 9))


NEVER: list[tuple[str, Wanted, dict[str, Any]]] = [
    ("review_turns", of_member, {"minutes_spent": 777}),
    ("review_turns", of_member, {"started_at": "05:13", "ended_at": "05:59"}),
    ("review_turns", of_member, {"bases_shown": False}),
    ("opinions", of_member, {"said_at": "05:13"}),
    ("shortcomings", lambda row: row.origin is Origin.SELF_ADMITTED, {"text": MARK}),
]


@pytest.mark.parametrize(("kind", "wanted", "facts"), NEVER)
def test_what_never_prints_changes_nothing(kind: str, wanted: Wanted, facts: dict[str, Any]) -> None:
    about = main_conference(whole()).uid

    assert built("review_minutes", changed(whole(), kind, facts, wanted), about) == built(
        "review_minutes", whole(), about
    )


def test_an_opinion_that_was_taken_back_is_nowhere() -> None:
    year = whole()
    speaker = year.members[0].uid
    for target in (COLLECTIVE, main_conference(year).chair):
        facts = {"speaker": speaker, "target": target, "kind": OpinionKind.SHORTCOMING, "text": MARK}
        assert MARK in minutes(with_record(year, "opinions", Opinion, facts))
        assert MARK not in minutes(with_record(year, "opinions", Opinion, {**facts, "withdrawn": True}))


def test_a_defect_of_the_meeting_is_nowhere() -> None:
    year = with_record(whole(), "defect_tags", DefectTag, {"tag": "formal", "note": MARK})

    assert minutes(year) == minutes(whole())


def test_a_withdrawn_conclusion_is_gone() -> None:
    gone = {"withdrawn_on": dt.date(2017, 12, 20), "withdrawn_reason": MARK, "text": MARK}

    assert MARK not in minutes(changed(whole(), "shortcomings", gone, concluded))


def test_a_reserved_opinion_stands_by_name() -> None:
    year = whole()
    member = year.members[0]
    year = with_record(year, "reservations", Reservation, {"member_uid": member.uid, "text": MARK})

    assert f"- đồng chí {member.full_name}: {MARK}" in minutes(year)
    assert "Ý kiến bảo lưu" not in minutes(whole())


def test_who_is_put_off_stands_with_the_reason() -> None:
    year = whole()
    away = next(one for one in year.members if one.full_name == "Hoàng Quang Vải")
    said = "- Đồng chí Hoàng Quang Vải. Lý do: vắng mặt có lý do (Đi chữa bệnh, có báo cáo chi ủy)."
    assert said in minutes(year)
    turn = {"target": away.uid, "position": 9, "state": TurnState.POSTPONED, "answer": MARK}
    put_off = with_record(year, "review_turns", ReviewTurn, turn)

    assert minutes(put_off).count("Lý do: vắng mặt có lý do") == 1
    assert MARK not in minutes(put_off)
    assert "Kiểm điểm đồng chí Hoàng Quang Vải" not in minutes(put_off)


def test_who_was_put_off_for_unexplained_points_stands_with_that() -> None:
    year = changed(whole(), "review_turns", {"state": TurnState.POSTPONED}, lambda one: one.position == 2)
    year = replace(year, explanations=())

    assert "Đồng chí Hoàng Văn Cúc. Lý do: hoãn kiểm điểm do chưa giải trình xong nội dung gợi ý." in minutes(
        year
    )


def test_the_one_put_off_is_not_awaited_by_the_later_conference() -> None:
    year = whole()
    later = next(one for one in year.conferences if one.uid != main_conference(year).uid)
    lines = text_writer.lines(built("review_minutes", year, later.uid))

    assert "Chưa kiểm điểm tại hội nghị này, kiểm điểm sau:" not in lines
    assert "I. Kiểm điểm cá nhân" in lines
    assert "II. Biểu quyết" in lines
    assert not [line for line in lines if line.startswith("Chủ trì phần kiểm điểm đồng chí bí thư")]


def test_the_title_says_which_body_met() -> None:
    of_committee = minutes(of_body(whole(), ConferenceBody.CELL_COMMITTEE))
    of_group = minutes(of_body(whole(), ConferenceBody.PARTY_GROUP, party_group="Tổ đảng số Một"))

    assert "hội nghị chi ủy kiểm điểm tập thể, cá nhân năm 2017" in of_committee
    title = "hội nghị Tổ đảng số Một kiểm điểm, đánh giá, phân loại chất lượng đảng viên năm 2017"
    assert title in " ".join(of_group.split("\n"))
    assert "I. Kiểm điểm cá nhân" in of_group
    assert "I. Kiểm điểm tập thể" in of_committee


def test_sittings_are_told_apart_where_others_came() -> None:
    year = whole()
    second = next(one for one in year.sittings if belongs(year, one) and one.position == 2)

    def came_late(row: Any) -> bool:
        return bool(row.sitting == second.uid) and row.presence is Presence.EXCUSED

    said = minutes(changed(year, "attendance", {"presence": Presence.PRESENT}, came_late)).split("\n")

    assert said.count("- Có mặt: 05 đảng viên (chính thức 04, dự bị 01).") == 1
    assert said.count("- Có mặt: 06 đảng viên (chính thức 05, dự bị 01).") == 1


def test_the_vote_refers_to_its_tally_minutes_by_number() -> None:
    year = whole()
    ballot = next(one for one in year.ballots if belongs(year, one) and one.subject is BallotSubject.MEMBERS)
    own = paper(
        DAY, kind="member_tally", about=ballot.uid, number=7, type_code="BB", issued_at="2017-12-09T00:00:00Z"
    )
    year = replace(year, papers=(own,))

    assert "theo Biên bản kiểm phiếu số 07-BB/CB, ngày 09/12/2017." in minutes(year)
    assert "theo Biên bản kiểm phiếu kèm theo." in minutes(whole())


def test_a_blank_form_has_each_section() -> None:
    lines = text_writer.lines(papers.build("review_minutes", review_year(2017, 0), Subject()))

    for heading in ("I. Kiểm điểm tập thể", "II. Kiểm điểm cá nhân", "III. Biểu quyết", "V. Kết luận chung"):
        assert heading in lines
    assert "NGƯỜI GHI BIÊN BẢN" in lines
    assert not [line for line in lines if "đọc lại trước hội nghị và được" in line]


def test_a_conference_that_is_over_leaves_no_line_for_what_it_did_not_conclude() -> None:
    year = replace(whole(), suggestion_conclusions=())
    own = main_conference(year).uid
    still = changed(year, "conferences", {"state": ConferenceState.OPEN}, lambda row: row.uid == own)

    assert "Kết luận của hội nghị về nội dung gợi ý:" not in minutes(year)
    assert "Kết luận của hội nghị về nội dung gợi ý:" in minutes(still)
