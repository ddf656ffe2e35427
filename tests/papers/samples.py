"""Invented cells, members and papers that the tests of papers share, and what every kind is built from."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from app import papers
from app.domain.cells import Cell
from app.domain.members import Member, Sex
from app.domain.outgoing_papers import OutgoingPaper
from app.domain.posts import Post, posts_written
from app.papers import PartRow, Subject
from app.papers.content import Document
from app.year.review_year import ReviewYear

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


def subject_of(code: str, day: dt.date) -> Subject:
    """Return a full subject for the kind `code`."""
    return {
        "member_list": Subject(dated_on=day),
        "submission": Subject(paper(day)),
        "contents_list": Subject(dated_on=day, parts=PARTS),
    }[code]


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
        subject = subject_of(self.code, day) if self.full else Subject()
        return papers.build(self.code, review_year(day.year, 6 if self.full else 0), subject)


CASES = [
    Case(f"{kind.code}-{profile}{'' if full else '-blank'}", kind.code, profile, full)
    for kind in papers.KINDS
    for profile in PROFILE_DAYS
    for full in (True, False)
    if full or profile == "hd05"
]
