"""Words of the strip that says why the data can only be looked at."""

from typing import Final

VIEW_ONLY = "Chỉ xem"
GONE = "Mất ổ dữ liệu"
WORDS: Final = {
    "locked": "Chỉ xem được, không sửa được, vì thư mục dữ liệu đang bị khóa ghi.",
    "full": "Ổ đĩa đã đầy nên chỉ xem được, chưa sửa được. Đồng chí xóa bớt tệp không cần rồi bấm Thử lại.",
    "failing": (
        "Ổ đĩa báo lỗi ghi hai lần liền nên sổ chuyển sang chế độ chỉ xem. Dữ liệu đã lưu vẫn nguyên vẹn, "
        "nội dung đang gõ vẫn còn trên màn hình."
    ),
    "gone": (
        "Mất kết nối với ổ chứa dữ liệu. Nội dung đang gõ vẫn còn trên màn hình; "
        "đồng chí nối lại ổ rồi bấm Thử lại."
    ),
}
TRY_AGAIN = "Thử lại"
TRYING = "Đang thử lại…"
WRITABLE_AGAIN = "Sổ ghi được trở lại."
STILL_LOCKED = "Thư mục dữ liệu vẫn đang bị khóa ghi nên sổ vẫn ở chế độ chỉ xem."
STILL_FULL = "Ổ đĩa vẫn đầy nên sổ vẫn ở chế độ chỉ xem."
ASK_CLOSE = "Nội dung đang gõ chưa lưu được"
ASK_CLOSE_WORDS = (
    "Đóng chương trình bây giờ thì mất phần đang gõ. Dữ liệu đã lưu trước đó vẫn nguyên vẹn. "
    "Đồng chí nên giữ cửa sổ, nối lại ổ chứa dữ liệu rồi bấm Thử lại."
)
CLOSE_ANYWAY = "Vẫn đóng"
KEEP_OPEN = "Giữ cửa sổ"
