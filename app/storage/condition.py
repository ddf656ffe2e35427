"""In what state an open database is: sizes, counts, and what each check of it says; never a value."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, func, inspect, select, table
from sqlcipher3 import dbapi2 as driver

from app.storage import audit, mark, migrate
from app.storage.connections import pragma, raw_of
from app.storage.database import Database


class Check(StrEnum):
    """What is looked at."""

    PAGES = "pages"
    """Every page is as it was encrypted."""
    TABLES = "tables"
    """Tables and indexes agree."""
    REFERENCES = "references"
    CHAIN = "chain"
    """No entry of the audit was changed or taken out."""
    MARK = "mark"
    """The data are as far as they were when "Đã lưu" was last said."""


@dataclass(frozen=True, slots=True)
class Condition:
    """What can be said of a database without telling what is in it."""

    sqlite: str
    cipher: str
    schema: int
    newest_schema: int
    pages: int
    free_pages: int
    counts: dict[str, int]
    passed: dict[Check, bool]

    @property
    def is_sound(self) -> bool:
        """Return whether every check passed."""
        return all(self.passed.values())


def look(database: Database) -> Condition:
    """Return the condition of an open database; takes as long as reading the whole file."""
    marked = mark.read(database.place.folder, database.place.key)
    with database.read() as reader:
        connection = reader.connection
        return Condition(
            sqlite=driver.sqlite_version,
            cipher=str(pragma(connection, "cipher_version") or ""),
            schema=migrate.schema_of(connection),
            newest_schema=migrate.schema_known(),
            pages=int(pragma(connection, "page_count") or 0),
            free_pages=int(pragma(connection, "freelist_count") or 0),
            counts=_counts(connection),
            passed=_passed(connection, marked),
        )


def _counts(connection: Connection) -> dict[str, int]:
    names = sorted(inspect(connection).get_table_names())
    return {
        name: int(connection.execute(select(func.count()).select_from(table(name))).scalar_one())
        for name in names
    }


def _passed(connection: Connection, marked: mark.Mark | None) -> dict[Check, bool]:
    raw = raw_of(connection)
    return {
        Check.PAGES: not raw.execute("PRAGMA cipher_integrity_check").fetchall(),
        Check.TABLES: raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)],
        Check.REFERENCES: not raw.execute("PRAGMA foreign_key_check").fetchall(),
        Check.CHAIN: audit.first_wrong(connection) is None,
        Check.MARK: marked is not None and audit.head_of(connection, at=marked.head.seq) == marked.head,
    }
