"""Words of Kiểm tra thể thức."""

from __future__ import annotations

from typing import Final

MENU = "Tệp Word"
MENU_LONG = "Sổ đi, sổ đến và việc với tệp Word"
CHECK_FILE = "Kiểm tra thể thức tệp Word…"
CHECK_PAPER = "Kiểm tra thể thức văn bản đang chọn"
CHOOSE = "Chọn tệp Word để kiểm tra thể thức"
WORD_FILES = "Tệp Word"
CHECKING = "Đang kiểm tra thể thức…"

TITLE = "Kiểm tra thể thức"
DEVIATIONS = "Chưa đúng thể thức"
HINTS = "Nên xem lại"
HINTS_WHY = "Nguồn của các điều này chưa đối chiếu đầy đủ, nên chỉ là gợi ý."
NOT_LOOKED = "Chương trình không xem bảng, phụ lục, chữ trong hình và nội dung văn bản."
LINE = "{component}{place}: {says}"
PLACE = ", dòng “{words}”"
MEND = "Cách sửa: {mend}"
COPY = "Sao chép"
COPIED = "Đã sao chép kết quả."
PRINT = "In kết quả"
AGAIN = "Kiểm tra lại"
OPEN = "Mở tệp"

LISTING_TITLE = "Kết quả kiểm tra thể thức"
COLUMNS: Final = ("TT", "Thành phần", "Dòng", "Chưa đúng", "Cách sửa")
HINT_MARK = "(nên xem lại) {says}"
