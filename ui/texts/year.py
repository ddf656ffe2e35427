"""Words of Năm kiểm điểm: how a review is begun, what it is based on, its days, rounds and end."""

from __future__ import annotations

from typing import Final

from app.domain.cycles import CellKind, CollectiveSubject
from ui.texts.fields import FieldText
from ui.texts.record_book import RecordWords

TITLE = "Năm kiểm điểm"
BACK = "Về Kiểm điểm"
FACTS_BEGUN = "Năm {year}: đang làm"
FACTS_FINISHED = "Năm {year}: đã kết thúc ngày {date:%d/%m/%Y}, chỉ xem"
FACTS_NOT_BEGUN = "Năm {year}: chưa mở đợt kiểm điểm"
BEGIN = "Mở đợt kiểm điểm năm {year}"
BEGUN = "Đã mở đợt kiểm điểm năm {year}."
BEGIN_FIRST = (
    "Mở đợt kiểm điểm thì quy định của năm được giữ nguyên văn trong sổ, và các trang từ Cam kết đến"
    " Khắc phục dùng được."
)
AFTER_LAST = (
    "Năm {last} đã có đợt kiểm điểm trong sổ. Kết thúc năm {last} rồi mở năm {year} từ năm đó thì"
    " khuyết điểm, lời hứa, việc khắc phục còn dở được chuyển sang, không phải gõ lại."
)
FROM_LAST = "Mở từ năm {last}"
NO_RULES = "Nhập tệp quy định"
READ_RULES = "Xem quy định"
FINISH = "Kết thúc năm, mở năm {next}"
OPEN_NEXT = "Mở năm {next}"
GO_TO_NEXT = "Xem năm {next}"

CYCLE_WORDS: Final = RecordWords("Đợt kiểm điểm", "thông tin đợt kiểm điểm")
CYCLE: Final = {
    "cell_kind": FieldText("Loại chi bộ", "Quyết định văn bản ghi “đề nghị” hay “quyết định”", wide=True),
    "collective_subject": FieldText("Tập thể kiểm điểm", wide=True),
    "roster_fixed_on": FieldText("Ngày chốt danh sách", "Ai thuộc diện kiểm điểm thì tính đến ngày này"),
    "focal_points": FieldText(
        "Nội dung trọng tâm, trọng điểm",
        "Cấp ủy cấp trên yêu cầu nội dung nào? Mỗi nội dung một dòng",
        wide=True,
    ),
    "lessons_of_last_year": FieldText(
        "Đã rút kinh nghiệm năm trước",
        "Năm trước làm chưa tốt khâu nào, năm nay làm khác thế nào?",
        wide=True,
    ),
    "next_direction": FieldText(
        "Phương hướng năm sau", "Ghi khi tổng kết: năm sau tập trung việc gì?", wide=True
    ),
    "announced_on": FieldText("Ngày công bố kết quả"),
    "announced_how": FieldText("Hình thức công bố", "Ví dụ: công bố tại kỳ sinh hoạt chi bộ tháng 02"),
}
CELL_KINDS: Final = {
    CellKind.AFFILIATED: "Chi bộ trực thuộc đảng ủy cơ sở (văn bản ghi “đề nghị”)",
    CellKind.BASE: "Chi bộ cơ sở (văn bản ghi “quyết định” ở việc có thẩm quyền)",
}
COLLECTIVES: Final = {
    CollectiveSubject.CELL_COMMITTEE: "Chi ủy",
    CollectiveSubject.CELL: "Cả chi bộ (chi bộ không có chi ủy)",
    CollectiveSubject.NONE: "Không có báo cáo tập thể",
}
ROSTER_FIXED = "chốt danh sách {date:%d/%m/%Y}"
ROSTER_OPEN = "chưa ghi ngày chốt danh sách"
ANNOUNCED = "công bố ngày {date:%d/%m/%Y}"
FROM_LAST_YEAR = "Phần rút kinh nghiệm lấy từ năm trước, không phải gõ lại."

BASIS_WORDS: Final = RecordWords(
    "Văn bản căn cứ", "văn bản căn cứ", "Chưa có văn bản căn cứ; văn bản của năm in ở đầu kế hoạch, tờ trình."
)
BASIS: Final = {
    "number": FieldText("Số, ký hiệu", "Ví dụ: 12-KH/ĐU"),
    "dated_on": FieldText("Ngày văn bản"),
    "issuer": FieldText("Cơ quan ban hành", wide=True),
    "subject_line": FieldText("Trích yếu", "Viết cả tên loại: Hướng dẫn kiểm điểm …", wide=True),
    "role": FieldText("Dùng để làm gì"),
}
ROLES: Final = {
    "": "Chưa chọn",
    "regulation": "Quy định",
    "guidance": "Hướng dẫn",
    "year_letter": "Công văn của năm",
    "plan": "Kế hoạch của cấp ủy cấp trên",
}
TAKE_BASES = "Lấy {count} văn bản của bộ quy định"
TAKEN = "Đã lấy {count} văn bản của bộ quy định vào căn cứ của năm."
FROM_REGISTER = "Lấy từ Sổ văn bản đến, số đến {number}, không phải gõ lại."
DATED = "ngày {date:%d/%m/%Y}"
NO_DATE = "chưa ghi ngày"

DUE_WORDS: Final = RecordWords("Các bước và thời hạn", "bước")
DUE: Final = {
    "due_on": FieldText("Thời hạn của chi bộ", "Để trống thì theo ngày của bộ quy định"),
    "done_on": FieldText("Ngày làm xong"),
    "done_by": FieldText("Người làm", "Để trống thì theo bộ quy định"),
    "note": FieldText("Ghi chú"),
}
DUE_FROM = "Lấy từ {document}: {date:%d/%m/%Y}."
DUE_DEFAULT = "Lấy từ bộ quy định: {date:%d/%m/%Y}, mặc định của chương trình, chưa đối chiếu."
NO_DEFAULT = "Bộ quy định không ghi ngày cho bước này."
DOER_FROM = " Người làm: {actor}."
DUE_ON = "hạn {date:%d/%m/%Y}"
DUE_BY_RULES = "hạn {date:%d/%m/%Y} theo bộ quy định"
DONE_ON = "xong ngày {date:%d/%m/%Y}"
NO_DAY = "chưa có hạn"
LATE = "quá hạn {days} ngày"

GUIDANCE_WORDS: Final = RecordWords("Chỉ đạo, đôn đốc của cấp ủy cấp trên", "ý kiến chỉ đạo")
GUIDANCE: Final = {
    "dated_on": FieldText("Ngày"),
    "due_on": FieldText("Hạn làm"),
    "text": FieldText("Nội dung chỉ đạo", "Cấp ủy cấp trên yêu cầu chi bộ làm gì?", wide=True),
    "done_on": FieldText("Ngày làm xong"),
}

ROUND_WORDS: Final = RecordWords("Lần kiểm điểm", "lần kiểm điểm")
ROUND: Final = {
    "lessons": FieldText(
        "Rút kinh nghiệm sau đợt kiểm điểm", "Khâu nào làm tốt, khâu nào chưa, vì sao?", wide=True
    ),
}
ROUND_LINE = "Lần {number}"
ROUND_OPEN = "đang làm, mở ngày {date:%d/%m/%Y}"
ROUND_CLOSED = "đã khép ngày {date:%d/%m/%Y}, không sửa được nữa"
CLOSE_ROUND = "Khép lần kiểm điểm {number}"
ASK_CLOSE = "Khép lần kiểm điểm {number}?"
ASK_CLOSE_WORDS = (
    "Sau khi khép, bản kiểm điểm, hội nghị, phiếu và mức của lần này không sửa được nữa; chỉ ghi thêm được"
    " phần rút kinh nghiệm. Hoàn tác được bằng Ctrl+Z."
)
KEEP_OPEN = "Chưa khép"
CLOSED = "Đã khép lần kiểm điểm {number}."

ORDER_WORDS: Final = RecordWords("Yêu cầu kiểm điểm lại", "yêu cầu kiểm điểm lại")
ORDER: Final = {
    "number": FieldText("Số văn bản yêu cầu"),
    "dated_on": FieldText("Ngày văn bản"),
    "issuer": FieldText("Cơ quan yêu cầu", wide=True),
    "target": FieldText("Ai kiểm điểm lại"),
    "due_on": FieldText("Hạn làm xong"),
    "reason": FieldText("Vì sao phải kiểm điểm lại", wide=True),
}
ORDER_NOTE = "Ghi yêu cầu thì lần kiểm điểm trước được khép lại nguyên vẹn và lần mới được mở."
COLLECTIVE = "Tập thể"
CELL = "Chi bộ"
CHOOSE_TARGET = "Chọn người, tập thể"
