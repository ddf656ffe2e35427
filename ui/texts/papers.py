"""Words of the page Văn bản."""

from __future__ import annotations

from typing import Final

from ui.texts.fields import PAPER
from ui.texts.lists import ListWords

TITLE = "Văn bản"
LIST = "Sổ đăng ký văn bản đi"
FACTS = "Năm {year}: {issued} văn bản đã phát hành, {drafts} đang soạn"
OF_YEAR = "Năm {year}"
NOTHING = "Chưa có văn bản nào trong năm đang mở."
FIRST_STEP = "Soạn văn bản"
NO_MATCH = "Không có văn bản nào phù hợp."
TRASH_EMPTY = "Thùng rác không có gì."
FILTER = "Gõ số, họ tên, trích yếu"

NEW = "Soạn văn bản"
WRITE = "Lưu Word và PDF"
ISSUE = "Cấp số và phát hành"
ISSUE_UNNUMBERED = "Phát hành"
TO_TRASH = "Xóa bản nháp"
TAKE_BACK = "Lấy lại từ thùng rác"
BACK_TO_LIST = "Sổ văn bản"

FILTERS: Final = {
    "all": "Tất cả",
    "drafts": "Đang soạn",
    "issued": "Đã phát hành",
    "trash": "Thùng rác",
}
LIST_WORDS: Final = ListWords(
    label=LIST,
    prompt=FILTER,
    short_prompt=FILTER,
    count="{shown} văn bản, xếp theo {column}",
    total="{shown} văn bản",
    chosen="Đã chọn {count} văn bản",
    nothing=NOTHING,
    first_step=FIRST_STEP,
    no_match=NO_MATCH,
    trash_empty=TRASH_EMPTY,
)
NUMBER_TITLE = "Số, ký hiệu"
DATED_TITLE = "Ngày"
KIND_TITLE = "Tên loại"
SUBJECT_TITLE = "Trích yếu"
ADDRESSEE_TITLE = "Nơi nhận"
SIGNER_TITLE = "Người ký"
STATUS_TITLE = "Tình trạng"

NUMBER = "Số {number:02d}-{type_code}/{symbol}"
DRAFT = "Đang soạn"
ISSUED = "Đã phát hành"
IN_TRASH = "Trong thùng rác từ {date:%d/%m/%Y}"
DATED = "{date:%d/%m/%Y}"

AS_ISSUED = "đúng như khi phát hành"
CHOOSE_ONE = "Chọn một văn bản trong sổ để xem, hoặc soạn văn bản mới."
ISSUED_NOTE = "Đã phát hành lúc {at:%H:%M}, ngày {at:%d/%m/%Y}. Văn bản này chỉ để xem và in."
NOTES: Final = {"member_list": "Danh sách lấy từ trang Đảng viên, không phải gõ lại."}
DRAFT_SHOWN = "Có phần chưa lưu được vì còn ô ghi chưa đúng."

LONG_FIELDS: Final = {name for name, text in PAPER.items() if text.lines}
LENGTH = "{words} chữ · {letters} ký tự"
STORED_AT = "đã lưu {at:%H:%M:%S}"

ASK_ISSUE = "Phát hành {kind}?"
ASK_ISSUE_NUMBERED = (
    "Văn bản nhận số tiếp theo của loại này trong nhiệm kỳ. Sau đó văn bản chỉ để xem và in:"
    " không sửa lại, không hoàn tác, không xóa được."
)
ASK_ISSUE_UNNUMBERED = (
    "Văn bản này không đánh số. Sau khi phát hành, văn bản chỉ để xem và in:"
    " không sửa lại, không hoàn tác, không xóa được."
)
ISSUED_NOW = "Đã phát hành {paper}."
WRITTEN = "Đã lưu {word} và {pdf}."
WRITTEN_WORD = "Đã ghi {word}. Bản Word này chương trình không in đủ nên không có tệp PDF."
OPEN_FOLDER = "Mở thư mục"
CHOOSE_FOLDER = "Chọn thư mục để lưu Word và PDF"
TRASHED = "Đã đưa {paper} vào thùng rác, giữ 30 ngày."
RESTORED = "Đã lấy lại {paper} từ thùng rác."
MANY = "{count} văn bản"
ISSUED_STAY = "Văn bản đã phát hành không vào thùng rác được."
PRINTING = "Đang chuẩn bị trang in"
WRITING_FILES = "Đang ghi Word và PDF"
CHANGED_ELSEWHERE = "Văn bản này vừa được sửa ở nơi khác. Đồng chí xem lại nội dung rồi sửa tiếp."
