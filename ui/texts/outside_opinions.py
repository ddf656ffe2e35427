"""Words of the comments that come from outside the cell, and of their fields."""

from __future__ import annotations

from typing import Final

from ui.texts.fields import FieldText
from ui.texts.levels import BODIES, GRADES
from ui.texts.record_book import RecordWords

OPINION: Final = {
    "body": FieldText("Nơi nhận xét"),
    "body_name": FieldText("Tên của nơi ấy", "Ví dụ: Chi ủy Chi bộ tổ dân phố 5"),
    "asked_on": FieldText("Ngày gửi phiếu lấy ý kiến"),
    "dated_on": FieldText("Ngày của bản nhận xét"),
    "received_on": FieldText("Ngày nhận", "Nhận sau hội nghị vẫn ghi được"),
    "grade": FieldText("Mức nhận xét"),
    "text": FieldText("Nội dung nhận xét", wide=True, lines=3),
    "on_paper": FieldText("Có bản giấy lưu ở chi bộ", wide=True),
    "excused_reason": FieldText(
        "Lý do không phải lấy nhận xét", "Ví dụ: công tác trong lực lượng vũ trang", wide=True
    ),
}
OPINION_WORDS: Final = RecordWords("Nhận xét của nơi khác", "nhận xét", "Chưa ghi nhận xét nào.")
BODY_NAMES: Final = {body: f"{name[:1].upper()}{name[1:]}" for body, name in BODIES.items()}
NO_GRADE = "Không ghi mức"
GRADE_NAMES: Final = GRADES
EXCUSED = "không phải lấy: {reason}"
RECEIVED_ON = "nhận ngày {date:%d/%m/%Y}"
DATED_ON = "đã có, ghi ngày {date:%d/%m/%Y}"
AFTER_CONFERENCE = "sau hội nghị"
ASKED_ON = "đã gửi phiếu ngày {date:%d/%m/%Y}, chưa nhận"
NOT_RECEIVED = "chưa nhận"
