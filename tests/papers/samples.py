"""Invented cells, members and papers that the tests of papers share, and what every kind is built from."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from app import papers
from app.domain.cells import Cell
from app.domain.members import Member, Sex
from app.domain.outgoing_papers import OutgoingPaper
from app.domain.posts import Post, posts_written
from app.papers import PartRow, Subject
from app.papers.abouts import abouts
from app.papers.content import Document
from app.rules.ruleset_files import for_year
from app.year import dump as codec
from app.year.review_year import ReviewYear

YEARS = Path(__file__).resolve().parents[1] / "data" / "years"
OF_MEMBERS_ALONE = ("member_list", "submission", "contents_list", "handover_slip")
"""Kinds that print the list of members and nothing of a review."""
CELL = Cell(
    uid="c" * 32,
    name="Chi bộ thôn Đông",
    upper_organisation="Đảng bộ xã Mẫu",
    upper_committee="Đảng ủy xã Mẫu",
    place_name="Xã Mẫu",
    cell_secretary="Nguyễn Văn A",
    term_started_on=dt.date(2015, 6, 1),
)
PRACTICE_CELL = CELL.model_copy(update={"is_practice": True})
DAY = dt.date(2026, 11, 24)
LONGEST_NAME = ("Nguyễn Hoàng Phương Thảo " * 8).strip()[:200].strip()
_NAMES = ("Nguyễn Văn A", "Trần Thị B", "Lê Quý Đ", "Phạm Thị Thanh C", "Đặng Văn Ơ", "Vũ Hoàng Ư")
_POSTS = ("", "Trưởng thôn, Chi ủy viên", "Phó bí thư", "Bí thư chi bộ")
PROFILE_DAYS = {"hd11": dt.date(2017, 12, 9), "hd36": dt.date(2019, 2, 3), "hd05": DAY}
PARTS = (
    PartRow("Tờ trình về việc báo cáo danh sách đảng viên", "Số 05-TTr/CB", dt.date(2026, 11, 24), "01 bản"),
    PartRow("Danh sách đảng viên", "", dt.date(2026, 11, 20), "01 bản", "bản giấy, 3 tờ"),
    PartRow("Bản kiểm điểm cá nhân", extent="06 bản"),
)


def members(count: int) -> tuple[Member, ...]:
    """Return `count` members: one in nine probationary, one in seven of unknown sex."""
    return tuple(
        Member(
            uid=f"{place:032x}",
            full_name=f"{_NAMES[place % 6]} {chr(65 + place % 26)}",
            sex=Sex.UNKNOWN if place % 7 == 6 else (Sex.MALE, Sex.FEMALE)[place % 2],
            born_on=f"1970-03-{place % 28 + 1:02d}",
            admitted_on="2001-02" if place % 5 else "2001-02-03",
            official_on="" if place % 9 == 8 else "2002-02-03",
            card_number=f"{12_345_678 + place:012d}",
        )
        for place in range(count)
    )


def posts(people: Sequence[Member]) -> tuple[Post, ...]:
    """Return the posts of `members`, held since an unknown day."""
    return tuple(
        Post(uid=f"{member.uid[-16:]}{place:016x}", member_uid=member.uid, **post.model_dump())
        for member, line in zip(people, _POSTS, strict=False)
        for place, post in enumerate(posts_written(line))
    )


def review_year(year: int = 2026, count: int = 6, cell: Cell = CELL) -> ReviewYear:
    """Return a year of a cell with `count` members."""
    people = members(count)
    return ReviewYear(year, cell, people, (), posts=posts(people))


def paper(day: dt.date, **values: object) -> OutgoingPaper:
    """Return a numbered submission dated `day`."""
    return OutgoingPaper.model_validate(
        {
            "uid": "a" * 32,
            "kind": "submission",
            "year": day.year,
            "dated_on": day,
            "body": "Chi bộ đã rà soát thông tin của từng đảng viên.\n\nDanh sách khớp với hồ sơ.",
            "recipients": "Ban Tổ chức Đảng ủy xã Mẫu\n",
            "signer_name": "Nguyễn Văn A",
            "number": 5,
            "type_code": "TTr",
            "symbol": "CB",
            **values,
        }
    )


@lru_cache
def whole_year(of: int) -> ReviewYear:
    """Return a well-run practice year, 2017 of six members or 2026 of eleven, as if it were a real cell's.

    Its rules are those that come with the program now.
    """
    year = codec.load((YEARS / f"whole-{of}.json").read_text(encoding="utf-8"))
    rules = for_year(of)
    assert rules
    pinned = year.cycles[0].model_copy(update={"ruleset_snapshot": rules.snapshot})
    cell = year.cell.model_copy(update={"is_practice": False})
    return replace(year, cycles=(pinned,), cell=cell)


def year_of(code: str, day: dt.date) -> ReviewYear:
    """Return the year a full paper of the kind `code` is built from: members alone, or a whole review."""
    if code in OF_MEMBERS_ALONE:
        return review_year(day.year)
    return whole_year(2017 if day < dt.date(2026, 1, 1) else 2026)


def subject_of(code: str, day: dt.date, year: ReviewYear | None = None, place: int = 0) -> Subject:
    """Return a full subject for the kind `code`: the one at `place` among all it can be about."""
    if code == "member_list":
        return Subject(dated_on=day)
    if code in {"contents_list", "handover_slip"}:
        return Subject(dated_on=day, parts=PARTS, code="7F3A" if code == "handover_slip" else "")
    kind = papers.kind(code)
    about = abouts(kind, year or year_of(code, day))[place]
    number = {"number": None, "type_code": ""} if not kind.type_code else {"type_code": kind.type_code}
    own = {"kind": code, "target": about.target, "about": about.about}
    return Subject(paper(day, **{**own, **number}))


@dataclass(frozen=True)
class Case:
    """One paper of the tests by name."""

    name: str
    code: str
    profile: str
    full: bool

    def document(self) -> Document:
        """Return the paper, or the blank form of its kind."""
        day = PROFILE_DAYS[self.profile]
        if not self.full:
            return papers.build(self.code, review_year(day.year, 0), Subject())
        return papers.build(self.code, year_of(self.code, day), subject_of(self.code, day))


CASES = [
    Case(f"{kind.code}-{profile}{'' if full else '-blank'}", kind.code, profile, full)
    for kind in papers.KINDS
    for profile in PROFILE_DAYS
    for full in (True, False)
    if full or profile == "hd05"
]
