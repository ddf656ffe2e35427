"""Passages that agree, side by side: whose, under which heading, which words differ; one pair at a time."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.common.text import fold
from app.domain.targets import COLLECTIVE
from app.rules import ruleset_files
from app.services import repeated_pairs
from app.services.repeated_pairs import Pairs, differing, side_by_side
from app.services.repeated_texts import Passage, SharedPassage, in_words
from tests.ui.a_program import a_core

YEAR = 2017
WORDS = st.lists(st.sampled_from(["Họp", "đủ,", "việc", "Thôn", "giúp", "–"]), max_size=14).map(" ".join)


@given(WORDS, WORDS)
def test_both_texts_stay_whole_and_what_is_not_marked_is_the_same_in_both(one: str, other: str) -> None:
    left, right = differing(one, other)
    assert ("".join(run.text for run in left), "".join(run.text for run in right)) == (one, other)
    agreeing = [
        [word for run in runs if not run.differs for word in fold(run.text).replace(",", "").split()]
        for runs in (left, right)
    ]
    assert [[word for word in words if word != "–"] for words in agreeing[:1]] == [
        [word for word in words if word != "–"] for words in agreeing[1:]
    ]


def test_a_word_in_the_middle_of_a_long_copy_is_the_only_one_marked() -> None:
    text = " ".join(f"việc {number % 9} của thôn" for number in range(900))
    words = text.split()
    words[1800] = "khác"
    left, right = differing(text, " ".join(words))
    assert [run.text for run in right if run.differs] == ["khác"]
    assert len([run for run in left if run.differs]) == 1


def test_only_the_pair_that_is_looked_at_is_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    """A cell of 60 that copied one model has some ten thousand pairs."""
    looked: list[tuple[str, str]] = []

    def compared(one: str, other: str) -> tuple[tuple[()], tuple[()]]:
        looked.append((one, other))
        return (), ()

    monkeypatch.setattr(repeated_pairs, "differing", compared)
    passages = [Passage(f"{number}", YEAR, "duties", f"đoạn {number}") for number in range(60)]
    pairs = Pairs(SharedPassage(one, other, 1) for one in passages for other in passages)
    assert (len(pairs), looked) == (3600, [])
    assert pairs[61].left.year == YEAR
    assert looked == [("đoạn 1", "đoạn 1")]
    assert len(pairs[:7]) == 7


def test_each_side_has_its_author_and_the_heading_of_its_own_form(tmp_path: Path) -> None:
    core = a_core(tmp_path / "so")
    member = core.members.add({"full_name": "Trần Thị Thử"})
    rules = ruleset_files.shipped()["cv3993"]
    core.review.cycles.begin(YEAR, rules, {})
    core.review.population.settle(
        YEAR, {member.uid: {"review": "yes", "rating": "yes", "object_type": "member"}}
    )
    headings = {
        kind: {one.code: one.heading for one in form.sections}
        for kind in ("member", COLLECTIVE)
        if (form := rules.form_for(kind))
    }
    own, report = next(iter(headings["member"])), next(iter(headings[COLLECTIVE]))
    shared = [
        SharedPassage(Passage(member.uid, YEAR, own, "a"), Passage(COLLECTIVE, YEAR, report, "a"), 1),
        # A year without a review has no form; a section that the form does not have has no heading.
        SharedPassage(Passage(member.uid, YEAR - 1, own, "a"), Passage(member.uid, YEAR, "none", "b"), 0.9),
    ]
    first, second = side_by_side(core.review.database, shared)
    assert (first.left.name, first.left.heading) == ("Trần Thị Thử", headings["member"][own])
    assert (first.right.name, first.right.heading) == ("", headings[COLLECTIVE][report])
    assert first.is_equal
    assert (second.left.heading, second.right.heading, second.is_equal) == ("", "", False)
    assert len({headings["member"][own], headings[COLLECTIVE][report]} - {""}) > 0
    core.close()


def test_where_all_copied_one_model_three_papers_are_named_and_the_rest_counted(tmp_path: Path) -> None:
    core = a_core(tmp_path / "so")
    uids = [
        core.members.add({"full_name": f"Nguyễn Văn {name}"}).uid for name in ("An", "Ba", "Cả", "Dư", "Em")
    ]
    mine = Passage(uids[0], YEAR, "duties", "a")
    others = [Passage(uid, YEAR, "duties", "a") for uid in uids[1:]]
    own = Passage(uids[0], YEAR - 1, "duties", "a")
    shared = (SharedPassage(mine, own, 1), *(SharedPassage(mine, one, 1) for one in others))
    said = in_words((*shared, shared[0]), core.review.whole(YEAR))
    assert said[uids[0]] == (
        "2 đoạn giống bản năm 2016 của chính mình, 1 đoạn giống bản của đồng chí Nguyễn Văn Ba, "
        "1 đoạn giống bản của đồng chí Nguyễn Văn Cả, giống 2 bản khác nữa"
    )
    assert said[uids[1]] == "1 đoạn giống bản của đồng chí Nguyễn Văn An"
    core.close()
