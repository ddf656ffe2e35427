"""A file of the seat that is not what the program wrote costs the settings and nothing else (C06)."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtCore import QByteArray
from pytestqt.qtbot import QtBot

from app import bootstrap
from tests.builders import PASSWORD, a_core, seams
from tests.sizes import report
from tests.ui.a_program import Room, a_room
from ui.desktop.seat import FILE_NAME, Seat, settings_of
from ui.desktop.seat_file import ASIDE
from ui.texts import start_notes as words
from ui.theme.look import BASE_SIZE, FONT_SIZES
from ui.widgets.notice_bar import NoticeBar

NAMES = (
    "font_size",
    "geometry",
    "chosen_year",
    "lock_minutes",
    "last_place",
    "people/columns",
    "unknown",
    "",
)
KEYS = st.sampled_from(NAMES) | st.text(max_size=20)
VALUES = (
    st.integers().map(str)
    | st.text(max_size=60)
    | st.sampled_from(
        [
            "@Variant(\\0\\0\\0\\x7f)",
            "@ByteArray(\\x1)",
            "@Invalid()",
            "1, 2, 3",
            "true",
            "²",
            "٣",
            "1" * 5000,
        ]
    )
)
FILES = st.one_of(
    st.binary(max_size=400),
    st.lists(st.tuples(KEYS, VALUES), max_size=8).map(
        lambda pairs: "[General]\n" + "\n".join(f"{key}={value}" for key, value in pairs)
    ).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")),
)  # fmt: skip
tried = 0


@pytest.mark.fault("C06")
@given(FILES)
@example(b"")
@example(b"[General]\nfont_size=\xff\n")
@example(b'{"font_size": 16}')
@example(b"/=")
@example(b"[General]\na\\=1\nb=2\n")
@example(b"[General]\nfont_size=" + b"9" * 5000)
@example("[General]\nfont_size=²\nchosen_year=²".encode())
def test_no_file_of_the_seat_stops_the_program(content: bytes) -> None:
    """C06: whole files, their values and garbage."""
    global tried  # noqa: PLW0603  counted over the examples
    tried += 1
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / FILE_NAME
        path.write_bytes(content)
        seat = Seat(Path(folder))
        assert seat.font_size in FONT_SIZES
        assert 0 <= seat.chosen_year < 1_000_000
        assert seat.lock_minutes > 0
        assert isinstance(seat.geometry, QByteArray)
        assert seat.last_folder.is_dir()
        assert isinstance(seat.kept("people", "columns"), str)
        if seat.was_damaged:
            assert path.with_name(path.name + ASIDE).read_bytes() == content
            assert seat.font_size == BASE_SIZE
        seat.font_size = 18
        settings_of(Path(folder)).sync()
        assert Seat(Path(folder)).font_size == 18


def test_the_files_that_were_tried_are_counted() -> None:
    test_no_file_of_the_seat_stops_the_program()
    report("C06", files=tried, crashes=0)
    assert tried > 10


@pytest.mark.fault("C06")
@pytest.mark.parametrize(
    "content",
    [
        b"\x00\x01\x02 garbage",
        b"\xff\xfe[General]",
        b"no settings at all",
        b"[General]\nfont_size=big",
        b"[General]\nchosen_year=@Variant(\\0\\0\\0\\x9)",
        b"[General]\ngeometry=12",
        b"x=1\n" * 100_000,
    ],
)
def test_a_damaged_file_is_kept_aside(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(content)
    seat = Seat(tmp_path)
    assert seat.was_damaged
    assert seat.font_size == BASE_SIZE
    assert (tmp_path / f"{FILE_NAME}{ASIDE}").read_bytes() == content


@pytest.mark.fault("C06")
def test_what_the_program_wrote_itself_and_what_a_newer_one_wrote_is_kept(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    seat.font_size, seat.chosen_year, seat.lock_minutes = 20, 2017, 30
    seat.geometry = QByteArray(bytes(range(256)))
    seat.last_folder = tmp_path
    seat.keep("people", "columns", '["full_name", "sex=đ"]')
    settings_of(tmp_path).sync()
    with (tmp_path / FILE_NAME).open("a", encoding="utf-8") as file:
        file.write("\n[Newer]\nof_a_newer_version=whatever\n")
    again = Seat(tmp_path)
    assert not again.was_damaged
    assert (again.font_size, again.chosen_year, again.lock_minutes) == (20, 2017, 30)
    assert again.geometry.data() == bytes(range(256))
    assert again.kept("people", "columns") == '["full_name", "sex=đ"]'


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    """A start over a file of the seat that is garbage."""
    a_core(tmp_path / "so").close()
    (tmp_path / "so" / FILE_NAME).write_bytes(b"garbage")
    room = a_room(tmp_path / "so", bootstrap.unlock(tmp_path / "so", PASSWORD, seams()))
    qtbot.addWidget(room.window)
    room.window.open("home")
    room.window.show()
    yield room
    room.close()


@pytest.mark.fault("C06")
def test_it_is_said_once(room: Room) -> None:
    bar = room.window.findChild(NoticeBar, "notice")
    assert bar is not None
    assert bar.words() == words.SEAT_DAMAGED
    bar.hide()
    room.window.page().refresh()
    assert bar.words() == ""
