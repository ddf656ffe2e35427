"""Words of Mở năm mới."""

from app.services.next_year_preview import CarriedKind

TITLE = "Mở năm {year}"
MENU = "Mở năm mới…"
OPEN_DIALOG = "Mở năm mới"

READY = (
    "Năm {old} đã kết thúc, chỉ xem và in được. Dưới đây là những gì được đưa sang năm {year}; "
    "năm {old} không thay đổi."
)
UNFINISHED = (
    "Năm {old} chưa kết thúc. Đồng chí kết thúc năm {old} trước; từ đó năm {old} chỉ xem và in được. "
    "Nếu kết thúc bây giờ, những gì dưới đây được đưa sang năm {year}."
)
NO_REVIEW = (
    "Năm {old} chưa có đợt kiểm điểm trong sổ, nên chưa có gì để đưa sang năm {year}. "
    "Danh sách đảng viên, chức vụ, trạng thái dùng chung cho mọi năm."
)
THERE = "Năm {year} đã mở trong sổ."
NO_RULES = "Chương trình chưa có bộ quy định nào cho năm {year}."
KEEP_RULES = "Dùng tiếp bộ quy định của năm {old}"
KEEP_FIRST = "Đánh dấu “Dùng tiếp bộ quy định của năm {old}” thì mở được năm {year}."

GROUPS = {
    CarriedKind.SHORTCOMING: "Hạn chế, khuyết điểm phải trả lời",
    CarriedKind.REMEDIATION: "Việc khắc phục chưa xong",
    CarriedKind.PROMISE: "Nội dung cam kết chưa làm xong",
}
COUNTED = "{title}: {count}"
NONE = "{title}: không có"
LINE = "{whose}: {text}"
SINCE = "{line} (chỉ ra từ năm {year})"
COLLECTIVE = "Tập thể"
CELL = "Chi bộ"
LEVELS = "Mức phân loại, xếp loại của năm {old}"
POSTS = "Chức vụ đang giữ, dùng tiếp"
OWN_TEXTS = "Câu chữ riêng trên văn bản, dùng tiếp"
LESSONS = "Điều rút kinh nghiệm của năm {old}"
UNDO = "Mở nhầm thì bấm Hoàn tác: cả lần mở được lấy lại bằng một bước."

LATER = "Để sau"
ACT = "Mở năm {year}"
FINISH = "Kết thúc năm {old}"
GO = "Xem năm {year}"
OPENED = "Đã mở năm {year}."
FINISHED = "Năm {old} đã kết thúc, chỉ xem và in được."

NOT_REVIEWED = "Năm {year} chưa có đợt kiểm điểm trong sổ"
UNDER_REVIEW = "Năm {year} đang trong đợt kiểm điểm"
YEAR_FINISHED = "Năm {year} đã kết thúc, chỉ xem và in được"
