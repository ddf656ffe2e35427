"""A fresh database for each test, copied from one that was made once; no transaction may stay open."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.storage.database import Database
from tests.storage.cells import new_database, reopened


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("prepared") / "du-lieu"
    new_database(folder).close()
    return folder


@pytest.fixture
def cell_folder(tmp_path: Path, prepared: Path) -> Path:
    """Return a folder with an empty database that nobody has open."""
    return Path(shutil.copytree(prepared, tmp_path / "chi-bo"))


@pytest.fixture
def database(cell_folder: Path) -> Iterator[Database]:
    """Give an empty open database; the test must leave no transaction open."""
    database = reopened(cell_folder)
    yield database
    assert not database.in_transaction()
    database.close()
