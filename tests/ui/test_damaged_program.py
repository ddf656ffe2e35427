"""Files of the program itself, changed, damaged or lost: told in the window, or in place of one (C07)."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.common import release_files
from tests.damaged_release import forget_what_was_read, use_copy
from tests.ui.a_program import Room, a_core, a_room
from ui.texts import help as help_words
from ui.texts import start_notes
from ui.theme.look import BASE_SIZE, apply, look
from ui.widgets.notice_bar import NoticeBar

STARTS = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QMessageBox
from app.common import release_files
from ui.desktop import options, translations
from ui.main import main

release_files.FOLDER = Path(sys.argv[1])
translations.QT_TEXTS = release_files.FOLDER / "translations" / "qt_vi.qm"
QMessageBox.critical = lambda parent, title, words: print(title, words, sep="\\n")
sys.exit(main(["SoChiBo", options.PICTURES, sys.argv[2]]))
"""


@pytest.fixture
def released(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return the resources of a built program."""
    folder = use_copy(tmp_path, monkeypatch)
    release_files.write_list(folder)
    forget_what_was_read()
    yield folder
    forget_what_was_read()


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    room = a_room(tmp_path / "so", a_core(tmp_path / "so"))
    qtbot.addWidget(room.window)
    yield room
    room.close()


def said_at_start(room: Room) -> str:
    room.window.open("home")
    room.window.show()
    bar = room.window.findChild(NoticeBar, "notice")
    assert bar is not None
    return bar.words()


@pytest.mark.fault("C07")
def test_a_template_that_was_edited_is_told_at_the_start(released: Path, room: Room) -> None:
    (released / "styles" / "hd36.toml").write_text("edited", encoding="utf-8")
    (released / "word" / "app.xml").unlink()
    assert said_at_start(room) == start_notes.changed_files(("styles/hd36.toml", "word/app.xml"))


@pytest.mark.fault("C07")
def test_a_program_as_released_says_nothing(released: Path, room: Room) -> None:
    assert said_at_start(room) == ""
    assert released.is_dir()


@pytest.mark.fault("C07")
def test_a_help_page_that_is_lost_says_so_in_its_place(released: Path) -> None:
    (released / "help" / "members.md").unlink()
    assert help_words.title("members") == help_words.DAMAGED
    assert "L-016" in help_words.topic("members")


@pytest.mark.fault("C07")
def test_a_button_whose_icon_is_lost_has_its_words(released: Path, qapp: QApplication) -> None:
    (released / "icons" / "regular" / "key.svg").unlink()
    apply(qapp, BASE_SIZE)
    look.icon("key", "ink", 33)


@pytest.mark.fault("C07")
@pytest.mark.parametrize("name", ["theme/palette.toml", "theme/window.qss", "translations/qt_vi.qm"])
def test_without_what_every_window_needs_a_sentence_comes(released: Path, tmp_path: Path, name: str) -> None:
    (released / name).write_bytes(b"\xff\x00 damaged")
    done = subprocess.run(
        [sys.executable, "-c", STARTS, str(released), str(tmp_path / "anh")],
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, "SOCHIBO_DATA": str(tmp_path / "so")},
    )
    assert done.returncode == 1
    assert name in done.stdout
    assert "(L-016)" in done.stdout
    assert "Traceback" not in done.stderr
