"""Words of Nhập sau hội nghị: the review conference entered from the handwritten minutes."""

from __future__ import annotations

from typing import Final

from app.domain.conferences import ConferenceBody, ConferenceState, OpinionKind, Presence, TurnState

TITLE = "Nhập sau hội nghị"
BACK = "Về Kiểm điểm"
TABS = ("Hội nghị", "Điểm danh", "Góp ý", "Kết luận", "Biểu quyết", "Kết thúc")
WHICH = "Hội nghị"
NO_REVIEW = "Năm {year} chưa mở đợt kiểm điểm. Mở đợt kiểm điểm trước, rồi ghi hội nghị ở đây."
TO_HOME = "Mở trang Kiểm điểm"
NO_CONFERENCE = "Ghi hội nghị ở mục “Hội nghị” trước."
NO_SITTING = "Ghi buổi họp ở mục “Hội nghị” trước, rồi điểm danh ở đây."
FIRST_TAB = "Mở mục Hội nghị"
NEW_CONFERENCE = "chưa có hội nghị"
BODIES: Final = {
    ConferenceBody.CELL_COMMITTEE: "Chi ủy",
    ConferenceBody.PARTY_GROUP: "Tổ đảng",
    ConferenceBody.CELL: "Chi bộ",
}
STATES: Final = {
    ConferenceState.PLANNED: "chưa mở",
    ConferenceState.OPEN: "đang ghi",
    ConferenceState.CLOSED: "đã kết thúc",
}
FACTS = "{name} · {state} · {done}/{all} lượt đã kết luận"
DAY = "{date:%d/%m/%Y}"
NO_DAY = "chưa có ngày"
ROUND = "lần {number}"
SITTING = "Buổi {number}"
HOURS = "{start} – {end}"
MINUTES_PAPER = "Biên bản"
GO_ON_TYPING = "Nhập tiếp"
FILED = "Trong Văn bản"

OPEN_CONFERENCE = "Mở hội nghị"
CLOSE_CONFERENCE = "Kết thúc hội nghị"
OPENED = "Đã mở hội nghị."
CLOSED = "Đã kết thúc hội nghị."
IS_OPEN = "Hội nghị đang ghi. Đọc biên bản để hội nghị thông qua rồi mới kết thúc."
IS_PLANNED = "Hội nghị chưa mở. Mở thì chương trình xem giải trình gợi ý, diện kiểm điểm đã đủ chưa."
IS_CLOSED = "Hội nghị đã kết thúc. Vẫn sửa được chỗ ghi nhầm cho đến khi khóa lần kiểm điểm."
NOT_READ = "Chưa đánh dấu “đã đọc biên bản trước hội nghị”."
DEFECTS = "Hạn chế của buổi kiểm điểm"
DEFECTS_NOTE = "Chủ trì tự nhận, để rút kinh nghiệm; không in, không nộp cấp trên."

PRESENCES: Final = {
    Presence.PRESENT: "Có mặt",
    Presence.LATE: "Đến muộn",
    Presence.EXCUSED: "Vắng có lý do",
    Presence.UNEXCUSED: "Vắng không lý do",
    Presence.UNKNOWN: "",
}
NOT_CALLED = "chưa điểm danh"
NOT_EXPECTED = "không phải dự"
ROLL = "Điểm danh từng đồng chí"
ROLL_NAME = "Họ và tên"
ROLL_HEADS = ("Dự họp", "Đến lúc", "Lý do")
ROLL_KEYS = "Đứng ở cột Dự họp bấm: {keys}. Mũi tên lên, xuống đổi người; Delete bỏ điểm danh."
ROLL_KEY: Final = {
    "C": (Presence.PRESENT, "C có mặt"),
    "M": (Presence.LATE, "M đến muộn"),
    "P": (Presence.EXCUSED, "P vắng có lý do"),
    "K": (Presence.UNEXCUSED, "K vắng không lý do"),
}
ALL_PRESENT = "Còn lại có mặt"
ALL_CALLED = "Đã ghi {count} đồng chí có mặt."
ROLL_COUNT = "Có mặt {present}/{called}: {official} chính thức, {probationary} dự bị"
ROLL_LATE = "đến muộn {count}"
ROLL_EXCUSED = "vắng có lý do {count}"
ROLL_UNEXCUSED = "vắng không lý do {count}"
ROLL_UNKNOWN = "chưa điểm danh {count}"
MAJORITY = "Đảng viên chính thức có mặt {present}/{called}, hơn một nửa số được triệu tập."
NO_MAJORITY = "Đảng viên chính thức có mặt {present}/{called}, chưa quá một nửa số được triệu tập."
ROLL_NOBODY = "Chưa điểm danh ai."
ROLL_SPOKEN = "{name}, {column}: {text}"
NOTHING = "để trống"
WHOSE_SITTING = "Buổi họp"

ORDER = "Trình tự"
ORDER_DONE = "{done}/{all} xong"
GROUPS: Final = {"collective": "Tập thể", "committee": "Chi ủy viên", "members": "Đảng viên"}
TURN_STATES: Final = {
    TurnState.WAITING: "chưa kiểm điểm",
    TurnState.UNDER_REVIEW: "đang ghi",
    TurnState.DONE: "đã kết luận",
    TurnState.POSTPONED: "hoãn",
}
COMRADE = "Đồng chí {name}"
OPINIONS = "{count} ý kiến, trong đó {critical} nêu hạn chế, khuyết điểm"
NEWEST = "Mới nhất ở trên"
KINDS: Final = {
    OpinionKind.STRENGTH: ("Ưu điểm", "F2", "Alt+1"),
    OpinionKind.SHORTCOMING: ("Hạn chế, khuyết điểm", "F3", "Alt+2"),
    OpinionKind.PROPOSAL: ("Đề nghị", "F4", "Alt+3"),
    OpinionKind.QUESTION: ("Yêu cầu làm rõ", "F5", "Alt+4"),
}
KIND = "Loại ý kiến"
SPEAKER = "Người phát biểu"
SPEAKER_HINT = "gõ vài chữ đầu của tên"
TEXT = "Nội dung"
NEW_LINE = "nội dung; Shift+Enter xuống dòng"
INTO_CONCLUSION = "Đưa vào kết luận"
IN_WRITING = "Gửi bằng văn bản"
RECORD = "Ghi ý kiến"
PASTE = "Dán nhiều ý kiến"
NO_SPEAKER = "Chưa rõ ai phát biểu. Gõ vài chữ trong tên rồi bấm Enter."
NO_TEXT = "Chưa có nội dung ý kiến."
RECORDED = "Đã ghi ý kiến của đồng chí {name}."
CONCLUDE = "Đưa ý kiến này vào kết luận"
CONCLUDED = "Đã đưa ý kiến vào kết luận thành một hạn chế, khuyết điểm."
IS_CONCLUDED = "đã đưa vào kết luận"
WITHDRAW = "Rút ý kiến này"
WITHDRAWN = "Đã rút ý kiến."
IS_WITHDRAWN = "đã rút"
WRITTEN = "bằng văn bản"
POSTPONE = "Hoãn kiểm điểm"
POSTPONED = "Đã hoãn kiểm điểm {name}."
GATE = "Hoãn kiểm điểm: chưa có giải trình"
GATE_WORDS = (
    "Chỉ ghi tiếp khi có giải trình, hoặc khi cấp ủy cấp trên có văn bản cho phép kiểm điểm; "
    "ghi số, ngày văn bản ấy vào đây."
)
FINISH = "Xong lượt này"
FINISHED = "Đã kết luận {name}."

MATRIX = "Ai đã góp ý cho ai"
MATRIX_LEGEND = "▲ có nêu hạn chế; ô trống: chưa góp ý"
MATRIX_TOTAL = "{spoken}/{asked} đã góp ý"
MATRIX_AWAY = "vắng"
MATRIX_GAP = "{name}: còn {count} đồng chí chưa góp ý"
MATRIX_NO_GAP = "{name}: mọi đồng chí có mặt đã góp ý"
MATRIX_ALL = "Cả bảng"
MATRIX_ONE = "Một dòng"
MATRIX_SEE = "Ai đã góp ý"
MATRIX_BACK = "Về ghi ý kiến"

CUT_TITLE = "Dán nhiều ý kiến cho {name}"
CUT_HOW: Final = (
    ("by_name", "Theo tên người nói (“Đ/c Mẫu: …”)"),
    ("by_line", "Mỗi dòng một ý kiến"),
)
CUT_HOW_LABEL = "Cắt thế nào"
CUT_TEXT = "Dán biên bản chép tay đã gõ vào đây"
CUT_PREVIEW = "Sẽ ghi"
CUT_COUNT = "{count} ý kiến, {open} ý kiến chưa rõ người nói"
CUT_TAKE = "Ghi {count} ý kiến"
CUT_NOTHING = "Ghi ý kiến"
CUT_WHY_NAMES = "Còn ý kiến chưa rõ người nói. Chọn người nói ở từng dòng."
CUT_ASKED = "Chưa rõ là ai: “{name}”"
CUT_NOBODY = "Chọn người nói"
CUT_TAKEN = "Đã ghi {count} ý kiến."

VOTES: Final = (("members", "Bỏ phiếu về đảng viên"), ("cell", "Bỏ phiếu về chi bộ"))
VOTE_WHICH = "Cuộc biểu quyết"
VOTE_SHORT = "{short}: {name}"
VOTE_NOTE = "Chỉ ghi số phiếu cộng lại; chương trình không ghi ai bỏ phiếu thế nào."
VOTE_FROM_ROLL = "Số được triệu tập, được trừ, có mặt: lấy từ điểm danh, sửa được."
VOTE_PARTS: Final = ("Kiểm phiếu", "Thông tin cuộc biểu quyết")
VOTE_SAVE = "Lưu kết quả kiểm phiếu"
VOTE_REMOVE = "Bỏ cuộc biểu quyết này"
VOTE_SAVED = "Đã lưu kết quả kiểm phiếu."
VOTE_REMOVED = "Đã bỏ kết quả kiểm phiếu."
VOTE_GRID = "Số phiếu từng mức của từng người"
VOTE_NAME = "Người được đánh giá"
VOTE_BLANK = "Không ghi, sai dòng"
VOTE_SUM = "Cộng"
VOTE_SUM_RIGHT = "{sum} đủ"
VOTE_SUM_WRONG = "{sum} khác {valid}"
VOTE_FAULTS = "{count} dòng cộng chưa bằng số phiếu hợp lệ ({valid}): {names}."
VOTE_MORE = "{names} và {more} dòng nữa"
VOTE_FITS = "Mọi dòng cộng bằng số phiếu hợp lệ ({valid})."
VOTE_NOBODY = "Chưa có ai để bỏ phiếu: chưa ai được kiểm điểm xong ở hội nghị này."
SAME_NAME = "{name} ({number})"
