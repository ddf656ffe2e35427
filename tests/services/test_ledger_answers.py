"""What was put right is written in the ledger once: Kỳ trước, papers and findings say it from there."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.bootstrap import Core
from app.domain.remediation import RemediationItem
from app.domain.self_reviews import EarlierShortcoming, ReportVersion
from app.domain.targets import COLLECTIVE
from app.papers.readback import pdf_pages
from app.rules.facts import correcting
from app.rules.outlook import Outlook
from app.rules.ruleset_files import for_year
from tests.builders import a_core
from tests.papers.reading import squeezed
from tests.services.review_acts import NAMES

SAID, RESULT = "Chậm nộp báo cáo chuyên đề", "Ba báo cáo gần nhất nộp trước hạn"


@pytest.fixture
def core(tmp_path: Path) -> Iterator[Core]:
    core = a_core(tmp_path / "so")
    for name in NAMES:
        core.members.add({"full_name": name})
    yield core
    core.close()


@pytest.fixture(params=[2017, 2026])
def year(core: Core, request: pytest.FixtureRequest) -> int:
    """The year after one that concluded a matter on a member and on the collective, and planned both."""
    before = int(request.param) - 1
    begin(core, before)
    for target in (member(core), COLLECTIVE):
        core.review.shortcomings.add(before, {"target": target, "text": SAID, "origin": "conference"})
    core.review.remediation.plan(before)
    return before + 1


def begin(core: Core, year: int) -> None:
    rules = for_year(year)
    assert rules
    core.review.cycles.begin(year, rules, {})


def member(core: Core) -> str:
    return core.members.list()[0].uid


def open_next(core: Core, year: int) -> None:
    cycle = core.review.cycles.get(year - 1)
    assert cycle is not None
    core.review.cycles.finish(cycle)
    core.review.next_years.open_after(year - 1)


def matter(core: Core, year: int, target: str) -> RemediationItem:
    (found,) = [one for one in core.review.whole(year).remediation_items if one.target == target]
    return found


def earlier(core: Core, year: int, target: str) -> EarlierShortcoming:
    (found,) = [one for one in core.review.whole(year).answered() if one.target == target]
    return found


def told(one: EarlierShortcoming) -> tuple[str, str, str]:
    return one.correction.value, one.result, one.evidence


def put_right(core: Core, year: int, target: str, **values: object) -> None:
    done: dict[str, Any] = {"state": "done", "result": RESULT, "evidence": "Sổ công văn đến", **values}
    core.review.remediation.save(matter(core, year, target), done)


@pytest.mark.parametrize("target", ["member", COLLECTIVE])
def test_what_the_ledger_says_is_said_of_the_earlier_shortcoming(core: Core, year: int, target: str) -> None:
    uid = member(core) if target == "member" else target
    open_next(core, year)
    assert told(earlier(core, year, uid)) == ("", "", "")
    put_right(core, year, uid)
    assert told(earlier(core, year, uid)) == ("corrected", RESULT, "Sổ công văn đến")
    core.history.undo()
    assert told(earlier(core, year, uid)) == ("", "", "")
    core.history.redo()
    put_right(core, year, uid, state="under_way", result="Mới nộp một báo cáo", evidence="")
    assert told(earlier(core, year, uid)) == ("correcting", "Mới nộp một báo cáo", "")


def test_papers_print_it_and_the_finding_is_answered(core: Core, year: int) -> None:
    open_next(core, year)
    report = core.review.collective_reports.put(year, ReportVersion.DRAFT, {})
    papers = {
        member(core): core.papers.add("self_review", year, {"target": member(core)}).uid,
        COLLECTIVE: core.papers.add(
            "collective_report", year, {"target": COLLECTIVE, "about": report.uid}
        ).uid,
    }
    assert unanswered(core, year) == set(papers)
    for target, uid in papers.items():
        put_right(core, year, target)
        text = squeezed("".join(pdf_pages(core.papers.preview(uid))))
        assert squeezed(f"{SAID} (năm {year - 1}): đã khắc phục. {RESULT}.") in text
    assert unanswered(core, year) == set()


def unanswered(core: Core, year: int) -> set[str]:
    """Return whose earlier shortcomings R5-08 asks about at the end of the year."""
    whole, rules = core.review.whole(year), for_year(year)
    assert rules
    outlook = Outlook(whole, rules, dt.date(year, 12, 31))
    return {
        one.target
        for one in whole.earlier_shortcomings
        if not correcting.earlier_is_answered(outlook, one.uid)
    }


def test_what_the_ledger_says_is_changed_there_alone(core: Core, year: int) -> None:
    open_next(core, year)
    put_right(core, year, member(core))
    typed = {"correction": "not_corrected", "result": "Gõ đè", "evidence": "Không có"}
    core.review.shortcomings.save_earlier(earlier(core, year, member(core)), typed)
    assert told(earlier(core, year, member(core))) == ("corrected", RESULT, "Sổ công văn đến")
    core.review.remediation.save(matter(core, year, member(core)), {"state": "not_started", "result": ""})
    assert told(earlier(core, year, member(core))) == ("", "", "")


def test_what_was_put_right_before_the_year_ended_comes_over_answered(core: Core, year: int) -> None:
    put_right(core, year - 1, member(core))
    open_next(core, year)
    assert told(earlier(core, year, member(core))) == ("corrected", RESULT, "Sổ công văn đến")
    assert [one.target for one in core.review.whole(year).remediation_items] == [COLLECTIVE]


def test_what_is_still_open_goes_on_and_what_is_done_does_not(core: Core) -> None:
    begin(core, 2017)
    first = core.review.shortcomings.add_earlier(
        2017, {"target": COLLECTIVE, "text": SAID, "from_year": 2015}
    )
    again = core.review.shortcomings.add_earlier(
        2017, {"target": member(core), "text": "Họp muộn", "from_year": 2016}
    )
    for one in (first, again):
        values = {"target": one.target, "text": one.text, "shortcoming": one.uid}
        core.review.remediation.add(2017, values)
    put_right(core, 2017, COLLECTIVE)
    put_right(core, 2017, member(core), state="partly_done")
    core.review.shortcomings.add(
        2017, {"target": member(core), "text": "Vẫn họp muộn", "origin": "conference", "repeats": again.uid}
    )
    open_next(core, 2018)
    (carried,) = core.review.whole(2018).answered()
    assert (carried.text, carried.from_year, *told(carried)) == (
        "Vẫn họp muộn",
        2016,
        "correcting",
        RESULT,
        "Sổ công văn đến",
    )


def test_two_matters_answer_together(core: Core) -> None:
    begin(core, 2017)
    one = core.review.shortcomings.add_earlier(2017, {"target": COLLECTIVE, "text": SAID, "from_year": 2016})
    link = {"target": COLLECTIVE, "text": SAID, "shortcoming": one.uid}
    core.review.remediation.add(2017, {**link, "state": "done", "result": "Đã xong việc đầu"})
    second = core.review.remediation.add(2017, link)
    assert told(earlier(core, 2017, COLLECTIVE))[:2] == ("correcting", "Đã xong việc đầu")
    core.review.remediation.save(second, {"state": "done", "result": "Việc sau cũng xong"})
    assert told(earlier(core, 2017, COLLECTIVE))[:2] == (
        "corrected",
        "Đã xong việc đầu\nViệc sau cũng xong",
    )
    core.review.shortcomings.remove_earlier(one)
    assert {item.shortcoming for item in core.review.whole(2017).remediation_items} == {""}


def test_what_was_typed_before_the_ledger_speaks_stays(core: Core) -> None:
    begin(core, 2017)
    one = core.review.shortcomings.add_earlier(
        2017, {"target": COLLECTIVE, "text": SAID, "from_year": 2016, "result": "Đang làm sổ theo dõi"}
    )
    core.review.remediation.add(
        2017, {"target": COLLECTIVE, "text": SAID, "shortcoming": one.uid, "state": "partly_done"}
    )
    assert told(earlier(core, 2017, COLLECTIVE)) == ("correcting", "Đang làm sổ theo dõi", "")
