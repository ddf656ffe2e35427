"""Words of the place where a self-review or the collective report is written."""

from __future__ import annotations

from typing import Final

from app.domain.self_reviews import WritingState
from app.services.writing import Written
from ui.texts.fields import FieldText

TITLE = "Bản kiểm điểm"
TITLE_OF = "Bản kiểm điểm cá nhân: {name}"
TITLE_REPORT = {
    "draft": "Báo cáo kiểm điểm tập thể: dự thảo",
    "final": "Báo cáo kiểm điểm tập thể: bản hoàn chỉnh",
}
FACTS_LINE = "Năm {year} · {form} · {state}"
BACK = "Về Kiểm điểm"
TO_REVIEW = "Mở trang Kiểm điểm"
NOBODY = "Chưa có ai trong diện kiểm điểm của năm đang mở."
SECTIONS = "Các mục"
SECTION_BOX = "Mục đang viết"
FACTS = "Nộp, mức tự nhận"
FACTS_SHORT = "Nộp, tự nhận"
WRITTEN: Final = {
    Written.DONE: "đã viết",
    Written.PARTLY: "viết dở",
    Written.OPEN: "chưa viết",
    Written.NOT_DUE: "không bắt buộc",
}
WORD_COUNT = "{count} chữ"
COUNT = "{done}/{all}"
COUNT_SAID = "Đã viết {done} trong {all} mục"
SECTION_AT = "Mục {at}/{all}: {name}"
SHORT: Final = {
    "ideology": "Tư tưởng",
    "ethics": "Đạo đức",
    "following": "Học, làm theo",
    "duties": "Nhiệm vụ",
    "discipline": "Kỷ luật",
    "leadership": "Lãnh đạo",
    "leading": "Lãnh đạo",
    "daring": "Trách nhiệm",
    "example": "Nêu gương",
    "commitment": "Cam kết",
    "shortcomings": "Hạn chế",
    "earlier": "Khắc phục",
    "suggestions": "Gợi ý",
    "responsibility": "Trách nhiệm",
    "signs": "Biểu hiện",
    "direction": "Phương hướng",
    "level": "Tự nhận mức",
    "political_task": "Nhiệm vụ",
    "organisation": "Tổ chức",
    "leading_unions": "Đoàn thể",
    "inspection": "Kiểm tra",
    "principles": "Nguyên tắc",
    "results": "Chỉ tiêu",
    "building": "Xây dựng Đảng",
    "duty": "Trách nhiệm",
    "scores": "Tự chấm điểm",
}
"""What the list of sections calls a section; its whole heading stands over the form."""
TEXT = "Nội dung"
COUNTED = "{words} chữ · {letters} ký tự"
COUNTED_SAVED = "{words} chữ · {letters} ký tự · đã lưu {time:%H:%M:%S}"
QUESTIONS = "Câu hỏi gợi mở"
HIDE, SHOW = "Ẩn", "Hiện"
LAST_YEAR = "Năm trước viết"
TAKEN_FROM: Final = {
    "earlier": "Lấy từ kỳ kiểm điểm trước, không phải gõ lại",
    "suggestions": "Lấy từ văn bản gợi ý, không phải gõ lại",
    "commitment": "Lấy từ bản cam kết, không phải gõ lại",
    "tasks": "Lấy từ nhiệm vụ được giao, không phải gõ lại",
    "shortcomings": "Lấy từ hạn chế, khuyết điểm đã ghi, không phải gõ lại",
    "responsibilities": "Lấy từ trách nhiệm đã ghi, không phải gõ lại",
    "level": "Lấy từ mức đã ghi ở mục “Nộp, mức tự nhận”, không phải gõ lại",
    "scores": "Lấy từ bảng tự chấm điểm, không phải gõ lại",
}
NO_RESULT = "chưa ghi kết quả"
KNOWN_STATES: Final = {
    "": "",
    "corrected": "đã khắc phục",
    "correcting": "đang khắc phục",
    "not_corrected": "chưa khắc phục",
    "explained": "đã giải trình",
    "scored": "đã chấm",
    "done": "đã thực hiện",
    "partly": "một phần",
    "not_done": "chưa thực hiện",
    "on_time": "đúng hạn",
    "late": "chậm hạn",
    "self_admitted": "tự nhận",
    "opinion": "góp ý",
    "conference": "hội nghị kết luận",
    "upper_committee": "cấp trên kết luận",
    "inspection": "kiểm tra kết luận",
}
MORE_CONCRETE = "“{phrase}”: {advice}"
BEFORE, AFTER = "Mục trước", "Mục sau"
KEY_BEFORE, KEY_AFTER = "Alt+↑", "Alt+↓"
FINISH = "Hoàn thành bản kiểm điểm"
FINISH_REPORT = "Hoàn thành báo cáo"
COMPLETE = "Lập bản hoàn chỉnh"
FINISHED = "Đã hoàn thành bản kiểm điểm."
COMPLETED = "Đã lập bản hoàn chỉnh từ dự thảo."
SAVE_FACTS = "Lưu"
SAVED_FACTS = "Đã lưu."
REMOVE, REMOVE_REPORT = "Bỏ bản kiểm điểm này", "Bỏ báo cáo này"
REMOVED, REMOVED_REPORT = "Đã bỏ bản kiểm điểm cùng nội dung các mục.", "Đã bỏ báo cáo cùng nội dung các mục."
IS_FINAL = "Bản này đã hoàn thành, chỉ xem. Muốn sửa thì đổi tình trạng ở mục “Nộp, mức tự nhận”."
CHANGED = "Bản này vừa đổi ở nơi khác. Phần đang gõ vẫn giữ; xem lại rồi rời ô lần nữa."
DRAFT_OF = "Bản kiểm điểm đang viết dở"
STATE_CHOICES: Final = (
    (WritingState.DRAFT, "Đang viết (dự thảo)"),
    (WritingState.HANDED_IN, "Đã nộp"),
    (WritingState.RETURNED, "Trả lại"),
    (WritingState.FINAL, "Hoàn thành"),
)
NO_LEVEL = "Chưa tự nhận"
NO_REASON = "Không ghi"
SELF_REVIEW: Final = {
    "state": FieldText("Tình trạng"),
    "handed_in_on": FieldText("Ngày nộp"),
    "on_paper": FieldText("Bản giấy", "Không phải gõ nội dung các mục", wide=True),
    "sheets": FieldText("Số tờ", "Chỉ ghi khi là bản giấy"),
    "returned_reason": FieldText("Lý do trả lại", wide=True, lines=2),
    "self_level": FieldText("Mức tự nhận", wide=True),
    "self_sub_reason": FieldText("Trường hợp", "Chỉ ghi khi mức có nhiều trường hợp", wide=True),
}
REPORT: Final = {
    "state": FieldText("Tình trạng"),
    "sent_on": FieldText("Ngày gửi dự thảo cho đảng viên"),
    "adopted_on": FieldText("Ngày thông qua"),
    "self_level": FieldText("Mức tự nhận", wide=True),
}
