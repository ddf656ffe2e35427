"""Opening the encrypted file: key, settings and real transactions on every connection."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, TypeAlias

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2 as driver

BUSY_TIMEOUT_S = 5.0
"""How long a transaction waits for another program's lock (reliability.md A16)."""

Raw: TypeAlias = Any
"""A connection of the driver, which publishes no types."""

Mode = Literal["write", "read", "make", "view"]
_SETTINGS: dict[Mode, tuple[str, ...]] = {
    # The side file is kept short, at 1 MB: a bitten one costs what lies in it.
    "write": ("foreign_keys=ON", "synchronous=FULL", "secure_delete=ON", "wal_autocheckpoint=250"),
    "read": ("foreign_keys=ON", "query_only=ON"),
    # Migrations rebuild tables; references are checked at the end of each step. Nothing here reads the
    # file (``synchronous`` would; FULL is built in), so that the examination hears what is wrong.
    "make": ("foreign_keys=OFF", "secure_delete=ON"),
    # Neither lock nor side file is asked for, so that a folder that may only be read is enough.
    "view": ("query_only=ON",),
}
_ALWAYS = ("trusted_schema=OFF", "cell_size_check=ON", "temp_store=MEMORY")
_BEGIN: dict[Mode, str] = {
    "write": "BEGIN IMMEDIATE",
    "read": "BEGIN",
    "make": "BEGIN IMMEDIATE",
    "view": "BEGIN",
}


def apply_key(raw: Raw, key: bytes) -> None:
    """Give SQLCipher the 32-byte key itself, so that opening costs no key derivation."""
    raw.execute("PRAGMA cipher_log_level=NONE")  # a wrong key would print to stderr
    raw.execute(f"PRAGMA key=\"x'{key.hex()}'\"")


def connect(path: Path, key: bytes, mode: Mode) -> Connection:
    """Return the only connection of its engine to the file at `path`; the file is not read yet.

    Its transactions begin for real (``BEGIN IMMEDIATE`` to write), so that a rollback takes everything
    back, schema changes too.
    """

    def open_raw() -> Raw:
        raw = driver.connect(
            _name(path, mode),
            isolation_level=None,
            check_same_thread=False,
            timeout=BUSY_TIMEOUT_S,
            uri=mode == "view",
        )
        try:
            apply_key(raw, key)
            for setting in (*_SETTINGS[mode], *_ALWAYS):
                raw.execute(f"PRAGMA {setting}")
        except driver.Error:
            raw.close()
            raise
        return raw

    engine = create_engine("sqlite://", module=driver, creator=open_raw, poolclass=StaticPool)
    _begin_for_real(engine, _BEGIN[mode])
    return engine.connect()


def _name(path: Path, mode: Mode) -> str:
    return f"{path.absolute().as_uri()}?immutable=1" if mode == "view" else str(path)


def _begin_for_real(engine: Engine, begin: str) -> None:
    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)


@contextlib.contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """Commit what the block did, or take all of it back.

    SQLite keeps a transaction open whose COMMIT failed (busy, a broken reference), and SQLAlchemy no longer
    rolls it back then: so it is done here.
    """
    try:
        with connection.begin():
            yield
    except BaseException:
        raw = raw_of(connection)
        if raw.in_transaction:
            raw.execute("ROLLBACK")
        raise


@contextlib.contextmanager
def savepoint(connection: Connection) -> Iterator[None]:
    """Take back what the block did when it fails, and nothing of the transaction around it."""
    with connection.begin_nested():
        yield


def disconnect(connection: Connection) -> None:
    """Close `connection` and the file behind it."""
    connection.close()
    connection.engine.dispose()


def pragma(connection: Connection, statement: str) -> int | str | None:
    """Return the one value that ``PRAGMA statement`` answers, outside any transaction."""
    cursor = raw_of(connection).execute(f"PRAGMA {statement}")
    row = cursor.fetchone()
    cursor.close()
    value: int | str | None = row[0] if row else None
    return value


def raw_of(connection: Connection) -> Raw:
    """Return the driver's connection, for what SQLAlchemy would wrap in a transaction of its own."""
    return connection.connection.driver_connection
