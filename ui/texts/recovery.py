"""Words of the recovery code: on screen where it is given out, and on the sheet of paper that carries it."""

from __future__ import annotations

from typing import Final

CODE_WORDS = (
    "Đồng chí in hoặc chép mã này ra giấy, cho vào phong bì dán kín và cất nơi an toàn. "
    "Mã chỉ hiện một lần này. Ai có mã và có máy thì mở được sổ."
)
PRINT = "In tờ mã khôi phục"
CONFIRM_WORDS = "Để chắc là mã đã có trên giấy, đồng chí gõ lại hai nhóm chữ theo tờ giấy."
GROUP = "Nhóm thứ {at}"
GROUP_WRONG = "Nhóm này chưa khớp với mã ở trên."
PRINTED = "Tờ mã đã in ra, đủ 24 chữ và đọc rõ"
PRINTED_HELP = "Đã in thì đánh dấu vào đây, không cần gõ lại."

NEW_TITLE = "Lập mã khôi phục mới"
NEW_WORDS = (
    "Dùng khi tờ mã cũ bị mất, rách, hoặc chưa in. Mã cũ vẫn dùng được cho đến khi đồng chí bấm Dùng mã mới; "
    "từ lúc đó chỉ mã mới mở được sổ, mật khẩu không đổi."
)
NEW_LIMIT = (
    "Nếu người khác đã biết mã cũ hoặc đã có bản chép dữ liệu thì dùng Đổi khóa: lập mã mới không khóa được "
    "những bản đã chép ra ngoài."
)
PASSWORD = "Mật khẩu đang dùng"
MAKE = "Lập mã mới"
MAKING = "Đang lập mã…"
USE = "Dùng mã mới"
USING = "Đang ghi mã mới…"
USED = "Mã khôi phục mới đã có hiệu lực. Đồng chí hủy tờ mã cũ."

SHEET_TITLE = "MÃ KHÔI PHỤC SỔ CHI BỘ"
SHEET_MADE = "Lập lúc {at:%H} giờ {at:%M}, ngày {at:%d} tháng {at:%m} năm {at:%Y}"
SHEET_LETTERS = "24 chữ, chia 6 nhóm, đọc từ trái sang phải. Trong mã không có số 0, 1 và 8."
SHEET_PURPOSE_HEAD = "Tờ này dùng để làm gì"
SHEET_PURPOSE: Final = (
    "Mở sổ và đặt mật khẩu mới khi quên mật khẩu: ở cửa sổ mở sổ, bấm “{link}” rồi gõ 24 chữ ở trên.",
    "Quên mật khẩu mà không có tờ này thì không ai mở lại được dữ liệu, kể cả người làm chương trình.",
    "Ai có tờ này và có máy tính thì đọc được toàn bộ dữ liệu của chi bộ.",
)
SHEET_KEEPING_HEAD = "Cất giữ"
SHEET_KEEPING: Final = (
    "Cho vào phong bì, dán kín, ký lên mép dán.",
    "Cất trong tủ có khóa; không để cùng máy tính, không để cùng USB sao lưu.",
    "Không chụp ảnh, không gửi qua tin nhắn, thư điện tử.",
    "Khi bàn giao hoặc nghi có người đã đọc: vào Cài đặt, chọn Đổi khóa; mã mới in ra tờ khác.",
)
SHEET_EARLIER_HEAD = "Những tờ lập trước"
SHEET_FIRST = "Không có: đây là tờ đầu tiên của sổ này."
SHEET_VOID = (
    "Mọi tờ lập trước {at:%H} giờ {at:%M}, ngày {at:%d/%m/%Y} không còn mở được sổ. "
    "Xé nhỏ hoặc đốt các tờ ấy."
)
SHEET_MAKER = "Người lập"
SHEET_KEEPER = "Người giữ phong bì"
SHEET_SIGN = "(ký, ghi rõ họ tên)"
SHEET_RECEIVED = "Nhận ngày ……/……/…………"
SHEET_FOOT = "Sổ Chi bộ · In một bản, không sao chụp"
