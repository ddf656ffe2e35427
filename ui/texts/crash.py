"""Words of the dialog that stands up for a bug, and of the start after a sudden end."""

TITLE = "Chương trình gặp lỗi"
WORDS = (
    "Xin lỗi đồng chí, chương trình vừa gặp lỗi. Dữ liệu đã lưu vẫn nguyên vẹn; "
    "nội dung đang gõ được giữ trong bản nháp. Đồng chí có thể làm tiếp."
)
AGAIN = (
    "Lỗi lặp lại. Đồng chí nên khởi động lại chương trình. Dữ liệu đã lưu vẫn nguyên vẹn; "
    "nội dung đang gõ đã được giữ trong bản nháp và sẽ có lại khi mở sổ."
)
CODE = "Mã lỗi: {code}"
REPORT = "Báo cáo lỗi, không có tên người và nội dung văn bản:"
COPY = "Chép báo cáo"
COPIED = "Đã chép báo cáo"
GO_ON = "Làm tiếp"
RESTART = "Khởi động lại"
VERSION = "Sổ Chi bộ {version}, {system}"
