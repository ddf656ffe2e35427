"""Words of the page Đảng viên."""

from typing import Final

from app.domain.standings import StandingKind
from ui.texts.lists import ListWords

TITLE = "Đảng viên"
LIST = "Danh sách đảng viên"
FACTS = "{total} đảng viên: {official} chính thức, {probation} dự bị"
FACTS_GUESTS = "{facts}; {guests} sinh hoạt tạm thời tại đây"
FACTS_LACKING = "{facts}; {lacking} đồng chí còn thiếu dữ liệu"
NOBODY = "Chưa có đảng viên nào trong sổ."
FIRST_STEP = "Nhập từ Excel, Word"
NO_MATCH = "Không có đồng chí nào phù hợp với bộ lọc."
TRASH_EMPTY = "Thùng rác không có gì."
FILTER = "Gõ tên, không cần dấu: bao, duong…"
SHORT_FILTER = "Gõ tên, không cần dấu"
COUNT = "{shown} đảng viên, xếp theo {column}"
PRINT = "In danh sách"
IMPORT = "Nhập từ Excel, Word"
ADD = "Thêm đảng viên"
SAVE = "Lưu"
SAVE_AND_NEW = "Lưu và thêm mới"
CANCEL = "Hủy"
EDIT = "Sửa"

CHIPS: Final = {
    "all": "Tất cả",
    "official": "Chính thức",
    "probation": "Dự bị",
    "past_probation": "Quá hạn dự bị",
    "exempt": "Miễn sinh hoạt",
    "suspended": "Đình chỉ sinh hoạt",
    "temporary_here": "Tạm thời tại đây",
    "temporary_away": "Tạm thời nơi khác",
    "disciplined": "Có kỷ luật",
    "lacking": "Thiếu dữ liệu",
    "gone": "Đã rời chi bộ",
    "trash": "Thùng rác",
}
LIST_WORDS: Final = ListWords(
    label=LIST,
    prompt=FILTER,
    short_prompt=SHORT_FILTER,
    count=COUNT,
    total="{shown} đảng viên",
    chosen="Đã chọn {count} đồng chí",
    nothing=NOBODY,
    first_step=FIRST_STEP,
    no_match=NO_MATCH,
    trash_empty=TRASH_EMPTY,
    covered="Số thẻ đảng viên chỉ ghi bốn số cuối.",
    uncover="Hiện số thẻ",
    cover="Che số thẻ",
)

NAME = "Họ và tên"
POST = "Chức vụ"
BORN = "Ngày sinh"
ADMITTED = "Ngày vào Đảng"
NOTICE = "Cần chú ý"
PROBATION = "dự bị"
STANDINGS: Final = {
    StandingKind.EXEMPT: "miễn sinh hoạt",
    StandingKind.SUSPENDED: "đình chỉ sinh hoạt",
    StandingKind.TEMPORARY_HERE: "sinh hoạt tạm thời tại đây",
    StandingKind.TEMPORARY_AWAY: "sinh hoạt tạm thời nơi khác",
    StandingKind.INTERRUPTED: "gián đoạn sinh hoạt",
    StandingKind.TRANSFERRED_IN: "chuyển đến",
    StandingKind.TRANSFERRED_OUT: "đã chuyển đi",
    StandingKind.STRUCK_OFF: "đã xóa tên",
    StandingKind.LEFT: "đã ra khỏi Đảng",
    StandingKind.DIED: "đã từ trần",
}
LACKS = "thiếu {facts}"
SPOKEN_NAME = "tên"
SPOKEN_NOTICE = "việc cần chú ý"
PARTY_AGE = "Tuổi Đảng"
PROBATION_ENDS = "Hết dự bị"
STANDING_TITLE = "Trạng thái"
BADGE = "Huy hiệu tới"
BADGE_SAID = "{years} năm, {when}"
OFFICIAL_STANDING = "chính thức"
LACKED: Final = {
    "born_on": "ngày sinh",
    "sex": "giới tính",
    "admitted_on": "ngày vào Đảng",
    "card_number": "số thẻ",
}

OFFICIAL_SINCE = "chính thức từ {date}"
ON_PROBATION = "đảng viên dự bị"
STILL_LACKS = "Còn thiếu {facts}."
CARD_HIDDEN = "•••• •••• {last}"
NOT_YET = "chưa có"
TRASHED_ON = "Vào thùng rác"
TRASH_LEFT = "Còn giữ"
DAYS_LEFT = "{days} ngày"
DAYS_OVER = "quá hạn {days} ngày"
ENDS_TODAY = "hết hạn hôm nay"
TRASHED_SINCE = "Trong thùng rác từ {date}."
DRAFT_WAITS = "Có bản nháp chưa lưu của đồng chí này."
OPEN_DRAFT = "Mở bản nháp"
DRAFT_SHOWN = "Đây là bản nháp chưa lưu."
DROP_DRAFT = "Bỏ bản nháp"
NEW_TITLE = "Thêm đảng viên"
EDIT_TITLE = "Sửa: {name}"
NOBODY_CHOSEN = "Chọn một đồng chí trong danh sách để xem."
TO_TRASH = "Đưa vào thùng rác"
TAKE_BACK = "Lấy lại từ thùng rác"
BACK_TO_LIST = "Danh sách"

SAVED = "Đã lưu đồng chí {name}."
ADDED = "Đã thêm đồng chí {name}."
TOGETHER = "Ghi chung…"
TOGETHER_TITLE = "Ghi chung cho {count} đồng chí"
SET_TOGETHER = "Đã ghi {field} cho {who}."
TRASHED = "Đã đưa {who} vào thùng rác."
RESTORED = "Đã lấy lại {who} từ thùng rác."
ONE = "đồng chí {name}"
MANY = "{count} đồng chí"
DOUBLE_TITLE = "Đã có đồng chí {name}"
DOUBLE_WORDS = (
    "Trong sổ đã có một đồng chí cùng họ tên, ngày sinh có thể trùng. Nếu là hai người khác nhau thì thêm."
)
DOUBLE_ADD = "Thêm người khác"
DOUBLE_KEEP = "Xem lại"
CHANGED_ELSEWHERE = "Đồng chí này vừa được sửa ở nơi khác. Nội dung đang gõ vẫn giữ trong bản nháp."
