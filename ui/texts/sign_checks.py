"""Words of the checks against the signs of NQ 04-NQ/TW; by group and number only (rulings.md 1.7)."""

from __future__ import annotations

from typing import Final

from ui.texts.fields import FieldText
from ui.texts.record_book import RecordWords

SIGN_CHECK: Final = {
    "sign_group": FieldText("Nhóm biểu hiện"),
    "sign_number": FieldText("Số thứ tự trong nhóm"),
    "has_sign": FieldText("Có biểu hiện này", "Không đánh dấu: đã tự soi, không có", wide=True),
    "degree_note": FieldText("Mức độ", "Ví dụ: có lúc, việc nhỏ", wide=True),
    "measure": FieldText("Biện pháp khắc phục", wide=True, lines=2),
}
SIGN_CHECK_WORDS: Final = RecordWords(
    "Tự soi 27 biểu hiện",
    "biểu hiện",
    "Chưa ghi biểu hiện nào. Phần này chỉ bí thư xem, không in, không nộp.",
)
GROUPS: Final = {
    1: "I: tư tưởng chính trị",
    2: "II: đạo đức, lối sống",
    3: "III: “tự diễn biến”, “tự chuyển hóa”",
}
ROMAN: Final = {1: "I", 2: "II", 3: "III"}
NUMBERS = range(1, 10)
NUMBER = "Biểu hiện số {number}"
SIGN = "Biểu hiện số {number}, nhóm {group}"
FOUND = "có"
NOT_FOUND = "đã tự soi, không có"
NO_MEASURE = "chưa ghi biện pháp"
