"""Words of the diagnostic file's window, and the lines about window and screen that go into it."""

OPEN = "Tệp chẩn đoán"
TITLE = "Tệp chẩn đoán"
WORDS = (
    "Khi cần hỏi người hỗ trợ, đồng chí lưu tệp này rồi gửi đi. Trong tệp chỉ có phiên bản, số lượng và "
    "kết quả kiểm tra; không có tên người, số thẻ, nội dung văn bản, mật khẩu. Nội dung ở dưới để đồng chí "
    "xem trước."
)
SOUND = "Đã kiểm tra toàn bộ dữ liệu, không thấy chỗ nào sai."
UNSOUND = (
    "Dữ liệu có chỗ sai, ghi trong mục “Kết quả kiểm tra dữ liệu”. Đồng chí gửi tệp này cho người hỗ trợ "
    "và giữ nguyên các bản sao lưu."
)
NOT_OPEN = "Dữ liệu chưa mở nên chưa kiểm tra được; tệp này vẫn nói được nhiều điều cho người hỗ trợ."
CONTENT = "Nội dung tệp chẩn đoán"
SAVE = "Lưu thành tệp"
COPY = "Chép nội dung"
SAVE_TITLE = "Lưu tệp chẩn đoán"
FILE_KIND = "Tệp văn bản"
SAVED = "Đã lưu tệp chẩn đoán."
SHOW_FOLDER = "Mở thư mục"
FILE_NAME = "chan-doan-{at:%Y%m%d-%H%M}.txt"

QT = "Qt {version}, hệ cửa sổ {platform}"
SCREEN = "Màn hình {width} × {height}, tỷ lệ {scale}, {dpi} điểm một tấc Anh"
WINDOW = "Cửa sổ {width} × {height}"
FONT = "Chữ {family}, cỡ {size}"
LOCK = "Tự khóa sau {minutes} phút"
YEAR_SET = "Năm đang chọn: đã ghi nhớ"
YEAR_UNSET = "Năm đang chọn: chưa ghi nhớ"
