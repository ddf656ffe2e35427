"""Words of Cam kết & Chương trình: commitments, tasks given, programme of action."""

from __future__ import annotations

from typing import Final

from ui.texts.fields import FieldText
from ui.texts.record_book import RecordWords

ITEM_WORDS: Final = RecordWords("Nội dung cam kết", "nội dung cam kết")
ITEM: Final = {
    "content": FieldText("Nội dung cam kết", wide=True, lines=2),
    "goal": FieldText("Mục tiêu cụ thể", "Con số hoặc việc nhìn thấy được", wide=True),
    "measure": FieldText("Biện pháp", wide=True, lines=2),
    "due": FieldText("Thời hạn", "Ví dụ: Quý III, thường xuyên"),
    "degree": FieldText("Tự đánh giá cuối năm"),
    "sign_group": FieldText("Phòng ngừa biểu hiện nhóm", "1, 2 hoặc 3; không gắn thì để trống"),
    "sign_number": FieldText("Biểu hiện số", "Từ 1 đến 9"),
    "result": FieldText("Kết quả thực hiện", "Ghi cuối năm, nêu việc làm chứng minh", wide=True, lines=2),
}
CARRIED_ITEM = "Lấy từ bản cam kết năm trước, không phải gõ lại."
NOT_ASSESSED = "Chưa đánh giá"
