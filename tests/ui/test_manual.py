"""The help pages together are the printable manual."""

import re
from pathlib import Path
from typing import cast

import pytest
from pypdf import PdfReader
from pypdf.generic import Destination, DictionaryObject
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from app.domain.manual import decode, encode
from app.papers.writers import manual_writer
from tests.manual import WITHOUT, shown
from tests.ui.a_program import a_room
from tests.ui.english import foreign_words
from tests.ui.test_help import FILE_WORDS, LINKS
from ui.texts import help as pages
from ui.texts import manual as words
from ui.widgets.button import Button
from ui.widgets.manual import manual

TITLES = [f"{number}. {pages.title(code)}" for number, code in enumerate(pages.TOPICS, 1)]


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> PdfReader:
    file = tmp_path_factory.mktemp("manual") / "manual.pdf"
    file.write_bytes(manual_writer.write(manual()))
    return PdfReader(file)


def _bookmarks(read: PdfReader) -> dict[str, int]:
    found = [one for one in read.outline if isinstance(one, Destination)]
    return {str(one.title): (read.get_destination_page_number(one) or 0) + 1 for one in found}


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def test_every_topic_is_a_chapter_in_order_that_begins_its_page(read: PdfReader) -> None:
    places = _bookmarks(read)
    assert list(places) == TITLES
    assert sorted(set(places.values())) == list(places.values())
    for title, page in places.items():
        assert title in _flat(read.pages[page - 1].extract_text())


def test_the_contents_name_the_page_of_every_chapter(read: PdfReader) -> None:
    places = _bookmarks(read)
    first = min(places.values())
    text = _flat(" ".join(page.extract_text() for page in read.pages[1 : first - 1]))
    assert words.CONTENTS in text
    rest = text
    for title, page in places.items():
        _before, there, rest = rest.partition(f"{title} {page} ")
        assert there, (title, page)


def test_every_link_names_and_opens_its_chapter(read: PdfReader) -> None:
    places = _bookmarks(read)
    whole = _flat(" ".join(page.extract_text() for page in read.pages))
    targets = {link for code in pages.TOPICS for link in LINKS.findall(pages.topic(code))}
    assert targets
    for code in targets:
        number = pages.TOPICS.index(code) + 1
        assert words.SEE.format(number=number, page=places[TITLES[number - 1]]) in whole
    numbers = {page.indirect_reference: number for number, page in enumerate(read.pages, 1)}
    starts = list(places.values())
    for number, code in enumerate(pages.TOPICS):
        end = starts[number + 1] - 1 if number + 1 < len(starts) else len(read.pages)
        notes = [
            note.get_object()
            for page in read.pages[starts[number] - 1 : end]
            for note in page.get("/Annots", [])
        ]
        opened = {numbers[list.__getitem__(note["/Dest"], 0)] for note in notes}
        wanted = LINKS.findall(pages.topic(code))
        assert opened == {places[TITLES[pages.TOPICS.index(one)]] for one in wanted}


def test_pages_are_numbered_in_our_font_and_none_is_empty(read: PdfReader) -> None:
    assert str(read.root_object["/Lang"]) == "vi-VN"
    for number, page in enumerate(read.pages, 1):
        lines = page.extract_text().split("\n")
        assert len("".join(lines)) > len(str(number)) + 10, number
        assert number == 1 or str(number) in [line.strip() for line in lines]
        faces = cast("DictionaryObject", cast("DictionaryObject", page["/Resources"])["/Font"]).values()
        assert all("+" in str(face.get_object()["/BaseFont"]) for face in faces), "embedded, all of them"


def test_its_own_words_are_vietnamese() -> None:
    own = [value for name, value in vars(words).items() if name.isupper() and name != "FILE_NAME"]
    assert foreign_words(re.sub(r"{\w+}", "", " ".join(own)), FILE_WORDS | {"PDF"}) == []


def test_headings_steps_and_bold_are_those_of_the_help() -> None:
    for chapter in manual().chapters:
        text = pages.topic(chapter.code)
        heads = ["".join(span.text for span in part.spans) for part in chapter.parts if part.kind == "head"]
        assert heads == re.findall(r"^## (.+)$", text, re.MULTILINE)
        steps = [part.number for part in chapter.parts if part.kind == "step"]
        assert steps == [int(number) for number in re.findall(r"^(\d+)\. ", text, re.MULTILINE)]
    assert any(span.bold for chapter in manual().chapters for part in chapter.parts for span in part.spans)


def test_it_comes_whole_through_the_child_process_with_pictures(qtbot: QtBot, tmp_path: Path) -> None:
    del qtbot
    taken = tmp_path / "home.png"
    picture = QImage(136, 70, QImage.Format.Format_RGB32)
    picture.fill(0xAA3333)
    assert picture.save(str(taken))
    made = manual({"home": [str(taken)]})
    assert decode(encode(made)) == made
    file = tmp_path / "manual.pdf"
    file.write_bytes(manual_writer.write(made))
    with_picture = [number for number, page in enumerate(PdfReader(file).pages, 1) if len(page.images)]
    assert with_picture == [_bookmarks(PdfReader(file))[TITLES[pages.TOPICS.index("home")]]]


def test_every_topic_has_its_screen() -> None:
    assert set(shown()) == set(pages.TOPICS) - WITHOUT
    assert {screen.data for screen in shown().values()} <= {"filled", "empty"}


def test_the_user_saves_it_from_the_help_page(qtbot: QtBot, tmp_path: Path) -> None:
    room = a_room(tmp_path / "cell")
    qtbot.addWidget(room.window)
    room.window.show()
    room.window.open("help")
    button = room.window.findChild(Button, "saveManual")
    assert button is not None
    room.dialogs.paths.append(tmp_path / "so-tay")

    button.click()

    qtbot.waitUntil(lambda: bool(room.notices), timeout=20_000)
    assert room.notices[-1].words == words.SAVED.format(name="so-tay.pdf")
    assert list(_bookmarks(PdfReader(tmp_path / "so-tay.pdf"))) == TITLES
    qtbot.waitUntil(lambda: not room.desk.runner.busy())
    room.close()
