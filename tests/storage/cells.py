"""Builders: a data folder with a database, members that look invented, the picture of a whole database."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from app.domain.members import Member
from app.domain.types import new_uid
from app.storage.database import Database
from app.storage.opening import create, open_database
from app.storage.tables import ROWS, table_of

KEY = bytes(range(32))


class SteadyClock:
    """Stands still at the evening of a review conference."""

    moment = dt.datetime(2017, 12, 5, 12, 30, tzinfo=dt.UTC)

    def today(self) -> dt.date:
        return self.moment.date()

    def now(self) -> dt.datetime:
        return self.moment.replace(tzinfo=None)

    def utc(self) -> dt.datetime:
        return self.moment


def new_database(folder: Path) -> Database:
    folder.mkdir(parents=True, exist_ok=True)
    return create(folder, KEY, new_uid(), SteadyClock())


def reopened(folder: Path) -> Database:
    return open_database(folder, KEY, SteadyClock())


@contextlib.contextmanager
def scratch(prepared: Path) -> Iterator[Database]:
    """Give a database of its own to one example of a property."""
    with tempfile.TemporaryDirectory() as folder:
        database = reopened(Path(shutil.copytree(prepared, Path(folder) / "chi-bo")))
        try:
            yield database
        finally:
            database.close()


def a_member(full_name: str = "Nguyễn Văn A", **values: Any) -> Member:
    return Member.model_validate({"uid": new_uid(), "full_name": full_name, **values})


def stored(database: Database) -> dict[str, list[str]]:
    """Return every journalled table, row by row, as it stands in the file."""
    with database.read() as reader:
        return {
            table.name: sorted(
                json.dumps([str(value) for value in row]) for row in reader.connection.execute(table.select())
            )
            for table in map(table_of, ROWS)
        }
