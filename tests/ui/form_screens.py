"""Phát mẫu – nhận bản in its states, for pictures and measures."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.domain.given_forms import FormKind
from app.errors import Problem, Refused
from app.papers.given_forms.places import Place
from app.papers.given_forms.stamp import Stamp
from app.services.form_files import FormFile, Offer, OfferState, Returned, in_order
from tests.ui.a_program import Room
from tests.ui.screen_data import LONG, YEAR, Maker
from ui.dialogs.forms_preview import FormsPreviewDialog
from ui.dialogs.member_forms import MemberFormsDialog
from ui.widgets.record_view import RecordView

LONG_NAME = "Nguyễn Phước Hoàng Thiên Bảo Khánh"
_HEADING = "2. Việc thực hiện nhiệm vụ, quyền hạn và kết quả thực hiện các chỉ tiêu, nhiệm vụ được giao"
_SAVED = dt.datetime(2017, 12, 1, 8, 30, tzinfo=dt.UTC)


def makers() -> dict[str, tuple[str, Maker]]:
    """Return each screen's data and maker by its name."""
    return {
        "forms": ("filled", lambda room: _lines(room, FormKind.SELF_REVIEW)),
        "forms-commitment": ("long", lambda room: _lines(room, FormKind.COMMITMENT)),
        "forms-nobody": ("empty", lambda room: _lines(room, FormKind.SELF_REVIEW)),
        "forms-returned": ("empty", lambda room: _preview(room, 0)),
        "forms-differs": ("empty", lambda room: _preview(room, 2)),
        "forms-reworded": ("empty", lambda room: _preview(room, 3)),
        "forms-refused": ("empty", lambda room: _preview(room, -1)),
    }


def _lines(room: Room, kind: FormKind) -> QWidget:
    lines = room.core.papers.forms.lines(kind, YEAR)
    return MemberFormsDialog(kind, YEAR, lines, room.window)


def _preview(room: Room, at: int) -> QWidget:
    returned = Returned(YEAR, in_order(_files()))
    dialog = FormsPreviewDialog(returned, room.window)
    view = dialog.findChild(RecordView, "returnedList")
    assert view is not None
    view.go_to(str(returned.files[at].path))
    return dialog


def _files() -> list[FormFile]:
    new = _file("Mau 02 (1) (sửa).docx", "a", "Lê Văn Mẫu", _new())
    long = _file("Ban kiem diem cua dong chi Khanh gui lai lan 3.docx", "b", LONG_NAME, _differing())
    long = replace(
        long,
        facts={"Chức vụ Đảng:": ("Chi ủy viên", "Phó bí thư")},
        loose=("Gửi đồng chí bí thư, tôi nộp muộn vì đi viện.",),
        kinds=("TCVN3",),
        inserted=2,
        struck=1,
    )
    same = _file(
        "c.docx", "c", "Trần Thị Thử", (Offer(_place("s:ethics", "Chữ."), "Chữ.", state=OfferState.SAME),)
    )
    promise = _file("CK Phạm Bịa sửa.docx", "d", "Phạm Bịa", _reworded(), FormKind.COMMITMENT)
    older = replace(new, path=Path("/nhan/ban-cu.docx"), changed_at=_SAVED - dt.timedelta(days=2))
    refused = (
        FormFile(Path("/nhan/nam-ngoai.docx"), _SAVED, Refused("L-322", found=YEAR - 1, year=YEAR)),
        FormFile(Path("/nhan/sai-ten.docx"), _SAVED, Refused("L-325", name=LONG_NAME, found="Trần Thị Thử")),
    )
    return [new, long, same, older, promise, *refused]


def _file(
    name: str, member: str, who: str, offers: tuple[Offer, ...], kind: FormKind = FormKind.SELF_REVIEW
) -> FormFile:
    stamp = Stamp(kind, YEAR, "x", member, _SAVED.date())
    return FormFile(Path("/nhan") / name, _SAVED, stamp=stamp, name=who, offers=offers)


def _place(tag: str, now: str = "", name: str = "Về phẩm chất đạo đức, lối sống") -> Place:
    return Place(tag, name, _HEADING if tag == "s:duties" else name, now, required=True)


def _new() -> tuple[Offer, ...]:
    return (
        Offer(_place("s:ethics"), f"{LONG}.\nGiữ nếp sống giản dị.", state=OfferState.NEW),
        Offer(_place("s:duties", name="Nhiệm vụ"), "Xong 7/7 việc.", "Viết thêm dưới ô.", OfferState.NEW),
        Offer(_place("s:signs", name="Liên hệ các biểu hiện"), ""),
    )


def _reworded() -> tuple[Offer, ...]:
    row = [
        (
            "a:1",
            "Nội dung cam kết 1",
            "Giúp hai hộ nghèo trong thôn",
            "Giúp ba hộ nghèo, cận nghèo & neo đơn",
        ),
        ("h:1", "Thời hạn 1", "", "Trước ngày 30 tháng 10"),
    ]
    return tuple(
        Offer(
            Place(tag, name, "Điều cam kết 1", now),
            text,
            state=OfferState.DIFFERS if now else OfferState.NEW,
            is_change=True,
        )
        for tag, name, now, text in row
    )


def _differing() -> tuple[Offer, ...]:
    return (
        Offer(_place("s:ethics", LONG), f"{LONG}, đã sửa trong năm.", state=OfferState.DIFFERS),
        Offer(_place("s:duties", name="Nhiệm vụ"), LONG, state=OfferState.NEW, is_recovered=True),
        Offer(
            _place("l:level", name="Mức tự nhận"),
            "Tạm được",
            state=OfferState.FAULTY,
            note=Problem("l:level", "form.no_such_choice", {"value": "Tạm được"}),
        ),
        Offer(_place("s:direction", name="Phương hướng"), ""),
    )
