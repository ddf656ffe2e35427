"""A set comes back without an open database: with its older password, from a stick, from an older schema."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from app import bootstrap
from app.bootstrap import Core
from app.errors import AppError
from app.keys.slots import Slots
from app.services.backups import BackupSet
from app.storage import audit, migrate, passwords
from tests.builders import CELL, CHEAP, MEMBER, PASSWORD, SteadyClock, a_core, seams
from tests.storage.old_databases import FOLDER as OLD_DATABASES
from tests.storage.old_databases import PASSWORD as OLD_DATABASES_PASSWORD
from tests.storage.test_migrate import next_step

NEWER = "mật khẩu đổi sau này"


@pytest.fixture
def core(tmp_path: Path) -> Iterator[Core]:
    core = a_core(tmp_path / "so")
    yield core
    core.close()


def refusal(act: Callable[[], object]) -> str:
    with pytest.raises(AppError) as error:
        act()
    return error.value.code


def names(folder: Path, password: str) -> list[str]:
    core = bootstrap.unlock(folder, password, seams())
    try:
        return [member.full_name for member in core.members.list()]
    finally:
        core.close()


@pytest.fixture
def before_the_change(core: Core) -> BackupSet:
    """Return a set with one member, made before the password was changed and a member added."""
    core.members.add(MEMBER)
    made = core.backups.make("manual")
    core.keys.passwords.change(PASSWORD, NEWER)
    core.members.add({"full_name": "Trần Thị B"})
    core.close()
    return made


def test_the_password_in_force_opens_an_older_set_and_stays_in_force(
    core: Core, before_the_change: BackupSet
) -> None:
    loss = bootstrap.restore_loss(core.folder, before_the_change, NEWER, seams())
    assert (loss.changes, loss.then["member"]) == (1, 1)
    bootstrap.restore_closed(core.folder, before_the_change, NEWER, seams())
    assert names(core.folder, NEWER) == [MEMBER["full_name"]]
    assert refusal(lambda: bootstrap.unlock(core.folder, PASSWORD, seams())) == "L-206"


def test_the_older_password_of_the_set_opens_it_and_is_in_force_afterwards(
    core: Core, before_the_change: BackupSet
) -> None:
    bootstrap.restore_closed(core.folder, before_the_change, PASSWORD, seams())
    assert names(core.folder, PASSWORD) == [MEMBER["full_name"]]
    assert refusal(lambda: bootstrap.unlock(core.folder, NEWER, seams())) == "L-206"


def test_a_password_of_neither_time_is_told_with_both_ways_out(
    core: Core, before_the_change: BackupSet
) -> None:
    whole = (core.folder / "chi-bo.db").read_bytes()
    assert refusal(lambda: bootstrap.restore_closed(core.folder, before_the_change, "x", seams())) == "L-226"
    assert (core.folder / "chi-bo.db").read_bytes() == whole


def test_a_wrong_password_is_called_so_while_there_was_only_one(core: Core) -> None:
    made = core.backups.make("manual")
    core.close()
    assert refusal(lambda: bootstrap.restore_closed(core.folder, made, "x", seams())) == "L-206"


def test_a_set_under_an_older_key_wants_the_password_of_its_time(core: Core) -> None:
    """As Đổi khóa leaves it: the folder's slots give another key than the set's."""
    core.members.add(MEMBER)
    made = core.backups.make("manual")
    core.close()
    slots, _ = Slots.create(made.content.uid, secrets.token_bytes(32), NEWER, CHEAP)
    passwords.write_slots(core.folder, slots)
    assert refusal(lambda: bootstrap.restore_closed(core.folder, made, NEWER, seams())) == "L-225"
    bootstrap.restore_closed(core.folder, made, PASSWORD, seams())
    assert names(core.folder, PASSWORD) == [MEMBER["full_name"]]


def test_a_restore_without_an_open_database_stands_in_the_chain_and_the_old_files_stay(core: Core) -> None:
    core.members.add(MEMBER)
    made = core.backups.make("manual")
    core.close()
    (core.folder / "chi-bo.db").write_bytes(b"x" * 5000)
    bootstrap.restore_closed(core.folder, made, PASSWORD, seams())
    (aside,) = (core.folder / "sao-luu").glob("truoc-khoi-phuc_*")
    assert (aside / "chi-bo.db").read_bytes() == b"x" * 5000
    again = bootstrap.unlock(core.folder, PASSWORD, seams())
    assert again.backups.loss(made).actions == {"database.restore": 1}
    again.close()


@pytest.mark.fault("D09")
def test_a_set_of_another_cell_is_refused_without_an_open_database(core: Core, tmp_path: Path) -> None:
    other = a_core(tmp_path / "khac")
    foreign = other.backups.make("manual")
    other.close()
    core.close()
    assert refusal(lambda: bootstrap.restore_closed(core.folder, foreign, PASSWORD, seams())) == "L-223"


def test_a_set_on_a_stick_makes_a_new_laptop_whole(core: Core, tmp_path: Path) -> None:
    core.members.add(MEMBER)
    stick = tmp_path / "usb"
    stick.mkdir()
    core.second_place.choose(stick)
    core.second_place.copy()
    core.close()
    shutil.rmtree(core.folder)
    (found,) = bootstrap.backup_sets_in(stick)
    bootstrap.restore_closed(tmp_path / "may moi", found, PASSWORD, seams())
    assert names(tmp_path / "may moi", PASSWORD) == [MEMBER["full_name"]]


def test_the_code_on_paper_opens_a_set_on_a_new_laptop_where_the_password_is_forgotten(
    tmp_path: Path,
) -> None:
    core, code = bootstrap.create_cell(tmp_path / "so", PASSWORD, CELL, 2017, seams())
    core.members.add(MEMBER)
    made = core.backups.make("manual")
    core.close()
    stick = Path(shutil.copytree(made.folder, tmp_path / "usb"))
    found = next(one for one in bootstrap.backup_sets_in(stick) if one.name == made.name)
    assert refusal(lambda: bootstrap.restore_closed(tmp_path / "moi", found, "quên rồi", seams())) == "L-206"
    bootstrap.restore_closed(tmp_path / "moi", found, code.lower().replace("-", " "), seams())
    bootstrap.recover(tmp_path / "moi", code, NEWER, seams()).close()
    assert names(tmp_path / "moi", NEWER) == [MEMBER["full_name"]]


@pytest.fixture
def steps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = Path(shutil.copytree(migrate.FOLDER, tmp_path / "migrations"))
    monkeypatch.setattr(migrate, "FOLDER", folder)
    return folder / "versions"


def an_old_set(folder: Path) -> BackupSet:
    """Return a set as the oldest program made it."""
    shutil.copytree(min(path for path in OLD_DATABASES.iterdir() if path.is_dir()), folder)
    core = bootstrap.unlock(folder, OLD_DATABASES_PASSWORD, seams())
    made = core.backups.make("manual")
    core.close()
    return made


@pytest.mark.parametrize("is_open", [True, False])
def test_a_set_of_an_older_schema_comes_back_in_the_schema_of_this_program(
    tmp_path: Path, steps: Path, is_open: bool
) -> None:
    folder = tmp_path / "cu"
    made = an_old_set(folder)
    number = next_step(steps, "op.execute(\"ALTER TABLE member ADD COLUMN email TEXT NOT NULL DEFAULT ''\")")
    if is_open:
        core = bootstrap.unlock(folder, OLD_DATABASES_PASSWORD, seams(SteadyClock()))
        core.backups.restore(made)
        core.close()
    else:
        bootstrap.restore_closed(folder, made, OLD_DATABASES_PASSWORD, seams())
    newest = bootstrap.backup_sets(folder)[0]
    assert newest.content.schema in {number, number - 1}
    core = bootstrap.unlock(folder, OLD_DATABASES_PASSWORD, seams())
    assert core.backups.make("manual").content.schema == number
    assert len(core.members.list()) == made.content.counts["member"] - len(core.members.trashed())
    core.close()


def test_a_set_of_a_newer_program_is_called_so(
    tmp_path: Path, steps: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "cu"
    an_old_set(folder)
    next_step(steps, "op.execute('CREATE TABLE later (uid TEXT NOT NULL PRIMARY KEY)')")
    core = bootstrap.unlock(folder, OLD_DATABASES_PASSWORD, seams())
    made = core.backups.make("manual")
    core.close()
    monkeypatch.undo()
    assert refusal(lambda: bootstrap.restore_closed(folder, made, OLD_DATABASES_PASSWORD, seams())) == "L-204"


def test_the_chain_is_whole_after_a_restore(core: Core) -> None:
    core.members.add(MEMBER)
    made = core.backups.make("manual")
    core.close()
    bootstrap.restore_closed(core.folder, made, PASSWORD, seams())
    from app.services import opening

    database = opening.unlock(core.folder, PASSWORD, SteadyClock())
    with database.read() as reader:
        assert audit.first_wrong(reader.connection) is None
    database.close()


@pytest.mark.fault("D03")
@pytest.mark.parametrize("left", [0, 1, 100, 4096, 5000, 40960])
def test_a_set_that_was_cut_short_is_called_damaged_and_not_locked(core: Core, left: int) -> None:
    made = core.backups.make("manual")
    core.close()
    with made.database.open("r+b") as file:
        file.truncate(left)
    whole = (core.folder / "chi-bo.db").read_bytes()
    for act in (bootstrap.restore_loss, bootstrap.restore_closed):
        for password in (PASSWORD, "x"):
            assert refusal(partial(act, core.folder, made, password, seams())) == "L-221"
    assert (core.folder / "chi-bo.db").read_bytes() == whole
