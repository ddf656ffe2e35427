"""Plainly invented facts, complete unless a test says otherwise."""

import datetime as dt
import secrets
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from app.bootstrap import Core, Seams, create_cell
from app.common.clock import Clock
from app.common.jobs import Jobs
from app.domain.backup_policy import FORCED, Reason
from app.domain.cells import Cell, WorkYear
from app.domain.levels import PastLevel
from app.domain.members import Member
from app.domain.outgoing_papers import OutgoingPaper, Submission
from app.domain.people import OWNED
from app.domain.posts import Post
from app.domain.recognitions import Discipline, Reward
from app.domain.standings import Standing
from app.domain.types import Owned, new_uid
from app.keys.password import Cost
from app.storage.database import Database
from app.storage.opening import create
from app.worker.inline import InlineJobs
from app.year.review_year import ReviewYear
from tests.ready_tables import ready_tables

CELL: dict[str, Any] = {
    "name": "Chi bộ thôn Mẫu",
    "upper_organisation": "Đảng bộ xã Mẫu",
    "upper_committee": "Đảng ủy xã Mẫu",
    "place_name": "Xã Mẫu",
    "symbol": "CB",
    "cell_secretary": "Nguyễn Văn A",
    "deputy_secretary": "Trần Thị B",
    "term_started_on": dt.date(2015, 3, 1),
}
MEMBER: dict[str, Any] = {
    "full_name": "Nguyễn Văn A",
    "sex": "male",
    "born_on": "1960-11-05",
    "admitted_on": "1985-02-03",
    "official_on": "1986-02-03",
    "card_number": "000000000001",
}
PAPER: dict[str, Any] = {
    "kind": "submission",
    "year": 2017,
    "dated_on": dt.date(2017, 12, 4),
    "signer_name": "Nguyễn Văn A",
}


def a_cell(**facts: Any) -> Cell:
    """Return a cell."""
    return Cell.model_validate({"uid": new_uid(), **CELL, **facts})


def a_member(**facts: Any) -> Member:
    """Return a complete official member; other members need another card number and name."""
    return Member.model_validate({"uid": new_uid(), **MEMBER, **facts})


def a_post(member: Member, kind: str = "cell_secretary", **facts: Any) -> Post:
    """Return a post of the member, held since an unknown day unless `facts` say more."""
    return Post.model_validate({"uid": new_uid(), "member_uid": member.uid, "kind": kind, **facts})


def a_standing(member: Member, kind: str = "exempt", **facts: Any) -> Standing:
    """Return a standing of the member."""
    return Standing.model_validate({"uid": new_uid(), "member_uid": member.uid, "kind": kind, **facts})


def a_reward(member: Member, **facts: Any) -> Reward:
    """Return a reward of the member."""
    values = {"uid": new_uid(), "member_uid": member.uid, "what": "Giấy khen của Đảng ủy xã Mẫu"}
    return Reward.model_validate({**values, "decision_number": "07-QĐ/ĐU", "decided_on": "2016", **facts})


def a_discipline(member: Member, **facts: Any) -> Discipline:
    """Return a published discipline of the member."""
    values = {"uid": new_uid(), "member_uid": member.uid, "form": "reprimand", "decided_on": "2016-03"}
    return Discipline.model_validate({**values, "decision_number": "02-QĐ/ĐU", **facts})


def a_paper(**facts: Any) -> OutgoingPaper:
    """Return a tờ trình that is being prepared."""
    return OutgoingPaper.model_validate({"uid": new_uid(), **PAPER, **facts})


def an_issued_paper(**facts: Any) -> OutgoingPaper:
    """Return a tờ trình that has its number."""
    issued = {"number": 1, "type_code": "TTr", "symbol": "CB", "issued_at": "2017-12-04T15:30+00:00"}
    return a_paper(**{**issued, "issued_content": "x", **facts})


def a_submission(**facts: Any) -> Submission:
    """Return a package that was written and read back."""
    moment = "2017-12-05T09:00+00:00"
    values = {
        "uid": new_uid(),
        "package_id": "7f3a",
        "year": 2017,
        "state": "written",
        "folder_name": "KiemDiem2017_CB-Mau_20171205-0900_7F3A",
        "started_at": moment,
        "written_at": moment,
    }
    return Submission.model_validate({**values, **facts})


def a_year(
    members: Sequence[Member] | None = None,
    papers: Sequence[OutgoingPaper] = (),
    submissions: Sequence[Submission] = (),
    owned: Sequence[Owned] = (),
    **cell: Any,
) -> ReviewYear:
    """Return the year 2017 of a cell; one complete member unless others are given; what members own.

    It is not its first year in the program: a level of the year before is known.
    """
    lists: dict[str, Any] = {
        name: tuple(one for one in owned if isinstance(one, kind)) for name, kind in OWNED.items()
    }
    return ReviewYear(
        year=2017,
        cell=a_cell(**cell),
        members=tuple([a_member()] if members is None else members),
        papers=tuple(papers),
        submissions=tuple(submissions),
        past_levels=(
            PastLevel(uid=new_uid(), target="cell", of_year=2016, level_name="Hoàn thành tốt nhiệm vụ"),
        ),
        **lists,
    )


class SteadyClock:
    """Stands at four in the afternoon of 6 December 2017 unless a test moves it."""

    def __init__(self, moment: str = "2017-12-06T16:00") -> None:
        self.moment = dt.datetime.fromisoformat(moment)

    def today(self) -> dt.date:
        return self.moment.date()

    def now(self) -> dt.datetime:
        return self.moment

    def utc(self) -> dt.datetime:
        return self.moment.replace(tzinfo=dt.UTC)


def a_database(folder: Path, clock: Clock | None = None) -> Database:
    """Return a new open database in `folder` with the cell and the year 2017, under a random key."""
    folder.mkdir(parents=True, exist_ok=True)
    cell = a_cell()
    with ready_tables():
        database = create(folder, secrets.token_bytes(32), cell.uid, clock or SteadyClock())
    with database.write("cell.create", undoable=False) as work:
        work.add_all([cell, WorkYear(uid=new_uid(), year=2017)])
    return database


def unprotected(reason: Reason) -> None:
    """Make no backup before an act; what happens without one is tested with the backups."""
    assert reason in FORCED


CHEAP = Cost(time=1, memory_kib=8)
"""A password that costs nothing, so that a test does not wait for Argon2id."""
PASSWORD = "mật khẩu luyện tập"


def seams(clock: Clock | None = None, jobs: Jobs | None = None) -> Seams:
    """Return a standing clock, jobs in this process, a cheap password."""
    return Seams(clock or SteadyClock(), jobs or InlineJobs(), cost=CHEAP)


def a_core(folder: Path, clock: Clock | None = None, **cell: Any) -> Core:
    """Return the open core of a new cell in `folder`, year 2017; its password is `PASSWORD`."""
    with ready_tables():
        core, _ = create_cell(folder, PASSWORD, {**CELL, **cell}, 2017, seams(clock))
    core.keys.recovery.keep_on_paper()
    return core
