"""Words of the score sheets: criteria, points or grades, and why less than the most."""

from __future__ import annotations

from typing import Final

from app.domain.scores import ScoredBy
from ui.texts.fields import FieldText

OPEN_POINTS = "Bảng chấm điểm"
OPEN_GRADES = "Bảng đánh giá theo tiêu chí"
OPEN_TALLY = "Sửa kết quả kiểm phiếu"
BACK = "Về danh sách"
WHO = "Chấm điểm ai"
SIDE = "Ai chấm"
SIDES: Final = {
    ScoredBy.SELF: "Tự chấm",
    ScoredBy.APPRAISED: "Thẩm định tại chi bộ",
    ScoredBy.UPPER_COMMITTEE: "Cấp trên thẩm định",
}
GRID = "Bảng chấm theo từng nội dung"
CORNER = "TT"
CRITERION = "Nội dung"
MOST = "Điểm chuẩn"
POINTS = "Điểm"
GRADE = "Cấp độ"
REASON = "Lý do trừ điểm"
REASON_OF_GRADE = "Lý do"
CELL = "{text}, {column}: {said}"
FIELDS: Final = {
    "scored_on": FieldText("Ngày chấm"),
    "note": FieldText("Ghi chú", lines=2, wide=True),
}
READING = "Nội dung đang chấm"
HOW_POINTS = "Gõ điểm từng nội dung (ví dụ 7,5); Enter xuống dòng."
HOW_GRADES = "Đứng ở ô cấp độ rồi gõ {keys}; Enter xuống dòng."
KEY = "{at} ({name})"
SUM = "Cộng {sum}"
SUM_OF = "Cộng {sum}/{total} điểm"
WAITING = "còn {count} nội dung chưa chấm"
WHOLE = "đã chấm đủ"
GRADED = "Đã ghi {count}/{all} nội dung"
OVER = "{text}: {got} điểm, vượt điểm chuẩn {most}."
UNEXPLAINED = "Chưa ghi lý do trừ điểm: nội dung {places}."
NO_POINTS = "“{text}” không phải số điểm. Ghi số, ví dụ 7,5."
NO_GRADE = "“{text}” không phải cấp độ nào. Ghi một trong: {grades}."
FIRST_FAULT = "Còn {count} ô cần sửa, chưa ghi gì vào sổ. Con trỏ đang ở ô đầu tiên."
SAVE = "Lưu bảng chấm"
SAVED = "Đã lưu bảng chấm của {name}."
DROP = "Bỏ phần chưa lưu"
DROPPED = "Đã bỏ phần chưa lưu của bảng chấm."
GET_BACK = "Lấy lại"
REMOVE = "Bỏ bảng này"
REMOVED = "Đã bỏ bảng chấm của {name}."
NOBODY = "Quy định của năm {year} không chấm điểm."
DRAFT = "Bảng chấm của {name} năm {year}, đang ghi"
