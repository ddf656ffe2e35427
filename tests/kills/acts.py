"""What the children do; the wrong ones are programs that the loops must catch."""

from __future__ import annotations

import dataclasses
import os
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import TypeAlias

import alembic.command  # noqa: F401  here once, so that no child takes half a second to load it

from app import bootstrap
from app.keys import slot_files
from app.keys.slots import Slots, encode
from app.services import opening
from app.services.form_files import chosen_unasked
from app.services.member_forms import FormKind
from app.storage import backup, backup_sets, key_change, layout, mark, migrate, passwords, restoring
from app.storage import opening as storage_opening
from app.storage.backup_sets import BackupSet
from app.storage.database import Place
from tests.builders import CELL, PASSWORD, SteadyClock, seams
from tests.storage.old_databases import PASSWORD as OLD_PASSWORD

NEW = "câu mới sau khi đổi khóa"
REPLACED = "da-thay"
"""By this file a wrong program says that the old slots are gone."""
Begin: TypeAlias = Callable[[], None]
Act: TypeAlias = Callable[[Path, Begin, str], None]


def change_key(folder: Path, begin: Begin, _argument: str) -> None:
    """Đổi khóa, from the backup before to the backup after."""
    core = bootstrap.unlock(folder, PASSWORD, seams())
    begin()
    core.keys.changing.change(PASSWORD, NEW)


def _put_in_place(owner: ModuleType, name: str, wrong: object) -> None:
    """Have a part of the program done wrongly in this child, which does nothing else."""
    setattr(owner, name, wrong)


def change_key_in_place(folder: Path, begin: Begin, _argument: str) -> None:
    """Wrong: the new slots replace the old ones before the key is changed."""

    def stage(home: Path, _key: bytes, slots: Slots, _marked: mark.Mark) -> None:
        passwords.write_slots(home, slots)
        (home / REPLACED).touch()

    def finish(_home: Path, _key: bytes) -> None:
        pass

    _put_in_place(key_change, "_stage", stage)
    _put_in_place(key_change, "_finish", finish)
    change_key(folder, begin, "")


def password_of(number: int) -> str:
    """Return the password after so many changes."""
    return f"mật khẩu lần {number}" if number else PASSWORD


def change_passwords(folder: Path, begin: Begin, _argument: str) -> None:
    """Change the password again and again; note each number once it is said to be done."""
    core = bootstrap.unlock(folder, PASSWORD, seams())
    said = os.open(folder / "said", os.O_CREAT | os.O_WRONLY | os.O_APPEND)
    begin()
    number = 0
    while True:
        core.keys.passwords.change(password_of(number), password_of(number + 1))
        number += 1
        os.write(said, b"%d\n" % number)


def change_passwords_in_place(folder: Path, begin: Begin, _argument: str) -> None:
    """Wrong: each file is emptied and filled, both of them side by side."""

    def write(home: Path, slots: Slots) -> None:
        files = [(home / name).open("wb") for name in slot_files.FILE_NAMES]
        time.sleep(0.003)  # as a slow stick would take
        for file in files:
            file.write(encode(slots))
            file.close()

    _put_in_place(passwords, "write_slots", write)
    change_passwords(folder, begin, "")


def migrate_to(folder: Path, begin: Begin, steps: str) -> None:
    """Open the data of an older program with the steps of a later one, which lie in the folder `steps`."""
    migrate.FOLDER = Path(steps)
    key = slot_files.read(folder).slots.unlock_with_password(OLD_PASSWORD)
    begin()
    storage_opening.open_database(folder, key, SteadyClock())


def back_up(folder: Path, begin: Begin, _argument: str) -> None:
    """Make one set after the other."""
    core = bootstrap.unlock(folder, PASSWORD, seams())
    begin()
    while True:
        core.backups.make("manual")


def back_up_under_its_name(folder: Path, begin: Begin, _argument: str) -> None:
    """Wrong: slots and record are there first, and the copy grows under the name that makes it count."""
    database = opening.unlock(folder, PASSWORD, SteadyClock())
    begin()
    made, number = backup.make(database, "manual"), 0
    while True:
        number += 1
        one = dataclasses.replace(made, name=f"{made.name}_{number}", number=made.number + number)
        one.slots.write_bytes(made.slots.read_bytes())
        one.record.write_bytes(backup_sets.encoded(one))
        _copied_slowly(made.database, one.database)


def restore(folder: Path, begin: Begin, _argument: str) -> None:
    """Bring the set of the day back, as the window does."""
    core = bootstrap.unlock(folder, PASSWORD, seams())
    begin()
    core.backups.restore(next(one for one in core.backups.list() if one.reason == "daily"))


def restore_over(folder: Path, begin: Begin, _argument: str) -> None:
    """Wrong: the set is copied over the data themselves."""

    def replace(place: Place, chosen: BackupSet) -> None:
        layout.set_aside(place.folder, restoring.ASIDE, place.clock.utc())
        _copied_slowly(chosen.database, place.folder / layout.DATABASE)

    _put_in_place(restoring, "_replace", replace)
    restore(folder, begin, "")


def make_cell(folder: Path, begin: Begin, _argument: str) -> None:
    """Make the cell, as the wizard does, and say that the code is on paper."""
    bootstrap.preload()
    begin()
    core, _code = bootstrap.create_cell(folder, PASSWORD, CELL, 2017, seams())
    core.keys.recovery.keep_on_paper()


def make_cell_under_its_name(folder: Path, begin: Begin, _argument: str) -> None:
    """Wrong: the database grows under its own name."""
    _put_in_place(storage_opening, "PARTIAL", "")
    make_cell(folder, begin, "")


def forms_folder(folder: Path) -> Path:
    """Return where the forms of a killed act go."""
    return folder.with_name(f"{folder.name}-mau")


def give_forms(folder: Path, begin: Begin, _argument: str) -> None:
    """Give a form to every member."""
    core = bootstrap.unlock(folder, PASSWORD, seams())
    members = [one.uid for one in core.members.list()]
    begin()
    core.papers.forms.give(FormKind.COMMITMENT, 2017, members, forms_folder(folder))


def take_forms(folder: Path, begin: Begin, returned: str) -> None:
    """Take the forms that lie in `returned`, all of them."""
    core = bootstrap.unlock(folder, PASSWORD, seams())
    files = core.papers.forms.read(2017, [Path(returned)]).files
    begin()
    core.papers.forms.take(2017, [chosen_unasked(one) for one in files])


def take_committee_form(folder: Path, begin: Begin, form: str) -> None:
    """Take a second file of the upper committee in, mark a place, and use it in the place of the first."""
    core = bootstrap.unlock(folder, PASSWORD, seams())
    seen = core.forms.look(Path(form))
    sent = {"sender": "Ban Tổ chức Huyện ủy Mẫu", "received_on": "01/12/2017"}
    for place in range(2):
        if place:
            begin()
        taken = core.forms.take_in("level_summary", 2017, seen, sent)
        core.forms.marking.mark(taken.uid, "document/0/0-9", "cell.name")
        core.forms.use(taken.uid)


def _copied_slowly(source: Path, target: Path) -> None:
    content = source.read_bytes()
    with target.open("wb", buffering=0) as file:
        for start in range(0, len(content), 4096):
            file.write(content[start : start + 4096])
            time.sleep(0.0002)


ACTS: dict[str, Act] = {
    "change key": change_key,
    "change key in place": change_key_in_place,
    "change passwords": change_passwords,
    "change passwords in place": change_passwords_in_place,
    "migrate": migrate_to,
    "back up": back_up,
    "back up under its name": back_up_under_its_name,
    "restore": restore,
    "restore over": restore_over,
    "make cell": make_cell,
    "give forms": give_forms,
    "take forms": take_forms,
    "take committee form": take_committee_form,
    "make cell under its name": make_cell_under_its_name,
}
