"""Words of Quy định đang áp dụng: its sheet in Cài đặt, its page, the import of a file, own values."""

from __future__ import annotations

from typing import Final

TITLE = "Quy định đang áp dụng"
OPEN = "Xem quy định"
BACK = "Về Cài đặt"
SET = "Năm {year}: {title}"
COUNTS = "{verified} điều đã đối chiếu, {partly} một phần, {unverified} chưa đối chiếu"
BEGUN = "Năm {year} đã mở đợt kiểm điểm: quy định được giữ nguyên văn trong sổ của năm."
PLANNED = "Năm {year} chưa mở đợt kiểm điểm; khi mở sẽ theo bộ này."
NONE = (
    "Chưa có bộ quy định nào cho năm {year}. Chương trình không tự lấy bộ của năm khác thay thế;"
    " đồng chí nhập tệp bộ quy định của năm này."
)
OWN = "Chi bộ ghi {count} giá trị riêng theo văn bản cấp trên."
DAMAGED = "Tệp {name} không dùng được: {reason}. Đồng chí nhập lại tệp gốc."
OTHER = "Có bộ khác cho năm này: {title} (phiên bản {version})."

PARTS = "Các phần"
READING = "Nội dung quy định"
SEARCH = "Tìm trong quy định"
ALL = "Tất cả"
STATES: Final = {
    "verified": "Đã đối chiếu",
    "partly": "Một phần",
    "unverified": "Chưa đối chiếu",
    "own": "Của chi bộ",
}
NOTHING = "Không có quy định nào khớp với điều đang tìm."

PRINT = "In"
PRINT_TITLE = "Quy định năm {year}"
COLUMN_RULE = "Quy định"
COLUMN_SOURCE = "Nguồn, mức đối chiếu"
FOUND_ONLY = "Chỉ gồm các quy định đang hiện trên màn hình."

IMPORT = "Nhập tệp quy định"
IMPORT_TITLE = "Chọn tệp bộ quy định"
FILES = "Tệp bộ quy định"
ASK_IMPORT = "Nhập bộ quy định này?"
ASK_IMPORT_WORDS = (
    "{title}\nPhiên bản {version}, áp dụng cho: {years}.\n\nTệp được chép vào thư mục dữ liệu. Năm đã mở đợt"
    " kiểm điểm vẫn theo bộ cũ cho đến khi đồng chí chọn dùng bộ mới."
)
NO_YEARS = "chưa ghi năm nào"
DO_IMPORT = "Nhập"
IMPORTED = "Đã nhập bộ quy định: {title}."

ADOPT = "Dùng bộ này"
ASK_ADOPT = "Dùng “{title}” cho năm {year}?"
ASK_ADOPT_WORDS = (
    "Đợt kiểm điểm năm {year} chuyển sang bộ này; giá trị riêng của chi bộ đặt trên bộ cũ không còn. Hoàn tác"
    " được bằng Ctrl+Z."
)
ADOPTED = "Năm {year} nay theo bộ: {title}."

OWN_OPEN = "Giá trị riêng"
OWN_TITLE = "Giá trị riêng của chi bộ năm {year}"
OWN_HOW = "Đặt khi văn bản của cấp ủy cấp trên quy định. Để trống giá trị thì theo quy định chung."
OWN_WHICH = "Đặt giá trị cho"
OWN_VALUE = "Giá trị"
OWN_DAY = "Ngày, ví dụ 20/12 hoặc 15/01 năm sau"
OWN_LETTER = "Số, ký hiệu văn bản"
OWN_RULE = "Quy định chung: {now}; {limit}."
OWN_DEFAULT = "Mặc định của chương trình, chưa đối chiếu: {now}; {limit}."
OWN_RULE_EMPTY = "Quy định chung: chưa có; {limit}."
OWN_SET = "Đang đặt"
OWN_LINE = "{label}: {value} ({letter})"
OWN_UNSAVED = "Chưa lưu"
OWN_TAKEN_BACK = "{label}: theo quy định chung"
OWN_NONE = "Chưa đặt giá trị riêng nào."
OWN_NO_CHOICE = "Theo quy định chung"
OWN_SAVED = "Đã lưu giá trị riêng của chi bộ."
