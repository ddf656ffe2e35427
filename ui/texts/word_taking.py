"""Words of taking a paper back from Word."""

from __future__ import annotations

from typing import Final

TAKE = "Nhận lại từ Word…"
COMPARE = "Xem chỗ khác của bản Word"
TAKE_PDF = "Nhận tệp PDF của bản Word…"
DROP = "Bỏ bản Word, lập lại từ dữ liệu…"
CHOOSE_WORD = "Chọn tệp Word đã sửa của văn bản đang chọn"
CHOOSE_PDF = "Chọn tệp PDF do Word xuất từ bản đã nhận"
WORD_FILES = "Tệp Word"
PDF_FILES = "Tệp PDF"
READING = "Đang so bản Word với dữ liệu…"
READING_PDF = "Đang xem tệp PDF…"

TITLE = "Nhận lại văn bản từ Word"
TITLE_THERE = "Bản đã chỉnh sửa trên Word"
OF_PAPER = "Tệp “{file}”, nhận cho {paper}."
SAME = "Bản Word giống hệt bản lập từ dữ liệu."
DIFFERS = "Bản Word khác bản lập từ dữ liệu ở {count} đoạn."
RATHER = (
    "Tệp này có vẻ là bản sửa của {other}, không phải của {paper}. Chọn đúng văn bản hoặc đúng tệp;"
    " chỉ nhận khi chắc chắn."
)
DATED = "{paper}, ngày {date:%d/%m/%Y}"
REPLACES = "Bản Word nhận ngày {date:%d/%m/%Y} của văn bản này sẽ được thay bằng tệp này; hoàn tác được."

FACTS = "Số liệu khác dữ liệu"
FACTS_WHY = (
    "Dữ liệu trong sổ không đổi theo bản Word. Điều nào đúng thì sửa trong sổ, điều nào gõ nhầm thì"
    " sửa lại trong Word."
)
FACTS_NONE = "Các chỗ sửa không đụng đến mức, số, ngày, họ tên đã có trong dữ liệu."
FACT_KINDS: Final = {
    "level": "Mức",
    "paper_number": "Số văn bản",
    "date": "Ngày",
    "number": "Con số",
    "name": "Họ tên",
    "stranger": "Tên người chưa có trong dữ liệu",
}
FACT_CHANGED = "{kind}: dữ liệu ghi “{ours}”, bản Word ghi “{theirs}”."
FACT_ADDED = "{kind}: bản Word thêm “{theirs}”."
FACT_GONE = "{kind}: bản Word bỏ “{ours}”."
FACT_PLACE = "Ở đoạn: {words}"
FACT_ROW = "Ở dòng “{row}”: {words}"
FACT_COLUMN = "Ở dòng “{row}”, cột “{column}”: {words}"
MORE_FACTS = "Và {count} chỗ nữa, xem ở bảng dưới."

SHOWN = "Trang in của chương trình"
NOT_WHOLE = (
    "Chương trình không in đủ bản này. Tệp PDF chính thức do Word làm: mở bản Word, chọn Tệp (File),"
    " Lưu thành (Save As), kiểu PDF, rồi ở trang Văn bản chọn Nhận tệp PDF của bản Word."
)

CARRIED = "Không thấy trên trang mà đi theo tệp Word"

DIFFERENCES = "Từng đoạn"
WHOLE_TEXT = "Xem cả những đoạn giống nhau"
OURS = "Lập từ dữ liệu"
THEIRS = "Bản Word"
HOW = "Khác"
CHANGES: Final = {
    "same": "",
    "changed": "Sửa",
    "added": "Thêm",
    "gone": "Bỏ",
    "moved": "Chuyển chỗ",
}
PARTS: Final = {"body": "", "header": "đầu trang", "footer": "chân trang"}
OF_ROW = "dòng “{row}”"
SKIPPED = "… {count} đoạn giống nhau …"
MARKS = "Chữ bản Word bỏ thì gạch ngang ở cột trái; chữ thêm thì đậm, gạch chân ở cột phải."

USE = "Dùng làm bản chính thức"
KEEP = "Không nhận"
SAME_AS_TAKEN = "Tệp này giống hệt tệp đã nhận; sổ không thay đổi gì."
TAKEN = "Đã nhận bản Word làm bản chính thức của {paper}."
UNDO = "Hoàn tác"
PDF_DIFFERS = "Tệp PDF khác bản Word. Vẫn nhận?"
PDF_LACKS = "Tệp PDF không có: {lines}."
PDF_MORE = "Tệp PDF có thêm: {lines}."
PDF_LINE = "“{words}”"
PDF_LINES_MORE = "{count} đoạn nữa"
PDF_WHY = "Có thể là PDF của lần sửa trước: nên xuất lại PDF từ bản Word đã nhận."
PDF_ALL_THE_SAME = "Vẫn nhận"
PDF_TAKEN = "Đã nhận tệp PDF của bản Word cho {paper}."
DROPPED = "Đã bỏ bản Word, {paper} lại lập từ dữ liệu."

ASK_DROP = "Lập lại từ dữ liệu?"
ASK_DROP_WORDS = (
    "Lập lại sẽ bỏ bản đã chỉnh sửa trên Word, nhận ngày {date:%d/%m/%Y} từ tệp “{file}”."
    " Văn bản in theo dữ liệu trong sổ. Hoàn tác thì bản Word trở lại."
)
DROP_NOW = "Lập lại"

MARK = "bản đã chỉnh sửa trên Word"
ON_PAGE = "bản đã chỉnh sửa trên Word, nhận ngày {date:%d/%m/%Y}"
ON_PAGE_LACKS = (
    "bản đã chỉnh sửa trên Word; trang này thiếu phần chương trình không in được,"
    " in bằng Word hoặc nhận tệp PDF của Word"
)
NUMBER_LACKS = "Bản Word của {paper} chưa ghi đúng số vừa cấp. Sửa số trong Word rồi nhận lại."
