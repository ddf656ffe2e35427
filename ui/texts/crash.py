"""Words of the dialog that stands up for a bug."""

TITLE = "Chương trình gặp lỗi"
WORDS = (
    "Xin lỗi đồng chí, chương trình vừa gặp lỗi. Dữ liệu đã lưu vẫn nguyên vẹn; "
    "nội dung đang gõ được giữ trong bản nháp. Đồng chí có thể làm tiếp."
)
AGAIN = "Lỗi lặp lại. Đồng chí nên đóng rồi mở lại chương trình; dữ liệu đã lưu không bị ảnh hưởng."
REPORT = "Báo cáo lỗi, không có tên người và nội dung văn bản:"
COPY = "Chép báo cáo"
GO_ON = "Làm tiếp"
QUIT = "Đóng chương trình"
VERSION = "Sổ Chi bộ {version}, {system}"
