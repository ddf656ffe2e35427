"""Words of Cam kết & Chương trình: commitments, tasks given, programme of action."""

from __future__ import annotations

from typing import Final

from ui.texts.fields import FieldText
from ui.texts.lists import ListWords
from ui.texts.record_book import RecordWords

ITEM_WORDS: Final = RecordWords("Nội dung cam kết", "nội dung cam kết")
ITEM: Final = {
    "content": FieldText("Nội dung cam kết", wide=True, lines=2),
    "goal": FieldText("Mục tiêu cụ thể", "Con số hoặc việc nhìn thấy được", wide=True),
    "measure": FieldText("Biện pháp", wide=True, lines=2),
    "due": FieldText("Thời hạn", "Ví dụ: Quý III, thường xuyên"),
    "degree": FieldText("Tự đánh giá cuối năm"),
    "sign_group": FieldText("Phòng ngừa biểu hiện nhóm", "1, 2 hoặc 3; không gắn thì để trống"),
    "sign_number": FieldText("Biểu hiện số", "Từ 1 đến 9"),
    "result": FieldText("Kết quả thực hiện", "Ghi cuối năm, nêu việc làm chứng minh", wide=True, lines=2),
}
CARRIED_ITEM = "Lấy từ bản cam kết năm trước, không phải gõ lại."
NOT_ASSESSED = "Chưa đánh giá"

COMMITMENT_WORDS: Final = RecordWords(
    "Bản cam kết", "bản cam kết", "Chưa có bản cam kết của năm.", verb="Ghi"
)
COMMITMENT: Final = {
    "signed_on": FieldText("Ngày ký"),
    "received_on": FieldText("Ngày nộp"),
    "on_paper": FieldText("Bản giấy, không gõ lại nội dung"),
    "sheets": FieldText("Số tờ của bản giấy"),
    "summary": FieldText("Kết quả chung cuối năm", wide=True, lines=2),
    "missing_reason": FieldText(
        "Vì sao không có bản cam kết", "Chỉ ghi khi năm nay đồng chí không làm bản cam kết", wide=True
    ),
}
HANDED_IN = "Đã nộp ngày {day}"
HANDED_IN_UNKNOWN = "Chưa ghi ngày nộp"
ON_PAPER = "bản giấy"
ON_PAPER_SHEETS = "bản giấy {count} tờ"
NO_SUMMARY = "Chưa ghi kết quả chung"
NO_NEED = "Không làm bản cam kết: {reason}"

TASK_WORDS: Final = RecordWords("Nhiệm vụ được phân công", "nhiệm vụ")
TASK: Final = {
    "task": FieldText("Nhiệm vụ", wide=True, lines=2),
    "product": FieldText("Sản phẩm, yêu cầu", wide=True),
    "due_on": FieldText("Thời hạn"),
    "outcome": FieldText("Hoàn thành thế nào"),
    "exceeded": FieldText("Vượt yêu cầu"),
    "result": FieldText("Kết quả", wide=True, lines=2),
}
PROGRAMME_WORDS: Final = RecordWords(
    "Chương trình hành động", "chương trình hành động", "Chưa có chương trình hành động của năm.", verb="Ghi"
)
PROGRAMME: Final = {
    "adopted_on": FieldText("Ngày thông qua"),
    "goals": FieldText("Mục tiêu", wide=True, lines=3),
    "measures": FieldText("Giải pháp", wide=True, lines=3),
}
ADOPTED = "Thông qua ngày {day}"
NOT_ADOPTED = "Chưa ghi ngày thông qua"
NO_GOALS = "Chưa ghi mục tiêu"
PROGRAMME_ITEM_WORDS: Final = RecordWords("Nhiệm vụ, chỉ tiêu của chương trình", "nhiệm vụ của chương trình")
PROGRAMME_ITEM: Final = {
    "task": FieldText("Nhiệm vụ", wide=True, lines=2),
    "indicator": FieldText("Chỉ tiêu", "Con số phải đạt"),
    "is_main": FieldText("Chỉ tiêu chính"),
    "lead": FieldText("Chủ trì"),
    "together_with": FieldText("Phối hợp"),
    "due_on": FieldText("Thời hạn"),
    "outcome": FieldText("Hoàn thành thế nào"),
    "exceeded": FieldText("Vượt chỉ tiêu"),
    "result": FieldText("Kết quả", wide=True, lines=2),
}
ASSIGNMENT_WORDS: Final = RecordWords(
    "Nghị quyết phân công công tác đảng viên",
    "nghị quyết phân công",
    "Chưa ghi nghị quyết phân công công tác đảng viên. Nhiệm vụ của từng người ghi ở thẻ Bản cam kết.",
    verb="Ghi",
)
ASSIGNMENT: Final = {
    "number": FieldText("Số, ký hiệu", "Ví dụ: 01-NQ/CB"),
    "dated_on": FieldText("Ngày ban hành"),
}
ASSIGNED = "Nghị quyết số {number}"
NO_NUMBER = "Chưa ghi số nghị quyết"
TASKS_GIVEN = "{count} đảng viên đã được phân công, {tasks} nhiệm vụ"

DUE = "hạn {day}"
OVERDUE = "Quá hạn {count} ngày"
EXCEEDED = "vượt yêu cầu"
MAIN = "chỉ tiêu chính"
DAY = "{date:%d/%m/%Y}"

TITLE = "Cam kết & Chương trình"
TABS = ("Bản cam kết", "Chương trình, phân công")
FACTS = "Năm {year}: {there}/{all} đảng viên đã có bản cam kết"
FACTS_LATE = "{count} đảng viên có nhiệm vụ quá hạn"
FACTS_PROGRAMME = "Năm {year}: {done}/{all} nhiệm vụ của chương trình đã ghi kết quả"
RECEIVE = "Nhận bản giấy"
RECEIVE_SEVERAL = "Đã nộp bản giấy"
RECEIVED = "Đã ghi {names} nộp bản cam kết giấy ngày {day}."
RECEIVED_MANY = "Đã ghi {count} đồng chí nộp bản cam kết giấy ngày {day}."
ALL_RECEIVED = "Các đồng chí đã chọn đều có ngày nộp rồi."
FILED = "Trong Văn bản"
NEXT_PAPER = "In mẫu, bản có nội dung ở trang Văn bản"
BACK_TO_LIST = "Danh sách"
CHOOSE_ONE = "Chọn một đồng chí để xem bản cam kết và nhiệm vụ."

NAME = "Họ và tên"
STATE = "Bản cam kết"
CAME_ON = "Ngày nộp"
ITEMS = "Nội dung"
TASKS = "Nhiệm vụ"
NONE = "Chưa có"
EXCUSED = "Không làm, có lý do"
HAS_PAPER = "Đã nộp bản giấy"
HAS = "Đã nộp"
BEGUN = "Đã ghi, chưa nộp"
ASSESSED = "{done}/{all} có kết quả"
TASKS_DONE = "{done}/{all} xong"
TASKS_LATE = "quá hạn {count}"
FILTERS: Final = {
    "all": "Tất cả",
    "none": "Chưa có bản cam kết",
    "unassessed": "Còn nội dung chưa ghi kết quả",
    "not_done": "Có nội dung chưa thực hiện",
    "no_task": "Chưa được phân công",
    "late": "Có nhiệm vụ quá hạn",
}
LIST_WORDS: Final = ListWords(
    label="Bản cam kết của đảng viên",
    prompt="Gõ tên đảng viên",
    short_prompt="Gõ tên",
    count="{shown} đảng viên, xếp theo {column}",
    total="{shown} đảng viên",
    chosen="Đã chọn {count} đảng viên",
    nothing="Chưa có đảng viên nào trong danh sách.",
    first_step="Mở trang Đảng viên",
    no_match="Không có đảng viên nào phù hợp.",
    trash_empty="Thùng rác không có gì.",
)
NO_OUTCOME = "Chưa ghi kết quả"
OF_YEAR = "Năm {year}"
COMRADE = "đồng chí {name}"
KINDS: Final = {
    "commitment": COMMITMENT_WORDS,
    "commitment_item": ITEM_WORDS,
    "assigned_task": TASK_WORDS,
    "programme": PROGRAMME_WORDS,
    "programme_item": PROGRAMME_ITEM_WORDS,
    "task_assignment": ASSIGNMENT_WORDS,
}
"""The kinds of small records of the page."""
