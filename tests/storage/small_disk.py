"""Run where a small disk in memory is mounted: fills it to the brim in many ways and says what became of it.

python -m tests.storage.small_disk FOLDER ROUNDS [careless]
"""

from __future__ import annotations

import contextlib
import json
import random
import shutil
import sys
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from app.common.files import write_whole
from app.common.progress import NoProgress
from app.domain.members import Member
from app.errors import AppError, EnvironmentFailed
from app.keys import slot_files
from app.keys.slots import Slots
from app.package.protocol import Target, write_package
from app.package.real_files import real_files
from app.package.verdict import Answer
from app.package.verify import verify_package
from app.services.member_forms import FormKind
from app.storage import audit, backup, backup_sets, passwords, restoring
from app.storage.opening import open_database
from tests.builders import MEMBER, a_core
from tests.keys.test_slots import CHEAP
from tests.package.packages import KNOWN, Kept, a_package
from tests.package.ports import WithVolume
from tests.storage import old_databases
from tests.storage.cells import KEY, SteadyClock, a_member, new_database, reopened

STORED = sorted((Path(__file__).resolve().parents[1] / "data" / "databases").glob("v*"))
OLD, NEW = b"old" * 30_000, b"new" * 40_000
Case = Callable[[Path, int], tuple[bool, bool]]
"""What is done on a disk with so many bytes left; whether it was refused, whether all is as it must be."""


def brim(folder: Path, room: int) -> None:
    """Leave `room` bytes of the disk."""
    ballast = folder / "ballast"
    free = shutil.disk_usage(folder).free
    ballast.write_bytes(bytes(max(free - room, 0)))


def replace_file(
    folder: Path, room: int, write: Callable[[Path, bytes], None] = write_whole
) -> tuple[bool, bool]:
    """Write over a file of ours: it is the old one or the new one."""
    path = folder / "chi-bo.moc"
    path.write_bytes(OLD)
    brim(folder, room)
    try:
        write(path, NEW)
    except (EnvironmentFailed, OSError):
        return True, path.read_bytes() == OLD and not list(folder.glob("*.dang-tao"))
    return False, path.read_bytes() == NEW


def careless(path: Path, content: bytes) -> None:
    """Write as a program does that thinks of nothing."""
    with path.open("wb", buffering=0) as file:
        written = 0
        while written < len(content):
            written += file.write(content[written:])


def save(folder: Path, room: int) -> tuple[bool, bool]:
    """Save until refused: every member that was acknowledged is there, and saving goes on with room."""
    database = new_database(folder / "so")
    brim(folder, room)
    saved, refused = 0, False
    while not refused:
        try:
            with database.write("member.import") as work:
                work.add_all(a_member(note="x" * 500) for _ in range(20))
            saved += 20
        except EnvironmentFailed as error:
            refused = error.code == "L-102"
    (folder / "ballast").unlink()
    with database.write("member.add") as work:
        work.add(a_member())
    database.close()
    database = reopened(folder / "so")
    with contextlib.closing(database), database.read() as reader:
        return refused, reader.count(Member) == saved + 1 and audit.first_wrong(reader.connection) is None


def back_up(folder: Path, room: int) -> tuple[bool, bool]:
    """Make a second set: the first stays good, and what is listed is whole."""
    database = new_database(folder / "so")
    passwords.write_slots(folder / "so", Slots.create(database.uid, KEY, "mật khẩu mẫu", CHEAP)[0])
    with database.write("member.import") as work:
        work.add_all(a_member(note="x" * 500) for _ in range(100))
    backup.make(database, "daily")
    with database.write("member.add") as work:
        work.add(a_member())
    brim(folder, room)
    refused = False
    try:
        backup.make(database, "manual")
    except EnvironmentFailed:
        refused = True
    sets = backup_sets.sets(folder / "so")
    (folder / "ballast").unlink()
    for one in sets:
        backup.verify(one, KEY)
    database.close()
    partial = list((folder / "so").rglob("*.dang-tao*"))
    return refused, len(sets) == 2 - refused and not partial


def restore(folder: Path, room: int) -> tuple[bool, bool]:
    """Put a set in the place of the data: they are the old ones or the restored ones, and open."""
    database = new_database(folder / "so")
    passwords.write_slots(folder / "so", Slots.create(database.uid, KEY, "mật khẩu mẫu", CHEAP)[0])
    made = backup.make(database, "daily")
    with database.write("member.import") as work:
        work.add_all(a_member(note="x" * 500) for _ in range(100))
    brim(folder, room)
    refused = False
    try:
        restoring.restore(database, made)
    except EnvironmentFailed:
        refused = True
    (folder / "ballast").unlink()
    database.close()
    database = reopened(folder / "so")
    with contextlib.closing(database), database.read() as reader:
        whole = audit.first_wrong(reader.connection) is None
        return refused, whole and reader.count(Member) == (100 if refused else 0)


def migrate(folder: Path, room: int) -> tuple[bool, bool]:
    """Open data of the first program: refused they are of one schema or another, and open with room."""
    so = Path(shutil.copytree(STORED[0], folder / "so"))
    key = slot_files.read(so).slots.unlock_with_password(old_databases.PASSWORD)
    members = len(json.loads((so / old_databases.ROWS_NAME).read_text(encoding="utf-8"))["member"])
    brim(folder, room)
    refused = False
    try:
        open_database(so, key, SteadyClock()).close()
    except EnvironmentFailed:
        refused = True
    (folder / "ballast").unlink()
    database = open_database(so, key, SteadyClock())
    with contextlib.closing(database), database.read() as reader:
        return refused, audit.first_wrong(reader.connection) is None and reader.count(Member) == members


def hand_in(folder: Path, room: int) -> tuple[bool, bool]:
    """Write a package that finds no room: nothing has the name of a whole one."""
    stick = folder / "usb"
    stick.mkdir()
    brim(folder, room)
    port = WithVolume(lambda volume: replace(volume, free_bytes=10**9))
    refused = False
    try:
        write_package(port, a_package(people=12, filler=4000), Target(stick), Kept(), NoProgress())
    except AppError:
        refused = True
    answers = [verify_package(real_files(), one, KNOWN, NoProgress()).answer for one in stick.iterdir()]
    return refused, answers in ([[Answer.UNFINISHED], []] if refused else [[Answer.WHOLE]])


def give_forms(folder: Path, room: int) -> tuple[bool, bool]:
    """Give forms out on the disk of the data: each that is there is whole; with room all are there once."""
    core = a_core(folder / "so")
    for number in range(8):
        own = {"full_name": f"Nguyễn Văn {chr(ord('A') + number)}", "card_number": f"{number:012d}"}
        core.members.add({**MEMBER, **own})
    members, out, refused = [one.uid for one in core.members.list()], folder / "mau", False

    def give() -> Sequence[Path]:
        return core.papers.forms.give(FormKind.COMMITMENT, 2017, members, out)

    brim(folder, room)
    try:
        give()
    except EnvironmentFailed as error:
        refused = error.code in {"L-315", "L-317", "L-102"}
    there = list(out.iterdir()) if out.exists() else []
    whole = all(path.suffix == ".docx" and zipfile.ZipFile(path).testzip() is None for path in there)
    (folder / "ballast").unlink()
    kept = sorted(give()) == sorted(out.iterdir())
    kept = kept and len(core.review.whole(2017).given_forms) == len(members)
    core.close()
    return refused, whole and kept


CASES: tuple[tuple[Case, int], ...] = (
    (replace_file, 200_000),
    (save, 400_000),
    (back_up, 600_000),
    (restore, 600_000),
    (migrate, 900_000),
    (hand_in, 700_000),
    (give_forms, 200_000),
)
"""Each with the most room that it is given."""


def main(disk: Path, rounds: int, cases: tuple[tuple[Case, int], ...] = CASES) -> dict[str, int]:
    """Return how many disks were full, how often that was told, how often all was as it must be."""
    dice = random.Random(102)
    said = {"cases": 0, "refused": 0, "kept": 0}
    for case, most in cases:
        for number in range(rounds):
            folder = disk / "here"
            folder.mkdir()
            refused, kept = case(folder, dice.randrange(most) if number else 0)
            shutil.rmtree(folder)
            said = {
                "cases": said["cases"] + 1,
                "refused": said["refused"] + refused,
                "kept": said["kept"] + kept,
            }
    return said


def in_place(folder: Path, room: int) -> tuple[bool, bool]:
    """Write over a file of ours as a careless program does."""
    return replace_file(folder, room, careless)


if __name__ == "__main__":
    chosen = ((in_place, 130_000),) if "careless" in sys.argv else CASES
    sys.stdout.write(json.dumps(main(Path(sys.argv[1]), int(sys.argv[2]), chosen)))
