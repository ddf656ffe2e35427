"""Words said once when a cell is opened: a sudden end before, drafts that wait, no log."""

SUDDEN_END = "Lần trước chương trình tắt đột ngột. Dữ liệu đã lưu vẫn đầy đủ."
ONE_DRAFT = "{said} Còn một bản nháp chưa lưu: {title}."
DRAFTS = "{said} Còn {count} bản nháp chưa lưu."
DRAFTS_LEFT = "Còn {count} bản nháp chưa xem."
OPEN_ONE = "Mở bản nháp"
OPEN_LIST = "Xem các bản nháp"
NO_LOG = "Không ghi được nhật ký của chương trình vào thư mục dữ liệu; việc khác vẫn làm được như thường."
SEAT_DAMAGED = (
    "Tệp cài đặt của máy này (may-nay.ini) bị hỏng nên chương trình dùng lại cỡ chữ và cài đặt ban đầu; "
    "tệp cũ giữ ở may-nay.ini.hong. Dữ liệu của chi bộ không bị ảnh hưởng."
)

TITLE = "Bản nháp chưa lưu"
WORDS = (
    "Những nội dung đã gõ mà chưa lưu. Bấm vào một dòng để mở đúng chỗ; "
    "bản nháp ở nguyên đó cho đến khi đồng chí lưu hoặc bỏ."
)
KEPT_AT = "giữ lúc {at:%H:%M}, ngày {at:%d/%m/%Y}"
LATER = "Để sau"

NEW_MEMBER = "Đảng viên mới"
MEMBER = "Đồng chí {name}"
CELL = "Thông tin chi bộ"
PAPER = "{title} {subject} (năm {year})"
