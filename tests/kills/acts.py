"""What the children do; the wrong ones are programs that the loops must catch."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import TypeAlias

from app import bootstrap
from app.keys import slot_files
from app.keys.slots import Slots, encode
from app.storage import key_change, mark, passwords
from tests.builders import PASSWORD, seams

NEW = "câu mới sau khi đổi khóa"
Begin: TypeAlias = Callable[[], None]
Act: TypeAlias = Callable[[Path, Begin, str], None]


def change_key(folder: Path, begin: Begin, _argument: str) -> None:
    """Đổi khóa, from the backup before to the backup after."""
    core = bootstrap.unlock(folder, PASSWORD, seams())
    begin()
    core.keys.changing.change(PASSWORD, NEW)


def _put_in_place(owner: ModuleType, name: str, wrong: Callable[..., object]) -> None:
    """Have a part of the program done wrongly in this child, which does nothing else."""
    setattr(owner, name, wrong)


def change_key_in_place(folder: Path, begin: Begin, _argument: str) -> None:
    """Wrong: the new slots replace the old ones before the key is changed."""

    def stage(home: Path, _key: bytes, slots: Slots, _marked: mark.Mark) -> None:
        passwords.write_slots(home, slots)

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
        for file in files:
            file.write(encode(slots))
            file.close()

    _put_in_place(passwords, "write_slots", write)
    change_passwords(folder, begin, "")


ACTS: dict[str, Act] = {
    "change key": change_key,
    "change key in place": change_key_in_place,
    "change passwords": change_passwords,
    "change passwords in place": change_passwords_in_place,
}
