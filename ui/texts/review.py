"""Words of the page Kiểm điểm."""

from __future__ import annotations

from typing import Final

from app.domain.conferences import TurnState
from app.domain.self_reviews import CorrectionState, WritingState
from ui.texts.lists import ListWords

TITLE = "Kiểm điểm"
STEPS = "Các bước của đợt kiểm điểm"
FACTS = "Năm {year}: {written}/{persons} bản đã nộp, {met}/{subjects} đã kiểm điểm"
NOT_BEGUN = "Năm {year} chưa mở đợt kiểm điểm."
BEGIN = "Mở đợt kiểm điểm"
YEAR = "Năm kiểm điểm"
LETTERS = "Gợi ý, giải trình"
WRITE = "Viết bản kiểm điểm"
GO_ON = "Viết tiếp bản kiểm điểm"
LOOK = "Xem bản kiểm điểm"
SHORT_ACTS = ("Viết", "Viết tiếp", "Xem")
REPORT_ACTS = ("Viết báo cáo tập thể", "Viết tiếp báo cáo tập thể", "Xem báo cáo tập thể")
OF_THE_YEAR = "Năm {year}"
BACK_TO_LIST = "Danh sách"
CHOOSE_ONE = "Chọn một dòng để xem những điều đã biết."

STEP_TITLES: Final = {
    "population": "Diện kiểm điểm",
    "explained": "Giải trình gợi ý",
    "written": "Bản kiểm điểm",
    "reported": "Báo cáo tập thể",
    "met": "Hội nghị",
    "rated": "Mức đề nghị",
}
STEP_DONE = "Xong {done}/{total}"
STEP_LEFT = "Còn thiếu {left}/{total}"
STEP_NONE = "Không có"

ORDER = "TT"
NAME = "Đối tượng kiểm điểm"
POST = "Chức vụ"
WRITING = "Bản kiểm điểm"
EXPLANATION = "Giải trình"
CONFERENCE = "Hội nghị"
EARLIER = "Kỳ trước"
LEVEL = "Tự nhận"
STATES: Final = {
    None: "chưa có",
    WritingState.DRAFT: "đang viết (dự thảo)",
    WritingState.HANDED_IN: "đã nộp",
    WritingState.RETURNED: "trả lại",
    WritingState.FINAL: "hoàn thành",
}
DRAFT_REPORT = "dự thảo: {state}"
FINAL_REPORT = "bản hoàn chỉnh: {state}"
ON_PAPER = "bản giấy"
ON_PAPER_SHEETS = "bản giấy, {sheets} tờ"
TURNS: Final = {
    None: "chưa kiểm điểm",
    TurnState.WAITING: "chờ đến lượt",
    TurnState.UNDER_REVIEW: "đang kiểm điểm",
    TurnState.DONE: "đã kiểm điểm",
    TurnState.POSTPONED: "hoãn",
}
LATER = "kiểm điểm bổ sung sau"
NO_POINTS = "không có"
EXPLAINED = "đủ {done}/{total}"
UNEXPLAINED = "thiếu {left}/{total}"
CORRECTED = "đã khắc phục {done}/{total}"
NO_EARLIER = "không có"

FILTERS: Final = {
    "all": "Tất cả",
    "not_begun": "Chưa có bản kiểm điểm",
    "writing": "Đang viết",
    "handed_in": "Đã nộp",
    "returned": "Trả lại",
    "final": "Hoàn thành",
    "on_paper": "Bản giấy",
    "unexplained": "Thiếu giải trình",
    "not_met": "Chưa kiểm điểm",
}
LIST_WORDS: Final = ListWords(
    label="Danh sách kiểm điểm",
    prompt="Gõ tên, chức vụ, không cần dấu",
    short_prompt="Gõ tên, không cần dấu",
    count="{shown} đối tượng, xếp theo {column}",
    total="{shown} đối tượng",
    chosen="Đã chọn {count} dòng",
    nothing="Chưa có ai trong diện kiểm điểm của năm đang mở.",
    first_step="Mở danh sách đảng viên",
    no_match="Không có dòng nào phù hợp với bộ lọc.",
    trash_empty="Thùng rác không có gì.",
)
ORDER_SPOKEN = "thứ tự kiểm điểm"

TAB_NAMES = "Những điều đã biết"
KNOWN = "Tình hình"
OUTSIDE = "Nhận xét"
SHORTCOMINGS = "Hạn chế"
FROM_EARLIER = "Kỳ trước"
SELF_LEVEL = "Tự nhận: {level}"
HAND_IN = "ghi nộp, trả lại"
HANDED_IN_ON = "Nộp ngày {date:%d/%m/%Y}"
RETURNED = "Trả lại: {reason}"
HEAD_WRITTEN = "Bản kiểm điểm"
HEAD_REPORT = "Báo cáo kiểm điểm"
HEAD_EARLIER = "Hạn chế, khuyết điểm kỳ trước"
HEAD_POINTS = "Nội dung được gợi ý"
HEAD_QUESTIONS = "Nội dung chi ủy yêu cầu làm rõ"
HEAD_PROMISES = "Bản cam kết"
HEAD_SHORTCOMINGS = "Hạn chế, khuyết điểm năm nay"
HEAD_TURN = "Hội nghị"
NONE = "Không có."
NOTHING_PROMISED = "Chưa ghi nội dung nào."
PROMISES = "Đã thực hiện {done}/{total} nội dung"
CORRECTIONS: Final = {
    CorrectionState.UNKNOWN: "chưa trả lời",
    CorrectionState.CORRECTED: "đã khắc phục",
    CorrectionState.CORRECTING: "đang khắc phục",
    CorrectionState.NOT_CORRECTED: "chưa khắc phục",
}
OF_YEAR = "{text} (năm {year})"
POINT_DONE = "đã giải trình"
POINT_OPEN = "chưa giải trình"
ANSWERED = "đã trả lời"
NOT_ANSWERED = "chưa trả lời"
