"""Votes are totals whose sums agree; nothing anywhere joins a voter and a vote."""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.ballots import (
    Ballot,
    BallotCount,
    BallotFields,
    BallotLine,
    TallyLine,
    ballot_problems,
    shares,
)
from app.errors import Invalid
from tests.builders import a_database
from tests.services.review_acts import Begun, a_conference, begun

SUMS: dict[str, Any] = {"convened": 12, "deducted": 2, "official_present": 9, "issued": 9, "returned": 9}
VOTERS = {"member_uid", "speaker", "chair", "recorder", "uid_of_voter", "voter"}


@pytest.fixture
def cell(tmp_path: Path) -> Iterator[Begun]:
    database = a_database(tmp_path / "chi-bo")
    yield begun(database)
    database.close()


def test_a_tally_is_stored_whole_corrected_whole_and_undone_whole(cell: Begun) -> None:
    target = cell.members[0].uid
    conference = a_conference(cell)
    lines = [{"target": target, "votes": {"excellent": 2, "good": 6}, "blank": 1}]
    ballot = cell.review.ballots.add(conference, {**SUMS, "valid": 9}, lines)

    cell.review.ballots.save(ballot, {}, [{"target": target, "votes": {"good": 9}}])

    assert [(one.level, one.votes) for one in cell.year.ballot_counts] == [("good", 9)]
    assert len(cell.year.ballot_lines) == 1
    cell.database.history.undo()
    assert {one.level: one.votes for one in cell.year.ballot_counts} == {"excellent": 2, "good": 6}


@pytest.mark.parametrize(
    ("sums", "code"),
    [
        ({"issued": 10, "returned": 9, "valid": 9}, "ballot.more_than_present"),
        ({"returned": 10, "valid": 10}, "ballot.more_than_issued"),
        ({"valid": 8}, "ballot.valid_and_invalid"),
        ({"official_present": 13, "valid": 9}, "ballot.more_than_convened"),
        ({"deducted": 13, "valid": 9}, "ballot.deducted_too_many"),
    ],
)
def test_sums_that_cannot_be_are_refused_by_name(cell: Begun, sums: dict[str, int], code: str) -> None:
    with pytest.raises(Invalid) as refused:
        cell.review.ballots.add(a_conference(cell), {**SUMS, "valid": 9, **sums}, [])

    assert [problem.code for problem in refused.value.problems] == [code]
    assert cell.year.ballots == ()


def test_a_wrong_sum_of_a_line_is_named_by_its_place(cell: Begun) -> None:
    good = {"target": cell.members[0].uid, "votes": {"good": 9}}
    bad = {"target": cell.members[1].uid, "votes": {"good": 7}, "blank": 1}

    with pytest.raises(Invalid) as refused:
        cell.review.ballots.add(a_conference(cell), {**SUMS, "valid": 9}, [good, bad])

    (problem,) = refused.value.problems
    assert (problem.field, problem.code, problem.params) == (
        "lines.1",
        "ballot.line_total",
        {"sum": 8, "valid": 9},
    )


@given(
    st.lists(st.integers(0, 60), min_size=1, max_size=5),
    st.integers(0, 10),
    st.integers(0, 10),
    st.integers(1, 10),
)
def test_any_tally_whose_sums_agree_is_taken_and_one_vote_more_is_not(
    votes: list[int], blank: int, invalid: int, kept: int
) -> None:
    levels = {f"muc{at}": count for at, count in enumerate(votes)}
    valid = sum(votes) + blank
    ballot = BallotFields(
        year=2017,
        conference="",
        convened=valid + invalid + kept + 1,
        deducted=1,
        official_present=valid + invalid + kept,
        issued=valid + invalid + kept,
        returned=valid + invalid,
        valid=valid,
        invalid=invalid,
    )

    assert ballot_problems(ballot, [TallyLine(target="a", votes=levels, blank=blank)]) == []
    assert ballot_problems(ballot, [TallyLine(target="a", votes=levels, blank=blank + 1)]) != []
    assert sum(shares(ballot, levels).values()) == Fraction(sum(votes), ballot.convened - 1)


def test_no_record_of_a_vote_has_a_place_for_a_voter() -> None:
    for kind in (Ballot, BallotLine, BallotCount):
        assert kind.model_fields.keys() & VOTERS == set()
