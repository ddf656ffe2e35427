"""Words about the password of a closed package: made or chosen when writing, asked for when checking."""

TITLE = "Mật khẩu của bộ hồ sơ"
WORDS = (
    "Bộ hồ sơ sẽ được khóa bằng mật khẩu này. Mật khẩu chỉ hiện ở đây, một lần: chương trình không giữ lại. "
    "Đồng chí in hoặc chép ra giấy, báo riêng cho cơ quan nhận, không để cùng chỗ với USB."
)
MADE = "Mật khẩu do máy tạo (nên dùng)"
OWN = "Tự đặt mật khẩu"
OWN_LABEL = "Mật khẩu tự đặt"
OWN_HELP = "Ít nhất 15 ký tự, chữ không dấu, chữ số và dấu câu thường"
SHOW = "Hiện mật khẩu"
COPY = "Chép mật khẩu"
COPIED = "Đã chép. Sau nửa phút mật khẩu tự mất khỏi bộ nhớ tạm."
PRINT = "In tờ mật khẩu"
PRINTED = "Đã gửi tờ mật khẩu tới máy in."
KEPT = "Mật khẩu đã có trên giấy"
KEPT_FIRST = "Đánh dấu ô này sau khi mật khẩu đã có trên giấy."
WRITE = "Ghi bộ hồ sơ"

SHEET_TITLE = "MẬT KHẨU BỘ HỒ SƠ"
SHEET_MADE = "Hồ sơ năm {year}. Lập lúc {at:%H:%M}, ngày {at:%d/%m/%Y}"
SHEET_LETTERS = "Gõ liền, đúng từng dấu gạch nối. Chữ thường, không có dấu tiếng Việt."
SHEET_USE_HEAD = "Dùng để làm gì"
SHEET_USE = "Mở tệp hồ sơ mà chi bộ nộp {committee}. Không mở được sổ của chi bộ."
SHEET_KEEPING_HEAD = "Giữ thế nào"
SHEET_KEEPING = (
    "Giao tận tay hoặc báo riêng cho người nhận hồ sơ, không để cùng chỗ với USB.",
    "Chương trình không giữ mật khẩu này. Mất tờ này thì ghi lại bộ hồ sơ với mật khẩu mới.",
)

ASK_TITLE = "Bộ hồ sơ có mật khẩu"
ASK_WORDS = "Tệp đã ghi còn nguyên vẹn. Nhập mật khẩu để kiểm tra bên trong."
ASK_LABEL = "Mật khẩu của bộ hồ sơ"
ASK_WRONG = "Mật khẩu chưa đúng. Tệp không bị hỏng: đồng chí gõ lại, đúng từng dấu gạch nối."
CHECK = "Kiểm tra"
