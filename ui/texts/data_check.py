"""Words of Kiểm tra dữ liệu."""

OPEN = "Kiểm tra dữ liệu"
TITLE = "Kiểm tra dữ liệu"
WHOLE = "Đã xem hết dữ liệu: không có chỗ nào trái nhau, không có mục nào thừa hay ghi trùng."
FOUND = "Thấy {count} chỗ trái nhau trong dữ liệu. Chương trình chưa sửa gì."
CAN_MEND = (
    "Có {count} chỗ sửa được trên một bản sao: phần nối tới mục không còn trong sổ thì bỏ, thứ tự tên "
    "trong danh sách thì xếp lại. "
    "Dữ liệu đang dùng không đổi; bản đã sửa nằm trong danh sách Sao lưu, "
    "đồng chí xem rồi bấm Khôi phục nếu muốn dùng."
)
NEEDS_PERSON = "Những chỗ này cần người quyết định; đồng chí làm theo lời ghi ở từng dòng."
MEND = "Sửa trên bản sao"
MENDED = "Đã làm bản đã sửa và kiểm tra đủ. Bản này đứng đầu danh sách Sao lưu; dữ liệu đang dùng chưa đổi."
