"""Words of the window's frame."""

PROGRAM = "Sổ Chi bộ"
YEAR = "Năm"
NAVIGATION = "Các trang của chương trình"
SEARCH = "Tìm đảng viên, văn bản"
SEARCH_RESULTS = "Kết quả tìm"
NOTHING_FOUND = "Không tìm thấy “{query}” trong đảng viên và văn bản."
SAVED_AT = "Đã lưu lúc {time}"
SAVED = "Đã lưu"
DRAFT_KEPT = "Đã giữ bản nháp"
NOT_SAVED = "Chưa lưu được, đang thử lại"
PRACTICE_TITLE = "LUYỆN TẬP – Sổ Chi bộ"
PRACTICE = "Dữ liệu luyện tập, không phải dữ liệu thật của chi bộ; rời đi là xóa hết."
PRACTICE_OPENS = "Đang mở dữ liệu luyện tập; dữ liệu thật được đóng lại, phần gõ dở được giữ."
TO_REAL_DATA = "Về dữ liệu thật"
UNDO_NOTHING = "Chưa có việc nào để hoàn tác."
REDO_NOTHING = "Chưa có việc nào để làm lại."

PLACES = {
    "home": ("Trang chính", "Trang chính"),
    "members": ("Đảng viên", "Đảng viên"),
    "commitments": ("Cam kết & Chương trình", "Cam kết"),
    "review": ("Kiểm điểm", "Kiểm điểm"),
    "remediation": ("Khắc phục", "Khắc phục"),
    "levels": ("Phân loại, xếp loại", "Xếp loại"),
    "findings": ("Bảng rà soát", "Rà soát"),
    "papers": ("Văn bản", "Văn bản"),
    "packages": ("Nộp hồ sơ", "Nộp hồ sơ"),
    "settings": ("Cài đặt", "Cài đặt"),
    "help": ("Trợ giúp", "Trợ giúp"),
}
LEVELS_UNTIL_2017 = "Phân loại"
LAST_CLASSED = 2017
"""The last year whose members were "phân loại" (product.md 3); later ones are "xếp loại"."""
UNDOING = "Đang hoàn tác việc {action}…"
REDOING = "Đang làm lại việc {action}…"
UNDONE_ACTION = "Đã hoàn tác việc {action}."
REDONE_ACTION = "Đã làm lại việc {action}."
REDO = "Làm lại"
LOCK = "Khóa sổ (Ctrl+L)"
