"""Words of the import of a member list: choosing a file, looking it through, taking it in."""

from typing import Final

IMPORT_TITLE = "Chọn tệp danh sách đảng viên"
IMPORT_FILES = "Danh sách đảng viên (Excel, Word)"
READING = "Đang đọc tệp"
READING_NOTE = "Chưa ghi gì vào sổ; đọc xong đồng chí xem lại từng dòng."
ROWS = "dòng"
STORING = "Đang ghi vào sổ"
IMPORTED = "Đã nhập {count} đảng viên từ tệp."
UPDATED = "Đã sửa {count} đồng chí theo tệp."

PREVIEW_TITLE = "Xem lại trước khi nhập"
PREVIEW_FACTS = "Tệp {file}, {place}: {total} đồng chí, {new} mới, {known} đã có trong sổ, {faulty} có lỗi."
SHEET = "trang “{name}”"
TABLE = "bảng {name}"
WHICH_TABLE = "Đọc danh sách ở"
TABLE_ROWS = "{place} ({count} dòng)"
TABLE_FROM = "{place}, từ dòng {row} ({count} dòng)"
LEFT_OUT = "Không nhập, có chủ ý: {titles}."
UNKNOWN_COLUMNS = "{count} cột chưa rõ ghi gì nên chưa nhập: {titles}."
ASSIGN = "Gán cột"
REASSIGN = "Xem các cột"
HAS_LINKS = "Tệp có liên kết ra ngoài (ảnh, mẫu, trang mạng); chương trình không mở liên kết nào."
OLD_FONT = (
    "Tệp gõ bằng phông cũ ({kind}); chữ dưới đây đã chuyển sang Unicode. Đồng chí xem lại dấu trước khi nhập."
)
PREVIEW_NOTE = "Nhập vào là một việc, hoàn tác được cả lần. Không xóa ai, không xóa mục nào đã ghi."
PREVIEW_CHIPS: Final = {
    "all": "Tất cả",
    "new": "Mới",
    "changed": "Khác với sổ",
    "known": "Đã có",
    "faulty": "Có lỗi",
    "skipped": "Bỏ qua",
}
ROW = "Dòng"
NAME = "Họ và tên"
BORN = "Ngày sinh"
ADMITTED = "Ngày vào Đảng"
ACT = "Sẽ làm"
RESULT = "Nhận xét"
ACTS: Final = {
    "new": "Thêm mới",
    "left": "Không nhập",
    "same": "Giữ nguyên",
    "kept": "Giữ như sổ",
    "faulty": "Chưa nhập được",
    "skipped": "Bỏ qua",
}
TAKES = "Sửa {taken}/{all} mục"
IS_NEW = "Chưa có trong sổ."
IS_KNOWN = "Đã có: {name}."
MAY_BE_KNOWN = "Có thể là đồng chí {name}; đồng chí xem lại."
IS_KNOWN_ROW = "Trùng dòng {row}: {name}."
CHANGED = "{field}: {old} → {new}."
ADDED_FACT = "{field}: thêm {new}."
SKIPPED: Final = {
    "counting": "Dòng đánh số cột hoặc dòng trống.",
    "header": "Dòng tên cột nhắc lại.",
    "total": "Dòng cộng.",
    "signature": "Phần ký tên.",
    "heading": "Đề mục trong danh sách.",
    "remark": "Không phải một đồng chí.",
}
AT_COLUMN = "Cột {column}, “{value}”: {sentence}"
AT_EMPTY = "Cột {column}: {sentence}"
LINE = "Dòng {row}: {name}"
TAKE_ROW = "Nhập dòng này"
IS_ANOTHER = "Đây là người khác, thêm mới"
SKIP_FAULTY = "Bỏ qua {count} dòng có lỗi, sửa trong tệp rồi nhập sau"
TAKE_ALL = "Lấy hết mục khác với sổ"
TAKE_IN = "Nhập {new} đảng viên"
CHANGE = "Sửa {changed} đồng chí"
TAKE_BOTH = "Nhập {new} đảng viên, sửa {changed}"
NOTHING_NEW = "Không có gì để nhập"

COLUMNS_TITLE = "Các cột của tệp"
COLUMNS_NOTE = (
    "Chọn xem cột ghi gì; tệp được đọc lại ngay. Lần sau gặp cột tên như vậy thì không phải chọn nữa."
)
COLUMN = "Cột {column}: {title}"
SAMPLE = "Ví dụ: {sample}"
READ_COLUMNS = "Đã nhận: {columns}."
READ_COLUMN = "{field} (cột {column})"
NOT_READ = "Không nhập"
DECIDE = "Đọc lại theo lựa chọn này"

FIELDS: Final = {
    "full_name": "Họ và tên",
    "sex": "Giới tính",
    "born_on": "Ngày sinh",
    "admission_decided_on": "Ngày ký quyết định kết nạp",
    "admitted_on": "Ngày vào Đảng",
    "official_on": "Ngày chính thức",
    "card_number": "Số thẻ đảng viên",
    "post": "Chức vụ",
    "political_theory": "Lý luận chính trị",
    "phone": "Điện thoại",
    "residence_cell": "Chi bộ nơi cư trú",
    "standing": "Trạng thái",
    "standing_on": "Ngày của trạng thái",
    "note": "Ghi chú",
}
