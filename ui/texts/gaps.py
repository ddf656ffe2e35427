"""Words of "Thiếu gì": what is still to find out of the members."""

from typing import Final

from app.domain.gaps import GapKind
from ui.texts.lists import ListWords

BUTTON = "Thiếu gì"
BUTTON_COUNT = "Thiếu gì ({count})"
FACTS = "{count} chỗ cần tìm hiểu, của {people} đồng chí. Bấm vào dòng nào thì mở đúng ô ấy."
NOTHING = "Không thiếu gì: dữ liệu của các đồng chí đã đủ."
BY_FACT = "Xếp theo dữ liệu"
BY_PERSON = "Xếp theo người"
NAME = "Họ và tên"
WHAT = "Cần ghi"
WHY = "Vì sao"
SPOKEN_NAME = "người"
SPOKEN_WHAT = "dữ liệu"
ALL = "Tất cả"
URGENT = "Cần có ngay"

LIST_WORDS: Final = ListWords(
    label="Dữ liệu đảng viên còn thiếu",
    prompt="Gõ tên hoặc ô cần ghi",
    short_prompt="Gõ tên hoặc ô cần ghi",
    count="{shown} chỗ, xếp theo {column}",
    total="{shown} chỗ",
    chosen="Đã chọn {count} chỗ",
    nothing=NOTHING,
    first_step="Về danh sách",
    no_match="Không có chỗ nào phù hợp với bộ lọc.",
    trash_empty=NOTHING,
)

SAID: Final = {
    GapKind.LACKING: "{label}",
    GapKind.OVERDUE: "{label}",
    GapKind.DOUBTFUL: "{label}: xem lại",
    GapKind.USEFUL: "{label}",
    GapKind.YEAR_ONLY: "{label}: mới có năm",
    GapKind.MONTH_ONLY: "{label}: mới có tháng, năm",
}
WHY_KIND: Final = {
    GapKind.LACKING: "Danh sách đảng viên in ô này.",
    GapKind.OVERDUE: "Đã quá 12 tháng dự bị mà chưa ghi ngày chính thức.",
    GapKind.DOUBTFUL: "Có chữ không thuộc bảng chữ cái tiếng Việt.",
    GapKind.YEAR_ONLY: "Đối chiếu giấy tờ, nếu có đủ ngày thì ghi thêm.",
    GapKind.MONTH_ONLY: "Đối chiếu giấy tờ, nếu có đủ ngày thì ghi thêm.",
}
WHY_FIELD: Final = {
    "admission_decided_on": "Tuổi Đảng đang tính tạm từ ngày vào Đảng.",
    "review_category": "Quyết định mẫu bản kiểm điểm.",
    "fee_category": "Quyết định mức đóng đảng phí.",
}
