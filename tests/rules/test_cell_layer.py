"""The cell's own layer: what it may set, how far, and that it never weakens what a document fixes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.common.messages import problem_sentence
from app.rules import ruleset_files, ruleset_pages
from app.rules.cell_layer import problems, settings
from app.rules.own_values import OwnValue, laid
from app.rules.ruleset import Mark, RuleSet, from_snapshot, kept_in

SHIPPED = ruleset_files.shipped()
LETTER = "31-HD/ĐU"


def own(key: str, value: str, text: str = "", document: str = LETTER) -> OwnValue:
    return OwnValue(key=key, value=value, text=text, document=document)


def told(ruleset: str, *lines: OwnValue) -> list[tuple[str, str]]:
    return [(one.field, one.code) for one in problems(SHIPPED[ruleset], lines)]


def with_own(ruleset: str, *lines: OwnValue) -> RuleSet:
    assert told(ruleset, *lines) == []
    return from_snapshot(SHIPPED[ruleset].model_copy(update={"own": lines}).snapshot)


@pytest.mark.parametrize(
    ("ruleset", "key", "value", "code"),
    [
        ("qd366", "deadlines/send/day", "12-20", ""),
        ("qd366", "deadlines/send/day", "12-31", ""),
        ("qd366", "deadlines/send/day", "next 01-05", "own.too_late"),
        ("qd366", "deadlines/special_units/day", "next 01-15", ""),
        ("qd366", "deadlines/special_units/day", "next 01-16", "own.too_late"),
        ("cv3993", "deadlines/send/day", "next 01-05", ""),
        ("qd366", "deadlines/writing/day", "02-30", "own.not_a_day"),
        ("qd366", "deadlines/writing/day", "20/11", "own.not_a_day"),
        ("qd366", "caps/excellent/percent", "15", ""),
        ("qd366", "caps/excellent/percent", "25", ""),
        ("qd366", "caps/excellent/percent", "26", "own.too_large"),
        ("qd124", "caps/excellent/percent", "21", "own.too_large"),
        ("hd27", "caps/excellent/percent", "20", ""),
        ("hd27", "caps/excellent/percent", "-5", "own.not_a_number"),
        ("qd366", "time/least_minutes", "479", "own.too_small"),
        ("qd366", "time/least_minutes", "600", ""),
        ("qd366", "time/draft_lead_days", "2", "own.too_small"),
        ("cv3993", "time/least_minutes", "120", ""),
        ("qd366", "ballots/members/threshold_percent", "50.5", ""),
        ("qd366", "ballots/members/threshold_percent", "40", "own.too_small"),
        ("qd366", "ballots/members/secrecy", "yes", ""),
        ("qd366", "ballots/members/secrecy", "either", "own.not_a_choice"),
        ("hd27", "level_rules/good_points/score_min", "75", ""),
        ("hd27", "level_rules/weak_points/score_below", "40", ""),
        ("qd366", "level_rules/member_good/score_min", "60", "own.not_allowed"),
        ("qd366", "score_frames/outside/common/max_points", "40", "own.not_allowed"),
        ("hd27", "score_frames/cell_scores/ideology/max_points", "25", ""),
        ("qd124", "score_frames/member/results/max_points", "70", "own.not_allowed"),
        ("hd27", "dossier/commitments/required", "yes", ""),
        ("hd27", "dossier/commitments/required", "no", "own.not_a_choice"),
        ("qd366", "disqualifiers/half_not_done/waivable", "yes", "own.not_allowed"),
        ("qd366", "member_levels/good/rank", "4", "own.not_allowed"),
    ],
)
def test_a_value_may_be_stricter_never_milder_than_what_is_fixed(
    ruleset: str, key: str, value: str, code: str
) -> None:
    if key == "level_rules/weak_points/score_below":
        code = "own.not_allowed"  # verified and locked
    part = "key" if code == "own.not_allowed" else "value"
    assert told(ruleset, own(key, value)) == ([(f"1.{part}", code)] if code else [])


def test_line_and_reason_are_told_and_nothing_else_is_looked_at_until_then() -> None:
    lines = (
        own("caps/excellent/percent", "15"),
        own("caps/excellent/percent", "10"),
        own("time/least_minutes", "600", document=" "),
    )

    assert told("qd366", *lines) == [("2.key", "own.twice"), ("3.document", "own.no_letter")]


FRAME = "score_frames/outside/common"
FOUR = {"c1.1": "8", "c1.2": "8", "c1.3": "8", "c2": "6"}


def scored(**changed: str) -> list[OwnValue]:
    points = {**FOUR, **{key.replace("_", "."): value for key, value in changed.items()}}
    return [own(f"{FRAME}/{code}/max_points", value) for code, value in points.items()]


def test_own_points_fill_the_frame_of_the_centre_exactly() -> None:
    codes = [item.code for item in SHIPPED["qd366"].score_frames[3].groups[0].items]
    if codes != list(FOUR):
        pytest.fail(f"the sample does not fit the frame any more: {codes}")

    assert told("qd366", *scored()) == []
    assert told("qd366", *scored(c2="7")) == [("4.value", "own.sum")]
    assert told("qd366", *scored(c2="5")) == [("4.value", "own.sum")]
    assert told("qd366", *scored()[:2]) == []


def test_numbers_in_what_is_wrong_are_written_with_a_comma() -> None:
    (problem,) = problems(SHIPPED["qd366"], scored(c2="6.5"))

    assert problem_sentence(problem) == "Cộng điểm các tiêu chí của nhóm là 30,5; nhóm có 30 điểm."


def test_a_criterion_of_ones_own_is_added_with_its_words_inside_the_frame() -> None:
    extra = own(f"{FRAME}/own1/max_points", "2", "Tham gia phong trào của khu phố mẫu")
    lines = (*scored(c2="4"), extra)

    group = with_own("qd366", *lines).score_frames[3].groups[0]

    assert [(one.code, one.max_points) for one in group.items][-2:] == [("c2", 4), ("own1", 2)]
    assert told("qd366", *scored(), extra) == [("5.value", "own.sum")]
    assert told("qd366", own(f"{FRAME}/own1/max_points", "2")) == [("1.key", "own.not_allowed")]
    assert told("qd366", own("score_frames/outside/lạ/own1/max_points", "2", "Mẫu")) == [
        ("1.key", "own.not_allowed")
    ]


def test_bands_are_not_turned_round() -> None:
    assert told("hd27", own("level_rules/good_points/score_min", "95")) == [("1.value", "own.band_turned")]


def test_the_rules_of_the_year_have_the_own_values_with_the_letter_as_their_source() -> None:
    lines = (
        own("deadlines/send/day", "12-20"),
        own("caps/excellent/percent", "15.5"),
        own("time/least_minutes", "600"),
        own("ballots/members/secrecy", "yes"),
    )

    year = with_own("qd366", *lines)

    send = next(one for one in year.deadlines if one.code == "send")
    assert (send.month, send.day, send.next_year) == (12, 20, False)
    assert (send.source.document, send.source.mark) == (LETTER, Mark.UNVERIFIED)
    assert (year.caps[0].percent, year.caps[0].exception_percent) == (15.5, 25)
    assert year.time.least_minutes == 600
    assert year.time.source == SHIPPED["qd366"].time.source
    assert year.ballots[0].secrecy == "yes"
    assert year.own == lines


def test_the_page_shows_own_values_as_such() -> None:
    pages = ruleset_pages.page(with_own("qd366", own("deadlines/send/day", "12-20")))
    (line,) = [one for block in pages for one in block.lines if one.state == ruleset_pages.OWN]

    assert line.words == "Hoàn thành kiểm điểm, đánh giá, xếp loại: hạn 20/12"
    assert (line.source, line.mark) == (LETTER, "chi bộ ghi theo văn bản cấp trên")


def test_the_page_says_what_may_be_set_and_how_far_also_where_it_was_set() -> None:
    base = SHIPPED["qd366"]
    for rules in (base, with_own("qd366", own("deadlines/send/day", "12-20"))):
        blocks = {one.title: one for one in ruleset_pages.page(rules, base)}
        said = [line.words for line in blocks["Chi bộ được đặt giá trị riêng"].lines]

        assert "Hạn “Hoàn thành kiểm điểm, đánh giá, xếp loại”: không muộn hơn ngày 31/12" in said
        assert "Hạn “Đơn vị đặc thù hoàn thành”: không muộn hơn ngày 15/01 năm sau" in said
        assert "Tỷ lệ đảng viên Hoàn thành xuất sắc nhiệm vụ (%): không quá 25" in said
        assert "Thời gian kiểm điểm tối thiểu (phút): ít nhất 480" in said
        assert "Hạn “Nhận văn bản gợi ý”: văn bản không ấn định" in said
        assert "mọi điều khác giữ nguyên" in said[0]


@pytest.mark.parametrize("ruleset", SHIPPED.values(), ids=SHIPPED.keys())
def test_taking_own_values_away_gives_the_rules_back(ruleset: RuleSet) -> None:
    offered = settings(ruleset)
    assert len({one.key for one in offered}) == len(offered) > 0
    lines = tuple(own(one.key, one.value) for one in offered if one.value)

    assert problems(ruleset, lines) == []
    kept = kept_in(ruleset.model_copy(update={"own": lines}).snapshot)
    assert kept.model_copy(update={"own": ()}) == ruleset
    assert from_snapshot(from_snapshot(kept.snapshot).snapshot) == from_snapshot(kept.snapshot)


@given(st.sampled_from(sorted(SHIPPED)), st.data())
def test_whatever_is_accepted_leaves_every_fixed_value_as_strict(name: str, data: st.DataObject) -> None:
    ruleset = SHIPPED[name]
    setting = data.draw(st.sampled_from(settings(ruleset)))
    value = data.draw(st.sampled_from(["1", "19", "20", "25", "100", "500", "12-01", "next 01-20", "yes"]))
    line = own(setting.key, value)
    if problems(ruleset, [line]):
        return

    after = RuleSet.model_validate(laid({**ruleset.model_dump(mode="json"), "own": [line.model_dump()]}))

    for old, new in zip(ruleset.caps, after.caps, strict=True):
        if old.source.mark is Mark.VERIFIED and old.percent is not None:
            assert new.percent is not None
            assert new.percent <= (old.exception_percent or old.percent)
    for before, later in zip(ruleset.deadlines, after.deadlines, strict=True):
        if before.source.mark is Mark.VERIFIED:
            assert (later.next_year, later.month, later.day) <= (before.next_year, before.month, before.day)
    assert (after.time.draft_lead_days or 0) >= (ruleset.time.draft_lead_days or 0)
    assert (after.time.least_minutes or 0) >= (ruleset.time.least_minutes or 0)
    assert after.disqualifiers == ruleset.disqualifiers
    assert after.member_levels == ruleset.member_levels
