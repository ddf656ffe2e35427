"""Words of Câu chữ của văn bản."""

from __future__ import annotations

from typing import Final

TITLE = "Câu chữ của văn bản"
OPEN = "Sửa câu chữ"
OPEN_OF_PAPER = "Sửa câu chữ của loại văn bản này"
SHEET_WORDS = (
    "Đề mục, câu chữ, nơi nhận, người ký của từng loại văn bản. Văn bản đã phát hành không đổi theo."
)
SHEET_COUNT = "Năm {year}: {count} câu chữ riêng của chi bộ."
FACTS = "Năm {year}: {count} câu chữ riêng. Văn bản đã phát hành không đổi theo."
FACTS_NONE = "Năm {year}: mọi văn bản theo nguyên văn. Câu sửa ở đây không đổi văn bản đã phát hành."
BACK = "Về Cài đặt"
TO_BASES = "Căn cứ của năm"
TO_PAPERS = "Về Văn bản"
DRAFT = "Câu chữ đang sửa: {title}"

KINDS = "Loại văn bản"
KIND_BOX = "Loại văn bản"
GROUPS: Final[dict[str, str]] = {
    "prepare": "Chuẩn bị",
    "write": "Viết",
    "conference": "Hội nghị",
    "rate": "Đánh giá",
    "after": "Sau hội nghị",
    "shared": "Dùng chung nhiều văn bản",
}
KIND_STATES: Final = {
    "own": "có {count} câu riêng",
    "none": "theo nguyên văn",
    "damaged": "có câu hỏng",
    "gone": "có câu không còn chỗ in",
}

TEXTS = "Câu chữ, theo thứ tự trên văn bản"
TEXT_BOX = "Câu chữ"
STATES: Final = {
    "own": "câu riêng",
    "original": "nguyên văn",
    "damaged": "câu riêng hỏng, đang in nguyên văn",
    "gone": "câu riêng không còn chỗ in",
    "draft": "đang sửa dở, chưa lưu",
}
ORIGINAL = "Nguyên văn: {text}"
ORIGINAL_NONE = "Nguyên văn: để trống"
SLOTS = "Chỗ chương trình điền, bấm để chèn:"
INSERT = "Chèn {slot}"
TO_ORIGINAL = "Về nguyên văn"
ALL_TO_ORIGINAL = "Cả văn bản về nguyên văn"
UP, DOWN = "Đưa dòng lên", "Đưa dòng xuống"
COUNTED = "{letters} chữ cái"
COUNTED_SAVED = "{letters} chữ cái · đã lưu {time:%H:%M:%S}"
NO_LINES = "Chưa có nơi nhận nào; gõ mỗi dòng một nơi."
KEPT_FILE = "Dòng “Lưu Chi bộ” chương trình tự in ở cuối."

PRESCRIBED = "Câu này do {document} quy định. Chỉ đổi khi cấp ủy cấp trên yêu cầu."
SUGGESTED = (
    "Theo ghi chép, câu này lấy từ {document}; nguồn mới đối chiếu một phần, nên xem lại trước khi đổi."
)
DAMAGED = "Câu riêng lưu ở đây không dùng được ({why}) Văn bản đang in nguyên văn."
LOST = "Có câu riêng không dùng được, đang in nguyên văn: {kinds}."
GONE = (
    "Quy định của năm không còn câu này nên không in ở đâu. Chữ của chi bộ giữ ở đây để chép sang câu khác."
)
GONE_KINDS = "Câu riêng không còn trong quy định năm {year}, giữ lại ở cuối danh sách: {kinds}."
DROP = "Bỏ câu này"
DROPPED = "Đã bỏ câu riêng không còn chỗ in."
FINISHED = "Năm {year} đã kết thúc: giữ nguyên câu chữ của năm, chỉ xem."
FORM_IN_USE = "Đang lập theo mẫu của cấp trên “{name}”; câu chữ ở đây dùng khi theo mẫu của chương trình."
NOT_ON_PAGE = "câu này không in ở bản đang xem"

TAKEN_BACK = "Đã về nguyên văn."
ALL_TAKEN_BACK = "Cả văn bản đã về nguyên văn."
ASK_ALL = "Đưa {count} câu của “{title}” về nguyên văn?"
ASK_ALL_WORDS = "Câu riêng của loại văn bản này trong năm {year} không còn. Lấy lại được bằng Hoàn tác."
CHANGED = "Câu này vừa thay đổi ở nơi khác; xem lại rồi lưu."
