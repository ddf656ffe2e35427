"""The repeated tables of tests/ready_tables.py are those that the steps make."""

import secrets
from pathlib import Path

from app.domain.types import new_uid
from app.storage.connections import pragma
from app.storage.opening import create
from tests.builders import SteadyClock
from tests.ready_tables import ready_tables


def tables(folder: Path) -> tuple[object, ...]:
    """Return everything the file says of its tables, and the rows that the steps leave in them."""
    folder.mkdir()
    database = create(folder, secrets.token_bytes(32), new_uid(), SteadyClock())
    try:
        with database.read() as reader:
            said = reader.connection.exec_driver_sql("SELECT type, name, tbl_name, sql FROM sqlite_master")
            step = reader.connection.exec_driver_sql("SELECT version_num FROM alembic_version").all()
            return sorted(map(str, said)), step, pragma(reader.connection, "user_version")
    finally:
        database.close()


def test_repeated_tables_are_those_of_the_steps(tmp_path: Path) -> None:
    stepped = tables(tmp_path / "buoc")
    with ready_tables():
        first = tables(tmp_path / "mot")
        second = tables(tmp_path / "hai")
    assert first == stepped
    assert second == stepped
