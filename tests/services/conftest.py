"""Services over a real database, and jobs run as the child process would, in this process."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.services.cells import CellService
from app.services.importing import ImportService
from app.services.members import MemberService
from app.storage.database import Database
from app.worker.inline import InlineJobs
from tests.builders import SteadyClock, a_database, unprotected


@pytest.fixture
def clock() -> SteadyClock:
    return SteadyClock()


@pytest.fixture
def database(tmp_path: Path, clock: SteadyClock) -> Iterator[Database]:
    database = a_database(tmp_path / "so", clock)
    yield database
    assert not database.in_transaction()
    database.close()


@pytest.fixture
def members(database: Database, clock: SteadyClock) -> MemberService:
    return MemberService(database, clock)


@pytest.fixture
def importing(database: Database, clock: SteadyClock) -> ImportService:
    return ImportService(database, InlineJobs(), clock, unprotected)


@pytest.fixture
def cells(database: Database) -> CellService:
    return CellService(database)
