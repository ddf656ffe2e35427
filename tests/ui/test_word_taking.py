"""A paper goes out to Word and comes back through the window: seen, taken, marked, issued, made again."""

import base64
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QWidget
from pytestqt.qtbot import QtBot

from app.domain.outgoing_papers import OutgoingPaper
from app.domain.word_editions import WordEdition
from app.package.verdict import Answer
from app.papers.readback import pdf_pages
from tests.conftest import LogWatch
from tests.papers.reading import squeezed, word_lines
from tests.papers.word_taking import hands
from tests.ui.a_program import Room, a_room
from tests.ui.english import english
from tests.ui.layout_screens import WORD_BUTTONS
from tests.ui.packages_hands import write_to_folder
from tests.ui.word_screens import a_paper, corrected, word_of
from ui.dialogs.word_edition import WordEditionDialog
from ui.pages.papers_page import PapersPage
from ui.texts import packages as package_words
from ui.texts import word_taking as words
from ui.widgets.acts_menu import ActsMenu
from ui.widgets.button import Button
from ui.widgets.labels import Text
from ui.widgets.two_line_view import TwoLineView

ENGLISH = WORD_BUTTONS | {"Track", "Changes", "Review", "Accept", "Comment"}


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    room = a_room(tmp_path / "so")
    room.window.resize(1366, 697)
    room.window.show()
    yield room
    qtbot.waitUntil(lambda: not room.desk.runner.busy(), timeout=15_000)
    room.close()
    room.window.deleteLater()


@pytest.fixture
def paper(room: Room) -> OutgoingPaper:
    """Return a paper that the page shows."""
    paper = a_paper(room)
    room.window.open("papers", paper.uid)
    return paper


def acts(room: Room) -> list[str]:
    menu = room.window.findChild(ActsMenu, "wordActs")
    assert menu is not None
    return [one.text() for one in menu.menu_now().actions()]


def choose(room: Room, label: str) -> None:
    menu = room.window.findChild(ActsMenu, "wordActs")
    assert menu is not None
    next(one for one in menu.menu_now().actions() if one.text() == label).trigger()


def shown(qtbot: QtBot, room: Room) -> WordEditionDialog:
    def there() -> WordEditionDialog | None:
        found = room.window.findChildren(WordEditionDialog)
        return next((one for one in found if one.isVisible()), None)

    qtbot.waitUntil(lambda: there() is not None, timeout=15_000)
    dialog = there()
    assert dialog is not None
    return dialog


def press(dialog: WordEditionDialog, name: str) -> None:
    button = dialog.findChild(Button, name)
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def said(dialog: WordEditionDialog) -> str:
    return "\n".join(text.text() for text in dialog.findChildren(Text))


def listed(room: Room) -> str:
    """Return what stands in the list about the papers of the year."""
    page = room.window.findChild(PapersPage)
    assert page is not None
    view = page.findChild(TwoLineView, "paperList")
    assert view is not None
    model = view.model()
    read = Qt.ItemDataRole.AccessibleTextRole
    return "\n".join(str(model.index(row, 0).data(read)) for row in range(model.rowCount()))


def heard(room: Room) -> str:
    """Return what the user was told so far."""
    return "\n".join(notice.words for notice in room.notices)


def brought(room: Room, data: bytes) -> None:
    path = Path(room.core.folder.parent) / "ban-sua.docx"
    path.write_bytes(data)
    room.dialogs.paths = [path]


def printed(room: Room, paper: OutgoingPaper) -> str:
    return squeezed("".join(pdf_pages(room.core.papers.preview(paper.uid))))


def take(qtbot: QtBot, room: Room, data: bytes) -> None:
    brought(room, data)
    choose(room, words.TAKE)
    dialog = shown(qtbot, room)
    press(dialog, "useWord")
    qtbot.waitUntil(lambda: not dialog.isVisible())


def issue(qtbot: QtBot, room: Room) -> None:
    room.dialogs.answers = [True]
    page = room.window.findChild(PapersPage)
    assert page is not None
    button = page.findChild(Button, "issuePaper")
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not room.desk.runner.busy(), timeout=15_000)


@pytest.mark.slow
def test_a_corrected_file_is_looked_at_taken_and_marked(
    qtbot: QtBot, room: Room, paper: OutgoingPaper
) -> None:
    assert words.COMPARE not in acts(room)
    brought(room, corrected(room, paper))
    choose(room, words.TAKE)
    dialog = shown(qtbot, room)

    told = said(dialog)
    assert words.DIFFERS.format(count=5) in told
    assert "Mức: dữ liệu ghi “Hoàn thành tốt nhiệm vụ”, bản Word ghi “Hoàn thành xuất sắc nhiệm vụ”." in told
    assert "Con số: dữ liệu ghi “17/18”, bản Word ghi “16/18”." in told
    assert "Ngày: dữ liệu ghi “20/12/2017”, bản Word ghi “25/12/2017”." in told
    assert "Tên người chưa có trong dữ liệu: bản Word thêm “Giàng A Sình”." in told
    assert english(dialog, ENGLISH) == []
    text = dialog.view.toPlainText()
    assert "16" in text
    assert "CHI BỘ" not in text
    whole = dialog.findChild(QCheckBox, "wordWhole")
    assert whole is not None
    whole.setChecked(True)
    assert "CHI BỘ" in dialog.view.toPlainText()

    press(dialog, "useWord")

    qtbot.waitUntil(lambda: words.MARK in listed(room))
    assert "16/18đảngviên" in printed(room, paper)
    assert words.TAKEN.format(paper="tờ trình") in heard(room)
    assert {words.COMPARE, words.TAKE_PDF, words.DROP} <= set(acts(room))


def test_what_is_not_wanted_changes_nothing(qtbot: QtBot, room: Room, paper: OutgoingPaper) -> None:
    brought(room, corrected(room, paper))
    choose(room, words.TAKE)

    press(shown(qtbot, room), "closeWord")

    assert room.core.papers.word.of(paper.uid) is None
    assert words.MARK not in listed(room)


@pytest.mark.slow
def test_making_it_again_asks_first_and_can_be_undone(qtbot: QtBot, room: Room, paper: OutgoingPaper) -> None:
    take(qtbot, room, corrected(room, paper))

    room.dialogs.answers = [False]
    choose(room, words.DROP)
    assert "ban-sua.docx" in room.dialogs.asked[-1].words
    assert room.core.papers.word.of(paper.uid) is not None

    room.dialogs.answers = [True]
    choose(room, words.DROP)
    qtbot.waitUntil(lambda: words.MARK not in listed(room))
    assert "17/18đảngviên" in printed(room, paper)
    room.core.history.undo()
    qtbot.waitUntil(lambda: words.MARK in listed(room))
    assert "16/18đảngviên" in printed(room, paper)


@pytest.mark.slow
def test_it_is_held_against_the_data_as_they_are_now(qtbot: QtBot, room: Room, paper: OutgoingPaper) -> None:
    take(qtbot, room, corrected(room, paper))

    choose(room, words.COMPARE)
    dialog = shown(qtbot, room)
    assert "Con số: dữ liệu ghi “17/18”, bản Word ghi “16/18”." in said(dialog)
    assert dialog.findChild(Button, "useWord") is None
    room.dialogs.answers = [True]
    press(dialog, "dropWordHere")

    qtbot.waitUntil(lambda: room.core.papers.word.of(paper.uid) is None)


@pytest.mark.slow
def test_what_is_made_again_is_the_paper_that_was_compared(
    qtbot: QtBot, room: Room, paper: OutgoingPaper
) -> None:
    """Another one is chosen in the list while its file is still being read."""
    take(qtbot, room, corrected(room, paper))
    other = a_paper(room)
    room.window.open("papers", other.uid)
    take(qtbot, room, corrected(room, other))
    room.window.open("papers", paper.uid)

    choose(room, words.COMPARE)
    room.window.open("papers", other.uid)
    room.dialogs.answers = [True]
    press(shown(qtbot, room), "dropWordHere")

    qtbot.waitUntil(lambda: room.core.papers.word.of(paper.uid) is None)
    assert room.core.papers.word.of(other.uid) is not None


@pytest.mark.slow
def test_an_issued_paper_says_that_its_file_lacks_the_number(
    qtbot: QtBot, room: Room, paper: OutgoingPaper
) -> None:
    take(qtbot, room, corrected(room, paper))

    issue(qtbot, room)

    number = "tờ trình số 01-TTr/CB"
    qtbot.waitUntil(lambda: words.NUMBER_LACKS.format(paper=number) in heard(room))
    assert room.core.papers.word.of(paper.uid) is not None


@pytest.mark.slow
def test_a_corrected_paper_goes_to_the_stick_as_word_and_pdf(
    qtbot: QtBot, room: Room, paper: OutgoingPaper, tmp_path: Path
) -> None:
    issue(qtbot, room)
    sent = hands.edited(("17/18", "16/18"), data=word_of(room, paper))
    maker = {"docProps/core.xml": "<x>Người Gõ Mẫu</x>".encode()}
    take(qtbot, room, hands.packed(hands.parts_of(sent) | maker))
    qtbot.waitUntil(lambda: words.MARK in listed(room))

    folder = write_to_folder(qtbot, room, tmp_path / "NOP")

    word = next(one for one in folder.rglob("*.docx") if "16/18" in "".join(word_lines(one.read_bytes())))
    pages = squeezed("".join(pdf_pages(word.with_suffix(".pdf").read_bytes())))
    assert "16/18đảngviên" in pages
    with zipfile.ZipFile(word) as package:
        assert not [name for name in package.namelist() if "Người Gõ Mẫu".encode() in package.read(name)]
    assert room.core.packages.verify(folder).answer is Answer.WHOLE


@pytest.mark.slow
def test_the_pdf_of_word_is_taken_beside_a_file_that_cannot_be_set_whole(
    qtbot: QtBot, room: Room, paper: OutgoingPaper, log_watch: LogWatch
) -> None:
    take(qtbot, room, hands.with_object(word_of(room, paper)))
    edition = room.core.papers.word.of(paper.uid)
    assert edition is not None
    assert not edition.has_pdf

    path = Path(room.core.folder.parent) / "ban-sua.pdf"
    path.write_bytes(b"%PDF-1.7 khong phai")
    room.dialogs.paths = [path]
    choose(room, words.TAKE_PDF)
    qtbot.waitUntil(lambda: "L-359" in heard(room))
    qtbot.waitUntil(lambda: not room.desk.runner.busy())
    assert log_watch.take() == ["task failed: L-359"]

    path.write_bytes(room.core.papers.preview(paper.uid))
    room.dialogs.paths = [path]
    choose(room, words.TAKE_PDF)
    qtbot.waitUntil(lambda: words.PDF_TAKEN.format(paper="tờ trình") in heard(room))
    edition = room.core.papers.word.of(paper.uid)
    assert edition is not None
    assert edition.has_pdf


@pytest.mark.slow
def test_the_packages_page_says_what_contradicts_the_data_and_leads_there(
    qtbot: QtBot, room: Room, paper: OutgoingPaper
) -> None:
    issue(qtbot, room)
    data = hands.with_object(hands.edited(("17/18", "16/18"), data=word_of(room, paper)))
    take(qtbot, room, data)
    title = "Tờ trình số 01-TTr/CB"

    room.window.open("packages")
    page = room.window.page()
    said = package_words.EDITED_DIFFERS.format(paper=title, count=1)
    qtbot.waitUntil(lambda: f"{said} {package_words.EDITED_NO_PDF}" in shown_on(page), timeout=15_000)
    assert package_words.EDITED_WHY in shown_on(page)
    button = page.findChild(Button, "openEdited")
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert room.window.findChild(PapersPage) is room.window.page()

    room.core.history.undo()
    room.window.open("packages")
    qtbot.waitUntil(lambda: said not in shown_on(page))


def corrected_in_package(qtbot: QtBot, room: Room, paper: OutgoingPaper) -> str:
    """Let the dossier hold a paper corrected in Word and return what the page then says of it."""
    issue(qtbot, room)
    take(qtbot, room, hands.edited(("17/18", "16/18"), data=word_of(room, paper)))
    return package_words.EDITED_DIFFERS.format(paper="Tờ trình số 01-TTr/CB", count=1)


@pytest.mark.slow
def test_a_comparison_that_fails_is_told_in_place_of_what_was_shown(
    qtbot: QtBot, room: Room, paper: OutgoingPaper, log_watch: LogWatch
) -> None:
    told = corrected_in_package(qtbot, room, paper)
    room.window.open("packages")
    page = room.window.page()
    qtbot.waitUntil(lambda: told in shown_on(page), timeout=15_000)

    edition = room.core.papers.word.of(paper.uid)
    assert edition is not None
    with room.core.review.database.write("paper.word_take") as work:
        work.change(
            WordEdition, edition.uid, edition.rev, word=base64.b85encode(b"khong phai tep Word").decode()
        )

    failed = package_words.EDITED_FAILED.partition("{")[0]
    qtbot.waitUntil(lambda: any(one.startswith(failed) for one in shown_on(page)), timeout=15_000)
    assert told not in shown_on(page)
    assert log_watch.take() != []

    room.core.history.undo()
    qtbot.waitUntil(lambda: told in shown_on(page), timeout=15_000)
    assert not any(one.startswith(failed) for one in shown_on(page))


@pytest.mark.slow
def test_papers_corrected_in_one_year_are_not_shown_in_another(
    qtbot: QtBot, room: Room, paper: OutgoingPaper
) -> None:
    told = corrected_in_package(qtbot, room, paper)
    room.window.open("packages")
    page = room.window.page()
    qtbot.waitUntil(lambda: told in shown_on(page), timeout=15_000)
    next_year = room.core.papers.add("submission", 2018, {"body": "Chi bộ trình xem xét."})
    room.core.papers.issue(next_year.uid)
    path = Path(room.core.folder.parent) / "nam-sau.docx"
    path.write_bytes(word_of(room, next_year))
    room.core.papers.word.take(room.core.papers.word.look(next_year.uid, path))
    qtbot.waitUntil(lambda: not room.desk.runner.busy(), timeout=15_000)

    page.show_year(2018)
    assert told not in shown_on(page)


@pytest.mark.slow
def test_undoing_the_taking_while_it_is_compared_leaves_no_word_and_no_log(
    qtbot: QtBot, room: Room, paper: OutgoingPaper, log_watch: LogWatch
) -> None:
    told = corrected_in_package(qtbot, room, paper)
    gate = threading.Event()
    for _ in range(3):
        room.desk.runner.wait_for(lambda _progress: gate.wait(20))
    room.window.open("packages")
    page = room.window.page()

    assert room.core.history.undo() == "paper.word_take"
    gate.set()
    qtbot.waitUntil(lambda: not room.desk.runner.busy(), timeout=15_000)

    assert told not in shown_on(page)
    assert log_watch.take() == []


@pytest.mark.slow
def test_taking_the_same_file_again_offers_no_undo_of_something_else(
    qtbot: QtBot, room: Room, paper: OutgoingPaper
) -> None:
    data = corrected(room, paper)
    take(qtbot, room, data)
    done = room.core.history.recorded
    take(qtbot, room, data)

    assert room.core.history.recorded == done
    assert [(one.words, one.link) for one in room.notices[-1:]] == [(words.SAME_AS_TAKEN, "")]


def shown_on(page: QWidget) -> set[str]:
    return {text.text() for text in page.findChildren(Text) if text.isVisible()}


@pytest.mark.slow
def test_a_pdf_that_lacks_a_paragraph_is_asked_about(qtbot: QtBot, room: Room, paper: OutgoingPaper) -> None:
    path = Path(room.core.folder.parent) / "ban-truoc.pdf"
    path.write_bytes(room.core.papers.preview(paper.uid))
    added = hands.paragraph("Đề nghị cấp trên xem xét sớm.")
    take(qtbot, room, hands.with_object(hands.with_body(added, word_of(room, paper))))

    for answer in (False, True):
        room.dialogs.paths, room.dialogs.answers = [path], [answer]
        choose(room, words.TAKE_PDF)
        qtbot.waitUntil(lambda: not room.dialogs.answers, timeout=15_000)
        qtbot.waitUntil(lambda: not room.desk.runner.busy())
        assert "“Đề nghị cấp trên xem xét sớm.”" in room.dialogs.asked[-1].words
        edition = room.core.papers.word.of(paper.uid)
        assert edition is not None
        assert edition.has_pdf is answer
    room.core.history.undo()
    edition = room.core.papers.word.of(paper.uid)
    assert edition is not None
    assert not edition.has_pdf


@pytest.mark.parametrize("name", ["old doc", "inserted", "another type", "bomb"])
def test_a_file_that_cannot_be_taken_is_told_on_the_page(
    qtbot: QtBot, room: Room, paper: OutgoingPaper, name: str, log_watch: LogWatch
) -> None:
    data = hands.another("result_report-hd36") if name == "another type" else hands.REFUSED[name][0]
    brought(room, data)

    choose(room, words.TAKE)

    codes = {"old doc": "L-504", "inserted": "L-351", "another type": "L-352", "bomb": "L-507"}
    qtbot.waitUntil(lambda: codes[name] in heard(room), timeout=15_000)
    assert room.core.papers.word.of(paper.uid) is None
    qtbot.waitUntil(lambda: not room.desk.runner.busy())
    assert log_watch.take() == [f"task failed: {codes[name]}"]


@pytest.mark.usefixtures("paper")
def test_the_file_of_another_paper_is_told_first_by_its_name(qtbot: QtBot, room: Room) -> None:
    body = "Chi bộ gửi bổ sung 02 bản kiểm điểm."
    other = room.core.papers.add("submission", 2017, {"body": body, "dated_on": "2017-12-28"})
    brought(room, word_of(room, other))

    choose(room, words.TAKE)

    rather = words.RATHER.format(other="tờ trình, ngày 28/12/2017", paper="tờ trình")
    assert rather in said(shown(qtbot, room))


def test_nothing_chosen_does_nothing(room: Room, paper: OutgoingPaper) -> None:
    room.dialogs.paths = [None]

    choose(room, words.TAKE)

    assert room.window.findChildren(WordEditionDialog) == []
    assert room.core.papers.word.of(paper.uid) is None
