"""Words of a second start of the program."""

TITLE = "Chương trình đang mở"
OTHER_DESK = (
    "Sổ đang mở ở tài khoản hoặc phiên làm việc khác trên máy này ({account}). Dữ liệu vẫn nguyên vẹn. "
    "Đồng chí đóng chương trình ở đó, hoặc đăng xuất tài khoản đó, rồi mở lại."
)
NO_ANSWER = (
    "Chương trình đang mở nhưng chưa trả lời. Dữ liệu đã lưu vẫn nguyên vẹn. "
    "Đồng chí chờ một phút rồi mở lại; nếu vẫn vậy thì khởi động lại máy."
)
