"""Words of Phân loại, Xếp loại: population, levels, and what follows them."""

from __future__ import annotations

from typing import Final

from app.domain.outside_opinions import OutsideBody
from app.domain.population import RatingDisposition, ReviewDisposition
from ui.texts.fields import FieldText
from ui.texts.lists import ListWords
from ui.texts.record_book import RecordWords

TABS: Final = ("Diện kiểm điểm, đánh giá", "Mức")
NOT_BEGUN = "Năm {year} chưa bắt đầu đợt kiểm điểm nên chưa có gì để {rate}."
BEGIN = "Mở trang Kiểm điểm"
RATE: Final = "xếp loại"
"""Where no rules of the year are known yet."""
FACTS = (
    "{total} đảng viên, {reviewed} kiểm điểm. Đã {rate} {rated}/{total}{levels}; "
    "miễn {exempt}, chưa {not_yet}."
)
FACTS_LEVELS = ": {levels}"
FACTS_LEVEL = "{level} {count}{share}"
SHARE = " ({share}%)"
FACTS_NONE = "Chưa xác định ai kiểm điểm, ai đánh giá."
CELL = "Cả chi bộ"
TO_FINDINGS = "Bảng rà soát"
TO_PAPERS = "Văn bản"
TO_EARLIER = "Các năm trước"
TO_YEAR = "Công bố, kiểm điểm lại"
WAYS = "Trang liên quan"
FROM = "Lấy từ {where}, không phải gõ lại."
NOTHING: Final = "chưa có"
OF_YEAR = "Năm {year}"
SOURCE_LABEL = "Căn cứ"
DIFFERS = "Đã xác định khác với đề xuất theo quy định."
TOLD_POPULATION = "Cần chú ý"

# Diện kiểm điểm, đánh giá -------------------------------------------------------------------------------

NAME = "Họ và tên"
SPOKEN_NAME = "tên"
REVIEW = "Kiểm điểm"
RATING = "Đánh giá"
REASON = "Lý do"
PROPOSED = "Theo quy định"
OBJECT_TYPE = "Diện"
REVIEWS: Final = {
    ReviewDisposition.UNDECIDED: "Chưa xác định",
    ReviewDisposition.YES: "Có",
    ReviewDisposition.NO: "Không",
    ReviewDisposition.LATER: "Bổ sung sau",
}
RATINGS: Final = {
    RatingDisposition.UNDECIDED: "Chưa xác định",
    RatingDisposition.YES: "Có",
    RatingDisposition.EXEMPT: "Miễn",
    RatingDisposition.NOT_YET: "Chưa đánh giá",
}
PROPOSED_BOTH = "Kiểm điểm: {review}; đánh giá: {rating}"
PROPOSED_WHY = "{both}. {why}"
PROPOSED_UNCLEAR = "Chưa đủ dữ liệu: {reasons}"
PROPOSED_GONE = "Không thuộc diện của năm: {why}"
PROPOSED_OPEN = "Chưa đủ dữ liệu để đề xuất"
SOURCE = "{text} ({source})"
FROM_CARD = "Lấy từ thẻ đảng viên, không phải gõ lại"
ACCEPT = "Nhận theo đề xuất"
ACCEPT_COUNT = "Nhận {count} đề xuất"
ACCEPTED = "Đã xác định diện của {count} đồng chí theo đề xuất."
ACCEPTED_NONE = (
    "Không có đề xuất nào nhận được: các đồng chí này chưa đủ dữ liệu, hoặc không còn trong chi bộ."
)
SUPPLEMENT_CAME = "nhận phiếu bổ sung ngày {date:%d/%m/%Y}"
SUPPLEMENTED = "Đã nhận phiếu bổ sung"
SUPPLEMENTS_KEPT = "Đã ghi ngày nhận phiếu bổ sung hồ sơ là hôm nay cho {count} đồng chí."
SUPPLEMENTS_NONE = (
    "Chưa ghi cho đồng chí nào: các đồng chí đã chọn đã có ngày nhận phiếu, hoặc chưa xác định diện."
)
POPULATION_FILTERS: Final = {
    "all": "Tất cả",
    "open": "Chưa xác định",
    "differs": "Khác đề xuất",
    "not_rated": "Miễn, chưa đánh giá",
}
POPULATION_WORDS: Final = ListWords(
    label="Diện kiểm điểm, đánh giá",
    prompt="Gõ họ tên, lý do",
    short_prompt="Gõ họ tên",
    count="{shown} đồng chí, xếp theo {column}",
    total="{shown} đồng chí",
    chosen="Đã chọn {count} đồng chí",
    nothing="Chi bộ chưa có ai trong danh sách.",
    first_step="Mở danh sách đảng viên",
    no_match="Không có đồng chí nào phù hợp.",
    trash_empty="Thùng rác không có gì.",
)
CHOOSE_REVIEW: Final = tuple(REVIEWS.items())
CHOOSE_RATING: Final = tuple(RATINGS.items())
NO_REASON = "Không có"
NO_TYPE = "Chưa chọn"
POPULATION: Final = {
    "review": FieldText("Kiểm điểm năm nay"),
    "rating": FieldText("Đánh giá năm nay"),
    "reason": FieldText("Lý do không kiểm điểm, không đánh giá", wide=True),
    "reason_note": FieldText("Ghi rõ thêm", "Không in vào danh sách", wide=True),
    "object_type": FieldText("Mẫu và tiêu chuẩn áp dụng", wide=True),
    "is_leader": FieldText("Giữ chức vụ lãnh đạo, quản lý", wide=True),
    "civil_rating_due": FieldText("Cần mức đánh giá ở nơi công tác", wide=True),
    "residence_comment_due": FieldText("Cần nhận xét của chi ủy nơi cư trú", wide=True),
    "supplement_received_on": FieldText("Ngày nhận phiếu bổ sung hồ sơ đảng viên"),
}
NOBODY = "Chọn một đồng chí để xem."


class SettlingWords(RecordWords):
    """Of a member there is one disposition; it is settled, not added."""

    def add(self) -> str:
        """Return the verb that begins it."""
        return "Xác định diện"

    def new(self) -> str:
        """Return the title of its form."""
        return "Xác định diện"


POPULATION_RECORD: Final = SettlingWords(
    "Diện đã xác định", "diện kiểm điểm, đánh giá", "Chưa xác định diện của đồng chí này."
)

# Mức ----------------------------------------------------------------------------------------------------

SELF = "Tự nhận"
OUTSIDE = "Nơi công tác"
RESIDENCE = "Nơi cư trú"
VOTES = "Phiếu"
LEVEL_PROPOSED = "Đề nghị"
LEVEL_RECOGNISED = "Công nhận"
NUMBER = "Số quyết định"
POINTS = "Điểm"
VOTES_SHORT = " · "
VOTE_SHORT = "{level} {votes}"
NOT_REVIEWED = "Chưa kiểm điểm"
LEVEL_FILTERS: Final = {
    "all": "Tất cả",
    "open": "Chưa có mức đề nghị",
    "recognise": "Chưa có mức công nhận",
    "differs": "Mức khác nhau",
    "lowest": "Mức thấp nhất",
}
LEVEL_WORDS: Final = ListWords(
    label="Mức của chi bộ và đảng viên",
    prompt="Gõ họ tên, mức",
    short_prompt="Gõ họ tên",
    count="{shown} dòng, xếp theo {column}",
    total="{shown} dòng",
    chosen="Đã chọn {count} dòng",
    nothing="Chưa có ai trong diện đánh giá.",
    first_step="Xác định diện",
    no_match="Không có dòng nào phù hợp.",
    trash_empty="Thùng rác không có gì.",
)
SELF_FROM = "Mức tự nhận"
SELF_FROM_CELL = "Tập thể tự nhận"
OUTSIDE_RATING = "Mức của {body}"
OUTSIDE_LEVELS: Final = {
    "excellent": "Hoàn thành xuất sắc nhiệm vụ",
    "good": "Hoàn thành tốt nhiệm vụ",
    "fulfilled": "Hoàn thành nhiệm vụ",
    "not_fulfilled": "Không hoàn thành nhiệm vụ",
}
"""Levels as authorities, employers and unions name them; the Party's own names are those of the rules."""
OPINION = "Nhận xét của {body}"
BODIES: Final = {
    OutsideBody.RESIDENCE: "chi ủy nơi cư trú",
    OutsideBody.AUTHORITY: "chính quyền",
    OutsideBody.FRONT: "Mặt trận",
    OutsideBody.UNION: "đoàn thể",
    OutsideBody.TEMPORARY_CELL: "chi bộ nơi sinh hoạt tạm thời",
    OutsideBody.FORMER_CELL: "chi bộ cũ",
    OutsideBody.EMPLOYER: "cơ quan, đơn vị",
}
GRADES: Final = {"good": "Tốt", "met": "Đạt", "not_met": "Chưa đạt"}
RECEIVED = "đã nhận"
TALLY = "Kết quả phiếu"
TALLY_LINE = "{level}: {votes} phiếu{share}"
TALLY_BLANK = "Không ghi hoặc ghi sai dòng: {blank}"
TALLY_BASE = "{valid} phiếu hợp lệ; tỷ lệ tính trên {base} đảng viên chính thức"
BODY_CHOICES: Final = {body: f"{name[:1].upper()}{name[1:]}" for body, name in BODIES.items()}
CHOOSE_OUTSIDE: Final = (("", "Chọn mức"), *OUTSIDE_LEVELS.items())
DUE = "cần có, chưa nhận"
SCORED = "Tổng điểm"
PAST = "Các năm trước"
PAST_YEAR = "{year}: {level}"
READ_FROM = "Lấy từ bản kiểm điểm, văn bản đến, biên bản kiểm phiếu và bảng điểm; không phải gõ lại."

BOTH_SIDES = (
    "Theo điểm ({points}): {by_points}. Theo điều kiện: {by_conditions}. Hai bên khác nhau; chi bộ thảo luận "
    "và quyết định, chương trình không chọn."
)
BY_POINTS = "Theo điểm ({points}): {level}."
BY_CONDITIONS = "Theo điều kiện: {level}."
CONDITION = "{level}: {text}"
FORCED = "Trường hợp xếp “{level}”: {text}"
FORCED_UNKNOWN = "Cần xem có thuộc trường hợp xếp “{level}” không: {text}"
CAP = "{count}/{base} = {percent}%; mức trần {cap}%. {text}"
CAP_OPEN = "{count}/{base} = {percent}%. {text}"
TOLD = "Thông tin theo quy định, không thay cho việc biểu quyết"

PROPOSED_LEVEL: Final = {
    "level": FieldText("Mức đề nghị", wide=True),
    "sub_reason": FieldText("Vì sao ở mức thấp nhất", wide=True),
    "reason": FieldText(
        "Lý do, căn cứ", "Ghi khi mức khác mức tự nhận hoặc khác kết quả phiếu", wide=True, lines=2
    ),
    "member_answer": FieldText(
        "Ý kiến của đồng chí", "Ghi khi mức đề nghị khác mức tự nhận", wide=True, lines=2
    ),
}
RECOGNISED_LEVEL: Final = {
    "level": FieldText("Mức được công nhận", wide=True),
    "sub_reason": FieldText("Vì sao ở mức thấp nhất", wide=True),
    "number": FieldText("Số quyết định, thông báo"),
    "dated_on": FieldText("Ngày quyết định"),
    "issuer": FieldText("Cấp ban hành", wide=True),
}
OBJECTION: Final = {
    "received_on": FieldText("Ngày nhận"),
    "sent_up_on": FieldText("Ngày chuyển cấp trên"),
    "text": FieldText("Nội dung kiến nghị", wide=True, lines=2),
    "outcome": FieldText("Kết quả giải quyết", wide=True, lines=2),
}
OUTSIDE_LEVEL: Final = {
    "body": FieldText("Nơi đánh giá", wide=True),
    "body_name": FieldText("Tên cơ quan, tổ chức", "Ví dụ: Hội Nông dân xã", wide=True),
    "level": FieldText("Mức", wide=True),
    "number": FieldText("Số văn bản"),
    "dated_on": FieldText("Ngày văn bản"),
}
REWARD: Final = {
    "form": FieldText("Hình thức đề nghị", "Ví dụ: Giấy khen của Đảng ủy xã", wide=True),
    "reason": FieldText("Thành tích", wide=True, lines=2),
}


class ProposingWords(RecordWords):
    """Of a subject there is one level in a round; it is proposed, and taken back."""

    def add(self) -> str:
        """Return the verb that begins it."""
        return "Ghi mức đề nghị"

    def new(self) -> str:
        """Return the title of its form."""
        return "Ghi mức đề nghị"

    def remove(self) -> str:
        """Return the verb that takes it back."""
        return "Rút mức này"


class RecognisingWords(RecordWords):
    """Of a subject there is one recognised level."""

    def add(self) -> str:
        """Return the verb that begins it."""
        return "Ghi mức công nhận"

    def new(self) -> str:
        """Return the title of its form."""
        return "Ghi mức công nhận"


PROPOSED_RECORD: Final = ProposingWords("Mức đề nghị", "mức đề nghị")
RECOGNISED_RECORD: Final = RecognisingWords("Mức được công nhận", "mức được công nhận")
OBJECTION_RECORD: Final = RecordWords("Khiếu nại, kiến nghị", "kiến nghị")
REWARD_RECORD: Final = RecordWords("Đề nghị khen thưởng", "đề nghị khen thưởng")
OUTSIDE_RECORD: Final = RecordWords(
    "Mức do nơi khác đánh giá", "mức do nơi khác đánh giá", "Chưa ghi mức nào của nơi khác."
)


NUMBERED = "số {number}"
DATED = "ngày {date:%d/%m/%Y}"
DECISION = "Số {number}, ngày {date:%d/%m/%Y}"
RECEIVED_ON = "nhận ngày {date:%d/%m/%Y}"
SENT_UP = "đã chuyển cấp trên ngày {date:%d/%m/%Y}"
NOT_SENT = "chưa chuyển cấp trên"
OUTCOME = "đã giải quyết"
NO_LEVEL = "Chọn mức"
NO_SUB_REASON = "Không có"

# Ghi mức theo từng người --------------------------------------------------------------------------------

ENTER_PROPOSED = "Ghi mức cả chi bộ"
ENTER_RECOGNISED = "Ghi quyết định công nhận"
ENTRY_TITLES: Final = {
    "propose": "Ghi mức chi bộ đề nghị",
    "recognise": "Ghi mức theo quyết định của cấp trên",
}
ENTRY_HOW = "Đứng ở ô mức rồi gõ {keys}; Enter xuống dòng. Mỗi đồng chí một mức riêng."
ENTRY_KEY = "{at} ({level})"
ENTRY_COLUMNS: Final = {"propose": "Mức đề nghị", "recognise": "Mức công nhận"}
ENTRY_SHOWN: Final = {"propose": "Tự nhận", "recognise": "Chi bộ đề nghị"}
ENTRY_GRID = "Bảng ghi mức"
ENTRY_SAVE = "Lưu {count} mức"
ENTRY_SAVE_NONE = "Lưu các mức"
ENTRY_FACTS = "{count} mức chưa lưu."
ENTRY_FAULTS = "{count} ô cần sửa."
ENTRY_BACK = "Về danh sách"
ENTRY_AS_PROPOSED = "Lấy mức chi bộ đề nghị"
GET_BACK = "Lấy lại"
ENTRY_DROP = "Bỏ các mức chưa lưu"
ENTRY_DROPPED = "Đã bỏ {count} mức chưa lưu."
ENTRY_SAVED: Final = {
    "propose": "Đã ghi mức đề nghị của {count} dòng.",
    "recognise": "Đã ghi mức công nhận của {count} dòng.",
}
ENTRY_NOTHING = "Chưa có mức nào thay đổi."
ENTRY_FIRST_FAULT = "Còn {count} ô cần sửa, chưa ghi gì vào sổ. Con trỏ đang ở ô đầu tiên."
ENTRY_FAULT = "“{text}” không phải mức nào của năm {year}. Ghi một trong: {levels}."
ENTRY_CELL = "{name}: {text}"
ENTRY_LOCKED = "Chưa kiểm điểm nên chưa ghi được mức."
DECISION_FIELDS: Final = {
    "number": FieldText("Số quyết định, thông báo"),
    "dated_on": FieldText("Ngày quyết định"),
    "issuer": FieldText("Cấp ban hành"),
}
KINDS: Final = {
    "disposition": POPULATION_RECORD,
    "proposed_level": PROPOSED_RECORD,
    "recognised_level": RECOGNISED_RECORD,
    "outside_rating": OUTSIDE_RECORD,
    "objection": OBJECTION_RECORD,
    "reward_proposal": REWARD_RECORD,
}
"""What each kind of small record on the page is called, by the name of its drafts."""
ENTRY_DRAFTS: Final = {
    "propose": "Mức chi bộ đề nghị năm {year}, đang ghi",
    "recognise": "Mức theo quyết định của cấp trên năm {year}, đang ghi",
}
