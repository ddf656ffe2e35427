"""Words said once when a cell is opened: a sudden end before, drafts that wait, no log, changed templates."""

from collections.abc import Sequence

SUDDEN_END = "Lần trước chương trình tắt đột ngột. Dữ liệu đã lưu vẫn đầy đủ."
ONE_DRAFT = "{said} Còn một bản nháp chưa lưu: {title}."
DRAFTS = "{said} Còn {count} bản nháp chưa lưu."
DRAFTS_LEFT = "Còn {count} bản nháp chưa xem."
OPEN_ONE = "Mở bản nháp"
OPEN_LIST = "Xem các bản nháp"
NO_LOG = "Không ghi được nhật ký của chương trình vào thư mục dữ liệu; việc khác vẫn làm được như thường."
SEAT_DAMAGED = (
    "Tệp cài đặt của máy này (may-nay.ini) bị hỏng nên chương trình dùng lại cỡ chữ và cài đặt ban đầu; "
    "tệp cũ giữ ở may-nay.ini.hong. Dữ liệu của chi bộ không bị ảnh hưởng."
)

CHANGED_FILES = (
    "{names} của chương trình đã bị thay đổi so với bản phát hành, nên văn bản, câu chữ hoặc quy định có thể "
    "khác bản gốc. Nếu không phải do chi bộ chủ động sửa, đồng chí cài lại chương trình; "
    "dữ liệu của chi bộ không bị ảnh hưởng."
)
ONE_FILE = "Tệp mẫu {name}"
MORE_FILES = "Tệp mẫu {name} và {count} tệp khác"

TITLE = "Bản nháp chưa lưu"
WORDS = (
    "Những nội dung đã gõ mà chưa lưu. Bấm vào một dòng để mở đúng chỗ; "
    "bản nháp ở nguyên đó cho đến khi đồng chí lưu hoặc bỏ."
)
KEPT_AT = "giữ lúc {at:%H:%M}, ngày {at:%d/%m/%Y}"
LATER = "Để sau"

NEW_MEMBER = "Đảng viên mới"
MEMBER = "Đồng chí {name}"
MERGED_MEMBER = "Nháp của đồng chí {other}, mục đã ghép vào đồng chí {name}"
CELL = "Thông tin chi bộ"
NEW_INCOMING = "Văn bản đến đang vào sổ"
INCOMING = "Văn bản đến: {subject}"
RECORD_OF = "{what} của đồng chí {name}"
OPINION = "Ý kiến góp ý đang ghi"
OPINION_PASTE = "Ý kiến dán vào, chưa cắt"
LETTER_TEXT = "Nội dung văn bản gợi ý dán vào, chưa cắt"
ATTENDANCE = "Ô điểm danh đang ghi"
BALLOT = "Kết quả kiểm phiếu đang ghi"
EARLIER = "Kết quả các năm trước"
FINDINGS = "Câu trả lời bảng rà soát"
PAPER = "{title} {subject} (năm {year})"
PAPER_OF_YEAR = "{title} {subject}"


def changed_files(names: Sequence[str]) -> str:
    """Return what is said of the program's own files that are no longer as released; `names` is not empty."""
    said = MORE_FILES if len(names) > 1 else ONE_FILE
    return CHANGED_FILES.format(names=said.format(name=names[0], count=len(names) - 1))
