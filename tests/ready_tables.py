"""The tables of a new database: made by the program's own steps once in a process, then repeated.

Almost every test begins with a new cell, and seventeen steps take longer than most tests. What the steps
themselves do is tested without this (tests/storage); tests/test_ready_tables.py holds one against the other.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

from sqlalchemy import Connection

from app.storage import migrate

_statements: list[str] = []


@contextmanager
def ready_tables() -> Iterator[None]:
    """Let databases made in here get their tables without going through every step again."""
    steps = migrate.upgrade

    def upgrade(connection: Connection) -> None:
        if migrate.schema_of(connection):
            steps(connection)
        elif _statements:
            with connection.begin():
                for statement in _statements:
                    connection.exec_driver_sql(statement)
        else:
            steps(connection)
            _statements.extend(_made(connection))

    with patch.object(migrate, "upgrade", upgrade):
        yield


def _made(connection: Connection) -> list[str]:
    """Return what makes the tables of `connection` and their numbers, in the order of their making."""
    with connection.begin():
        rows = connection.exec_driver_sql(
            "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY rowid"
        )
        schema = migrate.schema_of(connection)
        return [
            *rows.scalars(),
            f"INSERT INTO alembic_version VALUES ('{schema:04}')",  # noqa: S608  a number
            f"PRAGMA user_version = {schema}",
        ]
