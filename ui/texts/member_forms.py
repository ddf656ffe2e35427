"""Words of Phát mẫu – nhận bản: giving forms out, looking over what came back, taking it."""

from typing import Final

from app.services.form_files import FileState, OfferState
from app.services.member_forms import FormKind, HandedIn

FORMS = "Phát mẫu – nhận bản"
TITLES: Final = {
    FormKind.SELF_REVIEW: "Phát mẫu – nhận bản: bản kiểm điểm cá nhân năm {year}",
    FormKind.COMMITMENT: "Phát mẫu – nhận bản: bản cam kết năm {year}",
}
KINDS: Final = {FormKind.SELF_REVIEW: "Kiểm điểm", FormKind.COMMITMENT: "Cam kết"}
FACTS = "Đã nộp {came}/{all} đồng chí; còn chờ {waited}."
HOW = "Nhận bản: chọn thư mục có các tệp đã điền, hoặc thả, dán tệp vào cửa sổ này; đổi tên tệp cũng nhận ra."
NAME = "Họ và tên"
POST = "Chức vụ"
STATE = "Tình trạng nộp"
CAME_ON = "Ngày nộp"
GIVEN_ON = "Ngày phát"
GIVE_TO = "Phát mẫu"
GIVEN = "Phát"
NOT_GIVEN = "Không"
TURN = "Enter: phát hay không phát cho đồng chí ở dòng ấy."
STATES: Final = {
    HandedIn.NOTHING: "Chưa nộp",
    HandedIn.BEGUN: "Đang ghi dở",
    HandedIn.RETURNED: "Trả lại để sửa",
    HandedIn.HANDED_IN: "Đã nộp",
    HandedIn.ON_PAPER: "Đã nộp, bản giấy",
    HandedIn.FINAL: "Đã hoàn chỉnh",
    HandedIn.EXCUSED: "Có lý do không nộp",
}
CHIPS: Final = {"all": "Tất cả", "waited": "Chưa nộp", "came": "Đã nộp"}
WITH_PDF = "Kèm bản PDF có dòng chấm để in, cho đồng chí viết tay"
GIVE = "Phát mẫu cho {count} đồng chí…"
GIVE_NONE = "Chưa chọn ai để phát"
TAKE = "Nhận bản từ thư mục…"
TAKE_FILE = "Nhận một tệp…"
NOBODY = "Năm này chưa có đồng chí nào phải nộp. Nếu chưa nhập danh sách, đồng chí nhập ở trang Đảng viên."
WHERE_TO = "Chọn thư mục để ghi các mẫu"
WHERE_FROM = "Chọn thư mục có các bản đã điền"
WHICH_FILE = "Chọn tệp đã điền"
FILES = "Bản đã điền (Word, LibreOffice)"
WRITING = "Đang ghi các mẫu"
READING = "Đang đọc các bản đã nhận"
READING_NOTE = "Chưa ghi gì vào sổ; đọc xong đồng chí xem lại từng bản."
STORING = "Đang ghi vào sổ"
UNITS = "tệp"
WRITTEN = "Đã ghi mẫu của {count} đồng chí."
OPEN_FOLDER = "Mở thư mục"
NO_FILES = "Ở đó không có tệp nào có thể là bản đã điền (.docx, .odt)."
TAKEN = "Đã nhận {count} bản vào sổ."
TAKEN_SAME = "Những mục đã chọn giống dữ liệu đang có; sổ không thay đổi gì."

PREVIEW = "Xem lại trước khi nhận"
PREVIEW_FACTS = (
    "Đã đọc {count} tệp. Mục sổ còn trống thì chọn sẵn; mục đã ghi khác chỉ thay khi được đánh dấu."
)
PREVIEW_NOTE = "Nhận là một việc, hoàn tác được cả lần. Enter: nhận hay không nhận cả tệp."
FILE = "Tệp"
OF = "Của đồng chí"
KIND = "Loại"
ACT = "Sẽ nhận"
RESULT = "Nhận xét"
ACT_PLACES = "{taken}/{all} mục"
ACT_NONE = "Không nhận"
FILE_CHIPS: Final = {
    "all": "Tất cả",
    FileState.NEW.value: "Mới",
    FileState.DIFFERS.value: "Khác với sổ",
    FileState.SAME.value: "Trùng",
    FileState.EMPTY.value: "Chưa điền",
    FileState.OLDER.value: "Bản cũ hơn",
    FileState.REFUSED.value: "Không nhận được",
}
SAID: Final = {
    FileState.NEW: "Mới, sổ chưa có.",
    FileState.DIFFERS: "Khác với nội dung đang có trong sổ ở {count} mục.",
    FileState.SAME: "Trùng với nội dung đang có trong sổ.",
    FileState.EMPTY: "Chưa điền mục nào.",
    FileState.OLDER: "Có một bản mới hơn của cùng đồng chí; đánh dấu ở đây thì bản kia thôi nhận.",
}
LACKING = "Còn thiếu {count} mục."
WHICH = "Tệp {file}, lưu lúc {at:%H:%M}, ngày {at:%d/%m/%Y}"
TAKES: Final = {
    OfferState.NEW: "{name} – mới",
    OfferState.DIFFERS: "{name} – thay nội dung trong sổ",
}
FAULTY = "{name}: {why}"
NOW = "Trong sổ: {text}"
FOUND = "Trong tệp: {text}"
REWORDED = "Bản này viết lại điều đã có trong sổ."
AS_NEW = "Nhận thành điều cam kết mới, giữ nguyên điều trong sổ"
RECOVERED = "Ô đã bị xóa; nhận ra theo tên mục."
ADDED = "Nhận cả đoạn nằm ngoài ô: {text}"
SAME = "Trùng với sổ: {count} mục."
EMPTY = "Chưa điền: {names}."
FACTS_CHANGED = (
    "Phần đầu bản ghi khác: {label} {found} (mẫu phát ghi: {printed}). Chương trình không nhận thay đổi này."
)
NOTHING_PRINTED = "để trống"
LOOSE = "Chữ không thuộc mục nào, không nhận: {text}"
UNKNOWN = "Chữ ở mục không còn trong sổ, không nhận: {text}"
OLD_FONT = "Gõ bằng phông cũ ({kinds}); chữ ở đây đã chuyển sang phông ngày nay."
INSERTED = "Có chữ thêm ở chế độ theo dõi sửa đổi của Word: đã tính là của bản này."
STRUCK = "Có chữ gạch bỏ ở chế độ theo dõi sửa đổi của Word: không tính."
TAKE_ALL = "Nhận cả những mục khác với sổ"
TAKE_IN = "Nhận {count} bản"
NOTHING = "Không có gì để nhận"
