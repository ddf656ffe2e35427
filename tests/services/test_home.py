"""The home page reads the stored year: lines with given names, figures, years."""

import dataclasses
import datetime as dt
from pathlib import Path

import pytest

from app import bootstrap
from app.bootstrap import unlock
from app.errors import Invalid
from app.practice.plan import PracticePlan
from app.services.backups import BackupFacts
from app.services.findings import YearLook
from app.services.home import HomeService
from app.services.members import MemberService
from app.services.years import YearService
from app.storage.database import Database
from tests.builders import (
    MEMBER,
    PASSWORD,
    SteadyClock,
    a_core,
    a_submission,
    an_issued_paper,
    seams,
    unprotected,
)

WELL = BackupFacts(dt.date(2017, 12, 6), has_second=True, second_on=dt.date(2017, 12, 6))


@pytest.fixture
def home(database: Database, clock: SteadyClock) -> HomeService:
    return HomeService(database, clock, lambda: WELL, lambda: True, lambda _: YearLook())


def test_lines_name_five_members_and_count_the_rest(home: HomeService, members: MemberService) -> None:
    for letter in "ABCDEFG":
        members.add({**MEMBER, "full_name": f"Nguyễn Văn {letter}", "card_number": ""})

    (line,) = [line for line in home.lines(2017) if line.code == "member.no_card_number"]

    assert (line.names, line.more, line.count) == (("A", "B", "C", "D", "E"), 2, 7)
    assert line.opens == ("members", members.list()[0].uid, "card_number")


def test_members_who_share_a_given_name_are_named_with_more_words(
    home: HomeService, members: MemberService
) -> None:
    for name in ("Nguyễn Văn A", "Trần Thị A", "Lê Văn C"):
        members.add({**MEMBER, "full_name": name, "card_number": ""})

    (line,) = [line for line in home.lines(2017) if line.code == "member.no_card_number"]

    assert set(line.names) == {"Văn A", "Thị A", "C"}


def test_a_line_goes_when_its_cause_is_gone_and_the_trash_does_not_count(
    home: HomeService, members: MemberService
) -> None:
    members.add(MEMBER)
    blank = members.add({"full_name": "Trần Thị B"})
    assert "member.no_sex" in [line.code for line in home.lines(2017)]

    members.trash([blank.uid])

    assert [line.code for line in home.lines(2017)] == ["paper.no_submission", "package.none", "earlier.none"]


@pytest.mark.parametrize(("days", "code"), [(None, "backup.none"), (7, "backup.old"), (3, "")])
def test_an_old_backup_is_a_line(
    database: Database, clock: SteadyClock, members: MemberService, days: int | None, code: str
) -> None:
    members.add(MEMBER)
    last = None if days is None else clock.today() - dt.timedelta(days=days)

    lines = HomeService(
        database,
        clock,
        lambda: dataclasses.replace(WELL, verified_on=last),
        lambda: True,
        lambda _: YearLook(),
    ).lines(2017)

    assert [line.code for line in lines if line.code.startswith("backup")] == ([code] if code else [])


@pytest.mark.fault("I07")
@pytest.mark.parametrize(
    ("days", "code", "told"),
    [
        (-730, "clock.behind", 730),
        (-2, "clock.behind", 2),
        (-1, "", 0),
        (0, "", 0),
        (400, "", 0),
        (401, "clock.ahead", 401),
    ],
)
def test_a_clock_that_cannot_be_right_is_told(
    tmp_path: Path, clock: SteadyClock, days: int, code: str, told: int
) -> None:
    folder = tmp_path / "lech"
    a_core(folder, clock).close()
    clock.moment += dt.timedelta(days=days)
    core = unlock(folder, PASSWORD, seams(clock))
    core.members.add(MEMBER)

    lines = [line for line in core.home.lines(2017) if line.code.startswith("clock")]

    assert [(line.code, line.params["days"]) for line in lines] == ([(code, told)] if code else [])
    core.close()
    again = unlock(folder, PASSWORD, seams(clock))
    # What was written since goes by its order; the clock is told no longer than it is news.
    assert [line.code for line in again.home.lines(2017) if line.code.startswith("clock")] == []
    assert [one.full_name for one in again.members.list()] == [MEMBER["full_name"]]
    again.close()


def test_facts_count_what_is_stored(home: HomeService, members: MemberService, database: Database) -> None:
    members.add(MEMBER)
    members.add({"full_name": "Trần Thị B", "admitted_on": "2017-05"})
    with database.write("test.add") as work:
        work.add_all([an_issued_paper(), an_issued_paper(year=2016), a_submission()])

    facts = home.facts(2017)

    assert (facts.members, facts.official, facts.probationary, facts.issued_papers) == (2, 1, 1, 1)
    assert facts.handed_in_at == dt.datetime.fromisoformat("2017-12-05T09:00+00:00")


def test_a_year_is_opened_once(database: Database, clock: SteadyClock) -> None:
    years = YearService(database, clock, unprotected)

    years.open(2018)
    years.open(2018)

    assert years.list() == (2018, 2017)
    with pytest.raises(Invalid):
        years.open(1999)


def test_the_whole_year_is_what_is_stored_of_it(
    database: Database, members: MemberService, clock: SteadyClock
) -> None:
    kept, gone = members.add(MEMBER), members.add({"full_name": "Trần Thị B"})
    members.trash([gone.uid])
    paper, other = an_issued_paper(), an_issued_paper(year=2016)
    with database.write("test.add") as work:
        work.add_all([paper, other])

    whole = YearService(database, clock, unprotected).whole(2017)

    assert (whole.members, whole.papers, whole.submissions) == ((kept,), (paper,), ())


def test_two_of_the_very_same_name_are_named_in_full(members: MemberService, home: HomeService) -> None:
    for name in ("Nguyễn Thị Hạnh", "Nguyễn Thị Hạnh", "Trần Thị Hạnh", "Hạnh"):
        members.add({**MEMBER, "full_name": name, "card_number": ""})

    (line,) = [line for line in home.lines(2017) if line.code == "member.no_card_number"]

    assert sorted(line.names) == ["Hạnh", "Nguyễn Thị Hạnh", "Nguyễn Thị Hạnh", "Trần Thị Hạnh"]


@pytest.mark.slow
def test_of_a_finished_year_nothing_of_the_review_waits(tmp_path: Path) -> None:
    core = bootstrap.create_practice_cell(tmp_path / "tap", PASSWORD, seams(), PracticePlan(careless=True))
    asked = [line.code for line in core.home.lines(2017) if line.code.startswith("review")]
    cycle = core.review.cycles.get(2017)
    assert cycle

    core.review.cycles.finish(cycle)

    left = [line.code for line in core.home.lines(2017) if line.code.startswith("review")]
    facts = core.home.facts(2017)
    core.close()
    assert (bool(asked), left, facts.is_finished) == (True, [], True)
