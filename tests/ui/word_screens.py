"""States of taking a paper back from Word, for pictures and measures."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.domain.outgoing_papers import OutgoingPaper
from app.domain.word_editions import WordEdition
from app.papers.word_taking.pdf_words import PdfWords
from app.services.word_editions import LookedAt, ReadPdf
from tests.papers.word_reading.test_reading import PICTURE
from tests.papers.word_taking import hands
from tests.ui.a_program import Room
from tests.ui.committee_form_screens import settled
from tests.ui.screen_data import Maker
from ui.desktop.dialogs import Question
from ui.dialogs.window_dialogs import QuestionDialog
from ui.dialogs.word_edition import WordEditionDialog
from ui.pages.package_edited import MOST_SHOWN
from ui.pages.word_taking import pdf_said
from ui.texts import word_taking as words

_BODY = (
    "Chi bộ họp ngày 04/12/2017, có mặt 17/18 đảng viên, đồng chí {secretary} chủ trì.\n"
    "Chi bộ tự xếp loại: Hoàn thành tốt nhiệm vụ; 15 đồng chí đạt 83,3%, 02 đồng chí còn hạn chế.\n"
    "Hồ sơ gồm báo cáo, biên bản, bản kiểm điểm của từng đồng chí và bảng tổng hợp kèm theo.\n"
    "Đề nghị đồng chí thường trực xem xét, cho ý kiến để chi bộ hoàn chỉnh trước ngày 20/12/2017.\n"
    "Chi bộ xin gửi kèm bản giấy đã ký."
)
_CHANGES = (
    ("17/18", "16/18"),
    ("Hoàn thành tốt nhiệm vụ", "Hoàn thành xuất sắc nhiệm vụ"),
    ("83,3%", "88,9%"),
    ("đồng chí thường trực", "đồng chí Giàng A Sình"),
    ("20/12/2017", "25/12/2017"),
    ("Chi bộ xin gửi kèm bản giấy đã ký.", "Bản giấy đã ký gửi sau theo đường văn thư của đảng ủy xã."),
)
LONG_FILE = "Tờ trình nộp hồ sơ kiểm điểm năm 2017 bản sửa lần 3 theo ý kiến đồng chí phó bí thư đảng ủy.docx"


def makers() -> dict[str, tuple[str, Maker]]:
    """Return each screen's data and maker by its name."""
    return {
        "word-facts": ("filled", _facts),
        "word-rows": ("filled", _rows),
        "word-same": ("filled", _same),
        "word-carries": ("long", _carries),
        "word-pdf-differs": ("empty", _pdf_differs),
        "word-another": ("long", _another),
        "word-lacks": ("long", _lacks),
        "word-there": ("filled", _there),
        "papers-edited": ("filled", _edited),
        "papers-edited-lacks": ("long", _edited_lacks),
        "packages-edited": ("filled", _in_package),
        "packages-edited-many": ("long", _many_in_package),
    }


def a_paper(room: Room) -> OutgoingPaper:
    """Return a paper whose text names levels, numbers, days and persons."""
    secretary = room.core.cells.current().cell_secretary
    return room.core.papers.add("submission", 2017, {"body": _BODY.format(secretary=secretary)})


def word_of(room: Room, paper: OutgoingPaper) -> bytes:
    """Return the Word file of a paper as the program writes it."""
    return room.core.papers.write(paper.uid, room.core.folder.parent / "van-ban")[0].read_bytes()


def corrected(room: Room, paper: OutgoingPaper) -> bytes:
    """Return the file as it comes back: figures, a level, a day, a stranger, a paragraph of its own."""
    return hands.edited(*_CHANGES, data=word_of(room, paper))


def looked(room: Room, paper: OutgoingPaper, data: bytes, name: str = "to-trinh-sua.docx") -> LookedAt:
    """Return how a file differs from the paper."""
    path = Path(room.core.folder.parent) / name
    path.write_bytes(data)
    return room.core.papers.word.look(paper.uid, path)


def _dialog(room: Room, found: LookedAt) -> QWidget:
    present = room.core.papers.word.of(found.paper.uid)
    return WordEditionDialog(found, "tờ trình số 05-TTr/CB", present, room.window)


def _facts(room: Room) -> QWidget:
    paper = a_paper(room)
    return _dialog(room, looked(room, paper, corrected(room, paper)))


def _rows(room: Room) -> QWidget:
    paper = next(one for one in room.core.papers.list(2017) if one.kind == "level_summary")
    data = word_of(room, paper)
    said = re.findall(r"<w:t[^>]*>(ĐTC, [A-Z]+|\d{4})</w:t>", hands.parts_of(data)[hands.MAIN].decode())
    level = next(one for one in said if not one.isdigit())
    born = next(one for one in said if one.isdigit())
    changes = ((f">{level}<", ">VPTC, KHT<"), (f">{born}<", ">1951<"))
    return _dialog(room, looked(room, paper, hands.edited(*changes, data=data)))


def _same(room: Room) -> QWidget:
    paper = a_paper(room)
    return _dialog(room, looked(room, paper, word_of(room, paper)))


def _another(room: Room) -> QWidget:
    paper = a_paper(room)
    body = "Chi bộ gửi bổ sung bản kiểm điểm của 02 đồng chí vắng mặt."
    found = looked(room, paper, word_of(room, room.core.papers.add("submission", 2017, {"body": body})))
    named = ("tờ trình số 06-TTr/CB, ngày 28/12/2017", "tờ trình số 05-TTr/CB")
    return WordEditionDialog(found, named[1], None, room.window, named[0])


def _carries(room: Room) -> QWidget:
    paper = a_paper(room)
    data = hands.with_body(
        hands.hidden("Câu này chỉ để chi ủy biết, bỏ khi gửi. " * 6), corrected(room, paper)
    )
    data = hands.packed(hands.parts_of(data) | {"word/embeddings/bang.xlsx": b"PK"})
    return _dialog(room, looked(room, paper, data, LONG_FILE))


def _pdf_differs(room: Room) -> QWidget:
    lines = tuple(one for one in _BODY.split("\n") if "{" not in one)
    edition = WordEdition(uid="0" * 32, year=2017, paper="1" * 32, taken_on="2017-12-20", word="")
    said = pdf_said(ReadPdf(edition, b"", PdfWords(lines * 2, lines[:1])))
    question = Question(words.PDF_DIFFERS, said, words.PDF_ALL_THE_SAME, words.KEEP)
    return QuestionDialog(question, room.window)


def _lacks(room: Room) -> QWidget:
    paper = a_paper(room)
    room.core.papers.word.take(looked(room, paper, word_of(room, paper)))
    data = hands.with_body(f"<w:p>{PICTURE}</w:p>", hands.with_object(corrected(room, paper)))
    return _dialog(room, looked(room, paper, data, LONG_FILE))


def _there(room: Room) -> QWidget:
    paper = a_paper(room)
    edition = room.core.papers.word.take(looked(room, paper, corrected(room, paper)))
    return _dialog(room, room.core.papers.word.look_again(edition))


def _edited(room: Room) -> QWidget:
    paper = a_paper(room)
    room.core.papers.word.take(looked(room, paper, corrected(room, paper)))
    room.window.open("papers", paper.uid)
    return room.window


def _edited_lacks(room: Room) -> QWidget:
    paper = a_paper(room)
    room.core.papers.word.take(looked(room, paper, hands.with_object(corrected(room, paper)), LONG_FILE))
    room.core.papers.issue(paper.uid)
    room.window.open("papers", paper.uid)
    return room.window


def _in_package(room: Room) -> QWidget:
    paper = room.core.papers.issue(a_paper(room).uid)
    room.core.papers.word.take(looked(room, paper, corrected(room, paper)))
    return _packages(room)


def _many_in_package(room: Room) -> QWidget:
    for at in range(MOST_SHOWN + 2):
        paper = room.core.papers.issue(a_paper(room).uid)
        data = corrected(room, paper) if at else word_of(room, paper)
        room.core.papers.word.take(looked(room, paper, hands.with_object(data)))
    return _packages(room)


def _packages(room: Room) -> QWidget:
    room.window.open("packages")
    settled(room)
    return room.window
