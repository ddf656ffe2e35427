"""After an erasure and after a merge a whole year still fits together: checks, lists, papers, dump."""

from __future__ import annotations

import dataclasses
import io
import json
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from app import bootstrap
from app.bootstrap import Core
from app.domain.members import Member
from app.domain.references import MEMBER, parts
from app.domain.types import show_date
from app.year import dump
from app.year.review_year import ReviewYear
from tests.builders import PASSWORD, seams
from tests.services.review_acts import YEAR, a_year_about
from tests.sheets.workbooks import workbook


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the closed practice cell with a year in which everything was said of one member at least."""
    folder = tmp_path_factory.mktemp("after-clearing") / "so"
    core = bootstrap.create_practice_cell(folder, PASSWORD, seams())
    signer = core.cells.current().cell_secretary
    a_year_about(core.review, [one for one in core.members.list() if one.full_name != signer])
    core.close()
    return folder


@pytest.fixture
def core(prepared: Path, tmp_path: Path) -> Iterator[Core]:
    """Give a copy of it, open."""
    shutil.copytree(prepared, tmp_path / "so")
    core = bootstrap.unlock(tmp_path / "so", PASSWORD, seams())
    yield core
    core.close()


def facts_of(year: ReviewYear) -> Counter[str]:
    """Return how often each member is named in the year, by uid."""
    uids = {member.uid for member in year.members}
    text = json.loads(dump.dump(year))
    return Counter(value for value in _values(text) if value in uids)


def _values(node: object) -> Iterator[str]:
    if isinstance(node, dict):
        for value in node.values():
            yield from _values(value)
    elif isinstance(node, list):
        for value in node:
            yield from _values(value)
    elif isinstance(node, str):
        yield node


def busiest(core: Core, count: int = 1) -> list[Member]:
    """Return the members of whom the year says most; who signs the papers stands on each of them anyway."""
    year = core.years.whole(YEAR)
    order = [core.members.get(uid) for uid, _count in facts_of(year).most_common()]
    return [one for one in order if one.full_name != year.cell.cell_secretary][:count]


def list_paper(core: Core) -> str:
    """Return the words of the list of members as a paper made now."""
    paper = core.papers.add("member_list", YEAR, {})
    pages = PdfReader(io.BytesIO(core.papers.preview(paper.uid))).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def fits_together(core: Core, tmp_path: Path) -> None:
    """Assert that nothing contradicts itself and the dump of the year goes through another database whole."""
    assert core.data_check.look() == ()
    dumped = core.years.dump(YEAR)
    assert dump.dump(dump.load(dumped)) == dumped
    other, _code = bootstrap.load_cell(tmp_path / "khac", PASSWORD, dumped, seams())
    assert other.years.dump(YEAR) == dumped
    assert other.data_check.look() == ()
    other.close()
    core.home.lines(YEAR)


@pytest.mark.slow
def test_an_erasure_leaves_a_whole_year(core: Core, tmp_path: Path) -> None:
    gone = busiest(core, 3)
    others = [one.full_name for one in core.members.list() if one not in gone]
    core.members.trash([one.uid for one in gone])
    trashed = core.years.dump(YEAR)
    core.clearing.erasure.erase([one.uid for one in gone])

    # What a year shows without those in the trash is what it is once they are gone, beside what was signed.
    left = json.loads(core.years.dump(YEAR))
    kept = [paper for paper in left["papers"] if paper["uid"] not in trashed]
    assert kept
    assert all(paper["issued_content"] and not paper["target"] for paper in kept)
    left["papers"] = [paper for paper in left["papers"] if paper not in kept]
    assert left == json.loads(trashed)
    assert not any(one.uid in trashed for one in gone)
    fits_together(core, tmp_path)
    said = list_paper(core)
    assert [one.full_name for one in gone if one.full_name in said] == []
    assert [name for name in others if name not in said] == []


def test_a_year_is_loaded_over_itself_while_somebody_lies_in_the_trash(core: Core) -> None:
    (member,) = busiest(core)
    before = core.years.dump(YEAR)
    core.members.trash([member.uid])
    dumped = core.years.dump(YEAR)

    core.years.load(dumped, replace=True)

    assert core.years.dump(YEAR) == dumped
    core.members.restore([member.uid])
    assert core.years.dump(YEAR) == before


def test_a_merge_leaves_a_whole_year_that_says_as_much(core: Core, tmp_path: Path) -> None:
    (member,) = busiest(core)
    before = core.years.whole(YEAR)
    twin = core.members.add({"full_name": member.full_name, "born_on": member.born_on})

    core.clearing.merging.merge(twin, member, dict(_facts(member)))

    after = core.years.whole(YEAR)
    assert facts_of(after)[twin.uid] == facts_of(before)[member.uid]
    assert sizes(after) == sizes(before)
    assert _facts(core.members.get(twin.uid)) == _facts(member)
    fits_together(core, tmp_path)
    assert list_paper(core).count(member.full_name) == 1
    core.history.undo()  # the paper
    core.history.undo()
    core.members.trash([twin.uid])
    assert core.years.whole(YEAR).review_turns == before.review_turns
    assert facts_of(core.years.whole(YEAR))[member.uid] == facts_of(before)[member.uid]


def test_the_same_list_comes_in_again_and_knows_who_was_merged(core: Core, tmp_path: Path) -> None:
    (member,) = busiest(core)
    twin = core.members.add({"full_name": member.full_name, "born_on": member.born_on})
    core.clearing.merging.merge(twin, member, dict(_facts(member)))
    listed = [["Họ và tên", "Ngày sinh"], [member.full_name, show_date(member.born_on)]]
    (tmp_path / "ds.xlsx").write_bytes(workbook(listed))

    (row,) = core.importing.read(tmp_path / "ds.xlsx").rows

    assert (row.status, row.known_uid, row.sure, row.notes) == ("known", twin.uid, True, ())


def test_the_year_is_a_full_one(core: Core) -> None:
    """The control: the tests above mean something only while members are named in most kinds of records."""
    year = core.years.whole(YEAR)
    kinds = {
        name for name, kind in dump.record_lists().items() if parts(kind, MEMBER) and getattr(year, name)
    }
    known = {name for name, kind in dump.record_lists().items() if parts(kind, MEMBER)}
    assert len(kinds) >= 0.9 * len(known), sorted(known - kinds)


def sizes(year: ReviewYear) -> dict[str, int]:
    return {
        one.name: len(value)
        for one in dataclasses.fields(year)
        if isinstance(value := getattr(year, one.name), tuple)
    }


def _facts(member: Member) -> dict[str, Any]:
    return {name: value for name, value in dict(member).items() if name not in {"uid", "rev", "trashed_on"}}
