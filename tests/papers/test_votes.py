"""Papers of a vote and the blank set: each number from one record, nobody on a ballot who is not voted on."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from app import papers
from app.domain.ballots import Ballot, BallotSubject
from app.domain.conferences import ReviewTurn, TurnState
from app.papers import Subject
from app.papers.content import Document, Table, plain
from app.papers.writers import text_writer
from app.year.review_year import ReviewYear
from tests.papers.meetings import MARK, belongs, built, changed, main_conference, text, whole, with_record
from tests.papers.samples import paper

AWAY = "Hoàng Quang Vải"
MAIN = dt.date(2017, 12, 4)
BASE = 5
OPEN = "Chưa có mức nào đạt quá nửa"


def ballot(year: ReviewYear, subject: BallotSubject) -> Ballot:
    return next(one for one in year.ballots if belongs(year, one) and one.subject is subject)


def said(year: ReviewYear, subject: BallotSubject) -> str:
    kind = "member_tally" if subject is BallotSubject.MEMBERS else "cell_tally"
    return text(kind, year, ballot(whole(), subject).uid)


FED: list[tuple[str, dict[str, Any], str]] = [
    ("ballots", {"held_at": "06:17"}, "bắt đầu lúc 06 giờ 17 phút"),
    ("ballots", {"held_on": dt.date(2017, 12, 3)}, "ngày 03 tháng 12 năm 2017"),
    ("ballots", {"is_secret": False}, "Hình thức biểu quyết: phiếu ghi công khai."),
    ("ballots", {"repeats": "1" * 32}, "Đây là lần biểu quyết lại."),
    ("ballots", {"convened": 21}, "Đảng viên chính thức được triệu tập: 21"),
    ("ballots", {"convened": 26, "deducted": 3}, "tính trên 23 đảng viên chính thức"),
    ("ballots", {"official_present": 22}, "Đảng viên chính thức có mặt: 22"),
    ("ballots", {"issued": 23}, "Số phiếu phát ra: 23"),
    ("ballots", {"returned": 24}, "Số phiếu thu về: 24"),
    ("ballots", {"valid": 25}, "Số phiếu hợp lệ: 25"),
    ("ballots", {"invalid": 26}, "Số phiếu không hợp lệ: 26"),
    ("ballots", {"conclusion": MARK}, MARK),
]


@pytest.mark.parametrize("subject", list(BallotSubject))
@pytest.mark.parametrize(("kind", "facts", "printed"), FED)
def test_a_tally_prints_what_was_counted(
    kind: str, facts: dict[str, Any], printed: str, subject: BallotSubject
) -> None:
    own = ballot(whole(), subject).uid
    after = changed(whole(), kind, facts, lambda row: row.uid == own)

    assert printed not in said(whole(), subject), "the test would not see a change"
    assert printed in said(after, subject)


def with_votes(subject: BallotSubject, votes: int) -> ReviewYear:
    """Return the year in which each level of the first line of the vote got so many."""
    year = whole()
    own = ballot(year, subject)
    assert own.convened - own.deducted == BASE
    line = next(one.uid for one in year.ballot_lines if one.ballot == own.uid)
    counts = [
        one.model_copy(update={"votes": votes}) if one.line == line else one for one in year.ballot_counts
    ]
    return replace(year, ballot_counts=tuple(counts))


@pytest.mark.parametrize("subject", list(BallotSubject))
@pytest.mark.parametrize(("votes", "share"), [(2, "40%"), (5, "100%")])
def test_a_tally_prints_the_votes_of_a_level_with_their_share(
    subject: BallotSubject, votes: int, share: str
) -> None:
    assert f"{votes} {share}" not in said(whole(), subject).replace("\n", " ")
    assert f"{votes} {share}" in said(with_votes(subject, votes), subject).replace("\n", " ")


@pytest.mark.parametrize("subject", list(BallotSubject))
def test_a_tally_says_where_no_level_has_more_than_half(subject: BallotSubject) -> None:
    assert OPEN not in said(whole(), subject)
    assert OPEN in said(with_votes(subject, 2), subject)


@pytest.mark.parametrize("field", ["counting_team", "chair"])
def test_a_tally_is_signed_by_the_head_of_the_team_and_the_chair(field: str) -> None:
    year = whole()
    plain = next(one for one in year.members if one.full_name == "Trần Thị Quế")
    value = MARK if field == "counting_team" else plain.uid
    conference = main_conference(year).uid
    after = changed(year, "conferences", {field: value}, lambda row: row.uid == conference)

    assert (MARK if field == "counting_team" else plain.full_name) in said(after, BallotSubject.CELL).split(
        "\n"
    )[-6:]


def names(kind: str, year: ReviewYear, day: dt.date) -> list[str]:
    """Return the members on the sheet as it is printed for a day."""
    own = papers.build(kind, year, Subject(paper(day, kind=kind)))
    listed = {one.full_name for one in year.members}
    return [line for line in text_writer.lines(own) if line in listed]


@pytest.mark.parametrize("kind", ["member_ballot", "counting_sheet"])
def test_nobody_stands_on_a_ballot_who_is_put_off(kind: str) -> None:
    year = replace(whole(), review_turns=())
    away = next(one for one in year.members if one.full_name == AWAY)
    facts = {"target": away.uid, "position": 9, "state": TurnState.POSTPONED}
    put_off = with_record(year, "review_turns", ReviewTurn, facts)

    assert len(names(kind, year, MAIN)) == BASE + 1
    assert set(names(kind, year, MAIN)) - set(names(kind, put_off, MAIN)) == {AWAY}


@pytest.mark.parametrize("kind", ["member_ballot", "counting_sheet"])
def test_the_later_conference_votes_on_who_is_left(kind: str) -> None:
    assert names(kind, whole(), MAIN + dt.timedelta(days=1)) == [AWAY]


@pytest.mark.parametrize("kind", ["member_ballot", "counting_sheet"])
def test_a_sheet_printed_again_after_the_vote_names_the_same_members(kind: str) -> None:
    year = whole()
    main = main_conference(year)
    again = paper(MAIN + dt.timedelta(days=3), kind=kind, about=main.uid)
    printed = text_writer.lines(papers.build(kind, year, Subject(again)))

    listed = {one.full_name for one in year.members}
    assert [line for line in printed if line in listed] == names(kind, year, MAIN)
    assert len(names(kind, year, MAIN)) == BASE + 1


def test_who_got_no_majority_is_voted_on_again() -> None:
    undecided = with_votes(BallotSubject.MEMBERS, 2)

    assert len(names("member_ballot", undecided, MAIN + dt.timedelta(days=1))) == 1 + 1


def test_a_ballot_its_count_and_its_minutes_call_the_levels_alike() -> None:
    year = whole()
    heads = [
        [plain(cell.paragraphs[0]) for cell in grid_of(built(kind, year, about)).rows[0]][-5:]
        for kind, about in (
            ("member_ballot", main_conference(year).uid),
            ("counting_sheet", main_conference(year).uid),
            ("member_tally", ballot(year, BallotSubject.MEMBERS).uid),
        )
    ]

    assert heads[0][1:] == heads[1][:4] == heads[2][:4]


@pytest.mark.parametrize("kind", ["member_ballot", "cell_ballot"])
def test_a_cross_has_more_room_than_half_a_name(kind: str) -> None:
    own = grid_of(built(kind, whole(), main_conference(whole()).uid))

    assert min(own.widths_mm[-4:]) >= 25


def grid_of(document: Document) -> Table:
    """Return the first table of a paper."""
    return next(block for block in document.blocks if isinstance(block, Table))
