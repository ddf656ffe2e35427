"""States of Kiểm tra thể thức, for pictures and measures."""

from __future__ import annotations

import datetime as dt
import re

from PySide6.QtWidgets import QWidget

from app.common.progress import NoProgress
from app.papers.layout_check.report import Asked
from app.services import layout_checks
from app.services.layout_checks import LayoutReport
from app.worker.inline import InlineJobs
from tests.common.test_old_fonts import in_vni
from tests.papers.layout_check import word_hands as hands
from tests.papers.layout_check.word_xml import Made
from tests.ui.a_program import Room
from tests.ui.screen_data import Maker
from ui.dialogs.layout_report import LayoutReportDialog
from ui.dialogs.old_text import OldTextDialog
from ui.texts import old_text

WORD_BUTTONS = {
    "Layout",
    "Margins",
    "Custom",
    "Different",
    "First",
    "Page",
    "Line",
    "spacing",
    "File",
    "Save",
    "As",
    "PDF",
    "VT",
    "docx",
}
"""What an English Word calls its buttons, in brackets after the Vietnamese names, and words of papers."""
_CLEAN = "Trong năm, chi bộ đã tổ chức sinh hoạt đều đặn, nội dung thiết thực.\n" * 6
OLD_WORDS = set(re.findall(r"[^\W\d_]+", in_vni(_CLEAN)))
"""Words for an old font, which the window shows as they were typed."""
TODAY = dt.date(2026, 11, 24)


def makers() -> dict[str, tuple[str, Maker]]:
    """Return each screen's data and maker by its name."""
    return {
        "layout-many": ("filled", _many),
        "layout-hints": ("filled", _hints),
        "layout-none": ("filled", _none),
        "old-text": ("filled", _old_text),
    }


def _old_text(room: Room) -> QWidget:
    said = old_text.FOUND.format(kind="VNI")
    return OldTextDialog(said, (in_vni(_CLEAN), _CLEAN), old_text.CONVERT, room.window)


def careless() -> Made:
    """Return a report as it comes from an office in a hurry."""
    made = hands.report()
    changes = {
        hands.PARTY: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Số 07-BC/CB": "Số: 7/BC-CB",
        "ngày 05 tháng 12": "ngày 5 tháng 12",
        "T/M CHI BỘ": "TM. CHI BỘ",
        ">BÍ THƯ<": ">BÍ THƯ CHI BỘ<",
        ">Lò Văn Sương<": ">Đồng chí Lò Văn Sương<",
        "- Lưu Chi bộ.": "- Lưu: VT.",
        'w:val="both"': 'w:val="left"',
        "kết quả công tác năm 2024": "Về kết quả công tác năm 2024 của chi bộ thôn Mây Trắng.",
    }
    for old, new in changes.items():
        made.body = [part.replace(old, new) for part in made.body]
    made.page = made.page.replace('w:left="1701"', 'w:left="1440"').replace("<w:titlePg/>", "")
    return made


def report_on(made: Made, name: str, day: dt.date | None = None) -> LayoutReport:
    """Return what the service says of a file."""
    asked = Asked(name, day, TODAY, made.data())
    return layout_checks.report(asked, InlineJobs(), NoProgress())


def _many(room: Room) -> QWidget:
    name = "Báo cáo kết quả công tác năm 2024 của chi bộ thôn Mây Trắng (bản sửa lần 3).docx"
    return LayoutReportDialog(report_on(careless(), name), has_file=True, parent=room.window)


def _hints(room: Room) -> QWidget:
    found = report_on(hands.report(), "bao-cao.docx", dt.date(2026, 6, 1))
    return LayoutReportDialog(found, has_file=True, parent=room.window)


def _none(room: Room) -> QWidget:
    return LayoutReportDialog(report_on(hands.letter(), "cong-van.docx"), has_file=False, parent=room.window)
