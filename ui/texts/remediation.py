"""Words of Khắc phục: the ledger of what is to be put right, its milestones, inspections."""

from __future__ import annotations

from typing import Final

from ui.texts.fields import FieldText
from ui.texts.lists import ListWords
from ui.texts.record_book import RecordWords

ITEM_WORDS: Final = RecordWords("Mục khắc phục", "mục khắc phục")
ITEM: Final = {
    "target": FieldText("Của ai", wide=True),
    "shortcoming": FieldText("Từ hạn chế, khuyết điểm đã kết luận hoặc kỳ trước", wide=True),
    "inspection": FieldText("Từ đợt kiểm tra", wide=True),
    "text": FieldText("Việc phải khắc phục", wide=True, lines=2),
    "measure": FieldText("Biện pháp", wide=True, lines=2),
    "owner": FieldText("Người chịu trách nhiệm"),
    "checker": FieldText("Người theo dõi, kiểm tra"),
    "due_on": FieldText("Thời hạn"),
    "state": FieldText("Đến nay"),
    "result": FieldText("Kết quả", wide=True, lines=2),
    "evidence": FieldText("Minh chứng", wide=True),
    "finished_on": FieldText("Ngày xong"),
    "signed_off_by": FieldText("Người xác nhận xong"),
}
STEP_WORDS: Final = RecordWords("Mốc khắc phục", "mốc khắc phục")
STEP: Final = {
    "text": FieldText("Việc của mốc", wide=True),
    "due_on": FieldText("Hạn của mốc"),
    "done_on": FieldText("Ngày làm xong"),
}
INSPECTION_WORDS: Final = RecordWords("Đợt kiểm tra", "đợt kiểm tra")
INSPECTION: Final = {
    "number": FieldText("Số, ký hiệu"),
    "dated_on": FieldText("Ngày"),
    "issuer": FieldText("Nơi kiểm tra", wide=True),
    "conclusion": FieldText("Kết luận", wide=True, lines=3),
}
KINDS: Final = {
    "remediation_item": ITEM_WORDS,
    "remediation_step": STEP_WORDS,
    "inspection": INSPECTION_WORDS,
}
"""The kinds of small records of the page."""

TITLE = "Khắc phục"
TABS = ("Sổ khắc phục", "Kiểm tra")
FACTS = "Năm {year}: {done}/{all} mục đã khắc phục xong"
FACTS_LATE = "{count} mục quá hạn"
FACTS_INSPECTIONS = "Năm {year}: {count} đợt kiểm tra"
PLAN = "Đưa {count} kết luận vào kế hoạch"
PLANNED = "Đã đưa {count} hạn chế, khuyết điểm đã kết luận vào kế hoạch khắc phục."
ADD = "Thêm mục khắc phục"
PRINTED = "Bản in"
BACK_TO_LIST = "Danh sách"
CHOOSE_ONE = "Chọn một mục để xem biện pháp, mốc và kết quả."
NEW_TITLE = "Mục khắc phục mới"
COLLECTIVE = "Tập thể"
CELL = "Chi bộ"
GONE = "Người đã bị xóa khỏi danh sách"
NOT_LINKED = "Không gắn"
INSPECTED = "{number} ngày {day}"
FROM_SHORTCOMING = "Lấy từ kết luận của hội nghị, không phải gõ lại: {text}"
FROM_LAST_YEAR = "Đưa sang từ sổ khắc phục năm trước, không phải gõ lại."
ANSWERS = "Trả lời cho hạn chế năm {year}: {text}. Kết quả ghi ở đây in vào bản kiểm điểm, báo cáo."
OF_EARLIER = "{name}, năm {year}: {text}"
FROM_INSPECTION = "Theo yêu cầu của đợt kiểm tra {which}."
DONE_ON = "Xong ngày {day}"
SIGNED_OFF = "{name} xác nhận"
NO_STEP_DONE = "Chưa làm xong"
HAS_ITEMS = "{count} mục khắc phục theo kết luận này"
NO_ITEMS = "Chưa có mục khắc phục nào theo kết luận này"
NO_CONCLUSION = "Chưa ghi kết luận"
NO_OWNER = "chưa có người chịu trách nhiệm"
NO_DUE = "chưa có thời hạn"
OF_YEAR = "Năm {year}"

WHOSE = "Của ai"
WHAT = "Việc phải khắc phục"
DUE = "Hạn"
HOW_FAR = "Đến nay"
OWNER = "Chịu trách nhiệm"
STEPS = "Mốc"
STEPS_DONE = "{done}/{all}"
FILTERS: Final = {
    "all": "Tất cả",
    "late": "Quá hạn",
    "lacking": "Chưa có người hoặc thời hạn",
    "no_step": "Chưa có mốc",
    "collective": "Của tập thể",
    "done": "Đã xong",
}
LIST_WORDS: Final = ListWords(
    label="Sổ khắc phục",
    prompt="Gõ tên, việc phải khắc phục",
    short_prompt="Gõ tên, việc",
    count="{shown} mục, xếp theo {column}",
    total="{shown} mục",
    chosen="Đã chọn {count} mục",
    nothing="Chưa có mục khắc phục nào trong năm.",
    first_step="Thêm mục khắc phục",
    no_match="Không có mục nào phù hợp.",
    trash_empty="Thùng rác không có gì.",
)
