"""Words of the first start: the wizard that sets the cell up."""

TITLE = "Lập sổ cho chi bộ"
WELCOME = "Chào đồng chí"
WELCOME_WORDS = (
    "Sổ Chi bộ giữ danh sách đảng viên, soạn văn bản đúng thể thức và lập hồ sơ nộp cấp ủy cấp trên. "
    "Mọi dữ liệu nằm trên máy này, được mã hóa bằng mật khẩu của đồng chí, không gửi đi đâu."
)
NEW = "Lập sổ mới"
PRACTICE = "Mở dữ liệu luyện tập"
PRACTICE_HELP = "Dữ liệu luyện tập: một chi bộ không có thật với đủ dữ liệu một năm, để xem và tập làm trước."
RESTORE = "Khôi phục từ bản sao lưu"
STEP = "Bước {at}/3 · {title}"
CELL = "Chi bộ"
CELL_WORDS = "Những tên này in trên văn bản. Sau này sửa được trong Cài đặt."
ORGANISATION, COMMITTEE = "Đảng bộ ", "Đảng ủy "
PLACES = ("xã ", "phường ", "thị trấn ", "đặc khu ")
YEAR = "Năm làm việc"
YEAR_HELP = "Năm kiểm điểm, ví dụ 2017"
YEAR_WRONG = "Năm làm việc là số từ 2014 đến 2100."
PASSWORD = "Mật khẩu"
PASSWORD_WORDS = (
    "Mật khẩu mở sổ mỗi lần dùng máy. Nên là một câu ngắn dễ nhớ, khoảng 12 ký tự trở lên. "
    "Không ai lấy lại được mật khẩu đã quên, trừ người giữ mã khôi phục ở bước sau."
)
FIRST = "Mật khẩu"
SECOND = "Nhập lại mật khẩu"
CREATE = "Lập sổ"
CREATING = "Đang lập sổ…"
RECOVERY = "Mã khôi phục"
START = "Vào sổ"
