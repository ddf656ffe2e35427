"""Words of the registers of papers that went out and came in."""

from __future__ import annotations

from typing import Final

from app.domain.number_gaps import GapReason
from ui.texts.fields import FieldText
from ui.texts.lists import ListWords

OPEN = "Sổ đi, sổ đến"
TITLE = "Sổ văn bản"
BACK = "Văn bản"
TABS = ("Văn bản đi", "Văn bản đến")
ADD = "Vào sổ văn bản đến"
SAVE = "Lưu"
CANCEL = "Thôi"
REMOVE = "Bỏ khỏi sổ"
FACTS_OUT = "Từ đầu nhiệm kỳ: {count} số đã cấp, {gaps} số không có văn bản, {open} số chưa ghi lý do"
FACTS_IN = "Năm {year}: {count} văn bản đến, {open} chưa giải quyết xong"
OF_TERM = "Nhiệm kỳ từ ngày {date:%d/%m/%Y}"
OF_YEAR = "Năm {year}"

DAY = "{date:%d/%m/%Y}"
NUMBER = "Số, ký hiệu"
DATED = "Ngày"
KIND = "Tên loại, trích yếu"
ADDRESSEE = "Nơi nhận"
SIGNER = "Người ký"
NOTE = "Ghi chú"
GAP = "Không có văn bản"
GAP_OPEN = "Chưa ghi lý do"
REASONS: Final = (
    (GapReason.ON_PAPER, "Cấp trên giấy"),
    (GapReason.CANCELLED, "Đã hủy trước khi gửi"),
    (GapReason.OTHER, "Lý do khác"),
)
REASON = "Vì sao không có văn bản"
REASON_NOTE = "Ghi rõ thêm"
EXPLAIN = "Ghi lý do"
FORGET = "Bỏ lý do đã ghi"
GAP_TITLE = "{number}: không có văn bản"
GAP_WORDS = "Số này không gắn với văn bản nào. Ghi lý do để sổ in ra không có chỗ trống không giải thích."
EXPLAINED = "Đã ghi lý do của {number}."
FORGOTTEN = "Đã bỏ lý do của {number}."
OUT_NOTHING_CHOSEN = "Chọn một dòng của sổ để xem."
OPEN_PAPER = "Mở văn bản"
OUT_FILTERS: Final = {"all": "Tất cả", "gaps": "Không có văn bản", "open": "Chưa ghi lý do"}
OUT_WORDS: Final = ListWords(
    label="Sổ đăng ký văn bản đi",
    prompt="Gõ số, trích yếu, ngày",
    short_prompt="Gõ số, trích yếu",
    count="{shown} số, xếp theo {column}",
    total="{shown} số",
    chosen="Đã chọn {count} số",
    nothing="Chưa cấp số nào trong nhiệm kỳ này. Số được cấp khi phát hành văn bản.",
    first_step="Mở trang Văn bản",
    no_match="Không có số nào phù hợp.",
    trash_empty="Thùng rác không có gì.",
)

CAME_NUMBER = "Số đến"
CAME_ON = "Ngày đến"
CAME_FROM = "Nơi gửi"
CAME_SUBJECT = "Trích yếu"
CAME_TO = "Người giải quyết"
CAME_DUE = "Hạn"
CAME_DONE = "Xong"
CAME_AS = "Trong đợt kiểm điểm"
NOT_IN_REGISTER = "Chưa vào sổ"
LETTER_SUBJECT = "Gợi ý kiểm điểm"
ENTERED: Final = {
    "suggestion_letter": "Văn bản gợi ý kiểm điểm",
    "legal_basis": "Kế hoạch của cấp ủy cấp trên",
    "guidance": "Ý kiến chỉ đạo",
}
ENTER_AS = "Ghi luôn vào đợt kiểm điểm là"
ENTER_NONE = "Không ghi, chỉ vào sổ"
ENTERED_NOTE = "Đã ghi trong đợt kiểm điểm: {kind}. Sửa ở đây thì ở đó đổi theo."
LETTER_NOTE = "Văn bản gợi ý này đã ghi trong đợt kiểm điểm, chưa có số đến. Bấm Lưu để vào sổ."
NEW_TITLE = "Vào sổ văn bản đến"
EDIT_TITLE = "Văn bản đến số {number:02d}"
DRAFT_SHOWN = "Đang hiện phần gõ dở chưa lưu."
SAVED = "Đã lưu văn bản đến số {number:02d}."
REMOVED = "Đã bỏ văn bản đến số {number:02d} khỏi sổ."
IN_FILTERS: Final = {"all": "Tất cả", "waiting": "Chưa giải quyết xong", "late": "Quá hạn"}
IN_WORDS: Final = ListWords(
    label="Sổ đăng ký văn bản đến",
    prompt="Gõ số, nơi gửi, trích yếu",
    short_prompt="Gõ số, nơi gửi",
    count="{shown} văn bản, xếp theo {column}",
    total="{shown} văn bản",
    chosen="Đã chọn {count} văn bản",
    nothing="Chưa có văn bản đến nào trong năm đang mở.",
    first_step="Vào sổ văn bản đến",
    no_match="Không có văn bản nào phù hợp.",
    trash_empty="Thùng rác không có gì.",
)
INCOMING: Final = {
    "register_number": FieldText("Số đến", "Để trống thì lấy số tiếp theo"),
    "received_on": FieldText("Ngày đến"),
    "number": FieldText("Số, ký hiệu của văn bản"),
    "dated_on": FieldText("Ngày văn bản"),
    "issuer": FieldText("Nơi gửi", wide=True),
    "subject_line": FieldText("Trích yếu", wide=True),
    "assigned_to": FieldText("Người giải quyết"),
    "due_on": FieldText("Hạn giải quyết"),
    "handled_on": FieldText("Ngày giải quyết xong"),
    "note": FieldText("Ghi chú"),
}
