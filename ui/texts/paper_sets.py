"""Words for several papers at once, and for choosing which to write."""

from __future__ import annotations

from typing import Final

CHOOSE_KIND = "Soạn văn bản"
SEARCH_KIND = "Gõ tên văn bản"
KINDS = "Các loại văn bản"
NO_KIND = "Không có loại nào phù hợp."
GROUPS: Final = {
    "prepare": "Chuẩn bị",
    "write": "Viết bản kiểm điểm, báo cáo",
    "conference": "Hội nghị",
    "rate": "Đánh giá, xếp loại",
    "after": "Báo cáo, khắc phục",
}
NUMBERED = "{title} ({code})"
ABOUT: Final = {
    "member": "Lập cho đồng chí nào",
    "suggested": "Lập cho ai",
    "report": "Lập cho bản nào của báo cáo",
    "conference": "Lập cho hội nghị nào",
    "members_ballot": "Lập cho lần biểu quyết nào",
    "cell_ballot": "Lập cho lần biểu quyết nào",
}
ABOUT_OTHER = "Lập về nội dung nào"
WHOLE_CELL = "Văn bản của cả chi bộ, lập một bản."
NOBODY: Final = {
    "member": "Chưa có đảng viên trong danh sách.",
    "suggested": "Chưa có nội dung gợi ý kiểm điểm nào được ghi.",
    "report": "Chưa có báo cáo kiểm điểm tập thể.",
    "conference": "Chưa có hội nghị nào được ghi.",
    "members_ballot": "Chưa có lần biểu quyết đảng viên nào được ghi.",
    "cell_ballot": "Chưa có lần biểu quyết chi bộ nào được ghi.",
}
NOBODY_OTHER = "Chưa có nội dung nào để lập loại này."
THERE_DRAFT = "{name} – đang soạn"
THERE_ISSUED = "{name} – đã phát hành"
ALL = "Chọn tất cả"
NONE = "Bỏ chọn"
BEGIN_ONE = "Soạn văn bản"
BEGIN_MANY = "Lập {count} bản"
BEGIN_WHOLE = "Lập cho cả chi bộ: {count} bản"
BEGUN_MANY = "Đã lập {count} văn bản: {kind}."

ISSUE = "Phát hành"
PRINT = "In văn bản"
WRITE = "Lưu Word và PDF"
ASK_ISSUE = "Phát hành {count} văn bản?"
ASK_ISSUE_WORDS = (
    "{numbered} văn bản có đánh số nhận số theo thứ tự ngày văn bản. Sau khi phát hành, các văn bản này chỉ"
    " để xem và in: không sửa lại, không hoàn tác, không xóa được."
)
ASK_ISSUE_PLAIN = (
    "Các văn bản này không đánh số. Sau khi phát hành, chỉ để xem và in: không sửa lại, không hoàn tác,"
    " không xóa được."
)
ISSUED = "Đã phát hành {count} văn bản."
LEFT = "Đã phát hành {count} văn bản, còn {left} chưa phát hành được. {paper}: {why}"
NONE_TO_ISSUE = "Các văn bản đã chọn đều đã phát hành hoặc ở trong thùng rác."
WRITTEN = "Đã lưu Word và PDF của {count} văn bản."
PRINTED = "Đã gửi {count} trang ra máy in."

RENEW = "Lập bản thay thế"
RENEWED = "Đã lập bản thay thế, ghi ngày hôm nay. Bản đã phát hành vẫn giữ nguyên."
REPLACES = "thay cho {number}, ngày {date:%d/%m/%Y}"
REPLACES_PLAIN = "thay cho bản ngày {date:%d/%m/%Y}"
REPLACED = "Đã có bản thay thế: {number}, ngày {date:%d/%m/%Y}"
REPLACED_PLAIN = "Đã có bản thay thế ngày {date:%d/%m/%Y}"
IN_FORCE = "Đã phát hành, bản đang dùng"
ABOUT_TITLE = "Về ai, về việc gì"
