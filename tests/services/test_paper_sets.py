"""Several papers in one act: for everybody at once, issued in order of days, files that say of whom."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.bootstrap import Core
from app.errors import Invalid
from app.papers.abouts import About
from app.papers.kind import Group
from app.rules.ruleset_files import for_year
from tests.builders import a_core
from tests.review_samples import YEAR

NAMES = ("Nguyễn Văn Mẫu", "Trần Thị Thử", "Lê Văn Giả")


@pytest.fixture
def core(tmp_path: Path) -> Iterator[Core]:
    core = a_core(tmp_path / "so")
    for name in NAMES:
        core.members.add({"full_name": name})
    yield core
    core.close()


def everybody(core: Core) -> tuple[About, ...]:
    return core.papers.offered.abouts("self_review", YEAR)


def test_a_paper_for_everybody_is_one_step(core: Core) -> None:
    made = core.papers.sets.add("self_review", YEAR, everybody(core))
    assert len(core.papers.list(YEAR)) == len(made) == len(NAMES)
    named = core.papers.offered.named(YEAR, made)
    assert {named[one.uid].name for one in made} == set(NAMES)
    assert core.history.undo_action == "paper.add_many"
    core.history.undo()
    assert core.papers.list(YEAR) == ()


def test_somebody_unknown_among_them_lets_none_be_made(core: Core) -> None:
    with pytest.raises(Invalid):
        core.papers.sets.add("self_review", YEAR, [*everybody(core), About("nobody")])
    assert core.papers.list(YEAR) == ()


def test_several_are_issued_in_the_order_of_their_days(core: Core) -> None:
    later = core.papers.add("submission", YEAR, {"dated_on": "2017-12-05"})
    earlier = core.papers.add("submission", YEAR, {"dated_on": "2017-12-01"})
    (review, *_rest) = core.papers.sets.add("self_review", YEAR, everybody(core)[:1])
    issued = core.papers.sets.issue([later.uid, review.uid, earlier.uid])
    assert [(one.uid, one.number) for one in issued.papers] == [
        (earlier.uid, 1), (later.uid, 2), (review.uid, None),
    ]  # fmt: skip
    assert issued.left == ()
    assert all(one.is_issued for one in core.papers.list(YEAR))


def test_one_that_cannot_leave_stays_and_the_others_leave(core: Core) -> None:
    good = core.papers.add("submission", YEAR, {})
    gone = core.papers.add("submission", YEAR, {})
    core.papers.issue(gone.uid)
    issued = core.papers.sets.issue([good.uid, gone.uid])
    assert [one.uid for one in issued.papers] == [good.uid]
    assert [(one.uid, error.code) for one, error in issued.left] == [(gone.uid, "L-311")]
    assert [one.number for one in core.papers.list(YEAR)] == [1, 2]


def test_file_names_tell_whom_each_paper_is_about(core: Core, tmp_path: Path) -> None:
    made = core.papers.sets.add("self_review", YEAR, everybody(core))
    folder = tmp_path / "ra"
    written = core.papers.sets.write([one.uid for one in made], folder)
    stems = sorted(word.stem for word, _pdf in written)
    assert len(written) == len(list(folder.iterdir())) // 2 == len(NAMES)
    assert {stem.split("_")[2] for stem in stems} == {"NVM", "TTT", "LVG"}
    assert [stem.split("_")[1] for stem in stems] == ["001", "002", "003"]
    assert all(stem.startswith("DU-THAO_") for stem in stems)
    # A paper of the whole cell names nobody, and nothing that lies there is written over.
    plain = core.papers.add("submission", YEAR, {})
    core.papers.write(plain.uid, folder)
    word, _pdf = core.papers.write(plain.uid, folder)
    assert word.stem == "DU-THAO_ToTrinh_20171206_2"


def test_several_are_printed_in_their_copies(core: Core) -> None:
    made = core.papers.sets.add("self_review", YEAR, everybody(core)[:2], {"copies": 3})
    printed = core.papers.sets.printed([one.uid for one in made])
    assert [(one.title, one.copies) for one in printed] == [("Bản kiểm điểm cá nhân", 3)] * 2
    assert all(one.pdf.startswith(b"%PDF") for one in printed)


def test_every_kind_belongs_to_a_step_of_the_year(core: Core) -> None:
    kinds = core.papers.offered.kinds()
    assert {one.group for one in kinds} <= set(Group)
    assert {one.code: one.group for one in kinds}["commitment"] is Group.PREPARE
    assert not next(one for one in kinds if one.code == "submission").is_about_one


@pytest.mark.parametrize(("year", "word"), [(2017, "PhanLoai"), (2026, "XepLoai")])
def test_names_of_files_have_the_word_of_their_year(core: Core, tmp_path: Path, year: int, word: str) -> None:
    rules = for_year(year)
    assert rules
    core.review.cycles.begin(year, rules, {})
    core.review.conferences.add(year, {"body": "cell", "chair": core.members.list()[0].uid})
    about = core.papers.offered.abouts("cell_ballot", year)
    (paper,) = core.papers.sets.add("cell_ballot", year, about)
    ((docx, pdf),) = core.papers.sets.write([paper.uid], tmp_path / "ra")
    assert word in docx.name
    assert pdf.stem == docx.stem
