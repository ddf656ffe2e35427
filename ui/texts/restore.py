"""Words of the restore from a backup set before the data can be opened."""

TITLE = "Khôi phục từ bản sao lưu"
WORDS = (
    "Dữ liệu hiện có được giữ lại bên cạnh, không bị xóa. "
    "Những gì ghi sau bản sao lưu không còn trong sổ, đồng chí nhập lại."
)
NONE = (
    "Chưa có bản sao lưu nào trên máy này. Nếu bản sao lưu cất ở USB hoặc thư mục khác, "
    "đồng chí cắm USB rồi chọn nơi cất."
)
SETS = "Các bản sao lưu"
ELSEWHERE = "Lấy từ USB hoặc thư mục khác"
IN_FOLDER = "Bản sao lưu ở {folder}. {words}"
NONE_IN_FOLDER = "Không thấy bản sao lưu của Sổ Chi bộ ở {folder}. Đồng chí chọn USB hoặc thư mục khác."
PASSWORD = "Mật khẩu mở sổ, hoặc mã khôi phục"
RESTORE = "Khôi phục"
ASK = "Khôi phục bản này?"
ASK_WORDS = "Bản lúc {chosen}. {lost} Dữ liệu hiện có được giữ lại bên cạnh, không bị xóa."
LOST = "Sổ có thêm {count} việc ghi sau lúc đó; khôi phục xong thì những việc ấy không còn trong sổ."
NOTHING_LOST = "Từ lúc đó đến nay sổ chưa ghi thêm gì."
LOST_UNKNOWN = "Không rõ sổ có thêm những gì sau lúc đó."
DONE_TITLE = "Đã khôi phục"
DONE_WORDS = "Dữ liệu của bản sao lưu đã được đưa về và kiểm tra đủ. Đồng chí mở sổ bằng mật khẩu."
