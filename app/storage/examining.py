"""Says what is wrong with a database file, before the program trusts it.

SQLite takes an empty file for a new database, and answers a wrong key, damage and a foreign file with the
same words (reliability.md, findings 4 and 5); so the file is looked at from outside first.
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, select
from sqlalchemy.exc import DBAPIError, NoResultFound
from sqlcipher3 import dbapi2 as driver

from app.common.files import told as files_told
from app.errors import EnvironmentFailed
from app.storage import audit, layout, migrate
from app.storage.connections import pragma, raw_of
from app.storage.failures import DAMAGED, sqlite_name
from app.storage.mark import Mark
from app.storage.tables.system import IDENTITY

APPLICATION_ID = 0x53434201
""""SCB" and a byte for the format of the file as a whole."""
LEAST_SQLITE = (3, 51, 3)
"""The first without the WAL-reset corruption bug (reliability.md, finding 1)."""
PLAIN_HEADER = b"SQLite format 3\x00"
_KNOWN_STARTS = (
    PLAIN_HEADER,
    b"PK\x03\x04",
    b"%PDF",
    b"\xd0\xcf\x11\xe0",
    b"7z\xbc\xaf",
    b"Rar!",
)
_GZIP = b"\x1f\x8b\x08"
_GZIP_EFFORTS = frozenset((0, 2, 4))
_GZIP_SYSTEMS = frozenset((0, 3, 7, 10, 11, 255))
_PAGE = 4096
_JOURNAL_START = b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"
_JOURNAL_HEAD, _JOURNAL_PAGES = 28, slice(16, 20)
"""Of a rollback journal: its first bytes, its length, and where the pages that the file had are counted
(SQLite, Database File Format, 3)."""
# A page of ours is noise: nearly all 256 values occur in it. Text, pictures and zeros have far fewer.
_LEAST_VALUES = 200
NOT_OURS = "L-202"
NEWER = "L-204"
_UNREADABLE = {"SQLITE_NOTADB", "SQLITE_CORRUPT", "SQLITE_ERROR"}


def refuse_old_library() -> None:
    """Raise `EnvironmentFailed` (L-212) when the SQLite inside could damage data."""
    if tuple(int(part) for part in driver.sqlite_version.split(".")) < LEAST_SQLITE:
        raise EnvironmentFailed("L-212", found=driver.sqlite_version)


def examine_file(path: Path) -> None:
    """Look at the bytes of `path` without opening it as a database.

    Raises `EnvironmentFailed`: L-110 missing, L-201 empty or cut, L-202 plainly something else.
    """
    with files_told():
        if not path.is_file():
            raise EnvironmentFailed("L-110")
        size = path.stat().st_size
        with path.open("rb") as file:
            start = file.read(_PAGE)
    if size == 0:
        raise EnvironmentFailed(DAMAGED)
    if _is_foreign(start):
        raise EnvironmentFailed(NOT_OURS)
    if size % _PAGE and not _has_side_file(path):
        raise EnvironmentFailed(DAMAGED)
    _refuse_swollen(path, size)


def _refuse_swollen(path: Path, size: int) -> None:
    """Refuse a journal beside `path` (`size` bytes) that would take more pages back than there ever were.

    SQLite believes the number without a check and makes the file that long, terabytes for one flipped bit;
    then nothing could look through it or set it aside (reliability.md A15).
    """
    journal = path.with_name(f"{path.name}-journal")
    with files_told():
        if not journal.is_file():
            return
        most = size + journal.stat().st_size
        with journal.open("rb") as file:
            head = file.read(_JOURNAL_HEAD)
    pages = int.from_bytes(head[_JOURNAL_PAGES], "big")
    if head.startswith(_JOURNAL_START) and pages * _PAGE > most:
        raise EnvironmentFailed(DAMAGED)


def _is_foreign(start: bytes) -> bool:
    """Return whether a file begins like another program's.

    A database of ours begins with 16 random bytes: what it is told from must be long enough that no cell
    ever begins so by chance. The two bytes of gzip alone would refuse one new cell in 65,536.
    """
    if start.startswith(_KNOWN_STARTS) or len(set(start)) < min(_LEAST_VALUES, len(start) // 2):
        return True
    return start.startswith(_GZIP) and start[8] in _GZIP_EFFORTS and start[9] in _GZIP_SYSTEMS


def _has_side_file(path: Path) -> bool:
    """Return whether a side file stands beside it: a disk that filled up while it was taken in cuts the last
    page, which the side file still holds whole."""
    with files_told():
        side_file = path.with_name(layout.SIDE_FILES[0])
        return side_file.is_file() and side_file.stat().st_size > 0


def examine(connection: Connection, *, key_is_ours: bool) -> int:
    """Check the opened file page by page and return the number of its schema; nothing is written.

    `key_is_ours` says that the key is known to belong to this folder, so that a file that does not open is
    damaged and not another's. Raises `EnvironmentFailed`: L-201, L-202 (another program's), L-204 (newer),
    L-213 (another key).
    """
    try:
        found = pragma(connection, "application_id"), migrate.schema_of(connection)
        bad_pages = _bad_pages(connection)
        if bad_pages:
            # The check sees the file alone. A write that was cut while the side file was taken in left a
            # torn page behind, which the side file still holds whole: so it is taken in first.
            pragma(connection, "wal_checkpoint(PASSIVE)")
            bad_pages = _bad_pages(connection)
    except driver.Error as error:
        if sqlite_name(error) not in _UNREADABLE:
            raise
        raise EnvironmentFailed(DAMAGED if key_is_ours else "L-213") from error
    if bad_pages:
        raise EnvironmentFailed(DAMAGED)
    if found[0] != APPLICATION_ID:
        raise EnvironmentFailed(NOT_OURS)
    if found[1] > migrate.schema_known():
        raise EnvironmentFailed(NEWER, found=found[1], known=migrate.schema_known())
    return found[1]


def _bad_pages(connection: Connection) -> list[tuple[str]]:
    found: list[tuple[str]] = raw_of(connection).execute("PRAGMA cipher_integrity_check").fetchall()
    return found


def key_fits(connection: Connection) -> bool:
    """Return whether the first page can be read with the key that the connection was given."""
    try:
        migrate.schema_of(connection)
    except driver.Error as error:
        if sqlite_name(error) not in _UNREADABLE:
            raise
        return False
    return True


def is_sound(connection: Connection) -> bool:
    """Return whether tables, indexes and references are in order."""
    raw = raw_of(connection)
    in_order = raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    return in_order and not raw.execute("PRAGMA foreign_key_check").fetchall()


def refuse_damaged_source(connection: Connection) -> None:
    """Raise `EnvironmentFailed` (L-222) rather than copy a damaged database over good copies in time."""
    if _bad_pages(connection) or not is_sound(connection):
        raise EnvironmentFailed("L-222")


def identity(connection: Connection) -> str:
    """Return the uid of the database; raises `EnvironmentFailed` (L-201) when it is not there."""
    try:
        with connection.begin():
            return str(connection.execute(select(IDENTITY.c.uid)).scalar_one())
    except NoResultFound as error:
        raise EnvironmentFailed(DAMAGED) from error
    except DBAPIError as error:
        if sqlite_name(error) not in _UNREADABLE:
            raise  # a full disk is no damage
        raise EnvironmentFailed(DAMAGED) from error


def refuse_loss(connection: Connection, mark: Mark | None) -> None:
    """Compare the database with the high-water mark of its folder.

    Being ahead is fine: the mark is written after the commit. Raises `EnvironmentFailed`: L-203 with the
    number of `missing` changes when it is behind, L-205 when there is nothing to compare with.
    """
    with connection.begin():
        head = audit.head_of(connection)
        then = audit.head_of(connection, at=mark.head.seq) if mark else audit.Head()
    if mark is None and head.seq == 0:
        return  # killed between making the file and its first mark
    if mark is not None and head.seq < mark.head.seq:
        raise EnvironmentFailed("L-203", missing=mark.head.seq - head.seq)
    if mark is None or then != mark.head:
        raise EnvironmentFailed("L-205")
