"""Words of Cài đặt, of changing the password, of backups, and of the window About."""

from __future__ import annotations

from typing import Final

TITLE = "Cài đặt"
FACTS = "Dữ liệu ở thư mục {folder}"
SAVE = "Lưu thông tin chi bộ"
SAVED = "Đã lưu thông tin chi bộ."
NOTHING_TO_SAVE = "Chưa có gì thay đổi để lưu."
CHANGED_ELSEWHERE = "Thông tin chi bộ vừa được sửa ở nơi khác. Đồng chí xem lại rồi lưu."

CELL = "Chi bộ"
CELL_WORDS = "In ở đầu trang, số, ký hiệu và chữ ký của văn bản. Văn bản đã phát hành không đổi theo."
DRAFT_SHOWN = "Đây là phần đang sửa, chưa lưu."
DROP_DRAFT = "Bỏ phần đang sửa"

PRACTICE = "Luyện tập"
PRACTICE_WORDS = (
    "Một chi bộ không có thật với đủ dữ liệu một năm, làm gì cũng được. Dữ liệu thật được đóng lại trước, "
    "khi về phải nhập mật khẩu; mọi thứ làm khi luyện tập được xóa hết."
)

FONT = "Cỡ chữ"
FONT_WORDS = "Đổi ngay cả chương trình; bản in không đổi."
FONT_SIZES: Final = {14: "Vừa", 16: "To", 18: "To hơn", 20: "Rất to"}

PASSWORD_WORDS = (
    "Mã khôi phục trên giấy vẫn dùng được sau khi đổi mật khẩu. Bản sao lưu làm trước đó, chép sang máy khác"
    " thì vẫn mở bằng mật khẩu cũ; nếu người khác đã biết mật khẩu cũ thì dùng Đổi khóa."
)
CHANGE_PASSWORD = "Đổi mật khẩu"
OLD_PASSWORD = "Mật khẩu đang dùng"
NEW_PASSWORD = "Mật khẩu mới"
AGAIN = "Nhập lại mật khẩu mới"
CHANGING = "Đang đổi mật khẩu…"
CHANGED = "Đã đổi mật khẩu. Lần sau mở sổ bằng mật khẩu mới."

BACKUPS = "Sao lưu"
BACKUPS_COUNT = "{count} bản"
NO_BACKUP = "Chưa có bản sao lưu nào trên máy này."
BACK_UP = "Sao lưu ngay"
BACKED_UP = "Đã sao lưu lúc {at:%H:%M} và kiểm tra đủ."
RESTORE = "Khôi phục"
SET_WORDS = "{at:%H:%M}, ngày {at:%d/%m/%Y}: {content}"
DAMAGED_SET = "đã hỏng, không khôi phục được"
MADE_AT = "{at:%H:%M}, ngày {at:%d/%m/%Y}"
SIZE = "{size} MB"
CONTENT = "{members} đảng viên, {papers} văn bản"
REASONS: Final = {
    "manual": "đồng chí bấm Sao lưu",
    "daily": "tự sao lưu đầu ngày",
    "interval": "tự sao lưu khi đang làm việc",
    "close": "tự sao lưu khi đóng sổ",
    "command": "sao lưu bằng dòng lệnh",
    "import": "trước khi nhập danh sách",
    "load": "trước khi nạp dữ liệu một năm",
    "restore": "trước khi khôi phục",
    "migration": "trước khi nâng cấp chương trình",
    "rekey": "trước khi đổi khóa",
    "rekeyed": "sau khi đổi khóa",
    "erasure": "trước khi xóa vĩnh viễn",
    "bulk_edit": "trước khi sửa hàng loạt",
    "drill": "để khôi phục thử",
    "mended": "bản đã sửa sau khi kiểm tra dữ liệu",
}
OTHER_REASON = "chương trình tự sao lưu"
ASK_RESTORE = "Khôi phục bản lúc {at:%H:%M}, ngày {at:%d/%m/%Y}?"
ASK_RESTORE_WORDS = (
    "Bản này có {content}. {loss} Dữ liệu hiện tại được giữ lại bên cạnh, không bị xóa. Việc này không hoàn"
    " tác bằng Ctrl+Z được."
)
LOST = (
    "Sổ hiện nay có {members} đảng viên, {papers} văn bản, thêm {count} việc ghi sau lúc đó; khôi phục xong"
    " thì những việc ấy không còn trong sổ."
)
NOTHING_LOST = "Từ lúc đó đến nay chưa ghi thêm gì."
LOST_UNKNOWN = "Bản này thuộc một nhánh khác của sổ; sổ hiện nay có {members} đảng viên, {papers} văn bản."
RESTORED = "Đã khôi phục bản lúc {at:%H:%M}, ngày {at:%d/%m/%Y}."

NO_SECOND = "Nơi cất thứ hai: chưa chọn. Nên chọn USB hoặc ổ đĩa để ở chỗ khác."
SECOND_NEVER = "Nơi cất thứ hai: {folder}, chưa có bản nào"
SECOND = "Nơi cất thứ hai: {folder}, bản gần nhất lúc {at:%H:%M}, ngày {at:%d/%m/%Y}"
CHOOSE_SECOND = "Chọn nơi cất thứ hai"
COPY_SECOND = "Cất bản sao lưu"
COPIED_SECOND = "Đã cất bản sao lưu ở nơi thứ hai và đọc lại đủ."
NO_TRIAL = "Chưa khôi phục thử lần nào"
TRIAL = "Đã khôi phục thử thành công ngày {at:%d/%m/%Y} ({seconds} giây, so {members} đảng viên)"
TRIAL_FAILED = "Khôi phục thử ngày {at:%d/%m/%Y} không đạt ({code})"
TRY_RESTORE = "Khôi phục thử"
TRIED = "Đã khôi phục thử thành công; dữ liệu đang dùng không đổi."

ABOUT = "Giới thiệu"
ABOUT_WORDS = "Sổ Chi bộ {version}"
OPEN_ABOUT = "Phiên bản và giấy phép"
ABOUT_TITLE = "Giới thiệu Sổ Chi bộ"
VERSION = "Phiên bản {version}"
PURPOSE = (
    "Sổ Chi bộ giúp bí thư chi bộ giữ danh sách đảng viên, soạn văn bản và nộp hồ sơ kiểm điểm. Chương trình"
    " không dùng mạng; dữ liệu được mã hóa và chỉ nằm trên máy này."
)
PARTS = "Các phần của chương trình và giấy phép"
PART = "Phần"
PART_VERSION = "Phiên bản"
LICENCE = "Giấy phép"
LGPL = (
    "Những phần theo giấy phép LGPL-3.0-only nằm thành tệp riêng trong thư mục chương trình, thay được bằng"
    " bản khác."
)
OPEN_TEXTS = "Mở thư mục giấy phép"
