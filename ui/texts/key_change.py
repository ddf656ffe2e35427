"""Words of Đổi khóa."""

from __future__ import annotations

from typing import Final

TITLE = "Đổi khóa"
WORDS = (
    "Dùng khi bàn giao chi bộ cho người khác, khi mất USB hoặc máy, khi người khác biết mật khẩu. Dữ liệu "
    "được mã hóa lại bằng khóa mới: mật khẩu cũ, mã khôi phục cũ và mọi bản chép tệp khóa trước đó "
    "không mở được dữ liệu nữa."
)
STEPS_WORDS = (
    "Chương trình sao lưu trước, đổi khóa, thay khóa ký hồ sơ, rồi sao lưu lại và đưa mã khôi phục mới để "
    "in. Đổi khóa xong không hoàn tác các việc làm trước đó bằng Ctrl+Z được."
)
OLD_PASSWORD = "Mật khẩu đang dùng"
NEW_PASSWORD = "Mật khẩu mới"
AGAIN = "Nhập lại mật khẩu mới"
ACT = "Đổi khóa"
WORKING = "Đang đổi khóa…"
STEPS: Final = (
    "Sao lưu dữ liệu trước khi đổi",
    "Mã hóa lại dữ liệu bằng khóa mới",
    "Thay khóa ký hồ sơ",
    "Sao lưu bằng khóa mới",
)
STEP_COUNT = "{done}/{total} bước"

DONE_TITLE = "Đã đổi khóa"
DONE_WORDS = "Từ nay sổ mở bằng mật khẩu mới. Mật khẩu cũ và mã khôi phục cũ không mở được sổ nữa."
NO_FORMER = "Trên máy này không còn bản sao lưu nào mở bằng mật khẩu cũ."
FORMER = "{count} bản sao lưu trên máy này vẫn mở bằng mật khẩu cũ, làm các ngày: {days}."
FORMER_GOES = "Những bản ấy được bỏ dần khi đủ bản mới, muộn nhất là ngày {day:%d/%m/%Y}."
DAY = "{day:%d/%m/%Y}"
DAYS = "{day:%d/%m/%Y} ({count} bản)"
MORE_DAYS = "{days} và {more} ngày trước đó"
SIGNING = "Khóa ký hồ sơ đã thay: lần nộp tới, dấu vân khóa ký ghi trong tệp 00_DOC-TRUOC.txt khác trước."
SECOND = "Bản ở nơi cất thứ hai cũng theo mật khẩu cũ: đồng chí cắm vào, bấm Cất bản sao lưu để có bản mới."
NOT_BACKED_UP = "Chưa sao lưu được bằng khóa mới: {why} Đồng chí bấm Sao lưu ngay trong Cài đặt."
LATER = "Để sau"
FINISH = "Xong"
CODE_LATER = "Mã khôi phục mới chưa có trên giấy. Đồng chí lập mã khác trước khi quên mật khẩu."

SHEET = "Mật khẩu và mã khôi phục"
SHEET_WORDS = (
    "Đổi mật khẩu thì mã khôi phục trên giấy vẫn dùng được. Lộ mật khẩu hoặc bàn giao thì dùng Đổi khóa."
)
PRACTICE = "Dữ liệu luyện tập mở không cần mật khẩu, nên không có gì để đổi."
CHANGE_PASSWORD = "Đổi mật khẩu"
NEW_CODE = "Lập mã khôi phục mới"
CODE_MISSING = "Mã khôi phục chưa chắc đã có trên giấy."
FORMER_SET = "mở bằng mật khẩu cũ"
