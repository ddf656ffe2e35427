"""Words of Mẫu của cấp trên: taking a form in, marking its places, trying it, using it."""

from __future__ import annotations

from typing import Final

from ui.texts.fields import FieldText

TITLE = "Mẫu của cấp trên"
OPEN = "Mẫu của cấp trên"
BACK = "Về Văn bản"
OPEN_SHEET = "Mở mẫu của cấp trên"
SHEET_WORDS = (
    "Tệp Word, Excel cấp trên yêu cầu điền đúng: đánh dấu chỗ điền một lần, rồi văn bản lập theo tệp ấy."
)
SHEET_COUNT = "Năm {year}: {count} mẫu, {used} đang dùng."
FACTS = "Năm {year}: {count} mẫu, {used} đang dùng"
TAKE = "Nhận mẫu mới"
NOTHING = (
    "Chưa có mẫu nào của cấp trên trong năm {year}. Khi cấp trên gửi tệp Word hoặc Excel và yêu cầu điền đúng"
    " tệp ấy, đồng chí nhận mẫu vào đây, đánh dấu chỗ điền một lần, rồi văn bản được lập theo đúng mẫu."
)

FORMS = "Các mẫu đã nhận"
LINE = "{kind}\n{name}, bản {version}\n{sender}, {date:%d/%m/%Y}"
LINE_USED = "{kind}\n{name}, bản {version} – đang dùng\n{sender}, {date:%d/%m/%Y}"
SHORT = "{kind}, bản {version}"
SHORT_USED = "{kind}, bản {version} – đang dùng"

USE = "Dùng mẫu này"
OURS = "Về mẫu của chương trình"
TRY = "Xem thử"
TRY_END = "Về đánh dấu"
REMOVE = "Xóa mẫu"
EARLIER = "Lấy mẫu của năm {year}"
MORE, MORE_LONG = "Việc khác", "Việc khác với mẫu đang chọn"

# Nhận mẫu
CHOOSE_FILE = "Chọn tệp mẫu của cấp trên"
FILES = "Mẫu Word, Excel"
READING = "Đang đọc mẫu"
TAKE_TITLE = "Nhận mẫu của cấp trên"
TAKE_WORDS = "Tệp {name}: tìm thấy {count} chỗ có thể điền."
TAKE_NO_PLACES = "Tệp {name}: không thấy chỗ chấm hay ô trống nào; đồng chí bôi đen chữ cần thay để đánh dấu."
KIND = "Dùng thay cho văn bản"
FIELDS: Final = {
    "sender": FieldText("Nơi gửi mẫu", wide=True),
    "received_on": FieldText("Ngày nhận"),
}
DO_TAKE = "Nhận mẫu"
TAKEN = "Đã nhận mẫu {name}, bản {version}. Đồng chí bấm vào từng chỗ rồi chọn trường điền vào."
TAKEN_MATCHED = "Đã nhận mẫu {name}, bản {version}; {count} chỗ đã khớp tên và được đánh dấu sẵn."

# Đánh dấu
PAPER = "Mẫu, bấm vào chỗ cần điền"
PARTS: Final = {"document": "Nội dung", "header": "Đầu trang", "footer": "Chân trang"}
MARKING, PLACES = "Trường điền", "Mẫu"
FIELD_LIST = "Các trường điền được"
SEARCH = "Tìm trường, gõ không dấu cũng được"
NO_FIELD = "Không có trường nào khớp với điều đang tìm."
EXAMPLE = "{label}\nví dụ: {example}"
PLACED = "{label} (đã đặt)\nví dụ: {example}"
NO_PLACE = (
    "Chưa chọn chỗ nào. Bấm vào một chỗ trong mẫu, hoặc bôi đen chữ cần thay (bằng phím: Ctrl+mũi tên)."
)
PLACE_FREE = "Chỗ đang chọn: “{where}”. Chọn trường để điền vào."
PLACE_MARKED = "Chỗ đang chọn: “{where}”. Điền “{label}”."
PLACE_KEPT = "Chỗ đang chọn: “{where}”. Để nguyên như mẫu."
PLACE_NAMED = "Chỗ đang chọn mang tên “{name}” mà chưa có trường nào khớp."
WHERE_EMPTY = "ô trống"
UNMARK = "Bỏ dấu"
KEEP = "Để nguyên như mẫu"
REPEAT = "Lặp hàng này"
REPEAT_END = "Thôi lặp hàng này"
REPEATED = "Hàng được lặp: {title}."
REPEATED_SPARE = "Hàng được lặp: {title}; {count} hàng trống bên dưới được dùng trước."
REPEATED_HERE = "lặp"
KEPT_CHIP = "để nguyên"
ASK_DOUBLE = "Đặt “{label}” thêm một chỗ nữa?"
ASK_DOUBLE_WORDS = "Trường này đã có {count} chỗ trong mẫu. Cùng một nội dung sẽ điền vào tất cả các chỗ ấy."
DO_DOUBLE = "Đặt thêm"

# Tình trạng
READY = "Mẫu dùng được: {count} chỗ đã đánh dấu."
IN_USE = "Đang dùng: văn bản “{kind}” năm {year} được lập theo mẫu này. {count} chỗ đã đánh dấu."
BLANK = "Chưa đánh dấu chỗ nào."
UNKNOWN = "Tên trong mẫu chưa khớp trường nào: {names}."
NOT_IN_ROW = "Trường của hàng lặp đặt ngoài hàng được lặp: {names}."
EMPTY_ROW = "Có hàng được lặp mà chưa đặt trường nào của hàng."
USED_UP = "Trường đặt ở hàng trống mà hàng lặp dùng hết, điền vào sẽ mất: {names}."
MISSING = "Chưa có chỗ cho: {names}."
DOUBLED = "Đặt ở nhiều chỗ: {names}."

ASK_USE = "Dùng mẫu này dù còn thiếu?"
ASK_USE_WORDS = "Mẫu chưa có chỗ cho: {names}. Văn bản lập theo mẫu sẽ không có những nội dung ấy."
USED = "Văn bản “{kind}” năm {year} nay được lập theo mẫu {name}, bản {version}."
OURS_NOW = "Văn bản “{kind}” năm {year} nay được lập theo mẫu của chương trình."
REMOVED = "Đã xóa mẫu {name}, bản {version}."
TAKEN_OVER = (
    "Đã lấy {count} mẫu của năm {year} cùng các chỗ đã đánh dấu; chỗ ghi điều năm nay không còn thì bỏ dấu."
    " Xem lại rồi bấm Dùng mẫu này."
)

# Xem thử
TRYING = "Đang điền thử"
TRIED = "Xem thử với dữ liệu ví dụ"
TRIAL_TABS: Final = ("Dữ liệu mẫu", "Tên và nội dung dài nhất")
SHOWN_WHOLE = "Trang hiện đủ những gì có trong mẫu."
NOT_SHOWN = "Trang xem thử khác với khi mở bằng Word, Excel: {notes}"

# Trang Văn bản
MADE_FROM = "theo mẫu của cấp trên: {name}, bản {version}"
VERSION = "{name}, bản {version}"
MADE_BY = "Theo mẫu của cấp trên"
LACKING = "{said}. Trang này chưa đủ như tệp của cấp trên: {lacking}"
