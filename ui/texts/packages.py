"""Words of Nộp hồ sơ."""

from __future__ import annotations

from typing import Final

from app.domain.dossier_notes import HeldAs
from ui.texts.fields import FieldText

TITLE = "Nộp hồ sơ"
FACTS = "Hồ sơ năm {year} · gửi {committee}"
VERIFY = "Kiểm tra bộ hồ sơ"
WRITE = "Ghi bộ hồ sơ"
PRINT_WHOLE = "In trọn bộ"
PRINT_SLIP = "In phiếu giao nhận"
PRINTING_WHOLE = "Đang chuẩn bị in trọn bộ hồ sơ"
PRINTING_SLIP = "Đang chuẩn bị phiếu giao nhận hồ sơ"
PRINTED = "Đã gửi {count} trang ra máy in."

PARTS = "Thành phần hồ sơ"
PARTS_COUNT = "{count} văn bản · Word và PDF"
NUMBER = "Số"
PART = "Thành phần"
COUNT = "Số bản"
STATE = "Tình trạng"
PAPERS = "{count} bản"
STATES: Final = {
    "present": "Đủ",
    "partly": "Chưa đủ",
    "not_needed": "Không cần",
    "draft": "Đang soạn, chưa phát hành",
    "missing": "Chưa có",
    "made": "Tự lập khi ghi",
}
NOTE_PART = "Ghi tình trạng…"
NOTE_HOW = "Chọn thành phần chưa đủ để ghi bản giấy hoặc lý do không cần."
NOTE_NONE = "Thành phần đang chọn không cần ghi thêm tình trạng."
NOTE_TITLE = "Tình trạng của thành phần hồ sơ"
NOTE_WORDS = "Chỉ ghi khi chương trình không lập văn bản này. Nội dung ghi ở đây được in trong mục lục hồ sơ."
NOTE_TAKE_BACK = "Bỏ tình trạng đã ghi"
NOTE_KEPT = "Đã ghi tình trạng của thành phần hồ sơ."
NOTE_TAKEN_BACK = "Đã bỏ tình trạng đã ghi của thành phần hồ sơ."
NOTE_FIRST: Final = HeldAs.ON_PAPER
NOTE: Final = {
    "held_as": FieldText("Tình trạng", wide=True),
    "sheets": FieldText("Số tờ", "Chỉ ghi cho bản giấy"),
    "reason": FieldText("Lý do không cần", "Ví dụ: Cấp ủy không yêu cầu (Công văn số …)", wide=True),
}
LACKING_OF = "{part} của {names}"
COMPLETE = "Hồ sơ đầy đủ."
INCOMPLETE = "Hồ sơ chưa đầy đủ: thiếu {parts}."
INCOMPLETE_NOTE = "Vẫn nộp được. Văn bản còn thiếu nộp bổ sung sau."
NOTHING_ISSUED = "Chưa có văn bản nào phát hành, nên chưa có gì để ghi."

EDITED_DIFFERS = "{paper}: bản sửa trên Word khác dữ liệu ở {count} chỗ."
EDITED_NO_PDF = "Chưa có tệp PDF."
EDITED_ONLY_WORD = "{paper}: bản sửa trên Word chưa có tệp PDF, hồ sơ chỉ có tệp Word."
EDITED_WHY = (
    "Danh sách, bảng tổng hợp trong hồ sơ theo dữ liệu của chương trình."
    " Mục lục và tệp đọc trước nói rõ điều này."
)
EDITED_MORE = "Và {count} văn bản sửa trên Word nữa."
EDITED_FAILED = "Chưa đối chiếu được các bản sửa trên Word với dữ liệu. {why}"
EDITED_OPEN = "Xem văn bản"
EDITED_OPEN_ONE = "Xem văn bản {paper}"

STEP_TARGET = "Chọn USB"
DRIVES = "{count} ổ đang cắm"
NO_DRIVES = "Chưa thấy USB nào. Cắm USB rồi bấm Tìm lại, hoặc chọn một thư mục."
LOOK_AGAIN = "Tìm lại"
OTHER_FOLDER = "Chọn thư mục khác"
CHOOSE_FOLDER = "Chọn thư mục để ghi bộ hồ sơ"
DRIVE = "{label} ({root})"
UNNAMED_DRIVE = "USB ({root})"
FREE = "còn {size} · ổ rời"
READ_ONLY = "đang khóa ghi"
FOLDER = "Thư mục {name}"
GIGABYTES = "{size} GB"
MEGABYTES = "{size} MB"
KILOBYTES = "{size} KB"

STEP_WRITE = "Ghi và đọc lại"
WRITING = "Ghi vào {place}"
READING = "Đọc lại từ {place} và so với bản gốc"
USB = "USB"
A_FOLDER = "thư mục"
NOT_YET = "Chọn nơi ghi rồi bấm Ghi bộ hồ sơ."
PREPARING = "Đang lập văn bản {done}/{total}"
COMPARING = "Đang so bản sửa trên Word với dữ liệu {done}/{total}"
AMOUNT = "{done}/{total}"
FILES = "{count}/{count} tệp"
RIGHT_FILES = "{count}/{count} tệp đúng"
NO_WRONG = "Không có tệp sai"
DO_NOT_PULL = "Đừng rút USB khi chưa đọc lại xong."
UNFINISHED = "Lần ghi lúc {at:%H:%M}, ngày {at:%d/%m/%Y} bị dừng giữa chừng."
RESUME = "Ghi tiếp"
DISCARD = "Xóa bản ghi dở"
ASK_DISCARD = "Xóa bản ghi dở?"
ASK_DISCARD_WORDS = (
    "Chỉ xóa những tệp chương trình đã ghi dở ở nơi đang chọn. Văn bản và dữ liệu trên máy vẫn nguyên."
)
DISCARDED = "Đã xóa bản ghi dở."
OPEN_STICK = "Tôi hiểu: ai nhặt được USB này sẽ đọc được hồ sơ."
CONSENT_FIRST = (
    "Bộ hồ sơ không có mật khẩu. Đồng chí đánh dấu ô “Tôi hiểu” ở bước 1, hoặc chọn dạng có mật khẩu"
    " trong Cài đặt."
)
CHOOSE_FIRST = "Chọn USB hoặc thư mục ở bước 1 trước."

STEP_HAND_OVER = "Giao nộp"
NOT_WRITTEN = "Chỉ rút USB khi ở đây ghi “Có thể rút USB”."
MAY_PULL = "Có thể rút USB"
IN_FOLDER = "Bộ hồ sơ đã ghi đủ"
READ_BACK = "Đã đọc lại đủ {count}/{count} tệp lúc {at.hour} giờ {at:%M}, ngày {at:%d/%m/%Y}"
RELEASING = "Đang xin máy cho rút USB…"
NOT_RELEASED = (
    "Bộ hồ sơ đã ghi và đọc lại đúng, nhưng máy chưa cho rút USB. Chờ đèn USB ngừng nháy, đóng các cửa sổ"
    " đang mở USB rồi bấm Rút USB, hoặc dùng biểu tượng rút USB an toàn cạnh đồng hồ."
)
RELEASE = "Rút USB"
OPEN_FOLDER = "Mở thư mục"
CODE = "Nộp lần {time} · mã đối chiếu {code}"

HISTORY = "Các lần nộp"
TIMES = "{count} lần"
NO_HISTORY = "Năm {year} chưa nộp lần nào."
ONCE = "Lần {time}: {at:%H:%M}, ngày {at:%d/%m/%Y}"
WRITTEN = "Đã đọc lại đủ {count} tệp · mã {code}"
NOT_FINISHED = "Chưa xong"

CHECKING = "Đang kiểm tra bộ hồ sơ"
CHOOSE_PACKAGE = "Chọn thư mục bộ hồ sơ cần kiểm tra"
CHECK_TITLE = "Kết quả kiểm tra bộ hồ sơ"
CHECKED_CELL = "Nơi nộp"
CHECKED_YEAR = "Năm"
CHECKED_DAY = "Ngày ghi"
CHECKED_FOLDER = "Thư mục"
WRONG_FILES = "Tệp sai"
WRONG_FILE = "Tệp"
FAULT = "Sai thế nào"
ANSWERS: Final = {
    "whole": ("Nguyên vẹn", "Đủ tệp, đúng nội dung, đúng chữ ký của chi bộ."),
    "whole_unknown_key": (
        "Nguyên vẹn, không kiểm được chữ ký",
        "Đủ tệp, đúng nội dung. Máy này chưa biết khóa của chi bộ đã nộp nên chưa kiểm được chữ ký.",
    ),
    "wrong_files": ("Có tệp sai", "Không dùng bộ hồ sơ này. Đồng chí đề nghị nơi nộp ghi lại."),
    "unfinished": (
        "Chưa ghi xong",
        "Lần ghi bị dừng giữa chừng. Đồng chí đề nghị nơi nộp ghi tiếp hoặc ghi lại.",
    ),
}
SIGNATURES: Final = {
    "other_key": "Chữ ký của khóa khác với khóa đã biết của chi bộ này.",
    "bad": "Chữ ký không thuộc về những tệp này.",
}
FAULTS: Final = {
    "changed": "nội dung bị sửa",
    "missing": "bị thiếu",
    "extra": "tệp lạ, không có trong danh sách",
    "renamed": "bị đổi tên thành {found_as}",
}
HARMLESS = "Có {count} tệp của Windows hoặc Word nằm cùng chỗ, không ảnh hưởng."
