"""Words of the table of earlier years (first year of a cell in the program)."""

from __future__ import annotations

from typing import Final

TITLE: Final = "Kết quả các năm trước"
GRID: Final = "Bảng kết quả các năm trước"
NAME: Final = "Họ và tên"
CELL: Final = "Cả chi bộ"
YEAR: Final = "Năm {year}"
COLUMNS: Final = {
    "shortcoming": "Khuyết điểm năm {last}",
    "promise": "Việc còn hứa",
    "due": "Thời hạn",
}
FACTS: Final = "Ghi một lần khi bắt đầu dùng sổ: {rows} dòng, đã có {filled} ô."
UNSAVED: Final = "{count} ô chưa lưu."
FAULTY: Final = "{count} ô cần sửa."
HOW: Final = (
    "Dán cả bảng từ Excel kèm dòng tên cột: chương trình nhận từng người và cho xem trước. Một khối ô không "
    "có tên cột thì dán vào từ ô đang đứng. Gõ thẳng vào ô cũng được, viết tắt được: XS, T, HT, KHT."
)
CARRIED: Final = "Các cột {columns} lấy từ năm đã kết thúc trong sổ, không phải ghi lại."
CARRIED_CELL: Final = "Ô này lấy từ năm đã kết thúc trong sổ."

PASTE: Final = "Dán bảng từ Excel"
DROP: Final = "Bỏ các ô chưa lưu"
SAVE: Final = "Lưu các ô đã ghi"
SAVE_COUNT: Final = "Lưu {count} ô"
BACK: Final = "Đảng viên"
SAVED: Final = "Đã ghi {count} ô kết quả các năm trước."
DROPPED: Final = "Đã bỏ {count} ô chưa lưu."
FIRST_FAULT: Final = "Còn {count} ô cần sửa, chưa ghi gì vào sổ. Con trỏ đang ở ô đầu tiên."
CHANGED_MEANWHILE: Final = "Sổ vừa thay đổi ở nơi khác nên chưa ghi gì. Đồng chí xem lại bảng rồi ghi lại."
NOTHING_TO_SAVE: Final = "Chưa có ô nào thay đổi."
DROP_TITLE: Final = "Bỏ {count} ô chưa lưu?"
DROP_WORDS: Final = "Các ô này trở lại như trong sổ."
KEEP: Final = "Giữ lại"
EMPTY: Final = (
    "Chi bộ chưa có ai trong danh sách. Đưa danh sách đảng viên vào trước, rồi dán kết quả các năm trước."
)
OPEN_MEMBERS: Final = "Mở danh sách đảng viên"

NOTHING_COPIED: Final = "Chưa chép gì. Chọn các ô trong Excel, bấm Ctrl+C rồi dán lại ở đây."
TOO_MUCH: Final = (
    "Nội dung vừa chép quá dài ({count} ký tự), chưa dán gì. Chép riêng bảng kết quả rồi dán lại."
)
NAMES_WITHOUT_HEAD: Final = (
    "Nội dung vừa chép có họ tên nhưng không có dòng tên cột, chưa dán gì. Chép cả dòng tên cột rồi dán lại."
)
BEYOND: Final = "Đã dán vào bảng, chưa lưu. {count} ô nằm ngoài bảng hoặc không được sửa nên không dán."
PASTED: Final = "Đã dán {count} ô vào bảng, chưa lưu."

CELL_OF: Final = "{name} · {column}"
STORED: Final = "Trong sổ: {old}"
NOTHING: Final = "chưa có"
MAY_SAY: Final = "Ghi một trong: {levels}; hoặc {others}."
OTHERS: Final = "dự bị, chưa xếp loại, miễn"
OTHERS_OF_CELL: Final = "chưa xếp loại"
HINTS: Final = {
    "shortcoming": "Mỗi khuyết điểm một dòng, có gạch đầu dòng (Alt+Enter để xuống dòng).",
    "promise": "Mỗi việc một dòng, có gạch đầu dòng (Alt+Enter để xuống dòng).",
    "due": "Một thời hạn chung, hoặc mỗi việc một dòng.",
}
SPOKEN: Final = "{name}, {column}: {text}"
SPOKEN_UNSAVED: Final = "chưa lưu"

PREVIEW_TITLE: Final = "Xem trước bảng dán"
PREVIEW_FACTS: Final = (
    "{total} dòng. Nhận cột: {read}. Chưa ghi gì vào sổ; ô để trống trong bảng dán không xóa điều đã có."
)
OLD_FONT: Final = "Bảng gõ bằng phông cũ ({kind}); chữ dưới đây đã chuyển sang Unicode. Đồng chí xem lại dấu."
UNREAD: Final = "Không đọc các cột: {titles}."
SKIP_FAULTY: Final = "Bỏ qua {count} dòng có lỗi"
LINE: Final = "Dòng"
NAME_THERE: Final = "Họ tên trong bảng dán"
WHO: Final = "Trong sổ"
ACT: Final = "Sẽ làm"
RESULT: Final = "Thay đổi"
NO_NAME: Final = "không ghi tên"
NOBODY: Final = "chưa rõ là ai"
ACTS: Final = {
    "taken": "Ghi {count} ô",
    "left": "Không lấy",
    "same": "Đã có đủ",
    "faulty": "Có lỗi",
    "open": "Chọn người",
}
CHIPS: Final = {
    "all": "Tất cả",
    "taken": "Sẽ ghi",
    "open": "Chưa rõ là ai",
    "faulty": "Có lỗi",
    "same": "Đã có đủ",
    "left": "Không lấy",
}
CHANGE: Final = "{column}: {old} → {new}"
FAULT: Final = "Cột “{column}”: {why}"
LINE_OF: Final = "Dòng {number}: {name}"
IS_WHO: Final = "Dòng này là của"
TAKE_NONE: Final = "Không lấy dòng này"
BORN: Final = "{name}, sinh {born}"
MANY_ALIKE: Final = "Có {count} đồng chí cùng họ tên: chọn đúng người."
UNKNOWN: Final = "Trong sổ không có ai tên như vậy: chọn đúng người, hoặc không lấy dòng này."
CHANGES_NOTHING: Final = "Dòng này không có gì khác với sổ."
TAKE: Final = "Ghi {count} dòng vào sổ"
TAKE_NOTHING: Final = "Không có gì để ghi"
PREVIEW_NOTE: Final = "Mọi dòng đã chọn được ghi cùng lúc; ghi nhầm thì hoàn tác một lần là hết."

SHEET_WORDS: Final = (
    "Mức xếp loại năm năm trước, khuyết điểm và việc còn hứa của năm trước: dán từ Excel một lần khi bắt đầu "
    "dùng sổ."
)
OPEN: Final = "Mở bảng các năm trước"
PAST: Final = "Xếp loại các năm"
PAST_YEAR: Final = "năm {year}"
PAST_NUMBER: Final = "năm {year}, số {number}"
