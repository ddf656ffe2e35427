"""A file that is no list is refused with its reason; whoever goes away in the middle has changed nothing."""

import io
import threading
from collections.abc import Iterator
from pathlib import Path

import docx
import openpyxl
import pytest
from pytestqt.qtbot import QtBot

from app.bootstrap import Core, Seams, unlock
from app.common.progress import Progress
from tests.conftest import LogWatch
from tests.sheets import shapes
from tests.sheets.workbooks import repacked, saved, workbook
from tests.ui.a_program import PASSWORD, Room, RoomClock
from tests.ui.import_room import WAIT, a_cell, at_the_list, choose, press, shown, take
from ui.dialogs.import_preview import ImportPreviewDialog

OLE = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600


def far_away() -> bytes:
    book = openpyxl.Workbook()
    for row in (shapes.HEADER, shapes.MAU):
        book.worksheets[0].append(row)
    book.worksheets[0]["CA2"] = "lạc"
    return saved(book)


def words_only() -> bytes:
    document, out = docx.Document(), io.BytesIO()
    document.add_paragraph("Danh sách đảng viên: Nguyễn Văn Mẫu, Trần Thị Thử")
    document.save(out)
    return out.getvalue()


REFUSED = {
    "csv renamed.xlsx": ("STT;Họ và tên\n1;Nguyễn Văn Mẫu".encode(), "không phải bảng tính Excel (.xlsx)"),
    "old xls renamed.xlsx": (OLE + "Workbook".encode("utf-16-le"), "theo mẫu cũ (.xls, .doc)"),
    "password.xlsx": (OLE + "EncryptedPackage".encode("utf-16-le"), "bảo vệ bằng mật khẩu"),
    "docm renamed.docx": (repacked(shapes.word_table(), add={"word/vbaProject.bin": b"\1"}), "có macro"),
    "cut short.xlsx": (shapes.plain()[:-400], "đã hỏng hoặc chép chưa hết"),
    "far away.xlsx": (far_away(), "dòng 2 ghi đến cột CA"),
    "empty sheets.xlsx": (saved(openpyxl.Workbook()), "chưa có cột nào tên là “Họ và tên”"),
    "head only.xlsx": (workbook([shapes.HEADER]), "chưa có đồng chí nào"),
    "words only.docx": (words_only(), "Không tìm thấy bảng danh sách"),
}


@pytest.fixture
def core(tmp_path: Path) -> Core:
    return a_cell(tmp_path / "so")


@pytest.fixture
def room(qtbot: QtBot, core: Core, tmp_path: Path) -> Iterator[Room]:
    room = at_the_list(qtbot, tmp_path / "so", core)
    yield room
    room.close()


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_list_is_refused_with_its_reason_and_a_good_one_comes_in_after_it(
    qtbot: QtBot, room: Room, tmp_path: Path, name: str, log_watch: LogWatch
) -> None:
    data, reason = REFUSED[name]

    choose(room, tmp_path / name, data)
    qtbot.waitUntil(lambda: bool(room.notices), timeout=WAIT)

    assert reason in room.notices[-1].words
    assert [said.startswith("task failed: L-5") for said in log_watch.take()] == [True]
    assert room.core.members.list() == ()
    choose(room, tmp_path / "tot.xlsx", shapes.plain())
    take(qtbot, room, shown(qtbot, room, ImportPreviewDialog))
    assert len(room.core.members.list()) == len(shapes.PEOPLE)


def test_closing_over_the_preview_leaves_everything_as_it_was(
    qtbot: QtBot, core: Core, tmp_path: Path
) -> None:
    room = at_the_list(qtbot, tmp_path / "so", core)
    choose(room, tmp_path / "a.xlsx", shapes.plain())
    shown(qtbot, room, ImportPreviewDialog)

    room.close()

    assert _opened_again(tmp_path) == 0


def test_closing_while_the_file_is_read_leaves_everything_as_it_was(
    qtbot: QtBot, core: Core, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = at_the_list(qtbot, tmp_path / "so", core)
    begun = threading.Event()

    def slowly(_path: Path, progress: Progress, _table: int | None) -> None:
        begun.set()
        while True:  # until the window that closes asks to stop
            progress.step(0, 1)
            threading.Event().wait(0.005)

    monkeypatch.setattr(core.importing, "read", slowly)
    choose(room, tmp_path / "a.xlsx", shapes.plain())
    assert begun.wait(WAIT / 1000)

    room.close()

    assert _opened_again(tmp_path) == 0


def test_going_back_from_the_preview_leaves_everything_as_it_was(
    qtbot: QtBot, room: Room, tmp_path: Path
) -> None:
    choose(room, tmp_path / "a.xlsx", shapes.plain())
    dialog = shown(qtbot, room, ImportPreviewDialog)

    press(dialog, "cancelImport")

    assert room.core.members.list() == ()
    assert not room.core.history.can_undo


def _opened_again(folder: Path) -> int:
    core = unlock(folder / "so", PASSWORD, Seams(RoomClock()))
    count = len(core.members.list())
    core.close()
    return count
