"""Words of locking: the cover, what goes on behind it, what is told after unlocking."""

TITLE = "Sổ Chi bộ đã khóa"
LOCKED = "Sổ đã khóa. Nội dung đang gõ đã được giữ; mở khóa xong đồng chí về đúng chỗ đang làm."
WORK_GOES_ON = "Sổ đã khóa. Việc đang chạy vẫn chạy tiếp; xong việc thì dữ liệu mới đóng hẳn."
DRAFT_WAITS = "Sổ đã khóa. Bản nháp chưa ghi được ra đĩa, chương trình vẫn giữ và thử lại."
RESULT_WAITS = "Sổ đã khóa. Việc đang chạy vẫn chạy tiếp; mở khóa xong đồng chí xem kết quả."
UNLOCK = "Mở khóa"
CLOSED = "Cửa sổ “{title}” đã đóng khi khóa; việc chưa bấm xong ở đó chưa được ghi."
RECOVERY_LATER = "Việc đang chạy chưa xong. Đồng chí chờ ít phút rồi dùng mã khôi phục."

SHEET = "Khóa sổ"
SHEET_WORDS = (
    "Chương trình tự khóa khi không ai dùng máy, khi khóa màn hình Windows và khi gập máy. "
    "Nội dung đang gõ được giữ lại."
)
PRACTICE = "Dữ liệu luyện tập không khóa."
MINUTES = "Tự khóa sau"
MINUTES_CHOICE = "{minutes} phút"
LOCK_NOW = "Khóa ngay"
DISK_GONE = (
    "Mất kết nối với ổ chứa dữ liệu nên chưa mở khóa được. Nội dung đang gõ vẫn được giữ. "
    "Đồng chí nối lại ổ rồi mở khóa; đừng đóng chương trình. ({code})"
)
