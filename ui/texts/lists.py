"""Words of the frame that every list has, and which words a list adds to them."""

from __future__ import annotations

from dataclasses import dataclass

FILTERS = "Bộ lọc"
COLUMNS = "Chọn cột"
MORE = "Việc khác với danh sách"
TOGETHER = "Thao tác"
TOGETHER_LONG = "Thao tác với các dòng đã chọn"
EXCEL = "Lưu ra Excel"
PRINT = "In danh sách"
OPEN = "Mở"
EDIT = "Sửa"
TO_TRASH = "Đưa vào thùng rác"
TAKE_BACK = "Lấy lại từ thùng rác"
ERASE = "Xóa vĩnh viễn…"
CHOOSE_NONE = "Bỏ chọn"
CHOOSE_ALL = "Chọn tất cả"
SORT = "Xếp theo"
SORTED_FROM_END = "{column}, từ dưới lên"

NEW_VALUE = "Ghi chung là"
WHICH_FIELD = "Ô cần ghi chung"
PRESENT = "Hiện đang ghi: {values}. Ghi chung sẽ thay tất cả; hoàn tác được bằng một lần bấm."
PRESENT_ONE = "{value} ({count})"
NOTHING_YET = "chưa ghi"

KEEP_FILTER = "Lưu cách xem này thành bộ lọc…"
UPDATE_FILTER = "Ghi cách xem này vào “{name}”"
RENAME_FILTER = "Đổi tên “{name}”…"
REMOVE_FILTER = "Xóa bộ lọc “{name}”"
KEEP_TITLE = "Lưu bộ lọc"
KEEP_NOTE = "Sẽ giữ: {conditions}. Lần sau bấm vào tên là danh sách hiện lại đúng như vậy."
RENAME_TITLE = "Đổi tên bộ lọc"
FILTER_NAME = "Tên bộ lọc"
KEPT = "Đã lưu bộ lọc “{name}”."
UPDATED = "Đã ghi cách xem này vào bộ lọc “{name}”."
RENAMED = "Đã đổi tên bộ lọc thành “{name}”."
REMOVED = "Đã xóa bộ lọc “{name}”."

COLUMNS_TITLE = "Chọn cột"
COLUMNS_NOTE = "Cột có dấu thì hiện, theo thứ tự này từ trái sang phải. In và Excel cũng theo đúng như vậy."
COLUMNS_LIST = "Các cột của danh sách"
HIGHER = "Lên"
LOWER = "Xuống"
RESET = "Trả về ban đầu"
APPLY = "Áp dụng"

FILTERED = "Bộ lọc: {filter}"
SEARCHED = "tìm “{query}”"
SORTED_BY = "xếp theo {column}"
SORTED_BACK = "xếp theo {column}, từ dưới lên"
CHOSEN_ONLY = "Chỉ gồm những dòng đã chọn."
MADE = "{total}, lập ngày {day:%d/%m/%Y}."
SENTENCE = "{first}."
COMMA = "; "
COLUMN_COUNT = "{count} cột"

SAVE_TITLE = "Lưu danh sách ra Excel"
EXCEL_FILES = "Tệp Excel"
WRITING = "Đang lưu danh sách"
PREPARING = "Đang dàn trang"
PRINTING = "Đang in"
ROWS = "dòng"
WRITTEN = "Đã lưu danh sách ra tệp {name}."
OPEN_FOLDER = "Mở thư mục"
PAGES_TITLE = "Xem trước khi in"
PRINT_NOW = "In"


@dataclass(frozen=True, slots=True)
class ListWords:
    """What a list says, with gaps as its comments name them."""

    label: str
    """Name of the list, and title of its pages and sheets."""
    prompt: str
    short_prompt: str
    count: str
    """``{shown}`` records in the order of ``{column}``."""
    total: str
    """``{shown}`` records, for paper."""
    chosen: str
    """``{count}`` records are chosen."""
    nothing: str
    first_step: str
    no_match: str
    trash_empty: str
    covered: str = ""
    """What a page says of covered numbers."""
    uncover: str = ""
    cover: str = ""
