"""Words of the small records of a review conference, and of their fields."""

from __future__ import annotations

from typing import Final

from ui.texts.fields import FieldText
from ui.texts.record_book import RecordWords

CONFERENCE_WORDS: Final = RecordWords("Các hội nghị trong năm", "hội nghị")
CONFERENCE: Final = {
    "body": FieldText("Hội nghị của"),
    "party_group": FieldText("Tên tổ đảng", "Chỉ ghi khi là hội nghị tổ đảng"),
    "chair": FieldText("Chủ trì"),
    "recorder": FieldText("Thư ký hội nghị"),
    "chair_for_secretary": FieldText("Chủ trì khi kiểm điểm bí thư", "Một đồng chí khác bí thư"),
    "round_number": FieldText("Lần kiểm điểm", "1; kiểm điểm lại theo yêu cầu cấp trên thì ghi 2"),
    "counting_team": FieldText(
        "Tổ kiểm phiếu", "Mỗi dòng một đồng chí, tổ trưởng ở dòng đầu", wide=True, lines=3
    ),
    "order_reason": FieldText(
        "Lý do đổi trình tự", "Chỉ ghi khi không theo thứ tự tập thể, chi ủy viên, đảng viên", wide=True
    ),
}
CLOSE: Final = {
    "general_note": FieldText("Nhận xét chung về tinh thần, thái độ", wide=True, lines=3),
    "general_conclusion": FieldText("Kết luận của hội nghị", wide=True, lines=3),
    "read_back": FieldText("Đã đọc biên bản trước hội nghị và được thông qua", wide=True),
}
CLOSE_WORDS: Final = RecordWords("Nhận xét, kết luận chung", "phần kết thúc của hội nghị")
SITTING_WORDS: Final = RecordWords("Các buổi họp", "buổi họp")
SITTING: Final = {
    "held_on": FieldText("Ngày họp"),
    "place": FieldText("Địa điểm"),
    "started_at": FieldText("Bắt đầu", "Giờ và phút: 07:30"),
    "ended_at": FieldText("Kết thúc", "Giờ và phút: 11:30"),
}
GUEST_WORDS: Final = RecordWords("Đại biểu dự", "đại biểu")
GUEST: Final = {
    "name": FieldText("Họ và tên"),
    "post": FieldText("Chức vụ"),
    "from_upper_committee": FieldText("Của cấp ủy cấp trên", wide=True),
    "duty": FieldText("Nhiệm vụ", "Ví dụ: dự, chỉ đạo"),
    "guidance": FieldText("Ý kiến chỉ đạo", wide=True, lines=3),
}
TURN_WORDS: Final = RecordWords("Lượt kiểm điểm", "lượt kiểm điểm")
TURN: Final = {
    "answer": FieldText(
        "Tiếp thu, giải trình", "Đồng chí nhận điều gì, giải thích điều gì", wide=True, lines=3
    ),
    "conclusion": FieldText("Kết luận", wide=True, lines=3),
    "role_and_responsibility": FieldText("Vai trò, trách nhiệm trong nhiệm vụ chính trị", wide=True, lines=2),
    "bases_shown": FieldText("Đã đối chiếu bản cam kết và hạn chế năm trước", wide=True),
    "started_at": FieldText("Bắt đầu", "Giờ và phút: 08:15"),
    "ended_at": FieldText("Xong lúc", "Giờ và phút: 08:40"),
    "minutes_spent": FieldText("Số phút", "Không in ra"),
}
OPINION_WORDS: Final = RecordWords("", "ý kiến", "Chưa ghi ý kiến nào.")
OPINION: Final = {
    "speaker": FieldText("Người phát biểu"),
    "kind": FieldText("Loại ý kiến"),
    "text": FieldText("Nội dung", wide=True, lines=2),
    "in_writing": FieldText("Gửi bằng văn bản"),
    "said_at": FieldText("Lúc", "Giờ và phút: 09:10"),
}
SHORTCOMING_WORDS: Final = RecordWords("Hạn chế, khuyết điểm", "hạn chế, khuyết điểm")
SHORTCOMING: Final = {
    "text": FieldText("Hạn chế, khuyết điểm", wide=True, lines=2),
    "degree": FieldText("Mức độ"),
    "origin": FieldText("Do đâu mà có"),
    "sign": FieldText("Biểu hiện cụ thể", wide=True, lines=2),
    "area": FieldText("Lĩnh vực"),
    "repeats": FieldText("Lặp lại hạn chế năm trước"),
    "cause": FieldText("Nguyên nhân chủ quan", wide=True, lines=2),
    "outer_cause": FieldText("Nguyên nhân khách quan", wide=True, lines=2),
    "responsibility": FieldText("Trách nhiệm", wide=True, lines=2),
    "measure": FieldText("Biện pháp khắc phục", wide=True, lines=2),
    "due_on": FieldText("Khắc phục xong trước ngày"),
    "sub_reason": FieldText("Thuộc trường hợp"),
}
BLAME_WORDS: Final = RecordWords("Trách nhiệm cá nhân về hạn chế của tập thể", "phần trách nhiệm")
BLAME: Final = {
    "shortcoming": FieldText("Hạn chế, khuyết điểm của tập thể", wide=True),
    "member_uid": FieldText("Đồng chí chịu trách nhiệm"),
    "text": FieldText("Trách nhiệm về việc gì"),
}
POINT_WORDS: Final = RecordWords("Kết luận về nội dung cấp trên gợi ý", "kết luận về gợi ý")
POINT: Final = {
    "point": FieldText("Nội dung gợi ý", wide=True),
    "text": FieldText("Hội nghị kết luận", wide=True, lines=2),
}
RESERVE_WORDS: Final = RecordWords("Ý kiến bảo lưu", "ý kiến bảo lưu")
RESERVE: Final = {
    "member_uid": FieldText("Đồng chí bảo lưu", "Chỉ ghi khi đồng chí ấy muốn"),
    "text": FieldText("Ý kiến", wide=True, lines=2),
}
OVERRIDE_WORDS: Final = RecordWords("", "văn bản của cấp trên", "Chưa có văn bản cho phép kiểm điểm.")
OVERRIDE: Final = {
    "number": FieldText("Số văn bản"),
    "dated_on": FieldText("Ngày văn bản"),
    "issuer": FieldText("Nơi ban hành"),
    "text": FieldText("Nội dung cho phép", wide=True, lines=2),
}
NOBODY = "Chọn đồng chí"
NOT_REPEATED = "Không lặp lại"
NO_AREA = "Chưa chọn lĩnh vực"
NO_REASON = "Không thuộc trường hợp nào"
NO_POINT = "Chọn nội dung gợi ý"
NO_SHORTCOMING = "Chọn hạn chế, khuyết điểm"
FROM_OPINION = "Lấy từ ý kiến góp ý, không phải gõ lại."

BALLOT: Final = {
    "held_on": FieldText("Ngày biểu quyết"),
    "held_at": FieldText("Lúc", "Giờ và phút: 17:00"),
    "is_secret": FieldText("Bỏ phiếu kín", wide=True),
    "convened": FieldText("Đảng viên chính thức được triệu tập"),
    "deducted": FieldText("Được trừ", "Sinh hoạt tạm thời nơi khác; được miễn mà vắng; bị đình chỉ"),
    "official_present": FieldText("Đảng viên chính thức có mặt"),
    "issued": FieldText("Phiếu phát ra"),
    "returned": FieldText("Phiếu thu về"),
    "valid": FieldText("Phiếu hợp lệ"),
    "invalid": FieldText("Phiếu không hợp lệ"),
    "repeats": FieldText("Biểu quyết lại của"),
    "conclusion": FieldText("Hội nghị kết luận", wide=True, lines=2),
    "note": FieldText("Ghi chú", wide=True),
}
FIRST_VOTE = "Biểu quyết lần đầu"

DRAFTED: Final = {
    "conference": CONFERENCE_WORDS,
    "close": CLOSE_WORDS,
    "sitting": SITTING_WORDS,
    "guest": GUEST_WORDS,
    "turn": TURN_WORDS,
    "opinion": OPINION_WORDS,
    "shortcoming": SHORTCOMING_WORDS,
    "responsibility": BLAME_WORDS,
    "suggestion_conclusion": POINT_WORDS,
    "gate_override": OVERRIDE_WORDS,
    "reservation": RESERVE_WORDS,
}
"""The kinds whose drafts are gone on with on the page of the conference."""
