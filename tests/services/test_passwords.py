"""The password is changed by whoever knows the old one, and a damaged database comes back from a set."""

from pathlib import Path

import pytest

from app import bootstrap
from app.bootstrap import Core, Seams
from app.common.clock import SystemClock
from app.errors import EnvironmentFailed
from app.keys.password import Cost
from tests.builders import CELL, MEMBER

SEAMS = Seams(SystemClock(), cost=Cost(1, 8, 1))


@pytest.fixture
def core(tmp_path: Path) -> Core:
    made, _code = bootstrap.create_cell(tmp_path / "so", "mật khẩu cũ", CELL, 2017, SEAMS)
    return made


def test_the_new_password_opens_and_the_old_one_does_not(core: Core) -> None:
    core.keys.passwords.change("mật khẩu cũ", "mật khẩu mới")
    core.close()
    bootstrap.unlock(core.folder, "mật khẩu mới", SEAMS).close()
    with pytest.raises(EnvironmentFailed, match="L-206"):
        bootstrap.unlock(core.folder, "mật khẩu cũ", SEAMS)


def test_a_wrong_old_password_changes_nothing(core: Core) -> None:
    with pytest.raises(EnvironmentFailed, match="L-206"):
        core.keys.passwords.change("sai", "mật khẩu mới")
    core.close()
    bootstrap.unlock(core.folder, "mật khẩu cũ", SEAMS).close()


def test_a_database_that_does_not_open_comes_back_from_its_set(core: Core) -> None:
    core.members.add(MEMBER)
    core.backups.make("daily")
    core.close()
    (core.folder / bootstrap.DATABASE_NAME).write_bytes(b"x" * 4096)
    chosen = bootstrap.backup_sets(core.folder)[0]
    bootstrap.restore_closed(core.folder, chosen, "mật khẩu cũ", SEAMS)
    again = bootstrap.unlock(core.folder, "mật khẩu cũ", SEAMS)
    assert [one.full_name for one in again.members.list()] == [MEMBER["full_name"]]
    again.close()
