"""A cell after twenty years: thousands of members and reviews open, are searched and are whole (I14)."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from app import bootstrap
from app.bootstrap import Core
from app.domain.cells import WorkYear
from app.domain.members import Member
from app.domain.self_reviews import SelfReview
from app.domain.types import new_uid
from app.storage import condition
from tests.builders import PASSWORD, a_core, seams
from tests.sizes import report, size
from ui.pages.factory import search_in

MEMBERS = size(240, 2_000)
FIRST, LAST = 2017, 2036
NAMES = ("Nguyễn Văn", "Trần Thị", "Lê Hữu", "Phạm Ngọc", "Hoàng Quang", "Vũ Minh")
MIDDLE = ("An", "Bình", "Cúc", "Dung", "Đào", "Giang", "Hà", "Khánh", "Lan", "Mai", "Nga", "Oanh")


def fill(core: Core) -> None:
    """Store what twenty years leave: one act a year, as an import writes it."""
    database = core.access._database  # noqa: SLF001  twenty years by hand would take twenty years
    members = [
        Member(uid=new_uid(), full_name=f"{NAMES[at % 6]} {MIDDLE[at % 12]} {MIDDLE[at // 12 % 12]}")
        for at in range(MEMBERS)
    ]
    with database.write("member.import") as work:
        work.add_all(members)
    for year in range(FIRST, LAST + 1):
        reviews = [SelfReview(uid=new_uid(), year=year, member_uid=one.uid) for one in members]
        opened = [] if year == FIRST else [WorkYear(uid=new_uid(), year=year)]
        with database.write("year.open") as work:
            work.add_all([*opened, *reviews])


def measured(act: Callable[[], object]) -> int:
    started = time.perf_counter()
    act()
    return round((time.perf_counter() - started) * 1000)


@pytest.mark.slow
@pytest.mark.fault("I14")
def test_twenty_years_open_are_found_in_and_are_whole(tmp_path: Path) -> None:
    core = a_core(tmp_path / "so")
    fill(core)
    core.close()
    opened: list[Core] = []
    open_ms = measured(lambda: opened.append(bootstrap.unlock(tmp_path / "so", PASSWORD, seams())))
    (core,) = opened
    search = search_in(core, lambda: LAST)
    search("x")  # loads what the first search of a sitting loads
    searched = [measured(partial(search, words)) for words in ("nguyen van an", "Đào", "khong co ai")]
    home_ms = measured(lambda: core.home.lines(LAST))
    assert len(core.members.list()) == MEMBERS
    assert sorted(core.years.list()) == list(range(FIRST, LAST + 1))
    found = {hit.subject for hit in search("Nguyễn Văn An")}
    assert found >= {one.uid for one in core.members.list() if one.full_name.startswith("Nguyễn Văn An ")}
    assert 0 < len(found) < MEMBERS // 2
    assert condition.look(core.access._database).is_sound  # noqa: SLF001  as the diagnosis does
    made = core.backups.make("manual")
    assert made.content.counts["self_review"] == MEMBERS * (LAST - FIRST + 1)
    report(
        "I14",
        members=MEMBERS,
        reviews=MEMBERS * (LAST - FIRST + 1),
        slowest_opening_ms=open_ms,
        slowest_search_ms=max(searched),
        slowest_home_ms=home_ms,
    )
    core.close()
