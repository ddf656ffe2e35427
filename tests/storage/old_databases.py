"""Makes the stored database of a schema once, when it is released: ``python -m tests.storage.old_databases``.

What it made stays as it is for ever; later schemas get a folder of their own beside it.
"""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from app.domain.cells import Cell, WorkYear
from app.domain.distinct_pairs import DistinctPair
from app.domain.import_columns import ImportColumn
from app.domain.members import Member
from app.domain.number_gaps import NumberGap
from app.domain.number_starts import NumberStart
from app.domain.outgoing_papers import OutgoingPaper, Submission
from app.domain.posts import Post
from app.domain.recognitions import Discipline, Reward
from app.domain.saved_filters import SavedFilter
from app.domain.standings import Standing
from app.domain.types import Owned, new_uid
from app.keys.slots import Slots
from app.storage import drafts, layout, migrate
from app.storage.database import Database
from app.storage.opening import create
from app.storage.passwords import write_slots
from app.year.dump import record_lists
from tests.keys.test_slots import CHEAP
from tests.review_samples import a_full_review
from tests.storage.cells import SteadyClock, a_member

FOLDER = Path(__file__).resolve().parents[1] / "data" / "databases"
PASSWORD = "luyện tập 2017"
"""Opens every stored database; guessing it is made cheap, since nothing in them is real."""
ROWS_NAME = "rows.json"


def rows_of(connection: Connection) -> dict[str, list[dict[str, Any]]]:
    """Return every table as SQL gives it, without any of today's types."""
    names = connection.exec_driver_sql(
        "SELECT name FROM main.sqlite_master WHERE type = 'table' AND name <> 'alembic_version' ORDER BY name"
    ).scalars()
    return {name: _rows(connection, name) for name in names.all()}


def _rows(connection: Connection, table: str) -> list[dict[str, Any]]:
    query = f'SELECT * FROM "{table}" ORDER BY 1'  # noqa: S608  a name from the schema itself
    return [dict(row) for row in connection.exec_driver_sql(query).mappings()]


def make(folder: Path) -> None:
    """Make a database with a row of every kind, a deleted one, an undone one and a draft."""
    folder.mkdir(parents=True)
    key, uid, clock = bytes(range(1, 33)), new_uid(), SteadyClock()
    database = create(folder, key, uid, clock)
    write_slots(folder, Slots.create(uid, key, PASSWORD, CHEAP)[0])
    _fill(database)
    with database.read() as reader:
        rows = json.dumps(rows_of(reader.connection), ensure_ascii=False, indent=1)
    (folder / ROWS_NAME).write_text(rows + "\n", encoding="utf-8")
    database.close()
    (folder / layout.LOCK).unlink()


def _fill(database: Database) -> None:
    cell = Cell(
        uid=database.uid,
        name="Chi bộ thôn Mẫu",
        upper_organisation="Đảng bộ xã Mẫu",
        upper_committee="Đảng ủy xã Mẫu",
        place_name="Xã Mẫu",
        cell_secretary="Nguyễn Văn A",
        term_started_on=dt.date(2015, 6, 1),
        is_practice=True,
    )
    members = [
        a_member("Nguyễn Văn A", sex="male", born_on="1960-11-05", admitted_on="1985-02-03", note="Bí thư"),
        a_member("Đặng Thị Ẩn", sex="female", born_on="1985", card_number="000000000002"),
        a_member("Phạm Đức Đạt", admitted_on="2010-05", trashed_on="2017-11-01"),
    ]
    with database.write("cell.create", undoable=False) as work:
        work.add_all([cell, WorkYear(uid=new_uid(), year=2017), WorkYear(uid=new_uid(), year=2016)])
    with database.write("member.import") as work:
        work.add_all([*members, *_owned(members[0].uid)])
    with database.write("member.edit") as work:
        work.change(Member, members[1].uid, 1, phone="000 000 000")
    with database.write("member.add") as work:
        work.add(a_member("Trần Văn Thừa"))
    database.history.undo()
    moment = database.place.clock.utc()
    with database.write("paper.issue", undoable=False) as work:
        work.add(
            OutgoingPaper(
                uid=new_uid(),
                kind="submission",
                year=2017,
                dated_on=dt.date(2017, 12, 4),
                subject_line="về việc nộp danh sách đảng viên",
                signer_name="Nguyễn Văn A",
                number=5,
                type_code="TTr",
                symbol="CB",
                issued_at=moment,
            )
        )
        work.add(
            Submission(
                uid=new_uid(),
                package_id="7f3a",
                year=2017,
                state="written",
                folder_name="KiemDiem2017_CB-Mau_20171205-0900_7F3A",
                file_count=9,
                started_at=moment,
                written_at=moment,
            )
        )
    with database.write("paper.number_start") as work:
        work.add(NumberStart(uid=new_uid(), type_code="TTr", known_on=dt.date(2017, 12, 4), last_number=4))
    with database.write("paper.explain_gap") as work:
        own = {"type_code": "TTr", "number": 3, "known_on": dt.date(2017, 12, 4), "reason": "cancelled"}
        work.add(NumberGap.model_validate({"uid": new_uid(), **own, "note": "hủy trước khi gửi"}))
    with database.write("saved_filter.add") as work:
        work.add(
            SavedFilter(
                uid=new_uid(),
                list_name="member",
                name="Dự bị, xếp theo ngày vào Đảng",
                chip="probation",
                query="van",
                columns="full_name admitted_on",
                ordered_by="-admitted_on",
            )
        )
    with database.write("import.columns") as work:
        work.add(ImportColumn(uid=new_uid(), title_key="ngay dung trong hang ngu", field="admitted_on"))
    with database.write("member.set_apart") as work:
        work.add(DistinctPair(uid=new_uid(), one=members[0].uid, other=members[1].uid))
    with database.write("cycle.begin") as work:
        for records in a_full_review(record_lists()).values():
            work.add_all(records)
    drafts.keep(database, "member", "", {"full_name": "Nguyễn Thị Dở"})


def _owned(uid: str) -> list[Owned]:
    """Return what the first member owns, one of every kind."""
    values: dict[type[Owned], dict[str, Any]] = {
        Post: {"kind": "cell_secretary", "started_on": "2015-06-01"},
        Standing: {"kind": "temporary_away", "place": "Chi bộ thôn Khác", "started_on": "2016"},
        Reward: {"what": "Giấy khen", "decision_number": "07-QĐ/ĐU", "decided_on": "2016-02-03"},
        Discipline: {"form": "reprimand", "decision_number": "02-QĐ/ĐU", "decided_on": "2011-03"},
    }
    return [kind.model_validate({"uid": new_uid(), "member_uid": uid, **values[kind]}) for kind in values]


if __name__ == "__main__":
    make(FOLDER / f"v{migrate.schema_known():04d}")
